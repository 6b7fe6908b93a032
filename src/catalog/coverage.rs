//! Which rules and controls stand for which entries of a framework, and why some have none.
//!
//! Here a rule covers an entry if it refers to it. Whether a drawing shows the entry's attack and
//! the rule finds it there is for the project's tests to say; docs/coverage.md has what they found.

use super::frameworks::{self, Entry, Framework};
use super::{Catalog, ControlKind, Rule};

/// One entry of a framework with what refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered<'a> {
    /// The entry.
    pub entry: Entry,
    /// The threats that refer to it, in the catalog's order.
    pub rules: Vec<&'a Rule>,
    /// The controls that refer to it, in the catalog's order.
    pub controls: Vec<&'a ControlKind>,
    /// The entries below it that are referred to, if none refers to it itself.
    pub through: Vec<Entry>,
    /// Why it has none, if that was decided.
    pub exception: Option<&'static str>,
}

/// How an entry stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A threat or a control refers to it.
    Covered,
    /// One refers to an entry below it.
    Through,
    /// It was left out for a reason.
    Excepted,
    /// Nothing refers to it.
    Open,
}

super::words!(Standing: Covered "covered", Through "through", Excepted "excepted", Open "open");

impl Covered<'_> {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        if !self.rules.is_empty() || !self.controls.is_empty() {
            Standing::Covered
        } else if !self.through.is_empty() {
            Standing::Through
        } else if self.exception.is_some() {
            Standing::Excepted
        } else {
            Standing::Open
        }
    }
}

/// How many entries of a framework, of the sort that it is about, stand how.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The framework.
    pub framework: &'static Framework,
    /// Entries that a threat or control refers to, or to one below it.
    pub covered: usize,
    /// Entries left out for a reason.
    pub excepted: usize,
    /// All of that sort.
    pub all: usize,
}

/// All that refers to an entry.
pub fn of<'a>(catalog: &'a Catalog, entry: &Entry) -> Covered<'a> {
    let (rules, controls) = referring(catalog, entry);
    let referred = |e: &Entry| {
        let (rules, controls) = referring(catalog, e);
        !rules.is_empty() || !controls.is_empty()
    };
    // What tactics hold is another sort of thing, and covering one of it does not cover the tactic.
    let below = entry.below().filter(|e| e.sort == entry.sort && referred(e));
    let through = if rules.is_empty() && controls.is_empty() { below.collect() } else { Vec::new() };
    Covered { entry: *entry, rules, controls, through, exception: exception(entry) }
}

fn referring<'a>(catalog: &'a Catalog, entry: &Entry) -> (Vec<&'a Rule>, Vec<&'a ControlKind>) {
    let (prefix, id) = (entry.framework.prefix, Some(entry.id));
    let rules = catalog.rules.iter().filter(|r| r.refers_to(prefix, id)).collect();
    let controls = catalog.controls.iter().filter(|c| c.refers_to(prefix, id)).collect();
    (rules, controls)
}

/// Every entry of a framework, in the order of its table.
pub fn coverage<'a>(catalog: &'a Catalog, prefix: &str) -> Vec<Covered<'a>> {
    frameworks::entries(prefix).map(|e| of(catalog, &e)).collect()
}

/// A line for each framework and tool.
pub fn counts(catalog: &Catalog) -> Vec<Count> {
    frameworks::frameworks().map(|f| count(f, &coverage(catalog, f.prefix))).collect()
}

/// How many of a framework's entries, of the sort that it is about, stand how.
pub fn count(framework: &'static Framework, all: &[Covered<'_>]) -> Count {
    let of: Vec<Standing> = all.iter().filter(|c| c.entry.is_main()).map(Covered::standing).collect();
    let many = |s: &[Standing]| of.iter().filter(|x| s.contains(x)).count();
    Count {
        framework,
        covered: many(&[Standing::Covered, Standing::Through]),
        excepted: many(&[Standing::Excepted]),
        all: of.len(),
    }
}

const EXCEPTIONS: &str = include_str!("frameworks/exceptions.tsv");

/// The entries left out, each with the reason: framework, id, reason.
pub fn exceptions() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    frameworks::lines(EXCEPTIONS).map(|c| (c.get("framework"), c.get("entry"), c.get("reason")))
}

/// Why nothing refers to an entry: its own reason, that of everything above it, or that of its framework.
pub fn exception(entry: &Entry) -> Option<&'static str> {
    let own = |e: &Entry| {
        exceptions().find(|(f, id, _)| *f == e.framework.prefix && *id == e.id).map(|(_, _, reason)| reason)
    };
    let inherited = || {
        let mut above = entry.above();
        let first = exception(&above.next()?)?;
        above.all(|e| exception(&e).is_some()).then_some(first)
    };
    let whole = || {
        let all = |(f, id, _): &(&str, &str, &str)| *f == entry.framework.prefix && *id == "*";
        exceptions().find(all).map(|(_, _, reason)| reason)
    };
    own(entry).or_else(inherited).or_else(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::edition;

    #[test]
    fn entries_have_their_rules_controls_and_reasons() {
        let c = edition(None).unwrap();
        let find = |prefix, id| of(&c, &frameworks::find(prefix, id).unwrap());
        let llm01 = find("owasp-llm-2026", "LLM01");
        assert_eq!(llm01.standing(), Standing::Covered);
        assert!(llm01.rules.iter().any(|r| r.name == "jailbreak"));
        assert!(!find("atlas", "AML.M0019").controls.is_empty());
        // All that is above it was left out.
        assert_eq!(find("atlas", "AML.T0001").standing(), Standing::Excepted);
        assert!(find("garak", "dan").rules.iter().any(|r| r.name == "jailbreak"));
    }

    #[test]
    fn an_entry_is_covered_through_those_below_it() {
        let text =
            "threat x \"X\" { stride: tampering, on: element, likelihood: 1, impact: 1, scenario: \"s\",
            mitigation: \"m\", refs: [nist-ai-100-2:NISTAML.016] }";
        let (c, _, _) = edition::from_text("test", &[("x.tm", text)]);
        let of = |id| of(&c, &frameworks::find("nist-ai-100-2", id).unwrap());
        assert_eq!(of("NISTAML.016").standing(), Standing::Covered);
        let above = of("NISTAML.015");
        assert_eq!((above.standing(), above.through[0].id), (Standing::Through, "NISTAML.016"));
        assert_eq!(of("NISTAML.01").standing(), Standing::Open);
        let count = counts(&c).into_iter().find(|c| c.framework.prefix == "nist-ai-100-2").unwrap();
        assert_eq!((count.covered, count.excepted, count.all), (2, 0, 25));
    }

    #[test]
    fn exceptions_are_of_entries_that_exist_and_that_nothing_covers() {
        let c = edition(None).unwrap();
        for (prefix, id, reason) in exceptions() {
            let needed = match id {
                "*" => coverage(&c, prefix).iter().any(|e| e.standing() == Standing::Excepted),
                _ => of(&c, &frameworks::find(prefix, id).unwrap()).standing() == Standing::Excepted,
            };
            assert!(needed, "{prefix}:{id} needs no exception");
            assert!(reason.ends_with('.') && reason.len() > 30, "{prefix}:{id}: {reason}");
        }
    }

    #[test]
    fn letters_are_covered_by_the_threats_that_have_them() {
        let c = edition(None).unwrap();
        let all = coverage(&c, "stride");
        assert!(all.iter().all(|e| e.standing() == Standing::Covered));
        assert_eq!(
            all[0].rules.len(),
            c.rules.iter().filter(|r| r.stride.contains(&crate::catalog::Stride::Spoofing)).count()
        );
    }
}
