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
use crate::source::{Sources, Span, sha256};
use crate::syntax::tree::Date;
use indexmap::IndexMap;
use std::collections::BTreeSet;

mod blanks;
mod checklist;
mod inventory;
mod owners;
mod parts;
mod paths;
mod since;
mod statements;
mod summary;
mod threats;

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
        references: threats::references(&threats, frameworks),
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

    fn threat_id(&self, id: ThreatId) -> String {
        self.analysis.threats.get(id.index()).map(|t| t.id.clone()).unwrap_or_default()
    }
}
