//! The single steps of the two nets, listed once for each element, since searches take them again
//! and again.

use super::MovementId;
use super::ground::Ground;
use super::nets::{Along, Net};
use super::taint::{self, goes_on};
use super::threat::Step;
use crate::model::{ElementId, FlowId};
use std::cell::OnceCell;

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

/// The steps of the nets, each when it is first asked for.
#[derive(Default)]
pub(crate) struct Hops {
    calls: OnceCell<Steps>,
    movements: OnceCell<Steps>,
}

/// The steps of a net by elements, in the order of the text.
struct Steps {
    /// Out of each.
    from: Vec<Vec<Hop>>,
    /// Into each.
    to: Vec<Vec<Hop>>,
}

impl Steps {
    fn new(
        ground: &Ground<'_>,
        from: impl Fn(ElementId) -> Vec<Hop>,
        to: impl Fn(ElementId) -> Vec<Hop>,
    ) -> Self {
        let all = || (0..ground.model.elements.len()).map(ElementId::new);
        Steps { from: all().map(from).collect(), to: all().map(to).collect() }
    }
}

impl Ground<'_> {
    /// The steps out of an element.
    pub fn hops_from<'a>(&'a self, along: &'a Along, e: ElementId) -> impl Iterator<Item = Hop> + 'a {
        self.fitting(along, self.steps(along.net).from.get(e.index()))
    }

    /// The steps into an element.
    pub fn hops_to<'a>(&'a self, along: &'a Along, e: ElementId) -> impl Iterator<Item = Hop> + 'a {
        self.fitting(along, self.steps(along.net).to.get(e.index()))
    }

    fn fitting<'a>(&'a self, along: &'a Along, hops: Option<&'a Vec<Hop>>) -> impl Iterator<Item = Hop> + 'a {
        let carries = |hop: &&Hop| match (&along.family, hop.moved.and_then(|m| self.movement(m))) {
            (Some(family), Some(m)) => m.data.iter().any(|d| family.contains(*d)),
            _ => true,
        };
        hops.into_iter().flatten().filter(carries).copied()
    }

    fn steps(&self, net: Net) -> &Steps {
        match net {
            Net::Calls => self.hops.calls.get_or_init(|| self.calls_of_each()),
            Net::Movements => self.hops.movements.get_or_init(|| self.movements_of_each()),
        }
    }

    fn calls_of_each(&self) -> Steps {
        let hop = |flow: FlowId, other: ElementId| Hop {
            step: Step { flow, forward: true },
            other,
            on: true,
            moved: None,
        };
        let listed = |lists: &[Vec<FlowId>], e: ElementId, forward: bool| {
            let flows = lists.get(e.index()).into_iter().flatten();
            let flows = flows.filter_map(|f| Some((*f, self.model.flow(*f)?)));
            flows.map(|(f, flow)| hop(f, if forward { flow.target } else { flow.source })).collect()
        };
        Steps::new(self, |e| listed(&self.calls, e, true), |e| listed(&self.called, e, false))
    }

    /// Those with content.
    fn movements_of_each(&self) -> Steps {
        let hop = |id: MovementId, other: ElementId, at: ElementId| {
            let m = self.movement(id).filter(|m| m.content)?;
            let step = Step { flow: m.flow, forward: m.forward };
            Some(Hop { step, other, on: goes_on(&self.natures, m, at), moved: Some(id) })
        };
        let from = |e: ElementId| {
            let all = self.out_of(e).flat_map(|(id, m)| taint::reached(self.model, m).map(move |r| (id, r)));
            all.filter_map(|(id, r)| hop(id, r, r)).collect()
        };
        let to = |e: ElementId| self.into(e).filter_map(|(id, m)| hop(id, m.sender, e)).collect();
        Steps::new(self, from, to)
    }
}
