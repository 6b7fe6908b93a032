//! From a model and its analysis to a snapshot.

use super::snapshot::*;
use crate::analysis::{Analysis, Sum, Teller, Threat as Found, ThreatTarget};
use crate::catalog::expr::{Atom, Leads};
use crate::catalog::{ControlId, KindId};
use crate::model::parts::Place;
use crate::model::{BoundaryId, DataId, ElementId, FlowId, Model, Zone};
use std::collections::BTreeMap;

impl Snapshot {
    /// What is worth keeping of a model.
    pub fn of(model: &Model, analysis: &Analysis) -> Snapshot {
        let t = Taker { model, analysis, controls: controls_at(model), teller: Teller::new(model, analysis) };
        let catalog = &model.catalog;
        let is_off = |i: usize| model.off.iter().any(|o| o.rule.index() == i);
        let rules = || catalog.rules.iter().enumerate().filter(|(i, _)| !is_off(*i)).map(|(_, r)| r);
        let off = model.off.iter().filter_map(|o| catalog.rule(o.rule)).map(|r| r.name.clone());
        let mut out = Snapshot {
            title: model.info.title.clone(),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            catalog: catalog.edition.clone(),
            appetite: analysis.appetite,
            parts: t.parts(),
            flows: t.flows(),
            threats: analysis.threats.iter().map(|f| t.threat(f)).collect(),
            rules: rules().map(|r| r.name.clone()).collect(),
            own_rules: rules().filter(|r| r.own).map(|r| r.name.clone()).collect(),
            off: off.collect(),
            older: Older {
                kinds: older(catalog.kinds.iter().map(|k| (&k.name, &k.was))),
                controls: older(catalog.controls.iter().map(|c| (&c.name, &c.was))),
                rules: older(catalog.rules.iter().map(|r| (&r.name, &r.was))),
            },
        };
        out.sort();
        out
    }
}

fn older<'a>(words: impl Iterator<Item = (&'a String, &'a Vec<String>)>) -> BTreeMap<String, Vec<String>> {
    words.filter(|(_, was)| !was.is_empty()).map(|(name, was)| (name.clone(), was.clone())).collect()
}

/// The controls at each place.
fn controls_at(model: &Model) -> BTreeMap<Place, Vec<Controlled>> {
    let mut out: BTreeMap<Place, Vec<Controlled>> = BTreeMap::new();
    for p in &model.placements {
        out.entry(p.place).or_default().push(Controlled {
            control: model.catalog.control(p.control).map(|c| c.name.clone()).unwrap_or_default(),
            own: p.own.and_then(|o| model.controls.get(o.index())).map(|o| o.name.clone()),
            status: p.status,
        });
    }
    out
}

struct Taker<'a> {
    model: &'a Model,
    analysis: &'a Analysis,
    controls: BTreeMap<Place, Vec<Controlled>>,
    teller: Teller<'a>,
}

impl Taker<'_> {
    fn element(&self, id: ElementId) -> String {
        self.model.element(id).map(|e| e.name.clone()).unwrap_or_default()
    }

    fn elements(&self, ids: &[ElementId]) -> Vec<String> {
        ids.iter().map(|e| self.element(*e)).collect()
    }

    fn boundary(&self, id: BoundaryId) -> String {
        self.model.boundary(id).map(|b| b.name.clone()).unwrap_or_default()
    }

    fn boundaries(&self, ids: &[BoundaryId]) -> Vec<String> {
        ids.iter().map(|b| self.boundary(*b)).collect()
    }

    fn data(&self, ids: &[DataId]) -> Vec<String> {
        ids.iter().filter_map(|d| self.model.datum(*d)).map(|d| d.name.clone()).collect()
    }

    fn flow(&self, id: FlowId) -> String {
        self.model.flow(id).map(|f| f.id.clone()).unwrap_or_default()
    }

    fn kind(&self, id: KindId) -> Option<String> {
        self.model.catalog.kind(id).map(|k| k.name.clone())
    }

    fn control(&self, id: ControlId) -> String {
        self.model.catalog.control(id).map(|c| c.name.clone()).unwrap_or_default()
    }

    fn lacks(&self, ids: &[ControlId]) -> Vec<String> {
        ids.iter().map(|c| self.control(*c)).collect()
    }

    fn standing(&self, place: Place) -> Vec<Controlled> {
        self.controls.get(&place).cloned().unwrap_or_default()
    }

    fn parts(&self) -> Vec<Part> {
        let model = self.model;
        let boundaries = model.boundaries.iter().enumerate().map(|(i, b)| Part {
            boundary: b.parent.map(|p| self.boundary(p)),
            trust: Some(b.trust),
            own_trust: b.declares_trust,
            apart: b.apart,
            controls: self.standing(Place::Boundary(BoundaryId::new(i))),
            was: b.was.clone(),
            ..empty(Sort::Boundary, &b.name, &b.label)
        });
        let elements = model.elements.iter().enumerate().map(|(i, e)| Part {
            kind: self.kind(e.kind),
            boundary: e.boundary.map(|b| self.boundary(b)),
            trust: Some(e.trust),
            own_trust: matches!(model.zone(e.zone), Some(Zone::Element(_))),
            stores: self.data(&e.stores),
            holds: self.data(&e.holds),
            runs_on: self.elements(&e.runs_on),
            lacks: self.lacks(&e.lacks),
            properties: e
                .properties
                .iter()
                .filter_map(|(p, v)| Some(format!("{}: {v}", model.catalog.property(*p)?.name)))
                .collect(),
            out_of_scope: e.out_of_scope.is_some(),
            controls: self.standing(Place::Element(ElementId::new(i))),
            content_from: self.analysis.taint.get(i).and_then(|t| t.level),
            was: e.was.clone(),
            ..empty(Sort::Element, &e.name, &e.label)
        });
        let data = model.data.iter().enumerate().map(|(i, d)| {
            let facts = self.analysis.data.get(i);
            Part {
                kind: self.kind(d.kind),
                class: Some(facts.map_or(d.class, |f| f.class)),
                integrity: Some(d.integrity),
                availability: Some(d.availability),
                personal: facts.map_or(d.personal, |f| f.personal),
                from: self.data(&d.from),
                can_reach: self.analysis.exposure.get(i).and_then(|x| x.level),
                was: d.was.clone(),
                ..empty(Sort::Data, &d.name, &d.label)
            }
        });
        boundaries.chain(elements).chain(data).collect()
    }

    fn flows(&self) -> Vec<Flow> {
        let all = self.model.flows.iter().enumerate();
        all.map(|(i, f)| {
            let id = FlowId::new(i);
            Flow {
                id: f.id.clone(),
                name: f.name.clone(),
                source: self.element(f.source),
                target: self.element(f.target),
                label: f.label.clone(),
                sends: self.data(&f.sends),
                writes: self.data(&f.writes),
                returns: self.data(&f.returns),
                via: self.elements(&f.via),
                protocol: f.protocol.clone(),
                one_way: f.one_way,
                lacks: self.lacks(&f.lacks),
                controls: self.standing(Place::Flow(id)),
                crossing: self.analysis.crossing(id).map(|c| Crossing {
                    out_of: self.boundaries(&c.out_of),
                    into: self.boundaries(&c.into),
                    forward: c.forward,
                    back: c.back,
                }),
                was: f.was.clone(),
            }
        })
        .collect()
    }

    fn place(&self, place: Place) -> (Sort, String) {
        match place {
            Place::Element(e) => (Sort::Element, self.element(e)),
            Place::Flow(f) => (Sort::Flow, self.flow(f)),
            Place::Boundary(b) => (Sort::Boundary, self.boundary(b)),
        }
    }

    fn threat(&self, t: &Found) -> Threat {
        let (on, target) = match t.target {
            ThreatTarget::Flow(f) => self.place(Place::Flow(f)),
            ThreatTarget::Element(e) => self.place(Place::Element(e)),
            ThreatTarget::Boundary(b) => self.place(Place::Boundary(b)),
            ThreatTarget::Model => (Sort::Model, "model".to_owned()),
        };
        let response = t.response.and_then(|r| self.model.responses.get(r.0));
        let refined_by = t.refined_by.and_then(|r| self.analysis.threats.get(r.index()));
        Threat {
            id: t.id.clone(),
            rule: self.model.catalog.rule(t.rule).map(|r| r.name.clone()).unwrap_or_default(),
            on,
            target,
            answer: t.movement.and_then(|m| self.analysis.movement(m)).is_some_and(|m| !m.forward),
            title: self.teller.title(t),
            status: t.status,
            inherent: t.inherent,
            residual: t.residual,
            forecast: t.forecast,
            response: response.map(|r| r.kind),
            refined_by: refined_by.map(|r| r.id.clone()),
            facts: self.teller.facts(t).into_iter().map(|(f, text)| self.fact(f, text)).collect(),
            path: t.path.iter().map(|s| self.flow(s.flow)).collect(),
            sum: sum(t, self.teller.sum(t)),
            credited: t.credited.iter().map(|c| self.credit(c)).collect(),
        }
    }

    fn fact(&self, f: &crate::analysis::Fact, text: String) -> Fact {
        Fact {
            asks: asks(&f.condition.atom),
            condition: f.condition.text(&self.model.catalog),
            text,
            elements: self.elements(&f.elements),
            data: self.data(&f.data),
        }
    }

    fn credit(&self, c: &crate::analysis::Credit) -> Credit {
        let (on, place) = self.place(c.place);
        Credit {
            control: self.control(c.control),
            on,
            place,
            in_force: c.in_force,
            steps: c.steps,
            softens: c.softens,
        }
    }
}

/// The lines that lead to the inherent rating; what controls take off is in the credits.
fn sum(t: &Found, lines: Vec<Sum>) -> Vec<Line> {
    let mut out = Vec::new();
    for (of, end) in [("likelihood", t.inherent.likelihood), ("impact", t.inherent.impact)] {
        for line in lines.iter().filter(|l| l.of == of) {
            out.push(Line {
                of: of.to_owned(),
                change: line.change,
                result: line.result,
                because: line.because.clone(),
            });
            if line.result == end {
                break;
            }
        }
    }
    out
}

fn asks(atom: &Atom) -> Asks {
    match atom {
        Atom::Is(..) => Asks::Kind,
        Atom::Property(..) => Asks::Property,
        Atom::In(..) | Atom::Trust(..) => Asks::Zone,
        Atom::OneWay => Asks::Answer,
        Atom::Crosses(_) => Asks::Crossing,
        Atom::MovedIs(_) | Atom::Moves(..) => Asks::Moves,
        Atom::Keeps(..) => Asks::Keeps,
        Atom::MovedTainted(_) | Atom::Tainted(..) => Asks::Taint,
        Atom::MovedExposes(..) | Atom::Exposes(..) => Asks::Exposure,
        Atom::Leads(_, Leads::Reaches, _) => Asks::Calls,
        Atom::Leads(_, Leads::Feeds | Leads::FedBy, _) => Asks::Content,
    }
}

fn empty(sort: Sort, id: &str, label: &str) -> Part {
    Part {
        sort,
        id: id.to_owned(),
        label: label.to_owned(),
        kind: None,
        boundary: None,
        trust: None,
        own_trust: false,
        apart: false,
        class: None,
        integrity: None,
        availability: None,
        personal: false,
        from: Vec::new(),
        stores: Vec::new(),
        holds: Vec::new(),
        runs_on: Vec::new(),
        lacks: Vec::new(),
        properties: Vec::new(),
        out_of_scope: false,
        controls: Vec::new(),
        content_from: None,
        can_reach: None,
        was: Vec::new(),
    }
}
