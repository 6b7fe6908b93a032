//! The language server answers every request of any session, once, and ends when it is told to. A panic on any of
//! its threads ends the run.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/session.rs"]
mod session;

fuzz_target!(|bytes: &[u8]| session::run(bytes));
