//! Conditions in words, without a model: what each part of one asks, for those who read a rule.
//!
//! What a condition found in a model is said by the analysis; here nothing is found yet.

use super::expr::{Atom, Condition, End, Goal, Keeps, Leads, Matter, Moves, Party, Slope, When, Who};
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
    let same = match (&a.atom, &b.atom) {
        (Atom::Is(v, _), Atom::Is(w, _)) => v == w,
        (Atom::Leads(v, to, goal), Atom::Leads(w, way, other)) => {
            let kinds = matches!((goal.end, other.end), (End::Kind(_), End::Kind(_)));
            v == w && to == way && goal.another == other.another && kinds
        }
        (Atom::MovedIs(_), Atom::MovedIs(_)) => true,
        (Atom::Moves(v, Matter::Kind(_)), Atom::Moves(w, Matter::Kind(_))) => v == w,
        _ => false,
    };
    same && a.not == b.not
}

fn kind_of(atom: &Atom) -> Option<KindId> {
    match atom {
        Atom::Is(_, k) | Atom::MovedIs(k) | Atom::Moves(_, Matter::Kind(k)) => Some(*k),
        Atom::Leads(_, _, Goal { end: End::Kind(k), .. }) => Some(*k),
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

/// A comparison before the value that it asks for; nothing where that is what it has to be.
pub(crate) fn compared(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "",
        Comparison::NotEqual => "other than ",
        Comparison::Less => "below ",
        Comparison::LessOrEqual => "at most ",
        Comparison::Greater => "above ",
        Comparison::GreaterOrEqual => "at least ",
    }
}

/// `Camera runs on a device`, for the property of models and machines that says where they run; none for any
/// other property.
pub(crate) fn runs(whom: &str, property: &str, op: Comparison, value: &str, not: bool) -> Option<String> {
    const WHERE: &[(&str, &str)] = &[
        ("cloud", "in the cloud"),
        ("premises", "on the organization's premises"),
        ("edge", "on the edge"),
        ("device", "on a device"),
    ];
    let place = WHERE.iter().find(|(word, _)| property == "deployed" && *word == value)?.1;
    match (op, not) {
        (Comparison::Equal, false) | (Comparison::NotEqual, true) => Some(format!("{whom} runs {place}")),
        (Comparison::Equal, true) | (Comparison::NotEqual, false) => {
            Some(format!("{whom} does not run {place}"))
        }
        _ => None,
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
            if let Literal::Word(value) = want
                && let Some(said) = runs(name(*w), &whose, *op, value, c.not)
            {
                return said;
            }
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
        Atom::MovedExposes(m, t) => {
            let said = format!("{} that can arrive at {}", exposed(m, catalog), trust(*t));
            no(&format!("{said} is moved"), &format!("no {said} is moved"))
        }
        Atom::Exposes(w, m, t) => {
            let (whom, what) = (name(*w), exposed(m, catalog));
            let to = trust(*t);
            no(
                &format!("{what} at {whom} can arrive at {to}"),
                &format!("no {what} at {whom} can arrive at {to}"),
            )
        }
        Atom::Leads(w, way, goal) => {
            let whom = name(*w);
            let other = if goal.another { "another part" } else { "a part" };
            let other = match goal.end {
                End::Kind(_) => format!("{other} of the kind {kinds}"),
                End::Trust(Trust::Untrusted) => format!("{other} that is untrusted"),
                End::Trust(t) => format!("{other} of trust {t} or below"),
            };
            let leads = match way {
                Leads::Reaches => format!("calls of {whom} lead to {other}"),
                Leads::Feeds => format!("content of {whom} can arrive at {other}"),
                Leads::FedBy => format!("content of {other} can arrive at {whom}"),
            };
            let leads = if goal.another { leads } else { format!("{leads}, or {whom} is one") };
            no(&leads, &format!("it is not so that {leads}"))
        }
    }
}

/// What is exposed, where a class stands for itself and all above it.
fn exposed(m: &Matter, catalog: &Catalog) -> String {
    match m {
        Matter::Class(Comparison::GreaterOrEqual, class) => format!("data that is {class} or above"),
        _ => matter(m, catalog),
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
        assert!(reaches.written.len() > 5 && reaches.words.ends_with("or the part is one"), "{reaches:?}");
    }
}
