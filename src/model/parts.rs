//! The parts of a model: boundaries, elements, data, flows, controls.

use super::{BoundaryId, DataId, ElementId, FlowId, OwnControlId, Placed, ZoneId};
use crate::catalog::{Class, ControlId, Icon, KindId, Level, Literal, PropertyId, Trust};
use crate::source::Span;
use crate::syntax::tree::Date;

/// A trust boundary.
#[derive(Clone, Debug)]
pub struct Boundary {
    /// Its name.
    pub name: String,
    /// Its label; the name if none is given.
    pub label: String,
    /// The boundary around it.
    pub parent: Option<BoundaryId>,
    /// How far what is in it is trusted: its own word, its parent's, or internal.
    pub trust: Trust,
    /// Whether it says its trust itself.
    pub declares_trust: bool,
    /// Whether it is a stranger to its equals.
    pub apart: bool,
    /// Whether it is the boundary `system` that nobody wrote.
    pub implied: bool,
    /// Its zone.
    pub zone: ZoneId,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Older names.
    pub was: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared: the head, without the block.
    pub span: Span,
}

/// An element.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its label; the name if none is given.
    pub label: String,
    /// Its kind.
    pub kind: KindId,
    /// Kinds above it that it is none of, because of a property: a model under `llm` that generates nothing.
    pub none_of: Vec<KindId>,
    /// The innermost boundary around it, the implied one included.
    pub boundary: Option<BoundaryId>,
    /// Where it stands.
    pub zone: ZoneId,
    /// How far it is trusted: its zone's trust.
    pub trust: Trust,
    /// Whether it says its trust itself.
    pub declares_trust: bool,
    /// What it keeps, by declaration (what is written to it is found by the analysis).
    pub stores: Vec<DataId>,
    /// Credentials, weights and the like that it works with.
    pub holds: Vec<DataId>,
    /// What it runs on.
    pub runs_on: Vec<ElementId>,
    /// Controls that are known to be missing.
    pub lacks: Vec<ControlId>,
    /// Why it is out of scope, if it is.
    pub out_of_scope: Option<String>,
    /// Properties that it sets itself; [`super::Model::property`] adds the kinds' defaults.
    pub properties: Vec<(PropertyId, Literal)>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Older names.
    pub was: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// An icon that takes the kind's place.
    pub icon: Option<Icon>,
    /// Where it is declared: the head, without the block.
    pub span: Span,
}

/// A piece of data. Class and `personal` are as declared or by kind; what comes along from
/// `from` is in the analysis.
#[derive(Clone, Debug)]
pub struct Data {
    /// Its name.
    pub name: String,
    /// Its label; the name if none is given.
    pub label: String,
    /// Its kind.
    pub kind: KindId,
    /// How secret it is.
    pub class: Class,
    /// How much harm a wrong value does.
    pub integrity: Level,
    /// How much harm it does when it is gone.
    pub availability: Level,
    /// Whether it is about people.
    pub personal: bool,
    /// What it is derived from, by declaration.
    pub from: Vec<DataId>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Older names.
    pub was: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// A flow: a call that `source` starts.
#[derive(Clone, Debug)]
pub struct Flow {
    /// `a->b` or `a->b#name`.
    pub id: String,
    /// The name behind `as`.
    pub name: Option<String>,
    /// Who calls.
    pub source: ElementId,
    /// Who answers.
    pub target: ElementId,
    /// Its label, if it has one.
    pub label: Option<String>,
    /// What goes with the call.
    pub sends: Vec<DataId>,
    /// What goes with the call and stays.
    pub writes: Vec<DataId>,
    /// What comes back.
    pub returns: Vec<DataId>,
    /// Elements that it goes through, in order.
    pub via: Vec<ElementId>,
    /// The protocol, in lower case.
    pub protocol: Option<String>,
    /// Whether there is no answer at all.
    pub one_way: bool,
    /// Whether it says anything of what it moves.
    pub declares: bool,
    /// Controls that are known to be missing.
    pub lacks: Vec<ControlId>,
    /// Of `a <-> b`: the other one.
    pub twin: Option<FlowId>,
    /// What it is (Markdown).
    pub about: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Older ids, with the ends as they are called now where they are still there.
    pub was: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared: the head, without the block.
    pub span: Span,
}

/// Where trust is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// What stands in a boundary and in none of those within it.
    Boundary(BoundaryId),
    /// An element that is a zone by itself.
    Element(ElementId),
}

/// How far a control has come.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlStatus {
    /// Meant to be built: counts in the forecast alone.
    Planned,
    /// In force.
    Implemented,
    /// In force, and somebody has looked.
    Verified,
}

crate::catalog::words!(ControlStatus: Planned "planned", Implemented "implemented", Verified "verified");

impl ControlStatus {
    /// Whether it counts today.
    pub fn in_force(self) -> bool {
        self != ControlStatus::Planned
    }
}

/// A control of this system that has a name of its own.
#[derive(Clone, Debug)]
pub struct OwnControl {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What it is, of the vocabulary.
    pub kind: ControlId,
    /// Where it stands.
    pub on: Vec<Placed>,
    /// How far it has come.
    pub status: ControlStatus,
    /// What shows that it is in force.
    pub evidence: Option<String>,
    /// When somebody looked.
    pub verified: Option<Date>,
    /// When it is to be in force.
    pub due: Option<Date>,
    /// Who builds it.
    pub owner: Option<String>,
    /// Where the work is tracked.
    pub ticket: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// A place where a control can stand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On an element.
    Element(ElementId),
    /// On a flow.
    Flow(FlowId),
    /// On a boundary: on all that is in it, and on what crosses it.
    Boundary(BoundaryId),
}

/// One control at one place.
#[derive(Clone, Debug)]
pub struct Placement {
    /// What it is.
    pub control: ControlId,
    /// Where it stands.
    pub place: Place,
    /// How far it has come; those of `controls:` lists are implemented.
    pub status: ControlStatus,
    /// The control of this system, if it has a name.
    pub own: Option<OwnControlId>,
    /// Where it is said.
    pub span: Span,
}
