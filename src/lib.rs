//! Trustline, a compiler for threat models of AI systems.
//!
//! Data flows one way through the rooms of this house, each of which knows those before it and
//! never those behind:
//!
//! [`source`] reads files, [`syntax`] makes trees of them, [`catalog`] holds the kinds, controls
//! and threats that are known, [`model`] resolves trees and catalog to one system that does not
//! change any more, [`analysis`] puts side tables beside it, [`compare`] sets two states of a model side by
//! side. `layout` finds places for the parts
//! of a picture, `scene` says what to draw, `theme` how it looks, `render` draws it; `report` writes it all up.
//! `threads` splits work that takes long, in any room.
//! `project` goes from files to all that is to be said of a model, `ide` has what an editor shows of one,
//! `preview` serves its report to browsers of the same machine, `publish` puts it on wikis.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

// The parser that pest makes without its own guard of the stack names it.
extern crate alloc;

pub mod analysis;
pub mod catalog;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod diagnostic;
#[cfg(feature = "report")]
pub mod ide;
pub mod interop;
#[cfg(feature = "picture")]
pub mod layout;
#[cfg(feature = "lsp")]
pub mod lsp;
mod maps;
pub mod model;
pub mod patterns;
#[cfg(feature = "preview")]
pub mod preview;
#[cfg(feature = "picture")]
pub mod project;
#[cfg(feature = "publish")]
pub mod publish;
#[cfg(feature = "picture")]
pub mod render;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "picture")]
pub mod scene;
pub mod source;
pub mod syntax;
#[cfg(feature = "picture")]
pub mod theme;
mod threads;
