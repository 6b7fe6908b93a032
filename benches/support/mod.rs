//! Models of any size for benches: services in nested boundaries with a store, an index and a
//! model each, called from outside and from one another. The same size gives the same text.

use std::fmt::Write;

/// A model of about `elements` elements and one and a half times as many flows.
pub fn model(elements: usize) -> String {
    let mut out = String::from(
        "model \"Generated\" {\n  owner: \"Bench\"\n  catalog: 2026.1\n}\n\
         prompts question \"Questions\" { personal: true }\nanswers reply \"Answers\"\n\
         documents manual \"Manuals\" { class: confidential }\n\
         anonymous_user visitor \"Visitor\"\nmodel_provider llm \"Hosted model\"\n",
    );
    let groups = (elements.saturating_sub(2) / 5).max(1);
    for g in 0..groups {
        let trust = ["internal", "internal", "restricted", "partner"][g % 4];
        let _ = write!(
            out,
            "boundary zone{g} \"Zone {g}\" {{\n  trust: {trust}\n  gateway gate{g} \"Gateway {g}\" {{ controls: [auth, rate_limit] }}\n  \
             boundary inner{g} \"Inner {g}\" {{\n    inference_api api{g} \"Pipeline {g}\"\n    \
             rag_store index{g} \"Index {g}\" {{ stores: [manual], controls: [access_control] }}\n    \
             data_ingestion crawl{g} \"Ingestion {g}\"\n    database db{g} \"Records {g}\"\n  }}\n}}\n"
        );
    }
    for g in 0..groups {
        let other = (g + 1) % groups;
        let entry = if g % 5 == 0 { "visitor".to_owned() } else { format!("api{}", g / 5) };
        let _ = write!(
            out,
            "{entry} -> gate{g} \"asks\" {{ sends: [question], returns: [reply], controls: [tls] }}\n\
             gate{g} -> api{g} {{ sends: [question], returns: [reply] }}\n\
             api{g} -> index{g} \"query\" {{ sends: [question], returns: [manual] }}\n\
             crawl{g} -> index{g} {{ writes: [manual] }}\n\
             crawl{g} -> db{g} {{ returns: [manual] }}\n\
             api{g} -> db{g} \"records\" {{ writes: [question] }}\n\
             crawl{g} -> db{other} as copies{g} \"copies\" {{ returns: [manual], controls: [tls] }}\n"
        );
        if g % 2 == 0 {
            let _ = writeln!(
                out,
                "api{g} -> llm \"prompt\" {{ sends: [question, manual], returns: [reply], controls: [tls] }}"
            );
        }
    }
    out
}
