//! Where parts of the model stand in a picture, as plain data, and which threats are there: for formats in which a
//! click on a picture leads on.

use super::data::{Report, Threat};
use crate::scene::Scene;
use std::collections::HashMap;

/// A place in a picture, in the units of its SVG.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Left side.
    pub x: f64,
    /// Upper side.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The ids of what stands there: an element, a boundary that is folded, or the flows of a line.
    pub parts: Vec<String>,
    /// What stands there, as readers of screens hear it.
    pub title: String,
}

/// The areas of a scene: marks of crossings before boxes and labels, since they may lie on them.
pub fn of(scene: &Scene) -> Vec<Area> {
    let marks = scene.crossings.iter().map(|c| (c.rect, c.ids.clone(), c.title.clone()));
    let boxes = scene.elements.iter().map(|e| (e.rect, vec![e.id.clone()], e.title.clone()));
    let all = marks.chain(boxes).map(|(rect, parts, title)| Area {
        x: rect.x,
        y: rect.y,
        width: rect.width,
        height: rect.height,
        parts,
        title,
    });
    all.collect()
}

/// Which threats stand at which part, looked up once for all areas.
pub struct Leads<'a> {
    report: &'a Report,
    /// By the part that a threat is on: an element, a flow, a boundary.
    on: HashMap<&'a str, First>,
    /// By element: threats on it and on flows to and from it that have no mark.
    elements: HashMap<&'a str, First>,
    /// By what can be folded, a boundary or a trust for what is in none: threats that are wholly in it.
    groups: HashMap<String, First>,
}

/// The first threat of a place, and the first unsettled one, by their places in the report.
#[derive(Clone, Copy, Default)]
struct First {
    any: Option<usize>,
    unsettled: Option<usize>,
}

impl First {
    fn note(&mut self, threat: usize, unsettled: bool) {
        self.any = self.any.or(Some(threat));
        if unsettled {
            self.unsettled = self.unsettled.or(Some(threat));
        }
    }
}

impl<'a> Leads<'a> {
    /// Of a report's threats, which are in the order of their weight.
    pub fn of(report: &'a Report) -> Leads<'a> {
        let around = groups_of_elements(report);
        let mut leads =
            Leads { report, on: HashMap::new(), elements: HashMap::new(), groups: HashMap::new() };
        leads.elements.extend(report.elements.iter().map(|e| (e.id.as_str(), First::default())));
        for (i, t) in report.threats.iter().enumerate() {
            let unsettled = t.status.is_unsettled();
            leads.on.entry(t.target.as_str()).or_default().note(i, unsettled);
            for e in t.elements.iter().filter(|_| t.crossing.is_none()) {
                if let Some(first) = leads.elements.get_mut(e.as_str()) {
                    first.note(i, unsettled);
                }
            }
            let mut all = t.elements.iter().map(|e| around.get(e.as_str()));
            let Some(Some(first)) = all.next() else { continue };
            let rest: Vec<_> = all.collect();
            for group in first.iter().filter(|g| rest.iter().all(|r| r.is_some_and(|r| r.contains(g)))) {
                leads.groups.entry(group.clone()).or_default().note(i, unsettled);
            }
        }
        leads
    }

    /// The threat that a click on an area means: the worst unsettled one on what stands there, else at it; else the
    /// first of those that are settled. None if there is none.
    pub fn to(&self, area: &Area) -> Option<&'a Threat> {
        let firsts = |at: &dyn Fn(&str) -> Option<First>| -> Vec<First> {
            area.parts.iter().filter_map(|part| at(part)).collect()
        };
        let on = firsts(&|part| self.on.get(part).copied());
        let at = firsts(&|part| self.elements.get(part).or_else(|| self.groups.get(part)).copied());
        let unsettled = |all: &[First]| all.iter().filter_map(|f| f.unsettled).min();
        let found = unsettled(&on).or_else(|| unsettled(&at));
        let found = found.or_else(|| on.iter().chain(&at).filter_map(|f| f.any).min())?;
        self.report.threats.get(found)
    }
}

/// Of each element, the boundaries around it, or the box for what has its trust and is in none.
fn groups_of_elements(report: &Report) -> HashMap<&str, Vec<String>> {
    let parents: HashMap<&str, Option<&str>> =
        report.boundaries.iter().map(|b| (b.id.as_str(), b.parent.as_deref())).collect();
    let around = report.elements.iter().map(|e| {
        let Some(first) = e.boundary.as_deref() else {
            return (e.id.as_str(), vec![format!("outside:{}", e.trust.word())]);
        };
        // Boundaries do not stand in one another in a circle, but a walk that ends by itself costs nothing.
        let chain = std::iter::successors(Some(first), |b| parents.get(b).copied().flatten());
        (e.id.as_str(), chain.take(parents.len() + 1).map(str::to_owned).collect())
    });
    around.collect()
}
