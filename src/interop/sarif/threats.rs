//! Open and planned threats as SARIF results, their rules as rules.

use super::{Files, Finding, Level, Rule};
use crate::analysis::{Teller, Threat};
use crate::catalog;
use crate::model::Model;
use crate::model::responses::RiskLevel;
use std::collections::HashMap;

/// The level of a severity: what is high or worse is an error, what is low a note.
fn level(severity: RiskLevel) -> Level {
    match severity {
        RiskLevel::Critical | RiskLevel::High => Level::Error,
        RiskLevel::Medium => Level::Warning,
        RiskLevel::Low => Level::Note,
    }
}

/// The id of a threat's rule. Codes of diagnostics have no `/`, so none of them is meant by it.
fn id(name: &str) -> String {
    format!("threat/{name}")
}

/// A rule of the catalog or of the model.
pub fn rule(r: &catalog::Rule) -> Rule {
    let letters = r.stride.iter().map(|s| format!("stride/{}", s.word()));
    // What is no attack is no matter of security to those who sort by that tag.
    let family = if r.harm.is_some() { "harm" } else { "security" };
    Rule {
        id: id(&r.name),
        title: r.title.clone(),
        about: r.scenario.clone(),
        help: format!("{}\n\n{}", r.scenario, r.mitigation),
        markdown: None,
        level: level(RiskLevel::of(r.likelihood.saturating_mul(r.impact))),
        tags: std::iter::once(family.to_owned())
            .chain(letters)
            .chain(r.harm.map(|h| format!("harm/{}", h.word())))
            .collect(),
        product: r.harm.is_none().then(|| r.likelihood.saturating_mul(r.impact)),
    }
}

/// Open and planned threats of a model, with their rules.
pub fn open<'a>(
    files: Files<'_>,
    model: &Model,
    teller: &Teller<'_>,
    threats: impl Iterator<Item = &'a Threat>,
) -> (Vec<Rule>, Vec<Finding>) {
    let mut worst: HashMap<usize, u8> = HashMap::new();
    let findings = threats.map(|t| {
        let product = worst.entry(t.rule.index()).or_default();
        *product = t.residual.product().max(*product);
        finding(files, model, t, teller.title(t))
    });
    let findings: Vec<Finding> = findings.collect();
    let rules = model.catalog.rules.iter().enumerate().filter_map(|(n, r)| {
        let product = *worst.get(&n)?;
        let rule = rule(r);
        Some(Rule { product: rule.product.and(Some(product)), ..rule })
    });
    (rules.collect(), findings)
}

fn finding(files: Files<'_>, model: &Model, t: &Threat, title: String) -> Finding {
    let rating = t.residual;
    let severity = rating.severity();
    let message = format!(
        "{title} ({}): {severity}, likelihood {} x impact {}, {}",
        t.id, rating.likelihood, rating.impact, t.status
    );
    Finding {
        rule: model.catalog.rules.get(t.rule.index()).map(|r| id(&r.name)).unwrap_or_default(),
        level: level(severity),
        message,
        place: t.target.span(model).and_then(|s| files.place(s)).or_else(|| files.whole()),
        related: Vec::new(),
        fixes: Vec::new(),
        identity: t.id.clone(),
        rank: Some(f64::from(rating.product()) * 4.0),
    }
}
