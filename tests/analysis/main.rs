//! What follows from a model: a test for each sentence of the language's meaning.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod content;
mod examples;
mod risk;
mod sentences;
mod status;
mod ways;
mod whole;

use std::path::Path;
use trustline::analysis::{Analysis, Slope, Start, Status, Teller, Threat, analyse};
use trustline::catalog::{Class, Trust};
use trustline::model::responses::RiskLevel;
use trustline::model::{ElementId, Entry, FlowId, Model, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

struct Case {
    model: Model,
    analysis: Analysis,
}

/// Analyses a text as of 2026-10-01; errors in it fail the test.
fn case(text: &str) -> Case {
    let files = Memory::new([("/m.tm", text)]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve(&read);
    let all = || read.diagnostics.iter().chain(&resolved.diagnostics);
    assert!(!all().any(|d| d.is_error()), "{:#?}", all().collect::<Vec<_>>());
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    Case { model: resolved.model, analysis }
}

impl Case {
    fn element(&self, name: &str) -> ElementId {
        let i = self.model.elements.iter().position(|e| e.name == name);
        ElementId::new(i.unwrap_or_else(|| panic!("no element {name}")))
    }

    fn flow(&self, id: &str) -> FlowId {
        let i = self.model.flows.iter().position(|f| f.id == id);
        FlowId::new(i.unwrap_or_else(|| panic!("no flow {id}")))
    }

    fn taint(&self, name: &str) -> Option<Trust> {
        self.analysis.taint[self.element(name).index()].level
    }

    fn exposure(&self, data: &str) -> Option<Trust> {
        let i = self.model.data.iter().position(|d| d.name == data).unwrap();
        self.analysis.exposure[i].level
    }

    fn class(&self, data: &str) -> Class {
        let i = self.model.data.iter().position(|d| d.name == data).unwrap();
        self.analysis.data[i].class
    }

    fn slope(&self, flow: &str) -> (Slope, Option<Slope>) {
        let c = self.analysis.crossing(self.flow(flow)).expect("a crossing");
        (c.forward, c.back)
    }

    fn teller(&self) -> Teller<'_> {
        Teller::new(&self.model, &self.analysis)
    }

    fn has(&self, id: &str) -> bool {
        self.analysis.find(id).is_some()
    }

    fn threat(&self, id: &str) -> &Threat {
        self.analysis.find(id).unwrap_or_else(|| {
            let all: Vec<_> = self.analysis.threats.iter().map(|t| &t.id).collect();
            panic!("no {id} among {all:#?}")
        })
    }

    fn credited(&self, id: &str) -> Vec<&str> {
        let name = |c: trustline::catalog::ControlId| self.model.catalog.controls[c.index()].name.as_str();
        self.threat(id).credited.iter().filter(|c| c.in_force).map(|c| name(c.control)).collect()
    }

    fn uncredited(&self, id: &str) -> Vec<(&str, &str)> {
        let name = |c: trustline::catalog::ControlId| self.model.catalog.controls[c.index()].name.as_str();
        self.threat(id).uncredited.iter().map(|c| (name(c.control), c.because.as_str())).collect()
    }

    fn warns(&self, code: &str) -> usize {
        self.analysis.diagnostics.iter().filter(|d| d.code.name() == code).count()
    }
}

/// A rule of the test's own, so that no test hangs on the built-in catalog's scores.
const RULE: &str = r#"
threat probe "Probe" {
  stride: information_disclosure
  on: flow
  when: crosses
  likelihood: 4
  impact: 3
  lowered_by: { rate_limit: 2, tls: 1, auth: 1 }
  scenario: "S"
  mitigation: "M"
}
"#;
