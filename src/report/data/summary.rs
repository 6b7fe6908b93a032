//! Counts, matrices, coverage.

pub use crate::analysis::counts::{BySeverity, Ratings};
use crate::catalog::{Harm, Stride};
use serde::Serialize;

/// How many of each status.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct ByStatus {
    pub open: usize,
    pub planned: usize,
    pub accepted: usize,
    pub transferred: usize,
    pub mitigated: usize,
    pub tolerated: usize,
    pub dismissed: usize,
    pub refined: usize,
}

/// What it comes to.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No flow crosses a trust boundary: the model cannot be judged.
    NoCrossings,
    /// Threats are unsettled.
    AboveAppetite,
    /// All threats are settled; a rule of the house is broken.
    RequirementBroken,
    /// All threats are settled.
    WithinAppetite,
}

/// A matrix of counts: `matrix[likelihood - 1][impact - 1]`.
pub type Matrix = [[usize; 5]; 5];

/// Counts of everything.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// What it comes to.
    pub verdict: Verdict,
    /// The worst unsettled threats, at most three, each of another rule where there are as many.
    pub worst: Vec<String>,
    /// All threats in the register.
    pub threats: usize,
    /// Those that are open or planned.
    pub unsettled: usize,
    /// All threats by status.
    pub by_status: ByStatus,
    /// The unsettled, by inherent severity.
    pub inherent: BySeverity,
    /// The unsettled, by residual severity.
    pub residual: BySeverity,
    /// The unsettled, by the severity with all that is planned.
    pub forecast: BySeverity,
    /// Threats by likelihood and impact; dismissed and refined ones are left out.
    pub matrix: Matrices,
    /// Boundaries.
    pub boundaries: usize,
    /// Elements.
    pub elements: usize,
    /// Pieces of data.
    pub data: usize,
    /// Flows.
    pub flows: usize,
    /// Crossings.
    pub crossings: usize,
    /// Threats by the letters of STRIDE; one with several letters counts at each.
    pub stride: Vec<StrideCount>,
    /// Threats of harm to people, by category; those that have none are left out.
    pub harm: Vec<HarmCount>,
    /// Threats by the entries of the OWASP Top 10 for LLM Applications 2025.
    pub owasp_llm_2025: Vec<EntryCount>,
    /// Controls that are planned.
    pub controls_planned: usize,
    /// Planned controls, responses and questions whose day is over.
    pub overdue: usize,
    /// Places where a rule of the house is broken.
    pub requirements_broken: usize,
    /// Assumptions that nobody confirmed.
    pub unconfirmed: usize,
    /// Questions without an answer.
    pub unanswered: usize,
    /// Open and planned threats that nobody owns.
    pub unowned: usize,
    /// Elements that are out of scope.
    pub out_of_scope: usize,
    /// Ways in by which nothing checks what comes.
    pub unchecked: usize,
    /// How many ratings nobody has confirmed.
    #[serde(flatten)]
    pub ratings: Ratings,
}

/// The two matrices.
#[derive(Clone, Debug, Serialize)]
pub struct Matrices {
    /// Before any control.
    pub inherent: Matrix,
    /// With the controls in force.
    pub residual: Matrix,
}

/// Threats of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct StrideCount {
    /// The letter's word.
    pub stride: Stride,
    /// On flows.
    pub flows: usize,
    /// On elements.
    pub elements: usize,
    /// On boundaries and the model.
    pub other: usize,
    /// Open or planned, of all these.
    pub unsettled: usize,
}

/// Threats of harm of one category.
#[derive(Clone, Debug, Serialize)]
pub struct HarmCount {
    /// The category's word.
    pub harm: Harm,
    /// All of them.
    pub threats: usize,
    /// Open or planned, of all these.
    pub unsettled: usize,
}

/// Threats of one entry.
#[derive(Clone, Debug, Serialize)]
pub struct EntryCount {
    /// The entry, as `LLM01`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The threats that refer to it, in their order; dismissed ones left out.
    pub threats: Vec<String>,
    /// How many of them are open or planned.
    pub unsettled: usize,
}
