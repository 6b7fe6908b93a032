//! How the difference between two snapshots is made.

use super::difference::{Difference, FieldChange, Head};
use super::rename::translate;
use super::sides::Side;
use super::snapshot::Snapshot;
use super::{parts, threats};

/// What differs between two states of a model, with the reasons. The same two give the same,
/// always; the order of statements in a model does not count.
pub fn compare(old: &Snapshot, new: &Snapshot) -> Difference {
    let translated = translate(old, new);
    let (before, now) = (Side::new(&translated.snapshot), Side::new(new));
    let renamed = translated.rules.iter().filter(|(name, _)| now.has_rule(name));
    Difference {
        old: Head::of(old),
        new: Head::of(new),
        parts: parts::parts(&before, &now, &translated),
        crossings: parts::crossings(&before, &now, &translated),
        threats: threats::threats(&before, &now, &translated),
        renamed_rules: renamed
            .map(|(new, old)| FieldChange { name: "rule".to_owned(), old: old.clone(), new: new.clone() })
            .collect(),
    }
}
