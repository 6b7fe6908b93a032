//! Reports of a model that is made by hand: the three formats agree, and hostile text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixture;

use fixture::{Fixture, Table, fixture, plain};
use trustline::report::{Report, collect, json};

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
