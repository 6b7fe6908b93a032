//! What parts of a model are called, and what tables say of them.

use super::say;
use crate::catalog::Trust;
use crate::report::data::Entry;
use crate::report::names::Names;
use std::borrow::Cow;

/// All of it.
pub const WHOLE_MODEL: &str = "the whole model";
/// Whichever flow.
pub const ANY_FLOW: &str = "any flow";

/// Whichever part of a kind.
pub fn any(kind: &str) -> String {
    format!("any {kind}")
}

/// What is taken to be so since nobody says otherwise.
pub fn by_default(traits: &str) -> String {
    say("by_default", &[("traits", &traits)])
}

/// A part or a threat at its place.
pub fn at(what: &str, place: &str) -> String {
    format!("{what} at {place}")
}

/// A control at its place.
pub fn on(control: &str, place: &str) -> String {
    format!("{control} on {place}")
}

/// A part by its crossing's number, if it has one.
pub fn crossing(name: &str, number: Option<u32>) -> Cow<'_, str> {
    match number {
        Some(n) => format!("{name} (crossing {n})").into(),
        None => name.into(),
    }
}

/// The end of a step of a path: by which crossing, and whether it is an answer.
pub fn step(to: &str, number: Option<u32>, forward: bool) -> String {
    match (number, forward) {
        (_, true) => crossing(to, number).into_owned(),
        (Some(n), false) => format!("{to} (crossing {n}, answer)"),
        (None, false) => format!("{to} (answer)"),
    }
}

/// A way in, from one part to another.
pub fn way_in(ends: &str, number: Option<u32>, forward: bool) -> String {
    let ends = crossing(ends, number);
    if forward { ends.into_owned() } else { format!("{ends}, {}", super::word("in_answer")) }
}

/// Behind a control that does not stand yet.
pub fn planned(is: bool) -> &'static str {
    if is { " (planned)" } else { "" }
}

/// A control that stands somewhere, or will.
pub fn standing(control: String, is_planned: bool) -> String {
    control + planned(is_planned)
}

/// A control that is known to be missing.
pub fn lacks(control: &str) -> String {
    say("lacks", &[("control", &control)])
}

/// How far a boundary is trusted; `apart` says that its equals are no part of it.
pub fn trust(trust: Trust, apart: bool) -> String {
    if apart { format!("{trust}, {}", super::word("apart")) } else { trust.to_string() }
}

/// A part for which no threats are looked for, and why.
pub fn out_of_scope(name: &str, because: &str) -> String {
    format!("{name} ({})", say("out_of_scope", &[("why", &because)]))
}

/// A part that is out of scope behind a word that says so, and why.
pub fn left_out(name: &str, because: &str) -> String {
    format!("{name}, because: {because}")
}

/// Tags of the author's own.
pub fn tags(tags: &[String]) -> String {
    let of = tags.join(", ");
    say("tags", &[("of", &of)])
}

/// Yes or no.
pub fn yes(is: bool) -> &'static str {
    super::word(if is { "yes" } else { "no" })
}

/// A flow with its label and the parts that it passes.
pub fn flow(ends: &str, label: Option<&str>, via: &str) -> String {
    let label = label.map(|l| format!(": {l}")).unwrap_or_default();
    let via = if via.is_empty() { String::new() } else { format!(" ({})", say("via", &[("parts", &via)])) };
    format!("{ends}{label}{via}")
}

/// Which boundaries a flow leaves and enters.
pub fn crosses(out_of: &str, into: &str) -> String {
    let of = |name: &'static str, boundaries: &str| {
        (!boundaries.is_empty()).then(|| say(name, &[("boundaries", &boundaries)]))
    };
    let parts: Vec<String> = of("out_of", out_of).into_iter().chain(of("into", into)).collect();
    if parts.is_empty() { super::word("between_zones").to_owned() } else { parts.join(", ") }
}

/// The one part of several by its name, and how many others there are.
pub fn and_others(place: &str, others: usize) -> String {
    match others {
        0 => place.to_owned(),
        n => format!("{place} and {}", super::count(n, "other place")),
    }
}

/// What an entry point brings, where no data is named.
pub fn brings_nothing(names: &Names<'_>, e: &Entry) -> &'static str {
    match names.flow(&e.flow) {
        Some(f) if !f.declares => "not declared",
        _ if e.forward => "a call without data",
        _ => "an answer without data",
    }
}
