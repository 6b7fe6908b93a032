//! Who calls whom: elements along flows.

use super::navigate::{declaration, element, flows_at};
use super::{At, Snapshot};
use crate::model::{ElementId, FlowId};
use crate::source::Span;

/// An element in a hierarchy of calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in the model, by which it is found again.
    pub name: String,
    /// Its label.
    pub detail: String,
    /// The whole declaration.
    pub whole: Span,
    /// Its name's place.
    pub name_span: Span,
}

/// An element with the flows that lead to it or from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The other end.
    pub item: Item,
    /// Where the flows are declared.
    pub flows: Vec<Span>,
}

fn item(s: &Snapshot, id: ElementId) -> Option<Item> {
    let e = s.model().element(id)?;
    let y = declaration(s, id)?;
    Some(Item { name: e.name.clone(), detail: e.label.clone(), whole: y.whole, name_span: y.span })
}

/// The element at a place: of a name, or who calls at an arrow.
pub fn prepare(s: &Snapshot, at: At) -> Option<Item> {
    let named = s.index().at(at.file, at.offset).and_then(|o| o.symbol).and_then(|id| s.index().symbol(id));
    if let Some(id) = named.and_then(|y| element(s, y)) {
        return item(s, id);
    }
    let (_, flows) = flows_at(s, at)?;
    let flow = s.model().flow(*flows.first()?)?;
    item(s, flow.source)
}

/// Who calls an element.
pub fn incoming(s: &Snapshot, name: &str) -> Vec<Call> {
    calls(s, name, |f| (f.target, f.source))
}

/// Whom an element calls.
pub fn outgoing(s: &Snapshot, name: &str) -> Vec<Call> {
    calls(s, name, |f| (f.source, f.target))
}

fn calls(
    s: &Snapshot,
    name: &str,
    ends: impl Fn(&crate::model::Flow) -> (ElementId, ElementId),
) -> Vec<Call> {
    let model = s.model();
    let Some(me) = model.find_element(name) else { return Vec::new() };
    let mut found: Vec<(ElementId, Vec<FlowId>)> = Vec::new();
    for (i, f) in model.flows.iter().enumerate() {
        let (mine, other) = ends(f);
        if mine != me {
            continue;
        }
        match found.iter_mut().find(|(e, _)| *e == other) {
            Some((_, flows)) => flows.push(FlowId::new(i)),
            None => found.push((other, vec![FlowId::new(i)])),
        }
    }
    let spans = |flows: &[FlowId]| flows.iter().filter_map(|f| model.flow(*f)).map(|f| f.span).collect();
    found.iter().filter_map(|(e, flows)| Some(Call { item: item(s, *e)?, flows: spans(flows) })).collect()
}
