//! Where weights, data for training, code and packages come from, and by which hops they get to where
//! they serve. What is not checked on its way into another zone is marked.

use std::collections::BTreeSet;

use super::{Called, Figure, Place, Site};
use crate::analysis::paths::{SupplyChain, SupplyHop};
use crate::diagnostic::counted;
use crate::layout::{self, LayoutError};
use crate::model::{BoundaryId, DataId, ElementId};
use crate::scene::compose::compose;
use crate::scene::draft::{Draft, DraftBoundary, DraftElement, DraftFlow};
use crate::scene::draw;
use crate::scene::figure::{Dash, Look, redrawn, row};
use crate::scene::palette::Role;

/// The most elements of one picture.
const MOST: usize = 40;

/// One hop of one or more chains.
struct Hop<'a> {
    of: &'a SupplyHop,
    data: BTreeSet<DataId>,
}

/// How a hop stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It leads into another zone, and nothing checks what arrives.
    Unchecked,
    /// It leads into another zone and is checked.
    Checked,
    /// It stays in its zone.
    Inside,
}

impl Hop<'_> {
    fn state(&self) -> State {
        match (self.of.crosses, self.of.verified) {
            (true, false) => State::Unchecked,
            (true, true) => State::Checked,
            (false, _) => State::Inside,
        }
    }
}

/// Draws all supply chains; none if there are none, or if all stay in their zone.
pub(super) fn chains(site: &Site<'_>) -> Result<Option<Figure>, LayoutError> {
    let all = &site.analysis.paths.supply;
    if !all.iter().flat_map(|c| &c.hops).any(|h| h.crosses) {
        return Ok(None);
    }
    let mut elements: BTreeSet<ElementId> = BTreeSet::new();
    let mut hops: Vec<Hop<'_>> = Vec::new();
    let mut left_out = 0;
    for chain in all {
        let here: BTreeSet<ElementId> = chain.hops.iter().flat_map(|h| [h.pass.from, h.pass.to]).collect();
        if !elements.is_empty() && elements.union(&here).count() > MOST {
            left_out += 1;
            continue;
        }
        elements.extend(here);
        for hop in &chain.hops {
            let data = hop.data.iter().copied().chain([chain.data]);
            match hops.iter_mut().find(|h| h.of.pass == hop.pass) {
                Some(known) => known.data.extend(data),
                None => hops.push(Hop { of: hop, data: data.collect() }),
            }
        }
    }
    let draft = draft(site, all, &elements, &hops, left_out);
    let engine = layout::engine()?;
    let composed = compose(&draft, site.ruler, engine.as_ref())?;
    let look = |i: usize| -> Look {
        match hops.get(i).map_or(State::Inside, Hop::state) {
            State::Unchecked => (Role::SeverityHigh, 2.4, Dash::Dashed),
            State::Checked => (Role::LineHeavy, 1.9, Dash::Solid),
            State::Inside => (Role::LineLight, 1.4, Dash::Solid),
        }
    };
    let legend = row(
        "Lines",
        [
            (State::Unchecked, "Broken: into another zone, and nothing checks what arrives"),
            (State::Checked, "Heavy: into another zone, checked"),
            (State::Inside, "Thin: stays in its zone"),
        ]
        .into_iter()
        .filter(|(state, _)| hops.iter().any(|h| h.state() == *state))
        .map(|(_, words)| (None, words)),
    );
    let scene = redrawn(composed.scene, site.ruler, look, vec![legend]);
    let about =
        "Where weights, data for training, code and packages come from, and by which hops they get to where \
                 they serve. A broken line leads into another zone without a check of what arrives."
            .to_owned();
    let called = Called { name: "supply".into(), title: "Supply chains".into(), about, place: Place::Supply };
    Ok(Some(site.figure(called, scene, &composed.measure)))
}

fn draft(
    site: &Site<'_>,
    all: &[SupplyChain],
    elements: &BTreeSet<ElementId>,
    hops: &[Hop<'_>],
    left_out: usize,
) -> Draft {
    let model = site.model;
    let around: BTreeSet<BoundaryId> = elements.iter().flat_map(|e| model.around(*e)).collect();
    let boundaries: Vec<BoundaryId> = around.into_iter().collect();
    let parent = |b: Option<BoundaryId>| b.and_then(|b| boundaries.iter().position(|x| *x == b));
    let list: Vec<ElementId> = elements.iter().copied().collect();
    let at = |e: ElementId| list.iter().position(|x| *x == e).unwrap_or_default();
    let flows = hops.iter().map(|hop| {
        let data: Vec<&str> =
            hop.data.iter().filter_map(|d| model.datum(*d)).map(|d| d.label.as_str()).collect();
        let controls: Vec<&str> = hop
            .of
            .in_force
            .iter()
            .filter_map(|(c, _)| model.catalog.controls.get(c.index()))
            .map(|c| c.label.as_str())
            .collect();
        let data = data.join(", ");
        let state = match (hop.state(), controls.is_empty()) {
            (State::Unchecked, _) => "not checked".to_owned(),
            (State::Checked, false) => format!("checked: {}", controls.join(", ")),
            (State::Checked, true) => "checked".to_owned(),
            (State::Inside, _) => String::new(),
        };
        let both = if state.is_empty() { data.clone() } else { format!("{data}: {state}") };
        DraftFlow {
            id: model.flow(hop.of.pass.step.flow).map_or_else(String::new, |f| f.id.clone()),
            source: at(hop.of.pass.from),
            target: at(hop.of.pass.to),
            crosses: hop.of.crosses,
            title: format!("{} to {}: {both}", site.name(hop.of.pass.from), site.name(hop.of.pass.to)),
            label: both,
            ..DraftFlow::default()
        }
    });
    let unchecked = hops.iter().filter(|h| h.state() == State::Unchecked).count();
    let mut lines = vec![
        model.info.title.clone(),
        format!(
            "{} · {}",
            counted(all.len(), "supply chain"),
            match unchecked {
                0 => "every hop into another zone is checked".to_owned(),
                1 => "1 hop into another zone is not checked".to_owned(),
                n => format!("{n} hops into another zone are not checked"),
            }
        ),
    ];
    if left_out > 0 {
        lines.push(format!("and {} that this picture leaves out", counted(left_out, "further chain")));
    }
    Draft {
        id: "supply".into(),
        title: "Supply chains".into(),
        lines,
        description:
            "Where weights, data for training, code and packages come from, and by which hops they get to \
                      where they serve."
                .into(),
        marking: model.info.marking.clone(),
        boundaries: boundaries
            .iter()
            .filter_map(|b| model.boundary(*b))
            .map(|b| DraftBoundary {
                id: b.name.clone(),
                name: b.label.clone(),
                trust: draw::trust(b.trust),
                note: draw::note(b),
                parent: parent(b.parent),
            })
            .collect(),
        elements: list
            .iter()
            .map(|e| {
                let around = model.element(*e).and_then(|e| e.boundary);
                DraftElement { parent: parent(around), ..draw::element(model, *e, None) }
            })
            .collect(),
        flows: flows.collect(),
        no_legend: true,
        ..Draft::default()
    }
}
