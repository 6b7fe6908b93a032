//! A model with many threats as text: teams alike, each with an application and a store of its own.

use std::fmt::Write;

/// Some nineteen threats for each team.
pub fn many(teams: usize) -> String {
    let mut text = String::from(
        "model \"Many\" { owner: \"Ana\" }\nprompts ask { class: internal }\nanswers reply { from: [ask] }\n\
         documents docs { class: confidential }\nanonymous_user visitor \"Visitor\"\n\
         model_provider llm \"Hosted LLM\"\n",
    );
    for i in 0..teams {
        let _ = write!(
            text,
            "boundary b{i} \"Team {i}\" {{\n  web_app app{i} \"App {i}\"\n  \
             rag_store store{i} \"Store {i}\" {{ stores: [docs] }}\n}}\n\
             visitor -> app{i} {{ sends: [ask], returns: [reply] }}\n\
             app{i} -> store{i} {{ sends: [ask], returns: [docs] }}\n\
             app{i} -> llm {{ sends: [ask, docs], returns: [reply] }}\n"
        );
    }
    text
}
