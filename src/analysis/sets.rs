//! Sets that are kept once: those from which many threats start are the same for most of them, and
//! so is what has to be known of such a set.

use super::ids::IdMap;
use super::movements::trust;
use super::named;
use crate::catalog::Trust;
use crate::model::{DataId, ElementId, Model, ZoneId};
use std::cell::{OnceCell, RefCell};
use std::hash::Hash;
use std::rc::Rc;
use std::sync::Arc;

/// A set, sorted. Two that are equal are one.
pub(crate) struct Set<T, M> {
    /// Which of all sets it is.
    pub id: usize,
    pub items: Arc<[T]>,
    /// What was found about it.
    memo: M,
}

/// A set of elements.
pub(crate) type Group = Set<ElementId, About>;

/// Data and all that derives from it.
pub(crate) type Family = Set<DataId, ()>;

impl<T: Copy + Ord, M> Set<T, M> {
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn contains(&self, item: T) -> bool {
        self.items.binary_search(&item).is_ok()
    }
}

/// What is asked of a set of elements again and again.
#[derive(Default)]
pub(crate) struct About {
    zones: OnceCell<Vec<ZoneId>>,
    lowest: OnceCell<Option<Trust>>,
    all: OnceCell<String>,
}

impl Group {
    /// The zones of its elements, sorted.
    pub fn zones(&self, model: &Model) -> &[ZoneId] {
        self.memo.zones.get_or_init(|| {
            let elements = self.items.iter().filter_map(|e| model.element(*e));
            let mut zones: Vec<ZoneId> = elements.map(|e| e.zone).collect();
            zones.sort_unstable();
            zones.dedup();
            zones
        })
    }

    /// The lowest trust among its elements.
    pub fn lowest(&self, model: &Model) -> Option<Trust> {
        *self.memo.lowest.get_or_init(|| self.items.iter().map(|e| trust(model, *e)).min())
    }

    /// All of them by their labels: `A, B and C`.
    pub fn all(&self, model: &Model) -> &str {
        self.memo.all.get_or_init(|| named::elements(model, &self.items))
    }
}

/// What was found once, by what it was asked for.
pub(crate) type Memo<K, V> = RefCell<IdMap<K, Rc<V>>>;

/// All sets of one sort.
pub(crate) struct Sets<T, M> {
    known: Memo<Arc<[T]>, Set<T, M>>,
    /// Differences by the two sets that they are of.
    differences: Memo<(usize, usize), Set<T, M>>,
    /// Unions by the sets that they are of.
    unions: Memo<Vec<usize>, Set<T, M>>,
}

impl<T, M> Default for Sets<T, M> {
    fn default() -> Self {
        Sets { known: RefCell::default(), differences: RefCell::default(), unions: RefCell::default() }
    }
}

impl<T: Copy + Ord + Hash, M: Default> Sets<T, M> {
    /// The set of these.
    pub fn of(&self, mut items: Vec<T>) -> Rc<Set<T, M>> {
        items.sort_unstable();
        items.dedup();
        let known = self.known.borrow().get(items.as_slice()).cloned();
        known.unwrap_or_else(|| self.add(items.into()))
    }

    /// The set of these, which are sorted and there once each.
    pub fn of_sorted(&self, items: &Arc<[T]>) -> Rc<Set<T, M>> {
        let known = self.known.borrow().get(items).cloned();
        known.unwrap_or_else(|| self.add(items.clone()))
    }

    fn add(&self, items: Arc<[T]>) -> Rc<Set<T, M>> {
        let mut known = self.known.borrow_mut();
        let set = Rc::new(Set { id: known.len(), items: items.clone(), memo: M::default() });
        known.insert(items, set.clone());
        set
    }

    /// The set of all that are in any of several.
    pub fn union(&self, sets: &[Rc<Set<T, M>>]) -> Rc<Set<T, M>> {
        let mut distinct: Vec<&Rc<Set<T, M>>> = sets.iter().filter(|s| !s.is_empty()).collect();
        distinct.sort_unstable_by_key(|s| s.id);
        distinct.dedup_by_key(|s| s.id);
        match distinct.as_slice() {
            [] => self.of(Vec::new()),
            [one] => Rc::clone(one),
            _ => {
                let ids: Vec<usize> = distinct.iter().map(|s| s.id).collect();
                let known = self.unions.borrow().get(&ids).cloned();
                known.unwrap_or_else(|| {
                    let union = self.of(distinct.iter().flat_map(|s| s.items.iter().copied()).collect());
                    self.unions.borrow_mut().insert(ids, union.clone());
                    union
                })
            }
        }
    }

    /// The set without those of another.
    pub fn without(&self, set: &Rc<Set<T, M>>, other: &Set<T, M>) -> Rc<Set<T, M>> {
        // One element is asked for often, and mostly is not there.
        if other.items.len() < 2 && !other.items.iter().any(|x| set.contains(*x)) {
            return set.clone();
        }
        let key = (set.id, other.id);
        let known = self.differences.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let left = self.of(set.items.iter().copied().filter(|x| !other.contains(*x)).collect());
            self.differences.borrow_mut().insert(key, left.clone());
            left
        })
    }
}
