//! A model and what follows from it, written up: as HTML, Markdown and JSON.
//!
//! [`collect`] joins model and analysis to one [`Report`], plain data with names in place of ids.
//! Every format is written from it and from nothing else, so that they agree. This room does not
//! judge anything: what is not in the report was not found by the analysis. Pictures are made
//! elsewhere and handed in.

pub mod collect;
pub mod data;
pub mod json;

pub use collect::{Frameworks, Known, collect};
pub use data::Report;
