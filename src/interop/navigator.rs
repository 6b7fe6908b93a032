//! A layer for MITRE's Navigator (format 4.5) over the matrix of ATLAS: the techniques that this model's threats
//! are instances of, each with the product of its worst residual rating as its score.
//!
//! Dismissed threats and those that a finer one took the place of are left out, as in every count of risks.

use crate::model::responses::RiskLevel;
use crate::report::data::Threat;
use crate::report::names::Names;
use crate::report::register::line;
use crate::report::{Report, sets, words};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The framework whose techniques the layer shows.
const FRAMEWORK: &str = "atlas";
/// How many threats a comment names.
const NAMED: usize = 20;

/// The layer, as indented JSON.
pub fn write(report: &Report) -> String {
    let names = Names::new(report);
    let mut by_technique: BTreeMap<&str, Vec<&Threat>> = BTreeMap::new();
    for t in report.threats.iter().filter(|t| sets::counts(t)) {
        let ids = t.refs.get(FRAMEWORK).into_iter().flatten();
        // Tactics, mitigations and case studies are no cells of the matrix.
        for id in ids.filter(|id| is_technique(id)) {
            by_technique.entry(id).or_default().push(t);
        }
    }
    let techniques: Vec<Value> = by_technique.iter().map(|(id, all)| technique(id, all, &names)).collect();
    let edition = report.references.iter().find(|r| r.framework == FRAMEWORK).and_then(|r| r.edition.clone());
    let mut metadata = vec![
        json!({ "name": "Made by", "value": format!("Trustline {}", report.tool) }),
        json!({ "name": "Catalog", "value": report.catalog }),
    ];
    metadata.extend(edition.map(|e| json!({ "name": "ATLAS", "value": e })));
    metadata.extend(report.model.marking.as_ref().map(|m| json!({ "name": "Marking", "value": line(m) })));
    let legend = RiskLevel::ALL.iter().rev().map(
        |l| json!({ "label": format!("{} {l}: its worst threat", words::shape(*l)), "color": color(*l) }),
    );
    let layer = json!({
        "name": line(&report.model.title),
        "versions": { "layer": "4.5", "navigator": "5.1.0" },
        "domain": "atlas-atlas",
        "description": words::first::verdict(report),
        "sorting": 3,
        "layout": { "layout": "side", "showID": true, "showName": true, "expandedSubtechniques": "annotated" },
        "techniques": techniques,
        "gradient": { "colors": ["#ffffff", color(RiskLevel::Critical)], "minValue": 0, "maxValue": 25 },
        "legendItems": legend.collect::<Vec<_>>(),
        "metadata": metadata,
    });
    let mut out = serde_json::to_string_pretty(&layer).unwrap_or_default();
    out.push('\n');
    out
}

/// `AML.T0051`, `AML.T0051.001`; not `AML.TA0002`.
fn is_technique(id: &str) -> bool {
    id.strip_prefix("AML.T").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn technique(id: &str, threats: &[&Threat], names: &Names<'_>) -> Value {
    let product = |t: &Threat| t.residual.likelihood.saturating_mul(t.residual.impact);
    let score = threats.iter().map(|t| product(t)).max().unwrap_or(0);
    let mut lines: Vec<String> = threats
        .iter()
        .take(NAMED)
        .map(|t| {
            let sign = words::shape(t.residual.severity);
            line(&format!("{sign} {}, {}: {} at {}", t.residual.severity, t.status, t.title, names.place(t)))
        })
        .collect();
    if threats.len() > NAMED {
        lines.push(format!("and {} more", threats.len() - NAMED));
    }
    json!({
        "techniqueID": id,
        "score": score,
        "color": color(RiskLevel::of(score)),
        "comment": lines.join("\n"),
        "enabled": true,
        "showSubtechniques": true,
        "metadata": [
            { "name": "Threats", "value": threats.len().to_string() },
            { "name": "Open or planned", "value": threats.iter().filter(|t| t.status.is_unsettled()).count().to_string() },
        ],
    })
}

/// Pale colours, since the Navigator writes names in black on them.
fn color(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Critical => "#f4a6a0",
        RiskLevel::High => "#f9c784",
        RiskLevel::Medium => "#fbe7a1",
        RiskLevel::Low => "#cfe8cf",
    }
}
