//! The properties of a block: which there are, each once, and none that nobody knows.

use super::Cx;
use crate::catalog::{KindId, PropertyId};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::words::{self, Property};
use crate::source::Span;
use crate::syntax::tree::{self, Block, Shape, Value, ValueKind};

/// The properties of one block, checked for their names.
pub(super) struct Props<'t> {
    pub file: usize,
    list: Vec<(&'static Property, &'t Value)>,
    /// Properties of the kind, still to be typed.
    pub of_kind: Vec<(PropertyId, &'t Value)>,
}

impl<'t> Props<'t> {
    /// A property with its entry in the table.
    pub fn get(&self, name: &str) -> Option<(&'static Property, &'t Value)> {
        self.list.iter().find(|(p, _)| p.name == name).copied()
    }

    /// Whether it is given, with whatever value.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// How many items a property has.
    pub fn items(&self, name: &str) -> usize {
        self.get(name).map_or(0, |(_, value)| super::values::items(value).len())
    }

    /// Where a property's value stands.
    pub fn span(&self, name: &str) -> Option<Span> {
        self.get(name).map(|(_, v)| v.span)
    }
}

/// Whose properties are read.
#[derive(Copy, Clone)]
pub(super) struct Owner<'a> {
    pub file: usize,
    /// With its article, for messages: `a flow`.
    pub what: &'a str,
    /// Where it is declared.
    pub head: Span,
    /// Whether its head has been reported, so that nothing is missed.
    pub broken: bool,
    pub kind: Option<KindId>,
}

impl Cx<'_> {
    /// Reads the properties of a block against a table.
    pub fn props<'b>(
        &mut self,
        owner: Owner<'_>,
        block: Option<&'b Block>,
        table: &'static [Property],
    ) -> Props<'b> {
        let mut props = Props { file: owner.file, list: Vec::new(), of_kind: Vec::new() };
        let mut faulty = false;
        for statement in block.map_or(&[][..], |b| &b.statements) {
            let Shape::Property(p) = &statement.shape else {
                // A broken statement may be the property that seems to be missing.
                faulty |= matches!(
                    statement.shape,
                    Shape::Broken(_) | Shape::Declaration(_) | Shape::Titled(_) | Shape::Dated(_)
                );
                continue;
            };
            let earlier = |cx: &mut Self, first: Span| {
                let d = Diagnostic::new(
                    codes::DUPLICATE_PROPERTY,
                    p.name.span,
                    format!("`{}` is given twice", p.name.text),
                )
                .label(first, "first here")
                .help("One value stands for each property; several go in a list: `[…]`.");
                cx.out.push(d);
            };
            if let Some(entry) = words::property(table, &p.name.text) {
                if statement.faulty {
                    let items = super::values::items(&p.value).iter().map(|v| v.span);
                    self.faulty_values.extend(items.chain([p.value.span]));
                }
                match props.get(entry.name) {
                    Some((_, first)) => earlier(self, first.span),
                    None => props.list.push((entry, &p.value)),
                }
            } else if let Some(id) = owner.kind.and_then(|k| self.property_of(k, &p.name.text)) {
                match props.of_kind.iter().find(|(i, _)| *i == id) {
                    Some((_, first)) => earlier(self, first.span),
                    None => props.of_kind.push((id, &p.value)),
                }
            } else {
                faulty = true;
                // Of a guessed kind nobody knows the properties.
                let guessed = owner.broken && owner.kind.is_some();
                if !statement.faulty && !guessed {
                    self.unknown_property(owner, p, table, &props);
                }
            }
        }
        for (entry, value) in &props.list {
            if let (true, ValueKind::Text(text)) = (entry.required, &value.kind)
                && text.trim().is_empty()
                && !self.faulty_values.contains(&value.span)
            {
                let message = format!("`{}` is empty", entry.name);
                let d = Diagnostic::new(codes::MISSING, value.span, message)
                    .help("Say it in a sentence, for those who read it later.");
                self.out.push(d);
            }
        }
        if !owner.broken && !faulty && block.is_none_or(|b| b.closed) {
            let missing: Vec<&str> =
                table.iter().filter(|p| p.required && !props.has(p.name)).map(|p| p.name).collect();
            self.missing(owner, &missing);
        }
        props
    }

    /// Says which required properties are not there.
    pub fn missing(&mut self, owner: Owner<'_>, names: &[&str]) {
        if names.is_empty() || owner.broken {
            return;
        }
        let list: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
        let d = Diagnostic::new(
            codes::MISSING,
            owner.head,
            format!("{} needs {}", owner.what, list.join(" and ")),
        );
        let example: Vec<String> = names.iter().map(|n| format!("{n}: …")).collect();
        self.out.push(d.help(format!("Add `{}` to its block.", example.join(", "))));
    }

    fn unknown_property(
        &mut self,
        owner: Owner<'_>,
        p: &tree::Property,
        table: &'static [Property],
        given: &Props<'_>,
    ) {
        let name = p.name.text.as_str();
        if self.scopes.incomplete(owner.file) && owner.kind.is_some() {
            return;
        }
        let what = match owner.kind.and_then(|k| self.catalog.kind(k)) {
            Some(kind) => format!("{} `{}`", owner.what, kind.name),
            None => owner.what.to_owned(),
        };
        let mut d =
            Diagnostic::new(codes::UNKNOWN_PROPERTY, p.name.span, format!("{what} has no property `{name}`"));
        let of_kind: Vec<(PropertyId, &str)> = match owner.kind {
            Some(kind) => self
                .catalog
                .properties
                .iter()
                .enumerate()
                .filter(|(_, q)| q.on.iter().any(|k| self.catalog.is_under(kind, *k)))
                .map(|(i, q)| (PropertyId::new(i), q.name.as_str()))
                .collect(),
            None => Vec::new(),
        };
        let elsewhere = self.owners_of(name);
        // What is given already can't be what was meant.
        let free = table.iter().map(|q| q.name).filter(|n| !given.has(n));
        let free_of_kind = of_kind.iter().filter(|(id, _)| !given.of_kind.iter().any(|(g, _)| g == id));
        let near = nearest(name, free.chain(free_of_kind.map(|(_, n)| *n)));
        if self.words.kinds.contains_key(name) {
            let kind =
                format!("`{name}` is a kind, and a declaration has no colon: `{name} NAME \"LABEL\"`.");
            d = match near.map(str::to_owned) {
                Some(near) => d.help(format!("Did you mean `{near}`? {kind}")).fix(
                    format!("write `{near}`"),
                    p.name.span,
                    near,
                ),
                None => d.help(kind),
            };
        } else if !elsewhere.is_empty() {
            d = d.help(format!("`{name}` is a property of {}.", elsewhere.join(", of ")));
            if let Some(near) = near {
                d = d.help(format!("Here there is `{near}`."));
            }
        } else if let Some(near) = near {
            let near = near.to_owned();
            d = d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), p.name.span, near);
        } else if let Some(help) = crate::model::foreign::help(name) {
            d = d.help(help);
        } else {
            let names = table.iter().map(|q| q.name).chain(of_kind.iter().map(|(_, n)| *n));
            let names: Vec<String> = names.map(|n| format!("`{n}`")).collect();
            d = match names.is_empty() {
                true => d.help("It has none."),
                false => d.help(format!("It has {}.", names.join(", "))),
            };
        }
        self.out.push(d);
    }

    /// What has a property of this name: kinds, then parts, else statements.
    fn owners_of(&self, name: &str) -> Vec<String> {
        let mut kinds: Vec<&str> = self
            .words
            .properties
            .get(name)
            .into_iter()
            .flatten()
            .filter_map(|id| self.catalog.properties.get(id.index()))
            .flat_map(|q| q.on.iter().filter_map(|k| self.catalog.kind(*k)))
            .map(|k| k.name.as_str())
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut out: Vec<String> = words::OWNERS
            .iter()
            .filter(|(_, list)| words::property(list, name).is_some())
            .map(|(owner, _)| (*owner).to_owned())
            .collect();
        let quoted: Vec<String> = kinds.iter().map(|k| format!("`{k}`")).collect();
        match quoted.len() {
            0 => {}
            1 => out.push(format!("the kind {} and those under it", quoted.join(""))),
            _ => out.push(format!("the kinds {} and those under them", quoted.join(", "))),
        }
        if out.is_empty() {
            let words = words::WORDS.iter().filter(|w| words::property(w.properties, name).is_some());
            let words: Vec<String> = words.map(|w| format!("`{}`", w.name)).collect();
            if !words.is_empty() {
                out.push(words.join(", "));
            }
        }
        out
    }

    /// Says that a value is not of the property's type.
    pub fn wrong_type(&mut self, name: &str, takes: &str, value: &Value) {
        if matches!(value.kind, ValueKind::Broken) || self.faulty_values.contains(&value.span) {
            return;
        }
        let is = match &value.kind {
            ValueKind::Number(n) => format!("this is {}{}", n.digits, n.unit.as_deref().unwrap_or("")),
            other => format!("this is {}", describe(other)),
        };
        let mut d = Diagnostic::new(codes::WRONG_TYPE, value.span, format!("`{name}` takes {takes}")).at(is);
        if let (true, ValueKind::Word(word)) = (takes.starts_with("a text"), &value.kind) {
            d = d.fix("put it in quotes", value.span, format!("\"{}\"", word.text()));
        }
        if let ValueKind::Text(text) = &value.kind {
            let plain =
                !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            if plain && !takes.starts_with("a text") {
                d = d.help("Names, words, dates and numbers stand without quotes.").fix(
                    "take the quotes off",
                    value.span,
                    text.clone(),
                );
            }
        }
        self.out.push(d);
    }
}

/// What a value is, in words.
pub(super) fn describe(value: &ValueKind) -> &'static str {
    match value {
        ValueKind::Text(_) => "a text",
        ValueKind::Word(_) => "a word",
        ValueKind::Any(_) => "`any …`",
        ValueKind::All => "`*`",
        ValueKind::Bool(_) => "`true` or `false`",
        ValueKind::Number(_) => "a number",
        ValueKind::Date(_) => "a date",
        ValueKind::Every(..) => "a period",
        ValueKind::Reference(_) => "a reference",
        ValueKind::Chain(_) => "a flow",
        ValueKind::List(_) => "a list",
        ValueKind::Map(_) => "a map",
        ValueKind::Expression(_) => "a condition",
        ValueKind::Broken => "no value",
    }
}
