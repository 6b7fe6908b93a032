//! The words of the cards of threats, in HTML as in Markdown.

use super::{capital, count};
use crate::analysis::Sum;
use crate::report::data::{Credited, Threat};

/// Heads of what a card says of its threat.
pub mod head {
    /// The rating.
    pub const SEVERITY: &str = "Severity";
    /// Why the likelihood is what it is.
    pub const LIKELIHOOD: &str = "Likelihood";
    /// Why the impact is what it is.
    pub const IMPACT: &str = "Impact";
    /// Where it stands.
    pub const STATUS: &str = "Status";
    /// Who answers for it.
    pub const OWNER: &str = "Owner";
    /// That a control is known to be missing.
    pub const CONFIRMED: &str = "Confirmed";
    /// The category of harm.
    pub const HARM: &str = "Harm";
    /// The letters.
    pub const STRIDE: &str = "STRIDE";
    /// Families of the author's own.
    pub const FAMILY: &str = "Family";
    /// The rule's tags.
    pub const TAGS: &str = "Tags";
    /// Data at stake.
    pub const STAKES: &str = "At stake";
    /// Where it starts.
    pub const START: &str = "Starts at";
    /// The way.
    pub const PATH: &str = "Path";
    /// The finer threat.
    pub const REFINED_BY: &str = "Taken over by";
    /// The generic ones.
    pub const REFINES: &str = "Takes the place of";
    /// What is done about it.
    pub const RESPONSE: &str = "Response";
    /// How far that has come.
    pub const STATE: &str = "State of it";
    /// The facts.
    pub const BECAUSE: &str = "Why it arises";
    /// What helps.
    pub const MITIGATION: &str = "What to do about it";
    /// Controls that count and that do not.
    pub const CONTROLS: &str = "Controls";
    /// The steps to the rating.
    pub const SUM: &str = "How the rating came about";
    /// What changes with what is planned.
    pub const FORECAST: &str = "Forecast";
    /// The rating in the terms of DREAD.
    pub const DREAD: &str = "DREAD";
    /// Probes and guides.
    pub const TRY: &str = "How to try it";
    /// Results of tests.
    pub const TRIED: &str = "What came of trying it";
}

/// Behind the status of a threat that is confirmed.
pub const CONFIRMED: &str = "a control that would lower it is known to be missing";
/// Where a threat starts to which nobody less trusted leads.
pub const OUTSIDE: &str = "outside the zone of its target";
/// The link of a card that leaves to its rule what all threats of the rule share.
pub const OF_THE_RULE: &str = "what to do about it";
/// Behind the rule of a card.
pub const REFERENCES: &str = "its references";

/// The sign of a threat that is confirmed.
pub const IS_CONFIRMED: &str = "confirmed";
/// Before the band, behind the rating.
pub const BAND: &str = "band";
/// Before the place of the threat whose card tells what threats of a rule share.
pub const AS_AT: &str = "and what to do about it: as at";
/// Before a path of several.
pub const EXAMPLE: &str = "for example ";
/// Between a control and its place.
pub const ON: &str = " on ";
/// Between a control and those of which one has to stand with it.
pub const WITH: &str = " with ";
/// Behind a control and its place, before why.
pub const DOES_NOT_COUNT: &str = " does not count: ";
/// Before the name of a rule.
pub const RULE: &str = " · rule ";

/// What a control does, behind its name and its place, before why.
pub fn counts(c: &Credited) -> String {
    let counts = if c.in_force { "counts" } else { "will count" };
    format!(" {counts}, {} off the {}: ", count(usize::from(c.steps), "step"), c.lowers)
}

/// What a planned control changes in a rating, and why.
pub fn forecast(s: &Sum) -> String {
    let change = match s.change {
        0 => "±0".to_owned(),
        n if n > 0 => format!("+{n}"),
        n => format!("−{}", n.unsigned_abs()),
    };
    format!("{} {change}, then {}: {}", s.of, s.result, s.because)
}

/// The rating behind its severity, with whose it is.
pub fn rating(t: &Threat) -> String {
    format!(": {}; the rating is {}", super::rating(t), super::whose_rating(t.rated))
}

/// A step to a rating, and why.
pub fn step(s: &Sum) -> String {
    let when = if s.forecast { ", in the forecast" } else { "" };
    let gives = match s.change {
        0 => s.result.to_string(),
        by => format!("{by:+} gives {}", s.result),
    };
    format!("{} {gives}{when}: {}", capital(s.of), s.because)
}

/// The band, and why.
pub fn band(t: &Threat) -> String {
    format!("Band: {}, as {}", t.band, super::band(t))
}
