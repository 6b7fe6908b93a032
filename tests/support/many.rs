//! A model with many threats as text: teams alike, each with an application and a store of its own.
#![allow(dead_code)]

use std::fmt::Write;

/// Some nineteen threats for each team, and a picture.
pub fn many(teams: usize) -> String {
    let apart = |i: usize| if i == 0 { String::new() } else { format!("}}\nboundary b{i} \"Team {i}\" {{") };
    written(teams, apart)
}

/// The same with all teams in one boundary: as many threats, and few pictures.
pub fn together(teams: usize) -> String {
    written(teams, |_| String::new())
}

/// Teams alike; `apart` is what stands between one and the next.
fn written(teams: usize, apart: impl Fn(usize) -> String) -> String {
    let mut text = String::from(
        "model \"Many\" { owner: \"Ana\" }\nprompts ask { class: internal }\nanswers reply { from: [ask] }\n\
         documents docs { class: confidential }\nanonymous_user visitor \"Visitor\"\n\
         model_provider llm \"Hosted LLM\"\nboundary b0 \"Team 0\" {",
    );
    for i in 0..teams {
        let _ = write!(
            text,
            "{}\n  web_app app{i} \"App {i}\"\n  rag_store store{i} \"Store {i}\" {{ stores: [docs] }}\n",
            apart(i)
        );
    }
    text.push_str("}\n");
    for i in 0..teams {
        let _ = write!(
            text,
            "visitor -> app{i} {{ sends: [ask], returns: [reply] }}\n\
             app{i} -> store{i} {{ sends: [ask], returns: [docs] }}\n\
             app{i} -> llm {{ sends: [ask, docs], returns: [reply] }}\n"
        );
    }
    text
}
