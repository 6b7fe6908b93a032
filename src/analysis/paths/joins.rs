//! Agents in which private data, untrusted content and a way out meet.
//!
//! Which these are the rules say: an agent is named if a threat on it arises from all three. What is
//! added here is by which flows each of them comes together there.

use super::super::nets::{Along, Net};
use super::super::threat::{Fact, Start, Status, Threat, ThreatTarget};
use super::super::{ThreatId, movements, why};
use super::net::{Budget, Leap, Roads, Search};
use super::{Join, Pass, Site};
use crate::catalog::KindId;
use crate::catalog::expr::{Atom, Goal, Keeps, Leads, Matter, Who};
use crate::model::{DataId, ElementId};

/// How many steps are looked at for all agents together.
const STEPS: usize = 1_000_000;

pub(super) fn find(site: &Site<'_, '_>) -> Vec<Join> {
    let budget = Budget::new(STEPS);
    let mut out: Vec<Join> = Vec::new();
    for (i, t) in site.threats.iter().enumerate() {
        let ThreatTarget::Element(element) = t.target else { continue };
        let Some((data, kinds)) = meets(t) else { continue };
        let id = ThreatId::new(i);
        if let Some(known) = out.iter_mut().find(|j| j.element == element) {
            known.threats.push(id);
            known.data = movements::once_each(known.data.iter().chain(&data));
        } else {
            out.extend(join(site, &budget, element, t, id, data, &kinds));
        }
    }
    out.sort_by_key(|j| site.ranks.element(j.element));
    for j in &mut out {
        j.data.sort_by_key(|d| site.ground.model.datum(*d).map(|d| d.name.as_str()));
        j.text = text(site, j);
    }
    out
}

/// If a threat arises from private data, untrusted content and a way out: the data, and the kinds of the
/// way out.
fn meets(t: &Threat) -> Option<(Vec<DataId>, Vec<KindId>)> {
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
    let kinds: Vec<KindId> = facts()
        .filter_map(|f| match f.condition.atom {
            Atom::Leads(Who::Element, Leads::Reaches, Goal { kind, .. }) => Some(kind),
            _ => None,
        })
        .collect();
    let data: Vec<DataId> = movements::once_each(facts().filter(private).flat_map(|f| &f.data));
    (facts().any(content) && !data.is_empty() && !kinds.is_empty()).then_some((data, kinds))
}

fn join(
    site: &Site<'_, '_>,
    budget: &Budget,
    element: ElementId,
    t: &Threat,
    id: ThreatId,
    data: Vec<DataId>,
    kinds: &[KindId],
) -> Option<Join> {
    let ground = site.ground;
    let best = |roads: &Roads, from: &[ElementId], to: &[ElementId]| -> Vec<Leap> {
        let search = Search::new(ground, &site.ranks, roads, to, Some(from), budget);
        search.shortest(from, 1, &|_, _| true).into_iter().next().unwrap_or_default()
    };
    let passes = |leaps: Vec<Leap>| leaps.iter().map(pass).collect();
    let sources = match &t.start {
        Start::Elements(starts) => site.ranks.sorted(starts.iter().copied()),
        Start::Outside => Vec::new(),
    };
    let content = best(&Roads::Along(Along::all(Net::Movements)), &sources, &[element]);
    let origins =
        data.iter().filter_map(|d| ground.origins.get(d.index())).flat_map(|o| o.items.iter().copied());
    let origins = site.ranks.sorted(origins);
    let private = best(&Roads::Along(Along::carrying(&ground.family(&data))), &origins, &[element]);
    // Outside, if there is anything of the kind there.
    let of_kind = |e: &ElementId| *e != element && kinds.iter().any(|k| ground.is_kind(*e, *k));
    let outlets: Vec<ElementId> =
        (0..ground.model.elements.len()).map(ElementId::new).filter(of_kind).collect();
    let lower = |e: &ElementId| ground.trust(*e) < ground.trust(element);
    let outside: Vec<ElementId> = outlets.iter().copied().filter(lower).collect();
    let calls = Roads::Along(Along::all(Net::Calls));
    let mut out = best(&calls, &[element], &outside);
    if out.is_empty() {
        out = best(&calls, &[element], &outlets);
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
        sources => format!("content from {}", why::elements(tables.model, sources)),
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
