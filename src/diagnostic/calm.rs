//! Texts of a model where they could drive what shows them.

/// A text without what could drive a terminal or turn its writing: control characters and
/// bidirectional marks become the replacement character. Names and reasons of a model stand in
/// messages.
pub fn calm(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => c,
            c if c.is_control() => '\u{fffd}',
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}
