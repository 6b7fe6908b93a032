//! The fixed words of reports, in one place and one voice: sentences that hang on a number or a state here,
//! headings and fixed sentences of the page in [`page`](mod@page),
//! heads of tables in [`columns`].

pub mod card;
pub mod columns;
mod page;
pub mod paths;
pub mod register;
mod script;

pub use page::{GLOSSARY, filled, page};
pub use script::script;

use super::data::{Entry, Report, ResponseState, Threat, Verdict};
use super::names::Names;
use crate::analysis::Status;
use crate::analysis::checklist::Score;
use crate::catalog::AiRole;
use crate::diagnostic::counted;
use crate::model::ResponseKind;
use crate::model::responses::RiskLevel;
use crate::model::statements::AiActClass;

/// The four questions, in their order.
pub const QUESTIONS: [&str; 4] = [
    "1. What are we building?",
    "2. What can go wrong?",
    "3. What are we going to do about it?",
    "4. Did we do a good enough job?",
];

/// How to read the picture.
const HOW_TO_READ: &str = "Dashed frames are trust boundaries. A numbered mark stands where a flow \
crosses one: the number is the crossing's, the letters are those of STRIDE, and the sign is the worst \
severity that is still open: ■ critical, ▲ high, ◆ medium, ● low; ✓ says that none is open any more: each is mitigated, or is borne, being accepted, transferred or within the appetite. Square boxes are outside the system, rounded ones do something, boxes with \
heavy lines above and below keep something.";

/// How to read several pictures.
const HOW_TO_READ_PARTS: &str = "A dashed box without parts is a boundary with all that is in it: its sign is the worst that \
is open there. Small pale boxes stand beyond a picture, and a label as “5 flows” counts the flows that a line stands for.";

/// How to read the pictures of a report.
pub fn how_to_read(pictures: usize) -> String {
    if pictures > 1 { format!("{HOW_TO_READ} {HOW_TO_READ_PARTS}") } else { HOW_TO_READ.to_owned() }
}

/// The heading of a further picture.
pub fn picture(title: &str) -> String {
    format!("Picture: {title}")
}

/// How the ratings came about.
pub const RATINGS: [&str; 7] = [
    "Severity is likelihood times impact, 1 to 5 each: 1 to 4 is low, 5 to 9 medium, 10 to 15 high, 16 to 25 critical.",
    "The inherent rating is that before any control. The residual one counts the controls in force, the forecast those that are planned too.",
    "Of the controls that lower a threat the strongest counts in full, and all others together count one step more, never below the threat's floor.",
    "Impact moves with the data at stake: one up for what is secret or high, one down for what is public or low.",
    "The band sorts threats for readers in a hurry: critical if likelihood and impact are both 4 or more, important if one is, else monitor.",
    "DREAD is the same rating in the terms of another method, 0 to 10 each: damage, reproducibility, exploitability, affected users, discoverability. Damage is twice the impact and exploitability twice the likelihood, both before any control.",
    "Likelihood and impact are the catalog's until somebody who knows the system has rated them.",
];

/// How to read the table of coverage.
pub const COVERAGE: &str = "Threats that are open or planned, with the sign of the worst of them, then behind ✓ those \
that are mitigated, and behind ≈ those that are borne, which is accepted, transferred or tolerated within the appetite. One \
with several letters stands at each. A dot or a dash says that nothing was found in \
what is drawn, which is not the same as safe.";

/// At how many more places a threat stands, behind its first; nothing if there is none.
pub fn further(places: usize) -> String {
    match places {
        0 => String::new(),
        n => format!(" and at {}", counted(n, "more place")),
    }
}

/// Parts of a table of coverage that share a row.
pub fn without_a_threat(parts: usize) -> String {
    format!("{} without a threat", count(parts, "part"))
}

/// What harm to people is.
pub const HARM: &str = "What people can suffer from the system while it works as it was built and nobody attacks it, by the \
categories of PLOT4ai. Such threats have the letter H, are rated and answered like all others, and stand on no crossing: they \
hang on whom the system speaks of and decides about.";

/// The heading of a threat's scenario.
pub fn scenario(t: &Threat) -> &'static str {
    if t.harm.is_some() { "How people come to harm" } else { "What an attacker does" }
}

/// What is folded in the card of a threat on pages that fold.
pub const CARD: &str = "Rating, scenario and what to do about it";

/// What stands where an entry of a framework has no threat.
pub const NONE_FOUND: &str = "none found in what is drawn";

/// What a checklist is.
pub const CHECKLIST: &str = "The controls that parts of these kinds should have by default, whatever their threats are: the \
playbook of a platform team. One is done if it is in force on the part, on a boundary around it, or on every call to it from outside.";

/// How the scorecard counts.
pub const SCORE: &str = "A score is what is done of what is expected, in percent and rounded down. What is planned counts as \
nothing now and as done in the forecast.";

/// A score in a line; none if nothing is expected.
pub fn score(score: &Score) -> Option<String> {
    let (now, then) = (score.percent()?, score.forecast()?);
    let forecast = if then == now { String::new() } else { format!("; {then} % with what is planned") };
    Some(format!(
        "{} of {} in force, {now} %{forecast}",
        score.done,
        counted(score.expected, "expected control")
    ))
}

/// A score as a bar of ten signs: what is done, what is planned, what is missing. No sign says more than
/// is there.
pub fn bar(score: &Score) -> String {
    let tenths = |n: usize| (n * 10).checked_div(score.expected).unwrap_or(0);
    let (done, with_planned) = (tenths(score.done), tenths(score.done + score.planned));
    let sign = |i: usize| match i {
        i if i < done => '█',
        i if i < with_planned => '▒',
        _ => '░',
    };
    (0..10).map(sign).collect()
}

/// How many of the open threats were tried.
pub fn tried(unsettled: usize, untried: usize) -> String {
    match unsettled {
        0 => "No threat is open or planned.".to_owned(),
        n => {
            let have = if n == 1 { "has" } else { "have" };
            format!("{} of {} {have} been tried.", n - untried.min(n), counted(n, "open or planned threat"))
        }
    }
}

/// What rules of the house are.
pub const HOUSE: &str = "What this team asks of every such part, whatever its threats are.";

/// What the table of the effect of controls compares.
pub const EFFECT: &str = "The same threats in each column, so that the columns show what controls do:";

/// The shape that stands beside a severity, so that it reads without colour.
pub fn shape(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Critical => "■",
        RiskLevel::High => "▲",
        RiskLevel::Medium => "◆",
        RiskLevel::Low => "●",
    }
}

/// The sign that stands where all is answered, and at what controls in force hold.
pub const CALM: &str = "✓";

/// The sign of what is accepted, transferred or tolerated: it can happen as ever, and somebody lives with it.
pub const BORNE: &str = "≈";

/// The sign of a threat that is neither open nor planned.
pub fn answered(status: Status) -> &'static str {
    if status.is_borne() { BORNE } else { CALM }
}

/// The class of a system under the EU AI Act, with the article that makes it so.
pub fn ai_act(class: AiActClass) -> &'static str {
    match class {
        AiActClass::Prohibited => "prohibited practice (Article 5)",
        AiActClass::High => "high risk (Article 6)",
        AiActClass::Limited => "duties of transparency (Article 50)",
        AiActClass::Minimal => "minimal risk",
    }
}

/// A word with a capital.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A word of the language as people write it.
pub fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// `1 threat`, `2 threats`, `no threats`.
pub fn count(n: usize, one: &str) -> String {
    match n {
        0 => format!("no {one}s"),
        n => counted(n, one),
    }
}

fn is(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// What a status means for a reader.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "nothing in force or planned brings it within the appetite",
        Status::Planned => "what is planned brings it within the appetite",
        Status::Accepted => "somebody signed for it",
        Status::Transferred => "somebody else bears it",
        Status::Mitigated => "controls in force bring it within the appetite",
        Status::Tolerated => "it is within the appetite as it is",
        Status::Dismissed => "somebody says that it does not apply",
        Status::Refined => "a finer threat has taken its place",
    }
}

/// Whose word the inherent rating is.
pub fn rated_by(rated: bool) -> &'static str {
    if rated { "somebody who knows the system" } else { "the catalog; nobody has confirmed it" }
}

/// Whose the inherent rating is, within a sentence.
pub fn whose_rating(rated: bool) -> &'static str {
    if rated { "that of somebody who knows the system" } else { "the catalog's, which nobody has confirmed" }
}

/// What a response is called in a list.
pub fn response(kind: ResponseKind) -> &'static str {
    match kind {
        ResponseKind::Mitigate => "mitigate",
        ResponseKind::Accept => "accept",
        ResponseKind::Transfer => "transfer",
        ResponseKind::Dismiss => "dismiss",
        ResponseKind::Rated => "rated",
    }
}

/// What the state of a response means for a reader.
pub fn state(state: ResponseState) -> &'static str {
    match state {
        ResponseState::InEffect => "in effect",
        ResponseState::Expired => "expired",
        ResponseState::Unused => "no threat relies on it",
    }
}

/// The verdict in sentences, as `2 high threats are open; the appetite is low.`
pub fn verdict(report: &Report) -> String {
    let s = &report.summary;
    let appetite = report.model.appetite;
    let mut out = match s.verdict {
        Verdict::NoCrossings => {
            "No flow crosses a trust boundary, so this model says nothing about what can go wrong.".to_owned()
        }
        Verdict::AboveAppetite => {
            let open = report.threats.iter().filter(|t| t.status == Status::Open);
            let parts = open.map(|t| t.residual.severity).collect::<super::data::BySeverity>().words();
            match s.by_status.open {
                0 => format!("No threat is open; the appetite is {appetite}."),
                n => format!(
                    "Above the appetite, which is {appetite}: {} {} {} open.",
                    and(&parts),
                    if n == 1 { "threat" } else { "threats" },
                    is(n)
                ),
            }
        }
        Verdict::RequirementBroken | Verdict::WithinAppetite => {
            format!(
                "No threat is open; every risk is settled within the appetite, which is {appetite}, or signed for."
            )
        }
    };
    if s.by_status.planned > 0 {
        let n = s.by_status.planned;
        out.push_str(&format!(
            " {n} more {} the controls that are planned.",
            if n == 1 { "waits for" } else { "wait for" }
        ));
    }
    if s.requirements_broken > 0 {
        let n = s.requirements_broken;
        out.push_str(&format!(
            " A rule of the house is broken in {n} {}.",
            if n == 1 { "place" } else { "places" }
        ));
    }
    out
}

/// `a`, `a and b`, `a, b and c`.
pub fn and(parts: &[String]) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// What stands before the `n`th of so many parts, counted from 0, where all are meant.
pub fn between(n: usize, parts: usize) -> &'static str {
    match n {
        0 => "",
        n if n + 1 == parts => " and ",
        _ => ", ",
    }
}

/// `a`, `a or b`, `a, b or c`.
pub fn or(parts: &[String]) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
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

/// How many ratings nobody has confirmed, in a sentence; empty if there is nothing to rate.
pub fn ratings(report: &Report) -> String {
    let words = report.summary.ratings.words();
    words.map(|w| format!("{}.", capital(&w))).unwrap_or_default()
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

/// What an entry point brings, where no data is named.
pub fn brings_nothing(names: &Names<'_>, e: &Entry) -> &'static str {
    match names.flow(&e.flow) {
        Some(f) if !f.declares => "not declared",
        _ if e.forward => "a call without data",
        _ => "an answer without data",
    }
}

/// The sum of a threat's severity, as `3 × 4 = 12; 20, critical, without controls`.
pub fn rating(t: &Threat) -> String {
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

/// Why a likelihood or an impact is what it is: `5, the catalog's default, before any control; 1 less: …`. What
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

/// Above the threats that are answered, where they have a row and no card.
pub const ANSWERED: &str = "Answered threats";

/// Under the heading of the cards of the worst threats, where answered ones have none.
pub const CARDS: &str =
    "The threats of the first page; the other open and planned ones stand in the appendix.";

/// Above the references of rules.
pub const RULES: &str = "What the rules behind the threats of this report refer to, and tools and guides that try what they find.";

/// Above the rules of a long report.
pub const RULES_TOLD: &str = "What the cards of all threats of a rule share, told as for the worst of them; what the rule refers to, \
and tools and guides that try what it finds.";

/// How many entries of the OWASP Top 10 for LLM Applications have open threats, in a sentence.
pub fn entries(report: &Report) -> String {
    let all = &report.summary.owasp_llm_2025;
    let open = all.iter().filter(|e| e.unsettled > 0).count();
    let answered = all.iter().filter(|e| e.unsettled == 0 && !e.threats.is_empty()).count();
    let have = |n: usize| if n == 1 { "has" } else { "have" };
    format!(
        "Of the {} entries of the OWASP Top 10 for LLM Applications 2025, {open} {} open or planned threats, \
         {answered} {} answered ones alone, and for {} none was found in what is drawn.",
        all.len(),
        have(open),
        have(answered),
        all.len() - open - answered
    )
}

/// What parts of a role are called.
pub fn role(role: AiRole) -> &'static str {
    match role {
        AiRole::Model => "Models",
        AiRole::Making => "Where models are made and kept",
        AiRole::DataSet => "Data sets and what models look things up in",
        AiRole::Prompt => "Prompts and what remembers them",
        AiRole::Agent => "Agents",
        AiRole::Tool => "Tools and what stands between them and a model",
    }
}

/// The checklist in a sentence; none if nothing is expected.
pub fn scorecard(of: &Score) -> Option<String> {
    score(of).map(|s| format!("What such parts should have by default: {s}."))
}
