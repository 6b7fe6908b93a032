//! The words of the first page: what the report is of, the worst threats with who owns them, who has to act by when.

use super::{and, count, is, say};
use crate::analysis::Status;
use crate::diagnostic::counted;
use crate::model::statements::AiActClass;
use crate::report::data::{BySeverity, DueWhat, Owner, OwnerOf, Report, Threat, Verdict};

/// How many planned controls are named before the rest is counted.
const NAMED: usize = 2;

/// One of the worst threats, planned for or not.
pub fn worst(planned: bool) -> &'static str {
    match planned {
        true => "{severity}: {threat} at {place}{more}, planned for; {owner}.",
        false => "{severity}: {threat} at {place}{more}; {owner}.",
    }
}

/// At how many more places a threat stands, behind its first; nothing if there is none.
pub fn further(places: usize) -> String {
    match places {
        0 => String::new(),
        n => format!(" and at {}", counted(n, "more place")),
    }
}

/// A threat that was not open or planned in the baseline.
pub const NEW: &str = "new";
/// One that is more severe than there.
pub const WORSE: &str = "worse";
/// One that is less severe than there, and still open or planned.
pub const BETTER: &str = "better";
/// One that is not open or planned any more.
pub const CLOSED: &str = "closed";

/// Who answers for a threat, without a full stop.
pub fn owner(t: &Threat) -> String {
    match &t.owner {
        None => "nobody owns it".to_owned(),
        Some(Owner { name, of }) => format!("{name}{}", owns(*of)),
    }
}

/// Why somebody owns a threat.
fn owns(of: OwnerOf) -> &'static str {
    match of {
        OwnerOf::Response => ", by the response",
        OwnerOf::Control => ", who builds what is planned",
        OwnerOf::Flow | OwnerOf::Element | OwnerOf::Boundary => ", of this part",
        OwnerOf::Model => ", of the whole system",
    }
}

/// What the report is of, in a line: version, owner, review, and what made it.
pub fn facts(report: &Report) -> String {
    let m = &report.model;
    let mut line: Vec<String> = Vec::new();
    line.extend(m.version.as_ref().map(|v| format!("version {v}")));
    line.extend(m.owner.as_ref().map(|o| format!("owner: {o}")));
    line.extend(m.last_review.as_ref().map(|d| format!("reviewed {d}")));
    line.extend(m.eu_ai_act.map(|c| say("ai_act", &[("class", &ai_act(c))])));
    line.push(format!("catalog {}", report.catalog));
    line.push(say("tool", &[("version", &report.tool)]));
    line.join(" · ")
}

/// Threats that somebody has to answer.
pub fn threats(n: usize) -> String {
    format!("{} open", count(n, "threat"))
}

/// Controls that somebody has to build: some by their names.
pub fn controls(names: &[&str]) -> String {
    format!("{} to build: {}", count(names.len(), "control"), some(names))
}

/// Mitigations that somebody has to carry out.
pub fn responses(n: usize) -> String {
    format!("{} to carry out", count(n, "mitigation"))
}

/// Questions that somebody has to answer.
pub fn questions(n: usize) -> String {
    format!("{} to answer", count(n, "question"))
}

/// Acceptances that somebody has to renew.
pub fn acceptances(n: usize) -> String {
    format!("{} to renew", count(n, "acceptance"))
}

/// Assumptions that somebody has to confirm.
pub fn assumptions(n: usize) -> String {
    format!("{} to confirm", count(n, "assumption"))
}

/// The model, which somebody has to review.
pub const REVIEW: &str = "the next review";

/// What is due on a day.
pub fn due(what: DueWhat) -> &'static str {
    match what {
        DueWhat::Control => "a control is to be in force",
        DueWhat::Response => "a mitigation is to be done",
        DueWhat::Question => "a question is to be answered",
        DueWhat::Acceptance => "an acceptance ends",
        DueWhat::Review => "the model is to be reviewed",
    }
}

/// The next day on which something is due, and what that is.
pub fn next(day: &str, late: bool, what: &str) -> String {
    let day = if late { super::answers::overdue(day) } else { day.to_owned() };
    format!("{day}: {what}")
}

/// What there is to do, with the badge of the worst of it.
pub fn task(text: &str, worst: Option<&str>) -> String {
    let worst = worst.map(|badge| say("the_worst", &[("level", &badge)])).unwrap_or_default();
    format!("{text}{worst}")
}

/// `a`, `a and b`, `a, b and 3 more`.
fn some(names: &[&str]) -> String {
    let mut shown: Vec<String> = names.iter().take(NAMED).map(|n| (*n).to_owned()).collect();
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        shown.push(say("n_more", &[("n", &more)]));
    }
    and(&shown)
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
            let parts = open.map(|t| t.residual.severity).collect::<BySeverity>().words();
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

/// The class of a system under the EU AI Act, with the article that makes it so.
pub fn ai_act(class: AiActClass) -> &'static str {
    match class {
        AiActClass::Prohibited => "prohibited practice (Article 5)",
        AiActClass::High => "high risk (Article 6)",
        AiActClass::Limited => "duties of transparency (Article 50)",
        AiActClass::Minimal => "minimal risk",
    }
}
