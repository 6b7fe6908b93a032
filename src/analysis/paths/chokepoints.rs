//! Chokepoints: one control at one place that stands in as many open ways as can be.
//!
//! Tried are the controls that the rules of the threats on these ways list, on the flows of the ways
//! and on the parts that they pass, so far as these are built here; not on boundaries, since a control
//! there is one on each part in it. Whether a control counts is asked in the same way as for any other
//! threat. A way is cut if one of its steps is held then: if everything that carries it there comes
//! within the appetite.

use super::super::credit::would_count;
use super::super::risk::lower;
use super::super::start::{Origin, origin};
use super::super::threat::{Rating, Threat, ThreatTarget};
use super::super::{ThreatId, placed::Standing};
use super::{AttackPath, CUTS, Chokepoint, Cut, Hold, PathState, PathStep, Site, Want};
use crate::catalog::{ControlId, Reach, Rule};
use crate::model::ElementId;
use crate::model::parts::Place;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How many are kept: one for each control, at its best place.
const KEPT: usize = 6;

/// How often it is looked through all ways of a threat whether a control elsewhere on its way would count.
/// Far more than models of a few hundred parts need.
const TRIED: usize = 400;

/// A control at a place.
type Candidate = (ControlId, Place);

/// The threats that it changes, and to which rating.
type Changes = BTreeMap<ThreatId, Rating>;

/// The chokepoints; says of each way what would stop it.
pub(super) fn find(site: &Site<'_, '_>, attacks: &mut [Vec<Want>]) -> Vec<Chokepoint> {
    let open: Vec<(usize, &mut AttackPath)> = attacks
        .iter_mut()
        .enumerate()
        .flat_map(|(a, wants)| wants.iter_mut().flat_map(|w| &mut w.ways).map(move |way| (a, way)))
        .filter(|(_, way)| way.state == PathState::Open)
        .collect();
    let mut open = open;
    if open.is_empty() {
        return Vec::new();
    }
    let ways: Vec<(usize, &AttackPath)> = open.iter().map(|(a, w)| (*a, &**w)).collect();
    let mut ranked: Vec<(Chokepoint, Vec<usize>)> =
        candidates(site, &ways).into_iter().map(|(c, changes)| judge(site, &ways, c, changes)).collect();
    ranked.sort_by_cached_key(|(c, _)| rank(site, c));
    let mut cut_by: Vec<Vec<Candidate>> = vec![Vec::new(); ways.len()];
    for (c, cuts) in &ranked {
        for way in cuts {
            if let Some(list) = cut_by.get_mut(*way)
                && list.len() < CUTS
                && list.iter().all(|(control, _)| *control != c.control)
            {
                list.push((c.control, c.place));
            }
        }
    }
    for ((_, way), cut_by) in open.iter_mut().zip(cut_by) {
        way.held_by = if cut_by.is_empty() { hold(site, way) } else { None };
        way.cut_by = cut_by;
    }
    let mut known = HashSet::new();
    let best = ranked.into_iter().map(|(c, _)| c).filter(|c| known.insert(c.control));
    best.take(KEPT).collect()
}

/// The best first: by ways that are cut, then by how many attackers are concerned, by ways that get
/// harder, by how much risk goes, then parts before flows, by name.
fn rank(site: &Site<'_, '_>, c: &Chokepoint) -> impl Ord + use<> {
    let concerned = c.attackers.iter().filter(|a| a.cut > 0).count();
    let less = |(t, after): &(ThreatId, Rating)| {
        let before = site.threats.get(t.index()).map_or(0, |t| t.residual.product());
        usize::from(before.saturating_sub(after.product()))
    };
    let gone: usize = c.changes.iter().map(less).sum();
    let name = site.ground.model.catalog.controls.get(c.control.index()).map(|k| k.name.clone());
    (Reverse((c.cut(), concerned, c.harder(), gone)), name, site.ranks.place(c.place))
}

/// All controls at places that change a threat on the ways.
fn candidates(site: &Site<'_, '_>, ways: &[(usize, &AttackPath)]) -> BTreeMap<Candidate, Changes> {
    let model = site.ground.model;
    // Where each threat stands on the ways: the parts that the ways pass.
    let mut passed: BTreeMap<ThreatId, BTreeSet<ElementId>> = BTreeMap::new();
    for (_, way) in ways {
        let parts: Vec<ElementId> = way.steps.iter().flat_map(|s| [s.from, s.to]).collect();
        for threat in way.steps.iter().flat_map(|s| &s.threats) {
            passed.entry(*threat).or_default().extend(&parts);
        }
    }
    let mut tries = TRIED;
    let mut out: BTreeMap<Candidate, Changes> = BTreeMap::new();
    for (id, passed) in &passed {
        let Some(t) = site.threats.get(id.index()) else { continue };
        let Some(rule) = model.catalog.rules.get(t.rule.index()) else { continue };
        let origin = origin(site.ground, t.target, t.movement, &t.facts);
        let in_force = |c: &ControlId| t.credited.iter().any(|x| x.control == *c && x.in_force);
        let mut listed: Vec<ControlId> = rule
            .lowered_by
            .iter()
            .chain(&rule.softened_by)
            .map(|(c, _)| *c)
            .filter(|c| !in_force(c))
            .collect();
        listed.sort_by_key(|c| model.catalog.control(*c).map(|c| c.name.as_str()));
        listed.dedup();
        let near = on_target(site, t.target);
        for control in listed {
            let after = with(t, rule, control);
            if after == t.residual {
                continue;
            }
            let far = model.catalog.controls.get(control.index()).is_some_and(|c| c.reach == Reach::Path);
            let far: Vec<ElementId> =
                if far { site.ranks.sorted(passed.iter().copied()) } else { Vec::new() };
            for place in &near {
                try_at(site, t, &origin, (control, *place), (*id, after), &mut out);
            }
            for place in far.into_iter().map(Place::Element).filter(|p| !near.contains(p)) {
                if tries > 0 {
                    tries -= 1;
                    try_at(site, t, &origin, (control, place), (*id, after), &mut out);
                }
            }
        }
    }
    out
}

fn try_at(
    site: &Site<'_, '_>,
    t: &Threat,
    origin: &Origin,
    candidate: Candidate,
    change: (ThreatId, Rating),
    out: &mut BTreeMap<Candidate, Changes>,
) {
    let (control, place) = candidate;
    // Nobody puts a control into what is not built here.
    let foreign = |e: ElementId| site.ground.natures.get(e.index()).is_none_or(|n| n.external);
    if matches!(place, Place::Element(e) if foreign(e)) {
        return;
    }
    if would_count(site.ground, site.placements, t, origin, control, place) {
        out.entry(candidate).or_default().insert(change.0, change.1);
    }
}

/// The places on a threat's target where a control counts, but for boundaries.
fn on_target(site: &Site<'_, '_>, target: ThreatTarget) -> Vec<Place> {
    match target {
        ThreatTarget::Element(e) => vec![Place::Element(e)],
        ThreatTarget::Flow(f) => {
            let flow = site.ground.model.flow(f);
            let parts = flow.into_iter().flat_map(|f| f.via.iter().chain([&f.source, &f.target]));
            parts.map(|e| Place::Element(*e)).chain([Place::Flow(f)]).collect()
        }
        ThreatTarget::Boundary(_) | ThreatTarget::Model => Vec::new(),
    }
}

/// The residual rating of a threat if a control of its rule's list counted too.
fn with(t: &Threat, rule: &Rule, control: ControlId) -> Rating {
    let steps = |softens: bool| {
        let list = if softens { &rule.softened_by } else { &rule.lowered_by };
        let now = t.credited.iter().filter(move |c| c.in_force && c.softens == softens).map(|c| c.steps);
        now.chain(list.iter().filter(move |(c, _)| *c == control).map(|(_, n)| *n))
    };
    Rating {
        likelihood: lower(t.inherent.likelihood, rule.floor, steps(false)),
        impact: lower(t.inherent.impact, 1, steps(true)),
    }
}

/// What a control at a place does to the ways, and which of them it cuts.
fn judge(
    site: &Site<'_, '_>,
    ways: &[(usize, &AttackPath)],
    (control, place): Candidate,
    changes: Changes,
) -> (Chokepoint, Vec<usize>) {
    let closed = |t: &ThreatId| changes.get(t).is_some_and(|r| r.severity() <= site.appetite);
    let held = |s: &PathStep| can_be_held(s) && s.threats.iter().all(closed);
    let mut attackers: BTreeMap<usize, Cut> = BTreeMap::new();
    let mut cuts = Vec::new();
    for (i, (attacker, way)) in ways.iter().enumerate() {
        let touched = way.steps.iter().flat_map(|s| &s.threats).any(|t| changes.contains_key(t));
        if !touched {
            continue;
        }
        let of = attackers.entry(*attacker).or_insert(Cut { attacker: *attacker, cut: 0, harder: 0 });
        if way.steps.iter().any(held) {
            of.cut += 1;
            cuts.push(i);
        } else {
            of.harder += 1;
        }
    }
    let standing = site.placements.of(control);
    let planned = standing.is_some_and(|s: &Standing<'_>| s.has(place, false));
    let changes = changes.into_iter().collect();
    (Chokepoint { control, place, planned, attackers: attackers.into_values().collect(), changes }, cuts)
}

/// Whether a step is held once all its threats are.
fn can_be_held(s: &PathStep) -> bool {
    !s.threats.is_empty() && (s.decisive || !s.stopped.is_empty())
}

/// The step of a way that the fewest controls would hold; none if no step can be held.
fn hold(site: &Site<'_, '_>, way: &AttackPath) -> Option<Hold> {
    let name = |c: &ControlId| site.ground.model.catalog.controls.get(c.index()).map(|k| k.name.as_str());
    let mut sets: HashMap<&ThreatId, &[ControlId]> = HashMap::new();
    for t in way.steps.iter().flat_map(|s| &s.threats) {
        let threat = site.threats.get(t.index());
        if let Some(set) = threat.and_then(|t| t.closed_by.first()) {
            sets.insert(t, set);
        }
    }
    let of = |(step, s): (usize, &PathStep)| {
        let mut controls: Vec<ControlId> = Vec::new();
        for t in &s.threats {
            controls.extend(*sets.get(t)?);
        }
        controls.sort_by_key(name);
        controls.dedup();
        (!controls.is_empty()).then_some(Hold { step, controls })
    };
    way.steps
        .iter()
        .enumerate()
        .filter(|(_, s)| can_be_held(s))
        .filter_map(of)
        .min_by_key(|h| h.controls.len())
}
