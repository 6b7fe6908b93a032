//! What supposed controls would do: the threats that stand otherwise in a model with them than in the
//! model as it is.

use super::between::compare;
use super::difference::{Standing, ThreatChange};
use super::snapshot::Snapshot;
use crate::analysis::counts::BySeverity;
use crate::analysis::{Analysis, Threat};
use crate::catalog::Family;
use crate::model::{Model, Placement, Supposed};
use serde::Serialize;

/// What supposed controls would do.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// The controls, as they were written.
    pub controls: Vec<String>,
    /// The threats that stand otherwise: what closes, what opens, what else moves; in each the worst
    /// first.
    pub changed: Vec<Changed>,
    /// Controls that would change nothing.
    pub idle: Vec<Idle>,
    /// Open and planned threats of the model as it is, by severity.
    pub before: BySeverity,
    /// And with the controls.
    pub after: BySeverity,
}

/// Which way a threat goes.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It was open or planned for, and is so no more.
    Closes,
    /// It is open or planned for now: the finer threat that stood in its place has become the lesser.
    Opens,
    /// Its rating or its status is another, and it is as open as before.
    Moves,
}

impl Course {
    /// All, in the order in which they are told.
    pub const ALL: [Course; 3] = [Course::Closes, Course::Opens, Course::Moves];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Course::Closes => "closes",
            Course::Opens => "opens",
            Course::Moves => "moves",
        }
    }
}

/// A threat that stands otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// `RULE@TARGET`.
    pub id: String,
    /// One line.
    pub title: String,
    /// Which way it goes.
    pub course: Course,
    /// Where it stands in the model as it is.
    pub before: Standing,
    /// And with the controls.
    pub after: Standing,
}

/// A control that would change nothing.
#[derive(Clone, Debug, Serialize)]
pub struct Idle {
    /// As it was written.
    pub control: String,
    /// Why, in plain text without a full stop.
    pub because: String,
}

/// A model with what follows from it.
#[derive(Copy, Clone)]
pub struct State<'a> {
    /// The model.
    pub model: &'a Model,
    /// What follows from it.
    pub analysis: &'a Analysis,
}

/// What is different in a model with supposed controls. With a family, only its threats are looked at.
pub fn effect(before: State<'_>, after: State<'_>, supposed: &[Supposed], family: Option<Family>) -> Effect {
    let seen = |t: &&Threat| family.is_none_or(|f| t.family() == f);
    let snapshot = |s: State<'_>| Snapshot::of(s.model, s.analysis);
    let changes = compare(&snapshot(before), &snapshot(after)).threats;
    let mut changed: Vec<Changed> = changes.into_iter().filter_map(changed).collect();
    let idle = supposed.iter().filter_map(|s| idle(s, before, after, &changed)).collect();
    changed.retain(|c| after.analysis.find(&c.id).is_some_and(|t| seen(&t)));
    changed.sort_by(|a, b| {
        let key = |c: &Changed| (c.before.residual.product(), c.after.residual.product());
        a.course.cmp(&b.course).then_with(|| key(b).cmp(&key(a))).then_with(|| a.id.cmp(&b.id))
    });
    let open = |s: State<'_>| s.analysis.unsettled().filter(seen).map(|t| t.residual.severity()).collect();
    Effect {
        controls: supposed.iter().map(|s| s.text.clone()).collect(),
        idle,
        before: open(before),
        after: open(after),
        changed,
    }
}

/// Controls never bring a threat or take one away, so it is there before and after. What a finer threat
/// stands for, or somebody dismissed, is nobody's risk and is not told of while it stays so.
fn changed(c: ThreatChange) -> Option<Changed> {
    let (before, after) = (c.old?, c.new?);
    let course = match (before.is_unsettled(), after.is_unsettled()) {
        (true, false) => Course::Closes,
        (false, true) => Course::Opens,
        _ => Course::Moves,
    };
    let differs = before.residual != after.residual || before.status != after.status;
    let told = before.status.counts() || after.status.counts();
    (differs && told).then_some(Changed { id: c.id, title: c.title, course, before, after })
}

/// Whether a control changes nothing, and why.
fn idle(s: &Supposed, before: State<'_>, after: State<'_>, changed: &[Changed]) -> Option<Idle> {
    let mine: Vec<&Placement> = after.model.placements.iter().filter(|p| p.span.file == s.file).collect();
    let credits = |t: &&Threat| {
        let counts = |p: &&Placement| {
            t.credited.iter().any(|c| c.in_force && c.control == p.control && c.place == p.place)
        };
        mine.iter().any(counts)
    };
    let threats = &after.analysis.threats;
    if threats.iter().filter(credits).any(|t| changed.iter().any(|c| c.id == t.id)) {
        return None;
    }
    let there = |p: &&Placement| {
        let same = |q: &Placement| q.control == p.control && q.place == p.place && q.status.in_force();
        before.model.placements.iter().any(same)
    };
    let because = if !mine.is_empty() && mine.iter().all(there) {
        "it is there already".to_owned()
    } else if let Some(t) = threats.iter().find(credits) {
        format!("what it counts for, as {}, is as low without it", t.id)
    } else {
        let reason = after.analysis.unsettled().find_map(|t| uncredited(t, &mine));
        reason.unwrap_or_else(|| "no threat that it could lower arises there".to_owned())
    };
    Some(Idle { control: s.text.clone(), because })
}

/// Why a threat that lists a control does not count it where it is supposed to be.
fn uncredited(t: &Threat, mine: &[&Placement]) -> Option<String> {
    let here =
        |u: &&crate::analysis::Uncredited| mine.iter().any(|p| p.control == u.control && p.place == u.place);
    t.uncredited.iter().find(here).map(|u| format!("{} does not count it, as {}", t.id, u.because))
}
