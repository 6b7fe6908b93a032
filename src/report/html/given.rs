//! What templates are given: the report with what is said of it in words, and what the page needs of its own.
//! Every field is described in [`super::FIELDS`].

use super::sheets::Sheets;
use super::{Fault, Theme, cards, context, held, paper, policy};
use crate::report::data::Report;
use crate::report::names::Names;
use crate::report::{Picture, Place, checklist, coverage, evidence, first, paths, scope, sets, words};
use crate::theme::TEMPLATES;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::HashSet;

#[derive(Default)]
struct Given(Map<String, Value>);

impl Given {
    fn put<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> serde_json::Result<()> {
        self.0.insert(name.to_owned(), serde_json::to_value(value)?);
        Ok(())
    }
}

/// All that templates are given, as one object.
///
/// # Errors
/// None that is known: nothing in it lacks a form in JSON.
pub fn given(report: &Report, pictures: &[Picture], theme: &Theme) -> Result<Value, Vec<Fault>> {
    let fault = |e: serde_json::Error| vec![Fault { message: e.to_string(), ..Fault::default() }];
    let sheets = Sheets::new(pictures);
    all(report, &Names::new(report), (pictures, &sheets), theme, &|_| true).map(Value::Object).map_err(fault)
}

/// What the page is written from: all for a theme with templates of its own, else no field of the report for which
/// ours do not ask.
pub(super) fn needed(
    report: &Report,
    names: &Names<'_>,
    (pictures, sheets): (&[Picture], &Sheets),
    theme: &Theme,
) -> serde_json::Result<Map<String, Value>> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    let asked: HashSet<&str> = TEMPLATES
        .iter()
        .flat_map(|(_, text)| text.split("report.").skip(1))
        .filter_map(|rest| rest.split(ends).next())
        .collect();
    all(report, names, (pictures, sheets), theme, &|name| !theme.templates.is_empty() || asked.contains(name))
}

/// The heads of columns for screens on which each row stands by itself, of those tables that grow with a model. In the
/// other tables a cell has its own, as `data-label`.
fn labels() -> String {
    let tables = words::columns::columns();
    let mut css = String::new();
    for name in ["elements", "data", "flows", "inventory", "checklist"] {
        for (head, n) in tables.get(name).into_iter().flat_map(|heads| heads.iter()).zip(1..) {
            let head = paper::string(head);
            css.push_str(&format!("[aria-labelledby={name}] td:nth-child({n}){{--label:{head}}}"));
        }
    }
    css.push('\n');
    css
}

fn all(
    report: &Report,
    names: &Names<'_>,
    (pictures, sheets): (&[Picture], &Sheets),
    theme: &Theme,
    wanted: &dyn Fn(&str) -> bool,
) -> serde_json::Result<Map<String, Value>> {
    let drawn = if pictures.is_empty() { String::new() } else { theme.pictures() + &sheets.css() };
    let marking = report.model.marking.as_deref().unwrap_or("");
    let edges = paper::edges(&report.model.title, marking, &report.tool);
    let style = format!("{}{drawn}{}{}{edges}", theme.variables(), labels(), theme.style);
    let mut c = Given::default();
    c.0.insert("report".to_owned(), context::json(report, names, wanted)?);
    c.put("coverage", &coverage::gathered(report, coverage::by_target(report, names)))?;
    c.put("ways", &paths::attackers(report, names))?;
    c.put("ways_note", &words::paths::WAYS)?;
    c.put("none_declared", &paths::none_declared(report, names))?;
    c.put("joins", &paths::joins(report, names))?;
    c.put("joins_note", &words::paths::JOINS)?;
    c.put("supply", &paths::supply(report, names))?;
    c.put("supply_note", &words::paths::SUPPLY)?;
    c.put("chokepoints", &paths::chokepoints(report, names))?;
    c.put("chokepoints_note", &words::paths::CHOKEPOINTS)?;
    c.put("reasons", &coverage::reasons(report))?;
    c.put("worst", &first::worst(report, names))?;
    c.put("duties", &first::duties(report))?;
    c.put("digest", first::short_digest(report))?;
    c.put("scope", &scope::scope(report))?;
    c.put("users", &scope::users(report))?;
    c.put("roles", &scope::roles(report))?;
    c.put("classes", &scope::classes(report))?;
    c.put("surface", &scope::surface(report, names))?;
    c.put("trials", &evidence::trials(report))?;
    c.put("score_line", &words::checklist::scorecard(&report.scorecard.overall.counts))?;
    c.put("entries_note", &words::coverage::entries(report))?;
    c.put("glossary", &words::GLOSSARY)?;
    c.put("words", &words::page())?;
    c.put("columns", &words::columns::columns())?;
    c.put("cells", &context::cells(report))?;
    c.put("grids", &context::grids(report))?;
    c.put("verdict", &words::first::verdict(report))?;
    c.put("questions", &words::QUESTIONS)?;
    let diagrams = pictures.iter().filter(|p| p.place == Place::Building).count();
    c.put("how_to_read", &words::how_to_read(diagrams))?;
    c.put("ratings", &words::ratings::DEFINED)?;
    c.put("register_note", &sets::register(report))?;
    let unsettled = words::counted::unsettled(report.summary.unsettled, report.summary.threats);
    c.put("unsettled_note", &unsettled)?;
    c.put("ratings_note", &words::ratings::confirmed(report))?;
    c.put("dread_note", &words::ratings::DREAD)?;
    c.put("dread", &context::dread(report))?;
    c.put("counted", &sets::counted(report))?;
    c.put("effect", &sets::effect(report))?;
    c.put("effect_note", &words::counted::EFFECT)?;
    c.put("coverage_note", &words::coverage::STRIDE)?;
    c.put("none_found", &words::coverage::NONE_FOUND)?;
    c.put("harm_note", &words::coverage::HARM)?;
    c.put("house_note", &words::answers::HOUSE)?;
    let rows = checklist::rows(report, names);
    c.put("checklist", &rows)?;
    c.put("checklist_folds", &(rows.len() > checklist::MANY))?;
    c.put("checklist_note", &words::checklist::ABOUT)?;
    c.put("scorecard", &checklist::lines(report))?;
    c.put("score_note", &words::checklist::SCORE)?;
    c.put("by_hand", &words::trying::BY_HAND)?;
    c.put("tried", &words::trying::tried(report.evidence.unsettled, report.evidence.untried.len()))?;
    c.put("found", &context::found(report))?;
    c.put("techniques", &coverage::by_technique(report, "atlas"))?;
    c.put("rules", &context::rules(report, names))?;
    let works = context::works(report).into_iter();
    c.put("works", &works.map(|(of, url)| serde_json::json!({ "of": of, "url": url })).collect::<Vec<_>>())?;
    let long = sets::is_long(report);
    c.put("rules_note", if long { words::RULES_TOLD } else { words::RULES })?;
    c.put("long", &long)?;
    // Written without the engine, and put in their places afterwards.
    for name in cards::PLACES {
        c.put(name, "")?;
    }
    c.put("pictures", &sheets.of(pictures, Place::Building))?;
    // The matrix stands in the page as tables, with links.
    for (name, place) in [
        ("attackers_pictures", Place::Attackers),
        ("stride_pictures", Place::Stride),
        ("framework_pictures", Place::Frameworks),
        ("supply_pictures", Place::Supply),
    ] {
        c.put(name, &sheets.of(pictures, place))?;
    }
    c.put("held", &held::json(report, names)?)?;
    c.put("scheme", &theme.scheme())?;
    c.put("style", &style)?;
    c.put("script", &theme.script)?;
    c.put("policy", &policy(&style, &theme.script))?;
    Ok(c.0)
}
