//! Responses to threats, rules of the house, tests.

use super::Cx;
use super::collect::head_of;
use super::props::{Owner, Props};
use super::values::NamedControl;
use crate::catalog::RuleId;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::{RiskLevel, With};
use crate::model::statements::{Outcome, Test};
use crate::model::words;
use crate::model::{Placed, Requirement, Response, ResponseKind};
use crate::source::Span;
use crate::syntax::tree;

impl Cx<'_> {
    /// All of them. Those of imported files are checked, and only rules of the house are kept.
    pub fn responses(&mut self) {
        for index in 0..self.items.responses.len() {
            let Some((file, statement, r)) = self.items.responses.get(index).copied() else { continue };
            let Some(word) = words::find(&r.word.text) else { continue };
            let what = format!("`{}`", word.name);
            let span = head_of(statement);
            let owner = Owner { file, what: &what, head: span, broken: statement.faulty, kind: None };
            let props = self.props(owner, r.block.as_ref(), word.properties);
            let on =
                self.response_target(file, &r.target).map(|target| Placed { target, span: r.target.span() });
            if word.name == "require" {
                self.requirement(file, r, &props, on, span);
                continue;
            }
            let rule = self.rule_of(file, &r.name);
            if word.name == "tested" {
                self.test(file, &props, rule, on, statement);
                continue;
            }
            let Some(kind) = ResponseKind::from_word(word.name) else { continue };
            let response = self.response_of(kind, &props, owner, rule, r.name.span);
            if let (Some(rule), Some(on), true) = (rule, on, self.speaks(file)) {
                self.model.responses.push(Response { rule, on, span, whole: statement.span, ..response });
            }
        }
    }

    fn response_of(
        &mut self,
        kind: ResponseKind,
        props: &Props<'_>,
        owner: Owner<'_>,
        rule: Option<RuleId>,
        rule_span: Span,
    ) -> Response {
        if kind == ResponseKind::Rated && !props.has("likelihood") && !props.has("impact") {
            let d = Diagnostic::new(
                codes::MISSING,
                owner.head,
                "`rated` needs `likelihood` or `impact`, or both",
            )
            .help("Each is a number from 1 to 5.");
            if !owner.broken {
                self.out.push(d);
            }
        }
        let with = self.with(kind, props, rule);
        Response {
            kind,
            rule: rule.unwrap_or(RuleId::new(0)),
            on: Placed { target: crate::model::Target::All, span: owner.head },
            because: self.text(props, "because"),
            by: self.text(props, "by"),
            owner: self.text(props, "owner"),
            ticket: self.text(props, "ticket"),
            with,
            takes: self.step(props, "takes"),
            due: self.date(props, "due"),
            at: self.word(props, "at", RiskLevel::from_word),
            until: self.date(props, "until"),
            to: self.text(props, "to"),
            likelihood: self.step(props, "likelihood"),
            impact: self.step(props, "impact"),
            tags: self.words_of(props, "tags"),
            rule_span,
            span: owner.head,
            whole: owner.head,
        }
    }

    /// The controls of `with`. One that the threat does not list says what it takes off, and why.
    fn with(&mut self, kind: ResponseKind, props: &Props<'_>, rule: Option<RuleId>) -> Vec<With> {
        if kind != ResponseKind::Mitigate {
            return Vec::new();
        }
        let mut out = Vec::new();
        for (control, span) in self.named_controls(props, "with") {
            let (with, id) = match control {
                NamedControl::Kind(id) => (With::Kind(id), id),
                NamedControl::Own(index) => {
                    let Some(own) = self.own_id(index) else { continue };
                    let Some(control) = self.model.controls.get(own.index()) else { continue };
                    (With::Own(own), control.kind)
                }
            };
            let rule = rule.and_then(|r| self.catalog.rules.get(r.index()));
            let listed =
                rule.is_none_or(|r| r.lowered_by.iter().chain(&r.softened_by).any(|(c, _)| *c == id));
            let explained = props.has("takes") && props.has("because");
            if !listed && !explained {
                let control = self.catalog.controls.get(id.index()).map_or("", |c| c.name.as_str());
                let rule_name = rule.map_or("", |r| r.name.as_str());
                let listed: Vec<String> = rule
                    .map_or(&[][..], |r| &r.lowered_by)
                    .iter()
                    .filter_map(|(c, _)| self.catalog.controls.get(c.index()))
                    .map(|c| format!("`{}`", c.name))
                    .collect();
                let message =
                    format!("`{rule_name}` does not list `{control}`: say what it takes off, and why");
                let mut d = Diagnostic::new(codes::MISSING, span, message)
                    .help("Add `takes: 1, because: \"…\"` with the steps that it takes off the likelihood.");
                if !listed.is_empty() {
                    d = d.help(format!("It lists {}.", listed.join(", ")));
                }
                self.out.push(d);
            }
            if !out.contains(&with) {
                out.push(with);
            }
        }
        out
    }

    fn requirement(
        &mut self,
        file: usize,
        r: &tree::Response,
        props: &Props<'_>,
        on: Option<Placed>,
        span: Span,
    ) {
        let control = self.control_of(file, &r.name);
        let because = self.text(props, "because");
        let tags = self.words_of(props, "tags");
        let when = match props.get("when") {
            Some((_, value)) => match self.condition(value, on.as_ref().map(|p| &p.target)) {
                Some(when) => Some(when),
                None => return,
            },
            None => None,
        };
        if let (Some(control), Some(on)) = (control, on) {
            self.model.requirements.push(Requirement { control, on, when, because, tags, span });
        }
    }

    fn test(
        &mut self,
        file: usize,
        props: &Props<'_>,
        rule: Option<RuleId>,
        on: Option<Placed>,
        statement: &tree::Statement,
    ) {
        let (span, whole) = (head_of(statement), statement.span);
        let date = self.date(props, "date");
        let by = self.text(props, "by");
        let with = self.text(props, "with");
        let result = self.word(props, "result", Outcome::from_word);
        let evidence = self.text(props, "evidence");
        let note = self.text(props, "note");
        let tags = self.words_of(props, "tags");
        if let (Some(rule), Some(on), Some(result), true) = (rule, on, result, self.speaks(file)) {
            let test = Test { rule, on, date, by, with, result, evidence, note, tags, span, whole };
            self.model.tests.push(test);
        }
    }
}
