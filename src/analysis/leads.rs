//! Which element of a kind is the nearest to which calls or content lead, or from which content
//! comes: what `reaches`, `feeds` and `fed_by` ask.

use super::ground::Ground;
use super::ids::IdMap;
use super::nets::{Along, Net};
use crate::catalog::expr::{Goal, Leads};
use crate::model::ElementId;
use std::collections::VecDeque;
use std::rc::Rc;

/// Of each element the nearest of a kind: one, or two where one of the kind does not count for itself.
#[derive(Default)]
pub(crate) struct NearestOfKind(IdMap<ElementId, (ElementId, Option<ElementId>)>);

impl NearestOfKind {
    /// Takes one, if there is room and it is not there.
    fn add(&mut self, at: ElementId, found: ElementId, two: bool) -> bool {
        match self.0.get_mut(&at) {
            None => {
                self.0.insert(at, (found, None));
                true
            }
            Some((first, second @ None)) if two && *first != found => {
                *second = Some(found);
                true
            }
            Some(_) => false,
        }
    }
}

impl Ground<'_> {
    /// The nearest element of a kind that is the other end of a way from an element; the element itself
    /// if it is one, unless another is asked for. Of several the first of the text.
    pub fn nearest(&self, way: Leads, e: ElementId, goal: Goal) -> Option<ElementId> {
        let known = self.kept.of_kind.borrow().get(&(way, goal)).cloned();
        let known = known.unwrap_or_else(|| {
            let found = Rc::new(self.nearest_of_kind(way, goal));
            self.kept.of_kind.borrow_mut().insert((way, goal), found.clone());
            found
        });
        let (first, second) = known.0.get(&e).copied()?;
        if goal.another && first == e { second } else { Some(first) }
    }

    /// A search in breadth from all of the kind at once. Who is nearer comes first, and of those that
    /// are as near the first of the text; so the first two that come to an element are its nearest.
    fn nearest_of_kind(&self, way: Leads, goal: Goal) -> NearestOfKind {
        let along = Along::all(if way == Leads::Reaches { Net::Calls } else { Net::Movements });
        let all = (0..self.model.elements.len()).map(ElementId::new);
        let (mut found, mut passed) = (NearestOfKind::default(), NearestOfKind::default());
        let mut queue = VecDeque::new();
        for e in all.filter(|e| self.is_kind(*e, goal.kind)) {
            found.add(e, e, goal.another);
            passed.add(e, e, goal.another);
            queue.push_back((e, e));
        }
        while let Some((e, end)) = queue.pop_front() {
            let (from, to) = match way {
                Leads::FedBy => (Some(self.hops_from(&along, e)), None),
                Leads::Reaches | Leads::Feeds => (None, Some(self.hops_to(&along, e))),
            };
            for hop in from.into_iter().flatten().chain(to.into_iter().flatten()) {
                // Content may arrive where the way does not go on from; so it may only at its end.
                let (arrives, on) = match way {
                    Leads::FedBy => (self.arrives(&hop, hop.other), hop.on),
                    Leads::Reaches | Leads::Feeds => {
                        let comes = hop.on || e == end && self.arrives(&hop, e);
                        (comes, comes)
                    }
                };
                if arrives {
                    found.add(hop.other, end, goal.another);
                }
                if on && passed.add(hop.other, end, goal.another) {
                    queue.push_back((hop.other, end));
                }
            }
        }
        found
    }
}
