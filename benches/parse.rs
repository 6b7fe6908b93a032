//! How fast text becomes a tree: megabytes a second on models of 1 MB.
//!
//! Rich is like what people write: texts, threats, comments. Flat is the worst case: nothing but
//! short declarations and flows.
#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;
use trustline::source::FileId;
use trustline::syntax::parse;

const SIZE: usize = 1 << 20;

fn rich() -> String {
    let mut out = String::from("model \"Rich\" {\n  owner: \"Applied AI\"\n  review: every 3 months\n}\n");
    let mut n = 0;
    while out.len() < SIZE {
        n += 1;
        let _ = write!(
            out,
            r#"
// Part {n}: a boundary, what stands in it, what goes on there.
documents docs{n} "Company documents, part {n}" {{ class: confidential, integrity: high }}
boundary cloud{n} "Cloud account {n}" {{
  trust: internal                          // untrusted < partner < internal < restricted
  controls: [audit_log, network_segmentation]
  gateway waf{n} "API gateway" {{ controls: [auth, rate_limit] }}
  rag_store index{n} "Vector index" {{ stores: [docs{n}] }}
}}
waf{n} -> index{n} "query for passages" {{ sends: [docs{n}], protocol: https, controls: [tls] }}
mitigate rag-poison on waf{n} -> index{n} {{ with: [provenance], ticket: "SEC-{n}", owner: "Ana", due: 2027-03-01 }}
threat leak-{n} "House style leaks through completions" {{
  stride: information_disclosure
  on: flow
  when: writes documents and receiver is document_store and moved tainted
  lowered_by: {{ output_filtering: 2, data_validation: 1 }}
  scenario: """
    A competitor samples completions to learn what is planned. The names of products that are
    not released yet stand in documents that the generator retrieves from, and come out again.
    """
  refs: [atlas:AML.T0070, owasp-llm-2025:LLM08, nist-ai-rmf:"GOVERN 1.1"]
}}
"#
        );
    }
    out
}

fn flat() -> String {
    let mut out = String::new();
    let mut n = 0;
    while out.len() < SIZE {
        n += 1;
        let _ = write!(out, "llm a{n} \"A\"\na{n} -> b\n");
    }
    out
}

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("parse");
    group.sample_size(20);
    for (name, text) in [("rich", rich()), ("flat", flat())] {
        assert!(parse(FileId(0), &text).diagnostics.is_empty());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| parse(FileId(0), black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
