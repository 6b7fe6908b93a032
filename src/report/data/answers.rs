//! What people said and did: responses, rules of the house, assumptions, questions, tests, reviews;
//! and the words that the report uses.

use super::Location;
use super::Part;
use crate::model::ResponseKind;
use crate::model::responses::RiskLevel;
use crate::model::statements::Outcome;
use serde::Serialize;

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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// Whether that is a year ago or more.
    pub old: bool,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The author's own tags.
    pub tags: Vec<String>,
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
    /// The editions of the framework that have it, as `5.6, 2026.09`.
    pub edition: Option<String>,
    /// The entry's title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Of a tool: how it is called, a command or a class to import.
    pub call: Option<String>,
}

impl Reference {
    /// Where it comes from, with the edition: `MITRE ATLAS (5.6, 2026.09)`; the prefix, if its framework is not
    /// known.
    pub fn source(&self) -> String {
        let title = self.framework_title.as_deref().unwrap_or(&self.framework);
        match &self.edition {
            Some(edition) => format!("{title} ({edition})"),
            None => title.to_owned(),
        }
    }
}
