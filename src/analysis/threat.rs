//! One threat, with everything that is known of it.

use super::{MovementId, ThreatId};
use crate::catalog::expr::Condition;
use crate::catalog::{ControlId, Family, Harm, RuleId, Stride};
use crate::model::parts::Place;
use crate::model::responses::RiskLevel;
use crate::model::{BoundaryId, DataId, ElementId, FlowId, Model};
use crate::source::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a threat is on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum ThreatTarget {
    Flow(FlowId),
    Element(ElementId),
    Boundary(BoundaryId),
    Model,
}

impl ThreatTarget {
    /// Where it is declared; none for what nobody wrote, as the implied boundary.
    pub fn span(self, model: &Model) -> Option<Span> {
        match self {
            ThreatTarget::Flow(f) => model.flow(f).map(|f| f.span),
            ThreatTarget::Element(e) => model.element(e).map(|e| e.span),
            ThreatTarget::Boundary(b) => model.boundary(b).filter(|b| !b.implied).map(|b| b.span),
            ThreatTarget::Model => model.info.span,
        }
    }
}

impl ThreatTarget {
    /// As it is written in a model, behind `on`: `index`, `crawler -> index`, a flow's own name, `*`.
    pub fn written(self, model: &Model) -> String {
        let name = |e: ElementId| model.element(e).map_or("", |e| e.name.as_str());
        match self {
            ThreatTarget::Element(e) => name(e).to_owned(),
            ThreatTarget::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.name.clone()),
            ThreatTarget::Model => "*".to_owned(),
            ThreatTarget::Flow(f) => match model.flow(f) {
                Some(flow) => {
                    let ends = || format!("{} -> {}", name(flow.source), name(flow.target));
                    flow.name.clone().unwrap_or_else(ends)
                }
                None => String::new(),
            },
        }
    }
}

/// Likelihood and impact, 1 to 5 each.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rating {
    /// 1 (rare) to 5 (all but certain).
    pub likelihood: u8,
    /// 1 (a nuisance) to 5 (the system or its people come to serious harm).
    pub impact: u8,
}

impl Rating {
    /// Likelihood times impact, 1 to 25.
    pub fn product(self) -> u8 {
        self.likelihood.saturating_mul(self.impact)
    }

    /// The word for the product.
    pub fn severity(self) -> RiskLevel {
        RiskLevel::of(self.product())
    }

    /// The band for readers: critical (both at least 4), important (one), monitor.
    pub fn band(self) -> &'static str {
        match (self.likelihood >= 4, self.impact >= 4) {
            (true, true) => "critical",
            (false, false) => "monitor",
            _ => "important",
        }
    }
}

/// Where a threat stands, the first that applies.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Somebody says that it does not apply.
    Dismissed,
    /// Somebody else bears it.
    Transferred,
    /// Somebody signed for it.
    Accepted,
    /// A finer threat has taken its place.
    Refined,
    /// Its inherent severity is within the appetite.
    Tolerated,
    /// Its residual severity is.
    Mitigated,
    /// Its forecast is.
    Planned,
    /// None of these.
    Open,
}

crate::catalog::words!(Status: Dismissed "dismissed", Transferred "transferred", Accepted "accepted",
    Refined "refined", Tolerated "tolerated", Mitigated "mitigated", Planned "planned", Open "open");

impl Status {
    /// Whether gates read it.
    pub fn is_unsettled(self) -> bool {
        matches!(self, Status::Planned | Status::Open)
    }

    /// Whether it stands as it is and somebody lives with it: no control brings it within the appetite.
    pub fn is_borne(self) -> bool {
        matches!(self, Status::Accepted | Status::Transferred | Status::Tolerated)
    }

    /// Whether the threat is a risk of this system, whatever was done about it: neither dismissed
    /// nor one whose place a finer threat has taken.
    pub fn counts(self) -> bool {
        !matches!(self, Status::Dismissed | Status::Refined)
    }
}

/// One literal of the rule's condition that holds, with what makes it hold. [`Teller::facts`](super::Teller)
/// puts it into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The literal.
    pub condition: Condition,
    /// The movement that it was tried on, if it speaks of one.
    pub movement: Option<MovementId>,
    /// Elements that it speaks of.
    pub elements: Vec<ElementId>,
    /// Data that it speaks of.
    pub data: Vec<DataId>,
}

impl Fact {
    /// Whether it only says what the target is not, which tells a reader nothing.
    pub fn is_exclusion(&self) -> bool {
        use crate::catalog::expr::Atom;
        self.condition.not && !matches!(self.condition.atom, Atom::Property(..) | Atom::OneWay)
    }
}

/// Where a threat starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// At elements, of less trusted zones.
    Elements(Arc<[ElementId]>),
    /// Outside the target's zone: nobody less trusted leads to it.
    Outside,
}

/// One step of a path: a flow, taken forward or back.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The flow.
    pub flow: FlowId,
    /// Whether it is taken from source to target.
    pub forward: bool,
}

impl Step {
    /// The flow's id, and whether it is the answer: a path may go along a flow and come back by it.
    pub fn text(self, model: &Model) -> Option<String> {
        let answer = if self.forward { "" } else { " (answer)" };
        model.flow(self.flow).map(|f| format!("{}{answer}", f.id))
    }
}

/// One line of the sum that leads to a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// `likelihood` or `impact`.
    pub of: &'static str,
    /// What is added, or where it starts or ends.
    pub change: i8,
    /// The value after it.
    pub result: u8,
    /// Why, in plain text.
    pub because: String,
    /// Whether it counts in the forecast alone.
    pub forecast: bool,
}

/// A control that was credited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The control.
    pub control: ControlId,
    /// Where it stands.
    pub place: Place,
    /// Whether it counts today; else in the forecast alone.
    pub in_force: bool,
    /// Steps that it alone would take off.
    pub steps: u8,
    /// Whether it lowers the impact; else the likelihood.
    pub softens: bool,
    /// Why it counts here, in plain text.
    pub because: String,
}

/// A control of the rule's list that stands somewhere and was not credited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncredited {
    /// The control.
    pub control: ControlId,
    /// Where it stands.
    pub place: Place,
    /// Why it does not count here, in plain text.
    pub because: String,
}

/// Which response made a status, by its place in [`crate::model::Model::responses`].
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Response(pub usize);

/// The five parts of DREAD, 0 to 10 each, derived from the rating.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct DreadParts {
    pub damage: u8,
    pub reproducibility: u8,
    pub exploitability: u8,
    pub affected_users: u8,
    pub discoverability: u8,
}

/// Where each part of DREAD comes from, in plain text without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct DreadReasons {
    pub damage: String,
    pub reproducibility: String,
    pub exploitability: String,
    pub affected_users: String,
    pub discoverability: String,
}

impl DreadParts {
    /// Those of the parts that do not follow from likelihood and impact, as [`DreadParts::told`] has them.
    pub fn beside_the_rating(self, reasons: &DreadReasons) -> [(&'static str, u8, &str); 3] {
        let [_, reproducibility, _, affected_users, discoverability] = self.told(reasons);
        [reproducibility, affected_users, discoverability]
    }

    /// The parts with their names and where they come from, in the order of the letters.
    pub fn told(self, reasons: &DreadReasons) -> [(&'static str, u8, &str); 5] {
        [
            ("Damage", self.damage, &reasons.damage),
            ("Reproducibility", self.reproducibility, &reasons.reproducibility),
            ("Exploitability", self.exploitability, &reasons.exploitability),
            ("Affected users", self.affected_users, &reasons.affected_users),
            ("Discoverability", self.discoverability, &reasons.discoverability),
        ]
    }
}

/// A rule's Markdown with names of the model filled in. The two are kept apart, because names are
/// plain text that must not be read as Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub Vec<Piece>);

/// A piece of [`Prose`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Markdown as the rule's author wrote it, shared by all threats of the rule.
    Written(Arc<str>),
    /// A name or label of the model, plain text.
    Name(String),
}

impl Prose {
    /// As plain text: the Markdown as written, names as they are.
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|p| match p {
                Piece::Written(t) => t,
                Piece::Name(t) => t.as_str(),
            })
            .collect()
    }

    /// As Markdown, names escaped by the given function.
    pub fn markdown(&self, escape: impl Fn(&str) -> String) -> String {
        self.0
            .iter()
            .map(|p| match p {
                Piece::Written(t) => t.to_string(),
                Piece::Name(t) => escape(t),
            })
            .collect()
    }
}

/// One threat: a rule that holds for a target. All of it is plain data; [`Teller`](super::Teller) puts it
/// into words.
#[derive(Clone, Debug)]
pub struct Threat {
    /// `RULE@TARGET`.
    pub id: String,
    /// The rule.
    pub rule: RuleId,
    /// The target.
    pub target: ThreatTarget,
    /// The letters; none if it is of the family of harm.
    pub stride: Vec<Stride>,
    /// The category, if it is of the family of harm.
    pub harm: Option<Harm>,
    /// On a flow: the movement that the rule speaks of.
    pub movement: Option<MovementId>,
    /// Why it arises.
    pub facts: Vec<Fact>,
    /// Where it starts.
    pub start: Start,
    /// A shortest way from a start to the target (or through it to where data arrives).
    pub path: Arc<[Step]>,
    /// Data at stake.
    pub stakes: Arc<[DataId]>,
    /// Before any control.
    pub inherent: Rating,
    /// With the controls in force.
    pub residual: Rating,
    /// With the planned ones too.
    pub forecast: Rating,
    /// Controls that count.
    pub credited: Vec<Credit>,
    /// Controls that stand somewhere and do not count.
    pub uncredited: Vec<Uncredited>,
    /// Where it stands.
    pub status: Status,
    /// The response that made the status, or the mitigation that records who and when.
    pub response: Option<Response>,
    /// The `rated` statement that set the inherent values.
    pub rated: Option<Response>,
    /// A control that would lower it and is known to be missing.
    pub missing: Option<ControlId>,
    /// The finer threat that has taken its place.
    pub refined_by: Option<ThreatId>,
    /// The generic threats whose place it takes.
    pub refines: Vec<ThreatId>,
    /// The smallest sets of controls that would bring it within the appetite, each on the target.
    pub closed_by: Vec<Vec<ControlId>>,
    /// DREAD.
    pub dread: DreadParts,
}

impl Threat {
    /// Which family it is of.
    pub fn family(&self) -> Family {
        Family::of(self.harm)
    }

    /// Whether a control that would lower it is known to be missing.
    pub fn is_confirmed(&self) -> bool {
        self.missing.is_some()
    }
}
