//! Threats with everything that is known of them.

use super::Location;
use super::Owner;
use super::Part;
use super::PartType;
use super::Step;
use crate::analysis::DreadParts;
use crate::analysis::DreadReasons;
use crate::analysis::Prose;
use crate::catalog::{Harm, Stride};
use crate::model::responses::RiskLevel;
use indexmap::IndexMap;
use serde::Serialize;
use serde::Serializer;

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
    /// The letters of STRIDE; none if it is of the family of harm.
    pub stride: Vec<Stride>,
    /// The category, if it is of the family of harm.
    pub harm: Option<Harm>,
    /// The id of what it is on; `*` for the model.
    pub target: String,
    /// What that id stands for.
    pub target_type: PartType,
    /// The number of the target's crossing.
    pub crossing: Option<u32>,
    /// The elements that it is on or between.
    pub elements: Vec<String>,
    /// The boundaries around these, and that its flow crosses.
    pub boundaries: Vec<String>,
    /// Who answers for it; null if nobody does.
    pub owner: Option<Owner>,
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
    /// Whether somebody has set the inherent values; else they are the rule's.
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
    /// Its families in a taxonomy of the author's own.
    pub family: Vec<String>,
    /// The rule's tags.
    pub tags: Vec<String>,
    /// How to try it: probes by tool.
    pub tools: IndexMap<String, Vec<String>>,
    /// What was tried, the newest first: places in `tests`.
    pub tests: Vec<usize>,
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
    /// Where each part of it comes from.
    pub dread_because: DreadReasons,
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
