//! Where a threat starts, and by which ways it comes.

use super::MovementId;
use super::ground::{Ground, Net, Search};
use super::threat::{Fact, Start, Step, ThreatTarget};
use crate::catalog::Trust;
use crate::catalog::expr::{Atom, Slope};
use crate::model::{DataId, ElementId, FlowId, ZoneId};

/// How a threat comes, which the words of its condition say.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
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
    pub from: Vec<ElementId>,
    /// Of leaving data: where it arrives.
    pub arrives: Vec<ElementId>,
    /// Of leaving data: it and what derives from it; none if something unknown leaves.
    pub family: Vec<DataId>,
    /// Where the threat starts, for the reader.
    pub start: Start,
    /// The zones of the start.
    pub zones: Vec<ZoneId>,
    pub path: Vec<Step>,
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

/// The elements that a target touches: an element itself, or a flow's ends.
fn ends(ground: &Ground<'_>, target: ThreatTarget) -> Vec<ElementId> {
    match target {
        ThreatTarget::Element(e) => vec![e],
        ThreatTarget::Flow(f) => ground.model.flow(f).map(|f| vec![f.source, f.target]).unwrap_or_default(),
        ThreatTarget::Boundary(_) | ThreatTarget::Model => Vec::new(),
    }
}

fn zones(ground: &Ground<'_>, elements: &[ElementId]) -> Vec<ZoneId> {
    let mut out: Vec<ZoneId> = elements.iter().filter_map(|e| ground.zone(*e)).collect();
    out.sort_unstable();
    out.dedup();
    out
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
    let (goal, level) = match (m, target) {
        (Some(m), _) => (m.sender, m.level),
        (None, ThreatTarget::Element(e)) => {
            (e, ground.taint.get(e.index()).and_then(|t| t.level).unwrap_or(Trust::Untrusted))
        }
        _ => return nowhere(ground, target),
    };
    let sources: Vec<ElementId> = ground
        .supplies(goal, m.is_some())
        .iter()
        .copied()
        .filter(|e| ground.trust(*e) <= level && (*e != goal || m.is_some()))
        .collect();
    if sources.is_empty() {
        return nowhere(ground, target);
    }
    let mut path = ground.search_until(Net::Movements, &sources, |e| e == goal, |_, _| true).path(goal);
    if let Some(m) = m {
        path.push(Step { flow: m.flow, forward: m.forward });
    }
    Origin {
        way: Way::Tainted,
        zones: zones(ground, &sources),
        start: Start::Elements(sources.clone()),
        from: sources,
        arrives: Vec::new(),
        family: Vec::new(),
        path,
    }
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
    let Some(low) = low else {
        // It only goes down: it arrives at the movement's receiver.
        let Some(m) = m else { return nowhere(ground, target) };
        let mut from: Vec<ElementId> =
            m.data.iter().filter_map(|d| ground.origins.get(d.index())).flatten().copied().collect();
        from.sort_unstable();
        from.dedup();
        if from.is_empty() {
            from.push(m.sender);
        }
        let family = family_of(ground, &m.data);
        let mut path = carried(ground, &from, &family).path(m.sender);
        path.push(Step { flow: m.flow, forward: m.forward });
        return Origin {
            way: Way::Leaving,
            zones: zones(ground, &[m.receiver]),
            start: Start::Elements(vec![m.receiver]),
            from,
            arrives: vec![m.receiver],
            family,
            path,
        };
    };
    data.sort_unstable_by_key(|d| (ground.exposure.get(d.index()).and_then(|x| x.level), *d));
    data.dedup();
    let mut from: Vec<ElementId> =
        data.iter().filter_map(|d| ground.origins.get(d.index())).flatten().copied().collect();
    from.sort_unstable();
    from.dedup();
    let family = family_of(ground, &data);
    let search = carried(ground, &from, &family);
    // Where it arrives behind the target.
    let behind: Vec<ElementId> = match (m, target) {
        (Some(m), _) => super::taint::reached(ground.model, m).collect(),
        (None, ThreatTarget::Element(e)) => vec![e],
        _ => Vec::new(),
    };
    let after = carried(ground, &behind, &family);
    let mut arrives: Vec<ElementId> = (0..ground.model.elements.len())
        .map(ElementId::new)
        .filter(|e| ground.trust(*e) <= low && after.reaches(*e) && !from.contains(e))
        .collect();
    if arrives.is_empty() {
        // It arrives by another way than through this target.
        arrives = (0..ground.model.elements.len())
            .map(ElementId::new)
            .filter(|e| ground.trust(*e) <= low && search.reaches(*e) && !from.contains(e))
            .collect();
    }
    let mut path = match (m, target) {
        (Some(m), _) => {
            let mut p = search.path(m.sender);
            p.push(Step { flow: m.flow, forward: m.forward });
            p
        }
        (None, ThreatTarget::Element(e)) => search.path(e),
        _ => Vec::new(),
    };
    let nearest = arrives.iter().map(|e| after.path(*e)).min_by_key(Vec::len).unwrap_or_default();
    path.extend(nearest);
    Origin {
        way: Way::Leaving,
        zones: zones(ground, &arrives),
        start: if arrives.is_empty() { Start::Outside } else { Start::Elements(arrives.clone()) },
        from,
        arrives,
        family,
        path,
    }
}

/// The data and all that derives from it.
fn family_of(ground: &Ground<'_>, data: &[DataId]) -> Vec<DataId> {
    let mut out: Vec<DataId> =
        data.iter().filter_map(|d| ground.derived.get(d.index())).flatten().copied().collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A search along movements that carry any of a family of data.
fn carried(ground: &Ground<'_>, from: &[ElementId], family: &[DataId]) -> Search {
    ground.search(Net::Movements, from, |step, _| carries(ground, step, family))
}

fn carries(ground: &Ground<'_>, step: Step, family: &[DataId]) -> bool {
    ground
        .of_flow
        .get(step.flow.index())
        .and_then(|w| if step.forward { Some(w.forward) } else { w.back })
        .and_then(|m| ground.movement(m))
        .is_some_and(|m| m.data.iter().any(|d| family.binary_search(d).is_ok()))
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
    // Back along calls.
    let mut seen = vec![false; ground.model.elements.len()];
    let mut order = vec![goal];
    if let Some(s) = seen.get_mut(goal.index()) {
        *s = true;
    }
    let mut i = 0;
    while let Some(&e) = order.get(i) {
        i += 1;
        for f in ground.called.get(e.index()).into_iter().flatten() {
            let Some(flow) = ground.model.flow(*f) else { continue };
            if let Some(s) = seen.get_mut(flow.source.index())
                && !std::mem::replace(s, true)
            {
                order.push(flow.source);
            }
        }
    }
    // Calls come from who is not built here, and from who is called by nobody of its trust or
    // less; a gateway that hands on what others ask does not start anything.
    let less =
        |e: &ElementId| ground.trust(*e) < ceiling && (*e != goal || matches!(target, ThreatTarget::Flow(_)));
    let hands_on = |e: &ElementId| {
        ground
            .called
            .get(e.index())
            .into_iter()
            .flatten()
            .filter_map(|f| ground.model.flow(*f))
            .any(|f| f.source != *e && ground.trust(f.source) <= ground.trust(*e))
    };
    let external = |e: &ElementId| ground.natures.get(e.index()).is_some_and(|n| n.external);
    let mut from: Vec<ElementId> =
        order.iter().copied().filter(|e| less(e) && (external(e) || !hands_on(e))).collect();
    if from.is_empty() {
        // Parts that only call one another in a ring: any of them.
        from = order.iter().copied().filter(less).collect();
    }
    from.sort_unstable();
    if from.is_empty() {
        return nowhere(ground, target);
    }
    let mut path = ground.search_until(Net::Calls, &from, |e| e == goal, |_, _| true).path(goal);
    if let ThreatTarget::Flow(f) = target {
        path.push(Step { flow: f, forward: true });
    }
    Origin {
        way: Way::Called,
        zones: zones(ground, &from),
        start: Start::Elements(from.clone()),
        from,
        arrives: Vec::new(),
        family: Vec::new(),
        path,
    }
}

/// Nobody less trusted leads to it: a flow's less trusted end (the caller, if both are equal), or
/// outside the element's zone.
fn nowhere(ground: &Ground<'_>, target: ThreatTarget) -> Origin {
    let ends = ends(ground, target);
    let start = match (target, ends.as_slice()) {
        (ThreatTarget::Flow(_), [a, b]) => Some(if ground.trust(*b) < ground.trust(*a) { *b } else { *a }),
        _ => None,
    };
    let from: Vec<ElementId> = start.into_iter().collect();
    Origin {
        way: Way::Called,
        zones: zones(ground, &from),
        start: if from.is_empty() { Start::Outside } else { Start::Elements(from.clone()) },
        path: match target {
            ThreatTarget::Flow(flow) => vec![Step { flow, forward: true }],
            _ => Vec::new(),
        },
        from,
        arrives: Vec::new(),
        family: Vec::new(),
    }
}

/// Whether some way of the threat to its target is left when `blocked` elements and flows are
/// taken away. Starts are never blocked. Where no way is drawn at all, one is left: what nobody
/// has to pass protects nothing.
pub(crate) fn way_left(
    ground: &Ground<'_>,
    origin: &Origin,
    target: ThreatTarget,
    movement: Option<MovementId>,
    blocked_element: &dyn Fn(ElementId) -> bool,
    blocked_flow: &dyn Fn(FlowId) -> bool,
) -> bool {
    left_without(ground, origin, target, movement, blocked_element, blocked_flow)
        || !left_without(ground, origin, target, movement, &|_| false, &|_| false)
}

fn left_without(
    ground: &Ground<'_>,
    origin: &Origin,
    target: ThreatTarget,
    movement: Option<MovementId>,
    blocked_element: &dyn Fn(ElementId) -> bool,
    blocked_flow: &dyn Fn(FlowId) -> bool,
) -> bool {
    let net = if origin.way == Way::Called { Net::Calls } else { Net::Movements };
    let m = movement.and_then(|m| ground.movement(m));
    let goal = match (m, target) {
        (Some(m), _) if net == Net::Movements => m.sender,
        (_, ThreatTarget::Flow(f)) => match ground.model.flow(f) {
            Some(f) => f.source,
            None => return true,
        },
        (_, ThreatTarget::Element(e)) => e,
        _ => return true,
    };
    // Data leaves by the movements that carry it, if it is known.
    let fits = |step: Step| origin.family.is_empty() || carries(ground, step, &origin.family);
    let open = |step: Step, to: ElementId| {
        fits(step)
            && !blocked_flow(step.flow)
            && (!blocked_element(to) || to == goal && !matches!(target, ThreatTarget::Flow(_)))
    };
    let from: Vec<ElementId> = origin.from.iter().copied().filter(|e| !blocked_element(*e)).collect();
    let before = ground.search_until(net, &from, |e| e == goal, open);
    if !before.reaches(goal) {
        return false;
    }
    if origin.way != Way::Leaving {
        return true;
    }
    // Data that leaves must also get from the target to where it arrives.
    let behind: Vec<ElementId> = match m {
        Some(m) => super::taint::reached(ground.model, m).collect(),
        None => vec![goal],
    };
    let blocked_behind = behind.iter().all(|e| blocked_element(*e) && !origin.arrives.contains(e));
    if blocked_behind && m.is_some() {
        return false;
    }
    let arrives = &origin.arrives;
    let after = ground.search_until(
        net,
        &behind,
        |e| arrives.binary_search(&e).is_ok(),
        |step, to| {
            fits(step)
                && !blocked_flow(step.flow)
                && (arrives.binary_search(&to).is_ok() || !blocked_element(to))
        },
    );
    arrives.iter().any(|e| after.reaches(*e))
}
