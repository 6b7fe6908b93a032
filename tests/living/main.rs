//! Models that live on: compared with what they were, held against a baseline, taken to another
//! edition of the catalog, and checked where changes are reviewed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod baseline;
mod diff;
mod editions;
mod pipeline;
mod yaml;

#[path = "../support/world.rs"]
mod world;

/// A model with some open threats.
const DESK: &str = r#"model "Help desk" { catalog: 2026.1 }
prompts   question "Question"
documents tickets  "Old tickets" { class: confidential }
answers   reply    "Reply" { from: [question, tickets] }
anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  web_app   desk  "Help desk"
  rag_store index "Ticket index" { stores: [tickets] }
}
visitor -> desk { sends: [question], returns: [reply] }
desk -> index   { sends: [question], returns: [tickets] }
desk -> llm     { sends: [question], returns: [reply] }
"#;

/// The model with something replaced that is there.
fn desk(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(DESK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// What makes the provider see tickets: one critical and one medium threat more.
const LEAK: (&str, &str) =
    ("desk -> llm     { sends: [question]", "desk -> llm     { sends: [question, tickets]");
