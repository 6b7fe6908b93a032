//! What data derives from, and where it can arrive.

use super::behind::{Behind, Next};
use super::ids::IdSet;
use super::lists::Lists;
use super::movements::Nature;
use super::sets::Sets;
use super::spread::{Carried, Spread};
use super::{DataFacts, Exposure, Movement, MovementId};
use crate::catalog::{Class, KindId};
use crate::model::{Data, DataId, ElementId, Model};
use crate::threads;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

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
    reached: &Lists<ElementId>,
) -> Vec<(Vec<DataId>, bool)> {
    let kinds =
        |names: &[&str]| -> Vec<KindId> { names.iter().filter_map(|n| model.catalog.find_kind(n)).collect() };
    let (made, used) = (kinds(MADE_FROM_WHAT_CAME), kinds(USED_ONLY));
    let under = |d: DataId, list: &[KindId]| {
        model.datum(d).is_some_and(|d| list.iter().any(|k| model.catalog.is_under(d.kind, *k)))
    };
    // Who makes a piece of data: who gives it without getting it.
    let mut gets: IdSet<(DataId, ElementId)> = IdSet::default();
    for (i, m) in movements.iter().enumerate() {
        let made: Vec<DataId> = m.data.iter().copied().filter(|d| under(*d, &made)).collect();
        for e in reached.of(i) {
            gets.extend(made.iter().map(|d| (*d, *e)));
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
    reached: &Lists<ElementId>,
) -> Vec<DataFacts> {
    let mut facts: Vec<DataFacts> = model
        .data
        .iter()
        .zip(parents(model, natures, movements, incoming, reached))
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

/// Each piece of data with all that derives from it, sorted; only what is kept or moved anywhere, since
/// nothing else can be met. Those that are equal are one.
pub(crate) fn derived(facts: &[DataFacts], origins: &[Vec<ElementId>]) -> Vec<Arc<[DataId]>> {
    let children = children(facts);
    let is_somewhere = |d: DataId| origins.get(d.index()).is_some_and(|o| !o.is_empty());
    let next = |d: DataId, out: &mut Vec<Next<DataId>>| {
        out.extend(children.get(d.index()).into_iter().flatten().map(|c| (*c, true)));
    };
    let families: Sets<DataId, ()> = Sets::default();
    let mut behind = Behind::default();
    let family = |i: usize| behind.of(&families, DataId::new(i), &next, &is_somewhere).items.clone();
    (0..facts.len()).map(family).collect()
}

/// For how many pieces of data exposures are looked for at a time.
const BLOCK: usize = 100;

/// Where each piece of data, or what derives from it, can arrive at the lowest trust.
pub(crate) fn exposures(
    carried: &Carried<'_>,
    origins: &[Vec<ElementId>],
    derived: &[Arc<[DataId]>],
) -> Vec<Exposure> {
    let begin = || (Spread::new(carried), HashMap::new());
    let work = |state: &mut (Spread<'_>, HashMap<*const DataId, Exposure>), block: Range<usize>| {
        let (spread, of_family) = state;
        let mut exposure = |i: usize| {
            let home = origins.get(i).map_or(&[][..], Vec::as_slice);
            let family: &[DataId] = derived.get(i).map_or(&[], |f| f);
            let mut find = || {
                let elsewhere = family.iter().filter_map(|d| origins.get(d.index())).flatten().copied();
                spread.exposure(DataId::new(i), home, family, elsewhere)
            };
            // Data that is nowhere itself is as exposed as what derives from it.
            if home.is_empty() {
                of_family.entry(family.as_ptr()).or_insert_with(find).clone()
            } else {
                find()
            }
        };
        block.map(&mut exposure).collect::<Vec<Exposure>>()
    };
    threads::in_blocks(derived.len(), BLOCK, begin(), begin, work).0.concat()
}
