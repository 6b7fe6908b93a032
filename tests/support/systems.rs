//! Random systems to lay out. A seed names a graph for ever: the generator has its own dice.
#![allow(dead_code, reason = "each test and bench takes what it needs")]

use trustline::layout::{Cluster, Edge, Graph, Node, Options, Placement, Size};

/// The deepest nesting of boundaries.
const DEPTH: usize = 4;

/// A small generator of numbers (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// The 200 systems of the figures: 8 to 100 elements, growing with the seed.
pub fn all() -> impl Iterator<Item = (u64, Graph)> {
    (0..200).map(|seed| (seed, system(seed, 8 + (seed as usize * 92) / 199)))
}

/// A system of `count` elements in boundaries nested up to four deep. Flows mostly run forward;
/// some run back, some have a twin that runs along or against them, some start and end at one
/// element; some elements have none. Of the labels half are marks of crossings with their words.
/// In systems of even seeds neighbours mostly stand together, as where people draw what they
/// built; in those of odd seeds each stands anywhere, which is harder.
pub fn system(seed: u64, count: usize) -> Graph {
    let mut dice = Dice::new(seed);
    let mut graph = Graph { options: gaps(), ..Graph::default() };
    for i in 0..1 + count / 5 {
        let parent = (i > 0 && dice.chance(55)).then(|| dice.below(i));
        let parent = parent.filter(|p| graph.chain(Some(*p)).len() < DEPTH);
        graph.clusters.push(Cluster {
            id: format!("boundary{i}"),
            parent,
            title_width: 60.0 + dice.below(120) as f64,
            title_height: 18.0,
            note_width: 45.0 + dice.below(30) as f64,
        });
    }
    let together = seed.is_multiple_of(2);
    let clusters = graph.clusters.len();
    for i in 0..count {
        let near = dice.chance(if together { 95 } else { 70 });
        let parent = if near { i * clusters / count } else { dice.below(clusters) };
        let parent = dice.chance(85).then_some(parent);
        let width = 110.0 + dice.below(110) as f64;
        graph.nodes.push(Node { id: format!("element{i}"), width, height: 58.0, parent });
    }
    for target in 1..count {
        if dice.chance(92) {
            let source = target - 1 - dice.below(target.min(4));
            flow(&mut graph, &mut dice, source, target);
        }
    }
    for _ in 0..count / 4 {
        let source = dice.below(count);
        let target = if dice.chance(40) { dice.below(count) } else { (source + dice.below(7)) % count };
        flow(&mut graph, &mut dice, source, target);
        match dice.below(4) {
            0 => flow(&mut graph, &mut dice, target, source),
            1 => flow(&mut graph, &mut dice, source, target),
            _ => {}
        }
    }
    graph
}

/// The most lines between the same two: of more, pictures draw one.
const MOST_BETWEEN: usize = 3;

/// Adds a flow, with or without a label, unless there are as many between its ends as a picture draws.
pub fn flow(graph: &mut Graph, dice: &mut Dice, source: usize, target: usize) {
    let marked = dice.chance(50);
    let text = 40.0 + dice.below(90) as f64;
    let label = dice.chance(70).then_some(Size { width: text, height: if marked { 56.0 } else { 18.0 } });
    let label_down = label.map(|l| Size { height: if marked { 40.0 } else { 18.0 }, ..l });
    let between = graph
        .edges
        .iter()
        .filter(|e| (e.source, e.target) == (source, target) || (e.source, e.target) == (target, source));
    if between.count() >= MOST_BETWEEN {
        return;
    }
    let id = format!("flow{}", graph.edges.len());
    graph.edges.push(Edge { id, source, target, label, label_down });
}

/// The gaps that pictures are made with.
fn gaps() -> Options {
    Options {
        node_gap: 28.0,
        layer_gap: 26.0,
        edge_node_gap: 16.0,
        edge_gap: 14.0,
        padding: 20.0,
        ..Options::default()
    }
}

/// The graph as the engine lays it out by itself, with our gaps: the direction, thoroughness,
/// placement and strategy that it has when nobody asks for others.
pub fn plain(graph: &Graph) -> Graph {
    let placement = Placement::BrandesKoepf;
    Graph { options: Options { placement, ..graph.options }, ..graph.clone() }
}
/// A company of `count` elements: boundaries of twenty side by side, flows in each from one to the
/// next, and of each fifth element one to another boundary nearby. Pictures of hundreds of elements
/// look like this, and not like [`system`], where every tenth line would cross the whole page.
pub fn company(count: usize) -> Graph {
    const GROUP: usize = 20;
    let mut dice = Dice::new(count as u64);
    let mut graph = Graph { options: gaps(), ..Graph::default() };
    for i in 0..count.div_ceil(GROUP) {
        let id = format!("boundary{i}");
        let (title_width, title_height, note_width) = (90.0, 18.0, 50.0);
        graph.clusters.push(Cluster { id, parent: None, title_width, title_height, note_width });
    }
    for i in 0..count {
        let id = format!("element{i}");
        graph.nodes.push(Node { id, width: 150.0, height: 58.0, parent: Some(i / GROUP) });
    }
    for i in 1..count {
        let back = if i % GROUP == 0 { GROUP / 2 } else { 1 + dice.below(3).min(i % GROUP - 1) };
        flow(&mut graph, &mut dice, i - back, i);
        if i % 5 == 0 {
            let far = (i + 7 + dice.below(2 * GROUP)) % count;
            flow(&mut graph, &mut dice, i, far);
        }
    }
    graph
}
