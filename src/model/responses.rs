//! What is done about threats.

use super::{OwnControlId, Placed};
use crate::catalog::{ControlId, RuleId, When};
use crate::source::Span;
use crate::syntax::tree::Date;

/// What kind of answer it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ResponseKind {
    Mitigate,
    Accept,
    Transfer,
    Dismiss,
    Rated,
}

crate::catalog::words!(ResponseKind: Mitigate "mitigate", Accept "accept", Transfer "transfer", Dismiss "dismiss", Rated "rated");

/// How bad a risk is: likelihood times impact, in four words.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// 1 to 4.
    Low,
    /// 5 to 9.
    Medium,
    /// 10 to 15.
    High,
    /// 16 to 25.
    Critical,
}

crate::catalog::words!(RiskLevel: Low "low", Medium "medium", High "high", Critical "critical");

impl RiskLevel {
    /// The word for a product of likelihood and impact.
    pub fn of(product: u8) -> RiskLevel {
        match product {
            0..=4 => RiskLevel::Low,
            5..=9 => RiskLevel::Medium,
            10..=15 => RiskLevel::High,
            _ => RiskLevel::Critical,
        }
    }
}

/// A named control that a mitigation relies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum With {
    /// A control of this system.
    Own(OwnControlId),
    /// A control of the vocabulary, wherever it stands.
    Kind(ControlId),
}

/// One answer to a threat.
#[derive(Clone, Debug)]
pub struct Response {
    /// What kind of answer.
    pub kind: ResponseKind,
    /// The threat.
    pub rule: RuleId,
    /// Where.
    pub on: Placed,
    /// Why.
    pub because: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// Who carries it out.
    pub owner: Option<String>,
    /// Where the work is tracked.
    pub ticket: Option<String>,
    /// Of `mitigate`: by what.
    pub with: Vec<With>,
    /// Of `mitigate`: steps off the likelihood by controls that the rule does not list.
    pub takes: Option<u8>,
    /// By when.
    pub due: Option<Date>,
    /// Of `accept`: the highest residual severity that is accepted.
    pub at: Option<RiskLevel>,
    /// Of `accept`: the last day, inclusive.
    pub until: Option<Date>,
    /// Of `transfer`: to whom.
    pub to: Option<String>,
    /// Of `rated`: the inherent likelihood.
    pub likelihood: Option<u8>,
    /// Of `rated`: the inherent impact.
    pub impact: Option<u8>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// The rule's name as it was written, which may be an older one.
    pub rule_span: Span,
    /// The head, without the block.
    pub span: Span,
    /// The statement with its block.
    pub whole: Span,
}

/// `require CONTROL on TARGET`.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The control.
    pub control: ControlId,
    /// Where.
    pub on: Placed,
    /// On which of them.
    pub when: Option<When>,
    /// Why.
    pub because: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// The head, without the block.
    pub span: Span,
}

/// `off RULE`.
#[derive(Clone, Debug)]
pub struct SwitchedOff {
    /// The rule.
    pub rule: RuleId,
    /// Why.
    pub because: Option<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is said.
    pub span: Span,
}
