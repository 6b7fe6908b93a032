//! Texts of a model where they could drive what shows them.

/// A text without what could drive a terminal or turn its writing: control characters and
/// bidirectional marks become the replacement character. Names and reasons of a model stand in
/// messages. So does the beginning of what GitHub's runner would carry out as a command: `::` behind
/// the blanks of a line, `##[` anywhere in it.
pub fn calm(text: &str) -> String {
    let seen = visible(text);
    if !seen.contains("::") && !seen.contains("##[") {
        return seen;
    }
    let line = |l: &str| {
        let blanks = l.len() - l.trim_start().len();
        let (before, rest) = l.split_at_checked(blanks).unwrap_or(("", l));
        let rest = rest.strip_prefix("::").map_or_else(|| rest.to_owned(), |r| format!("\u{fffd}:{r}"));
        format!("{before}{}", rest.replace("##[", "##\u{fffd}"))
    };
    seen.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A text in which nothing drives a terminal or turns the writing around it, for pages that carry nothing out.
pub fn visible(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_command() {
        assert_eq!(calm("a::b\n c::d"), "a::b\n c::d");
        assert_eq!(
            calm("::error::x\n  ::set x ##[debug]y"),
            "\u{fffd}:error::x\n  \u{fffd}:set x ##\u{fffd}debug]y"
        );
        assert_eq!(calm("a\u{1b}[31m\u{9b}\u{202e}"), "a\u{fffd}[31m\u{fffd}\u{fffd}");
    }
}
