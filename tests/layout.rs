//! Layout: pictures of random systems have no fault, and bad input is refused.
#![cfg(feature = "elk")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use trustline::layout::best;
use trustline::layout::elk::Elk;
use trustline::layout::engine::{Engine, LayoutError, MAX_DEPTH};
use trustline::layout::metric::{Fault, FaultKind, Measure, measure};
use trustline::layout::{Cluster, Direction, Edge, Graph, Node, Options, Placed, Point, Size};

/// A small generator of numbers (xorshift), so that a seed names a graph for ever.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A system of `count` elements in nested boundaries. Flows mostly run forward; some run back,
/// some have a twin, some start and end at one element, some elements have none.
fn system(seed: u64, count: usize) -> Graph {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut graph = Graph::default();
    for i in 0..1 + count / 5 {
        let parent = (i > 0 && dice.chance(55)).then(|| dice.below(i));
        graph.clusters.push(Cluster {
            id: format!("boundary{i}"),
            parent,
            title_width: 60.0 + dice.below(120) as f64,
            title_height: 16.0,
            note_width: 45.0 + dice.below(30) as f64,
        });
    }
    for i in 0..count {
        let parent = dice.chance(80).then(|| dice.below(graph.clusters.len()));
        let width = 110.0 + dice.below(110) as f64;
        graph.nodes.push(Node { id: format!("element{i}"), width, height: 58.0, parent });
    }
    let mut flow = |dice: &mut Dice, source: usize, target: usize| {
        let marked = dice.chance(50);
        let text = 40.0 + dice.below(90) as f64;
        let label = dice.chance(70).then_some(Size { width: text, height: if marked { 56.0 } else { 18.0 } });
        let label_down = label.map(|l| Size { height: if marked { 40.0 } else { 18.0 }, ..l });
        let id = format!("flow{}", graph.edges.len());
        graph.edges.push(Edge { id, source, target, label, label_down });
    };
    for target in 1..count {
        if dice.chance(92) {
            let source = target - 1 - dice.below(target.min(4));
            flow(&mut dice, source, target);
        }
    }
    for _ in 0..count / 3 {
        let (source, target) = (dice.below(count), dice.below(count));
        flow(&mut dice, source, target);
        match dice.below(4) {
            0 => flow(&mut dice, target, source),
            1 => flow(&mut dice, source, target),
            _ => {}
        }
    }
    graph
}

fn words(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn random_systems_have_no_fault() {
    for seed in 0..40 {
        let count = 5 + (seed as usize * 35) / 39;
        let graph = system(seed, count);
        let best = best::lay_out(&Elk::new(), &graph, None).unwrap();
        assert!(best.measure.faults.is_empty(), "seed {seed}: {}", words(&best.measure.faults));
        assert!(best.placed.width > 0.0 && best.placed.height > 0.0);
    }
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
