//! How long it takes from a save to the new picture: `cargo bench --bench preview`.
//!
//! A model of 60 elements is saved again and again, and the time is taken until the page is told of the new
//! report and has it. Two sorts of changes: words that no picture shows, and parts that come and go, for which
//! the pictures are laid out anew. Some programs write into the file, and some move it away and put another in its place.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]
#![allow(clippy::indexing_slicing)]

use std::time::{Duration, Instant};

#[path = "../tests/support/page.rs"]
mod page;
#[path = "support/mod.rs"]
mod support;
use page::{Preview, no_errors};
use support::{Shape, files};

const BINARY: &str = env!("CARGO_BIN_EXE_trustline");

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!("{what:<52} p50 {:>8.1} ms   p99 {:>8.1} ms   ({} times)", at(50), at(99), times.len());
}

fn main() {
    // As a test, `cargo bench` and `cargo test --benches` call it with `--test`.
    let quick = std::env::args().any(|a| a == "--test");
    let (elements, times) = if quick { (20, 2) } else { (60, 40) };
    let dir = tempfile::tempdir().unwrap();
    let texts = files(Shape::Wide, elements);
    for (name, text) in &texts {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let main = dir.path().join("main.tm");
    let text = &texts[1].1;
    let preview = Preview::start(BINARY, &main, &[]);
    let events = preview.address.listen();
    let mut shown = events.until(no_errors)["report"].as_u64().unwrap();
    let mut save = |text: &str, moved: bool| {
        let begin = Instant::now();
        if moved {
            std::fs::rename(&main, dir.path().join("main.tm~")).unwrap();
        }
        std::fs::write(&main, text).unwrap();
        shown = events.until(|s| s["report"].as_u64() > Some(shown))["report"].as_u64().unwrap();
        assert_eq!(preview.address.get("report").status, 200);
        begin.elapsed()
    };
    let words = |n| format!("{text}question \"Is it so {n}?\" {{ owner: \"Ana\" }}\n");
    let parts =
        |n| format!("{text}llm fresh_{n} \"Fresh {n}\"\nvisitor -> fresh_{n} {{ sends: [question] }}\n");
    let moved: Vec<Duration> = (0..times).map(|n| save(&words(times + n), true)).collect();
    let words: Vec<Duration> = (0..times).map(|n| save(&words(n), false)).collect();
    let parts: Vec<Duration> = (0..times).map(|n| save(&parts(n), false)).collect();
    told(&format!("{elements} elements: save to page, words"), words);
    told(&format!("{elements} elements: save to page, words, another file"), moved);
    told(&format!("{elements} elements: save to page, a new part"), parts);
}
