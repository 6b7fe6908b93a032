//! Where the parts of a picture stand: sizes from font metrics in, positions and routes out.
//!
//! This room knows boxes and lines, not models: what a box means is decided by `scene`, which
//! makes a [`Graph`] of sizes and gets a [`Placed`] of coordinates. An [`Engine`] stands between
//! them; [`best`] asks it several times and keeps the best picture by the measures of [`metric`],
//! of which the first is that the picture does not lie.

pub mod best;
#[cfg(feature = "elk")]
pub mod elk;
pub mod engine;
pub mod flat;
pub mod graph;
mod guard;
pub mod hints;
pub mod improve;
pub mod metric;
pub mod plan;
pub mod route;
pub mod score;
pub mod strategy;
pub mod text;

pub use engine::{Engine, LayoutError};
pub use graph::{
    Cluster, Direction, Edge, Graph, Node, Options, Placed, PlacedCluster, Placement, Point, Rect, Route,
    Size,
};
pub use metric::{Fault, Measure};
pub use score::Page;

/// The engine that this build has.
///
/// # Errors
/// [`LayoutError::NoEngine`] if it was built without one (feature `elk`).
pub fn engine() -> Result<Box<dyn Engine>, LayoutError> {
    #[cfg(feature = "elk")]
    return Ok(Box::new(elk::Elk::new()));
    #[cfg(not(feature = "elk"))]
    return Err(LayoutError::NoEngine);
}
