//! Where something is declared, where it is used, and what an arrow stands for.

use super::names::{Role, Sort, Symbol};
use super::{At, Snapshot, holds};
use crate::model::{ElementId, FlowId};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Arrow, Chain, Shape, Target, Value, ValueKind};

/// A way from a word to its declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The word.
    pub from: Span,
    /// The name where it is declared.
    pub to: Span,
    /// The whole declaration.
    pub whole: Span,
}

/// Where what a word stands for is declared; nothing for what is built in.
pub fn definition(s: &Snapshot, at: At) -> Option<Definition> {
    let index = s.index();
    let word = index.at(at.file, at.offset)?;
    if let Role::Import(file) = word.role {
        let file = FileId(u32::try_from(file?).ok()?);
        let start = Span::new(file, 0, 0);
        return Some(Definition { from: word.span, to: start, whole: start });
    }
    let symbol = index.symbol(word.symbol?)?;
    if symbol.sort == Sort::Alias && !word.declares {
        return Some(Definition { from: word.span, to: symbol.span, whole: symbol.whole });
    }
    Some(Definition { from: word.span, to: symbol.span, whole: symbol.whole })
}

/// Everywhere that the thing at a place is named, in the order of the text.
pub fn references(s: &Snapshot, at: At, with_declaration: bool) -> Vec<Span> {
    let index = s.index();
    let Some(symbol) = index.at(at.file, at.offset).and_then(|w| w.symbol) else { return Vec::new() };
    index.uses(symbol).filter(|o| with_declaration || !o.declares).map(|o| o.span).collect()
}

/// Where the same thing is named in one file, with whether it is declared there.
pub fn highlights(s: &Snapshot, at: At) -> Vec<(Span, bool)> {
    let index = s.index();
    let Some(symbol) = index.at(at.file, at.offset).and_then(|w| w.symbol) else { return Vec::new() };
    index.uses(symbol).filter(|o| o.span.file == at.file).map(|o| (o.span, o.declares)).collect()
}

/// The element that a declaration declares.
pub(super) fn element(s: &Snapshot, symbol: &Symbol) -> Option<ElementId> {
    let same = |span: Span| span.file == symbol.whole.file && span.start == symbol.whole.start;
    if symbol.sort != Sort::Element {
        return None;
    }
    s.model().elements.iter().position(|e| same(e.span)).map(ElementId::new)
}

/// The declaration of an element.
pub(super) fn declaration(s: &Snapshot, id: ElementId) -> Option<&Symbol> {
    let span = s.model().element(id)?.span;
    let symbols = &s.index().symbols;
    symbols
        .iter()
        .find(|y| y.whole.file == span.file && y.whole.start == span.start && y.sort == Sort::Element)
}

/// The flows between two ends of a chain that stand at a place: the arrow's own.
pub(super) fn flows_at(s: &Snapshot, at: At) -> Option<(Span, Vec<FlowId>)> {
    let around = s.around(at);
    let statement = around.last()?;
    match &statement.shape {
        Shape::Flow(f) => flows_of(s, &f.chain, at, Some(statement.span)),
        Shape::Response(r) => match &r.target {
            Target::Chain(chain) => flows_of(s, chain, at, None),
            _ => None,
        },
        Shape::Property(p) => chains(&p.value).into_iter().find_map(|c| flows_of(s, c, at, None)),
        _ => None,
    }
}

fn chains(value: &Value) -> Vec<&Chain> {
    match &value.kind {
        ValueKind::Chain(chain) => vec![chain],
        ValueKind::List(items) => items.iter().flat_map(chains).collect(),
        _ => Vec::new(),
    }
}

fn flows_of(s: &Snapshot, chain: &Chain, at: At, statement: Option<Span>) -> Option<(Span, Vec<FlowId>)> {
    let index = s.index();
    let file = at.file.0 as usize;
    for (i, pair) in chain.ends.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let gap = Span { file: a.span.file, start: a.span.end, end: b.span.start };
        if !holds(gap, at.offset) {
            continue;
        }
        let end = |path| index.part(&s.draft.read, file, path).and_then(|id| index.symbol(id));
        let (a, b) = (element(s, end(a)?)?, element(s, end(b)?)?);
        let both = chain.arrows.get(i) == Some(&Arrow::Both);
        let fits = |f: &crate::model::Flow| {
            let ends = (f.source, f.target) == (a, b) || both && (f.source, f.target) == (b, a);
            let here = statement.is_none_or(|s| f.span.file == s.file && f.span.start == s.start);
            ends && here
        };
        let flows = s.model().flows.iter().enumerate().filter(|(_, f)| fits(f));
        let mut found: Vec<FlowId> = flows.map(|(i, _)| FlowId::new(i)).collect();
        if statement.is_none() && !both {
            // A reference means the unnamed flow, else the only one.
            let unnamed = |f: &FlowId| s.model().flow(*f).is_some_and(|f| f.name.is_none());
            if found.iter().any(unnamed) {
                found.retain(unnamed);
            }
        }
        return Some((gap, found));
    }
    None
}
