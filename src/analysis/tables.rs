//! The model with those tables beside it that sentences read: while an analysis is made and when it
//! is done.

use super::drawn::Drawn;
use super::{Analysis, DataFacts, Exposure, Movement, MovementId, Taint, movements};
use crate::catalog::{KindId, Trust};
use crate::model::{ElementId, Model};

/// What sentences are made of.
#[derive(Copy, Clone)]
pub(crate) struct Tables<'a> {
    pub model: &'a Model,
    pub data: &'a [DataFacts],
    pub movements: &'a [Movement],
    pub taint: &'a [Taint],
    pub exposure: &'a [Exposure],
    incoming: &'a [Vec<MovementId>],
    outgoing: &'a [Vec<MovementId>],
}

impl Drawn<'_> {
    pub fn tables(&self) -> Tables<'_> {
        Tables {
            model: self.model,
            data: &self.data,
            movements: &self.movements,
            taint: &self.taint,
            exposure: &self.exposure,
            incoming: &self.incoming,
            outgoing: &self.outgoing,
        }
    }
}

impl Analysis {
    pub(crate) fn tables<'a>(&'a self, model: &'a Model) -> Tables<'a> {
        Tables {
            model,
            data: &self.data,
            movements: &self.movements,
            taint: &self.taint,
            exposure: &self.exposure,
            incoming: &self.incoming,
            outgoing: &self.outgoing,
        }
    }
}

impl<'a> Tables<'a> {
    pub fn movement(self, id: MovementId) -> Option<&'a Movement> {
        self.movements.get(id.index())
    }

    pub fn trust(self, e: ElementId) -> Trust {
        movements::trust(self.model, e)
    }

    pub fn is_kind(self, e: ElementId, kind: KindId) -> bool {
        self.model.is_kind(e, kind)
    }

    /// The movements that reach an element.
    pub fn received(self, e: ElementId) -> impl Iterator<Item = (MovementId, &'a Movement)> {
        self.listed(self.incoming, e)
    }

    /// The movements that an element gives.
    pub fn given(self, e: ElementId) -> impl Iterator<Item = (MovementId, &'a Movement)> {
        self.listed(self.outgoing, e)
    }

    fn listed(
        self,
        lists: &'a [Vec<MovementId>],
        e: ElementId,
    ) -> impl Iterator<Item = (MovementId, &'a Movement)> {
        let list = lists.get(e.index()).into_iter().flatten();
        list.filter_map(move |id| Some((*id, self.movement(*id)?)))
    }
}
