//! For people: diagnostics and the gate on standard error, a summary on standard output.

use super::{Checked, supposed};
use crate::analysis::counts::{BySeverity, Ratings, Unsettled};
use crate::analysis::{Status, Teller, Threat, ThreatId};
use crate::catalog::{Family, RuleId};
use crate::cli::compile::report;
use crate::cli::world;
use crate::diagnostic::counted;
use crate::diagnostic::terminal::calm;
use crate::model::responses::RiskLevel;
use std::collections::{HashMap, HashSet};

pub(super) fn print(checked: &Checked) {
    let compiled = &checked.compiled;
    report(&compiled.sources, &compiled.diagnostics);
    if let Some(with) = &checked.with {
        world::print(&calm(&supposed::text(checked, with)));
        return;
    }
    if let Some(text) = &checked.fixed {
        // What goes back into a file is not touched.
        world::print(text);
    } else if !compiled.failed() && !compiled.model.is_empty() {
        world::print(&calm(&summary(checked)));
    }
    if let (Some(since), None, false) = (&checked.since, &checked.fixed, compiled.failed()) {
        world::print(&calm(&since.summary()));
    }
    let over: Vec<&Threat> = checked.over().collect();
    match (&checked.since, checked.limit) {
        _ if over.is_empty() => {}
        (Some(since), limit) => world::say(&calm(&since.gate(limit))),
        (None, Some(limit)) => world::say(&calm(&gate(limit, &over, checked))),
        (None, None) => {}
    }
    if let Some(house) = house(checked) {
        world::say(&calm(&house));
    }
}

/// Why the gate is not met: every open or only planned threat that it reads.
fn gate(limit: RiskLevel, over: &[&Threat], checked: &Checked) -> String {
    let mut out = match over.len() {
        1 => format!("the gate is not met: 1 threat of {limit} or above is open or only planned for\n"),
        n => format!("the gate is not met: {n} threats of {limit} or above are open or only planned for\n"),
    };
    for (t, others) in listed(over, checked) {
        out.push_str(&format!(
            "  {:<8} {}{}\n",
            t.residual.severity().word(),
            t.id,
            and_others(t, others, checked)
        ));
    }
    out
}

/// So many threats of one rule have a line each; of more, one stands for all.
const FEW: usize = 3;

/// The threats as they are listed: each by itself, or of a rule that has more than a few the worst with the number
/// of the others.
fn listed<'a>(threats: &[&'a Threat], checked: &Checked) -> Vec<(&'a Threat, usize)> {
    let mut of_rule: HashMap<RuleId, usize> = HashMap::new();
    for t in threats {
        *of_rule.entry(t.rule).or_default() += 1;
    }
    let mut told: HashSet<RuleId> = HashSet::new();
    let line = |t: &&'a Threat| match of_rule.get(&t.rule) {
        Some(n) if *n > FEW && !checked.all => told.insert(t.rule).then_some((*t, n - 1)),
        _ => Some((*t, 0)),
    };
    threats.iter().filter_map(line).collect()
}

/// ` and 11 more of rag-poison`; nothing if there are no others.
fn and_others(t: &Threat, others: usize, checked: &Checked) -> String {
    let rule = checked.compiled.model.catalog.rule(t.rule).map_or("", |r| r.name.as_str());
    if others == 0 { String::new() } else { format!(" and {others} more of {rule}") }
}

/// Why the gate is not met if a rule of the house is broken; none if all are kept.
fn house(checked: &Checked) -> Option<String> {
    let broken: Vec<_> = checked.broken_rules().collect();
    let mut out = match broken.len() {
        0 => return None,
        1 => "the gate is not met: 1 rule of the house is broken\n".to_owned(),
        n => format!("the gate is not met: {n} rules of the house are broken\n"),
    };
    for (rule, result) in broken {
        out.push_str(&format!("  {}\n", checked.told(rule, result)));
    }
    Some(out)
}

/// How many lines of threats a summary has.
const WORST: usize = 5;

/// A few lines: crossings, what is open, and the worst of it.
fn summary(checked: &Checked) -> String {
    let (name, model, analysis) = (&checked.name, &checked.compiled.model, &checked.compiled.analysis);
    let mut out = String::new();
    let open: Vec<_> = checked.unsettled().collect();
    let levels = open.iter().map(|t| t.residual.severity()).collect::<BySeverity>().in_brackets();
    let closed = checked.threats().filter(|t| !t.status.is_unsettled()).count();
    let crossings = counted(analysis.crossings.len(), "crossing");
    if analysis.crossings.is_empty() {
        out.push_str(&format!("{name}: {}: no flow crosses a trust boundary\n", model.info.title));
    }
    let family = match checked.family {
        None => "",
        Some(Family::Stride) => " of STRIDE",
        Some(Family::Harm) => " of harm to people",
    };
    out.push_str(&format!(
        "{name}: {}: {crossings}, {}{levels}, {closed} closed\n",
        model.info.title,
        open.iter().copied().collect::<Unsettled>().words_of(family),
    ));
    let teller = Teller::new(model, analysis);
    let most = if checked.all { open.len() } else { WORST };
    let mut left = open.len();
    for (t, others) in listed(&open, checked).into_iter().take(most) {
        let planned = if t.status == Status::Planned { ", planned" } else { "" };
        out.push_str(&format!(
            "  {:<8} {}{planned}{}\n           {}\n",
            t.residual.severity().word(),
            t.id,
            and_others(t, others, checked),
            teller.title(t)
        ));
        left -= 1 + others;
    }
    if left > 0 {
        out.push_str(&format!("  and {left} more, which `trustline build` writes up\n"));
    }
    let is_open = |t: &ThreatId| analysis.threats.get(t.index()).is_some_and(|t| t.status.is_unsettled());
    for j in analysis.paths.joins.iter().filter(|j| j.threats.iter().any(is_open)) {
        out.push_str(&format!("  {}\n", j.text));
    }
    if let Some(ratings) = checked.threats().collect::<Ratings>().words() {
        out.push_str(&format!("  {ratings}\n"));
    }
    out
}
