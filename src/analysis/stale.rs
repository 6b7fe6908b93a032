//! Statements that speak of a threat which does not arise, or no more: why it does not, where it does,
//! and which threats their target has.

use super::answers::{Arising, covers};
use super::find::target_id;
use super::ground::Ground;
use super::rules::{is_in_scope, is_tried_on, targets};
use super::threat::{Threat, ThreatTarget};
use super::{condition, named};
use crate::catalog::{Rule, RuleId, Subject};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{ElementId, Model, Placed, Target};
use crate::source::Span;
use std::collections::HashMap;

/// How many threats of the target are named.
const NAMED: usize = 5;
/// On how many targets a condition is tried to say why it does not hold.
const TRIED: usize = 200;

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
pub(crate) fn find(model: &Model, arising: &Arising) -> Vec<Stale> {
    let responses = (0..model.responses.len()).map(Stale::Response);
    let tests = (0..model.tests.len()).map(Stale::Test);
    let arises = |s: Statement<'_>| arising.has(s.rule, &s.on.target);
    responses.chain(tests).filter(|s| s.statement(model).is_some_and(|s| !arises(s))).collect()
}

/// Says of each why its threat does not arise, where it does, and what its target has.
pub(crate) fn say(
    ground: &Ground<'_>,
    threats: &[Threat],
    arising: &Arising,
    stale: &[Stale],
    out: &mut Vec<Diagnostic>,
) {
    let model = ground.model;
    let mut arises: HashMap<RuleId, Option<String>> = HashMap::new();
    for Statement { word, rule, on, span, whole } in stale.iter().filter_map(|s| s.statement(model)) {
        let Some(r) = model.catalog.rules.get(rule.index()) else { continue };
        let off = model.off.iter().find(|o| o.rule == rule);
        let mut d = Diagnostic::new(
            codes::STALE_RESPONSE,
            span,
            format!("`{word}` answers `{}`, which does not arise here", r.name),
        )
        .at("nothing to answer");
        match off {
            Some(off) => {
                d = d.label(off.span, "switched off here");
                d = d.help(format!("`{}` is switched off in this model.", r.name));
            }
            None => {
                d = d.help(because(ground, r, on));
                d.help.extend(arises.entry(rule).or_insert_with(|| on_others(ground, threats, rule)).clone());
            }
        }
        d.help.extend(there(ground, arising, r, on));
        out.push(d.fix("remove the statement", whole, ""));
    }
}

/// Where the rule does arise.
fn on_others(ground: &Ground<'_>, threats: &[Threat], rule: RuleId) -> Option<String> {
    let mine = threats.iter().filter(|t| t.rule == rule);
    let ids: Vec<String> =
        mine.map(|t| format!("`{}`", spoken(&target_id(ground.model, t.target)))).collect();
    (!ids.is_empty()).then(|| format!("It arises on {}.", named::list(ids)))
}

/// The id of a target as it is written behind `on`.
fn spoken(id: &str) -> String {
    match id.split_once('#') {
        Some((_, name)) => name.to_owned(),
        None => id.replace("->", " -> "),
    }
}

/// Why the rule does not arise on what the response names.
fn because(ground: &Ground<'_>, r: &Rule, on: &Placed) -> String {
    let model = ground.model;
    let mine = |t: &ThreatTarget| is_tried_on(ground, &r.on, *t) && covers(model, &on.target, *t);
    let candidates: Vec<ThreatTarget> =
        named(ground, &on.target).into_iter().filter(mine).take(TRIED).collect();
    if candidates.is_empty() {
        return elsewhere(ground, r, &on.target);
    }
    let Some(when) = &r.when else { return elsewhere(ground, r, &on.target) };
    let several = candidates.len() > 1;
    let nearest = candidates
        .into_iter()
        .map(|t| (condition::fails(ground, when, t), t))
        .min_by_key(|((missing, _), _)| *missing);
    let Some(((_, reasons), target)) = nearest else { return elsewhere(ground, r, &on.target) };
    let place = match several {
        true => format!(" even on `{}`, which comes nearest", spoken(&target_id(model, target))),
        false => String::new(),
    };
    format!("It does not arise{place}: {}.", named::list(reasons))
}

/// What a statement may speak of, in the order of the text; of one part or a few flows no more than these.
fn named(ground: &Ground<'_>, target: &Target) -> Vec<ThreatTarget> {
    match target {
        Target::Element(e) => {
            Some(ThreatTarget::Element(*e)).filter(|t| is_in_scope(ground, *t)).into_iter().collect()
        }
        Target::Flows(flows) => {
            let mut flows = flows.clone();
            flows.sort_unstable();
            flows.dedup();
            flows.into_iter().map(ThreatTarget::Flow).filter(|t| is_in_scope(ground, *t)).collect()
        }
        _ => targets(ground),
    }
}

/// That the target is not of the sort that the rule speaks of.
fn elsewhere(ground: &Ground<'_>, r: &Rule, target: &Target) -> String {
    let model = ground.model;
    if let Target::Element(e) = target
        && model.element(*e).is_some_and(|e| e.out_of_scope.is_some())
    {
        return "The element is out of scope, so nothing is looked for on it.".to_owned();
    }
    let subject = match &r.on {
        Subject::Flow => "flows".to_owned(),
        Subject::Element => "elements".to_owned(),
        Subject::Boundary => "boundaries".to_owned(),
        Subject::Model => "the whole model, which is answered by `on *`".to_owned(),
        Subject::Kinds(kinds) => {
            let names: Vec<String> = kinds
                .iter()
                .filter_map(|k| model.catalog.kind(*k))
                .map(|k| format!("`{}`", k.name))
                .collect();
            format!("elements of the kind{} {}", if names.len() == 1 { "" } else { "s" }, named::list(names))
        }
    };
    let kind_of = |e: &ElementId| {
        let e = model.element(*e)?;
        Some(format!(", and `{}` is of the kind `{}`", e.name, model.catalog.kind(e.kind)?.name))
    };
    let is = match target {
        Target::Element(e) if matches!(r.on, Subject::Kinds(_)) => kind_of(e).unwrap_or_default(),
        Target::Element(_) => ", and this is an element".to_owned(),
        Target::Flows(_) | Target::AnyFlow => ", and this is a flow".to_owned(),
        Target::Boundary(_) => ", and there is none in this boundary".to_owned(),
        Target::AnyKind(_) => ", and of this kind there is none".to_owned(),
        Target::All | Target::Data(_) => ", and there is none".to_owned(),
    };
    format!("It arises on {subject}{is}.")
}

/// The threats that the target does have, those nearest to the rule first.
fn there(ground: &Ground<'_>, arising: &Arising, r: &Rule, on: &Placed) -> Option<String> {
    if matches!(on.target, Target::All) {
        return None;
    }
    let rules = &ground.model.catalog.rules;
    let there = arising.rules(&on.target);
    let mut names: Vec<&Rule> = there.iter().filter_map(|r| rules.get(r.index())).collect();
    // A stable sort: of those that are equally near the worst come first.
    names.sort_by_key(|other| std::cmp::Reverse(nearness(r, other)));
    let rest = names.len().saturating_sub(NAMED);
    let mut listed: Vec<String> = names.iter().take(NAMED).map(|n| format!("`{}`", n.name)).collect();
    if rest > 0 {
        listed.push(format!("{rest} more"));
    }
    match listed.pop() {
        None => Some("Its target has no threat at all.".to_owned()),
        Some(only) if listed.is_empty() => Some(format!("Its target has {only}.")),
        Some(last) => Some(format!("Its target has {} and {last}.", listed.join(", "))),
    }
}

/// How near one rule is to another: by the words of its name, then by its letters of STRIDE.
fn nearness(a: &Rule, b: &Rule) -> (usize, usize) {
    let words = b.name.split('-').filter(|w| a.name.split('-').any(|x| x == *w)).count();
    let letters = b.stride.iter().filter(|s| a.stride.contains(s)).count();
    (words, letters)
}
