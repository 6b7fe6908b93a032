//! What all later steps work on: what follows from the drawing, with what each thread has found out about it
//! so far. Searches along calls and movements are in `nets`.

use super::drawn::Drawn;
use super::ids::IdMap;
use super::kept::Kept;
use super::sets::{About, Family, Group, Sets};
use super::tried::Found;
use crate::catalog::expr::{Keeps, Matter, Party};
use crate::model::{DataId, ElementId};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// What follows from the drawing, and what was found once because it is asked again and again. Only the
/// thread that made it reads it, so that nobody has to wait.
pub(crate) struct Ground<'m> {
    drawn: &'m Drawn<'m>,
    /// Each piece of data with all that derives from it, so far as it is anywhere.
    pub derived: Vec<Rc<Family>>,
    /// Where each piece of data comes from.
    pub origins: Vec<Rc<Group>>,
    /// Sets of elements.
    pub groups: Sets<ElementId, About>,
    /// Sets of data, each with all that derives from it.
    pub families: Sets<DataId, ()>,
    /// What was found along the nets.
    pub kept: Kept,
    /// What elements receive and give, as conditions have asked for it.
    pub exchanged: RefCell<IdMap<Exchange, Rc<Found>>>,
}

/// What a condition asks of the movements of an element.
type Exchange = (ElementId, Keeps, Matter, Option<Party>);

impl<'m> Ground<'m> {
    pub fn new(drawn: &'m Drawn<'m>) -> Self {
        let (groups, families) = (Sets::default(), Sets::default());
        Ground {
            drawn,
            derived: drawn.descendants.iter().map(|d| families.of_sorted(d)).collect(),
            origins: drawn.homes.iter().map(|o| groups.of(o.clone())).collect(),
            groups,
            families,
            kept: Kept::default(),
            exchanged: RefCell::default(),
        }
    }
}

impl<'m> Deref for Ground<'m> {
    type Target = Drawn<'m>;

    fn deref(&self) -> &Drawn<'m> {
        self.drawn
    }
}
