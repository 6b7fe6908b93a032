//! A difference as plain data.

use super::snapshot::{Crossing, Snapshot, Sort, Threat};
use crate::analysis::{Rating, Status};
use crate::model::responses::RiskLevel;
use serde::Serialize;

/// What happened to something.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It was not there before.
    New,
    /// It is not there any more.
    Gone,
    /// It is there in both and differs.
    Changed,
    /// Only its name differs.
    Renamed,
}

impl Change {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Gone => "gone",
            Change::Changed => "changed",
            Change::Renamed => "renamed",
        }
    }
}

/// All that differs between two states of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The old state.
    pub old: Head,
    /// The new state.
    pub new: Head,
    /// Boundaries, elements, data, flows, in this order and by name.
    pub parts: Vec<PartChange>,
    /// Crossings, by flow.
    pub crossings: Vec<CrossingChange>,
    /// Threats: new ones, gone ones, changed ones, renamed ones; in each the worst first.
    pub threats: Vec<ThreatChange>,
    /// Rules that are called otherwise now, by the new name: old and new.
    pub renamed_rules: Vec<FieldChange>,
}

/// What a state is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The model's title.
    pub title: String,
    /// The version of the tool that made it.
    pub tool: String,
    /// The edition of the catalog.
    pub catalog: String,
    /// Residual severity that nobody has to sign for.
    pub appetite: RiskLevel,
    /// How many threats are open or planned, by severity: low, medium, high, critical.
    pub unsettled: [usize; 4],
}

impl Head {
    pub(super) fn of(s: &Snapshot) -> Head {
        let mut unsettled = [0; 4];
        for t in s.threats.iter().filter(|t| t.status.is_unsettled()) {
            if let Some(n) = unsettled.get_mut(t.residual.severity() as usize) {
                *n += 1;
            }
        }
        Head {
            title: s.title.clone(),
            tool: s.tool.clone(),
            catalog: s.catalog.clone(),
            appetite: s.appetite,
            unsettled,
        }
    }
}

/// A property with its old and its new value, in words; `none` where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The property.
    pub name: String,
    /// Its value before.
    pub old: String,
    /// Its value now.
    pub new: String,
}

/// What happened to a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartChange {
    /// What happened.
    pub change: Change,
    /// What sort of part it is.
    pub sort: Sort,
    /// Its name or id; the old one if it is gone.
    pub id: String,
    /// Its name or id before, if that was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// Its label, `A -> B` of a flow.
    pub label: String,
    /// What changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// What happened to a crossing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CrossingChange {
    /// What happened.
    pub change: Change,
    /// The id of its flow.
    pub flow: String,
    /// `A -> B`.
    pub label: String,
    /// What was crossed, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is crossed now, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// As it was, in today's names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Crossing>,
    /// As it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Crossing>,
}

/// Where a threat stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// The word for its residual rating.
    pub severity: RiskLevel,
    /// Before any control.
    pub inherent: Rating,
    /// With the controls in force.
    pub residual: Rating,
    /// With the planned ones too.
    pub forecast: Rating,
}

impl Standing {
    pub(super) fn of(t: &Threat) -> Standing {
        Standing {
            status: t.status,
            severity: t.residual.severity(),
            inherent: t.inherent,
            residual: t.residual,
            forecast: t.forecast,
        }
    }

    /// Whether gates read it.
    pub fn is_unsettled(&self) -> bool {
        self.status.is_unsettled()
    }
}

/// Whether a change of a threat is for the better.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It is open now, or riskier.
    Worse,
    /// It is closed now, or less risky.
    Better,
    /// Neither.
    Level,
}

impl Direction {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Worse => "worse",
            Direction::Better => "better",
            Direction::Level => "changed",
        }
    }
}

/// What happened to a threat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreatChange {
    /// What happened.
    pub change: Change,
    /// `RULE@TARGET`; the old one if it is gone.
    pub id: String,
    /// Its id before, if that was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// The rule.
    pub rule: String,
    /// The id of what it is on.
    pub target: String,
    /// What that is called.
    pub place: String,
    /// One line.
    pub title: String,
    /// Where it stood; none if it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Standing>,
    /// Where it stands; none if it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Standing>,
    /// Whether that is for the better.
    pub direction: Direction,
    /// Why.
    pub because: Vec<Reason>,
}

/// What a reason speaks of.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// The threat's target came or went.
    Target,
    /// The target came into scope or left it.
    Scope,
    /// The rule came, went, or was switched off.
    Rule,
    /// Something drawn makes it arise, or no more.
    Fact,
    /// Somebody rated it, or the catalog rates it otherwise.
    Rating,
    /// What is at stake, or known to be missing.
    Stakes,
    /// A control counts, or no more.
    Control,
    /// Somebody answered it, or the answer counts no more.
    Response,
    /// A finer threat takes its place, or no more.
    Refinement,
    /// What nobody has to sign for.
    Appetite,
    /// Another edition of the catalog, or another version of the tool.
    Version,
    /// It can't be told from what was kept.
    Unknown,
}

/// Why a threat came, went or changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reason {
    /// What it speaks of.
    pub kind: ReasonKind,
    /// A sentence without a full stop, plain text.
    pub text: String,
}

impl Difference {
    /// Whether nothing differs, names included.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.crossings.is_empty() && self.threats.is_empty()
    }

    /// Whether a threat came, went or changed; other names alone are no difference.
    pub fn in_threats(&self) -> bool {
        self.threats.iter().any(|t| t.change != Change::Renamed)
    }

    /// The changes of threats of one sort.
    pub fn threats_that(&self, change: Change) -> impl Iterator<Item = &ThreatChange> {
        self.threats.iter().filter(move |t| t.change == change)
    }
}
