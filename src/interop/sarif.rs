//! SARIF 2.1.0, which code hosts and editors read: results with places, rules with help.
//!
//! The writer takes plain results; what makes results of diagnostics and threats stands beside it.
//! Columns are counted in UTF-16 code units (`columnKind` says so). Texts of a model stand in
//! messages and rules: what would be read there as a link or a placeholder is escaped.

pub mod diagnostics;
pub mod threats;

use crate::diagnostic::calm::visible;
use crate::source::{SourceFile, Sources, Span, percent_encoded, sha256};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};

/// How bad a result is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Level {
    Error,
    Warning,
    Note,
}

impl Level {
    fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// What a result is an instance of.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id, unique.
    pub id: String,
    /// One line.
    pub title: String,
    /// A paragraph, plain text.
    pub about: String,
    /// Why it matters and what to do, plain text.
    pub help: String,
    /// The same as Markdown, if there is more to it; never of texts of a model.
    pub markdown: Option<String>,
    /// Its level, unless a result says otherwise.
    pub level: Level,
    /// Words by which it can be found.
    pub tags: Vec<String>,
    /// Of what is a matter of security: the worst product of likelihood and impact, 1 to 25.
    pub product: Option<u8>,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of its rule.
    pub rule: String,
    /// How bad it is.
    pub level: Level,
    /// What is found, plain text.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// Other places, with a word at each.
    pub related: Vec<(Place, String)>,
    /// Changes that end it.
    pub fixes: Vec<Change>,
    /// What tells it from other results of the file and stays as it is when lines move, or when other
    /// models stand in the same log.
    pub identity: String,
    /// How urgent it is, 0 to 100.
    pub rank: Option<f64>,
}

/// A place in a file; without a region the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// A relative reference, or an absolute `file:` address; percent-encoded.
    pub uri: String,
    /// Where in it.
    pub region: Option<Region>,
}

/// Lines and columns from 1, columns in UTF-16 code units, the end behind the last one.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Region {
    pub start_line: u32,
    pub start_column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// A change: what it does, and the texts that take the places of others.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// In a few words.
    pub message: String,
    /// Its edits.
    pub edits: Vec<(Place, String)>,
}

impl Region {
    fn of(file: &SourceFile, span: Span) -> Region {
        let (start, end) = (file.position_utf16(span.start), file.position_utf16(span.end));
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// The files of a run as the results name them.
#[derive(Copy, Clone)]
pub struct Files<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The folder that addresses are relative to, with `/`: files in it are named from there, and
    /// others whose name is absolute by a `file:` address.
    pub base: &'a str,
}

impl Files<'_> {
    /// The place of a span.
    pub fn place(&self, span: Span) -> Option<Place> {
        let file = self.sources.get(span.file)?;
        Some(Place { uri: uri(&file.name, self.base), region: Some(Region::of(file, span)) })
    }

    /// The model's own file as a whole.
    pub fn whole(&self) -> Option<Place> {
        let (_, file) = self.sources.iter().next()?;
        Some(Place { uri: uri(&file.name, self.base), region: None })
    }
}

/// The address of a file's name.
pub fn uri(name: &str, base: &str) -> String {
    let drive = name.get(1..3) == Some(":/");
    let inside = name.strip_prefix(base).and_then(|n| n.strip_prefix('/')).filter(|_| !base.is_empty());
    let (start, rest) = match inside {
        Some(rest) => ("", rest),
        None if drive => ("file:///", name),
        None if name.starts_with('/') => ("file://", name),
        None => ("", name.strip_prefix("./").unwrap_or(name)),
    };
    let mut out = start.to_owned();
    let (letter, path) = if drive { rest.split_at_checked(2).unwrap_or(("", rest)) } else { ("", rest) };
    out.push_str(letter);
    out.push_str(&percent_encoded(path));
    out
}

/// The most characters of a short text that GitHub takes.
const LONGEST: usize = 1024;
/// The most results of a run that GitHub takes; of these it shows the 5,000 worst.
const RESULTS: usize = 25_000;
/// The most tags of a rule that GitHub takes.
const TAGS: usize = 20;

/// The findings that a log can hold, and how many it can't: of too many the worst stay, in their order.
fn kept(findings: &[Finding]) -> (Vec<&Finding>, usize) {
    let over = findings.len().saturating_sub(RESULTS);
    let mut all: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    if over > 0 {
        let rank = |f: &Finding| {
            f.rank.unwrap_or(match f.level {
                Level::Error => 100.0,
                Level::Warning => 50.0,
                Level::Note => 10.0,
            })
        };
        all.sort_by(|(_, a), (_, b)| rank(b).total_cmp(&rank(a)));
        all.truncate(RESULTS);
        all.sort_by_key(|(place, _)| *place);
    }
    (all.into_iter().map(|(_, f)| f).collect(), over)
}

/// One log with one run of this tool. Rules that no result names are left out.
pub fn write(rules: &[Rule], findings: &[Finding]) -> String {
    let (findings, over) = kept(findings);
    let mut used: Vec<&Rule> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let known: HashMap<&str, &Rule> = rules.iter().rev().map(|r| (r.id.as_str(), r)).collect();
    for finding in &findings {
        if !index.contains_key(finding.rule.as_str())
            && let Some(&rule) = known.get(finding.rule.as_str())
        {
            index.insert(&rule.id, used.len());
            used.push(rule);
        }
    }
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let results: Vec<Value> = findings
        .iter()
        .map(|f| {
            let print = fingerprint(f);
            let nth = seen.entry(print.clone()).and_modify(|n| *n += 1).or_insert(1);
            result(f, index.get(f.rule.as_str()).copied(), &format!("{print}:{nth}"))
        })
        .collect();
    let driver = json!({
        "name": "Trustline",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": used.iter().map(|r| rule(r)).collect::<Vec<_>>(),
    });
    let mut run = json!({ "tool": { "driver": driver }, "columnKind": "utf16CodeUnits", "results": results });
    if over > 0 {
        let said =
            format!("{over} further results are left out: a log holds {RESULTS}, and these are the worst.");
        let note = json!({ "level": "warning", "message": { "text": said } });
        let invocation = json!({ "executionSuccessful": true, "toolExecutionNotifications": [note] });
        set(&mut run, "invocations", json!([invocation]));
    }
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

/// Tags, and what GitHub sorts alerts by.
fn properties(r: &Rule) -> Value {
    let mut out = json!({ "tags": r.tags.iter().take(TAGS).collect::<Vec<_>>() });
    if let Some(product) = r.product {
        set(&mut out, "security-severity", security_severity(product).into());
    }
    out
}

/// A product of likelihood and impact in GitHub's terms, a number as text: over 9.0 it calls critical, from 7.0 high,
/// from 4.0 medium, all else low. Each of our severities lies evenly within the one of its name.
fn security_severity(product: u8) -> String {
    let (first, last, from, to) = match product {
        0..=4 => (1, 4, 1.0, 3.9),
        5..=9 => (5, 9, 4.0, 6.9),
        10..=15 => (10, 15, 7.0, 8.9),
        _ => (16, 25, 9.1, 10.0),
    };
    let part = f64::from(product.clamp(first, last) - first) / f64::from(last - first);
    format!("{:.1}", from + part * (to - from))
}

fn rule(r: &Rule) -> Value {
    let mut help = json!({ "text": message(&r.help) });
    if let Some(markdown) = &r.markdown {
        set(&mut help, "markdown", json!(markdown));
    }
    json!({
        "id": r.id,
        "shortDescription": { "text": short(&r.title) },
        "fullDescription": { "text": short(&r.about) },
        "help": help,
        "defaultConfiguration": { "level": r.level.word() },
        "properties": properties(r),
    })
}

fn result(f: &Finding, index: Option<usize>, print: &str) -> Value {
    let mut out = json!({
        "ruleId": f.rule,
        "level": f.level.word(),
        "message": { "text": message(&f.message) },
        "locations": f.place.iter().map(|p| json!({ "physicalLocation": physical(p) })).collect::<Vec<_>>(),
        "partialFingerprints": { "trustline/v1": print },
    });
    if let Some(index) = index {
        set(&mut out, "ruleIndex", json!(index));
    }
    if !f.related.is_empty() {
        let places = f.related.iter().enumerate().map(|(i, (place, text))| {
            let mut at = json!({ "id": i, "physicalLocation": physical(place) });
            if !text.is_empty() {
                set(&mut at, "message", json!({ "text": message(text) }));
            }
            at
        });
        set(&mut out, "relatedLocations", places.collect());
    }
    if !f.fixes.is_empty() {
        set(&mut out, "fixes", f.fixes.iter().map(change).collect());
    }
    if let Some(rank) = f.rank {
        set(&mut out, "rank", json!(rank));
    }
    out
}

/// A change, with the edits of each file together.
fn change(c: &Change) -> Value {
    let mut files: Vec<(&str, Vec<Value>)> = Vec::new();
    for (place, text) in &c.edits {
        let Some(r) = place.region else { continue };
        let replacement = json!({ "deletedRegion": region(r), "insertedContent": { "text": text } });
        match files.iter_mut().find(|(uri, _)| *uri == place.uri) {
            Some((_, list)) => list.push(replacement),
            None => files.push((&place.uri, vec![replacement])),
        }
    }
    let changes = files
        .into_iter()
        .map(|(uri, list)| json!({ "artifactLocation": artifact(uri), "replacements": list }))
        .collect::<Vec<_>>();
    json!({ "description": { "text": message(&c.message) }, "artifactChanges": changes })
}

fn physical(p: &Place) -> Value {
    let mut out = json!({ "artifactLocation": artifact(&p.uri) });
    if let Some(r) = p.region {
        set(&mut out, "region", region(r));
    }
    out
}

fn artifact(uri: &str) -> Value {
    if uri.starts_with("file:") {
        json!({ "uri": uri })
    } else {
        json!({ "uri": uri, "uriBaseId": "%SRCROOT%" })
    }
}

fn region(r: Region) -> Value {
    json!({
        "startLine": r.start_line,
        "startColumn": r.start_column,
        "endLine": r.end_line,
        "endColumn": r.end_column,
    })
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(map) = object {
        let map: &mut Map<String, Value> = map;
        map.insert(key.to_owned(), value);
    }
}

/// A plain text as a message: `[…](…)` would be a link and `{0}` a placeholder (SARIF 2.1.0, §3.11), so
/// every bracket and every `\` has a `\` before it, and every brace is doubled. Pages show it, so nothing in it turns
/// the direction of writing.
fn message(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '\\' | '[' | ']' => out.push('\\'),
            '{' | '}' => out.push(c),
            _ => {}
        }
        out.push(c);
    }
    out
}

/// A plain text as a message of at most [`LONGEST`] characters; no escape is cut in two.
fn short(text: &str) -> String {
    let whole = message(text);
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let mut out = String::new();
    let mut left = LONGEST - 1;
    for c in text.chars() {
        let piece = message(c.encode_utf8(&mut [0; 4]));
        let Some(rest) = left.checked_sub(piece.chars().count()) else { break };
        left = rest;
        out.push_str(&piece);
    }
    out.push('…');
    out
}

/// What stays the same when lines are added above.
fn fingerprint(f: &Finding) -> String {
    let uri = f.place.as_ref().map_or("", |p| p.uri.as_str());
    let mut print = sha256(format!("{uri}\0{}", f.identity));
    print.truncate(32);
    print
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_are_those_of_github() {
        for (product, text) in [
            (1, "1.0"),
            (4, "3.9"),
            (5, "4.0"),
            (9, "6.9"),
            (10, "7.0"),
            (15, "8.9"),
            (16, "9.1"),
            (25, "10.0"),
        ] {
            assert_eq!(security_severity(product), text);
        }
    }

    #[test]
    fn addresses_are_relative_and_encoded() {
        assert_eq!(uri("models/rag 1.tm", ""), "models/rag%201.tm");
        assert_eq!(uri("./a.tm", ""), "a.tm");
        assert_eq!(uri("../ü#?%.tm", ""), "../%C3%BC%23%3F%25.tm");
        assert_eq!(uri("/models/m/a.tm", "/models/m"), "a.tm");
        assert_eq!(uri("/models/mm/a.tm", "/models/m"), "file:///models/mm/a.tm");
        assert_eq!(uri("C:/m/a.tm", ""), "file:///C:/m/a.tm");
        assert_eq!(uri("a:b.tm", ""), "a%3Ab.tm");
        assert_eq!(uri("<standard input>", ""), "%3Cstandard%20input%3E");
    }

    #[test]
    fn texts_of_a_model_are_no_links() {
        assert_eq!(message("see [here](http://x)"), r"see \[here\](http://x)");
        // What is escaped already is no way around it.
        assert_eq!(message(r"[t\](http://evil.example)"), r"\[t\\\](http://evil.example)");
        assert_eq!(message(r"\\[a](1)"), r"\\\\\[a\](1)");
    }

    #[test]
    fn texts_of_a_model_are_no_placeholders() {
        assert_eq!(message("{0} and { a }"), "{{0}} and {{ a }}");
        assert_eq!(message("{{0}}"), "{{{{0}}}}");
        assert_eq!(message("{12"), "{{12");
    }

    #[test]
    fn short_texts_are_cut_between_escapes() {
        assert_eq!(short("a [b]"), r"a \[b\]");
        for text in ["x".repeat(3000), "[".repeat(3000), "{a}".repeat(1000), "\\".repeat(2000)] {
            let cut = short(&text);
            assert!(cut.chars().count() <= LONGEST && cut.chars().count() > LONGEST - 4);
            let left = cut.replace(r"\\", "").replace(r"\[", "").replace("{{", "").replace("}}", "");
            assert!(!left.contains(['[', '\\', '{', '}']), "{left}");
        }
    }

    #[test]
    fn too_many_results_lose_the_mildest() {
        let finding = |n: usize| Finding {
            rule: "r".into(),
            level: Level::Note,
            message: "m".into(),
            place: None,
            related: Vec::new(),
            fixes: Vec::new(),
            identity: n.to_string(),
            rank: Some((n % 100) as f64),
        };
        let all: Vec<Finding> = (0..RESULTS + 500).map(finding).collect();
        let (left, over) = kept(&all);
        assert_eq!((left.len(), over), (RESULTS, 500));
        assert_eq!(left.iter().filter(|f| f.rank.is_some_and(|r| r < 2.0)).count(), 10);
        let text = write(&[], &all);
        assert!(text.contains("500 further results are left out"));
    }

    #[test]
    fn texts_of_rules_are_no_links_either() {
        let text = || "[t](http://evil.example) {0}".to_owned();
        let r = Rule {
            id: "threat/own".into(),
            title: text(),
            about: text(),
            help: text(),
            markdown: None,
            level: Level::Error,
            tags: Vec::new(),
            product: None,
        };
        let value = rule(&r);
        for part in ["shortDescription", "fullDescription", "help"] {
            assert_eq!(
                value.pointer(&format!("/{part}/text")),
                Some(&json!(r"\[t\](http://evil.example) {{0}}")),
                "{part}"
            );
        }
    }
}
