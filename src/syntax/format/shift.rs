//! Stretches of several lines that are moved to another indentation as a whole.

use std::borrow::Cow;

/// How far the line on which a place stands is indented; a tab counts as one.
pub fn indentation(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    text.get(start..).unwrap_or("").bytes().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

/// Line feeds in place of carriage returns with line feeds.
pub fn line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains("\r\n") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        // Of two carriage returns the first is no part of the line end.
        let bare = line.strip_suffix('\r').filter(|l| lines.peek().is_some() && !l.ends_with('\r'));
        out.push_str(bare.unwrap_or(line));
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    Cow::Owned(out)
}

/// Moves all lines but the first from one indentation to another. They stay where they are if
/// not all of them can be moved equally far, or if tabs stand before them.
pub fn shift(text: &str, from: usize, to: usize) -> Cow<'_, str> {
    let text = line_feeds(text);
    if from == to || !text.contains('\n') {
        return text;
    }
    let blanks = |l: &str| l.len() - l.trim_start_matches(' ').len();
    let less = from.saturating_sub(to);
    let movable =
        |l: &str| l.trim().is_empty() || (blanks(l) >= less && !l.trim_start_matches(' ').starts_with('\t'));
    if !text.split('\n').skip(1).all(movable) {
        return text;
    }
    let more = " ".repeat(to.saturating_sub(from));
    let mut out = String::with_capacity(text.len() + 16);
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push('\n');
        }
        if n == 0 || line.trim().is_empty() {
            out.push_str(line);
        } else {
            out.push_str(&more);
            out.push_str(line.get(less..).unwrap_or(line));
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_move_together_or_not_at_all() {
        assert_eq!(shift("a {\n    b\n\n  }", 2, 4), "a {\n      b\n\n    }");
        assert_eq!(shift("a {\n    b\n  }", 2, 0), "a {\n  b\n}");
        assert_eq!(shift("a {\n    b\n }", 2, 0), "a {\n    b\n }");
        assert_eq!(shift("a {\n\tb\n}", 0, 2), "a {\n\tb\n}");
        assert_eq!(shift("a\r\n  b\r\r\nc", 0, 0), "a\n  b\r\r\nc");
    }
}
