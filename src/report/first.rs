//! The first page in words: the worst risks with their owners, who has to act by when.

use super::data::{Duty, Report, Threat};
use super::names::Names;
use super::words::first as said;
use crate::analysis::Status;
use crate::model::responses::RiskLevel;
use crate::source::percent_encoded;
use serde::Serialize;

/// One of the worst risks.
#[derive(Clone, Debug, Serialize)]
pub struct Worst {
    /// The threat.
    pub id: String,
    /// Its anchor.
    pub slug: String,
    /// What happens.
    pub title: String,
    /// Where, in words.
    pub place: String,
    /// Its residual severity.
    pub severity: RiskLevel,
    /// Whether what is planned would settle it.
    pub planned: bool,
    /// Who answers for it, in words without a full stop.
    pub owner: String,
    /// Whether anybody does.
    pub owned: bool,
    /// Its rule.
    pub rule: String,
    /// At how many further places the rule is open or planned, said at the last of the rule's that is named.
    pub more: usize,
}

/// The worst open and planned threats, at most three, and of each rule how many more there are.
pub fn worst(report: &Report, names: &Names<'_>) -> Vec<Worst> {
    let all: Vec<&Threat> = report.summary.worst.iter().filter_map(|id| names.threat(id)).collect();
    let of = |rule: &str| report.threats.iter().filter(|t| t.rule == rule && t.status.is_unsettled()).count();
    let named = |rule: &str, all: &[&Threat]| all.iter().filter(|t| t.rule == rule).count();
    let further = |n: usize, t: &Threat| match all.get(n + 1..).map_or(0, |rest| named(&t.rule, rest)) {
        0 => of(&t.rule).saturating_sub(named(&t.rule, &all)),
        _ => 0,
    };
    let worst = all.iter().enumerate().map(|(n, t)| Worst {
        id: t.id.clone(),
        slug: t.slug.clone(),
        title: t.title.clone(),
        place: names.place(t),
        severity: t.residual.severity,
        planned: t.status == Status::Planned,
        owner: said::owner(t),
        owned: t.owner.is_some(),
        rule: t.rule.clone(),
        more: further(n, t),
    });
    worst.collect()
}

/// Who has to act, for a table.
#[derive(Clone, Debug, Serialize)]
pub struct DutyRow {
    /// The name; empty for what nobody owns.
    pub owner: String,
    /// What there is to do, the gravest first.
    pub items: Vec<Item>,
    /// The next day, if there is one.
    pub date: Option<String>,
    /// What is due then.
    pub what: &'static str,
    /// Whether that day is over.
    pub late: bool,
    /// How many days are over.
    pub overdue: usize,
}

/// One sort of things that somebody has to do.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// `threats`, `controls`, `responses`, `questions`, `acceptances`, `assumptions` or `review`.
    pub sort: &'static str,
    /// In words.
    pub text: String,
    /// The worst severity, of threats.
    pub worst: Option<RiskLevel>,
    /// The anchor of the list that holds them.
    pub anchor: &'static str,
    /// The filter of the register that leaves them, as in an address; empty if they are no threats.
    pub filter: String,
}

/// Who has to act by when.
pub fn duties(report: &Report) -> Vec<DutyRow> {
    report.duties.iter().map(|d| row(report, d)).collect()
}

fn row(report: &Report, d: &Duty) -> DutyRow {
    let mut items = Vec::new();
    let mut add = |sort, anchor, text: String| {
        items.push(Item { sort, text, worst: None, anchor, filter: String::new() })
    };
    if !d.threats.is_empty() {
        add("threats", "register", said::threats(d.threats.len()));
    }
    let labels = d.controls.iter().map(|id| {
        report.controls.iter().find(|c| c.own && &c.id == id).map_or(id.as_str(), |c| c.label.as_str())
    });
    if !d.controls.is_empty() {
        add("controls", "controls", said::controls(&labels.collect::<Vec<_>>()));
    }
    if !d.responses.is_empty() {
        add("responses", "responses", said::responses(d.responses.len()));
    }
    if !d.questions.is_empty() {
        add("questions", "questions", said::questions(d.questions.len()));
    }
    if !d.acceptances.is_empty() {
        add("acceptances", "responses", said::acceptances(d.acceptances.len()));
    }
    if !d.assumptions.is_empty() {
        add("assumptions", "assumptions", said::assumptions(d.assumptions.len()));
    }
    if d.review {
        add("review", "reviews", said::REVIEW.to_owned());
    }
    if let Some(first) = items.first_mut().filter(|i| i.sort == "threats") {
        first.worst = d.worst;
        if let Some(owner) = &d.owner {
            first.filter = format!("owner={}&status=open", percent_encoded(owner));
        }
    }
    DutyRow {
        owner: d.owner.clone().unwrap_or_default(),
        items,
        date: d.next.as_ref().map(|n| n.date.clone()),
        what: d.next.as_ref().map_or("", |n| said::due(n.what)),
        late: d.next.as_ref().is_some_and(|n| n.overdue),
        overdue: d.overdue,
    }
}

/// The first characters of the model's digest, enough to tell two states apart.
pub fn short_digest(report: &Report) -> &str {
    report.model.digest.get(..12).unwrap_or(&report.model.digest)
}
