//! What the first page says beside the counts: who owns a threat, who has to act by when, and what
//! changed since a baseline.

use crate::analysis::Status;
use crate::model::responses::RiskLevel;
use serde::Serialize;

/// Who answers for a threat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owner {
    /// The name, as it is written.
    pub name: String,
    /// Which statement names it.
    pub of: OwnerOf,
}

/// Which statement names an owner; of several the first of this list decides.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerOf {
    /// The response to the threat.
    Response,
    /// A planned control that will count for it.
    Control,
    /// The flow that it is on.
    Flow,
    /// The element that it is on, or at an end of its flow.
    Element,
    /// A boundary around that.
    Boundary,
    /// The model.
    Model,
}

/// Somebody who has to act, or what nobody owns.
#[derive(Clone, Debug, Serialize)]
pub struct Duty {
    /// The name; null for what nobody owns.
    pub owner: Option<String>,
    /// Open threats, the worst first.
    pub threats: Vec<String>,
    /// The worst residual severity among them.
    pub worst: Option<RiskLevel>,
    /// Planned controls.
    pub controls: Vec<String>,
    /// Mitigations of threats that are open or planned: places in `responses`.
    pub responses: Vec<usize>,
    /// Questions without an answer: places in `questions`.
    pub questions: Vec<usize>,
    /// Acceptances with a last day: places in `responses`.
    pub acceptances: Vec<usize>,
    /// Assumptions that nobody confirmed: places in `assumptions`.
    pub assumptions: Vec<usize>,
    /// Whether the model's next review has a day, or is overdue.
    pub review: bool,
    /// The first day by which something of these is due.
    pub next: Option<Due>,
    /// How many of these have a day that is over.
    pub overdue: usize,
}

/// A day by which something is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// The day.
    pub date: String,
    /// What is due then.
    pub what: DueWhat,
    /// Whether it is over.
    pub overdue: bool,
}

/// What is due.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DueWhat {
    /// A planned control is to be in force.
    Control,
    /// A mitigation is to be done.
    Response,
    /// A question is to be answered.
    Question,
    /// An acceptance ends.
    Acceptance,
    /// The model is to be reviewed.
    Review,
}

/// What changed in the open and planned threats since a baseline.
#[derive(Clone, Debug, Serialize)]
pub struct Since {
    /// The baseline's file, as the call names it.
    pub file: String,
    /// Those that were not open or planned there, the worst first.
    pub new: Vec<SinceThreat>,
    /// Those that are more severe than there.
    pub worse: Vec<SinceThreat>,
    /// Those that are less severe than there and still open or planned.
    pub better: Vec<SinceThreat>,
    /// Those that are not open or planned any more.
    pub closed: Vec<SinceThreat>,
    /// How many are open or planned in both and no worse.
    pub known: usize,
}

/// A threat that changed since a baseline.
#[derive(Clone, Debug, Serialize)]
pub struct SinceThreat {
    /// Its id, the old one if it does not arise any more.
    pub id: String,
    /// One line.
    pub title: String,
    /// Where it is, in words.
    pub place: String,
    /// Its status; null if it does not arise any more.
    pub status: Option<Status>,
    /// Its residual severity; null if it does not arise any more.
    pub severity: Option<RiskLevel>,
    /// Its residual severity in the baseline; null if it was not open or planned there.
    pub before: Option<RiskLevel>,
    /// Why it is new, or worse: sentences without a full stop, plain text.
    pub because: Vec<String>,
}
