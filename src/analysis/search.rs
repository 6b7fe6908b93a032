//! A search in breadth along a net. It goes only as far as it is asked to, and goes on from there
//! when it is asked again, so all who begin at the same elements share one.

use super::drawn::Drawn;
use super::hops::Along;
use super::ids::IdMap;
use super::sets::Group;
use super::threat::Step;
use crate::model::ElementId;
use std::collections::VecDeque;

/// The step that led to an element, and where it was taken from.
#[derive(Copy, Clone, Debug)]
struct By {
    step: Step,
    from: ElementId,
}

/// What was found so far. Content may reach an element and not go on from there, as a question that
/// is put to a store; so what is reached and what is passed are two things.
pub(crate) struct Search {
    along: Along,
    /// Elements that are reached; starts by no step.
    reached: IdMap<ElementId, Option<By>>,
    /// Elements from which the way goes on.
    passed: IdMap<ElementId, Option<By>>,
    queue: VecDeque<ElementId>,
}

impl Search {
    pub fn new(along: Along, from: &Group) -> Self {
        let starts: IdMap<ElementId, Option<By>> = from.items.iter().map(|e| (*e, None)).collect();
        Search { along, passed: starts.clone(), reached: starts, queue: from.items.iter().copied().collect() }
    }

    /// Takes all steps out of the next element; false if there is none.
    fn advance(&mut self, drawn: &Drawn<'_>) -> bool {
        let Some(e) = self.queue.pop_front() else { return false };
        for hop in drawn.hops_from(&self.along, e) {
            let by = Some(By { step: hop.step, from: e });
            if drawn.arrives(&hop, hop.other) {
                self.reached.entry(hop.other).or_insert(by);
            }
            if hop.on && !self.passed.contains_key(&hop.other) {
                self.passed.insert(hop.other, by);
                self.queue.push_back(hop.other);
            }
        }
        true
    }

    /// Whether an element is reached.
    pub fn reaches(&mut self, drawn: &Drawn<'_>, e: ElementId) -> bool {
        loop {
            if self.reached.contains_key(&e) {
                return true;
            }
            if !self.advance(drawn) {
                return false;
            }
        }
    }

    /// The elements that are found to be reached so far, in no order.
    pub fn found(&self) -> impl ExactSizeIterator<Item = ElementId> {
        self.reached.keys().copied()
    }

    /// The steps of a shortest way to an element, first to last; none if it is not reached.
    pub fn path(&mut self, drawn: &Drawn<'_>, to: ElementId) -> Option<Vec<Step>> {
        if !self.reaches(drawn, to) {
            return None;
        }
        let mut out = Vec::new();
        let mut by = self.reached.get(&to).copied().flatten();
        while let Some(last) = by {
            out.push(last.step);
            by = self.passed.get(&last.from).copied().flatten();
        }
        out.reverse();
        Some(out)
    }
}
