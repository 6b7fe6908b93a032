//! A text cut into the pieces that are to be laid out.
//!
//! The tree says where statements, pairs and items begin and end; the tokens come from the text
//! itself, so that none can be lost on the way.

use super::Care;
use super::pieces::{Comment, Group, Line, Part, Piece, Sort, width};
use super::shift::{indentation, line_feeds};
use crate::source::{FileId, Span};
use crate::syntax::Parsed;
use crate::syntax::texts;
use crate::syntax::tree::{self, Property, Shape, Statement, Value, ValueKind};
use std::borrow::Cow;

/// What stands in a group of the tree.
#[derive(Copy, Clone)]
enum Nodes<'t> {
    Statements(&'t [Statement]),
    Pairs(&'t [Property]),
    Values(&'t [Value]),
}

impl Nodes<'_> {
    fn len(self) -> usize {
        match self {
            Nodes::Statements(all) => all.len(),
            Nodes::Pairs(all) => all.len(),
            Nodes::Values(all) => all.len(),
        }
    }

    fn range(self, n: usize) -> Option<(usize, usize)> {
        let range = |start: Span, end: Span| (start.start as usize, end.end as usize);
        match self {
            Nodes::Statements(all) => all.get(n).map(|s| range(s.span, s.span)),
            Nodes::Pairs(all) => all.get(n).map(|p| range(p.name.span, p.value.span)),
            Nodes::Values(all) => all.get(n).map(|v| range(v.span, v.span)),
        }
    }

    fn only_properties(self) -> bool {
        match self {
            Nodes::Statements(all) => all.iter().all(|s| matches!(s.shape, Shape::Property(_))),
            Nodes::Pairs(_) | Nodes::Values(_) => true,
        }
    }
}

/// A stretch of a group: one of its nodes, or something that stays as it is.
struct Unit {
    start: usize,
    end: usize,
    node: Option<usize>,
}

/// What tokens are read as.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Mode {
    /// Up to a value, or a head: a colon is a token.
    Head,
    /// A value: a colon joins a framework and an id.
    Value,
    /// The value of `when`.
    When,
}

/// Cuts a text.
pub struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    comments: &'a [tree::Comment],
    /// The first comment that was not read.
    comment: usize,
    at: usize,
    file: FileId,
    /// Whether the text has no mistake.
    clean: bool,
    /// Where mistakes are, in order, if whole top-level statements are kept for them.
    mistakes: Option<Vec<usize>>,
    /// What is kept as it is.
    pub kept: Vec<Span>,
}

impl<'a> Reader<'a> {
    /// A reader of a text that was parsed.
    pub fn new(parsed: &'a Parsed, text: &'a str, care: Care) -> Self {
        let mistakes = (care == Care::TopLevel).then(|| {
            let places = parsed.diagnostics.iter().flat_map(|d| d.primary.iter().chain(&d.labels));
            let mut all: Vec<usize> = places.map(|l| l.span.start as usize).collect();
            all.sort_unstable();
            all
        });
        Reader {
            text,
            bytes: text.as_bytes(),
            comments: &parsed.tree.comments,
            comment: 0,
            at: 0,
            file: parsed.tree.file,
            clean: parsed.diagnostics.is_empty(),
            mistakes,
            kept: Vec::new(),
        }
    }

    /// The whole file.
    pub fn file(&mut self, statements: &[Statement]) -> Group<'a> {
        let start = if self.text.starts_with('\u{FEFF}') { 3 } else { 0 };
        self.group(Sort::File, start, self.text.len(), Nodes::Statements(statements))
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Passes blanks and line ends up to a place; gives how many line ends.
    fn blanks(&mut self, until: usize) -> usize {
        let mut lines = 0;
        while self.at < until && matches!(self.byte(self.at), b' ' | b'\t' | b'\r' | b'\n') {
            lines += usize::from(self.byte(self.at) == b'\n');
            self.at += 1;
        }
        lines
    }

    /// The comment that stands here.
    fn comment(&mut self, lines: usize, depth: usize) -> Option<Comment<'a>> {
        while self.comments.get(self.comment).is_some_and(|c| (c.span.start as usize) < self.at) {
            self.comment += 1;
        }
        let found = self.comments.get(self.comment).filter(|c| c.span.start as usize == self.at)?;
        let start = self.at;
        self.at = found.span.end as usize;
        let text = self.slice(start, self.at).trim_end();
        // One that is never closed ends with its line, as those do that begin with `//` or `#`.
        let closed = text.starts_with("/*") && text.ends_with("*/") && text.len() > 3;
        Some(Comment {
            text,
            ends_line: !closed,
            before: lines > 0,
            after: false,
            blank: false,
            leads: false,
            depth,
            indent: indentation(self.text, start),
        })
    }

    // ---- Groups

    /// A group whose inside goes from `start` to `end`.
    fn group(&mut self, sort: Sort, start: usize, end: usize, nodes: Nodes<'_>) -> Group<'a> {
        self.at = start;
        let mut pieces = Vec::with_capacity(2 * nodes.len());
        let mut semicolon = false;
        let units = self.units(sort, start, end, nodes);
        for (n, unit) in units.iter().enumerate() {
            let gap = self.gap(&mut pieces, unit.start, n > 0, true);
            semicolon |= gap.semicolon && n > 0;
            let blank = gap.blank;
            let line = match unit.node {
                Some(n) => self.node(nodes, n, unit.end),
                None => self.keep(unit.start, unit.end),
            };
            self.at = unit.end;
            pieces.push(Piece::Line { line, blank });
        }
        self.gap(&mut pieces, end, false, false);
        self.at = end;
        let one_line = match sort {
            Sort::File => false,
            Sort::List | Sort::Arguments => true,
            Sort::Block => {
                let alone = units.len() < 2 || !semicolon && nodes.only_properties();
                alone && !self.slice(start, end).contains('\n')
            }
        };
        let width = if one_line { width(sort, &pieces) } else { None };
        Group { sort, pieces, width }
    }

    /// What a group has between its comments.
    fn units(&mut self, sort: Sort, start: usize, end: usize, nodes: Nodes<'_>) -> Vec<Unit> {
        let all = match nodes {
            Nodes::Statements(all) if !self.clean => all,
            _ => {
                let unit = |n| nodes.range(n).map(|(start, end)| Unit { start, end, node: Some(n) });
                return (0..nodes.len()).filter_map(unit).collect();
            }
        };
        let mut units: Vec<Unit> = Vec::with_capacity(all.len());
        let mut at = start;
        for (n, s) in all.iter().enumerate() {
            let (from, to) = (s.span.start as usize, s.span.end as usize);
            let before = n.checked_sub(1).and_then(|n| all.get(n));
            let kept = s.faulty || sort == Sort::File && self.has_mistake(from, to);
            let mut unit = Unit { start: from, end: to, node: (!kept).then_some(n) };
            if let Some((wrong, _)) = self.wrong(before, Some(s), at, from) {
                unit.node = None;
                unit.start = wrong;
                if let Some(last) = units.pop() {
                    unit.start = last.start;
                }
            }
            units.push(unit);
            at = to;
        }
        if let Some((wrong, past)) = self.wrong(all.last(), None, at, end) {
            let start = units.pop().map_or(wrong, |u| u.start);
            units.push(Unit { start, end: past, node: None });
        }
        units
    }

    fn has_mistake(&self, start: usize, end: usize) -> bool {
        let Some(all) = &self.mistakes else { return false };
        let next = all.partition_point(|&m| m < start);
        all.get(next).is_some_and(|&m| m <= end)
    }

    /// Where something other than separators of good form stands between two statements, and
    /// where it ends. It is kept, and so are its neighbours, since it may be about them.
    fn wrong(
        &self,
        before: Option<&Statement>,
        next: Option<&Statement>,
        start: usize,
        end: usize,
    ) -> Option<(usize, usize)> {
        let (mut first, mut past) = (None, start);
        let (mut lines, mut commas, mut strange) = (false, 0, false);
        let mut comment = self.comments.partition_point(|c| (c.span.start as usize) < start);
        let mut at = start;
        while at < end {
            if let Some(c) = self.comments.get(comment).filter(|c| c.span.start as usize == at) {
                at = c.span.end as usize;
                comment += 1;
                continue;
            }
            let b = self.byte(at);
            let length = self.slice(at, end).chars().next().map_or(1, char::len_utf8);
            match b {
                b' ' | b'\t' => {}
                b'\n' => lines = true,
                b'\r' if self.byte(at + 1) == b'\n' => {}
                _ => {
                    first = first.or(Some(at));
                    past = at + length;
                    lines |= b == b';';
                    commas += usize::from(b == b',');
                    strange |= !matches!(b, b',' | b';');
                }
            }
            at += length;
        }
        let property = |s: Option<&Statement>| s.is_some_and(|s| matches!(s.shape, Shape::Property(_)));
        let right = match commas {
            0 => lines || before.is_none() || next.is_none(),
            1 => property(before) && (lines || next.is_none() || property(next)),
            _ => false,
        };
        (strange || !right).then_some((first.unwrap_or(start), past))
    }

    /// A stretch that stays as it is.
    fn keep(&mut self, start: usize, end: usize) -> Line<'a> {
        self.kept.push(Span::new(self.file, start, end));
        let text = self.slice(start, end);
        Line { parts: vec![Part::Kept { text, indent: indentation(self.text, start) }] }
    }

    /// What stands between two lines of a group, or before the first or behind the last.
    fn gap(&mut self, pieces: &mut Vec<Piece<'a>>, until: usize, between: bool, line: bool) -> Gap {
        let first = pieces.len();
        let mut comma = 0;
        let mut gap = Gap { lines: 0, blank: false, semicolon: false };
        loop {
            let lines = self.blanks(until);
            gap.lines += lines;
            gap.blank |= lines > 1;
            if self.at >= until {
                break;
            }
            if let Some(mut comment) = self.comment(gap.lines, 0) {
                comment.blank = std::mem::take(&mut gap.blank);
                if let Some(Piece::Comment(last)) = pieces.get_mut(first..).and_then(<[_]>::last_mut) {
                    last.after = gap.lines > 0;
                }
                pieces.push(Piece::Comment(comment));
                gap.lines = 0;
                continue;
            }
            gap.semicolon |= self.byte(self.at) == b';';
            comma = pieces.len() - first;
            self.at += self.slice(self.at, until).chars().next().map_or(1, char::len_utf8);
        }
        let comments = pieces.get_mut(first..).unwrap_or_default();
        if let Some(Piece::Comment(last)) = comments.last_mut() {
            last.after = gap.lines > 0;
        }
        // A comma goes behind its line; comments that stand before it on that line stay there.
        let inline = |p: &&mut Piece<'_>| matches!(p, Piece::Comment(c) if !c.before && !c.ends_line);
        let comma = comments.iter_mut().take(comma).take_while(inline).count();
        // A comment on the line of the next item, and on no other, belongs to that.
        let mut leads = line;
        let behind = comments.get_mut(if between { comma } else { 0 }..).unwrap_or_default();
        for piece in behind.iter_mut().rev() {
            if let Piece::Comment(c) = piece {
                c.leads = leads && !c.ends_line && !c.after;
                leads = c.leads && !c.before;
            }
        }
        if between {
            pieces.insert(first + comma, Piece::Comma);
        }
        gap
    }

    // ---- Lines

    fn node(&mut self, nodes: Nodes<'_>, n: usize, end: usize) -> Line<'a> {
        let mut line = Line::default();
        match nodes {
            Nodes::Statements(all) => {
                if let Some(s) = all.get(n) {
                    self.statement(s, &mut line);
                }
            }
            Nodes::Pairs(all) => {
                if let Some(p) = all.get(n) {
                    self.property(p, &mut line);
                }
            }
            Nodes::Values(all) => {
                if let Some(v) = all.get(n) {
                    self.value(v, &mut line);
                }
            }
        }
        self.tokens(end, Mode::Value, &mut line);
        line
    }

    fn statement(&mut self, s: &Statement, line: &mut Line<'a>) {
        match &s.shape {
            Shape::Property(p) => self.property(p, line),
            Shape::Call(c) => {
                self.tokens(c.name.span.end as usize, Mode::Head, line);
                let open = self.next_token(self.at, false);
                let last = c.arguments.last().map_or(open + 1, |v| v.span.end as usize);
                let close = self.next_token(last, true);
                self.tokens(open, Mode::Head, line);
                let arguments = Nodes::Values(&c.arguments);
                let group = self.group(Sort::Arguments, open + 1, close, arguments);
                line.parts.push(Part::Group(group));
                self.at = close + 1;
            }
            _ => {}
        }
        if let Some(b) = s.block() {
            self.tokens(b.span.start as usize, Mode::Head, line);
            self.brackets(Sort::Block, b.span, Nodes::Statements(&b.statements), line);
        }
        self.tokens(s.span.end as usize, Mode::Head, line);
    }

    fn property(&mut self, p: &Property, line: &mut Line<'a>) {
        self.tokens(p.value.span.start as usize, Mode::Head, line);
        self.value(&p.value, line);
    }

    fn value(&mut self, v: &Value, line: &mut Line<'a>) {
        match &v.kind {
            ValueKind::List(items) => self.brackets(Sort::List, v.span, Nodes::Values(items), line),
            ValueKind::Map(pairs) => self.brackets(Sort::Block, v.span, Nodes::Pairs(pairs), line),
            ValueKind::Expression(_) => self.tokens(v.span.end as usize, Mode::When, line),
            _ => self.tokens(v.span.end as usize, Mode::Value, line),
        }
    }

    fn brackets(&mut self, sort: Sort, span: Span, nodes: Nodes<'_>, line: &mut Line<'a>) {
        let (start, end) = (span.start as usize + 1, (span.end as usize).saturating_sub(1));
        let group = self.group(sort, start, end.max(start), nodes);
        line.parts.push(Part::Group(group));
        self.at = span.end as usize;
    }

    /// Where the next token stands, comments passed, and commas too if they are to be.
    fn next_token(&self, from: usize, commas: bool) -> usize {
        let mut at = from;
        let mut comment = self.comments.partition_point(|c| (c.span.start as usize) < from);
        while at < self.bytes.len() {
            if let Some(c) = self.comments.get(comment).filter(|c| c.span.start as usize == at) {
                at = c.span.end as usize;
                comment += 1;
            } else if matches!(self.byte(at), b' ' | b'\t' | b'\r' | b'\n') || commas && self.byte(at) == b','
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// The tokens and comments up to a place.
    fn tokens(&mut self, until: usize, mode: Mode, line: &mut Line<'a>) {
        let first = line.parts.len();
        self.each_token(until, mode, line);
        if mode == Mode::When {
            deepen(line.parts.get_mut(first..).unwrap_or_default());
        }
    }

    fn each_token(&mut self, until: usize, mode: Mode, line: &mut Line<'a>) {
        let mut depth = 0;
        let mut tight = false;
        let mut every = false;
        loop {
            let lines = self.blanks(until);
            if self.at >= until {
                return;
            }
            let deeper = if mode == Mode::When { depth + 1 } else { 0 };
            if let Some(comment) = self.comment(lines, deeper) {
                line.parts.push(Part::Comment(comment));
                tight = false;
                continue;
            }
            let start = self.at;
            self.at = self.token_end(start, mode).max(start + 1).min(until);
            let mut token = self.slice(start, self.at);
            // `every 3months` is three tokens; elsewhere a unit is part of its number.
            let digits = token.bytes().take_while(u8::is_ascii_digit).count();
            if every && (1..token.len()).contains(&digits) {
                self.at = start + digits;
                token = self.slice(start, self.at);
            }
            every = token == "every" && mode == Mode::Value;
            if token.starts_with("\"\"\"") {
                line.parts.push(long_text(token));
                tight = false;
                continue;
            }
            let close = matches!(token, ":" | "," | ")");
            match token {
                "and" | "or" if mode == Mode::When => {
                    line.parts.push(Part::Joint { word: token, depth, deeper: 0, breaks: lines > 0 });
                }
                _ => line.parts.push(Part::Token { text: line_feeds(token), tight: tight || close }),
            }
            match token {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ => {}
            }
            tight = token == "(";
        }
    }

    /// The end of the token that begins here.
    fn token_end(&self, start: usize, mode: Mode) -> usize {
        let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let first = self.byte(start);
        if first == b'"' {
            return texts::end(self.bytes, start);
        }
        let negative = first == b'-' && self.byte(start + 1).is_ascii_digit();
        if !word(first) && !negative {
            let rest = self.slice(start, self.text.len());
            let operator = ["<->", "->", "<=", ">=", "==", "!="].into_iter().find(|o| rest.starts_with(o));
            return start + operator.map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), str::len);
        }
        let mut end = start + 1;
        loop {
            match self.byte(end) {
                b if word(b) || matches!(b, b'.' | b'%') => end += 1,
                b'-' if word(self.byte(end + 1)) => end += 2,
                _ => break,
            }
        }
        if mode != Mode::Value || self.byte(end) != b':' {
            return end;
        }
        // A reference: its id goes as far as the rules `text` and `ref_id` of the grammar say.
        end += 1;
        if self.byte(end) == b'"' {
            return texts::end(self.bytes, end);
        }
        loop {
            match self.byte(end) {
                b if word(b) || matches!(b, b'.' | b'-' | b':') => end += 1,
                b'/' if word(self.byte(end + 1)) => end += 1,
                _ => return end,
            }
        }
    }
}

/// What stands between two lines of a group.
struct Gap {
    /// How many line ends stand before the second, back to the last comment.
    lines: usize,
    /// Whether a blank line is among them.
    blank: bool,
    semicolon: bool,
}

/// A text in three quotes. On one line it stays there.
fn long_text(raw: &str) -> Part<'_> {
    let content = texts::triple(raw);
    if raw.contains('\n') && !content.is_empty() {
        return Part::Text(content);
    }
    // Next to a quote of the content a blank keeps the three quotes apart.
    let quote = content.starts_with('"') || content.ends_with('"');
    let blank = if quote { " " } else { "" };
    Part::Token { text: Cow::Owned(format!("\"\"\"{blank}{content}{blank}\"\"\"")), tight: false }
}

/// Parentheses of a `when`, or all of it.
#[derive(Copy, Clone, Default)]
struct Nest {
    /// How much deeper its lines stand than its depth says.
    deeper: usize,
    /// Whether an `or` stands in it, so that its `and`s bind more.
    any_or: bool,
    /// How much deeper than that the line stands that was begun last.
    line: usize,
}

/// A line that begins with `and` stands deeper than one that begins with the `or` beside it, which binds less.
fn deepen(parts: &mut [Part<'_>]) {
    let is = |part: &Part<'_>, bracket: &str| matches!(part, Part::Token { text, .. } if text == bracket);
    let mut any_or = vec![false];
    let mut open = vec![0];
    for part in parts.iter() {
        if is(part, "(") {
            open.push(any_or.len());
            any_or.push(false);
        } else if is(part, ")") && open.len() > 1 {
            open.pop();
        } else if let (Part::Joint { word: "or", .. }, Some(slot)) =
            (part, open.last().and_then(|n| any_or.get_mut(*n)))
        {
            *slot = true;
        }
    }
    // A comment stands as deep as what follows it.
    let mut before_and = Vec::with_capacity(parts.len());
    let mut follows = false;
    for part in parts.iter().rev() {
        if !matches!(part, Part::Comment(_)) {
            follows = matches!(part, Part::Joint { word: "and", .. });
        }
        before_and.push(follows);
    }
    before_and.reverse();
    let mut any_or = any_or.into_iter();
    let begin = |deeper, any_or: Option<bool>| Nest { deeper, any_or: any_or.unwrap_or(false), line: 0 };
    let mut nests = vec![begin(0, any_or.next())];
    for (part, before_and) in parts.iter_mut().zip(before_and) {
        let now = nests.last().copied().unwrap_or_default();
        if is(part, "(") {
            nests.push(begin(now.deeper + now.line, any_or.next()));
        } else if is(part, ")") && nests.len() > 1 {
            nests.pop();
        } else if let Part::Joint { word, deeper, breaks, .. } = part {
            let line = usize::from(*word == "and" && now.any_or);
            *deeper = now.deeper + line;
            if let Some(nest) = nests.last_mut().filter(|_| *breaks) {
                nest.line = line;
            }
        } else if let Part::Comment(comment) = part {
            comment.depth += now.deeper + usize::from(before_and && now.any_or);
        }
    }
}
