//! Supply chains: how weights, data for training, code and packages get from where they come from to
//! where they serve, and at which hops nobody checks what arrives.
//!
//! A chain sets out with a piece of such data that is not made of another, and follows it and what of
//! this sort is made of it. Where it is made of other content that comes from somebody who is trusted less, as a
//! training set is of pages from the web, the chain begins there. For each place where it ends, the chain from the least trusted source is
//! shown, of equal ones the shortest, unless it shows no hop that another has not shown. Chains that stay in one zone are left out: parts in it trust each
//! other alike.

use super::super::ThreatTarget;
use super::super::credit;
use super::super::hops::Along;
use super::super::ids::IdSet;
use super::super::sets::Family;
use super::joins::pass;
use super::net::{Budget, Leap, Roads, Search};
use super::{Site, SupplyChain, SupplyHop};
use crate::catalog::{Acts, Catalog, ControlId, ControlKind};
use crate::model::parts::Place;
use crate::model::{DataId, ElementId, FlowId};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// How many chains are kept.
const KEPT: usize = 50;

/// How many steps are looked at for all chains together.
const STEPS: usize = 1_000_000;

pub(super) fn find(site: &Site<'_, '_>) -> Vec<SupplyChain> {
    let ground = site.ground;
    let budget = Budget::new(STEPS);
    let kind = |d: DataId| ground.model.catalog.kind(ground.model.datum(d)?.kind);
    let supplied = |d: DataId| kind(d).and_then(|k| k.supplied) == Some(true);
    let all: Vec<DataId> = (0..ground.model.data.len()).map(DataId::new).filter(|d| supplied(*d)).collect();
    // Each with what of this sort is made of it.
    let families: Vec<(DataId, Rc<Family>)> = all
        .iter()
        .filter_map(|d| {
            let family = ground.derived.get(d.index())?;
            let made = family.items.iter().copied().filter(|d| supplied(*d)).collect();
            Some((*d, ground.families.of(made)))
        })
        .collect();
    let of: HashMap<DataId, &Rc<Family>> = families.iter().map(|(d, f)| (*d, f)).collect();
    let mut made: IdSet<DataId> = IdSet::default();
    for (data, family) in &families {
        // In a ring all are made of all, and none is left out.
        let further = |d: &&DataId| *d != data && of.get(*d).is_some_and(|f| !f.contains(*data));
        made.extend(family.items.iter().filter(further));
    }
    let mut out: Vec<SupplyChain> = Vec::new();
    for (data, family) in families.iter().filter(|(d, _)| !made.contains(d)) {
        if !budget.is_spent() {
            chains(site, &budget, *data, family, &mut out);
        }
    }
    let label = |d: DataId| ground.model.datum(d).map(|d| d.name.as_str());
    out.sort_by_key(|c| {
        let place = (site.ranks.element(c.source), site.ranks.element(c.end));
        (ground.trust(c.source), std::cmp::Reverse(c.unverified()), label(c.data), place)
    });
    // Of a piece of data the first chain is kept, and further ones that have a hop to show which no chain has
    // shown.
    let mut shown: HashSet<(FlowId, bool)> = HashSet::new();
    let mut begun: HashSet<DataId> = HashSet::new();
    out.retain(|c| {
        let open = c.hops.iter().filter(|h| h.crosses && !h.verified).map(|h| h.pass.step);
        let new = open.filter(|s| shown.insert((s.flow, s.forward))).count();
        begun.insert(c.data) || new > 0
    });
    out.truncate(KEPT);
    out
}

/// The chains of one piece of data.
fn chains(
    site: &Site<'_, '_>,
    budget: &Budget,
    data: DataId,
    family: &Rc<Family>,
    out: &mut Vec<SupplyChain>,
) {
    let ground = site.ground;
    let roads = Roads::Along(Along::carrying(family));
    let origins = ground.origins.get(data.index()).map_or(&[][..], |o| &o.items);
    let sources = first_ones(site, &roads, origins);
    let mut before: HashMap<ElementId, Vec<SupplyHop>> = HashMap::new();
    for end in ends(site, &roads, &sources) {
        let search = Search::new(ground, &site.ranks, &roads, &[end], None, budget);
        let reach: Vec<ElementId> = sources.iter().copied().filter(|s| search.leads_from(*s)).collect();
        let Some(lowest) = reach.iter().map(|s| ground.trust(*s)).min() else { continue };
        let least: Vec<ElementId> = reach.into_iter().filter(|s| ground.trust(*s) == lowest).collect();
        let Some(way) = search.shortest(&least, 1, &|_, _| true).into_iter().next() else { continue };
        let Some(first) = way.first() else { continue };
        let before = before.entry(first.from).or_insert_with(|| made_from(site, budget, data, first.from));
        let source = before.first().map_or(first.from, |h| h.pass.from);
        let hops = before.iter().cloned().chain(way.iter().map(|l| hop(site, family, l, None)));
        let hops: Vec<SupplyHop> = hops.collect();
        if hops.iter().any(|h| h.crosses) {
            out.push(SupplyChain { data, source, end, hops });
        }
    }
}

/// The hops by which content that a piece of data is made from comes to where that sets out, from the least
/// trusted source; none if nobody is trusted less there.
fn made_from(site: &Site<'_, '_>, budget: &Budget, data: DataId, to: ElementId) -> Vec<SupplyHop> {
    let ground = site.ground;
    let from = |d: DataId| ground.data.get(d.index()).map_or(&[][..], |f| &f.from);
    let mut content: IdSet<DataId> = from(data).iter().copied().collect();
    let mut next: Vec<DataId> = content.iter().copied().collect();
    while let Some(d) = next.pop() {
        next.extend(from(d).iter().copied().filter(|d| content.insert(*d)));
    }
    let mut all: Vec<DataId> = content.into_iter().filter(|d| *d != data).collect();
    all.sort_unstable();
    let origins = all.iter().filter_map(|d| ground.origins.get(d.index())).flat_map(|o| o.items.iter());
    let less = origins.copied().filter(|o| *o != to && ground.trust(*o) < ground.trust(to));
    let less = site.ranks.sorted(less);
    if less.is_empty() {
        return Vec::new();
    }
    let family = ground.families.of(all);
    let roads = Roads::Along(Along::carrying(&family));
    let search = Search::new(ground, &site.ranks, &roads, &[to], None, budget);
    let reach: Vec<ElementId> = less.into_iter().filter(|s| search.leads_from(*s)).collect();
    let Some(lowest) = reach.iter().map(|s| ground.trust(*s)).min() else { return Vec::new() };
    let least: Vec<ElementId> = reach.into_iter().filter(|s| ground.trust(*s) == lowest).collect();
    let way = search.shortest(&least, 1, &|_, _| true).into_iter().next().unwrap_or_default();
    way.iter().map(|l| hop(site, &family, l, Some(data))).collect()
}

/// Of those from where data comes the ones to which it comes from no other; if it comes to all, all.
fn first_ones(site: &Site<'_, '_>, roads: &Roads, origins: &[ElementId]) -> Vec<ElementId> {
    let mut copies: IdSet<ElementId> = IdSet::default();
    if origins.len() > 1 {
        for o in origins {
            let (reached, _) = spread(site, roads, &[*o]);
            copies.extend(origins.iter().filter(|x| *x != o && reached.contains(x)));
        }
    }
    let first: Vec<ElementId> = origins.iter().copied().filter(|o| !copies.contains(o)).collect();
    site.ranks.sorted(if first.is_empty() { origins.to_vec() } else { first })
}

/// Where data has come to that comes no further: from there it goes only to where it has been sooner.
fn ends(site: &Site<'_, '_>, roads: &Roads, sources: &[ElementId]) -> Vec<ElementId> {
    let (_, order) = spread(site, roads, sources);
    let ends = order.iter().filter(|(_, last)| *last).map(|(e, _)| *e);
    site.ranks.sorted(ends.filter(|e| !sources.contains(e)))
}

/// The elements that are reached, and of each in the order of its distance whether nothing further is
/// reached from it.
fn spread(
    site: &Site<'_, '_>,
    roads: &Roads,
    sources: &[ElementId],
) -> (IdSet<ElementId>, Vec<(ElementId, bool)>) {
    let mut seen: IdSet<ElementId> = sources.iter().copied().collect();
    let mut distance: HashMap<ElementId, usize> = sources.iter().map(|s| (*s, 0)).collect();
    let mut queue: Vec<(ElementId, bool)> = sources.iter().map(|s| (*s, true)).collect();
    let mut order: Vec<(ElementId, bool)> = Vec::new();
    let mut at = 0;
    while let Some((e, on)) = queue.get(at).copied() {
        at += 1;
        let here = distance.get(&e).copied().unwrap_or_default();
        let mut last = true;
        // What is given to others outside is no supply of this system.
        let out = |l: &&Leap| site.ground.natures.get(l.to.index()).is_some_and(|n| n.external);
        for l in roads.out_of(site.ground, e).iter().filter(|l| on && l.ends && !out(l)) {
            let there = *distance.entry(l.to).or_insert(here + 1);
            last &= there <= here;
            if seen.insert(l.to) {
                queue.push((l.to, l.on));
            }
        }
        order.push((e, last));
    }
    (seen, order)
}

/// A hop with the controls that stand on it. What something is `made` from is checked too by what checks that.
fn hop(site: &Site<'_, '_>, family: &Family, leap: &Leap, made: Option<DataId>) -> SupplyHop {
    let ground = site.ground;
    let model = ground.model;
    let moved = ground.of_flow.get(leap.step.flow.index()).and_then(|f| {
        let id = if leap.step.forward { Some(f.forward) } else { f.back };
        id.and_then(|id| ground.movement(id))
    });
    let data: Vec<DataId> =
        moved.into_iter().flat_map(|m| &m.data).copied().filter(|d| family.contains(*d)).collect();
    let mut controls = [Vec::new(), Vec::new()];
    for control in of_goods(&model.catalog) {
        let Some(standing) = site.placements.of(control) else { continue };
        for (list, in_force) in controls.iter_mut().zip([true, false]) {
            let placed = credit::on_target(ground, ThreatTarget::Flow(leap.step.flow), standing, in_force);
            let trusted = placed.iter().map(|p| p.place).filter(|p| !with_sender(site, leap, *p));
            list.extend(trusted.min_by_key(|p| site.ranks.place(*p)).map(|place| (control, place)));
        }
    }
    let [in_force, planned] = controls;
    let of = |d: DataId| in_force.iter().any(|(c, _)| verifies(site, *c, d));
    let is_verified = |d: &DataId| of(*d) || made.is_some_and(of);
    SupplyHop {
        pass: pass(leap),
        crosses: ground.crossing(leap.step.flow).is_some(),
        verified: !data.is_empty() && data.iter().all(is_verified),
        data,
        in_force,
        planned,
    }
}

/// Whether a place stands with a sender who is trusted less than the receiver: what it says of its own
/// goods proves nothing.
fn with_sender(site: &Site<'_, '_>, leap: &Leap, place: Place) -> bool {
    let (ground, model) = (site.ground, site.ground.model);
    let less = ground.trust(leap.from) < ground.trust(leap.to);
    less && match place {
        Place::Element(e) => e == leap.from,
        Place::Boundary(b) => model.around(leap.from).contains(&b) && !model.around(leap.to).contains(&b),
        Place::Flow(_) => false,
    }
}

/// The controls of goods: first those by which it is known who made what arrives, or that it is
/// unchanged, then those that make it less dangerous without saying whose it is.
fn of_goods(catalog: &Catalog) -> impl Iterator<Item = ControlId> {
    let those = |keep: fn(&ControlKind) -> bool| {
        catalog.controls.iter().enumerate().filter(move |(_, c)| keep(c)).map(|(i, _)| ControlId::new(i))
    };
    those(|c| !c.verifies.is_empty()).chain(those(|c| c.verifies.is_empty() && c.acts.contains(&Acts::Goods)))
}

fn verifies(site: &Site<'_, '_>, control: ControlId, data: DataId) -> bool {
    let catalog = &site.ground.model.catalog;
    let Some(kind) = site.ground.model.datum(data).map(|d| d.kind) else { return false };
    let verified = catalog.control(control).map(|c| c.verifies.as_slice()).unwrap_or_default();
    verified.iter().any(|k| catalog.is_under(kind, *k))
}
