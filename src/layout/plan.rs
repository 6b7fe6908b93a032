//! Which tries are made, and how many.

use super::graph::{Direction, Graph, Options, Placement};
use super::score::LONG_LINES;
use super::strategy::{Cycles, Layers, Strategy, Text};

/// How many tries a graph gets, by its size: what each costs grows with it, and so does the
/// patience of whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most tries for the order of things; where a [`WAVE`] of them gains nothing, no more are made.
    pub orders: usize,
    /// How many of the best orders are placed with care.
    pub ways: usize,
    /// How many of the pictures are improved.
    pub improved: usize,
    /// Whether the other direction is tried even where this one gives a good shape.
    pub both: bool,
}

impl Budget {
    /// For a graph: at most 20 tries up to 30 elements, ten up to 150, six up to 300, and one above 500. Lines
    /// cost more time than elements, so a graph with more than four lines to three elements counts as larger.
    pub fn of(graph: &Graph) -> Budget {
        let weight = weight(graph);
        let (orders, ways, improved) = match weight {
            0..=30 => (12, 4, 4),
            31..=60 => (8, 2, 2),
            61..=150 => (8, 2, 1),
            151.. if has_hubs(graph) => (2, 0, 2),
            151..=300 => (4, 2, 2),
            301..=500 => (2, 1, 1),
            _ => (1, 0, 1),
        };
        Budget { orders, ways, improved, both: weight <= 30 }
    }
}

/// How large a graph is, in elements.
fn weight(graph: &Graph) -> usize {
    graph.nodes.len().max(graph.edges.len() * 3 / 4)
}

/// Whether a few hubs have so many lines that these are long however all is placed: if those around a
/// node stand in one row with it in their middle, each is on average a quarter of the row away.
///
/// Placement by network simplex takes about a quarter of a second longer for each such length; relaxed
/// segments are a little longer and take no more time than anything else. The picture is no beauty anyway.
fn has_hubs(graph: &Graph) -> bool {
    let mut lines = vec![0_usize; graph.nodes.len()];
    for end in graph.edges.iter().flat_map(|e| [e.source, e.target]) {
        lines.get_mut(end).into_iter().for_each(|n| *n += 1);
    }
    let width = graph.nodes.iter().map(|n| n.width + graph.options.node_gap).sum::<f64>();
    let width = width / graph.nodes.len().max(1) as f64;
    lines.into_iter().map(|n| (n * n) as f64 * width / 4.0).sum::<f64>() > LONG_LINES
}

/// So many orders are tried at once, before it is asked whether more are worth it.
pub const WAVE: usize = 4;
/// Where titles lack room, a layout is made anew up to four times. That is time badly spent on a try
/// that is not chosen, so at first each is made once.
const HASTE: u32 = 1;
/// The engine's thoroughness while the orders are compared.
const GLANCE: u32 = 2;
/// How often a layout that is the only one may be made.
const ALONE: u32 = 2;
/// Larger graphs than this get all in the quickest way.
const HUGE: usize = 2000;

/// With so few tries the first is the engine's own way.
const FEW: usize = 2;

/// The tries for the order of things, most promising first, placed in the quickest way: the best of
/// them are placed with care afterwards ([`with_care`]). Where no direction is asked for, they run down:
/// words are wide and low, so labels on lines that run down take the least room.
pub fn orders(graph: &Graph, direction: Option<Direction>, count: usize) -> Vec<Options> {
    let base = &graph.options;
    let direction = direction.unwrap_or(Direction::Down);
    // Large graphs get the engine's own way: each of the others takes longer.
    let large = (count <= FEW).then(Strategy::default);
    let hasty = Options {
        direction,
        placement: Placement::BrandesKoepf,
        thoroughness: GLANCE,
        patience: HASTE,
        ..*base
    };
    // What is made once is made with some care.
    let hasty = match count {
        1 if weight(graph) > HUGE => Options { thoroughness: 1, ..hasty },
        1 => Options { placement: Placement::LinearSegments, patience: ALONE, ..hasty },
        FEW if has_hubs(graph) => Options { placement: Placement::LinearSegments, ..hasty },
        _ => hasty,
    };
    large.into_iter().chain(strategies()).take(count).map(|strategy| Options { strategy, ..hasty }).collect()
}

/// An order of things placed with care: short lines, more thoroughness, and as much time for titles as it takes.
pub fn with_care(order: &Options, base: &Options) -> Options {
    Options {
        placement: Placement::NetworkSimplex,
        thoroughness: base.thoroughness,
        patience: base.patience,
        ..*order
    }
}

/// The same with lines that run the other way.
pub fn turned(options: &Options) -> Options {
    let direction = match options.direction {
        Direction::Right => Direction::Down,
        Direction::Down => Direction::Right,
    };
    Options { direction, ..*options }
}

/// Ways to go about the order, in the order in which each adds most to what those before it reach:
/// found by trying 320 of them on 25 random systems of 12 to 59 elements.
fn strategies() -> Vec<Strategy> {
    let of = |cycles, layers, text| Strategy { cycles, layers, text, ..Strategy::default() };
    use Cycles::{Few, FewByText};
    use Layers::{Early, Late, Narrow, Short};
    vec![
        Strategy { together: true, ..of(FewByText, Short, Text::Free) },
        Strategy { luck: 1, ..of(Few, Short, Text::Free) },
        Strategy { back: true, ..of(Few, Early, Text::Both) },
        Strategy { swap: true, ..of(FewByText, Early, Text::Both) },
        Strategy { luck: 1, ..of(Few, Narrow, Text::Free) },
        of(FewByText, Early, Text::Nodes),
        Strategy { swap: true, ..of(Few, Short, Text::Edges) },
        Strategy { luck: 2, ..of(Few, Short, Text::Free) },
        Strategy { together: true, ..of(Few, Short, Text::Free) },
        Strategy { luck: 2, ..of(Few, Early, Text::Both) },
        Strategy { swap: true, ..of(Few, Early, Text::Free) },
        Strategy { luck: 1, ..of(Few, Late, Text::Free) },
        Strategy { hubs: true, ..of(Few, Narrow, Text::Both) },
        Strategy { hubs: true, ..of(FewByText, Late, Text::Free) },
    ]
}
