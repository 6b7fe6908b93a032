//! From the pairs of the grammar to the tree.

use super::again::{Change, Taken};
use super::grammar::{Grammar, Rule};
use super::mended::Mended;
use super::scan::Notes;
use super::tree::*;
use super::{Parsed, Seams, limits, texts};
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::{FileId, Span};
use crate::threads;
use pest::Parser;
use pest::iterators::{Pair, Pairs};
use std::ops::Range;

/// Builds the tree of a text.
///
/// `original` is the text of the file, `mended` what the grammar is to read, `places` are the
/// ways back from the latter to the former, one after the other. `unclosed` are the places of
/// brackets that have no closer in the file. What `change` finds unchanged is not read again.
pub(super) fn build(
    file: FileId,
    original: &str,
    mended: &Mended<'_>,
    places: &[&Mended<'_>],
    notes: Notes,
    unclosed: &[u32],
    change: Option<&Change<'_>>,
) -> Parsed {
    let Notes { comments, mut diagnostics, mut flagged, cuts } = notes;
    flagged.sort_unstable();
    let text: &str = &mended.text;
    let mut b = Builder {
        file,
        original,
        text,
        places,
        moved: places.iter().any(|m| !m.keeps_places()),
        base: 0,
        diagnostics: Vec::new(),
        said: diagnostics.len(),
        flagged: &flagged,
        unclosed,
        faulty: false,
        hurt: false,
        in_map: false,
        in_lone: false,
    };
    // A cut is a place of the file, and holds where brackets were closed and nothing was moved.
    let cuts = if places.len() == 1 && mended.keeps_places() { cuts } else { Vec::new() };
    let change = change.filter(|_| !cuts.is_empty());
    let (mut statements, found) = b.pieces(&cuts, change).unwrap_or_else(|| b.unread());
    diagnostics.extend(found);
    for &at in &flagged {
        mark(&mut statements, at);
    }
    let mut troubled = flagged;
    troubled.extend(diagnostics.iter().filter_map(|d| d.primary.as_ref()).map(|l| l.span.start));
    troubled.sort_unstable();
    let cuts = cuts.into_iter().filter_map(|cut| u32::try_from(cut).ok()).collect();
    let seams = Seams { cuts, troubled };
    diagnostics.sort_by_key(|d| d.primary.as_ref().map_or(0, |l| l.span.start));
    if let Some(d) = diagnostics.get(limits::MISTAKES) {
        let at = d.primary.as_ref().map_or(Span::new(file, 0, 0), |l| l.span);
        diagnostics.truncate(limits::MISTAKES);
        diagnostics.push(limits::more_mistakes(at));
    }
    Parsed { tree: Tree { file, statements, comments }, diagnostics, seams }
}

/// Marks the innermost statement in which a mistake stands.
fn mark(statements: &mut [Statement], at: u32) {
    let mut statements = statements;
    loop {
        let next = statements.partition_point(|s| s.span.start <= at);
        let Some(s) = next.checked_sub(1).and_then(|i| statements.get_mut(i)) else { return };
        if at > s.span.end {
            return;
        }
        if s.block().is_none_or(|b| at <= b.span.start || b.closed && at >= b.span.end.saturating_sub(1)) {
            s.faulty = true;
            return;
        }
        match s.block_mut() {
            Some(b) => statements = &mut b.statements,
            None => return,
        }
    }
}

/// How long a stretch is at least that is read by itself, if there is more behind it. The grammar keeps all
/// tokens of a stretch at once.
const PIECE: usize = 1 << 15;

/// What becomes of a part of the text.
enum Step<'a> {
    /// It is as it was.
    Take(Taken<'a>),
    /// It is read.
    Read,
}

/// Statements, and what is wrong with them.
type Built = (Vec<Statement>, Vec<Diagnostic>);

/// Builds one tree, or some pieces of it.
#[derive(Clone)]
pub(super) struct Builder<'a> {
    pub(super) file: FileId,
    /// The text as it is in the file.
    pub(super) original: &'a str,
    /// The text that the grammar read.
    pub(super) text: &'a str,
    /// The ways back from the latter to the former, to be gone one after the other.
    places: &'a [&'a Mended<'a>],
    /// Whether any of them leads elsewhere.
    moved: bool,
    /// Where in `text` the piece stands that is read, when one is read again.
    pub(super) base: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// How much was said before the piece at hand.
    said: usize,
    /// Where the scan found something wrong, in order.
    flagged: &'a [u32],
    unclosed: &'a [u32],
    /// Whether the statement at hand has an error of its own.
    pub(super) faulty: bool,
    /// Whether the scan has already said something of the statement at hand. Then what does not
    /// fit is most likely its consequence, and goes without a word.
    pub(super) hurt: bool,
    /// Whether the statements at hand are the pairs of a map.
    pub(super) in_map: bool,
    /// Whether they stand in the block of a word that is no statement: then lone words in it are
    /// no further mistake.
    pub(super) in_lone: bool,
}

type P<'i> = Pair<'i, Rule>;

mod shapes;
mod values;

impl<'a> Builder<'a> {
    /// A place of the text that the grammar read, in the file.
    pub(super) fn at(&self, offset: usize) -> usize {
        let at = offset + self.base;
        if self.moved { self.places.iter().fold(at, |at, m| m.old(at)) } else { at }
    }

    pub(super) fn span_of(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.at(start), self.at(end))
    }

    /// The span of a pair without the blanks that the grammar passed over at its end.
    pub(super) fn span(&self, p: &P<'_>) -> Span {
        let s = p.as_span();
        self.span_of(s.start(), s.start() + s.as_str().trim_end().len())
    }

    /// The text of the file under a span.
    pub(super) fn source(&self, span: Span) -> &'a str {
        self.original.get(span.range()).unwrap_or("")
    }

    /// Says something of the statement at hand in any case.
    pub(super) fn say(&mut self, d: Diagnostic) {
        self.faulty = true;
        self.diagnostics.push(d);
    }

    /// Says something of the statement at hand, unless that is likely to be the consequence of
    /// what was said before.
    pub(super) fn report(&mut self, d: impl FnOnce() -> Diagnostic) {
        self.faulty = true;
        if !self.hurt && self.said + self.diagnostics.len() <= 3 * limits::MISTAKES {
            self.hurt = true;
            let d = d();
            self.diagnostics.push(d);
        }
    }

    pub(super) fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(|| Diagnostic::new(code, span, message));
    }

    /// The statements of the whole text, read piece by piece; none if the grammar can't read it.
    ///
    /// Whoever reads a piece has read those before it or leaves them to others, and counts what it says by
    /// itself; so where it falls silent there is enough to be said of what stands before.
    fn pieces(&self, cuts: &[usize], change: Option<&Change<'_>>) -> Option<Built> {
        let (steps, stretches) = self.steps(cuts, change);
        let read = |b: &mut Builder<'a>, some: Range<usize>| {
            let stretches = stretches.get(some).into_iter().flatten();
            stretches.map(|s| b.piece(s.start, s.end)).collect::<Option<Vec<Built>>>()
        };
        let (read, _) = threads::in_blocks(stretches.len(), 1, self.clone(), || self.clone(), read);
        let read: Vec<Built> = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        let mut read = read.into_iter();
        let (mut statements, mut diagnostics) = Built::default();
        for step in steps {
            match step {
                Step::Take(taken) => statements.extend(taken.statements()),
                Step::Read => {
                    let (mut more, said) = read.next()?;
                    statements.append(&mut more);
                    diagnostics.extend(said);
                }
            }
        }
        Some((statements, diagnostics))
    }

    /// What becomes of each part of the text, in order, and the stretches that are to be read.
    fn steps<'c>(&self, cuts: &[usize], change: Option<&Change<'c>>) -> (Vec<Step<'c>>, Vec<Range<usize>>) {
        let (mut steps, mut stretches): (_, Vec<Range<usize>>) = (Vec::new(), Vec::new());
        let mut start = 0;
        for end in cuts.iter().copied().chain([self.text.len()]) {
            if let Some(taken) = change.and_then(|c| c.taken(start, end, self.flagged)) {
                steps.push(Step::Take(taken));
            } else if let (Some(Step::Read), Some(last)) = (steps.last(), stretches.last_mut())
                && last.len() < PIECE
            {
                last.end = end;
            } else {
                steps.push(Step::Read);
                stretches.push(start..end);
            }
            start = end;
        }
        (steps, stretches)
    }

    /// One piece of the text.
    fn piece(&mut self, start: usize, end: usize) -> Option<Built> {
        self.base = start;
        let piece = self.text.get(start..end)?;
        let file = Grammar::parse(Rule::file, piece).ok()?.next()?;
        let statements = self.statements(file.into_inner(), 0, piece.len());
        let diagnostics = std::mem::take(&mut self.diagnostics);
        self.said += diagnostics.len();
        Some((statements, diagnostics))
    }

    /// The whole text as one broken statement. The grammar reads any text, so this is a net
    /// under it and nothing more.
    fn unread(&mut self) -> Built {
        let span = self.span_of(0, self.text.len());
        let said = Diagnostic::new(codes::SYNTAX, span, "this text can't be read");
        let shape = Shape::Broken(Broken { head: span, word: None, name: None, block: None });
        (vec![Statement { span, shape, faulty: true }], vec![said])
    }

    /// The statements of a block or file, whose inside goes from `start` to `end`.
    fn statements(&mut self, pairs: Pairs<'_, Rule>, start: usize, end: usize) -> Vec<Statement> {
        let mut out: Vec<Statement> = Vec::new();
        let mut at = start;
        let mut pairs = pairs.filter(|p| matches!(p.as_rule(), Rule::statement | Rule::broken)).peekable();
        while let Some(p) = pairs.next() {
            let s = p.as_span();
            let before = out.last_mut();
            let gap_fault = self.gap(before, Some(&p), at, s.start());
            at = s.end();
            let mut dashed = Vec::new();
            if is_empty_property(&p) {
                while let Some(item) = pairs.next_if(is_dashed) {
                    at = item.as_span().end();
                    dashed.push(item);
                }
            }
            let mut statement =
                if dashed.is_empty() { self.statement(p, gap_fault) } else { self.dashed_list(p, &dashed) };
            statement.faulty |= gap_fault;
            out.push(statement);
        }
        self.gap(out.last_mut(), None, at, end);
        out
    }

    /// How long the word is that stands at a place, if a list is right behind it: no statement is
    /// written so, but a property without its colon.
    fn colon_forgotten(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(self.base + at..)?;
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter(|n| *n > 0)?;
        rest.get(length..)?.trim_start_matches([' ', '\t']).starts_with('[').then_some(length)
    }

    /// Looks at what parts two statements. Gives whether something is wrong with it.
    fn gap(
        &mut self,
        before: Option<&mut Statement>,
        next: Option<&P<'_>>,
        start: usize,
        end: usize,
    ) -> bool {
        let gap = self.text.get(self.base + start..self.base + end).unwrap_or("");
        let commas = gap.bytes().filter(|b| *b == b',').count();
        let line = gap.contains(['\n', ';']);
        if commas == 0 && (line || before.is_none() || next.is_none()) {
            return false;
        }
        let next_property = next.is_some_and(|n| is_property(n));
        let comma = gap.find(',').map_or(start, |n| start + n);
        let comma_span = self.span_of(comma, comma + usize::from(commas > 0));
        let Some(before) = before else {
            let d = Diagnostic::new(
                codes::SYNTAX,
                comma_span,
                "a comma stands between properties, and nothing is before this one",
            );
            self.diagnostics.push(d.fix("take it out", comma_span, ""));
            return next.is_some() && !line;
        };
        let property = matches!(before.shape, Shape::Property(_));
        let d = if commas == 0 {
            let here = Span { start: before.span.end, ..before.span };
            if property {
                Diagnostic::new(codes::SYNTAX, here, "two properties on one line: put a comma between them")
                    .fix("put a comma", here, ",")
            } else {
                Diagnostic::new(
                    codes::SYNTAX,
                    here,
                    "a statement ends with its `}`: begin the next one on a new line",
                )
                .help("On one line, `;` parts two statements.")
                .fix("part them by `;`", here, ";")
            }
        } else if let (Some(length), true) = (self.colon_forgotten(end), property && !line) {
            let word = self.text.get(self.base + end..self.base + end + length).unwrap_or("");
            let message = format!("a property takes a colon: `{word}: […]`");
            let behind = self.span_of(end + length, end + length);
            Diagnostic::new(codes::SYNTAX, self.span_of(end, end + length), message).fix(
                "put a colon",
                behind,
                ":",
            )
        } else if commas > 1 {
            Diagnostic::new(codes::SYNTAX, comma_span, "one comma parts two properties")
                .help("Take the others out.")
        } else if property && (next_property || line || next.is_none_or(is_lone)) {
            // Of a word alone it is said that a value is missing.
            return false;
        } else if matches!(before.shape, Shape::Flow(_)) && !line && next.is_some_and(|n| !is_property(n)) {
            Diagnostic::new(
                codes::SYNTAX,
                comma_span,
                "a flow has one target, and a comma parts properties only",
            )
            .help("Write a statement for each flow, on a line of its own or behind `;`.")
        } else if next.is_none() || line {
            Diagnostic::new(
                codes::SYNTAX,
                comma_span,
                "a comma parts properties; no other statement ends with one",
            )
            .fix("take it out", comma_span, "")
        } else {
            Diagnostic::new(codes::SYNTAX, comma_span, "a comma parts properties, never statements")
                .help("Write each statement on a line of its own, or part them by `;`.")
                .fix("part them by `;`", comma_span, ";")
        };
        let hurt = self.is_flagged(before.span.start, before.span.end + 1);
        before.faulty = true;
        if !hurt {
            self.diagnostics.push(d);
        }
        next.is_some() && !line
    }

    fn is_flagged(&self, start: u32, end: u32) -> bool {
        let first = self.flagged.partition_point(|&f| f < start);
        self.flagged.get(first).is_some_and(|&f| f < end)
    }

    fn statement(&mut self, p: P<'_>, hurt: bool) -> Statement {
        let saved = (self.faulty, self.hurt);
        let whole = self.span(&p);
        let start = p.as_span().start();
        let broken = p.as_rule() == Rule::broken;
        let inner = p.into_inner();
        let (mut parts, mut block) = ([None, None, None], None);
        let mut slots = parts.iter_mut();
        for p in inner {
            // A map is the child of its property; a block is the last child of the statement.
            if p.as_rule() == Rule::block {
                block = Some(p);
            } else if let Some(slot) = slots.next() {
                *slot = Some(p);
            }
        }
        let [first, second, third] = parts;
        let head_end = block
            .as_ref()
            .map_or(whole.end, |b| self.span_of(b.as_span().start(), b.as_span().start()).start);
        self.faulty = false;
        // A mistake at the very end, as a quote that is not closed, belongs to the statement too.
        self.hurt = hurt || self.is_flagged(whole.start, head_end + 1);
        let mut shape = if broken {
            self.broken(first, whole.start)
        } else {
            match (first, second) {
                (Some(p), None) => self.when(start, p),
                (Some(path), Some(tail)) => self.shape(&path, tail, third, block.is_some()),
                _ => Shape::Broken(Broken { head: whole, word: None, name: None, block: None }),
            }
        };
        let head_faulty = self.faulty;
        if let Some(b) = block {
            let lone = matches!(&shape, Shape::Broken(b) if b.word.is_some() && b.name.is_none());
            let before = (self.in_map, self.in_lone);
            (self.in_map, self.in_lone) = (false, lone);
            let built = self.block(b);
            (self.in_map, self.in_lone) = before;
            shape = self.with_block(shape, built);
        }
        let faulty = self.faulty || head_faulty;
        (self.faulty, self.hurt) = saved;
        Statement { span: whole, shape, faulty }
    }

    fn block(&mut self, p: P<'_>) -> Block {
        let s = p.as_span();
        let span = self.span(&p);
        let closed = self.unclosed.binary_search(&span.start).is_err();
        let inside_end = s.end().saturating_sub(1).max(s.start() + 1);
        let saved = (self.faulty, self.hurt);
        let statements = self.statements(p.into_inner(), s.start() + 1, inside_end);
        (self.faulty, self.hurt) = saved;
        Block { span, statements, closed }
    }

    /// Puts the block at the end of a statement where it belongs.
    fn with_block(&mut self, mut shape: Shape, block: Block) -> Shape {
        match shape.block_slot() {
            Some(slot) => {
                *slot = Some(block);
                shape
            }
            None => {
                let Shape::Property(p) = shape else { return shape };
                let head = p.name.span.to(p.value.span);
                let start = Span { end: block.span.start + 1, ..block.span };
                let word = &p.name.text;
                self.report(|| {
                    Diagnostic::new(codes::SYNTAX, start, format!("the property `{word}` has a value and takes no block"))
                        .help("A property begins on a new line or behind a comma; a map is the value itself: `key: { … }`.")
                });
                Shape::Broken(Broken { head, word: Some(p.name), name: None, block: Some(block) })
            }
        }
    }

    // ---- Words

    pub(super) fn word(&self, p: &P<'_>) -> Word {
        Word { text: p.as_str().to_owned(), span: self.span(p) }
    }

    pub(super) fn path(&mut self, p: &P<'_>) -> Path {
        let span = self.span(p);
        let text = p.as_str();
        let start = p.as_span().start();
        // Names are short: to look at each byte is faster than a search made for long texts.
        let dot = text.bytes().rposition(|b| b == b'.');
        match dot.and_then(|dot| Some((text.get(..dot)?, text.get(dot + 1..)?))) {
            None => Path { alias: None, name: Word { text: text.to_owned(), span }, span },
            Some((alias, name)) => {
                if alias.contains('.') {
                    self.report(|| {
                        Diagnostic::new(codes::SYNTAX, span, format!("`{text}` has more than one dot"))
                            .help("A dot stands only between the alias of an import and a name: `vendor.llm`. Boundaries are not part of a name.")
                    });
                }
                let dot = start + alias.len();
                let alias = Word { text: alias.to_owned(), span: self.span_of(start, dot) };
                let name = Word { text: name.to_owned(), span: self.span_of(dot + 1, dot + 1 + name.len()) };
                Path { alias: Some(alias), name, span }
            }
        }
    }

    /// A path where only a plain name may stand.
    fn plain(&mut self, p: &P<'_>, what: &str) -> Word {
        let path = self.path(p);
        if path.alias.is_some() {
            let (span, text) = (path.span, path.text());
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, span, format!("`{text}` has a dot, and {what} has none"))
                    .help("A dot stands only where something from an import is meant: `vendor.llm`.")
            });
            return Word { text: path.text(), span };
        }
        path.name
    }

    pub(super) fn text(&mut self, p: &P<'_>) -> Text {
        let span = self.span(p);
        let raw = p.as_str();
        if raw.starts_with("\"\"\"") {
            return Text { text: texts::triple(raw), span };
        }
        let (text, bad) = texts::single(raw);
        for b in bad {
            let start = p.as_span().start();
            let at = self.span_of(start + b.start, start + b.end);
            let written = raw.get(b).unwrap_or("\\").to_owned();
            let d = Diagnostic::new(codes::BAD_ESCAPE, at, format!("a text knows no escape `{written}`"));
            self.say(match written.as_str() {
                "\\t" => d.help("A tab stands in a text as it is. A backslash is written `\\\\`."),
                _ => d.fix("write a backslash as `\\\\`", at, format!("\\{written}")),
            });
        }
        Text { text, span }
    }

    fn date(&mut self, p: &P<'_>) -> Option<Date> {
        let date = Date::parse(p.as_str());
        if date.is_none() {
            let span = self.span(p);
            let text = p.as_str();
            self.report(|| {
                Diagnostic::new(codes::BAD_DATE, span, format!("the calendar has no {text}"))
                    .help("A date is written year-month-day, as 2027-06-30.")
            });
        }
        date
    }

    pub(super) fn chain(&mut self, p: P<'_>) -> Result<Chain, Path> {
        let span = self.span(&p);
        let mut chain = Chain { ends: Vec::with_capacity(2), arrows: Vec::new(), span };
        for p in p.into_inner() {
            self.link(&mut chain, &p);
        }
        if !chain.arrows.is_empty() {
            self.one_sort_of_arrow(&chain);
            return Ok(chain);
        }
        // The rule has at least one path.
        let none = || Path { alias: None, name: Word { text: String::new(), span }, span };
        Err(chain.ends.pop().unwrap_or_else(none))
    }

    /// Puts an end or an arrow behind a chain; passes over anything else.
    pub(super) fn link(&mut self, chain: &mut Chain, p: &P<'_>) {
        match p.as_rule() {
            Rule::path => chain.ends.push(self.path(p)),
            Rule::arrow => chain.arrows.push(if p.as_str() == "->" { Arrow::Forward } else { Arrow::Both }),
            _ => {}
        }
    }

    pub(super) fn one_sort_of_arrow(&mut self, chain: &Chain) {
        if chain.arrows.windows(2).any(|w| w.first() != w.last()) {
            let span = chain.span;
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, span, "a chain has one sort of arrow")
                    .help("Write a statement for each flow, or use `->` or `<->` throughout.")
            });
        }
    }
}

/// Whether a statement is `key:` without a value.
fn is_empty_property(p: &P<'_>) -> bool {
    if !p.as_str().trim_end().ends_with(':') {
        return false;
    }
    let shape = p.clone().into_inner().nth(1).filter(|p| p.as_rule() == Rule::property);
    shape.is_some_and(|p| p.into_inner().all(|p| p.as_rule() == Rule::colon))
}

/// Whether a statement is `- item`, as a list is written in YAML.
fn is_dashed(p: &P<'_>) -> bool {
    p.as_rule() == Rule::broken && p.as_str().starts_with("- ") && !p.as_str().contains('{')
}

/// Whether a statement without a form is a word and nothing else.
fn is_lone(p: &P<'_>) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    p.as_rule() == Rule::broken && p.as_str().trim_end().chars().all(plain)
}

fn is_property(p: &P<'_>) -> bool {
    let mut inner = p.clone().into_inner();
    let first = inner.next().map(|p| p.as_rule());
    first == Some(Rule::when) || inner.next().map(|p| p.as_rule()) == Some(Rule::property)
}
