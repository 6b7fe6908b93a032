//! The content of texts in quotes.

use std::ops::Range;

/// An escape that the language does not know: where it stands in the raw text.
pub type BadEscape = Range<usize>;

/// The content of `"…"`. Unknown escapes stay as they are and are given back.
pub fn single(raw: &str) -> (String, Vec<BadEscape>) {
    let inner = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"')).unwrap_or(raw);
    if !inner.contains('\\') {
        return (inner.to_owned(), Vec::new());
    }
    let mut text = String::with_capacity(inner.len());
    let mut bad = Vec::new();
    let mut letters = inner.char_indices();
    while let Some((at, c)) = letters.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match letters.next() {
            Some((_, 'n')) => text.push('\n'),
            Some((_, c @ ('"' | '\\'))) => text.push(c),
            Some((next, c)) => {
                // The quote before the inner text is one byte.
                bad.push(at + 1..next + c.len_utf8() + 1);
                text.push('\\');
                text.push(c);
            }
            None => text.push('\\'),
        }
    }
    (text, bad)
}

/// The content of `"""…"""`: without the line ends next to the quotes and without the
/// indentation that all lines with content share. What stands behind the opening quotes on
/// their own line is not indented.
pub fn triple(raw: &str) -> String {
    let inner = raw.strip_prefix("\"\"\"").and_then(|r| r.strip_suffix("\"\"\"")).unwrap_or(raw);
    if !inner.contains('\n') {
        return inner.trim().to_owned();
    }
    let mut lines: Vec<&str> = inner.split('\n').map(|l| l.strip_suffix('\r').unwrap_or(l)).collect();
    if lines.last().is_some_and(|l| l.trim().is_empty()) {
        lines.pop();
    }
    let first = lines.first().map(|l| l.trim_start()).filter(|l| !l.trim().is_empty());
    let blank = |c: char| c == ' ' || c == '\t';
    let indented = |l: &&&str| !l.trim().is_empty();
    let rest = lines.get(1..).unwrap_or(&[]);
    let shared =
        rest.iter().filter(indented).map(|l| l.len() - l.trim_start_matches(blank).len()).min().unwrap_or(0);
    let mut out: Vec<&str> = first.into_iter().collect();
    // Lines of blanks may be shorter than what is taken off.
    out.extend(rest.iter().map(|l| l.get(shared..).unwrap_or("")));
    out.iter().map(|l| l.trim_end()).collect::<Vec<_>>().join("\n")
}

/// The end of the text in quotes that begins at `start`, as the rule `text` of the grammar reads
/// it; the end of everything if it is not closed.
pub fn end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or(&[]);
    if rest.starts_with(b"\"\"\"") {
        let inner = rest.get(3..).unwrap_or(&[]);
        return inner.windows(3).position(|w| w == b"\"\"\"").map_or(bytes.len(), |n| start + n + 6);
    }
    let mut at = 1;
    while let Some(b) = rest.get(at) {
        match b {
            b'"' => return start + at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// A text as it is written in quotes on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(single(r#""a \"b\" \\ c\n""#), ("a \"b\" \\ c\n".to_owned(), vec![]));
        let (text, bad) = single(r#""C:\temp""#);
        assert_eq!((text.as_str(), bad.first()), (r"C:\temp", Some(&(3..5))));
        assert_eq!(single(&quoted("a\"\\\n")).0, "a\"\\\n");
    }

    #[test]
    fn indentation_is_taken_off() {
        assert_eq!(triple("\"\"\" one line \"\"\""), "one line");
        assert_eq!(triple("\"\"\"\n    a\n      b\n\n    c\n  \"\"\""), "a\n  b\n\nc");
        assert_eq!(triple("\"\"\"\r\n  a\r\n  b\r\n  \"\"\""), "a\nb");
        assert_eq!(triple("\"\"\"first\n   second\n   \"\"\""), "first\nsecond");
        assert_eq!(triple("\"\"\"\n  a\n  b\"\"\""), "a\nb");
        assert_eq!(triple("\"\"\"\"\"\""), "");
    }
}
