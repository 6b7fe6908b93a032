//! Controls by what they are and where they stand, so that nobody has to look at all of them.

use super::ground::Ground;
use super::hops::{Along, Net};
use super::ids::IdMap;
use super::sets::Group;
use crate::catalog::ControlId;
use crate::model::parts::Place;
use crate::model::{ElementId, Model, Placement};
use std::cell::RefCell;
use std::rc::Rc;

/// All placements of a model, by control.
pub(crate) struct Placements<'m> {
    by_control: IdMap<ControlId, Standing<'m>>,
}

/// The placements of one control.
#[derive(Default)]
pub(crate) struct Standing<'m> {
    /// In the order of the text.
    pub all: Vec<&'m Placement>,
    /// How many of them are in force.
    in_force: usize,
    at: IdMap<Place, Vec<usize>>,
    reached: RefCell<IdMap<(Net, usize, bool), Reached>>,
}

impl<'m> Placements<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut by_control: IdMap<ControlId, Standing<'_>> = IdMap::default();
        for p in &model.placements {
            let standing = by_control.entry(p.control).or_default();
            standing.at.entry(p.place).or_default().push(standing.all.len());
            standing.all.push(p);
            standing.in_force += usize::from(p.status.in_force());
        }
        Placements { by_control }
    }

    /// Where a control stands; none if it stands nowhere.
    pub fn of(&self, control: ControlId) -> Option<&Standing<'m>> {
        self.by_control.get(&control)
    }
}

impl<'m> Standing<'m> {
    /// Whether it is in force anywhere, else planned anywhere.
    pub fn is_anywhere(&self, in_force: bool) -> bool {
        if in_force { self.in_force > 0 } else { self.in_force < self.all.len() }
    }

    /// The placements at a place, each with its number in the order of the text.
    pub fn at(&self, place: Place) -> impl Iterator<Item = (usize, &'m Placement)> {
        let numbers = self.at.get(&place).into_iter().flatten();
        numbers.filter_map(|i| Some((*i, *self.all.get(*i)?)))
    }

    /// Whether it is in force at a place, else planned there.
    pub fn has(&self, place: Place, in_force: bool) -> bool {
        self.at(place).any(|(_, p)| p.status.in_force() == in_force)
    }

    /// The next of the elements that have it and are reached along a net from a group, in the order of
    /// the text, by how many came before; those that only plan for it too, or not. Few are asked for, so
    /// few are looked for.
    pub fn reached(
        &self,
        ground: &Ground<'_>,
        net: Net,
        from: &Rc<Group>,
        planned: bool,
        number: usize,
    ) -> Option<ElementId> {
        let mut all = self.reached.borrow_mut();
        let reached = all.entry((net, from.id, planned)).or_default();
        if number >= reached.found.len() && reached.looked < self.all.len() {
            let search = ground.search(&Along::all(net), from);
            let mut search = search.borrow_mut();
            while number >= reached.found.len()
                && let Some(p) = self.all.get(reached.looked)
            {
                reached.looked += 1;
                let Place::Element(e) = p.place else { continue };
                if !(planned || p.status.in_force()) {
                    continue;
                }
                if search.reaches(ground, e) {
                    reached.found.push(e);
                } else if search.found().len() < self.all.len() - reached.looked {
                    // All that is reached is known now, and it is less than what is left to look at.
                    let at = search.found().flat_map(|e| self.at(Place::Element(e)));
                    let left = at.filter(|(i, p)| *i >= reached.looked && (planned || p.status.in_force()));
                    let mut left: Vec<(usize, ElementId)> = left
                        .filter_map(|(i, p)| match p.place {
                            Place::Element(e) => Some((i, e)),
                            _ => None,
                        })
                        .collect();
                    left.sort_unstable();
                    reached.found.extend(left.into_iter().map(|(_, e)| e));
                    reached.looked = self.all.len();
                }
            }
        }
        reached.found.get(number).copied()
    }
}

/// Elements that have a control and are reached from somewhere, so far as they were asked for.
#[derive(Default)]
struct Reached {
    found: Vec<ElementId>,
    /// How many placements were looked at.
    looked: usize,
}
