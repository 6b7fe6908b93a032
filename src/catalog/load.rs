//! Reads the catalog's statements, `kind`, `property`, `control` and `threat`, of any tree: those
//! of the built-in editions and those that a model adds.
//!
//! Names are collected first and looked up afterwards, so the order of statements never matters.
//! Kinds, properties, controls and threats have one namespace each over all files.

mod kinds;
mod playbook;
mod properties;
pub(super) mod read;
mod threats;

pub use properties::{literal, type_text};

use super::{Catalog, ControlKind, KindId, RuleId, fields, foreign};
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::{Block, Declaration, Shape, Statement, Text, Word};
use read::unknown;
use std::collections::{BTreeMap, BTreeSet};

/// How many controls and threats each may be declared in one go.
const MAX_DECLARED: usize = 1_000;

/// How many kinds and properties each may be declared in one go. Kinds can stand under one another
/// in a chain, and each may inherit all properties, so this bound is what keeps hostile text fast.
const MAX_KINDS: usize = 500;

/// How many mistakes are listed; each may look for the nearest word among all.
const MAX_MISTAKES: usize = 500;

/// Who declares.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The built-in catalog.
    Catalog,
    /// A model: its rules may name its parts.
    Model,
}

/// A part of the model that a condition of a model's own rule names. Whether there is such a part
/// is for the model to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPart {
    /// The rule.
    pub rule: RuleId,
    /// The name, perhaps behind an alias.
    pub name: String,
    /// Where it is named.
    pub span: Span,
    /// Whether it must be a boundary (`X in NAME`), or may be an element too (`from NAME`).
    pub boundary: bool,
}

/// Whether a statement is one that [`extend`] reads: `kind`, `property`, `threat`, or a `control`
/// that declares a word of the vocabulary. `control NAME: KIND`, a control of one system, is not.
pub fn declares(statement: &Statement) -> bool {
    let (word, shape) = match &statement.shape {
        Shape::Declaration(d) if d.word.alias.is_some() => return false,
        Shape::Declaration(d) if d.word.name.text == "control" => return d.parents.is_empty(),
        Shape::Declaration(d) => (&d.word.name.text, true),
        Shape::Titled(t) => (&t.word.text, true),
        Shape::Dated(d) => (&d.word.text, true),
        Shape::Response(r) => (&r.word.text, true),
        Shape::Call(c) => (&c.word.text, true),
        Shape::Broken(b) => match &b.word {
            Some(w) => (&w.text, true),
            None => return false,
        },
        Shape::Property(_) | Shape::Flow(_) => return false,
    };
    shape && matches!(word.as_str(), "kind" | "property" | "control" | "threat")
}

/// Adds what the statements declare to a catalog. Other statements are passed over, so all of a
/// file's can be given. What is wrong is said in `out`; the rest is read all the same.
pub fn extend(
    catalog: &mut Catalog,
    statements: &[&Statement],
    origin: Origin,
    out: &mut Vec<Diagnostic>,
) -> Vec<NamedPart> {
    let said = out.len();
    let properties = catalog.properties.len() + MAX_KINDS;
    let mut loader = Loader {
        catalog,
        said,
        properties,
        full: false,
        origin,
        out,
        places: BTreeMap::new(),
        hurt: BTreeSet::new(),
        vague: BTreeSet::new(),
        systems: BTreeMap::new(),
        expects: Vec::new(),
        parts: Vec::new(),
    };
    let mut found = Found::default();
    for statement in statements {
        loader.collect(statement, &mut found);
    }
    for (what, all, most) in [
        ("kinds", &mut found.kinds, MAX_KINDS),
        ("properties", &mut found.properties, MAX_KINDS),
        ("controls", &mut found.controls, MAX_DECLARED),
        ("threats", &mut found.threats, MAX_DECLARED),
    ] {
        if let Some(next) = all.get(most) {
            loader.say(read::too_many(next.name.span, what, most));
            all.truncate(most);
        }
    }
    loader.kinds(&found.kinds, &found.properties);
    loader.controls(&found.controls, &found.threats);
    let parts = std::mem::take(&mut loader.parts);
    // In the order of the text, whatever was looked at first.
    let place = |d: &Diagnostic| d.primary.as_ref().map(|l| (l.span.file, l.span.start));
    if let Some(new) = out.get_mut(said..) {
        new.sort_by_key(place);
    }
    if let Some(last) = out.get(said + MAX_MISTAKES).and_then(|d| d.primary.as_ref()).map(|l| l.span) {
        let more = out.len() - said - MAX_MISTAKES;
        out.truncate(said + MAX_MISTAKES);
        let message = format!("at least {more} more mistakes in kinds, controls and threats are not listed");
        out.push(Diagnostic::new(codes::LIMIT, last, message));
    }
    parts
}

/// A declaration, as its statement gives it.
struct Declared<'a> {
    name: &'a Word,
    label: Option<&'a Text>,
    block: Option<&'a Block>,
    declaration: &'a Declaration,
    faulty: bool,
}

#[derive(Default)]
struct Found<'a> {
    kinds: Vec<Declared<'a>>,
    properties: Vec<Declared<'a>>,
    controls: Vec<Declared<'a>>,
    threats: Vec<Declared<'a>>,
}

/// The namespaces of the catalog.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    Kind,
    Control,
    Threat,
}

impl Space {
    fn word(self) -> &'static str {
        match self {
            Space::Kind => "kind",
            Space::Control => "control",
            Space::Threat => "threat",
        }
    }
}

struct Loader<'a, 'o> {
    catalog: &'a mut Catalog,
    origin: Origin,
    out: &'o mut Vec<Diagnostic>,
    /// How much had been said before.
    said: usize,
    /// The most properties that there may be, and whether it was said that there are more.
    properties: usize,
    full: bool,
    /// Where this run's words are declared.
    places: BTreeMap<(Space, String), Span>,
    /// Words whose declaration is broken: a reference to one is no mistake of its own.
    hurt: BTreeSet<(Space, String)>,
    /// Kinds whose root is not known, because their parents are not.
    vague: BTreeSet<KindId>,
    /// Controls of the system at hand and their kinds, for those who name one in a rule.
    systems: BTreeMap<String, String>,
    /// What kinds expect, until the controls are read.
    expects: Vec<(KindId, Vec<Word>)>,
    parts: Vec<NamedPart>,
}

impl<'a> Loader<'a, '_> {
    fn say(&mut self, d: Diagnostic) {
        self.out.push(d);
    }

    /// Whether so much is wrong that nothing more is looked for.
    fn enough(&self) -> bool {
        self.out.len() > self.said + MAX_MISTAKES
    }

    fn collect<'s>(&mut self, statement: &'s Statement, found: &mut Found<'s>) {
        if let Shape::Declaration(d) = &statement.shape
            && d.word.text() == "control"
            && let Some(kind) = d.parents.first()
        {
            self.systems.insert(d.name.text.clone(), kind.name.text.clone());
        }
        if !declares(statement) {
            return;
        }
        match &statement.shape {
            Shape::Declaration(d) => {
                let declared = Declared {
                    name: &d.name,
                    label: d.label.as_ref(),
                    block: d.block.as_ref(),
                    declaration: d,
                    faulty: statement.faulty,
                };
                match d.word.name.text.as_str() {
                    "kind" => found.kinds.push(declared),
                    "property" => found.properties.push(declared),
                    "control" => found.controls.push(declared),
                    _ => found.threats.push(declared),
                }
            }
            Shape::Broken(b) => {
                let space = match b.word.as_ref().map(|w| w.text.as_str()) {
                    Some("kind") => Space::Kind,
                    Some("control") => Space::Control,
                    _ => Space::Threat,
                };
                if let Some(name) = &b.name {
                    self.hurt.insert((space, name.text.clone()));
                }
            }
            Shape::Titled(t) if !statement.faulty => {
                let word = &t.word.text;
                self.say(
                    Diagnostic::new(codes::MISSING, t.word.span, format!("this {word} has no name"))
                        .help(format!("A name stands before the title: `{word} NAME \"…\" {{ … }}`.")),
                );
            }
            _ if !statement.faulty => {
                self.say(
                    Diagnostic::new(
                        codes::SYNTAX,
                        statement.span,
                        "this does not have the form of a declaration",
                    )
                    .help("Kinds, properties, controls and threats are declared as `WORD NAME \"…\" { … }`."),
                );
            }
            _ => {}
        }
    }

    /// Takes a name for what is declared. False, and said, if it is taken.
    fn claim(&mut self, space: Space, name: &Word) -> bool {
        let key = (space, name.text.clone());
        let word = space.word();
        let message = format!("there are two {word}s `{}`", name.text);
        let mut d = Diagnostic::new(codes::DUPLICATE_NAME, name.span, message);
        if let Some(before) = self.places.get(&key) {
            d = d.label(*before, "first declared here");
        } else if self.known(space, &name.text) {
            d = d.at("the catalog has one of this name");
            d = d.help(match space {
                Space::Kind => {
                    format!("Give it another name; `kind NAME: {}` declares one under it.", name.text)
                }
                Space::Control => "Give it another name, or use the one there is.".to_owned(),
                Space::Threat => {
                    format!("Give it another name; `off {}` switches the one there is off.", name.text)
                }
            });
        } else {
            self.places.insert(key, name.span);
            return true;
        }
        self.say(d);
        false
    }

    /// Whether something has this name today. An older name may be given anew.
    fn known(&self, space: Space, name: &str) -> bool {
        let catalog = &*self.catalog;
        let at = self.find(space, name);
        at.is_some_and(|i| match space {
            Space::Kind => catalog.kinds.get(i).is_some_and(|k| k.name == name),
            Space::Control => catalog.controls.get(i).is_some_and(|c| c.name == name),
            Space::Threat => catalog.rules.get(i).is_some_and(|r| r.name == name),
        })
    }

    /// The place of what has this name, or had it once.
    fn find(&self, space: Space, name: &str) -> Option<usize> {
        match space {
            Space::Kind => self.catalog.find_kind(name).map(super::KindId::index),
            Space::Control => self.catalog.find_control(name).map(super::ControlId::index),
            Space::Threat => self.catalog.find_rule(name).map(RuleId::index),
        }
    }

    /// An older name that is the name of something else, or an older one of it, would be read as that.
    fn older_names(&mut self, space: Space, name: &Word, was: &[String], mine: usize) {
        for old in was {
            if self.find(space, old) != Some(mine) {
                let message = format!(
                    "`{old}` is the name of another {}, so it can't be an older name of `{}`",
                    space.word(),
                    name.text
                );
                self.say(Diagnostic::new(codes::DUPLICATE_NAME, name.span, message));
            }
        }
    }

    /// Says that there is nothing of a name, unless its own declaration is broken.
    fn missing(&mut self, space: Space, name: &Word) {
        if self.hurt.contains(&(space, name.text.clone())) {
            return;
        }
        let kind = self.systems.get(&name.text).filter(|_| space == Space::Control).cloned();
        let d = if let Some(kind) = kind {
            let message =
                format!("`{}` is a control of this system; rules name kinds of controls", name.text);
            Diagnostic::new(codes::WRONG_NAME, name.span, message).fix(
                format!("name its kind, `{kind}`"),
                name.span,
                kind,
            )
        } else {
            let catalog = &*self.catalog;
            match space {
                Space::Kind => {
                    let known = catalog.kinds.iter().map(|k| k.name.as_str());
                    let d = unknown(codes::UNKNOWN_KIND, "kind", &name.text, name.span, known);
                    match foreign::of(catalog, &name.text) {
                        Some(kind) => read::called_here(d, name.span, kind),
                        None => d,
                    }
                }
                Space::Control => {
                    let known = catalog.controls.iter().map(|c| c.name.as_str());
                    unknown(codes::UNKNOWN_CONTROL, "control", &name.text, name.span, known)
                }
                Space::Threat => {
                    let known = catalog.rules.iter().map(|r| r.name.as_str());
                    unknown(codes::UNKNOWN_THREAT, "threat", &name.text, name.span, known)
                }
            }
        };
        self.say(d);
    }

    /// A kind by name; what is unknown is said.
    fn kind(&mut self, name: &Word) -> Option<KindId> {
        let kind = self.catalog.find_kind(&name.text);
        if kind.is_none() {
            self.missing(Space::Kind, name);
        }
        kind
    }

    fn controls(&mut self, controls: &[Declared<'_>], threats: &[Declared<'_>]) {
        let mut lowering = Vec::new();
        for c in controls {
            if self.enough() || !self.claim(Space::Control, c.name) {
                continue;
            }
            let read = read::read(&fields::CONTROL, c.name, c.block, c.faulty, self.out);
            for p in &read.rest {
                self.out.push(read::unknown_property(&fields::CONTROL, &p.name, []));
            }
            self.catalog.controls.push(ControlKind {
                name: c.name.text.clone(),
                was: read.names("was"),
                label: c.label.map_or_else(|| label(&c.name.text), |l| l.text.clone()),
                group: read.word("group").unwrap_or("own").to_owned(),
                about: read.text("about").unwrap_or_default(),
                default_for: Vec::new(),
                verifies: Vec::new(),
                acts: read.words("acts").iter().filter_map(|w| super::Acts::from_word(&w.text)).collect(),
                reach: read.word("reach").and_then(super::Reach::from_word).unwrap_or(super::Reach::Target),
                refs: read.references("refs"),
                tags: read.texts("tags"),
                own: self.origin == Origin::Model,
            });
            lowering.push((self.catalog.controls.len() - 1, c.name, read));
        }
        for (control, name, read) in &lowering {
            self.older_names(Space::Control, name, &read.names("was"), *control);
        }
        self.threats(threats);
        for (control, _, read) in lowering {
            self.lowers(super::ControlId::new(control), &read);
            self.default_for(super::ControlId::new(control), &read);
            self.verifies(super::ControlId::new(control), &read);
        }
        let expects = std::mem::take(&mut self.expects);
        self.expected(&expects);
    }
}

/// A label from a name: `Rag store` from `rag_store`.
fn label(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars.map(|c| if c == '_' || c == '-' { ' ' } else { c })).collect()
}
