//! Maps and sets of names and ids.
//!
//! They are those of the standard library with a hash that is several times as fast on short words. It is seeded
//! anew in each run, so nobody can write a model whose names all fall on one place; and so nothing may hang on
//! the order in which such a map is gone through.

use foldhash::fast::RandomState;

/// A map.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, RandomState>;
/// A set.
pub(crate) type Set<T> = std::collections::HashSet<T, RandomState>;
