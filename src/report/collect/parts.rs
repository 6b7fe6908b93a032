//! What is drawn: boundaries, elements, data and flows with what the analysis found of them, and the ways in.

use super::*;

impl Collector<'_> {
    pub(super) fn boundaries(&self) -> Vec<Boundary> {
        let all = self.model.boundaries.iter().enumerate();
        all.map(|(i, b)| Boundary {
            id: b.name.clone(),
            label: b.label.clone(),
            parent: b.parent.map(|p| self.boundary(p)),
            trust: b.trust,
            apart: b.apart,
            implied: b.implied,
            controls: self.standing(Place::Boundary(BoundaryId::new(i))),
            about: b.about.clone(),
            owner: b.owner.clone(),
            tags: b.tags.clone(),
            location: if b.implied { None } else { self.place(b.span) },
        })
        .collect()
    }

    /// A shortest way by which the lowest trust came to an element, walked from its end.
    fn taint(&self, element: usize) -> Taint {
        let Some(found) = self.analysis.taint.get(element) else {
            return Taint { level: None, path: Vec::new() };
        };
        let mut path = Vec::new();
        let mut seen = BTreeSet::new();
        let mut by = found.by;
        while let Some(m) = by {
            if !seen.insert(m) {
                break;
            }
            let Some(movement) = self.analysis.movement(m) else { break };
            path.extend(self.movement(m));
            let sender = self.model.element(movement.sender);
            // The sender's own trust explains the level: nothing had to come to it.
            if sender.is_some_and(|s| found.level.is_some_and(|l| s.trust <= l)) {
                break;
            }
            by = self.analysis.taint.get(movement.sender.index()).and_then(|t| t.by);
        }
        path.reverse();
        Taint { level: found.level, path }
    }

    pub(super) fn elements(&self) -> Vec<Element> {
        let all = self.model.elements.iter().enumerate();
        all.map(|(i, e)| {
            let id = ElementId::new(i);
            let (kind, kind_label) = self.kind(e.kind);
            let properties = e.properties.iter().filter_map(|(p, value)| {
                let name = self.catalog.properties.get(p.index())?.name.clone();
                Some((name, literal(value)))
            });
            Element {
                id: e.name.clone(),
                kind,
                kind_label,
                shape: self.catalog.kind(e.kind).map_or(crate::catalog::Root::Process, |k| k.root),
                label: e.label.clone(),
                boundary: e.boundary.map(|b| self.boundary(b)),
                trust: e.trust,
                own_zone: self.model.zone(e.zone) == Some(&crate::model::Zone::Element(id)),
                controls: self.standing(Place::Element(id)),
                lacks: self.controls_of(&e.lacks),
                taint: self.taint(i),
                stores: self.names(self.analysis.stored.get(i).unwrap_or(&e.stores)),
                holds: self.names(&e.holds),
                runs_on: self.elements_of(&e.runs_on),
                out_of_scope: e.out_of_scope.clone(),
                properties: properties.collect(),
                about: e.about.clone(),
                owner: e.owner.clone(),
                tags: e.tags.clone(),
                location: self.place(e.span),
            }
        })
        .collect()
    }

    pub(super) fn data(&self) -> Vec<Data> {
        let all = self.model.data.iter().enumerate();
        all.map(|(i, d)| {
            let id = DataId::new(i);
            let facts = self.analysis.data.get(i);
            let (kind, kind_label) = self.kind(d.kind);
            let at = |has: &dyn Fn(usize) -> bool| -> Vec<String> {
                (0..self.model.elements.len())
                    .filter(|&e| has(e))
                    .map(|e| self.element(ElementId::new(e)))
                    .collect()
            };
            let exposure = self.analysis.exposure.get(i);
            Data {
                id: d.name.clone(),
                kind,
                kind_label,
                label: d.label.clone(),
                class: facts.map_or(d.class, |f| f.class),
                own_class: d.class,
                integrity: facts.map_or(d.integrity, |f| f.integrity),
                availability: facts.map_or(d.availability, |f| f.availability),
                personal: facts.map_or(d.personal, |f| f.personal),
                from: self.names(facts.map_or(&d.from, |f| &f.from)),
                from_found: facts.is_some_and(|f| f.found),
                kept_at: at(&|e| self.analysis.stored.get(e).is_some_and(|s| s.contains(&id))),
                held_at: at(&|e| self.model.elements.get(e).is_some_and(|e| e.holds.contains(&id))),
                exposure: Exposure {
                    level: exposure.and_then(|x| x.level),
                    path: exposure
                        .map_or(&[][..], |x| &x.path)
                        .iter()
                        .filter_map(|&m| self.movement(m))
                        .collect(),
                },
                about: d.about.clone(),
                owner: d.owner.clone(),
                tags: d.tags.clone(),
                location: self.place(d.span),
            }
        })
        .collect()
    }

    pub(super) fn flows(&self) -> Vec<Flow> {
        let all = self.model.flows.iter().enumerate();
        all.map(|(i, f)| {
            let id = FlowId::new(i);
            Flow {
                id: f.id.clone(),
                source: self.element(f.source),
                target: self.element(f.target),
                label: f.label.clone(),
                sends: self.names(&f.sends),
                writes: self.names(&f.writes),
                returns: self.names(&f.returns),
                via: self.elements_of(&f.via),
                protocol: f.protocol.clone(),
                one_way: f.one_way,
                declares: f.declares,
                twin: f.twin.map(|t| self.flow(t)),
                controls: self.standing(Place::Flow(id)),
                lacks: self.controls_of(&f.lacks),
                crossing: self.analysis.crossing(id).map(|c| Crossing {
                    number: c.number,
                    out_of: c.out_of.iter().map(|&b| self.boundary(b)).collect(),
                    into: c.into.iter().map(|&b| self.boundary(b)).collect(),
                    forward: c.forward.word(),
                    back: c.back.map(|b| b.word()),
                }),
                about: f.about.clone(),
                owner: f.owner.clone(),
                tags: f.tags.clone(),
                location: self.place(f.span),
            }
        })
        .collect()
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let all = self.analysis.entries.iter();
        all.filter_map(|e| {
            let m = self.analysis.movement(e.movement)?;
            Some(Entry {
                flow: self.flow(m.flow),
                forward: m.forward,
                sender: self.element(m.sender),
                receiver: self.element(m.receiver),
                data: self.names(&m.data),
                level: m.level,
                checked: e
                    .checked
                    .as_ref()
                    .map(|(at, controls)| Checked { at: at.clone(), controls: self.controls_of(controls) }),
            })
        })
        .collect()
    }
}

fn literal(value: &Literal) -> serde_json::Value {
    match value {
        Literal::Bool(b) => (*b).into(),
        Literal::Word(w) | Literal::Text(w) => w.clone().into(),
        Literal::Words(w) => w.clone().into(),
        // What is not finite has no form in JSON and becomes null.
        Literal::Number(n) => (*n).into(),
    }
}
