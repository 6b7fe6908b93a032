//! What is built: boundaries, elements, data, flows, ways in.

use super::Location;
use crate::catalog::Class;
use crate::catalog::Level;
use crate::catalog::Root;
use crate::catalog::Trust;
use crate::model::parts::ControlStatus;
use serde::Serialize;
use std::collections::BTreeMap;

/// What an id stands for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
