//! Which tries are made, and how many.

use super::graph::{Direction, Graph, Options, Placement};
use super::strategy::{Cycles, Layers, Strategy, Text};

/// How many tries a graph gets, by its size: what each costs grows with it, and so does the
/// patience of whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Tries for the order of things.
    pub orders: usize,
    /// Tries of the best orders in another direction or with another placement.
    pub ways: usize,
    /// How many of the most promising are given time for titles that lack room.
    pub again: usize,
    /// How many of the pictures are improved.
    pub improved: usize,
}

impl Budget {
    /// For a graph: 24 tries up to 30 elements, 20 up to 60, eight up to 300, and one above 500. Lines cost more
    /// time than elements, so a graph with more than four lines to three elements counts as larger.
    pub fn of(graph: &Graph) -> Budget {
        let (orders, ways, again, improved) = match weight(graph) {
            0..=30 => (14, 10, 4, 5),
            31..=60 => (14, 6, 3, 3),
            61..=150 => (8, 4, 2, 2),
            151..=300 => (5, 3, 2, 2),
            301..=500 => (2, 2, 1, 1),
            _ => (1, 0, 0, 1),
        };
        Budget { orders, ways, again, improved }
    }

    /// What is left of it where lines of the best order are long: each of them then passes so many
    /// layers that a try takes several times as long, and the picture is no beauty anyway.
    #[must_use]
    pub fn for_lines(self, length: f64) -> Budget {
        if length <= LONG {
            return self;
        }
        Budget { ways: self.ways.min(2), again: self.again.min(1), improved: 1, ..self }
    }
}

/// How large a graph is, in elements.
fn weight(graph: &Graph) -> usize {
    graph.nodes.len().max(graph.edges.len() * 3 / 4)
}

/// Above this sum of their lengths, lines are long. Placement by network simplex takes about a
/// quarter of a second longer for each such length; relaxed segments are a little longer and take
/// no more time than anything else.
const LONG: f64 = 600_000.0;
/// Where titles lack room, a layout is made anew up to four times. That is time badly spent on a try
/// that is not chosen, so at first each is made once.
const HASTE: u32 = 1;
/// The engine's thoroughness while the orders are compared.
const GLANCE: u32 = 2;
/// How often a layout that is the only one may be made.
const ALONE: u32 = 2;
/// Larger graphs than this get all in the quickest way.
const HUGE: usize = 2000;

/// These tries once more, with as much time for titles as it takes.
pub fn patient(hasty: impl Iterator<Item = Options>, base: &Options) -> Vec<Options> {
    hasty.map(|o| Options { patience: base.patience, ..o }).collect()
}

/// With so few tries the first is the engine's own way.
const FEW: usize = 2;

/// The tries for the order of things, most promising first, placed in the quickest way: the best of
/// them are placed with care afterwards ([`ways`]). Where no direction is asked for, they run down:
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
        _ => hasty,
    };
    large.into_iter().chain(strategies()).take(count).map(|strategy| Options { strategy, ..hasty }).collect()
}

/// The best orders, best first, placed with care: each in the direction that was not tried, the first
/// few in the other as well. Lines of the best have this length.
pub fn ways(
    best: impl Iterator<Item = Options>,
    base: &Options,
    direction: Option<Direction>,
    length: f64,
    count: usize,
) -> Vec<Options> {
    let long = length > LONG;
    let placement = if long { Placement::LinearSegments } else { Placement::NetworkSimplex };
    let thoroughness = if long { GLANCE } else { base.thoroughness };
    let mut out = Vec::new();
    for (rank, order) in best.enumerate() {
        let careful = Options { placement, thoroughness, ..order };
        let turned = match order.direction {
            Direction::Right => Direction::Down,
            Direction::Down => Direction::Right,
        };
        if direction.is_none() {
            out.push(Options { direction: turned, ..careful });
        }
        if direction.is_some() || rank < count.div_ceil(3) {
            out.push(careful);
        }
    }
    out.truncate(count);
    out
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
