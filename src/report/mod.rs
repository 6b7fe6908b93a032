//! A model and what follows from it, written up: as HTML, Markdown and JSON.
//!
//! [`collect`] joins model and analysis to one [`Report`], plain data with names in place of ids.
//! Every format is written from it and from nothing else, so that they agree. This room does not
//! judge anything: what is not in the report was not found by the analysis. Pictures are made
//! elsewhere and handed in.

pub mod answers;
pub mod areas;
pub mod checklist;
pub mod collect;
pub mod coverage;
pub mod data;
pub mod difference;
pub mod document;
pub mod evidence;
pub mod first;
pub mod html;
pub mod json;
pub mod markdown;
pub mod names;
pub mod paths;
pub mod prose;
pub mod register;
pub mod scope;
pub mod sets;
mod shallow;
pub mod tables;
pub mod wikis;
pub mod words;

pub use collect::{Frameworks, Known, collect, since};
pub use data::Report;

pub use crate::scene::figures::Place;

/// A picture of the model or of a part of it.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// What it shows; the text that stands for it.
    pub title: String,
    /// What it shows in more words (Markdown); may be empty.
    pub about: String,
    /// The SVG, from this program's own renderer: it goes into the HTML as it is.
    pub svg: String,
    /// The name of the SVG's file beside the report.
    pub svg_file: String,
    /// The name of the PNG's file beside the report.
    pub png_file: String,
    /// Where in the report it belongs.
    pub place: Place,
    /// Width of the SVG in its own units; 0 if it is not known.
    pub width: f64,
    /// Height of the SVG in the same units.
    pub height: f64,
    /// Width of the PNG in pixels; 0 if there is none.
    pub pixels: u32,
    /// Where parts of the model stand in it.
    pub areas: Vec<areas::Area>,
}
