//! Which controls count for a threat, where, and why others do not.

use super::MovementId;
use super::ground::Ground;
use super::hops::{Along, Net};
use super::placed::{Placements, Standing};
use super::start::{Blocked, Origin, way_left};
use super::threat::{Credit, Step, Threat, ThreatTarget, Uncredited};
use crate::catalog::{ControlId, Reach};
use crate::model::parts::Place;
use crate::model::{ElementId, FlowId, Model, Placement, ZoneId};

/// The label of a place, as in `Vector index` or `Visitor → API gateway`.
pub fn place_label(model: &Model, place: Place) -> String {
    let name = |e: ElementId| model.element(e).map_or("", |e| e.label.as_str());
    match place {
        Place::Element(e) => name(e).to_owned(),
        Place::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.label.clone()),
        Place::Flow(f) => {
            model.flow(f).map_or_else(String::new, |f| format!("{} → {}", name(f.source), name(f.target)))
        }
    }
}

/// Why a place is on a target, in words; none if it is elsewhere.
fn relation(ground: &Ground<'_>, target: ThreatTarget, place: Place) -> Option<&'static str> {
    let model = ground.model;
    match (target, place) {
        (ThreatTarget::Flow(f), Place::Flow(p)) => (f == p).then_some("it is on the flow"),
        (ThreatTarget::Flow(f), Place::Element(e)) => match model.flow(f)? {
            flow if flow.via.contains(&e) => Some("the flow goes through it"),
            flow if flow.source == e || flow.target == e => Some("it is at an end of the flow"),
            _ => None,
        },
        (ThreatTarget::Flow(f), Place::Boundary(b)) => {
            let c = ground.crossing(f)?;
            (c.out_of.contains(&b) || c.into.contains(&b)).then_some("the flow crosses its boundary")
        }
        (ThreatTarget::Element(e), Place::Element(p)) => (e == p).then_some("it is on the part itself"),
        (ThreatTarget::Element(e), Place::Boundary(b)) => {
            model.around(e).contains(&b).then_some("its boundary is around the part")
        }
        (ThreatTarget::Boundary(b), Place::Boundary(p)) => (b == p).then_some("it is on the boundary itself"),
        (ThreatTarget::Model, _) => Some("it is in the model"),
        _ => None,
    }
}

/// The placements of a control on a target: of several that count, the one on the target itself
/// is named.
pub(crate) fn on_target<'m>(
    ground: &Ground<'_>,
    target: ThreatTarget,
    standing: &Standing<'m>,
    in_force: bool,
) -> Vec<&'m Placement> {
    // On most targets there is none.
    let mut some: Vec<(usize, &Placement)> = Vec::new();
    let mut add = |p: Place| some.extend(standing.at(p).filter(|(_, p)| p.status.in_force() == in_force));
    match target {
        ThreatTarget::Flow(f) => {
            let flow = ground.model.flow(f);
            let elements = flow.into_iter().flat_map(|f| f.via.iter().chain([&f.source, &f.target]));
            let crossed = ground.crossing(f).into_iter().flat_map(|c| c.out_of.iter().chain(&c.into));
            let places = elements.map(|e| Place::Element(*e)).chain(crossed.map(|b| Place::Boundary(*b)));
            places.chain([Place::Flow(f)]).for_each(add);
        }
        ThreatTarget::Element(e) => {
            let inner = ground.model.element(e).and_then(|e| e.boundary);
            let around = inner.into_iter().flat_map(|b| ground.model.chain(b)).map(Place::Boundary);
            around.chain([Place::Element(e)]).for_each(add);
        }
        ThreatTarget::Boundary(b) => add(Place::Boundary(b)),
        ThreatTarget::Model => standing.all.iter().for_each(|p| add(p.place)),
    }
    some.sort_by_key(|(i, p)| (Some(p.place) != own_place(target), *i));
    some.dedup_by_key(|(i, _)| *i);
    some.into_iter().map(|(_, p)| p).collect()
}

/// The zones where a place stands: an element's, a boundary's own, and of a flow that of its ends
/// if both are in one.
fn zone_of(ground: &Ground<'_>, place: Place) -> Option<ZoneId> {
    match place {
        Place::Element(e) => ground.zone(e),
        Place::Boundary(b) => ground.model.boundary(b).map(|b| b.zone),
        Place::Flow(f) => {
            let flow = ground.model.flow(f)?;
            let (a, b) = (ground.zone(flow.source)?, ground.zone(flow.target)?);
            (a == b).then_some(a)
        }
    }
}

/// Whether the target stands within one zone, and which.
fn target_zone(ground: &Ground<'_>, target: ThreatTarget) -> Option<ZoneId> {
    match target {
        ThreatTarget::Element(e) => ground.zone(e),
        ThreatTarget::Flow(f) => zone_of(ground, Place::Flow(f)),
        ThreatTarget::Boundary(b) => ground.model.boundary(b).map(|b| b.zone),
        ThreatTarget::Model => None,
    }
}

/// What counts for a threat and what does not.
#[derive(Default)]
pub(crate) struct Credits {
    pub credited: Vec<Credit>,
    pub uncredited: Vec<Uncredited>,
}

/// A listed control: which, how many steps, and whether it softens the impact.
pub(crate) type Listed = (ControlId, u8, bool);

pub(crate) fn credits(
    ground: &Ground<'_>,
    placements: &Placements<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    origin: &Origin,
    listed: &[Listed],
) -> Credits {
    let mut out = Credits::default();
    for &(control, steps, softens) in listed {
        let Some(standing) = placements.of(control) else { continue };
        let mut chosen: Option<Credit> = None;
        let mut not: Vec<Uncredited> = Vec::new();
        for in_force in [true, false] {
            if chosen.is_some() || !standing.is_anywhere(in_force) {
                continue;
            }
            let credit =
                |place, because: String| Credit { control, place, in_force, steps, softens, because };
            for p in on_target(ground, target, standing, in_force) {
                let Some(why) = relation(ground, target, p.place) else { continue };
                if !stands_with_attacker(ground, target, origin, p.place) {
                    chosen = Some(credit(p.place, why.to_owned()));
                    break;
                }
                not.push(Uncredited { control, place: p.place, because: with_attacker(ground, origin) });
            }
            let by_path =
                ground.model.catalog.controls.get(control.index()).is_some_and(|c| c.reach == Reach::Path);
            if chosen.is_none() && by_path && !origin.from.is_empty() {
                match on_every_way(ground, target, movement, origin, standing, in_force) {
                    Ok(place) => chosen = Some(credit(place, "every way to it passes there".into())),
                    Err(near) => not.extend(near.into_iter().map(|place| Uncredited {
                        control,
                        place,
                        because: "a way leads past it".into(),
                    })),
                }
            } else if chosen.is_none() && !by_path {
                let near = near_places(ground, &origin.path, |p| standing.has(p, in_force));
                not.extend(near.into_iter().map(|place| Uncredited {
                    control,
                    place,
                    because: "it protects only what it stands on".into(),
                }));
            }
        }
        match chosen {
            Some(c) => out.credited.push(c),
            None => {
                not.sort_by_key(|u| u.place);
                not.dedup_by_key(|u| u.place);
                not.truncate(3);
                out.uncredited.extend(not);
            }
        }
    }
    out
}

/// Why a control that stands with the attacker does not count.
fn with_attacker(ground: &Ground<'_>, origin: &Origin) -> String {
    match origin.starts() {
        Some(starts) => format!("it stands where the threat starts, with {}", starts.all(ground.model)),
        None => "it stands where the threat starts".into(),
    }
}

/// Whether a place protects nobody: it stands where the threat starts, and the target does not.
fn stands_with_attacker(ground: &Ground<'_>, target: ThreatTarget, origin: &Origin, place: Place) -> bool {
    Some(place) != own_place(target)
        && zone_of(ground, place).is_some_and(|zone| {
            origin.zones(ground).binary_search(&zone).is_ok() && target_zone(ground, target) != Some(zone)
        })
}

fn own_place(target: ThreatTarget) -> Option<Place> {
    match target {
        ThreatTarget::Flow(f) => Some(Place::Flow(f)),
        ThreatTarget::Element(e) => Some(Place::Element(e)),
        ThreatTarget::Boundary(b) => Some(Place::Boundary(b)),
        ThreatTarget::Model => None,
    }
}

/// The nearest place where every way passes, or the places on some way that others go past. With
/// the controls in force, the planned ones stand in the way too.
fn on_every_way(
    ground: &Ground<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    origin: &Origin,
    standing: &Standing<'_>,
    in_force: bool,
) -> Result<Place, Vec<Place>> {
    let helps = |place: Place| !stands_with_attacker(ground, target, origin, place);
    let planned = !in_force;
    let counts = |p: &&&Placement| (planned || p.status.in_force()) && helps(p.place);
    let Some(first) = standing.all.iter().find(counts).map(|p| p.place) else { return Err(Vec::new()) };
    let has = |p: Place| (standing.has(p, true) || planned && standing.has(p, false)) && helps(p);
    let left = leads_past(ground, target, movement, origin, &has);
    let mut near = near_places(ground, &origin.path, has);
    if !left {
        return Ok(near.first().copied().unwrap_or(first));
    }
    if near.is_empty() {
        let net = origin.along().net;
        let reached = (0..).map_while(|n| standing.reached(ground, net, &origin.from, planned, n));
        near = on_some_way(ground, target, net, reached.filter(|e| helps(Place::Element(*e))));
    }
    Err(near)
}

/// Whether a way to the target leads past all places that have something.
fn leads_past(
    ground: &Ground<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    origin: &Origin,
    has: &dyn Fn(Place) -> bool,
) -> bool {
    let in_way = |e: ElementId| has(Place::Element(e)) && !is_start(ground, origin, e);
    let on_flow = |f: FlowId| {
        let Some(flow) = ground.model.flow(f) else { return false };
        has(Place::Flow(f))
            || flow.via.iter().any(|e| has(Place::Element(*e)))
            || ground
                .crossing(f)
                .is_some_and(|c| c.out_of.iter().chain(&c.into).any(|b| has(Place::Boundary(*b))))
    };
    let blocked = Blocked { element: &in_way, flow: &on_flow };
    way_left(ground, origin, target, movement, &blocked)
}

/// Whether a control would count for a threat if it stood at a place, as [`credits`] would say, beside
/// where it is in force already.
pub(crate) fn would_count(
    ground: &Ground<'_>,
    placements: &Placements<'_>,
    t: &Threat,
    origin: &Origin,
    control: ControlId,
    place: Place,
) -> bool {
    let helps = |p: Place| !stands_with_attacker(ground, t.target, origin, p);
    if !helps(place) {
        return false;
    }
    if relation(ground, t.target, place).is_some() {
        return true;
    }
    let kind = ground.model.catalog.controls.get(control.index());
    if origin.from.is_empty() || kind.is_none_or(|k| k.reach != Reach::Path) {
        return false;
    }
    let standing = placements.of(control);
    let has = |p: Place| (p == place || standing.is_some_and(|s| s.has(p, true))) && helps(p);
    !leads_past(ground, t.target, t.movement, origin, &has)
}

/// Those of the elements that some way to the target passes; a few are enough for a reader, and
/// only so many are tried.
fn on_some_way(
    ground: &Ground<'_>,
    target: ThreatTarget,
    net: Net,
    elements: impl Iterator<Item = ElementId>,
) -> Vec<Place> {
    let goals: Vec<ElementId> = match target {
        ThreatTarget::Element(e) => vec![e],
        ThreatTarget::Flow(f) => ground.model.flow(f).map(|f| vec![f.source, f.target]).unwrap_or_default(),
        ThreatTarget::Boundary(_) | ThreatTarget::Model => Vec::new(),
    };
    let leads_on = |e: &ElementId| {
        let search = ground.search(&Along::all(net), &ground.groups.of(vec![*e]));
        let mut on = search.borrow_mut();
        goals.iter().any(|g| g != e && on.reaches(ground, *g))
    };
    elements.take(8).filter(leads_on).take(3).map(Place::Element).collect()
}

fn is_start(ground: &Ground<'_>, origin: &Origin, e: ElementId) -> bool {
    let in_zone = ground.zone(e).is_some_and(|z| origin.zones(ground).binary_search(&z).is_ok());
    in_zone && origin.starts().is_some_and(|s| s.contains(e))
}

/// Those places that the threat's path touches, in the path's order; if none is touched, none is
/// near.
fn near_places(ground: &Ground<'_>, path: &[Step], is_one: impl Fn(Place) -> bool) -> Vec<Place> {
    let mut out = Vec::new();
    let mut add = |p: Place| {
        if is_one(p) && !out.contains(&p) {
            out.push(p);
        }
    };
    for step in path {
        let Some(flow) = ground.model.flow(step.flow) else { continue };
        let (a, b) = if step.forward { (flow.source, flow.target) } else { (flow.target, flow.source) };
        add(Place::Element(a));
        add(Place::Flow(step.flow));
        for v in &flow.via {
            add(Place::Element(*v));
        }
        if let Some(c) = ground.crossing(step.flow) {
            for boundary in c.out_of.iter().chain(&c.into) {
                add(Place::Boundary(*boundary));
            }
        }
        add(Place::Element(b));
    }
    out
}
