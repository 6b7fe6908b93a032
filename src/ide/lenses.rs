//! What stands above a declaration: how many of its threats are open.

use super::{Snapshot, describe};
use crate::analysis::counts::Unsettled;
use crate::analysis::{Threat, ThreatTarget};
use crate::model::{BoundaryId, ElementId};
use crate::report::words::shape;
use crate::source::{FileId, Span};
use std::collections::HashMap;

/// What a lens leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To the threats of these ids.
    Threats(Vec<String>),
    /// To the picture.
    Preview,
}

/// A line above a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The declaration.
    pub span: Span,
    /// As `▲ 2 open threats and 1 planned for: 1 high · 2 medium`.
    pub text: String,
    /// What it leads to.
    pub leads: Leads,
}

/// The lenses of a file; those that count come with the analysis. `preview` says whether the editor can
/// show a picture.
pub fn lenses(s: &Snapshot, file: FileId, preview: bool) -> Vec<Lens> {
    let model = s.model();
    let mut out = Vec::new();
    let head = model.info.span.filter(|span| span.file == file);
    if let Some(analysis) = &s.analysis {
        let mut of: HashMap<ThreatTarget, Vec<&Threat>> = HashMap::new();
        for t in analysis.unsettled() {
            of.entry(t.target).or_default().push(t);
        }
        // Where nothing can arise yet, that nothing is open would be praise for an empty page.
        if let Some(span) = head.filter(|_| !analysis.threats.is_empty()) {
            let all: Vec<&Threat> = analysis.unsettled().collect();
            out.push(lens(span, &all).unwrap_or(Lens {
                span,
                text: "✓ no open threat".to_owned(),
                leads: Leads::Threats(Vec::new()),
            }));
        }
        let elements = (0..model.elements.len()).map(|i| ThreatTarget::Element(ElementId::new(i)));
        let boundaries = (0..model.boundaries.len()).map(|i| ThreatTarget::Boundary(BoundaryId::new(i)));
        for target in elements.chain(boundaries) {
            let Some(span) = target.span(model).filter(|s| s.file == file) else { continue };
            out.extend(of.get(&target).and_then(|threats| lens(span, threats)));
        }
    }
    if let Some(span) = head.filter(|_| preview) {
        out.push(Lens { span, text: "show the diagram".to_owned(), leads: Leads::Preview });
    }
    out.sort_by_key(|l| l.span);
    out
}

fn lens(span: Span, open: &[&Threat]) -> Option<Lens> {
    let worst = open.iter().map(|t| t.residual.severity()).max()?;
    let counts = describe::open(open.iter().copied())?;
    let text = format!("{} {}: {counts}", shape(worst), open.iter().copied().collect::<Unsettled>().words());
    Some(Lens { span, text, leads: Leads::Threats(open.iter().map(|t| t.id.clone()).collect()) })
}
