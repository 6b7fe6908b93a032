//! What templates get beside the bare report: places, paths and prose in words.

use crate::model::responses::RiskLevel;
use crate::report::data::{Reference, Report, Threat};
use crate::report::names::Names;
use crate::report::{Picture, Place, answers, coverage, evidence, first, paths, prose, sets, words};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// The report's JSON with, for readers:
///
/// - `model.about_html`, `model.ai_act_text`; `about_html` of elements, data and flows
/// - of threats: `place`, `path_text`, `rating_text`, `status_text`, `rated_text`, `scenario_html`,
///   `mitigation_html`, `is_unsettled`
/// - of threats also `owner_text`, `answer_text` (what closed it), `likelihood_text`, `impact_text`, `frameworks`
/// - of controls and responses `forecast_text`: what would change with all that is planned
/// - of threats also `band_text`, `dread_parts`, `harm_text`, `scenario_title`, `closing_text`: the page's own explanations
/// - of responses `state_text` and `due_text`, of entries `nothing_text`
/// - of threats also `probes` (`{tool, id, title, call, url}`), `tried` (`{result, told}`) and `answers` (places in `responses`)
/// - `taint_text` of elements, `reach_text` of data: the way, in words
/// - `on_text`, `about_text` and their like: lists of parts in words
pub(super) fn json(report: &Report, names: &Names<'_>) -> serde_json::Result<Value> {
    let mut root = serde_json::to_value(report)?;
    let mut each = |list: &str, edit: &mut dyn FnMut(usize, &mut Map<String, Value>)| {
        let items = root.get_mut(list).and_then(Value::as_array_mut);
        for (i, item) in items.into_iter().flatten().enumerate() {
            if let Some(map) = item.as_object_mut() {
                edit(i, map);
            }
        }
    };
    let mut put = |list: &str, field: &str, value: &dyn Fn(usize) -> Option<Value>| {
        each(list, &mut |i, map| {
            map.insert(field.to_owned(), value(i).unwrap_or(Value::Null));
        });
    };
    let html = |text: &str| Value::from(prose::html(text));

    put("elements", "about_html", &|i| report.elements.get(i).map(|x| html(&x.about)));
    put("data", "about_html", &|i| report.data.get(i).map(|x| html(&x.about)));
    put("flows", "about_html", &|i| report.flows.get(i).map(|x| html(&x.about)));
    put("boundaries", "about_html", &|i| report.boundaries.get(i).map(|x| html(&x.about)));
    put("attackers", "about_html", &|i| report.attackers.get(i).map(|x| html(&x.about)));
    put("controls", "about_html", &|i| report.controls.get(i).map(|x| html(&x.about)));
    put("elements", "taint_text", &|i| report.elements.get(i).map(|x| names.path(&x.taint.path).into()));
    put("data", "reach_text", &|i| report.data.get(i).map(|x| names.path(&x.exposure.path).into()));
    put("entries", "crossing", &|i| {
        let flow = &report.entries.get(i)?.flow;
        report.flows.iter().find(|f| &f.id == flow)?.crossing.as_ref().map(|c| c.number.into())
    });
    put("attackers", "ways_text", &|i| report.attackers.get(i).map(|x| paths::counts(x).into()));
    put("attackers", "wants_text", &|i| report.attackers.get(i).map(|x| names.parts(&x.wants).into()));
    put("assumptions", "about_text", &|i| report.assumptions.get(i).map(|x| names.parts(&x.about).into()));
    put("questions", "about_text", &|i| report.questions.get(i).map(|x| names.parts(&x.about).into()));
    put("controls", "on_text", &|i| report.controls.get(i).map(|x| names.parts(&x.on).into()));
    put("controls", "forecast_text", &|i| {
        report.controls.get(i).map(|c| answers::forecast(names, &c.counts_for).into())
    });
    put("responses", "forecast_text", &|i| {
        report.responses.get(i).map(|r| answers::forecast(names, &r.threats).into())
    });
    put("responses", "on_text", &|i| report.responses.get(i).map(|x| names.parts(&x.on).into()));
    put("responses", "state_text", &|i| {
        report.responses.get(i).map(|x| answers::state(report, names, x).into())
    });
    put("responses", "due_text", &|i| report.responses.get(i).map(|x| answers::due(report, x).into()));
    put("entries", "nothing_text", &|i| {
        report.entries.get(i).map(|x| words::brings_nothing(report, x).into())
    });
    put("responses", "with_text", &|i| report.responses.get(i).map(|x| names.controls(&x.with).into()));
    put("tests", "on_text", &|i| report.tests.get(i).map(|x| names.parts(&x.on).into()));
    put("requirements", "on_text", &|i| report.requirements.get(i).map(|x| names.parts(&x.on).into()));
    put("requirements", "kept_text", &|i| report.requirements.get(i).map(|x| names.parts(&x.kept).into()));
    put("requirements", "broken_text", &|i| {
        report.requirements.get(i).map(|x| names.parts(&x.broken).into())
    });

    let threat = |i: usize| report.threats.get(i);
    put("threats", "place", &|i| threat(i).map(|t| names.place(t).into()));
    put("threats", "path_text", &|i| threat(i).map(|t| names.path(&t.path).into()));
    put("threats", "rating_text", &|i| threat(i).map(|t| words::rating(t).into()));
    put("threats", "owner_text", &|i| threat(i).map(|t| first::owner(t).into()));
    put("threats", "answer_text", &|i| threat(i).map(|t| answers::told(report, names, t).into()));
    put("threats", "likelihood_text", &|i| threat(i).map(|t| words::why(t, "likelihood").into()));
    put("threats", "impact_text", &|i| threat(i).map(|t| words::why(t, "impact").into()));
    put("threats", "frameworks", &|i| threat(i).map(|t| t.refs.keys().cloned().collect()));
    put("threats", "band_text", &|i| threat(i).map(|t| words::band(t).into()));
    put("threats", "harm_text", &|i| threat(i).and_then(|t| t.harm).map(|h| h.label().into()));
    put("threats", "scenario_title", &|i| threat(i).map(|t| words::scenario(t).into()));
    put("threats", "dread_parts", &|i| {
        let part = |(name, value, because)| json!({ "name": name, "value": value, "because": because });
        threat(i).map(|t| t.dread.told(&t.dread_because).into_iter().map(part).collect())
    });
    put("threats", "closing_text", &|i| threat(i).map(|t| words::closing(&t.closed_by).into()));
    put("threats", "status_text", &|i| threat(i).map(|t| words::status(t.status).into()));
    put("threats", "rated_text", &|i| threat(i).map(|t| words::rated_by(t.rated).into()));
    put("threats", "is_unsettled", &|i| threat(i).map(|t| t.status.is_unsettled().into()));
    put("threats", "scenario_html", &|i| threat(i).map(|t| html(&prose::of(&t.scenario))));
    put("threats", "mitigation_html", &|i| threat(i).map(|t| html(&prose::of(&t.mitigation))));
    put("threats", "probes", &|i| Some(json!(evidence::probes(report, threat(i)?))));
    put("threats", "tried", &|i| {
        let tests = threat(i)?.tests.iter().filter_map(|t| report.tests.get(*t));
        Some(tests.map(|t| json!({ "result": t.result, "told": evidence::told(t) })).collect())
    });
    put("threats", "answers", &|i| {
        let t = threat(i)?;
        let both = [t.response, t.rating].into_iter().flatten();
        Some(both.map(Value::from).collect())
    });
    for (list, field) in [("credited", "on"), ("uncredited", "on")] {
        each("threats", &mut |i, map| {
            let Some(t) = threat(i) else { return };
            let items = map.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
            for (n, item) in items.enumerate() {
                let on = match list {
                    "credited" => t.credited.get(n).map(|c| &c.on),
                    _ => t.uncredited.get(n).map(|c| &c.on),
                };
                if let (Some(on), Some(map)) = (on, item.as_object_mut()) {
                    map.insert(format!("{field}_text"), names.part(on).into());
                }
            }
        });
    }
    if let Some(model) = root.get_mut("model").and_then(Value::as_object_mut) {
        model.insert("about_html".to_owned(), html(&report.model.about));
        model.insert("ai_act_text".to_owned(), report.model.eu_ai_act.map(words::ai_act).into());
    }
    Ok(root)
}

/// What a rule refers to, by framework: `{of, entries: [{text, url}]}`.
fn references(report: &Report, t: &Threat) -> Value {
    let mut by_source: IndexMap<String, Vec<Value>> = IndexMap::new();
    for (framework, id) in t.refs.iter().flat_map(|(f, ids)| ids.iter().map(move |id| (f, id))) {
        let known = report.reference(framework, id);
        let of = known.map_or_else(|| framework.clone(), Reference::source);
        let title = known.and_then(|r| r.title.as_ref()).map(|t| format!(" {t}")).unwrap_or_default();
        let url = known.and_then(|r| r.url.as_ref()).filter(|u| prose::is_allowed(u));
        by_source.entry(of).or_default().push(json!({ "text": format!("{id}{title}"), "url": url }));
    }
    by_source.into_iter().map(|(of, entries)| json!({ "of": of, "entries": entries })).collect()
}

/// What the rules of the report's threats refer to, and how to try what they find, once for each rule, in
/// the order of the threats: `{id, title, references: [{of, entries: [{text, url}]}],
/// probes}`.
pub(super) fn rules(report: &Report) -> Value {
    let mut seen = HashSet::new();
    let first = report.threats.iter().filter(|t| seen.insert(&t.rule) && !t.refs.is_empty());
    first
        .map(|t| {
            json!({
                "id": t.rule,
                "title": t.title,
                "references": references(report, t),
                "probes": evidence::probes(report, t),
            })
        })
        .collect()
}

/// Threats by letter and by entry, told apart by whether they are answered.
pub(super) fn found(report: &Report) -> Value {
    let letters = coverage::by_letter(report);
    let letters: Value = letters.iter().map(|(s, f)| json!({ "stride": s, "found": f })).collect();
    let harm = coverage::by_harm(report);
    let harm: Value = harm.iter().map(|(h, f)| json!({ "harm": h.label(), "found": f })).collect();
    json!({ "letters": letters, "harm": harm, "entries": coverage::by_entry(report) })
}

/// Both matrices as rows of cells, the likeliest first: `{id, title, rows: [{likelihood, cells:
/// [{impact, severity, threats}]}]}`.
pub(super) fn grids(report: &Report) -> Value {
    let m = &report.summary.matrix;
    let both = [
        ("inherent", "Before any control", &m.inherent),
        ("residual", "With the controls in force", &m.residual),
    ];
    let grids = both.iter().map(|(id, title, matrix)| {
        let rows = (1u8..=5).zip(matrix.iter()).rev().map(|(likelihood, row)| {
            let cells = row.iter().zip(1u8..).map(|(n, impact)| {
                json!({ "impact": impact, "severity": RiskLevel::of(likelihood * impact), "threats": n })
            });
            json!({ "likelihood": likelihood, "cells": cells.collect::<Value>() })
        });
        json!({ "id": id, "title": title, "rows": rows.collect::<Value>() })
    });
    grids.collect()
}

/// The cells of both matrices that hold a threat, the worst first: `{matrix, likelihood, impact, threats}`.
pub(super) fn cells(report: &Report) -> Value {
    let mut out = Vec::new();
    for matrix in ["inherent", "residual"] {
        for product in (1..=25u8).rev() {
            for likelihood in (1..=5u8).rev().filter(|l| product % l == 0 && product / l <= 5) {
                let impact = product / likelihood;
                let at = |t: &&Threat| {
                    let (l, i) = match matrix {
                        "inherent" => (t.likelihood, t.impact),
                        _ => (t.residual.likelihood, t.residual.impact),
                    };
                    (l, i) == (likelihood, impact)
                };
                let ids: Vec<&str> = report
                    .threats
                    .iter()
                    .filter(|t| sets::counts(t))
                    .filter(at)
                    .map(|t| t.id.as_str())
                    .collect();
                if !ids.is_empty() {
                    out.push(json!({ "matrix": matrix, "likelihood": likelihood, "impact": impact, "threats": ids }));
                }
            }
        }
    }
    out.into()
}

/// The pictures of one part of the report.
pub(super) fn pictures(pictures: &[Picture], place: Place) -> Value {
    let all = pictures.iter().filter(|p| p.place == place);
    all.map(|p| {
        let (svg, shape) = (inline(&p.svg), shape(&p.svg));
        json!({ "title": p.title, "about_html": prose::html(&p.about), "svg": svg, "shape": shape })
    })
    .collect()
}

/// A picture without what only a file of its own needs: what stands before it, its style sheet, and colours
/// as attributes, which the page's style sheet gives to their classes.
fn inline(svg: &str) -> String {
    let svg = svg.find("<svg").and_then(|at| svg.get(at..)).unwrap_or("");
    let (head, rest) = svg.split_once("<style>").unwrap_or((svg, ""));
    let body = rest.split_once("</style>").map_or("", |(_, body)| body);
    let mut out = String::with_capacity(svg.len());
    for part in [head, body] {
        let mut left = part;
        // A quotation mark in a model's text is written as a reference, so that none of it looks so.
        while let Some(at) = [" fill=\"#", " stroke=\"#"].iter().filter_map(|k| left.find(k)).min() {
            let (before, colour) = left.split_at(at);
            out.push_str(before);
            left = colour.splitn(3, '"').nth(2).unwrap_or("");
        }
        out.push_str(left);
    }
    out
}

/// `broad`, if a picture can only be read on paper that lies on its side.
fn shape(svg: &str) -> &'static str {
    /// What is still legible on a page that stands: names are five points high then.
    const MOST: f64 = 1400.0;
    let side = |key: &str| -> f64 {
        let value = svg.split_once(key).and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(value, _)| value.parse().ok()).unwrap_or(0.0)
    };
    let (width, height) = (side("\" width=\""), side("\" height=\""));
    if width > MOST && width > height { "broad" } else { "" }
}
