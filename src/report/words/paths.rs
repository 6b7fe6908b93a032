//! The words of attackers' ways, of chokepoints, of agents that join and of supply chains.

use super::capital;
use crate::analysis::Status;
use crate::analysis::paths::StepState;
use crate::diagnostic::counted;
use crate::report::data::AttackPath;
use std::fmt::Display;

/// What ways of attackers are.
pub const WAYS: &str = "How each attacker gets from where it stands to what it wants, along the flows. A \
step is open if nothing in force stops a threat on it, held if controls do, and ordinary use if no threat \
speaks of it. A way is open if no step is held. Its ease, at most 1, is the product over its steps of the \
likeliest threat's residual likelihood in fifths.";

/// What chokepoints are.
pub const CHOKEPOINTS: &str = "One control at one place, by how many open ways of attackers it would cut: \
that is, bring all threats of one of their steps within the appetite. The others it would make harder.";

/// What agents that join are.
pub const JOINS: &str = "Each of these can read private data, takes content from people who are not \
trusted, and can send something out. Whoever writes that content can try to have the data sent; whether \
anything stops it is told by the threat.";

/// What supply chains are.
pub const SUPPLY: &str = "How weights, data for training, code and packages get from their source to where \
they end up. A hop into another zone is checked if a signature, a hash, for packages pinned versions, or for \
data its provenance is in force at the flow or at a side that is trusted.";

/// A way of which no threat speaks.
pub const NO_THREAT: &str = "No threat speaks of it, so no control is known that would hold it.";
/// A way that nothing known would hold.
pub const NO_CONTROL: &str = "No control that its threats name would hold it.";
/// What an agent can read.
pub const PRIVATE: &str = "private data";
/// What it takes in.
pub const CONTENT: &str = "content";
/// How it can send.
pub const WAY_OUT: &str = "way out";
/// In the place of a way that no flow shows.
pub const NOT_DRAWN: &str = "not drawn";
/// Behind the name of an attacker on a terminal.
pub const ATTACKER: &str = "(attacker)";
/// Where it stands.
pub const STANDS_AT: &str = "stands at";
/// What it wants.
pub const WANTS: &str = "wants";
/// How many ways it has.
pub const WAYS_OF: &str = "ways";
/// What it can do.
pub const SKILL: &str = "skill";
/// Why it does it.
pub const MOTIVE: &str = "motive";
/// Before the chokepoints of an attacker.
pub const HELPS_MOST: &str = "One control at one place that would help most:";

/// `3 ways, 2 of them open`; `there` says that what it wants is where it stands.
pub fn counts(ways: usize, open: usize, there: bool) -> String {
    match (ways, open) {
        (0, _) if there => "it stands there".to_owned(),
        (0, _) => "none is drawn".to_owned(),
        (1, 1) => "1 way, which is open".to_owned(),
        (1, _) => "1 way, which is hindered".to_owned(),
        (n, 0) => format!("{n} ways, all hindered"),
        (n, open) if n == open => format!("{n} ways, all open"),
        (n, open) => format!("{n} ways, {open} of them open"),
    }
}

/// That no attacker is declared, with who is trusted least and how many others are trusted no more.
pub fn none_declared(least: &[String], more: usize) -> String {
    let list = match (least, more) {
        ([], _) => return "None is declared.".to_owned(),
        (all, 0) => super::and(all),
        (all, n) => format!("{} and {}", all.join(", "), counted(n, "other")),
    };
    format!("None is declared, so no ways are drawn up. Least trusted: {list}.")
}

/// What an attacker wants and has.
pub fn has_already(what: &str) -> String {
    format!("{what} is where it stands already.")
}

/// What it wants and can't reach.
pub fn unreached(from: &str, to: &str) -> String {
    format!("No drawn way leads from {from} to {to}.")
}

/// To what there are more ways.
pub fn more(to: &str) -> String {
    format!("There are more ways to {to} than these.")
}

/// What was not looked for.
pub fn unsearched(to: &str) -> String {
    format!("Ways to {to} were not looked for: the model has too much to look through.")
}

/// What tells a way from others, behind it.
pub fn by(step: &str) -> String {
    format!(", by {step}")
}

/// Which of several flows, behind a step.
pub fn by_flow(name: &str) -> String {
    format!(" by {name}")
}

/// A way in a line.
pub fn way(what: &str, p: &AttackPath) -> String {
    format!("{what}: {}, {}, ease {}", p.state, counted(p.steps.len(), "step"), p.ease)
}

/// The state of a step.
pub fn state(state: StepState) -> &'static str {
    match state {
        StepState::Open => "open",
        StepState::Free => "ordinary use",
        StepState::Held => "held",
    }
}

/// Where stolen data can be read; `own` says that the attacker stands there.
pub fn read_at(data: &str, at: &str, own: bool) -> String {
    let own = if own { ", where the attacker stands" } else { "" };
    format!("{data} or data made of it can be read at {at}{own}.")
}

/// Data that no flow carries to anybody untrusted.
pub fn not_carried(data: &str, from: &str) -> String {
    format!("No drawn flow carries {data} from {from} to anybody who is trusted no more than the attacker.")
}

/// A step by its ends.
pub fn from_to(from: &str, to: &str) -> String {
    format!("from {from} to {to}")
}

/// Controls that are in force on a way.
pub fn in_force(controls: &str) -> String {
    format!("In force on it: {controls}.")
}

/// Controls that are planned on it.
pub fn planned_on(controls: &str) -> String {
    format!("Planned on it: {controls}.")
}

/// A threat of an agent that joins, with where it stands.
pub fn threat(status: Option<Status>) -> String {
    match status {
        Some(status) => format!("Threat: {{threat}}, {status}"),
        None => "Threat: {threat}".to_owned(),
    }
}

/// In the place of hops that nobody checks.
pub const ALL_CHECKED: &str = "✓ none";

/// Steps that are held.
pub fn held(steps: &str) -> String {
    format!("Controls in force hold it {steps}.")
}

/// One control that would hold a step.
pub fn one_holds(control: &str, step: &str) -> String {
    format!("{}, on all that its threats stand on, would hold it {step}.", capital(control))
}

/// So many controls that nobody reads their names.
pub fn many_hold(controls: usize, step: &str) -> String {
    format!("No few controls would hold it: it would take {controls} together, {step}.")
}

/// Several controls together.
pub fn some_hold(controls: &str, step: &str) -> String {
    format!("No single control would hold it; {controls} together would, {step}.")
}

/// One control at one place.
pub fn would_hold(control: &str) -> String {
    format!("{} would hold it.", capital(control))
}

/// Several of which one is enough.
pub fn any_holds(controls: &str) -> String {
    format!("Any one of these would hold it: {controls}.")
}

/// `2 of 5`, or of whom.
pub fn of(n: usize, of: &dyn Display) -> String {
    format!("{n} of {of}")
}

/// How many open ways a control cuts and makes harder.
pub fn cuts(n: usize, open: usize, harder: usize) -> String {
    let harder = if harder == 0 { String::new() } else { format!(", makes {harder} harder") };
    format!("cuts {}{harder}", of(n, &open))
}

/// What a chokepoint lowers without another severity; nothing if there is none.
pub fn lowered(n: usize) -> String {
    match n {
        0 => String::new(),
        1 => "1 more gets lower within its severity".to_owned(),
        n => format!("{n} more get lower within their severity"),
    }
}

/// An agent that has private data itself.
pub fn has_itself(element: &str) -> String {
    format!("{element} has it itself")
}
