//! Wishes where parts should stand to each other. No engine has to follow them: where lines run
//! the way of a wish, the engine is given a line for it that is not drawn, and of several tries
//! those that keep more wishes are the better ones ([`super::score`]).

use super::engine::{Engine, LayoutError};
use super::graph::{Direction, Edge, Graph, Hint, Placed};

/// Which way lines should run for most of the wishes; of as many either way, to the right.
pub fn direction(hints: &[Hint]) -> Direction {
    let down = hints.iter().filter(|h| h.direction() == Direction::Down).count();
    if 2 * down > hints.len() { Direction::Down } else { Direction::Right }
}

/// Lays out a graph with its wishes as lines, where lines run the way of the wish, and with its nodes
/// in the order of the wishes, for engines that heed it. What comes out has the graph's own lines
/// and order.
///
/// # Errors
/// Those of the engine.
pub fn lay_out(engine: &dyn Engine, graph: &Graph) -> Result<Placed, LayoutError> {
    if graph.hints.is_empty() {
        return engine.lay_out(graph);
    }
    let order = order(graph);
    // Where each node stands in that order.
    let mut at = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(slot) = at.get_mut(*old) {
            *slot = new;
        }
    }
    let moved = |node: usize| at.get(node).copied().unwrap_or(node);
    let helped = graph.hints.iter().filter(|h| {
        // Where there is such a line, it does what another would.
        let drawn = graph.edges.iter().any(|e| (e.source, e.target) == (h.first, h.second));
        h.direction() == graph.options.direction && h.first != h.second && !drawn
    });
    let lines =
        helped.map(|h| Edge { id: "hint".to_owned(), source: h.first, target: h.second, ..Edge::default() });
    let edges = graph.edges.iter().cloned().chain(lines);
    let edges = edges.map(|e| Edge { source: moved(e.source), target: moved(e.target), ..e });
    let asked = Graph {
        nodes: order.iter().filter_map(|old| graph.nodes.get(*old)).cloned().collect(),
        edges: edges.collect(),
        hints: Vec::new(),
        ..graph.clone()
    };
    let mut placed = engine.lay_out(&asked)?;
    placed.edges.truncate(graph.edges.len());
    placed.nodes = at.iter().filter_map(|new| placed.nodes.get(*new)).copied().collect();
    placed.settle();
    Ok(placed)
}

/// The nodes with the first of each wish before the second, and else in the order of the graph.
fn order(graph: &Graph) -> Vec<usize> {
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    // Wishes that turn in a ring have no order: as many rounds as there are wishes are enough for
    // all others.
    for _ in 0..graph.hints.len() {
        for hint in &graph.hints {
            let place = |node: usize| order.iter().position(|n| *n == node);
            if let (Some(first), Some(second)) = (place(hint.first), place(hint.second))
                && first > second
            {
                let node = order.remove(first);
                order.insert(second, node);
            }
        }
    }
    order
}
