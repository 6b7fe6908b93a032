//! What data derives from, and where it can arrive.

use super::behind::{Behind, Next};
use super::ids::{IdMap, IdSet};
use super::movements::{Nature, trust};
use super::sets::{Family, Sets};
use super::taint::reached;
use super::{DataFacts, Exposure, Movement, MovementId};
use crate::catalog::{Class, KindId, Trust};
use crate::model::{Data, DataId, ElementId, Model};
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Kinds of data that derive from all that reached their giver when they say nothing else.
const MADE_FROM_WHAT_CAME: &[&str] = &["answers", "embeddings", "weights", "decisions"];

/// Kinds of data that are used and do not become part of what is made. What a model has learned can
/// show in its answers all the same; the rules on inference and inversion speak of that.
const USED_ONLY: &[&str] = &["credentials", "weights"];

/// For each piece of data the elements that are its origin: those that keep it by declaration
/// and those that give it without getting it. If it only goes in circles, all that give it.
pub(crate) fn origins(model: &Model, movements: &[Movement]) -> Vec<Vec<ElementId>> {
    let mut givers: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    let mut gives: IdSet<(DataId, ElementId)> = IdSet::default();
    let mut gets: IdSet<(DataId, ElementId)> = IdSet::default();
    for m in movements {
        for d in &m.data {
            if gives.insert((*d, m.sender))
                && let Some(list) = givers.get_mut(d.index())
            {
                list.push(m.sender);
            }
            gets.insert((*d, m.receiver));
        }
    }
    let mut kept: IdSet<(DataId, ElementId)> = IdSet::default();
    let mut out: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    for (i, e) in model.elements.iter().enumerate() {
        for d in e.stores.iter().chain(&e.holds) {
            if kept.insert((*d, ElementId::new(i)))
                && let Some(list) = out.get_mut(d.index())
            {
                list.push(ElementId::new(i));
            }
        }
    }
    for (i, (list, givers)) in out.iter_mut().zip(givers).enumerate() {
        let d = DataId::new(i);
        list.extend(givers.iter().filter(|e| !gets.contains(&(d, **e)) && !kept.contains(&(d, **e))));
        if list.is_empty() {
            *list = givers;
        }
    }
    out
}

/// What each piece of data derives from, directly, and whether that was found.
fn parents(
    model: &Model,
    natures: &[Nature],
    movements: &[Movement],
    incoming: &[Vec<MovementId>],
) -> Vec<(Vec<DataId>, bool)> {
    let kinds =
        |names: &[&str]| -> Vec<KindId> { names.iter().filter_map(|n| model.catalog.find_kind(n)).collect() };
    let (made, used) = (kinds(MADE_FROM_WHAT_CAME), kinds(USED_ONLY));
    let under = |d: DataId, list: &[KindId]| {
        model.datum(d).is_some_and(|d| list.iter().any(|k| model.catalog.is_under(d.kind, *k)))
    };
    // Who makes a piece of data: who gives it without getting it.
    let mut gets: IdSet<(DataId, ElementId)> = IdSet::default();
    for m in movements {
        for e in reached(model, m) {
            gets.extend(m.data.iter().filter(|d| under(**d, &made)).map(|d| (*d, e)));
        }
    }
    let mut makers: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    let mut makes: IdSet<(DataId, ElementId)> = IdSet::default();
    for m in movements {
        for d in &m.data {
            if under(*d, &made)
                && natures.get(m.sender.index()).is_some_and(|n| n.process)
                && !gets.contains(&(*d, m.sender))
                && makes.insert((*d, m.sender))
                && let Some(list) = makers.get_mut(d.index())
            {
                list.push(m.sender);
            }
        }
    }
    model
        .data
        .iter()
        .enumerate()
        .map(|(i, data)| {
            let id = DataId::new(i);
            if !data.from.is_empty() || !under(id, &made) {
                return (data.from.clone(), false);
            }
            let mut from: BTreeSet<DataId> = BTreeSet::new();
            let mut add = |d: DataId| {
                if d != id && !from.contains(&d) && !under(d, &used) {
                    from.insert(d);
                }
            };
            for maker in makers.get(i).into_iter().flatten() {
                for m in incoming.get(maker.index()).into_iter().flatten() {
                    if let Some(m) = movements.get(m.index()) {
                        m.data.iter().for_each(|d| add(*d));
                    }
                }
                if let Some(e) = model.element(*maker) {
                    e.stores.iter().chain(&e.holds).for_each(|d| add(*d));
                }
            }
            let found = !from.is_empty();
            (from.into_iter().collect(), found)
        })
        .collect()
}

/// Facts of each piece of data.
pub(crate) fn data_facts(
    model: &Model,
    natures: &[Nature],
    movements: &[Movement],
    incoming: &[Vec<MovementId>],
) -> Vec<DataFacts> {
    let mut facts: Vec<DataFacts> = model
        .data
        .iter()
        .zip(parents(model, natures, movements, incoming))
        .map(|(data, (from, found))| DataFacts {
            class: data.class,
            integrity: data.integrity,
            availability: data.availability,
            personal: data.personal,
            from,
            found,
        })
        .collect();
    let children = children(&facts);
    for class in Class::ALL.iter().rev() {
        let of_class = |d: &Data| d.class == *class;
        hand_down(model, &children, of_class, |d| match facts.get_mut(d) {
            Some(f) if f.class <= *class => f.class = *class,
            _ => {}
        });
    }
    hand_down(
        model,
        &children,
        |d| d.personal,
        |d| {
            if let Some(f) = facts.get_mut(d) {
                f.personal = true;
            }
        },
    );
    facts
}

/// What is made of each piece of data, directly.
fn children(facts: &[DataFacts]) -> Vec<Vec<DataId>> {
    let mut out: Vec<Vec<DataId>> = vec![Vec::new(); facts.len()];
    for (i, facts) in facts.iter().enumerate() {
        for parent in &facts.from {
            if let Some(list) = out.get_mut(parent.index()) {
                list.push(DataId::new(i));
            }
        }
    }
    out
}

/// Visits all data that has something, and all that derives from it, each once.
fn hand_down(
    model: &Model,
    children: &[Vec<DataId>],
    has: impl Fn(&Data) -> bool,
    mut visit: impl FnMut(usize),
) {
    let mut seen = vec![false; children.len()];
    let mut queue: Vec<usize> =
        (0..children.len()).filter(|i| model.data.get(*i).is_some_and(&has)).collect();
    while let Some(d) = queue.pop() {
        if seen.get_mut(d).is_none_or(|s| std::mem::replace(s, true)) {
            continue;
        }
        visit(d);
        queue.extend(children.get(d).into_iter().flatten().map(|c| c.index()));
    }
}

/// Each piece of data with all that derives from it; only what is kept or moved anywhere, since
/// nothing else can be met.
pub(crate) fn derived(
    facts: &[DataFacts],
    origins: &[Vec<ElementId>],
    families: &Sets<DataId, ()>,
) -> Vec<Rc<Family>> {
    let children = children(facts);
    let is_somewhere = |d: DataId| origins.get(d.index()).is_some_and(|o| !o.is_empty());
    let next = |d: DataId, out: &mut Vec<Next<DataId>>| {
        out.extend(children.get(d.index()).into_iter().flatten().map(|c| (*c, true)));
    };
    let mut behind = Behind::default();
    (0..facts.len()).map(|i| behind.of(families, DataId::new(i), &next, &is_somewhere)).collect()
}

/// Where each piece of data, or what derives from it, can arrive at the lowest trust.
pub(crate) fn exposures(
    model: &Model,
    movements: &[Movement],
    outgoing: &[Vec<MovementId>],
    origins: &[Vec<ElementId>],
    derived: &[Rc<Family>],
) -> Vec<Exposure> {
    let mut spread = Spread::new(model, movements, outgoing);
    // Data that is nowhere itself is as exposed as what derives from it.
    let mut of_family: HashMap<usize, Exposure> = HashMap::new();
    let mut exposure = |i: usize, family: &Family, home: &[ElementId]| {
        let sources = spread.sources(DataId::new(i), home);
        // First from where it is kept; what is derived elsewhere by declaration begins there.
        let elsewhere = family.items.iter().filter_map(|d| origins.get(d.index())).flatten();
        let starts = home.iter().chain(elsewhere).copied();
        // Nothing can arrive lower than this, and of several who are as low the first counts.
        let lowest = spread.lowest_of_all;
        spread.from(starts, &family.items, |e| trust(model, e) == lowest && !sources.contains(&e));
        spread.lowest(&sources, home)
    };
    derived
        .iter()
        .enumerate()
        .map(|(i, family)| {
            let home = origins.get(i).map_or(&[][..], Vec::as_slice);
            if !home.is_empty() {
                return exposure(i, family, home);
            }
            of_family.entry(family.id).or_insert_with(|| exposure(i, family, home)).clone()
        })
        .collect()
}

/// An element with one of those from where something came to it.
struct Came {
    element: ElementId,
    root: ElementId,
    /// The movement that brought it, and from which other of these; where it begins there is none.
    by: Option<(MovementId, usize)>,
}

/// How something spreads from where it begins, for one thing after the other.
///
/// Of an element two roots are known, if there are two: so it is known of each root whether it gets
/// something from another, in whatever order they come.
struct Spread<'a> {
    model: &'a Model,
    movements: &'a [Movement],
    /// The movements that each element gives.
    outgoing: &'a [Vec<MovementId>],
    /// Those of each element that carry a piece of data.
    given: IdMap<(DataId, ElementId), Vec<MovementId>>,
    /// The lowest trust that any element has.
    lowest_of_all: Trust,
    came: Vec<Came>,
    /// The roots of each element.
    roots: IdMap<ElementId, (ElementId, Option<ElementId>)>,
    /// Elements to which it comes from another root, in the order in which it does.
    arrived: Vec<(ElementId, MovementId, usize)>,
    has_arrived: IdSet<ElementId>,
}

impl<'a> Spread<'a> {
    fn new(model: &'a Model, movements: &'a [Movement], outgoing: &'a [Vec<MovementId>]) -> Self {
        let mut given: IdMap<(DataId, ElementId), Vec<MovementId>> = IdMap::default();
        for (i, m) in movements.iter().enumerate() {
            for d in &m.data {
                given.entry((*d, m.sender)).or_default().push(MovementId::new(i));
            }
        }
        let all = (0..model.elements.len()).map(ElementId::new);
        Spread {
            model,
            movements,
            outgoing,
            given,
            lowest_of_all: all.map(|e| trust(model, e)).min().unwrap_or(Trust::Untrusted),
            came: Vec::new(),
            roots: IdMap::default(),
            arrived: Vec::new(),
            has_arrived: IdSet::default(),
        }
    }

    /// Where a piece of data came from: of its origins those to which it comes from no other; if it
    /// comes to all of them, all. A copy that is kept elsewhere came there.
    fn sources(&mut self, data: DataId, origins: &[ElementId]) -> IdSet<ElementId> {
        let all = || origins.iter().copied().collect();
        if origins.len() < 2 {
            return all();
        }
        self.from(origins.iter().copied(), &[data], |_| false);
        let first: IdSet<ElementId> =
            origins.iter().copied().filter(|e| !self.has_arrived.contains(e)).collect();
        if first.is_empty() { all() } else { first }
    }

    /// Spreads along the movements that carry any of these data, sorted, until it arrives where it is
    /// `enough`.
    fn from(
        &mut self,
        starts: impl Iterator<Item = ElementId>,
        data: &[DataId],
        enough: impl Fn(ElementId) -> bool,
    ) {
        self.came.clear();
        self.roots.clear();
        self.arrived.clear();
        self.has_arrived.clear();
        for start in starts {
            let mut at = self.came.len();
            self.come(start, start, None);
            while let Some((e, root)) = self.came.get(at).map(|c| (c.element, c.root)) {
                for id in self.given(e, data) {
                    let Some(m) = self.movements.get(id.index()) else { continue };
                    for r in reached(self.model, m) {
                        if r != root && self.has_arrived.insert(r) {
                            self.arrived.push((r, id, at));
                            if enough(r) {
                                return;
                            }
                        }
                        self.come(r, root, Some((id, at)));
                    }
                }
                at += 1;
            }
        }
    }

    /// The movements of an element that carry any of these data, in the order of the text: by what it
    /// gives or by the data, whichever are fewer.
    fn given(&self, e: ElementId, data: &[DataId]) -> Vec<MovementId> {
        let all = self.outgoing.get(e.index()).map_or(&[][..], Vec::as_slice);
        if let [one] = data {
            return self.given.get(&(*one, e)).cloned().unwrap_or_default();
        }
        if all.len() <= data.len() {
            let carries = |id: &MovementId| {
                let m = self.movements.get(id.index());
                m.is_some_and(|m| m.data.iter().any(|d| data.binary_search(d).is_ok()))
            };
            return all.iter().copied().filter(carries).collect();
        }
        let of = |d: &DataId| self.given.get(&(*d, e)).into_iter().flatten().copied();
        let mut out: Vec<MovementId> = data.iter().flat_map(of).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    fn come(&mut self, element: ElementId, root: ElementId, by: Option<(MovementId, usize)>) {
        match self.roots.entry(element) {
            Entry::Vacant(new) => {
                new.insert((root, None));
            }
            Entry::Occupied(mut known) => match known.get_mut() {
                (first, second @ None) if *first != root => *second = Some(root),
                _ => return,
            },
        }
        self.came.push(Came { element, root, by });
    }

    /// The lowest trust at which it arrives, but for where it came from, and how: from `home`, if the
    /// way leads by there.
    fn lowest(&self, sources: &IdSet<ElementId>, home: &[ElementId]) -> Exposure {
        let arrived = self.arrived.iter().filter(|(e, ..)| !sources.contains(e));
        let Some((e, last, mut at)) = arrived.copied().min_by_key(|(e, ..)| trust(self.model, *e)) else {
            return Exposure { level: None, path: Vec::new() };
        };
        let home: IdSet<&ElementId> = home.iter().collect();
        let mut path = vec![last];
        while let Some(came) = self.came.get(at).filter(|c| !home.contains(&c.element))
            && let Some((movement, from)) = came.by
        {
            path.push(movement);
            at = from;
        }
        path.reverse();
        Exposure { level: Some(trust(self.model, e)), path }
    }
}
