//! The picture of a model: which parts, words and marks it shows.

use super::compose::{Composed, compose};
use super::draft::{Draft, DraftBoundary, DraftElement, DraftFlow, Mark};
use super::{Level, Shape, Trust};
use crate::analysis::{Analysis, Status, Threat, ThreatTarget};
use crate::catalog::{self, Family, Root, Stride};
use crate::diagnostic::{Diagnostic, codes, counted};
use crate::layout::text::{FontError, Ruler};
use crate::layout::{self, Engine, LayoutError};
use crate::model::responses::RiskLevel;
use crate::model::{BoundaryId, ElementId, Flow, FlowId, Model};

/// A picture of a model, with where each part stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What was composed.
    pub composed: Composed,
    /// What it was composed of.
    pub draft: Draft,
    /// For each line of the draft the flows that it stands for, the one that it is named by first,
    /// and whether it is the first stretch of a flow that goes through others.
    pub lines: Vec<Line>,
}

/// What a line of a picture stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The flows: two if they are drawn as one line with two heads.
    pub flows: Vec<FlowId>,
    /// Which stretch it is of a flow that goes through other elements, from 0.
    pub stretch: usize,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq)]
pub enum DrawError {
    /// The fonts in the binary can't be read.
    Font(FontError),
    /// The layout failed.
    Layout(LayoutError),
}

impl std::fmt::Display for DrawError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DrawError::Font(e) => write!(f, "no picture: {e}"),
            DrawError::Layout(e) => write!(f, "no picture: {e}"),
        }
    }
}

impl std::error::Error for DrawError {}

/// Draws the whole model.
///
/// # Errors
/// When the layout fails, or the embedded fonts can't be read.
pub fn draw(model: &Model, analysis: &Analysis) -> Result<Drawing, DrawError> {
    draw_with(model, analysis, layout::engine().as_ref())
}

/// Draws the whole model with an engine of one's choice.
///
/// # Errors
/// Those of [`draw`].
pub fn draw_with(model: &Model, analysis: &Analysis, engine: &dyn Engine) -> Result<Drawing, DrawError> {
    let ruler = Ruler::new().map_err(DrawError::Font)?;
    let (draft, lines) = draft(model, analysis);
    let composed = compose(&draft, &ruler, engine).map_err(DrawError::Layout)?;
    Ok(Drawing { composed, draft, lines })
}

impl Drawing {
    /// What is to be said about the picture: faults that were measured, characters that the font
    /// lacks.
    pub fn notes(&self) -> Vec<Diagnostic> {
        let faults = self
            .composed
            .measure
            .faults
            .iter()
            .map(|f| Diagnostic::bare(codes::LAYOUT_FAULT, format!("in the picture {f}")));
        let missing = &self.composed.missing;
        let glyphs = (!missing.is_empty()).then(|| {
            let list: String = missing.iter().take(12).flat_map(|c| ['`', *c, '`', ' ']).collect();
            Diagnostic::bare(codes::MISSING_GLYPH, format!("the picture's font has no {}", list.trim_end()))
                .help("viewers draw such characters with a font of their own; the PNG shows boxes")
        });
        faults.chain(glyphs).collect()
    }
}

/// The whole model as a draft.
fn draft(model: &Model, analysis: &Analysis) -> (Draft, Vec<Line>) {
    let boundaries = model.boundaries.iter().map(|b| DraftBoundary {
        id: b.name.clone(),
        name: b.label.clone(),
        trust: trust(b.trust),
        note: if b.apart { format!("{}, apart", b.trust) } else { b.trust.to_string() },
        parent: b.parent.map(BoundaryId::index),
    });
    let open = open_threats(model, analysis);
    let elements = model.elements.iter().zip(open).map(|(e, open)| element(model, e, open));
    let (flows, lines) = flows(model, analysis);
    let draft = Draft {
        id: "diagram".into(),
        title: model.info.title.clone(),
        lines: vec![subtitle(model, analysis)],
        description: description(model, analysis),
        marking: model.info.marking.clone(),
        boundaries: boundaries.collect(),
        elements: elements.collect(),
        flows,
        direction: None,
        no_legend: false,
    };
    (draft, lines)
}

fn trust(t: catalog::Trust) -> Trust {
    match t {
        catalog::Trust::Untrusted => Trust::Untrusted,
        catalog::Trust::Partner => Trust::Partner,
        catalog::Trust::Internal => Trust::Internal,
        catalog::Trust::Restricted => Trust::Restricted,
    }
}

fn element(model: &Model, e: &crate::model::Element, open: Option<(Level, usize)>) -> DraftElement {
    let kind = model.catalog.kind(e.kind);
    let root = kind.map_or(Root::Process, |k| k.root);
    let mut caption = kind.map_or_else(String::new, |k| catalog::in_a_sentence(&k.label));
    // Without a frame around it nothing else shows how far it is trusted.
    let alone = matches!(model.zone(e.zone), Some(crate::model::Zone::Element(_)));
    if alone && caption != e.trust.word() {
        caption = format!("{caption}, {}", e.trust);
    }
    DraftElement {
        id: e.name.clone(),
        name: e.label.clone(),
        kind: kind.map_or_else(String::new, |k| k.name.clone()),
        caption,
        shape: match root {
            Root::External => Shape::External,
            Root::Store => Shape::Store,
            Root::Process | Root::Data => Shape::Process,
        },
        icon: e.icon.clone().or_else(|| kind.and_then(|k| k.icon.clone())).unwrap_or_default(),
        parent: e.boundary.map(BoundaryId::index),
        pale: e.out_of_scope.is_some(),
        open,
    }
}

fn flows(model: &Model, analysis: &Analysis) -> (Vec<DraftFlow>, Vec<Line>) {
    let mut out = Vec::new();
    let mut lines = Vec::new();
    for (i, flow) in model.flows.iter().enumerate() {
        let id = FlowId::new(i);
        // The first of two twins is drawn for both.
        let twin = flow.twin.filter(|t| model.flow(*t).is_some());
        if twin.is_some_and(|t| t.index() < i) {
            continue;
        }
        let together: Vec<FlowId> = std::iter::once(id).chain(twin).collect();
        let mut stops: Vec<ElementId> = vec![flow.source];
        stops.extend(&flow.via);
        stops.push(flow.target);
        stops.dedup();
        if stops.len() == 1 {
            stops.push(flow.target); // A part that calls itself.
        }
        let stretches: Vec<(ElementId, ElementId)> =
            stops.iter().copied().zip(stops.iter().skip(1).copied()).collect();
        let bearer = bearer(model, &stretches);
        let crosses = analysis.crossing(id).is_some();
        for (n, (from, to)) in stretches.iter().enumerate() {
            let named = n == bearer;
            out.push(DraftFlow {
                id: if n == 0 { flow.id.clone() } else { format!("{} ({})", flow.id, n + 1) },
                source: from.index(),
                target: to.index(),
                label: if named { flow.label.clone().unwrap_or_default() } else { String::new() },
                mark: if named && crosses { mark(analysis, &together) } else { None },
                crosses,
                both: twin.is_some(),
                title: title(model, analysis, flow, &together),
            });
            lines.push(Line { flows: together.clone(), stretch: n });
        }
    }
    (out, lines)
}

/// The stretch that bears label and mark: the one that passes most boundaries, the last of them.
fn bearer(model: &Model, stretches: &[(ElementId, ElementId)]) -> usize {
    let passes = |a: ElementId, b: ElementId| {
        let (x, y) = (model.around(a), model.around(b));
        let alone = |e: ElementId| model.element(e).map(|e| e.zone);
        let frames =
            x.iter().filter(|b| !y.contains(b)).count() + y.iter().filter(|b| !x.contains(b)).count();
        frames * 2 + usize::from(alone(a) != alone(b))
    };
    stretches.iter().enumerate().max_by_key(|(i, (a, b))| (passes(*a, *b), *i)).map_or(0, |(i, _)| i)
}

/// The threats that stand on the mark of a crossing: those of its flows that are of STRIDE. A mark
/// says what an attacker can do where trust changes; harm needs neither attacker nor crossing.
fn of_flows<'a>(analysis: &'a Analysis, flows: &'a [FlowId]) -> impl Iterator<Item = &'a Threat> {
    analysis
        .threats
        .iter()
        .filter(|t| matches!(t.target, ThreatTarget::Flow(f) if flows.contains(&f)))
        .filter(|t| t.status != Status::Refined && has_mark(t))
}

/// Whether a threat on a crossing stands on its mark.
fn has_mark(t: &Threat) -> bool {
    t.family() == Family::Stride
}

/// What is open at each element: on itself, and on flows what has no mark of its own, because
/// nothing is crossed or because it is harm; that stands where such a flow arrives. The sign of an
/// element has no letters and says how bad the worst on it is, so harm counts like all else.
fn open_threats(model: &Model, analysis: &Analysis) -> Vec<Option<(Level, usize)>> {
    let mut worst: Vec<Option<(Level, usize)>> = vec![None; model.elements.len()];
    for t in analysis.unsettled() {
        let at = match t.target {
            ThreatTarget::Element(e) => Some(e),
            ThreatTarget::Flow(f) if analysis.crossing(f).is_none() || !has_mark(t) => {
                let moved = t.movement.and_then(|m| analysis.movement(m)).map(|m| m.receiver);
                moved.or_else(|| model.flow(f).map(|f| f.target))
            }
            _ => None,
        };
        if let Some(slot) = at.and_then(|e| worst.get_mut(e.index())) {
            let level = level(t.residual.severity());
            *slot = Some(slot.map_or((level, 1), |(l, n)| (l.max(level), n + 1)));
        }
    }
    worst
}

fn level(severity: RiskLevel) -> Level {
    match severity {
        RiskLevel::Low => Level::Low,
        RiskLevel::Medium => Level::Medium,
        RiskLevel::High => Level::High,
        RiskLevel::Critical => Level::Critical,
    }
}

fn mark(analysis: &Analysis, flows: &[FlowId]) -> Option<Mark> {
    let numbers: Vec<String> =
        flows.iter().filter_map(|f| analysis.crossing(*f)).map(|c| c.number.to_string()).collect();
    let worst =
        of_flows(analysis, flows).filter(|t| t.status.is_unsettled()).map(|t| t.residual.severity()).max();
    // Letters of what is open; of everything, once all is answered.
    let open = worst.is_some();
    let letters = Stride::ALL
        .iter()
        .filter(|s| {
            of_flows(analysis, flows).any(|t| t.status.is_unsettled() == open && t.stride.contains(s))
        })
        .map(|s| s.letter());
    Some(Mark {
        number: numbers.join(", "),
        letters: letters.collect(),
        level: worst.map_or(Level::Calm, level),
    })
}

fn title(model: &Model, analysis: &Analysis, flow: &Flow, flows: &[FlowId]) -> String {
    let name = |e: ElementId| model.element(e).map_or("", |e| e.label.as_str());
    let arrow = if flow.twin.is_some() { "to and from" } else { "to" };
    let mut out = format!("{} {arrow} {}", name(flow.source), name(flow.target));
    if let Some(label) = &flow.label {
        out.push_str(&format!(": {label}"));
    }
    if !flow.via.is_empty() {
        let via: Vec<&str> = flow.via.iter().map(|e| name(*e)).collect();
        out.push_str(&format!(", via {}", via.join(", ")));
    }
    if flows.iter().any(|f| analysis.crossing(*f).is_some()) {
        let open = of_flows(analysis, flows).filter(|t| t.status.is_unsettled()).count();
        let threats = match open {
            0 => "no open threat".to_owned(),
            1 => "1 open threat".to_owned(),
            n => format!("{n} open threats"),
        };
        let numbers: Vec<String> =
            flows.iter().filter_map(|f| analysis.crossing(*f)).map(|c| c.number.to_string()).collect();
        let word = if numbers.len() == 1 { "crossing" } else { "crossings" };
        out.push_str(&format!("; {word} {}, {threats}", numbers.join(" and ")));
    }
    out
}

/// What matters, under the title: version, crossings, open threats, appetite.
fn subtitle(model: &Model, analysis: &Analysis) -> String {
    let mut parts = Vec::new();
    if let Some(v) = &model.info.version {
        parts.push(format!("version {v}"));
    }
    parts.push(counted(analysis.crossings.len(), "crossing"));
    let open: Vec<RiskLevel> = analysis.unsettled().map(|t| t.residual.severity()).collect();
    let mut threats = match open.len() {
        0 => "no open threat".to_owned(),
        n => counted(n, "open threat"),
    };
    for level in [RiskLevel::Critical, RiskLevel::High] {
        let n = open.iter().filter(|l| **l == level).count();
        if n > 0 {
            threats.push_str(&format!(", {n} {level}"));
        }
    }
    parts.push(threats);
    parts.push(format!("appetite: {}", analysis.appetite));
    parts.join(" · ")
}

fn description(model: &Model, analysis: &Analysis) -> String {
    let count =
        |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    format!(
        "Data flow diagram with {}, {}, {} and {} over trust boundaries.",
        count(model.elements.len(), "element", "elements"),
        count(model.flows.len(), "flow", "flows"),
        count(model.boundaries.len(), "trust boundary", "trust boundaries"),
        count(analysis.crossings.len(), "crossing", "crossings"),
    )
}
