//! The checklist: for each element in scope the controls that its kind should have by default, and
//! whether it has them; and the scorecard, which counts the list.
//!
//! It says nothing of threats: a part can lack what the playbook expects and have no threat that it
//! would lower, and the other way round.

use super::credit::on_target;
use super::ground::Ground;
use super::placed::{Placements, Standing};
use super::threat::ThreatTarget;
use crate::catalog::{Catalog, ControlId, KindId, Reach, Root};
use crate::model::parts::Place;
use crate::model::{ElementId, FlowId, Model, OwnControlId, Placement};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How far a control has come that is expected somewhere.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// It is in force there.
    Done,
    /// It is planned there.
    Planned,
    /// Neither.
    Missing,
}

crate::catalog::words!(CheckState: Done "done", Planned "planned", Missing "missing");

/// A control that an element should have by default.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The element.
    pub element: ElementId,
    /// The control.
    pub control: ControlId,
    /// How far it has come.
    pub state: CheckState,
    /// Where it stands; of several places the one on the element itself, else the first in the text.
    pub place: Option<Place>,
    /// The system's own control that stands there, if it has a name.
    pub own: Option<OwnControlId>,
    /// Whether the model says itself that it is missing, with `lacks`.
    pub known: bool,
}

/// How many controls are expected, and how far they have come.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// All that are expected.
    pub expected: usize,
    /// Those in force.
    pub done: usize,
    /// Those planned.
    pub planned: usize,
    /// The others.
    pub missing: usize,
}

impl Score {
    /// Counts one more.
    pub fn count(&mut self, state: CheckState) {
        self.expected += 1;
        *match state {
            CheckState::Done => &mut self.done,
            CheckState::Planned => &mut self.planned,
            CheckState::Missing => &mut self.missing,
        } += 1;
    }

    /// What is in force of what is expected, in percent, rounded down: 100 is all of it. None if
    /// nothing is expected.
    pub fn percent(&self) -> Option<usize> {
        (self.done * 100).checked_div(self.expected)
    }

    /// The same once all that is planned is in force.
    pub fn forecast(&self) -> Option<usize> {
        ((self.done + self.planned) * 100).checked_div(self.expected)
    }
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.expected += other.expected;
        self.done += other.done;
        self.planned += other.planned;
        self.missing += other.missing;
    }
}

/// The score of a checklist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// Of all controls.
    pub all: Score,
    /// Of each group of controls of which any is expected, in the order of the vocabulary.
    pub groups: Vec<(String, Score)>,
}

/// The checklist of a model: by element in the order of the text, then by the order of the vocabulary.
pub(crate) fn find(ground: &Ground<'_>, placements: &Placements<'_>) -> Vec<Check> {
    let mut of_kind: HashMap<(KindId, &[KindId]), Vec<ControlId>> = HashMap::new();
    let mut out = Vec::new();
    for (i, e) in ground.model.elements.iter().enumerate() {
        if e.out_of_scope.is_some() {
            continue;
        }
        let element = ElementId::new(i);
        let expected = of_kind
            .entry((e.kind, &e.none_of))
            .or_insert_with(|| ground.model.catalog.expected_of_one(e.kind, &e.none_of));
        for &control in expected.iter() {
            let (state, by) = state(ground, placements, element, control);
            out.push(Check {
                element,
                control,
                state,
                place: by.map(|p| p.place),
                own: by.and_then(|p| p.own),
                known: state != CheckState::Done && e.lacks.contains(&control),
            });
        }
    }
    out
}

/// The score of a checklist, overall and by the controls' groups.
pub fn scorecard(checklist: &[Check], catalog: &Catalog) -> Scorecard {
    let mut card = Scorecard::default();
    let mut groups: Vec<(&str, Score)> = Vec::new();
    for c in &catalog.controls {
        if !groups.iter().any(|(g, _)| *g == c.group) {
            groups.push((&c.group, Score::default()));
        }
    }
    for check in checklist {
        card.all.count(check.state);
        let group = catalog.control(check.control).map_or("", |c| c.group.as_str());
        if let Some((_, score)) = groups.iter_mut().find(|(g, _)| *g == group) {
            score.count(check.state);
        }
    }
    let some = groups.into_iter().filter(|(_, s)| s.expected > 0);
    card.groups = some.map(|(g, s)| (g.to_owned(), s)).collect();
    card
}

/// How far a control has come at an element, and by what: on it or on a boundary around it, as for a
/// threat on it; else on its calls.
fn state<'m>(
    ground: &Ground<'_>,
    placements: &Placements<'m>,
    element: ElementId,
    control: ControlId,
) -> (CheckState, Option<&'m Placement>) {
    let Some(standing) = placements.of(control) else { return (CheckState::Missing, None) };
    let by_path = ground.model.catalog.control(control).is_some_and(|c| c.reach == Reach::Path);
    for (in_force, state) in [(true, CheckState::Done), (false, CheckState::Planned)] {
        if !standing.is_anywhere(in_force) {
            continue;
        }
        let here = on_target(ground, ThreatTarget::Element(element), standing, in_force);
        let by = here.first().copied().or_else(|| on_calls(ground, standing, element, by_path, !in_force));
        if by.is_some() {
            return (state, by);
        }
    }
    (CheckState::Missing, None)
}

/// What stands on every call to an element, of which those that cross a boundary alone count if any does;
/// or else on every call to it and by it. What stands on the calls by it alone protects others. A
/// planned control counts if asked for, and is named before others.
fn on_calls<'m>(
    ground: &Ground<'_>,
    standing: &Standing<'m>,
    element: ElementId,
    by_path: bool,
    planned: bool,
) -> Option<&'m Placement> {
    let called = ground.called.get(element.index()).into_iter().flatten().copied();
    let calls = ground.calls.get(element.index()).into_iter().flatten().copied();
    let (crossing, within): (Vec<FlowId>, Vec<FlowId>) = called.partition(|f| ground.crossing(*f).is_some());
    let to_it = if crossing.is_empty() { within.clone() } else { crossing.clone() };
    let all: Vec<FlowId> = crossing.into_iter().chain(within).chain(calls).collect();
    [to_it, all].iter().find_map(|flows| {
        let on = |f: &FlowId| on_call(ground, standing, *f, by_path, planned);
        let by: Option<Vec<&Placement>> = flows.iter().map(on).collect();
        let by = by?;
        by.iter().find(|p| !p.status.in_force()).or_else(|| by.first()).copied()
    })
}

/// What stands on a call: on the flow or on a part that it goes through; for controls that act on all
/// that passes also on its caller, if that is built here and trusted as much as who is called.
fn on_call<'m>(
    ground: &Ground<'_>,
    standing: &Standing<'m>,
    flow: FlowId,
    by_path: bool,
    planned: bool,
) -> Option<&'m Placement> {
    let f = ground.model.flow(flow)?;
    let trusted = |model: &Model| Some(model.element(f.source)?.trust >= model.element(f.target)?.trust);
    let caller =
        by_path && !ground.is_kind(f.source, Root::External.kind()) && trusted(ground.model).unwrap_or(false);
    let via = f.via.iter().chain(caller.then_some(&f.source)).map(|e| Place::Element(*e));
    let there = [Place::Flow(flow)].into_iter().chain(via).flat_map(|p| standing.at(p));
    let mut some: Vec<&Placement> =
        there.map(|(_, p)| p).filter(|p| planned || p.status.in_force()).collect();
    // What is in force already is no plan.
    some.sort_by_key(|p| !p.status.in_force());
    some.first().copied()
}
