//! Agents in which private data, untrusted content and a way out meet.
//!
//! Which these are the rules say: an agent is named if a threat on it arises from all three. What is
//! added here is by which flows each of them comes together there.

use super::super::hops::{Along, Net};
use super::super::threat::{Fact, Start, Status, Threat, ThreatTarget};
use super::super::{ThreatId, movements, named, why};
use super::net::{Budget, Leap, Roads, Search};
use super::{Join, Pass, Site};
use crate::catalog::Trust;
use crate::catalog::expr::{Atom, End, Goal, Keeps, Leads, Matter, Who};
use crate::model::{DataId, ElementId};
use std::collections::HashMap;
use std::rc::Rc;

/// How many steps are looked at for all agents together.
const STEPS: usize = 1_000_000;

pub(super) fn find(site: &Site<'_, '_>) -> Vec<Join> {
    let budget = Budget::new(STEPS);
    let calls = Roads::Along(Along::all(Net::Calls));
    let mut outlets = Outlets { site, calls: &calls, budget: &budget, known: HashMap::new() };
    let mut places: HashMap<ElementId, usize> = HashMap::new();
    let mut out: Vec<Join> = Vec::new();
    for (i, t) in site.threats.iter().enumerate() {
        let ThreatTarget::Element(element) = t.target else { continue };
        let Some((data, ends)) = meets(t) else { continue };
        let id = ThreatId::new(i);
        if let Some(known) = places.get(&element).and_then(|at| out.get_mut(*at)) {
            known.threats.push(id);
            known.data = movements::once_each(known.data.iter().chain(&data));
        } else if let Some(join) = join(site, &mut outlets, element, t, id, data, ends) {
            places.insert(element, out.len());
            out.push(join);
        }
    }
    out.sort_by_key(|j| site.ranks.element(j.element));
    for j in &mut out {
        j.data.sort_by_key(|d| site.ground.model.datum(*d).map(|d| d.name.as_str()));
        j.text = text(site, j);
    }
    out
}

/// What an agent can send something out to: searches along calls, which agents that are alike share.
struct Outlets<'a, 's, 'm> {
    site: &'a Site<'s, 'm>,
    calls: &'a Roads,
    budget: &'a Budget,
    known: HashMap<Sought, Rc<Search<'a, 'm>>>,
}

/// What it is, below which trust if not of any, and without which element, if it is such itself.
type Sought = (Vec<End>, Option<Trust>, Option<ElementId>);

impl<'a, 'm> Outlets<'a, '_, 'm> {
    /// The search to all that are such, other than an element; outside, or wherever they are.
    fn search(&mut self, element: ElementId, ends: &[End], outside: bool) -> Rc<Search<'a, 'm>> {
        let Outlets { site, calls, budget, .. } = *self;
        let ground = site.ground;
        let such = |e: &ElementId| ends.iter().any(|k| ground.is_end(*e, *k));
        let below = Some(ground.trust(element)).filter(|_| outside);
        let key = (ends.to_vec(), below, Some(element).filter(such));
        let find = || {
            let all = (0..ground.model.elements.len()).map(ElementId::new);
            let lower = |e: &ElementId| below.is_none_or(|below| ground.trust(*e) < below);
            let goals: Vec<ElementId> = all.filter(|e| *e != element && lower(e) && such(e)).collect();
            Rc::new(Search::new(ground, &site.ranks, calls, &goals, None, budget))
        };
        self.known.entry(key).or_insert_with(find).clone()
    }
}

/// If a threat arises from private data, untrusted content and a way out: the data, and where the way out
/// leads to.
fn meets(t: &Threat) -> Option<(Vec<DataId>, Vec<End>)> {
    if matches!(t.status, Status::Dismissed | Status::Refined) {
        return None;
    }
    let facts = || t.facts.iter().filter(|f| !f.condition.not);
    let content = |f: &Fact| matches!(f.condition.atom, Atom::Tainted(Who::Element, _));
    let private = |f: &&Fact| {
        matches!(
            f.condition.atom,
            Atom::Keeps(Who::Element, Keeps::Receives, Matter::Personal | Matter::Class(..), _)
        )
    };
    let ends: Vec<End> = facts()
        .filter_map(|f| match f.condition.atom {
            Atom::Leads(Who::Element, Leads::Reaches, Goal { end, .. }) => Some(end),
            _ => None,
        })
        .collect();
    let data: Vec<DataId> = movements::once_each(facts().filter(private).flat_map(|f| &f.data));
    (facts().any(content) && !data.is_empty() && !ends.is_empty()).then_some((data, ends))
}

fn join(
    site: &Site<'_, '_>,
    outlets: &mut Outlets<'_, '_, '_>,
    element: ElementId,
    t: &Threat,
    id: ThreatId,
    data: Vec<DataId>,
    ends: Vec<End>,
) -> Option<Join> {
    let ground = site.ground;
    let best = |roads: &Roads, from: &[ElementId], is_start: &dyn Fn(ElementId) -> bool| -> Vec<Leap> {
        let to = &[element];
        Search::new(ground, &site.ranks, roads, to, Some(is_start), outlets.budget).nearest(from)
    };
    let passes = |leaps: Vec<Leap>| leaps.iter().map(pass).collect();
    // Sorted.
    let starts: &[ElementId] = match &t.start {
        Start::Elements(starts) => starts,
        Start::Outside => &[],
    };
    let sources = site.ranks.sorted(starts.iter().copied());
    let is_source = |e: ElementId| starts.binary_search(&e).is_ok();
    let content = best(&Roads::Along(Along::all(Net::Movements)), &sources, &is_source);
    let origins =
        data.iter().filter_map(|d| ground.origins.get(d.index())).flat_map(|o| o.items.iter().copied());
    let origins = site.ranks.sorted(origins);
    let carrying = Roads::Along(Along::carrying(&ground.family(&data)));
    let private = best(&carrying, &origins, &|e| origins.contains(&e));
    // Outside, if there is anything of the kind there.
    let mut out = outlets.search(element, &ends, true).nearest(&[element]);
    if out.is_empty() {
        out = outlets.search(element, &ends, false).nearest(&[element]);
    }
    let outlet = out.last()?.to;
    Some(Join {
        element,
        threats: vec![id],
        data,
        sources,
        outlet,
        private: passes(private),
        content: passes(content),
        out: passes(out),
        text: String::new(),
    })
}

fn text(site: &Site<'_, '_>, j: &Join) -> String {
    let tables = site.ground.tables();
    let content = match j.sources.as_slice() {
        [] => "untrusted content".to_owned(),
        sources => format!("content from {}", named::elements(tables.model, sources)),
    };
    format!(
        "{} has private data ({}), takes {content}, and can send something out to {}",
        why::element(&tables, j.element),
        why::data(&tables, &j.data),
        why::element(&tables, j.outlet)
    )
}

pub(super) fn pass(leap: &Leap) -> Pass {
    Pass { step: leap.step, from: leap.from, to: leap.to }
}
