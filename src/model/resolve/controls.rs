//! Controls of this system: what they are, where they stand, how far they have come.

use super::Cx;
use super::elements::owner;
use super::names::Unfound;
use crate::catalog::{ControlId, KindId};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::parts::{ControlStatus, Place, Placement};
use crate::model::words;
use crate::model::{Element, ElementId, FlowId, OwnControl, OwnControlId, Placed, Target};
use crate::syntax::tree::Path;

impl Cx<'_> {
    /// All controls of this system. One whose kind is unknown keeps its place among them, so
    /// that the others keep their ids, and is taken out of the placements.
    pub fn own_controls(&mut self) {
        let mut good = Vec::new();
        for index in 0..self.items.controls.len() {
            let Some((head, parents)) = self.items.controls.get(index).copied() else { continue };
            let props = self.props(owner(&head, "a control"), head.block, words::CONTROL);
            if let Some(second) = parents.get(1) {
                let d = Diagnostic::new(codes::WRONG_PLACE, second.span, "a control is of one kind")
                    .help("Declare one control for each kind.");
                self.out.push(d);
            }
            let kind = parents.first().and_then(|p| self.vocabulary_control(head.file, p));
            let on = self.placed_list(&props, "on", false);
            let status =
                self.word(&props, "status", ControlStatus::from_word).unwrap_or(ControlStatus::Implemented);
            let evidence = self.text(&props, "evidence");
            let blank = evidence.as_ref().is_some_and(|e| e.trim().is_empty());
            if status == ControlStatus::Verified && (blank || !props.has("evidence")) {
                let who = super::props::Owner { what: "a control that is verified", ..owner(&head, "") };
                self.missing(who, &["evidence"]);
            }
            let control = OwnControl {
                name: self.scopes.full(head.file, &head.name.text),
                label: head.label(),
                kind: kind.unwrap_or(ControlId::new(0)),
                on,
                status,
                evidence,
                verified: self.date(&props, "verified"),
                due: self.date(&props, "due"),
                owner: self.text(&props, "owner"),
                ticket: self.text(&props, "ticket"),
                about: self.text(&props, "about").unwrap_or_default(),
                tags: self.words_of(&props, "tags"),
                span: head.span,
            };
            good.push(kind.is_some());
            self.model.controls.push(control);
        }
        let lists = std::mem::take(&mut self.own_places);
        for (own, place, span) in lists {
            let target = match place {
                Place::Element(id) => Target::Element(id),
                Place::Boundary(id) => Target::Boundary(id),
                Place::Flow(id) => Target::Flows(vec![id]),
            };
            if let Some(control) = self.model.controls.get_mut(own.index())
                && !control.on.iter().any(|p| p.target == target)
            {
                control.on.push(Placed { target, span });
            }
        }
        for (index, _) in good.iter().enumerate().filter(|(_, good)| **good) {
            let Some(control) = self.model.controls.get(index) else { continue };
            let (kind, status) = (control.kind, control.status);
            let mut placements: Vec<Placement> = Vec::new();
            for placed in &control.on {
                for place in self.places(&placed.target) {
                    placements.push(Placement {
                        control: kind,
                        place,
                        status,
                        own: Some(OwnControlId::new(index)),
                        span: placed.span,
                    });
                }
            }
            placements.sort_by_key(|p| p.place);
            placements.dedup_by_key(|p| p.place);
            self.model.placements.extend(placements);
        }
        if good.iter().any(|g| !g) {
            self.drop_controls(&good);
        }
    }

    /// Takes out the controls whose kind is unknown; the ids of the others move up.
    fn drop_controls(&mut self, good: &[bool]) {
        let mut next = 0;
        self.own_ids = good
            .iter()
            .map(|g| {
                g.then(|| {
                    next += 1;
                    OwnControlId::new(next - 1)
                })
            })
            .collect();
        let mut keep = good.iter();
        self.model.controls.retain(|_| keep.next().copied().unwrap_or(true));
        let moved = &self.own_ids;
        for placement in &mut self.model.placements {
            placement.own = placement.own.and_then(|o| moved.get(o.index()).copied().flatten());
        }
    }

    /// The id that a collected control has in the model, if its kind is known.
    pub fn own_id(&self, index: usize) -> Option<OwnControlId> {
        match self.own_ids.is_empty() {
            true => Some(OwnControlId::new(index)),
            false => self.own_ids.get(index).copied().flatten(),
        }
    }

    /// As [`crate::model::Model::is_kind`], while the catalog does not yet stand in the model.
    fn is_kind(&self, element: ElementId, kind: KindId) -> bool {
        let is = |e: &Element| self.catalog.is_under(e.kind, kind) && !e.none_of.contains(&kind);
        self.model.element(element).is_some_and(is)
    }

    /// The single places of a target: each flow of a chain, each element of a kind.
    pub fn places(&self, target: &Target) -> Vec<Place> {
        let elements = || (0..self.model.elements.len()).map(ElementId::new);
        let flows = || (0..self.model.flows.len()).map(|f| Place::Flow(FlowId::new(f)));
        match target {
            Target::All => elements().map(Place::Element).chain(flows()).collect(),
            Target::Element(id) => vec![Place::Element(*id)],
            Target::Boundary(id) => vec![Place::Boundary(*id)],
            Target::Flows(ids) => ids.iter().map(|f| Place::Flow(*f)).collect(),
            Target::AnyKind(kind) => {
                elements().filter(|e| self.is_kind(*e, *kind)).map(Place::Element).collect()
            }
            Target::AnyFlow => flows().collect(),
            Target::Data(_) => Vec::new(),
        }
    }

    /// What a control of this system is: a word of the vocabulary, never another of its own.
    fn vocabulary_control(&mut self, file: usize, path: &Path) -> Option<ControlId> {
        if let Some(id) = self.words.controls.get(path.name.text.as_str()) {
            return Some(*id);
        }
        match self.scopes.control(file, path) {
            Ok(_) => {
                let message = format!("`{}` is a control of this system, not a kind of control", path.text());
                let d = Diagnostic::new(codes::WRONG_NAME, path.span, message).help(
                    "Behind the colon stands a control of the vocabulary; `trustline catalog` lists them.",
                );
                self.out.push(d);
                return None;
            }
            Err(Unfound::Silent) => return None,
            Err(_) => {}
        }
        let near =
            nearest(&path.name.text, self.words.controls.keys().map(String::as_str)).map(str::to_owned);
        self.unknown_control(file, path, near);
        None
    }
}
