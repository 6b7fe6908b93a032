//! Which tries are made, and how many.

use super::graph::{Direction, Options, Placement};
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
    /// For a graph of so many nodes: 24 tries up to 60, eight up to 300, then four, two, and above
    /// 1,000 one.
    pub fn of(nodes: usize) -> Budget {
        let (orders, ways, again, improved) = match nodes {
            0..=60 => (14, 10, 4, 3),
            61..=300 => (5, 3, 2, 2),
            301..=500 => (2, 2, 1, 1),
            501..=1000 => (1, 1, 1, 1),
            _ => (1, 0, 1, 1),
        };
        Budget { orders, ways, again, improved }
    }
}

/// Where titles lack room, a layout is made anew up to four times. That is time badly spent on a try
/// that is not chosen, so at first each is made once.
const HASTE: u32 = 1;

/// These tries once more, with as much time for titles as it takes.
pub fn patient(hasty: impl Iterator<Item = Options>, base: &Options) -> Vec<Options> {
    hasty.map(|o| Options { patience: base.patience, ..o }).collect()
}

/// With so few tries the first is the engine's own way.
const FEW: usize = 2;

/// The tries for the order of things, most promising first. Where no direction is asked for, they
/// run down: words are wide and low, so labels on lines that run down take the least room.
pub fn orders(base: &Options, direction: Option<Direction>, count: usize) -> Vec<Options> {
    let direction = direction.unwrap_or(Direction::Down);
    // Large graphs get the engine's own way: each of the others takes longer.
    let large = (count <= FEW).then(Strategy::default);
    large
        .into_iter()
        .chain(strategies())
        .take(count)
        .map(|strategy| Options {
            strategy,
            direction,
            placement: Placement::NetworkSimplex,
            patience: HASTE,
            ..*base
        })
        .collect()
}

/// The best orders, best first, in other ways: each in the direction that was not tried, the first
/// few with the other placement as well.
pub fn ways(best: impl Iterator<Item = Options>, direction: Option<Direction>, count: usize) -> Vec<Options> {
    let turned = |o: &Options| {
        let direction = match o.direction {
            Direction::Right => Direction::Down,
            Direction::Down => Direction::Right,
        };
        Options { direction, ..*o }
    };
    let mut out = Vec::new();
    for (rank, order) in best.enumerate() {
        let other = Options { placement: Placement::BrandesKoepf, ..order };
        if direction.is_some() {
            out.push(other);
            continue;
        }
        out.push(turned(&order));
        if rank < count / 4 {
            out.extend([other, turned(&other)]);
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
