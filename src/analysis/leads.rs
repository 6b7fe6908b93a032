//! Which element of a kind is the nearest to which calls or content lead, or from which content
//! comes: what `reaches`, `feeds` and `fed_by` ask.

use super::drawn::Drawn;
use super::hops::{Along, Net};
use crate::catalog::expr::{Goal, Leads};
use crate::model::ElementId;
use std::collections::VecDeque;

/// Of each element the nearest of a kind: one, or two where one of the kind does not count for itself.
#[derive(Clone)]
pub(crate) struct NearestOfKind(Vec<[Option<ElementId>; 2]>);

impl NearestOfKind {
    /// A search in breadth from all of the kind at once. Who is nearer comes first, and of those that
    /// are as near the first of the text; so the first two that come to an element are its nearest.
    pub fn new(drawn: &Drawn<'_>, way: Leads, goal: Goal) -> Self {
        let along = Along::all(if way == Leads::Reaches { Net::Calls } else { Net::Movements });
        let all = (0..drawn.model.elements.len()).map(ElementId::new);
        let mut found = NearestOfKind(vec![[None; 2]; drawn.model.elements.len()]);
        let mut passed = found.clone();
        let mut queue = VecDeque::new();
        for e in all.filter(|e| drawn.is_end(*e, goal.end)) {
            found.add(e, e, goal.another);
            passed.add(e, e, goal.another);
            queue.push_back((e, e));
        }
        while let Some((e, end)) = queue.pop_front() {
            let (from, to) = match way {
                Leads::FedBy => (Some(drawn.hops_from(&along, e)), None),
                Leads::Reaches | Leads::Feeds => (None, Some(drawn.hops_to(&along, e))),
            };
            for hop in from.into_iter().flatten().chain(to.into_iter().flatten()) {
                // Content may arrive where the way does not go on from; so it may only at its end.
                let (arrives, on) = match way {
                    Leads::FedBy => (drawn.arrives(&hop, hop.other), hop.on),
                    Leads::Reaches | Leads::Feeds => {
                        let comes = hop.on || e == end && drawn.arrives(&hop, e);
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

    /// Takes one, if there is room and it is not there.
    fn add(&mut self, at: ElementId, found: ElementId, two: bool) -> bool {
        match self.0.get_mut(at.index()) {
            Some([first @ None, _]) => {
                *first = Some(found);
                true
            }
            Some([Some(first), second @ None]) if two && *first != found => {
                *second = Some(found);
                true
            }
            _ => false,
        }
    }

    /// The nearest of an element; itself if it is one, unless `another` is asked for.
    pub fn of(&self, e: ElementId, another: bool) -> Option<ElementId> {
        let [first, second] = self.0.get(e.index()).copied()?;
        if another && first == Some(e) { second } else { first }
    }
}
