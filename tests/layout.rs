//! Layout: pictures of random systems have no fault, and bad input is refused.
#![cfg(feature = "elk")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "support/systems.rs"]
mod systems;

use systems::{all, plain, system};
use trustline::layout::best;
use trustline::layout::elk::Elk;
use trustline::layout::engine::{Engine, LayoutError, MAX_DEPTH};
use trustline::layout::metric::{Fault, FaultKind, LineMeasure, Lines, Measure, measure};
use trustline::layout::{Cluster, Direction, Edge, Graph, Node, Options, Placed, Point, Size};

fn words(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// A part of the 200 systems; `cargo bench --bench layout` measures them all.
#[test]
fn random_systems_have_no_fault_and_read_better_than_the_plain_engine() {
    let (mut crossings, mut length, mut shaped, mut count) = ((0, 0), (0.0, 0.0), 0, 0);
    for (seed, graph) in all().filter(|(seed, _)| SAMPLE.contains(seed)) {
        let before = plain(&graph);
        let before = measure(&before, &Elk::new().lay_out(&before).unwrap());
        let best = best::lay_out(&Elk::new(), &graph, None).unwrap();
        assert!(best.measure.faults.is_empty(), "seed {seed}: {}", words(&best.measure.faults));
        assert_eq!(measure(&graph, &best.placed).crossings, best.measure.crossings);
        crossings = (crossings.0 + best.measure.crossings, crossings.1 + before.crossings);
        length = (length.0 + best.measure.length, length.1 + before.length);
        shaped += usize::from((0.5..=2.2).contains(&(best.placed.width / best.placed.height)));
        count += 1;
    }
    assert!(crossings.0 as f64 <= 0.7 * crossings.1 as f64, "crossings {crossings:?}");
    assert!(length.0 <= 0.9 * length.1, "length {length:?}");
    assert!(shaped * 10 >= count * 9, "{shaped} of {count} fit a page");
}

/// Systems of 8 to 31 elements, and one each of 40 and 61: what fits into a test's time.
const SAMPLE: [u64; 12] = [0, 5, 10, 15, 20, 25, 31, 36, 41, 50, 70, 115];

#[test]
fn a_line_measured_alone_counts_what_the_picture_counts() {
    let mut seen = 0;
    for seed in [9, 30, 52] {
        let graph = plain(&system(seed, 8 + seed as usize / 2));
        let mut placed = Elk::new().lay_out(&graph).unwrap();
        // Shaken, so that there are faults to count.
        let mut dice = systems::Dice::new(seed);
        for route in &mut placed.edges {
            let by = dice.below(60) as f64 - 30.0;
            route.points.iter_mut().for_each(|p| p.y += by);
        }
        let whole = measure(&graph, &placed);
        let lines = Lines::new(&graph);
        let each: Vec<LineMeasure> = (0..graph.edges.len()).map(|e| lines.of(&placed, e)).collect();
        assert_eq!(each.iter().map(|m| m.crossings).sum::<usize>(), 2 * whole.crossings);
        assert_eq!(each.iter().map(|m| m.bends).sum::<usize>(), whole.bends);
        assert!((each.iter().map(|m| m.length).sum::<f64>() - whole.length).abs() < 0.01);
        // A fault between two lines is seen from both.
        let twice = [FaultKind::LinesTogether, FaultKind::LabelOnLabel, FaultKind::LabelOnLine]
            .map(|k| whole.count(k));
        let without = [
            FaultKind::NodesOverlap,
            FaultKind::NodeOutside,
            FaultKind::NodeInForeign,
            FaultKind::ClustersOverlap,
        ];
        assert!(without.iter().all(|k| whole.count(*k) == 0));
        let faults = whole.faults.len() + twice.iter().sum::<usize>();
        seen += whole.faults.len();
        assert_eq!(each.iter().map(|m| m.faults).sum::<usize>(), faults, "seed {seed}");
    }
    assert!(seen > 20, "{seen} faults were there to be counted");
}

#[test]
fn both_directions_on_demand() {
    let graph = system(7, 12);
    for direction in [Direction::Right, Direction::Down] {
        let best = best::lay_out(&Elk::new(), &graph, Some(direction)).unwrap();
        assert_eq!(best.placed.direction, direction);
        assert!(best.measure.faults.is_empty(), "{direction:?}: {}", words(&best.measure.faults));
    }
}

#[test]
fn the_same_graph_gives_the_same_layout() {
    let graph = system(3, 20);
    let one = best::lay_out(&Elk::new(), &graph, None).unwrap();
    let two = best::lay_out(&Elk::new(), &graph, None).unwrap();
    assert_eq!(one, two);
}

#[test]
fn an_empty_graph_and_lonely_parts_are_fine() {
    let empty = best::lay_out(&Elk::new(), &Graph::default(), None).unwrap();
    assert_eq!((empty.placed.width, empty.placed.height), (0.0, 0.0));
    let cluster = |parent| Cluster {
        id: "alone".into(),
        parent,
        title_width: 80.0,
        title_height: 16.0,
        ..Cluster::default()
    };
    let clusters = vec![cluster(None), cluster(Some(0)), cluster(None)];
    let node = Node { id: "n".into(), width: 100.0, height: 50.0, parent: None };
    let graph = Graph { nodes: vec![node; 7], clusters, ..Graph::default() };
    let best = best::lay_out(&Elk::new(), &graph, None).unwrap();
    assert!(best.measure.faults.is_empty(), "{}", words(&best.measure.faults));
    assert!(best.placed.clusters.iter().all(|c| c.rect.width >= 80.0));
}

#[test]
fn hostile_input_is_refused() {
    let good = system(1, 6);
    let refused = |change: &dyn Fn(&mut Graph)| {
        let mut graph = good.clone();
        change(&mut graph);
        let direct = Elk::new().lay_out(&graph).unwrap_err();
        assert_eq!(best::lay_out(&Elk::new(), &graph, None).unwrap_err(), direct);
        direct
    };
    for size in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300, 20_001.0] {
        assert!(matches!(refused(&|g| g.nodes[0].width = size), LayoutError::Size { .. }));
        let label = Some(Size { width: size, height: 5.0 });
        assert!(matches!(refused(&|g| g.edges[0].label = label), LayoutError::Size { .. }));
    }
    assert!(matches!(refused(&|g| g.clusters[0].title_width = f64::NAN), LayoutError::Size { .. }));
    assert!(matches!(refused(&|g| g.options.node_gap = -3.0), LayoutError::Size { .. }));
    assert!(matches!(refused(&|g| g.edges[0].target = 99), LayoutError::Dangling { .. }));
    assert!(matches!(refused(&|g| g.nodes[0].parent = Some(99)), LayoutError::Dangling { .. }));
    assert!(matches!(refused(&|g| g.clusters[0].parent = Some(0)), LayoutError::Ring { .. }));
    assert!(matches!(
        refused(&|g| {
            g.clusters[0].parent = Some(1);
            g.clusters[1].parent = Some(0);
        }),
        LayoutError::Ring { .. }
    ));
    assert!(matches!(refused(&|g| *g = tower(MAX_DEPTH + 1)), LayoutError::TooDeep { .. }));
    assert!(matches!(refused(&|g| *g = tower(40_000)), LayoutError::TooDeep { .. }));
    assert!(matches!(
        refused(&|g| g.nodes = vec![good.nodes[0].clone(); 60_000]),
        LayoutError::TooLarge { .. }
    ));
}

/// Boundaries one in the other, with one element in the innermost.
fn tower(depth: usize) -> Graph {
    let cluster = |i: usize| Cluster {
        id: format!("b{i}"),
        parent: i.checked_sub(1),
        title_width: 40.0,
        title_height: 16.0,
        note_width: 0.0,
    };
    Graph {
        nodes: vec![Node { id: "n".into(), width: 90.0, height: 50.0, parent: Some(depth - 1) }],
        clusters: (0..depth).map(cluster).collect(),
        ..Graph::default()
    }
}

#[test]
fn the_deepest_tower_is_laid_out() {
    let best = best::lay_out(&Elk::new(), &tower(MAX_DEPTH), None).unwrap();
    assert!(best.measure.faults.is_empty(), "{}", words(&best.measure.faults));
}

/// Two boxes side by side in boundaries, a line and its label; then spoilt in every way.
fn pair() -> (Graph, Placed) {
    let cluster =
        |id: &str| Cluster { id: id.into(), title_width: 40.0, title_height: 14.0, ..Cluster::default() };
    let node = |id: &str, parent| Node { id: id.into(), width: 100.0, height: 50.0, parent };
    let edge = |id: &str, source, target| Edge {
        id: id.into(),
        source,
        target,
        label: Some(Size { width: 30.0, height: 14.0 }),
        label_down: None,
    };
    let graph = Graph {
        hints: Vec::new(),
        nodes: vec![node("a", Some(0)), node("b", Some(1)), node("c", None)],
        clusters: vec![cluster("one"), cluster("two")],
        edges: vec![edge("f", 0, 1), edge("g", 1, 2)],
        options: Options::default(),
    };
    let placed = Elk::new().lay_out(&graph).unwrap();
    (graph, placed)
}

#[test]
fn the_measure_sees_each_kind_of_fault() {
    let (graph, placed) = pair();
    let clean = measure(&graph, &placed);
    assert!(clean.faults.is_empty(), "{}", words(&clean.faults));
    assert!(clean.length > 0.0 && clean.area() > 0.0);
    let spoilt = |change: &dyn Fn(&mut Placed)| -> Measure {
        let mut placed = placed.clone();
        change(&mut placed);
        measure(&graph, &placed)
    };
    let shows = |kind: FaultKind, m: &Measure| {
        assert!(m.count(kind) > 0, "{kind:?} is not seen: {}", words(&m.faults));
    };
    let (a, b, c) = (placed.nodes[0], placed.nodes[1], placed.nodes[2]);
    shows(FaultKind::NodesOverlap, &spoilt(&|p| p.nodes[2] = b));
    shows(FaultKind::NodeOutside, &spoilt(&|p| p.nodes[0].y -= 100.0));
    shows(FaultKind::NodeInForeign, &spoilt(&|p| p.nodes[2].x = b.x));
    shows(FaultKind::ClustersOverlap, &spoilt(&|p| p.clusters[0].rect.width += 300.0));
    let line = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| Point { x, y }).collect::<Vec<_>>();
    let (left, right) = (a.center(), c.center());
    let across = line(&[(left.x, left.y), (right.x, right.y)]);
    shows(FaultKind::ThroughNode, &spoilt(&|p| p.edges[0].points = across.clone()));
    let back = line(&[(right.x, right.y), (left.x, left.y)]);
    shows(FaultKind::ThroughCluster, &spoilt(&|p| p.edges[1].points = back.clone()));
    let away = line(&[(a.right(), left.y), (b.x + 9.0, left.y), (b.x - 40.0, left.y), (b.x, left.y)]);
    shows(FaultKind::CrossesAgain, &spoilt(&|p| p.edges[0].points = away.clone()));
    shows(FaultKind::LinesTogether, &spoilt(&|p| p.edges[1].points = p.edges[0].points.clone()));
    shows(FaultKind::LabelOnNode, &spoilt(&|p| p.edges[0].label = Some(a)));
    shows(FaultKind::LabelOnLabel, &spoilt(&|p| p.edges[0].label = p.edges[1].label));
    shows(FaultKind::LabelOnLine, &spoilt(&|p| p.edges[0].label = p.edges[1].label));
    shows(FaultKind::LabelFar, &spoilt(&|p| p.edges[0].label.as_mut().unwrap().y += 400.0));
    shows(FaultKind::TitleCovered, &spoilt(&|p| p.clusters[0].title = a));
    let title = placed.clusters[1].title;
    let over = line(&[(title.x - 80.0, title.center().y), (title.right(), title.center().y)]);
    shows(FaultKind::LineOverTitle, &spoilt(&|p| p.edges[0].points = over.clone()));

    // A line that leaves the boundary of both its ends.
    let mut inside = graph.clone();
    inside.nodes[1].parent = Some(0);
    let mut at = Elk::new().lay_out(&inside).unwrap();
    let (from, to) = (at.nodes[0].center(), at.nodes[1].center());
    at.edges[0].points = line(&[(from.x, from.y), (from.x, -60.0), (to.x, -60.0), (to.x, to.y)]);
    shows(FaultKind::LeavesCluster, &measure(&inside, &at));
}
