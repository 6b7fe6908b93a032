//! The language server in any session: what the fuzz target `lsp` does, on fewer of them.
#![cfg(feature = "lsp")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/session.rs"]
mod session;

use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What went wrong on any thread; the server goes on after a mistake of its own, and a test must not.
static PANICS: AtomicUsize = AtomicUsize::new(0);

fn watched() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            PANICS.fetch_add(1, Ordering::SeqCst);
            before(info);
        }));
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_is_answered_and_ends_well(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        watched();
        let before = PANICS.load(Ordering::SeqCst);
        session::run(&bytes);
        prop_assert_eq!(PANICS.load(Ordering::SeqCst), before, "a thread of the server has failed");
    }
}
