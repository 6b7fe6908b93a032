//! Values.

use super::{Builder, P, Rule};
use crate::diagnostic::{Diagnostic, codes};
use crate::syntax::tree::*;

impl Builder<'_> {
    pub(in crate::syntax) fn value(&mut self, p: P<'_>) -> Value {
        let span = self.span(&p);
        let kind = match p.as_rule() {
            Rule::text => ValueKind::Text(self.text(&p).text),
            Rule::chain => match self.chain(p) {
                Ok(chain) => ValueKind::Chain(chain),
                Err(path) => word(path),
            },
            Rule::lone => word(self.path(&p)),
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

    pub(in crate::syntax) fn number(&mut self, p: P<'_>) -> Option<Number> {
        let (mut digits, mut unit) = (String::new(), None);
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::number => digits = p.as_str().to_owned(),
                _ => unit = Some(p.as_str().to_owned()),
            }
        }
        Some(Number { value: digits.parse().ok()?, digits, unit })
    }

    pub(super) fn every(&mut self, p: P<'_>) -> ValueKind {
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

    pub(super) fn reference(&mut self, p: P<'_>) -> ValueKind {
        let mut pairs = p.into_inner();
        let (Some(framework), Some(id)) = (pairs.next(), pairs.next()) else { return ValueKind::Broken };
        let framework = self.word(&framework);
        let id = match id.as_rule() {
            Rule::text => self.text(&id),
            _ => Text { text: id.as_str().to_owned(), span: self.span(&id) },
        };
        ValueKind::Reference(Reference { framework, id })
    }

    pub(super) fn list(&mut self, p: P<'_>) -> ValueKind {
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
            if let Some(whole) =
                items.last().filter(|_| commas == 0).and_then(|b| self.blank_in_id(b, &value))
            {
                items.pop();
                items.push(whole);
                continue;
            }
            self.item_gap(commas, items.last(), &value);
            items.push(value);
        }
        ValueKind::List(items)
    }

    pub(super) fn map(&mut self, p: P<'_>) -> ValueKind {
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

    pub(super) fn property(&mut self, key: &P<'_>, tail: P<'_>) -> Shape {
        let name = self.plain(key, "the name of a property");
        // Only blanks stand between the key, its colon and what is behind that.
        let key_end = key.as_span().end();
        let before = self.text.get(self.base + key_end..self.base + tail.as_span().start());
        let colon = key_end + before.and_then(|t| t.find(':')).map_or(0, |n| n + 1);
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

/// What a word is that stands alone.
fn word(path: Path) -> ValueKind {
    match path.name.text.as_str() {
        "true" if path.alias.is_none() => ValueKind::Bool(true),
        "false" if path.alias.is_none() => ValueKind::Bool(false),
        _ => ValueKind::Word(path),
    }
}
