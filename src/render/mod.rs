//! From a scene to a file: SVG text, then PNG pixels.
//!
//! This room draws what a [`Scene`](crate::scene::Scene) says and decides nothing.

mod figure;
pub mod icons;
mod pen;
pub mod png;
pub mod svg;
