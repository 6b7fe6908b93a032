//! Which boxes an attack tree has, and which stands under which: from ways to chains that share
//! their beginnings. Where they stand and what they say is not known here.

use std::collections::HashMap;

use crate::analysis::ThreatId;
use crate::analysis::paths::{AttackPath, Leg, PathState, StepState, Want};
use crate::model::ElementId;

/// The most boxes of a tree: what can be read on a page, and laid out in a moment.
const MOST: usize = 40;
/// The most ways of a tree, the easiest of those that are open first.
const WAYS: usize = 6;

/// What a box stands for. Equal boxes over equal ones are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    /// What is wanted: its place among the wants.
    Goal(usize),
    /// A way: the want's place and its own, and how many others differ from it in a flow alone.
    Way(usize, usize, usize),
    /// So many ways that are not drawn.
    More(usize, usize),
    /// One step that threats carry or controls hold.
    Step(Bond),
    /// Steps that no threat speaks of.
    Use(Vec<Bond>),
    /// Where the attacker stands.
    Start(ElementId),
}

/// A step, as far as two ways can have it in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Bond {
    pub(super) from: ElementId,
    pub(super) to: ElementId,
    pub(super) flow: usize,
    pub(super) forward: bool,
    pub(super) leg: Leg,
    pub(super) state: StepState,
    pub(super) threats: Vec<ThreatId>,
    pub(super) stopped: Vec<ThreatId>,
}

/// A box of the tree.
pub(super) struct Knot {
    pub(super) item: Item,
    /// The boxes under it.
    pub(super) under: Vec<usize>,
    /// Whether a control in force stops the attacker in it or under it.
    pub(super) held: bool,
}

/// All ways, with the places of their wants and their own.
pub(super) fn ways(wants: &[Want]) -> impl Iterator<Item = (usize, usize, &AttackPath)> {
    let of = |(w, want): (usize, &'_ Want)| -> Vec<(usize, usize)> {
        (0..want.ways.len()).map(|i| (w, i)).collect()
    };
    let all: Vec<(usize, usize)> = wants.iter().enumerate().flat_map(of).collect();
    all.into_iter().filter_map(|(w, i)| Some((w, i, wants.get(w)?.ways.get(i)?)))
}

/// The boxes of a tree, and how many ways are in it: of each want the worst way, then the worst of
/// the rest, while there is room.
pub(super) fn knots(wants: &[Want]) -> (Vec<Knot>, usize) {
    let mut order: Vec<(usize, usize, &AttackPath)> = ways(wants).collect();
    let hindered = |w: &AttackPath| w.state == PathState::Hindered;
    order.sort_by(|(_, _, a), (_, _, b)| hindered(a).cmp(&hindered(b)).then(b.ease.total_cmp(&a.ease)));
    let mut first = Vec::new();
    let mut rest = Vec::new();
    for way in order {
        let known = first.iter().any(|(w, _, _): &(usize, usize, &AttackPath)| *w == way.0);
        if known { rest.push(way) } else { first.push(way) }
    }
    let mut tree = Grower::default();
    let mut drawn: Vec<(usize, usize, &AttackPath)> = Vec::new();
    for (at, way) in first.into_iter().chain(rest).enumerate() {
        let mut larger = tree.clone();
        larger.chain(way.2);
        // With the boxes of goals, ways and counts.
        let boxes = larger.items.len() + 2 * wants.len() + drawn.len() + 1;
        if at > 0 && (boxes > MOST || drawn.len() >= WAYS) {
            continue;
        }
        tree = larger;
        drawn.push(way);
    }
    drawn.sort_by_key(|(w, i, _)| (*w, *i));
    tree.finish(wants, &drawn)
}

/// Chains of steps that share their beginnings.
#[derive(Clone, Default)]
struct Grower {
    items: Vec<(Item, Option<usize>)>,
    known: HashMap<(Item, Option<usize>), usize>,
}

impl Grower {
    fn put(&mut self, item: Item, under: Option<usize>) -> usize {
        *self.known.entry((item, under)).or_insert_with_key(|key| {
            self.items.push(key.clone());
            self.items.len() - 1
        })
    }

    /// The boxes of a way's steps; gives the topmost.
    fn chain(&mut self, way: &AttackPath) -> usize {
        let mut at = self.put(Item::Start(way.start), None);
        let mut quiet: Vec<Bond> = Vec::new();
        for step in &way.steps {
            let bond = Bond {
                from: step.from,
                to: step.to,
                // By which of several flows one goes in ordinary use makes no other way.
                flow: if step.state == StepState::Free { usize::MAX } else { step.step.flow.index() },
                forward: step.state == StepState::Free || step.step.forward,
                leg: step.leg,
                state: step.state,
                threats: step.threats.clone(),
                stopped: step.stopped.clone(),
            };
            if step.state == StepState::Free {
                quiet.push(bond);
                continue;
            }
            if !quiet.is_empty() {
                at = self.put(Item::Use(std::mem::take(&mut quiet)), Some(at));
            }
            at = self.put(Item::Step(bond), Some(at));
        }
        if quiet.is_empty() { at } else { self.put(Item::Use(quiet), Some(at)) }
    }

    fn finish(mut self, wants: &[Want], drawn: &[(usize, usize, &AttackPath)]) -> (Vec<Knot>, usize) {
        let tops: Vec<usize> = drawn.iter().map(|(_, _, way)| self.chain(way)).collect();
        let mut knots: Vec<Knot> = Vec::new();
        for (item, under) in self.items {
            let below = under.and_then(|u| knots.get(u)).is_some_and(|k: &Knot| k.held);
            let held = below || matches!(&item, Item::Step(bond) if bond.state == StepState::Held);
            knots.push(Knot { item, under: under.into_iter().collect(), held });
        }
        let mut goals: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        let mut known: HashMap<(usize, usize, Option<ElementId>), usize> = HashMap::new();
        for ((w, i, way), top) in drawn.iter().zip(tops) {
            let twin = known.get(&(*w, top, way.reader)).and_then(|at| knots.get_mut(*at));
            if let Some(Knot { item: Item::Way(_, _, twins), .. }) = twin {
                *twins += 1;
                for (_, count, _) in goals.iter_mut().filter(|(goal, ..)| goal == w) {
                    *count += 1;
                }
                continue;
            }
            let held = way.state == PathState::Hindered;
            knots.push(Knot { item: Item::Way(*w, *i, 0), under: vec![top], held });
            let at = knots.len() - 1;
            known.insert((*w, top, way.reader), at);
            match goals.iter_mut().find(|(goal, ..)| goal == w) {
                Some((_, count, ways)) => {
                    *count += 1;
                    ways.push(at);
                }
                None => goals.push((*w, 1, vec![at])),
            }
        }
        for (w, count, mut ways) in goals {
            let held = ways.iter().all(|w| knots.get(*w).is_some_and(|k| k.held));
            let more = wants.get(w).map_or(0, |want| want.ways.len()).saturating_sub(count);
            if more > 0 {
                knots.push(Knot { item: Item::More(w, more), under: Vec::new(), held: false });
                ways.push(knots.len() - 1);
            }
            knots.push(Knot { item: Item::Goal(w), under: ways, held });
        }
        (knots, drawn.len())
    }
}
