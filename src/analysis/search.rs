//! A search in breadth along a net. It goes only as far as it is asked to, and goes on from there
//! when it is asked again, so all who begin at the same elements share one.

use super::ground::Ground;
use super::nets::Along;
use super::sets::Group;
use super::threat::Step;
use crate::model::ElementId;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

/// The step that led to an element, where it was taken from, and how many steps that makes.
#[derive(Copy, Clone, Debug)]
struct By {
    step: Step,
    from: ElementId,
    steps: usize,
}

/// What was found so far. Content may reach an element and not go on from there, as a question that
/// is put to a store; so what is reached and what is passed are two things.
pub(crate) struct Search {
    along: Along,
    /// Elements that are reached; starts by no step.
    reached: HashMap<ElementId, Option<By>>,
    /// The same elements, in the order in which they were reached.
    order: Vec<ElementId>,
    /// Elements from which the way goes on.
    passed: HashMap<ElementId, Option<By>>,
    queue: VecDeque<ElementId>,
}

impl Search {
    pub fn new(along: Along, from: &Group) -> Self {
        let starts: HashMap<ElementId, Option<By>> = from.items.iter().map(|e| (*e, None)).collect();
        Search {
            along,
            passed: starts.clone(),
            reached: starts,
            order: from.items.to_vec(),
            queue: from.items.iter().copied().collect(),
        }
    }

    /// Takes all steps out of the next element; false if there is none.
    fn advance(&mut self, ground: &Ground<'_>) -> bool {
        let Some(e) = self.queue.pop_front() else { return false };
        let steps = self.steps_to(e) + 1;
        for hop in ground.hops_from(&self.along, e) {
            let by = Some(By { step: hop.step, from: e, steps });
            if let Entry::Vacant(new) = self.reached.entry(hop.other) {
                new.insert(by);
                self.order.push(hop.other);
            }
            if hop.on && !self.passed.contains_key(&hop.other) {
                self.passed.insert(hop.other, by);
                self.queue.push_back(hop.other);
            }
        }
        true
    }

    /// How many steps lead to an element from which the way goes on.
    fn steps_to(&self, passed: ElementId) -> usize {
        self.passed.get(&passed).copied().flatten().map_or(0, |by| by.steps)
    }

    /// Whether an element is reached.
    pub fn reaches(&mut self, ground: &Ground<'_>, e: ElementId) -> bool {
        loop {
            if self.reached.contains_key(&e) {
                return true;
            }
            if !self.advance(ground) {
                return false;
            }
        }
    }

    /// The steps of a shortest way to an element, first to last; none if it is not reached.
    pub fn path(&mut self, ground: &Ground<'_>, to: ElementId) -> Option<Vec<Step>> {
        if !self.reaches(ground, to) {
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

    /// The nearest of a group, of several the first of the text; none if none is reached.
    pub fn nearest(&mut self, ground: &Ground<'_>, wanted: &Group) -> Option<ElementId> {
        let mut best: Option<(usize, ElementId)> = None;
        let mut at = 0;
        loop {
            // Elements are reached in the order of their steps.
            while let Some(&e) = self.order.get(at) {
                let steps = self.reached.get(&e).copied().flatten().map_or(0, |by| by.steps);
                match best {
                    Some((fewest, found)) if steps > fewest => return Some(found),
                    Some((_, found)) if found < e => {}
                    _ if wanted.contains(e) => best = Some((steps, e)),
                    _ => {}
                }
                at += 1;
            }
            if !self.advance(ground) {
                return best.map(|(_, e)| e);
            }
        }
    }
}
