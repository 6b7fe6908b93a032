//! Publishing to Confluence: the fake of it, proved by another client, and ours against the fake.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr
)]
#![cfg(feature = "publish")]

mod behaviour;
mod broken;
#[cfg(feature = "cli")]
mod command;
mod fake;
mod independent;
mod shop;

#[cfg(feature = "cli")]
#[path = "../support/world.rs"]
mod world;
