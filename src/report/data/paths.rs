//! Ways of attackers, chokepoints, agents that join what must not meet, supply chains.

use super::{Part, Rating, Step};
use crate::analysis::paths::{Leg, PathState, StepState};
use serde::Serialize;

/// A way of an attacker to what it wants.
#[derive(Clone, Debug, Serialize)]
pub struct AttackPath {
    /// What it wants, as the attacker says.
    pub want: Part,
    /// Where it starts.
    pub start: String,
    /// Where what it wants is kept.
    pub goal: String,
    /// What it wants there, if it is data.
    pub data: Option<String>,
    /// Where that data can be read in the end; none if it is not drawn to get so far, or no data is
    /// wanted.
    pub reader: Option<String>,
    /// The flows of its steps, in order.
    pub flows: Vec<String>,
    /// `open` if no step is held by controls in force, else `hindered`.
    pub state: PathState,
    /// How easy it is, above 0 and at most 1: over all steps the product of the likeliest fitting
    /// threat's residual likelihood in fifths.
    pub ease: f64,
    /// First the steps in, then those by which data comes out.
    pub steps: Vec<PathStep>,
    /// Controls in force that lower a threat on it.
    pub in_force: Vec<PathControl>,
    /// Controls that are planned and would.
    pub planned: Vec<PathControl>,
    /// Single controls at single places that would stop it, the best first.
    pub cut_by: Vec<ControlAt>,
    /// If no single one would: the fewest that would hold one of its steps.
    pub held_by: Option<HeldBy>,
}

/// One step of a way.
#[derive(Clone, Debug, Serialize)]
pub struct PathStep {
    /// The flow, its direction, and where it leads.
    pub step: Step,
    /// `in` or `out`.
    pub leg: Leg,
    /// `open`, `free` (no threat speaks of it) or `held`.
    pub state: StepState,
    /// Threats that carry the way over it, the worst first.
    pub threats: Vec<String>,
    /// Threats that would, but controls in force hold them.
    pub stopped: Vec<String>,
}

/// A control at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ControlAt {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// Where it stands.
    pub on: Part,
}

/// A control on a way.
#[derive(Clone, Debug, Serialize)]
pub struct PathControl {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// Where it stands.
    pub on: Part,
    /// The threats of the way that it lowers.
    pub threats: Vec<String>,
}

/// Controls that would together hold a step.
#[derive(Clone, Debug, Serialize)]
pub struct HeldBy {
    /// Which step, from 0.
    pub step: usize,
    /// All of these, on what the threats of the step are on.
    pub controls: Vec<String>,
}

/// One control at one place, and what it would do to the open ways of attackers.
#[derive(Clone, Debug, Serialize)]
pub struct Chokepoint {
    /// The control, a word of the vocabulary.
    pub control: String,
    /// Where it would stand.
    pub on: Part,
    /// Whether it is planned there.
    pub planned: bool,
    /// Open ways that it would cut.
    pub cut: usize,
    /// Open ways that it would make harder without cutting them.
    pub harder: usize,
    /// How many ways are open.
    pub of: usize,
    /// The same by attacker.
    pub attackers: Vec<Cut>,
    /// The threats on these ways whose residual rating it would change.
    pub changes: Vec<Change>,
}

/// What a control would do to the open ways of one attacker.
#[derive(Clone, Debug, Serialize)]
pub struct Cut {
    /// The attacker.
    pub attacker: String,
    /// Ways that would be open no more.
    pub cut: usize,
    /// Ways that would stay open and be harder.
    pub harder: usize,
}

/// How a residual rating would change.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The threat.
    pub threat: String,
    /// Now.
    pub before: Rating,
    /// With the control.
    pub after: Rating,
}

/// An agent in which private data, untrusted content and a way out meet.
#[derive(Clone, Debug, Serialize)]
pub struct Join {
    /// The agent.
    pub element: String,
    /// The threats that say so.
    pub threats: Vec<String>,
    /// The private data.
    pub data: Vec<String>,
    /// Who brings the content.
    pub sources: Vec<String>,
    /// Where it can get out.
    pub outlet: String,
    /// How private data comes to the agent; empty if it begins there.
    pub private: Vec<Step>,
    /// How the content comes to it.
    pub content: Vec<Step>,
    /// How calls lead from it to the way out.
    pub out: Vec<Step>,
    /// All of it in a sentence without a full stop, plain text.
    pub text: String,
}

/// How weights, data, code or packages get from where they come from to where they serve.
#[derive(Clone, Debug, Serialize)]
pub struct SupplyChain {
    /// What sets out.
    pub data: String,
    /// Where it comes from.
    pub source: String,
    /// Where it, or what is made of it, ends up.
    pub end: String,
    /// How many hops cross into another zone and are not verified.
    pub unverified: usize,
    /// The hops.
    pub hops: Vec<SupplyHop>,
}

/// One hop of a supply chain.
#[derive(Clone, Debug, Serialize)]
pub struct SupplyHop {
    /// The flow, its direction, and where it leads.
    pub step: Step,
    /// What of the chain it moves.
    pub data: Vec<String>,
    /// Whether it crosses into another zone.
    pub crosses: bool,
    /// Whether what arrives is checked for who made it or whether it is unchanged.
    pub verified: bool,
    /// Controls of the supply chain that are in force there.
    pub in_force: Vec<ControlAt>,
    /// Those that are planned.
    pub planned: Vec<ControlAt>,
}
