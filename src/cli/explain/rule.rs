//! A threat of the catalog or of a model's own, with everything known of it.

use super::framework::{cases, references};
use crate::catalog::{Catalog, Rule, classed, spoken};
use crate::diagnostic::page::{fold, fold_under};
use std::fmt::Write as _;

pub(super) fn told(r: &Rule, catalog: &Catalog) -> String {
    let mut out = format!("{} (threat)\n{}\n\n{}\n", r.name, r.title, fold(&r.scenario));
    if !r.about.is_empty() {
        let _ = writeln!(out, "{}", fold(&r.about));
    }
    let _ = writeln!(out, "What to do:\n{}", fold(&r.mitigation));
    facts(&mut out, r, catalog);
    if let Some(when) = &r.when {
        out.push_str("\nWhat the condition asks:\n");
        for asked in spoken::asked(when, catalog) {
            let _ = write!(out, "{}", fold_under(&asked.written.join(", "), "  "));
            let _ = write!(out, "{}", fold_under(&asked.words, "      "));
        }
    }
    if !r.test.is_empty() {
        let _ = write!(out, "\nTry it with:\n{}", references(&r.test));
    }
    if !r.refs.is_empty() {
        let _ = write!(out, "\nReferences:\n{}", references(&r.refs));
    }
    let cases = cases(&r.refs);
    if !cases.is_empty() {
        let _ = write!(out, "\nCases of ATLAS in which its techniques were seen:\n{cases}");
    }
    out
}

/// What has a line each: letters, phase, condition, ratings, controls.
fn facts(out: &mut String, r: &Rule, catalog: &Catalog) {
    let (family, classes) = classed(&r.stride, r.harm);
    let _ = writeln!(out, "  {:<12} {classes}", format!("{family}:"));
    let layer: Vec<String> = r.layer.iter().map(|l| format!("{} (MAESTRO)", l.replace('_', " "))).collect();
    for (what, list) in [
        ("phase:", &r.phase),
        ("layer:", &layer),
        ("family:", &r.family),
        ("tags:", &r.tags),
        ("was:", &r.was),
    ] {
        if !list.is_empty() {
            let _ = writeln!(out, "  {what:<12} {}", list.join(", "));
        }
    }
    let _ = writeln!(out, "  arises on:   {}", catalog.tried_on(r).join(", "));
    if let Some(w) = &r.when {
        let _ = writeln!(out, "  when:        {}", w.text);
    }
    let _ = writeln!(out, "  likelihood:  {} of 5 before any control, {} at least", r.likelihood, r.floor);
    let _ = writeln!(out, "  impact:      {} of 5, moved by what is at stake", r.impact);
    let steps = |list| {
        let names: Vec<String> =
            catalog.steps(list).iter().map(|(c, n)| format!("{} -{n}", c.name)).collect();
        names.join(", ")
    };
    if !r.lowered_by.is_empty() {
        let _ = writeln!(out, "  lowered by:  {}", steps(&r.lowered_by));
    }
    if !r.softened_by.is_empty() {
        let _ = writeln!(out, "  softened by: {}", steps(&r.softened_by));
    }
    let refined: Vec<&str> =
        r.refines.iter().filter_map(|x| catalog.rule(*x)).map(|x| x.name.as_str()).collect();
    if !refined.is_empty() {
        let _ = writeln!(out, "  refines:     {}", refined.join(", "));
    }
}
