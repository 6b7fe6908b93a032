//! The nets that paths go along, and the search for the shortest ways on them.
//!
//! Attackers get on by *influence*: what an element calls, and who takes content from it. From a
//! process both go on; from a store only what stays there; outside parties that run nothing here pass
//! nothing on. Data comes out along the movements that carry it or what is made of it.

use super::super::ground::Ground;
use super::super::hops::{Along, Hop};
use super::super::ids::IdMap;
use super::super::taint::goes_on;
use super::super::threat::Step;
use crate::model::parts::Place;
use crate::model::{ElementId, FlowId, Model};
use std::cell::{Cell, RefCell};
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

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
    pub fn way(&self, leaps: &[Leap]) -> Vec<LeapRank> {
        leaps.iter().map(|l| self.leap(l)).collect()
    }

    fn leap(&self, l: &Leap) -> LeapRank {
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
        let mut out = Vec::new();
        self.each_out_of(ground, e, |l| out.push(l));
        out
    }

    /// Takes all steps out of an element.
    fn each_out_of(&self, ground: &Ground<'_>, e: ElementId, mut take: impl FnMut(Leap)) {
        match self {
            Roads::Influence => {
                for (id, m) in ground.given(e).filter(|(_, m)| m.forward || m.content) {
                    let step = Step { flow: m.flow, forward: m.forward };
                    for to in ground.reached(id) {
                        let on = goes_on(&ground.natures, m, *to);
                        take(Leap { step, from: e, to: *to, on, ends: true, content: m.content });
                    }
                }
            }
            Roads::Along(along) => {
                ground.hops_from(along, e).for_each(|h| take(leap(ground, &h, e, h.other)));
            }
        }
    }

    /// Takes all steps into an element.
    fn each_into(&self, ground: &Ground<'_>, e: ElementId, mut take: impl FnMut(Leap)) {
        match self {
            Roads::Influence => {
                for (_, m) in ground.received(e).filter(|(_, m)| m.forward || m.content) {
                    let step = Step { flow: m.flow, forward: m.forward };
                    let on = goes_on(&ground.natures, m, e);
                    take(Leap { step, from: m.sender, to: e, on, ends: true, content: m.content });
                }
            }
            Roads::Along(along) => {
                ground.hops_to(along, e).for_each(|h| take(leap(ground, &h, h.other, e)));
            }
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
    /// Steps from each element to the nearest goal, which has none to itself.
    distance: Vec<Option<u32>>,
    /// The steps out of those elements that ways have come to, since many ways come to the same.
    out_of: RefCell<IdMap<ElementId, Rc<Leaps>>>,
    budget: &'a Budget,
}

/// The steps out of an element.
struct Leaps {
    /// How many there are.
    all: usize,
    /// Those from where a way leads to a goal or that arrive there, in the order of their names, each with
    /// how far it is then.
    useful: Vec<(Leap, u32)>,
}

/// Where a leap stands among others.
type LeapRank = (u32, bool, u32);

/// A way that has come so far.
struct Begun {
    /// The way before its last step, by its place among all that were begun; none if it has taken no step.
    last: Option<(usize, Leap)>,
    /// Where it has come to.
    end: ElementId,
}

/// A way that waits to be gone on with. The nearest to an end goes first; of these the one that has come
/// furthest, then by the names on it.
struct Waiting {
    /// How many steps it has at least when it arrives.
    length: u32,
    /// How many steps it has taken, the most first.
    taken: Reverse<u32>,
    /// The names on it, and that of its last step. Ways that go on from the same one share the former.
    before: Rc<[LeapRank]>,
    rank: LeapRank,
    /// Its place among all that were begun.
    begun: usize,
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        let before = || match Rc::ptr_eq(&self.before, &other.before) {
            true => Ordering::Equal,
            false => self.before.cmp(&other.before),
        };
        (self.length, self.taken)
            .cmp(&(other.length, other.taken))
            .then_with(before)
            .then_with(|| (self.rank, self.begun).cmp(&(other.rank, other.begun)))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

/// How many ways are begun for each that is looked for. The nearest are begun first, and each knows how
/// far it has to go, so few are begun in vain.
const BEGUN: usize = 1_000;

impl<'a, 'm> Search<'a, 'm> {
    pub fn new(
        ground: &'a Ground<'m>,
        ranks: &'a Ranks,
        roads: &'a Roads,
        goals: &[ElementId],
        is_start: Option<&dyn Fn(ElementId) -> bool>,
        budget: &'a Budget,
    ) -> Self {
        let mut enough = None;
        let mut distance: Vec<Option<u32>> = vec![None; ground.model.elements.len()];
        let mut queue: VecDeque<(ElementId, u32)> = VecDeque::new();
        let mut take = |e: ElementId, steps: u32, queue: &mut VecDeque<(ElementId, u32)>| {
            let Some(slot @ None) = distance.get_mut(e.index()) else { return false };
            *slot = Some(steps);
            queue.push_back((e, steps));
            true
        };
        for goal in goals {
            take(*goal, 0, &mut queue);
        }
        while let Some((e, steps)) = queue.pop_front() {
            if enough.is_some_and(|enough| steps >= enough) {
                break;
            }
            let mut leaps: Vec<(ElementId, bool)> = Vec::new();
            roads.each_into(ground, e, |l| leaps.push((l.from, if steps == 0 { l.ends } else { l.on })));
            if !budget.take(leaps.len() + 1) {
                break;
            }
            for (from, _) in leaps.into_iter().filter(|(_, leads)| *leads) {
                if take(from, steps + 1, &mut queue)
                    && enough.is_none()
                    && is_start.is_some_and(|is_start| is_start(from))
                {
                    enough = Some(steps + 1);
                }
            }
        }
        Search { ground, ranks, roads, distance, out_of: RefCell::default(), budget }
    }

    /// How many steps it is from an element to the nearest goal; none if no way leads there.
    fn distance(&self, e: ElementId) -> Option<u32> {
        self.distance.get(e.index()).copied().flatten()
    }

    fn is_goal(&self, e: ElementId) -> bool {
        self.distance(e) == Some(0)
    }

    /// Whether a way leads from an element to a goal, or it is one.
    pub fn leads_from(&self, e: ElementId) -> bool {
        self.distance(e).is_some()
    }

    /// The steps out of an element.
    fn leaps(&self, e: ElementId) -> Rc<Leaps> {
        let find = || {
            let mut out = Leaps { all: 0, useful: Vec::new() };
            self.roads.each_out_of(self.ground, e, |l| {
                out.all += 1;
                let leads = |left: &u32| if *left == 0 { l.ends } else { l.on };
                out.useful.extend(self.distance(l.to).filter(leads).map(|left| (l, left)));
            });
            out.useful.sort_by_cached_key(|(l, _)| self.ranks.leap(l));
            Rc::new(out)
        };
        self.out_of.borrow_mut().entry(e).or_insert_with(find).clone()
    }

    /// The shortest way from any of some elements to a goal, of several the one whose flows' ids go first;
    /// none if there is no way.
    pub fn nearest(&self, starts: &[ElementId]) -> Vec<Leap> {
        let distances = starts.iter().filter_map(|s| self.distance(*s)).filter(|d| *d > 0);
        let longest = distances.min().unwrap_or(0);
        self.ways(starts, 1, longest, &|_, _| true).into_iter().next().unwrap_or_default()
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
        self.ways(starts, most, u32::MAX, open)
    }

    /// The same by steps from where it is not further to a goal than so many steps.
    fn ways(
        &self,
        starts: &[ElementId],
        most: usize,
        longest: u32,
        open: &dyn Fn(&[Leap], &Leap) -> bool,
    ) -> Vec<Vec<Leap>> {
        let mut out: Vec<Vec<Leap>> = Vec::new();
        let mut queue: BinaryHeap<Reverse<Waiting>> = BinaryHeap::new();
        let mut begun: Vec<Begun> = Vec::new();
        let nothing: Rc<[LeapRank]> = Rc::from([]);
        for s in starts {
            let Some(length) = self.distance(*s).filter(|d| *d > 0 && *d <= longest) else { continue };
            queue.push(Reverse(Waiting {
                length,
                taken: Reverse(0),
                before: nothing.clone(),
                rank: (0, false, self.ranks.element(*s)),
                begun: begun.len(),
            }));
            begun.push(Begun { last: None, end: *s });
        }
        let limit = begun.len() + BEGUN * most;
        while let Some(Reverse(way)) = queue.pop() {
            let taken = taken(&begun, way.begun);
            let Some(end) = begun.get(way.begun).map(|b| b.end) else { break };
            if taken.last().is_some_and(|l| self.is_goal(l.to)) {
                out.push(taken);
                if out.len() == most {
                    break;
                }
                continue;
            }
            let leaps = self.leaps(end);
            if !self.budget.take(leaps.all + 1) {
                break;
            }
            let before: Rc<[LeapRank]> = way.before.iter().copied().chain([way.rank]).collect();
            let steps = u32::try_from(taken.len() + 1).unwrap_or(u32::MAX);
            for (l, left) in leaps.useful.iter().filter(|(_, left)| *left <= longest) {
                let twice = l.to == end || taken.iter().any(|t| t.from == l.to);
                if twice || begun.len() >= limit || !open(&taken, l) {
                    continue;
                }
                queue.push(Reverse(Waiting {
                    length: steps.saturating_add(*left),
                    taken: Reverse(steps),
                    before: before.clone(),
                    rank: self.ranks.leap(l),
                    begun: begun.len(),
                }));
                begun.push(Begun { last: Some((way.begun, *l)), end: l.to });
            }
        }
        out
    }
}

/// The steps of a way that was begun, first to last.
fn taken(begun: &[Begun], at: usize) -> Vec<Leap> {
    let mut out = Vec::new();
    let mut at = at;
    while let Some((before, leap)) = begun.get(at).and_then(|b| b.last) {
        out.push(leap);
        at = before;
    }
    out.reverse();
    out
}
