//! What a file holds, as a tree; and what a whole model declares, by name.

use super::Snapshot;
use super::names::Sort;
use crate::model::{head_of, words};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Shape, Statement};

/// What stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlined {
    /// How it is called.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// What it declares; none for a statement that declares nothing, as a response.
    pub sort: Option<Sort>,
    /// All of it.
    pub whole: Span,
    /// Its name.
    pub name_span: Span,
    /// What stands in it.
    pub inner: Vec<Outlined>,
}

/// The statements of a file, the properties left out.
pub fn outline(s: &Snapshot, file: FileId) -> Vec<Outlined> {
    s.tree(file).map(|t| of(s, &t.statements)).unwrap_or_default()
}

fn of(s: &Snapshot, list: &[Statement]) -> Vec<Outlined> {
    list.iter().filter_map(|statement| one(s, statement)).collect()
}

fn one(s: &Snapshot, statement: &Statement) -> Option<Outlined> {
    let text = |span: Span| s.sources().text(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = statement.block().map(|b| of(s, &b.statements)).unwrap_or_default();
    let symbol = |at: Span| s.index().at(at.file, at.range().start).and_then(|o| o.symbol);
    let sort_of = |at: Span| symbol(at).and_then(|id| s.index().symbol(id)).map(|y| y.sort);
    let (name, detail, sort, name_span) = match &statement.shape {
        Shape::Property(_) => return None,
        Shape::Flow(f) => {
            let label = f.label.as_ref().map(|l| l.text.clone()).unwrap_or_default();
            let name = match &f.name {
                Some(n) => format!("{} as {}", text(f.chain.span), n.text),
                None => text(f.chain.span),
            };
            (name, label, Some(Sort::Flow), f.chain.span)
        }
        Shape::Declaration(d) => {
            let label = d.label.as_ref().map(|l| format!(" · {}", l.text)).unwrap_or_default();
            let declares = words::find(&d.word.name.text).is_none_or(|w| w.name != "off");
            let sort = if declares { sort_of(d.name.span) } else { None };
            let name = if declares { d.name.text.clone() } else { format!("off {}", d.name.text) };
            (name, format!("{}{label}", d.word.text()), sort, d.name.span)
        }
        Shape::Response(_) | Shape::Dated(_) => {
            let head = head_of(statement);
            (text(head), String::new(), None, head)
        }
        Shape::Titled(t) => (t.text.text.clone(), t.word.text.clone(), None, t.text.span),
        Shape::Call(c) => (c.name.text.clone(), c.word.text.clone(), None, c.name.span),
        Shape::Broken(b) => {
            let name = b.name.as_ref()?;
            (
                name.text.clone(),
                b.word.as_ref().map(|w| w.text.clone()).unwrap_or_default(),
                sort_of(name.span),
                name.span,
            )
        }
    };
    // An editor shows no entry without a name.
    let name = if name.trim().is_empty() { "…".to_owned() } else { name };
    Some(Outlined { name, detail, sort, whole: statement.span, name_span, inner })
}

/// A declaration anywhere in a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// Its label, or what it is.
    pub detail: String,
    /// What it declares.
    pub sort: Sort,
    /// Its name's place.
    pub span: Span,
    /// The boundary that it stands in.
    pub within: Option<String>,
}

/// The declarations whose name or label has the letters of a query, in their order.
pub fn search(s: &Snapshot, query: &str) -> Vec<Found> {
    let index = s.index();
    let wanted: Vec<char> = query.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let fits = |text: &str| {
        let mut letters = text.chars().flat_map(char::to_lowercase);
        wanted.iter().all(|w| letters.any(|l| l == *w))
    };
    let declared = index.symbols.iter().filter(|y| fits(&y.name) || y.label.as_deref().is_some_and(fits));
    declared
        .map(|y| Found {
            name: y.name.clone(),
            detail: super::describe::line(&s.model().catalog, y),
            sort: y.sort,
            span: y.span,
            within: y.parent.and_then(|p| index.symbol(p)).map(|p| p.name.clone()),
        })
        .collect()
}
