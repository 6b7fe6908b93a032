//! What follows from the drawing alone: movements, crossings, taint, exposure. All later steps stand on it.
//! It does not change once it is made, and all threads read the same.

use super::hops::{Along, Hop, Hops, Net};
use super::lists::Lists;
use super::movements::{self, Nature};
use super::spread::Carried;
use super::{Crossing, CrossingId, DataFacts, Exposure, FlowMovements, Movement, MovementId, Taint};
use super::{exposure, taint};
use crate::catalog::expr::End;
use crate::catalog::{KindId, Trust};
use crate::model::{DataId, ElementId, FlowId, Model, ZoneId};
use std::sync::Arc;

/// The model and the tables that follow from its drawing alone.
pub(crate) struct Drawn<'m> {
    pub model: &'m Model,
    pub natures: Vec<Nature>,
    /// The trust of each element, its zone and its kind, which are asked for at every step of a search.
    trust: Vec<Trust>,
    zones: Vec<ZoneId>,
    kinds: Vec<KindId>,
    pub movements: Vec<Movement>,
    pub of_flow: Vec<FlowMovements>,
    /// Whom each movement reaches: what it goes via, then its receiver.
    reached: Lists<ElementId>,
    pub stored: Vec<Vec<DataId>>,
    /// All that is at each element: stored, held, received or given.
    pub at: Vec<Vec<DataId>>,
    pub crossings: Vec<Crossing>,
    pub crossing_of: Vec<Option<CrossingId>>,
    pub data: Vec<DataFacts>,
    /// Each piece of data with all that derives from it, sorted, so far as it is anywhere.
    pub descendants: Vec<Arc<[DataId]>>,
    /// Where each piece of data comes from.
    pub homes: Vec<Vec<ElementId>>,
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
    /// The steps along calls, and along movements with content.
    call_hops: Hops,
    movement_hops: Hops,
}

impl<'m> Drawn<'m> {
    pub fn new(model: &'m Model) -> Self {
        let natures = movements::natures(model);
        let trust: Vec<Trust> = model.elements.iter().map(|e| e.trust).collect();
        let (mut all, of_flow) = movements::movements(model, &natures);
        let reached = taint::reached(model, &all);
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
            for r in reached.of(i) {
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
        let call_hops = Hops::of_calls(&model.flows, &natures, &calls, &called);
        let movement_hops = Hops::of_movements(&all, &reached, &natures, &incoming, &outgoing);
        let at = movements::at(model, &stored, &all, &incoming, &outgoing);
        let taint = taint::spread(&natures, &trust, &mut all, &outgoing, &reached);
        let data = exposure::data_facts(model, &natures, &all, &incoming, &reached);
        let homes = exposure::origins(model, &all);
        let descendants = exposure::derived(&data, &homes);
        let carried = Carried::new(&all, &outgoing, &reached, &trust);
        let exposure = exposure::exposures(&carried, &homes, &descendants);
        Drawn {
            model,
            natures,
            trust,
            zones: model.elements.iter().map(|e| e.zone).collect(),
            kinds: model.elements.iter().map(|e| e.kind).collect(),
            movements: all,
            of_flow,
            reached,
            stored,
            at,
            crossings,
            crossing_of,
            data,
            descendants,
            homes,
            taint,
            exposure,
            incoming,
            outgoing,
            calls,
            called,
            call_hops,
            movement_hops,
        }
    }

    pub fn movement(&self, id: MovementId) -> Option<&Movement> {
        self.movements.get(id.index())
    }

    /// Whom a movement reaches: what it goes via, then its receiver.
    pub fn reached(&self, id: MovementId) -> &[ElementId] {
        self.reached.of(id.index())
    }

    pub fn trust(&self, e: ElementId) -> Trust {
        self.trust.get(e.index()).copied().unwrap_or(Trust::Untrusted)
    }

    pub fn zone(&self, e: ElementId) -> Option<ZoneId> {
        self.zones.get(e.index()).copied()
    }

    pub fn is_kind(&self, e: ElementId, kind: KindId) -> bool {
        self.kinds.get(e.index()).is_some_and(|k| self.model.catalog.is_under(*k, kind))
            && self.model.element(e).is_some_and(|e| !e.none_of.contains(&kind))
    }

    /// Whether an element is what is asked of the other end of a way.
    pub fn is_end(&self, e: ElementId, end: End) -> bool {
        match end {
            End::Kind(kind) => self.is_kind(e, kind),
            End::Trust(trust) => self.trust(e) <= trust,
        }
    }

    pub fn crossing(&self, flow: FlowId) -> Option<&Crossing> {
        self.crossing_of.get(flow.index()).copied().flatten().and_then(|c| self.crossings.get(c.index()))
    }

    /// The movements that reach an element.
    pub fn received(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.listed(&self.incoming, e)
    }

    /// The movements that an element gives.
    pub fn given(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.listed(&self.outgoing, e)
    }

    fn listed<'a>(
        &'a self,
        lists: &'a [Vec<MovementId>],
        e: ElementId,
    ) -> impl Iterator<Item = (MovementId, &'a Movement)> {
        let list = lists.get(e.index()).into_iter().flatten();
        list.filter_map(|id| Some((*id, self.movement(*id)?)))
    }

    /// The steps out of an element.
    pub fn hops_from<'a>(&'a self, along: &'a Along, e: ElementId) -> impl Iterator<Item = Hop> + 'a {
        self.fitting(along, self.hops(along.net).from.of(e.index()))
    }

    /// The steps into an element.
    pub fn hops_to<'a>(&'a self, along: &'a Along, e: ElementId) -> impl Iterator<Item = Hop> + 'a {
        self.fitting(along, self.hops(along.net).to.of(e.index()))
    }

    fn hops(&self, net: Net) -> &Hops {
        match net {
            Net::Calls => &self.call_hops,
            Net::Movements => &self.movement_hops,
        }
    }

    fn fitting<'a>(&'a self, along: &'a Along, hops: &'a [Hop]) -> impl Iterator<Item = Hop> + 'a {
        let carries = |hop: &&Hop| match (&along.family, hop.moved.and_then(|m| self.movement(m))) {
            (Some(family), Some(m)) => m.data.iter().any(|d| family.contains(*d)),
            _ => true,
        };
        hops.iter().filter(carries).copied()
    }

    /// How many steps there are into an element along a net, at most.
    pub fn steps_to(&self, net: Net, e: ElementId) -> usize {
        match net {
            Net::Calls => self.called.get(e.index()).map_or(0, Vec::len),
            Net::Movements => self.incoming.get(e.index()).map_or(0, Vec::len),
        }
    }

    /// Whether content arrives at an element with a step, if the way ends there: a question to a store
    /// is no content.
    pub fn arrives(&self, hop: &Hop, at: ElementId) -> bool {
        hop.on || self.natures.get(at.index()).is_none_or(|n| n.process || !n.store)
    }

    /// Whether calls go on through an element; see [`Nature::passes_calls`].
    pub fn passes_calls(&self, e: ElementId) -> bool {
        self.natures.get(e.index()).is_none_or(Nature::passes_calls)
    }

    /// Whether calls start here: it is not built here, or nobody of its trust or less calls it; a
    /// gateway that hands on what others ask does not start anything.
    pub fn starts_calls(&self, e: ElementId) -> bool {
        let external = self.natures.get(e.index()).is_some_and(|n| n.external);
        let called = self.called.get(e.index()).into_iter().flatten();
        external
            || !called
                .filter_map(|f| self.model.flow(*f))
                .any(|f| f.source != e && self.trust(f.source) <= self.trust(e))
    }
}
