//! Who appears in a picture: which box each element stands in, and which frames are around them.

use super::sheets::{Group, Subject};
use crate::analysis::Analysis;
use crate::analysis::views::{Shown, stops};
use crate::model::{BoundaryId, ElementId, FlowId, Model};
use std::collections::{HashMap, HashSet};

/// More neighbours than this are drawn by their boundaries.
const NEIGHBOURS: usize = 12;

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Stands {
    /// An element.
    Element(ElementId),
    /// A group as one box.
    Folded(Group),
    /// An element beyond what the picture is about.
    Neighbour(ElementId),
    /// Several of them, in one boundary.
    Neighbours(BoundaryId),
}

impl Stands {
    /// Whether it stands for several elements.
    pub fn is_many(self) -> bool {
        matches!(self, Stands::Folded(_) | Stands::Neighbours(_))
    }

    /// Whether it is beyond what the picture is about.
    pub fn is_beyond(self) -> bool {
        matches!(self, Stands::Neighbour(_) | Stands::Neighbours(_))
    }
}

/// A box.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub stands: Stands,
    /// The frame around it, in [`Cast::frames`].
    pub parent: Option<usize>,
    /// The elements that it stands for.
    pub members: Vec<ElementId>,
}

/// Who appears in a picture.
pub(super) struct Cast {
    /// The boxes, in the order of their first elements.
    pub nodes: Vec<Node>,
    /// The frames; one around another stands before it.
    pub frames: Vec<BoundaryId>,
    /// The box of each element, by [`ElementId`]; none if the picture leaves it out.
    at: Vec<Option<usize>>,
    /// Whether each flow appears, by [`FlowId`].
    flows: Vec<bool>,
}

impl Cast {
    pub fn new(model: &Model, analysis: &Analysis, subject: &Subject) -> Cast {
        match subject {
            Subject::Whole => {
                let shown = Shown::all(model);
                let frames = (0..model.boundaries.len()).map(BoundaryId::new).collect();
                Cast::of_shown(model, shown, frames)
            }
            Subject::View(index) => {
                let shown = analysis.views.get(*index).cloned().unwrap_or_default();
                let around = |i: usize| model.around(ElementId::new(i));
                let holding: HashSet<BoundaryId> = (0..model.elements.len())
                    .filter(|i| shown.element(ElementId::new(*i)))
                    .flat_map(around)
                    .collect();
                let all = (0..model.boundaries.len()).map(BoundaryId::new);
                let frames = all.filter(|b| holding.contains(b)).collect();
                Cast::of_shown(model, shown, frames)
            }
            Subject::Overview(folded) => Cast::folding(model, None, folded),
            Subject::Part(group, folded) => Cast::folding(model, Some(*group), folded),
        }
    }

    /// Each element that is shown as a box of its own.
    fn of_shown(model: &Model, shown: Shown, frames: Vec<BoundaryId>) -> Cast {
        let stands = |e: ElementId| shown.element(e).then_some(Stands::Element(e));
        Cast::build(model, stands, frames, shown.flows.clone())
    }

    /// All of a group, or of the model, some of it folded, and its neighbours.
    fn folding(model: &Model, scope: Option<Group>, folded: &[Group]) -> Cast {
        let of_boundary: HashSet<BoundaryId> = folded
            .iter()
            .filter_map(|g| match g {
                Group::Boundary(b) => Some(*b),
                Group::Outside(_) => None,
            })
            .collect();
        let inside = |e: ElementId| scope.is_none_or(|g| g.holds(model, e));
        let touches = |i: usize| model.flow(FlowId::new(i)).is_some_and(|f| stops(f).any(inside));
        let flows: Vec<bool> = (0..model.flows.len()).map(touches).collect();
        let neighbours: HashSet<ElementId> = model
            .flows
            .iter()
            .zip(&flows)
            .filter(|(_, shown)| **shown)
            .flat_map(|(f, _)| stops(f))
            .filter(|e| !inside(*e))
            .collect();
        // Where they are many, those of a boundary stand together: the outermost one that has
        // nothing to do with what the picture is about.
        let own: HashSet<BoundaryId> = match scope {
            Some(Group::Boundary(b)) => model.chain(b).collect(),
            _ => HashSet::new(),
        };
        let outermost = |e: ElementId| model.around(e).into_iter().rev().find(|b| !own.contains(b));
        let mut together: HashMap<BoundaryId, usize> = HashMap::new();
        if neighbours.len() > NEIGHBOURS {
            for b in neighbours.iter().filter_map(|e| outermost(*e)) {
                *together.entry(b).or_default() += 1;
            }
        }
        let stands = |e: ElementId| {
            if !inside(e) {
                let many = outermost(e).filter(|b| together.get(b).is_some_and(|n| *n > 1));
                return neighbours
                    .contains(&e)
                    .then(|| many.map_or(Stands::Neighbour(e), Stands::Neighbours));
            }
            let boundary = model.around(e).into_iter().find(|b| of_boundary.contains(b)).map(Group::Boundary);
            let outside =
                || folded.iter().copied().find(|g| matches!(g, Group::Outside(_)) && g.holds(model, e));
            Some(boundary.or_else(outside).map_or(Stands::Element(e), Stands::Folded))
        };
        // Frames are the boundaries of the scope that hold a box.
        let in_scope = |b: BoundaryId| match scope {
            None => true,
            Some(Group::Boundary(own)) => model.chain(b).any(|b| b == own),
            Some(Group::Outside(_)) => false,
        };
        let mut holding: HashSet<BoundaryId> = HashSet::new();
        for e in (0..model.elements.len()).map(ElementId::new) {
            let around = match stands(e) {
                Some(Stands::Element(e)) => model.around(e),
                Some(Stands::Folded(Group::Boundary(b))) => model.chain(b).skip(1).collect(),
                _ => continue,
            };
            holding.extend(around.into_iter().filter(|b| in_scope(*b)));
        }
        let frames =
            (0..model.boundaries.len()).map(BoundaryId::new).filter(|b| holding.contains(b)).collect();
        Cast::build(model, stands, frames, flows)
    }

    fn build(
        model: &Model,
        stands: impl Fn(ElementId) -> Option<Stands>,
        frames: Vec<BoundaryId>,
        flows: Vec<bool>,
    ) -> Cast {
        let frame_of: HashMap<BoundaryId, usize> = frames.iter().enumerate().map(|(i, b)| (*b, i)).collect();
        let mut node_of: HashMap<Stands, usize> = HashMap::new();
        let mut nodes: Vec<Node> = Vec::new();
        let mut at: Vec<Option<usize>> = vec![None; model.elements.len()];
        for (slot, element) in at.iter_mut().zip((0..model.elements.len()).map(ElementId::new)) {
            let Some(what) = stands(element) else { continue };
            let index = *node_of.entry(what).or_insert_with(|| {
                let around = match what {
                    Stands::Element(e) => model.element(e).and_then(|e| e.boundary),
                    Stands::Folded(Group::Boundary(b)) => model.boundary(b).and_then(|b| b.parent),
                    _ => None,
                };
                let parent = around.and_then(|b| frame_of.get(&b).copied());
                nodes.push(Node { stands: what, parent, members: Vec::new() });
                nodes.len() - 1
            });
            if let Some(node) = nodes.get_mut(index) {
                node.members.push(element);
            }
            *slot = Some(index);
        }
        Cast { nodes, frames, at, flows }
    }

    /// The box of an element.
    pub fn at(&self, element: ElementId) -> Option<usize> {
        self.at.get(element.index()).copied().flatten()
    }

    /// What a box stands for.
    pub fn stands(&self, node: usize) -> Option<Stands> {
        self.nodes.get(node).map(|n| n.stands)
    }

    /// Whether a flow appears.
    pub fn has(&self, flow: FlowId) -> bool {
        self.flows.get(flow.index()).copied().unwrap_or(false)
    }

    /// How many elements appear as boxes of their own that are not beyond the picture.
    pub fn elements(&self) -> usize {
        self.nodes.iter().filter(|n| matches!(n.stands, Stands::Element(_))).count()
    }

    /// How many elements appear, folded ones too, that are not beyond the picture.
    pub fn members(&self) -> usize {
        self.nodes.iter().filter(|n| !n.stands.is_beyond()).map(|n| n.members.len()).sum()
    }
}
