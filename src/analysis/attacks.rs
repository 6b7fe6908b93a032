//! The ways of each attacker from where it stands to what it wants. Attackers add paths and
//! order; they never remove a threat.

use super::AttackPath;
use super::ground::Ground;
use super::nets::{Along, Net};
use crate::model::{DataId, ElementId, Target};

pub(crate) fn attacks(ground: &Ground<'_>) -> Vec<Vec<AttackPath>> {
    ground
        .model
        .attackers
        .iter()
        .map(|attacker| {
            let from = ground.groups.of(attacker.from.clone());
            let mut out = Vec::new();
            for (goal, data) in goals(ground, attacker.wants.iter().map(|w| &w.target)) {
                if from.contains(goal) {
                    continue;
                }
                let Some(path) = ground.path(&Along::all(Net::Calls), &from, goal) else { continue };
                let start = path
                    .first()
                    .and_then(|s| ground.model.flow(s.flow))
                    .map(|f| f.source)
                    .or_else(|| attacker.from.first().copied());
                let Some(start) = start else { continue };
                out.push(AttackPath { start, goal, data, flows: path.iter().map(|s| s.flow).collect() });
            }
            out
        })
        .collect()
}

/// Where what is wanted is: an element itself, those in a boundary, those that keep the data.
fn goals<'a>(
    ground: &Ground<'_>,
    wants: impl Iterator<Item = &'a Target>,
) -> Vec<(ElementId, Option<DataId>)> {
    let model = ground.model;
    let elements = || (0..model.elements.len()).map(ElementId::new);
    let mut out: Vec<(ElementId, Option<DataId>)> = Vec::new();
    for want in wants {
        match want {
            Target::Element(e) => out.push((*e, None)),
            Target::Boundary(b) => {
                out.extend(elements().filter(|e| model.around(*e).contains(b)).map(|e| (e, None)));
            }
            Target::AnyKind(k) => {
                out.extend(elements().filter(|e| ground.is_kind(*e, *k)).map(|e| (e, None)))
            }
            Target::Data(d) => out.extend(
                elements()
                    .filter(|e| {
                        let stored = ground.stored.get(e.index()).is_some_and(|s| s.contains(d));
                        stored || model.element(*e).is_some_and(|e| e.holds.contains(d))
                    })
                    .map(|e| (e, Some(*d))),
            ),
            Target::All | Target::Flows(_) | Target::AnyFlow => {}
        }
    }
    out.dedup();
    out
}
