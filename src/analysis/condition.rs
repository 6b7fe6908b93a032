//! Whether a rule's condition holds for a flow or an element, and which facts make it hold.

use super::ground::Ground;
use super::nets::Net;
use super::threat::{Fact, ThreatTarget};
use super::tried::{Found, On, who};
use super::{MovementId, why};
use crate::catalog::expr::{
    Alternative, Atom, Condition, Keeps, Matter, Moves, Party, Slope, Tries, When, Who,
};
use crate::catalog::{Literal, PropertyType};
use crate::model::{DataId, ElementId};
use crate::syntax::tree::Comparison;
use std::collections::HashSet;
use std::rc::Rc;

fn found(holds: bool) -> Found {
    Found { holds, ..Found::default() }
}

/// The facts of the first alternative that holds, and the movement that it holds for.
pub(crate) fn holds(
    ground: &Ground<'_>,
    when: &When,
    target: ThreatTarget,
) -> Option<(Option<MovementId>, Vec<Fact>)> {
    for alternative in &when.alternatives {
        match target {
            ThreatTarget::Flow(id) => {
                let Some(flow) = ground.model.flow(id) else { continue };
                let Some(ways) = ground.of_flow.get(id.index()) else { continue };
                let forward = (alternative.tries != Tries::Back).then_some(ways.forward);
                let back = (alternative.tries != Tries::Forward).then_some(ways.back).flatten();
                for movement in forward.into_iter().chain(back) {
                    let Some(m) = ground.movement(movement) else { continue };
                    if let Some(facts) = all(ground, alternative, On::Flow(flow, id, movement, m)) {
                        return Some((Some(movement), facts));
                    }
                }
            }
            ThreatTarget::Element(e) => {
                if let Some(facts) = all(ground, alternative, On::Element(e)) {
                    return Some((None, facts));
                }
            }
            ThreatTarget::Boundary(_) | ThreatTarget::Model => {
                if let Some(facts) = all(ground, alternative, On::Other) {
                    return Some((None, facts));
                }
            }
        }
    }
    None
}

fn all(ground: &Ground<'_>, alternative: &Alternative, on: On<'_>) -> Option<Vec<Fact>> {
    let mut facts = Vec::new();
    for condition in &alternative.literals {
        let found = atom(ground, &condition.atom, on);
        if found.holds == condition.not {
            return None;
        }
        facts.push((condition, found));
    }
    Some(facts.into_iter().map(|(c, f)| fact(ground, c, f, on)).collect())
}

fn fact(ground: &Ground<'_>, condition: &Condition, mut found: Found, on: On<'_>) -> Fact {
    // What calls or content lead to is named.
    if let (Atom::Reaches(w, kind) | Atom::Feeds(w, kind), false) = (&condition.atom, condition.not)
        && let Some(e) = who(*w, on)
    {
        let net = if matches!(condition.atom, Atom::Reaches(..)) { Net::Calls } else { Net::Movements };
        found.elements.extend(ground.nearest(net, e, *kind).filter(|n| *n != e));
    }
    let movement = match on {
        On::Flow(_, _, id, _) => Some(id),
        On::Element(_) | On::Other => None,
    };
    Fact {
        text: why::begun(why::sentence(ground, condition, &found, on)),
        condition: condition.clone(),
        movement,
        elements: found.elements,
        data: found.data,
    }
}

/// Whether a fact holds, tried again.
pub(crate) fn holds_still(ground: &Ground<'_>, fact: &Fact, target: ThreatTarget) -> bool {
    let on = match (target, fact.movement) {
        (ThreatTarget::Flow(id), Some(movement)) => {
            match (ground.model.flow(id), ground.movement(movement)) {
                (Some(flow), Some(m)) => On::Flow(flow, id, movement, m),
                _ => return false,
            }
        }
        (ThreatTarget::Element(e), _) => On::Element(e),
        _ => On::Other,
    };
    atom(ground, &fact.condition.atom, on).holds != fact.condition.not
}

fn is_matter(ground: &Ground<'_>, matter: &Matter, d: DataId) -> bool {
    let Some(facts) = ground.data.get(d.index()) else { return false };
    match matter {
        Matter::Kind(k) => ground.model.datum(d).is_some_and(|d| ground.model.catalog.is_under(d.kind, *k)),
        Matter::Personal => facts.personal,
        Matter::Anything => true,
        Matter::Class(op, class) => op.holds(&facts.class, class),
    }
}

fn some(data: Vec<DataId>) -> Found {
    Found { holds: !data.is_empty(), data, elements: Vec::new() }
}

fn is_party(ground: &Ground<'_>, party: Option<&Party>, e: ElementId) -> bool {
    match party {
        None => true,
        Some(Party::Kind(k)) => ground.is_kind(e, *k),
        Some(Party::Trust(t)) => ground.trust(e) <= *t,
        Some(Party::Name(name)) => {
            ground.model.element(e).is_some_and(|x| x.name == *name) || within(ground, e, name)
        }
    }
}

fn within(ground: &Ground<'_>, e: ElementId, boundary: &str) -> bool {
    ground.model.around(e).iter().any(|b| ground.model.boundary(*b).is_some_and(|b| b.name == boundary))
}

/// What an element stores, holds, receives or gives: found once, since each flow of an element that
/// many call may ask it.
fn keeps(ground: &Ground<'_>, e: ElementId, verb: Keeps, matter: &Matter, party: Option<&Party>) -> Found {
    let key = (e, verb, matter.clone(), party.cloned());
    if let Some(known) = ground.kept.keeps.borrow().get(&key) {
        return known.clone();
    }
    let found = find_kept(ground, e, verb, matter, party);
    ground.kept.keeps.borrow_mut().insert(key, found.clone());
    found
}

fn find_kept(
    ground: &Ground<'_>,
    e: ElementId,
    verb: Keeps,
    matter: &Matter,
    party: Option<&Party>,
) -> Found {
    let mut out = Found::default();
    let mut data: HashSet<DataId> = HashSet::new();
    let mut elements: HashSet<ElementId> = HashSet::new();
    let mut add = |d: DataId, other: Option<ElementId>| {
        if is_matter(ground, matter, d) {
            out.holds = true;
            out.data.extend(Some(d).filter(|d| data.insert(*d)));
            out.elements.extend(other.filter(|o| elements.insert(*o)));
        }
    };
    let mut unknown = None;
    match verb {
        Keeps::Stores => {
            ground.stored.get(e.index()).into_iter().flatten().for_each(|d| add(*d, None));
        }
        Keeps::Holds => {
            ground.model.element(e).into_iter().flat_map(|e| &e.holds).for_each(|d| add(*d, None));
        }
        Keeps::Receives => {
            for (_, m) in ground.into(e).filter(|(_, m)| is_party(ground, party, m.sender)) {
                m.data.iter().for_each(|d| add(*d, Some(m.sender)));
                if m.content && m.data.is_empty() {
                    unknown = Some(m.sender);
                }
            }
        }
        Keeps::Gives => {
            for (_, m) in ground.out_of(e).filter(|(_, m)| is_party(ground, party, m.receiver)) {
                m.data.iter().for_each(|d| add(*d, Some(m.receiver)));
                if m.content && m.data.is_empty() {
                    unknown = Some(m.receiver);
                }
            }
        }
    }
    // A flow that declares nothing moves something, and anything is something.
    if let (Matter::Anything, Some(other), false) = (matter, unknown, out.holds) {
        return Found { holds: true, elements: vec![other], data: Vec::new() };
    }
    out
}

/// All that is at an element: stored, held, received or given.
pub(crate) fn at(ground: &Ground<'_>, e: ElementId) -> Rc<[DataId]> {
    if let Some(known) = ground.kept.at.borrow().get(&e) {
        return known.clone();
    }
    let stored = ground.stored.get(e.index()).into_iter().flatten();
    let held = ground.model.element(e).into_iter().flat_map(|e| e.holds.iter());
    let moved = ground.into(e).chain(ground.out_of(e)).flat_map(|(_, m)| m.data.iter());
    let all: Rc<[DataId]> = once_each(stored.chain(held).chain(moved)).into();
    ground.kept.at.borrow_mut().insert(e, all.clone());
    all
}

/// Each piece of data once, in the order in which they come.
pub(crate) fn once_each<'a>(data: impl Iterator<Item = &'a DataId>) -> Vec<DataId> {
    let mut seen = HashSet::new();
    data.copied().filter(|d| seen.insert(*d)).collect()
}

fn exposed(
    ground: &Ground<'_>,
    data: &[DataId],
    class: crate::catalog::Class,
    to: crate::catalog::Trust,
) -> Found {
    some(
        data.iter()
            .copied()
            .filter(|d| {
                ground.data.get(d.index()).is_some_and(|f| f.class >= class)
                    && ground.exposure.get(d.index()).is_some_and(|x| x.level.is_some_and(|l| l <= to))
            })
            .collect(),
    )
}

fn property(
    ground: &Ground<'_>,
    e: ElementId,
    id: crate::catalog::PropertyId,
    op: Comparison,
    want: &Literal,
) -> bool {
    let Some(value) = ground.model.property(e, id) else { return false };
    match (value, want) {
        (Literal::Bool(a), Literal::Bool(b)) => op.holds(a, b),
        (Literal::Number(a), Literal::Number(b)) => op.holds(a, b),
        (Literal::Words(list), Literal::Word(w)) => match op {
            Comparison::NotEqual => !list.contains(w),
            _ => list.contains(w),
        },
        (Literal::Word(a), Literal::Word(b)) => {
            // Words are ordered as the property lists them.
            let order = match ground.model.catalog.properties.get(id.index()).map(|p| &p.ty) {
                Some(PropertyType::OneOf(words)) => words.as_slice(),
                _ => &[],
            };
            let place = |w: &String| order.iter().position(|o| o == w);
            match op {
                Comparison::Equal => a == b,
                Comparison::NotEqual => a != b,
                _ => matches!((place(a), place(b)), (Some(a), Some(b)) if op.holds(&a, &b)),
            }
        }
        (Literal::Text(a), Literal::Text(b) | Literal::Word(b)) => op.holds(a, b),
        _ => false,
    }
}

/// Tries one atom.
pub(crate) fn atom(ground: &Ground<'_>, atom: &Atom, on: On<'_>) -> Found {
    let with = |w: Who, f: &dyn Fn(ElementId) -> bool| match who(w, on) {
        Some(e) => Found { holds: f(e), elements: vec![e], data: Vec::new() },
        None => found(false),
    };
    let moved = match on {
        On::Flow(_, _, _, m) => Some(m),
        On::Element(_) | On::Other => None,
    };
    match atom {
        Atom::Is(w, kind) => with(*w, &|e| ground.is_kind(e, *kind)),
        Atom::MovedIs(kind) => moved.map_or(found(false), |m| {
            some(m.data.iter().copied().filter(|d| is_matter(ground, &Matter::Kind(*kind), *d)).collect())
        }),
        Atom::In(w, boundary) => with(*w, &|e| within(ground, e, boundary)),
        Atom::Property(w, id, op, want) => with(*w, &|e| property(ground, e, *id, *op, want)),
        Atom::Trust(w, op, want) => with(*w, &|e| op.holds(&ground.trust(e), want)),
        Atom::OneWay => match on {
            On::Flow(f, ..) => found(f.one_way),
            On::Element(_) | On::Other => found(false),
        },
        Atom::Crosses(slope) => match on {
            On::Flow(_, id, _, m) => {
                let Some(crossing) = ground.crossing(id) else { return found(false) };
                let Some(s) = (if m.forward { Some(crossing.forward) } else { crossing.back }) else {
                    return found(false);
                };
                found(match slope {
                    None => true,
                    Some(Slope::Up) => s.is_up(),
                    Some(Slope::Down) => s.is_down(),
                    Some(Slope::Level) => s.is_level(),
                })
            }
            On::Element(_) | On::Other => found(false),
        },
        Atom::Moves(verb, matter) => match on {
            On::Flow(f, _, _, m) => {
                let data: &[DataId] = match verb {
                    Moves::Sends => &f.sends,
                    Moves::Writes => &f.writes,
                    Moves::Returns => &f.returns,
                    Moves::Moves => &m.data,
                };
                let hit = some(data.iter().copied().filter(|d| is_matter(ground, matter, *d)).collect());
                let unknown = *matter == Matter::Anything && m.content && m.data.is_empty();
                if unknown && *verb == Moves::Moves { found(true) } else { hit }
            }
            On::Element(_) | On::Other => found(false),
        },
        Atom::Keeps(w, verb, matter, party) => {
            who(*w, on).map_or(found(false), |e| keeps(ground, e, *verb, matter, party.as_ref()))
        }
        Atom::MovedTainted(by) => moved.map_or(found(false), |m| {
            let limit = by.map_or(m.level < ground.trust(m.receiver), |t| m.level <= t);
            Found { holds: m.content && limit, elements: vec![m.sender, m.receiver], data: m.data.clone() }
        }),
        Atom::Tainted(w, by) => with(*w, &|e| {
            let level = ground.taint.get(e.index()).and_then(|t| t.level);
            level.is_some_and(|l| by.map_or(l < ground.trust(e), |t| l <= t))
        }),
        Atom::MovedExposes(class, to) => {
            moved.map_or(found(false), |m| exposed(ground, &m.data, *class, *to))
        }
        Atom::Exposes(w, class, to) => {
            who(*w, on).map_or(found(false), |e| exposed(ground, &at(ground, e), *class, *to))
        }
        Atom::Reaches(w, kind) => with(*w, &|e| ground.leads_to(Net::Calls, e, *kind)),
        Atom::Feeds(w, kind) => with(*w, &|e| ground.leads_to(Net::Movements, e, *kind)),
    }
}
