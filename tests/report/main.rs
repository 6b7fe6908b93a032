//! Reports of a model that is made by hand: the three formats agree, and hostile text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixture;
mod given;
mod hostile;
mod prose;
mod told;

use fixture::{Fixture, Table, plain};
use trustline::report::{Picture, Report, collect, html, json, markdown, words};

fn report(f: &Fixture) -> Report {
    collect(&f.model, &f.analysis, &f.sources, &Table)
}

fn assert_valid(json: &str) {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn json_meets_its_schema() {
    let text = json::write(&report(&plain())).unwrap();
    assert_valid(&text);
    let odd = text.replacen("\"verdict\"", "\"verdikt\"", 1);
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let value: serde_json::Value = serde_json::from_str(&odd).unwrap();
    assert!(!jsonschema::draft202012::is_valid(&schema, &value), "the schema is strict");
}

/// Every object of the schema names all that it holds, and all of it is always there.
#[test]
fn schema_is_strict() {
    fn walk(value: &serde_json::Value, path: &str) {
        if let Some(map) = value.as_object() {
            if let Some(properties) =
                map.get("properties").filter(|_| map.get("type").is_some_and(|t| t == "object"))
            {
                assert_eq!(map.get("additionalProperties"), Some(&false.into()), "{path}");
                let required = map["required"].as_array().unwrap().len();
                assert_eq!(required, properties.as_object().unwrap().len(), "{path}");
            }
            for (key, inner) in map {
                walk(inner, &format!("{path}/{key}"));
            }
        }
    }
    walk(&serde_json::from_str(json::SCHEMA).unwrap(), "");
}

fn pictures() -> Vec<Picture> {
    vec![Picture {
        title: "Documentation assistant".into(),
        svg: r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>x</title></svg>"#.into(),
        svg_file: "rag.svg".into(),
        png_file: "rag.png".into(),
        ..Picture::default()
    }]
}

/// The fixture's Markdown is the file beside this one; `TRUSTLINE_BLESS=1` writes it anew.
#[test]
fn markdown_is_as_expected() {
    let made = markdown::write(&report(&plain()), &pictures());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/report/expected.md");
    if std::env::var_os("TRUSTLINE_BLESS").is_some_and(|v| v == "1") {
        std::fs::write(path, &made).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    for (n, (a, b)) in made.lines().zip(expected.lines()).enumerate() {
        assert_eq!(a, b, "line {} of expected.md", n + 1);
    }
    assert_eq!(made.len(), expected.len(), "expected.md is longer or shorter");
}

/// All three formats say the same numbers, which are those of the lists.
#[test]
fn counts_agree() {
    let r = report(&plain());
    let s = &r.summary;
    let b = s.by_status;
    assert_eq!((b.open, b.planned, b.accepted, b.transferred), (3, 1, 1, 1));
    assert_eq!((b.mitigated, b.tolerated, b.dismissed, b.refined), (1, 1, 1, 1));
    assert_eq!((s.threats, s.unsettled, s.crossings, s.flows), (10, 4, 4, 6));
    assert_eq!((s.residual.critical, s.residual.high, s.residual.medium, s.residual.low), (1, 2, 1, 0));
    assert_eq!((s.forecast.critical, s.forecast.high, s.forecast.medium, s.forecast.low), (1, 1, 1, 1));
    let sum = |m: &[[usize; 5]; 5]| m.iter().flatten().sum::<usize>();
    assert_eq!((sum(&s.matrix.inherent), sum(&s.matrix.residual)), (8, 8), "all but dismissed and refined");
    assert_eq!(s.matrix.inherent[4][3], 1, "likelihood 5, impact 4");
    assert_eq!((s.overdue, s.unconfirmed, s.unanswered, s.requirements_broken), (2, 1, 1, 1));
    assert_eq!(s.owasp_llm_2025.len(), 10);
    assert_eq!(s.owasp_llm_2025[0].threats, ["prompt-injection-direct@visitor->gateway"]);
    assert_eq!(s.owasp_llm_2025[9].threats.len(), 1, "the dismissed one is left out");

    let json: serde_json::Value = serde_json::from_str(&json::write(&r).unwrap()).unwrap();
    let md = markdown::write(&r, &pictures());
    let page = html::write(&r, &pictures(), &html::Theme::default()).unwrap();
    assert_eq!(json["summary"]["unsettled"], 4);
    let sentence = "Above the appetite, which is low: 1 critical, 1 high and 1 medium threats are open.";
    assert!(words::first::verdict(&r).starts_with(sentence), "{}", words::first::verdict(&r));
    for made in [&md, &page] {
        assert!(made.contains(sentence));
        assert!(made.contains("4 of 10 threats are open or planned."));
    }
    assert_eq!(page.matches("<details class=\"card ").count(), 10);
    assert_eq!(page.matches("data-threat=").count(), 10);
    for t in json["threats"].as_array().unwrap() {
        let slug = t["slug"].as_str().unwrap();
        // What is answered has a row in a table and no card.
        let open = ["open", "planned"].contains(&t["status"].as_str().unwrap());
        assert_eq!(md.contains(&format!("\n#### {slug}\n")), open, "{slug}");
        assert_eq!(md.contains(&format!("](#{slug})")), open, "{slug}");
        assert!(page.contains(&format!("id=\"{slug}\"")), "{slug}");
    }
}

/// Every link within the page has its end, and no id stands twice.
#[test]
fn links_within_the_page_have_their_ends() {
    let page = html::write(&report(&plain()), &pictures(), &html::Theme::default()).unwrap();
    let all = |mark: &str| -> Vec<String> {
        page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let mut ids = all(" id=\"");
    for link in all("href=\"#") {
        assert!(ids.contains(&link), "#{link}");
    }
    let before = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), before);
}

/// The same input gives the same bytes, and the day shows only in what depends on it.
#[test]
fn output_is_stable() {
    let make = |f: &Fixture| {
        let r = report(f);
        let page = html::write(&r, &pictures(), &html::Theme::default()).unwrap();
        (json::write(&r).unwrap(), markdown::write(&r, &pictures()), page)
    };
    let mut f = plain();
    let first = make(&f);
    assert_eq!(first, make(&plain()));
    f.analysis.today = trustline::syntax::tree::Date::parse("2026-10-02").unwrap();
    assert_eq!(first, make(&f));
    f.analysis.today = trustline::syntax::tree::Date::parse("2027-07-01").unwrap();
    let later = report(&f);
    assert_eq!(later.responses[1].state, trustline::report::data::ResponseState::Expired);
}

/// A model whose flows cross nothing is told so, in place of a result.
#[test]
fn a_model_without_crossings_is_told_so() {
    let mut f = plain();
    f.analysis.threats.clear();
    f.analysis.crossings.clear();
    f.analysis.crossing_of.iter_mut().for_each(|c| *c = None);
    let r = report(&f);
    assert!(words::first::verdict(&r).starts_with("No flow crosses a trust boundary"));
    assert_valid(&json::write(&r).unwrap());
    html::write(&r, &[], &html::Theme::default()).unwrap();
    markdown::write(&r, &[]);
}

/// A way by which content came is walked back to where it came from.
#[test]
fn taint_has_its_path() {
    let r = report(&plain());
    let index = r.elements.iter().find(|e| e.id == "index").unwrap();
    let way: Vec<(&str, &str)> = index.taint.path.iter().map(|s| (s.from.as_str(), s.to.as_str())).collect();
    assert_eq!(way, [("web", "crawler"), ("crawler", "index")]);
}

/// In a long report each threat is one line of the JSON, which says the same.
#[test]
fn a_long_report_has_a_line_a_threat() {
    let mut r = report(&plain());
    let read = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    let short = read(&json::write(&r).unwrap());
    let threats = r.threats.clone();
    while r.threats.len() <= 300 {
        r.threats.extend(threats.clone());
    }
    let text = json::write(&r).unwrap();
    assert_eq!(text.lines().filter(|l| l.starts_with("    {\"id\":")).count(), r.threats.len());
    assert_valid(&text);
    let long = read(&text);
    for (i, t) in long["threats"].as_array().unwrap().iter().enumerate() {
        assert_eq!(t, &short["threats"][i % threats.len()]);
    }
}
