//! How fast texts of a megabyte are formatted: in the style already, as after a save, and with
//! every blank wrong, as from another hand. The goal is 250 ms. The text is read once, and what is
//! written is compared with it by tokens; wrapped is the text of which tokens can't tell enough, so
//! that what is written is read as well.
#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use trustline::source::FileId;
use trustline::syntax::format::format;

#[path = "support/texts.rs"]
mod texts;

/// The text with other blanks between most tokens, other indentation and further blank lines.
fn careless(text: &str) -> String {
    text.replace("\n  ", "\n\n\n     ").replace(" {", "   {").replace(" -> ", "->").replace(", ", " ,")
}

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("format");
    group.sample_size(20);
    let (rich, flat) = (texts::rich(), texts::flat());
    let styled = format(FileId(0), &rich).text;
    let careless = careless(&rich);
    let wrapped = rich.replace(", network_segmentation]", ",\n network_segmentation]");
    let texts =
        [("rich", rich), ("flat", flat), ("styled", styled), ("careless", careless), ("wrapped", wrapped)];
    for (name, text) in texts {
        assert!(format(FileId(0), &text).kept.is_empty());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| format(FileId(0), black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
