//! Wishes where parts should stand to each other. No engine has to follow them: where lines run
//! the way of a wish, the engine is given a line for it that is not drawn, and of several tries
//! those that keep more wishes are the better ones ([`super::score`]).

use serde::{Deserialize, Serialize};

use super::engine::{Engine, LayoutError};
use super::graph::{Direction, Edge, Graph, Placed};

/// How the first of two nodes should stand to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// At its left, in one row.
    Beside,
    /// Higher up.
    Above,
}

/// A wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// A node.
    pub first: usize,
    /// Another.
    pub second: usize,
    /// How the first should stand to it.
    pub side: Side,
}

impl Hint {
    /// Whether a layout keeps it.
    pub fn is_kept(&self, placed: &Placed) -> bool {
        let (Some(a), Some(b)) = (placed.nodes.get(self.first), placed.nodes.get(self.second)) else {
            return true;
        };
        match self.side {
            Side::Above => a.bottom() <= b.y,
            Side::Beside => {
                let shared = a.bottom().min(b.bottom()) - a.y.max(b.y);
                a.right() <= b.x && shared >= a.height.min(b.height) / 2.0
            }
        }
    }

    /// Which way lines have to run to help it.
    fn direction(&self) -> Direction {
        match self.side {
            Side::Beside => Direction::Right,
            Side::Above => Direction::Down,
        }
    }
}

/// How many wishes a layout does not keep.
pub fn unmet(graph: &Graph, placed: &Placed) -> usize {
    graph.hints.iter().filter(|h| !h.is_kept(placed)).count()
}

/// Which way lines should run for most of the wishes; of as many either way, to the right.
pub fn direction(hints: &[Hint]) -> Direction {
    let down = hints.iter().filter(|h| h.direction() == Direction::Down).count();
    if 2 * down > hints.len() { Direction::Down } else { Direction::Right }
}

/// Lays out a graph with its wishes as lines, and takes these out again.
///
/// # Errors
/// Those of the engine.
pub fn lay_out(engine: &dyn Engine, graph: &Graph) -> Result<Placed, LayoutError> {
    let helped = graph.hints.iter().filter(|h| {
        // Where there is such a line, it does what another would.
        let drawn = graph.edges.iter().any(|e| (e.source, e.target) == (h.first, h.second));
        h.direction() == graph.options.direction && h.first != h.second && !drawn
    });
    let lines: Vec<Edge> = helped
        .map(|h| Edge { id: "hint".to_owned(), source: h.first, target: h.second, ..Edge::default() })
        .collect();
    if lines.is_empty() {
        return engine.lay_out(graph);
    }
    let mut asked = graph.clone();
    asked.edges.extend(lines);
    let mut placed = engine.lay_out(&asked)?;
    placed.edges.truncate(graph.edges.len());
    placed.settle();
    Ok(placed)
}
