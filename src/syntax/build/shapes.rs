//! Statements of the seven shapes.

use super::{Builder, P, Rule};
use crate::diagnostic::{Diagnostic, codes};
use crate::syntax::tree::*;

impl Builder<'_> {
    pub(super) fn shape(&mut self, path: &P<'_>, tail: P<'_>, third: Option<P<'_>>, block: bool) -> Shape {
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

    pub(super) fn flow(&mut self, path: &P<'_>, tail: P<'_>) -> Shape {
        let mut ends = Vec::with_capacity(2);
        let first = self.path(path);
        let mut span = first.span;
        ends.push(first);
        let mut chain = Chain { ends, arrows: Vec::with_capacity(1), span };
        let (mut name, mut label, mut junk) = (None, None, None);
        for p in tail.into_inner() {
            match p.as_rule() {
                Rule::name => name = Some(self.word(&p)),
                Rule::text => label = Some(self.text(&p)),
                Rule::junk => junk = Some(p),
                _ => self.link(&mut chain, &p),
            }
        }
        if let Some(last) = chain.ends.last() {
            span = span.to(last.span);
        }
        chain.span = span;
        self.one_sort_of_arrow(&chain);
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

    pub(super) fn titled(&mut self, word: Word, tail: P<'_>) -> Shape {
        let span = self.span(&tail);
        let mut t = Titled { word, text: Text { text: String::new(), span }, name: None, block: None };
        for p in tail.into_inner() {
            match p.as_rule() {
                Rule::text => t.text = self.text(&p),
                Rule::name => t.name = Some(self.word(&p)),
                Rule::junk => match self.quoted_name(&t, &p) {
                    Some(declaration) => return Shape::Declaration(declaration),
                    None => self.titled_junk(&t, &p),
                },
                _ => {}
            }
        }
        Shape::Titled(t)
    }

    pub(super) fn dated(&mut self, word: Word, tail: P<'_>) -> Shape {
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

    pub(in crate::syntax) fn target(&mut self, p: P<'_>) -> Option<Target> {
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

    pub(super) fn any(&mut self, p: P<'_>) -> Option<Path> {
        let path = p.into_inner().find(|p| p.as_rule() == Rule::path)?;
        Some(self.path(&path))
    }

    pub(super) fn response(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>) -> Shape {
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

    pub(super) fn call(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>) -> Shape {
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

    pub(super) fn declaration(&mut self, word: &P<'_>, name: &P<'_>, shape: P<'_>, block: bool) -> Shape {
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
}
