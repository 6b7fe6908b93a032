//! Paths: how attackers get to what they want, which one control would cut most of these ways, which
//! agents join what must not meet, and by which hops weights, data, code and packages come in.
//!
//! Everything here is found along the flows of the drawing and told by the threats that stand on
//! them. It adds paths and order and changes no threat. Nothing hangs on the order of the text: of
//! equal ways the one goes first whose flows' ids do. The work is bounded; what was not looked at
//! is marked.

mod attackers;
mod chokepoints;
mod fit;
mod joins;
mod net;
mod supply;

use super::ground::Ground;
use super::placed::Placements;
use super::threat::{Rating, Step, Threat};
use super::{Analysis, ThreatId};
use crate::catalog::{ControlId, Trust};
use crate::model::parts::Place;
use crate::model::responses::RiskLevel;
use crate::model::{DataId, ElementId, Model};

/// All that is known of paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// What each attacker wants and how it gets there, in the model's order.
    pub attacks: Vec<Vec<Want>>,
    /// Single controls at single places that would stand in most of the open ways, the best first.
    pub chokepoints: Vec<Chokepoint>,
    /// Agents in which private data, untrusted content and a way out meet, by name.
    pub joins: Vec<Join>,
    /// Ways of weights, data, code and packages, those from the least trusted source first.
    pub supply: Vec<SupplyChain>,
}

/// One thing that an attacker wants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Want {
    /// Which of the attacker's wants it is.
    pub index: usize,
    /// Those of its own places where it already has what it wants.
    pub here: Vec<ElementId>,
    /// The best ways, in the order of the attacker's skill; at most [`WAYS`].
    pub ways: Vec<AttackPath>,
    /// Whether there are more ways than these.
    pub more: bool,
    /// Whether nobody looked, because the model has too much to look through.
    pub skipped: bool,
}

/// How many ways to one thing are kept.
pub const WAYS: usize = 5;

/// A way of an attacker to what it wants.
#[derive(Clone, Debug, PartialEq)]
pub struct AttackPath {
    /// Where it starts.
    pub start: ElementId,
    /// Where what it wants is.
    pub goal: ElementId,
    /// What it wants there, if it is data.
    pub data: Option<DataId>,
    /// Where that data, or what is made of it, can be read in the end: with the attacker, or with
    /// others who are trusted no more; none if it is not drawn to get so far, or no data is wanted.
    pub reader: Option<ElementId>,
    /// First the steps in, then those by which data comes out.
    pub steps: Vec<PathStep>,
    /// Whether something in force stands in the way.
    pub state: PathState,
    /// How easy it is, above 0 and at most 1: over all steps the product of the likeliest fitting
    /// threat's residual likelihood in fifths. A step that no threat speaks of counts 1.
    pub ease: f64,
    /// Single controls at single places that would stop it, the best first; at most [`CUTS`].
    pub cut_by: Vec<(ControlId, Place)>,
    /// If no single control would: the fewest that would hold one step, on what its threats are on.
    pub held_by: Option<Hold>,
}

impl AttackPath {
    /// How easy it is, to three places, as it is told.
    pub fn told_ease(&self) -> f64 {
        (self.ease * 1000.0).round() / 1000.0
    }
}

/// How many single controls are named that would stop a way.
pub const CUTS: usize = 5;

/// Controls that would together hold a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which step.
    pub step: usize,
    /// All of them are needed.
    pub controls: Vec<ControlId>,
}

/// One step of a way: a flow in one direction, and what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathStep {
    /// The flow and its direction.
    pub step: Step,
    /// Where the step leaves.
    pub from: ElementId,
    /// Where it arrives: the flow's other end, or what it goes through.
    pub to: ElementId,
    /// Whether the attacker gets in by it or data comes out.
    pub leg: Leg,
    /// What it is like.
    pub state: StepState,
    /// Threats that carry the way over this step, the worst first.
    pub threats: Vec<ThreatId>,
    /// Threats that would, but controls in force hold them, and the step with them.
    pub stopped: Vec<ThreatId>,
    /// Whether one of `threats` would hold the step once controls hold it.
    pub decisive: bool,
}

/// Which part of a way a step belongs to.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Leg {
    /// Influence or access gets further in.
    In,
    /// Data comes out.
    Out,
}

crate::catalog::words!(Leg: In "in", Out "out");

/// How a step stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// A threat fits that is open, planned for, accepted or transferred: nothing in force stops it.
    Open,
    /// No threat speaks of it: it is ordinary use, and nothing stands in the way.
    Free,
    /// Controls in force hold the threats by which one would get over it.
    Held,
}

crate::catalog::words!(StepState: Open "open", Free "free", Held "held");

/// How a way stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PathState {
    /// No step is held.
    Open,
    /// One is.
    Hindered,
}

crate::catalog::words!(PathState: Open "open", Hindered "hindered");

/// One control at one place, and what it would do to the ways of attackers.
#[derive(Clone, Debug, PartialEq)]
pub struct Chokepoint {
    /// The control.
    pub control: ControlId,
    /// Where it would stand: an element or a flow.
    pub place: Place,
    /// Whether it is planned there.
    pub planned: bool,
    /// For each attacker whose open ways it touches, by its place among the attackers: how many it
    /// would cut, and how many it would make harder without cutting them.
    pub attackers: Vec<Cut>,
    /// The threats on these ways whose residual rating it would change, and to what.
    pub changes: Vec<(ThreatId, Rating)>,
}

/// What a control would do to the open ways of one attacker.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Which attacker.
    pub attacker: usize,
    /// Ways that would be open no more.
    pub cut: usize,
    /// Ways that stay open, with a threat on them that becomes less likely or does less.
    pub harder: usize,
}

impl Chokepoint {
    /// How many open ways it would cut.
    pub fn cut(&self) -> usize {
        self.attackers.iter().map(|a| a.cut).sum()
    }

    /// How many it would make harder without cutting them.
    pub fn harder(&self) -> usize {
        self.attackers.iter().map(|a| a.harder).sum()
    }
}

/// An agent in which private data, untrusted content and a way out meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The agent.
    pub element: ElementId,
    /// The threats that say so, the worst first.
    pub threats: Vec<ThreatId>,
    /// The private data.
    pub data: Vec<DataId>,
    /// Who brings the content.
    pub sources: Vec<ElementId>,
    /// Where it can get out.
    pub outlet: ElementId,
    /// How private data comes to the agent; empty if the agent has it itself.
    pub private: Vec<Pass>,
    /// How the content comes to it.
    pub content: Vec<Pass>,
    /// How calls lead from it to the way out.
    pub out: Vec<Pass>,
    /// All of it in a sentence without a full stop, in plain text.
    pub text: String,
}

/// One hop of a chain.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The flow and its direction.
    pub step: Step,
    /// Where it leaves.
    pub from: ElementId,
    /// Where it arrives.
    pub to: ElementId,
}

/// How weights, data, code or packages get from where they come from to where they serve.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplyChain {
    /// What sets out.
    pub data: DataId,
    /// Where it comes from.
    pub source: ElementId,
    /// Where it, or what is made of it, ends up.
    pub end: ElementId,
    /// The hops.
    pub hops: Vec<SupplyHop>,
}

/// One hop of a supply chain.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplyHop {
    /// The flow and where it leads.
    pub pass: Pass,
    /// What of the chain it moves.
    pub data: Vec<DataId>,
    /// Whether it crosses from one zone into another; within one, parts trust each other alike.
    pub crosses: bool,
    /// Whether what arrives is checked for who made it or whether it is unchanged, by a control in
    /// force at the flow or at a side that is trusted.
    pub verified: bool,
    /// Controls of the supply chain that are in force there, and where.
    pub in_force: Vec<(ControlId, Place)>,
    /// Those that are planned.
    pub planned: Vec<(ControlId, Place)>,
}

impl SupplyChain {
    /// How many hops cross into another zone and are not verified.
    pub fn unverified(&self) -> usize {
        self.hops.iter().filter(|h| h.crosses && !h.verified).count()
    }
}

/// What all of this room works on.
pub(super) struct Site<'a, 'm> {
    pub ground: &'a Ground<'m>,
    pub placements: &'a Placements<'m>,
    pub threats: &'a [Threat],
    pub appetite: RiskLevel,
    ranks: net::Ranks,
}

impl<'a, 'm> Site<'a, 'm> {
    /// Threats are ranked and settled.
    pub fn new(
        ground: &'a Ground<'m>,
        placements: &'a Placements<'m>,
        threats: &'a [Threat],
        appetite: RiskLevel,
    ) -> Self {
        Site { ground, placements, threats, appetite, ranks: net::Ranks::of(ground.model) }
    }

    /// What each attacker wants and how it gets there, and the chokepoints of these ways.
    pub fn attacks(&self) -> (Vec<Vec<Want>>, Vec<Chokepoint>) {
        let mut attacks = attackers::attacks(self);
        let chokepoints = chokepoints::find(self, &mut attacks);
        (attacks, chokepoints)
    }

    /// The agents that join what must not meet.
    pub fn joins(&self) -> Vec<Join> {
        joins::find(self)
    }

    /// The supply chains.
    pub fn supply(&self) -> Vec<SupplyChain> {
        supply::find(self)
    }
}

impl Analysis {
    /// The parts that are trusted least, by name: where threats start while no attacker is declared.
    /// None if all are trusted alike.
    pub fn least_trusted(&self, model: &Model) -> Vec<ElementId> {
        let trust = |e: &ElementId| model.element(*e).map_or(Trust::Restricted, |e| e.trust);
        let all = || (0..model.elements.len()).map(ElementId::new);
        let Some(lowest) = all().map(|e| trust(&e)).min().filter(|l| *l < Trust::Internal) else {
            return Vec::new();
        };
        let mut out: Vec<ElementId> = all().filter(|e| trust(e) == lowest).collect();
        out.sort_by_key(|e| model.element(*e).map(|e| e.name.as_str()));
        out
    }
}
