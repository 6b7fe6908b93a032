//! What the views of a model show: focus and what is near it, what is taken in, what is left out.
//!
//! A view picks parts by what they are, and by what follows from the model: severities, phases,
//! ways of attackers, threats. It never shows a flow without both of its ends.

use super::ground::Ground;
use super::paths::Paths;
use super::threat::{Step, Threat, ThreatTarget};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::statements::{Pick, PickedBy};
use crate::model::{DataId, ElementId, Flow, FlowId, Model, Target, View};
use std::collections::VecDeque;

/// What one view shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whether each element is shown, by [`ElementId`].
    pub elements: Vec<bool>,
    /// Whether each flow is, by [`FlowId`]; both ends of one that is are shown.
    pub flows: Vec<bool>,
}

impl Shown {
    /// Everything.
    pub fn all(model: &Model) -> Shown {
        Shown { elements: vec![true; model.elements.len()], flows: vec![true; model.flows.len()] }
    }

    /// Whether an element is shown.
    pub fn element(&self, id: ElementId) -> bool {
        self.elements.get(id.index()).copied().unwrap_or(false)
    }

    /// Whether a flow is shown.
    pub fn flow(&self, id: FlowId) -> bool {
        self.flows.get(id.index()).copied().unwrap_or(false)
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        !self.elements.contains(&true)
    }
}

/// The elements that a flow comes by: its source, what it goes through, its target.
pub fn stops(flow: &Flow) -> impl Iterator<Item = ElementId> + '_ {
    std::iter::once(flow.source).chain(flow.via.iter().copied()).chain(std::iter::once(flow.target))
}

/// What each view of a model shows, in the model's order. Of one that shows nothing that is said.
pub(super) fn find(
    ground: &Ground<'_>,
    threats: &[Threat],
    paths: &Paths,
    out: &mut Vec<Diagnostic>,
) -> Vec<Shown> {
    let site = Site { ground, model: ground.model, threats, paths };
    let shown: Vec<Shown> = ground.model.views.iter().map(|v| site.shown(v)).collect();
    for (view, shown) in ground.model.views.iter().zip(&shown) {
        if shown.is_empty() && !ground.model.elements.is_empty() {
            out.push(site.empty(view));
        }
    }
    shown
}

struct Site<'a, 'm> {
    ground: &'a Ground<'m>,
    model: &'m Model,
    threats: &'a [Threat],
    paths: &'a Paths,
}

/// What a pick fits.
#[derive(Default)]
struct Found {
    elements: Vec<ElementId>,
    flows: Vec<FlowId>,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.elements.is_empty() && self.flows.is_empty()
    }
}

fn mark<Id>(list: &mut [bool], id: Id, index: fn(Id) -> usize, value: bool) {
    if let Some(slot) = list.get_mut(index(id)) {
        *slot = value;
    }
}

impl Site<'_, '_> {
    fn shown(&self, view: &View) -> Shown {
        let mut left_out = Shown {
            elements: vec![false; self.model.elements.len()],
            flows: vec![false; self.model.flows.len()],
        };
        for found in view.exclude.iter().map(|p| self.picked(p)) {
            found.elements.iter().for_each(|e| mark(&mut left_out.elements, *e, ElementId::index, true));
            found.flows.iter().for_each(|f| mark(&mut left_out.flows, *f, FlowId::index, true));
        }
        let mut elements = vec![view.focus.is_empty() && view.include.is_empty(); self.model.elements.len()];
        let focus = view.focus.iter().flat_map(|p| self.part(&p.target).elements);
        self.spread(focus.collect(), view.depth, &left_out, &mut elements);
        for found in view.include.iter().map(|p| self.picked(p)) {
            found.elements.iter().for_each(|e| mark(&mut elements, *e, ElementId::index, true));
            for flow in found.flows.iter().filter_map(|f| self.model.flow(*f)) {
                stops(flow).for_each(|e| mark(&mut elements, e, ElementId::index, true));
            }
        }
        // What a flow goes through belongs to it.
        for flow in &self.model.flows {
            let both = [flow.source, flow.target].iter().all(|e| elements.get(e.index()) == Some(&true));
            if both {
                flow.via.iter().for_each(|e| mark(&mut elements, *e, ElementId::index, true));
            }
        }
        for (slot, out) in elements.iter_mut().zip(&left_out.elements) {
            *slot &= !out;
        }
        let has = |e: ElementId| elements.get(e.index()) == Some(&true);
        let flows = self.model.flows.iter().zip(&left_out.flows);
        let flows = flows.map(|(f, out)| !out && has(f.source) && has(f.target)).collect();
        Shown { elements, flows }
    }

    /// Marks what is at most `depth` flows away from the focus, by ways that are not left out.
    fn spread(&self, focus: Vec<ElementId>, depth: u32, left_out: &Shown, elements: &mut [bool]) {
        if focus.is_empty() {
            return;
        }
        let mut at: Vec<Vec<ElementId>> = vec![Vec::new(); self.model.elements.len()];
        for (i, flow) in self.model.flows.iter().enumerate() {
            if left_out.flow(FlowId::new(i)) {
                continue;
            }
            for one in stops(flow) {
                if let Some(list) = at.get_mut(one.index()) {
                    list.extend(stops(flow).filter(|other| *other != one));
                }
            }
        }
        let mut next: VecDeque<(ElementId, u32)> = VecDeque::new();
        let mut take = |next: &mut VecDeque<(ElementId, u32)>, e: ElementId, depth: u32| {
            if let Some(slot) = elements.get_mut(e.index())
                && !*slot
                && !left_out.element(e)
            {
                *slot = true;
                next.push_back((e, depth));
            }
        };
        focus.into_iter().for_each(|e| take(&mut next, e, 0));
        while let Some((from, so_far)) = next.pop_front() {
            if so_far < depth {
                let near = at.get(from.index()).into_iter().flatten();
                near.for_each(|e| take(&mut next, *e, so_far + 1));
            }
        }
    }

    fn picked(&self, pick: &Pick) -> Found {
        match &pick.by {
            PickedBy::Part(target) => self.part(target),
            PickedBy::Tag(tag) => self.tagged(tag),
            PickedBy::Phase(phase) => self.threatened(|t| {
                let rule = self.model.catalog.rule(t.rule);
                t.status.is_unsettled() && rule.is_some_and(|r| r.phase.contains(phase))
            }),
            PickedBy::Severity(level) => {
                self.threatened(|t| t.status.is_unsettled() && t.residual.severity() >= *level)
            }
            PickedBy::Attacker(index) => self.ways(*index),
            PickedBy::Rule(rule) => self.threatened_with_paths(|t| t.rule == *rule),
            PickedBy::Threat(id) => self.threatened_with_paths(|t| t.id == *id),
        }
    }

    fn part(&self, target: &Target) -> Found {
        let elements = |fits: &dyn Fn(ElementId) -> bool| {
            let all = (0..self.model.elements.len()).map(ElementId::new);
            Found { elements: all.filter(|e| fits(*e)).collect(), flows: Vec::new() }
        };
        match target {
            Target::All => elements(&|_| true),
            Target::Element(e) => Found { elements: vec![*e], flows: Vec::new() },
            Target::Boundary(b) => elements(&|e| self.model.around(e).contains(b)),
            Target::AnyKind(kind) => elements(&|e| self.model.is_kind(e, *kind)),
            Target::Flows(flows) => Found { elements: Vec::new(), flows: flows.clone() },
            Target::AnyFlow => {
                Found { elements: Vec::new(), flows: (0..self.model.flows.len()).map(FlowId::new).collect() }
            }
            Target::Data(d) => self.keeping(*d),
        }
    }

    /// Who keeps a piece of data, and the flows that move it.
    fn keeping(&self, d: DataId) -> Found {
        let keeps = |i: usize, e: &crate::model::Element| {
            e.holds.contains(&d) || self.ground.stored.get(i).is_some_and(|s| s.contains(&d))
        };
        let elements = self.model.elements.iter().enumerate().filter(|(i, e)| keeps(*i, e));
        let moving = self.ground.movements.iter().filter(|m| m.data.contains(&d)).map(|m| m.flow);
        Found { elements: elements.map(|(i, _)| ElementId::new(i)).collect(), flows: moving.collect() }
    }

    fn tagged(&self, tag: &String) -> Found {
        let m = self.model;
        let around = |e: ElementId| {
            m.around(e).into_iter().filter_map(|b| m.boundary(b)).any(|b| b.tags.contains(tag))
        };
        let elements = m.elements.iter().enumerate().map(|(i, e)| (ElementId::new(i), e));
        let elements = elements.filter(|(id, e)| e.tags.contains(tag) || around(*id)).map(|(id, _)| id);
        let flows = m.flows.iter().enumerate().filter(|(_, f)| f.tags.contains(tag));
        Found { elements: elements.collect(), flows: flows.map(|(i, _)| FlowId::new(i)).collect() }
    }

    /// Where the threats that fit are.
    fn threatened(&self, fits: impl Fn(&Threat) -> bool) -> Found {
        let mut found = Found::default();
        for t in self.threats.iter().filter(|t| fits(t)) {
            match t.target {
                ThreatTarget::Element(e) => found.elements.push(e),
                ThreatTarget::Flow(f) => found.flows.push(f),
                ThreatTarget::Boundary(b) => found.elements.extend(self.part(&Target::Boundary(b)).elements),
                ThreatTarget::Model => {}
            }
        }
        found
    }

    /// The same with the paths by which they come.
    fn threatened_with_paths(&self, fits: impl Fn(&Threat) -> bool) -> Found {
        let mut found = self.threatened(&fits);
        for t in self.threats.iter().filter(|t| fits(t)) {
            found.flows.extend(t.path.iter().map(|s: &Step| s.flow));
        }
        found
    }

    /// The ways of an attacker, and where it stands.
    fn ways(&self, attacker: usize) -> Found {
        let mut found = Found::default();
        found.elements.extend(self.model.attackers.get(attacker).into_iter().flat_map(|a| &a.from));
        for want in self.paths.attacks.get(attacker).into_iter().flatten() {
            found.elements.extend(&want.here);
            for step in want.ways.iter().flat_map(|w| &w.steps) {
                found.elements.extend([step.from, step.to]);
                found.flows.push(step.step.flow);
            }
        }
        found
    }

    fn empty(&self, view: &View) -> Diagnostic {
        let mut d = Diagnostic::new(
            codes::EMPTY_VIEW,
            view.span,
            format!("the view `{}` shows nothing, so it is not drawn", view.name),
        )
        .at("no part of the model is in it");
        let mut fits = view.focus.iter().any(|p| !self.part(&p.target).is_empty());
        for place in view.focus.iter().filter(|p| self.part(&p.target).is_empty()) {
            d = d.label(place.span, "nothing is of this kind or in this boundary");
        }
        for pick in &view.include {
            let found = self.picked(pick);
            fits |= !found.is_empty();
            if found.is_empty() {
                d = d.label(pick.span, "nothing fits this");
            }
        }
        let all = view.focus.is_empty() && view.include.is_empty();
        d.help(if fits || all {
            "All that it would show is left out again by `exclude`."
        } else {
            "Name parts in `focus` or `include`, or take the view out."
        })
    }
}
