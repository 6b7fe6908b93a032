//! What differs between two states of a model, in one picture: what came, what went and what
//! changed, each by its color, its line and a sign in its words; what stayed is pale.

use std::collections::{BTreeSet, HashMap};

use super::super::draw::{self, DrawError};
use super::{Called, Figure, Place, told};
use crate::catalog::{self, Catalog, Root};
use crate::compare::{Change, Difference, Flow, Part, PartChange, Snapshot, Sort};
use crate::diagnostic::counted;
use crate::layout::text::Ruler;
use crate::layout::{self, Rect};
use crate::scene::compose::compose;
use crate::scene::draft::{Draft, DraftBoundary, DraftElement, DraftFlow};
use crate::scene::figure::{Dash, Group, Look, Panel, redrawn, row};
use crate::scene::palette::Role;
use crate::scene::{Icon, Scene, Shape};

/// Above so many elements what stayed is left out, but for the ends of flows that did not.
const MOST: usize = 30;
/// The most properties that are named of a part.
const NAMED: usize = 3;

/// What happened to a part of the picture.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Same,
    New,
    Gone,
    Changed,
}

impl State {
    fn of(change: Change) -> State {
        match change {
            Change::New => State::New,
            Change::Gone => State::Gone,
            Change::Changed | Change::Renamed => State::Changed,
        }
    }

    /// Color, width and dashes of its line.
    fn look(self) -> Look {
        match self {
            State::Same => (Role::LineLight, 1.2, Dash::Solid),
            State::New => (Role::TrustRestricted, 2.4, Dash::Solid),
            State::Gone => (Role::SeverityHigh, 2.0, Dash::Dashed),
            State::Changed => (Role::SeverityMedium, 2.6, Dash::Dotted),
        }
    }
}

/// What the picture is made from.
struct Both<'a> {
    old: &'a Snapshot,
    new: &'a Snapshot,
    catalog: &'a Catalog,
    changes: HashMap<(Sort, &'a str), &'a PartChange>,
    /// Names of today by those that parts had.
    today: HashMap<(Sort, &'a str), &'a str>,
}

/// A part or flow that is drawn, and what happened to it.
type Drawn<'a, T> = (&'a T, State);

/// Draws a difference. Labels of kinds and their icons are those of `catalog`.
///
/// # Errors
/// When the fonts can't be read, or the layout fails.
pub fn changes(
    old: &Snapshot,
    new: &Snapshot,
    difference: &Difference,
    catalog: &Catalog,
) -> Result<Figure, DrawError> {
    let ruler = Ruler::new().map_err(DrawError::Font)?;
    let engine = layout::engine().map_err(DrawError::Layout)?;
    let changes = difference.parts.iter().map(|c| ((c.sort, c.id.as_str()), c)).collect();
    let renamed = difference.parts.iter().filter_map(|c| Some(((c.sort, c.was.as_deref()?), c.id.as_str())));
    let both = Both { old, new, catalog, changes, today: renamed.collect() };
    let mut elements = both.parts(Sort::Element);
    let flows = both.flows();
    let all = elements.len();
    if all > MOST {
        let mut ends: BTreeSet<&str> = BTreeSet::new();
        for (flow, state) in flows.iter().filter(|(_, s)| *s != State::Same) {
            ends.extend(both.stops(flow, *state));
        }
        elements.retain(|(e, state)| *state != State::Same || ends.contains(e.id.as_str()));
    }
    let left_out = all - elements.len();
    let mut boundaries = both.parts(Sort::Boundary);
    if left_out > 0 {
        both.keep_around(&mut boundaries, &elements);
    }
    let (draft, states) = both.draft(difference, &boundaries, &elements, &flows, left_out);
    let composed = compose(&draft, &ruler, engine.as_ref()).map_err(DrawError::Layout)?;
    let mut scene = composed.scene;
    both.paint(&mut scene, &boundaries, &elements, &states);
    let used = |state: State| {
        boundaries.iter().chain(&elements).any(|(_, s)| *s == state) || states.contains(&state)
    };
    let pieces = [
        (State::New, "+ new: heavy line"),
        (State::Gone, "− gone: broken line"),
        (State::Changed, "~ changed: dotted line"),
        (State::Same, "plain: as before"),
    ];
    let legend = row("Changes", pieces.into_iter().filter(|(s, _)| used(*s)).map(|(_, words)| (None, words)));
    let scene = redrawn(scene, &ruler, |i| states.get(i).map_or(State::Same, |s| *s).look(), vec![legend]);
    let called = Called {
        name: "changes".into(),
        title: draft.title,
        about: "What came, what went and what changed between two states of the model.".into(),
        place: Place::Building,
    };
    Ok(told(&ruler, called, scene, &composed.measure))
}

impl<'a> Both<'a> {
    fn state(&self, sort: Sort, id: &str) -> State {
        self.changes.get(&(sort, id)).map_or(State::Same, |c| State::of(c.change))
    }

    /// The name of today of what an old state calls `id`.
    fn now(&self, sort: Sort, id: &'a str) -> &'a str {
        self.today.get(&(sort, id)).copied().unwrap_or(id)
    }

    /// All of a sort: those that are there, then those that went.
    fn parts(&self, sort: Sort) -> Vec<Drawn<'a, Part>> {
        let here = self.new.parts.iter().filter(|p| p.sort == sort);
        let here = here.map(|p| (p, self.state(sort, &p.id)));
        let gone = self.old.parts.iter().filter(|p| p.sort == sort);
        let gone = gone.filter(|p| self.gone(sort, &p.id)).map(|p| (p, State::Gone));
        here.chain(gone).collect()
    }

    fn flows(&self) -> Vec<Drawn<'a, Flow>> {
        let here = self.new.flows.iter().map(|f| (f, self.state(Sort::Flow, &f.id)));
        let gone = self.old.flows.iter().filter(|f| self.gone(Sort::Flow, &f.id)).map(|f| (f, State::Gone));
        here.chain(gone).collect()
    }

    fn gone(&self, sort: Sort, id: &str) -> bool {
        self.changes.get(&(sort, id)).is_some_and(|c| c.change == Change::Gone)
    }

    /// Where a flow runs: its ends and what it goes through, by the names of today.
    fn stops(&self, flow: &'a Flow, state: State) -> Vec<&'a str> {
        let names = std::iter::once(&flow.source).chain(&flow.via).chain([&flow.target]);
        let name = |n: &'a String| if state == State::Gone { self.now(Sort::Element, n) } else { n.as_str() };
        names.map(name).collect()
    }

    /// Where a part stands, by the names of today.
    fn parent(&self, part: &'a Part, state: State) -> Option<&'a str> {
        let around = part.boundary.as_deref()?;
        Some(if state == State::Gone { self.now(Sort::Boundary, around) } else { around })
    }

    /// Keeps the boundaries that differ or hold something.
    fn keep_around(&self, boundaries: &mut Vec<Drawn<'a, Part>>, elements: &[Drawn<'a, Part>]) {
        let mut kept: BTreeSet<&str> = BTreeSet::new();
        let differing = boundaries.iter().filter(|(_, s)| *s != State::Same);
        let mut open: Vec<&str> = differing.map(|(b, _)| b.id.as_str()).collect();
        open.extend(elements.iter().filter_map(|(e, s)| self.parent(e, *s)));
        while let Some(id) = open.pop() {
            if kept.insert(id)
                && let Some((b, s)) = boundaries.iter().find(|(b, _)| b.id == id)
            {
                open.extend(self.parent(b, *s));
            }
        }
        boundaries.retain(|(b, _)| kept.contains(b.id.as_str()));
    }

    /// What happened to a part, in words: `~ controls, kind`.
    fn words(&self, sort: Sort, id: &str, state: State) -> String {
        match state {
            State::Same => String::new(),
            State::New => "+ new".to_owned(),
            State::Gone => "− gone".to_owned(),
            State::Changed => {
                let Some(change) = self.changes.get(&(sort, id)) else { return String::new() };
                let mut fields: Vec<&str> = change.fields.iter().map(|f| f.name.as_str()).collect();
                if change.was.is_some() {
                    fields.insert(0, "name");
                }
                let more = fields.len().saturating_sub(NAMED);
                fields.truncate(NAMED);
                let fields = fields.join(", ").replace('_', " ");
                if more > 0 { format!("~ {fields} and {more} more") } else { format!("~ {fields}") }
            }
        }
    }

    fn draft(
        &self,
        difference: &Difference,
        boundaries: &[Drawn<'a, Part>],
        elements: &[Drawn<'a, Part>],
        flows: &[Drawn<'a, Flow>],
        left_out: usize,
    ) -> (Draft, Vec<State>) {
        let at = |list: &[Drawn<'a, Part>], id: &str| list.iter().position(|(p, _)| p.id == id);
        let parent = |part: &'a Part, state: State| at(boundaries, self.parent(part, state)?);
        let drafted = boundaries.iter().map(|(b, state)| {
            let trust = b.trust.unwrap_or(catalog::Trust::Internal);
            DraftBoundary {
                id: b.id.clone(),
                name: b.label.clone(),
                trust: draw::trust(trust),
                note: joined(&[trust.word(), &self.words(Sort::Boundary, &b.id, *state)], " · "),
                parent: parent(b, *state),
            }
        });
        let boxes = elements.iter().map(|(e, state)| {
            let element = self.element(e);
            let words = self.words(Sort::Element, &e.id, *state);
            let caption = joined(&[&element.caption, &words], " · ");
            DraftElement { caption, parent: parent(e, *state), ..element }
        });
        let mut lines = Vec::new();
        let mut states = Vec::new();
        for (flow, state) in flows {
            let mut stops: Vec<usize> =
                self.stops(flow, *state).into_iter().filter_map(|s| at(elements, s)).collect();
            if stops.len() < 2 + flow.via.len() {
                continue;
            }
            stops.dedup();
            if let (1, Some(only)) = (stops.len(), stops.first().copied()) {
                stops.push(only);
            }
            let words = self.words(Sort::Flow, &flow.id, *state);
            let label = match (flow.label.as_deref().unwrap_or(""), state) {
                // The sign says it, so that the label does not break behind it.
                (label, State::New) if !label.is_empty() => format!("+\u{a0}{label}"),
                (label, State::Gone) if !label.is_empty() => format!("−\u{a0}{label}"),
                (label, _) => joined(&[label, &words], " · "),
            };
            for (n, ends) in stops.windows(2).enumerate() {
                let [source, target] = ends else { continue };
                lines.push(DraftFlow {
                    id: if n == 0 { flow.id.clone() } else { format!("{} ({})", flow.id, n + 1) },
                    source: *source,
                    target: *target,
                    label: if n == 0 { label.clone() } else { String::new() },
                    title: joined(&[&flow.id, &label], ": "),
                    ..DraftFlow::default()
                });
                states.push(*state);
            }
        }
        let title = self.new.title.clone();
        let draft = Draft {
            id: "changes".into(),
            title: format!("Changes: {title}"),
            lines: said(difference, left_out),
            description: "What came, what went and what changed between two states of a model.".into(),
            boundaries: drafted.collect(),
            elements: boxes.collect(),
            flows: lines,
            no_legend: true,
            ..Draft::default()
        };
        (draft, states)
    }

    fn element(&self, part: &Part) -> DraftElement {
        let kind = part.kind.as_deref().and_then(|k| self.catalog.kind(self.catalog.find_kind(k)?));
        let root = kind.map_or(Root::Process, |k| k.root);
        let icon = kind.and_then(|k| k.icon.as_ref()).map_or(root.icon(), |i| i.text());
        DraftElement {
            id: part.id.clone(),
            name: part.label.clone(),
            kind: part.kind.clone().unwrap_or_default(),
            caption: kind
                .map_or_else(|| part.kind.clone().unwrap_or_default(), |k| catalog::in_a_sentence(&k.label)),
            shape: kind.map_or(Shape::Process, |k| draw::shape(k.root)),
            icon: Icon::from(icon),
            ..DraftElement::default()
        }
    }

    /// Gives boxes and frames the look of what happened to them.
    fn paint(
        &self,
        scene: &mut Scene,
        boundaries: &[Drawn<'a, Part>],
        elements: &[Drawn<'a, Part>],
        states: &[State],
    ) {
        // Over the outline that is there, in the color of what it encloses.
        let outline = |rect: Rect, corner: f64, state: State, ground: Role, under: bool| {
            let (role, width, dash) = state.look();
            let over = Panel { width: 3.0, ..Panel::new(rect, corner, None, Some(ground)) };
            let panel = Panel { width, dash, ..Panel::new(rect, corner, None, Some(role)) };
            Group { under, class: "change".into(), boxes: vec![over, panel], ..Group::default() }
        };
        let mut groups = Vec::new();
        for frame in &mut scene.boundaries {
            let state = boundaries.iter().find(|(b, _)| b.id == frame.id).map_or(State::Same, |(_, s)| *s);
            if state != State::Same {
                groups.push(outline(frame.rect, 12.0, state, frame.trust.tint(), true));
                for note in frame.note.iter_mut() {
                    note.role = state.look().0;
                }
            }
        }
        for (drawn, (_, state)) in scene.elements.iter_mut().zip(elements) {
            let plain = drawn.words.iter().map(|w| w.size).fold(0.0, f64::max);
            for words in &mut drawn.words {
                words.role = match state {
                    State::Same => Role::Muted,
                    _ if words.size < plain => state.look().0,
                    _ => Role::Text,
                };
            }
            if *state != State::Same {
                let corner = if drawn.shape == Shape::Process { 10.0 } else { 0.0 };
                let ground = if drawn.shape == Shape::External { Role::FillExternal } else { Role::FillOwn };
                groups.push(outline(drawn.rect, corner, *state, ground, false));
            }
        }
        let ids: HashMap<&str, State> =
            scene.flows.iter().map(|f| f.id.as_str()).zip(states.iter().copied()).collect();
        for label in &mut scene.labels {
            let state = ids.get(label.id.as_str()).map_or(State::Same, |s| *s);
            for words in &mut label.words {
                words.role = if state == State::Same { Role::Muted } else { state.look().0 };
            }
        }
        scene.groups.extend(groups);
    }
}

/// How much differs, in lines.
fn said(difference: &Difference, left_out: usize) -> Vec<String> {
    let mut counts = Vec::new();
    for (sort, one) in
        [(Sort::Boundary, "boundary"), (Sort::Element, "element"), (Sort::Flow, "flow"), (Sort::Data, "data")]
    {
        let of = |wanted: State| {
            let parts = difference.parts.iter().filter(|p| p.sort == sort);
            parts.filter(|p| State::of(p.change) == wanted).count()
        };
        let sum = of(State::New) + of(State::Gone) + of(State::Changed);
        if sum > 0 {
            let of: Vec<String> = [(State::New, '+'), (State::Gone, '−'), (State::Changed, '~')]
                .into_iter()
                .filter(|(s, _)| of(*s) > 0)
                .map(|(s, sign)| format!("{sign}{}", of(s)))
                .collect();
            let what = match (sort, sum) {
                (Sort::Data, _) => "data".to_owned(),
                (Sort::Boundary, n) if n > 1 => "boundaries".to_owned(),
                (_, 1) => one.to_owned(),
                _ => format!("{one}s"),
            };
            counts.push(format!("{what} {}", of.join(" ")));
        }
    }
    let mut lines = vec![match counts.is_empty() {
        true => "nothing that is drawn differs".to_owned(),
        false => counts.join(" · "),
    }];
    let threats = |change: Change| difference.threats.iter().filter(|t| t.change == change).count();
    let (new, gone, changed) = (threats(Change::New), threats(Change::Gone), threats(Change::Changed));
    if new + gone + changed > 0 {
        lines.push(format!("threats: {new} new, {gone} gone, {changed} changed"));
    }
    if left_out > 0 {
        lines.push(format!("{} as before are left out", counted(left_out, "element")));
    }
    lines
}

fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(between)
}
