//! How long it takes to write a report of 5,000 threats: `cargo bench --bench report`. Each format by itself, and
//! HTML, Markdown, JSON and CSV together, which is what a reader waits for. The model is generated, its analysis is
//! done before, and no picture is drawn.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use support::Shape;
use trustline::analysis::analyse;
use trustline::interop::{csv, junit, navigator, xlsx};
use trustline::model::{Entry, read, resolve};
use trustline::report::tables::Tables;
use trustline::report::{Report, collect, html, json, markdown};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many threats the report has at least, and not many more.
const THREATS: usize = 5_000;

fn report(elements: usize) -> Report {
    let files = support::files(Shape::Wide, elements);
    let files = Memory::new(files.iter().map(|(name, text)| (*name, text.as_str())));
    let read = read(&files, Entry::File(Path::new("main.tm")), None);
    let resolved = resolve(&read);
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    collect(&resolved.model, &analysis, &read.sources, &Tables)
}

/// A report of about as many threats as wanted.
fn sized() -> Report {
    let small = report(200);
    let per_element = small.threats.len() as f64 / 200.0;
    let mut elements = (THREATS as f64 / per_element) as usize;
    loop {
        let r = report(elements);
        if r.threats.len() >= THREATS {
            return r;
        }
        elements += 20;
    }
}

fn reports(c: &mut Criterion) {
    let r = sized();
    let theme = html::Theme::default();
    let mut group = c.benchmark_group(format!("report of {} threats", r.threats.len()));
    group.sample_size(10);
    group.bench_function("html", |b| b.iter(|| black_box(html::write(&r, &[], &theme).unwrap())));
    group.bench_function("markdown", |b| b.iter(|| black_box(markdown::write(&r, &[]))));
    group.bench_function("json", |b| b.iter(|| black_box(json::write(&r).unwrap())));
    group.bench_function("csv", |b| b.iter(|| black_box(csv::write(&r))));
    group.bench_function("html, markdown, json and csv", |b| {
        b.iter(|| {
            black_box(html::write(&r, &[], &theme).unwrap());
            black_box(markdown::write(&r, &[]));
            black_box(json::write(&r).unwrap());
            black_box(csv::write(&r));
        });
    });
    group.bench_function("xlsx", |b| b.iter(|| black_box(xlsx::write(&r).unwrap())));
    group.bench_function("junit", |b| b.iter(|| black_box(junit::write(&[junit::suite(&r, |_| true)]))));
    group.bench_function("navigator", |b| b.iter(|| black_box(navigator::write(&r))));
    group.finish();
}

criterion_group!(benches, reports);
criterion_main!(benches);
