//! What templates are given is described, and docs/templates.md says it.

use crate::fixture::plain;
use crate::{pictures, report};
use serde_json::Value;
use std::collections::BTreeSet;
use trustline::report::{html, json};
use trustline::theme::{TEMPLATES, Theme};

/// Fields of the report that its schema does not have, as paths.
fn beyond(value: &Value, schema: &Value, root: &Value, path: &str, out: &mut BTreeSet<String>) {
    let mut schema = schema;
    while let Some(name) = schema["$ref"].as_str() {
        schema = &root["$defs"][name.rsplit('/').next().unwrap()];
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let one = any.iter().find(|s| s["type"] != "null").unwrap_or(&Value::Null);
        return beyond(value, one, root, path, out);
    }
    match value {
        Value::Object(map) if schema["properties"].is_object() => {
            for (key, inner) in map {
                let path = format!("{path}.{key}");
                match schema["properties"].get(key) {
                    Some(known) => beyond(inner, known, root, &path, out),
                    None => {
                        out.insert(path);
                    }
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                beyond(item, &schema["items"], root, &format!("{path}[]"), out);
            }
        }
        _ => {}
    }
}

/// Every field that templates get is described, and every description is of one that they get.
#[test]
fn every_field_is_described() {
    let given = html::given(&report(&plain()), &pictures(), &Theme::default()).unwrap();
    let schema: Value = serde_json::from_str(json::SCHEMA).unwrap();
    let mut found: BTreeSet<String> = given.as_object().unwrap().keys().cloned().collect();
    beyond(&given["report"], &schema, &schema, "report", &mut found);
    let described: BTreeSet<String> = html::FIELDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(described.len(), html::FIELDS.len(), "none is described twice");
    let missing: Vec<&String> = found.difference(&described).collect();
    let stale: Vec<&String> = described.difference(&found).collect();
    assert!(missing.is_empty() && stale.is_empty(), "not described: {missing:?}; not given: {stale:?}");
    // What is of the report comes first, all else by name, so that a reader finds it.
    let others: Vec<&str> =
        html::FIELDS.iter().map(|(name, _)| *name).skip_while(|n| n.starts_with("report")).collect();
    assert!(others.len() > 50 && others.is_sorted(), "{others:?}");
    // What the items of a list hold is named in its description.
    for (name, about) in html::FIELDS.iter().filter(|(name, _)| !name.contains('.') && *name != "report") {
        let Some(Value::Object(item)) = given[*name].as_array().and_then(|l| l.first()) else { continue };
        for key in item.keys() {
            assert!(about.contains(&format!("`{key}`")) || about.contains("as `pictures`"), "{name}: {key}");
        }
    }
}

/// The names of what stands between `open` and a blank or bracket in a text.
fn named<'t>(text: &'t str, open: &str) -> Vec<&'t str> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    text.split(open).skip(1).map(|rest| rest.split(ends).next().unwrap()).collect()
}

/// `TRUSTLINE_BLESS=1` writes the part of docs/templates.md that is made of the code.
#[test]
fn the_page_about_templates_is_fresh() {
    const MARK: &str = "<!-- What follows is made of the code. -->\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/templates.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (hand, _) = text.split_once(MARK).expect("a mark");
    let mut made = String::from("\n## Templates\n\n| Template | Block around it |\n| --- | --- |\n");
    let page = TEMPLATES.iter().find(|(name, _)| *name == "report.html").unwrap().1;
    let mut blocks = named(page, "{% block ");
    for (name, _) in TEMPLATES {
        let around = page.split(&format!("include \"{name}\"")).next().unwrap();
        let block = (around.len() < page.len()).then(|| *named(around, "{% block ").last().unwrap());
        blocks.retain(|b| Some(*b) != block);
        made.push_str(&format!("| `{name}` | {} |\n", block.map_or("–".to_owned(), |b| format!("`{b}`"))));
    }
    made.push_str("\nFurther blocks of `report.html`: ");
    made.push_str(&blocks.iter().map(|b| format!("`{b}`")).collect::<Vec<_>>().join(", "));
    made.push_str(".\n\n## Components\n\n| Component | Arguments |\n| --- | --- |\n");
    let components = TEMPLATES.iter().find(|(name, _)| *name == "components.html").unwrap().1;
    for rest in components.split("{% component ").skip(1) {
        let head = rest.split("%}").next().unwrap().trim_end_matches([' ', '-']);
        let (name, arguments) = head.split_once('(').unwrap();
        made.push_str(
            &format!("| `{name}` | `{}` |\n", arguments.trim_end().trim_end_matches(')'))
                .replace("| `` |", "| – |"),
        );
    }
    made.push_str("\n## Fields\n\n| Field | What it holds |\n| --- | --- |\n");
    for (name, about) in html::FIELDS {
        made.push_str(&format!("| `{name}` | {about} |\n"));
    }
    let whole = format!("{hand}{MARK}{made}");
    if std::env::var_os("TRUSTLINE_BLESS").is_some_and(|v| v == "1") {
        std::fs::write(path, &whole).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), whole, "docs/templates.md is stale");
}
