//! An engine for nested frames that owes little to others: plainer than ELK, never wrong.
//!
//! It works from the inside out. Each frame is a flat picture of what stands in it: elements,
//! frames whose size is known by then, and the labels of the lines that run between them, which
//! take their room as small boxes of their own. Such a level is laid out in layers ([`level`]),
//! by `layout-rs` up to 40 parts ([`super::flat`]) and by our own layering ([`layers`]) above, or
//! where a placement other than the default is asked for; parts that no line joins are packed to
//! the shape of a page ([`pack`]). Then all is put together ([`assemble`]) and the lines find
//! their ways ([`lines`]) with the router that every engine can use ([`super::route`]). What white
//! is left between them goes ([`squeeze`]).
//!
//! It proves its picture: if a line finds no way, or the measure finds any fault, it starts again
//! with more room, and fails at last rather than give a wrong picture.

mod assemble;
mod layers;
mod level;
mod lines;
mod loops;
mod pack;
mod room;
mod squeeze;

use super::engine::{Engine, LayoutError, validate, verify};
use super::graph::{Graph, Options, Placed, Placement};
use super::metric::measure;
use room::Room;

const NAME: &str = "nested";
/// How much room there is, in relation to what the options ask for, from try to try.
const SCALES: [f64; 5] = [1.0, 1.5, 2.2, 3.4, 5.0];
/// The most parts, which is about 350 elements with their lines: those take half a minute, and the
/// time grows faster than their number.
const MOST: usize = 1000;

/// The engine. It holds nothing and may be shared between threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nested;

impl Nested {
    /// The engine.
    pub fn new() -> Nested {
        Nested
    }
}

impl Engine for Nested {
    fn name(&self) -> &'static str {
        NAME
    }

    fn lay_out(&self, graph: &Graph) -> Result<Placed, LayoutError> {
        validate(graph)?;
        let parts = graph.nodes.len() + graph.clusters.len() + graph.edges.len();
        if parts > MOST {
            return Err(LayoutError::TooLarge { parts, limit: MOST });
        }
        if graph.nodes.is_empty() && graph.clusters.is_empty() {
            return Ok(Placed { direction: graph.options.direction, ..Placed::default() });
        }
        let mut failed = LayoutError::NoEngine;
        for scale in SCALES {
            match attempt(graph, &Room::new(graph, scale)) {
                Ok(placed) => return Ok(placed),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    fn heeded(&self, options: &Options) -> Options {
        let Options { direction, node_gap, layer_gap, edge_node_gap, edge_gap, padding, placement, .. } =
            *options;
        Options {
            direction,
            node_gap,
            layer_gap,
            edge_node_gap,
            edge_gap,
            padding,
            placement: match placement {
                Placement::NetworkSimplex => placement,
                Placement::BrandesKoepf | Placement::LinearSegments => Placement::BrandesKoepf,
            },
            ..Options::default()
        }
    }
}

/// One try with so much room.
fn attempt(graph: &Graph, room: &Room) -> Result<Placed, LayoutError> {
    let mut placed = assemble::assemble(graph, room);
    lines::draw(graph, &mut placed).map_err(|edge| LayoutError::Engine {
        name: NAME,
        message: match graph.edges.get(edge) {
            Some(edge) => format!("there is no way for flow `{}`", edge.id),
            None => "a flow has no way".to_owned(),
        },
    })?;
    squeeze::squeeze(&mut placed);
    placed.settle();
    verify(graph, &placed, NAME)?;
    let faults = measure(graph, &placed).faults;
    if faults.is_empty() {
        Ok(placed)
    } else {
        Err(LayoutError::Misleading { faults: faults.iter().map(ToString::to_string).collect() })
    }
}
