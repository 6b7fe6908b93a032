//! Where the parts of a picture stand: sizes from font metrics in, positions and routes out.
//!
//! This room knows boxes and lines, not models: what a box means is decided by `scene`, which
//! makes a [`Graph`] of sizes and gets a [`Placed`] of coordinates. An [`Engine`] stands between
//! them; [`best`] asks it several times and keeps the best picture by the measures of [`metric`],
//! of which the first is that the picture does not lie.

pub mod best;
pub mod chain;
#[cfg(feature = "elk")]
pub mod elk;
pub mod engine;
pub mod flat;
pub mod graph;
mod guard;
pub mod hints;
pub mod improve;
pub mod metric;
pub mod nested;
pub mod page;
pub mod plan;
pub mod route;
pub mod score;
pub mod strategy;
pub mod text;
pub mod title;

pub use engine::{Engine, LayoutError};
pub use graph::{
    Cluster, Direction, Edge, Graph, Hint, Node, Options, Placed, PlacedCluster, Placement, Point, Rect,
    Route, Side, Size,
};
pub use metric::{Fault, Measure};
pub use page::Page;

/// The engine of this build: ELK, and behind it our own for nested frames, which serves alone
/// where ELK is left out (feature `elk`).
pub fn engine() -> Box<dyn Engine> {
    #[cfg(feature = "elk")]
    return Box::new(chain::Chain::new(elk::Elk::new(), nested::Nested::new()));
    #[cfg(not(feature = "elk"))]
    return Box::new(nested::Nested::new());
}
