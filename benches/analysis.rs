//! How fast a text becomes an analysed model: reading, resolution and analysis of 20 to 10,000
//! elements with attackers, side by side and in chains; what it costs to keep a snapshot of it, and to
//! compare two.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use support::Shape;
use trustline::analysis::analyse;
use trustline::compare::{Snapshot, compare};
use trustline::model::{Entry, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

fn bench(c: &mut Criterion) {
    for size in [20, 1_000, 5_000, 10_000] {
        for shape in [Shape::Wide, Shape::Deep] {
            one(c, shape, size);
        }
    }
}

fn one(c: &mut Criterion, shape: Shape, size: usize) {
    let today = Date::new(2026, 10, 1).unwrap();
    let files = Memory::new(support::files(shape, size));
    let entry = || Entry::File(Path::new("main.tm"));
    let parsed = read(&files, entry(), None);
    let resolved = resolve(&parsed);
    assert!(parsed.diagnostics.is_empty() && resolved.diagnostics.is_empty());
    let model = resolved.model;
    let (elements, flows) = (model.elements.len(), model.flows.len());
    let mut group = c.benchmark_group(format!("{shape:?}: {elements} elements, {flows} flows"));
    group.sample_size(10);
    group.bench_function("read", |b| b.iter(|| read(&files, entry(), None)));
    group.bench_function("resolve", |b| b.iter(|| resolve(black_box(&parsed))));
    group.bench_function("analyse", |b| b.iter(|| analyse(black_box(&model), today)));
    let analysis = analyse(&model, today);
    assert!(analysis.paths.attacks.iter().flatten().all(|want| !want.skipped));
    let snapshot = Snapshot::of(&model, &analysis);
    group.bench_function("snapshot", |b| b.iter(|| Snapshot::of(black_box(&model), &analysis)));
    group.bench_function("compare, nothing differs", |b| b.iter(|| compare(black_box(&snapshot), &snapshot)));
    let before = Snapshot { threats: Vec::new(), ..snapshot.clone() };
    group.bench_function("compare, all threats are new", |b| {
        b.iter(|| compare(black_box(&before), &snapshot))
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
