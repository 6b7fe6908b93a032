//! Which controls count for a threat, where, and why others do not.

use super::ground::{Ground, Net};
use super::start::{Origin, Way, way_left};
use super::threat::{Credit, Start, Step, ThreatTarget, Uncredited};
use super::{MovementId, why};
use crate::catalog::{ControlId, Reach};
use crate::model::parts::Place;
use crate::model::{ElementId, FlowId, Model, Placement, ZoneId};
use std::collections::{HashMap, HashSet};

/// Placements by control, so that a threat looks only at those of its rule.
pub(crate) struct Placements<'m> {
    by_control: HashMap<ControlId, Vec<&'m Placement>>,
}

impl<'m> Placements<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut by_control: HashMap<ControlId, Vec<&Placement>> = HashMap::new();
        for p in &model.placements {
            by_control.entry(p.control).or_default().push(p);
        }
        Placements { by_control }
    }

    fn of(&self, control: ControlId) -> &[&'m Placement] {
        self.by_control.get(&control).map_or(&[], Vec::as_slice)
    }
}

/// The label of a place, as in `Vector index` or `Visitor → API gateway`.
pub(crate) fn place_label(model: &Model, place: Place) -> String {
    let name = |e: ElementId| model.element(e).map_or("", |e| e.label.as_str());
    match place {
        Place::Element(e) => name(e).to_owned(),
        Place::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.label.clone()),
        Place::Flow(f) => {
            model.flow(f).map_or_else(String::new, |f| format!("{} → {}", name(f.source), name(f.target)))
        }
    }
}

/// What a place is to a target.
enum Relation {
    /// It is on the target: why, in words.
    On(&'static str),
    /// It is elsewhere.
    Elsewhere,
}

fn relation(ground: &Ground<'_>, target: ThreatTarget, place: Place) -> Relation {
    let model = ground.model;
    match (target, place) {
        (ThreatTarget::Flow(f), Place::Flow(p)) if f == p => Relation::On("it is on the flow"),
        (ThreatTarget::Flow(f), Place::Element(e)) => match model.flow(f) {
            Some(flow) if flow.via.contains(&e) => Relation::On("the flow goes through it"),
            Some(flow) if flow.source == e || flow.target == e => Relation::On("it is at an end of the flow"),
            _ => Relation::Elsewhere,
        },
        (ThreatTarget::Flow(f), Place::Boundary(b)) => match ground.crossing(f) {
            Some(c) if c.out_of.contains(&b) || c.into.contains(&b) => {
                Relation::On("the flow crosses its boundary")
            }
            _ => Relation::Elsewhere,
        },
        (ThreatTarget::Element(e), Place::Element(p)) if e == p => Relation::On("it is on the part itself"),
        (ThreatTarget::Element(e), Place::Boundary(b)) if model.around(e).contains(&b) => {
            Relation::On("its boundary is around the part")
        }
        (ThreatTarget::Boundary(b), Place::Boundary(p)) if b == p => {
            Relation::On("it is on the boundary itself")
        }
        (ThreatTarget::Model, _) => Relation::On("it is in the model"),
        _ => Relation::Elsewhere,
    }
}

/// Whether a control at a place is on a target.
pub(crate) fn is_on(ground: &Ground<'_>, target: ThreatTarget, place: Place) -> bool {
    matches!(relation(ground, target, place), Relation::On(_))
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
        let all = placements.of(control);
        if all.is_empty() {
            continue;
        }
        let mut chosen: Option<Credit> = None;
        let mut not: Vec<Uncredited> = Vec::new();
        for in_force in [true, false] {
            let mut some: Vec<&Placement> =
                all.iter().copied().filter(|p| p.status.in_force() == in_force).collect();
            // Of several that count, the one on the target itself is named.
            some.sort_by_key(|p| Some(p.place) != own_place(target));
            if some.is_empty() || chosen.is_some() {
                continue;
            }
            let credit =
                |place, because: String| Credit { control, place, in_force, steps, softens, because };
            for p in &some {
                match judge(ground, target, origin, p.place) {
                    Judged::Counts(why) => {
                        chosen = Some(credit(p.place, why.to_owned()));
                        break;
                    }
                    Judged::Not(why) => not.push(Uncredited { control, place: p.place, because: why }),
                    Judged::Elsewhere => {}
                }
            }
            let by_path =
                ground.model.catalog.controls.get(control.index()).is_some_and(|c| c.reach == Reach::Path);
            // With the controls in force, the planned ones stand in the way too.
            let standing: Vec<&Placement> =
                all.iter().copied().filter(|p| p.status.in_force() || !in_force).collect();
            if chosen.is_none() && by_path && !origin.from.is_empty() {
                match on_every_way(ground, target, movement, origin, &standing) {
                    Ok(place) => chosen = Some(credit(place, "every way to it passes there".into())),
                    Err(near) => not.extend(near.into_iter().map(|place| Uncredited {
                        control,
                        place,
                        because: "a way leads past it".into(),
                    })),
                }
            } else if chosen.is_none() && !by_path {
                let near = near(ground, origin, &some);
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

enum Judged {
    Counts(&'static str),
    Not(String),
    Elsewhere,
}

fn judge(ground: &Ground<'_>, target: ThreatTarget, origin: &Origin, place: Place) -> Judged {
    let Relation::On(why) = relation(ground, target, place) else { return Judged::Elsewhere };
    if !stands_with_attacker(ground, target, origin, place) {
        return Judged::Counts(why);
    }
    Judged::Not(match &origin.start {
        Start::Elements(list) => {
            format!("it stands where the threat starts, with {}", why::elements(ground, list))
        }
        Start::Outside => "it stands where the threat starts".into(),
    })
}

/// Whether a place protects nobody: it stands where the threat starts, and the target does not.
fn stands_with_attacker(ground: &Ground<'_>, target: ThreatTarget, origin: &Origin, place: Place) -> bool {
    Some(place) != own_place(target)
        && zone_of(ground, place).is_some_and(|zone| {
            origin.zones.binary_search(&zone).is_ok() && target_zone(ground, target) != Some(zone)
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

/// The nearest place where every way passes, or the places on some way that others go past.
fn on_every_way(
    ground: &Ground<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    origin: &Origin,
    standing: &[&Placement],
) -> Result<Place, Vec<Place>> {
    let useful: Vec<Place> = standing
        .iter()
        .map(|p| p.place)
        .filter(|p| !stands_with_attacker(ground, target, origin, *p))
        .collect();
    if useful.is_empty() {
        return Err(Vec::new());
    }
    let there: HashSet<Place> = useful.iter().copied().collect();
    let has = |p: Place| there.contains(&p);
    let in_way = |e: ElementId| has(Place::Element(e)) && !is_start(ground, origin, e);
    let on_flow = |f: FlowId| {
        let Some(flow) = ground.model.flow(f) else { return false };
        has(Place::Flow(f))
            || flow.via.iter().any(|e| has(Place::Element(*e)))
            || ground
                .crossing(f)
                .is_some_and(|c| c.out_of.iter().chain(&c.into).any(|b| has(Place::Boundary(*b))))
    };
    let left = way_left(ground, origin, target, movement, &in_way, &on_flow);
    let mut near = near_places(ground, &origin.path, &useful);
    if left && near.is_empty() {
        near = on_some_way(ground, target, origin, &useful);
    }
    match near.first().or(useful.first()) {
        Some(place) if !left => Ok(*place),
        _ => Err(near),
    }
}

/// Those of the places that some way passes, other than the shortest; a few are enough for a
/// reader, and only so many are tried.
fn on_some_way(ground: &Ground<'_>, target: ThreatTarget, origin: &Origin, places: &[Place]) -> Vec<Place> {
    let net = if origin.way == Way::Called { Net::Calls } else { Net::Movements };
    let goals: Vec<ElementId> = match target {
        ThreatTarget::Element(e) => vec![e],
        ThreatTarget::Flow(f) => ground.model.flow(f).map(|f| vec![f.source, f.target]).unwrap_or_default(),
        ThreatTarget::Boundary(_) | ThreatTarget::Model => Vec::new(),
    };
    let from = ground.search(net, &origin.from, |_, _| true);
    let leads_on = |e: ElementId| {
        let on = ground.search(net, &[e], |_, _| true);
        goals.iter().any(|g| *g != e && on.reaches(*g))
    };
    places
        .iter()
        .filter(|p| matches!(p, Place::Element(e) if from.reaches(*e)))
        .take(8)
        .filter(|p| matches!(p, Place::Element(e) if leads_on(*e)))
        .take(3)
        .copied()
        .collect()
}

fn is_start(ground: &Ground<'_>, origin: &Origin, e: ElementId) -> bool {
    let in_zone = ground.zone(e).is_some_and(|z| origin.zones.binary_search(&z).is_ok());
    let starts_here = || match &origin.start {
        Start::Elements(list) => list.contains(&e),
        Start::Outside => false,
    };
    in_zone && starts_here()
}

fn near(ground: &Ground<'_>, origin: &Origin, some: &[&Placement]) -> Vec<Place> {
    near_places(ground, &origin.path, &some.iter().map(|p| p.place).collect::<Vec<_>>())
}

/// Those of the places that the threat's path touches, in the path's order; if none is touched,
/// none is near.
fn near_places(ground: &Ground<'_>, path: &[Step], places: &[Place]) -> Vec<Place> {
    let mut out = Vec::new();
    let mut add = |p: Place| {
        if places.contains(&p) && !out.contains(&p) {
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
