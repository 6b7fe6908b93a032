//! Conditions in words, without a model: what each part of one asks, for those who read a rule.
//!
//! What a condition found in a model is said by the analysis; here nothing is found yet.

use super::expr::{Atom, Condition, Keeps, Matter, Moves, Party, Slope, When, Who};
use super::{Catalog, KindId, Literal, Trust, in_a_sentence};
use crate::syntax::tree::Comparison;

/// What one or more alike literals of a condition ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The literals as they are written, with every subject.
    pub written: Vec<String>,
    /// What they ask, in words.
    pub words: String,
}

/// What a condition asks, literal by literal, each once and in the order of the text. Literals that
/// ask the same of several kinds come together.
pub fn asked(when: &When, catalog: &Catalog) -> Vec<Asked> {
    let mut seen: Vec<&Condition> = Vec::new();
    for c in when.alternatives.iter().flat_map(|a| &a.literals) {
        if !seen.contains(&c) {
            seen.push(c);
        }
    }
    let mut groups: Vec<Vec<&Condition>> = Vec::new();
    for c in seen {
        match groups.iter_mut().find(|g| g.first().is_some_and(|f| alike(f, c))) {
            Some(group) => group.push(c),
            None => groups.push(vec![c]),
        }
    }
    groups
        .into_iter()
        .filter_map(|group| {
            let first = *group.first()?;
            let kinds: Vec<String> =
                group.iter().filter_map(|c| kind_of(&c.atom)).map(|k| label(catalog, k)).collect();
            let written = group.iter().map(|c| c.text(catalog)).collect();
            Some(Asked { written, words: sentence(first, &kinds, catalog) })
        })
        .collect()
}

/// Whether two literals ask the same of two kinds.
fn alike(a: &Condition, b: &Condition) -> bool {
    let who = |c: &Condition| match &c.atom {
        Atom::Is(w, _) => Some((0, Some(*w), None)),
        Atom::Reaches(w, _) => Some((1, Some(*w), None)),
        Atom::Feeds(w, _) => Some((2, Some(*w), None)),
        Atom::MovedIs(_) => Some((3, None, None)),
        Atom::Moves(verb, Matter::Kind(_)) => Some((4, None, Some(*verb))),
        _ => None,
    };
    a.not == b.not && who(a).is_some() && who(a) == who(b)
}

fn kind_of(atom: &Atom) -> Option<KindId> {
    match atom {
        Atom::Is(_, k) | Atom::Reaches(_, k) | Atom::Feeds(_, k) | Atom::MovedIs(k) => Some(*k),
        Atom::Moves(_, Matter::Kind(k)) => Some(*k),
        _ => None,
    }
}

fn label(catalog: &Catalog, kind: KindId) -> String {
    catalog.kind(kind).map_or_else(String::new, |k| in_a_sentence(&k.label))
}

/// Whom an atom speaks of, in a sentence.
fn name(who: Who) -> &'static str {
    match who {
        Who::Element => "the part",
        Who::Source => "who calls",
        Who::Target => "who answers",
        Who::Sender => "who gives",
        Who::Receiver => "who gets",
    }
}

fn trust(t: Trust) -> String {
    match t {
        Trust::Untrusted => "untrusted parts".to_owned(),
        _ => format!("parts of trust {t} or below"),
    }
}

fn compared(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "",
        Comparison::NotEqual => "other than ",
        Comparison::Less => "below ",
        Comparison::LessOrEqual => "at most ",
        Comparison::Greater => "above ",
        Comparison::GreaterOrEqual => "at least ",
    }
}

fn matter(m: &Matter, catalog: &Catalog) -> String {
    match m {
        Matter::Kind(k) => format!("data of the kind {}", label(catalog, *k)),
        Matter::Personal => "personal data".to_owned(),
        Matter::Anything => "any declared data".to_owned(),
        Matter::Class(op, class) => format!("data that is {}{class}", compared(*op)),
    }
}

/// `A`, `A or B`, `A, B or C`.
fn or(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn sentence(c: &Condition, kinds: &[String], catalog: &Catalog) -> String {
    let kinds = or(kinds);
    let is = if c.not { "is not" } else { "is" };
    let no = |yes: &str, not: &str| if c.not { not.to_owned() } else { yes.to_owned() };
    match &c.atom {
        Atom::Is(w, _) => format!("{} {is} of the kind {kinds}", name(*w)),
        Atom::MovedIs(_) => format!("something of the kind {kinds} {is} moved"),
        Atom::In(w, boundary) => format!("{} {is} in the boundary {boundary}", name(*w)),
        Atom::Property(w, id, op, want) => {
            let property = catalog.property(*id);
            let about = property.map_or("", |p| p.about.trim_end_matches('.'));
            let whose = property.map_or("", |p| p.name.as_str()).replace('_', " ");
            match (op, want) {
                (Comparison::Equal, Literal::Bool(yes)) => {
                    let holds = if *yes == c.not { "not true" } else { "true" };
                    format!("{holds} of {}: {}", name(*w), in_a_sentence(about))
                }
                _ => format!(
                    "the {whose} of {} {is} {}{want} ({})",
                    name(*w),
                    compared(*op),
                    in_a_sentence(about)
                ),
            }
        }
        Atom::Trust(w, op, t) => format!("the trust of {} {is} {}{t}", name(*w), compared(*op)),
        Atom::OneWay => no("nothing comes back", "something comes back"),
        Atom::Crosses(None) => no("a trust boundary is crossed", "no trust boundary is crossed"),
        Atom::Crosses(Some(Slope::Up)) => no(
            "what is moved goes to a part that is trusted more",
            "what is moved does not go to a part that is trusted more",
        ),
        Atom::Crosses(Some(Slope::Down)) => no(
            "what is moved goes to a part that is trusted less",
            "what is moved does not go to a part that is trusted less",
        ),
        Atom::Crosses(Some(Slope::Level)) => no(
            "what is moved goes to another zone of the same trust",
            "what is moved does not go to another zone of the same trust",
        ),
        Atom::Moves(verb, m) => {
            let what = match m {
                Matter::Kind(_) => format!("data of the kind {kinds}"),
                _ => matter(m, catalog),
            };
            let how = match verb {
                Moves::Sends => "sent in the call",
                Moves::Writes => "written to who answers",
                Moves::Returns => "returned in the answer",
                Moves::Moves => "moved",
            };
            format!("{what} {is} {how}")
        }
        Atom::Keeps(w, verb, m, party) => {
            let (does, link) = match verb {
                Keeps::Stores => ("stores", "from"),
                Keeps::Holds => ("holds", "from"),
                Keeps::Receives => ("receives", "from"),
                Keeps::Gives => ("gives", "to"),
            };
            let other = match party {
                None => String::new(),
                Some(Party::Kind(k)) => format!(" {link} a part of the kind {}", label(catalog, *k)),
                Some(Party::Trust(t)) => format!(" {link} {}", trust(*t)),
                Some(Party::Name(n)) => format!(" {link} {n}"),
            };
            let said = format!("{does} {}{other}", matter(m, catalog));
            no(&format!("{} {said}", name(*w)), &format!("it is not so that {} {said}", name(*w)))
        }
        Atom::MovedTainted(None) => no(
            "what is moved can carry content from parts that are trusted less than who gets it",
            "what is moved carries no content from parts that are trusted less than who gets it",
        ),
        Atom::MovedTainted(Some(t)) => no(
            &format!("what is moved can carry content from {}", trust(*t)),
            &format!("what is moved carries no content from {}", trust(*t)),
        ),
        Atom::Tainted(w, t) => {
            let from = t.map_or_else(|| "parts that are trusted less".to_owned(), trust);
            let whom = name(*w);
            no(
                &format!("content from {from} can come to {whom}"),
                &format!("no content from {from} comes to {whom}"),
            )
        }
        Atom::MovedExposes(class, t) => {
            let said = format!("{class} or above can arrive at {} from here", trust(*t));
            no(&format!("something moved that is {said}"), &format!("nothing moved that is {said}"))
        }
        Atom::Exposes(w, class, t) => {
            let said = format!("at {} that is {class} or above can arrive at {}", name(*w), trust(*t));
            no(&format!("something {said}"), &format!("nothing {said}"))
        }
        Atom::Reaches(w, _) => {
            let whom = name(*w);
            no(
                &format!("{whom} is of the kind {kinds}, or its calls lead to one"),
                &format!("{whom} is not of the kind {kinds}, and its calls lead to none"),
            )
        }
        Atom::Feeds(w, _) => {
            let whom = name(*w);
            no(
                &format!("{whom} is of the kind {kinds}, or its content can arrive at one"),
                &format!("{whom} is not of the kind {kinds}, and its content arrives at none"),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::edition;

    #[test]
    fn every_literal_of_every_condition_is_said_once() {
        let c = edition(None).unwrap();
        for rule in &c.rules {
            let Some(when) = &rule.when else { continue };
            let said = asked(when, &c);
            let mut written: Vec<_> = said.iter().flat_map(|a| &a.written).collect();
            for literal in when.alternatives.iter().flat_map(|a| &a.literals) {
                assert!(written.contains(&&literal.text(&c)), "{}: {}", rule.name, literal.text(&c));
            }
            let all = written.len();
            written.sort();
            written.dedup();
            assert_eq!(written.len(), all, "{}", rule.name);
            for a in said {
                assert!(
                    a.words.len() > 15 && !a.words.contains("  ") && !a.words.ends_with(' '),
                    "{}: {a:?}",
                    rule.name
                );
            }
        }
    }

    #[test]
    fn alike_literals_come_together() {
        let c = edition(None).unwrap();
        let rule = &c.rules[c.find_rule("lethal-trifecta").unwrap().index()];
        let said = asked(rule.when.as_ref().unwrap(), &c);
        let reaches = said.iter().find(|a| a.written[0].contains("reaches")).unwrap();
        assert!(
            reaches.written.len() > 5 && reaches.words.ends_with("or its calls lead to one"),
            "{reaches:?}"
        );
    }
}
