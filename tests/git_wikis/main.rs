//! Publishing to wikis that are git repositories: to a bare repository, as the user's own git would meet it, and to a real
//! wiki.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]
#![cfg(feature = "publish")]

mod bare;
mod otter;
mod own;
mod shop;

#[cfg(feature = "cli")]
#[path = "../support/world.rs"]
mod world;
