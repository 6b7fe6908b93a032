//! What ids of a [`Report`] are called, for formats that people read.

use super::data::{Flow, Part, PartType, Report, Step, Threat};
use super::words::parts as said;
use std::borrow::Cow;
use std::collections::HashMap;

/// Labels by id.
pub struct Names<'a> {
    report: &'a Report,
    /// Of elements, boundaries, data and flows.
    parts: HashMap<&'a str, Cow<'a, str>>,
    controls: HashMap<&'a str, &'a str>,
    threats: HashMap<&'a str, usize>,
    flows: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    /// The names of all parts of a report.
    pub fn new(report: &'a Report) -> Self {
        let elements: HashMap<_, _> =
            report.elements.iter().map(|e| (e.id.as_str(), e.label.as_str())).collect();
        let label = |id: &'a str| elements.get(id).copied().unwrap_or(id);
        let flows = report.flows.iter().map(|f| {
            let ends = format!("{} → {}", label(&f.source), label(&f.target));
            // Flows with the same ends are told apart by their names.
            let name = f.id.split_once('#').map(|(_, n)| format!("{ends} ({n})"));
            (f.id.as_str(), Cow::Owned(name.unwrap_or(ends)))
        });
        // Of what has the same id the first of these is meant.
        let data = report.data.iter().map(|d| (d.id.as_str(), d.label.as_str().into()));
        let boundaries = report.boundaries.iter().map(|b| (b.id.as_str(), b.label.as_str().into()));
        let mut parts: HashMap<&str, Cow<'a, str>> = flows.chain(data).chain(boundaries).collect();
        parts.extend(report.elements.iter().map(|e| (e.id.as_str(), e.label.as_str().into())));
        let words = report.vocabulary.iter().map(|w| (w.id.as_str(), w.label.as_str()));
        let own = report.controls.iter().map(|c| (c.id.as_str(), c.label.as_str()));
        Names {
            report,
            parts,
            controls: words.chain(own).collect(),
            flows: report.flows.iter().enumerate().map(|(i, f)| (f.id.as_str(), i)).collect(),
            threats: report.threats.iter().enumerate().map(|(i, t)| (t.id.as_str(), i)).collect(),
        }
    }

    /// The label of an element, boundary or piece of data, the ends of a flow; else the id.
    pub fn of<'s>(&'s self, id: &'s str) -> &'s str {
        self.parts.get(id).map_or(id, |name| name.as_ref())
    }

    /// The label of a control of this system or of the vocabulary.
    pub fn control(&self, id: &str) -> String {
        self.controls.get(id).map_or_else(|| id.replace('_', " "), |l| (*l).to_owned())
    }

    /// A part in words.
    pub fn part(&self, part: &Part) -> String {
        self.called(part.ty, &part.id).into_owned()
    }

    fn called<'s>(&'s self, ty: PartType, id: &'s str) -> Cow<'s, str> {
        match ty {
            PartType::Model => said::WHOLE_MODEL.into(),
            PartType::AnyFlow => said::ANY_FLOW.into(),
            PartType::Kind => said::any(id).into(),
            _ => self.of(id).into(),
        }
    }

    /// Several parts in words.
    pub fn parts(&self, parts: &[Part]) -> String {
        parts.iter().map(|p| self.part(p)).collect::<Vec<_>>().join(", ")
    }

    /// Several ids in words.
    pub fn list(&self, ids: &[String]) -> String {
        ids.iter().map(|i| self.of(i)).collect::<Vec<_>>().join(", ")
    }

    /// Several controls in words.
    pub fn controls(&self, ids: &[String]) -> String {
        ids.iter().map(|i| self.control(i)).collect::<Vec<_>>().join(", ")
    }

    /// Where a threat is, in words: with the number of its crossing.
    pub fn place(&self, t: &Threat) -> String {
        let name = self.called(t.target_type, &t.target);
        said::crossing(&name, t.crossing).into_owned()
    }

    /// A path over numbered flows, as `Visitor → Gateway (crossing 1)`.
    pub fn path(&self, path: &[Step]) -> String {
        let Some(first) = path.first() else { return String::new() };
        let mut out = self.of(&first.from).to_owned();
        let mut at = first.from.as_str();
        for step in path {
            if step.from != at {
                out.push_str(&format!("; {}", self.of(&step.from)));
            }
            out.push_str(" → ");
            out.push_str(&said::step(self.of(&step.to), step.crossing, step.forward));
            at = &step.to;
        }
        out
    }

    /// The flow of an id.
    pub fn flow(&self, id: &str) -> Option<&'a Flow> {
        self.flows.get(id).and_then(|&i| self.report.flows.get(i))
    }

    /// The threat of an id.
    pub fn threat(&self, id: &str) -> Option<&'a Threat> {
        self.threats.get(id).and_then(|&i| self.report.threats.get(i))
    }
}
