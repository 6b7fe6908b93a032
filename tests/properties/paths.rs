//! What holds of the paths of every model.

use crate::plan::{self, Node, Plan, control, plan, shuffle};
use crate::{case, cases};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The plan with two attackers.
fn attacked(plan: &Plan, picks: [u8; 4]) -> Vec<Node> {
    let mut nodes = plan.nodes();
    let n = plan.elements.len();
    let [from, wants, data, skill] = picks.map(usize::from);
    let second = match plan.data.len() {
        0 => format!("e{}", (wants + 1) % n),
        d => format!("d{}", data % d),
    };
    let line = |head: String| Node { head, block: None };
    for (name, from) in [("one", from), ("two", from + 1)] {
        nodes.push(Node {
            head: format!("attacker {name} \"Attacker {name}\""),
            block: Some(vec![
                line(format!("from: [e{}]", from % n)),
                line(format!("wants: [e{}, {second}]", wants % n)),
                line(format!("skill: {}", ["low", "medium", "high"][skill % 3])),
            ]),
        });
    }
    nodes
}

/// Everything about paths that must not hang on the order of the text: attackers by their names, the
/// rest as it is. Which of several places of a control is named is not of it.
fn paths(json: &str) -> Value {
    let report: Value = serde_json::from_str(json).unwrap();
    let mut attackers: BTreeMap<String, Value> = BTreeMap::new();
    for a in report["attackers"].as_array().unwrap() {
        let mut a = a.clone();
        for p in a["paths"].as_array_mut().unwrap() {
            for controls in ["in_force", "planned"] {
                p[controls] = Value::Null;
            }
        }
        a["location"] = Value::Null;
        attackers.insert(a["id"].as_str().unwrap().to_owned(), a);
    }
    // Numbers of crossings are those of the text.
    let mut all = json!([
        attackers,
        report["chokepoints"],
        report["joins"],
        report["supply_chains"],
        report["least_trusted"],
    ]);
    unnumbered(&mut all);
    all
}

fn unnumbered(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("crossing");
            if map.contains_key("cut") {
                map.remove("attackers");
            }
            map.values_mut().for_each(unnumbered);
        }
        Value::Array(list) => list.iter_mut().for_each(unnumbered),
        _ => {}
    }
}

/// For each attacker and want the open ways, and all ways, as texts.
type Ways = BTreeMap<(String, String), (BTreeSet<String>, BTreeSet<String>)>;

fn ways(json: &str) -> Ways {
    let report: Value = serde_json::from_str(json).unwrap();
    let mut out = Ways::new();
    for a in report["attackers"].as_array().unwrap() {
        for p in a["paths"].as_array().unwrap() {
            let key = (a["id"].to_string(), p["want"].to_string());
            let steps: Vec<String> = p["steps"]
                .as_array()
                .unwrap()
                .iter()
                .map(|s| format!("{} {} {}", s["leg"], s["step"]["flow"], s["step"]["to"]))
                .collect();
            let (open, all) = out.entry(key).or_default();
            all.insert(steps.join(", "));
            if p["state"] == "open" {
                open.insert(steps.join(", "));
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn paths_do_not_hang_on_the_order_of_the_text(plan in plan(), picks in any::<[u8; 4]>(), seed in 1u64..) {
        let mut nodes = attacked(&plan, picks);
        let text = plan::text(&nodes);
        shuffle(&mut nodes, &mut seed.clone());
        let shuffled = plan::text(&nodes);
        let (before, after) = (paths(&case(&text)?.json()), paths(&case(&shuffled)?.json()));
        prop_assert_eq!(before, after, "{}\n-- shuffled:\n{}", text, shuffled);
    }

    #[test]
    fn an_added_control_opens_no_way(plan in plan(), picks in any::<[u8; 4]>(), control in control()) {
        let mut nodes = attacked(&plan, picks);
        let before = ways(&case(&plan::text(&nodes))?.json());
        nodes.push(plan.control("added", &control));
        let text = plan::text(&nodes);
        let after = ways(&case(&text)?.json());
        prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{}", text);
        for (key, (open, _)) in &after {
            let (was_open, was) = &before[key];
            prop_assert!(open.len() <= was_open.len(), "{key:?} has more open ways in\n{}", text);
            for way in open.iter().filter(|w| was.contains(*w)) {
                prop_assert!(was_open.contains(way), "{way} of {key:?} was opened in\n{}", text);
            }
        }
    }
}
