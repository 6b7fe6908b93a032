//! Responses and tests by rule and target, so that those of a threat are found without looking at
//! all of them.

use super::ground::Ground;
use super::ids::{IdMap, IdSet};
use super::threat::{Threat, ThreatTarget};
use crate::catalog::{KindId, RuleId};
use crate::model::{BoundaryId, ElementId, Model, Response, ResponseKind, Target};

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
            out.extend(around(model, e).map(Key::Boundary));
        }
        ThreatTarget::Flow(f) => {
            out.push(Key::AnyFlow);
            // A boundary takes in the flows between parts in it.
            if let Some(flow) = model.flow(f) {
                let both = around(model, flow.source).filter(|b| around(model, flow.target).any(|t| t == *b));
                out.extend(both.map(Key::Boundary));
            }
        }
        ThreatTarget::Boundary(b) => out.extend(model.chain(b).map(Key::Boundary)),
        ThreatTarget::Model => {}
    }
    out
}

fn around(model: &Model, element: ElementId) -> impl Iterator<Item = BoundaryId> {
    let inner = model.element(element).and_then(|e| e.boundary);
    inner.into_iter().flat_map(|b| model.chain(b))
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
    lists: IdMap<(bool, RuleId, Key), Vec<usize>>,
    /// Rules that have any.
    rules: IdSet<RuleId>,
}

/// A response with its place in the model.
pub(crate) type Numbered<'m> = (usize, &'m Response);

impl<'m> Answers<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut lists: IdMap<(bool, RuleId, Key), Vec<usize>> = IdMap::default();
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
    said: IdSet<usize>,
    /// Lists of which all but the first have been looked at.
    done: IdSet<(bool, RuleId, Key)>,
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

/// Which rules arise where, by the keys that the model's statements ask for.
pub(crate) struct Arising {
    keys: IdSet<(RuleId, Key)>,
    /// What arises under each key, the worst threat first, each rule once with the place of that
    /// threat.
    rules: IdMap<Key, Vec<(usize, RuleId)>>,
}

impl Arising {
    /// Of threats in their final order.
    pub fn new(model: &Model, threats: &[Threat]) -> Self {
        let mut out = Arising { keys: IdSet::default(), rules: IdMap::default() };
        let places = model.responses.iter().map(|r| &r.on).chain(model.tests.iter().map(|t| &t.on));
        let asked: IdSet<Key> = places.flat_map(|on| keys(&on.target)).collect();
        if asked.is_empty() {
            return out;
        }
        for (i, t) in threats.iter().enumerate() {
            for key in keys_of(model, t.target) {
                if asked.contains(&key) && out.keys.insert((t.rule, key)) {
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
        let mut seen = IdSet::default();
        all.into_iter().map(|(_, rule)| rule).filter(|rule| seen.insert(*rule)).collect()
    }
}
