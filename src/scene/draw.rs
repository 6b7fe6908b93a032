//! The picture of a model or of a part of it: which parts, words and marks it shows.

use super::cast::{Cast, Node, Stands};
use super::compose::{Composed, compose_like};
use super::draft::{Draft, DraftBoundary, DraftElement};
use super::lines::{Line, Lines, lines};
use super::sheets::{Group, Sheet, Subject};
use super::{Icon, Level, Shape, Sort, Trust, marks, notes};
use crate::analysis::Analysis;
use crate::analysis::counts::Unsettled;
use crate::catalog::{self, Root};
use crate::diagnostic::{Diagnostic, counted};
use crate::layout::text::{FontError, Ruler};
use crate::layout::{self, Direction, Engine, LayoutError};
use crate::layout::{Hint, Page, Side};
use crate::model::responses::RiskLevel;
use crate::model::statements;
use crate::model::{ElementId, Model, View};

/// A picture of a model, with where each part stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What was composed.
    pub composed: Composed,
    /// What it was composed of.
    pub draft: Draft,
    /// For each line of the draft what it stands for.
    pub lines: Vec<Line>,
}

/// How much time a drawing may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// As long as it takes to find the best picture.
    Careful,
    /// As little as can be: what has changed since an earlier drawing is laid out in the same way as that was.
    Quick,
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

/// Draws pictures. Make one and keep it: reading the fonts costs as much as a small picture.
pub struct Painter {
    ruler: Ruler,
    engine: Box<dyn Engine>,
}

impl Painter {
    /// With the embedded fonts and the engine of this build.
    ///
    /// # Errors
    /// When the fonts can't be read.
    pub fn new() -> Result<Painter, DrawError> {
        Painter::with(layout::engine())
    }

    /// With an engine of one's choice.
    ///
    /// # Errors
    /// Those of [`Painter::new`].
    pub fn with(engine: Box<dyn Engine>) -> Result<Painter, DrawError> {
        Ok(Painter { ruler: Ruler::new().map_err(DrawError::Font)?, engine })
    }

    /// Draws one of a model's pictures.
    ///
    /// # Errors
    /// When the layout fails.
    pub fn draw(&self, model: &Model, analysis: &Analysis, sheet: &Sheet) -> Result<Drawing, DrawError> {
        self.draw_as(model, analysis, sheet, &[], Pace::Careful)
    }

    /// The same, with the places of an earlier drawing if one of them shows the same, and in the way of an earlier
    /// drawing of the same name if there is no time.
    ///
    /// # Errors
    /// When the layout fails.
    pub fn draw_as(
        &self,
        model: &Model,
        analysis: &Analysis,
        sheet: &Sheet,
        before: &[Drawing],
        pace: Pace,
    ) -> Result<Drawing, DrawError> {
        let (draft, lines) = draft(model, analysis, sheet);
        let quick = pace == Pace::Quick;
        let serves = |d: &&Drawing| (d.composed.settled || quick) && d.draft == draft;
        if let Some(same) = before.iter().find(serves) {
            return Ok(Drawing { composed: same.composed.clone(), draft, lines });
        }
        let like = before.iter().find(|d| quick && d.draft.name == draft.name).map(|d| &d.composed.options);
        let composed = compose_like(&draft, &self.ruler, self.engine.as_ref(), like);
        Ok(Drawing { composed: composed.map_err(DrawError::Layout)?, draft, lines })
    }
}

/// Draws the whole model.
///
/// # Errors
/// When the layout fails, or the embedded fonts can't be read.
pub fn draw(model: &Model, analysis: &Analysis) -> Result<Drawing, DrawError> {
    Painter::new()?.draw(model, analysis, &Sheet::whole(model))
}

impl Drawing {
    /// What is to be said of the picture: faults that were measured, and wishes of its view that it does not keep.
    pub fn remarks(&self, model: &Model, sheet: &Sheet) -> Vec<Diagnostic> {
        let mut out = notes::faults(&self.called(), &self.composed.measure);
        if let Some(view) = sheet.view(model) {
            let name = |n: usize| self.draft.elements.get(n).map_or("", |e| e.id.as_str());
            let unkept = self.draft.hints.iter().filter(|h| !h.is_kept(&self.composed.placed));
            let unkept: Vec<_> = unkept.map(|h| (h.side, name(h.first), name(h.second))).collect();
            out.extend(notes::wishes(&self.called(), view.span, &unkept));
        }
        out
    }

    /// What messages call it.
    fn called(&self) -> String {
        match self.draft.name.as_str() {
            "" => "the picture".to_owned(),
            name => format!("the picture `{name}`"),
        }
    }
}

/// A picture as a draft, with what its lines stand for.
pub fn draft(model: &Model, analysis: &Analysis, sheet: &Sheet) -> (Draft, Vec<Line>) {
    let cast = Cast::new(model, analysis, &sheet.subject);
    let Lines { drafts, lines, marked, hidden } = lines(model, analysis, &cast);
    let frame_of = |b| cast.frames.iter().position(|f| *f == b);
    let boundaries = cast.frames.iter().filter_map(|id| model.boundary(*id)).map(|b| DraftBoundary {
        id: b.name.clone(),
        name: b.label.clone(),
        trust: trust(b.trust),
        note: note(b),
        parent: b.parent.and_then(frame_of),
    });
    let open = marks::signs(model, analysis, &cast, &marked);
    let elements = cast.nodes.iter().zip(open).zip(&hidden).map(|((node, open), hidden)| {
        let mut drawn = node_of(model, node, open);
        drawn.more = if node.stands.is_beyond() { 0 } else { *hidden };
        drawn
    });
    let view = sheet.view(model);
    let shown = Shown {
        elements: cast.members(),
        folded: cast.members() - cast.elements(),
        flows: lines.iter().flat_map(|l| &l.parts).filter(|p| p.stretch == 0).count(),
    };
    let draft = Draft {
        id: if sheet.name.is_empty() { "diagram".into() } else { format!("diagram-{}", sheet.name) },
        name: sheet.name.clone(),
        title: sheet.title.clone(),
        lines: under_title(model, analysis, sheet, &shown),
        description: description(model, analysis, sheet, &shown, cast.frames.len()),
        marking: model.info.marking.clone(),
        boundaries: boundaries.collect(),
        elements: elements.collect(),
        flows: drafts,
        direction: view.and_then(|v| v.direction).map(|d| match d {
            statements::Direction::Right => Direction::Right,
            statements::Direction::Down => Direction::Down,
        }),
        page: view.and_then(|v| v.page).map(|p| match p {
            statements::Page::Portrait => Page::PORTRAIT,
            statements::Page::Landscape => Page::LANDSCAPE,
            statements::Page::Screen => Page::SCREEN,
        }),
        hints: view.map(|v| hints(v, &cast)).unwrap_or_default(),
        no_legend: false,
    };
    (draft, lines)
}

/// The wishes of a view: each of a list beside, or above, the next that is shown.
fn hints(view: &View, cast: &Cast) -> Vec<Hint> {
    let of = |list: &[ElementId], side: Side| -> Vec<Hint> {
        let shown: Vec<usize> = list.iter().filter_map(|e| cast.at(*e)).collect();
        let pairs = shown.iter().zip(shown.iter().skip(1));
        pairs.map(|(first, second)| Hint { first: *first, second: *second, side }).collect()
    };
    of(&view.beside, Side::Beside).into_iter().chain(of(&view.above, Side::Above)).collect()
}

/// How much of the model a picture shows.
struct Shown {
    /// Elements, folded ones too, that are not beyond the picture.
    elements: usize,
    /// How many of them are folded.
    folded: usize,
    /// Flows.
    flows: usize,
}

pub(super) fn trust(t: catalog::Trust) -> Trust {
    match t {
        catalog::Trust::Untrusted => Trust::Untrusted,
        catalog::Trust::Partner => Trust::Partner,
        catalog::Trust::Internal => Trust::Internal,
        catalog::Trust::Restricted => Trust::Restricted,
    }
}

pub(super) fn note(b: &crate::model::Boundary) -> String {
    if b.apart { format!("{}, apart", b.trust) } else { b.trust.to_string() }
}

/// A box with its words.
fn node_of(model: &Model, node: &Node, open: Option<(Level, usize)>) -> DraftElement {
    let many = node.members.len();
    match node.stands {
        Stands::Element(e) => element(model, e, open),
        Stands::Neighbour(e) => {
            let at = model.element(e).and_then(|e| e.boundary).and_then(|b| model.boundary(b));
            let own = element(model, e, None);
            let caption = at.map_or(own.caption, |b| format!("in {}", b.label));
            DraftElement { caption, sort: Sort::Stub, ..own }
        }
        Stands::Folded(group) => {
            let of = match group {
                Group::Boundary(b) => model.boundary(b).map(note).unwrap_or_default(),
                Group::Outside(trust) => trust.to_string(),
            };
            DraftElement {
                id: group.id(model),
                name: group.label(model),
                caption: format!("{of}, {}", counted(many, "element")),
                sort: Sort::Folded { trust: trust(group.trust(model)), elements: many },
                parent: node.parent,
                open,
                ..DraftElement::default()
            }
        }
        Stands::Neighbours(b) => {
            let b = model.boundary(b);
            DraftElement {
                id: b.map_or_else(String::new, |b| b.name.clone()),
                name: b.map_or_else(String::new, |b| b.label.clone()),
                caption: format!("{many} of its elements"),
                sort: Sort::Stub,
                ..DraftElement::default()
            }
        }
    }
    .within(node.parent)
}

impl DraftElement {
    fn within(self, parent: Option<usize>) -> DraftElement {
        DraftElement { parent, ..self }
    }
}

pub(super) fn element(model: &Model, id: ElementId, open: Option<(Level, usize)>) -> DraftElement {
    let Some(e) = model.element(id) else { return DraftElement::default() };
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
        shape: shape(root),
        icon: icon(model, e, root),
        pale: e.out_of_scope.is_some(),
        open,
        ..DraftElement::default()
    }
}

/// The outline of all kinds of a sort.
pub(super) fn shape(root: Root) -> Shape {
    match root {
        Root::External => Shape::External,
        Root::Store => Shape::Store,
        Root::Process | Root::Data => Shape::Process,
    }
}

/// The element's own icon, that of its kind, or that of all kinds of its sort.
fn icon(model: &Model, e: &crate::model::Element, root: Root) -> Icon {
    let own = e.icon.as_ref().or_else(|| model.catalog.kind(e.kind)?.icon.as_ref());
    match own {
        Some(catalog::Icon::Named(name)) => Icon::Named(name.clone()),
        Some(catalog::Icon::File { span, .. }) => {
            model.icons.get(span).map_or_else(|| root.icon().into(), |file| Icon::File(file.text.clone()))
        }
        None => root.icon().into(),
    }
}

/// The lines under the title. A picture of a part says of how much; what is not in it was not looked
/// at the less.
fn under_title(model: &Model, analysis: &Analysis, sheet: &Sheet, shown: &Shown) -> Vec<String> {
    let all = model.elements.len();
    match &sheet.subject {
        Subject::Whole => vec![subtitle(model, analysis)],
        Subject::Overview(_) => {
            let folded = format!("overview: {} of {all} elements are in folded boxes", shown.folded);
            vec![subtitle(model, analysis), folded]
        }
        Subject::Part(group, _) => {
            let mut line = part_of(model, shown);
            if shown.folded > 0 {
                line.push_str(&format!(" · {} of them in folded boxes", shown.folded));
            }
            if let Some(within) = within(model, *group) {
                line.push_str(&format!(" · in {within}"));
            }
            vec![format!("{line} · {}", model.info.title)]
        }
        Subject::View(_) => vec![format!("{} · {}", part_of(model, shown), model.info.title)],
    }
}

fn part_of(model: &Model, shown: &Shown) -> String {
    format!(
        "shows {} of {} and {} of {}",
        shown.elements,
        counted(model.elements.len(), "element"),
        shown.flows,
        counted(model.flows.len(), "flow"),
    )
}

/// The boundaries around a group, the outermost first.
fn within(model: &Model, group: Group) -> Option<String> {
    let Group::Boundary(b) = group else { return None };
    let mut names: Vec<&str> =
        model.chain(b).skip(1).filter_map(|b| model.boundary(b)).map(|b| b.label.as_str()).collect();
    names.reverse();
    (!names.is_empty()).then(|| names.join(" › "))
}

/// What matters, under the title: version, crossings, open threats, appetite.
fn subtitle(model: &Model, analysis: &Analysis) -> String {
    let mut parts = Vec::new();
    if let Some(v) = &model.info.version {
        parts.push(format!("version {v}"));
    }
    parts.push(counted(analysis.crossings.len(), "crossing"));
    let open: Vec<RiskLevel> = analysis.unsettled().map(|t| t.residual.severity()).collect();
    let mut threats = analysis.unsettled().collect::<Unsettled>().words();
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

fn description(model: &Model, analysis: &Analysis, sheet: &Sheet, shown: &Shown, frames: usize) -> String {
    let count =
        |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    let of = |n: usize, all: usize, what: &str| format!("{n} of {}", counted(all, what));
    match sheet.subject {
        Subject::Whole => format!(
            "Data flow diagram with {}, {}, {} and {} over trust boundaries.",
            count(model.elements.len(), "element", "elements"),
            count(model.flows.len(), "flow", "flows"),
            count(model.boundaries.len(), "trust boundary", "trust boundaries"),
            count(analysis.crossings.len(), "crossing", "crossings"),
        ),
        _ => format!(
            "Data flow diagram of a part of {}: {} ({} of them in folded boxes), {}, {}.",
            model.info.title,
            of(shown.elements, model.elements.len(), "element"),
            shown.folded,
            of(shown.flows, model.flows.len(), "flow"),
            count(frames, "trust boundary", "trust boundaries"),
        ),
    }
}
