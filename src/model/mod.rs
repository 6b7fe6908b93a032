//! One resolved model: every name looked up, every value typed, nothing changing any more.
//!
//! Parts live in arenas and refer to one another by typed ids. What follows from them
//! (crossings, taint, threats) is no business of this room: it stands in the side tables of
//! `analysis`.

pub mod parts;
pub mod responses;
pub mod statements;

pub use parts::{Boundary, Data, Element, Flow, OwnControl, Placement, Zone};
pub use responses::{Requirement, Response, ResponseKind, SwitchedOff};
pub use statements::{Assumption, Attacker, Info, Question, Review, Test, View};

use crate::catalog::{Catalog, id};
use crate::source::Span;

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
    /// The catalog of its edition with the model's own words.
    pub catalog: Catalog,
}

/// What a statement speaks of, looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}
