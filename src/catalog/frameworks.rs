//! The frameworks and testing tools that rules and controls refer to, as tables.
//!
//! Each table is a file of `frameworks/`, taken into the binary as it is and read when it is first
//! asked for. `titles.tsv` says what each table is. Adding one touches the list here, that file,
//! and the table itself.

use super::Reference;
use crate::diagnostic::nearest::nearest;
use std::sync::OnceLock;

/// What a table is of.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum FrameworkKind {
    /// A list of threats, weaknesses, controls or duties.
    Framework,
    /// A tool that tries attacks for real; its entries are what it offers.
    Tool,
}

/// One framework or tool.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// As `owasp-llm-2025`.
    pub prefix: &'static str,
    /// As `OWASP Top 10 for LLM Applications`.
    pub title: &'static str,
    /// As `2025`.
    pub edition: &'static str,
    /// Its address.
    pub url: &'static str,
    /// Framework or tool.
    pub kind: FrameworkKind,
    /// Under what terms its names are used.
    pub licence: &'static str,
}

/// One row of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The framework.
    pub framework: &'static Framework,
    /// As `LLM08`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its address, or that of its framework.
    pub url: &'static str,
    /// What else is to be known of the row; often empty.
    pub note: &'static str,
}

macro_rules! tables {
    ($($prefix:literal)*) => {
        /// The tables by prefix. This is the list to which a new one is added.
        const TABLES: &[(&str, &str)] = &[$(($prefix, include_str!(concat!("frameworks/", $prefix, ".tsv")))),*];
    };
}

tables! {
    "atlas"
    "owasp-llm-2025"
    "owasp-llm-2026"
    "owasp-agentic"
    "owasp-mas"
    "owasp-ml-2023"
    "owasp-mcp-2025"
    "owasp-api-2023"
    "owasp-ast"
    "owasp-dsgai-2026"
    "aitg"
    "exchange"
    "nist-ai-100-2"
    "nist-ai-rmf"
    "nist-ai-600-1"
    "cwe"
    "maestro"
    "plot4ai"
    "saif"
    "eu-ai-act"
    "iso-42001"
    "iso-23894"
    "linddun"
    "stride"
    "aidefend"
    "garak"
    "pyrit"
    "art"
    "textattack"
    "modelscan"
    "promptfoo"
    "giskard"
    "agentdojo"
    "counterfit"
    "mcp-scan"
    "ml-privacy-meter"
}

const TITLES: &str = include_str!("frameworks/titles.tsv");

struct Row {
    id: &'static str,
    name: &'static str,
    url: &'static str,
    note: &'static str,
}

struct Table {
    framework: Framework,
    text: &'static str,
    /// Places of the text's lines, in the order of the text and by id.
    rows: OnceLock<(Vec<Row>, Vec<usize>)>,
}

impl Table {
    fn rows(&self) -> &(Vec<Row>, Vec<usize>) {
        self.rows.get_or_init(|| {
            let rows: Vec<Row> = lines(self.text)
                .map(|mut cells| {
                    let mut next = || cells.next().unwrap_or("");
                    Row { id: next(), name: next(), url: next(), note: next() }
                })
                .collect();
            let id = |i: &usize| rows.get(*i).map_or("", |r| r.id);
            let mut by_id: Vec<usize> = (0..rows.len()).collect();
            by_id.sort_by(|a, b| id(a).cmp(id(b)));
            (rows, by_id)
        })
    }

    fn entry(&'static self, row: &Row) -> Entry {
        let url = if row.url.is_empty() { self.framework.url } else { row.url };
        Entry { framework: &self.framework, id: row.id, name: row.name, url, note: row.note }
    }
}

/// The lines of a table behind its head, as cells.
fn lines(text: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    text.lines().skip(1).filter(|l| !l.trim().is_empty()).map(|l| l.split('\t'))
}

fn tables() -> &'static [Table] {
    static ALL: OnceLock<Vec<Table>> = OnceLock::new();
    ALL.get_or_init(|| {
        lines(TITLES)
            .filter_map(|mut cells| {
                let mut next = || cells.next().unwrap_or("");
                let (prefix, title, edition, url) = (next(), next(), next(), next());
                let kind = if next() == "tool" { FrameworkKind::Tool } else { FrameworkKind::Framework };
                let framework = Framework { prefix, title, edition, url, kind, licence: next() };
                let text = TABLES.iter().find(|(p, _)| *p == prefix)?.1;
                Some(Table { framework, text, rows: OnceLock::new() })
            })
            .collect()
    })
}

fn table(prefix: &str) -> Option<&'static Table> {
    tables().iter().find(|t| t.framework.prefix == prefix)
}

/// All frameworks and tools, in the order of `titles.tsv`.
pub fn frameworks() -> impl Iterator<Item = &'static Framework> {
    tables().iter().map(|t| &t.framework)
}

/// The framework of a prefix.
pub fn framework(prefix: &str) -> Option<&'static Framework> {
    table(prefix).map(|t| &t.framework)
}

/// The entry of a framework with this id.
pub fn find(prefix: &str, id: &str) -> Option<Entry> {
    let table = table(prefix)?;
    let (rows, by_id) = table.rows();
    let at = by_id.binary_search_by(|i| rows.get(*i).map_or("", |r| r.id).cmp(id)).ok()?;
    by_id.get(at).and_then(|i| rows.get(*i)).map(|r| table.entry(r))
}

/// The entry that a reference names.
pub fn entry(reference: &Reference) -> Option<Entry> {
    find(&reference.framework, &reference.id)
}

/// All entries of a framework, in the order of its table.
pub fn entries(prefix: &str) -> impl Iterator<Item = Entry> {
    table(prefix).into_iter().flat_map(|t| t.rows().0.iter().map(|r| t.entry(r)))
}

/// The id nearest to one that a framework does not have.
pub fn nearest_id(prefix: &str, id: &str) -> Option<&'static str> {
    nearest(id, table(prefix)?.rows().0.iter().map(|r| r.id))
}

/// The prefix nearest to one that is not known.
pub fn nearest_prefix(prefix: &str) -> Option<&'static str> {
    nearest(prefix, frameworks().map(|f| f.prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_the_titles_and_the_tables_agree() {
        let mut listed: Vec<_> = TABLES.iter().map(|(p, _)| *p).collect();
        let mut titled: Vec<_> = lines(TITLES).map(|mut c| c.next().unwrap()).collect();
        listed.sort_unstable();
        titled.sort_unstable();
        assert_eq!(listed, titled);
        for f in frameworks() {
            assert!(!f.title.is_empty() && f.url.starts_with("https://") && !f.licence.is_empty(), "{f:?}");
            let mut ids: Vec<_> = entries(f.prefix).map(|e| e.id).collect();
            assert!(!ids.is_empty(), "{} is empty", f.prefix);
            for e in entries(f.prefix) {
                assert!(!e.id.is_empty() && !e.name.is_empty() && e.url.starts_with("https://"), "{e:?}");
                assert_eq!(find(f.prefix, e.id), Some(e));
            }
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            assert_eq!(ids.len(), all, "{} has an id twice", f.prefix);
        }
    }

    #[test]
    fn finds_entries_and_what_was_meant() {
        let e = find("owasp-llm-2025", "LLM01").unwrap();
        assert_eq!((e.name, e.framework.edition), ("Prompt Injection", "2025"));
        assert!(find("owasp-llm-2025", "LLM99").is_none());
        assert!(find("nowhere", "LLM01").is_none());
        assert_eq!(nearest_id("atlas", "AML.T0070x"), Some("AML.T0070"));
        assert_eq!(nearest_prefix("owasp-llm-2052"), Some("owasp-llm-2025"));
        assert_eq!(find("agentdojo", "DirectAttack").unwrap().url, framework("agentdojo").unwrap().url);
    }
}
