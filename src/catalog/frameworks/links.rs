//! How entries of frameworks hang together: what mitigates what, which incident showed what, and
//! which entry of an older list one continues. From `links.tsv`, read when first asked for.
//!
//! Each line says `framework entry relation to`, where `to` has ids of the same framework with
//! commas between them, or whole references.

use super::{Entry, find, lines};
use std::collections::HashMap;
use std::sync::OnceLock;

/// How one entry is tied to another.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It is above the other in their framework.
    Above,
    /// It is below the other.
    Below,
    /// It mitigates the other.
    Mitigates,
    /// The other mitigates it.
    MitigatedBy,
    /// It is a case in which the other was done.
    Shows,
    /// The other is a case in which it was done.
    ShownBy,
    /// It continues the other, of an older list.
    Continues,
    /// A newer list has the other in its place.
    ContinuedBy,
}

impl Relation {
    /// In words, before the other's name: `mitigated by`.
    pub fn words(self) -> &'static str {
        match self {
            Relation::Above => "has under it",
            Relation::Below => "under",
            Relation::Mitigates => "mitigates",
            Relation::MitigatedBy => "mitigated by",
            Relation::Shows => "shows",
            Relation::ShownBy => "seen in",
            Relation::Continues => "continues",
            Relation::ContinuedBy => "continued by",
        }
    }

    /// The word of the table, and the same tie from the other end.
    fn from_word(word: &str) -> Option<(Relation, Relation)> {
        Some(match word {
            "mitigates" => (Relation::Mitigates, Relation::MitigatedBy),
            "shows" => (Relation::Shows, Relation::ShownBy),
            "continues" => (Relation::Continues, Relation::ContinuedBy),
            _ => return None,
        })
    }
}

const LINKS: &str = include_str!("links.tsv");

type Key = (&'static str, &'static str);

fn all() -> &'static HashMap<Key, Vec<(Relation, Key)>> {
    static ALL: OnceLock<HashMap<Key, Vec<(Relation, Key)>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: HashMap<Key, Vec<(Relation, Key)>> = HashMap::new();
        for cells in lines(LINKS) {
            let from = (cells.get("framework"), cells.get("entry"));
            let Some((there, back)) = Relation::from_word(cells.get("relation")) else { continue };
            for to in cells.get("to").split(',') {
                let to = to.split_once(':').unwrap_or((from.0, to));
                all.entry(from).or_default().push((there, to));
                all.entry(to).or_default().push((back, from));
            }
        }
        all
    })
}

/// What an entry is tied to, what is above and below it first; in the order of the tables.
pub fn links(entry: &Entry) -> Vec<(Relation, Entry)> {
    let mut out: Vec<(Relation, Entry)> = entry.above().map(|e| (Relation::Below, e)).collect();
    out.extend(entry.below().map(|e| (Relation::Above, e)));
    let more = all().get(&(entry.framework.prefix, entry.id)).map_or(&[][..], Vec::as_slice);
    out.extend(more.iter().filter_map(|(relation, (prefix, id))| Some((*relation, find(prefix, id)?))));
    out.sort_by_key(|(relation, _)| *relation);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_is_of_entries_that_exist() {
        for cells in lines(LINKS) {
            let (prefix, id, to) = (cells.get("framework"), cells.get("entry"), cells.get("to"));
            assert!(Relation::from_word(cells.get("relation")).is_some(), "{prefix}:{id}");
            assert!(find(prefix, id).is_some(), "{prefix}:{id}");
            for t in to.split(',') {
                let (p, i) = t.split_once(':').unwrap_or((prefix, t));
                assert!(find(p, i).is_some(), "{prefix}:{id} -> {p}:{i}");
            }
        }
    }

    #[test]
    fn links_lead_both_ways() {
        let of = |prefix, id| -> Vec<(&str, &str)> {
            links(&find(prefix, id).unwrap()).iter().map(|(r, e)| (r.words(), e.id)).collect()
        };
        assert!(of("owasp-llm-2026", "LLM03").contains(&("continues", "LLM06")));
        assert!(of("owasp-llm-2025", "LLM06").contains(&("continued by", "LLM03")));
        assert!(of("atlas", "AML.T0051.000").contains(&("under", "AML.TA0005")));
        assert!(of("atlas", "AML.T0015").contains(&("seen in", "AML.CS0000")));
        assert!(of("saif", "riskDataPoisoning").iter().any(|(r, _)| *r == "mitigated by"));
    }
}
