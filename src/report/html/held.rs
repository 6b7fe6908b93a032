//! What the page's script knows of the threats beside what is written: a block of data in the page, which
//! runs nothing and loads nothing. Without scripts nothing is missing but the comforts.

use crate::analysis::Status;
use crate::catalog::Stride;
use crate::model::responses::RiskLevel;
use crate::report::data::{Report, Threat};
use crate::report::names::Names;
use crate::report::prose;
use serde::Serialize;
use std::collections::BTreeMap;

/// The block.
#[derive(Serialize)]
struct Held<'a> {
    title: &'a str,
    catalog: &'a str,
    tool: &'a str,
    /// Elements, boundaries and flows by their names.
    names: BTreeMap<&'a str, &'a str>,
    boundaries: Vec<&'a str>,
    /// The boundary in which an element or a boundary lies.
    within: BTreeMap<&'a str, &'a str>,
    /// The ends of flows.
    flows: BTreeMap<&'a str, [&'a str; 2]>,
    rules: BTreeMap<&'a str, Rule<'a>>,
    frameworks: BTreeMap<&'a str, &'a str>,
    /// In the order of the register.
    threats: Vec<Entry<'a>>,
}

/// What all threats of a rule share.
#[derive(Serialize)]
struct Rule<'a> {
    phase: &'a [String],
    refs: BTreeMap<&'a str, &'a [String]>,
}

/// A threat, as a list of what its fields are.
#[derive(Serialize)]
struct Entry<'a>(
    /// Its id.
    &'a str,
    /// What it is on.
    &'a str,
    /// The flows of its path.
    Vec<&'a str>,
    /// Who answers for it.
    Vec<&'a str>,
    /// Likelihood and impact, before any control and now.
    [u8; 4],
    /// Its severity now.
    RiskLevel,
    Status,
    /// Whether it is open or planned.
    bool,
    &'a [Stride],
    /// Whether it is harm to people.
    bool,
);

/// The block as JSON that can stand in a page.
pub(super) fn json(report: &Report, names: &Names<'_>) -> serde_json::Result<String> {
    let ids = report.elements.iter().map(|e| &e.id);
    let ids = ids.chain(report.boundaries.iter().map(|b| &b.id)).chain(report.flows.iter().map(|f| &f.id));
    let of_elements = report.elements.iter().map(|e| (e.id.as_str(), &e.boundary));
    let of_boundaries = report.boundaries.iter().map(|b| (b.id.as_str(), &b.parent));
    let held = Held {
        title: &report.model.title,
        catalog: &report.catalog,
        tool: &report.tool,
        names: ids.map(|id| (id.as_str(), names.of(id))).collect(),
        boundaries: report.boundaries.iter().map(|b| b.id.as_str()).collect(),
        within: of_elements.chain(of_boundaries).filter_map(|(id, b)| Some((id, b.as_deref()?))).collect(),
        flows: report.flows.iter().map(|f| (f.id.as_str(), [f.source.as_str(), f.target.as_str()])).collect(),
        rules: report.threats.iter().map(|t| (t.rule.as_str(), rule(t))).collect(),
        frameworks: report
            .references
            .iter()
            .filter_map(|r| Some((r.framework.as_str(), r.framework_title.as_deref()?)))
            .collect(),
        threats: report
            .threats
            .iter()
            .map(|t| {
                let path = t.path.iter().map(|s| s.flow.as_str()).collect();
                let ratings = [t.likelihood, t.impact, t.residual.likelihood, t.residual.impact];
                let owners = t.owner.iter().map(|o| o.name.as_str()).collect();
                let (severity, unsettled) = (t.residual.severity, t.status.is_unsettled());
                let harm = t.harm.is_some();
                Entry(&t.id, &t.target, path, owners, ratings, severity, t.status, unsettled, &t.stride, harm)
            })
            .collect(),
    };
    Ok(inert(&serde_json::to_string(&held)?))
}

/// JSON in which nothing can end the element in which it stands, or turn the direction of what follows.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // All of these have one unit of UTF-16.
        match c {
            '&' | '<' | '>' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if prose::is_unsafe(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

fn rule(t: &Threat) -> Rule<'_> {
    Rule { phase: &t.phase, refs: t.refs.iter().map(|(f, ids)| (f.as_str(), ids.as_slice())).collect() }
}
