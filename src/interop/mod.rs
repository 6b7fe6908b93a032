//! Other programs' forms, one file a form. They are written from what earlier rooms made, and
//! know nothing of how it was made.

pub mod github;
#[cfg(feature = "picture")]
pub mod layout;
pub mod sarif;
