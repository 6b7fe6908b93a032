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
/// The sign of a threat that is confirmed.
pub const IS_CONFIRMED: &str = "confirmed";
/// In the place of what threats of a rule share: the threat whose card tells it.
pub fn as_at(t: &Threat) -> String {
    format!("{} and what to do about it: as at {{place}}.", scenario(t))
}

/// The path of a threat, which may be one of several.
pub fn path(path: &str, of_several: bool) -> String {
    if of_several { format!("for example {path}") } else { path.to_owned() }
}

/// The threat and its rule.
pub const SOURCE: &str = "{threat} · rule {rule}";

/// A rule whose references stand elsewhere.
pub fn with_references(rule: &str) -> String {
    format!("{rule}, its references")
}

/// That a control counts, or will, and why.
pub fn counts(c: &Credited) -> String {
    let counts = if c.in_force { "counts" } else { "will count" };
    let steps = count(usize::from(c.steps), "step");
    format!("{{control}} on {{place}} {counts}, {steps} off the {}: {{why}}", c.lowers)
}

/// A control, and those of which one has to stand with it.
pub const WITH: &str = "{control} with {others}";

/// That a control counts for nothing, and why.
pub const DOES_NOT_COUNT: &str = "{control} on {place} does not count: {why}";

/// What a planned control changes in a rating, and why.
pub fn forecast(s: &Sum) -> String {
    let change = match s.change {
        0 => "±0".to_owned(),
        n if n > 0 => format!("+{n}"),
        n => format!("−{}", n.unsigned_abs()),
    };
    format!("{} {change}, then {}, {}", s.of, s.result, s.because)
}

/// The rating, with whose it is.
pub fn rating(t: &Threat) -> String {
    format!(
        "{{severity}}: {}; the rating is {}",
        super::ratings::product(t),
        super::ratings::whose_rating(t.rated)
    )
}

/// The rating with its band.
pub fn rating_and_band(t: &Threat) -> String {
    format!("{}; band {}", super::ratings::product(t), t.band)
}

/// A step to a rating, and why.
pub fn step(s: &Sum) -> String {
    let why = if s.forecast { ", " } else { ": " };
    let gives = match s.change {
        0 => s.result.to_string(),
        by => format!("{by:+} gives {}", s.result),
    };
    format!("{} {gives}{why}{}", capital(s.of), s.because)
}

/// The band, and why.
pub fn band(t: &Threat) -> String {
    format!("Band: {}, as {}", t.band, super::ratings::band(t))
}

/// The heading of a threat's scenario.
pub fn scenario(t: &Threat) -> &'static str {
    if t.harm.is_some() { "How people come to harm" } else { "What an attacker does" }
}

/// What comes before the sets of controls that would close a threat.
pub fn closing(sets: &[Vec<String>]) -> &'static str {
    match sets {
        [one] if one.len() > 1 => "All of these together, in force on the target, would close it",
        [_] => "This, in force on the target, would close it",
        all if all.iter().all(|s| s.len() == 1) => "Any one of these, in force on the target, would close it",
        all if all.iter().all(|s| s.len() == 2) => {
            "No single control is enough. Any one of these pairs, in force on the target, would close it"
        }
        _ => "Any one line of these, in force on the target, would close it",
    }
}

/// What is folded in the card of a threat on pages that fold.
pub const FOLDED: &str = "Rating, scenario and what to do about it";
