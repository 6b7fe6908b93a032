//! How long names, values and types take: trees of 5,000 elements and 7,500 flows to one resolved model.
#![allow(missing_docs, clippy::expect_used)]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::path::Path;
use trustline::catalog::edition;
use trustline::model::{Entry, read, resolve_with};
use trustline::source::Memory;

#[path = "../tests/support/large.rs"]
mod large;

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("resolve");
    group.sample_size(20);
    let catalog = edition(None).expect("the newest edition");
    for (elements, flows) in [(1_000, 1_500), (5_000, 7_500)] {
        let files = Memory::new([("main.tm", large::large(elements, flows))]);
        let tree = read(&files, Entry::File(Path::new("main.tm")), None);
        let resolved = resolve_with(&tree, catalog.clone());
        assert!(resolved.diagnostics.is_empty() && resolved.model.flows.len() == flows);
        group.bench_function(format!("{elements} elements, {flows} flows"), |b| {
            b.iter_batched(|| catalog.clone(), |catalog| resolve_with(&tree, catalog), BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
