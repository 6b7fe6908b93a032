//! Other programs' forms, one file a form. They are written from what earlier rooms made, and
//! know nothing of how it was made.

#[cfg(feature = "report")]
pub mod csv;
pub mod github;
#[cfg(feature = "report")]
pub mod junit;
#[cfg(feature = "picture")]
pub mod layout;
#[cfg(feature = "report")]
pub mod navigator;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod sarif;
#[cfg(feature = "report")]
pub mod xlsx;
