//! The report as plain data: exactly what the JSON holds, and all that the other formats write.
//!
//! Parts refer to one another by id: the name of an element, boundary or piece of data, the id of
//! a flow (`a->b`, `a->b#name`), the id of a threat (`RULE@TARGET`). Numbers of crossings are for
//! pictures. Nothing here says how anything looks, and nothing but `overdue` and `expired` depends
//! on the day. The form is fixed by `report.schema.json`; a change of it is a change of [`SCHEMA`].

use crate::analysis::{DreadParts, Prose};
use crate::catalog::{Class, Level, Root, Stride, Trust};
use crate::model::ResponseKind;
use crate::model::parts::ControlStatus;
use crate::model::responses::RiskLevel;
use crate::model::statements::Outcome;
use indexmap::IndexMap;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The version of the form: the second number grows when something is added, the first when
/// something is changed or taken away.
pub const SCHEMA: &str = "1.0";

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
    /// Controls: those of this system, then those of `controls:` lists, one for each kind.
    pub controls: Vec<Control>,
    /// Attackers.
    pub attackers: Vec<Attacker>,
    /// Threats, ranked: the worst first; closed ones too.
    pub threats: Vec<Threat>,
    /// What is done about threats.
    pub responses: Vec<Response>,
    /// Rules of the house.
    pub requirements: Vec<Requirement>,
    /// Rules of the catalog that are switched off.
    pub off: Vec<Off>,
    /// Assumptions.
    pub assumptions: Vec<Assumption>,
    /// Questions, answered ones too.
    pub questions: Vec<Question>,
    /// What was tried for real.
    pub tests: Vec<Test>,
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
    pub eu_ai_act: Option<String>,
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
    /// Where `model` stands.
    pub location: Option<Location>,
}

/// A place in a file; line and column from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file's name as users know it.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// What an id stands for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PartType {
    Element,
    Flow,
    Boundary,
    Data,
    /// Elements of a kind; the id is the kind's name.
    Kind,
    /// Every flow; the id is `any flow`.
    AnyFlow,
    /// The whole model; the id is `*`.
    Model,
}

/// A part of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What the id stands for.
    #[serde(rename = "type")]
    pub ty: PartType,
    /// Its id.
    pub id: String,
}

/// A control at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The kind of control, a word of the vocabulary.
    pub control: String,
    /// The control of this system, if it has a name: an id in `controls`.
    pub own: Option<String>,
    /// How far it has come.
    pub status: ControlStatus,
}

/// A trust boundary.
#[derive(Clone, Debug, Serialize)]
pub struct Boundary {
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The boundary around it.
    pub parent: Option<String>,
    /// How far what is in it is trusted.
    pub trust: Trust,
    /// Whether it is a stranger to its equals.
    pub apart: bool,
    /// Whether nobody wrote it: what stands outside every boundary stands in it.
    pub implied: bool,
    /// Controls on it.
    pub controls: Vec<Standing>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// An element.
#[derive(Clone, Debug, Serialize)]
pub struct Element {
    /// Its name.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// External, process or store.
    pub shape: Root,
    /// Its label.
    pub label: String,
    /// The innermost boundary around it.
    pub boundary: Option<String>,
    /// How far it is trusted.
    pub trust: Trust,
    /// Whether it is a zone by itself.
    pub own_zone: bool,
    /// Controls on it; those of boundaries around it stand there.
    pub controls: Vec<Standing>,
    /// Controls that are known to be missing.
    pub lacks: Vec<String>,
    /// From how far content has come to it.
    pub taint: Taint,
    /// Data that it keeps: declared and written to it.
    pub stores: Vec<String>,
    /// Data that it works with.
    pub holds: Vec<String>,
    /// What it runs on.
    pub runs_on: Vec<String>,
    /// Why it is out of scope, if it is.
    pub out_of_scope: Option<String>,
    /// Properties that it sets itself.
    pub properties: BTreeMap<String, serde_json::Value>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// From how far content has come.
#[derive(Clone, Debug, Serialize)]
pub struct Taint {
    /// The lowest trust; null if nothing comes.
    pub level: Option<Trust>,
    /// A shortest way by which it came.
    pub path: Vec<Step>,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The flow.
    pub flow: String,
    /// Whether it is taken from source to target; else from target to source.
    pub forward: bool,
    /// The element at its start.
    pub from: String,
    /// The element at its end.
    pub to: String,
    /// The number of the flow's crossing.
    pub crossing: Option<u32>,
}

/// A piece of data.
#[derive(Clone, Debug, Serialize)]
pub struct Data {
    /// Its name.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Its label.
    pub label: String,
    /// The highest class of it and what it derives from.
    pub class: Class,
    /// Its own class.
    pub own_class: Class,
    /// How much harm a wrong value does.
    pub integrity: Level,
    /// How much harm it does when it is gone.
    pub availability: Level,
    /// Whether it, or what it derives from, is about people.
    pub personal: bool,
    /// What it derives from.
    pub from: Vec<String>,
    /// Whether `from` was found, not declared.
    pub from_found: bool,
    /// Elements that keep it.
    pub kept_at: Vec<String>,
    /// Elements that work with it.
    pub held_at: Vec<String>,
    /// The lowest trust at which it can arrive.
    pub exposure: Exposure,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// Where a piece of data, or what is derived from it, can arrive.
#[derive(Clone, Debug, Serialize)]
pub struct Exposure {
    /// The lowest trust; null if it never moves.
    pub level: Option<Trust>,
    /// A shortest way there.
    pub path: Vec<Step>,
}

/// A flow.
#[derive(Clone, Debug, Serialize)]
pub struct Flow {
    /// `a->b` or `a->b#name`.
    pub id: String,
    /// Who calls.
    pub source: String,
    /// Who answers.
    pub target: String,
    /// Its label.
    pub label: Option<String>,
    /// Data that goes with the call.
    pub sends: Vec<String>,
    /// Data that goes with the call and stays.
    pub writes: Vec<String>,
    /// Data that comes back.
    pub returns: Vec<String>,
    /// Elements that it goes through.
    pub via: Vec<String>,
    /// The protocol.
    pub protocol: Option<String>,
    /// Whether there is no answer at all.
    pub one_way: bool,
    /// Whether it says anything of what it moves.
    pub declares: bool,
    /// Of `a <-> b`: the other one.
    pub twin: Option<String>,
    /// Controls on it; those of its ends, of what it goes via and of boundaries stand there.
    pub controls: Vec<Standing>,
    /// Controls that are known to be missing.
    pub lacks: Vec<String>,
    /// Its crossing, if its ends stand in different zones.
    pub crossing: Option<Crossing>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// A crossing.
#[derive(Clone, Debug, Serialize)]
pub struct Crossing {
    /// Its number in pictures, from 1.
    pub number: u32,
    /// Boundaries that it goes out of, the innermost first.
    pub out_of: Vec<String>,
    /// Boundaries that it goes into, the outermost first.
    pub into: Vec<String>,
    /// Which way the request goes: `up`, `down`, `level`, `strangers`.
    pub forward: &'static str,
    /// Which way the answer goes; null if there is none.
    pub back: Option<&'static str>,
}

/// A movement from lower trust.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// The flow.
    pub flow: String,
    /// Whether it is the request; else the answer.
    pub forward: bool,
    /// Who gives.
    pub sender: String,
    /// Who gets.
    pub receiver: String,
    /// What it brings.
    pub data: Vec<String>,
    /// The lowest trust from which that can have come.
    pub level: Trust,
    /// Where it is first checked; null if nothing checks it before it is used.
    pub checked: Option<Checked>,
}

/// Where something is checked.
#[derive(Clone, Debug, Serialize)]
pub struct Checked {
    /// The place, in words.
    pub at: String,
    /// The controls in force there.
    pub controls: Vec<String>,
}

/// A control with all its places.
#[derive(Clone, Debug, Serialize)]
pub struct Control {
    /// Its name; the kind's name for those of `controls:` lists.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it is, a word of the vocabulary.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// What is true when it is in force.
    pub kind_about: String,
    /// Whether the model declares it by name.
    pub own: bool,
    /// How far it has come.
    pub status: ControlStatus,
    /// Where it stands.
    pub on: Vec<Part>,
    /// Who builds it.
    pub owner: Option<String>,
    /// When it is to be in force.
    pub due: Option<String>,
    /// Whether it is planned and that day is over.
    pub overdue: bool,
    /// What shows that it is in force.
    pub evidence: Option<String>,
    /// When somebody looked.
    pub verified: Option<String>,
    /// Where the work is tracked.
    pub ticket: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// Threats that it is credited for, today or in the forecast, in their order.
    pub counts_for: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// An attacker.
#[derive(Clone, Debug, Serialize)]
pub struct Attacker {
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Where it stands.
    pub from: Vec<String>,
    /// What it is after.
    pub wants: Vec<Part>,
    /// How able it is.
    pub skill: Option<Level>,
    /// Why.
    pub motive: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// Its ways to what it wants.
    pub paths: Vec<AttackPath>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// A way of an attacker to what it wants.
#[derive(Clone, Debug, Serialize)]
pub struct AttackPath {
    /// Where it starts.
    pub start: String,
    /// Where what it wants is kept.
    pub goal: String,
    /// What it wants there, if it is data.
    pub data: Option<String>,
    /// The flows, in order.
    pub flows: Vec<String>,
}

/// A rating.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rating {
    /// 1 to 5.
    pub likelihood: u8,
    /// 1 to 5.
    pub impact: u8,
    /// The word for their product.
    pub severity: RiskLevel,
}

/// One threat.
#[derive(Clone, Debug, Serialize)]
pub struct Threat {
    /// `RULE@TARGET`.
    pub id: String,
    /// Its form in anchors and file names.
    pub slug: String,
    /// The rule.
    pub rule: String,
    /// Whether the rule is the model's own.
    pub own_rule: bool,
    /// One line.
    pub title: String,
    /// The letters of STRIDE.
    pub stride: Vec<Stride>,
    /// The id of what it is on; `*` for the model.
    pub target: String,
    /// What that id stands for.
    pub target_type: PartType,
    /// The number of the target's crossing.
    pub crossing: Option<u32>,
    /// Where it stands.
    pub status: crate::analysis::Status,
    /// Whether a control that would lower it is known to be missing.
    pub confirmed: bool,
    /// Inherent likelihood, 1 to 5.
    pub likelihood: u8,
    /// Inherent impact, 1 to 5.
    pub impact: u8,
    /// The word for their product.
    pub severity: RiskLevel,
    /// With the controls in force.
    pub residual: Rating,
    /// With the planned ones too.
    pub forecast: Rating,
    /// The band of the residual rating: critical, important or monitor.
    pub band: &'static str,
    /// Whether somebody has set the inherent values; else they are the catalog's.
    pub rated: bool,
    /// How the ratings came about.
    pub sum: Vec<crate::analysis::Sum>,
    /// Why it arises.
    pub because: Vec<Fact>,
    /// Where it starts.
    pub start: Start,
    /// A shortest way from a start.
    pub path: Vec<Step>,
    /// Data at stake.
    pub stakes: Vec<String>,
    /// Controls that count.
    pub credited: Vec<Credited>,
    /// Controls that stand somewhere and do not count.
    pub uncredited: Vec<Uncredited>,
    /// The smallest sets of controls, each on the target, that would bring it within the appetite.
    pub closed_by: Vec<Vec<String>>,
    /// What an attacker does. In JSON plain text: the rule's Markdown with names as they are.
    #[serde(serialize_with = "plain")]
    pub scenario: Prose,
    /// What to do about it, as `scenario`.
    #[serde(serialize_with = "plain")]
    pub mitigation: Prose,
    /// `development`, `runtime`.
    pub phase: Vec<String>,
    /// The layer of MAESTRO.
    pub layer: Option<String>,
    /// How to try it: probes by tool.
    pub tools: IndexMap<String, Vec<String>>,
    /// Entries by framework.
    pub refs: IndexMap<String, Vec<String>>,
    /// The finer threat that has taken its place.
    pub refined_by: Option<String>,
    /// The generic threats whose place it takes.
    pub refines: Vec<String>,
    /// What was answered: a place in `responses`.
    pub response: Option<usize>,
    /// The `rated` statement: a place in `responses`.
    pub rating: Option<usize>,
    /// DREAD, 0 to 10 each.
    pub dread: DreadParts,
    /// Where its target is declared.
    pub location: Option<Location>,
}

fn plain<S: Serializer>(prose: &Prose, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&prose.plain())
}

/// A fact that makes a threat arise.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// A sentence without a full stop, plain text.
    pub text: String,
    /// The movement that it speaks of.
    pub movement: Option<Step>,
    /// Elements that it speaks of.
    pub elements: Vec<String>,
    /// Data that it speaks of.
    pub data: Vec<String>,
}

/// Where a threat starts.
#[derive(Clone, Debug, Serialize)]
pub struct Start {
    /// Whether nobody less trusted leads to it: it starts outside the target's zone.
    pub outside: bool,
    /// The elements where it starts.
    pub elements: Vec<String>,
}

/// A control that counts.
#[derive(Clone, Debug, Serialize)]
pub struct Credited {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// Where it stands.
    pub on: Part,
    /// Whether it counts today; else in the forecast alone.
    pub in_force: bool,
    /// Steps that it alone would take off.
    pub steps: u8,
    /// `likelihood` or `impact`.
    pub lowers: &'static str,
    /// Why it counts here.
    pub because: String,
}

/// A control that does not count.
#[derive(Clone, Debug, Serialize)]
pub struct Uncredited {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// Where it stands.
    pub on: Part,
    /// Why it does not count here.
    pub because: String,
}

/// Where an answer stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseState {
    /// A threat relies on it.
    InEffect,
    /// Its last day is over.
    Expired,
    /// No threat relies on it: it does not arise, or is worse than what was accepted.
    Unused,
}

/// What is done about threats: one statement.
#[derive(Clone, Debug, Serialize)]
pub struct Response {
    /// What kind of answer.
    pub kind: ResponseKind,
    /// The rule.
    pub rule: String,
    /// The rule in words.
    pub title: String,
    /// Where.
    pub on: Vec<Part>,
    /// The threats that rely on it.
    pub threats: Vec<String>,
    /// Where it stands.
    pub state: ResponseState,
    /// Why.
    pub because: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// Who carries it out.
    pub owner: Option<String>,
    /// Where the work is tracked.
    pub ticket: Option<String>,
    /// Of `mitigate`: controls of this system or words of the vocabulary.
    pub with: Vec<String>,
    /// Of `mitigate`: steps off the likelihood by controls that the rule does not list.
    pub takes: Option<u8>,
    /// By when.
    pub due: Option<String>,
    /// Whether that day is over and a threat of it is unsettled.
    pub overdue: bool,
    /// Of `accept`: the highest residual severity that is accepted.
    pub at: Option<RiskLevel>,
    /// Of `accept`: the last day.
    pub until: Option<String>,
    /// Of `transfer`: to whom.
    pub to: Option<String>,
    /// Of `rated`: the inherent likelihood.
    pub likelihood: Option<u8>,
    /// Of `rated`: the inherent impact.
    pub impact: Option<u8>,
    /// Where it stands in the text.
    pub location: Option<Location>,
}

/// A rule of the house.
#[derive(Clone, Debug, Serialize)]
pub struct Requirement {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// The control in words.
    pub control_label: String,
    /// Where.
    pub on: Vec<Part>,
    /// On which of them, as written.
    pub when: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// Where it holds.
    pub kept: Vec<Part>,
    /// Where it does not.
    pub broken: Vec<Part>,
    /// Where it stands in the text.
    pub location: Option<Location>,
}

/// A rule of the catalog that is switched off.
#[derive(Clone, Debug, Serialize)]
pub struct Off {
    /// The rule.
    pub rule: String,
    /// The rule in words.
    pub title: String,
    /// Why.
    pub because: Option<String>,
    /// Where it is said.
    pub location: Option<Location>,
}

/// An assumption.
#[derive(Clone, Debug, Serialize)]
pub struct Assumption {
    /// The sentence.
    pub text: String,
    /// What it is about.
    pub about: Vec<Part>,
    /// Who confirmed it.
    pub confirmed: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Where it stands.
    pub location: Option<Location>,
}

/// A question.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The sentence.
    pub text: String,
    /// What it is about.
    pub about: Vec<Part>,
    /// Who is to answer it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// Whether it has no answer and that day is over.
    pub overdue: bool,
    /// The answer, once there is one.
    pub answer: Option<String>,
    /// Where it stands.
    pub location: Option<Location>,
}

/// What was tried for real.
#[derive(Clone, Debug, Serialize)]
pub struct Test {
    /// The rule that was tried.
    pub rule: String,
    /// The rule in words.
    pub title: String,
    /// Where.
    pub on: Vec<Part>,
    /// The threats that it speaks of.
    pub threats: Vec<String>,
    /// When.
    pub date: Option<String>,
    /// By whom.
    pub by: Option<String>,
    /// With what.
    pub with: Option<String>,
    /// How it came out.
    pub result: Outcome,
    /// Where the record is.
    pub evidence: Option<String>,
    /// A word about it.
    pub note: Option<String>,
    /// Where it stands in the text.
    pub location: Option<Location>,
}

/// A review.
#[derive(Clone, Debug, Serialize)]
pub struct Review {
    /// When.
    pub date: String,
    /// By whom.
    pub by: Option<String>,
    /// A word about it.
    pub note: Option<String>,
    /// Where it stands in the text.
    pub location: Option<Location>,
}

/// What the analysis has to say.
#[derive(Clone, Debug, Serialize)]
pub struct Diagnostic {
    /// The code.
    pub code: String,
    /// `error`, `warning`, `note`.
    pub severity: crate::diagnostic::Severity,
    /// One line.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
}

/// A word of the vocabulary of controls.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Word {
    /// The word, as `rate_limit`.
    pub id: String,
    /// In words.
    pub label: String,
    /// What is true when it is in force.
    pub about: String,
}

/// An entry of a framework, or a probe of a testing tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The prefix, as `atlas`.
    pub framework: String,
    /// The id, as `AML.T0070`.
    pub id: String,
    /// The framework's title.
    pub framework_title: Option<String>,
    /// The entry's title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// How many of each severity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct BySeverity {
    pub critical: usize,
    pub high: usize,
    pub medium: usize,
    pub low: usize,
}

impl BySeverity {
    /// Counts one more.
    pub fn add(&mut self, level: RiskLevel) {
        match level {
            RiskLevel::Critical => self.critical += 1,
            RiskLevel::High => self.high += 1,
            RiskLevel::Medium => self.medium += 1,
            RiskLevel::Low => self.low += 1,
        }
    }

    /// The count of one.
    pub fn get(&self, level: RiskLevel) -> usize {
        match level {
            RiskLevel::Critical => self.critical,
            RiskLevel::High => self.high,
            RiskLevel::Medium => self.medium,
            RiskLevel::Low => self.low,
        }
    }
}

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
    /// The worst unsettled threats, at most three.
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
    /// Threats whose rating is the catalog's, not dismissed or refined.
    pub unrated: usize,
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
