//! Statements that speak of a threat which does not arise, or no more.

use super::status::covers;
use super::threat::Threat;
use super::why;
use crate::catalog::RuleId;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Model, Placed, Target};
use crate::source::Span;
use std::collections::{BTreeSet, HashMap};

/// A statement that answers or tries a threat which does not arise.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Stale {
    /// By its place in [`Model::responses`].
    Response(usize),
    /// By its place in [`Model::tests`].
    Test(usize),
}

/// What responses and tests have in common.
#[derive(Copy, Clone, Debug)]
pub struct Statement<'m> {
    /// Its first word.
    pub word: &'static str,
    /// The threat.
    pub rule: RuleId,
    /// Where.
    pub on: &'m Placed,
    /// The head, without the block.
    pub span: Span,
    /// With its block.
    pub whole: Span,
}

impl Stale {
    /// The statement.
    pub fn statement(self, model: &Model) -> Option<Statement<'_>> {
        match self {
            Stale::Response(i) => model.responses.get(i).map(|r| Statement {
                word: r.kind.word(),
                rule: r.rule,
                on: &r.on,
                span: r.span,
                whole: r.whole,
            }),
            Stale::Test(i) => model.tests.get(i).map(|t| Statement {
                word: "tested",
                rule: t.rule,
                on: &t.on,
                span: t.span,
                whole: t.whole,
            }),
        }
    }
}

/// All of them, responses first, in the order of the text.
pub(crate) fn find(model: &Model, threats: &[Threat]) -> Vec<Stale> {
    let mut by_rule: HashMap<RuleId, Vec<&Threat>> = HashMap::new();
    for t in threats {
        by_rule.entry(t.rule).or_default().push(t);
    }
    let arises = |s: Statement<'_>| {
        by_rule.get(&s.rule).into_iter().flatten().any(|t| covers(model, &s.on.target, t.target))
    };
    let responses = (0..model.responses.len()).map(Stale::Response);
    let tests = (0..model.tests.len()).map(Stale::Test);
    responses.chain(tests).filter(|s| s.statement(model).is_some_and(|s| !arises(s))).collect()
}

/// Says of each why its threat does not arise, and what its target does have.
pub(crate) fn say(model: &Model, threats: &[Threat], stale: &[Stale], out: &mut Vec<Diagnostic>) {
    for Statement { word, rule, on, span, whole } in stale.iter().filter_map(|s| s.statement(model)) {
        let Some(r) = model.catalog.rules.get(rule.index()) else { continue };
        let off = model.off.iter().find(|o| o.rule == rule);
        let why = match (off, &r.when) {
            (Some(_), _) => format!("`{}` is switched off in this model.", r.name),
            (None, Some(when)) => format!("It arises when: {}.", when.text),
            (None, None) => "It arises on other kinds of targets.".to_owned(),
        };
        let mut there: Vec<&str> = threats
            .iter()
            .filter(|t| !matches!(on.target, Target::All) && covers(model, &on.target, t.target))
            .filter_map(|t| model.catalog.rules.get(t.rule.index()))
            .map(|r| r.name.as_str())
            .collect();
        // The worst first, each once.
        let mut seen = BTreeSet::new();
        there.retain(|name| seen.insert(*name));
        let mut d = Diagnostic::new(
            codes::STALE_RESPONSE,
            span,
            format!("`{word}` answers `{}`, which does not arise here", r.name),
        )
        .at("nothing to answer")
        .help(why);
        if let Some(off) = off {
            d = d.label(off.span, "switched off here");
        }
        if !there.is_empty() {
            let names = why::list(there.iter().map(|n| format!("`{n}`")).collect());
            d = d.help(format!("Its target has {names}."));
        }
        out.push(d.fix("remove the statement", whole, ""));
    }
}
