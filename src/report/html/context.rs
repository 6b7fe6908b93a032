//! What templates get beside the bare report: places, paths and prose in words.

use crate::model::responses::RiskLevel;
use crate::report::data::{Reference, Report, Threat};
use crate::report::names::Names;
use crate::report::shallow::{Visitor, visit};
use crate::report::{answers, coverage, evidence, paths, prose, sets, words};
use indexmap::IndexMap;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};

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
pub(super) fn json(
    report: &Report,
    names: &Names<'_>,
    wanted: &dyn Fn(&str) -> bool,
) -> serde_json::Result<Value> {
    let mut bare = Bare { fields: Map::new(), wanted };
    visit(report, &mut bare)?;
    let mut root = Value::Object(bare.fields);
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
        names.flow(flow)?.crossing.as_ref().map(|c| c.number.into())
    });
    put("attackers", "ways_text", &|i| report.attackers.get(i).map(|x| paths::counts(x).into()));
    put("attackers", "wants_text", &|i| report.attackers.get(i).map(|x| names.parts(&x.wants).into()));
    put("assumptions", "about_text", &|i| report.assumptions.get(i).map(|x| names.parts(&x.about).into()));
    put("questions", "about_text", &|i| report.questions.get(i).map(|x| names.parts(&x.about).into()));
    put("controls", "on_text", &|i| report.controls.get(i).map(|x| names.parts(&x.on).into()));
    put("controls", "forecast_text", &|i| {
        report.controls.get(i).map(|c| answers::control_forecast(names, c).into())
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
        report.entries.get(i).map(|x| words::parts::brings_nothing(names, x).into())
    });
    put("responses", "with_text", &|i| report.responses.get(i).map(|x| names.controls(&x.with).into()));
    put("tests", "on_text", &|i| report.tests.get(i).map(|x| names.parts(&x.on).into()));
    put("requirements", "on_text", &|i| report.requirements.get(i).map(|x| names.parts(&x.on).into()));
    put("requirements", "kept_text", &|i| report.requirements.get(i).map(|x| names.parts(&x.kept).into()));
    put("requirements", "broken_text", &|i| {
        report.requirements.get(i).map(|x| names.parts(&x.broken).into())
    });

    if let Some(map) = root.as_object_mut().filter(|_| wanted("threats")) {
        let threats = report.threats.iter().map(|t| threat(report, names, t));
        map.insert("threats".to_owned(), threats.collect::<serde_json::Result<Value>>()?);
    }
    if let Some(model) = root.get_mut("model").and_then(Value::as_object_mut) {
        model.insert("about_html".to_owned(), html(&report.model.about));
        model.insert("ai_act_text".to_owned(), report.model.eu_ai_act.map(words::first::ai_act).into());
    }
    Ok(root)
}

/// The fields of the bare report that are wanted. Threats come with what is said of them, one by one.
struct Bare<'a> {
    fields: Map<String, Value>,
    wanted: &'a dyn Fn(&str) -> bool,
}

impl Visitor for Bare<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> serde_json::Result<()> {
        if name != "threats" && (self.wanted)(name) {
            self.fields.insert(name.to_owned(), serde_json::to_value(value)?);
        }
        Ok(())
    }
}

/// A threat as JSON with what is said of it.
pub(super) fn threat(report: &Report, names: &Names<'_>, t: &Threat) -> serde_json::Result<Value> {
    let mut out = serde_json::to_value(t)?;
    let Some(map) = out.as_object_mut() else { return Ok(out) };
    let mut put = |field: &str, value: Value| {
        map.insert(field.to_owned(), value);
    };
    let html = |text: &crate::analysis::Prose| Value::from(prose::html(&prose::of(text)));
    put("place", names.place(t).into());
    put("path_text", names.path(&t.path).into());
    put("rating_text", words::ratings::product(t).into());
    put("owner_text", words::first::owner(t).into());
    put("answer_text", answers::told(report, names, t).into());
    put("likelihood_text", words::ratings::why(t, "likelihood").into());
    put("impact_text", words::ratings::why(t, "impact").into());
    put("frameworks", t.refs.keys().cloned().collect());
    put("band_text", words::ratings::band(t).into());
    put("harm_text", t.harm.map(|h| h.label()).into());
    put("scenario_title", words::card::scenario(t).into());
    let part = |(name, value, because)| json!({ "name": name, "value": value, "because": because });
    put("dread_parts", t.dread.told(&t.dread_because).into_iter().map(part).collect());
    put("closing_text", words::card::closing(&t.closed_by).into());
    put("status_text", words::status(t.status).into());
    put("rated_text", words::ratings::rated_by(t.rated).into());
    put("is_unsettled", t.status.is_unsettled().into());
    put("scenario_html", html(&t.scenario));
    put("mitigation_html", html(&t.mitigation));
    put("probes", json!(evidence::probes(report, t)));
    let tests = t.tests.iter().filter_map(|t| report.tests.get(*t));
    put("tried", tests.map(|t| json!({ "result": t.result, "told": words::trying::told(t) })).collect());
    put("answers", [t.response, t.rating].into_iter().flatten().map(Value::from).collect());
    let credited: Vec<String> = t.credited.iter().map(|c| names.part(&c.on)).collect();
    let uncredited: Vec<String> = t.uncredited.iter().map(|c| names.part(&c.on)).collect();
    for (list, places) in [("credited", credited), ("uncredited", uncredited)] {
        let items = map.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for (item, place) in items.zip(places) {
            if let Some(item) = item.as_object_mut() {
                item.insert("on_text".to_owned(), place.into());
            }
        }
    }
    Ok(out)
}

/// Works all of whose entries that the report knows have one address, with that: it is told once.
pub(super) fn works(report: &Report) -> IndexMap<String, String> {
    let mut addresses: IndexMap<String, Vec<&String>> = IndexMap::new();
    for r in &report.references {
        addresses.entry(r.source()).or_default().extend(r.url.as_ref().filter(|u| prose::is_allowed(u)));
    }
    let one =
        addresses.into_iter().filter(|(_, all)| all.len() > 1 && all.iter().all(|u| all.first() == Some(u)));
    one.filter_map(|(of, all)| Some((of, (*all.first()?).clone()))).collect()
}

/// What a rule refers to, by framework: `{of, entries: [{text, url}]}`. An address that [`works`] have is left out.
fn references(report: &Report, works: &IndexMap<String, String>, t: &Threat) -> Value {
    let mut by_source: IndexMap<String, Vec<Value>> = IndexMap::new();
    for (framework, id) in t.refs.iter().flat_map(|(f, ids)| ids.iter().map(move |id| (f, id))) {
        let known = report.reference(framework, id);
        let of = known.map_or_else(|| framework.clone(), Reference::source);
        let title = known.and_then(|r| r.title.as_ref()).map(|t| format!(" {t}")).unwrap_or_default();
        let url =
            known.and_then(|r| r.url.as_ref()).filter(|u| prose::is_allowed(u) && !works.contains_key(&of));
        by_source.entry(of).or_default().push(json!({ "text": format!("{id}{title}"), "url": url }));
    }
    by_source.into_iter().map(|(of, entries)| json!({ "of": of, "entries": entries })).collect()
}

/// What the rules of the report's threats refer to, and how to try what they find, once for each rule, in
/// the order of the threats: `{id, title, told, references: [{of, entries: [{text, url}]}], probes}`. In a long
/// report `told` has what its cards leave out, as the worst threat of the rule says it.
pub(super) fn rules(report: &Report, names: &Names<'_>) -> Value {
    let long = sets::is_long(report);
    let works = works(report);
    let mut places: HashMap<&str, usize> = HashMap::new();
    for t in &report.threats {
        *places.entry(t.rule.as_str()).or_default() += 1;
    }
    let mut seen = HashSet::new();
    let first = report.threats.iter().filter(|t| seen.insert(&t.rule) && (long || !t.refs.is_empty()));
    first
        .map(|t| {
            let html = |text| prose::html(&prose::of(text));
            let told = long.then(|| {
                json!({
                    "place": names.place(t),
                    "places": places.get(t.rule.as_str()),
                    "scenario_title": words::card::scenario(t),
                    "scenario_html": html(&t.scenario),
                    "mitigation_html": html(&t.mitigation),
                })
            });
            json!({
                "id": t.rule,
                "title": t.title,
                "told": told,
                "references": references(report, &works, t),
                "probes": evidence::probes(report, t),
            })
        })
        .collect()
}

/// Why the parts of DREAD that do not follow from the rating are what they are: `{name, values: [{value, because}]}`,
/// each that the report's threats have.
pub(super) fn dread(report: &Report) -> Value {
    let mut all: IndexMap<&str, BTreeSet<(u8, &str)>> = IndexMap::new();
    for t in &report.threats {
        for (name, value, because) in t.dread.beside_the_rating(&t.dread_because) {
            all.entry(name).or_default().insert((value, because));
        }
    }
    let told = all.into_iter().map(|(name, values)| {
        let values: Value = values.iter().map(|(v, why)| json!({ "value": v, "because": why })).collect();
        json!({ "name": name, "values": values })
    });
    told.collect()
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
        ("inherent", words::counted::BEFORE, &m.inherent),
        ("residual", words::counted::IN_FORCE, &m.residual),
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

/// `broad`, if a picture can only be read on paper that lies on its side, and `tall` if it needs the height of a page.
pub(super) fn shape(svg: &str) -> &'static str {
    /// What is still legible on a page that stands: names are five points high then.
    const MOST: f64 = 1400.0;
    /// From how many times as high as wide.
    const TALL: f64 = 1.25;
    let side = |key: &str| -> f64 {
        let value = svg.split_once(key).and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(value, _)| value.parse().ok()).unwrap_or(0.0)
    };
    let (width, height) = (side("\" width=\""), side("\" height=\""));
    match height / width {
        ratio if ratio < 1.0 && width > MOST => "broad",
        ratio if ratio > TALL => "tall",
        _ => "",
    }
}
