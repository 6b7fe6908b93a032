//! The frameworks and testing tools that rules and controls refer to, as tables.
//!
//! Each table is a file of `frameworks/`, taken into the binary as it is and read when it is first
//! asked for. `titles.tsv` says what each table is. Adding one touches the list here, that file,
//! and the table itself. How entries hang together beyond their own rows stands in [`links`].

pub mod links;

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

impl FrameworkKind {
    /// `framework` or `tool`.
    pub fn word(self) -> &'static str {
        match self {
            FrameworkKind::Framework => "framework",
            FrameworkKind::Tool => "tool",
        }
    }
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
    /// The sort of entry that it is about, as `technique`; others lead to these or from them.
    pub sort: &'static str,
    /// How one of its entries is tried, with `{id}`, `{module}` and `{class}` in place of the
    /// entry's; empty if there is no call that lasts.
    call: &'static str,
}

impl Framework {
    /// What it is about, of many: `techniques`.
    pub fn plural(&self) -> String {
        match (self.sort, self.sort.strip_suffix('y')) {
            (_, Some(stem)) => format!("{stem}ies"),
            (sort, None) if sort.ends_with('s') => format!("{sort}es"),
            (sort, None) => format!("{sort}s"),
        }
    }
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
    /// What sort of entry it is, as `tactic`.
    pub sort: &'static str,
    /// The editions that have it, as `5.6, 2026.09`.
    pub edition: &'static str,
    /// What else is to be known of the row; often empty.
    pub note: &'static str,
    /// The ids above it in its framework, with commas between them.
    under: &'static str,
}

impl Entry {
    /// What it belongs to: the tactics of a technique, the technique of a sub-technique.
    pub fn above(&self) -> impl Iterator<Item = Entry> {
        let prefix = self.framework.prefix;
        self.under.split(',').filter_map(move |id| find(prefix, id))
    }

    /// What belongs to it, in the order of the table.
    pub fn below(&self) -> impl Iterator<Item = Entry> {
        let id = self.id;
        entries(self.framework.prefix).filter(move |e| e.under.split(',').any(|u| u == id))
    }

    /// Whether it is of the sort that its framework is about.
    pub fn is_main(&self) -> bool {
        self.sort == self.framework.sort
    }

    /// Whether it has an address of its own.
    pub fn has_address(&self) -> bool {
        self.url != self.framework.url
    }

    /// How to try it for real, if a call is known that lasts: a command, or a class to import.
    pub fn call(&self) -> Option<String> {
        let (module, class) = self.name.rsplit_once('.').unwrap_or(("", self.name));
        let call = self.framework.call;
        let fill = || call.replace("{id}", self.id).replace("{module}", module).replace("{class}", class);
        (!call.is_empty()).then(fill)
    }

    /// The reference to it, as it is written in a model: `atlas:AML.T0070`.
    pub fn reference(&self) -> Reference {
        Reference { framework: self.framework.prefix.to_owned(), id: self.id.to_owned() }
    }
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
    "nist-sp-1270"
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
    sort: &'static str,
    under: &'static str,
    editions: &'static str,
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
                .map(|cells| Row {
                    id: cells.get("id"),
                    name: cells.get("name"),
                    url: cells.get("url"),
                    sort: cells.get("sort"),
                    under: cells.get("under"),
                    editions: cells.get("editions"),
                    note: cells.get("note"),
                })
                .collect();
            let id = |i: &usize| rows.get(*i).map_or("", |r| r.id);
            let mut by_id: Vec<usize> = (0..rows.len()).collect();
            by_id.sort_by(|a, b| id(a).cmp(id(b)));
            (rows, by_id)
        })
    }

    fn entry(&'static self, row: &Row) -> Entry {
        let f = &self.framework;
        let or = |own: &'static str, whole| if own.is_empty() { whole } else { own };
        Entry {
            framework: f,
            id: row.id,
            name: row.name,
            url: or(row.url, f.url),
            sort: or(row.sort, f.sort),
            edition: or(row.editions, f.edition),
            note: row.note,
            under: row.under,
        }
    }
}

/// A line of a table, under the table's head.
pub(super) struct Cells {
    head: &'static str,
    line: &'static str,
}

impl Cells {
    /// The cell of a column; empty if the table has no such column.
    pub(super) fn get(&self, column: &str) -> &'static str {
        self.head
            .split('\t')
            .zip(self.line.split('\t'))
            .find(|(c, _)| *c == column)
            .map_or("", |(_, cell)| cell)
    }
}

/// The lines of a table behind its head, as cells.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = Cells> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or("");
    lines.filter(|l| !l.trim().is_empty()).map(move |line| Cells { head, line })
}

fn tables() -> &'static [Table] {
    static ALL: OnceLock<Vec<Table>> = OnceLock::new();
    ALL.get_or_init(|| {
        lines(TITLES)
            .filter_map(|cells| {
                let prefix = cells.get("prefix");
                let kind = match cells.get("kind") {
                    "tool" => FrameworkKind::Tool,
                    _ => FrameworkKind::Framework,
                };
                let framework = Framework {
                    prefix,
                    title: cells.get("title"),
                    edition: cells.get("edition"),
                    url: cells.get("url"),
                    kind,
                    licence: cells.get("licence"),
                    sort: cells.get("sort"),
                    call: cells.get("call"),
                };
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
        let mut titled: Vec<_> = lines(TITLES).map(|c| c.get("prefix")).collect();
        listed.sort_unstable();
        titled.sort_unstable();
        assert_eq!(listed, titled);
        for f in frameworks() {
            assert!(!f.title.is_empty() && !f.edition.is_empty() && !f.sort.is_empty(), "{f:?}");
            assert!(f.url.starts_with("https://") && !f.licence.is_empty(), "{f:?}");
            let mut ids: Vec<_> = entries(f.prefix).map(|e| e.id).collect();
            assert!(!ids.is_empty(), "{} is empty", f.prefix);
            assert!(entries(f.prefix).any(|e| e.is_main()), "{} has no {}", f.prefix, f.sort);
            for e in entries(f.prefix) {
                assert!(!e.id.is_empty() && !e.name.is_empty() && e.url.starts_with("https://"), "{e:?}");
                assert_eq!(find(f.prefix, e.id), Some(e));
                let under = e.under.split(',').filter(|u| !u.is_empty()).count();
                assert_eq!(e.above().count(), under, "{e:?} is under what there is not");
                // The editions of a row are among those of its table.
                let of =
                    |text: &'static str| text.split(", ").flat_map(|t| t.split(" and ")).collect::<Vec<_>>();
                assert!(of(e.edition).iter().all(|x| of(f.edition).contains(x)), "{e:?}");
            }
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            assert_eq!(ids.len(), all, "{} has an id twice", f.prefix);
        }
    }

    #[test]
    fn tables_have_the_columns_that_are_read() {
        let known = ["id", "name", "url", "sort", "under", "editions", "note"];
        for (prefix, text) in TABLES {
            let head: Vec<_> = text.lines().next().unwrap().split('\t').collect();
            assert_eq!(head[..3], known[..3], "{prefix}");
            assert!(head.iter().all(|c| known.contains(c)), "{prefix}: {head:?}");
            for line in text.lines() {
                assert_eq!(line.split('\t').count(), head.len(), "{prefix}: {line}");
            }
        }
    }

    #[test]
    fn finds_entries_and_what_was_meant() {
        let e = find("owasp-llm-2025", "LLM01").unwrap();
        assert_eq!((e.name, e.edition), ("Prompt Injection", "2025"));
        assert_eq!(find("owasp-agentic", "T3").unwrap().edition, "1.1");
        assert_eq!(find("owasp-agentic", "ASI03").unwrap().edition, "2026");
        assert_eq!(find("atlas", "AML.T0134").unwrap().edition, "2026.09");
        assert!(find("owasp-llm-2025", "LLM99").is_none());
        assert!(find("nowhere", "LLM01").is_none());
        assert_eq!(nearest_id("atlas", "AML.T0070x"), Some("AML.T0070"));
        assert_eq!(nearest_prefix("owasp-llm-2052"), Some("owasp-llm-2025"));
        assert_eq!(find("agentdojo", "DirectAttack").unwrap().url, framework("agentdojo").unwrap().url);
    }

    #[test]
    fn entries_know_what_is_above_and_below_them() {
        let t = find("atlas", "AML.T0051.001").unwrap();
        assert_eq!(t.above().map(|e| e.sort).collect::<Vec<_>>(), ["technique", "tactic"]);
        let below: Vec<_> = find("atlas", "AML.T0051").unwrap().below().map(|e| e.id).collect();
        assert_eq!(below, ["AML.T0051.000", "AML.T0051.001", "AML.T0051.002"]);
        assert_eq!(t.call(), None);
    }

    #[test]
    fn tools_are_called_by_their_ids_or_classes() {
        let call = |prefix, id| find(prefix, id).unwrap().call().unwrap();
        assert!(call("garak", "dan").ends_with("--probes dan"));
        assert!(call("art", "KnockoffNets").contains("import KnockoffNets"));
        for f in frameworks().filter(|f| !f.call.is_empty()) {
            for e in entries(f.prefix) {
                assert!(!e.call().unwrap().contains(['{', '}']), "{e:?}");
            }
        }
    }
}
