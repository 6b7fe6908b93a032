//! What the page's script knows of the threats beside what is written: a block of data in the page, which
//! runs nothing and loads nothing. Without scripts nothing is missing but the comforts.

use crate::analysis::Status;
use crate::catalog::Stride;
use crate::model::responses::RiskLevel;
use crate::report::data::Report;
use crate::report::names::Names;
use crate::report::{prose, words};
use indexmap::{IndexMap, IndexSet};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// The block. Parts and rules are named by their places in lists, since threats name them again and again.
#[derive(Serialize)]
struct Held<'a> {
    title: &'a str,
    catalog: &'a str,
    tool: &'a str,
    /// What the script says.
    words: BTreeMap<&'a str, &'a str>,
    /// Elements, boundaries, flows, and at the end what stands for the model.
    ids: Vec<&'a str>,
    /// What all but the last are called.
    names: Vec<&'a str>,
    /// The boundary in which an element or a boundary lies; -1 if in none.
    within: Vec<isize>,
    /// Which of the ids are boundaries: from the one place up to the other.
    boundaries: [usize; 2],
    /// The ends of flows.
    flows: Vec<(usize, [usize; 2])>,
    rules: Vec<Rule<'a>>,
    frameworks: BTreeMap<&'a str, &'a str>,
    /// What threats name by its place: severities, statuses, letters, owners.
    levels: Vec<RiskLevel>,
    statuses: &'a [Status],
    stride: &'a [Stride],
    owners: Vec<&'a str>,
    /// In the order of the register.
    threats: Vec<Entry>,
}

/// What all threats of a rule share: its name, its phases, what it refers to.
#[derive(Serialize)]
struct Rule<'a>(&'a str, &'a [String], &'a IndexMap<String, Vec<String>>);

/// A threat, as a list of what its fields are.
#[derive(Serialize)]
struct Entry(
    /// Its rule.
    usize,
    /// What it is on.
    usize,
    /// The flows of its path.
    Vec<usize>,
    /// Who answers for it.
    Vec<usize>,
    /// Likelihood and impact, before any control and now.
    [u8; 4],
    /// Its severity now.
    usize,
    /// Its status.
    usize,
    /// Whether it is open or planned.
    u8,
    /// Its letters.
    Vec<usize>,
    /// Whether it is harm to people.
    u8,
);

/// The block as JSON that can stand in a page.
pub(super) fn json(report: &Report, names: &Names<'_>) -> serde_json::Result<String> {
    let elements = report.elements.iter().map(|e| (e.id.as_str(), e.boundary.as_ref()));
    let boundaries = report.boundaries.iter().map(|b| (b.id.as_str(), b.parent.as_ref()));
    let parts: Vec<(&str, Option<&String>)> = elements.chain(boundaries).collect();
    let flows = report.flows.iter().map(|f| f.id.as_str());
    let mut ids: Vec<&str> = parts.iter().map(|(id, _)| *id).chain(flows).collect();
    let called = ids.iter().map(|id| names.of(id)).collect();
    ids.push("*");
    let places: HashMap<&str, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    // What is not there is the model.
    let place = |id: &str| places.get(id).copied().unwrap_or(ids.len() - 1);
    let around = |of: Option<&String>| of.and_then(|b| isize::try_from(place(b)).ok()).unwrap_or(-1);
    let mut owners: IndexSet<&str> = IndexSet::new();
    let mut rules: IndexMap<&str, Rule<'_>> = IndexMap::new();
    let mut threats = Vec::with_capacity(report.threats.len());
    for t in &report.threats {
        let rule = rules.entry(&t.rule);
        let at = rule.index();
        rule.or_insert(Rule(&t.rule, &t.phase, &t.refs));
        threats.push(Entry(
            at,
            place(&t.target),
            t.path.iter().map(|s| place(&s.flow)).collect(),
            t.owner.iter().map(|o| owners.insert_full(o.name.as_str()).0).collect(),
            [t.likelihood, t.impact, t.residual.likelihood, t.residual.impact],
            nth(RiskLevel::ALL, &t.residual.severity),
            nth(Status::ALL, &t.status),
            u8::from(t.status.is_unsettled()),
            t.stride.iter().map(|s| nth(Stride::ALL, s)).collect(),
            u8::from(t.harm.is_some()),
        ));
    }
    let held = Held {
        title: &report.model.title,
        catalog: &report.catalog,
        tool: &report.tool,
        words: words::script(),
        names: called,
        within: parts.iter().map(|(_, around_it)| around(*around_it)).collect(),
        boundaries: [report.elements.len(), parts.len()],
        flows: report.flows.iter().map(|f| (place(&f.id), [place(&f.source), place(&f.target)])).collect(),
        rules: rules.into_values().collect(),
        frameworks: report
            .references
            .iter()
            .filter_map(|r| Some((r.framework.as_str(), r.framework_title.as_deref()?)))
            .collect(),
        levels: RiskLevel::ALL.to_vec(),
        statuses: Status::ALL,
        stride: Stride::ALL,
        owners: owners.into_iter().collect(),
        threats,
        ids,
    };
    Ok(inert(&serde_json::to_string(&held)?))
}

/// The place of a word in the list of all.
fn nth<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|x| x == one).unwrap_or(0)
}

/// JSON in which nothing can end the element in which it stands, or turn the direction of what follows.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // All of these have one unit of UTF-16.
        match c {
            c if matches!(c, '&' | '<' | '>') || prose::is_unsafe(c) => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            c => out.push(c),
        }
    }
    out
}
