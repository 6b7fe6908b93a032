//! Ways in: every movement from lower trust, what it brings and where that is first checked.

use super::credit::place_label;
use super::ground::Ground;
use super::{Entry, MovementId};
use crate::catalog::{Acts, ControlId};
use crate::model::parts::Place;
use crate::model::{ElementId, Model};
use std::collections::HashMap;

pub(crate) fn entries(ground: &Ground<'_>) -> Vec<Entry> {
    let model = ground.model;
    let checks = |c: ControlId| model.catalog.control(c).is_some_and(|c| c.acts.contains(&Acts::Entry));
    let mut standing: HashMap<Place, Vec<ControlId>> = HashMap::new();
    for p in model.placements.iter().filter(|p| p.status.in_force() && checks(p.control)) {
        let list = standing.entry(p.place).or_default();
        if !list.contains(&p.control) {
            list.push(p.control);
        }
    }
    let mut out = Vec::new();
    for (i, m) in ground.movements.iter().enumerate() {
        let Some(crossing) = ground.crossing(m.flow) else { continue };
        let slope = if m.forward { Some(crossing.forward) } else { crossing.back };
        // A call comes in even if it brings no data; an answer without content brings nothing.
        if !slope.is_some_and(super::Slope::is_up) || !m.forward && !m.content {
            continue;
        }
        let mut places = vec![Place::Flow(m.flow)];
        let entered = if m.forward { &crossing.into } else { &crossing.out_of };
        places.extend(entered.iter().map(|b| Place::Boundary(*b)));
        if let Some(flow) = model.flow(m.flow) {
            places.extend(flow.via.iter().map(|e| Place::Element(*e)));
        }
        places.push(Place::Element(m.receiver));
        let checked = places
            .iter()
            .find_map(|p| Some((place_label(model, *p), standing.get(p)?.clone())))
            .or_else(|| further(ground, &standing, m.receiver));
        out.push(Entry { movement: MovementId::new(i), checked });
    }
    out
}

/// The first check behind the receiver, if it does nothing but hand on: the next part on its only
/// way.
fn further(
    ground: &Ground<'_>,
    standing: &HashMap<Place, Vec<ControlId>>,
    from: ElementId,
) -> Option<(String, Vec<ControlId>)> {
    let model: &Model = ground.model;
    let mut calls = ground.calls.get(from.index())?.iter();
    let (flow, None) = (model.flow(*calls.next()?)?, calls.next()) else { return None };
    let place = Place::Element(flow.target);
    standing.get(&place).map(|c| (place_label(model, place), c.clone()))
}
