//! Model and analysis joined to one [`Report`]: ids become names, tables become lists.
//!
//! Nothing is decided here but where things are listed; every count is made once, so that the
//! formats agree.

use super::data::*;
use crate::analysis::due::{self, ReviewState};
use crate::analysis::evidence::evidence;
use crate::analysis::{Analysis, MovementId, Start as FromStart, Teller, ThreatId, ThreatTarget};
use crate::catalog::{Catalog, ControlId, Harm, KindId, Literal, Reference as Ref, RuleId, Stride};
use crate::model::parts::Place;
use crate::model::responses::With;
use crate::model::{BoundaryId, DataId, ElementId, FlowId, Model, Placed, Target};
use crate::source::{Sources, Span, hexadecimal};
use crate::syntax::tree::Date;
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

mod blanks;
mod checklist;
mod inventory;
mod owners;
mod paths;
mod since;
mod statements;
mod summary;

pub use since::since;

/// What is known of an entry of a framework, or of a framework itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Its title.
    pub title: String,
    /// Its editions; of an entry those that have it.
    pub edition: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Of an entry of a tool: how it is called.
    pub call: Option<String>,
}

/// Where titles and addresses of references come from.
pub trait Frameworks {
    /// The framework of a prefix.
    fn framework(&self, prefix: &str) -> Option<Known>;

    /// One entry.
    fn entry(&self, prefix: &str, id: &str) -> Option<Known>;

    /// The ids of all entries of a framework, in their order; empty if it is not known.
    fn entries(&self, prefix: &str) -> Vec<String>;
}

/// The prefix of the list that reports show in full.
pub(crate) const OWASP_LLM: &str = "owasp-llm-2025";

/// Joins a model and its analysis to a report. `sources` gives the places of statements.
pub fn collect(model: &Model, analysis: &Analysis, sources: &Sources, frameworks: &dyn Frameworks) -> Report {
    let teller = Teller::new(model, analysis);
    let c = Collector { model, analysis, sources, catalog: &model.catalog, teller };
    let found = evidence(model, analysis);
    let tests = found.of.iter();
    let threats: Vec<Threat> = analysis
        .threats
        .iter()
        .zip(analysis.slugs())
        .zip(tests)
        .map(|((t, slug), tests)| Threat { tests: tests.clone(), ..c.threat(t, slug) })
        .collect();
    let mut report = Report {
        schema: SCHEMA.to_owned(),
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        catalog: model.catalog.edition.clone(),
        model: c.info(),
        boundaries: c.boundaries(),
        elements: c.elements(),
        data: c.data(),
        flows: c.flows(),
        entries: c.entries(),
        inventory: c.inventory(),
        controls: c.controls(&threats),
        attackers: c.attackers(),
        least_trusted: c.least_trusted(),
        chokepoints: c.chokepoints(),
        joins: c.joins(),
        supply_chains: c.supply_chains(),
        blanks: c.blanks(&threats),
        responses: c.responses(),
        requirements: c.requirements(),
        checklist: c.checklist(),
        scorecard: c.scorecard(),
        off: c.off(),
        assumptions: c.assumptions(),
        questions: c.questions(),
        tests: c.tests(),
        evidence: c.evidence(&found),
        duties: Vec::new(),
        since: None,
        reviews: c.reviews(),
        diagnostics: c.diagnostics(),
        vocabulary: Vec::new(),
        references: references(&threats, frameworks),
        summary: summary::empty(),
        threats,
    };
    report.vocabulary = c.vocabulary(&report);
    let owners = owners::Owners::new(&report);
    let of = |t: &Threat| (owners.of(t), owners.elements_of(t), owners.boundaries_of(t));
    let found: Vec<_> = report.threats.iter().map(of).collect();
    for (t, (owner, elements, boundaries)) in report.threats.iter_mut().zip(found) {
        (t.owner, t.elements, t.boundaries) = (owner, elements, boundaries);
    }
    report.duties = owners::duties(&report);
    report.summary = summary::of(&report, frameworks);
    report
}

struct Collector<'a> {
    model: &'a Model,
    analysis: &'a Analysis,
    sources: &'a Sources,
    catalog: &'a Catalog,
    teller: Teller<'a>,
}

fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The digest of a model; see [`ModelInfo::digest`].
fn digest(files: &[ModelFile]) -> String {
    match files {
        [one] => one.sha256.clone(),
        all => {
            let lines: String = all.iter().map(|f| format!("{}  {}\n", f.sha256, f.file)).collect();
            sha256(lines.as_bytes())
        }
    }
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|d| d.to_string())
}

impl Collector<'_> {
    fn place(&self, span: Span) -> Option<Location> {
        self.sources.location(span)
    }

    fn boundary(&self, id: BoundaryId) -> String {
        self.model.boundary(id).map(|b| b.name.clone()).unwrap_or_default()
    }

    fn element(&self, id: ElementId) -> String {
        self.model.element(id).map(|e| e.name.clone()).unwrap_or_default()
    }

    fn datum(&self, id: DataId) -> String {
        self.model.datum(id).map(|d| d.name.clone()).unwrap_or_default()
    }

    fn flow(&self, id: FlowId) -> String {
        self.model.flow(id).map(|f| f.id.clone()).unwrap_or_default()
    }

    fn control(&self, id: ControlId) -> String {
        self.catalog.controls.get(id.index()).map(|c| c.name.clone()).unwrap_or_default()
    }

    fn control_label(&self, id: ControlId) -> String {
        self.catalog.controls.get(id.index()).map(|c| c.label.clone()).unwrap_or_default()
    }

    /// The words of the vocabulary that a report uses.
    fn vocabulary(&self, r: &Report) -> Vec<Word> {
        let mut used: BTreeSet<&String> = r.controls.iter().map(|c| &c.kind).collect();
        used.extend(r.elements.iter().flat_map(|e| &e.lacks));
        used.extend(r.flows.iter().flat_map(|f| &f.lacks));
        used.extend(r.entries.iter().filter_map(|e| e.checked.as_ref()).flat_map(|c| &c.controls));
        used.extend(r.responses.iter().flat_map(|x| &x.with));
        used.extend(r.requirements.iter().map(|x| &x.control));
        used.extend(r.checklist.iter().map(|x| &x.control));
        used.extend(r.chokepoints.iter().map(|c| &c.control));
        let hops = r.supply_chains.iter().flat_map(|c| &c.hops);
        used.extend(hops.flat_map(|h| h.in_force.iter().chain(&h.planned)).map(|c| &c.control));
        let ways = r.attackers.iter().flat_map(|a| &a.paths);
        used.extend(ways.flat_map(|w| &w.cut_by).map(|c| &c.control));
        for t in &r.threats {
            used.extend(t.closed_by.iter().flatten());
            used.extend(t.credited.iter().map(|c| &c.control));
            used.extend(t.uncredited.iter().map(|c| &c.control));
        }
        let word = |k: &crate::catalog::ControlKind| Word {
            id: k.name.clone(),
            label: k.label.clone(),
            about: k.about.clone(),
        };
        let mut out: Vec<Word> =
            self.catalog.controls.iter().filter(|k| used.contains(&k.name)).map(word).collect();
        out.sort();
        out
    }

    fn rule(&self, id: RuleId) -> (String, String) {
        self.catalog.rules.get(id.index()).map(|r| (r.name.clone(), r.title.clone())).unwrap_or_default()
    }

    fn kind(&self, id: KindId) -> (String, String) {
        self.catalog.kind(id).map(|k| (k.name.clone(), k.label.clone())).unwrap_or_default()
    }

    fn names(&self, ids: &[DataId]) -> Vec<String> {
        ids.iter().map(|&d| self.datum(d)).collect()
    }

    fn elements_of(&self, ids: &[ElementId]) -> Vec<String> {
        ids.iter().map(|&e| self.element(e)).collect()
    }

    fn controls_of(&self, ids: &[ControlId]) -> Vec<String> {
        ids.iter().map(|&c| self.control(c)).collect()
    }

    fn number(&self, flow: FlowId) -> Option<u32> {
        self.analysis.crossing(flow).map(|c| c.number)
    }

    fn step(&self, flow: FlowId, forward: bool) -> Option<Step> {
        let f = self.model.flow(flow)?;
        let (from, to) = if forward { (f.source, f.target) } else { (f.target, f.source) };
        Some(Step {
            flow: f.id.clone(),
            forward,
            from: self.element(from),
            to: self.element(to),
            crossing: self.number(flow),
        })
    }

    fn movement(&self, id: MovementId) -> Option<Step> {
        let m = self.analysis.movement(id)?;
        Some(Step {
            flow: self.flow(m.flow),
            forward: m.forward,
            from: self.element(m.sender),
            to: self.element(m.receiver),
            crossing: self.number(m.flow),
        })
    }

    fn part(&self, place: Place) -> Part {
        match place {
            Place::Element(e) => Part { ty: PartType::Element, id: self.element(e) },
            Place::Flow(f) => Part { ty: PartType::Flow, id: self.flow(f) },
            Place::Boundary(b) => Part { ty: PartType::Boundary, id: self.boundary(b) },
        }
    }

    fn target(&self, target: ThreatTarget) -> Part {
        match target {
            ThreatTarget::Element(e) => self.part(Place::Element(e)),
            ThreatTarget::Flow(f) => self.part(Place::Flow(f)),
            ThreatTarget::Boundary(b) => self.part(Place::Boundary(b)),
            ThreatTarget::Model => Part { ty: PartType::Model, id: "*".to_owned() },
        }
    }

    fn parts(&self, target: &Target) -> Vec<Part> {
        let one = |ty, id| vec![Part { ty, id }];
        match target {
            Target::All => one(PartType::Model, "*".to_owned()),
            Target::Element(e) => one(PartType::Element, self.element(*e)),
            Target::Boundary(b) => one(PartType::Boundary, self.boundary(*b)),
            Target::Flows(flows) => {
                flows.iter().map(|&f| Part { ty: PartType::Flow, id: self.flow(f) }).collect()
            }
            Target::AnyKind(k) => one(PartType::Kind, self.kind(*k).0),
            Target::AnyFlow => one(PartType::AnyFlow, "any flow".to_owned()),
            Target::Data(d) => one(PartType::Data, self.datum(*d)),
        }
    }

    fn placed(&self, placed: &[Placed]) -> Vec<Part> {
        placed.iter().flat_map(|p| self.parts(&p.target)).collect()
    }

    fn standing(&self, place: Place) -> Vec<Standing> {
        let on_it = self.model.placements.iter().filter(|p| p.place == place);
        on_it
            .map(|p| Standing {
                control: self.control(p.control),
                own: p.own.and_then(|o| self.model.controls.get(o.index())).map(|o| o.name.clone()),
                status: p.status,
            })
            .collect()
    }

    fn info(&self) -> ModelInfo {
        let info = &self.model.info;
        let reviews = due::reviews(self.model, self.analysis.today);
        let file = |(_, f): (_, &crate::source::SourceFile)| ModelFile {
            file: f.name.clone(),
            sha256: sha256(f.text.as_bytes()),
        };
        let files: Vec<ModelFile> = self.sources.iter().map(file).collect();
        ModelInfo {
            title: info.title.clone(),
            owner: info.owner.clone(),
            version: info.version.clone(),
            appetite: self.analysis.appetite,
            appetite_declared: info.appetite.is_some(),
            marking: info.marking.clone(),
            eu_ai_act: info.eu_ai_act,
            about: info.about.clone(),
            tags: info.tags.clone(),
            review_every_days: reviews.every,
            last_review: day(reviews.last),
            next_review: day(reviews.next),
            review_overdue: matches!(reviews.state, ReviewState::Never | ReviewState::Overdue),
            files: files.clone(),
            digest: digest(&files),
            location: info.span.and_then(|s| self.place(s)),
        }
    }

    fn boundaries(&self) -> Vec<Boundary> {
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

    fn elements(&self) -> Vec<Element> {
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

    fn data(&self) -> Vec<Data> {
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

    fn flows(&self) -> Vec<Flow> {
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

    fn entries(&self) -> Vec<Entry> {
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

    fn threat_id(&self, id: ThreatId) -> String {
        self.analysis.threats.get(id.index()).map(|t| t.id.clone()).unwrap_or_default()
    }

    fn threat(&self, t: &crate::analysis::Threat, slug: String) -> Threat {
        let rule = self.catalog.rules.get(t.rule.index());
        let target = self.target(t.target);
        let rating = |r: crate::analysis::Rating| Rating {
            likelihood: r.likelihood,
            impact: r.impact,
            severity: r.severity(),
        };
        Threat {
            id: t.id.clone(),
            slug,
            rule: rule.map(|r| r.name.clone()).unwrap_or_default(),
            own_rule: rule.is_some_and(|r| r.own),
            title: self.teller.title(t),
            stride: t.stride.clone(),
            harm: t.harm,
            target: target.id,
            target_type: target.ty,
            crossing: match t.target {
                ThreatTarget::Flow(f) => self.number(f),
                _ => None,
            },
            elements: Vec::new(),
            boundaries: Vec::new(),
            owner: None,
            status: t.status,
            confirmed: t.is_confirmed(),
            likelihood: t.inherent.likelihood,
            impact: t.inherent.impact,
            severity: t.inherent.severity(),
            residual: rating(t.residual),
            forecast: rating(t.forecast),
            band: t.residual.band(),
            rated: t.rated.is_some(),
            sum: self.teller.sum(t),
            because: self
                .teller
                .facts(t)
                .into_iter()
                .filter(|(f, _)| !f.is_exclusion())
                .map(|(f, text)| Fact {
                    text,
                    movement: f.movement.and_then(|m| self.movement(m)),
                    elements: self.elements_of(&f.elements),
                    data: self.names(&f.data),
                })
                .collect(),
            start: match &t.start {
                FromStart::Elements(e) => Start { outside: false, elements: self.elements_of(e) },
                FromStart::Outside => Start { outside: true, elements: Vec::new() },
            },
            path: t.path.iter().filter_map(|s| self.step(s.flow, s.forward)).collect(),
            stakes: self.names(&t.stakes),
            credited: t
                .credited
                .iter()
                .map(|c| Credited {
                    control: self.control(c.control),
                    on: self.part(c.place),
                    in_force: c.in_force,
                    steps: c.steps,
                    lowers: if c.softens { "impact" } else { "likelihood" },
                    because: c.because.clone(),
                })
                .collect(),
            uncredited: t
                .uncredited
                .iter()
                .map(|c| Uncredited {
                    control: self.control(c.control),
                    on: self.part(c.place),
                    because: c.because.clone(),
                })
                .collect(),
            closed_by: t.closed_by.iter().map(|set| self.controls_of(set)).collect(),
            scenario: self.teller.scenario(t),
            mitigation: self.teller.mitigation(t),
            phase: rule.map(|r| r.phase.clone()).unwrap_or_default(),
            layer: rule.and_then(|r| r.layer.clone()),
            family: rule.map(|r| r.family.clone()).unwrap_or_default(),
            tags: rule.map(|r| r.tags.clone()).unwrap_or_default(),
            tools: grouped(rule.map_or(&[], |r| &r.test)),
            tests: Vec::new(),
            refs: grouped(rule.map_or(&[], |r| &r.refs)),
            refined_by: t.refined_by.map(|r| self.threat_id(r)),
            refines: t.refines.iter().map(|&r| self.threat_id(r)).collect(),
            response: t.response.map(|r| r.0).filter(|&r| r < self.model.responses.len()),
            rating: t.rated.map(|r| r.0).filter(|&r| r < self.model.responses.len()),
            dread: t.dread,
            dread_because: self.analysis.dread_reasons(self.model, t),
            location: t.target.span(self.model).and_then(|s| self.place(s)),
        }
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

fn grouped(refs: &[Ref]) -> IndexMap<String, Vec<String>> {
    let mut out: IndexMap<String, Vec<String>> = IndexMap::new();
    for r in refs {
        out.entry(r.framework.clone()).or_default().push(r.id.clone());
    }
    out
}

fn references(threats: &[Threat], frameworks: &dyn Frameworks) -> Vec<Reference> {
    let named = threats.iter().flat_map(|t| t.refs.iter().chain(t.tools.iter()));
    let sorted: BTreeSet<(&String, &String)> =
        named.flat_map(|(f, ids)| ids.iter().map(move |id| (f, id))).collect();
    sorted
        .into_iter()
        .map(|(framework, id)| {
            let of = frameworks.framework(framework);
            let entry = frameworks.entry(framework, id);
            Reference {
                framework: framework.clone(),
                id: id.clone(),
                url: entry
                    .as_ref()
                    .and_then(|e| e.url.clone())
                    .or_else(|| of.as_ref().and_then(|f| f.url.clone())),
                edition: entry
                    .as_ref()
                    .and_then(|e| e.edition.clone())
                    .or_else(|| of.as_ref().and_then(|f| f.edition.clone())),
                call: entry.as_ref().and_then(|e| e.call.clone()),
                title: entry.map(|e| e.title),
                framework_title: of.map(|f| f.title),
            }
        })
        .collect()
}
