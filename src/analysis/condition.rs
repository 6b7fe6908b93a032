//! Whether a rule's condition holds for a flow or an element, and which facts make it hold.

use super::ground::Ground;
use super::ids::IdSet;
use super::threat::{Fact, ThreatTarget};
use super::tried::{Found, On, who};
use super::{Crossing, Movement, MovementId, why};
use crate::catalog::expr::{
    Alternative, Atom, Condition, Keeps, Matter, Moves, Party, Slope, Tries, When, Who,
};
use crate::catalog::{KindId, Literal, PropertyType, Trust};
use crate::model::{DataId, ElementId};
use crate::syntax::tree::Comparison;
use std::rc::Rc;

/// What a condition is tried on at a target: a flow's request and its answer, if it has one; of what is no
/// flow the target itself.
pub(crate) type Ways<'a> = [Option<On<'a>>; 2];

/// The ways to try a condition on a target.
pub(crate) fn ways<'a>(ground: &'a Ground<'_>, target: ThreatTarget) -> Ways<'a> {
    match target {
        ThreatTarget::Flow(id) => {
            let (flow, moved) = (ground.model.flow(id), ground.of_flow.get(id.index()));
            let on = |m: Option<MovementId>| Some(On::Flow(flow?, id, m?, ground.movement(m?)?));
            [on(moved.map(|w| w.forward)), on(moved.and_then(|w| w.back))]
        }
        ThreatTarget::Element(e) => [Some(On::Element(e)), None],
        ThreatTarget::Boundary(_) | ThreatTarget::Model => [Some(On::Other), None],
    }
}

/// Whether an alternative speaks of a way: `sends` and `writes` do of the request, `returns` of the answer.
pub(crate) fn speaks_of(alternative: &Alternative, on: On<'_>) -> bool {
    match on {
        On::Flow(_, _, _, m) if m.forward => alternative.tries != Tries::Back,
        On::Flow(..) => alternative.tries != Tries::Forward,
        On::Element(_) | On::Other => true,
    }
}

/// Whether a condition holds for a target.
pub(crate) fn holds(ground: &Ground<'_>, when: &When, target: ThreatTarget) -> bool {
    let ways = ways(ground, target);
    when.alternatives.iter().any(|a| {
        let all = |on: On<'_>| a.literals.iter().all(|c| holds_now(ground, &c.atom, on) != c.not);
        ways.iter().flatten().any(|on| speaks_of(a, *on) && all(*on))
    })
}

/// What makes an alternative hold.
pub(crate) fn facts(ground: &Ground<'_>, alternative: &Alternative, on: On<'_>) -> Vec<Fact> {
    let literals = alternative.literals.iter();
    literals.map(|c| fact(ground, c, tried(ground, &c.atom, on).found(ground), on)).collect()
}

/// What a rule without a condition says of a target: it arises, with the request of a flow.
pub(crate) fn always(ground: &Ground<'_>, target: ThreatTarget) -> (Option<MovementId>, Vec<Fact>) {
    let movement = match target {
        ThreatTarget::Flow(f) => ground.of_flow.get(f.index()).map(|w| w.forward),
        _ => None,
    };
    (movement, Vec::new())
}

/// Whether an atom holds.
pub(crate) fn holds_now(ground: &Ground<'_>, atom: &Atom, on: On<'_>) -> bool {
    tried(ground, atom, on).holds(ground)
}

/// Why a condition does not hold for a target: how many literals fail in the alternatives that come
/// nearest, and of each of these the first that does, said as what is the case instead.
pub(crate) fn fails(ground: &Ground<'_>, when: &When, target: ThreatTarget) -> (usize, Vec<String>) {
    let mut tries: Vec<(usize, String)> = Vec::new();
    for alternative in &when.alternatives {
        match target {
            ThreatTarget::Flow(id) => {
                let (Some(flow), Some(ways)) = (ground.model.flow(id), ground.of_flow.get(id.index())) else {
                    continue;
                };
                let forward = (alternative.tries != Tries::Back).then_some(ways.forward);
                let back = (alternative.tries != Tries::Forward).then_some(ways.back).flatten();
                if forward.is_none() && back.is_none() {
                    tries.push((alternative.literals.len(), "the flow has no answer".to_owned()));
                }
                for movement in forward.into_iter().chain(back) {
                    if let Some(m) = ground.movement(movement) {
                        tries.extend(failing(ground, alternative, On::Flow(flow, id, movement, m)));
                    }
                }
            }
            ThreatTarget::Element(e) => tries.extend(failing(ground, alternative, On::Element(e))),
            ThreatTarget::Boundary(_) | ThreatTarget::Model => {
                tries.extend(failing(ground, alternative, On::Other));
            }
        }
    }
    let fewest = tries.iter().map(|(n, _)| *n).min().unwrap_or(0);
    let mut nearest: Vec<String> = Vec::new();
    for (n, text) in tries {
        if n == fewest && !nearest.contains(&text) {
            nearest.push(text);
        }
    }
    (fewest, nearest)
}

/// How many literals of an alternative fail, and the first of them as a sentence.
fn failing(ground: &Ground<'_>, alternative: &Alternative, on: On<'_>) -> Option<(usize, String)> {
    let fails = |c: &&Condition| tried(ground, &c.atom, on).holds(ground) == c.not;
    let mut failing = alternative.literals.iter().filter(fails);
    let first = failing.next()?;
    let opposite = Condition { not: !first.not, atom: first.atom.clone() };
    let found = tried(ground, &first.atom, on).found(ground);
    let opposite = fact(ground, &opposite, found, on);
    Some((failing.count() + 1, why::sentence(&ground.tables(), &opposite, on)))
}

/// A literal that holds, with what was found; what calls or content lead to is among it.
fn fact(ground: &Ground<'_>, condition: &Condition, mut found: Found, on: On<'_>) -> Fact {
    if let (Atom::Leads(w, way, goal), false) = (&condition.atom, condition.not)
        && let Some(e) = who(*w, on)
    {
        found.elements.extend(ground.nearest(*way, e, *goal).filter(|n| *n != e));
    }
    Fact { condition: condition.clone(), movement: on.movement(), elements: found.elements, data: found.data }
}

/// Whether a fact holds, tried again.
pub(crate) fn holds_still(ground: &Ground<'_>, fact: &Fact, target: ThreatTarget) -> bool {
    On::of(ground.tables(), target, fact.movement)
        .is_some_and(|on| holds_now(ground, &fact.condition.atom, on) != fact.condition.not)
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

/// What an element receives or gives: found once, since each flow of an element that many call may
/// ask it.
fn exchanged(
    ground: &Ground<'_>,
    e: ElementId,
    verb: Keeps,
    matter: &Matter,
    party: Option<&Party>,
) -> Rc<Found> {
    let key = (e, verb, matter.clone(), party.cloned());
    if let Some(known) = ground.exchanged.borrow().get(&key) {
        return known.clone();
    }
    let found = Rc::new(find_exchanged(ground, e, verb, matter, party));
    ground.exchanged.borrow_mut().insert(key, found.clone());
    found
}

fn find_exchanged(
    ground: &Ground<'_>,
    e: ElementId,
    verb: Keeps,
    matter: &Matter,
    party: Option<&Party>,
) -> Found {
    let mut out = Found::default();
    let (mut data, mut elements) = (IdSet::default(), IdSet::default());
    let mut unknown = None;
    let received = ground.received(e).filter(|_| verb == Keeps::Receives).map(|(_, m)| (m, m.sender));
    let given = ground.given(e).filter(|_| verb == Keeps::Gives).map(|(_, m)| (m, m.receiver));
    for (m, other) in received.chain(given).filter(|(_, other)| is_party(ground, party, *other)) {
        for d in m.data.iter().filter(|d| is_matter(ground, matter, **d)) {
            out.data.extend(Some(*d).filter(|d| data.insert(*d)));
            out.elements.extend(Some(other).filter(|e| elements.insert(*e)));
        }
        if m.content && m.data.is_empty() {
            unknown = Some(other);
        }
    }
    out.holds = !out.data.is_empty();
    // A flow that declares nothing moves something, and anything is something.
    if let (Matter::Anything, Some(other), false) = (matter, unknown, out.holds) {
        return Found { holds: true, elements: vec![other], data: Vec::new() };
    }
    out
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

/// An atom that was tried: whether it holds is known or quickly found, and what makes it hold is not
/// yet put together.
enum Tried<'a> {
    /// Whether it holds, and of whom it speaks.
    Plain(bool, Option<ElementId>),
    /// It holds if any of these data fits.
    Data(&'a [DataId], Fits<'a>),
    /// Whether a movement carries content from so low.
    Content(&'a Movement, bool),
    Exchanged(Rc<Found>),
}

/// What is asked of data.
enum Fits<'a> {
    Matter(&'a Matter),
    Kind(KindId),
    /// To arrive at this trust or below, too.
    Exposed(&'a Matter, Trust),
}

impl Fits<'_> {
    fn has(&self, ground: &Ground<'_>, d: DataId) -> bool {
        match self {
            Fits::Matter(matter) => is_matter(ground, matter, d),
            Fits::Kind(kind) => is_matter(ground, &Matter::Kind(*kind), d),
            Fits::Exposed(matter, to) => {
                is_matter(ground, matter, d)
                    && ground.exposure.get(d.index()).is_some_and(|x| x.level.is_some_and(|l| l <= *to))
            }
        }
    }
}

impl Tried<'_> {
    const NO: Tried<'static> = Tried::Plain(false, None);

    fn holds(&self, ground: &Ground<'_>) -> bool {
        match self {
            Tried::Plain(holds, _) | Tried::Content(_, holds) => *holds,
            Tried::Data(data, fits) => data.iter().any(|d| fits.has(ground, *d)),
            Tried::Exchanged(found) => found.holds,
        }
    }

    fn found(self, ground: &Ground<'_>) -> Found {
        match self {
            Tried::Plain(holds, who) => {
                Found { holds, elements: who.into_iter().collect(), data: Vec::new() }
            }
            Tried::Data(data, fits) => {
                let data: Vec<DataId> = data.iter().copied().filter(|d| fits.has(ground, *d)).collect();
                Found { holds: !data.is_empty(), elements: Vec::new(), data }
            }
            Tried::Content(m, holds) => {
                Found { holds, elements: vec![m.sender, m.receiver], data: m.data.clone() }
            }
            Tried::Exchanged(found) => Found::clone(&found),
        }
    }
}

/// Tries one atom.
fn tried<'a>(ground: &'a Ground<'_>, atom: &'a Atom, on: On<'a>) -> Tried<'a> {
    let of =
        |w: Who, f: &dyn Fn(ElementId) -> bool| who(w, on).map_or(Tried::NO, |e| Tried::Plain(f(e), Some(e)));
    let list = |table: &'a [Vec<DataId>], e: ElementId| table.get(e.index()).map_or(&[][..], Vec::as_slice);
    let (flow, moved) = match on {
        On::Flow(f, id, _, m) => (Some((f, id)), Some(m)),
        On::Element(_) | On::Other => (None, None),
    };
    match atom {
        Atom::Is(w, kind) => of(*w, &|e| ground.is_kind(e, *kind)),
        Atom::MovedIs(kind) => moved.map_or(Tried::NO, |m| Tried::Data(&m.data, Fits::Kind(*kind))),
        Atom::In(w, boundary) => of(*w, &|e| within(ground, e, boundary)),
        Atom::Property(w, id, op, want) => of(*w, &|e| property(ground, e, *id, *op, want)),
        Atom::Trust(w, op, want) => of(*w, &|e| op.holds(&ground.trust(e), want)),
        Atom::OneWay => Tried::Plain(flow.is_some_and(|(f, _)| f.one_way), None),
        Atom::Crosses(slope) => {
            let crossing = flow.and_then(|(_, id)| ground.crossing(id));
            let of_moved = |c: &Crossing| {
                if moved.is_some_and(|m| m.forward) { Some(c.forward) } else { c.back }
            };
            let holds = crossing.and_then(of_moved).is_some_and(|s| match slope {
                None => true,
                Some(Slope::Up) => s.is_up(),
                Some(Slope::Down) => s.is_down(),
                Some(Slope::Level) => s.is_level(),
            });
            Tried::Plain(holds, None)
        }
        Atom::Moves(verb, matter) => match (verb, flow, moved) {
            (Moves::Sends, Some((f, _)), _) => Tried::Data(&f.sends, Fits::Matter(matter)),
            (Moves::Writes, Some((f, _)), _) => Tried::Data(&f.writes, Fits::Matter(matter)),
            (Moves::Returns, Some((f, _)), _) => Tried::Data(&f.returns, Fits::Matter(matter)),
            (Moves::Moves, _, Some(m)) if m.content && m.data.is_empty() => {
                Tried::Plain(*matter == Matter::Anything, None)
            }
            (Moves::Moves, _, Some(m)) => Tried::Data(&m.data, Fits::Matter(matter)),
            _ => Tried::NO,
        },
        Atom::Keeps(w, verb, matter, party) => {
            let Some(e) = who(*w, on) else { return Tried::NO };
            match verb {
                Keeps::Stores => Tried::Data(list(&ground.stored, e), Fits::Matter(matter)),
                Keeps::Holds => {
                    let held = ground.model.element(e).map_or(&[][..], |e| &e.holds);
                    Tried::Data(held, Fits::Matter(matter))
                }
                Keeps::Receives | Keeps::Gives => {
                    Tried::Exchanged(exchanged(ground, e, *verb, matter, party.as_ref()))
                }
            }
        }
        Atom::MovedTainted(by) => moved.map_or(Tried::NO, |m| {
            let low = by.map_or(m.level < ground.trust(m.receiver), |t| m.level <= t);
            Tried::Content(m, m.content && low)
        }),
        Atom::Tainted(w, by) => of(*w, &|e| {
            let level = ground.taint.get(e.index()).and_then(|t| t.level);
            level.is_some_and(|l| by.map_or(l < ground.trust(e), |t| l <= t))
        }),
        Atom::MovedExposes(matter, to) => {
            moved.map_or(Tried::NO, |m| Tried::Data(&m.data, Fits::Exposed(matter, *to)))
        }
        Atom::Exposes(w, matter, to) => {
            who(*w, on).map_or(Tried::NO, |e| Tried::Data(list(&ground.at, e), Fits::Exposed(matter, *to)))
        }
        Atom::Leads(w, way, goal) => of(*w, &|e| ground.nearest(*way, e, *goal).is_some()),
    }
}
