//! Responses and tests by rule and target, so that those of a threat are found without looking at
//! all of them.

use super::ground::Ground;
use super::threat::{Threat, ThreatTarget};
use crate::catalog::{KindId, RuleId};
use crate::model::{BoundaryId, Model, Response, ResponseKind, Target};
use std::collections::{HashMap, HashSet};

/// What a statement's target takes in. A threat's target has all keys whose statements cover it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    All,
    AnyFlow,
    AnyKind(KindId),
    Boundary(BoundaryId),
    Only(ThreatTarget),
}

/// The keys of a statement's target.
pub(crate) fn keys(target: &Target) -> Vec<Key> {
    match target {
        Target::All => vec![Key::All],
        Target::AnyFlow => vec![Key::AnyFlow],
        Target::AnyKind(kind) => vec![Key::AnyKind(*kind)],
        Target::Boundary(b) => vec![Key::Boundary(*b)],
        Target::Element(e) => vec![Key::Only(ThreatTarget::Element(*e))],
        Target::Flows(list) => list.iter().map(|f| Key::Only(ThreatTarget::Flow(*f))).collect(),
        Target::Data(_) => Vec::new(),
    }
}

/// The keys under which a threat's target is spoken of.
pub(crate) fn keys_of(model: &Model, target: ThreatTarget) -> Vec<Key> {
    let mut out = vec![Key::All, Key::Only(target)];
    match target {
        ThreatTarget::Element(e) => {
            if let Some(kind) = model.element(e).map(|e| e.kind) {
                let above = model.catalog.kind(kind).map_or(&[][..], |k| &k.above);
                out.extend(above.iter().chain([&kind]).map(|k| Key::AnyKind(*k)));
            }
            out.extend(model.around(e).into_iter().map(Key::Boundary));
        }
        ThreatTarget::Flow(f) => {
            out.push(Key::AnyFlow);
            // A boundary takes in the flows between parts in it.
            if let Some(flow) = model.flow(f) {
                let target = model.around(flow.target);
                let both = model.around(flow.source).into_iter().filter(|b| target.contains(b));
                out.extend(both.map(Key::Boundary));
            }
        }
        ThreatTarget::Boundary(b) => out.extend(model.chain(b).map(Key::Boundary)),
        ThreatTarget::Model => {}
    }
    out
}

/// Whether a statement about `target` speaks of a threat on `of`.
pub fn covers(model: &Model, target: &Target, of: ThreatTarget) -> bool {
    let of = keys_of(model, of);
    keys(target).iter().any(|k| of.contains(k))
}

/// The responses of a model. Of several to one threat the first counts; `rated` and the others are
/// two sorts, which do not meet.
pub(crate) struct Answers<'m> {
    model: &'m Model,
    /// Responses by sort, rule and key, each by its number, in the order of the text.
    lists: HashMap<(bool, RuleId, Key), Vec<usize>>,
    /// Rules that have any.
    rules: HashSet<RuleId>,
}

/// A response with its place in the model.
pub(crate) type Numbered<'m> = (usize, &'m Response);

impl<'m> Answers<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut lists: HashMap<(bool, RuleId, Key), Vec<usize>> = HashMap::new();
        for (i, r) in model.responses.iter().enumerate() {
            for key in keys(&r.on.target) {
                lists.entry((r.kind == ResponseKind::Rated, r.rule, key)).or_default().push(i);
            }
        }
        Answers { model, lists, rules: model.responses.iter().map(|r| r.rule).collect() }
    }

    fn of<'a>(
        &'a self,
        rated: bool,
        rule: RuleId,
        keys: &'a [Key],
    ) -> impl Iterator<Item = (Key, &'a [usize])> {
        let lists = keys.iter().filter_map(move |k| Some((*k, self.lists.get(&(rated, rule, *k))?)));
        lists.map(|(k, list)| (k, list.as_slice()))
    }

    /// The keys of a threat's target, if any response speaks of its rule.
    pub fn keys(&self, ground: &Ground<'_>, rule: RuleId, target: ThreatTarget) -> Vec<Key> {
        if self.rules.contains(&rule) { keys_of(ground.model, target) } else { Vec::new() }
    }

    /// The response to a threat that counts; of `rated` statements, or of all others.
    pub fn first(&self, rated: bool, rule: RuleId, keys: &[Key]) -> Option<Numbered<'m>> {
        let first = self.of(rated, rule, keys).filter_map(|(_, list)| list.first().copied()).min()?;
        Some((first, self.model.responses.get(first)?))
    }
}

/// Responses to threats that have one already. Each is found once, however many threats it meets.
#[derive(Default)]
pub(crate) struct Surplus {
    said: HashSet<usize>,
    /// Lists of which all but the first have been looked at.
    done: HashSet<(bool, RuleId, Key)>,
}

impl Surplus {
    /// Those of a threat that have not been said, beside the first.
    pub fn of<'m>(
        &mut self,
        answers: &Answers<'m>,
        rated: bool,
        rule: RuleId,
        keys: &[Key],
        first: usize,
    ) -> Vec<Numbered<'m>> {
        let mut out: Vec<usize> = Vec::new();
        for (key, list) in answers.of(rated, rule, keys) {
            let new = self.done.insert((rated, rule, key));
            let look = if new { list } else { list.get(..1).unwrap_or_default() };
            out.extend(look.iter().filter(|i| **i != first && self.said.insert(**i)));
        }
        out.sort_unstable();
        out.into_iter().filter_map(|i| Some((i, answers.model.responses.get(i)?))).collect()
    }
}

/// Which rules arise where, by the keys that statements can ask for.
pub(crate) struct Arising {
    keys: HashSet<(RuleId, Key)>,
    /// What arises under each key, the worst threat first, each rule once with the place of that
    /// threat.
    rules: HashMap<Key, Vec<(usize, RuleId)>>,
}

impl Arising {
    /// Of threats in their final order.
    pub fn new(model: &Model, threats: &[Threat]) -> Self {
        let mut out = Arising { keys: HashSet::new(), rules: HashMap::new() };
        for (i, t) in threats.iter().enumerate() {
            for key in keys_of(model, t.target) {
                if out.keys.insert((t.rule, key)) {
                    out.rules.entry(key).or_default().push((i, t.rule));
                }
            }
        }
        out
    }

    /// Whether a rule arises at a statement's target.
    pub fn has(&self, rule: RuleId, target: &Target) -> bool {
        keys(target).into_iter().any(|k| self.keys.contains(&(rule, k)))
    }

    /// The rules that arise at a statement's target, the worst first.
    pub fn rules(&self, target: &Target) -> Vec<RuleId> {
        let mut all: Vec<(usize, RuleId)> =
            keys(target).iter().filter_map(|k| self.rules.get(k)).flatten().copied().collect();
        all.sort_unstable();
        let mut seen = HashSet::new();
        all.into_iter().map(|(_, rule)| rule).filter(|rule| seen.insert(*rule)).collect()
    }
}
