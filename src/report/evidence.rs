//! How a threat is tried for real, and what came of it, as readers get it.

use super::data::{Reference, Report, Threat};
use super::prose;
use super::sets;
use super::words::trying as said;
use serde::Serialize;

/// A way to try a threat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Probe {
    /// The tool or guide with its edition.
    pub tool: String,
    /// What of it, as `promptinject`.
    pub id: String,
    /// What that is called, if it is neither its id over again nor named in its call.
    pub title: Option<String>,
    /// The command, or the class to import.
    pub call: Option<String>,
    /// Where to read about it.
    pub url: Option<String>,
}

/// The ways to try a threat, in the rule's order.
pub fn probes(report: &Report, t: &Threat) -> Vec<Probe> {
    let all = t.tools.iter().flat_map(|(tool, ids)| ids.iter().map(move |id| (tool, id)));
    all.map(|(tool, id)| {
        let known = report.reference(tool, id);
        let call = known.and_then(|r| r.call.clone());
        Probe {
            tool: known.map_or_else(|| tool.clone(), Reference::source),
            id: id.clone(),
            title: known.and_then(|r| r.title.clone()).filter(|title| call.is_none() && title != id),
            call,
            url: known.and_then(|r| r.url.clone()).filter(|u| prose::is_allowed(u)),
        }
    })
    .collect()
}

/// How an open or planned threat can be tried.
#[derive(Clone, Debug, Serialize)]
pub struct Trial {
    /// The threat.
    pub id: String,
    /// How many others of its rule are told with it.
    pub more: usize,
    /// What tries it; empty if it is to be gone through by hand.
    pub probes: Vec<Probe>,
    /// What came of it last.
    pub last: Option<String>,
}

/// How each open or planned threat can be tried, the worst first.
pub fn trials(report: &Report) -> Vec<Trial> {
    let open = report.threats.iter().filter(|t| t.status.is_unsettled());
    let rules = sets::together(sets::are_many(report), open, |t| t.rule.as_str());
    let told_of = |(first, others): (&Threat, Vec<&Threat>)| {
        let last = first.tests.first().and_then(|n| report.tests.get(*n));
        let tried = others.iter().filter(|t| !t.tests.is_empty()).count();
        Trial {
            id: first.id.clone(),
            more: others.len(),
            probes: probes(report, first),
            last: said::last(last, tried),
        }
    };
    rules.into_iter().map(told_of).collect()
}
