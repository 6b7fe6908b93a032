//! How long names, values and types take: trees of 5,000 elements and 7,500 flows to one resolved model.
#![allow(missing_docs, clippy::expect_used)]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::fmt::Write;
use std::path::Path;
use trustline::catalog::edition;
use trustline::model::{Entry, read, resolve_with};
use trustline::source::Memory;

/// Boundaries of a hundred elements each, and flows that are all over them.
fn large(elements: usize, flows: usize) -> String {
    let mut text = String::from("prompts ask\nanswers reply { from: [ask] }\n");
    for b in 0..elements / 100 {
        let _ = writeln!(text, "boundary b{b} {{");
        for e in 0..100 {
            let _ = writeln!(text, "  llm e{b}_{e} {{ controls: [auth], stores: [ask] }}");
        }
        text.push_str("}\n");
    }
    for f in 0..flows {
        let (a, b) = (f % elements, (f * 7 + 1 + f / elements) % elements);
        let _ = writeln!(
            text,
            "e{}_{} -> e{}_{} as f{f} {{ sends: [ask], returns: [reply] }}",
            a / 100,
            a % 100,
            b / 100,
            b % 100
        );
    }
    text
}

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("resolve");
    group.sample_size(20);
    let catalog = edition(None).expect("the newest edition");
    for (elements, flows) in [(1_000, 1_500), (5_000, 7_500)] {
        let files = Memory::new([("main.tm", large(elements, flows))]);
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
