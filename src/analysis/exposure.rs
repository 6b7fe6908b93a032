//! What data derives from, and where it can arrive.

use super::movements::{Nature, trust};
use super::taint::reached;
use super::{DataFacts, Exposure, Movement, MovementId};
use crate::catalog::KindId;
use crate::model::{DataId, ElementId, Model};
use std::collections::VecDeque;

/// Kinds of data that derive from all that reached their giver when they say nothing else.
const MADE_FROM_WHAT_CAME: &[&str] = &["answers", "embeddings", "weights", "decisions"];

/// Kinds of data that are used and do not become part of what is made. What a model has learned can
/// show in its answers all the same; the rules on inference and inversion speak of that.
const USED_ONLY: &[&str] = &["credentials", "weights"];

/// For each piece of data the elements that are its origin: those that keep it by declaration
/// and those that give it without getting it. If it only goes in circles, all that give it.
pub(crate) fn origins(model: &Model, movements: &[Movement]) -> Vec<Vec<ElementId>> {
    let mut givers: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    let mut getters: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    let add = |lists: &mut Vec<Vec<ElementId>>, d: DataId, e: ElementId| {
        if let Some(list) = lists.get_mut(d.index())
            && !list.contains(&e)
        {
            list.push(e);
        }
    };
    for m in movements {
        for d in &m.data {
            add(&mut givers, *d, m.sender);
            add(&mut getters, *d, m.receiver);
        }
    }
    let mut out: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    for (i, e) in model.elements.iter().enumerate() {
        for d in e.stores.iter().chain(&e.holds) {
            add(&mut out, *d, ElementId::new(i));
        }
    }
    for (i, list) in out.iter_mut().enumerate() {
        let (Some(gives), Some(gets)) = (givers.get(i), getters.get(i)) else { continue };
        for e in gives.iter().filter(|e| !gets.contains(e)) {
            if !list.contains(e) {
                list.push(*e);
            }
        }
        if list.is_empty() {
            list.clone_from(gives);
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
    let mut makers: Vec<Vec<ElementId>> = vec![Vec::new(); model.data.len()];
    for m in movements {
        for d in &m.data {
            if under(*d, &made)
                && natures.get(m.sender.index()).is_some_and(|n| n.process)
                && !incoming
                    .get(m.sender.index())
                    .into_iter()
                    .flatten()
                    .any(|id| movements.get(id.index()).is_some_and(|i| i.data.contains(d)))
                && let Some(list) = makers.get_mut(d.index())
                && !list.contains(&m.sender)
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
            let mut from: Vec<DataId> = Vec::new();
            let mut add = |d: DataId| {
                if d != id && !from.contains(&d) && !under(d, &used) {
                    from.push(d);
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
            from.sort_unstable();
            let found = !from.is_empty();
            (from, found)
        })
        .collect()
}

/// All that can be reached from `start` by `next`, `start` included.
fn closure(start: usize, next: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; next.len()];
    let mut out = vec![start];
    if let Some(s) = seen.get_mut(start) {
        *s = true;
    }
    let mut i = 0;
    while let Some(&d) = out.get(i) {
        for &n in next.get(d).into_iter().flatten() {
            if let Some(s) = seen.get_mut(n)
                && !std::mem::replace(s, true)
            {
                out.push(n);
            }
        }
        i += 1;
    }
    out
}

/// Facts of each piece of data, and for each all that derives from it, itself first.
pub(crate) fn data_facts(
    model: &Model,
    natures: &[Nature],
    movements: &[Movement],
    incoming: &[Vec<MovementId>],
) -> (Vec<DataFacts>, Vec<Vec<DataId>>) {
    let parents = parents(model, natures, movements, incoming);
    let up: Vec<Vec<usize>> = parents.iter().map(|(p, _)| p.iter().map(|d| d.index()).collect()).collect();
    let mut down: Vec<Vec<usize>> = vec![Vec::new(); up.len()];
    for (i, list) in up.iter().enumerate() {
        for p in list {
            if let Some(d) = down.get_mut(*p) {
                d.push(i);
            }
        }
    }
    let facts = model
        .data
        .iter()
        .zip(parents)
        .enumerate()
        .map(|(i, (data, (from, found)))| {
            let all = closure(i, &up);
            let ancestors = || all.iter().filter_map(|&d| model.data.get(d));
            DataFacts {
                class: ancestors().map(|d| d.class).max().unwrap_or(data.class),
                integrity: data.integrity,
                availability: data.availability,
                personal: ancestors().any(|d| d.personal),
                from,
                found,
            }
        })
        .collect();
    let derived =
        (0..model.data.len()).map(|i| closure(i, &down).into_iter().map(DataId::new).collect()).collect();
    (facts, derived)
}

/// Where each piece of data, or what derives from it, can arrive at the lowest trust.
pub(crate) fn exposures(
    model: &Model,
    movements: &[Movement],
    outgoing: &[Vec<MovementId>],
    origins: &[Vec<ElementId>],
    derived: &[Vec<DataId>],
) -> Vec<Exposure> {
    (0..model.data.len())
        .map(|i| {
            let none = Vec::new();
            let family = derived.get(i).unwrap_or(&none);
            let home = origins.get(i).cloned().unwrap_or_default();
            let sources = sources(model, movements, outgoing, DataId::new(i), &home);
            let ways = spread(model, movements, outgoing, family, &home, origins);
            let mut best: Option<(crate::catalog::Trust, MovementId)> = None;
            for &(element, by) in &ways {
                let Some(by) = by else { continue };
                if sources.contains(&element) {
                    continue; // Where it came from does not count.
                }
                let t = trust(model, element);
                if best.is_none_or(|(b, _)| t < b) {
                    best = Some((t, by));
                }
            }
            match best {
                None => Exposure { level: None, path: Vec::new() },
                Some((level, last)) => {
                    Exposure { level: Some(level), path: back(movements, &ways, last, &home) }
                }
            }
        })
        .collect()
}

/// Where a piece of data came from: of its origins those to which it comes from no other; if it
/// comes to all of them, all. A copy that is kept elsewhere came there.
fn sources(
    model: &Model,
    movements: &[Movement],
    outgoing: &[Vec<MovementId>],
    data: DataId,
    origins: &[ElementId],
) -> Vec<ElementId> {
    if origins.len() < 2 {
        return origins.to_vec();
    }
    // From which origin it came first to each element, and the origins to which it came from others.
    let mut from: Vec<Option<ElementId>> = vec![None; model.elements.len()];
    let mut queue: VecDeque<ElementId> = VecDeque::new();
    for e in origins {
        if let Some(f) = from.get_mut(e.index()) {
            *f = Some(*e);
            queue.push_back(*e);
        }
    }
    let mut got = vec![false; model.elements.len()];
    while let Some(e) = queue.pop_front() {
        let root = from.get(e.index()).copied().flatten();
        for m in outgoing.get(e.index()).into_iter().flatten().filter_map(|id| movements.get(id.index())) {
            if !m.data.contains(&data) {
                continue;
            }
            for r in reached(model, m) {
                if let Some(g) = got.get_mut(r.index()) {
                    *g |= root != Some(r);
                }
                if let Some(f) = from.get_mut(r.index())
                    && f.is_none()
                {
                    *f = root;
                    queue.push_back(r);
                }
            }
        }
    }
    let first: Vec<ElementId> =
        origins.iter().filter(|e| !got.get(e.index()).copied().unwrap_or(false)).copied().collect();
    if first.is_empty() { origins.to_vec() } else { first }
}

/// Elements that the data or what derives from it comes to, each with the movement that brought
/// it first; those where it begins have none.
pub(crate) fn spread(
    model: &Model,
    movements: &[Movement],
    outgoing: &[Vec<MovementId>],
    family: &[DataId],
    home: &[ElementId],
    origins: &[Vec<ElementId>],
) -> Vec<(ElementId, Option<MovementId>)> {
    let mut seen = vec![false; model.elements.len()];
    let mut out: Vec<(ElementId, Option<MovementId>)> = Vec::new();
    let mut of_family = vec![false; model.data.len()];
    for d in family {
        if let Some(f) = of_family.get_mut(d.index()) {
            *f = true;
        }
    }
    // First from where it is kept; what is derived elsewhere by declaration begins there.
    let elsewhere = family.iter().filter_map(|d| origins.get(d.index())).flatten();
    for start in home.iter().chain(elsewhere) {
        let Some(s) = seen.get_mut(start.index()) else { continue };
        if std::mem::replace(s, true) {
            continue;
        }
        out.push((*start, None));
        let mut queue = VecDeque::from([*start]);
        while let Some(e) = queue.pop_front() {
            for id in outgoing.get(e.index()).into_iter().flatten() {
                let Some(m) = movements.get(id.index()) else { continue };
                if !m.data.iter().any(|d| of_family.get(d.index()).copied().unwrap_or(false)) {
                    continue;
                }
                for r in reached(model, m) {
                    if let Some(s) = seen.get_mut(r.index())
                        && !std::mem::replace(s, true)
                    {
                        out.push((r, Some(*id)));
                        queue.push_back(r);
                    }
                }
            }
        }
    }
    out
}

/// The movements that lead to `last`, first to last.
fn back(
    movements: &[Movement],
    ways: &[(ElementId, Option<MovementId>)],
    last: MovementId,
    home: &[ElementId],
) -> Vec<MovementId> {
    let mut path = vec![last];
    let mut at = movements.get(last.index()).map(|m| m.sender);
    while let Some(e) = at {
        if home.contains(&e) || path.len() > ways.len() {
            break;
        }
        let Some((_, Some(by))) = ways.iter().find(|(w, _)| *w == e) else { break };
        path.push(*by);
        at = movements.get(by.index()).map(|m| m.sender);
    }
    path.reverse();
    path
}
