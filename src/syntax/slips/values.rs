//! Slips in values and lists.

use super::{Builder, P, clipped};
use crate::diagnostic::{Diagnostic, Edit, Fix, codes};
use crate::source::Span;
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::texts::quoted;
use crate::syntax::tree::*;
use pest::Parser;

/// What a value that has no form was probably meant to be.
enum Meant {
    /// A day, written in the order of another country or without zeros.
    Date(Option<Date>),
    /// A number with more than one dot.
    Version,
    /// `3 months`, without its `every`.
    Period(u32, String),
    /// A number with a blank before its unit: the two without it.
    Unit(String),
    /// A number with marks in it.
    Number(String),
    /// `every` with something that is no number and unit.
    Every,
    /// A list in parentheses.
    Round,
    /// Anything else: text without quotes.
    Text,
}

/// The property that takes a period, as the words of a model say, which this room does not know.
const REVIEW: &str = "review";

/// Units of time, each alone or with an `s`.
fn is_unit_of_time(word: &str) -> bool {
    ["day", "week", "month", "quarter", "year"].contains(&word.trim_end_matches('s'))
}

/// Whether what begins with `every` is a period that went wrong, and no sentence.
fn is_begun_period(text: &str) -> bool {
    let mut words = text.split([' ', '\t']).filter(|w| !w.is_empty());
    if words.next() != Some("every") {
        return false;
    }
    match (words.next(), words.next(), words.next()) {
        (Some(unit), None, None) if is_unit_of_time(unit) => true,
        (Some(number), _, None) => number.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

fn meant(key: &str, text: &str) -> Meant {
    let digit = text.starts_with(|c: char| c.is_ascii_digit());
    if is_begun_date(text) {
        return Meant::Date(None);
    }
    let every = text.split([' ', '\t']).next() == Some("every");
    if every && (key == REVIEW || is_begun_period(text)) {
        return Meant::Every;
    }
    if digit {
        for mark in ['.', '-', '/'] {
            let parts: Vec<&str> = text.split(mark).collect();
            if let [a, b, c] = parts.as_slice() {
                let number =
                    |s: &str| s.bytes().all(|b| b.is_ascii_digit()).then(|| s.parse::<u16>().ok()).flatten();
                if let (Some(x), Some(y), Some(z)) = (number(a), number(b), number(c)) {
                    let small = |n: u16| u8::try_from(n).unwrap_or(0);
                    if a.len() == 4 {
                        return Meant::Date(Date::new(x, small(y), small(z)));
                    }
                    if c.len() == 4 {
                        // With dots the day comes first. With other marks it depends on the country.
                        let certain = mark == '.' || x > 12;
                        return Meant::Date(Date::new(z, small(y), small(x)).filter(|_| certain));
                    }
                }
            }
        }
        if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Meant::Version;
        }
        if let Some((number, unit)) = text.split_once([' ', '\t']) {
            let unit = unit.trim();
            let number_like = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            if number_like
                && (unit == "%" || !unit.is_empty() && unit.bytes().all(|b| b.is_ascii_alphabetic()))
            {
                let period = is_unit_of_time(unit);
                return match number.parse() {
                    Ok(n) if period => Meant::Period(n, unit.to_owned()),
                    _ => Meant::Unit(format!("{number}{unit}")),
                };
            }
        }
        if text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'_' | b'\'')) {
            return Meant::Number(text.replace(['_', '\''], ""));
        }
    }
    if text.starts_with('(') && text.ends_with(')') { Meant::Round } else { Meant::Text }
}

/// A date of which some is not there yet: `2027-`, `2027-06`, `2027-06-`.
fn is_begun_date(text: &str) -> bool {
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year, month] | [year, month, ""] => {
            year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && digits(month)
        }
        _ => false,
    }
}

impl Builder<'_> {
    /// An address without quotes.
    pub(in crate::syntax) fn address(&mut self, span: Span) {
        let text = self.source(span).to_owned();
        self.report(|| {
            Diagnostic::new(
                codes::SYNTAX,
                span,
                format!("an address goes in quotes: `{}`", quoted(&clipped(&text))),
            )
            .fix("put it in quotes", span, quoted(&text))
        });
    }

    /// What stands behind the colon of a property and is no value, or more than one.
    pub(in crate::syntax) fn value_junk(&mut self, name: &Word, value: Option<Value>, p: &P<'_>) -> Value {
        let junk = self.span(p);
        let span = value.as_ref().map_or(junk, |v| v.span.to(junk));
        let text = self.source(span).to_owned();
        // Behind a bracket or a text the value itself is complete.
        if let Some(v) = &value
            && matches!(v.kind, ValueKind::List(_) | ValueKind::Map(_) | ValueKind::Text(_))
        {
            self.error(
                codes::SYNTAX,
                junk,
                format!("this does not belong behind the value of `{}`", name.text),
            );
            return Value { kind: v.kind.clone(), span: v.span };
        }
        let key = name.text.clone();
        let mut kind = ValueKind::Broken;
        let d = |message: String| Diagnostic::new(codes::SYNTAX, span, message);
        let diagnostic = match meant(&key, &text) {
            Meant::Date(date) => {
                let d =
                    Diagnostic::new(codes::BAD_DATE, span, "a date is written year-month-day, as 2027-06-30");
                match date {
                    Some(date) => {
                        kind = ValueKind::Date(date);
                        d.fix(format!("write {date}"), span, date.to_string())
                    }
                    None => d.help("What is no date goes in quotes."),
                }
            }
            Meant::Every => d(format!("a period has a number and a unit of time: `{key}: every 3 months`")),
            Meant::Version => {
                kind = ValueKind::Text(text.clone());
                d(format!(
                    "a number has one dot at most; a version or an address goes in quotes: `{key}: \"{}\"`",
                    clipped(&text)
                ))
                .fix("put it in quotes", span, quoted(&text))
            }
            Meant::Period(n, unit) => {
                kind = ValueKind::Every(n, Word { text: unit.clone(), span });
                d(format!("a period begins with `every`: `{key}: every {n} {unit}`")).fix(
                    format!("write `every {n} {unit}`"),
                    span,
                    format!("every {n} {unit}"),
                )
            }
            Meant::Unit(right) => d(format!("a unit stands straight behind its number: `{key}: {right}`"))
                .fix(format!("write `{right}`"), span, right),
            Meant::Number(right) => d(format!("a number has digits and one dot at most: `{key}: {right}`"))
                .fix(format!("write `{right}`"), span, right),
            Meant::Round => {
                let inner = text.get(1..text.len() - 1).unwrap_or("").to_owned();
                d(format!("a list is written in brackets: `{key}: [{}]`", clipped(&inner))).fix(
                    "write brackets",
                    span,
                    format!("[{inner}]"),
                )
            }
            Meant::Text if text.contains("->") => {
                d("a flow as a value is `a -> b` or a chain of such, and nothing else".into())
                    .help(format!("A flow with a name is a statement: `a -> b as {key} \"label\"`."))
            }
            Meant::Text if text.contains('"') => {
                let named = value.filter(|v| matches!(v.kind, ValueKind::Word(_)));
                let d = d(format!("the value of `{key}` is neither one value nor a list"));
                match named.map(|v| v.kind) {
                    // `gateway: waf "API gateway"`: the name is kept, so that it counts as declared.
                    Some(word) if self.source(junk).starts_with('"') => {
                        kind = word;
                        d.help(format!(
                            "If this declares something, it has no colon: `{key} {}`.",
                            clipped(&text)
                        ))
                    }
                    _ => d.help("A list is written in brackets, with commas: `[a, b]`; text goes in quotes."),
                }
            }
            Meant::Text => {
                kind = ValueKind::Text(text.clone());
                let what = if text.contains([' ', '\t']) { "text of several words" } else { "text" };
                d(format!("{what} goes in quotes: `{key}: {}`", quoted(&clipped(&text)))).fix(
                    "put it in quotes",
                    span,
                    quoted(&text),
                )
            }
        };
        self.report(|| diagnostic);
        Value { kind, span }
    }

    /// `key: a, b`: a list without its brackets; or what is typed before the next property has its colon.
    pub(in crate::syntax) fn bare_list(&mut self, name: &Word, first: Value, more: Vec<Value>) -> Value {
        let last = more.last().map_or(first.span, |v| v.span);
        let span = first.span.to(last);
        let lone = match more.as_slice() {
            [Value { kind: ValueKind::Word(path), .. }] if path.alias.is_none() => Some(path.text()),
            _ => None,
        };
        // Words and flows make a list with a word; a list, a text or a number makes none.
        let apart = !matches!(
            first.kind,
            ValueKind::Word(_) | ValueKind::Chain(_) | ValueKind::Any(_) | ValueKind::Reference(_)
        );
        if let Some(word) = lone.as_ref().filter(|_| apart) {
            self.report(|| {
                Diagnostic::new(codes::SYNTAX, last, format!("the value of `{word}` is missing"))
                    .help(format!("A property is `{word}: …`. What is part of a list stands in brackets."))
            });
            return first;
        }
        let (text, key) = (self.source(span).to_owned(), name.text.clone());
        self.report(|| {
            let mut d = Diagnostic::new(
                codes::SYNTAX,
                span,
                format!("a list is written in brackets: `{key}: [{}]`", clipped(&text)),
            );
            let before = Span { end: span.start, ..span };
            let behind = Span { start: span.end, ..span };
            let edits =
                vec![Edit { span: before, text: "[".into() }, Edit { span: behind, text: "]".into() }];
            d.fix = Some(Fix { message: "put it in brackets".into(), edits });
            match &lone {
                Some(word) => d.help(format!("If `{word}` is a property, it takes a value: `{word}: …`.")),
                None => d,
            }
        });
        let mut items = vec![first];
        items.extend(more);
        Value { kind: ValueKind::List(items), span }
    }

    /// `key:` and below it lines of `- item`: a list as YAML has it.
    pub(in crate::syntax) fn dashed_list(&mut self, key: P<'_>, items: &[P<'_>]) -> Statement {
        let whole = self.span(&key);
        let last = items.last().map_or(whole, |p| self.span(p));
        let name = key.into_inner().next().map(|p| self.word(&p));
        let name = name.unwrap_or(Word { text: String::new(), span: whole });
        let mut values = Vec::new();
        for p in items {
            let span = self.span(p);
            let text = p.as_str().trim_end();
            let bare = text.trim_start_matches('-').trim_start();
            let inner = Span { start: span.end - u32::try_from(bare.len()).unwrap_or(0), ..span };
            let read = self.read_value(bare, p.as_span().start() + text.len() - bare.len());
            values
                .push(read.unwrap_or_else(|| Value { kind: ValueKind::Text(bare.to_owned()), span: inner }));
        }
        let written: Vec<String> = values
            .iter()
            .map(|v| match &v.kind {
                ValueKind::Text(text) => quoted(text),
                _ => self.source(v.span).to_owned(),
            })
            .collect();
        let right = format!("[{}]", written.join(", "));
        let at = Span { end: last.end, ..whole };
        let gap = Span { start: name.span.end, ..at };
        self.hurt = false;
        self.report(|| {
            let message = format!("a list is written in brackets: `{}: {}`", name.text, clipped(&right));
            let d = Diagnostic::new(codes::SYNTAX, at, message);
            d.fix("write it in brackets", gap, format!(": {right}"))
        });
        self.faulty = false;
        let value = Value { kind: ValueKind::List(values), span: Span { start: gap.start, ..at } };
        Statement { span: at, shape: Shape::Property(Property { name, value }), faulty: true }
    }

    /// Reads a piece of the text again as a value. All of it must be one.
    fn read_value(&mut self, text: &str, start: usize) -> Option<Value> {
        let pair = Grammar::parse(Rule::value, text).ok()?.next()?;
        if pair.as_str().trim_end().len() != text.len() {
            return None;
        }
        let before = self.base;
        self.base += start;
        let value = self.value(pair);
        self.base = before;
        Some(value)
    }

    /// A value that begins on the line below its colon.
    pub(in crate::syntax) fn next_line(&mut self, name: &Word, p: P<'_>) -> Option<Value> {
        let inner = p.into_inner().next()?;
        let value = self.value(inner);
        let (at, key) = (value.span, name.text.clone());
        let gap = Span { start: name.span.end, end: at.start, ..at };
        let plain = self.source(gap).trim() == ":";
        self.report(|| {
            let d = Diagnostic::new(
                codes::SYNTAX,
                at,
                format!("the value of `{key}` begins on the line of its colon"),
            );
            if plain { d.fix("put it there", gap, ": ") } else { d }
        });
        Some(value)
    }

    /// `nist-ai-rmf:GOVERN 1.1`: an id with a blank in it, that wants quotes. Gives what is meant.
    pub(in crate::syntax) fn blank_in_id(&mut self, before: &Value, item: &Value) -> Option<Value> {
        let (ValueKind::Reference(r), ValueKind::Number(_)) = (&before.kind, &item.kind) else { return None };
        let id = Span { start: r.id.span.start, ..before.span.to(item.span) };
        let (text, framework) = (self.source(id).to_owned(), r.framework.clone());
        if text.contains(['"', '\n']) {
            return None;
        }
        let right = quoted(&text);
        self.report(|| {
            let message = format!("an id with a blank goes in quotes: `{}:{right}`", framework.text);
            Diagnostic::new(codes::SYNTAX, id, message).fix("put it in quotes", id, right)
        });
        let reference = Reference { framework, id: Text { text, span: id } };
        Some(Value { kind: ValueKind::Reference(reference), span: before.span.to(item.span) })
    }

    /// What parts two items of a list.
    pub(in crate::syntax) fn item_gap(&mut self, commas: usize, before: Option<&Value>, item: &Value) {
        let Some(before) = before else {
            if commas > 0 {
                let at = Span { end: item.span.start, ..item.span };
                self.error(codes::SYNTAX, at, "a comma stands between items, and none is before this one");
            }
            return;
        };
        let gap = Span { start: before.span.end, end: before.span.end, ..before.span };
        match commas {
            0 => {
                let (a, b) = (self.source(before.span).to_owned(), self.source(item.span).to_owned());
                self.report(|| {
                    Diagnostic::new(
                        codes::SYNTAX,
                        gap,
                        format!("a comma is missing between `{}` and `{}`", clipped(&a), clipped(&b)),
                    )
                    .help("If both are one text, it goes in quotes.")
                    .fix("put a comma", gap, ",")
                });
            }
            1 => {}
            _ => self.error(codes::SYNTAX, Span { end: item.span.start, ..gap }, "one comma parts two items"),
        }
    }

    /// What is no item of a list, or stands behind one.
    pub(in crate::syntax) fn list_junk(&mut self, p: &P<'_>, before: Option<&Value>) {
        let junk = self.span(p);
        let span = before.map_or(junk, |b| b.span.to(junk));
        let text = self.source(span).to_owned();
        self.report(|| {
            let d = |message: String| Diagnostic::new(codes::SYNTAX, span, message);
            if let Meant::Date(_) = meant("", &text) {
                return Diagnostic::new(
                    codes::BAD_DATE,
                    span,
                    "a date is written year-month-day, as 2027-06-30",
                );
            }
            if text.contains(": ") {
                return d(format!(
                    "a list has values and no pairs; a map is written in braces: `{{ {} }}`",
                    clipped(&text)
                ))
                .help("A reference, as `atlas:AML.T0051` or `tag:beta`, has no blank behind its colon.");
            }
            if text.contains(['"', '[', '{', '(', '\n']) {
                return d("this is no item of a list".into())
                    .help("Items are values with commas between them.");
            }
            d(format!("text goes in quotes: `{}`", quoted(&clipped(&text)))).fix(
                "put it in quotes",
                span,
                quoted(&text),
            )
        });
    }
}
