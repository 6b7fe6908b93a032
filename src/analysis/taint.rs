//! Taint: the lowest trust from which content can have come.

use super::lists::Lists;
use super::movements::Nature;
use super::{Movement, MovementId, Taint};
use crate::catalog::Trust;
use crate::model::{ElementId, Model};
use std::collections::VecDeque;

/// Whom each movement reaches: what it goes via, then its receiver.
pub(crate) fn reached(model: &Model, movements: &[Movement]) -> Lists<ElementId> {
    let via = |m: &Movement| model.flow(m.flow).map_or(&[][..], |f| f.via.as_slice());
    Lists::new(movements.iter().map(|m| via(m).iter().copied().chain([m.receiver])))
}

/// Whether what this movement brings to `element` can go on from there.
pub(crate) fn goes_on(natures: &[Nature], m: &Movement, element: ElementId) -> bool {
    natures.get(element.index()).is_some_and(|n| n.process || n.store && m.stays && element == m.receiver)
}

/// Fills in the level of each movement, and says what has come to each element.
///
/// Levels are taken from the lowest up, each as a search in breadth from the elements of that
/// trust, so the first mark that an element gets is its lowest, by a shortest way.
pub(crate) fn spread(
    natures: &[Nature],
    trust: &[Trust],
    movements: &mut [Movement],
    outgoing: &[Vec<MovementId>],
    reached: &Lists<ElementId>,
) -> Vec<Taint> {
    let mut taint = vec![Taint { level: None, by: None }; trust.len()];
    let mut done = vec![false; trust.len()];
    for &level in Trust::ALL {
        let mut queue: VecDeque<ElementId> = (0..trust.len())
            .map(ElementId::new)
            .filter(|e| trust.get(e.index()) == Some(&level) && !done.get(e.index()).copied().unwrap_or(true))
            .collect();
        for e in &queue {
            if let Some(d) = done.get_mut(e.index()) {
                *d = true;
            }
        }
        while let Some(e) = queue.pop_front() {
            for &id in outgoing.get(e.index()).into_iter().flatten() {
                let Some(m) = movements.get_mut(id.index()).filter(|m| m.content) else { continue };
                m.level = level;
                for &r in reached.of(id.index()) {
                    let on = goes_on(natures, m, r);
                    let is_store = natures.get(r.index()).is_some_and(|n| n.store && !n.process);
                    if is_store && !on {
                        continue; // A question to a store does not stay there.
                    }
                    if let Some(t) = taint.get_mut(r.index())
                        && t.level.is_none()
                    {
                        *t = Taint { level: Some(level), by: Some(id) };
                    }
                    if let Some(d) = done.get_mut(r.index())
                        && on
                        && !*d
                    {
                        *d = true;
                        queue.push_back(r);
                    }
                }
            }
        }
    }
    taint
}
