//! Text to tree.
//!
//! Parsing never fails: what has no form becomes part of the tree as a broken statement, and is
//! said once in the diagnostics. No word is looked up here; the model does that.

pub mod tree;

pub use tree::Tree;
