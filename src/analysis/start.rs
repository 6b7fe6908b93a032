//! Where a threat starts, and by which ways it comes.

use super::MovementId;
use super::ground::Ground;
use super::hops::{Along, Net};
use super::sets::{Family, Group};
use super::threat::{Fact, Start, Step, ThreatTarget};
use crate::catalog::Trust;
use crate::catalog::expr::{Atom, Slope};
use crate::model::{DataId, ElementId, FlowId, ZoneId};
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// How a threat comes, which the words of its condition say.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    /// With tainted content, by movements, from each source of the taint.
    Tainted,
    /// By data that leaves, by movements, from where it is kept to where it arrives.
    Leaving,
    /// By calls, from each less trusted zone from which calls come.
    Called,
}

/// A threat's start with all that is needed to find ways past a control.
pub(crate) struct Origin {
    pub way: Way,
    /// Where searches begin: sources of the taint, callers, or where the data is kept.
    pub from: Rc<Group>,
    /// Of leaving data: where it arrives.
    arrives: Rc<Group>,
    /// Of leaving data: it and what derives from it; none if something unknown leaves.
    family: Option<Rc<Family>>,
    /// Where the threat starts; none if outside the target's zone.
    starts: Option<Rc<Group>>,
    /// A shortest way to the target (or through it to where data arrives).
    pub path: Arc<[Step]>,
    /// Whether a way is drawn at all, once somebody has asked.
    drawn: OnceCell<bool>,
}

impl Origin {
    /// The same for harm, which nobody starts: no zone is an attacker's, so that a control counts where it
    /// stands, with the person whom it helps as well.
    pub fn of_nobody(&self) -> Origin {
        Origin {
            way: self.way,
            from: self.from.clone(),
            arrives: self.arrives.clone(),
            family: self.family.clone(),
            starts: None,
            path: self.path.clone(),
            drawn: OnceCell::new(),
        }
    }

    /// Where the threat starts, for the reader.
    pub fn start(&self) -> Start {
        self.starts.as_ref().map_or(Start::Outside, |g| Start::Elements(g.items.clone()))
    }

    /// The elements where it starts.
    pub fn starts(&self) -> Option<&Group> {
        self.starts.as_deref()
    }

    /// The zones of the start, sorted.
    pub fn zones<'a>(&'a self, ground: &Ground<'_>) -> &'a [ZoneId] {
        self.starts.as_ref().map_or(&[], |g| g.zones(ground.model))
    }

    /// The net that the threat comes along.
    pub fn along(&self) -> Along {
        match (&self.family, self.way) {
            (Some(family), _) if !family.is_empty() => Along::carrying(family),
            (_, Way::Called) => Along::all(Net::Calls),
            _ => Along::all(Net::Movements),
        }
    }
}

pub(crate) fn way(facts: &[Fact]) -> Way {
    let any = |f: &dyn Fn(&Atom) -> bool| facts.iter().any(|x| !x.condition.not && f(&x.condition.atom));
    if any(&|a| matches!(a, Atom::MovedTainted(_) | Atom::Tainted(..))) {
        Way::Tainted
    } else if any(&|a| {
        matches!(a, Atom::MovedExposes(..) | Atom::Exposes(..) | Atom::Crosses(Some(Slope::Down)))
    }) {
        Way::Leaving
    } else {
        Way::Called
    }
}

pub(crate) fn origin(
    ground: &Ground<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    facts: &[Fact],
) -> Origin {
    match way(facts) {
        Way::Tainted => tainted(ground, target, movement),
        Way::Leaving => leaving(ground, target, movement, facts),
        Way::Called => called(ground, target),
    }
}

fn tainted(ground: &Ground<'_>, target: ThreatTarget, movement: Option<MovementId>) -> Origin {
    // Content enters a flow at the movement's sender; an element by what reaches it.
    let m = movement.and_then(|m| ground.movement(m));
    let (goal, sources) = match (m, target) {
        (Some(m), _) => (m.sender, ground.supplies(m.sender, m.level)),
        (None, ThreatTarget::Element(e)) => (e, sources_of(ground, e)),
        _ => return nowhere(ground, target),
    };
    if sources.is_empty() {
        return nowhere(ground, target);
    }
    // Nobody plants something for himself while others can: from who gets it no path is shown.
    let along = Along::all(Net::Movements);
    let receiver = m.map(|m| ground.groups.of(vec![m.receiver]));
    let others = receiver.map(|r| ground.groups.without(&sources, &r)).filter(|o| !o.is_empty());
    let shown = others.and_then(|others| ground.path(&along, &others, goal));
    let mut path = shown.or_else(|| ground.path(&along, &sources, goal)).unwrap_or_default();
    path.extend(m.map(|m| Step { flow: m.flow, forward: m.forward }));
    Origin {
        way: Way::Tainted,
        starts: Some(sources.clone()),
        from: sources,
        arrives: ground.groups.of(Vec::new()),
        family: None,
        path: path.into(),
        drawn: OnceCell::from(true),
    }
}

/// The sources of an element's taint, other than itself.
fn sources_of(ground: &Ground<'_>, e: ElementId) -> Rc<Group> {
    let level = ground.taint.get(e.index()).and_then(|t| t.level).unwrap_or(Trust::Untrusted);
    let only_store = ground.natures.get(e.index()).is_some_and(|n| n.store && !n.process);
    let mut senders: Vec<ElementId> = ground
        .received(e)
        .filter(|(_, m)| m.content && (!only_store || m.stays) && m.sender != e)
        .map(|(_, m)| m.sender)
        .collect();
    senders.sort_unstable();
    senders.dedup();
    let behind: Vec<Rc<Group>> = senders.iter().map(|s| ground.supplies(*s, level)).collect();
    ground.groups.without(&ground.groups.union(&behind), &ground.groups.of(vec![e]))
}

fn leaving(
    ground: &Ground<'_>,
    target: ThreatTarget,
    movement: Option<MovementId>,
    facts: &[Fact],
) -> Origin {
    // The data that leaves, and how low it has to arrive to count.
    let mut data: Vec<DataId> = Vec::new();
    let mut low: Option<Trust> = None;
    for fact in facts.iter().filter(|f| !f.condition.not) {
        if let Atom::MovedExposes(_, t) | Atom::Exposes(_, _, t) = &fact.condition.atom {
            data.extend(&fact.data);
            low = Some(low.map_or(*t, |l| l.min(*t)));
        }
    }
    let m = movement.and_then(|m| ground.movement(m));
    let step = m.map(|m| Step { flow: m.flow, forward: m.forward });
    let Some(low) = low else {
        // It only goes down: it arrives at the movement's receiver.
        let Some(m) = m else { return nowhere(ground, target) };
        let mut from = origins(ground, &m.data);
        if from.is_empty() {
            from = ground.groups.of(vec![m.sender]);
        }
        let family = ground.family(&m.data);
        let before = ground.path(&Along::carrying(&family), &from, m.sender);
        let drawn = before.is_some();
        let mut path = before.unwrap_or_default();
        path.extend(step);
        let arrives = ground.groups.of(vec![m.receiver]);
        return Origin {
            way: Way::Leaving,
            starts: Some(arrives.clone()),
            from,
            arrives,
            family: Some(family),
            path: path.into(),
            drawn: OnceCell::from(drawn),
        };
    };
    data.sort_unstable();
    data.dedup();
    let from = origins(ground, &data);
    let family = ground.family(&data);
    let along = Along::carrying(&family);
    // Where it arrives behind the target; if nowhere, it arrives by another way than through it.
    let behind = behind(ground, target, movement);
    let arrivals = |of: &[ElementId]| {
        let all: Vec<Rc<Group>> = of.iter().map(|e| ground.arrivals(*e, &family, low)).collect();
        ground.groups.without(&ground.groups.union(&all), &from)
    };
    let mut arrives = arrivals(&behind.items);
    let through = !arrives.is_empty();
    if !through {
        arrives = arrivals(&from.items);
    }
    let to = m.map(|m| m.sender).or(match target {
        ThreatTarget::Element(e) => Some(e),
        _ => None,
    });
    let before = to.and_then(|to| ground.path(&along, &from, to));
    let drawn = before.is_some() && through;
    let mut path = before.unwrap_or_default();
    path.extend(step);
    if through {
        path.extend(ground.way_to_nearest(&along, &behind, &arrives).unwrap_or_default());
    }
    Origin {
        way: Way::Leaving,
        starts: Some(arrives.clone()).filter(|a| !a.is_empty()),
        from,
        arrives,
        family: Some(family),
        path: path.into(),
        drawn: OnceCell::from(drawn),
    }
}

/// The elements that are the origin of any of these data.
fn origins(ground: &Ground<'_>, data: &[DataId]) -> Rc<Group> {
    let each: Vec<Rc<Group>> = data.iter().filter_map(|d| ground.origins.get(d.index())).cloned().collect();
    ground.groups.union(&each)
}

/// Where content is once it has passed a target.
fn behind(ground: &Ground<'_>, target: ThreatTarget, movement: Option<MovementId>) -> Rc<Group> {
    ground.groups.of(match (movement, target) {
        (Some(m), _) => ground.reached(m).to_vec(),
        (None, ThreatTarget::Element(e)) => vec![e],
        _ => Vec::new(),
    })
}

fn called(ground: &Ground<'_>, target: ThreatTarget) -> Origin {
    let (goal, ceiling) = match target {
        ThreatTarget::Element(e) => (e, ground.trust(e)),
        ThreatTarget::Flow(f) => {
            let Some(f) = ground.model.flow(f) else { return nowhere(ground, target) };
            (f.source, ground.trust(f.source).max(ground.trust(f.target)))
        }
        ThreatTarget::Boundary(_) | ThreatTarget::Model => return nowhere(ground, target),
    };
    let mut from = ground.callers(goal, ceiling, true);
    if from.is_empty() {
        // Parts that only call one another in a ring: any of them.
        from = ground.callers(goal, ceiling, false);
    }
    if from.is_empty() {
        return nowhere(ground, target);
    }
    let mut path = ground.path(&Along::all(Net::Calls), &from, goal).unwrap_or_default();
    if let ThreatTarget::Flow(f) = target {
        path.push(Step { flow: f, forward: true });
    }
    Origin {
        way: Way::Called,
        starts: Some(from.clone()),
        from,
        arrives: ground.groups.of(Vec::new()),
        family: None,
        path: path.into(),
        drawn: OnceCell::from(true),
    }
}

/// Nobody less trusted leads to it: a flow's less trusted end (the caller, if both are equal), or
/// outside the element's zone.
fn nowhere(ground: &Ground<'_>, target: ThreatTarget) -> Origin {
    let ends = match target {
        ThreatTarget::Flow(f) => ground.model.flow(f).map(|f| (f.source, f.target)),
        _ => None,
    };
    let start = ends.map(|(a, b)| if ground.trust(b) < ground.trust(a) { b } else { a });
    let from = ground.groups.of(start.into_iter().collect());
    Origin {
        way: Way::Called,
        starts: Some(from.clone()).filter(|g| !g.is_empty()),
        from,
        arrives: ground.groups.of(Vec::new()),
        family: None,
        path: match target {
            ThreatTarget::Flow(flow) => [Step { flow, forward: true }].into(),
            _ => [].into(),
        },
        drawn: OnceCell::new(),
    }
}

/// What stands in the way of a threat.
pub(crate) struct Blocked<'a> {
    pub element: &'a dyn Fn(ElementId) -> bool,
    pub flow: &'a dyn Fn(FlowId) -> bool,
}

/// Whether some way of the threat to its target is left when blocked elements and flows are taken
/// away. Starts are never blocked. Where no way is drawn at all, one is left: what nobody has to
/// pass protects nothing.
pub(crate) fn way_left(
    ground: &Ground<'_>,
    origin: &Origin,
    target: ThreatTarget,
    movement: Option<MovementId>,
    blocked: &Blocked<'_>,
) -> bool {
    let open = Blocked { element: &|_| false, flow: &|_| false };
    let drawn = || *origin.drawn.get_or_init(|| left_without(ground, origin, target, movement, &open));
    left_without(ground, origin, target, movement, blocked) || !drawn()
}

fn left_without(
    ground: &Ground<'_>,
    origin: &Origin,
    target: ThreatTarget,
    movement: Option<MovementId>,
    blocked: &Blocked<'_>,
) -> bool {
    let along = origin.along();
    let m = movement.and_then(|m| ground.movement(m)).filter(|_| along.net == Net::Movements);
    let goal = match (m, target) {
        (Some(m), _) => m.sender,
        (None, ThreatTarget::Flow(f)) => match ground.model.flow(f) {
            Some(f) => f.source,
            None => return true,
        },
        (None, ThreatTarget::Element(e)) => e,
        _ => return true,
    };
    // The part itself is where the threat goes, whatever stands on it.
    let passable =
        |e: ElementId| !(blocked.element)(e) || e == goal && !matches!(target, ThreatTarget::Flow(_));
    let starts = |e: ElementId| !(blocked.element)(e);
    let open = |step: Step, to: ElementId| !(blocked.flow)(step.flow) && passable(to);
    if !ground.leads(&along, &origin.from, goal, starts, open) {
        return false;
    }
    if origin.way != Way::Leaving {
        return true;
    }
    // Data that leaves must also get from the target to where it arrives.
    let behind = behind(ground, ThreatTarget::Element(goal), movement.filter(|_| m.is_some()));
    let there = |e: ElementId| origin.arrives.contains(e);
    if behind.items.iter().any(|e| there(*e)) {
        return true;
    }
    if m.is_some() && behind.items.iter().all(|e| (blocked.element)(*e)) {
        return false;
    }
    ground.leads_on(&along, &behind, &origin.arrives, |step, to| {
        !(blocked.flow)(step.flow) && (there(to) || !(blocked.element)(to))
    })
}
