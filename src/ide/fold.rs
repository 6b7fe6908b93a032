//! What can be folded, and what is selected step by step around a place.

use super::{At, Snapshot, holds};
use crate::model::head_of;
use crate::source::{FileId, Span};
use crate::syntax::tree::{Chain, Path, Shape, Statement, Target, Text, Value, ValueKind};

/// What a fold hides.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum FoldSort {
    /// A block, a list or a text.
    Code,
    /// Comments.
    Comment,
    /// Imports.
    Imports,
}

/// A stretch of lines that can be folded.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From its opening mark to its closing one.
    pub span: Span,
    /// What it hides.
    pub sort: FoldSort,
}

/// The folds of a file, in the order of the text. All go over several lines.
pub fn folds(s: &Snapshot, file: FileId) -> Vec<Fold> {
    let (Some(tree), Some(source)) = (s.tree(file), s.source(file)) else { return Vec::new() };
    let mut out = Vec::new();
    let lines = |span: Span| source.position(span.start).line != source.position(span.end).line;
    blocks(&tree.statements, &mut out);
    let imports =
        tree.statements.iter().filter(|s| matches!(&s.shape, Shape::Titled(t) if t.word.text == "import"));
    run(imports.map(|s| s.span), source, FoldSort::Imports, &mut out);
    run(tree.comments.iter().map(|c| c.span), source, FoldSort::Comment, &mut out);
    out.retain(|f| lines(f.span));
    out.sort_by_key(|f| f.span);
    out
}

/// Joins what stands on lines that follow one another.
fn run(
    spans: impl Iterator<Item = Span>,
    source: &crate::source::SourceFile,
    sort: FoldSort,
    out: &mut Vec<Fold>,
) {
    let alone = |span: Span| {
        source
            .text
            .get(source.line(span.start).start..span.range().start)
            .is_some_and(|t| t.trim().is_empty())
    };
    let mut group: Option<Span> = None;
    for span in spans.filter(|s| alone(*s)) {
        group = match group {
            Some(g) if source.position(span.start).line <= source.position(g.end).line + 1 => {
                Some(g.to(span))
            }
            Some(g) => {
                out.push(Fold { span: g, sort });
                Some(span)
            }
            None => Some(span),
        };
    }
    out.extend(group.map(|span| Fold { span, sort }));
}

fn blocks(list: &[Statement], out: &mut Vec<Fold>) {
    for statement in list {
        if let Some(block) = statement.block() {
            out.push(Fold { span: block.span, sort: FoldSort::Code });
            blocks(&block.statements, out);
        }
        if let Shape::Property(p) = &statement.shape {
            value(&p.value, out);
        }
    }
}

fn value(v: &Value, out: &mut Vec<Fold>) {
    match &v.kind {
        ValueKind::List(items) => {
            out.push(Fold { span: v.span, sort: FoldSort::Code });
            for item in items {
                value(item, out);
            }
        }
        ValueKind::Map(map) => {
            out.push(Fold { span: v.span, sort: FoldSort::Code });
            for p in map {
                value(&p.value, out);
            }
        }
        ValueKind::Text(_) | ValueKind::Expression(_) => {
            out.push(Fold { span: v.span, sort: FoldSort::Code })
        }
        _ => {}
    }
}

/// What stands around a place, the smallest first, each within the next; the whole file is the last.
pub fn selections(s: &Snapshot, at: At) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let Some(source) = s.source(at.file) else { return out };
    let mut add = |span: Span| {
        if holds(span, at.offset) && !out.contains(&span) {
            out.push(span);
        }
    };
    add(Span::new(at.file, 0, source.text.len()));
    for statement in s.around(at) {
        add(statement.span);
        add(head_of(statement));
        parts(statement, &mut add);
        if let Some(block) = statement.block() {
            add(block.span);
            let inner =
                Span { start: block.span.start + 1, end: block.span.end.saturating_sub(1), ..block.span };
            if block.closed && inner.start <= inner.end {
                add(inner);
            }
        }
    }
    if let Some(word) = s.index().at(at.file, at.offset) {
        add(word.span);
    }
    out.sort_by_key(|span| span.end - span.start);
    // Each must hold the one before.
    let mut nested: Vec<Span> = Vec::new();
    for span in out {
        if nested.last().is_none_or(|n| span.start <= n.start && n.end <= span.end) {
            nested.push(span);
        }
    }
    nested
}

fn parts(statement: &Statement, add: &mut impl FnMut(Span)) {
    fn path(p: &Path, add: &mut impl FnMut(Span)) {
        add(p.span);
        add(p.name.span);
    }
    fn chain(c: &Chain, add: &mut impl FnMut(Span)) {
        add(c.span);
        for pair in c.ends.windows(2) {
            if let [a, b] = pair {
                add(a.span.to(b.span));
            }
        }
        for end in &c.ends {
            path(end, add);
        }
    }
    fn text(t: Option<&Text>, add: &mut impl FnMut(Span)) {
        if let Some(t) = t {
            quoted(t.span, add);
        }
    }
    fn quoted(span: Span, add: &mut impl FnMut(Span)) {
        add(span);
        if span.end > span.start + 1 {
            add(Span { start: span.start + 1, end: span.end - 1, ..span });
        }
    }
    fn value(v: &Value, add: &mut impl FnMut(Span)) {
        add(v.span);
        match &v.kind {
            ValueKind::List(items) => {
                for item in items {
                    value(item, add);
                }
            }
            ValueKind::Map(map) => {
                for p in map {
                    add(p.name.span.to(p.value.span));
                    value(&p.value, add);
                }
            }
            ValueKind::Chain(c) => chain(c, add),
            ValueKind::Text(_) => quoted(v.span, add),
            _ => {}
        }
    }
    match &statement.shape {
        Shape::Property(p) => value(&p.value, add),
        Shape::Flow(f) => {
            chain(&f.chain, add);
            text(f.label.as_ref(), add);
        }
        Shape::Declaration(d) => {
            path(&d.word, add);
            add(d.name.span);
            text(d.label.as_ref(), add);
        }
        Shape::Response(r) => {
            path(&r.name, add);
            match &r.target {
                Target::Chain(c) => chain(c, add),
                other => add(other.span()),
            }
        }
        Shape::Titled(t) => text(Some(&t.text), add),
        Shape::Dated(d) => add(d.date_span),
        Shape::Call(_) | Shape::Broken(_) => {}
    }
}
