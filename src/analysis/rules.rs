//! All rules of a catalog, tried on one target after the other. What many conditions ask of a target
//! is found once: each atom stands here once, however many rules have it.

use super::alike::{self, Alike};
use super::condition::{Ways, facts, holds_now, speaks_of, ways};
use super::drawn::Drawn;
use super::ground::Ground;
use super::ids::IdMap;
use super::threat::{Fact, ThreatTarget};
use super::tried::On;
use super::{MovementId, condition};
use crate::catalog::expr::{Alternative, Atom};
use crate::catalog::{KindId, Rule, RuleId, Subject};
use crate::model::{BoundaryId, ElementId, FlowId, Model};
use std::rc::Rc;

/// A literal: which atom, and whether it must not hold.
type Literal = (usize, bool);

/// A rule, made ready to be tried.
pub(crate) struct Asked<'m> {
    pub id: RuleId,
    pub rule: &'m Rule,
    /// Of each alternative the literals that hang on what targets have in common, each with its place.
    common: Vec<Vec<(usize, Literal)>>,
    /// The others.
    further: Vec<Vec<(usize, Literal)>>,
    /// For each literal of each alternative: the next that does not begin alike up to it. Where it
    /// fails, so do all before that.
    next: Vec<Vec<usize>>,
}

/// A rule that may arise on targets that are alike, with those of its alternatives that may hold.
struct Candidate {
    /// Which rule.
    rule: usize,
    alternatives: Vec<Possible>,
}

/// An alternative of which all that targets have in common holds.
struct Possible {
    number: usize,
    /// Whether it does for the request, or what is no flow, and for the answer.
    ways: [bool; 2],
    /// A literal that does not hold for the other of them.
    failed: Option<usize>,
}

/// The rules that are not switched off.
pub(crate) struct Rules<'m> {
    rules: Vec<Asked<'m>>,
    atoms: Vec<&'m Atom>,
    /// Rules by what they are tried on, in the order of the catalog.
    on_flows: Vec<usize>,
    on_elements: IdMap<KindId, Vec<usize>>,
    on_boundaries: Vec<usize>,
    on_model: Vec<usize>,
}

impl<'m> Rules<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut out = Rules {
            rules: Vec::new(),
            atoms: Vec::new(),
            on_flows: Vec::new(),
            on_elements: IdMap::default(),
            on_boundaries: Vec::new(),
            on_model: Vec::new(),
        };
        let mut kinds: Vec<KindId> = model.elements.iter().map(|e| e.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut known: IdMap<&Atom, usize> = IdMap::default();
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
            let split = |(a, literals): (&Alternative, &Vec<Literal>)| {
                let places = literals.iter().copied().enumerate();
                let is_common = |(place, _): &(usize, Literal)| {
                    a.literals.get(*place).is_some_and(|c| alike::decides(&c.atom))
                };
                places.partition(is_common)
            };
            let (common, further) = all.iter().zip(&alternatives).map(split).unzip();
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
            out.rules.push(Asked { id, rule, common, further, next });
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
        known.forget();
        let ways = ways(ground, target);
        let key = Alike::of(ground, target);
        let candidates = match known.candidates.get(&key) {
            Some(candidates) => candidates.clone(),
            None => {
                let candidates = Rc::new(self.candidates(ground, target, &ways, known));
                known.candidates.insert(key, candidates.clone());
                candidates
            }
        };
        let arises = |candidate: &Candidate| {
            let asked = self.rules.get(candidate.rule)?;
            let Some(when) = &asked.rule.when else {
                let (movement, facts) = condition::always(ground, target);
                return Some((asked, movement, facts));
            };
            let (number, on) = self.first(ground, asked, candidate, &ways, known)?;
            Some((asked, on.movement(), facts(ground, when.alternatives.get(number)?, on)))
        };
        candidates.iter().filter_map(arises).collect()
    }

    /// The rules that may arise on all targets that are like this one.
    fn candidates(
        &self,
        ground: &Ground<'m>,
        target: ThreatTarget,
        ways: &Ways<'_>,
        known: &mut Known,
    ) -> Vec<Candidate> {
        let numbers = match target {
            ThreatTarget::Flow(_) => Some(&self.on_flows),
            ThreatTarget::Element(e) => ground.model.element(e).and_then(|e| self.on_elements.get(&e.kind)),
            ThreatTarget::Boundary(_) => Some(&self.on_boundaries),
            ThreatTarget::Model => Some(&self.on_model),
        };
        let candidate = |rule: &usize| {
            let asked = self.rules.get(*rule)?;
            let Some(when) = &asked.rule.when else {
                return Some(Candidate { rule: *rule, alternatives: Vec::new() });
            };
            let mut possible = |(number, alternative): (usize, &Alternative)| {
                let common = asked.common.get(number)?;
                let mut out = Possible { number, ways: [false; 2], failed: None };
                for (possible, on) in out.ways.iter_mut().zip(ways) {
                    let Some(on) = on.filter(|on| speaks_of(alternative, *on)) else { continue };
                    let fails = |(_, (atom, not)): &&(usize, Literal)| {
                        known.holds(ground, &self.atoms, *atom, on) == *not
                    };
                    let failed = common.iter().find(fails).map(|(place, _)| *place);
                    *possible = failed.is_none();
                    out.failed = out.failed.max(failed);
                }
                out.ways.contains(&true).then_some(out)
            };
            let alternatives: Vec<Possible> =
                when.alternatives.iter().enumerate().filter_map(&mut possible).collect();
            (!alternatives.is_empty()).then_some(Candidate { rule: *rule, alternatives })
        };
        // Of elements the list is by kinds alone, and one may be none of those above it.
        let tried = |rule: &&usize| {
            self.rules.get(**rule).is_some_and(|asked| is_tried_on(ground, &asked.rule.on, target))
        };
        numbers.into_iter().flatten().filter(tried).filter_map(candidate).collect()
    }

    /// The first alternative of a rule that holds, and for what.
    fn first<'a>(
        &self,
        ground: &Ground<'_>,
        asked: &Asked<'_>,
        candidate: &Candidate,
        ways: &Ways<'a>,
        known: &mut Known,
    ) -> Option<(usize, On<'a>)> {
        let mut next = 0;
        for Possible { number, ways: possible, failed } in &candidate.alternatives {
            if *number < next {
                continue;
            }
            let further = asked.further.get(*number)?;
            // The furthest literal at which it fails: those that begin alike up to there fail too.
            let mut failed = *failed;
            for on in ways.iter().zip(possible).filter_map(|(on, possible)| on.filter(|_| *possible)) {
                let fails = |(_, (atom, not)): &&(usize, Literal)| {
                    known.holds(ground, &self.atoms, *atom, on) == *not
                };
                match further.iter().find(fails) {
                    None => return Some((*number, on)),
                    Some((place, _)) => failed = failed.max(Some(*place)),
                }
            }
            let of = asked.next.get(*number);
            next = failed.and_then(|at| of?.get(at).copied()).unwrap_or(number + 1);
        }
        None
    }
}

/// Everything that rules are tried on. What is out of scope has no threats.
pub(crate) fn targets(drawn: &Drawn<'_>) -> Vec<ThreatTarget> {
    let model = drawn.model;
    let flows = (0..model.flows.len()).map(|f| ThreatTarget::Flow(FlowId::new(f)));
    let elements = (0..model.elements.len()).map(|e| ThreatTarget::Element(ElementId::new(e)));
    let boundaries = (0..model.boundaries.len()).map(|b| ThreatTarget::Boundary(BoundaryId::new(b)));
    let all = flows.chain(elements).chain(boundaries).chain([ThreatTarget::Model]);
    all.filter(|t| is_in_scope(drawn, *t)).collect()
}

/// Whether anything is looked for on a target: a flow is looked at if one of its ends is.
pub(crate) fn is_in_scope(drawn: &Drawn<'_>, target: ThreatTarget) -> bool {
    let model = drawn.model;
    let scoped = |e: ElementId| model.element(e).is_some_and(|e| e.out_of_scope.is_none());
    match target {
        ThreatTarget::Flow(f) => model.flow(f).is_some_and(|f| scoped(f.source) || scoped(f.target)),
        ThreatTarget::Element(e) => scoped(e),
        ThreatTarget::Boundary(_) | ThreatTarget::Model => true,
    }
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

/// What is known of the target at hand, and of those like it.
pub(crate) struct Known {
    /// The rules that may arise on targets that are alike.
    candidates: IdMap<Alike, Rc<Vec<Candidate>>>,
    /// Which atoms hold or do not hold of the target at hand.
    /// Of the request, or of what is no flow.
    request: Vec<Option<bool>>,
    answer: Vec<Option<bool>>,
    /// Which of them are known.
    touched: Vec<usize>,
}

impl Known {
    pub fn new(rules: &Rules<'_>) -> Self {
        let none = vec![None; rules.atoms.len()];
        Known { candidates: IdMap::default(), request: none.clone(), answer: none, touched: Vec::new() }
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
