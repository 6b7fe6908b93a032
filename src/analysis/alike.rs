//! What targets have in common: their kinds, trust and the crossing. Much of what conditions ask hangs on that
//! alone, and a large model has many parts and flows of few sorts; so it is asked once of each sort.

use super::Slope;
use super::ground::Ground;
use super::threat::ThreatTarget;
use crate::catalog::expr::Atom;
use crate::catalog::{KindId, Trust};
use crate::model::ElementId;

/// A sort of targets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Alike {
    /// Flows between ends of these sorts.
    Flow {
        source: Option<Part>,
        target: Option<Part>,
        one_way: bool,
        /// Which way the request and the answer go, if it crosses.
        crosses: Option<(Slope, Option<Slope>)>,
    },
    Element(Option<Part>),
    Boundary,
    Model,
}

/// What parts have in common: the kind, those above it that they are none of, and the trust.
type Part = (KindId, Vec<KindId>, Trust);

impl Alike {
    pub fn of(ground: &Ground<'_>, target: ThreatTarget) -> Self {
        let part =
            |e: ElementId| ground.model.element(e).map(|x| (x.kind, x.none_of.clone(), ground.trust(e)));
        match target {
            ThreatTarget::Flow(id) => {
                let flow = ground.model.flow(id);
                Alike::Flow {
                    source: flow.and_then(|f| part(f.source)),
                    target: flow.and_then(|f| part(f.target)),
                    one_way: flow.is_some_and(|f| f.one_way),
                    crosses: ground.crossing(id).map(|c| (c.forward, c.back)),
                }
            }
            ThreatTarget::Element(e) => Alike::Element(part(e)),
            ThreatTarget::Boundary(_) => Alike::Boundary,
            ThreatTarget::Model => Alike::Model,
        }
    }
}

/// Whether an atom holds for all targets that are alike or for none, and movements that go the same way.
pub(crate) fn decides(atom: &Atom) -> bool {
    match atom {
        Atom::Is(..) | Atom::Trust(..) | Atom::OneWay | Atom::Crosses(_) => true,
        Atom::MovedIs(_)
        | Atom::In(..)
        | Atom::Property(..)
        | Atom::Moves(..)
        | Atom::Keeps(..)
        | Atom::MovedTainted(_)
        | Atom::Tainted(..)
        | Atom::MovedExposes(..)
        | Atom::Exposes(..)
        | Atom::Leads(..) => false,
    }
}
