//! Which things of some sort lie behind each, along any net: found once for all that lie behind one
//! another, and only where it is asked for.

use super::ids::IdMap;
use super::sets::{Set, Sets};
use std::hash::Hash;
use std::rc::Rc;

/// Where one step leads, and whether the way goes on from there.
pub(crate) type Next<T> = (T, bool);

/// The sets that have been found, along one net and of one sort.
///
/// The search is Tarjan's for strongly connected parts, without recursion, so that a chain of any
/// length is no danger to the stack.
pub(crate) struct Behind<T, M> {
    /// What lies behind each that has been done, itself included.
    done: IdMap<T, Rc<Set<T, M>>>,
}

impl<T, M> Default for Behind<T, M> {
    fn default() -> Self {
        Behind { done: IdMap::default() }
    }
}

/// One that the search is on its way through.
struct Frame<T> {
    item: T,
    next: Vec<Next<T>>,
    at: usize,
}

impl<T: Copy + Ord + Hash, M: Default> Behind<T, M> {
    /// All that count among the one asked for and those that lie behind it. `next` gives the steps
    /// out of one.
    pub fn of(
        &mut self,
        sets: &Sets<T, M>,
        item: T,
        next: &dyn Fn(T, &mut Vec<Next<T>>),
        counts: &dyn Fn(T) -> bool,
    ) -> Rc<Set<T, M>> {
        if let Some(known) = self.done.get(&item) {
            return known.clone();
        }
        let steps = |e: T| {
            let mut out = Vec::new();
            next(e, &mut out);
            out
        };
        // For each that was met: its number, and the lowest number that it leads back to.
        let mut numbers: IdMap<T, (usize, usize)> = IdMap::default();
        let mut open: Vec<T> = Vec::new();
        let mut frames: Vec<Frame<T>> = Vec::new();
        let enter = |e: T, numbers: &mut IdMap<_, _>, open: &mut Vec<_>| {
            let n = numbers.len();
            numbers.insert(e, (n, n));
            open.push(e);
            Frame { item: e, next: steps(e), at: 0 }
        };
        frames.push(enter(item, &mut numbers, &mut open));
        while let Some(frame) = frames.last_mut() {
            let e = frame.item;
            let step = frame.next.get(frame.at).copied();
            frame.at += 1;
            if let Some((to, on)) = step {
                if !on || self.done.contains_key(&to) {
                    continue;
                }
                match numbers.get(&to).map(|(n, _)| *n) {
                    Some(n) => lower(&mut numbers, e, n),
                    None => frames.push(enter(to, &mut numbers, &mut open)),
                }
                continue;
            }
            frames.pop();
            let Some(&(number, low)) = numbers.get(&e) else { continue };
            if let Some(before) = frames.last() {
                lower(&mut numbers, before.item, low);
            }
            if number == low {
                let first = open.iter().rposition(|x| *x == e).unwrap_or(0);
                let part = open.split_off(first);
                let set = self.part(sets, &part, &steps, counts);
                self.done.extend(part.into_iter().map(|x| (x, set.clone())));
            }
        }
        self.done.get(&item).cloned().unwrap_or_else(|| sets.of(Vec::new()))
    }

    /// What lies behind each of a strongly connected part, all behind that being done.
    fn part(
        &self,
        sets: &Sets<T, M>,
        part: &[T],
        steps: &dyn Fn(T) -> Vec<Next<T>>,
        counts: &dyn Fn(T) -> bool,
    ) -> Rc<Set<T, M>> {
        let mut own: Vec<T> = part.iter().copied().filter(|e| counts(*e)).collect();
        let mut further: Vec<Rc<Set<T, M>>> = Vec::new();
        for e in part {
            for (to, on) in steps(*e) {
                if !on {
                    own.extend(Some(to).filter(|e| counts(*e)));
                } else if let Some(set) = self.done.get(&to)
                    && further.last().is_none_or(|last| last.id != set.id)
                {
                    further.push(set.clone());
                }
            }
        }
        let own = if own.iter().all(|x| further.iter().any(|s| s.contains(*x))) { Vec::new() } else { own };
        further.extend(Some(own).filter(|own| !own.is_empty()).map(|own| sets.of(own)));
        sets.union(&further)
    }
}

fn lower<T: Eq + Hash>(numbers: &mut IdMap<T, (usize, usize)>, e: T, to: usize) {
    if let Some((_, low)) = numbers.get_mut(&e) {
        *low = (*low).min(to);
    }
}
