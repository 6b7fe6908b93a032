//! Boundaries and elements, and the zones that they make.

use super::props::Owner;
use super::values::NamedControl;
use super::{Cx, Head};
use crate::catalog::{KindId, Literal, PropertyId, Root, Trust};
use crate::model::parts::{ControlStatus, Place, Placement};
use crate::model::words;
use crate::model::{Boundary, BoundaryId, Element, ElementId, OwnControlId, Zone, ZoneId};

impl<'t> Cx<'t> {
    /// Boundaries: the implied one first, then those of the text, a parent before what is in it.
    pub fn boundaries(&mut self) {
        let stands_free = self.items.elements.iter().find(|(head, kind)| {
            head.boundary.is_none()
                && self.catalog.kind(*kind).is_some_and(|k| matches!(k.root, Root::Process | Root::Store))
        });
        if let Some((head, _)) = stands_free {
            let span = head.span;
            let mut name = "system".to_owned();
            let mut n = 2;
            while self.scopes.taken(&name) {
                name = format!("system-{n}");
                n += 1;
            }
            self.scopes.implied = Some(name.clone());
            self.shift = 1;
            self.model.boundaries.push(Boundary {
                name,
                label: "System".into(),
                parent: None,
                trust: Trust::Internal,
                declares_trust: false,
                apart: false,
                implied: true,
                zone: ZoneId::new(0),
                about: String::new(),
                owner: None,
                was: Vec::new(),
                tags: Vec::new(),
                span,
            });
        }
        for index in 0..self.items.boundaries.len() {
            let Some(head) = self.items.boundaries.get(index).copied() else { continue };
            let props = self.props(owner(&head, "a boundary"), head.block, words::BOUNDARY);
            let parent = head.boundary.map(|b| self.boundary_id(b));
            let own = self.word(&props, "trust", Trust::from_word);
            let above = parent.and_then(|p| self.model.boundary(p)).map(|p| p.trust);
            let boundary = Boundary {
                name: self.scopes.full(head.file, &head.name.text),
                label: head.label(),
                parent,
                trust: own.or(above).unwrap_or(Trust::Internal),
                declares_trust: own.is_some(),
                apart: self.flag(&props, "apart").unwrap_or(false),
                implied: false,
                zone: ZoneId::new(self.model.boundaries.len()),
                about: self.text(&props, "about").unwrap_or_default(),
                owner: self.text(&props, "owner"),
                was: self.older_names_of(&props),
                tags: self.words_of(&props, "tags"),
                span: head.span,
            };
            let id = BoundaryId::new(self.model.boundaries.len());
            self.model.boundaries.push(boundary);
            self.place_controls(&props, &[Place::Boundary(id)]);
        }
        self.model.zones =
            (0..self.model.boundaries.len()).map(|i| Zone::Boundary(BoundaryId::new(i))).collect();
    }

    /// Elements, with their zones.
    pub fn elements(&mut self) {
        for index in 0..self.items.elements.len() {
            let Some((head, kind)) = self.items.elements.get(index).copied() else { continue };
            let owner = Owner { kind: Some(kind), ..owner(&head, "the kind") };
            let props = self.props(owner, head.block, words::ELEMENT);
            let id = ElementId::new(index);
            let own_trust = self.word(&props, "trust", Trust::from_word);
            let (root, kind_trust) =
                self.catalog.kind(kind).map_or((Root::Process, None), |k| (k.root, k.trust));
            let boundary = match head.boundary {
                Some(b) => Some(self.boundary_id(b)),
                None if root == Root::External => None,
                None => Some(BoundaryId::new(0)),
            };
            // Trust that comes from a kind counts outside boundaries only.
            let brought = if head.boundary.is_none() { kind_trust } else { None };
            let around = boundary.and_then(|b| self.model.boundary(b)).map(|b| (b.zone, b.trust));
            let (zone, trust) = match (own_trust.or(brought), around) {
                (None, Some(around)) => around,
                (trust, _) => {
                    let zone = ZoneId::new(self.model.zones.len());
                    self.model.zones.push(Zone::Element(id));
                    (zone, trust.unwrap_or(Trust::Untrusted))
                }
            };
            let out = self.word(&props, "scope", |w| match w {
                "in" => Some(false),
                "out" => Some(true),
                _ => None,
            });
            let because = self.text(&props, "because");
            if out == Some(true) && !props.has("because") {
                self.missing(Owner { what: "an element that is out of scope", ..owner }, &["because"]);
            }
            let mut properties = Vec::new();
            for (property, value) in &props.of_kind {
                properties.extend(self.literal(*property, value).map(|l| (*property, l)));
            }
            let element = Element {
                name: self.scopes.full(head.file, &head.name.text),
                label: head.label(),
                kind,
                none_of: self.none_of(kind, &properties),
                boundary,
                zone,
                trust,
                declares_trust: own_trust.is_some(),
                stores: self.data_list(&props, "stores"),
                holds: self.data_list(&props, "holds"),
                runs_on: self.element_list(&props, "runs_on"),
                lacks: self.control_list(&props, "lacks"),
                out_of_scope: (out == Some(true)).then(|| because.unwrap_or_default()),
                properties,
                about: self.text(&props, "about").unwrap_or_default(),
                owner: self.text(&props, "owner"),
                was: self.older_names_of(&props),
                tags: self.words_of(&props, "tags"),
                icon: self.icon(&props),
                span: head.span,
            };
            self.model.elements.push(element);
            self.place_controls(&props, &[Place::Element(id)]);
        }
    }

    /// The kinds that an element is none of though its own stands under them: those that are for elements of
    /// which a property is true.
    fn none_of(&self, kind: KindId, own: &[(PropertyId, Literal)]) -> Vec<KindId> {
        let Some(k) = self.catalog.kind(kind) else { return Vec::new() };
        let is_true = |id: PropertyId| {
            let set = own.iter().chain(&k.defaults).find(|(p, _)| *p == id).map(|(_, value)| value);
            set.or(self.catalog.property(id).map(|p| &p.default)) == Some(&Literal::Bool(true))
        };
        let all = k.above.iter().copied().chain([kind]);
        let only_if = |k: &KindId| self.catalog.kind(*k).and_then(|k| k.only_if);
        all.filter(|k| only_if(k).is_some_and(|p| !is_true(p))).collect()
    }

    /// Puts the controls of a `controls:` list in their places. Those of the vocabulary are
    /// implemented; one of this system is as far as it says itself.
    pub fn place_controls(&mut self, props: &super::props::Props<'_>, places: &[Place]) {
        for (control, span) in self.named_controls(props, "controls") {
            match control {
                NamedControl::Kind(control) => {
                    self.model.placements.extend(places.iter().map(|place| Placement {
                        control,
                        place: *place,
                        status: ControlStatus::Implemented,
                        own: None,
                        span,
                    }));
                }
                NamedControl::Own(own) => {
                    let own = OwnControlId::new(own);
                    self.own_places.extend(places.iter().map(|place| (own, *place, span)));
                }
            }
        }
    }
}

/// Whose properties a head's are.
pub(super) fn owner<'a>(head: &Head<'_>, what: &'a str) -> Owner<'a> {
    Owner { file: head.file, what, head: head.span, broken: head.broken, kind: None }
}
