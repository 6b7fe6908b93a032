//! All rules of a catalog, tried on one target after the other. What many conditions ask of a target
//! is found once: each atom stands here once, however many rules have it.

use super::condition::{first, holds_now};
use super::ground::Ground;
use super::threat::{Fact, ThreatTarget};
use super::tried::On;
use super::why::Template;
use super::{MovementId, condition};
use crate::catalog::expr::{Alternative, Atom};
use crate::catalog::{KindId, Rule, RuleId, Subject};
use crate::model::{BoundaryId, ElementId, FlowId};
use std::collections::HashMap;

/// A literal: which atom, and whether it must not hold.
type Literal = (usize, bool);

/// A rule, made ready to be tried and told.
pub(crate) struct Asked<'m> {
    pub id: RuleId,
    pub rule: &'m Rule,
    pub title: Template,
    pub scenario: Template,
    pub mitigation: Template,
    /// The literals of each alternative.
    alternatives: Vec<Vec<Literal>>,
    /// For each literal of each alternative: the next that does not begin alike up to it. Where it
    /// fails, so do all before that.
    next: Vec<Vec<usize>>,
}

/// The rules that are not switched off.
pub(crate) struct Rules<'m> {
    rules: Vec<Asked<'m>>,
    atoms: Vec<&'m Atom>,
    /// Rules by what they are tried on, in the order of the catalog.
    on_flows: Vec<usize>,
    on_elements: HashMap<KindId, Vec<usize>>,
    on_boundaries: Vec<usize>,
    on_model: Vec<usize>,
}

impl<'m> Rules<'m> {
    pub fn new(ground: &Ground<'m>) -> Self {
        let model = ground.model;
        let mut out = Rules {
            rules: Vec::new(),
            atoms: Vec::new(),
            on_flows: Vec::new(),
            on_elements: HashMap::new(),
            on_boundaries: Vec::new(),
            on_model: Vec::new(),
        };
        let mut kinds: Vec<KindId> = model.elements.iter().map(|e| e.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut known: HashMap<&Atom, usize> = HashMap::new();
        for (i, rule) in model.catalog.rules.iter().enumerate() {
            let id = RuleId::new(i);
            if model.off.iter().any(|o| o.rule == id) {
                continue;
            }
            let mut literal = |c: &'m crate::catalog::expr::Condition| {
                let atom = *known.entry(&c.atom).or_insert_with(|| {
                    out.atoms.push(&c.atom);
                    out.atoms.len() - 1
                });
                (atom, c.not)
            };
            let all = rule.when.as_ref().map_or(&[][..], |w| &w.alternatives);
            let alternatives: Vec<Vec<Literal>> =
                all.iter().map(|a| a.literals.iter().map(&mut literal).collect()).collect();
            let next = (0..all.len()).map(|i| next_of(all, &alternatives, i)).collect();
            let number = out.rules.len();
            match &rule.on {
                Subject::Flow => out.on_flows.push(number),
                Subject::Boundary => out.on_boundaries.push(number),
                Subject::Model => out.on_model.push(number),
                Subject::Element => {
                    kinds.iter().for_each(|k| out.on_elements.entry(*k).or_default().push(number));
                }
                Subject::Kinds(of) => {
                    let under = |kind: &&KindId| of.iter().any(|k| model.catalog.is_under(**kind, *k));
                    for kind in kinds.iter().filter(under) {
                        out.on_elements.entry(*kind).or_default().push(number);
                    }
                }
            }
            let title = Template::new(&rule.title);
            let (scenario, mitigation) = (Template::new(&rule.scenario), Template::new(&rule.mitigation));
            out.rules.push(Asked { id, rule, title, scenario, mitigation, alternatives, next });
        }
        out
    }

    /// The rules that arise on a target, each with the movement that it speaks of and its facts.
    pub fn arising(
        &self,
        ground: &Ground<'m>,
        target: ThreatTarget,
        known: &mut Known,
    ) -> Vec<(&Asked<'m>, Option<MovementId>, Vec<Fact>)> {
        let none = Vec::new();
        let numbers = match target {
            ThreatTarget::Flow(_) => &self.on_flows,
            ThreatTarget::Element(e) => {
                ground.model.element(e).and_then(|e| self.on_elements.get(&e.kind)).unwrap_or(&none)
            }
            ThreatTarget::Boundary(_) => &self.on_boundaries,
            ThreatTarget::Model => &self.on_model,
        };
        known.forget();
        let arise = |asked: &Asked<'m>, known: &mut Known| {
            let Some(when) = &asked.rule.when else { return Some(condition::always(ground, target)) };
            let next = |i: usize, failed: usize| {
                asked.next.get(i).and_then(|n| n.get(failed)).copied().unwrap_or(i + 1)
            };
            first(ground, when, target, next, |alternative, on| {
                let mut fails = |(atom, not): &Literal| known.holds(ground, &self.atoms, *atom, on) == *not;
                asked.alternatives.get(alternative).and_then(|a| a.iter().position(&mut fails))
            })
        };
        let asked = numbers.iter().filter_map(|n| self.rules.get(*n));
        asked
            .filter_map(|asked| {
                let (movement, facts) = arise(asked, known)?;
                Some((asked, movement, facts))
            })
            .collect()
    }
}

/// Everything that rules are tried on. What is out of scope has no threats.
pub(crate) fn targets(ground: &Ground<'_>) -> Vec<ThreatTarget> {
    let model = ground.model;
    let scoped = |e: ElementId| model.element(e).is_some_and(|e| e.out_of_scope.is_none());
    let flows = (0..model.flows.len())
        .map(FlowId::new)
        .filter(|f| model.flow(*f).is_some_and(|f| scoped(f.source) || scoped(f.target)))
        .map(ThreatTarget::Flow);
    let elements = (0..model.elements.len()).map(ElementId::new).filter(|e| scoped(*e));
    let boundaries = (0..model.boundaries.len()).map(|b| ThreatTarget::Boundary(BoundaryId::new(b)));
    flows.chain(elements.map(ThreatTarget::Element)).chain(boundaries).chain([ThreatTarget::Model]).collect()
}

/// Whether a rule is tried on a target, by what it names.
pub(crate) fn is_tried_on(ground: &Ground<'_>, on: &Subject, target: ThreatTarget) -> bool {
    match (on, target) {
        (Subject::Flow, ThreatTarget::Flow(_))
        | (Subject::Element, ThreatTarget::Element(_))
        | (Subject::Boundary, ThreatTarget::Boundary(_))
        | (Subject::Model, ThreatTarget::Model) => true,
        (Subject::Kinds(kinds), ThreatTarget::Element(e)) => kinds.iter().any(|k| ground.is_kind(e, *k)),
        _ => false,
    }
}

/// For each literal of an alternative the next alternative that does not begin alike up to it. Those
/// that are tried on other movements have nothing in common.
fn next_of(all: &[Alternative], alternatives: &[Vec<Literal>], i: usize) -> Vec<usize> {
    let (Some(this), Some(literals)) = (all.get(i), alternatives.get(i)) else { return Vec::new() };
    let mut out = vec![all.len(); literals.len()];
    let mut left = literals.len();
    for (n, (alternative, others)) in all.iter().zip(alternatives).enumerate().skip(i + 1) {
        let alike = literals.iter().zip(others).take_while(|(a, b)| a == b).count();
        let alike = if alternative.tries == this.tries { alike } else { 0 };
        // Once one begins otherwise, those behind it are no more looked at for that literal.
        out.iter_mut().take(left).skip(alike).for_each(|next| *next = n);
        left = left.min(alike);
        if left == 0 {
            break;
        }
    }
    out
}

/// Which atoms are known to hold or not to hold of the target at hand.
pub(crate) struct Known {
    /// Of the request, or of what is no flow.
    request: Vec<Option<bool>>,
    answer: Vec<Option<bool>>,
    /// Which of them are known.
    touched: Vec<usize>,
}

impl Known {
    pub fn new(rules: &Rules<'_>) -> Self {
        let none = vec![None; rules.atoms.len()];
        Known { request: none.clone(), answer: none, touched: Vec::new() }
    }

    fn forget(&mut self) {
        for atom in self.touched.drain(..) {
            for known in [&mut self.request, &mut self.answer] {
                known.get_mut(atom).into_iter().for_each(|k| *k = None);
            }
        }
    }

    fn holds(&mut self, ground: &Ground<'_>, atoms: &[&Atom], atom: usize, on: On<'_>) -> bool {
        let known = match on {
            On::Flow(_, _, _, m) if !m.forward => &mut self.answer,
            _ => &mut self.request,
        };
        let Some(known) = known.get_mut(atom) else { return false };
        *known.get_or_insert_with(|| {
            self.touched.push(atom);
            atoms.get(atom).is_some_and(|a| holds_now(ground, a, on))
        })
    }
}
