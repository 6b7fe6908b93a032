//! Why nothing was found: for each part and letter of STRIDE without a threat the reason, from the rules
//! that were tried and what is drawn.

use super::*;
use crate::catalog::expr::{Atom, Condition};
use crate::catalog::{Rule, Subject, Trust};
use crate::report::words::coverage as said;
use std::collections::{BTreeMap, HashMap};

/// The rules of one letter for one sort of part.
#[derive(Default)]
struct Tried<'a> {
    on: Vec<&'a Rule>,
    off: usize,
}

impl Collector<'_> {
    /// The blanks of elements and of flows, those of one letter and reason together.
    pub(super) fn blanks(&self, threats: &[Threat]) -> Vec<Blank> {
        // By part and letter: whether a threat counts, and how many are set aside.
        let mut found: HashMap<(&str, Stride), (bool, usize)> = HashMap::new();
        for t in threats {
            for letter in &t.stride {
                let at = found.entry((t.target.as_str(), *letter)).or_default();
                at.0 |= t.status.counts();
                at.1 += usize::from(!t.status.counts());
            }
        }
        let mut rules: HashMap<(Option<KindId>, Stride), Tried<'_>> = HashMap::new();
        let mut out: BTreeMap<(Stride, BlankReason, String), Vec<Part>> = BTreeMap::new();
        let mut add =
            |part: Part, letter: Stride, scoped: bool, target: ThreatTarget, kind: Option<KindId>| {
                let (counts, aside) = found.get(&(part.id.as_str(), letter)).copied().unwrap_or_default();
                if counts {
                    return;
                }
                let (reason, text) = if !scoped {
                    (BlankReason::OutOfScope, said::OUT_OF_SCOPE.to_owned())
                } else if aside > 0 {
                    (BlankReason::SetAside, said::SET_ASIDE.to_owned())
                } else {
                    let tried = rules.entry((kind, letter)).or_insert_with(|| self.tried(kind, letter));
                    self.reason(tried, target)
                };
                out.entry((letter, reason, text)).or_default().push(part);
            };
        let in_scope = |e: ElementId| self.model.element(e).is_some_and(|e| e.out_of_scope.is_none());
        for (i, e) in self.model.elements.iter().enumerate() {
            let id = ElementId::new(i);
            for letter in Stride::ALL {
                let part = self.part(Place::Element(id));
                add(part, *letter, in_scope(id), ThreatTarget::Element(id), Some(e.kind));
            }
        }
        for (i, f) in self.model.flows.iter().enumerate() {
            let id = FlowId::new(i);
            let scoped = in_scope(f.source) || in_scope(f.target);
            for letter in Stride::ALL {
                add(self.part(Place::Flow(id)), *letter, scoped, ThreatTarget::Flow(id), None);
            }
        }
        let blank = |((stride, because, text), parts)| Blank { stride, because, text, parts };
        out.into_iter().map(blank).collect()
    }

    /// The rules of a letter for elements of a kind; for flows, if none is given.
    fn tried(&self, kind: Option<KindId>, letter: Stride) -> Tried<'_> {
        let mut out = Tried::default();
        for (i, rule) in self.catalog.rules.iter().enumerate() {
            let fits = match (&rule.on, kind) {
                (Subject::Flow, None) | (Subject::Element, Some(_)) => true,
                (Subject::Kinds(of), Some(kind)) => of.iter().any(|k| self.catalog.is_under(kind, *k)),
                _ => false,
            };
            if !fits || !rule.stride.contains(&letter) {
                continue;
            }
            if self.model.off.iter().any(|o| o.rule.index() == i) { out.off += 1 } else { out.on.push(rule) }
        }
        out
    }

    /// Why none of these rules arises on a target. A reason is given only if it is enough by itself.
    fn reason(&self, tried: &Tried<'_>, target: ThreatTarget) -> (BlankReason, String) {
        let say = |reason, text: &str| (reason, text.to_owned());
        match (tried.on.len(), tried.off) {
            (0, 0) => return say(BlankReason::NoRule, said::NO_RULE),
            (0, _) => return say(BlankReason::Off, said::OFF),
            _ => {}
        }
        let every = |fails: &dyn Fn(&Condition) -> bool| {
            let all = tried.on.iter().map(|r| r.when.as_ref().map_or(&[][..], |w| &w.alternatives));
            all.into_iter().all(|a| !a.is_empty() && a.iter().all(|a| a.literals.iter().any(fails)))
        };
        let crosses = |c: &Condition| {
            let none = matches!(target, ThreatTarget::Flow(f) if self.analysis.crossing(f).is_none());
            none && !c.not && matches!(c.atom, Atom::Crosses(_))
        };
        let tainted = |c: &Condition| !c.not && self.is_clean(&c.atom, target);
        if every(&crosses) {
            say(BlankReason::NoCrossing, said::NO_CROSSING)
        } else if every(&tainted) {
            say(BlankReason::NotTainted, said::NOT_TAINTED)
        } else if every(&|c| crosses(c) || tainted(c)) {
            say(BlankReason::NoCrossing, said::NEITHER)
        } else {
            say(BlankReason::NotDrawn, said::NOT_DRAWN)
        }
    }

    /// Whether an atom asks for content of low trust, and none is there.
    fn is_clean(&self, atom: &Atom, target: ThreatTarget) -> bool {
        let reaches = |level: Option<Trust>, own: Trust, by: Option<Trust>| match (level, by) {
            (None, _) => false,
            (Some(level), Some(by)) => level <= by,
            (Some(level), None) => level < own,
        };
        match (atom, target) {
            (Atom::Tainted(_, by), ThreatTarget::Element(e)) => {
                let own = self.model.element(e).map(|e| e.trust);
                let level = self.analysis.taint.get(e.index()).and_then(|t| t.level);
                own.is_some_and(|own| !reaches(level, own, *by))
            }
            (Atom::MovedTainted(by), ThreatTarget::Flow(f)) => {
                let Some(of) = self.analysis.of_flow.get(f.index()) else { return false };
                let both = std::iter::once(of.forward).chain(of.back);
                both.filter_map(|m| self.analysis.movement(m)).all(|m| {
                    let own = self.model.element(m.receiver).map(|e| e.trust);
                    own.is_some_and(|own| !reaches(Some(m.level), own, *by))
                })
            }
            _ => false,
        }
    }
}
