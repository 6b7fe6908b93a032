//! The measure agrees with a second one, written in another language by other means: `metric.py` and
//! `collinear.py` beside this file. Both look at the same pictures: good ones, and ones that were
//! shaken until they had faults of every kind.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use trustline::layout::elk::Elk;
use trustline::layout::engine::Engine;
use trustline::layout::metric::{FaultKind, measure};
use trustline::layout::{Graph, Placed, Rect};

use crate::systems::{Dice, plain, system};

/// What the other measure calls each kind of fault that it counts one by one.
const NAMES: [(&str, FaultKind); 12] = [
    ("nn", FaultKind::NodesOverlap),
    ("out", FaultKind::NodeOutside),
    ("foreign", FaultKind::NodeInForeign),
    ("cc", FaultKind::ClustersOverlap),
    ("thru", FaultKind::ThroughNode),
    ("fcl", FaultKind::ThroughCluster),
    ("fbx", FaultKind::LeavesCluster),
    ("ln", FaultKind::LabelOnNode),
    ("ll", FaultKind::LabelOnLabel),
    ("le", FaultKind::LabelOnLine),
    ("lfar", FaultKind::LabelFar),
    ("title", FaultKind::TitleCovered),
];

#[test]
fn the_measure_counts_what_a_second_one_counts() {
    let python = python();
    let folder = tempfile::tempdir().unwrap();
    let mut seen = vec![0; NAMES.len() + 3];
    for seed in 0..9_u64 {
        let graph = plain(&system(seed, 10 + seed as usize * 3));
        let mut placed = Elk::new().lay_out(&graph).unwrap();
        // Its notes and whether titles meet are our own: the other knows neither.
        placed.clusters.iter_mut().for_each(|c| c.note = None);
        if seed >= 3 {
            shake(&mut placed, &mut Dice::new(seed + 100));
        }
        let ours = measure(&graph, &placed);
        let (theirs, along, over) = second(&python, folder.path(), &graph, &placed);
        let count = |key: &str| theirs[key].as_u64().unwrap() as usize;
        let titles = ours
            .faults
            .iter()
            .filter(|f| f.kind == FaultKind::TitleCovered && f.other.starts_with("boundary"));
        let titles = titles.count();
        for ((name, kind), sum) in NAMES.iter().zip(&mut seen) {
            let less = if *kind == FaultKind::TitleCovered { titles } else { 0 };
            assert_eq!(ours.count(*kind) - less, count(name), "seed {seed}: {name}");
            *sum += count(name);
        }
        // The other walks along a line in steps of three and may miss the tip of a corner.
        assert!(ours.count(FaultKind::CrossesAgain).abs_diff(count("multi")) <= 1, "seed {seed}: multi");
        // The other counts stretches, we count lines: none is none.
        assert_eq!(
            ours.count(FaultKind::LinesTogether) == 0,
            along == 0,
            "seed {seed}: on top of each other"
        );
        assert_eq!(ours.count(FaultKind::LineOverTitle) == 0, over == 0, "seed {seed}: over a title");
        for (sum, now) in seen.iter_mut().skip(NAMES.len()).zip([count("multi"), along, over]) {
            *sum += now;
        }
        assert_eq!(ours.crossings, count("cross"), "seed {seed}: crossings");
        assert_eq!(ours.bends, count("bends"), "seed {seed}: bends");
        assert!((ours.length - theirs["len"].as_f64().unwrap()).abs() <= 0.51, "seed {seed}: length");
        for missing in ["miss_nodes", "miss_edges", "miss_labels", "miss_cl"] {
            assert_eq!(count(missing), 0, "seed {seed}: {missing}");
        }
        let all = ours.faults.len();
        assert!(seed >= 3 || all == 0, "seed {seed}: {all} faults in a picture that was not shaken");
    }
    assert!(seen.iter().all(|n| *n > 0), "every kind of fault was there to be counted: {seen:?}");
}

/// A Python that has numpy: the one on the path, or the system's.
fn python() -> String {
    let has = |python: &&str| {
        Command::new(python).args(["-c", "import numpy"]).output().is_ok_and(|o| o.status.success())
    };
    let found = ["python3", "/usr/bin/python3"].into_iter().find(has);
    found.expect("python3 with numpy is needed (`./test` installs it)").to_owned()
}

/// Moves some of everything, so that there are faults.
fn shake(placed: &mut Placed, dice: &mut Dice) {
    let by = |dice: &mut Dice, far: usize| dice.below(2 * far) as f64 - far as f64;
    let rect = |dice: &mut Dice, r: &mut Rect, far: usize| {
        r.x += by(dice, far);
        r.y += by(dice, far);
    };
    for node in &mut placed.nodes {
        if dice.chance(15) {
            rect(dice, node, 200);
        }
    }
    for cluster in &mut placed.clusters {
        if dice.chance(30) {
            rect(dice, &mut cluster.rect, 120);
        }
        if dice.chance(30) {
            rect(dice, &mut cluster.title, 120);
        }
    }
    for route in &mut placed.edges {
        if dice.chance(20) {
            route.points.iter_mut().for_each(|p| p.y += 31.0);
        }
        if dice.chance(30)
            && let Some(label) = &mut route.label
        {
            rect(dice, label, 90);
        }
    }
    // Two lines on top of each other, for certain.
    if let [first, .., last] = placed.edges.as_mut_slice() {
        last.points.clone_from(&first.points);
    }
}

/// What the second measure says: its counts, stretches on top of each other, stretches over titles.
fn second(python: &str, folder: &Path, graph: &Graph, placed: &Placed) -> (Value, usize, usize) {
    let rect = |r: &Rect| json!({ "x": r.x, "y": r.y, "w": r.width, "h": r.height });
    let with = |mut value: Value, r: &Rect| {
        value.as_object_mut().unwrap().extend(rect(r).as_object().unwrap().clone());
        value
    };
    let name = |cluster: Option<usize>| cluster.map(|c| graph.clusters[c].id.clone());
    let nodes = graph.nodes.iter().map(|n| json!({ "id": n.id, "parent": name(n.parent) }));
    let clusters = graph.clusters.iter().map(|c| json!({ "id": c.id, "parent": name(c.parent) }));
    let edges = graph.edges.iter().zip(&placed.edges).map(|(e, r)| {
        let (from, to) = (&graph.nodes[e.source].id, &graph.nodes[e.target].id);
        json!({ "id": e.id, "from": from, "to": to, "label": r.label.map(|_| "x").unwrap_or("") })
    });
    let of = json!({
        "name": "g", "nodes": nodes.collect::<Vec<_>>(), "clusters": clusters.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
    });
    let nodes = graph.nodes.iter().zip(&placed.nodes).map(|(n, r)| with(json!({ "id": n.id }), r));
    let clusters = graph
        .clusters
        .iter()
        .zip(&placed.clusters)
        .map(|(c, at)| with(json!({ "id": c.id, "title": rect(&at.title) }), &at.rect));
    let edges = graph.edges.iter().zip(&placed.edges).map(|(e, route)| {
        let points: Vec<[f64; 2]> = route.points.iter().map(|p| [p.x, p.y]).collect();
        json!({ "id": e.id, "points": points, "label": route.label.as_ref().map(rect) })
    });
    let at = json!({
        "nodes": nodes.collect::<Vec<_>>(), "clusters": clusters.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
    });
    let (graph_file, layout_file) = (folder.join("graph.json"), folder.join("layout.json"));
    fs::write(&graph_file, of.to_string()).unwrap();
    fs::write(&layout_file, at.to_string()).unwrap();
    let run = |script: &str, files: &[&Path]| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layout").join(script);
        let out = Command::new(python).arg("-B").arg(script).args(files).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let counts = run("metric.py", &[&graph_file, &layout_file]);
    let lines = run("collinear.py", &[&layout_file]);
    let after = |word: &str| -> usize {
        let rest = lines.split(word).nth(1).unwrap();
        rest.split_whitespace().next().unwrap().parse().unwrap()
    };
    (serde_json::from_str(&counts).unwrap(), after("pairs"), after("edge-over-title"))
}
