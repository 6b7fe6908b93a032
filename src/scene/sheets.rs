//! Which pictures a model gets. One page holds about 25 elements: a model with more gets an
//! overview, with boundaries folded, and a picture of each folded one with its neighbours. Views
//! that the model asks for come besides.

use crate::analysis::Analysis;
use crate::catalog::Trust;
use crate::model::{BoundaryId, ElementId, Model, View};
use std::collections::{HashSet, VecDeque};

/// The most elements that one page holds.
pub const PAGE: usize = 25;
/// The most characters of a name that is in a file's name.
const LONGEST: usize = 60;

/// One picture that a model gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands in its file's name, unique among the sheets of a model whatever the case of
    /// its letters; empty for the first.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it shows (Markdown); may be empty.
    pub about: String,
    /// What it shows.
    pub subject: Subject,
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All of the model, nothing folded.
    Whole,
    /// All of the model with some of it folded.
    Overview(Vec<Group>),
    /// All of a group, some of it folded, with its neighbours.
    Part(Group, Vec<Group>),
    /// A view of the model, by its place in [`Model::views`].
    View(usize),
}

/// Elements that can stand in a picture as one box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// A boundary with all that is in it.
    Boundary(BoundaryId),
    /// What stands in no boundary and is trusted so far.
    Outside(Trust),
}

impl Group {
    /// Its id: the boundary's name, or words that no part of a model can be called.
    pub fn id(self, model: &Model) -> String {
        match self {
            Group::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.name.clone()),
            Group::Outside(trust) => format!("outside:{trust}"),
        }
    }

    /// Its name for readers.
    pub fn label(self, model: &Model) -> String {
        match self {
            Group::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.label.clone()),
            Group::Outside(trust) => format!("Outside, {trust}"),
        }
    }

    /// How far it is trusted.
    pub fn trust(self, model: &Model) -> Trust {
        match self {
            Group::Boundary(b) => model.boundary(b).map_or(Trust::Internal, |b| b.trust),
            Group::Outside(trust) => trust,
        }
    }

    /// Whether an element is in it.
    pub fn holds(self, model: &Model, element: ElementId) -> bool {
        let Some(e) = model.element(element) else { return false };
        match (self, e.boundary) {
            (Group::Boundary(group), Some(b)) => model.chain(b).any(|b| b == group),
            (Group::Outside(trust), None) => e.trust == trust,
            _ => false,
        }
    }
}

impl Sheet {
    /// The whole model as one picture.
    pub fn whole(model: &Model) -> Sheet {
        Sheet {
            name: String::new(),
            title: model.info.title.clone(),
            about: String::new(),
            subject: Subject::Whole,
        }
    }

    /// The view that it is drawn for, if it is drawn for one.
    pub fn view<'m>(&self, model: &'m Model) -> Option<&'m View> {
        match self.subject {
            Subject::View(index) => model.views.get(index),
            _ => None,
        }
    }

    /// The group that it is about, if it is about one.
    pub fn group(&self) -> Option<Group> {
        match self.subject {
            Subject::Part(group, _) => Some(group),
            _ => None,
        }
    }
}

/// The pictures of a model: the whole or the overview, its own views in the order of the text, then
/// one for each folded boundary. Views that show nothing are left out.
pub fn sheets(model: &Model, analysis: &Analysis) -> Vec<Sheet> {
    let nest = Nest::new(model);
    let top = nest.overview();
    let mut names = Names::default();
    let mut out = vec![Sheet::whole(model)];
    if let Some(first) = out.first_mut()
        && !top.is_empty()
    {
        first.subject = Subject::Overview(top.clone());
        first.about = FOLDED.to_owned();
        // It is asked for by this name, and no other picture is called so.
        names.take(OVERVIEW);
    }
    for (i, view) in model.views.iter().enumerate() {
        if analysis.views.get(i).is_some_and(|shown| !shown.is_empty()) {
            let name = names.unique(&view.name);
            let subject = Subject::View(i);
            out.push(Sheet { name, title: view.label.clone(), about: view.about.clone(), subject });
        }
    }
    let mut next: VecDeque<Group> = top.into();
    while let Some(group) = next.pop_front() {
        let folded = nest.folded(Some(group));
        // What is folded in it comes right behind it.
        folded.iter().rev().for_each(|g| next.push_front(*g));
        let name = match group {
            Group::Boundary(_) => names.unique(&group.id(model)),
            Group::Outside(trust) => names.unique(&format!("outside-{trust}")),
        };
        let subject = Subject::Part(group, folded);
        let about = match group {
            Group::Boundary(b) => model.boundary(b).map(|b| b.about.clone()).unwrap_or_default(),
            Group::Outside(_) => String::new(),
        };
        out.push(Sheet { name, title: group.label(model), about, subject });
    }
    out
}

/// What stands under an overview.
const FOLDED: &str = "The overview: a dashed box is all of a boundary, and has a diagram of its own.";

/// By this name the overview is asked for; its file has none.
pub const OVERVIEW: &str = "overview";

/// The sheet of a name, as it stands in its file's name.
pub fn find<'a>(sheets: &'a [Sheet], name: &str) -> Option<&'a Sheet> {
    let overview = |s: &&Sheet| matches!(s.subject, Subject::Overview(_)) && name == OVERVIEW;
    sheets.iter().find(|s| !s.name.is_empty() && s.name == name).or_else(|| sheets.iter().find(overview))
}

/// Names that were given.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    fn take(&mut self, name: &str) -> bool {
        self.0.insert(name.to_ascii_lowercase())
    }

    /// The name as it may stand in a file's name, with a number behind it if it is taken. Files whose
    /// names differ in case alone are the same on some machines.
    fn unique(&mut self, name: &str) -> String {
        let fit: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' })
            .take(LONGEST)
            .collect();
        let fit = fit.trim_matches('-');
        let fit = if fit.is_empty() { "view" } else { fit };
        let mut candidate = fit.to_owned();
        let mut number = 2;
        while !self.take(&candidate) {
            candidate = format!("{fit}-{number}");
            number += 1;
        }
        candidate
    }
}

/// What stands in what.
struct Nest {
    /// Elements directly in each boundary.
    direct: Vec<Vec<ElementId>>,
    /// Boundaries directly in each boundary.
    inner: Vec<Vec<BoundaryId>>,
    /// Elements in each boundary, at any depth.
    count: Vec<usize>,
    /// How deep each boundary stands.
    depth: Vec<usize>,
    /// Elements in none, with their trust.
    loose: Vec<Trust>,
    /// Boundaries in none.
    roots: Vec<BoundaryId>,
    total: usize,
}

impl Nest {
    fn new(model: &Model) -> Nest {
        let n = model.boundaries.len();
        let mut nest = Nest {
            direct: vec![Vec::new(); n],
            inner: vec![Vec::new(); n],
            count: vec![0; n],
            depth: vec![0; n],
            loose: Vec::new(),
            roots: Vec::new(),
            total: model.elements.len(),
        };
        for (i, b) in model.boundaries.iter().enumerate() {
            let id = BoundaryId::new(i);
            match b.parent {
                Some(parent) => {
                    nest.inner.get_mut(parent.index()).into_iter().for_each(|l| l.push(id));
                    let above = nest.depth.get(parent.index()).copied().unwrap_or(0);
                    nest.depth.get_mut(i).into_iter().for_each(|d| *d = above + 1);
                }
                None => nest.roots.push(id),
            }
        }
        for (i, e) in model.elements.iter().enumerate() {
            let Some(b) = e.boundary else {
                nest.loose.push(e.trust);
                continue;
            };
            nest.direct.get_mut(b.index()).into_iter().for_each(|l| l.push(ElementId::new(i)));
            for around in model.chain(b) {
                nest.count.get_mut(around.index()).into_iter().for_each(|n| *n += 1);
            }
        }
        nest
    }

    fn count(&self, b: BoundaryId) -> usize {
        self.count.get(b.index()).copied().unwrap_or(0)
    }

    fn inner(&self, b: BoundaryId) -> &[BoundaryId] {
        self.inner.get(b.index()).map_or(&[], Vec::as_slice)
    }

    /// What the overview folds; nothing if one page holds the model, or folding would not help.
    fn overview(&self) -> Vec<Group> {
        let top = self.folded(None);
        match top.as_slice() {
            // One box with all that matters in it says nothing.
            [one] if self.folded(Some(*one)).is_empty() => Vec::new(),
            _ => top,
        }
    }

    /// What is folded in the picture of a group, or of the model: the boundaries directly in it. One
    /// that holds boundaries of its own is opened while the page has room, those nearest the root
    /// and that need least room first, so that a frame around everything is no box by itself. One
    /// with a single element takes no less room folded.
    fn folded(&self, scope: Option<Group>) -> Vec<Group> {
        let (elements, loose, inner): (usize, usize, &[BoundaryId]) = match scope {
            None => (self.total, self.loose.len(), &self.roots),
            Some(Group::Boundary(b)) => {
                (self.count(b), self.direct.get(b.index()).map_or(0, Vec::len), self.inner(b))
            }
            Some(Group::Outside(_)) => return Vec::new(),
        };
        if elements <= PAGE {
            return Vec::new();
        }
        let boxes_of = |list: &[BoundaryId]| list.iter().filter(|b| self.count(**b) > 0).count();
        let foldable = |list: &[BoundaryId]| -> Vec<BoundaryId> {
            list.iter().copied().filter(|b| self.count(*b) > 1).collect()
        };
        let mut boxes = loose + boxes_of(inner);
        let mut folded = foldable(inner);
        loop {
            let opened = |b: &BoundaryId| {
                let inner = self.inner(*b);
                let growth = self.direct.get(b.index()).map_or(0, Vec::len) + boxes_of(inner) - 1;
                (boxes_of(inner) > 0 && boxes + growth <= PAGE)
                    .then_some((self.depth.get(b.index()).copied().unwrap_or(0), growth))
            };
            let best = folded.iter().enumerate().filter_map(|(i, b)| Some((opened(b)?, i))).min();
            let Some(((_, growth), at)) = best else { break };
            let b = folded.remove(at);
            boxes += growth;
            let inside = foldable(self.inner(b));
            folded.splice(at..at, inside);
        }
        let mut out: Vec<Group> = folded.into_iter().map(Group::Boundary).collect();
        if scope.is_none() && boxes > PAGE {
            for trust in Trust::ALL {
                if self.loose.iter().filter(|t| *t == trust).count() > 1 {
                    out.push(Group::Outside(*trust));
                }
            }
        }
        out
    }
}
