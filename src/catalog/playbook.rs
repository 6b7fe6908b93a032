//! The playbook of a platform team: the controls that elements should have because of what they are,
//! whatever their threats are. It is data of the catalog (`default_for`, `expects`); this says how it
//! is inherited.

use super::{Catalog, ControlId, KindId, Root};

impl Catalog {
    /// The controls that elements of a kind should have, in the order of the vocabulary: those that the
    /// kind or one above it is named for. What is not built here is asked only for what kinds of
    /// externals are named for: nobody can give a provider's model a guard of their own.
    pub fn expected_of(&self, kind: KindId) -> Vec<ControlId> {
        self.expected(kind, |k, named| self.is_under(k, named))
    }

    /// Those of an element of the kind that is none of some kinds above it.
    pub fn expected_of_one(&self, kind: KindId, none_of: &[KindId]) -> Vec<ControlId> {
        self.expected(kind, |k, named| self.is_under(k, named) && !none_of.contains(&named))
    }

    /// Those of them that the kind itself is named for, and none above it.
    pub fn expected_itself(&self, kind: KindId) -> Vec<ControlId> {
        self.expected(kind, |k, named| k == named)
    }

    fn expected(&self, kind: KindId, fits: impl Fn(KindId, KindId) -> bool) -> Vec<ControlId> {
        let outside = |k: KindId| self.kind(k).is_some_and(|k| k.root == Root::External);
        let named = |k: &KindId| fits(kind, *k) && outside(*k) == outside(kind);
        let all = self.controls.iter().enumerate();
        all.filter(|(_, c)| c.default_for.iter().any(named)).map(|(i, _)| ControlId::new(i)).collect()
    }
}
