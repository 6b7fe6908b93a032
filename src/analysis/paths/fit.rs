//! Which threats carry a way over a step, and whether controls hold them.
//!
//! A threat fits a step if all of this holds:
//!
//! - it stands on the step's flow in that direction, or on an element where the step gets further in
//!   (on the way out: on the element that gives the data away);
//! - by it somebody gets further: it has a letter of spoofing, tampering, information disclosure or
//!   elevation of privilege. Denying what one did or taking something down leads nowhere, and neither
//!   does what only tidying up lowers, since nobody attacks there;
//! - if it does nothing but disclose, it is about what is wanted: whoever reads something else is no
//!   nearer;
//! - this attacker can begin it here: it starts at a part that the way has passed; or it comes with
//!   content, and content moves on all of the way so far; or it comes by calls, and the way so far is
//!   calls. A threat where data leaves starts where the data can be read, and has to be about the
//!   data that is wanted;
//! - it is not one of the wire between two parts, since the way leads through the parts; and if what
//!   lowers it most is a door, the step is the attacker's own.
//!
//! A threat that controls in force hold also holds the step, but for these: one of a door, which lets the
//! rightful caller in, and the attacker comes as one or by way of one; and one on a part that the way only
//! passes, unless it comes with content, since passing there is ordinary use.

use super::super::ThreatId;
use super::super::ids::{IdMap, IdSet};
use super::super::sets::Family;
use super::super::start::{Way, way};
use super::super::threat::{Start, Status, Threat, ThreatTarget};
use super::net::Leap;
use super::{Leg, PathStep, Site, StepState};
use crate::catalog::{Acts, Catalog, ControlId, Rule, Stride};
use crate::model::ElementId;
use crate::model::responses::RiskLevel;
use std::rc::Rc;

/// The threats by what they stand on.
pub(super) struct Fit<'a> {
    threats: &'a [Threat],
    on: IdMap<ThreatTarget, Vec<Fitting>>,
}

/// A threat that can carry a way.
#[derive(Copy, Clone)]
struct Fitting {
    id: ThreatId,
    /// How it comes.
    way: Way,
    /// Whether it is one of strangers at the door.
    door: bool,
    /// Whether it comes by calls and does nothing but disclose.
    reads: bool,
}

/// What a way is after.
pub(super) struct Aim {
    /// The data and what is made of it; none if an element is wanted.
    pub family: Option<Rc<Family>>,
    /// Where it can be read.
    pub readers: IdSet<ElementId>,
    /// Where what is wanted is.
    pub goals: IdSet<ElementId>,
}

/// A way that has come so far.
pub(super) struct SoFar<'a> {
    /// The steps in, and out if data is on its way out already.
    pub taken: &'a [Leap],
    pub leg: Leg,
}

impl<'a> Fit<'a> {
    pub fn new(site: &Site<'a, '_>) -> Self {
        let catalog = &site.ground.model.catalog;
        let mut on: IdMap<ThreatTarget, Vec<Fitting>> = IdMap::default();
        for (i, t) in site.threats.iter().enumerate().filter(|(_, t)| leads_on(t)) {
            let carries = |r: &&Rule| !only(catalog, r, Acts::Wire) && !only(catalog, r, Acts::Upkeep);
            let Some(rule) = catalog.rule(t.rule).filter(carries) else { continue };
            if is_live(t.status) || is_stopped(t, site.appetite) {
                let door = is_at_the_door(catalog, rule);
                let way = way(&t.facts);
                let reads = way == Way::Called && t.stride == [Stride::InformationDisclosure];
                let fitting = Fitting { id: ThreatId::new(i), way, door, reads };
                on.entry(t.target).or_default().push(fitting);
            }
        }
        Fit { threats: site.threats, on }
    }

    fn threat(&self, id: ThreatId) -> Option<&'a Threat> {
        self.threats.get(id.index())
    }

    /// The step with the threats that fit it.
    pub fn step(&self, site: &Site<'_, '_>, so_far: &SoFar<'_>, leap: &Leap, aim: &Aim) -> PathStep {
        let mut fitting: Vec<(ThreatId, bool)> = Vec::new();
        let mut add = |target: ThreatTarget, only_leaving: bool| {
            for f in self.on.get(&target).into_iter().flatten() {
                let Some(t) = self.threat(f.id) else { continue };
                if (!only_leaving || f.way == Way::Leaving) && fits(site, so_far, leap, aim, t, *f) {
                    fitting.push((f.id, holds(so_far.leg, aim, t, *f)));
                }
            }
        };
        add(ThreatTarget::Flow(leap.step.flow), false);
        match so_far.leg {
            Leg::Out => add(ThreatTarget::Element(leap.from), true),
            Leg::In => {
                let flow = site.ground.model.flow(leap.step.flow);
                let through = flow.into_iter().flat_map(|f| &f.via).filter(|v| **v != leap.to);
                through.for_each(|v| add(ThreatTarget::Element(*v), false));
                add(ThreatTarget::Element(leap.to), false);
            }
        }
        fitting.sort_unstable();
        fitting.dedup();
        let live = |(id, _): &(ThreatId, bool)| self.threat(*id).is_some_and(|t| is_live(t.status));
        let (live, held): (Vec<_>, Vec<_>) = fitting.into_iter().partition(live);
        let decisive = live.iter().any(|(_, holds)| *holds);
        let threats: Vec<ThreatId> = live.into_iter().map(|(id, _)| id).collect();
        let stopped: Vec<ThreatId> = held.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id).collect();
        PathStep {
            step: leap.step,
            from: leap.from,
            to: leap.to,
            leg: so_far.leg,
            state: state(threats.is_empty(), stopped.is_empty()),
            threats,
            stopped,
            decisive,
        }
    }

    /// How easy a step is, at most 1: the likeliest of its threats, those that are held if no other
    /// is left, in fifths.
    pub fn ease(&self, step: &PathStep) -> f64 {
        let of = if step.threats.is_empty() { &step.stopped } else { &step.threats };
        let likelihood = of.iter().filter_map(|t| self.threat(*t)).map(|t| t.residual.likelihood).max();
        likelihood.map_or(1.0, |l| f64::from(l) / 5.0)
    }
}

/// Whether a threat, once controls in force hold it, holds the step too.
fn holds(leg: Leg, aim: &Aim, t: &Threat, f: Fitting) -> bool {
    let on_the_way = match t.target {
        ThreatTarget::Element(e) => f.way == Way::Tainted || leg == Leg::Out || aim.goals.contains(&e),
        _ => true,
    };
    on_the_way && !f.door
}

/// The state of a step, by whether it has no live threats and none that are held.
pub(super) fn state(no_live: bool, no_stopped: bool) -> StepState {
    match (no_live, no_stopped) {
        (false, _) => StepState::Open,
        (true, true) => StepState::Free,
        (true, false) => StepState::Held,
    }
}

/// Whether nothing in force stops a threat of this status. Who accepts or transfers one bears it, and it
/// can still happen.
pub(super) fn is_live(status: Status) -> bool {
    matches!(status, Status::Open | Status::Planned | Status::Accepted | Status::Transferred)
}

/// Whether controls in force hold it: one whose place a finer threat has taken too, since that stands
/// elsewhere perhaps.
fn is_stopped(t: &Threat, appetite: RiskLevel) -> bool {
    t.status == Status::Mitigated
        || t.status == Status::Refined
            && t.inherent.severity() > appetite
            && t.residual.severity() <= appetite
}

/// Whether somebody gets further by it.
fn leads_on(t: &Threat) -> bool {
    t.stride.iter().any(|s| {
        matches!(
            s,
            Stride::Spoofing
                | Stride::Tampering
                | Stride::InformationDisclosure
                | Stride::ElevationOfPrivilege
        )
    })
}

/// Whether some of a sorted list are in a set; the smaller one is looked through.
fn meet(sorted: &[ElementId], set: &IdSet<ElementId>) -> bool {
    if sorted.len() < set.len() {
        sorted.iter().any(|e| set.contains(e))
    } else {
        set.iter().any(|e| sorted.binary_search(e).is_ok())
    }
}

/// Whether nothing but controls that do this lowers it.
fn only(catalog: &Catalog, rule: &Rule, acts: Acts) -> bool {
    !rule.lowered_by.is_empty() && rule.lowered_by.iter().all(|(c, _)| does(catalog, *c, acts))
}

/// Whether what lowers it most is a door.
fn is_at_the_door(catalog: &Catalog, rule: &Rule) -> bool {
    let most = rule.lowered_by.iter().map(|(_, n)| *n).max();
    let mut strongest = rule.lowered_by.iter().filter(|(_, n)| Some(*n) == most);
    most.is_some() && strongest.all(|(c, _)| does(catalog, *c, Acts::Door))
}

fn does(catalog: &Catalog, control: ControlId, acts: Acts) -> bool {
    catalog.control(control).is_some_and(|c| c.acts.contains(&acts))
}

fn fits(
    site: &Site<'_, '_>,
    so_far: &SoFar<'_>,
    leap: &Leap,
    aim: &Aim,
    t: &Threat,
    fitting: Fitting,
) -> bool {
    let (ground, way) = (site.ground, fitting.way);
    if fitting.door && !(so_far.leg == Leg::In && so_far.taken.is_empty()) {
        return false;
    }
    if let ThreatTarget::Flow(_) = t.target {
        let movement = t.movement.and_then(|m| ground.movement(m));
        if movement.is_some_and(|m| m.forward != leap.step.forward) {
            return false;
        }
    }
    let data = || t.facts.iter().filter(|f| !f.condition.not).flat_map(|f| &f.data);
    if fitting.reads {
        let about = |f: &Rc<Family>| data().any(|d| f.contains(*d));
        if aim.family.as_ref().is_some_and(|f| !about(f)) {
            return false;
        }
    }
    let starts = match &t.start {
        Start::Elements(starts) => starts,
        // From outside the element's zone.
        Start::Outside => {
            let first = so_far.taken.first().unwrap_or(leap).from;
            return so_far.leg == Leg::In && ground.zone(first) != ground.zone(leap.to);
        }
    };
    let begins_at = |e: &ElementId| starts.binary_search(e).is_ok();
    if way == Way::Leaving {
        let about = |f: &Rc<Family>| data().next().is_none() || data().any(|d| f.contains(*d));
        if so_far.leg == Leg::In {
            // What is wanted shows in what the attacker gets from there.
            let first = so_far.taken.first().unwrap_or(leap).from;
            let wanted = matches!(t.target, ThreatTarget::Element(e) if aim.goals.contains(&e));
            return wanted && begins_at(&first);
        }
        return aim.family.as_ref().is_some_and(about) && (begins_at(&leap.to) || meet(starts, &aim.readers));
    }
    let passed = begins_at(&leap.from) || so_far.taken.iter().any(|l| begins_at(&l.from));
    passed
        || match way {
            Way::Tainted => leap.content && so_far.taken.iter().all(|l| l.content),
            _ => leap.step.forward && so_far.taken.iter().all(|l| l.step.forward),
        }
}
