//! How fast a text becomes an analysed model: resolution and analysis of 60, 1,000 and 5,000
//! elements; what it costs to keep a snapshot of it, and to compare two.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use trustline::analysis::analyse;
use trustline::compare::{Snapshot, compare};
use trustline::model::{Entry, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

fn bench(c: &mut Criterion) {
    let today = Date::new(2026, 10, 1).unwrap();
    for size in [60, 1_000, 5_000] {
        let files = Memory::new([("/m.tm", support::model(size))]);
        let parsed = read(&files, Entry::File(Path::new("/m.tm")), None);
        let model = resolve(&parsed).model;
        let mut group =
            c.benchmark_group(format!("{} elements, {} flows", model.elements.len(), model.flows.len()));
        group.sample_size(10);
        group.bench_function("read", |b| b.iter(|| read(&files, Entry::File(Path::new("/m.tm")), None)));
        group.bench_function("resolve", |b| b.iter(|| resolve(black_box(&parsed))));
        group.bench_function("analyse", |b| b.iter(|| analyse(black_box(&model), today)));
        let analysis = analyse(&model, today);
        let snapshot = Snapshot::of(&model, &analysis);
        group.bench_function("snapshot", |b| b.iter(|| Snapshot::of(black_box(&model), &analysis)));
        group.bench_function("compare, nothing differs", |b| {
            b.iter(|| compare(black_box(&snapshot), &snapshot))
        });
        let before = Snapshot { threats: Vec::new(), ..snapshot.clone() };
        group.bench_function("compare, all threats are new", |b| {
            b.iter(|| compare(black_box(&before), &snapshot))
        });
        group.finish();
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
