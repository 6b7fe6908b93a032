//! What a condition is tried on, and what was found: between those who try it and those who put it
//! into words.

use super::tables::Tables;
use super::threat::ThreatTarget;
use super::{Movement, MovementId};
use crate::catalog::expr::Who;
use crate::model::{DataId, ElementId, Flow, FlowId};

/// What an atom is tried on.
#[derive(Copy, Clone)]
pub(crate) enum On<'a> {
    Flow(&'a Flow, FlowId, MovementId, &'a Movement),
    Element(ElementId),
    Other,
}

impl<'a> On<'a> {
    /// What was tried at a target, on a movement of it if it is a flow; none if there is no such flow or
    /// movement.
    pub fn of(tables: Tables<'a>, target: ThreatTarget, movement: Option<MovementId>) -> Option<Self> {
        Some(match (target, movement) {
            (ThreatTarget::Flow(id), Some(movement)) => {
                On::Flow(tables.model.flow(id)?, id, movement, tables.movement(movement)?)
            }
            (ThreatTarget::Element(e), _) => On::Element(e),
            _ => On::Other,
        })
    }

    /// Of a flow: the movement.
    pub fn movement(self) -> Option<MovementId> {
        match self {
            On::Flow(_, _, id, _) => Some(id),
            On::Element(_) | On::Other => None,
        }
    }
}

/// What was found for an atom.
#[derive(Clone, Default)]
pub(crate) struct Found {
    pub holds: bool,
    pub elements: Vec<ElementId>,
    pub data: Vec<DataId>,
}

/// Whom a word stands for.
pub(crate) fn who(w: Who, on: On<'_>) -> Option<ElementId> {
    match (w, on) {
        (Who::Element, On::Element(e)) => Some(e),
        (Who::Source, On::Flow(f, ..)) => Some(f.source),
        (Who::Target, On::Flow(f, ..)) => Some(f.target),
        (Who::Sender, On::Flow(_, _, _, m)) => Some(m.sender),
        (Who::Receiver, On::Flow(_, _, _, m)) => Some(m.receiver),
        _ => None,
    }
}
