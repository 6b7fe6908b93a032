//! Where the parts of a diagram are, as JSON: exactly what the SVG draws.
//!
//! Every flow is listed. Flows that are drawn as one carry the same `line`, and the first of them
//! holds the label. A flow that goes through other elements has a further edge for each further
//! stretch, under the flow's id with the stretch's number behind it; they share the `line`, and the
//! stretch that bears the label holds it.

use crate::layout::Rect;
use crate::model::Model;
use crate::scene::Drawing;
use serde_json::{Value, json};

/// Writes the places of a drawing.
pub fn write(model: &Model, drawing: &Drawing) -> String {
    let placed = &drawing.composed.placed;
    let draft = &drawing.draft;
    let nodes: Vec<Value> =
        draft.elements.iter().zip(&placed.nodes).map(|(e, r)| with_rect(json!({ "id": e.id }), r)).collect();
    let clusters: Vec<Value> = draft
        .boundaries
        .iter()
        .zip(&placed.clusters)
        .map(|(b, c)| {
            let mut out = with_rect(json!({ "id": b.id }), &c.rect);
            set(&mut out, "title", with_rect(json!({}), &c.title));
            out
        })
        .collect();
    let mut edges = Vec::new();
    for ((line, drawn), route) in drawing.lines.iter().zip(&draft.flows).zip(&placed.edges) {
        let points: Vec<Value> = route.points.iter().map(|p| json!([round(p.x), round(p.y)])).collect();
        // The stretches of one flow are one line.
        let drawn_as = match line.parts.as_slice() {
            [one] => model.flow(one.flow).map_or("", |f| f.id.as_str()),
            _ => drawn.id.as_str(),
        };
        for (n, part) in line.parts.iter().enumerate() {
            let Some(of) = model.flow(part.flow) else { continue };
            let id =
                if part.stretch == 0 { of.id.clone() } else { format!("{} ({})", of.id, part.stretch + 1) };
            let mut edge = json!({ "id": id, "line": drawn_as });
            let points = if part.backward { points.iter().rev().cloned().collect() } else { points.clone() };
            set(&mut edge, "points", Value::Array(points));
            if n == 0
                && let Some(label) = &route.label
            {
                set(&mut edge, "label", with_rect(json!({}), label));
            }
            edges.push(edge);
        }
    }
    let mut out =
        serde_json::to_string_pretty(&json!({ "nodes": nodes, "clusters": clusters, "edges": edges }))
            .unwrap_or_default();
    out.push('\n');
    out
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(map) = object {
        map.insert(key.to_owned(), value);
    }
}

fn with_rect(mut object: Value, r: &Rect) -> Value {
    for (key, value) in [("x", r.x), ("y", r.y), ("w", r.width), ("h", r.height)] {
        set(&mut object, key, json!(round(value)));
    }
    object
}

/// Two decimals, as the SVG writes them.
fn round(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}
