//! The plainer engine: never a wrong picture, whatever it is given.
#![cfg(feature = "picture")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "support/systems.rs"]
mod systems;

use std::path::Path;

use systems::system;
use trustline::analysis::analyse;
use trustline::layout::best;
use trustline::layout::chain::Chain;
use trustline::layout::engine::{Engine, LayoutError, MAX_DEPTH};
use trustline::layout::metric::measure;
use trustline::layout::nested::Nested;
use trustline::layout::{Cluster, Direction, Edge, Graph, Node, Placed, Point, Size};
use trustline::model::{Entry, read, resolve};
use trustline::scene::{Painter, Sheet};
use trustline::source::Disk;
use trustline::syntax::tree::Date;

/// Lays a graph out in both directions; the pictures have no fault of any kind.
fn sound(name: &str, graph: &Graph) -> Vec<Placed> {
    let mut out = Vec::new();
    for direction in [Direction::Right, Direction::Down] {
        let mut graph = graph.clone();
        graph.options.direction = direction;
        let placed = Nested::new().lay_out(&graph).unwrap_or_else(|e| panic!("{name}, {direction:?}: {e}"));
        let faults = measure(&graph, &placed).faults;
        assert!(faults.is_empty(), "{name}, {direction:?}: {faults:?}");
        assert_eq!(placed.direction, direction);
        out.push(placed);
    }
    out
}

/// Systems of 8 to 100 elements, growing with the seed; most are small, since large ones take long.
fn random(seeds: impl IntoIterator<Item = u64>) {
    for seed in seeds {
        let share = seed as f64 / 63.0;
        let count = 8 + (92.0 * share.powi(5)).round() as usize;
        let mut graph = system(seed, count);
        graph.options.direction = if seed % 2 == 0 { Direction::Right } else { Direction::Down };
        let placed =
            Nested::new().lay_out(&graph).unwrap_or_else(|e| panic!("seed {seed}, {count} elements: {e}"));
        let faults = measure(&graph, &placed).faults;
        assert!(faults.is_empty(), "seed {seed}: {faults:?}");
    }
}

// In parts, so that they run side by side.
#[test]
fn random_small_systems_have_no_fault() {
    random(0..44);
}

#[test]
fn random_middling_systems_have_no_fault() {
    random((44..56).step_by(2));
}

#[test]
fn random_large_systems_have_no_fault() {
    random([57, 60]);
}

#[test]
fn random_systems_of_a_hundred_have_no_fault() {
    random([63]);
}

#[test]
fn every_example_is_drawn_without_fault() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut drawn = 0;
    for folder in ["examples", "examples/house-rules", "tests/published"] {
        let mut paths: Vec<_> =
            std::fs::read_dir(root.join(folder)).unwrap().map(|e| e.unwrap().path()).collect();
        paths.retain(|p| p.extension().is_some_and(|e| e == "tm"));
        paths.sort();
        for path in paths {
            let model = resolve(&read(&Disk, Entry::File(&path), None)).model;
            let analysis = analyse(&model, Date::new(2026, 10, 1).unwrap());
            let drawing = Painter::with(Box::new(Nested::new()))
                .unwrap()
                .draw(&model, &analysis, &Sheet::whole(&model))
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let faults = &drawing.composed.measure.faults;
            assert!(faults.is_empty(), "{}: {faults:?}", path.display());
            drawn += 1;
        }
    }
    assert!(drawn >= 12, "only {drawn} models were found");
}

#[test]
fn the_same_graph_gives_the_same_layout() {
    let graph = system(12, 24);
    assert_eq!(Nested::new().lay_out(&graph), Nested::new().lay_out(&graph));
}

fn node(id: usize, parent: Option<usize>) -> Node {
    Node { id: format!("n{id}"), width: 120.0, height: 54.0, parent }
}

fn cluster(id: usize, parent: Option<usize>) -> Cluster {
    Cluster { id: format!("c{id}"), parent, title_width: 90.0, title_height: 18.0, note_width: 50.0 }
}

fn edge(source: usize, target: usize, label: bool) -> Edge {
    let label = label.then_some(Size { width: 84.0, height: 22.0 });
    Edge { id: format!("{source}->{target}"), source, target, label, label_down: None }
}

#[test]
fn the_least_graphs() {
    let empty = Nested::new().lay_out(&Graph::default()).unwrap();
    assert_eq!((empty.width, empty.height), (0.0, 0.0));
    sound("one node", &Graph { nodes: vec![node(0, None)], ..Graph::default() });
    let frames =
        Graph { clusters: vec![cluster(0, None), cluster(1, Some(0)), cluster(2, None)], ..Graph::default() };
    for placed in sound("empty boundaries", &frames) {
        assert!(placed.clusters.iter().all(|c| c.rect.width >= 140.0 && c.rect.height >= 18.0));
    }
    let lonely = Graph { nodes: (0..30).map(|i| node(i, None)).collect(), ..Graph::default() };
    for placed in sound("lonely nodes", &lonely) {
        let shape = placed.width / placed.height;
        assert!((0.7..2.5).contains(&shape), "{shape}");
    }
}

#[test]
fn lines_from_a_node_to_itself() {
    let mut graph = Graph { nodes: vec![node(0, None), node(1, None)], ..Graph::default() };
    graph.edges =
        vec![edge(0, 0, true), edge(0, 1, true), edge(0, 0, false), edge(1, 1, true), edge(0, 0, true)];
    sound("loops", &graph);
    graph.edges = (0..25).map(|i| edge(i % 2, i % 2, i % 3 > 0)).collect();
    sound("many loops", &graph);
}

#[test]
fn many_lines_between_the_same_two() {
    let nodes = vec![node(0, Some(0)), node(1, Some(1))];
    let mut graph = Graph { nodes, clusters: vec![cluster(0, None), cluster(1, None)], ..Graph::default() };
    graph.edges = (0..60).map(|i| edge(i % 2, 1 - i % 2, i % 4 == 0)).collect();
    sound("parallel lines", &graph);
}

#[test]
fn a_hub_with_many_spokes() {
    let mut graph =
        Graph { nodes: (0..41).map(|i| node(i, (i > 20).then_some(0))).collect(), ..Graph::default() };
    graph.clusters = vec![cluster(0, None)];
    graph.edges = (1..41).map(|i| if i % 2 == 0 { edge(0, i, true) } else { edge(i, 0, false) }).collect();
    sound("a hub", &graph);
}

#[test]
fn frames_thirty_deep_and_as_deep_as_may_be() {
    let tower = |depth: usize| Graph {
        nodes: vec![node(0, Some(depth - 1)), node(1, None), node(2, Some(0))],
        clusters: (0..depth).map(|i| cluster(i, i.checked_sub(1))).collect(),
        edges: vec![edge(0, 1, true), edge(1, 0, false), edge(2, 0, true)],
        ..Graph::default()
    };
    sound("thirty deep", &tower(30));
    let deepest = tower(MAX_DEPTH);
    match Nested::new().lay_out(&deepest) {
        Ok(placed) => assert!(measure(&deepest, &placed).faults.is_empty()),
        Err(error) => assert!(!matches!(error, LayoutError::Unsound { .. }), "{error}"),
    }
}

#[test]
fn bad_input_is_refused() {
    let good = system(1, 8);
    let refused = |change: &dyn Fn(&mut Graph)| {
        let mut graph = good.clone();
        change(&mut graph);
        Nested::new().lay_out(&graph).unwrap_err()
    };
    for size in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
        assert!(matches!(refused(&|g| g.nodes[0].height = size), LayoutError::Size { .. }));
    }
    assert!(matches!(refused(&|g| g.edges[0].source = 99), LayoutError::Dangling { .. }));
    assert!(matches!(refused(&|g| g.clusters[0].parent = Some(0)), LayoutError::Ring { .. }));
    assert!(matches!(refused(&|g| g.nodes = vec![g.nodes[0].clone(); 9000]), LayoutError::TooLarge { .. }));
    // Sizes that may be, and no gap at all.
    let mut odd = good.clone();
    odd.nodes[0].width = 19_000.0;
    odd.nodes[1].height = 0.5;
    odd.options.edge_gap = 0.0;
    odd.options.edge_node_gap = 0.0;
    odd.options.padding = 0.0;
    sound("odd sizes", &odd);
}

/// An engine that fails in the one way or the other.
struct Broken(Option<()>);

impl Engine for Broken {
    fn name(&self) -> &'static str {
        "broken"
    }

    fn lay_out(&self, graph: &Graph) -> Result<Placed, LayoutError> {
        match self.0 {
            None => Err(LayoutError::Engine { name: "broken", message: "it panicked".into() }),
            // All on one heap.
            Some(()) => {
                let mut placed = Nested::new().lay_out(graph)?;
                for rect in &mut placed.nodes {
                    (rect.x, rect.y) = (0.0, 0.0);
                }
                for route in &mut placed.edges {
                    route.points = vec![Point::default(); 2];
                }
                Ok(placed)
            }
        }
    }
}

#[test]
fn it_serves_where_the_first_engine_fails_or_misleads() {
    let graph = system(3, 9);
    for broken in [None, Some(())] {
        assert!(best::lay_out(&Broken(broken), &graph, None).is_err());
        let chain = Chain::new(Broken(broken), Nested::new());
        let best = best::lay_out(&chain, &graph, None).unwrap();
        assert!(best.measure.faults.is_empty(), "{:?}", best.measure.faults);
        assert_eq!(Ok(best), best::lay_out(&Nested::new(), &graph, None));
    }
    // Two that fail: what the first said is told.
    let both = Chain::new(Broken(None), Broken(Some(())));
    let error = best::lay_out(&both, &graph, None).unwrap_err();
    assert!(error.to_string().contains("panicked"), "{error}");
}
