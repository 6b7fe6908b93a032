//! What follows from a model: movements, crossings, taint, exposure, threats, risk.
//!
//! The model is not changed: everything here is a table beside it, indexed by its ids. This
//! room knows nothing of pictures and reports.

mod alike;
mod answers;
mod behind;
pub mod checklist;
mod condition;
pub mod counts;
mod credit;
mod drawn;
mod dread;
pub mod due;
mod entries;
pub mod evidence;
mod exposure;
mod find;
mod ground;
mod hops;
mod ids;
mod kept;
mod leads;
mod lints;
mod lists;
mod lost;
mod movements;
mod named;
mod nets;
pub mod paths;
mod placed;
mod requirements;
mod risk;
mod rules;
mod run;
mod search;
mod sets;
mod slugs;
mod spread;
mod stale;
pub mod standing;
mod start;
mod status;
mod tables;
mod taint;
mod teller;
pub mod threat;
mod tried;

pub mod views;
mod why;

pub use answers::covers;
pub use credit::place_label;
pub use run::{analyse, recheck};
pub use stale::Stale;
pub use teller::Teller;

pub use threat::{
    Credit, DreadParts, DreadReasons, Fact, Piece, Prose, Rating, Response, Start, Status, Step, Sum, Threat,
    ThreatTarget, Uncredited,
};

use crate::catalog::{Class, Level, Trust, id};
use crate::diagnostic::Diagnostic;
use crate::model::responses::RiskLevel;
use crate::model::{BoundaryId, DataId, ElementId, FlowId, Model};
use crate::syntax::tree::Date;

id! {
    /// A movement in [`Analysis::movements`].
    MovementId;
    /// A crossing in [`Analysis::crossings`].
    CrossingId;
    /// A threat in [`Analysis::threats`].
    ThreatId;
}

/// All that follows from a model.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The day on which it was made; only what expires reads it.
    pub today: Date,
    /// Residual severity that nobody has to sign for; low if the model does not say.
    pub appetite: RiskLevel,
    /// What came along for each piece of data, by [`DataId`].
    pub data: Vec<DataFacts>,
    /// All movements.
    pub movements: Vec<Movement>,
    /// The movements of each flow, by [`FlowId`].
    pub of_flow: Vec<FlowMovements>,
    /// All crossings, in the order of their numbers.
    pub crossings: Vec<Crossing>,
    /// The crossing of each flow, by [`FlowId`].
    pub crossing_of: Vec<Option<CrossingId>>,
    /// What has come to each element, by [`ElementId`].
    pub taint: Vec<Taint>,
    /// Where each piece of data can arrive, by [`DataId`].
    pub exposure: Vec<Exposure>,
    /// What each element stores: declared and written to it, by [`ElementId`].
    pub stored: Vec<Vec<DataId>>,
    /// Movements that reach each element, as receiver or on their way, by [`ElementId`].
    pub incoming: Vec<Vec<MovementId>>,
    /// Movements that each element gives, by [`ElementId`].
    pub outgoing: Vec<Vec<MovementId>>,
    /// The threats, ranked: the worst first, closed ones too.
    pub threats: Vec<Threat>,
    /// Movements from lower trust.
    pub entries: Vec<Entry>,
    /// Rules of the house, in the model's order, each with the places where it is broken.
    pub requirements: Vec<RequirementResult>,
    /// The controls that elements should have by default, and whether they have them.
    pub checklist: Vec<checklist::Check>,
    /// Ways of attackers, chokepoints, agents that join what must not meet, supply chains.
    pub paths: paths::Paths,
    /// What each view shows, in the model's order.
    pub views: Vec<views::Shown>,
    /// Responses and tests whose threat does not arise, in the order of the text.
    pub stale: Vec<Stale>,
    /// What is to be said about the model.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a piece of data is, all it derives from considered.
#[derive(Clone, Debug, PartialEq)]
pub struct DataFacts {
    /// The highest class among it and what it derives from.
    pub class: Class,
    /// Its own integrity.
    pub integrity: Level,
    /// Its own availability.
    pub availability: Level,
    /// Whether it or anything that it derives from is personal.
    pub personal: bool,
    /// What it derives from, directly: as declared, or found for answers, embeddings, weights
    /// and decisions without `from`.
    pub from: Vec<DataId>,
    /// Whether `from` was found, not declared.
    pub found: bool,
}

/// One movement of data by a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// Its flow.
    pub flow: FlowId,
    /// Whether it is the request; else the answer.
    pub forward: bool,
    /// Who gives.
    pub sender: ElementId,
    /// Who gets.
    pub receiver: ElementId,
    /// What is declared to move.
    pub data: Vec<DataId>,
    /// Whether anything moves: declared data, or something unknown.
    pub content: bool,
    /// Whether it stays at the receiver: written, or given to a store that asked for it.
    pub stays: bool,
    /// The lowest trust from which its content can have come; the sender's own if nothing came to it.
    pub level: Trust,
}

/// The movements of a flow.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct FlowMovements {
    /// The request.
    pub forward: MovementId,
    /// The answer, unless the flow is one-way.
    pub back: Option<MovementId>,
}

/// Which way a movement goes, by the trust where it leaves and where it arrives.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slope {
    /// To higher trust.
    Up,
    /// To lower trust.
    Down,
    /// To equal trust.
    Level,
    /// To equal trust among strangers: up and down at once.
    Strangers,
}

crate::catalog::words!(Slope: Up "up", Down "down", Level "level", Strangers "strangers");

impl Slope {
    /// Whether it counts as going up.
    pub fn is_up(self) -> bool {
        matches!(self, Slope::Up | Slope::Strangers)
    }

    /// Whether it counts as going down.
    pub fn is_down(self) -> bool {
        matches!(self, Slope::Down | Slope::Strangers)
    }

    /// Whether it counts as level.
    pub fn is_level(self) -> bool {
        matches!(self, Slope::Level | Slope::Strangers)
    }
}

/// A flow whose ends stand in different zones.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// Its number, from 1, in the order of the text.
    pub number: u32,
    /// Its flow.
    pub flow: FlowId,
    /// Boundaries that it goes out of, the innermost first.
    pub out_of: Vec<BoundaryId>,
    /// Boundaries that it goes into, the outermost first.
    pub into: Vec<BoundaryId>,
    /// Which way the request goes.
    pub forward: Slope,
    /// Which way the answer goes; none if the flow is one-way.
    pub back: Option<Slope>,
}

/// What has come to an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Taint {
    /// The lowest trust from which content can have come to it; none if nothing comes.
    pub level: Option<Trust>,
    /// The movement by which it came, the last of a shortest way.
    pub by: Option<MovementId>,
}

/// Where a piece of data, or what is derived from it, can arrive.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// The lowest trust at which it can arrive; none if it never moves.
    pub level: Option<Trust>,
    /// The movements, from where it is kept to there; a shortest way.
    pub path: Vec<MovementId>,
}

/// A movement from lower trust: a way in.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The movement.
    pub movement: MovementId,
    /// Where what it brings is first checked: the controls in force there and the place's label;
    /// none if nothing checks it before it is used.
    pub checked: Option<(String, Vec<crate::catalog::ControlId>)>,
}

/// A rule of the house and where it is broken.
#[derive(Clone, Debug, PartialEq)]
pub struct RequirementResult {
    /// Where it holds.
    pub kept: Vec<ThreatTarget>,
    /// Where it does not.
    pub broken: Vec<ThreatTarget>,
}

impl RequirementResult {
    /// The ids of the parts that break it, as they stand behind the `@` of a threat's id.
    pub fn broken_ids(&self, model: &Model) -> Vec<String> {
        self.broken.iter().map(|t| find::target_id(model, *t)).collect()
    }
}

impl Analysis {
    /// The threat of an id such as `rag-poison@crawler->index`.
    pub fn find(&self, id: &str) -> Option<&Threat> {
        self.threats.iter().find(|t| t.id == id)
    }

    /// The movement of an id.
    pub fn movement(&self, id: MovementId) -> Option<&Movement> {
        self.movements.get(id.index())
    }

    /// The crossing of a flow.
    pub fn crossing(&self, flow: FlowId) -> Option<&Crossing> {
        self.crossing_of.get(flow.index()).copied().flatten().and_then(|c| self.crossings.get(c.index()))
    }

    /// The threats that are open or planned, the worst first: those that gates read.
    pub fn unsettled(&self) -> impl Iterator<Item = &Threat> {
        self.threats.iter().filter(|t| t.status.is_unsettled())
    }

    /// The threats on a flow, the worst first.
    pub fn on_flow(&self, flow: FlowId) -> impl Iterator<Item = &Threat> {
        self.threats.iter().filter(move |t| t.target == ThreatTarget::Flow(flow))
    }

    /// The threats on an element, the worst first.
    pub fn on_element(&self, element: ElementId) -> impl Iterator<Item = &Threat> {
        self.threats.iter().filter(move |t| t.target == ThreatTarget::Element(element))
    }
}
