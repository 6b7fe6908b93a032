//! All rules of a catalog, tried on one target after the other. What many conditions ask of a target
//! is found once: each atom stands here once, however many rules have it.

use super::condition::{first, holds_now};
use super::ground::Ground;
use super::threat::{Fact, ThreatTarget};
use super::tried::On;
use super::{MovementId, condition};
use crate::catalog::expr::Atom;
use crate::catalog::{KindId, Rule, RuleId, Subject};
use crate::model::{BoundaryId, ElementId, FlowId};
use std::collections::HashMap;

/// A literal: which atom, and whether it must not hold.
type Literal = (usize, bool);

/// A rule with the literals of each of its alternatives.
struct Asked<'m> {
    id: RuleId,
    rule: &'m Rule,
    alternatives: Vec<Vec<Literal>>,
    /// How many literals each has in common with the one before it, from the first on.
    shared: Vec<usize>,
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
            // Those that are tried on other movements have nothing in common.
            let alike = all.iter().zip(all.iter().skip(1)).map(|(a, b)| a.tries == b.tries);
            let pairs = alternatives.iter().zip(alternatives.iter().skip(1)).zip(alike);
            let common = pairs.map(|((a, b), alike)| match alike {
                true => a.iter().zip(b).take_while(|(a, b)| a == b).count(),
                false => 0,
            });
            let shared = std::iter::once(0).chain(common).collect();
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
            out.rules.push(Asked { id, rule, alternatives, shared });
        }
        out
    }

    /// The rules that arise on a target, each with the movement that it speaks of and its facts.
    pub fn arising(
        &self,
        ground: &Ground<'m>,
        target: ThreatTarget,
        known: &mut Known,
    ) -> Vec<(RuleId, &'m Rule, Option<MovementId>, Vec<Fact>)> {
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
            first(ground, when, target, &asked.shared, |alternative, on| {
                let mut fails = |(atom, not): &Literal| known.holds(ground, &self.atoms, *atom, on) == *not;
                asked.alternatives.get(alternative).and_then(|a| a.iter().position(&mut fails))
            })
        };
        let asked = numbers.iter().filter_map(|n| self.rules.get(*n));
        asked
            .filter_map(|asked| {
                let (movement, facts) = arise(asked, known)?;
                Some((asked.id, asked.rule, movement, facts))
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
