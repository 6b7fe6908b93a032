//! The checklist, the scorecard, and what was tried.

use super::Part;
use crate::analysis::checklist::CheckState;
use serde::Serialize;

/// A control that an element should have by default.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// The element.
    pub element: String,
    /// The control, a word of the vocabulary.
    pub control: String,
    /// The same in words.
    pub control_label: String,
    /// The control's group, as `supply_chain`.
    pub subject: String,
    /// `done`, `planned` or `missing`.
    pub state: CheckState,
    /// Where it stands; none if it is missing.
    pub at: Option<Part>,
    /// The system's own control that stands there, if it has a name.
    pub own: Option<String>,
    /// Who builds it.
    pub owner: Option<String>,
    /// When it is to be in force.
    pub due: Option<String>,
    /// Whether it is planned and that day is over.
    pub overdue: bool,
    /// Whether the model says itself that it is missing, with `lacks`.
    pub known: bool,
}

/// The checklist in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Scorecard {
    /// All of it.
    pub overall: Score,
    /// By groups of controls, those of which nothing is expected left out.
    pub subjects: Vec<SubjectScore>,
}

/// The numbers of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct SubjectScore {
    /// The group, as `supply_chain`.
    pub subject: String,
    /// Its numbers.
    pub score: Score,
}

/// How far what is expected has come.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// All that is expected.
    #[serde(flatten)]
    pub counts: crate::analysis::checklist::Score,
    /// Done of expected, in percent, rounded down; none if nothing is expected.
    pub percent: Option<usize>,
    /// Done and planned of expected.
    pub forecast: Option<usize>,
}

/// What was tried of the open and planned threats.
#[derive(Clone, Debug, Serialize)]
pub struct Evidence {
    /// How many threats are open or planned.
    pub unsettled: usize,
    /// How many of them have been tried.
    pub tried: usize,
    /// Those that never were, the worst first.
    pub untried: Vec<String>,
    /// Those whose last test is a year ago or more.
    pub old: Vec<String>,
}
