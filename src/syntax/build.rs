//! From the pairs of the grammar to the tree.

use super::grammar::{Grammar, Rule};
use super::mended::Mended;
use super::scan::Notes;
use super::tree::*;
use super::{Parsed, limits, texts};
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::{FileId, Span};
use pest::Parser;
use pest::iterators::{Pair, Pairs};

/// Builds the tree of a text.
///
/// `original` is the text of the file, `mended` what the grammar is to read, `places` are the
/// ways back from the latter to the former, one after the other. `unclosed` are the places of
/// brackets that have no closer in the file.
pub(super) fn build(
    file: FileId,
    original: &str,
    mended: &Mended<'_>,
    places: &[&Mended<'_>],
    notes: Notes,
    unclosed: &[u32],
) -> Parsed {
    let Notes { comments, diagnostics, mut flagged } = notes;
    flagged.sort_unstable();
    let text: &str = &mended.text;
    let mut b = Builder {
        file,
        original,
        text,
        places,
        base: 0,
        diagnostics,
        flagged,
        unclosed,
        faulty: false,
        hurt: false,
        in_map: false,
    };
    let mut statements = match Grammar::parse(Rule::file, text) {
        Ok(mut pairs) => {
            pairs.next().map(|p| b.statements(p.into_inner(), 0, text.len())).unwrap_or_default()
        }
        Err(_) => b.unread(),
    };
    let mut diagnostics = b.diagnostics;
    for at in b.flagged {
        mark(&mut statements, at);
    }
    diagnostics.sort_by_key(|d| d.primary.as_ref().map_or(0, |l| l.span.start));
    if let Some(d) = diagnostics.get(limits::MISTAKES) {
        let at = d.primary.as_ref().map_or(Span::new(file, 0, 0), |l| l.span);
        diagnostics.truncate(limits::MISTAKES);
        diagnostics.push(limits::more_mistakes(at));
    }
    Parsed { tree: Tree { file, statements, comments }, diagnostics }
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

/// Builds one tree.
pub(super) struct Builder<'a> {
    pub(super) file: FileId,
    /// The text as it is in the file.
    pub(super) original: &'a str,
    /// The text that the grammar read.
    pub(super) text: &'a str,
    /// The ways back from the latter to the former, to be gone one after the other.
    places: &'a [&'a Mended<'a>],
    /// Where in `text` the piece stands that is read, when one is read again.
    pub(super) base: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Where the scan found something wrong, in order.
    flagged: Vec<u32>,
    unclosed: &'a [u32],
    /// Whether the statement at hand has an error of its own.
    pub(super) faulty: bool,
    /// Whether the scan has already said something of the statement at hand. Then what does not
    /// fit is most likely its consequence, and goes without a word.
    pub(super) hurt: bool,
    /// Whether the statements at hand are the pairs of a map.
    pub(super) in_map: bool,
}

type P<'i> = Pair<'i, Rule>;

impl<'a> Builder<'a> {
    /// A place of the text that the grammar read, in the file.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.places.iter().fold(offset + self.base, |o, m| m.old(o))
    }

    pub(super) fn span_of(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.at(start), self.at(end))
    }

    /// The span of a pair without the blanks that the grammar passed over at its end.
    pub(super) fn span(&self, p: &P<'_>) -> Span {
        let s = p.as_span();
        self.span_of(s.start(), s.start() + p.as_str().trim_end().len())
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
        if !self.hurt && self.diagnostics.len() <= 3 * limits::MISTAKES {
            self.hurt = true;
            let d = d();
            self.diagnostics.push(d);
        }
    }

    pub(super) fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(|| Diagnostic::new(code, span, message));
    }

    /// The whole text as one broken statement. The grammar reads any text, so this is a net
    /// under it and nothing more.
    fn unread(&mut self) -> Vec<Statement> {
        let span = self.span_of(0, self.text.len());
        self.say(Diagnostic::new(codes::SYNTAX, span, "this text can't be read"));
        let shape = Shape::Broken(Broken { head: span, word: None, name: None, block: None });
        vec![Statement { span, shape, faulty: true }]
    }

    /// The statements of a block or file, whose inside goes from `start` to `end`.
    fn statements(&mut self, pairs: Pairs<'_, Rule>, start: usize, end: usize) -> Vec<Statement> {
        let mut out: Vec<Statement> = Vec::new();
        let mut at = start;
        for p in pairs {
            if !matches!(p.as_rule(), Rule::statement | Rule::broken) {
                continue;
            }
            let s = p.as_span();
            let before = out.last_mut();
            let gap_fault = self.gap(before, Some(&p), at, s.start());
            at = s.end();
            let mut statement = self.statement(p, gap_fault);
            statement.faulty |= gap_fault;
            out.push(statement);
        }
        self.gap(out.last_mut(), None, at, end);
        out
    }

    /// Looks at what parts two statements. Gives whether something is wrong with it.
    fn gap(
        &mut self,
        before: Option<&mut Statement>,
        next: Option<&P<'_>>,
        start: usize,
        end: usize,
    ) -> bool {
        let gap = self.text.get(start..end).unwrap_or("");
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
            return next.is_some();
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
        } else if commas > 1 {
            Diagnostic::new(codes::SYNTAX, comma_span, "one comma parts two properties")
                .help("Take the others out.")
        } else if property && (next_property || line || next.is_none()) {
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
        let broken = p.as_rule() == Rule::broken;
        let mut inner = p.into_inner().peekable();
        let mut parts: Vec<P<'_>> = Vec::with_capacity(4);
        let mut block = None;
        while let Some(p) = inner.next() {
            // A map is the child of its property; a block is the last child of the statement.
            if p.as_rule() == Rule::block {
                block = Some(p);
            } else {
                parts.push(p);
            }
        }
        let head_end = block
            .as_ref()
            .map_or(whole.end, |b| self.span_of(b.as_span().start(), b.as_span().start()).start);
        self.faulty = false;
        // A mistake at the very end, as a quote that is not closed, belongs to the statement too.
        self.hurt = hurt || self.is_flagged(whole.start, head_end + 1);
        let mut parts = parts.into_iter();
        let mut shape = if broken {
            self.broken(parts.next(), whole.start)
        } else {
            match (parts.next(), parts.next()) {
                (Some(p), None) => self.when(p),
                (Some(path), Some(tail)) => self.shape(&path, tail, parts.next(), block.is_some()),
                _ => Shape::Broken(Broken { head: whole, word: None, name: None, block: None }),
            }
        };
        let head_faulty = self.faulty;
        if let Some(b) = block {
            let before = std::mem::replace(&mut self.in_map, false);
            let built = self.block(b);
            self.in_map = before;
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
        match text.rsplit_once('.') {
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
        self.ends(p.into_inner(), None, span)
    }

    fn ends(&mut self, pairs: Pairs<'_, Rule>, first: Option<Path>, span: Span) -> Result<Chain, Path> {
        let mut ends: Vec<Path> = first.into_iter().collect();
        let mut arrows = Vec::new();
        for p in pairs {
            match p.as_rule() {
                Rule::path => ends.push(self.path(&p)),
                Rule::arrow => arrows.push(if p.as_str() == "->" { Arrow::Forward } else { Arrow::Both }),
                _ => {}
            }
        }
        match ends.pop() {
            Some(only) if ends.is_empty() => Err(only),
            Some(last) => {
                ends.push(last);
                if arrows.windows(2).any(|w| w.first() != w.last()) {
                    self.report(|| {
                        Diagnostic::new(codes::SYNTAX, span, "a chain has one sort of arrow")
                            .help("Write a statement for each flow, or use `->` or `<->` throughout.")
                    });
                }
                Ok(Chain { ends, arrows, span })
            }
            // The rule has at least one path.
            None => Err(Path { alias: None, name: Word { text: String::new(), span }, span }),
        }
    }

    // ---- Shapes

    fn shape(&mut self, path: &P<'_>, tail: P<'_>, third: Option<P<'_>>, block: bool) -> Shape {
        match (tail.as_rule(), third) {
            (Rule::property, _) => self.property(path, tail),
            (Rule::flow, _) => self.flow(path, tail),
            (Rule::titled, _) => {
                let word = self.plain(path, "a statement word");
                self.titled(word, tail)
            }
            (Rule::dated, _) => {
                let word = self.plain(path, "a statement word");
                self.dated(word, tail)
            }
            (Rule::path, Some(shape)) => match shape.as_rule() {
                Rule::response => self.response(path, &tail, shape),
                Rule::call => self.call(path, &tail, shape),
                _ => self.declaration(path, &tail, shape, block),
            },
            _ => {
                let head = self.span(path);
                Shape::Broken(Broken { head, word: None, name: None, block: None })
            }
        }
    }

    fn flow(&mut self, path: &P<'_>, tail: P<'_>) -> Shape {
        let first = self.path(path);
        let span = first.span;
        let mut last = span;
        let (mut name, mut label, mut junk) = (None, None, None);
        let pairs = tail.into_inner();
        for p in pairs.clone() {
            match p.as_rule() {
                Rule::path => last = self.span(&p),
                Rule::name => name = Some(self.word(&p)),
                Rule::text => label = Some(self.text(&p)),
                Rule::junk => junk = Some(p),
                _ => {}
            }
        }
        let Ok(chain) = self.ends(pairs, Some(first), span.to(last)) else {
            return Shape::Broken(Broken { head: span, word: None, name: None, block: None });
        };
        if let (Some(n), true) = (&name, chain.ends.len() > 2) {
            let at = n.span;
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, at, "a chain is several flows and has no name")
                    .help("Write the flow that is named as a statement of its own.")
            });
        }
        let mut flow = Flow { chain, name, label, block: None };
        if let Some(j) = junk {
            self.flow_junk(&mut flow, &j);
        }
        Shape::Flow(flow)
    }

    fn titled(&mut self, word: Word, tail: P<'_>) -> Shape {
        let span = self.span(&tail);
        let mut t = Titled { word, text: Text { text: String::new(), span }, name: None, block: None };
        for p in tail.into_inner() {
            match p.as_rule() {
                Rule::text => t.text = self.text(&p),
                Rule::name => t.name = Some(self.word(&p)),
                Rule::junk => self.titled_junk(&t, &p),
                _ => {}
            }
        }
        Shape::Titled(t)
    }

    fn dated(&mut self, word: Word, tail: P<'_>) -> Shape {
        let mut dated = None;
        let head = word.span;
        for p in tail.into_inner() {
            match p.as_rule() {
                Rule::date => dated = self.date(&p).map(|d| (d, self.span(&p))),
                Rule::junk => self.other_junk(&p, "a date"),
                _ => {}
            }
        }
        match dated {
            Some((date, date_span)) => Shape::Dated(Dated { word, date, date_span, block: None }),
            None => Shape::Broken(Broken { head, word: Some(word), name: None, block: None }),
        }
    }

    pub(super) fn target(&mut self, p: P<'_>) -> Option<Target> {
        let span = self.span(&p);
        let inner = p.into_inner().next()?;
        Some(match inner.as_rule() {
            Rule::star => Target::All(span),
            Rule::any => Target::Any(self.any(inner)?, span),
            _ => match self.chain(inner) {
                Ok(chain) => Target::Chain(chain),
                Err(path) => Target::Name(path),
            },
        })
    }

    fn any(&mut self, p: P<'_>) -> Option<Path> {
        let path = p.into_inner().find(|p| p.as_rule() == Rule::path)?;
        Some(self.path(&path))
    }

    fn response(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>) -> Shape {
        let word = self.plain(word, "a statement word");
        let name = self.path(name);
        let head = word.span.to(self.span(&shape));
        let (mut target, mut junk) = (None, None);
        for p in shape.into_inner() {
            match p.as_rule() {
                Rule::target => target = self.target(p),
                Rule::junk => junk = Some(p),
                _ => {}
            }
        }
        match &target {
            None => self.no_target(head, junk.as_ref()),
            Some(_) => {
                if let Some(j) = junk {
                    self.response_junk(&j);
                }
            }
        }
        match target {
            Some(target) => Shape::Response(Response { word, name, target, block: None }),
            None => Shape::Broken(Broken { head, word: Some(word), name: None, block: None }),
        }
    }

    fn call(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>) -> Shape {
        let word = self.plain(word, "a statement word");
        let name = self.plain(name, "a name that is declared");
        let mut c = Call { word, name, arguments: Vec::new(), alias: None, block: None };
        for p in shape.into_inner() {
            match p.as_rule() {
                Rule::name => c.alias = Some(self.word(&p)),
                Rule::as_mark => {}
                Rule::junk | Rule::call_junk => self.other_junk(&p, "what stands in parentheses"),
                _ => {
                    let value = self.value(p);
                    c.arguments.push(value);
                }
            }
        }
        Shape::Call(c)
    }

    fn declaration(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>, block: bool) -> Shape {
        let (mut parents, mut label, mut junk) = (Vec::new(), None, None);
        for p in shape.into_inner() {
            match p.as_rule() {
                Rule::path => {
                    let path = self.path(&p);
                    parents.push(path);
                }
                Rule::text => label = Some(self.text(&p)),
                Rule::junk => junk = Some(p),
                _ => {}
            }
        }
        let word = self.path(word);
        let head = self.path(name);
        if let Some(j) = junk {
            return self.declaration_junk(word, head, parents, label, &j, block);
        }
        let name = self.declared_name(&word, head);
        Shape::Declaration(Declaration { word, name, parents, label, block: None })
    }

    // ---- Values

    pub(super) fn value(&mut self, p: P<'_>) -> Value {
        let span = self.span(&p);
        let kind = match p.as_rule() {
            Rule::text => ValueKind::Text(self.text(&p).text),
            Rule::chain => match self.chain(p) {
                Ok(chain) => ValueKind::Chain(chain),
                Err(path) if path.alias.is_none() && path.name.text == "true" => ValueKind::Bool(true),
                Err(path) if path.alias.is_none() && path.name.text == "false" => ValueKind::Bool(false),
                Err(path) => ValueKind::Word(path),
            },
            Rule::path => ValueKind::Word(self.path(&p)),
            Rule::quantity => self.number(p).map_or(ValueKind::Broken, ValueKind::Number),
            Rule::date => self.date(&p).map_or(ValueKind::Broken, ValueKind::Date),
            Rule::star => ValueKind::All,
            Rule::any => self.any(p).map_or(ValueKind::Broken, ValueKind::Any),
            Rule::every => self.every(p),
            Rule::reference => self.reference(p),
            Rule::address => {
                self.address(span);
                ValueKind::Text(self.source(span).to_owned())
            }
            Rule::list => self.list(p),
            Rule::block => self.map(p),
            _ => ValueKind::Broken,
        };
        Value { kind, span }
    }

    pub(super) fn number(&mut self, p: P<'_>) -> Option<Number> {
        let (mut digits, mut unit) = (String::new(), None);
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::number => digits = p.as_str().to_owned(),
                _ => unit = Some(p.as_str().to_owned()),
            }
        }
        Some(Number { value: digits.parse().ok()?, digits, unit })
    }

    fn every(&mut self, p: P<'_>) -> ValueKind {
        let span = self.span(&p);
        let (mut count, mut unit) = (None, None);
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::int => count = p.as_str().parse::<u32>().ok(),
                Rule::name => unit = Some(self.word(&p)),
                _ => {}
            }
        }
        match (count, unit) {
            (Some(n), Some(unit)) => ValueKind::Every(n, unit),
            _ => {
                self.error(codes::SYNTAX, span, "the number behind `every` is too large");
                ValueKind::Broken
            }
        }
    }

    fn reference(&mut self, p: P<'_>) -> ValueKind {
        let mut pairs = p.into_inner();
        let (Some(framework), Some(id)) = (pairs.next(), pairs.next()) else { return ValueKind::Broken };
        let framework = self.word(&framework);
        let id = match id.as_rule() {
            Rule::text => self.text(&id),
            _ => Text { text: id.as_str().to_owned(), span: self.span(&id) },
        };
        ValueKind::Reference(Reference { framework, id })
    }

    fn list(&mut self, p: P<'_>) -> ValueKind {
        let mut items = Vec::new();
        let mut at = p.as_span().start() + 1;
        for p in p.into_inner() {
            let s = p.as_span();
            let gap = self.text.get(at + self.base..s.start() + self.base).unwrap_or("");
            let commas = gap.bytes().filter(|b| *b == b',').count();
            at = s.end();
            if p.as_rule() == Rule::list_junk {
                self.list_junk(&p, items.last().filter(|_| commas == 0));
                if commas > 0 || items.is_empty() {
                    items.push(Value { kind: ValueKind::Broken, span: self.span(&p) });
                }
                continue;
            }
            let value = self.value(p);
            self.item_gap(commas, items.last(), &value);
            items.push(value);
        }
        ValueKind::List(items)
    }

    fn map(&mut self, p: P<'_>) -> ValueKind {
        let before = std::mem::replace(&mut self.in_map, true);
        let block = self.block(p);
        self.in_map = before;
        let mut pairs = Vec::new();
        for s in block.statements {
            self.faulty |= s.faulty;
            match s.shape {
                Shape::Property(p) => pairs.push(p),
                _ if s.faulty => {}
                _ => self.report(|| {
                    Diagnostic::new(codes::SYNTAX, s.span, "a map has pairs `key: value`, and this is none")
                }),
            }
        }
        ValueKind::Map(pairs)
    }

    fn property(&mut self, key: &P<'_>, tail: P<'_>) -> Shape {
        let name = self.plain(key, "the name of a property");
        let colon = tail.as_str().len().min(1) + tail.as_span().start();
        let mut value: Option<Value> = None;
        let mut bare: Vec<Value> = Vec::new();
        for p in tail.into_inner() {
            match p.as_rule() {
                Rule::colon => {}
                Rule::bare_item => {
                    for p in p.into_inner() {
                        let v = self.value(p);
                        bare.push(v);
                    }
                }
                Rule::next_line => value = self.next_line(&name, p),
                Rule::junk | Rule::value_junk => {
                    let v = self.value_junk(&name, value.take(), &p);
                    value = Some(v);
                }
                _ => {
                    let v = self.value(p);
                    value = Some(v);
                }
            }
        }
        let value = match value {
            Some(v) if bare.is_empty() => v,
            Some(v) => self.bare_list(&name, v, bare),
            None => {
                let at = self.span_of(colon, colon);
                let word = name.text.clone();
                self.report(|| {
                    Diagnostic::new(codes::SYNTAX, at, format!("the value of `{word}` is missing"))
                        .help("A value begins on the line of its colon.")
                });
                Value { kind: ValueKind::Broken, span: at }
            }
        };
        Shape::Property(Property { name, value })
    }
}

fn is_property(p: &P<'_>) -> bool {
    let mut inner = p.clone().into_inner();
    let first = inner.next().map(|p| p.as_rule());
    first == Some(Rule::when) || inner.next().map(|p| p.as_rule()) == Some(Rule::property)
}
