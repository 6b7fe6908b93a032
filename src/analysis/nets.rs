//! Searches along the nets: which elements are reached by steps along them, forward and back.

use super::behind::Next;
use super::ground::Ground;
use super::hops::{Along, Hop, Net};
use super::ids::IdSet;
use super::kept::{Nearest, Sort, Ways};
use super::leads::NearestOfKind;
use super::search::Search;
use super::sets::{Family, Group};
use super::threat::Step;
use crate::catalog::Trust;
use crate::catalog::expr::{Goal, Leads};
use crate::model::{DataId, ElementId};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::rc::Rc;

impl Ground<'_> {
    /// The data and all that derives from it.
    pub fn family(&self, data: &[DataId]) -> Rc<Family> {
        if let Some(known) = self.kept.families.borrow().get(data) {
            return known.clone();
        }
        let each: Vec<Rc<Family>> =
            data.iter().filter_map(|d| self.derived.get(d.index())).cloned().collect();
        let family = self.families.union(&each);
        self.kept.families.borrow_mut().insert(data.to_vec(), family.clone());
        family
    }

    /// The nearest element of a kind that is the other end of a way from an element; the element itself
    /// if it is one, unless another is asked for. Of several the first of the text.
    pub fn nearest(&self, way: Leads, e: ElementId, goal: Goal) -> Option<ElementId> {
        let mut of_kind = self.kept.of_kind.borrow_mut();
        let found =
            of_kind.entry((way, goal)).or_insert_with(|| Rc::new(NearestOfKind::new(self, way, goal)));
        found.of(e, goal.another)
    }

    /// The search along a net from a group, which goes on from where it was left.
    pub fn search(&self, along: &Along, from: &Rc<Group>) -> Rc<RefCell<Search>> {
        let (net, family) = along.key();
        let mut searches = self.kept.searches.borrow_mut();
        let search = searches.entry((net, family, from.id));
        search.or_insert_with(|| Rc::new(RefCell::new(Search::new(along.clone(), from)))).clone()
    }

    /// The shortest way along a net from any of a group to an element; none if there is no way. Of
    /// several it is the first of the text, step by step.
    pub fn path(&self, along: &Along, from: &Rc<Group>, to: ElementId) -> Option<Vec<Step>> {
        // Most starts are near. Else the search from the starts is shared by all who look from there.
        match self.nearest_of(along, &[to], Some(from), NEAR) {
            Ok(ways) => hops(&ways, from).map(steps),
            Err(Far) => self.search(along, from).borrow_mut().path(self, to),
        }
    }

    /// Whether a way leads from any of a group to an element, if steps that are not `open` may not
    /// be taken. The way is looked for backwards, since those who start it may be many.
    pub fn leads(
        &self,
        along: &Along,
        from: &Group,
        to: ElementId,
        starts: impl Fn(ElementId) -> bool,
        open: impl Fn(Step, ElementId) -> bool,
    ) -> bool {
        let is_start = |e: ElementId| from.contains(e) && starts(e);
        if is_start(to) {
            return true;
        }
        let mut seen = IdSet::from_iter([to]);
        let mut queue = vec![to];
        while let Some(e) = queue.pop() {
            for hop in self.hops_to(along, e) {
                if !(hop.on || e == to && self.arrives(&hop, to)) || !open(hop.step, e) {
                    continue;
                }
                if is_start(hop.other) {
                    return true;
                }
                if seen.insert(hop.other) {
                    queue.push(hop.other);
                }
            }
        }
        false
    }

    /// Whether a way leads from any of a group to any of another, if steps that are not `open` may
    /// not be taken.
    pub fn leads_on(
        &self,
        along: &Along,
        from: &Group,
        to: &Group,
        open: impl Fn(Step, ElementId) -> bool,
    ) -> bool {
        // The shortest way is mostly open.
        if hops(&self.ways_to(along, to), from).is_some_and(|w| w.iter().all(|h| open(h.step, h.other))) {
            return true;
        }
        let mut queue: Vec<ElementId> = from.items.to_vec();
        let mut seen: IdSet<ElementId> = queue.iter().copied().collect();
        while let Some(e) = queue.pop() {
            for hop in self.hops_from(along, e).filter(|h| open(h.step, h.other)) {
                if to.contains(hop.other) {
                    return true;
                }
                if hop.on && seen.insert(hop.other) {
                    queue.push(hop.other);
                }
            }
        }
        false
    }

    /// Those of a trust or below whose content comes to an element, itself included if it counts.
    pub fn supplies(&self, e: ElementId, level: Trust) -> Rc<Group> {
        let along = Along::all(Net::Movements);
        let next = |e: ElementId, out: &mut Vec<Next<ElementId>>| {
            out.extend(self.hops_to(&along, e).filter(|h| h.on).map(|h| (h.other, true)));
        };
        self.behind(Sort::Supplies(level), e, &next, &|e| self.trust(e) <= level)
    }

    /// Those below a trust from whom calls lead to an element, itself included if it counts; only
    /// those who start calls, or all.
    pub fn callers(&self, e: ElementId, below: Trust, starting: bool) -> Rc<Group> {
        let along = Along::all(Net::Calls);
        let next = |e: ElementId, out: &mut Vec<Next<ElementId>>| {
            out.extend(self.hops_to(&along, e).map(|h| (h.other, self.passes_calls(h.other))));
        };
        let counts = |e: ElementId| self.trust(e) < below && (!starting || self.starts_calls(e));
        self.behind(Sort::Calls(below, starting), e, &next, &counts)
    }

    /// Those of a trust or below where data of a family arrives that an element has.
    pub fn arrivals(&self, e: ElementId, family: &Rc<Family>, level: Trust) -> Rc<Group> {
        let along = Along::carrying(family);
        let next = |e: ElementId, out: &mut Vec<Next<ElementId>>| {
            out.extend(self.hops_from(&along, e).map(|h| (h.other, h.on)));
        };
        self.behind(Sort::Arrives(level, family.id), e, &next, &|e| self.trust(e) <= level)
    }

    fn behind(
        &self,
        sort: Sort,
        e: ElementId,
        next: &dyn Fn(ElementId, &mut Vec<Next<ElementId>>),
        counts: &dyn Fn(ElementId) -> bool,
    ) -> Rc<Group> {
        let mut all = self.kept.behind.borrow_mut();
        all.entry(sort).or_default().of(&self.groups, e, next, counts)
    }

    /// The ways to the nearest of some elements: a search backwards from all of them at once. They
    /// need not pass on what comes to them. With `from` it ends when the nearest of a group is known.
    ///
    /// # Errors
    /// If more than so many steps have to be looked at.
    fn nearest_of(
        &self,
        along: &Along,
        elements: &[ElementId],
        from: Option<&Group>,
        most: usize,
    ) -> Result<Ways, Far> {
        let begin = |e: &ElementId| (*e, Nearest { steps: 0, element: *e, first: None });
        let mut ways: Ways = elements.iter().map(begin).collect();
        let is_start = |e: ElementId| from.is_some_and(|g| g.contains(e));
        let mut enough = elements.iter().any(|e| is_start(*e)).then_some(0);
        let mut queue: VecDeque<ElementId> = elements.iter().copied().collect();
        let mut left = most;
        while let Some(e) = queue.pop_front() {
            let Some(&Nearest { steps, element, .. }) = ways.get(&e) else { continue };
            if enough.is_some_and(|enough| steps >= enough) {
                break;
            }
            left = left.checked_sub(self.steps_to(along.net, e)).ok_or(Far)?;
            for hop in self.hops_to(along, e).filter(|h| h.on || steps == 0 && self.arrives(h, e)) {
                let new = Nearest { steps: steps + 1, element, first: Some(Hop { other: e, ..hop }) };
                match ways.entry(hop.other) {
                    Entry::Vacant(slot) => {
                        slot.insert(new);
                        queue.push_back(hop.other);
                        if enough.is_none() && is_start(hop.other) {
                            enough = Some(steps + 1);
                        }
                    }
                    Entry::Occupied(mut slot) => {
                        if slot.get().steps == new.steps && self.goes_before(&new, slot.get()) {
                            slot.insert(new);
                        }
                    }
                }
            }
        }
        Ok(ways)
    }

    /// Whether of two ways from an element with as many steps one goes before the other: by where it
    /// ends, then by its first step, as they stand in the text.
    fn goes_before(&self, a: &Nearest, b: &Nearest) -> bool {
        let step = |n: &Nearest| n.first.map(|h| (h.step.flow, !h.step.forward));
        // A flow reaches several, in its order.
        let place = |n: &Nearest| {
            let hop = n.first?;
            let flow = self.model.flow(hop.step.flow)?;
            flow.via.iter().position(|v| *v == hop.other)
        };
        match (a.element, step(a)).cmp(&(b.element, step(b))) {
            Ordering::Equal => place(a).unwrap_or(usize::MAX) < place(b).unwrap_or(usize::MAX),
            order => order == Ordering::Less,
        }
    }

    /// The ways along a net to the nearest of a group.
    fn ways_to(&self, along: &Along, to: &Group) -> Rc<Ways> {
        let (net, family) = along.key();
        let key = (net, family, to.id);
        let known = self.kept.of_group.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let ways = self.nearest_of(along, &to.items, None, usize::MAX);
            let ways = Rc::new(ways.unwrap_or_default());
            self.kept.of_group.borrow_mut().insert(key, ways.clone());
            ways
        })
    }

    /// The shortest way along a net from any of a group to the nearest of another; none if there is
    /// no way.
    pub fn way_to_nearest(&self, along: &Along, from: &Group, to: &Group) -> Option<Vec<Step>> {
        hops(&self.ways_to(along, to), from).map(steps)
    }
}

/// How many steps are looked at before a search is given up that looks back from where it goes.
const NEAR: usize = 50;

/// A search would have to go further than it may.
#[derive(Debug)]
struct Far;

/// The shortest of the ways from a group, of several the first of the text.
fn hops(ways: &Ways, from: &Group) -> Option<Vec<Hop>> {
    let key = |e: ElementId, n: &Nearest| (n.steps, n.element, e);
    // Of the two the smaller is looked through.
    let start = if ways.len() < from.items.len() {
        ways.iter().filter(|(e, _)| from.contains(**e)).map(|(e, n)| key(*e, n)).min()
    } else {
        from.items.iter().filter_map(|e| Some(key(*e, ways.get(e)?))).min()
    };
    let mut at = ways.get(&start?.2)?;
    let mut out = Vec::new();
    while let Some(hop) = at.first {
        out.push(hop);
        at = ways.get(&hop.other)?;
    }
    Some(out)
}

fn steps(hops: Vec<Hop>) -> Vec<Step> {
    hops.into_iter().map(|h| h.step).collect()
}
