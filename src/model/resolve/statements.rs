//! `model`, `off`, attackers, assumptions, questions and reviews; views are in `views`.

use super::Cx;
use super::collect::head_of;
use super::props::{Owner, Props};
use crate::catalog::Level;
use crate::diagnostic::switches::{Action, Refusal, Switch};
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::Map;
use crate::model::responses::RiskLevel;
use crate::model::statements::{AiActClass, Info};
use crate::model::words;
use crate::model::{Assumption, Attacker, Question, Review, SwitchedOff};
use crate::source::Span;
use crate::syntax::tree::{self, Shape, Statement, Value, ValueKind};

impl<'t> Cx<'t> {
    /// All of them, in the order of the text.
    pub fn statements(&mut self) {
        let mut models: Map<usize, Span> = Map::default();
        let mut names: Map<(usize, &'t str, &'t str), Span> = Map::default();
        let mut views: Vec<(usize, &tree::Declaration, Props<'_>, Span)> = Vec::new();
        for index in 0..self.items.others.len() {
            let Some((file, statement)) = self.items.others.get(index).copied() else { continue };
            let (word, block) = match &statement.shape {
                Shape::Titled(t) => (t.word.text.as_str(), t.block.as_ref()),
                Shape::Dated(d) => (d.word.text.as_str(), d.block.as_ref()),
                Shape::Declaration(d) => (d.word.name.text.as_str(), d.block.as_ref()),
                _ => continue,
            };
            let Some(word) = words::find(word) else { continue };
            let span = head_of(statement);
            let what = format!("`{}`", word.name);
            let owner = Owner { file, what: &what, head: span, broken: statement.faulty, kind: None };
            let props = self.props(owner, block, word.properties);
            if let Shape::Declaration(d) = &statement.shape {
                // Attackers and views have lists of names of their own.
                if matches!(word.name, "attacker" | "view")
                    && let Some(first) = names.insert((file, word.name, &d.name.text), d.name.span)
                {
                    let message = format!("there are two of `{} {}`", word.name, d.name.text);
                    self.out.push(
                        Diagnostic::new(codes::DUPLICATE_NAME, d.name.span, message)
                            .label(first, "first here")
                            .help("Rename one of the two."),
                    );
                    continue;
                }
            }
            match (word.name, &statement.shape) {
                ("model", Shape::Titled(t)) => {
                    if let Some(first) = models.insert(file, span) {
                        let d = Diagnostic::new(codes::SECOND_MODEL, span, "this file has a `model` already")
                            .label(first, "the first")
                            .help("Put the settings of both into one block.");
                        self.out.push(d);
                        continue;
                    }
                    let info = self.info(&t.text.text, &props, span);
                    if self.speaks(file) {
                        self.model.info = info;
                    }
                }
                ("off", Shape::Declaration(d)) => self.off(file, statement, d, &props),
                ("attacker", Shape::Declaration(d)) => self.attacker(file, d, &props, span),
                // They speak of attackers, which may stand further down.
                ("view", Shape::Declaration(d)) => views.push((file, d, props, span)),
                ("assumption", Shape::Titled(t)) => {
                    let assumption = Assumption {
                        text: t.text.text.clone(),
                        about: self.placed_list(&props, "about", true),
                        confirmed: self.text(&props, "confirmed"),
                        owner: self.text(&props, "owner"),
                        tags: self.words_of(&props, "tags"),
                        span,
                    };
                    self.model.assumptions.push(assumption);
                }
                ("question", Shape::Titled(t)) => {
                    let question = Question {
                        text: t.text.text.clone(),
                        about: self.placed_list(&props, "about", true),
                        owner: self.text(&props, "owner"),
                        due: self.date(&props, "due"),
                        answer: self.text(&props, "answer"),
                        tags: self.words_of(&props, "tags"),
                        span,
                    };
                    self.model.questions.push(question);
                }
                ("reviewed", Shape::Dated(d)) => {
                    let review = Review {
                        date: d.date,
                        by: self.text(&props, "by"),
                        note: self.text(&props, "note"),
                        tags: self.words_of(&props, "tags"),
                        span,
                    };
                    if self.speaks(file) {
                        self.model.reviews.push(review);
                    }
                }
                _ => {}
            }
        }
        for (file, d, props, span) in views {
            self.view(file, d, &props, span);
        }
    }

    fn info(&mut self, title: &str, props: &Props<'_>, span: Span) -> Info {
        Info {
            title: title.to_owned(),
            owner: self.text(props, "owner"),
            version: self.text(props, "version"),
            edition: props.get("catalog").and_then(|(p, value)| match edition(value) {
                Some(edition) => Some(edition),
                None => {
                    self.wrong_type("catalog", &p.ty.takes(), value);
                    None
                }
            }),
            appetite: self.word(props, "appetite", RiskLevel::from_word),
            marking: self.text(props, "marking"),
            review_days: self.review_days(props),
            eu_ai_act: self.word(props, "eu_ai_act", AiActClass::from_word),
            about: self.text(props, "about").unwrap_or_default(),
            lints: self.lints(props),
            tags: self.words_of(props, "tags"),
            span: Some(span),
        }
    }

    /// A period in days: a month counts 30, a quarter 91, a year 365.
    fn review_days(&mut self, props: &Props<'_>) -> Option<u32> {
        let (p, value) = props.get("review")?;
        if let ValueKind::Every(count, unit) = &value.kind {
            let days = match unit.text.as_str() {
                "day" | "days" => Some(1),
                "week" | "weeks" => Some(7),
                "month" | "months" => Some(30),
                "quarter" | "quarters" => Some(91),
                "year" | "years" => Some(365),
                _ => None,
            };
            if let Some(days) = days {
                return Some(count.saturating_mul(days));
            }
            let d = Diagnostic::new(
                codes::WRONG_TYPE,
                unit.span,
                format!("`{}` is no unit of time here", unit.text),
            )
            .help("Use days, weeks, months, quarters or years.");
            self.out.push(d);
            return None;
        }
        self.wrong_type("review", &p.ty.takes(), value);
        None
    }

    /// The switches of `lints: { CODE: allow, CODE: deny }`.
    fn lints(&mut self, props: &Props<'_>) -> Vec<Switch> {
        let Some((p, value)) = props.get("lints") else { return Vec::new() };
        let ValueKind::Map(map) = &value.kind else {
            self.wrong_type("lints", &p.ty.takes(), value);
            return Vec::new();
        };
        let mut out: Vec<Switch> = Vec::new();
        let mut said: Map<&str, Span> = Map::default();
        for entry in map {
            let (name, span) = (entry.name.text.as_str(), entry.name.span);
            if let Some(first) = said.insert(name, span) {
                let d =
                    Diagnostic::new(codes::DUPLICATE_PROPERTY, span, format!("`{name}` is switched twice"))
                        .label(first, "first here")
                        .help("Keep one of the two.");
                self.out.push(d);
                continue;
            }
            let word = match &entry.value.kind {
                ValueKind::Word(w) => Action::from_word(&w.text()),
                _ => None,
            };
            // Whether the code is known is of interest even where the word behind it is wrong.
            match Switch::new(name, word.unwrap_or(Action::Deny)) {
                Ok(switch) if word.is_some() => out.push(switch),
                Ok(_) => {}
                Err(refusal) => {
                    let (message, help) = refusal.said(name);
                    let unknown = matches!(refusal, Refusal::Unknown(_));
                    let code = if unknown { codes::UNKNOWN_NAME } else { codes::WRONG_NAME };
                    let mut d = Diagnostic::new(code, span, message).help(help);
                    if let Refusal::Unknown(Some(near)) = refusal {
                        d = d.fix(format!("write `{near}`"), span, near);
                    }
                    self.out.push(d);
                }
            }
            if word.is_none() {
                self.wrong_type(name, "`allow` or `deny`", &entry.value);
            }
        }
        out
    }

    fn off(&mut self, file: usize, statement: &Statement, d: &tree::Declaration, props: &Props<'_>) {
        let path = tree::Path { alias: None, name: d.name.clone(), span: d.name.span };
        let because = self.text(props, "because");
        let tags = self.words_of(props, "tags");
        let span = head_of(statement);
        // What is broken may be the beginning of a name.
        let rule =
            if statement.faulty { self.catalog.find_rule(&d.name.text) } else { self.rule_of(file, &path) };
        if let (Some(rule), true) = (rule, self.speaks(file)) {
            if let Some(first) = self.model.off.iter().find(|o| o.rule == rule) {
                let d = Diagnostic::new(
                    codes::DUPLICATE_RESPONSE,
                    span,
                    format!("`{}` is off already", path.name.text),
                )
                .label(first.span, "first here");
                self.out.push(d);
                return;
            }
            self.model.off.push(SwitchedOff { rule, because, tags, span });
        }
    }

    fn attacker(&mut self, file: usize, d: &tree::Declaration, props: &Props<'_>, span: Span) {
        let attacker = Attacker {
            name: self.scopes.full(file, &d.name.text),
            label: d.label.as_ref().map_or(&d.name.text, |l| &l.text).clone(),
            from: self.elements_by_any_name(props, "from"),
            wants: self.placed_list(props, "wants", true),
            skill: self.word(props, "skill", Level::from_word),
            motive: self.text(props, "motive"),
            about: self.text(props, "about").unwrap_or_default(),
            tags: self.words_of(props, "tags"),
            span,
        };
        self.model.attackers.push(attacker);
    }
}

/// The edition that a value names.
pub(super) fn edition(value: &Value) -> Option<String> {
    match &value.kind {
        ValueKind::Number(n) if n.unit.is_none() => Some(n.digits.clone()),
        ValueKind::Text(text) => Some(text.clone()),
        _ => None,
    }
}
