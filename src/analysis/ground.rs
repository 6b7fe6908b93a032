//! What all later steps stand on: the model with its movements, crossings, taint and exposure.
//! Searches along calls and movements are in `nets`.

use super::exposure;
use super::hops::Hops;
use super::ids::IdMap;
use super::movements::{self, Nature};
use super::nets::Kept;
use super::sets::{About, Family, Group, Sets};
use super::taint;
use super::tried::Found;
use super::{Crossing, CrossingId, DataFacts, Exposure, FlowMovements, Movement, MovementId, Taint};
use crate::catalog::expr::{Keeps, Matter, Party};
use crate::catalog::{KindId, Trust};
use crate::model::{DataId, ElementId, FlowId, Model, ZoneId};
use std::cell::RefCell;
use std::rc::Rc;

/// The model and the tables that follow from its drawing alone.
pub(crate) struct Ground<'m> {
    pub model: &'m Model,
    pub natures: Vec<Nature>,
    pub movements: Vec<Movement>,
    pub of_flow: Vec<FlowMovements>,
    pub stored: Vec<Vec<DataId>>,
    /// All that is at each element: stored, held, received or given.
    pub at: Vec<Vec<DataId>>,
    pub crossings: Vec<Crossing>,
    pub crossing_of: Vec<Option<CrossingId>>,
    pub data: Vec<DataFacts>,
    /// Each piece of data with all that derives from it, so far as it is anywhere.
    pub derived: Vec<Rc<Family>>,
    /// Where each piece of data comes from.
    pub origins: Vec<Rc<Group>>,
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
    /// Sets of elements.
    pub groups: Sets<ElementId, About>,
    /// Sets of data, each with all that derives from it.
    pub families: Sets<DataId, ()>,
    /// The single steps of the nets.
    pub hops: Hops,
    /// What was found along the nets.
    pub kept: Kept,
    /// What elements receive and give, as conditions have asked for it.
    pub exchanged: RefCell<IdMap<Exchange, Rc<Found>>>,
}

/// What a condition asks of the movements of an element.
type Exchange = (ElementId, Keeps, Matter, Option<Party>);

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
        let at = movements::at(model, &stored, &all, &incoming, &outgoing);
        let taint = taint::spread(model, &natures, &mut all, &outgoing);
        let data = exposure::data_facts(model, &natures, &all, &incoming);
        let origins = exposure::origins(model, &all);
        let (groups, families) = (Sets::default(), Sets::default());
        let derived = exposure::derived(&data, &origins, &families);
        let exposure = exposure::exposures(model, &all, &outgoing, &origins, &derived);
        Ground {
            model,
            natures,
            movements: all,
            of_flow,
            stored,
            at,
            crossings,
            crossing_of,
            data,
            derived,
            origins: origins.into_iter().map(|o| groups.of(o)).collect(),
            taint,
            exposure,
            incoming,
            outgoing,
            calls,
            called,
            groups,
            families,
            hops: Hops::default(),
            kept: Kept::default(),
            exchanged: RefCell::default(),
        }
    }

    pub fn movement(&self, id: MovementId) -> Option<&Movement> {
        self.tables().movement(id)
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
        self.tables().is_kind(e, kind)
    }

    /// The movements that reach an element.
    pub fn into(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.tables().received(e)
    }

    /// The movements that an element gives.
    pub fn out_of(&self, e: ElementId) -> impl Iterator<Item = (MovementId, &Movement)> {
        self.tables().given(e)
    }
}
