//! Texts of about a megabyte for benches of the syntax. The same size gives the same text.

use std::fmt::Write;

/// How many bytes, and a few.
const SIZE: usize = 1 << 20;

/// What a model has: texts, threats, comments, lists.
pub fn rich() -> String {
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

/// The most tokens to a byte: nothing but short declarations and flows.
pub fn flat() -> String {
    let mut out = String::new();
    let mut n = 0;
    while out.len() < SIZE {
        n += 1;
        let _ = write!(out, "llm a{n} \"A\"\na{n} -> b\n");
    }
    out
}
