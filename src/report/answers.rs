//! Where a response stands, in words: what its controls and its threats say.

use super::data::{Control, PartType, Report, Response, ResponseState, Threat};
use super::names::Names;
use super::words::{self, answers as said};
use crate::analysis::Status;
use crate::model::ResponseKind;
use crate::model::parts::ControlStatus;
use crate::model::responses::RiskLevel;
use std::collections::{BTreeMap, BTreeSet};

/// How far one control of a `mitigate` has come.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    InForce,
    Elsewhere,
    Planned(Option<String>),
    Missing,
}

impl Stage {
    fn words(&self) -> String {
        match self {
            Stage::InForce => said::IN_FORCE.to_owned(),
            Stage::Elsewhere => said::ELSEWHERE.to_owned(),
            Stage::Planned(day) => said::planned_for(day.as_deref()),
            Stage::Missing => said::MISSING.to_owned(),
        }
    }
}

/// Where a response stands.
pub fn state(report: &Report, names: &Names<'_>, r: &Response) -> String {
    if r.kind != ResponseKind::Mitigate || r.state != ResponseState::InEffect {
        return words::answers::stands(r.state).to_owned();
    }
    let threats: Vec<&Threat> = r.threats.iter().filter_map(|id| names.threat(id)).collect();
    let stages: Vec<(&String, Stage)> = r.with.iter().map(|c| (c, stage(report, &threats, r, c))).collect();
    let distinct: BTreeSet<&Stage> = stages.iter().map(|(_, s)| s).collect();
    let controls = match (stages.as_slice(), distinct.len()) {
        ([], _) => r.due.as_deref().map_or_else(|| said::NO_CONTROL.to_owned(), said::due),
        ([(_, one), ..], 1) => one.words(),
        (all, _) => {
            let each = all.iter().map(|(c, s)| said::control(&names.control(c), &s.words()));
            each.collect::<Vec<_>>().join("; ")
        }
    };
    let statuses: BTreeSet<String> = threats.iter().map(|t| t.status.to_string()).collect();
    let statuses = words::and(&statuses.into_iter().collect::<Vec<_>>());
    said::state(&controls, threats.len(), &statuses)
}

/// The day by which a response is to be done: its own, else the last of its planned controls.
pub fn due(report: &Report, r: &Response) -> Option<String> {
    let planned = || {
        let mine = report.controls.iter().filter(|c| r.with.contains(&c.id));
        mine.filter(|c| c.status == ControlStatus::Planned).filter_map(|c| c.due.clone()).max()
    };
    r.due.clone().or_else(planned)
}

/// What is credited for a threat of the response decides; else how far the control itself has come.
fn stage(report: &Report, threats: &[&Threat], r: &Response, control: &str) -> Stage {
    let own = report.controls.iter().find(|c| c.own && c.id == control);
    let kind = own.map_or(control, |c| c.kind.as_str());
    // A control with a name counts where it stands; another of its kind is not it.
    let mine = |on: &super::data::Part| own.is_none_or(|c| c.on.contains(on));
    let planned = || {
        let day = own.and_then(|c| c.due.clone()).or_else(|| r.due.clone());
        Stage::Planned(day)
    };
    let credits = || threats.iter().flat_map(|t| &t.credited).filter(|c| c.control == kind && mine(&c.on));
    if own.is_some_and(|c| c.status == ControlStatus::Planned) {
        planned()
    } else if credits().any(|c| c.in_force) {
        Stage::InForce
    } else if credits().next().is_some() {
        planned()
    } else if own.is_some_and(|c| !c.on.is_empty())
        || threats.iter().flat_map(|t| &t.uncredited).any(|c| c.control == kind && c.on.ty != PartType::Model)
    {
        Stage::Elsewhere
    } else {
        Stage::Missing
    }
}

/// A response in one line: what it is, with what, by whom, until when, and why.
pub fn line(names: &Names<'_>, r: &Response) -> String {
    said::line(r, &names.controls(&r.with))
}

/// What answers a threat, in a line: what closed it, or what is planned; empty if nothing does.
pub fn told(report: &Report, names: &Names<'_>, t: &Threat) -> String {
    let response = t.response.and_then(|r| report.responses.get(r));
    let credited = |in_force: bool| {
        let mut out: Vec<String> = Vec::new();
        for c in t.credited.iter().filter(|c| c.in_force == in_force) {
            let name = names.control(&c.control);
            if !out.contains(&name) {
                out.push(name);
            }
        }
        words::and(&out)
    };
    match (t.status, response) {
        (Status::Open, Some(r)) => state(report, names, r),
        (Status::Open, None) => String::new(),
        (Status::Planned, r) => {
            let day = r.and_then(|r| due(report, r));
            said::planned(&credited(false), day.as_deref())
        }
        (Status::Accepted, Some(r)) => said::accepted(r),
        (Status::Transferred, Some(r)) => said::transferred(r),
        (Status::Dismissed, Some(r)) => said::dismissed(r),
        (Status::Mitigated, _) => said::mitigated(&credited(true)),
        (Status::Tolerated, _) if t.credited.iter().any(|c| c.in_force) => said::tolerated(&credited(true)),
        (Status::Refined, _) => {
            let by = t.refined_by.as_ref().and_then(|id| names.threat(id));
            by.map_or_else(String::new, |by| said::taken_over(&by.title))
        }
        (status, _) => words::status(status).to_owned(),
    }
}

/// What a control that is planned would do, in a line; empty for one that is in force, which changes nothing more.
pub fn control_forecast(names: &Names<'_>, c: &Control) -> String {
    match c.status {
        ControlStatus::Planned => forecast(names, &c.counts_for),
        _ => String::new(),
    }
}

/// What controls that are planned would do, in a line: the severities that change, with all that is planned.
pub fn forecast(names: &Names<'_>, ids: &[String]) -> String {
    let mut changes: BTreeMap<(RiskLevel, RiskLevel), usize> = BTreeMap::new();
    for t in ids.iter().filter_map(|id| names.threat(id)) {
        if t.forecast.severity != t.residual.severity {
            *changes.entry((t.residual.severity, t.forecast.severity)).or_default() += 1;
        }
    }
    let parts = changes.iter().rev().map(|((from, to), n)| said::changes(*n, *from, *to));
    words::and(&parts.collect::<Vec<_>>())
}
