//! Every count that a report shows, made once from its lists.

use super::*;
use crate::analysis::Status;
use crate::model::parts::ControlStatus;
use crate::report::sets;
use std::collections::HashSet;

/// How many of the worst are named.
const WORST: usize = 3;

pub(super) fn empty() -> Summary {
    Summary {
        verdict: Verdict::NoCrossings,
        worst: Vec::new(),
        threats: 0,
        unsettled: 0,
        by_status: ByStatus::default(),
        inherent: BySeverity::default(),
        residual: BySeverity::default(),
        forecast: BySeverity::default(),
        matrix: Matrices { inherent: [[0; 5]; 5], residual: [[0; 5]; 5] },
        boundaries: 0,
        elements: 0,
        data: 0,
        flows: 0,
        crossings: 0,
        stride: Vec::new(),
        harm: Vec::new(),
        owasp_llm_2025: Vec::new(),
        controls_planned: 0,
        overdue: 0,
        requirements_broken: 0,
        unconfirmed: 0,
        unanswered: 0,
        unowned: 0,
        out_of_scope: 0,
        unchecked: 0,
        ratings: Ratings::default(),
    }
}

pub(super) fn of(report: &Report, frameworks: &dyn Frameworks) -> Summary {
    let mut s = empty();
    s.threats = report.threats.len();
    s.worst = worst(report);
    for t in &report.threats {
        let count = match t.status {
            Status::Open => &mut s.by_status.open,
            Status::Planned => &mut s.by_status.planned,
            Status::Accepted => &mut s.by_status.accepted,
            Status::Transferred => &mut s.by_status.transferred,
            Status::Mitigated => &mut s.by_status.mitigated,
            Status::Tolerated => &mut s.by_status.tolerated,
            Status::Dismissed => &mut s.by_status.dismissed,
            Status::Refined => &mut s.by_status.refined,
        };
        *count += 1;
        if t.status.is_unsettled() {
            s.unsettled += 1;
            s.inherent.add(t.severity);
            s.residual.add(t.residual.severity);
            s.forecast.add(t.forecast.severity);
            s.unowned += usize::from(t.owner.is_none());
        }
        if sets::counts(t) {
            add(&mut s.matrix.inherent, t.likelihood, t.impact);
            add(&mut s.matrix.residual, t.residual.likelihood, t.residual.impact);
            s.ratings.rateable += 1;
            s.ratings.unrated += usize::from(!t.rated);
        }
    }
    s.boundaries = report.boundaries.len();
    s.elements = report.elements.len();
    s.out_of_scope = report.elements.iter().filter(|e| e.out_of_scope.is_some()).count();
    s.unchecked = report.entries.iter().filter(|e| e.checked.is_none()).count();
    s.data = report.data.len();
    s.flows = report.flows.len();
    s.crossings = report.flows.iter().filter(|f| f.crossing.is_some()).count();
    s.stride = Stride::ALL.iter().map(|&l| stride(report, l)).collect();
    s.harm = Harm::ALL.iter().filter_map(|&h| harm(report, h)).collect();
    s.owasp_llm_2025 = owasp(report, frameworks);
    s.controls_planned = report.controls.iter().filter(|c| c.status == ControlStatus::Planned).count();
    s.overdue = report.controls.iter().filter(|c| c.overdue).count()
        + report.responses.iter().filter(|r| r.overdue).count()
        + report.questions.iter().filter(|q| q.overdue).count();
    s.requirements_broken = report.requirements.iter().map(|r| r.broken.len()).sum();
    s.unconfirmed = report.assumptions.iter().filter(|a| a.confirmed.is_none()).count();
    s.unanswered = report.questions.iter().filter(|q| q.answer.is_none()).count();
    s.verdict = if s.crossings == 0 && s.unsettled == 0 {
        Verdict::NoCrossings
    } else if s.unsettled > 0 {
        Verdict::AboveAppetite
    } else if s.requirements_broken > 0 {
        Verdict::RequirementBroken
    } else {
        Verdict::WithinAppetite
    };
    s
}

/// The worst unsettled threats, each of another rule: a second place of the same tells a reader little. Only where
/// there are fewer rules one has several. In the register's order.
fn worst(report: &Report) -> Vec<String> {
    let mut rules = HashSet::new();
    let unsettled = report.threats.iter().filter(|t| t.status.is_unsettled());
    let (first, again): (Vec<&Threat>, Vec<&Threat>) = unsettled.partition(|t| rules.insert(&t.rule));
    let named: HashSet<&str> = first.into_iter().chain(again).take(WORST).map(|t| t.id.as_str()).collect();
    report.threats.iter().map(|t| &t.id).filter(|id| named.contains(id.as_str())).cloned().collect()
}

fn add(matrix: &mut Matrix, likelihood: u8, impact: u8) {
    let row = matrix.get_mut(usize::from(likelihood).saturating_sub(1));
    if let Some(cell) = row.and_then(|r| r.get_mut(usize::from(impact).saturating_sub(1))) {
        *cell += 1;
    }
}

fn stride(report: &Report, letter: Stride) -> StrideCount {
    let mut count = StrideCount { stride: letter, flows: 0, elements: 0, other: 0, unsettled: 0 };
    for t in report.threats.iter().filter(|t| t.stride.contains(&letter)) {
        match t.target_type {
            PartType::Flow => count.flows += 1,
            PartType::Element => count.elements += 1,
            _ => count.other += 1,
        }
        count.unsettled += usize::from(t.status.is_unsettled());
    }
    count
}

fn harm(report: &Report, harm: Harm) -> Option<HarmCount> {
    let mine = || report.threats.iter().filter(|t| t.harm == Some(harm));
    let unsettled = mine().filter(|t| t.status.is_unsettled()).count();
    (mine().count() > 0).then(|| HarmCount { harm, threats: mine().count(), unsettled })
}

fn owasp(report: &Report, frameworks: &dyn Frameworks) -> Vec<EntryCount> {
    let entries = frameworks.entries(OWASP_LLM).into_iter();
    entries
        .map(|id| {
            let refers = |t: &&Threat| {
                t.status != Status::Dismissed && t.refs.get(OWASP_LLM).is_some_and(|ids| ids.contains(&id))
            };
            let found: Vec<&Threat> = report.threats.iter().filter(refers).collect();
            EntryCount {
                title: frameworks.entry(OWASP_LLM, &id).map(|k| k.title).unwrap_or_default(),
                threats: found.iter().map(|t| t.id.clone()).collect(),
                unsettled: found.iter().filter(|t| t.status.is_unsettled()).count(),
                id,
            }
        })
        .collect()
}
