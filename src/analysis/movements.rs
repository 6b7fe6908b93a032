//! What moves where: the movements of each flow, what stores keep, crossings.

use super::ids::IdSet;
use super::{Crossing, CrossingId, FlowMovements, Movement, MovementId, Slope};
use crate::catalog::{Root, Trust};
use crate::model::{BoundaryId, DataId, ElementId, Flow, FlowId, Model};

/// What an element does with content that reaches it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nature {
    /// Passes on what reached it.
    pub process: bool,
    /// Passes on what was written to it.
    pub store: bool,
    /// Is not built here.
    pub external: bool,
}

impl Nature {
    /// Whether calls go on through it: not through what is not built here, unless it is a hosted model or agent,
    /// which works for whoever asks it.
    pub fn passes_calls(&self) -> bool {
        self.process || !self.external
    }
}

/// The nature of each element. A hosted model is external and a process.
pub(crate) fn natures(model: &Model) -> Vec<Nature> {
    let of_kind: Vec<Nature> = (0..model.catalog.kinds.len())
        .map(|k| {
            let under = |root: Root| {
                let kind = crate::catalog::KindId::new(k);
                model.catalog.is_under(kind, crate::catalog::KindId::new(root as usize))
            };
            Nature {
                process: under(Root::Process),
                store: under(Root::Store),
                external: under(Root::External),
            }
        })
        .collect();
    let unknown = Nature { process: true, store: false, external: false };
    model.elements.iter().map(|e| of_kind.get(e.kind.index()).copied().unwrap_or(unknown)).collect()
}

/// The trust of an element.
pub(crate) fn trust(model: &Model, element: ElementId) -> Trust {
    model.element(element).map_or(Trust::Untrusted, |e| e.trust)
}

/// All movements, and those of each flow. Their level is filled in by the taint.
pub(crate) fn movements(model: &Model, natures: &[Nature]) -> (Vec<Movement>, Vec<FlowMovements>) {
    let is_store = |e: ElementId| natures.get(e.index()).is_some_and(|n| n.store);
    let mut all = Vec::new();
    let mut of_flow = Vec::new();
    for (i, flow) in model.flows.iter().enumerate() {
        let mut data: Vec<DataId> = flow.sends.clone();
        data.extend(flow.writes.iter().filter(|d| !flow.sends.contains(d)));
        let forward = MovementId::new(all.len());
        all.push(Movement {
            flow: FlowId::new(i),
            forward: true,
            sender: flow.source,
            receiver: flow.target,
            content: !data.is_empty() || !flow.declares,
            stays: is_store(flow.target) && !flow.writes.is_empty(),
            data,
            level: trust(model, flow.source),
        });
        let back = (!flow.one_way).then(|| {
            let id = MovementId::new(all.len());
            all.push(Movement {
                flow: FlowId::new(i),
                forward: false,
                sender: flow.target,
                receiver: flow.source,
                data: flow.returns.clone(),
                content: !flow.returns.is_empty(),
                stays: is_store(flow.source),
                level: trust(model, flow.target),
            });
            id
        });
        of_flow.push(FlowMovements { forward, back });
    }
    (all, of_flow)
}

/// What each element stores: what it declares, and what is written to it.
pub(crate) fn stored(model: &Model, movements: &[Movement]) -> Vec<Vec<DataId>> {
    let mut out: Vec<Vec<DataId>> = model.elements.iter().map(|e| e.stores.clone()).collect();
    let mut known: IdSet<(ElementId, DataId)> = IdSet::default();
    for (i, list) in out.iter().enumerate() {
        known.extend(list.iter().map(|d| (ElementId::new(i), *d)));
    }
    let mut keep = |element: ElementId, data: &[DataId]| {
        if let Some(list) = out.get_mut(element.index()) {
            list.extend(data.iter().filter(|d| known.insert((element, **d))));
        }
    };
    for m in movements {
        let Some(flow) = model.flow(m.flow) else { continue };
        if m.forward {
            keep(m.receiver, &flow.writes);
        } else if m.stays {
            keep(m.receiver, &m.data);
        }
    }
    out
}

/// All that is at each element: stored, held, received or given.
pub(crate) fn at(
    model: &Model,
    stored: &[Vec<DataId>],
    movements: &[Movement],
    incoming: &[Vec<MovementId>],
    outgoing: &[Vec<MovementId>],
) -> Vec<Vec<DataId>> {
    let all = stored.iter().zip(&model.elements).zip(incoming.iter().zip(outgoing));
    all.map(|((stored, e), (into, out))| {
        let moved = into.iter().chain(out).filter_map(|id| movements.get(id.index()));
        once_each(stored.iter().chain(&e.holds).chain(moved.flat_map(|m| &m.data)))
    })
    .collect()
}

/// Each piece of data once, in the order in which they come.
pub(crate) fn once_each<'a>(data: impl Iterator<Item = &'a DataId>) -> Vec<DataId> {
    let mut seen = IdSet::default();
    data.copied().filter(|d| seen.insert(*d)).collect()
}

/// The boundaries that a flow goes out of (innermost first) and into (outermost first).
fn passed(model: &Model, flow: &Flow) -> (Vec<BoundaryId>, Vec<BoundaryId>) {
    let (from, to) = (model.around(flow.source), model.around(flow.target));
    let out_of = from.iter().filter(|b| !to.contains(b)).copied().collect();
    let mut into: Vec<_> = to.iter().filter(|b| !from.contains(b)).copied().collect();
    into.reverse();
    (out_of, into)
}

/// All crossings in the order of the text, and the crossing of each flow.
pub(crate) fn crossings(model: &Model) -> (Vec<Crossing>, Vec<Option<CrossingId>>) {
    let mut all = Vec::new();
    let mut of_flow = Vec::new();
    for (i, flow) in model.flows.iter().enumerate() {
        let (Some(source), Some(target)) = (model.element(flow.source), model.element(flow.target)) else {
            of_flow.push(None);
            continue;
        };
        if source.zone == target.zone {
            of_flow.push(None);
            continue;
        }
        let (out_of, into) = passed(model, flow);
        let apart = out_of.iter().chain(&into).any(|b| model.boundary(*b).is_some_and(|b| b.apart));
        let slope = |from: Trust, to: Trust| match from.cmp(&to) {
            std::cmp::Ordering::Less => Slope::Up,
            std::cmp::Ordering::Greater => Slope::Down,
            std::cmp::Ordering::Equal if apart || from < Trust::Internal => Slope::Strangers,
            std::cmp::Ordering::Equal => Slope::Level,
        };
        of_flow.push(Some(CrossingId::new(all.len())));
        all.push(Crossing {
            number: u32::try_from(all.len() + 1).unwrap_or(u32::MAX),
            flow: FlowId::new(i),
            forward: slope(source.trust, target.trust),
            back: (!flow.one_way).then(|| slope(target.trust, source.trust)),
            out_of,
            into,
        });
    }
    (all, of_flow)
}
