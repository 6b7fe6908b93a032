//! Brackets that are not in pairs: what is missing is put where it most likely belongs.
//!
//! This runs only on texts whose brackets do not match. It goes over them twice, once by the
//! brackets alone and once with the indentation as a witness, and believes the second reading
//! unless it needs more corrections than the first.

use super::limits;
use super::mended::{Mended, Patch};
use super::texts;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::{FileId, Span};
use heads::Heads;

mod heads;

/// A text whose brackets are in pairs.
pub struct Balanced {
    /// The changes that make it so.
    pub patches: Vec<Patch>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Where in the file the brackets stand that are never closed, in order.
    pub unclosed: Vec<u32>,
}

/// Balances the brackets of a text that the scan has gone over.
///
/// # Errors
/// The one error for brackets that stand too deep.
pub fn balance(file: FileId, original: &str, scanned: &Mended<'_>) -> Result<Balanced, Box<Diagnostic>> {
    let text: &str = &scanned.text;
    let tokens = tokens(text);
    let run = |witness: Witness| Run::new(&tokens, witness).go();
    let plain = run(Witness::None).map_err(|at| deep(file, scanned, at))?;
    let witness = if plain.strays > 0 { Witness::AlsoStrays } else { Witness::Indentation };
    let indented = run(witness).map_err(|at| deep(file, scanned, at))?;
    let best = if indented.slips.len() <= plain.slips.len() { indented } else { plain };
    let mut line_starts = vec![0];
    line_starts.extend(original.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(n, _)| n + 1));
    let say = Say { file, scanned, line_starts, original };
    let mut unclosed = Vec::new();
    let mut diagnostics = Vec::new();
    for slip in &best.slips {
        if let Slip::Missing { opener, .. } = slip {
            unclosed.push(u32::try_from(scanned.old(*opener)).unwrap_or(u32::MAX));
        }
        if diagnostics.len() <= limits::MISTAKES {
            diagnostics.push(say.diagnostic(slip));
        }
    }
    unclosed.sort_unstable();
    let mut patches = best.patches;
    patches.extend(best.line_ends);
    Ok(Balanced { patches, diagnostics, unclosed })
}

fn deep(file: FileId, scanned: &Mended<'_>, at: usize) -> Box<Diagnostic> {
    let at = scanned.old(at);
    Box::new(limits::too_deep(Span::new(file, at, at + 1)))
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Sort {
    /// `{`, `[`, `(`
    Open(u8),
    /// `}`, `]`, `)`
    Close(u8),
    Line,
    Comma,
    /// A word with a colon and a blank behind it.
    Key,
    /// `and`, `or`
    Join,
    /// Any other word.
    Word,
    Other,
}

#[derive(Copy, Clone)]
struct Token {
    sort: Sort,
    start: usize,
    end: usize,
}

/// The tokens of a text in which all quotes are closed and comments are blanks.
fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b'\n');
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let sort = match byte(at) {
            b' ' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            b'\n' => Sort::Line,
            b',' => Sort::Comma,
            b @ (b'{' | b'[' | b'(') => Sort::Open(b),
            b @ (b'}' | b']' | b')') => Sort::Close(b),
            b'"' => {
                at = texts::end(bytes, at) - 1;
                Sort::Other
            }
            b':' if byte(at + 1) == b'/' && byte(at + 2) == b'/' => {
                let ends =
                    |b: u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}' | b')' | b';');
                while !ends(byte(at + 1)) {
                    at += 1;
                }
                Sort::Other
            }
            b if b.is_ascii_alphabetic() || b == b'_' => {
                while byte(at + 1).is_ascii_alphanumeric() || matches!(byte(at + 1), b'_' | b'-') {
                    at += 1;
                }
                let mut colon = at + 1;
                while matches!(byte(colon), b' ' | b'\t') {
                    colon += 1;
                }
                let key = byte(colon) == b':' && byte(colon + 1).is_ascii_whitespace();
                match text.get(start..at + 1) {
                    _ if key => Sort::Key,
                    Some("and" | "or") => Sort::Join,
                    _ => Sort::Word,
                }
            }
            _ => Sort::Other,
        };
        at += 1;
        out.push(Token { sort, start, end: at });
    }
    out
}

/// How far the indentation is believed.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Witness {
    None,
    /// For what is missing.
    Indentation,
    /// For a `}` too many as well.
    AlsoStrays,
}

#[derive(Copy, Clone)]
struct Open {
    bracket: u8,
    at: usize,
    /// Where its line begins, and how far it is indented.
    line: usize,
    indent: usize,
    /// Whether its line ends with it.
    last: bool,
    /// How far the first line below it is indented.
    child: Option<usize>,
}

impl Open {
    /// Whether its block is indented, so that indentation says something of it.
    fn indented(&self) -> bool {
        self.bracket == b'{' && self.last && self.child.is_some_and(|c| c > self.indent)
    }

    /// Whether its block begins behind it, and no line below was seen yet.
    fn one_line(&self) -> bool {
        self.bracket == b'{' && !self.last && self.child.is_none()
    }
}

enum Slip {
    /// A bracket that is never closed, where its closer was put, and whether the indentation
    /// tells before which line.
    Missing { opener: usize, bracket: u8, at: usize, before: Option<usize> },
    /// A head without its `{`, from its start to its end, and the `}` of its block.
    Headless { start: usize, end: usize, closer: usize },
    /// A closer that closes nothing.
    Stray { at: usize, bracket: u8 },
    /// A closer of another sort than its opener.
    Wrong { opener: usize, at: usize, right: u8 },
}

struct Run<'a> {
    tokens: &'a [Token],
    witness: Witness,
    stack: Vec<Open>,
    patches: Vec<Patch>,
    /// Line ends that part nothing.
    line_ends: Vec<Patch>,
    slips: Vec<Slip>,
    strays: usize,
    heads: Heads,
    /// The end of the last token that is neither a comma nor a line end.
    solid: usize,
    line_start: usize,
    indent: usize,
}

fn closer(bracket: u8) -> u8 {
    match bracket {
        b'{' => b'}',
        b'[' => b']',
        _ => b')',
    }
}

fn as_text(bracket: u8) -> &'static str {
    match bracket {
        b'{' => "{",
        b'[' => "[",
        b'(' => "(",
        b'}' => "}",
        b']' => "]",
        _ => ")",
    }
}

impl<'a> Run<'a> {
    fn new(tokens: &'a [Token], witness: Witness) -> Self {
        Run {
            tokens,
            witness,
            stack: Vec::new(),
            patches: Vec::new(),
            line_ends: Vec::new(),
            slips: Vec::new(),
            strays: 0,
            heads: Heads::default(),
            solid: 0,
            line_start: 0,
            indent: 0,
        }
    }

    /// Goes over all tokens; the place of the bracket that stands too deep if there is one.
    fn go(mut self) -> Result<Self, usize> {
        let mut first = true;
        let mut comma = false;
        let tokens = self.tokens;
        for (n, t) in tokens.iter().enumerate() {
            if t.sort == Sort::Line {
                if self.in_list() {
                    self.line_ends.push(Patch::blanks(t.start, t.end));
                }
                self.line_start = t.end;
                first = true;
                continue;
            }
            if first {
                self.indent = t.start - self.line_start;
                self.line_begins(t, comma);
                if !self.in_list() && !matches!(t.sort, Sort::Close(_) | Sort::Open(b'{')) {
                    self.heads.line(t.start, self.indent, self.stack.len(), t.sort == Sort::Word);
                }
            }
            if t.sort == Sort::Key && self.in_list() {
                while self.in_list() {
                    self.missing(self.solid, None);
                }
            }
            match t.sort {
                Sort::Open(bracket) => {
                    if bracket == b'{' && first && !self.in_list() {
                        self.line_ends.push(Patch::blanks(self.solid, t.start));
                    }
                    if bracket == b'{' {
                        self.heads.block();
                    }
                    let last = tokens.get(n + 1).is_none_or(|t| t.sort == Sort::Line);
                    self.stack.push(Open {
                        bracket,
                        at: t.start,
                        line: self.line_start,
                        indent: self.indent,
                        last,
                        child: None,
                    });
                    self.heads.bound(self.stack.len());
                    if self.stack.len() > limits::NESTING {
                        return Err(t.start);
                    }
                }
                Sort::Close(bracket) => self.close(bracket, t.start, first),
                _ => {}
            }
            comma = t.sort == Sort::Comma;
            if !comma {
                self.solid = t.end;
                self.heads.token(t.end);
            }
            first = false;
        }
        while !self.stack.is_empty() {
            self.missing(self.solid, None);
        }
        Ok(self)
    }

    fn in_list(&self) -> bool {
        self.stack.last().is_some_and(|o| o.bracket != b'{')
    }

    /// Closes the innermost bracket at a place behind which no token was read, commas apart.
    fn missing(&mut self, at: usize, before: Option<usize>) {
        let Some(open) = self.stack.pop() else { return };
        self.patches.push(Patch::text(at, at, as_text(closer(open.bracket))));
        self.slips.push(Slip::Missing { opener: open.at, bracket: open.bracket, at, before });
        // The line ends behind it part again, unless a list around it is open.
        if !self.in_list() {
            while self.line_ends.last().is_some_and(|p| p.start >= at) {
                self.line_ends.pop();
            }
        }
    }

    /// Looks at what the indentation of a line says of the brackets open above it.
    fn line_begins(&mut self, t: &Token, comma: bool) {
        if matches!(t.sort, Sort::Close(_) | Sort::Open(b'{')) {
            return;
        }
        while let Some(top) = self.stack.last_mut() {
            let inner = top.at + 1 == self.solid;
            if top.bracket == b'{' {
                let one_line = top.one_line();
                let child = *top.child.get_or_insert(self.indent);
                let back = self.indent <= top.indent && (child > top.indent || one_line);
                // Behind a comma the next pair may stand anywhere.
                let goes_on = comma && t.sort == Sort::Key;
                if self.witness == Witness::None || !back || goes_on {
                    return;
                }
                self.missing(self.solid, (!one_line).then_some(self.line_start));
            } else {
                if comma || inner || t.sort == Sort::Join || self.indent > top.indent {
                    return;
                }
                self.missing(self.solid, None);
            }
        }
    }

    fn close(&mut self, bracket: u8, at: usize, first: bool) {
        loop {
            let Some(top) = self.stack.last().copied() else { return self.stray(bracket, at, first) };
            let below = self.stack.iter().rev().nth(1).copied();
            if closer(top.bracket) == bracket {
                if bracket == b'}'
                    && first
                    && self.witness != Witness::None
                    && (top.indented() || top.one_line())
                {
                    let belongs = below.is_some_and(|b| b.bracket == b'{' && b.indent >= self.indent);
                    if self.indent < top.indent && belongs {
                        self.missing(self.solid, (!top.one_line()).then_some(at));
                        continue;
                    }
                    if self.indent > top.indent && top.last && self.witness == Witness::AlsoStrays {
                        return self.stray(bracket, at, first);
                    }
                }
                self.stack.pop();
                return;
            }
            match (bracket, top.bracket) {
                (b'}', _) if self.stack.iter().any(|o| o.bracket == b'{') => self.missing(self.solid, None),
                (b'}', _) | (_, b'{') => {
                    // `[{ a: 1 ]`: the brace is missing if its list was opened on the same line.
                    let same = below.filter(|b| bracket != b'}' && closer(b.bracket) == bracket);
                    if same.is_some_and(|b| b.line == self.line_start) {
                        self.missing(self.solid, None);
                    } else {
                        return self.stray(bracket, at, first);
                    }
                }
                _ if below.is_some_and(|b| closer(b.bracket) == bracket) => self.missing(self.solid, None),
                _ => {
                    self.stack.pop();
                    let right = closer(top.bracket);
                    self.patches.push(Patch::text(at, at + 1, as_text(right)));
                    self.slips.push(Slip::Wrong { opener: top.at, at, right });
                    return;
                }
            }
        }
    }

    fn stray(&mut self, bracket: u8, at: usize, first: bool) {
        if bracket == b'}'
            && first
            && self.witness != Witness::None
            && let Some((start, end)) = self.heads.closed_by(self.indent, self.stack.len())
        {
            self.patches.push(Patch::text(end, end, " {"));
            self.slips.push(Slip::Headless { start, end, closer: at });
            return;
        }
        self.patches.push(Patch::blanks(at, at + 1));
        self.slips.push(Slip::Stray { at, bracket });
        self.strays += 1;
    }
}

/// Says slips, with places in the file.
struct Say<'a> {
    file: FileId,
    scanned: &'a Mended<'a>,
    line_starts: Vec<usize>,
    original: &'a str,
}

impl Say<'_> {
    fn span(&self, start: usize, length: usize) -> Span {
        let at = self.scanned.old(start);
        Span::new(self.file, at, at + length)
    }

    fn diagnostic(&self, slip: &Slip) -> Diagnostic {
        match slip {
            Slip::Missing { opener, bracket, at, before } => {
                let code: Code = if *bracket == b'{' { codes::OPEN_BLOCK } else { codes::OPEN_LIST };
                let open = as_text(*bracket);
                let close = as_text(closer(*bracket));
                let here = self.span(*at, 0);
                let opener = self.span(*opener, 1);
                let message = format!("this `{open}` is never closed");
                match before {
                    None => {
                        let d = Diagnostic::new(code, opener, message)
                            .label(here, format!("a `{close}` is missing"));
                        // At the end of the file it is a guess where the block should end.
                        let close = if *bracket == b'{' { " }" } else { close };
                        d.fix("close it", here, close)
                    }
                    Some(line) => {
                        let line = self.scanned.old(*line);
                        let number = self.line_starts.partition_point(|s| *s <= line);
                        let start = number
                            .checked_sub(1)
                            .and_then(|n| self.line_starts.get(n))
                            .copied()
                            .unwrap_or(line);
                        let own = self.line_starts.partition_point(|s| *s <= opener.start as usize);
                        let own =
                            own.checked_sub(1).and_then(|n| self.line_starts.get(n)).copied().unwrap_or(0);
                        let indent: String = self
                            .original
                            .get(own..)
                            .unwrap_or("")
                            .chars()
                            .take_while(|c| matches!(c, ' ' | '\t'))
                            .collect();
                        let place = Span::new(self.file, start, start);
                        let message =
                            format!("{message}: by the indentation its `}}` is missing before line {number}");
                        Diagnostic::new(code, opener, message).label(here, "a `}` is missing").fix(
                            "close it",
                            place,
                            format!("{indent}}}\n"),
                        )
                    }
                }
            }
            Slip::Headless { start, end, closer } => {
                let at = self.scanned.old(*start);
                let end = self.span(*end, 0);
                let head = Span::new(self.file, at, end.start as usize);
                let closer = self.span(*closer, 1);
                let line = self.line_starts.partition_point(|s| *s <= closer.start as usize);
                let message =
                    format!("a `{{` is missing at the end of this line: its block ends on line {line}");
                Diagnostic::new(codes::STRAY_CLOSE, head, message)
                    .label(closer, "by the indentation this `}` closes it")
                    .fix("open the block", end, " {")
            }
            Slip::Stray { at, bracket } => {
                let span = self.span(*at, 1);
                Diagnostic::new(
                    codes::STRAY_CLOSE,
                    span,
                    format!("this `{}` closes nothing", as_text(*bracket)),
                )
                .fix("take it out", span, "")
            }
            Slip::Wrong { opener, at, right } => {
                let span = self.span(*at, 1);
                let right = as_text(*right);
                let open = self.original.get(self.span(*opener, 1).range()).unwrap_or("[");
                Diagnostic::new(codes::SYNTAX, span, format!("what begins with `{open}` ends with `{right}`"))
                    .label(self.span(*opener, 1), "opened here")
                    .fix(format!("write `{right}`"), span, right)
            }
        }
    }
}
