//! The two nets along which things come, calls and movements, and their single steps: listed once for each
//! element, since searches take them again and again.

use super::lists::Lists;
use super::movements::Nature;
use super::sets::Family;
use super::taint::goes_on;
use super::threat::Step;
use super::{Movement, MovementId};
use crate::model::{ElementId, Flow, FlowId};
use std::rc::Rc;

/// Which net a search goes along.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Net {
    /// Calls, from who starts a flow to who answers it.
    Calls,
    /// Movements with content.
    Movements,
}

/// A net, or only the movements of it that carry any of a family of data.
#[derive(Clone)]
pub(crate) struct Along {
    pub net: Net,
    pub family: Option<Rc<Family>>,
}

impl Along {
    pub fn all(net: Net) -> Self {
        Along { net, family: None }
    }

    pub fn carrying(family: &Rc<Family>) -> Self {
        Along { net: Net::Movements, family: Some(family.clone()) }
    }

    /// By what it is known: the net, and which family.
    pub fn key(&self) -> (Net, Option<usize>) {
        (self.net, self.family.as_ref().map(|f| f.id))
    }
}

/// One step of a net, seen from one of its ends.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Hop {
    pub step: Step,
    /// The element at the other end.
    pub other: ElementId,
    /// Whether the way goes on where the step arrives.
    pub on: bool,
    /// What moves; none if it is a call, whatever it moves.
    pub moved: Option<MovementId>,
}

/// The steps of a net by elements, in the order of the text.
pub(crate) struct Hops {
    /// Out of each.
    pub from: Lists<Hop>,
    /// Into each.
    pub to: Lists<Hop>,
}

impl Hops {
    /// The calls: `calls` and `called` are the flows that each element starts and answers. They do not go on through
    /// people and systems of others: what those do next is their own doing.
    pub fn of_calls(
        flows: &[Flow],
        natures: &[Nature],
        calls: &[Vec<FlowId>],
        called: &[Vec<FlowId>],
    ) -> Self {
        let hop = |id: &FlowId, other: fn(&Flow) -> ElementId| {
            let (step, flow) = (Step { flow: *id, forward: true }, flows.get(id.index())?);
            let on = natures.get(flow.target.index()).is_none_or(Nature::passes_calls);
            Some(Hop { step, other: other(flow), on, moved: None })
        };
        Hops {
            from: Lists::new(calls.iter().map(|list| list.iter().filter_map(|f| hop(f, |f| f.target)))),
            to: Lists::new(called.iter().map(|list| list.iter().filter_map(|f| hop(f, |f| f.source)))),
        }
    }

    /// The movements with content: `incoming` and `outgoing` are those of each element.
    pub fn of_movements(
        movements: &[Movement],
        reached: &Lists<ElementId>,
        natures: &[Nature],
        incoming: &[Vec<MovementId>],
        outgoing: &[Vec<MovementId>],
    ) -> Self {
        let hop = |id: MovementId, m: &Movement, other: ElementId, at: ElementId| {
            let step = Step { flow: m.flow, forward: m.forward };
            Hop { step, other, on: goes_on(natures, m, at), moved: Some(id) }
        };
        let with_content = |id: &MovementId| Some((*id, movements.get(id.index()).filter(|m| m.content)?));
        let out_of = |list: &Vec<MovementId>| {
            let all = list.iter().filter_map(with_content);
            let each = |(id, m): (MovementId, &Movement)| {
                reached.of(id.index()).iter().map(|r| hop(id, m, *r, *r)).collect::<Vec<Hop>>()
            };
            all.flat_map(each).collect::<Vec<Hop>>()
        };
        let into = |(e, list): (usize, &Vec<MovementId>)| {
            let all = list.iter().filter_map(with_content);
            all.map(|(id, m)| hop(id, m, m.sender, ElementId::new(e))).collect::<Vec<Hop>>()
        };
        Hops {
            from: Lists::new(outgoing.iter().map(out_of)),
            to: Lists::new(incoming.iter().enumerate().map(into)),
        }
    }
}
