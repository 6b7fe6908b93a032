//! The value of `when`, from pairs to tree.

use super::build::Builder;
use super::grammar::Rule;
use super::limits;
use super::tree::*;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use pest::iterators::{Pair, Pairs};

type P<'i> = Pair<'i, Rule>;

impl Builder<'_> {
    /// `when: …`, whose word stands at `start`.
    pub(super) fn when(&mut self, start: usize, p: P<'_>) -> Shape {
        let word = "when";
        let name = Word { text: word.into(), span: self.span_of(start, start + word.len()) };
        let mut at = name.span.end;
        let mut expression = None;
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::colon => at = self.span(&p).end,
                Rule::when_junk => {
                    let junk = self.span(&p);
                    self.expression_junk(junk);
                    let all = expression.as_ref().map_or(junk, |e: &Expression| e.span.to(junk));
                    expression = Some(Expression { kind: ExpressionKind::Broken, span: all });
                }
                _ => expression = Some(self.or_expression(p, 0)),
            }
        }
        let expression = expression.unwrap_or_else(|| {
            let span = Span { start: at, end: at, ..name.span };
            self.report(|| {
                Diagnostic::new(codes::BAD_EXPRESSION, span, "the expression of `when` is missing")
                    .help("An expression begins on the line of its colon.")
            });
            Expression { kind: ExpressionKind::Broken, span }
        });
        let span = expression.span;
        let value = Value { kind: ValueKind::Expression(Box::new(expression)), span };
        Shape::Property(Property { name, value })
    }

    fn or_expression(&mut self, p: P<'_>, depth: usize) -> Expression {
        self.joined(p, depth, Self::and_expression, ExpressionKind::Or)
    }

    fn and_expression(&mut self, p: P<'_>, depth: usize) -> Expression {
        self.joined(p, depth, Self::not_expression, ExpressionKind::And)
    }

    fn joined(
        &mut self,
        p: P<'_>,
        depth: usize,
        part: fn(&mut Self, P<'_>, usize) -> Expression,
        join: fn(Vec<Expression>) -> ExpressionKind,
    ) -> Expression {
        let mut parts = Vec::new();
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::or_word | Rule::and_word => self.line_break(p),
                _ => parts.push(part(self, p, depth)),
            }
        }
        match (parts.pop(), parts.first().map(|f| f.span)) {
            (Some(last), Some(first)) => {
                let span = first.to(last.span);
                parts.push(last);
                Expression { kind: join(parts), span }
            }
            (Some(only), None) => only,
            // The rule has at least one part.
            (None, _) => Expression { kind: ExpressionKind::Broken, span: Span::new(self.file, 0, 0) },
        }
    }

    fn line_break(&mut self, p: P<'_>) {
        let word = p.clone().into_inner().find(|p| !matches!(p.as_rule(), Rule::line_break));
        let broken = p.into_inner().any(|p| p.as_rule() == Rule::line_break);
        if let (true, Some(word)) = (broken, word) {
            let (span, text) = (self.span(&word), word.as_str());
            self.report(|| {
                Diagnostic::new(codes::BAD_EXPRESSION, span, format!("a line does not end with `{text}`"))
                    .help(format!("The next line goes on with the expression if it begins with `{text}`."))
            });
        }
    }

    fn not_expression(&mut self, p: P<'_>, depth: usize) -> Expression {
        let mut nots: Vec<Span> = Vec::new();
        let mut expression = None;
        let whole = self.span(&p);
        for p in p.into_inner() {
            match p.as_rule() {
                Rule::not_word => nots.push(self.span(&p)),
                // Parentheses and `not`s count together, so that no tree is deeper than the limit.
                _ if depth + nots.len() >= limits::NESTING => {
                    self.say(limits::too_deep(whole));
                    return Expression { kind: ExpressionKind::Broken, span: whole };
                }
                Rule::paren => expression = Some(self.parentheses(p, depth + nots.len() + 1)),
                _ => expression = Some(self.atom(p)),
            }
        }
        let mut expression = expression.unwrap_or(Expression { kind: ExpressionKind::Broken, span: whole });
        for not in nots.into_iter().rev() {
            let span = not.to(expression.span);
            expression = Expression { kind: ExpressionKind::Not(Box::new(expression)), span };
        }
        expression
    }

    fn parentheses(&mut self, p: P<'_>, depth: usize) -> Expression {
        let span = self.span(&p);
        let mut expression = None;
        for p in p.into_inner() {
            if p.as_rule() == Rule::paren_junk {
                let junk = self.span(&p);
                self.expression_junk(junk);
                expression = Some(Expression { kind: ExpressionKind::Broken, span });
            } else {
                expression = Some(self.or_expression(p, depth));
            }
        }
        match expression {
            Some(e) => Expression { kind: e.kind, span },
            None => {
                self.error(codes::BAD_EXPRESSION, span, "nothing stands in these parentheses");
                Expression { kind: ExpressionKind::Broken, span }
            }
        }
    }

    fn atom(&mut self, p: P<'_>) -> Expression {
        let span = self.span(&p);
        let mut pairs = p.into_inner();
        let mut subject = None;
        let mut form = pairs.next();
        if let Some(p) = form.as_ref().filter(|p| p.as_rule() == Rule::path) {
            subject = Some(self.path(p));
            form = pairs.next();
        }
        let kind = match (form, subject) {
            (None, Some(path)) => Some(ExpressionKind::Word(path)),
            (None, None) => None,
            (Some(p), subject) => self.form(p, subject),
        };
        Expression { kind: kind.unwrap_or(ExpressionKind::Broken), span }
    }

    /// One form of an expression; `None` only for what the grammar does not give.
    fn form(&mut self, p: P<'_>, subject: Option<Path>) -> Option<ExpressionKind> {
        let rule = p.as_rule();
        let whole = self.span(&p);
        let mut pairs = p.into_inner();
        Some(match rule {
            Rule::crosses => {
                pairs.next();
                ExpressionKind::Crosses(pairs.next().map(|p| self.word(&p)))
            }
            Rule::tainted => {
                let by = pairs.find(|p| p.as_rule() == Rule::name).map(|p| self.word(&p));
                ExpressionKind::Tainted(subject, by)
            }
            Rule::exposes => {
                pairs.next();
                let what = self.what(pairs.next()?)?;
                ExpressionKind::Exposes(what, self.word(&pairs.nth(1)?))
            }
            Rule::moves => {
                let verb = self.word(&pairs.next()?);
                let what = self.what(pairs.next()?)?;
                let party = match (pairs.next(), pairs.next()) {
                    (Some(word), Some(path)) => Some((self.word(&word), self.path(&path))),
                    _ => None,
                };
                ExpressionKind::Moves(Moves { subject, verb, what, party })
            }
            Rule::is => return self.is(subject?, whole, pairs),
            Rule::leads => {
                let word = self.word(&pairs.next()?);
                let mut kind = pairs.next()?;
                let another = kind.as_rule() == Rule::another;
                if another {
                    kind = pairs.next()?;
                }
                ExpressionKind::Leads(Leads { subject: subject?, word, another, kind: self.path(&kind) })
            }
            Rule::within => ExpressionKind::In(subject?, self.path(&pairs.nth(1)?)),
            Rule::compare => {
                let comparison = self.comparison(&pairs.next()?);
                let value = self.value(pairs.next()?);
                let value = match value.kind {
                    ValueKind::Word(p) if p.alias.is_none() && p.name.text == "true" => {
                        Value { kind: ValueKind::Bool(true), span: value.span }
                    }
                    ValueKind::Word(p) if p.alias.is_none() && p.name.text == "false" => {
                        Value { kind: ValueKind::Bool(false), span: value.span }
                    }
                    kind => Value { kind, span: value.span },
                };
                ExpressionKind::Compare(subject?, comparison, value)
            }
            _ => return None,
        })
    }

    /// A kind, or a class with a comparison.
    fn what(&mut self, p: P<'_>) -> Option<What> {
        if p.as_rule() != Rule::class {
            return Some(What::Word(self.path(&p)));
        }
        let mut parts = p.into_inner();
        let comparison = self.comparison(&parts.next()?);
        Some(What::Class(comparison, self.word(&parts.next()?)))
    }

    fn is(&mut self, subject: Path, whole: Span, pairs: Pairs<'_, Rule>) -> Option<ExpressionKind> {
        let (mut not, mut kind) = (false, None);
        for p in pairs {
            match p.as_rule() {
                Rule::not_word => not = true,
                Rule::path => kind = Some(self.path(&p)),
                _ => {}
            }
        }
        let kind = kind?;
        if !not {
            return Some(ExpressionKind::Is(subject, kind));
        }
        let span = subject.span.to(whole);
        let right = format!("not {} is {}", subject.text(), kind.text());
        self.report(|| {
            Diagnostic::new(codes::BAD_EXPRESSION, span, format!("`not` stands in front: `{right}`")).fix(
                "put `not` in front",
                span,
                right,
            )
        });
        let is = Expression { kind: ExpressionKind::Is(subject, kind), span };
        Some(ExpressionKind::Not(Box::new(is)))
    }

    fn comparison(&mut self, p: &P<'_>) -> Comparison {
        match p.as_str() {
            "!=" => Comparison::NotEqual,
            "<" => Comparison::Less,
            "<=" => Comparison::LessOrEqual,
            ">" => Comparison::Greater,
            ">=" => Comparison::GreaterOrEqual,
            "==" => Comparison::Equal,
            _ => {
                let span = self.span(p);
                self.report(|| {
                    Diagnostic::new(codes::BAD_EXPRESSION, span, "two things are compared with `==`").fix(
                        "write `==`",
                        span,
                        "==",
                    )
                });
                Comparison::Equal
            }
        }
    }

    /// What does not fit into an expression.
    fn expression_junk(&mut self, span: Span) {
        let text = self.source(span).to_owned();
        let first = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or("");
        let d = |message: String| Diagnostic::new(codes::BAD_EXPRESSION, span, message);
        self.report(|| match first {
            "has" | "lacks" => d(format!("an expression has no `{first}`: controls do not decide whether a threat exists"))
                .help("A threat exists because of what is drawn. The controls that lower it stand in `lowered_by`."),
            "unless" => d("an expression has no `unless`: write `and not …`".into()),
            "and" | "or" => d(format!("something is missing behind `{first}`")),
            "not" => d("something is missing behind `not`".into()),
            _ if text.starts_with(['<', '>', '=', '!']) => d("a comparison has two sides, and comparisons are joined by `and`".into()),
            _ if text.contains("->") => d("an arrow has no place in an expression".into())
                .help("`source` and `target` are the ends of the flow at hand, `sender` and `receiver` those of a movement."),
            _ => d("this has no form of an expression".into()).help(
                "Forms are `X is KIND`, `X in BOUNDARY`, `X.property >= value`, `crosses up`, `tainted by TRUST`, \
                 `exposes CLASS to TRUST`, `writes KIND`, `stores >= CLASS`, `X reaches KIND`, `X fed_by KIND`, joined by `and`, `or`, `not` and parentheses.",
            ),
        });
    }
}
