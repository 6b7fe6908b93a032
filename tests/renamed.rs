//! Renaming a part, with `was` for its old name, changes no response and no rating.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;

use findings::{Found, examples};
use std::path::PathBuf;
use trustline::source::{FileId, Memory, Span};
use trustline::syntax::parse;
use trustline::syntax::tree::{Block, Chain, Path, Property, Shape, Statement, Value, ValueKind, Word};

/// Where a name stands in what is built: its declaration, flows, and the properties of parts.
struct Uses<'n> {
    name: &'n str,
    /// Places of the name.
    places: Vec<Span>,
    /// Where `was` goes: behind the brace of the block, or behind the head that has none.
    declared: Option<(Span, bool)>,
}

impl Uses<'_> {
    fn word(&mut self, word: &Word) {
        if word.text == self.name {
            self.places.push(word.span);
        }
    }

    fn path(&mut self, path: &Path) {
        self.word(path.alias.as_ref().unwrap_or(&path.name));
    }

    fn chain(&mut self, chain: &Chain) {
        chain.ends.iter().for_each(|e| self.path(e));
    }

    fn value(&mut self, value: &Value) {
        match &value.kind {
            ValueKind::Word(path) => self.path(path),
            ValueKind::Chain(chain) => self.chain(chain),
            ValueKind::List(list) => list.iter().for_each(|v| self.value(v)),
            _ => {}
        }
    }

    /// The properties in a block that name parts.
    fn properties(&mut self, block: Option<&Block>) {
        let named = ["stores", "holds", "runs_on", "from", "sends", "writes", "returns", "via"];
        for s in block.into_iter().flat_map(|b| &b.statements) {
            if let Shape::Property(Property { name, value }) = &s.shape
                && named.contains(&name.text.as_str())
            {
                self.value(value);
            }
        }
    }

    fn declared(&mut self, name: &Word, statement: &Statement, block: Option<&Block>) {
        if name.text == self.name {
            self.places.push(name.span);
            self.declared = Some(match block {
                Some(b) => (Span { end: b.span.start + 1, ..b.span }, true),
                None => (statement.span, false),
            });
        }
    }

    fn statement(&mut self, s: &Statement, apart: &[&str]) {
        match &s.shape {
            Shape::Flow(f) => {
                self.chain(&f.chain);
                if let Some(name) = &f.name {
                    self.declared(name, s, f.block.as_ref());
                }
                self.properties(f.block.as_ref());
            }
            Shape::Declaration(d) if !apart.contains(&d.word.name.text.as_str()) => {
                self.declared(&d.name, s, d.block.as_ref());
                self.properties(d.block.as_ref());
                for inner in d.block.iter().flat_map(|b| &b.statements) {
                    self.statement(inner, apart);
                }
            }
            _ => {}
        }
    }
}

/// Statements that only speak of parts: they keep the old name.
const SPEAK: &[&str] = &["kind", "control", "threat", "attacker", "view", "off"];

/// The text with a part renamed in what is built.
fn renamed(text: &str, old: &str, new: &str) -> String {
    let tree = parse(FileId(0), text).tree;
    let mut uses = Uses { name: old, places: Vec::new(), declared: None };
    tree.statements.iter().for_each(|s| uses.statement(s, SPEAK));
    let (at, block) = uses.declared.unwrap_or_else(|| panic!("{old} is declared nowhere"));
    let mut edits: Vec<(usize, usize, String)> =
        uses.places.iter().map(|p| (p.start as usize, p.end as usize, new.to_owned())).collect();
    let was = if block { format!(" was: {old}; ") } else { format!(" {{ was: {old} }}") };
    edits.push((at.end as usize, at.end as usize, was));
    edits.sort();
    let mut out = text.to_owned();
    for (start, end, text) in edits.into_iter().rev() {
        out.replace_range(start..end, &text);
    }
    out
}

/// What is said in a model but not of its built parts: all statements that keep old names.
fn speaks_of(text: &str, name: &str) -> bool {
    let words = |s: &str| s.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|w| w == name);
    parse(FileId(0), text).tree.statements.iter().any(|s| {
        let told = match &s.shape {
            Shape::Declaration(d) => SPEAK.contains(&d.word.name.text.as_str()),
            Shape::Response(_) | Shape::Titled(_) => true,
            _ => false,
        };
        told && words(&text[s.span.range()])
    })
}

fn names(found: &Found) -> Vec<String> {
    let m = &found.model;
    let elements = m.elements.iter().map(|e| e.name.clone());
    let boundaries = m.boundaries.iter().filter(|b| !b.implied).map(|b| b.name.clone());
    let data = m.data.iter().map(|d| d.name.clone());
    let flows = m.flows.iter().filter_map(|f| f.name.clone());
    elements.chain(boundaries).chain(data).chain(flows).collect()
}

#[test]
fn renaming_with_was_changes_no_response_or_rating() {
    let (mut seen, mut spoken) = (0, 0);
    for (example, text) in examples() {
        let before = Found::of_text(&text).expect_good(&example);
        let judged = before.judged(&str::to_owned);
        for name in names(&before) {
            let new = format!("{name}_since");
            let changed = renamed(&text, &name, &new);
            let told = format!("{example}, {name}:\n{changed}");
            let after = Found::of_text(&changed).expect_good(&told);
            assert_eq!(after.judged(&|line: &str| line.replace(&new, &name)), judged, "{told}");
            // Nothing of what is said about parts got lost either.
            let counts = |f: &Found| {
                let m = &f.model;
                let wants: usize = m.attackers.iter().map(|a| a.wants.len() + a.from.len()).sum();
                let about: usize = m.assumptions.iter().map(|a| a.about.len()).sum();
                let asked: usize = m.questions.iter().map(|q| q.about.len()).sum();
                let focus: usize = m.views.iter().map(|v| v.focus.len()).sum();
                (m.responses.len(), m.tests.len(), m.placements.len(), wants, about, asked, focus)
            };
            assert_eq!(counts(&after), counts(&before), "{told}");
            let warned = |f: &Found| {
                let all = f.diagnostics.iter().chain(&f.analysis.diagnostics);
                all.map(|d| d.code.name()).collect::<Vec<_>>()
            };
            assert_eq!(warned(&after), warned(&before), "{told}");
            seen += 1;
            spoken += usize::from(speaks_of(&text, &name));
        }
    }
    assert!(seen > 80 && spoken > 25, "{seen} parts, {spoken} of them spoken of by their old names");
}

/// Another team renames a part of the file that a model imports.
#[test]
fn responses_find_parts_of_imported_files_by_their_older_names() {
    let main = "import \"platform.tm\" as p\nmodel \"M\" { catalog: 2026.1 }\nprompts ask\nanonymous_user who\n\
                who -> p.desk { sends: [ask] }\n\
                threat at-rest \"R\" { stride: tampering, on: database, likelihood: 3, impact: 3, scenario: \"x\" }\n\
                threat moving \"M\" { stride: tampering, on: flow, when: source in p.hall, likelihood: 3, impact: 3, scenario: \"x\" }\n";
    let says = "rated at-rest on p.shelf { likelihood: 1, because: \"x\" }\n\
                rated moving on p.desk -> p.shelf { likelihood: 1, because: \"x\" }\n\
                question \"q\" { about: [p.shelf, p.hall, p.paper, p.fetch] }\n\
                require tls on p.desk -> p.shelf { because: \"x\" }\n";
    let old = "boundary hall { web_app desk; database shelf { stores: [paper] } }\ndocuments paper\n\
               desk -> shelf { returns: [paper] }\ndesk -> shelf as fetch { returns: [paper] }\n";
    let new = "boundary floor { was: hall; web_app desk; database rack { was: shelf, stores: [sheet] } }\n\
               documents sheet { was: paper }\n\
               desk -> rack { returns: [sheet] }\ndesk -> rack as get { was: fetch, returns: [sheet] }\n";
    let of = |platform: &str| {
        let files = Memory::new([("main.tm", format!("{main}{says}")), ("platform.tm", platform.to_owned())]);
        Found::of(&files).expect_good(platform)
    };
    let (before, after) = (of(old), of(new));
    let back = |line: &str| {
        let pairs =
            [("p.rack", "p.shelf"), ("p.floor", "p.hall"), ("p.sheet", "p.paper"), ("p.get", "p.fetch")];
        pairs.iter().fold(line.to_owned(), |l, (new, old)| l.replace(new, old))
    };
    assert_eq!(after.judged(&back), before.judged(&str::to_owned));
    assert_eq!(before.analysis.threats.iter().filter(|t| t.rated.is_some()).count(), 2);
    assert_eq!(after.model.questions[0].about.len(), 4);
    // Without `was` each of them would be an error.
    let bare = new.replace("was: hall; ", "").replace("was: shelf, ", "").replace("was: fetch, ", "");
    let files = Memory(std::collections::BTreeMap::from([
        (PathBuf::from("main.tm"), format!("{main}{says}")),
        (PathBuf::from("platform.tm"), bare),
    ]));
    assert!(Found::of(&files).diagnostics.iter().filter(|d| d.is_error()).count() >= 3);
}

#[test]
fn a_name_of_today_goes_before_an_older_one() {
    let found = Found::of_text(
        "model \"M\" { catalog: 2026.1 }\ndatabase a { was: b }\ndatabase b { was: a }\nllm x\nx -> a\nx -> b\n\
         question \"q\" { about: [a, b, x -> a] }\n",
    )
    .expect_good("swapped");
    let about: Vec<_> = found.model.questions[0].about.iter().map(|p| format!("{:?}", p.target)).collect();
    assert_eq!(about, ["Element(ElementId(0))", "Element(ElementId(1))", "Flows([FlowId(0)])"]);
}
