//! Facts as sentences, and names filled into a rule's prose. All words about why a threat arises
//! are here.

use super::named::{any_of, elements, joined};
use super::tables::Tables;
use super::threat::{Fact, Piece, Prose, Start, ThreatTarget};
use super::tried::{On, who};
use crate::catalog::expr::{Atom, End, Keeps, Leads, Matter, Moves, Party, Slope, Who};
use crate::catalog::spoken::{compared, runs};
use crate::catalog::{KindId, Literal, Trust, in_a_sentence};
use crate::model::{DataId, ElementId};
use crate::syntax::tree::Comparison;
use std::sync::Arc;

/// The label of an element.
pub(crate) fn element(tables: &Tables<'_>, e: ElementId) -> String {
    tables.model.element(e).map_or_else(String::new, |e| e.label.clone())
}

pub(crate) fn data(tables: &Tables<'_>, ids: &[DataId]) -> String {
    joined(
        ids.iter().filter_map(|d| tables.model.datum(*d)).map(|d| d.label.as_str()).collect(),
        "and",
        "more",
    )
}

fn kind(tables: &Tables<'_>, id: KindId) -> String {
    tables.model.catalog.kind(id).map_or_else(String::new, |k| in_a_sentence(&k.label))
}

/// `a` or `an`, by how the word is said: letters spoken one by one go by their names.
fn article(word: &str) -> &'static str {
    let mut chars = word.chars();
    let first = chars.next().unwrap_or('x');
    let spelled = chars.next().is_some_and(char::is_uppercase);
    let vowel = if spelled && first.is_uppercase() && !word.starts_with("RAG") {
        "AEFHILMNORSX".contains(first)
    } else {
        "aeiouAEIOU".contains(first) && !word.starts_with("use") && !word.starts_with("uni")
    };
    if vowel { "an" } else { "a" }
}

/// `a gateway`; `of the kind training` where the label is the name of an activity or a mass, which
/// takes no article.
fn a_kind(tables: &Tables<'_>, id: KindId) -> String {
    const MASS: &[&str] = &["training", "data", "storage", "compute", "build", "web", "email", "monitoring"];
    let label = kind(tables, id);
    let last = label.rsplit([' ', '-']).next().unwrap_or("");
    let act = ["tuning", "beling", "ation", "rsion", "estion", "yment"].iter().any(|e| last.ends_with(e));
    if MASS.contains(&last) || act && last != "application" || label == "CI/CD" {
        return format!("of the kind {label}");
    }
    format!("{} {label}", article(&label))
}

/// `a gateway`, `another gateway`; `a part of the kind training` where the label takes no article.
fn some_part(tables: &Tables<'_>, id: KindId, another: bool) -> String {
    let named = a_kind(tables, id);
    match (named.starts_with("of the kind "), another) {
        (true, false) => format!("a part {named}"),
        (true, true) => format!("another part {named}"),
        (false, false) => named,
        (false, true) => format!("another {}", kind(tables, id)),
    }
}

/// What a value of true or false says of a part: `is proprietary`, `executes code`.
fn flagged(name: &str, property: &str, is: bool) -> String {
    const VERBS: &[&str] = &[
        "accepts", "allows", "browses", "executes", "holds", "keeps", "needs", "renders", "runs", "trains",
        "uses",
    ];
    // Names that are neither what a part is nor what it does.
    let (phrase, opposite) = match property {
        "third party" => ("is of a third party", "is not of a third party"),
        "open parameters" => ("has open parameters", "has no open parameters"),
        "by reference" => ("gives content by reference", "gives no content by reference"),
        _ => ("", ""),
    };
    if !phrase.is_empty() {
        return format!("{name} {}", if is { phrase } else { opposite });
    }
    let (verb, rest) =
        property.split_once(' ').map_or((property, String::new()), |(v, r)| (v, format!(" {r}")));
    match (verb, is) {
        ("can" | "has", true) => format!("{name} {property}"),
        ("can", false) => format!("{name} cannot{rest}"),
        ("has", false) => format!("{name} has no{rest}"),
        _ if !VERBS.contains(&verb) => format!("{name} is {}{property}", if is { "" } else { "not " }),
        (_, true) => format!("{name} {property}"),
        (verb, false) => format!("{name} does not {}{rest}", verb.strip_suffix('s').unwrap_or(verb)),
    }
}

fn matter(tables: &Tables<'_>, m: &Matter) -> String {
    match m {
        Matter::Kind(k) => kind(tables, *k),
        Matter::Personal => "personal data".into(),
        Matter::Anything => "data".into(),
        Matter::Class(op, class) => format!("data that is {}{class}", compared(*op)),
    }
}

/// The data that was found with what it is, as `Company documents (documents)`; if none was
/// found, what was looked for.
fn things(tables: &Tables<'_>, m: &Matter, ids: &[DataId]) -> String {
    if ids.is_empty() {
        return matter(tables, m);
    }
    let names = data(tables, ids);
    match m {
        Matter::Kind(_) | Matter::Anything => names,
        Matter::Personal => format!("{names} (personal)"),
        Matter::Class(..) => {
            let class = ids.iter().filter_map(|d| tables.data.get(d.index())).map(|f| f.class).max();
            format!("{names}{}", class.map(|c| format!(" ({c})")).unwrap_or_default())
        }
    }
}

/// With so many others or fewer it is said who has what.
const MANY: usize = 3;

/// What was found, by whom an element has it from or gives it to, if not all of them have it all; those with
/// the same stand together. Nothing if nobody else was fact.
fn each_other(
    tables: &Tables<'_>,
    e: ElementId,
    gives: bool,
    fact: &Fact,
) -> Vec<(Vec<DataId>, Vec<ElementId>)> {
    let mut out: Vec<(Vec<DataId>, Vec<ElementId>)> = Vec::new();
    for other in &fact.elements {
        let mut moved: Vec<DataId> = if gives {
            tables
                .given(e)
                .filter(|(_, m)| m.receiver == *other)
                .flat_map(|(_, m)| &m.data)
                .copied()
                .collect()
        } else {
            tables
                .received(e)
                .filter(|(_, m)| m.sender == *other)
                .flat_map(|(_, m)| &m.data)
                .copied()
                .collect()
        };
        moved.retain(|d| fact.data.contains(d));
        moved.sort_unstable();
        moved.dedup();
        match out.iter_mut().find(|(data, _)| *data == moved) {
            Some((_, others)) => others.push(*other),
            None => out.push((moved, vec![*other])),
        }
    }
    // One that has it by a way which is none of these movements: then they are named together.
    if out.iter().any(|(data, _)| data.is_empty()) { Vec::new() } else { out }
}

fn party(tables: &Tables<'_>, p: &Party) -> String {
    match p {
        Party::Kind(k) => some_part(tables, *k, false),
        Party::Trust(Trust::Untrusted) => "untrusted parts".into(),
        Party::Trust(t) => format!("parts of trust {t} or below"),
        Party::Name(n) => n.clone(),
    }
}

/// Words of a property without its underscores.
fn property(tables: &Tables<'_>, id: crate::catalog::PropertyId) -> String {
    tables.model.catalog.properties.get(id.index()).map_or_else(String::new, |p| p.name.replace('_', " "))
}

/// A sentence with its own first word begun large; a name of the model stays as it is.
pub(crate) fn begun(mut sentence: String) -> String {
    const OWN: &[&str] =
        &["calls lead", "trust goes", "the ", "content ", "no call", "no content", "nothing "];
    if OWN.iter().any(|w| sentence.starts_with(w))
        && let Some(first) = sentence.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    sentence
}

/// The sentence of one literal that holds, as the middle of one.
pub(crate) fn sentence(tables: &Tables<'_>, fact: &Fact, on: On<'_>) -> String {
    let not = fact.condition.not;
    let name = |w: Who| who(w, on).map_or_else(|| w.word().to_owned(), |e| element(tables, e));
    let is = if not { "is not" } else { "is" };
    let (sender, receiver) = (|| name(Who::Sender), || name(Who::Receiver));
    let moved = || match on {
        On::Flow(_, _, _, m) if !m.data.is_empty() => data(tables, &m.data),
        _ => "what is moved".into(),
    };
    let trust_of = |w: Who| who(w, on).map(|e| tables.trust(e));
    match &fact.condition.atom {
        Atom::Is(w, k) => format!("{} {is} {}", name(*w), a_kind(tables, *k)),
        Atom::MovedIs(k) if not => format!("{} gives no {} to {}", sender(), kind(tables, *k), receiver()),
        Atom::MovedIs(_) => format!("{} gives {} to {}", sender(), data(tables, &fact.data), receiver()),
        Atom::In(w, b) => format!("{} {is} in {b}", name(*w)),
        Atom::Property(w, id, op, want) => {
            let p = property(tables, *id);
            if let Literal::Word(v) = want
                && let Some(said) = runs(&name(*w), &p, *op, v, not)
            {
                return said;
            }
            match (want, op) {
                (Literal::Bool(b), Comparison::Equal) => flagged(&name(*w), &p, *b != not),
                (Literal::Word(v) | Literal::Text(v), _) => {
                    format!("the {p} of {} {is} {}{}", name(*w), compared(*op), v.replace('_', " "))
                }
                (Literal::Number(n), _) => format!("the {p} of {} {is} {}{n}", name(*w), compared(*op)),
                _ => format!("the {p} of {} {is} as the rule asks", name(*w)),
            }
        }
        Atom::Trust(w, ..) => {
            format!("the trust of {} is {}", name(*w), trust_of(*w).map_or("unknown", Trust::word))
        }
        Atom::OneWay => format!("the flow {} answer", if not { "has an" } else { "has no" }),
        Atom::Crosses(slope) => {
            let (from, to) = (name(Who::Source), name(Who::Target));
            match (slope, not) {
                (None, false) => format!("the flow from {from} to {to} crosses a trust boundary"),
                (None, true) => format!("the flow from {from} to {to} stays within one trust zone"),
                (Some(s), _) => {
                    let (a, b) = (trust_of(Who::Sender), trust_of(Who::Receiver));
                    let (a, b) = (a.map_or("?", Trust::word), b.map_or("?", Trust::word));
                    match (s, not) {
                        (Slope::Up, false) | (Slope::Down, false) if a == b => {
                            format!("{} and {} are strangers of the same trust ({a})", sender(), receiver())
                        }
                        (Slope::Up, false) => {
                            format!("trust goes up from {} ({a}) to {} ({b})", sender(), receiver())
                        }
                        (Slope::Down, false) => {
                            format!("trust goes down from {} ({a}) to {} ({b})", sender(), receiver())
                        }
                        (Slope::Level, false) => {
                            format!(
                                "{} and {} stand in different zones of the same trust ({a})",
                                sender(),
                                receiver()
                            )
                        }
                        (_, true) => format!("{} is of trust {a} and {} of trust {b}", sender(), receiver()),
                    }
                }
            }
        }
        Atom::Moves(verb, m) => {
            let (from, to) = (name(Who::Source), name(Who::Target));
            let what = things(tables, m, &fact.data);
            match (verb, not) {
                (Moves::Sends, false) => format!("{from} sends {what} to {to}"),
                (Moves::Writes, false) => format!("{from} writes {what} to {to}"),
                (Moves::Returns, false) => format!("{to} returns {what} to {from}"),
                (Moves::Moves, false) if fact.data.is_empty() => {
                    format!("{} gives something undeclared to {}", sender(), receiver())
                }
                (Moves::Moves, false) => format!("{} gives {what} to {}", sender(), receiver()),
                (Moves::Sends, true) => format!("{from} sends no {what} to {to}"),
                (Moves::Writes, true) => format!("{from} writes no {what} to {to}"),
                (Moves::Returns, true) => format!("{to} returns no {what} to {from}"),
                (Moves::Moves, true) => format!("{} gives no {what} to {}", sender(), receiver()),
            }
        }
        Atom::Keeps(w, verb, m, p) => {
            let (verb_text, link) = match verb {
                Keeps::Stores => ("stores", ""),
                Keeps::Holds => ("holds", ""),
                Keeps::Receives => ("receives", "from"),
                Keeps::Gives => ("gives", "to"),
            };
            if let (false, Some(e)) = (not, who(*w, on)) {
                let each = each_other(tables, e, *verb == Keeps::Gives, fact);
                if (2..=MANY).contains(&each.len()) {
                    let each = each.iter().map(|(data, others)| {
                        format!("{} {link} {}", things(tables, m, data), elements(tables.model, others))
                    });
                    let each: Vec<String> = each.collect();
                    return format!("{} {verb_text} {}", name(*w), each.join(", and "));
                }
            }
            let what = things(tables, m, &fact.data);
            let other = match p {
                Some(p) if fact.elements.is_empty() => format!(" {link} {}", party(tables, p)),
                None if link.is_empty() || fact.elements.is_empty() => String::new(),
                _ => format!(" {link} {}", elements(tables.model, &fact.elements)),
            };
            format!("{} {verb_text} {}{what}{other}", name(*w), if not { "no " } else { "" })
        }
        Atom::MovedTainted(by) => {
            let level = match on {
                On::Flow(_, _, _, m) => m.level,
                On::Element(_) | On::Other => Trust::Untrusted,
            };
            match (by, not) {
                (_, false) => format!("{} can carry content from {}", moved(), of_trust(level)),
                (None, true) => format!("{} carries nothing from below the trust of {}", moved(), receiver()),
                (Some(t), true) => format!("{} carries nothing from {}", moved(), of_trust(*t)),
            }
        }
        Atom::Tainted(w, _) => {
            let e = who(*w, on);
            let level = e.and_then(|e| tables.taint.get(e.index())).and_then(|t| t.level);
            match (level, not) {
                (Some(l), false) => format!("content from {} can reach {}", of_trust(l), name(*w)),
                _ => format!("no content of lower trust can reach {}", name(*w)),
            }
        }
        Atom::MovedExposes(m, to) | Atom::Exposes(_, m, to) => {
            if not {
                let to = of_trust(*to);
                return match m {
                    Matter::Class(Comparison::GreaterOrEqual, class) => {
                        format!("nothing here that is {class} or above can arrive at {to}")
                    }
                    _ => format!("nothing of the {} here can arrive at {to}", matter(tables, m)),
                };
            }
            let mut shown = fact.data.clone();
            if let (Atom::Exposes(..), Some(e)) = (&fact.condition.atom, who(Who::Element, on)) {
                // What the part itself gives out says more than what else is kept there.
                let given = |d: &DataId| tables.given(e).any(|(_, m)| m.data.contains(d));
                if shown.iter().any(given) {
                    shown.retain(given);
                }
            }
            let lowest = fact
                .data
                .iter()
                .filter_map(|d| tables.exposure.get(d.index()).and_then(|x| x.level))
                .min()
                .unwrap_or(*to);
            format!(
                "{}, or what is made from {}, can arrive at {}",
                things(tables, m, &shown),
                if shown.len() > 1 { "them" } else { "it" },
                of_trust(lowest)
            )
        }
        Atom::Leads(w, way, goal) => {
            let x = name(*w);
            match (fact.elements.get(1), not) {
                (_, true) => {
                    let part = match goal.end {
                        End::Kind(k) => {
                            let is_one = who(*w, on).is_some_and(|e| tables.is_kind(e, k));
                            some_part(tables, k, goal.another && is_one)
                        }
                        End::Trust(t) => party(tables, &Party::Trust(t)),
                    };
                    match way {
                        Leads::Reaches => format!("no call leads from {x} to {part}"),
                        Leads::Feeds => format!("nothing of {x} arrives at {part}"),
                        Leads::FedBy => format!("nothing of {part} arrives at {x}"),
                    }
                }
                (None, false) => match goal.end {
                    End::Kind(k) => format!("{x} is {}", a_kind(tables, k)),
                    End::Trust(_) => {
                        format!("the trust of {x} is {}", trust_of(*w).map_or("unknown", Trust::word))
                    }
                },
                (Some(other), false) => {
                    let kind = match goal.end {
                        End::Kind(k) => kind(tables, k),
                        End::Trust(_) => tables.trust(*other).word().to_owned(),
                    };
                    let other = element(tables, *other);
                    match way {
                        Leads::Reaches => format!("calls lead from {x} to {other} ({kind})"),
                        Leads::Feeds => format!("content of {x} can arrive at {other} ({kind})"),
                        Leads::FedBy => format!("content of {other} ({kind}) can arrive at {x}"),
                    }
                }
            }
        }
    }
}

/// `untrusted parts`, `partners`, …
fn of_trust(t: Trust) -> &'static str {
    match t {
        Trust::Untrusted => "untrusted parts",
        Trust::Partner => "partners",
        Trust::Internal => "internal parts",
        Trust::Restricted => "restricted parts",
    }
}

/// What placeholders stand for, on one target.
pub(crate) struct Names<'a> {
    pub tables: &'a Tables<'a>,
    pub target: ThreatTarget,
    pub movement: Option<super::MovementId>,
    pub data: &'a [DataId],
    pub start: &'a Start,
}

impl Names<'_> {
    fn name(&self, word: &str) -> Option<String> {
        let tables = self.tables;
        let flow = match self.target {
            ThreatTarget::Flow(f) => tables.model.flow(f),
            _ => None,
        };
        let movement = self.movement.and_then(|m| tables.movement(m));
        Some(match word {
            "source" => element(tables, flow?.source),
            "target" => element(tables, flow?.target),
            "sender" => element(tables, movement.map_or(flow?.source, |m| m.sender)),
            "receiver" => element(tables, movement.map_or(flow?.target, |m| m.receiver)),
            "element" => match self.target {
                ThreatTarget::Element(e) => element(tables, e),
                _ => return None,
            },
            "boundary" => match self.target {
                ThreatTarget::Boundary(b) => tables.model.boundary(b)?.label.clone(),
                _ => return None,
            },
            "data" if self.data.is_empty() => "what is moved or kept here".into(),
            "data" => data(tables, self.data),
            "start" => match self.start {
                Start::Elements(all) => any_of(tables.model, all),
                Start::Outside => "somebody outside".into(),
            },
            _ => return None,
        })
    }

    /// A rule's text with the names of this target.
    pub fn fill(&self, text: &Template) -> Prose {
        let pieces = text.0.iter().map(|part| match part {
            Part::Written(text) => Piece::Written(text.clone()),
            Part::Word(word) => match self.name(word) {
                Some(name) => Piece::Name(name),
                None => Piece::Written(format!("{{{word}}}").into()),
            },
        });
        Prose(pieces.collect())
    }
}

/// A rule's text, taken apart once for all its threats.
pub(crate) struct Template(Vec<Part>);

enum Part {
    Written(Arc<str>),
    /// A placeholder, as `target` of `{target}`.
    Word(String),
}

impl Template {
    pub fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        // A brace that is closed nowhere is text.
        while let Some((before, (word, after))) =
            rest.split_once('{').and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
        {
            parts.extend(Some(before).filter(|b| !b.is_empty()).map(|b| Part::Written(b.into())));
            parts.push(Part::Word(word.to_owned()));
            rest = after;
        }
        parts.extend(Some(rest).filter(|r| !r.is_empty()).map(|r| Part::Written(r.into())));
        Template(parts)
    }
}
