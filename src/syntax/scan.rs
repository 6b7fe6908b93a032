//! The scan before the grammar: quotes, comments, brackets and characters.
//!
//! It gives the grammar a text in which all of these are in order, and says what was not. It
//! counts what the limits bound. It knows no statements; only the word at a line's beginning is
//! looked at where a slip can be told by it.

use super::letters::{self, Letter};
use super::limits;
use super::mended::{Mended, Patch};
use super::tree::Comment;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::{FileId, Span};

/// What the scan found.
pub struct Scanned<'a> {
    /// The text for the grammar, its brackets not yet balanced if `balanced` is false.
    pub mended: Mended<'a>,
    /// What it found besides.
    pub notes: Notes,
    /// Whether all brackets are in pairs.
    pub balanced: bool,
}

/// Comments and mistakes.
#[derive(Default)]
pub struct Notes {
    /// The comments, in order.
    pub comments: Vec<Comment>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Where, also of what is not said any more.
    pub flagged: Vec<u32>,
    /// Where a text may be cut, so that each piece can be read by itself: between two statements that
    /// stand in nothing.
    pub cuts: Vec<usize>,
}

/// Scans a text.
///
/// # Errors
/// The one error for a text over a limit.
pub fn scan(file: FileId, text: &str) -> Result<Scanned<'_>, Box<Diagnostic>> {
    if text.len() > limits::BYTES {
        return Err(Box::new(limits::too_large(Span::new(file, 0, 0))));
    }
    let mut s = Scanner::new(file, text);
    s.run()?;
    if !s.brackets.is_empty() {
        s.balanced = false;
    }
    if s.balanced {
        s.patches.append(&mut s.line_ends);
    }
    Ok(Scanned {
        mended: Mended::new(text, s.patches),
        notes: Notes { comments: s.comments, diagnostics: s.diagnostics, flagged: s.flagged, cuts: s.cuts },
        balanced: s.balanced,
    })
}

/// Where in a statement the scan stands.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Place {
    /// Nothing of the statement was seen.
    Start,
    /// One word was seen, which begins here and ends there.
    Word(usize, usize),
    /// The word and a colon.
    Inside,
}

struct Scanner<'a> {
    file: FileId,
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    tokens: usize,
    /// With which byte the last token begins.
    token: u8,
    line_start: usize,
    /// Open brackets: which and where.
    brackets: Vec<(u8, usize)>,
    balanced: bool,
    place: Place,
    /// Whether the statement at hand is a `when`.
    when: bool,
    /// The first line end since the last token, unless that was a separator.
    line_end: Option<usize>,
    /// The end of the last word, to know whether a foreign letter continues it.
    word: (usize, usize),
    /// The line end behind the last `#` comment, to say only once of several lines.
    hash: Option<usize>,
    /// Where the last run of bad characters ended, and of which sort they were.
    bad: Option<(usize, Letter)>,
    /// The line whose end was searched last: from where, and its end.
    line: (usize, usize),
    /// Whether a `/*` was found that is never closed; then no other is.
    endless_comment: bool,
    /// The line on which a text was ended by a curly quote.
    curly: Option<usize>,
    patches: Vec<Patch>,
    line_ends: Vec<Patch>,
    comments: Vec<Comment>,
    diagnostics: Vec<Diagnostic>,
    flagged: Vec<u32>,
    cuts: Vec<usize>,
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

impl<'a> Scanner<'a> {
    fn new(file: FileId, text: &'a str) -> Self {
        Scanner {
            file,
            text,
            bytes: text.as_bytes(),
            at: 0,
            tokens: 0,
            token: 0,
            line_start: 0,
            brackets: Vec::new(),
            balanced: true,
            place: Place::Start,
            when: false,
            line_end: None,
            word: (0, 0),
            hash: None,
            bad: None,
            line: (0, 0),
            endless_comment: false,
            curly: None,
            patches: Vec::new(),
            line_ends: Vec::new(),
            comments: Vec::new(),
            diagnostics: Vec::new(),
            flagged: Vec::new(),
            cuts: Vec::new(),
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    /// The end of the line on which `from` stands, without its line end. It is searched once a
    /// line, since one line may be as long as the file.
    fn line_limit(&mut self, from: usize) -> usize {
        let (start, end) = self.line;
        if from < start || from > end || start == end {
            let rest = self.bytes.get(from..).unwrap_or(&[]);
            let end = rest.iter().position(|&b| b == b'\n').map_or(self.bytes.len(), |n| from + n);
            self.line = (from, end);
        }
        let end = self.line.1;
        if end > from && self.byte(end - 1) == b'\r' { end - 1 } else { end }
    }

    /// Says something. Beyond the limit it is only remembered where.
    fn say(&mut self, d: impl FnOnce() -> Diagnostic) {
        self.flagged.push(u32::try_from(self.at).unwrap_or(u32::MAX));
        if self.diagnostics.len() <= limits::MISTAKES {
            self.diagnostics.push(d());
        }
    }

    /// The last thing that was said, to be said of more.
    fn last_said(&mut self) -> Option<&mut Diagnostic> {
        self.diagnostics.last_mut()
    }

    fn run(&mut self) -> Result<(), Box<Diagnostic>> {
        if self.text.starts_with('\u{FEFF}') {
            self.patches.push(Patch::blanks(0, 3));
            self.at = 3;
            self.line_start = 3;
        }
        while let Some(&b) = self.bytes.get(self.at) {
            match b {
                b' ' => self.at += 1,
                b'\n' => self.newline(),
                b'\t' => self.blank(),
                b'\r' if self.byte(self.at + 1) == b'\n' => self.blank(),
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9' => self.word(),
                b'"' => self.quote(),
                b'/' if self.byte(self.at + 1) == b'/' => self.line_comment(),
                b'/' if self.byte(self.at + 1) == b'*' => self.block_comment(),
                b':' => self.colon(),
                b'{' | b'[' | b'(' => self.open(b)?,
                b'}' | b']' | b')' => self.close(b),
                b'-' | b'=' | b'<' | b'>' | b'~' => self.arrow(),
                b'#' if self.at == 0 || self.byte(self.at - 1).is_ascii_whitespace() => self.hash(),
                b'\'' | b'`' => self.other_quote(b as char),
                b'&' | b'|' | b'!' => self.operator(b),
                b',' | b';' => {
                    self.token();
                    self.at += 1;
                    self.statement_ends();
                    self.when = false;
                }
                0x21..=0x7E => self.punctuation(1),
                _ => self.letter(),
            }
            if self.tokens > limits::TOKENS {
                return Err(Box::new(limits::too_many(self.span(self.at, self.at))));
            }
        }
        Ok(())
    }

    /// Counts a token. What went before it on its line does not matter any more.
    fn token(&mut self) {
        self.tokens += 1;
        self.token = self.byte(self.at);
        self.line_end = None;
    }

    fn statement_ends(&mut self) {
        self.place = Place::Start;
    }

    fn punctuation(&mut self, length: usize) {
        self.token();
        self.place = Place::Inside;
        self.at += length;
    }

    fn in_list(&self) -> bool {
        matches!(self.brackets.last(), Some((b'[' | b'(', _)))
    }

    /// A blank that is none to the grammar, which knows only the one.
    fn blank(&mut self) {
        self.patches.push(Patch::blanks(self.at, self.at + 1));
        self.at += 1;
    }

    fn newline(&mut self) {
        if self.in_list() {
            self.line_ends.push(Patch::blanks(self.at, self.at + 1));
        } else if self.line_end.is_none() {
            self.line_end = Some(self.at);
            self.statement_ends();
        }
        self.at += 1;
        self.line_start = self.at;
        if self.may_be_cut() {
            self.cuts.push(self.at);
        }
    }

    /// Whether a statement ends before this line and one begins with it, whatever they are. A condition may go on
    /// behind a line that ends with `and` or `or`, and on one that begins so; where it began is not known here.
    fn may_be_cut(&self) -> bool {
        if !self.brackets.is_empty() || self.when || !self.byte(self.at).is_ascii_alphabetic() {
            return false;
        }
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let begins_with =
            |word: &[u8]| rest.starts_with(word) && !rest.get(word.len()).is_some_and(|b| is_word(*b));
        let joined = begins_with(b"and") || begins_with(b"or");
        let joins =
            self.token.is_ascii_alphabetic() && matches!(self.slice(self.word.0, self.word.1), "and" | "or");
        !joined && !joins && !matches!(self.token, b':' | b',')
    }

    fn word(&mut self) {
        let start = self.at;
        let mut end = start + 1;
        loop {
            if is_word(self.byte(end)) {
                end += 1;
            } else if self.byte(end) == b'-' && is_word(self.byte(end + 1)) {
                end += 2;
            } else {
                break;
            }
        }
        self.token();
        self.at = end;
        self.word = (start, end);
        if self.place == Place::Start {
            let word = self.slice(start, end);
            self.when = word == "when" || self.when && matches!(word, "and" | "or");
            self.place = Place::Word(start, end);
        } else {
            self.place = Place::Inside;
        }
    }

    fn colon(&mut self) {
        self.token();
        self.place = Place::Inside;
        self.at += 1;
        if self.byte(self.at) == b'/' && self.byte(self.at + 1) == b'/' {
            // The rest of an address, as the rule `address` of the grammar reads it.
            let ends = |b: u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}' | b')' | b';');
            while self.at < self.bytes.len() && !ends(self.byte(self.at)) {
                self.at += 1;
            }
        }
    }

    fn open(&mut self, bracket: u8) -> Result<(), Box<Diagnostic>> {
        if bracket == b'{'
            && !self.in_list()
            && let Some(end) = self.line_end
        {
            self.line_ends.push(Patch::blanks(end, self.at));
        }
        self.token();
        self.brackets.push((bracket, self.at));
        if self.brackets.len() > limits::NESTING {
            return Err(Box::new(limits::too_deep(self.span(self.at, self.at + 1))));
        }
        self.at += 1;
        self.place = if bracket == b'{' { Place::Start } else { Place::Inside };
        if bracket == b'{' {
            self.when = false;
        }
        Ok(())
    }

    fn close(&mut self, bracket: u8) {
        self.token();
        self.at += 1;
        self.place = Place::Inside;
        let opener = match bracket {
            b'}' => b'{',
            b']' => b'[',
            _ => b'(',
        };
        if self.brackets.last().is_some_and(|(b, _)| *b == opener) {
            self.brackets.pop();
            return;
        }
        self.balanced = false;
        if bracket == b'}' {
            while self.brackets.pop().is_some_and(|(b, _)| b != b'{') {}
        }
    }

    fn line_comment(&mut self) {
        let end = self.line_limit(self.at);
        self.comments.push(Comment { span: self.span(self.at, end) });
        self.patches.push(Patch::blanks(self.at, end));
        self.tokens += 1;
        self.at = end;
    }

    fn block_comment(&mut self) {
        let start = self.at;
        self.tokens += 1;
        let close =
            if self.endless_comment { None } else { self.slice(start + 2, self.bytes.len()).find("*/") };
        if let Some(n) = close {
            let end = start + 2 + n + 2;
            self.comments.push(Comment { span: self.span(start, end) });
            self.patches.push(Patch::blanks(start, end));
            self.at = end;
            return;
        }
        // Never closed, and so is no other from here on. The rest of the line is the comment.
        self.endless_comment = true;
        let end = self.line_limit(start);
        let span = self.span(start, end);
        self.say(|| {
            Diagnostic::new(
                codes::OPEN_COMMENT,
                Span { end: span.start + 2, ..span },
                "this `/*` is never closed",
            )
            .at("read as a comment to the end of the line")
            .help("Close it with `*/`, or begin each line of the comment with `//`.")
        });
        self.comments.push(Comment { span });
        self.patches.push(Patch::blanks(start, end));
        self.at = end;
    }

    fn hash(&mut self) {
        let end = self.line_limit(self.at);
        let mark = self.span(self.at, self.at + 1);
        let edit = crate::diagnostic::Edit { span: mark, text: "//".into() };
        self.tokens += 1;
        let continues = self.hash.is_some_and(|e| self.slice(e, self.at).trim().is_empty());
        match self.last_said().filter(|_| continues) {
            Some(Diagnostic { fix: Some(fix), .. }) => fix.edits.push(edit),
            _ => self.say(|| {
                let mut d = Diagnostic::new(codes::SYNTAX, mark, "a comment begins with `//`, not with `#`");
                d.fix = Some(crate::diagnostic::Fix { message: "write `//`".into(), edits: vec![edit] });
                d
            }),
        }
        self.comments.push(Comment { span: self.span(self.at, end) });
        self.patches.push(Patch::blanks(self.at, end));
        self.hash = Some(end);
        self.at = end;
    }
}

mod marks;
mod quotes;
