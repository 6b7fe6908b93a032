//! What all later steps stand on: the model with its movements, crossings, taint and exposure,
//! and the searches along calls and movements.

use super::exposure;
use super::movements::{self, Nature};
use super::taint::{self, goes_on};
use super::{Crossing, CrossingId, DataFacts, Exposure, FlowMovements, Movement, MovementId, Step, Taint};
use crate::catalog::{KindId, Trust};
use crate::model::{DataId, ElementId, FlowId, Model, ZoneId};
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

/// The model and the tables that follow from its drawing alone.
pub(crate) struct Ground<'m> {
    pub model: &'m Model,
    pub natures: Vec<Nature>,
    pub movements: Vec<Movement>,
    pub of_flow: Vec<FlowMovements>,
    pub stored: Vec<Vec<DataId>>,
    pub crossings: Vec<Crossing>,
    pub crossing_of: Vec<Option<CrossingId>>,
    pub data: Vec<DataFacts>,
    /// All that derives from each piece of data, itself first.
    pub derived: Vec<Vec<DataId>>,
    pub origins: Vec<Vec<ElementId>>,
    pub taint: Vec<Taint>,
    pub exposure: Vec<Exposure>,
    /// Movements that reach each element, as receiver or on their way.
    pub incoming: Vec<Vec<MovementId>>,
    /// Movements that each element gives.
    pub outgoing: Vec<Vec<MovementId>>,
    /// Flows that each element starts.
    pub calls: Vec<Vec<FlowId>>,
    /// Flows that each element answers.
    pub called: Vec<Vec<FlowId>>,
    leads: Known<(bool, KindId), bool>,
    supplies: Known<(ElementId, bool), ElementId>,
}

/// Answers that were found once and are asked for again.
type Known<K, V> = RefCell<HashMap<K, Rc<Vec<V>>>>;

/// Which net a search goes along.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Net {
    /// Calls, from who starts a flow to who answers it.
    Calls,
    /// Movements with content.
    Movements,
}

impl<'m> Ground<'m> {
    pub fn new(model: &'m Model) -> Self {
        let natures = movements::natures(model);
        let (mut all, of_flow) = movements::movements(model, &natures);
        let stored = movements::stored(model, &all);
        let (crossings, crossing_of) = movements::crossings(model);
        let n = model.elements.len();
        let mut incoming = vec![Vec::new(); n];
        let mut outgoing = vec![Vec::new(); n];
        for (i, m) in all.iter().enumerate() {
            let id = MovementId::new(i);
            if let Some(list) = outgoing.get_mut(m.sender.index()) {
                list.push(id);
            }
            for r in taint::reached(model, m) {
                if let Some(list) = incoming.get_mut(r.index())
                    && list.last() != Some(&id)
                {
                    list.push(id);
                }
            }
        }
        let mut calls = vec![Vec::new(); n];
        let mut called = vec![Vec::new(); n];
        for (i, f) in model.flows.iter().enumerate() {
            if let Some(list) = calls.get_mut(f.source.index()) {
                list.push(FlowId::new(i));
            }
            if let Some(list) = called.get_mut(f.target.index()) {
                list.push(FlowId::new(i));
            }
        }
        let taint = taint::spread(model, &natures, &mut all, &outgoing);
        let (data, derived) = exposure::data_facts(model, &natures, &all, &incoming);
        let origins = exposure::origins(model, &all);
        let exposure = exposure::exposures(model, &all, &outgoing, &origins, &derived);
        Ground {
            model,
            natures,
            movements: all,
            of_flow,
            stored,
            crossings,
            crossing_of,
            data,
            derived,
            origins,
            taint,
            exposure,
            incoming,
            outgoing,
            calls,
            called,
            leads: RefCell::default(),
            supplies: RefCell::default(),
        }
    }

    pub fn movement(&self, id: MovementId) -> Option<&Movement> {
        self.movements.get(id.index())
    }

    pub fn trust(&self, e: ElementId) -> Trust {
        movements::trust(self.model, e)
    }

    pub fn zone(&self, e: ElementId) -> Option<ZoneId> {
        self.model.element(e).map(|e| e.zone)
    }

    pub fn crossing(&self, flow: FlowId) -> Option<&Crossing> {
        self.crossing_of.get(flow.index()).copied().flatten().and_then(|c| self.crossings.get(c.index()))
    }

    pub fn is_kind(&self, e: ElementId, kind: KindId) -> bool {
        self.model.element(e).is_some_and(|e| self.model.catalog.is_under(e.kind, kind))
    }

    /// The movements that reach an element.
    pub fn into(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.incoming.get(e.index()).into_iter().flatten().filter_map(|id| Some((*id, self.movement(*id)?)))
    }

    /// The movements that an element gives.
    pub fn out_of(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.outgoing.get(e.index()).into_iter().flatten().filter_map(|id| Some((*id, self.movement(*id)?)))
    }

    /// Whether an element is of a kind or calls (else content) from it can come to one that is.
    pub fn leads_to(&self, net: Net, e: ElementId, kind: KindId) -> bool {
        let key = (net == Net::Calls, kind);
        let known = self.leads.borrow().get(&key).cloned();
        let table = known.unwrap_or_else(|| {
            let table = Rc::new(self.leading_to(net, kind));
            self.leads.borrow_mut().insert(key, table.clone());
            table
        });
        table.get(e.index()).copied().unwrap_or(false)
    }

    /// The nearest element of a kind to which calls (else content) lead; the element itself if it is
    /// one.
    pub fn nearest(&self, net: Net, e: ElementId, kind: KindId) -> Option<ElementId> {
        if self.is_kind(e, kind) {
            return Some(e);
        }
        let search = self.search(net, &[e], |_, _| true);
        (0..self.model.elements.len())
            .map(ElementId::new)
            .filter(|x| *x != e && self.is_kind(*x, kind) && search.reaches(*x))
            .min_by_key(|x| search.path(*x).len())
    }

    fn leading_to(&self, net: Net, kind: KindId) -> Vec<bool> {
        let mut seen = vec![false; self.model.elements.len()];
        let mut queue = VecDeque::new();
        let is_one: Vec<bool> = (0..seen.len()).map(|i| self.is_kind(ElementId::new(i), kind)).collect();
        for (i, s) in seen.iter_mut().enumerate() {
            if is_one.get(i).copied().unwrap_or(false) {
                *s = true;
                queue.push_back(ElementId::new(i));
            }
        }
        while let Some(e) = queue.pop_front() {
            let before: Vec<ElementId> = match net {
                Net::Calls => self
                    .called
                    .get(e.index())
                    .into_iter()
                    .flatten()
                    .filter_map(|f| self.model.flow(*f))
                    .map(|f| f.source)
                    .collect(),
                Net::Movements => {
                    let one = is_one.get(e.index()).copied().unwrap_or(false);
                    let store = self.natures.get(e.index()).is_some_and(|n| n.store && !n.process);
                    self.into(e)
                        .filter(|(_, m)| m.content)
                        .filter(|(_, m)| goes_on(&self.natures, m, e) || one && (!store || m.stays))
                        .map(|(_, m)| m.sender)
                        .collect()
                }
            };
            for b in before {
                if let Some(s) = seen.get_mut(b.index())
                    && !std::mem::replace(s, true)
                {
                    queue.push_back(b);
                }
            }
        }
        seen
    }

    /// The elements whose content can come to `goal`, itself first; with `on`, so that it goes on
    /// from there.
    pub fn supplies(&self, goal: ElementId, on: bool) -> Rc<Vec<ElementId>> {
        if let Some(known) = self.supplies.borrow().get(&(goal, on)) {
            return known.clone();
        }
        let mut seen = vec![false; self.model.elements.len()];
        let mut order = vec![goal];
        if let Some(s) = seen.get_mut(goal.index()) {
            *s = true;
        }
        let mut i = 0;
        while let Some(&e) = order.get(i) {
            i += 1;
            let only_store = self.natures.get(e.index()).is_some_and(|n| n.store && !n.process);
            for (_, m) in self.into(e).filter(|(_, m)| m.content) {
                let counts =
                    if e == goal && !on { !only_store || m.stays } else { goes_on(&self.natures, m, e) };
                if counts
                    && let Some(s) = seen.get_mut(m.sender.index())
                    && !std::mem::replace(s, true)
                {
                    order.push(m.sender);
                }
            }
        }
        if let Some(tail) = order.get_mut(1..) {
            tail.sort_unstable();
        }
        let order = Rc::new(order);
        self.supplies.borrow_mut().insert((goal, on), order.clone());
        order
    }

    /// The steps out of an element along a net: where each leads, and whether the way goes on there.
    fn steps_from(&self, net: Net, e: ElementId, out: &mut Vec<(Step, ElementId, bool)>) {
        out.clear();
        match net {
            Net::Calls => {
                for f in self.calls.get(e.index()).into_iter().flatten() {
                    if let Some(flow) = self.model.flow(*f) {
                        out.push((Step { flow: *f, forward: true }, flow.target, true));
                    }
                }
            }
            Net::Movements => {
                for (_, m) in self.out_of(e).filter(|(_, m)| m.content) {
                    for r in taint::reached(self.model, m) {
                        let step = Step { flow: m.flow, forward: m.forward };
                        out.push((step, r, goes_on(&self.natures, m, r)));
                    }
                }
            }
        }
    }

    /// A search in breadth along a net. `open` says whether a step may be taken. Gives for each
    /// element that is reached the step that led there; starts have none.
    pub fn search(
        &self,
        net: Net,
        starts: &[ElementId],
        open: impl FnMut(Step, ElementId) -> bool,
    ) -> Search {
        self.search_until(net, starts, |_| false, open)
    }

    /// The same, ended as soon as an element is reached that is looked for.
    pub fn search_until(
        &self,
        net: Net,
        starts: &[ElementId],
        wanted: impl Fn(ElementId) -> bool,
        mut open: impl FnMut(Step, ElementId) -> bool,
    ) -> Search {
        let n = self.model.elements.len();
        let mut found = Search { by: vec![None; n], reached: vec![false; n] };
        let mut passes = vec![false; n];
        let mut queue: VecDeque<ElementId> = VecDeque::new();
        for s in starts {
            if let (Some(r), Some(g)) = (found.reached.get_mut(s.index()), passes.get_mut(s.index())) {
                *r = true;
                *g = true;
                queue.push_back(*s);
            }
        }
        if starts.iter().any(|s| wanted(*s)) {
            return found;
        }
        let mut steps = Vec::new();
        while let Some(e) = queue.pop_front() {
            self.steps_from(net, e, &mut steps);
            for &(step, to, on) in &steps {
                if !open(step, to) {
                    continue;
                }
                let Some(reached) = found.reached.get_mut(to.index()) else { continue };
                if !std::mem::replace(reached, true)
                    && let Some(by) = found.by.get_mut(to.index())
                {
                    *by = Some((step, e));
                    if wanted(to) {
                        return found;
                    }
                }
                if on
                    && let Some(g) = passes.get_mut(to.index())
                    && !std::mem::replace(g, true)
                {
                    queue.push_back(to);
                }
            }
        }
        found
    }
}

/// What a search found.
pub(crate) struct Search {
    by: Vec<Option<(Step, ElementId)>>,
    reached: Vec<bool>,
}

impl Search {
    /// Whether an element is reached.
    pub fn reaches(&self, e: ElementId) -> bool {
        self.reached.get(e.index()).copied().unwrap_or(false)
    }

    /// The steps that lead to an element, first to last.
    pub fn path(&self, to: ElementId) -> Vec<Step> {
        let mut out = Vec::new();
        let mut at = to;
        while let Some(Some((step, from))) = self.by.get(at.index()) {
            out.push(*step);
            at = *from;
            if out.len() > self.by.len() {
                break;
            }
        }
        out.reverse();
        out
    }
}
