//! Why a threat came, went or changed.

use super::difference::{Reason, ReasonKind};
use super::facts::{Asked, Then};
use super::sides::Side;
use super::snapshot::{Credit, Line, Sort, Threat};
use crate::analysis::Status;

fn reason(kind: ReasonKind, text: impl Into<String>) -> Reason {
    Reason { kind, text: text.into() }
}

/// Why a threat is new.
pub(super) fn came(t: &Threat, before: &Side<'_>, now: &Side<'_>) -> Vec<Reason> {
    arises(t, &Asked { present: now, absent: before, now: true })
}

/// Why a threat is gone.
pub(super) fn went(t: &Threat, before: &Side<'_>, now: &Side<'_>) -> Vec<Reason> {
    arises(t, &Asked { present: before, absent: now, now: false })
}

/// Why a threat arises in one snapshot and not in the other: the first of target, rule, scope
/// and facts that tells.
fn arises(t: &Threat, asked: &Asked<'_>) -> Vec<Reason> {
    let (present, absent) = (asked.present, asked.absent);
    if !absent.has(t.on, &t.target) {
        let label = if t.on == Sort::Model { "the model".to_owned() } else { present.label(t.on, &t.target) };
        return vec![reason(ReasonKind::Target, asked.came(&label))];
    }
    if !absent.has_rule(&t.rule) {
        return vec![reason(ReasonKind::Rule, without_rule(t, asked))];
    }
    if absent.out_of_scope(t.on, &t.target) {
        let label = present.label(t.on, &t.target);
        let text = if asked.now {
            format!("{label} was out of scope")
        } else {
            format!("{label} is out of scope now")
        };
        return vec![reason(ReasonKind::Scope, text)];
    }
    let mut sure = Vec::new();
    let mut perhaps = Vec::new();
    if t.on == Sort::Flow {
        sure.extend(asked.elsewhere(&t.target));
    }
    for f in &t.facts {
        match asked.then(f, t) {
            Then::Held => {}
            Then::Differs(found) => sure.extend(found),
            Then::Unknown if f.denies() => {}
            Then::Unknown => perhaps.push(f.text.clone()),
        }
    }
    let mut out: Vec<Reason> = Vec::new();
    let add = |texts: Vec<String>, out: &mut Vec<Reason>| {
        for text in texts {
            if !out.iter().any(|r| r.text == text) {
                out.push(reason(ReasonKind::Fact, text));
            }
        }
    };
    add(sure, &mut out);
    if out.is_empty() && t.on == Sort::Element {
        // Rules are tried on kinds, which is no fact of its own.
        add(asked.changed(Sort::Element, &t.target, &["kind"]), &mut out);
    }
    if !out.is_empty() {
        return out;
    }
    if let Some(version) = versions(t, asked) {
        return vec![version];
    }
    add(perhaps, &mut out);
    if out.is_empty() {
        out.push(reason(ReasonKind::Unknown, "what it rests on was not kept, so it can't be told why"));
    }
    out
}

fn without_rule(t: &Threat, asked: &Asked<'_>) -> String {
    let rule = &t.rule;
    if asked.absent.snapshot.off.contains(rule) {
        return match asked.now {
            true => format!("the rule {rule} was switched off"),
            false => format!("the rule {rule} is switched off"),
        };
    }
    let own = asked.present.snapshot.own_rules.contains(rule);
    let catalog = &asked.present.snapshot.catalog;
    match (own, asked.now) {
        (true, true) => format!("the model's own rule {rule} is new"),
        (true, false) => format!("the model's own rule {rule} is gone"),
        (false, true) => format!("the rule {rule} is new in catalog {catalog}"),
        (false, false) => format!("catalog {} has no rule {rule}", asked.absent.snapshot.catalog),
    }
}

/// What else decides whether a threat arises: the rule's own condition, by edition or by hand.
fn versions(t: &Threat, asked: &Asked<'_>) -> Option<Reason> {
    let (a, b) = (asked.absent.snapshot, asked.present.snapshot);
    let (old, new) = if asked.now { (a, b) } else { (b, a) };
    if b.own_rules.contains(&t.rule) {
        let text = format!("the model's own rule {} asks for something else now", t.rule);
        return Some(reason(ReasonKind::Rule, text));
    }
    if a.catalog != b.catalog {
        let text = format!("catalog {} asks for something else than {}", new.catalog, old.catalog);
        return Some(reason(ReasonKind::Version, text));
    }
    (a.tool != b.tool).then(|| {
        reason(ReasonKind::Version, format!("Trustline {} finds otherwise than {}", new.tool, old.tool))
    })
}

/// Why a threat that arises in both stands elsewhere, or is rated otherwise.
pub(super) fn changed(old: &Threat, new: &Threat, before: &Side<'_>, now: &Side<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    responses(old, new, &mut out);
    refinement(old, new, now, &mut out);
    if old.inherent != new.inherent {
        inherent(old, new, before, now, &mut out);
    }
    if old.residual != new.residual || old.forecast != new.forecast {
        controls(old, new, before, now, &mut out);
    }
    let (a, b) = (before.snapshot, now.snapshot);
    let by_risk =
        |s: Status| matches!(s, Status::Open | Status::Planned | Status::Mitigated | Status::Tolerated);
    if a.appetite != b.appetite && old.status != new.status && by_risk(old.status) && by_risk(new.status) {
        let text = format!("the appetite is {} now, {} before", b.appetite, a.appetite);
        out.push(reason(ReasonKind::Appetite, text));
    }
    if out.is_empty() {
        out.push(if a.catalog != b.catalog {
            let text = format!("catalog {} rates it otherwise than {}", b.catalog, a.catalog);
            reason(ReasonKind::Version, text)
        } else if a.tool != b.tool {
            reason(ReasonKind::Version, format!("Trustline {} rates it otherwise than {}", b.tool, a.tool))
        } else {
            reason(ReasonKind::Unknown, "what it rests on was not kept, so it can't be told why")
        });
    }
    out
}

/// The word of a status that somebody's answer made.
fn answered(t: &Threat) -> Option<&'static str> {
    matches!(t.status, Status::Dismissed | Status::Transferred | Status::Accepted).then(|| t.status.word())
}

fn responses(old: &Threat, new: &Threat, out: &mut Vec<Reason>) {
    let mut say = |text: String| out.push(reason(ReasonKind::Response, text));
    match (answered(old), answered(new)) {
        (a, b) if a == b => {}
        (Some(a), Some(b)) => say(format!("it is {b} now, {a} before")),
        (None, Some(b)) => say(format!("it is {b} now")),
        (Some(a), None) => say(format!("it is {a} no more")),
        (None, None) => {}
    }
    use crate::model::ResponseKind::Mitigate;
    if answered(old).is_none() && answered(new).is_none() && old.response != new.response {
        match (old.response, new.response) {
            (_, Some(Mitigate)) => say("a mitigation is recorded now".to_owned()),
            (Some(Mitigate), _) => say("no mitigation is recorded any more".to_owned()),
            _ => {}
        }
    }
}

fn refinement(old: &Threat, new: &Threat, now: &Side<'_>, out: &mut Vec<Reason>) {
    let refined = |t: &Threat| if t.status == Status::Refined { t.refined_by.clone() } else { None };
    let text = match (refined(old), refined(new)) {
        (a, b) if a == b => return,
        (_, Some(finer)) => format!("the finer {finer} takes its place now"),
        (Some(finer), None) => {
            let why = if now.has_threat(&finer) { "takes its place no more" } else { "is gone" };
            format!("the finer {finer} {why}")
        }
        (None, None) => return,
    };
    out.push(reason(ReasonKind::Refinement, text));
}

/// The line where a rating starts, and those that move it.
fn lines<'a>(t: &'a Threat, of: &str) -> (Option<&'a Line>, Vec<&'a Line>) {
    let mut all = t.sum.iter().filter(|l| l.of == of);
    let first = all.next();
    (first, all.collect())
}

fn inherent(old: &Threat, new: &Threat, before: &Side<'_>, now: &Side<'_>, out: &mut Vec<Reason>) {
    for of in ["likelihood", "impact"] {
        let ((a, moved_before), (b, moved_now)) = (lines(old, of), lines(new, of));
        if let (Some(a), Some(b)) = (a, b)
            && a.result != b.result
        {
            let (x, y) = (&before.snapshot.catalog, &now.snapshot.catalog);
            let text = if a.because == b.because && x != y {
                format!("catalog {y} starts the {of} at {}, {x} at {}", b.result, a.result)
            } else {
                format!(
                    "the {of} starts at {} ({}), before at {} ({})",
                    b.result, b.because, a.result, a.because
                )
            };
            out.push(reason(ReasonKind::Rating, text));
        }
        let same =
            |l: &Line, list: &[&Line]| list.iter().any(|m| m.change == l.change && m.because == l.because);
        for l in moved_now.iter().filter(|l| !same(l, &moved_before)) {
            out.push(reason(ReasonKind::Stakes, format!("{} ({of} {:+})", l.because, l.change)));
        }
        for l in moved_before.iter().filter(|l| !same(l, &moved_now)) {
            let text = format!("no more: {} ({of} {:+})", l.because, l.change);
            out.push(reason(ReasonKind::Stakes, text));
        }
    }
}

fn controls(old: &Threat, new: &Threat, before: &Side<'_>, now: &Side<'_>, out: &mut Vec<Reason>) {
    let key = |c: &Credit| (c.control.clone(), c.on, c.place.clone(), c.softens);
    let find = |list: &[Credit], c: &Credit| list.iter().find(|x| key(x) == key(c)).cloned();
    let at = |c: &Credit, side: &Side<'_>| format!("{} at {}", c.control, side.label(c.on, &c.place));
    let mut say = |text: String| {
        if !out.iter().any(|r| r.text == text) {
            out.push(reason(ReasonKind::Control, text));
        }
    };
    for c in &new.credited {
        let what = at(c, now);
        match find(&old.credited, c) {
            None if c.in_force => say(format!("{what} counts now")),
            None => say(format!("{what} is planned now")),
            Some(o) if !o.in_force && c.in_force => say(format!("{what} is in force now, planned before")),
            Some(o) if o.in_force && !c.in_force => {
                say(format!("{what} is only planned now, in force before"))
            }
            Some(o) if o.steps != c.steps => {
                say(format!("{what} takes off {} now, {} before", c.steps, o.steps));
            }
            Some(_) => {}
        }
    }
    for c in old.credited.iter().filter(|c| find(&new.credited, c).is_none()) {
        let what = at(c, before);
        say(if !now.has(c.on, &c.place) {
            format!("{what} is gone with its place")
        } else if stands(now, c) {
            format!("{what} counts no more")
        } else {
            format!("{what} is gone")
        });
    }
}

/// Whether a control still stands where it stood.
fn stands(side: &Side<'_>, c: &Credit) -> bool {
    let controls = match c.on {
        Sort::Flow => side.flow(&c.place).map(|f| &f.controls),
        sort => side.part(sort, &c.place).map(|p| &p.controls),
    };
    controls.is_some_and(|list| list.iter().any(|x| x.control == c.control))
}
