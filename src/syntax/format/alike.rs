//! Whether two texts say the same, told by their tokens alone.
//!
//! This is cheaper than to read the second one and to compare two trees. It may say no of texts
//! that do say the same, never yes of texts that don't: the same tokens with the same between them
//! give the same tree. What is between two tokens counts as far as the grammar tells it apart: how
//! many blanks or line ends there are does not matter, nor whether blanks stand next to a bracket,
//! a comma or an arrow, or line ends within braces next to them. A line end may take the place of
//! a comma that parts two properties. Comments are blanks to the grammar, and compared among the
//! tokens here. Any other change of line ends, commas and semicolons is beyond this.

use crate::syntax::texts;

/// Whether a text says what a text of good form says, as far as tokens can tell.
pub fn alike(good: &str, other: &str) -> bool {
    let (mut good, mut other) = (Tokens::new(good), Tokens::new(other));
    loop {
        match (good.next(), other.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.says(&b) => {}
            _ => return false,
        }
    }
}

/// What is between a token and the one before, most telling last.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Blanks,
    Lines,
    /// A comma between two properties.
    Comma,
}

struct Token<'a> {
    text: &'a str,
    /// What is before it; comments count as blanks.
    gap: Gap,
    /// Up to which gap what is before it says nothing.
    loose: Gap,
}

impl Token<'_> {
    fn says(&self, other: &Token<'_>) -> bool {
        // The other way round a comma would come behind what may be no property.
        let parted = (self.gap, other.gap) == (Gap::Comma, Gap::Lines);
        let gap = self.gap == other.gap || parted || self.gap.max(other.gap) <= self.loose;
        gap && (self.text == other.text || self.moved(other))
    }

    /// Whether two comments or texts of several lines differ in indentation only.
    fn moved(&self, other: &Token<'_>) -> bool {
        let both = |start: &str| self.text.starts_with(start) && other.text.starts_with(start);
        if both("\"\"\"") {
            return texts::triple(self.text) == texts::triple(other.text);
        }
        let (lines, others) = (self.text.split('\n'), other.text.split('\n'));
        (both("//") || both("/*")) && lines.map(str::trim).eq(others.map(str::trim))
    }
}

struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// What is known of the gap before the next token.
    gap: Gap,
    /// The token before; empty at the beginning.
    last: &'a str,
}

impl<'a> Tokens<'a> {
    fn new(text: &'a str) -> Self {
        Tokens { text: text.strip_prefix('\u{FEFF}').unwrap_or(text), at: 0, gap: Gap::Lines, last: "" }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.text.len() {
            match self.byte(self.at) {
                b' ' | b'\t' | b'\r' => self.gap = self.gap.max(Gap::Blanks),
                b'\n' => self.gap = self.gap.max(Gap::Lines),
                b',' if self.key_follows() => self.gap = Gap::Comma,
                _ => break,
            }
            self.at += 1;
        }
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let text = rest.get(..self.length(rest)).unwrap_or(rest);
        self.at += text.len();
        let loose = match (self.last, text) {
            // With a colon blanks do say something: `a:b` is no property.
            (":", _) | (_, ":") => Gap::Nothing,
            ("{", _) | (_, "}") => Gap::Lines,
            (last, next) if is_loose(last) || is_loose(next) => Gap::Blanks,
            _ => Gap::Nothing,
        };
        let token = Token { text, gap: self.gap, loose };
        self.gap = if is_comment(text) { self.gap.max(Gap::Blanks) } else { Gap::Nothing };
        self.last = text;
        Some(token)
    }

    /// Whether `WORD: ` stands behind the comma at hand, as the rule `key` of the grammar has it. An
    /// `and` or `or` is not meant: at the beginning of a line it goes on with a `when`.
    fn key_follows(&self) -> bool {
        let blanks = [' ', '\t', '\r', '\n'];
        let rest = self.text.get(self.at + 1..).unwrap_or("").trim_start_matches(blanks);
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        let (word, behind) = rest.split_at_checked(length).unwrap_or(("", rest));
        let value = behind.trim_start_matches(' ').strip_prefix(':');
        !matches!(word, "" | "and" | "or") && value.is_some_and(|value| value.starts_with(blanks))
    }

    /// How long the token is that `rest` begins with.
    fn length(&self, rest: &str) -> usize {
        let word = |at: usize| self.byte(at).is_ascii_alphanumeric() || self.byte(at) == b'_';
        let mut end = self.at;
        while word(end) || end > self.at && self.byte(end) == b'-' && word(end + 1) {
            end += 1;
        }
        match rest.as_bytes() {
            _ if end > self.at => end - self.at,
            [b'"', ..] => texts::end(rest.as_bytes(), 0),
            [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
            [b'/', b'*', inner @ ..] => {
                inner.windows(2).position(|w| w == b"*/").map_or(rest.len(), |inside| inside + 4)
            }
            [b'<', b'-', b'>', ..] => 3,
            [b'-', b'>', ..] => 2,
            _ => rest.chars().next().map_or(0, char::len_utf8),
        }
    }
}

fn is_comment(token: &str) -> bool {
    token.starts_with("//") || token.starts_with("/*")
}

fn is_loose(token: &str) -> bool {
    matches!(token, "," | "{" | "}" | "[" | "]" | "(" | ")" | "->" | "<->") || is_comment(token)
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn what_the_grammar_does_not_tell_apart_is_alike() {
        assert!(alike(
            "a->b \"x\"{ c: [d,e] } // f\n",
            "\u{FEFF}\r\n\ta -> b  \"x\" {c: [ d , e ]}  // f \r\n\r\n"
        ));
        assert!(alike("a: \"\"\"\n  b\n    c\n\"\"\"", "  a:  \"\"\"\n    b\n      c\n  \"\"\""));
        assert!(alike("/* a\n   b */ c", "/* a\nb */\tc"));
        assert!(alike("a { b: c, d: [e, f] }", "a {\n  b: c\n  d: [e, f]\n}"));
    }

    #[test]
    fn what_it_tells_apart_is_not() {
        let different = [
            ("a: b", "a:b"),
            ("a: //b", "a://b"),
            ("a b", "ab"),
            ("a b", "a\nb"),
            ("a\n{b}", "a {b}"),
            ("a, b", "a\nb"),
            ("a: b, c:d", "a: b\nc:d"),
            ("when: a, and: b", "when: a\nand: b"),
            ("a/**/b", "ab"),
            ("a /*b*/", "a /*c*/"),
            ("\"a b\"", "\"a  b\""),
            ("\"\"\"\na\n b\"\"\"", "\"\"\"\na\nb\"\"\""),
            ("2026-01-02", "2026 -01-02"),
            ("30d", "30 d"),
            ("a; b", "a\nb"),
            ("a", "a b"),
        ];
        for (a, b) in different {
            assert!(!alike(a, b) && !alike(b, a), "{a:?} and {b:?}");
        }
        assert!(!alike("a { b c\n d: e }", "a { b c, d: e }"));
    }
}
