//! Reports of a model that is made by hand: the three formats agree, and hostile text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixture;

use fixture::{Fixture, Table, fixture, plain};
use trustline::report::{Picture, Report, collect, json, markdown};

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
        about: String::new(),
        svg: r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>x</title></svg>"#.into(),
        svg_file: "rag.svg".into(),
        png_file: "rag.png".into(),
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
