//! A large model as text, for a test and for the bench that says how long it takes.

use std::fmt::Write;

/// Boundaries of a hundred elements each, and flows that are all over them.
pub fn large(elements: usize, flows: usize) -> String {
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
