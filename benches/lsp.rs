//! How long an author waits for the language server, over its pipes: `cargo bench --bench lsp`.
//!
//! Prints the middle and the 99th of 100 for each wait, and compares what the server says after 200 random
//! edits of 1,000 elements with what a fresh `check` says. It fails where they differ.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]
#![allow(clippy::indexing_slicing)]

use serde_json::json;
use std::time::{Duration, Instant};

#[path = "../tests/support/client.rs"]
mod client;
use client::{Client, compare, five, uri};

const BINARY: &str = env!("CARGO_BIN_EXE_trustline");

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!("{what:<52} p50 {:>8.2} ms   p99 {:>8.2} ms   ({} times)", at(50), at(99), times.len());
}

fn waits(elements: usize, keys: usize) {
    let dir = tempfile::tempdir().unwrap();
    let files = five(elements, elements * 3 / 2);
    for (name, text) in &files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let main = dir.path().join("main.tm");
    let mut c = Client::start(BINARY, dir.path(), json!({ "general": { "positionEncodings": ["utf-8"] } }));
    c.open(&main, &files[0].1);
    c.settle(&main);
    // A name that is typed in a list: with each key another name is unknown.
    let line = files[0].1.lines().count();
    let head = "one_0 -> one_1 as typed { sends: [";
    c.change(&main, 2, Some([line, 0, line, 0]), &format!("{head}] }}\n"));
    c.settle(&main);
    let (mut diagnostics, mut settled, mut completion, mut hover) = (vec![], vec![], vec![], vec![]);
    let mut version = 2;
    let mut column = head.len();
    for n in 0..keys {
        if n % 20 == 19 {
            version += 1;
            c.change(&main, version, Some([line, head.len(), line, column]), "");
            column = head.len();
            c.settle(&main);
        }
        version += 1;
        let begin = Instant::now();
        c.change(&main, version, Some([line, column, line, column]), "q");
        c.next_diagnostics();
        diagnostics.push(begin.elapsed());
        column += 1;
        let at = c.at(&main, line, column);
        let begin = Instant::now();
        c.request("textDocument/completion", at).unwrap();
        completion.push(begin.elapsed());
        if n % 5 == 0 {
            let begin = Instant::now();
            version += 1;
            c.change(&main, version, Some([line, column, line, column]), "z");
            column += 1;
            c.settle(&main);
            settled.push(begin.elapsed());
            let at = c.at(&main, 8, 5);
            let begin = Instant::now();
            c.request("textDocument/hover", at).unwrap();
            hover.push(begin.elapsed());
        }
    }
    told(&format!("{elements} elements: key to diagnostics of names"), diagnostics);
    told(&format!("{elements} elements: completion"), completion);
    told(&format!("{elements} elements: hover"), hover);
    told(&format!("{elements} elements: key to everything"), settled);
    c.shut_down();
}

fn memory(edits: i32) {
    let dir = tempfile::tempdir().unwrap();
    let files = five(100, 150);
    for (name, text) in &files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let main = dir.path().join("main.tm");
    let mut c = Client::start(BINARY, dir.path(), json!({}));
    c.open(&main, &files[0].1);
    let line = files[0].1.lines().count();
    let mut at = Vec::new();
    for n in 0..edits {
        let (range, text) = if n % 2 == 0 { ([line, 0, line, 0], "x") } else { ([line, 0, line, 1], "") };
        c.change(&main, n + 2, Some(range), text);
        if n % 100 == 99 {
            c.settle(&main);
        }
        if n % (edits / 5) == edits / 5 - 1 {
            at.push(c.memory().map_or_else(|| "?".to_owned(), |kb| format!("{} MB", kb / 1024)));
        }
    }
    println!("memory over {edits} edits: {}", at.join(", "));
    c.shut_down();
    let _ = uri;
}

fn main() {
    // As a test, `cargo bench` and `cargo test --benches` call it with `--test`.
    let quick = std::env::args().any(|a| a == "--test");
    waits(if quick { 100 } else { 1_000 }, if quick { 5 } else { 200 });
    if !quick {
        waits(5_000, 40);
        memory(10_000);
        let with_errors =
            compare(BINARY, json!({ "general": { "positionEncodings": ["utf-32"] } }), 1_000, 200);
        println!(
            "200 random edits of 1,000 elements: as a fresh check says ({with_errors} states with errors)"
        );
    }
}
