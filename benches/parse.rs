//! How fast text becomes a tree: megabytes a second on models of 1 MB.
//!
//! Rich is like what people write: texts, threats, comments. Flat is the worst case: nothing but
//! short declarations and flows.
#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use trustline::source::FileId;
use trustline::syntax::parse;

#[path = "support/texts.rs"]
mod texts;

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("parse");
    group.sample_size(20);
    for (name, text) in [("rich", texts::rich()), ("flat", texts::flat())] {
        assert!(parse(FileId(0), &text).diagnostics.is_empty());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| parse(FileId(0), black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
