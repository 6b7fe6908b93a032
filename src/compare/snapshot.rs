//! What is worth keeping of one analysed model.
//!
//! Parts are known by their names, flows and threats by their ids; all lists are sorted by them,
//! so that moving a statement changes nothing. Numbers of crossings, places in files and prose
//! are left out: they change without anything being different.

use crate::analysis::{Rating, Slope, Status};
use crate::catalog::{Class, Level, Trust};
use crate::model::ResponseKind;
use crate::model::parts::ControlStatus;
use crate::model::responses::RiskLevel;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One state of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The model's title.
    pub title: String,
    /// The version of the tool that made it.
    pub tool: String,
    /// The edition of the catalog that it was made with.
    pub catalog: String,
    /// Residual severity that nobody has to sign for.
    pub appetite: RiskLevel,
    /// Boundaries, elements and data.
    pub parts: Vec<Part>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Threats, closed ones too.
    pub threats: Vec<Threat>,
    /// The names of all rules that were tried.
    pub rules: Vec<String>,
    /// Of these, the model's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_rules: Vec<String>,
    /// The names of rules that were switched off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// Older names of words of the catalog.
    #[serde(default, skip_serializing_if = "Older::is_empty")]
    pub older: Older,
}

/// Older names of words of the catalog, by the names of today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// Of kinds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, Vec<String>>,
    /// Of controls.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub controls: BTreeMap<String, Vec<String>>,
    /// Of rules.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, Vec<String>>,
}

impl Older {
    fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.controls.is_empty() && self.rules.is_empty()
    }
}

/// What sort of thing something is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Sort {
    Boundary,
    Element,
    Data,
    Flow,
    Model,
}

impl Sort {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Boundary => "boundary",
            Sort::Element => "element",
            Sort::Data => "data",
            Sort::Flow => "flow",
            Sort::Model => "model",
        }
    }
}

/// A boundary, an element or a piece of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which of the three.
    pub sort: Sort,
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its kind; none for boundaries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The boundary around it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<String>,
    /// How far it is trusted; none for data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust: Option<Trust>,
    /// Whether its trust is its own: of a boundary that says it, of an element that is a zone by itself.
    #[serde(default, skip_serializing_if = "is_false")]
    pub own_trust: bool,
    /// Of a boundary: whether it is a stranger to its equals.
    #[serde(default, skip_serializing_if = "is_false")]
    pub apart: bool,
    /// Of data: how secret it is, what it derives from considered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// Of data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integrity: Option<Level>,
    /// Of data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability: Option<Level>,
    /// Of data: whether it, or what it derives from, is about people.
    #[serde(default, skip_serializing_if = "is_false")]
    pub personal: bool,
    /// Of data: what it is declared to derive from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// Of an element: what it keeps by declaration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stores: Vec<String>,
    /// Of an element: what it works with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<String>,
    /// Of an element.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs_on: Vec<String>,
    /// Of an element: controls that are known to be missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
    /// Of an element: the properties that it sets itself, as `multi_tenant: true`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<String>,
    /// Of an element: whether it is out of scope.
    #[serde(default, skip_serializing_if = "is_false")]
    pub out_of_scope: bool,
    /// The controls that stand here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Controlled>,
    /// Of an element: the lowest trust from which content can come to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_from: Option<Trust>,
    /// Of data: the lowest trust at which it can arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_reach: Option<Trust>,
    /// Older names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
}

/// A control at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Controlled {
    /// A word of the vocabulary.
    pub control: String,
    /// The control of this system, if it has a name of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// How far it has come.
    pub status: ControlStatus,
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// `a->b` or `a->b#name`.
    pub id: String,
    /// The name behind `as`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who calls.
    pub source: String,
    /// Who answers.
    pub target: String,
    /// Its label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What goes with the call.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sends: Vec<String>,
    /// What goes with the call and stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writes: Vec<String>,
    /// What comes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<String>,
    /// Elements that it goes through, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// The protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    /// Whether there is no answer at all.
    #[serde(default, skip_serializing_if = "is_false")]
    pub one_way: bool,
    /// Controls that are known to be missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
    /// The controls that stand on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Controlled>,
    /// What it crosses; none if both ends stand in one zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crossing: Option<Crossing>,
    /// Older ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
}

impl Flow {
    /// All data that it moves.
    pub(super) fn data(&self) -> impl Iterator<Item = &String> {
        self.sends.iter().chain(&self.writes).chain(&self.returns)
    }
}

/// What a flow crosses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// Boundaries that it goes out of, the innermost first.
    pub out_of: Vec<String>,
    /// Boundaries that it goes into, the outermost first.
    pub into: Vec<String>,
    /// Which way the request goes.
    pub forward: Slope,
    /// Which way the answer goes, if there is one.
    pub back: Option<Slope>,
}

/// A threat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threat {
    /// `RULE@TARGET`.
    pub id: String,
    /// The rule.
    pub rule: String,
    /// What sort of thing it is on.
    pub on: Sort,
    /// The id of what it is on.
    pub target: String,
    /// Of a flow: whether it speaks of the answer; else of the call.
    #[serde(default, skip_serializing_if = "is_false")]
    pub answer: bool,
    /// One line.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// Before any control.
    pub inherent: Rating,
    /// With the controls in force.
    pub residual: Rating,
    /// With the planned ones too.
    pub forecast: Rating,
    /// The response that is in effect, or the mitigation that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<ResponseKind>,
    /// The finer threat that has taken its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refined_by: Option<String>,
    /// Why it arises.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// The flows by which it comes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// How the inherent rating came about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum: Vec<Line>,
    /// Controls that count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credited: Vec<Credit>,
}

/// One literal of a rule's condition that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it asks of.
    pub asks: Asks,
    /// The literal, in the language.
    pub condition: String,
    /// A sentence without a full stop.
    pub text: String,
    /// Elements that it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<String>,
    /// Data that it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
}

impl Fact {
    /// Whether it says that something is not so.
    pub(super) fn denies(&self) -> bool {
        self.condition.starts_with("not ")
    }

    /// The literal without its `not`.
    pub(super) fn atom(&self) -> &str {
        self.condition.strip_prefix("not ").unwrap_or(&self.condition)
    }
}

/// What a literal asks of, which says what can have changed when it holds anew.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// The kind of an element.
    Kind,
    /// A property of an element.
    Property,
    /// Where an element stands and how far it is trusted.
    Zone,
    /// Whether a flow has an answer.
    Answer,
    /// What a flow crosses.
    Crossing,
    /// What a flow moves.
    Moves,
    /// What an element stores, holds, receives or gives.
    Keeps,
    /// Where content can come from.
    Taint,
    /// Where data can arrive.
    Exposure,
    /// Where calls lead.
    Calls,
    /// Where content leads.
    Content,
}

/// One line of the sum that leads to an inherent rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// `likelihood` or `impact`.
    pub of: String,
    /// What is added; 0 where it starts.
    pub change: i8,
    /// The value after it.
    pub result: u8,
    /// Why.
    pub because: String,
}

/// A control that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// A word of the vocabulary.
    pub control: String,
    /// What sort of thing it stands on.
    pub on: Sort,
    /// The id of what it stands on.
    pub place: String,
    /// Whether it counts today; else in the forecast alone.
    pub in_force: bool,
    /// Steps that it alone would take off.
    pub steps: u8,
    /// Whether it lowers the impact; else the likelihood.
    pub softens: bool,
}

impl Snapshot {
    /// A model of which there is nothing yet, as before its first version.
    pub fn nothing(like: &Snapshot) -> Snapshot {
        Snapshot { parts: Vec::new(), flows: Vec::new(), threats: Vec::new(), ..like.clone() }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.flows.is_empty()
    }

    /// Sorts all lists whose order means nothing.
    pub(super) fn sort(&mut self) {
        self.parts.sort_by(|a, b| (a.sort, &a.id).cmp(&(b.sort, &b.id)));
        self.flows.sort_by(|a, b| a.id.cmp(&b.id));
        self.threats.sort_by(|a, b| (&a.id, a.on).cmp(&(&b.id, b.on)));
        self.rules.sort();
        self.own_rules.sort();
        self.off.sort();
        for p in &mut self.parts {
            for list in [&mut p.from, &mut p.stores, &mut p.holds, &mut p.runs_on, &mut p.lacks] {
                list.sort();
            }
            p.properties.sort();
            p.controls.sort();
        }
        for f in &mut self.flows {
            for list in [&mut f.sends, &mut f.writes, &mut f.returns, &mut f.lacks] {
                list.sort();
            }
            f.controls.sort();
        }
        for t in &mut self.threats {
            t.credited.sort_by(|a, b| {
                (&a.control, a.softens, a.on, &a.place).cmp(&(&b.control, b.softens, b.on, &b.place))
            });
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_false(value: &bool) -> bool {
    !value
}
