//! What may stand at the cursor.
//!
//! The place is read from the text before the cursor (`context`), so that it works in broken text; what may
//! stand there comes from the tables of words, the catalog, and the names that the file sees.

pub(super) mod condition;
mod items;
mod values;

pub use items::{Item, ItemSort};

use super::context::{Context, Head, Inside, Token};
use super::names::{List, Symbol, walk::takes_control};
use super::{At, Snapshot};
use crate::catalog::fields::{self, Property};
use crate::catalog::{KindId, Root};
use crate::model::words::{self, Form, Place};
use crate::source::Span;
use crate::syntax::tree::{Shape, Statement};

/// What an editor can show.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// Whether texts with places to fill in (`${1:name}`) are understood.
    pub snippets: bool,
}

/// What a completion works with.
struct Cx<'a> {
    s: &'a Snapshot,
    at: At,
    text: &'a str,
    context: Context<'a>,
    /// What is replaced: the word before the cursor.
    span: Span,
    files: &'a [String],
    out: Vec<Item>,
}

/// What may stand at a place, the likeliest first. `files` are the files that an import could name, as
/// paths from the folder of this file.
pub fn complete(s: &Snapshot, at: At, wishes: Wishes, files: &[String]) -> Vec<Item> {
    let Some(source) = s.source(at.file) else { return Vec::new() };
    let context = Context::of(&source.text, at.offset);
    let span = Span::new(at.file, context.start, at.offset.min(source.text.len()));
    let mut cx = Cx { s, at, text: &source.text, context, span, files, out: Vec::new() };
    cx.all();
    cx.left_as_it_is();
    let mut out = cx.out;
    if !wishes.snippets {
        // Without what is to be filled in it is no other than the first form.
        out.retain(|i| i.label != items::CONTROL_WORD);
        for item in &mut out {
            item.plain();
        }
    }
    out.sort_by(|a, b| (a.order, &a.label).cmp(&(b.order, &b.label)));
    out.dedup_by(|a, b| a.label == b.label && a.sort == b.sort);
    out
}

impl Cx<'_> {
    fn file(&self) -> usize {
        self.at.file.0 as usize
    }

    /// What stands behind the cursor on its line.
    fn behind(&self) -> &str {
        self.text.get(self.at.offset..).and_then(|t| t.lines().next()).unwrap_or("").trim_start()
    }

    /// Where a word of a statement is changed that goes on behind the cursor, the rest is not written anew.
    fn left_as_it_is(&mut self) {
        let behind = self.behind();
        let named = behind.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '"');
        let valued = behind.starts_with(':');
        let arrow = behind.starts_with("->") || behind.starts_with("<->");
        for item in &mut self.out {
            let there = match item.sort {
                ItemSort::Word | ItemSort::Kind => named,
                ItemSort::Property => valued,
                ItemSort::Element => arrow,
                _ => false,
            };
            if there {
                item.alone();
            }
        }
    }

    /// The entries of the list at hand but for the one at the cursor.
    fn entries(&self) -> Vec<&str> {
        let Some(list) = self.context.frames.last().filter(|f| f.open == '[') else { return Vec::new() };
        let before = self.text.get(list.from..self.context.start).unwrap_or("");
        let behind = self.text.get(self.at.offset..).unwrap_or("");
        let behind = behind.split([']', '}', ':']).next().unwrap_or("");
        let before = before.rsplit(',').skip(1);
        before.chain(behind.split(',').skip(1)).map(str::trim).collect()
    }

    fn all(&mut self) {
        match self.context.inside {
            Inside::Comment => return,
            Inside::Text(_) => return self.in_text(),
            Inside::Code => {}
        }
        let property = self.context.property().map(|(name, rest)| (name, rest.to_vec()));
        if let Some((name, rest)) = property {
            self.value(name, &rest);
            // What a list has already is not added a second time.
            let there: Vec<String> = self.entries().into_iter().map(str::to_owned).collect();
            return self.out.retain(|i| !there.contains(&i.label));
        }
        if self.context.in_list() {
            return;
        }
        let head = self.context.blocks().next().map(|f| f.head());
        let line = self.context.line.clone();
        if let Some(Head::Map(name)) = head {
            if line.is_empty() {
                self.map(name);
            }
            return;
        }
        match line.as_slice() {
            [] if self.context.alias.is_none() => self.statement(),
            [] => {
                // `vendor.`: the beginning of a flow, or one of the kinds that the model declares.
                self.names(&[super::names::Sort::Element]);
                self.kinds(2, |k| k.own, true);
            }
            [.., Token::Arrow] => self.ends(),
            [Token::Word(word), rest @ ..] => {
                let word = *word;
                self.after(word, rest);
                let response = words::find(word).is_some_and(|w| w.form == Form::Response);
                if !response && matches!(rest, [.., Token::Arrow, Token::Word(_)]) {
                    let item = Item::new(ItemSort::Word, "as", self.span).insert("as ");
                    self.out.push(item.detail("a name for the flow"));
                }
            }
            _ => {}
        }
    }

    /// In a text: the path of an import, or who answers for something.
    fn in_text(&mut self) {
        match self.context.line.as_slice() {
            [Token::Word("import")] => {
                for file in self.files {
                    self.out.push(Item::new(ItemSort::File, file, self.span));
                }
            }
            [Token::Word(name), Token::Colon] => {
                let name = *name;
                self.people(name);
            }
            _ => {}
        }
    }

    /// Behind the first word of a statement.
    fn after(&mut self, word: &str, rest: &[Token<'_>]) {
        let Some(w) = words::find(word) else {
            return;
        };
        match (w.form, rest) {
            (Form::Response, []) if takes_control(w) => self.controls(true, true),
            (Form::Response, []) => self.threats(true),
            (Form::Response, [Token::Word(_)]) => {
                self.out.push(Item::new(ItemSort::Word, "on", self.span).insert("on ").again());
            }
            (Form::Response, [Token::Word(name), Token::Word("on"), more @ ..]) => {
                let name = (*name).to_owned();
                match more {
                    [] => self.targets(&name),
                    [Token::Word("any")] => self.any(),
                    _ => {}
                }
            }
            (Form::Declaration, []) if w.name == "off" => self.threats(false),
            (Form::Declaration, [Token::Word(_), Token::Colon, ..]) if w.name == "control" => {
                self.controls(false, true);
            }
            (Form::Declaration, [Token::Word(_), Token::Colon, ..]) if w.name == "kind" => {
                self.kinds(0, |_| true, false);
            }
            _ => {}
        }
    }

    /// At the beginning of a statement.
    fn statement(&mut self) {
        self.goes_on();
        let Some(frame) = self.context.blocks().next() else {
            return self.parts_of(Place::File);
        };
        let head = frame.head();
        let tokens = frame.head.clone();
        match head {
            Head::Word(w, _) if w.name == "boundary" => {
                self.properties(words::BOUNDARY);
                self.parts_of(Place::Boundary);
            }
            Head::Word(w, true) if w.name == "kind" => {
                self.properties(w.properties);
                let parent = tokens.iter().rev().find_map(|t| match t {
                    Token::Word(name) => self.s.model().catalog.find_kind(name),
                    _ => None,
                });
                self.properties_of_kind(parent);
                self.statement_words(Place::Kind);
            }
            _ => {
                if let Some((table, kind)) = self.owner(head) {
                    self.properties(table);
                    self.properties_of_kind(kind);
                }
            }
        }
    }

    /// What the block of a statement takes.
    fn owner(&self, head: Head<'_>) -> Option<(&'static [Property], Option<KindId>)> {
        match head {
            Head::Flow => Some((words::FLOW, None)),
            // Without a kind behind a colon it may be a word of the vocabulary.
            Head::Word(w, false) if w.name == "control" => Some((fields::CONTROL.properties, None)),
            Head::Word(w, _) => Some((w.properties, None)),
            Head::Kind(name) => {
                let catalog = &self.s.model().catalog;
                let kind = catalog.find_kind(name)?;
                let data = catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
                Some((if data { words::DATA } else { words::ELEMENT }, Some(kind)))
            }
            Head::Map(_) | Head::Unknown => None,
        }
    }

    /// The properties that the block at hand has already, the one at the cursor left out, with their values. What
    /// stands before the cursor is read from the text, for a block that is open may not reach it; what stands behind
    /// it, from the tree.
    fn given(&self) -> Vec<(&str, &str)> {
        let mut out: Vec<(&str, &str)> =
            self.context.blocks().next().map(|f| f.said.clone()).unwrap_or_default();
        let around = self.s.around(self.at);
        let block =
            around.iter().rev().find_map(|s| s.block().filter(|b| super::holds(b.span, self.at.offset)));
        let behind = block.map_or(&[][..], |b| &b.statements).iter().filter_map(|s| match &s.shape {
            Shape::Property(p) if p.name.span.range().start > self.at.offset => {
                Some((p.name.text.as_str(), self.text.get(p.value.span.range()).unwrap_or("")))
            }
            _ => None,
        });
        out.extend(behind);
        out
    }

    /// The names of these.
    fn given_names(&self) -> Vec<String> {
        self.given().into_iter().map(|(name, _)| name.to_owned()).collect()
    }

    fn properties(&mut self, table: &'static [Property]) {
        let given = self.given_names();
        for p in table.iter().filter(|p| !given.iter().any(|g| g == p.name)) {
            self.out.push(Item::property(p, self.span));
        }
    }

    fn properties_of_kind(&mut self, kind: Option<KindId>) {
        let Some(kind) = kind else { return };
        let given = self.given_names();
        let catalog = &self.s.model().catalog;
        let mut items: Vec<Item> = Vec::new();
        for (p, default) in catalog.properties_of(kind) {
            if !given.contains(&p.name) {
                items.push(Item::property_of_kind(p, default, self.span));
            }
        }
        self.out.extend(items);
    }

    fn statement_words(&mut self, place: Place) {
        // In a boundary its properties are likelier: `controls` before `control`.
        let order = match place {
            Place::Boundary => 2,
            Place::File => 1,
            _ => 0,
        };
        let titled = place != Place::File || self.has_model();
        let today = self.s.today().map(|day| day.to_string());
        for w in words::WORDS.iter().filter(|w| w.places.contains(&place)) {
            let mut item = Item::word(w, self.span);
            if let Some(today) = &today {
                item.insert = item.insert.replace(words::DAY, today);
            }
            match w.name {
                // It stands in the model's own file, and there once.
                "model" if titled => {}
                "model" => self.out.push(item.order(0)),
                "control" if place == Place::File && self.behind().is_empty() => {
                    self.out.push(item.order(order));
                    self.out.push(Item::control_word(w, self.span).order(order));
                }
                _ => self.out.push(item.order(order)),
            }
        }
    }

    /// Whether the file needs no `model` any more: it has one elsewhere, or it is imported.
    fn has_model(&self) -> bool {
        let tree = self.s.tree(self.at.file);
        let model = |s: &Statement| matches!(&s.shape, Shape::Titled(t) if t.word.text == "model");
        let elsewhere = |s: &Statement| model(s) && !super::holds(s.span, self.at.offset);
        self.at.file.0 > 0 || tree.is_some_and(|t| t.statements.iter().any(elsewhere))
    }

    /// What may stand in a file or a boundary: statement words, kinds, and the beginning of a flow.
    fn parts_of(&mut self, place: Place) {
        self.statement_words(place);
        self.kinds(4, |_| true, true);
        let elements = self.s.index().seen(List::Parts, self.file());
        let names: Vec<Symbol> =
            elements.filter(|s| s.sort == super::names::Sort::Element).cloned().collect();
        for symbol in names {
            let detail = super::describe::line(&self.s.model().catalog, &symbol);
            let item = Item::new(ItemSort::Element, &symbol.name, self.span).detail(detail).order(3);
            self.out.push(item.insert(format!("{} -> ", symbol.name)).again());
        }
        // A flow may begin with a part of another file.
        self.aliases();
    }

    /// Kinds: with a name and a label to fill in, or alone.
    fn kinds(&mut self, order: u32, fits: impl Fn(&crate::catalog::Kind) -> bool, declares: bool) {
        let catalog = &self.s.model().catalog;
        let mut items = Vec::new();
        for (i, k) in catalog.kinds.iter().enumerate().filter(|(_, k)| fits(k)) {
            items.push(Item::kind(catalog, KindId::new(i), k, self.span, declares).order(order));
        }
        self.out.extend(items);
    }
}
