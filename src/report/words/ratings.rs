//! The words of ratings: how they are defined, how one came about, whose it is.

use super::{capital, say};
use crate::model::responses::RiskLevel;
use crate::report::data::{Report, Threat};

/// How the ratings came about.
pub const DEFINED: [&str; 7] = [
    "Severity is likelihood times impact, 1 to 5 each: 1 to 4 is low, 5 to 9 medium, 10 to 15 high, 16 to 25 critical.",
    "The inherent rating is that before any control. The residual one counts the controls in force, the forecast those that are planned too.",
    "Of the controls that lower a threat the strongest counts in full, and all others together count one step more, never below the threat's floor.",
    "Impact moves with the data at stake: one up for what is secret or high, one down for what is public or low.",
    "The band sorts threats for readers in a hurry: critical if likelihood and impact are both 4 or more, important if one is, else monitor.",
    "DREAD is the same rating in the terms of another method, 0 to 10 each: damage, reproducibility, exploitability, affected users, discoverability. Damage is twice the impact and exploitability twice the likelihood, both before any control.",
    "Likelihood and impact are the rule's until somebody who knows the system has rated them.",
];

/// How many ratings nobody has confirmed, in a sentence; empty if there is nothing to rate.
pub fn confirmed(report: &Report) -> String {
    let words = report.summary.ratings.words();
    words.map(|w| format!("{}.", capital(&w))).unwrap_or_default()
}

/// Whose word the inherent rating is.
pub fn rated_by(rated: bool) -> &'static str {
    if rated { "somebody who knows the system" } else { "the rule; nobody has confirmed it" }
}

/// Whose the inherent rating is, within a sentence.
pub fn whose_rating(rated: bool) -> &'static str {
    if rated { "that of somebody who knows the system" } else { "the rule's, which nobody has confirmed" }
}

/// How a threat's severity comes about: `likelihood 3 × impact 4 = 12; 20 (critical) before any control`.
pub fn product(t: &Threat) -> String {
    let product = |l: u8, i: u8| u16::from(l) * u16::from(i);
    let now = product(t.residual.likelihood, t.residual.impact);
    let mut out = format!("likelihood {} × impact {} = {now}", t.residual.likelihood, t.residual.impact);
    let before = product(t.likelihood, t.impact);
    if before != now {
        out.push_str(&format!("; {before} ({}) before any control", t.severity));
    }
    let then = product(t.forecast.likelihood, t.forecast.impact);
    if then != now {
        out.push_str(&format!("; {then} ({}) with what is planned", t.forecast.severity));
    }
    out
}

/// Why a likelihood or an impact is what it is: `5, the rule's default, before any control; 1 less: …`. What
/// is planned is left out.
pub fn why(t: &Threat, of: &str) -> String {
    let mut steps = t.sum.iter().filter(|s| s.of == of && !s.forecast);
    let Some(first) = steps.next() else { return String::new() };
    let mut out = format!("{}, {}", first.result, first.because);
    let mut last = first.result;
    for s in steps {
        let change = match s.change {
            0 => "unchanged".to_owned(),
            n if n > 0 => format!("{n} more"),
            n => format!("{} less", n.unsigned_abs()),
        };
        out.push_str(&format!("; {change}: {}", s.because));
        last = s.result;
    }
    if last != first.result {
        out.push_str(&format!("; gives {last}"));
    }
    out
}

/// What a band means, behind its name.
pub fn band(t: &Threat) -> &'static str {
    match (t.residual.likelihood >= 4, t.residual.impact >= 4) {
        (true, true) => "likelihood and impact are both 4 or more",
        (true, false) => "the likelihood is 4 or more",
        (false, true) => "the impact is 4 or more",
        (false, false) => "likelihood and impact are both below 4",
    }
}

/// What comes before the parts of DREAD.
pub const DREAD: &str = "The same in the terms of DREAD, 0 to 10 each:";

/// What is at or under the appetite.
pub fn appetite(level: RiskLevel) -> String {
    say("appetite", &[("level", &level)])
}
