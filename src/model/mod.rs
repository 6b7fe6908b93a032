//! One resolved model: every name looked up, every value typed, nothing changing any more.
//!
//! Parts live in arenas and refer to one another by typed ids. What follows from them
//! (crossings, taint, threats) is no business of this room: it stands in the side tables of
//! `analysis`.

mod foreign;
pub mod parts;
pub mod read;
mod resolve;
pub mod responses;
pub mod statements;
pub mod words;

pub use parts::{Boundary, Data, Element, Flow, OwnControl, Placement, Zone};
pub use read::{Entry, IconFile, Read, Trees, read, read_again};
pub use resolve::{
    Resolved, Supposed, head_of, items, placed_control, resolve, resolve_among, resolve_supposing,
    resolve_with, suppose,
};
pub use responses::{Requirement, Response, ResponseKind, SwitchedOff};
pub use statements::{Assumption, Attacker, Info, Pick, PickedBy, Question, Review, Test, View};

use crate::catalog::{Catalog, KindId, id};
use crate::maps::Map;
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

id! {
    /// A boundary in [`Model::boundaries`].
    BoundaryId;
    /// An element in [`Model::elements`].
    ElementId;
    /// A piece of data in [`Model::data`].
    DataId;
    /// A flow in [`Model::flows`].
    FlowId;
    /// A control of this system in [`Model::controls`].
    OwnControlId;
    /// A zone in [`Model::zones`].
    ZoneId;
}

/// A resolved model.
#[derive(Clone, Debug)]
pub struct Model {
    /// What `model` says.
    pub info: Info,
    /// Boundaries; a parent stands before what is in it. The implied boundary `system`, if one is
    /// needed, stands first.
    pub boundaries: Vec<Boundary>,
    /// Elements, in the order of the text.
    pub elements: Vec<Element>,
    /// Data, in the order of the text.
    pub data: Vec<Data>,
    /// Flows, in the order of the text; chains taken apart, `a <-> b` as two.
    pub flows: Vec<Flow>,
    /// Zones: each boundary is one, and so is each element that is one by itself.
    pub zones: Vec<Zone>,
    /// Controls of this system that have a name of their own.
    pub controls: Vec<OwnControl>,
    /// Every control with where it stands, from `controls:` lists and from `control … { on: … }`.
    pub placements: Vec<Placement>,
    /// Mitigate, accept, transfer, dismiss and rated.
    pub responses: Vec<Response>,
    /// Rules of the house.
    pub requirements: Vec<Requirement>,
    /// Rules of the catalog that are switched off.
    pub off: Vec<SwitchedOff>,
    /// Attackers.
    pub attackers: Vec<Attacker>,
    /// Assumptions.
    pub assumptions: Vec<Assumption>,
    /// Open questions.
    pub questions: Vec<Question>,
    /// What was tried for real.
    pub tests: Vec<Test>,
    /// Reviews.
    pub reviews: Vec<Review>,
    /// Views.
    pub views: Vec<View>,
    /// Files that are to be icons, by where they are named; nobody vouches for what is in them.
    pub icons: BTreeMap<Span, IconFile>,
    /// The catalog of its edition with the model's own words.
    pub catalog: Arc<Catalog>,
    /// What each name stands for: elements, boundaries, data, named flows, and flows by id. Made when somebody
    /// asks first.
    names: OnceLock<Map<String, Target>>,
}

/// What a statement speaks of, looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Everything: `*`.
    All,
    /// An element.
    Element(ElementId),
    /// A boundary and all in it.
    Boundary(BoundaryId),
    /// Flows: one, or each of a chain.
    Flows(Vec<FlowId>),
    /// Every element of a kind.
    AnyKind(crate::catalog::KindId),
    /// Every flow.
    AnyFlow,
    /// A piece of data (only in `about`).
    Data(DataId),
}

/// A target with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What.
    pub target: Target,
    /// Where it is said.
    pub span: Span,
}

impl Model {
    /// The boundary of an id.
    pub fn boundary(&self, id: BoundaryId) -> Option<&Boundary> {
        self.boundaries.get(id.index())
    }

    /// The element of an id.
    pub fn element(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.index())
    }

    /// The data of an id.
    pub fn datum(&self, id: DataId) -> Option<&Data> {
        self.data.get(id.index())
    }

    /// The flow of an id.
    pub fn flow(&self, id: FlowId) -> Option<&Flow> {
        self.flows.get(id.index())
    }

    /// The zone of an id.
    pub fn zone(&self, id: ZoneId) -> Option<&Zone> {
        self.zones.get(id.index())
    }

    /// The value of a property of an element: its own, its kind's, or the default; none if the
    /// element's kind has no such property.
    pub fn property(
        &self,
        element: ElementId,
        id: crate::catalog::PropertyId,
    ) -> Option<&crate::catalog::Literal> {
        let e = self.element(element)?;
        let of = |list: &'_ [(crate::catalog::PropertyId, crate::catalog::Literal)]| {
            list.iter().position(|(p, _)| *p == id)
        };
        if let Some(i) = of(&e.properties) {
            return e.properties.get(i).map(|(_, v)| v);
        }
        let kind = self.catalog.kind(e.kind)?;
        if let Some(i) = of(&kind.defaults) {
            return kind.defaults.get(i).map(|(_, v)| v);
        }
        let p = self.catalog.properties.get(id.index())?;
        p.on.iter().any(|k| self.catalog.is_under(e.kind, *k)).then_some(&p.default)
    }

    /// The boundaries around an element, the innermost first.
    pub fn around(&self, element: ElementId) -> Vec<BoundaryId> {
        let mut out = Vec::new();
        let mut next = self.element(element).and_then(|e| e.boundary);
        while let Some(b) = next {
            out.push(b);
            next = self.boundary(b).and_then(|b| b.parent);
        }
        out
    }

    /// A model without parts.
    pub fn empty(catalog: Arc<Catalog>) -> Model {
        Model {
            info: Info::default(),
            boundaries: Vec::new(),
            elements: Vec::new(),
            data: Vec::new(),
            flows: Vec::new(),
            zones: Vec::new(),
            controls: Vec::new(),
            placements: Vec::new(),
            responses: Vec::new(),
            requirements: Vec::new(),
            off: Vec::new(),
            attackers: Vec::new(),
            assumptions: Vec::new(),
            questions: Vec::new(),
            tests: Vec::new(),
            reviews: Vec::new(),
            views: Vec::new(),
            icons: BTreeMap::new(),
            catalog,
            names: OnceLock::new(),
        }
    }

    /// Whether there is nothing in it: no boundary, no element, no flow.
    pub fn is_empty(&self) -> bool {
        self.boundaries.is_empty() && self.elements.is_empty() && self.flows.is_empty()
    }

    /// What a name stands for: an element, a boundary, data, a named flow, or a flow by its id.
    /// Parts of files that are imported behind a name are `vendor.llm`.
    pub fn find(&self, name: &str) -> Option<&Target> {
        self.names.get_or_init(|| self.collect_names()).get(name)
    }

    /// The element of a name.
    pub fn find_element(&self, name: &str) -> Option<ElementId> {
        match self.find(name) {
            Some(Target::Element(id)) => Some(*id),
            _ => None,
        }
    }

    /// The boundary of a name.
    pub fn find_boundary(&self, name: &str) -> Option<BoundaryId> {
        match self.find(name) {
            Some(Target::Boundary(id)) => Some(*id),
            _ => None,
        }
    }

    /// The flow of an id, as `a->b` or `a->b#name`, or of a name that is of one flow only.
    pub fn find_flow(&self, name: &str) -> Option<FlowId> {
        match self.find(name) {
            Some(Target::Flows(ids)) => match ids.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether an element is of a kind or of one under it, and is taken for one.
    pub fn is_kind(&self, element: ElementId, kind: KindId) -> bool {
        self.element(element)
            .is_some_and(|e| self.catalog.is_under(e.kind, kind) && !e.none_of.contains(&kind))
    }

    /// The elements directly in a boundary, or in none.
    pub fn elements_in(&self, boundary: Option<BoundaryId>) -> impl Iterator<Item = ElementId> {
        self.elements
            .iter()
            .enumerate()
            .filter(move |(_, e)| e.boundary == boundary)
            .map(|(i, _)| ElementId::new(i))
    }

    /// The boundaries around a boundary, itself first.
    pub fn chain(&self, boundary: BoundaryId) -> impl Iterator<Item = BoundaryId> {
        std::iter::successors(Some(boundary), |b| self.boundary(*b).and_then(|b| b.parent))
    }

    /// Every name with what it stands for.
    fn collect_names(&self) -> Map<String, Target> {
        let mut names = Map::default();
        for (i, flow) in self.flows.iter().enumerate() {
            let id = FlowId::new(i);
            names.insert(flow.id.clone(), Target::Flows(vec![id]));
            if let Some(name) = &flow.name
                && let Target::Flows(list) =
                    names.entry(name.clone()).or_insert_with(|| Target::Flows(Vec::new()))
            {
                list.push(id);
            }
        }
        names.extend(
            self.data.iter().enumerate().map(|(i, d)| (d.name.clone(), Target::Data(DataId::new(i)))),
        );
        names.extend(
            self.boundaries
                .iter()
                .enumerate()
                .map(|(i, b)| (b.name.clone(), Target::Boundary(BoundaryId::new(i)))),
        );
        names.extend(
            self.elements
                .iter()
                .enumerate()
                .map(|(i, e)| (e.name.clone(), Target::Element(ElementId::new(i)))),
        );
        names
    }
}
