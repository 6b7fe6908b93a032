//! What a flow crosses and what is open on it, at the end of its line. Without colour, so that it reads in
//! every theme.

use super::{Snapshot, describe};
use crate::analysis::{Analysis, Threat};
use crate::catalog::Stride;
use crate::model::{Flow, FlowId, Model, Zone};
use crate::source::{FileId, Span};

/// A hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it stands: the end of the line.
    pub at: usize,
    /// As `⟂ internet→app  S T I · 2 high`.
    pub text: String,
    /// The flows in Markdown.
    pub about: String,
}

/// The hints of a part of a file; none before the analysis is there.
pub fn hints(s: &Snapshot, file: FileId, range: std::ops::Range<usize>) -> Vec<Hint> {
    let (Some(analysis), Some(source)) = (&s.analysis, s.source(file)) else { return Vec::new() };
    let model = s.model();
    let mut out: Vec<Hint> = Vec::new();
    let mut of: Vec<(Span, Vec<FlowId>)> = Vec::new();
    for (i, f) in model.flows.iter().enumerate() {
        let place = f.span.range();
        if f.span.file != file || place.end < range.start || range.end < place.start {
            continue;
        }
        match of.last_mut().filter(|(span, _)| *span == f.span) {
            Some((_, flows)) => flows.push(FlowId::new(i)),
            None => of.push((f.span, vec![FlowId::new(i)])),
        }
    }
    for (span, flows) in of {
        let told: Vec<String> = flows.iter().filter_map(|f| told(model, analysis, *f)).collect();
        if told.is_empty() {
            continue;
        }
        let line = source.line(span.end);
        let content = source.text.get(line.clone()).unwrap_or("");
        let at = line.start + content.trim_end().len();
        let about: Vec<String> = flows.iter().take(3).map(|f| describe::flow(s, *f)).collect();
        out.push(Hint { at, text: told.join("; "), about: about.join("\n\n---\n\n") });
    }
    out
}

/// One flow in a few words; nothing where it crosses nothing and nothing is open.
fn told(model: &Model, analysis: &Analysis, id: FlowId) -> Option<String> {
    let flow = model.flow(id)?;
    let on = || analysis.on_flow(id);
    let open = describe::open(on());
    if analysis.crossing(id).is_none() {
        return open;
    }
    let mut out = format!("⟂ {}", zones(model, flow));
    let letters = letters(on());
    if !letters.is_empty() {
        out.push_str("  ");
        out.push_str(&letters);
    }
    match open {
        Some(open) => out.push_str(&format!(" · {open}")),
        None => out.push_str(" ✓"),
    }
    Some(out)
}

fn zones(model: &Model, flow: &Flow) -> String {
    let name = |e| {
        let zone = model.element(e).and_then(|e| model.zone(e.zone));
        match zone {
            Some(Zone::Boundary(b)) => model.boundary(*b).map_or("", |b| b.name.as_str()),
            Some(Zone::Element(e)) => model.element(*e).map_or("", |e| e.name.as_str()),
            None => "",
        }
    };
    format!("{}→{}", name(flow.source), name(flow.target))
}

/// The letters of what is open on a flow.
fn letters<'a>(threats: impl Iterator<Item = &'a Threat>) -> String {
    let open: Vec<&Threat> = threats.filter(|t| t.status.is_unsettled()).collect();
    let has = |l: &&Stride| open.iter().any(|t| t.stride.contains(l));
    let letters: Vec<String> = Stride::ALL.iter().filter(has).map(|l| l.letter().to_string()).collect();
    letters.join(" ")
}
