//! What stands before the cursor, read from the text alone.
//!
//! Where somebody types, the text is broken more often than not: an arrow without an end, a block or a
//! quote that is still open. So this is no matter of the tree. The text up to the cursor is cut into
//! tokens once, with the brackets that are open there, each with the statement before it.

use crate::model::words::{self, Form};

/// A token before the cursor.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Word(&'t str),
    Text(&'t str),
    Arrow,
    Colon,
    Dot,
    /// `<`, `>=`, `==` and the like.
    Compare,
    /// Any other mark, digit or closed group.
    Other,
}

/// A bracket that is open at the cursor.
#[derive(Clone, Debug)]
pub(super) struct Frame<'t> {
    pub open: char,
    /// The statement before it, or within brackets the item.
    pub head: Vec<Token<'t>>,
    /// Where what stands in it begins.
    pub from: usize,
    /// The properties that stand in it before the cursor, with their values as they are written.
    pub said: Vec<(&'t str, &'t str)>,
    /// Where the value begins that it is part of.
    value: usize,
}

/// Where the cursor stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Code,
    Comment,
    /// In a text that begins here, behind its quotes.
    Text(usize),
}

/// Everything before the cursor that matters for what may stand there.
#[derive(Clone, Debug)]
pub(super) struct Context<'t> {
    /// The brackets that are open, the outermost first.
    pub frames: Vec<Frame<'t>>,
    /// The statement or item at hand, without the word that is being typed.
    pub line: Vec<Token<'t>>,
    /// The statement before it in the same block, where it ends with its line.
    pub above: Vec<Token<'t>>,
    /// Where the word that is being typed begins.
    pub start: usize,
    /// The alias before it, as in `vendor.`.
    pub alias: Option<&'t str>,
    pub inside: Inside,
}

fn begins(b: u8) -> bool {
    b.is_ascii_alphabetic() || b == b'_'
}

fn goes_on(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Where a name that begins at a place ends: hyphens are part of it before a letter or digit.
fn end_of_name(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        match bytes.get(at) {
            Some(b) if at < end && goes_on(*b) => at += 1,
            Some(b'-') if at < end => {
                let next = bytes.get(at + 1).filter(|_| at + 1 < end);
                // A hyphen right before the cursor is the beginning of what is being typed.
                if next.is_some_and(|b| goes_on(*b)) || at + 1 == end && at > start {
                    at += 1;
                } else {
                    return at;
                }
            }
            _ => return at,
        }
    }
}

impl<'t> Context<'t> {
    /// The context of a place in a text.
    pub fn of(text: &'t str, cursor: usize) -> Context<'t> {
        let bytes = text.as_bytes();
        let end = cursor.min(text.len());
        let mut cx = Context {
            frames: Vec::new(),
            line: Vec::new(),
            above: Vec::new(),
            start: end,
            alias: None,
            inside: Inside::Code,
        };
        let mut at = 0;
        // Where the value of the statement at hand begins.
        let mut value = 0;
        while at < end {
            let Some(&b) = bytes.get(at) else { break };
            match b {
                b'\n' => {
                    at += 1;
                    let content = text.get(value..at).unwrap_or("");
                    if cx.in_list() && property_follows(bytes, at, end) {
                        // The list is not closed, and the next statement has begun.
                        while cx.in_list()
                            && let Some(frame) = cx.frames.pop()
                        {
                            cx.line = frame.head;
                            cx.said(text.get(frame.value..at).unwrap_or(""));
                        }
                        cx.line.clear();
                    } else if !cx.in_list()
                        && !cx.line.is_empty()
                        && !condition_goes_on(&cx.line, text, at, end)
                    {
                        cx.said(content);
                        cx.above = std::mem::take(&mut cx.line);
                    }
                }
                b'/' if bytes.get(at + 1) == Some(&b'/') => {
                    let stop = text.get(at..end).and_then(|t| t.find('\n'));
                    let Some(stop) = stop else {
                        cx.inside = Inside::Comment;
                        return cx;
                    };
                    at += stop;
                }
                b'/' if bytes.get(at + 1) == Some(&b'*') => {
                    let rest = text.get(at + 2..).unwrap_or("");
                    // One that is never closed ends with its line.
                    let (length, closed) = match rest.find("*/") {
                        Some(n) => (n + 2, true),
                        None => (rest.find('\n').unwrap_or(rest.len()), false),
                    };
                    let stop = at + 2 + length;
                    if stop > end || !closed && stop == end {
                        cx.inside = Inside::Comment;
                        return cx;
                    }
                    at = stop;
                }
                b'"' => {
                    let (opener, closed) = text_from(text, at, end);
                    let from = at + opener;
                    let Some(stop) = closed else {
                        cx.inside = Inside::Text(from);
                        cx.start = from;
                        return cx;
                    };
                    let content = text.get(from..stop.saturating_sub(opener).max(from)).unwrap_or("");
                    cx.line.push(Token::Text(content));
                    at = stop;
                }
                b'{' => {
                    let head = if cx.line.is_empty() {
                        std::mem::take(&mut cx.above)
                    } else {
                        std::mem::take(&mut cx.line)
                    };
                    cx.above.clear();
                    at += 1;
                    cx.frames.push(Frame { open: '{', head, from: at, said: Vec::new(), value });
                }
                b'[' | b'(' => {
                    let head = std::mem::take(&mut cx.line);
                    at += 1;
                    cx.frames.push(Frame { open: char::from(b), head, from: at, said: Vec::new(), value });
                }
                b'}' => {
                    while cx.frames.pop().is_some_and(|f| f.open != '{') {}
                    cx.above.clear();
                    // Nothing begins behind it on its line.
                    cx.line = vec![Token::Other];
                    at += 1;
                }
                b']' | b')' => {
                    if cx.in_list()
                        && let Some(frame) = cx.frames.pop()
                    {
                        value = frame.value;
                        cx.line = frame.head;
                        cx.line.push(Token::Other);
                    }
                    at += 1;
                }
                b',' | b';' => {
                    cx.said(text.get(value..at).unwrap_or(""));
                    cx.line.clear();
                    cx.above.clear();
                    at += 1;
                }
                b':' => {
                    if cx.line.len() == 1 {
                        value = at + 1;
                    }
                    cx.line.push(Token::Colon);
                    at += 1;
                }
                b'.' => {
                    cx.line.push(Token::Dot);
                    at += 1;
                }
                b'-' | b'<' if arrow(bytes, at, end) > 0 => {
                    cx.line.push(Token::Arrow);
                    at += arrow(bytes, at, end);
                }
                b'<' | b'>' | b'=' | b'!' => {
                    if cx.line.last() != Some(&Token::Compare) {
                        cx.line.push(Token::Compare);
                    }
                    at += 1;
                }
                b if begins(b) => {
                    let stop = end_of_name(bytes, at, end);
                    if stop == end {
                        cx.start = at;
                    } else {
                        cx.line.push(Token::Word(text.get(at..stop).unwrap_or("")));
                    }
                    at = stop.max(at + 1);
                }
                b if b.is_ascii_whitespace() => at += 1,
                b if b.is_ascii_digit() => {
                    while bytes.get(at).is_some_and(|b| at < end && (goes_on(*b) || *b == b'-')) {
                        at += 1;
                    }
                    cx.line.push(Token::Other);
                }
                _ => {
                    cx.line.push(Token::Other);
                    at += text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
                }
            }
        }
        // `vendor.` with what is typed behind the dot; the dot stands right before it.
        if cx.line.last() == Some(&Token::Dot) && bytes.get(cx.start.wrapping_sub(1)) == Some(&b'.') {
            cx.line.pop();
            if let Some(Token::Word(alias)) = cx.line.last().copied() {
                cx.alias = Some(alias);
                cx.line.pop();
            }
        }
        cx
    }

    /// Keeps the statement at hand, which ends here, if it is a property.
    fn said(&mut self, value: &'t str) {
        if let [Token::Word(name), Token::Colon, ..] = self.line.as_slice()
            && let Some(frame) = self.frames.last_mut().filter(|f| f.open == '{')
        {
            let value = value.split("//").next().unwrap_or("");
            frame.said.push((name, value.trim()));
        }
    }

    /// Whether the innermost bracket is one of a list.
    pub fn in_list(&self) -> bool {
        self.frames.last().is_some_and(|f| f.open != '{')
    }

    /// The blocks that are open, the innermost first, each by the statement before it.
    pub fn blocks(&self) -> impl Iterator<Item = &Frame<'t>> {
        self.frames.iter().rev().filter(|f| f.open == '{')
    }

    /// The property whose value stands at the cursor: its name and the tokens of the value, or of the item
    /// of a list, before the cursor.
    pub fn property(&self) -> Option<(&'t str, &[Token<'t>])> {
        if let Some(frame) = self.frames.last().filter(|f| f.open != '{') {
            return match frame.head.as_slice() {
                [Token::Word(name), Token::Colon, ..] => Some((name, &self.line)),
                _ => None,
            };
        }
        match self.line.as_slice() {
            [Token::Word(name), Token::Colon, rest @ ..] => Some((name, rest)),
            _ => None,
        }
    }
}

/// The length of an arrow at a place; 0 if there is none.
fn arrow(bytes: &[u8], at: usize, end: usize) -> usize {
    let rest = bytes.get(at..end).unwrap_or_default();
    if rest.starts_with(b"<->") {
        3
    } else if rest.starts_with(b"->") {
        2
    } else {
        0
    }
}

/// How long the quotes of a text are, and where it ends; nothing if it is open at the end.
fn text_from(text: &str, at: usize, end: usize) -> (usize, Option<usize>) {
    let rest = text.get(at..end).unwrap_or("");
    if rest.starts_with("\"\"\"") {
        let close = rest.get(3..).and_then(|t| t.find("\"\"\""));
        let closed = text.get(at + 3..).is_some_and(|t| t.contains("\"\"\""));
        return (
            3,
            close.map(|c| at + c + 6).or_else(|| if closed { None } else { open_text_end(text, at, end) }),
        );
    }
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (1, Some(at + i + 1)),
            // A quote that is not closed ends with its line.
            '\n' => return (1, Some(at + i)),
            _ => {}
        }
    }
    (1, None)
}

/// Where a text on many lines ends that is never closed: as when it is read, before the first line that is indented no
/// deeper than the line where it begins. Nothing if there is no such line before `end`.
fn open_text_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let begin = text.get(..at)?.rfind('\n').map_or(0, |n| n + 1);
    let own = indentation(text.get(begin..at)?);
    let mut line = at;
    loop {
        line += text.get(line..end)?.find('\n')? + 1;
        let content = text.get(line..end)?.lines().next().unwrap_or("");
        if !content.trim().is_empty() && indentation(content) <= own {
            return Some(line - 1);
        }
    }
}

/// Whether a line begins with `WORD: `, which no item of a list does.
fn property_follows(bytes: &[u8], start: usize, end: usize) -> bool {
    let blank = |b: &u8| *b == b' ' || *b == b'\t';
    let mut at = start;
    while at < end && bytes.get(at).is_some_and(blank) {
        at += 1;
    }
    if !bytes.get(at).is_some_and(|b| begins(*b)) {
        return false;
    }
    let stop = end_of_name(bytes, at, end);
    bytes.get(stop) == Some(&b':') && stop + 1 < end && bytes.get(stop + 1).is_some_and(|b| *b == b' ')
}

/// A text from its first character on that is neither a blank nor part of a comment.
fn past_comments(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        text = if text.starts_with("//") {
            text.find('\n').and_then(|at| text.get(at..)).unwrap_or("")
        } else if text.starts_with("/*") {
            // One that is never closed ends with its line.
            let closed = text.find("*/").map(|at| at + 2);
            closed.or_else(|| text.find('\n')).and_then(|at| text.get(at..)).unwrap_or("")
        } else {
            return text;
        };
    }
}

/// Whether a condition goes on with a line that begins with a whole `and` or `or`.
fn condition_goes_on(line: &[Token<'_>], text: &str, start: usize, end: usize) -> bool {
    if !line.starts_with(&[Token::Word("when"), Token::Colon]) {
        return false;
    }
    let rest = past_comments(text.get(start..end).unwrap_or(""));
    let join = rest.strip_prefix("and").or_else(|| rest.strip_prefix("or"));
    join.is_some_and(|r| r.starts_with(|c: char| c.is_whitespace() || c == '('))
}

/// What the statement before a block is.
#[derive(Copy, Clone, Debug)]
pub(super) enum Head<'t> {
    /// `WORD: {`: a map.
    Map(&'t str),
    Flow,
    /// A statement word, and whether a parent stands behind its name.
    Word(&'static words::Word, bool),
    /// Something else that begins with a word: a kind, most likely.
    Kind(&'t str),
    Unknown,
}

impl<'t> Frame<'t> {
    pub fn head(&self) -> Head<'t> {
        Head::of(&self.head)
    }
}

impl<'t> Head<'t> {
    pub fn of(tokens: &[Token<'t>]) -> Head<'t> {
        match tokens {
            [Token::Word(name), Token::Colon, ..] => Head::Map(name),
            [Token::Word(name), rest @ ..] => match words::find(name) {
                Some(w) if w.form == Form::Response || !rest.contains(&Token::Arrow) => {
                    Head::Word(w, rest.contains(&Token::Colon))
                }
                _ if rest.contains(&Token::Arrow) => Head::Flow,
                _ => match rest {
                    [Token::Dot, Token::Word(kind), ..] => Head::Kind(kind),
                    _ => Head::Kind(name),
                },
            },
            _ => Head::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Context<'_> {
        Context::of(text, text.len())
    }

    #[test]
    fn the_statement_at_hand_is_what_stands_before_the_cursor() {
        let cx = at("gateway waf \"API\"\nchat -> ");
        assert_eq!(cx.line, [Token::Word("chat"), Token::Arrow]);
        let cx = at("boundary app {\n  a -> b { sends: [question, re");
        assert_eq!(cx.property().map(|p| p.0), Some("sends"));
        assert_eq!(cx.frames.len(), 3);
        assert_eq!(cx.line, []);
        assert_eq!(cx.start, "boundary app {\n  a -> b { sends: [question, ".len());
        let cx = at("accept prompt-");
        assert_eq!((cx.line.as_slice(), cx.start), (&[Token::Word("accept")][..], 7));
        assert_eq!(at("a -> vendor.").alias, Some("vendor"));
        assert_eq!(at("a -> vendor.ll").alias, Some("vendor"));
        assert_eq!(at("a // b").inside, Inside::Comment);
        assert_eq!(at("import \"pla").inside, Inside::Text(8));
        assert_eq!(at("import \"pla\n").inside, Inside::Code);
    }

    #[test]
    fn what_is_not_closed_does_not_swallow_what_follows() {
        let cx = at("a -> b {\n  sends: [question\n  returns: ");
        assert_eq!(cx.property().map(|p| p.0), Some("returns"));
        let cx = at("a -> b {\n  sends: [question\n}\nchat -> ");
        assert_eq!((cx.frames.len(), cx.line.len()), (0, 2));
        let text = "model \"A\" {\n  /* begun\n  about: \"\"\"\n    Words\n  ow\n";
        let inside = |text: &str, word: &str| {
            let at = text.find(word).unwrap() + word.len();
            Context::of(text, at).inside
        };
        assert_eq!(inside(text, "beg"), Inside::Comment);
        assert_eq!(inside(text, "Wor"), Inside::Text(text.find("\n    Words").unwrap()));
        assert_eq!(inside(text, "  ow"), Inside::Code);
        // Where they are closed behind the cursor, they are closed there.
        let text = "/* begun\nllm a { about: \"\"\"\n b\nc\n\"\"\" } */ \"\"\"";
        assert_eq!(inside(text, "\nc"), Inside::Comment);
        assert!(matches!(inside(&text[9..], "\nc"), Inside::Text(_)));
        assert_eq!(at("llm a { owner: \"x\" } ").line, [Token::Other]);
        assert_eq!(at("llm a { owner: \"x\" }; ").line, []);
        let cx = at("boundary app\n{\n  ");
        assert!(matches!(cx.frames[0].head(), Head::Word(w, false) if w.name == "boundary"));
    }
}
