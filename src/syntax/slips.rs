//! The slips that people make, and the one sentence that each is answered with.
//!
//! The grammar leaves what does not fit as junk. Here is decided what was meant by it: where
//! that is clear the statement is built as meant, with the mistake said; else it is broken.

use super::build::Builder;
use super::grammar::{Grammar, Rule};
use super::texts::quoted;
use super::tree::*;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use pest::Parser;
use pest::iterators::Pair;

type P<'i> = Pair<'i, Rule>;

mod values;

/// Words that speak of a target, behind which `on` is likelier to be missing than the quotes of a label.
const RESPONSES: &[&str] = &["mitigate", "accept", "transfer", "dismiss", "rated", "tested", "require"];

/// Whether a text is words with blanks between them, as a label without its quotes is.
fn is_prose(text: &str) -> bool {
    let first = text.chars().next().is_some_and(|c| c.is_alphanumeric());
    first && !text.contains(['"', '{', '}', '[', ']', ':', '=', '>', '<', '\\', '\n', '@', '#'])
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(58).collect();
    short.push('…');
    short
}

impl Builder<'_> {
    /// The junk of a statement, without blanks at its end.
    fn junk(&self, p: &P<'_>) -> (Span, String) {
        let span = self.span(p);
        (span, p.as_str().trim_end().to_owned())
    }

    /// Reads a piece of junk again as a target. All of it must be one.
    fn as_target(&mut self, p: &P<'_>, skip: usize) -> Option<Target> {
        let text = p.as_str().trim_end().get(skip..)?;
        let start = p.as_span().start() + skip + (text.len() - text.trim_start().len());
        let text = text.trim_start();
        let pair = Grammar::parse(Rule::target, text).ok()?.next()?;
        if pair.as_str().trim_end().len() != text.len() {
            return None;
        }
        let before = self.base;
        self.base += start;
        let target = self.target(pair);
        self.base = before;
        target
    }

    /// A text in quotes at the beginning of junk, and how long it is with the `skip` before it.
    fn as_text(&mut self, p: &P<'_>, skip: usize) -> Option<(Text, usize)> {
        let text = p.as_str().get(skip..)?;
        let start = skip + (text.len() - text.trim_start().len());
        let text = text.trim_start();
        let pair = Grammar::parse(Rule::text, text).ok()?.next()?;
        let before = self.base;
        self.base += p.as_span().start() + start;
        let length = pair.as_str().len();
        let label = self.text(&pair);
        self.base = before;
        Some((label, start + length))
    }

    /// `as NAME` as the whole of junk.
    fn as_name(&self, p: &P<'_>) -> Option<Word> {
        let text = p.as_str().trim_end();
        let name = text.strip_prefix("as ")?.trim();
        let plain =
            Grammar::parse(Rule::name, name).is_ok_and(|mut n| n.next().is_some_and(|n| n.as_str() == name));
        let start = p.as_span().start() + text.len() - name.len();
        plain.then(|| Word { text: name.to_owned(), span: self.span_of(start, start + name.len()) })
    }

    pub(super) fn flow_junk(&mut self, flow: &mut Flow, p: &P<'_>) {
        let (span, text) = self.junk(p);
        let ends = flow.chain.span;
        if let (None, true) = (&flow.label, text.starts_with(':'))
            && let Some((label, _)) = self.as_text(p, 1)
        {
            let colon = Span { end: span.start + 1, ..span };
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, colon, "the label follows the target without a colon").fix(
                    "take the colon out",
                    Span { start: ends.end, ..colon },
                    "",
                )
            });
            flow.label = Some(label);
            return;
        }
        if let (None, Some(name)) = (&flow.name, self.as_name(p)) {
            let message = format!(
                "the name of a flow stands before its label: `{} as {}`",
                self.source(ends),
                name.text
            );
            self.error(codes::SYNTAX, span, message);
            flow.name = Some(name);
            return;
        }
        let labelled = flow.label.is_some();
        let source = self.source(span).to_owned();
        if !labelled && is_prose(&text) && text != "as" && !text.starts_with("as ") {
            flow.label = Some(Text { text: source.clone(), span });
        }
        let d = |message: &str| Diagnostic::new(codes::SYNTAX, span, message);
        self.report(|| match text.as_str() {
            t if t.starts_with("->") || t.starts_with("<->") => d("a target is missing behind this arrow"),
            t if t.starts_with("<-") => {
                d("an arrow points from the caller to what is called: `->`, or `<->` for both")
            }
            t if t.starts_with('"') => d("a flow has one label"),
            "as" => d("behind `as` a name is missing").help("As `a -> b as upload`."),
            t if t.starts_with(':') => {
                d("what a flow moves stands in its block").help("As `a -> b { sends: [question] }`.")
            }
            t if !labelled && is_prose(t) && !t.starts_with("as ") => d(&format!(
                "the label goes in quotes: {}",
                quoted(&clipped(&source))
            ))
            .fix("put it in quotes", span, quoted(&source)),
            _ => d("this does not belong to the form of a flow")
                .help("Its form is `a -> b as name \"label\" { … }`."),
        });
    }

    /// `gateway "api" "main"`: the name in quotes, as Terraform has it. Gives the declaration that
    /// is meant.
    pub(super) fn quoted_name(&mut self, t: &Titled, p: &P<'_>) -> Option<Declaration> {
        let named = t.name.is_none() && is_path(&t.text.text) && !t.text.text.contains('.');
        let (label, _) =
            self.as_text(p, 0).filter(|(_, length)| named && *length == p.as_str().trim_end().len())?;
        let (at, name, word) = (t.text.span, t.text.text.clone(), t.word.text.clone());
        let source = self.source(label.span).to_owned();
        self.report(|| {
            let message = format!("a name stands without quotes: `{word} {name} {}`", clipped(&source));
            Diagnostic::new(codes::SYNTAX, at, message).fix("take the quotes off", at, name)
        });
        let word = Path { alias: None, span: t.word.span, name: t.word.clone() };
        let name = Word { text: t.text.text.clone(), span: at };
        Some(Declaration { word, name, parents: Vec::new(), label: Some(label), block: None })
    }

    pub(super) fn titled_junk(&mut self, t: &Titled, p: &P<'_>) {
        let (span, text) = self.junk(p);
        let word = t.word.text.clone();
        let d = |message: &str| Diagnostic::new(codes::SYNTAX, span, message);
        self.report(|| match text.as_str() {
            t if t.starts_with('"') => d("the statement has one text"),
            t if t.starts_with("as") => d("behind `as` stands a name"),
            _ => d("this does not belong behind the text")
                .help(format!("The form is `{word} \"text\" as name {{ … }}`; `as name` may be left out.")),
        });
    }

    pub(super) fn other_junk(&mut self, p: &P<'_>, what: &str) {
        let (span, _) = self.junk(p);
        self.error(codes::SYNTAX, span, format!("this does not belong behind {what}"));
    }

    pub(super) fn response_junk(&mut self, p: &P<'_>) {
        let (span, text) = self.junk(p);
        let d = |message: &str| Diagnostic::new(codes::SYNTAX, span, message);
        self.report(|| match text.as_str() {
            t if t.starts_with("->") || t.starts_with("<->") => {
                d("the flow has no target: something is missing behind the arrow")
            }
            t if t.starts_with('"') => d("a response has no label")
                .help("What there is to say stands in its block, as `because: \"…\"`."),
            _ => d("this does not belong behind the target")
                .help("A target is an element, a boundary, a flow `a -> b`, `any KIND`, `any flow` or `*`."),
        });
    }

    pub(super) fn no_target(&mut self, head: Span, junk: Option<&P<'_>>) {
        let text = junk.map(|j| self.junk(j));
        self.report(|| match text {
            Some((span, t)) if t.starts_with('[') => {
                Diagnostic::new(codes::SYNTAX, span, "a response has one target: write a statement for each")
            }
            Some((span, _)) => Diagnostic::new(codes::SYNTAX, span, "this is no target")
                .help("A target is an element, a boundary, a flow `a -> b`, `any KIND`, `any flow` or `*`."),
            None => {
                let end = Span { start: head.end, ..head };
                Diagnostic::new(codes::SYNTAX, end, "the target behind `on` is missing").help(
                    "A target is an element, a boundary, a flow `a -> b`, `any KIND`, `any flow` or `*`.",
                )
            }
        });
    }

    /// The name that a declaration gives. It has no dot.
    pub(super) fn declared_name(&mut self, word: &Path, name: Path) -> Word {
        if name.alias.is_none() {
            return name.name;
        }
        let (span, text, word) = (name.span, name.text(), word.text());
        self.report(|| {
            let d = Diagnostic::new(
                codes::SYNTAX,
                span,
                format!("`{text}` has a dot, and a name that is declared has none"),
            );
            match word.as_str() {
                "import" => Diagnostic::new(
                    codes::SYNTAX,
                    span,
                    format!("the file goes in quotes: `import \"{text}\"`"),
                )
                .fix("put it in quotes", span, format!("\"{text}\"")),
                _ => d.help("A dot stands only where something from an import is meant: `vendor.llm`."),
            }
        });
        Word { text, span }
    }

    /// A declaration with something behind it that does not fit.
    pub(super) fn declaration_junk(
        &mut self,
        word: Path,
        name: Path,
        parents: Vec<Path>,
        label: Option<Text>,
        p: &P<'_>,
        block: bool,
    ) -> Shape {
        let (span, text) = self.junk(p);
        let source = self.source(span).to_owned();
        let (w, n) = (word.text(), name.text());
        let bare = parents.is_empty() && label.is_none();
        let broken = |word: &Path, name: &Path| {
            let head = word.span.to(span);
            Shape::Broken(Broken {
                head,
                word: Some(word.name.clone()),
                name: Some(name.name.clone()),
                block: None,
            })
        };
        if w == "import" && bare && !text.contains('"') {
            let path = Span { end: span.end, ..name.span };
            let right = quoted(self.source(path));
            self.report(|| {
                let message = format!("the file goes in quotes: `import {}`", clipped(&right));
                Diagnostic::new(codes::SYNTAX, path, message).fix("put it in quotes", path, right)
            });
            return broken(&word, &name);
        }
        if bare && text == "o" && RESPONSES.contains(&w.as_str()) {
            self.report(|| {
                let message = format!("the target stands behind `on`: `{w} {n} on …`");
                Diagnostic::new(codes::SYNTAX, span, message)
            });
            return broken(&word, &name);
        }
        // `mitigate RULE@TARGET`, as reports write it, and `mitigate RULE TARGET`.
        let at = usize::from(text.starts_with('@'));
        if bare
            && (at == 1 || text.contains("->") || RESPONSES.contains(&w.as_str()))
            && !text.starts_with(['-', '<'])
            && let Some(target) = self.as_target(p, at)
        {
            let to = self.source(target.span()).to_owned();
            let to = match to.contains("<->") {
                true => to,
                false => to.split("->").map(str::trim).collect::<Vec<_>>().join(" -> "),
            };
            let right = format!("on {to}");
            let where_ = if at == 1 { Span { start: name.span.end, ..span } } else { span };
            let message = match at {
                1 => format!("the target stands behind `on`: `{w} {n} {right}`"),
                _ => format!("`on` is missing: `{w} {n} {right}`"),
            };
            let text = if at == 1 { format!(" {right}") } else { right };
            self.report(|| Diagnostic::new(codes::SYNTAX, where_, message).fix("write `on`", where_, text));
            return Shape::Response(Response { word: word.name, name, target, block: None });
        }
        if label.is_none()
            && text.starts_with(':')
            && let Some((label, _)) = self.as_text(p, 1)
        {
            let colon = Span { end: span.start + 1, ..span };
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, colon, "the label follows the name without a colon").fix(
                    "take the colon out",
                    Span { start: name.span.end, ..colon },
                    "",
                )
            });
            let name = self.declared_name(&word, name);
            return Shape::Declaration(Declaration { word, name, parents, label: Some(label), block: None });
        }
        if bare && text.starts_with(['-', '<']) && text.contains("->") {
            let at = word.span;
            self.report(|| {
                Diagnostic::new(
                    codes::SYNTAX,
                    at,
                    format!("a flow begins with its source: `{n} {}`", clipped(&source)),
                )
                .help("No word stands before a flow.")
            });
            return broken(&word, &name);
        }
        if label.is_none() && is_prose(&text) && !text.starts_with("as ") {
            // Without a block it may be anything, but with one it is most likely a label.
            let prose = quoted(&source);
            let right = format!("{w} {n} {}", clipped(&prose));
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, span, format!("the label goes in quotes: `{right}`")).fix(
                    "put it in quotes",
                    span,
                    prose,
                )
            });
            let _ = block;
            let name = self.declared_name(&word, name);
            let label = Some(Text { text: source, span });
            return Shape::Declaration(Declaration { word, name, parents, label, block: None });
        }
        self.report(|| {
            let d = |message: &str| Diagnostic::new(codes::SYNTAX, span, message);
            match text.as_str() {
                t if t.starts_with('"') => d("a statement has one label"),
                t if t.starts_with("as ") => {
                    d("a declaration has its name already: `as` is for flows, texts and imports")
                }
                t if t.starts_with('=') => d("`=` has no place here").help("A property is `key: value`."),
                t if t.starts_with(':') => d("behind this colon a name is missing"),
                "-" => d(&format!("`{n}-` can't be a name: a hyphen stands between letters or digits")),
                t if t.starts_with('[') => {
                    d("a list is a value").help(format!("If `{n}` is a property: `{n}: [ … ]`."))
                }
                _ => d("this does not belong behind the name")
                    .help("The form is `word name \"label\" { … }`; label and block may be left out."),
            }
        });
        let name = self.declared_name(&word, name);
        Shape::Declaration(Declaration { word, name, parents, label, block: None })
    }

    /// A head that has no shape.
    pub(super) fn broken(&mut self, head: Option<P<'_>>, start: u32) -> Shape {
        let Some(p) = head else {
            let span = Span { start, end: start, file: self.file };
            let brace = Span { end: start + 1, ..span };
            self.report(|| {
                Diagnostic::new(
                    codes::SYNTAX,
                    brace,
                    "a block belongs to a statement, and none is before this one",
                )
                .help("As `boundary cloud \"Cloud\" { … }`.")
            });
            return Shape::Broken(Broken { head: span, word: None, name: None, block: None });
        };
        let (span, text) = self.junk(&p);
        let mut words = Vec::new();
        let mut rest = text.as_str();
        let mut at = p.as_span().start();
        while words.len() < 2 {
            let Some(word) = Grammar::parse(Rule::name, rest).ok().and_then(|mut n| n.next()) else { break };
            let length = word.as_str().len();
            words.push(Word { text: word.as_str().to_owned(), span: self.span_of(at, at + length) });
            let after = rest.get(length..).unwrap_or("");
            let skip = length + after.len() - after.trim_start().len();
            rest = rest.get(skip..).unwrap_or("");
            at += skip;
        }
        let lone = words.len() == 1 && rest.is_empty();
        let mut words = words.into_iter();
        let (word, name) = (words.next(), words.next());
        if lone && self.in_lone {
            self.faulty = true;
            return Shape::Broken(Broken { head: span, word, name, block: None });
        }
        let source = self.source(span).to_owned();
        let map = self.in_map;
        let first = word.as_ref().map(|w| w.text.clone());
        self.report(|| {
            let d = |message: &str| Diagnostic::new(codes::SYNTAX, span, message);
            match (&first, text.as_str()) {
                (Some(w), _) if lone && !map => d(&format!("`{w}` alone is no statement"))
                    .help(format!("If it is a property, it takes a value: `{w}: …`. If it is a kind or a statement word, it takes a name: `{w} name \"label\"`.")),
                (_, t) if t.contains("<-") => {
                    let d = d("an arrow points from the caller to what is called");
                    match source.split_once("<-") {
                        Some((b, a)) if is_path(b.trim()) && is_path(a.trim()) => {
                            let right = format!("{} -> {}", a.trim(), b.trim());
                            d.help(format!("Write `{right}`.")).fix("turn it round", span, right)
                        }
                        _ => d.help("Write `a -> b`: `a` calls `b`."),
                    }
                }
                _ if map => d("a map has pairs `key: value`").help("A list is written in brackets: `[a, b]`."),
                (_, t) if t.contains("- >") => d("an arrow has no blank in it: `->`"),
                (_, t) if t.starts_with("->") || t.starts_with("<->") => d("this flow has no source: something is missing before the arrow"),
                (_, t) if t.ends_with("->") => d("this flow has no target: something is missing behind the arrow")
                    .help("A flow stands on one line."),
                (Some(w), _) if w == "import" => {
                    let file = source.trim_start_matches("import").trim();
                    d(&format!("the file goes in quotes: `import {}`", clipped(&quoted(file))))
                        .fix("put it in quotes", span, format!("import {}", quoted(file)))
                }
                (_, t) if t.contains("->") && unquoted_ends(t).is_some() => {
                    let right = unquoted_ends(&source).unwrap_or_default();
                    d(&format!("names stand without quotes: `{}`", clipped(&right)))
                        .fix("take the quotes off", span, right)
                }
                (_, t) if quoted_key(t).is_some() => {
                    let (name, length) = quoted_key(t).unwrap_or_default();
                    let key = Span { end: span.start + length, ..span };
                    Diagnostic::new(codes::SYNTAX, key, format!("the name of a property stands without quotes: `{name}: …`"))
                        .fix("take the quotes off", key, name)
                }
                (_, t) if t.starts_with('"') => d("a text stands alone here, and no word says what it is")
                    .help("As `question \"…\"` or `about: \"…\"`."),
                (_, t) if t.starts_with(|c: char| c.is_ascii_digit()) => d("a statement begins with a word, and a word begins with a letter or `_`"),
                (Some(_), _) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                    let number: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "_-./".contains(*c)).collect();
                    if number.chars().all(|c| c.is_ascii_digit() || "-./".contains(c)) && number.len() > 5 {
                        return Diagnostic::new(codes::BAD_DATE, span, "a date is written year-month-day, as 2027-06-30");
                    }
                    d(&format!("`{number}` can't be a name: a name begins with a letter or `_`"))
                }
                (Some(w), _) if rest.starts_with("->") || rest.starts_with("<->") => {
                    d(&format!("`{w}` has an arrow and then nothing that can be a target"))
                        .help("A flow is `a -> b`; its ends are names.")
                }
                (Some(w), _) if rest.starts_with("://") => d(&format!("an address goes in quotes: `\"{w}://…\"`")),
                (Some(w), _) if rest.starts_with("- ") && text.starts_with(&format!("{w}-")) => {
                    d(&format!("`{w}-` can't be a name: a hyphen stands between letters or digits"))
                }
                (Some(w), _) if rest.starts_with('(') => d(&format!("`{w}(…)` is no form of a statement"))
                    .help(format!("If `{w}` is a kind, an element is declared as `{w} NAME \"label\"`.")),
                (Some(w), _) if rest.starts_with('=') => d(&format!("a property takes a colon: `{w}: …`")),
                _ => d("this has none of the forms of a statement")
                    .help("Forms are `word name \"label\" { … }`, `key: value`, `a -> b \"label\" { … }`, `word name on target { … }`."),
            }
        });
        Shape::Broken(Broken { head: span, word, name, block: None })
    }
}

/// A flow whose ends stand in quotes, as `"a" -> "b" "label"`, with the ends taken out of them;
/// none if no end is in quotes, or what is in them is no name.
fn unquoted_ends(text: &str) -> Option<String> {
    let pieces: Vec<&str> = text.split('"').collect();
    let mut out = String::new();
    let mut changed = false;
    for (i, piece) in pieces.iter().enumerate() {
        let end_of_flow = i == 1 && pieces.first().is_some_and(|p| p.trim().is_empty())
            || i.checked_sub(1).and_then(|b| pieces.get(b)).is_some_and(|p| p.trim_end().ends_with("->"));
        match i % 2 {
            1 if end_of_flow && is_path(piece) => {
                out.push_str(piece);
                changed = true;
            }
            1 if end_of_flow => return None,
            1 => out.push_str(&format!("\"{piece}\"")),
            _ => out.push_str(piece),
        }
    }
    (changed && pieces.len() % 2 == 1).then_some(out)
}

/// The key of `"key": value`, and how long it is with its quotes.
fn quoted_key(text: &str) -> Option<(String, u32)> {
    let (key, rest) = text.strip_prefix('"')?.split_once('"')?;
    let name = is_path(key) && rest.trim_start().starts_with(':');
    name.then(|| (key.to_owned(), u32::try_from(key.len() + 2).unwrap_or(0)))
}

fn is_path(text: &str) -> bool {
    Grammar::parse(Rule::path, text).is_ok_and(|mut p| p.next().is_some_and(|p| p.as_str() == text))
}
