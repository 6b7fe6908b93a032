//! Flows as lines. A flow that goes through others has a stretch for each; two that go to and fro
//! between the same ends are one line with two heads; more than three between the same ends are a
//! bundle with a count. Each line knows all the flows that it stands for.

use super::cast::{Cast, Stands};
use super::draft::{DraftFlow, Mark};
use super::marks::{self, Marks};
use crate::analysis::Analysis;
use crate::analysis::views::stops;
use crate::diagnostic::counted;
use crate::model::{ElementId, Flow, FlowId, Model};
use std::collections::{HashMap, HashSet};

/// More flows than this between the same ends are drawn as one line.
const SIDE_BY_SIDE: usize = 3;
/// So many characters of labels stand on a bundle.
const BUNDLED: usize = 40;
/// The most flows of a bundle that are named for readers of screens.
const NAMED: usize = 12;

/// What a line of a picture stands for; the flow that it is named by first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The flows, or stretches of them.
    pub parts: Vec<Part>,
}

/// A flow, or a stretch of one, on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The flow.
    pub flow: FlowId,
    /// Which stretch it is of a flow that goes through other boxes, from 0.
    pub stretch: usize,
    /// Whether it goes against the line, from its target to its source.
    pub backward: bool,
}

/// A flow between two boxes, or a stretch of one.
#[derive(Clone, Copy)]
struct Piece {
    flow: FlowId,
    stretch: usize,
    /// How many stretches the flow has.
    of: usize,
    from: usize,
    to: usize,
    /// Whether it bears the flow's label and mark.
    bears: bool,
}

impl Piece {
    /// Both ends, whichever way it goes.
    fn ends(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    fn is_reverse_of(&self, other: &Piece) -> bool {
        self.from == other.to && self.to == other.from && self.from != self.to
    }
}

/// The lines of a picture, with what each stands for.
pub(super) struct Lines {
    pub drafts: Vec<DraftFlow>,
    pub lines: Vec<Line>,
    /// The flows whose marks are drawn.
    pub marked: HashSet<FlowId>,
    /// For each box how many flows at it are left out.
    pub hidden: Vec<usize>,
}

/// Draws the flows between the boxes of a picture.
pub(super) fn lines(model: &Model, analysis: &Analysis, cast: &Cast) -> Lines {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut hidden = vec![0; cast.nodes.len()];
    for (i, flow) in model.flows.iter().enumerate() {
        let id = FlowId::new(i);
        if !cast.has(id) {
            let at: HashSet<usize> = stops(flow).filter_map(|e| cast.at(e)).collect();
            for node in at {
                hidden.get_mut(node).into_iter().for_each(|n: &mut usize| *n += 1);
            }
            continue;
        }
        pieces.extend(pieces_of(model, cast, id, flow));
    }
    let artist = Artist { model, analysis, cast, marks: Marks::new(analysis) };
    let mut out = Lines { drafts: Vec::new(), lines: Vec::new(), marked: HashSet::new(), hidden };
    for group in artist.groups(pieces) {
        let (draft, line) = artist.line(&group);
        if draft.mark.is_some() {
            out.marked.extend(group.iter().filter(|p| p.bears).map(|p| p.flow));
        }
        out.drafts.push(draft);
        out.lines.push(line);
    }
    out
}

/// A box on the way of a flow, with the elements by which the flow comes in and goes on.
#[derive(Clone, Copy)]
struct Stop {
    node: usize,
    comes_in: ElementId,
    goes_on: ElementId,
}

/// A flow as stretches between boxes; none if all of it is within one that stands for several.
fn pieces_of(model: &Model, cast: &Cast, id: FlowId, flow: &Flow) -> Vec<Piece> {
    let mut way: Vec<Stop> = Vec::new();
    for stop in stops(flow) {
        let Some(node) = cast.at(stop) else { continue };
        match way.last_mut() {
            Some(last) if last.node == node => last.goes_on = stop,
            _ => way.push(Stop { node, comes_in: stop, goes_on: stop }),
        }
    }
    if let [only] = way.as_slice() {
        if cast.stands(only.node).is_none_or(Stands::is_many) {
            return Vec::new();
        }
        way.push(*only); // A part that calls itself.
    }
    let pairs = || way.iter().zip(way.iter().skip(1));
    let bearer = bearer(model, pairs().map(|(a, b)| (a.goes_on, b.comes_in)));
    let of = way.len().saturating_sub(1);
    let stretches = pairs().enumerate();
    stretches
        .map(|(stretch, (a, b))| Piece {
            flow: id,
            stretch,
            of,
            from: a.node,
            to: b.node,
            bears: stretch == bearer,
        })
        .collect()
}

/// The stretch that bears label and mark: the one that passes most boundaries, the last of them.
fn bearer(model: &Model, stretches: impl Iterator<Item = (ElementId, ElementId)>) -> usize {
    let passes = |a: ElementId, b: ElementId| {
        let (x, y) = (model.around(a), model.around(b));
        let alone = |e: ElementId| model.element(e).map(|e| e.zone);
        let frames =
            x.iter().filter(|b| !y.contains(b)).count() + y.iter().filter(|b| !x.contains(b)).count();
        frames * 2 + usize::from(alone(a) != alone(b))
    };
    stretches.enumerate().max_by_key(|(i, (a, b))| (passes(*a, *b), *i)).map_or(0, |(i, _)| i)
}

struct Artist<'a> {
    model: &'a Model,
    analysis: &'a Analysis,
    cast: &'a Cast,
    marks: Marks<'a>,
}

impl Artist<'_> {
    /// The pieces that are drawn as one line each, in the order of their first flows.
    fn groups(&self, pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
        let many = |n: usize| self.cast.stands(n).is_some_and(Stands::is_many);
        let mut between: HashMap<(usize, usize), Vec<Piece>> = HashMap::new();
        for p in pieces {
            between.entry(p.ends()).or_default().push(p);
        }
        let mut out: Vec<Vec<Piece>> = Vec::new();
        for (ends, list) in between {
            // Where boxes stand for several elements, no flow can be followed through them anyway.
            if list.len() > SIDE_BY_SIDE || many(ends.0) || many(ends.1) {
                out.push(list);
            } else {
                out.extend(self.pairs(list));
            }
        }
        out.sort_by_key(|group| group.first().map(|p| (p.flow, p.stretch)));
        out
    }

    /// Of a few flows between the same ends those that go to and fro: both of `a <-> b`, and one
    /// that is left alone each way. A flow that goes through others shares its lines with its twin
    /// alone, so that its way can be followed.
    fn pairs(&self, mut list: Vec<Piece>) -> Vec<Vec<Piece>> {
        let mut out = Vec::new();
        let twins = |a: &Piece, b: &Piece| {
            self.model.flow(a.flow).is_some_and(|f| f.twin == Some(b.flow)) && a.is_reverse_of(b)
        };
        while let Some((i, j)) = list
            .iter()
            .enumerate()
            .find_map(|(i, a)| list.iter().skip(i + 1).position(|b| twins(a, b)).map(|j| (i, i + 1 + j)))
        {
            let second = list.remove(j);
            out.push(vec![list.remove(i), second]);
        }
        let (plain, through): (Vec<Piece>, Vec<Piece>) = list.into_iter().partition(|p| p.of == 1);
        match plain.as_slice() {
            [a, b] if a.is_reverse_of(b) => out.push(plain),
            _ => out.extend(plain.into_iter().map(|p| vec![p])),
        }
        out.extend(through.into_iter().map(|p| vec![p]));
        out
    }

    fn line(&self, group: &[Piece]) -> (DraftFlow, Line) {
        let flow = |p: &Piece| self.model.flow(p.flow);
        let (from, to) = group.first().map_or((0, 0), |p| (p.from, p.to));
        let parts: Vec<Part> = group
            .iter()
            .map(|p| Part { flow: p.flow, stretch: p.stretch, backward: p.from != from })
            .collect();
        let bundle = match group {
            [_] => false,
            [a, b] => !a.is_reverse_of(b),
            _ => true,
        };
        let bearing: Vec<FlowId> = group.iter().filter(|p| p.bears).map(|p| p.flow).collect();
        let mut labels: Vec<String> = Vec::new();
        for p in group.iter().filter(|p| p.bears) {
            labels.extend(flow(p).and_then(|f| self.label(f)).filter(|l| !labels.contains(l)));
        }
        let many = |n: usize| self.cast.stands(n).is_some_and(Stands::is_many);
        let label = match bundle {
            // What flows between folded boxes are called is for the pictures that unfold them.
            true if many(from) || many(to) => counted(group.len(), "flow"),
            true => bundled(group.len(), &labels),
            false => labels.join(" / "),
        };
        let mark = self.marks.mark(&bearing);
        let draft = DraftFlow {
            id: group.first().map_or_else(String::new, |p| self.id(p)),
            ids: ids(self.model, group.iter().map(|p| p.flow)),
            source: from,
            target: to,
            label,
            title: self.title(group, bundle, mark.as_ref()),
            mark,
            crosses: group.iter().any(|p| self.analysis.crossing(p.flow).is_some()),
            both: parts.iter().any(|p| p.backward),
            bundle,
        };
        (draft, Line { parts })
    }

    /// The flow's id, with the number of a further stretch behind it.
    fn id(&self, p: &Piece) -> String {
        let id = self.model.flow(p.flow).map_or("", |f| f.id.as_str());
        if p.stretch == 0 { id.to_owned() } else { format!("{id} ({})", p.stretch + 1) }
    }

    /// The label of a flow. What it goes through and the picture leaves out is named.
    fn label(&self, flow: &Flow) -> Option<String> {
        let gone: Vec<&str> =
            flow.via.iter().filter(|e| self.cast.at(**e).is_none()).map(|e| self.name(*e)).collect();
        let label = flow.label.clone().filter(|l| !l.trim().is_empty());
        match (label, gone.is_empty()) {
            (label, true) => label,
            (label, false) => {
                Some(format!("{}(via {})", label.map_or(String::new(), |l| l + " "), gone.join(", ")))
            }
        }
    }

    fn name(&self, e: ElementId) -> &str {
        self.model.element(e).map_or("", |e| e.label.as_str())
    }

    /// What the line is, in words: of several flows each by its ends and its label.
    fn title(&self, group: &[Piece], bundle: bool, mark: Option<&Mark>) -> String {
        let flows: Vec<&Flow> = group.iter().filter_map(|p| self.model.flow(p.flow)).collect();
        let told = |f: &&Flow| {
            let mut out = format!("{} to {}", self.name(f.source), self.name(f.target));
            if let Some(label) = &f.label {
                out.push_str(&format!(": {label}"));
            }
            if !f.via.is_empty() {
                let via: Vec<&str> = f.via.iter().map(|e| self.name(*e)).collect();
                out.push_str(&format!(", via {}", via.join(", ")));
            }
            out
        };
        let mut out = if bundle { format!("{}: ", counted(group.len(), "flow")) } else { String::new() };
        out.push_str(&flows.iter().take(NAMED).map(told).collect::<Vec<_>>().join("; "));
        if flows.len() > NAMED {
            out.push_str(&format!("; and {} more", flows.len() - NAMED));
        }
        let bearing: Vec<FlowId> = group.iter().map(|p| p.flow).collect();
        let numbers = self.marks.numbers(&bearing);
        if !numbers.is_empty() || mark.is_some() {
            let open = self.marks.unsettled(&bearing).words();
            let word = if numbers.len() == 1 { "crossing" } else { "crossings" };
            let runs: Vec<String> = marks::runs(&numbers).into_iter().map(|(text, _)| text).collect();
            out.push_str(&format!("; {word} {}, {open}", runs.join(", ")));
        }
        out
    }
}

/// What a bundle is called: its count, and as many of its labels as a short line has room for.
fn bundled(flows: usize, labels: &[String]) -> String {
    let mut room = BUNDLED;
    let named: Vec<&str> = labels
        .iter()
        .map(String::as_str)
        .take_while(|l| {
            let fits = l.chars().count() <= room;
            room = room.saturating_sub(l.chars().count());
            fits
        })
        .collect();
    let count = counted(flows, "flow");
    match (named.len(), labels.len()) {
        (0, _) => count,
        (n, all) if n == all => format!("{count}: {}", named.join(", ")),
        _ => format!("{count}: {} …", named.join(", ")),
    }
}

/// The ids of flows, each once.
fn ids(model: &Model, flows: impl Iterator<Item = FlowId>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for id in flows.filter_map(|f| model.flow(f)).map(|f| &f.id) {
        if !out.contains(id) {
            out.push(id.clone());
        }
    }
    out
}
