//! The language server: the protocol and nothing else.
//!
//! What an editor shows is made in `ide`, as functions from data to data; here messages are read in order,
//! texts are kept as the editor has them, and answers are put into the protocol's terms. Texts and names are
//! checked at once on every change; what follows from a model is found out by a second thread, always of the
//! newest text, and answers that need it wait for it. Files are read through [`crate::source::Files`]; what
//! else the server needs of the world comes from those who start it, as a [`World`].

mod capabilities;
mod carried;
mod convert;
mod documents;
mod language;
mod models;
mod pages;
mod positions;
mod serve;
mod uri;
mod work;

pub use pages::Page;
pub use positions::{Encoding, offset, position};
pub use serve::serve;

use crate::ide::picture::Spot;
use crate::syntax::tree::Date;
use std::path::{Path, PathBuf};

/// What the server needs of the world beside files.
#[derive(Copy, Clone)]
pub struct World {
    /// The models of a folder and of those in it.
    pub models: fn(&Path) -> Vec<PathBuf>,
    /// The day.
    pub today: fn() -> Date,
    /// Begins live pages; none in a build that has no such pages.
    pub page: Option<Begin>,
}

/// Begins a live page in a theme, which is named or a folder, or says why it can't.
pub type Begin = fn(&str, Go) -> Result<Box<dyn Page>, String>;

/// Shows a place in the editor; whether it can.
pub type Go = Box<dyn Fn(Spot) -> bool + Send + Sync>;
