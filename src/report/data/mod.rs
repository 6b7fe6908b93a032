//! The report as plain data: exactly what the JSON holds, and all that the other formats write.
//!
//! Parts refer to one another by id: the name of an element, boundary or piece of data, the id of
//! a flow (`a->b`, `a->b#name`), the id of a threat (`RULE@TARGET`). Numbers of crossings are for
//! pictures. Nothing here says how anything looks, and nothing but `overdue`, `expired` and `old` depends
//! on the day. The form is fixed by `report.schema.json`; a change of it is a change of [`SCHEMA`].

mod answers;
mod checklist;
mod controls;
mod first;
mod inventory;
mod parts;
mod paths;
mod summary;
mod threats;

pub use answers::{
    Assumption, Diagnostic, Off, Question, Reference, Requirement, Response, ResponseState, Review, Test,
    Word,
};
pub use checklist::{Check, Evidence, Score, Scorecard, SubjectScore};
pub use controls::{Attacker, Control};
pub use first::{Due, DueWhat, Duty, Owner, OwnerOf, Since, SinceThreat};
pub use inventory::{AiPart, Blank, BlankReason};
pub use parts::{
    Boundary, Checked, Crossing, Data, Element, Entry, Exposure, Flow, Part, PartType, Standing, Step, Taint,
};
pub use paths::{
    AttackPath, Change, Chokepoint, ControlAt, Cut, HeldBy, Join, PathControl, PathStep, SupplyChain,
    SupplyHop,
};
pub use summary::{
    BySeverity, ByStatus, EntryCount, HarmCount, Matrices, Matrix, Ratings, StrideCount, Summary, Verdict,
};
pub use threats::{Credited, Fact, Rating, Start, Threat, Uncredited};

use crate::model::responses::RiskLevel;
use crate::model::statements::AiActClass;
pub use crate::source::Location;
use serde::Serialize;

/// The version of the form: the second number grows when something is added, the first when
/// something is changed or taken away.
pub const SCHEMA: &str = "1.2";

/// Everything that is known of one model.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The version of this form, [`SCHEMA`].
    pub schema: String,
    /// The version of the tool.
    pub tool: String,
    /// The edition of the catalog.
    pub catalog: String,
    /// What `model` says.
    pub model: ModelInfo,
    /// Trust boundaries, the outer ones first.
    pub boundaries: Vec<Boundary>,
    /// Elements.
    pub elements: Vec<Element>,
    /// Data.
    pub data: Vec<Data>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Ways in: movements from lower trust.
    pub entries: Vec<Entry>,
    /// What of the system is AI, by role.
    pub inventory: Vec<AiPart>,
    /// Controls: those of this system, then those of `controls:` lists, one for each kind.
    pub controls: Vec<Control>,
    /// Attackers.
    pub attackers: Vec<Attacker>,
    /// The parts that are trusted least: where threats start while no attacker is named.
    pub least_trusted: Vec<String>,
    /// Single controls at single places that would stand in most of the attackers' open ways.
    pub chokepoints: Vec<Chokepoint>,
    /// Agents in which private data, untrusted content and a way out meet.
    pub joins: Vec<Join>,
    /// Ways of weights, data for training, code and packages.
    pub supply_chains: Vec<SupplyChain>,
    /// Threats, ranked: the worst first; closed ones too.
    pub threats: Vec<Threat>,
    /// Where nothing of a letter of STRIDE was found, with the reasons.
    pub blanks: Vec<Blank>,
    /// What is done about threats.
    pub responses: Vec<Response>,
    /// Rules of the house.
    pub requirements: Vec<Requirement>,
    /// The controls that elements should have by default.
    pub checklist: Vec<Check>,
    /// The checklist in numbers.
    pub scorecard: Scorecard,
    /// Rules of the catalog that are switched off.
    pub off: Vec<Off>,
    /// Assumptions.
    pub assumptions: Vec<Assumption>,
    /// Questions, answered ones too.
    pub questions: Vec<Question>,
    /// What was tried for real.
    pub tests: Vec<Test>,
    /// What of the open and planned threats was tried.
    pub evidence: Evidence,
    /// Who has to act by when: what is overdue first, then by day.
    pub duties: Vec<Duty>,
    /// What changed since a baseline; null if none was given.
    pub since: Option<Since>,
    /// Reviews.
    pub reviews: Vec<Review>,
    /// What the analysis has to say about the model.
    pub diagnostics: Vec<Diagnostic>,
    /// Words of the vocabulary of controls that this report uses, sorted.
    pub vocabulary: Vec<Word>,
    /// Titles and addresses of what `refs` and `tools` name, sorted.
    pub references: Vec<Reference>,
    /// Counts.
    pub summary: Summary,
}

impl Report {
    /// What is known of an entry of a framework or a tool.
    pub fn reference(&self, framework: &str, id: &str) -> Option<&Reference> {
        let key = |r: &Reference| (r.framework.as_str(), r.id.as_str()).cmp(&(framework, id));
        self.references.binary_search_by(key).ok().and_then(|at| self.references.get(at))
    }
}

/// What `model` says.
#[derive(Clone, Debug, Serialize)]
pub struct ModelInfo {
    /// The title.
    pub title: String,
    /// Who answers for the system.
    pub owner: Option<String>,
    /// The model's version.
    pub version: Option<String>,
    /// Residual severity that nobody has to sign for.
    pub appetite: RiskLevel,
    /// Whether the model says so itself.
    pub appetite_declared: bool,
    /// What stands on every page.
    pub marking: Option<String>,
    /// The class of the EU AI Act.
    pub eu_ai_act: Option<AiActClass>,
    /// What is built (Markdown).
    pub about: String,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// How often it is to be reviewed.
    pub review_every_days: Option<u32>,
    /// The day of the last review.
    pub last_review: Option<String>,
    /// The day of the next one, counted from the last.
    pub next_review: Option<String>,
    /// Whether that day is over, or there was no review at all.
    pub review_overdue: bool,
    /// The files that the model was read from, its own first.
    pub files: Vec<ModelFile>,
    /// SHA-256 of the model's text, in hexadecimal: of one file that of the file; of several that of the
    /// lines that `sha256sum` prints for them.
    pub digest: String,
    /// Where `model` stands.
    pub location: Option<Location>,
}

/// A file that a model was read from.
#[derive(Clone, Debug, Serialize)]
pub struct ModelFile {
    /// Its name, as in places.
    pub file: String,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}
