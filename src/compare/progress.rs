//! Which open threats are new since a baseline, which are closed, and which the baseline still
//! holds though they do not arise any more.

use super::between::compare;
use super::difference::{Change, Reason, ThreatChange};
use super::rename::translate;
use super::sides::Side;
use super::snapshot::Snapshot;
use crate::analysis::Status;
use crate::model::responses::RiskLevel;
use std::collections::BTreeMap;

/// A threat that is open or planned now and was not, or not as severe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its id.
    pub id: String,
    /// Its residual severity.
    pub severity: RiskLevel,
    /// Its residual severity in the baseline, if it was open there.
    pub before: Option<RiskLevel>,
    /// Why it is new, or worse.
    pub because: Vec<Reason>,
}

/// A threat that was open or planned and is not any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Its id, as it is now if it still arises.
    pub id: String,
    /// What closed it; none if it does not arise any more.
    pub now: Option<Status>,
    /// One line, as in the baseline.
    pub title: String,
    /// What it was on, in words.
    pub place: String,
    /// Its residual severity in the baseline.
    pub before: RiskLevel,
}

/// A threat that is open or planned in both, and less severe now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Better {
    /// Its id.
    pub id: String,
    /// Its residual severity in the baseline.
    pub before: RiskLevel,
}

/// How open threats changed since a baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// New open ones, the worst first.
    pub fresh: Vec<Fresh>,
    /// Closed ones, by id.
    pub closed: Vec<Closed>,
    /// The ids of those that the baseline holds and that do not arise any more, by id.
    pub stale: Vec<String>,
    /// Those of `known` that are less severe, in the order of the new state.
    pub better: Vec<Better>,
    /// How many are open in both.
    pub known: usize,
}

/// Compares the open threats of a model with a baseline. Renamed parts and rules are found by
/// their older names.
pub fn progress(baseline: &Snapshot, new: &Snapshot) -> Progress {
    let translated = translate(baseline, new);
    let (before, now) = (Side::new(&translated.snapshot), Side::new(new));
    let mut out = Progress::default();
    for t in new.threats.iter().filter(|t| t.status.is_unsettled()) {
        let severity = t.residual.severity();
        let old = before.threat(t).filter(|o| o.status.is_unsettled()).map(|o| o.residual.severity());
        if let Some(before) = old.filter(|o| *o >= severity) {
            out.known += 1;
            if before > severity {
                out.better.push(Better { id: t.id.clone(), before });
            }
        } else {
            out.fresh.push(Fresh { id: t.id.clone(), severity, before: old, because: Vec::new() });
        }
    }
    for t in &before.snapshot.threats {
        let here = now.threat(t);
        let was = translated.threats.get(&t.id).unwrap_or(&t.id);
        if here.is_none() {
            out.stale.push(was.clone());
        }
        if t.status.is_unsettled() && here.is_none_or(|n| !n.status.is_unsettled()) {
            let id = if here.is_some() { &t.id } else { was };
            out.closed.push(Closed {
                id: id.clone(),
                now: here.map(|n| n.status),
                title: t.title.clone(),
                place: before.label(t.on, &t.target),
                before: t.residual.severity(),
            });
        }
    }
    out.stale.sort();
    out.closed.sort_by(|a, b| a.id.cmp(&b.id));
    // Reasons are looked for only where there is something to explain.
    if !out.fresh.is_empty() {
        let difference = compare(baseline, new);
        let changes = difference.threats.iter().filter(|c| c.change != Change::Gone);
        let changes: BTreeMap<&str, &ThreatChange> = changes.map(|c| (c.id.as_str(), c)).collect();
        for f in &mut out.fresh {
            f.because = changes.get(f.id.as_str()).map(|c| c.because.clone()).unwrap_or_default();
        }
        let product = |f: &Fresh| {
            changes.get(f.id.as_str()).and_then(|c| c.new.as_ref()).map_or(0, |s| s.residual.product())
        };
        out.fresh.sort_by(|a, b| {
            (b.severity, product(b)).cmp(&(a.severity, product(a))).then_with(|| a.id.cmp(&b.id))
        });
    }
    out
}
