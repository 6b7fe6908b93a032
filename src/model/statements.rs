//! What a model says beside its parts: its head, attackers, assumptions, questions, tests,
//! reviews and views.

use super::responses::RiskLevel;
use super::{ElementId, Placed, Target};
use crate::catalog::RuleId;
use crate::diagnostic::switches::Switch;
use crate::source::Span;
use crate::syntax::tree::Date;

/// The classes of systems under the EU AI Act, the most restricted first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AiActClass {
    /// A practice that Article 5 forbids.
    Prohibited,
    /// High risk, by Article 6.
    High,
    /// With duties of transparency, by Article 50.
    Limited,
    /// Without duties of its own.
    Minimal,
}

crate::catalog::words!(AiActClass: Prohibited "prohibited", High "high", Limited "limited", Minimal "minimal");

/// What `model` says.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// The title; the file's stem if there is no `model`.
    pub title: String,
    /// Who answers for the system.
    pub owner: Option<String>,
    /// The model's version.
    pub version: Option<String>,
    /// The edition of the catalog that it asks for.
    pub edition: Option<String>,
    /// Residual severity that nobody has to sign for.
    pub appetite: Option<RiskLevel>,
    /// What stands on every page and picture, as `TLP:AMBER`.
    pub marking: Option<String>,
    /// How often it is to be reviewed, in days.
    pub review_days: Option<u32>,
    /// The system's class under the EU AI Act.
    pub eu_ai_act: Option<AiActClass>,
    /// What is built (Markdown).
    pub about: String,
    /// Warnings that are not said or are errors here.
    pub lints: Vec<Switch>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where `model` stands.
    pub span: Option<Span>,
}

/// An attacker.
#[derive(Clone, Debug)]
pub struct Attacker {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Where it stands.
    pub from: Vec<ElementId>,
    /// What it is after: data, elements or boundaries.
    pub wants: Vec<Placed>,
    /// `low`, `medium`, `high`.
    pub skill: Option<crate::catalog::Level>,
    /// Why.
    pub motive: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// An assumption.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// The sentence.
    pub text: String,
    /// What it is about.
    pub about: Vec<Placed>,
    /// Who confirmed it.
    pub confirmed: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// An open question.
#[derive(Clone, Debug)]
pub struct Question {
    /// The sentence.
    pub text: String,
    /// What it is about.
    pub about: Vec<Placed>,
    /// Who is to answer it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// The answer, once there is one.
    pub answer: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// How a test came out.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The system withstood.
    Held,
    /// It did so in part.
    Partly,
    /// It did not.
    Failed,
}

crate::catalog::words!(Outcome: Held "held", Partly "partly", Failed "failed");

/// `tested RULE on TARGET`.
#[derive(Clone, Debug)]
pub struct Test {
    /// The threat that was tried.
    pub rule: RuleId,
    /// Where.
    pub on: Placed,
    /// When.
    pub date: Option<Date>,
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
    /// The head, without the block.
    pub span: Span,
    /// The statement with its block.
    pub whole: Span,
}

/// `reviewed DATE`.
#[derive(Clone, Debug)]
pub struct Review {
    /// When.
    pub date: Date,
    /// By whom.
    pub by: Option<String>,
    /// A word about it.
    pub note: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// Which way a picture runs.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Direction {
    Right,
    Down,
}

crate::catalog::words!(Direction: Right "right", Down "down");

/// What a picture is to fit.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// A sheet of paper that stands.
    Portrait,
    /// One that lies.
    Landscape,
    /// A screen or a slide.
    Screen,
}

crate::catalog::words!(Page: Portrait "portrait", Landscape "landscape", Screen "screen");

/// What a view takes in or leaves out, with where it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// By what parts are picked.
    pub by: PickedBy,
    /// Where it is said.
    pub span: Span,
}

/// By what a view picks parts. What fits a flow and not an element means the flow: taken in it
/// brings its ends along, left out it goes alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickedBy {
    /// By name, by kind, all; a piece of data means who keeps it and the flows that move it.
    Part(Target),
    /// `tag:WORD`: elements, boundaries and flows that have the tag.
    Tag(String),
    /// `phase:WORD`: where threats of a phase are open or planned for.
    Phase(String),
    /// `severity:WORD`: where threats of this residual severity or a higher one are.
    Severity(RiskLevel),
    /// `attacker:NAME`: the ways of an attacker, by its place in [`super::Model::attackers`].
    Attacker(usize),
    /// `threat:RULE`: where a threat of the rule arises, and the paths of it.
    Rule(RuleId),
    /// `threat:"RULE@TARGET"`: where one threat arises, and its path.
    Threat(String),
}

impl PickedBy {
    /// The words before the colon.
    pub const WORDS: &'static [&'static str] = &["tag", "phase", "severity", "attacker", "threat"];
}

/// `view NAME`.
#[derive(Clone, Debug)]
pub struct View {
    /// Its name, which is in its file's name.
    pub name: String,
    /// Its title.
    pub label: String,
    /// Elements and boundaries in the middle; everything if empty.
    pub focus: Vec<Placed>,
    /// How many flows away from the focus parts are drawn.
    pub depth: u32,
    /// What is drawn as well; without a focus, what alone is drawn.
    pub include: Vec<Pick>,
    /// What is left out, whatever else is said.
    pub exclude: Vec<Pick>,
    /// Which way it runs; whichever fits best if not given.
    pub direction: Option<Direction>,
    /// Elements that should stand in a row, each at the left of the next.
    pub beside: Vec<ElementId>,
    /// Elements that should stand one above the other, the highest first.
    pub above: Vec<ElementId>,
    /// What it is to fit; whichever it fits best if not given.
    pub page: Option<Page>,
    /// What it shows (Markdown).
    pub about: String,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}
