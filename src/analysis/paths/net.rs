//! The nets that paths go along, and the search for the shortest ways on them.
//!
//! Attackers get on by *influence*: what an element calls, and who takes content from it. From a
//! process both go on; from a store only what stays there; outside parties that run nothing here pass
//! nothing on. Data comes out along the movements that carry it or what is made of it.

use super::super::ground::Ground;
use super::super::hops::Hop;
use super::super::ids::{IdMap, IdSet};
use super::super::nets::Along;
use super::super::taint::{goes_on, reached};
use super::super::threat::Step;
use crate::model::parts::Place;
use crate::model::{ElementId, FlowId, Model};
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BinaryHeap, VecDeque};

/// The order of names, so that nothing hangs on the order of the text.
pub(super) struct Ranks {
    flows: Vec<u32>,
    elements: Vec<u32>,
    boundaries: Vec<u32>,
}

impl Ranks {
    pub fn of(model: &Model) -> Self {
        Ranks {
            flows: places(model.flows.iter().map(|f| f.id.as_str())),
            elements: places(model.elements.iter().map(|e| e.name.as_str())),
            boundaries: places(model.boundaries.iter().map(|b| b.name.as_str())),
        }
    }

    pub fn flow(&self, f: FlowId) -> u32 {
        self.flows.get(f.index()).copied().unwrap_or(u32::MAX)
    }

    pub fn element(&self, e: ElementId) -> u32 {
        self.elements.get(e.index()).copied().unwrap_or(u32::MAX)
    }

    /// Parts before flows, and these before boundaries; each by name.
    pub fn place(&self, place: Place) -> (u8, u32) {
        match place {
            Place::Element(e) => (0, self.element(e)),
            Place::Flow(f) => (1, self.flow(f)),
            Place::Boundary(b) => (2, self.boundaries.get(b.index()).copied().unwrap_or(u32::MAX)),
        }
    }

    /// Elements by their names, each once.
    pub fn sorted(&self, elements: impl IntoIterator<Item = ElementId>) -> Vec<ElementId> {
        let mut out: Vec<ElementId> = elements.into_iter().collect();
        out.sort_by_key(|e| self.element(*e));
        out.dedup();
        out
    }

    /// Where a way stands among others of its length.
    pub fn way(&self, leaps: &[Leap]) -> Vec<(u32, bool, u32)> {
        leaps.iter().map(|l| self.leap(l)).collect()
    }

    fn leap(&self, l: &Leap) -> (u32, bool, u32) {
        (self.flow(l.step.flow), !l.step.forward, self.element(l.to))
    }
}

/// For each of several names its place among them when they are sorted.
fn places<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let names: Vec<&str> = names.collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|i| names.get(*i).copied());
    let mut out = vec![0; names.len()];
    for (place, i) in order.into_iter().enumerate() {
        if let Some(slot) = out.get_mut(i) {
            *slot = u32::try_from(place).unwrap_or(u32::MAX);
        }
    }
    out
}

/// One step along a net, with both its ends.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Leap {
    pub step: Step,
    pub from: ElementId,
    pub to: ElementId,
    /// Whether the way goes on from where it arrives.
    pub on: bool,
    /// Whether a way may end where it arrives.
    pub ends: bool,
    /// Whether content moves.
    pub content: bool,
}

/// A net.
pub(super) enum Roads {
    /// Calls, whatever they move, and answers with content.
    Influence,
    /// One of the analysis's own nets.
    Along(Along),
}

impl Roads {
    /// The steps out of an element.
    pub fn out_of(&self, ground: &Ground<'_>, e: ElementId) -> Vec<Leap> {
        match self {
            Roads::Influence => {
                let moved = ground.out_of(e).filter(|(_, m)| m.forward || m.content);
                moved
                    .flat_map(|(_, m)| {
                        let step = Step { flow: m.flow, forward: m.forward };
                        reached(ground.model, m).map(move |to| {
                            let on = goes_on(&ground.natures, m, to);
                            Leap { step, from: e, to, on, ends: true, content: m.content }
                        })
                    })
                    .collect()
            }
            Roads::Along(along) => ground.hops_from(along, e).map(|h| leap(ground, &h, e, h.other)).collect(),
        }
    }

    /// The steps into an element.
    fn into(&self, ground: &Ground<'_>, e: ElementId) -> Vec<Leap> {
        match self {
            Roads::Influence => {
                let moved = ground.into(e).filter(|(_, m)| m.forward || m.content);
                moved
                    .map(|(_, m)| Leap {
                        step: Step { flow: m.flow, forward: m.forward },
                        from: m.sender,
                        to: e,
                        on: goes_on(&ground.natures, m, e),
                        ends: true,
                        content: m.content,
                    })
                    .collect()
            }
            Roads::Along(along) => ground.hops_to(along, e).map(|h| leap(ground, &h, h.other, e)).collect(),
        }
    }
}

fn leap(ground: &Ground<'_>, hop: &Hop, from: ElementId, to: ElementId) -> Leap {
    let at = Hop { other: to, ..*hop };
    Leap { step: hop.step, from, to, on: hop.on, ends: ground.arrives(&at, to), content: true }
}

/// How many steps may be looked at, in all searches together. It is used up by models that are far
/// larger than people draw; what is left undone then is said.
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub fn new(steps: usize) -> Self {
        Budget(Cell::new(steps))
    }

    /// Takes some steps; false if they are not left.
    fn take(&self, steps: usize) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(steps));
        left >= steps
    }

    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// A net with where it is to lead, and how far each element is from there: all elements, or none further
/// than the nearest of those from which alone ways are looked for.
pub(super) struct Search<'a, 'm> {
    ground: &'a Ground<'m>,
    ranks: &'a Ranks,
    roads: &'a Roads,
    goals: IdSet<ElementId>,
    /// Steps from each element to the nearest goal; none from where no way leads.
    distance: IdMap<ElementId, u32>,
    budget: &'a Budget,
}

/// How many ways are begun for each that is looked for. The nearest are begun first, and each knows how
/// far it has to go, so few are begun in vain.
const BEGUN: usize = 1_000;

impl<'a, 'm> Search<'a, 'm> {
    pub fn new(
        ground: &'a Ground<'m>,
        ranks: &'a Ranks,
        roads: &'a Roads,
        goals: &[ElementId],
        starts: Option<&[ElementId]>,
        budget: &'a Budget,
    ) -> Self {
        let goals: IdSet<ElementId> = goals.iter().copied().collect();
        let starts: IdSet<ElementId> = starts.into_iter().flatten().copied().collect();
        let mut enough = None;
        let mut distance: IdMap<ElementId, u32> = goals.iter().map(|g| (*g, 0)).collect();
        let mut queue: VecDeque<ElementId> = goals.iter().copied().collect();
        while let Some(e) = queue.pop_front() {
            let steps = distance.get(&e).copied().unwrap_or_default();
            if enough.is_some_and(|enough| steps >= enough) {
                break;
            }
            let leaps = roads.into(ground, e);
            if !budget.take(leaps.len() + 1) {
                break;
            }
            for l in leaps.iter().filter(|l| if steps == 0 { l.ends } else { l.on }) {
                if let Entry::Vacant(new) = distance.entry(l.from) {
                    new.insert(steps + 1);
                    queue.push_back(l.from);
                    if enough.is_none() && starts.contains(&l.from) {
                        enough = Some(steps + 1);
                    }
                }
            }
        }
        Search { ground, ranks, roads, goals, distance, budget }
    }

    /// Whether a way leads from an element to a goal, or it is one.
    pub fn leads_from(&self, e: ElementId) -> bool {
        self.distance.contains_key(&e)
    }

    /// The shortest ways from any of some elements to a goal that pass no element twice, shortest
    /// first; of equally long ones those whose flows' ids go first. `open` says whether a way may
    /// take a further step.
    pub fn shortest(
        &self,
        starts: &[ElementId],
        most: usize,
        open: &dyn Fn(&[Leap], &Leap) -> bool,
    ) -> Vec<Vec<Leap>> {
        let mut out: Vec<Vec<Leap>> = Vec::new();
        // The nearest to an end first; of these the one that has come furthest.
        let mut queue = BinaryHeap::new();
        let mut begun: Vec<Vec<Leap>> = Vec::new();
        let mut ends: Vec<ElementId> = Vec::new();
        for s in starts.iter().filter(|s| !self.goals.contains(s)) {
            let Some(d) = self.distance.get(s) else { continue };
            queue.push(Reverse((*d, u32::MAX, vec![(0, false, self.ranks.element(*s))], begun.len())));
            begun.push(Vec::new());
            ends.push(*s);
        }
        let limit = begun.len() + BEGUN * most;
        while let Some(Reverse((_, _, rank, at))) = queue.pop() {
            let (Some(taken), Some(end)) = (begun.get(at).cloned(), ends.get(at).copied()) else { break };
            if taken.last().is_some_and(|l| self.goals.contains(&l.to)) {
                out.push(taken);
                if out.len() == most {
                    break;
                }
                continue;
            }
            let mut leaps = self.roads.out_of(self.ground, end);
            leaps.sort_by_key(|l| self.ranks.leap(l));
            if !self.budget.take(leaps.len() + 1) {
                break;
            }
            for l in leaps {
                let arrived = self.goals.contains(&l.to);
                let Some(left) = self.distance.get(&l.to).filter(|_| if arrived { l.ends } else { l.on })
                else {
                    continue;
                };
                let twice = l.to == end || taken.iter().any(|t| t.from == l.to);
                if twice || begun.len() >= limit || !open(&taken, &l) {
                    continue;
                }
                let mut further = taken.clone();
                further.push(l);
                let steps = u32::try_from(further.len()).unwrap_or(u32::MAX);
                let mut rank = rank.clone();
                rank.push(self.ranks.leap(&l));
                queue.push(Reverse((steps.saturating_add(*left), u32::MAX - steps, rank, begun.len())));
                begun.push(further);
                ends.push(l.to);
            }
        }
        out
    }
}
