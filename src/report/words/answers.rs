//! The words of what answers threats: responses in a line, how far they have come, and what closed a threat.

use crate::model::ResponseKind;
use crate::model::responses::RiskLevel;
use crate::report::data::{Response, ResponseState};

/// A control of a response that is in force.
pub const IN_FORCE: &str = "in force";
/// One that stands somewhere, but nowhere where it would lower the threat.
pub const ELSEWHERE: &str = "in force, but not where it counts";
/// One that stands nowhere.
pub const MISSING: &str = "not in force";
/// A response that names no control and no day.
pub const NO_CONTROL: &str = "no control named";

/// A control of a response that is planned.
pub fn planned_for(day: Option<&str>) -> String {
    match day {
        Some(day) => format!("planned for {day}"),
        None => "planned, no day set".to_owned(),
    }
}

/// A response that names no control but a day.
pub fn due(day: &str) -> String {
    format!("due {day}")
}

/// One control of several, and how far it has come.
pub fn control(name: &str, stage: &str) -> String {
    format!("{name} {stage}")
}

/// How far the controls of a response have come, and where its threats stand.
pub fn state(controls: &str, threats: usize, statuses: &str) -> String {
    match threats {
        1 => format!("{controls}; the threat is {statuses}"),
        _ => format!("{controls}; the threats are {statuses}"),
    }
}

/// A response in one line: what it is, `with` which controls, by whom, until when, and why.
pub fn line(r: &Response, with: &str) -> String {
    let mut parts = vec![response(r.kind).to_owned()];
    parts.extend(r.to.as_ref().map(|t| format!("to {t}")));
    if !with.is_empty() {
        parts.push(format!("with {with}"));
    }
    // Only what was rated: the other value stays the rule's.
    parts.extend(r.likelihood.map(|l| format!("likelihood {l}")));
    parts.extend(r.impact.map(|i| format!("impact {i}")));
    parts.extend(r.by.as_ref().map(|b| format!("by {b}")));
    parts.extend(r.owner.as_ref().map(|o| format!("owner {o}")));
    parts.extend(r.at.map(|a| format!("up to {a}")));
    parts.extend(r.until.as_ref().map(|u| format!("until {u}")));
    parts.extend(r.due.as_ref().map(|d| format!("due {d}{}", if r.overdue { " (overdue)" } else { "" })));
    parts.extend(r.ticket.as_ref().map(|t| format!("ticket {t}")));
    parts.extend(r.because.as_ref().map(|b| format!("because: {b}")));
    parts.join(", ")
}

fn because(r: &Response) -> String {
    r.because.as_ref().map(|b| format!(": {b}")).unwrap_or_default()
}

/// What is planned against a threat.
pub fn planned(controls: &str, by: Option<&str>) -> String {
    let day = by.map(|d| format!(", by {d}")).unwrap_or_default();
    format!("planned: {controls}{day}")
}

/// Who accepted a threat.
pub fn accepted(r: &Response) -> String {
    let by = r.by.as_ref().map(|b| format!(" by {b}")).unwrap_or_default();
    let until = r.until.as_ref().map(|u| format!(" until {u}")).unwrap_or_default();
    format!("accepted{by}{until}{}", because(r))
}

/// Who bears a threat.
pub fn transferred(r: &Response) -> String {
    match &r.to {
        Some(to) => format!("borne by {to}{}", because(r)),
        None => format!("borne by somebody else{}", because(r)),
    }
}

/// Why a threat is none.
pub fn dismissed(r: &Response) -> String {
    format!("does not apply{}", because(r))
}

/// What brings a threat within the appetite.
pub fn mitigated(controls: &str) -> String {
    format!("in force: {controls}")
}

/// What lowers a threat that was within the appetite without it.
pub fn tolerated(controls: &str) -> String {
    format!("within the appetite; in force: {controls}")
}

/// Which finer threat has taken the place of one.
pub fn taken_over(title: &str) -> String {
    format!("taken over by: {title}")
}

/// How many threats change their severity.
pub fn changes(n: usize, from: RiskLevel, to: RiskLevel) -> String {
    format!("{n} from {from} to {to}")
}

/// The record of a control, and when somebody looked at it; none if there is neither.
pub fn evidence(record: Option<&str>, looked_at: Option<&str>) -> Option<String> {
    let looked_at = looked_at.map(|day| super::say("looked_at", &[("day", &day)]));
    let all: Vec<String> = record.map(str::to_owned).into_iter().chain(looked_at).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Where a rule of the house holds, on which of them.
pub fn required_on(parts: &str, when: Option<&str>) -> String {
    match when {
        Some(when) => format!("{parts} {}", super::say("when", &[("condition", &when)])),
        None => parts.to_owned(),
    }
}

/// A day by which something is to be done and that is over.
pub fn overdue(day: &str) -> String {
    format!("{day} (overdue)")
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
pub fn stands(state: ResponseState) -> &'static str {
    match state {
        ResponseState::InEffect => "in effect",
        ResponseState::Expired => "expired",
        ResponseState::Unused => "no threat relies on it",
    }
}

/// What rules of the house are.
pub const HOUSE: &str = "What this team asks of every such part, whatever its threats are.";
