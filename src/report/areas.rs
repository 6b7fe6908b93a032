//! Where parts of the model stand in a picture, as plain data, and which threats are there: for formats in which a
//! click on a picture leads on.

use super::data::{Report, Threat};
use crate::scene::Scene;

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

/// The threat that a click on an area means: the worst unsettled one on what stands there, else at it; else the first of
/// those that are settled. None if there is none.
pub fn leads_to<'a>(report: &'a Report, area: &Area) -> Option<&'a Threat> {
    let on = |t: &&Threat| area.parts.contains(&t.target);
    let at = |t: &&Threat| area.parts.iter().any(|part| is_at(report, t, part));
    let unsettled = || report.threats.iter().filter(|t| t.status.is_unsettled());
    let found = unsettled().find(on).or_else(|| unsettled().find(at));
    found.or_else(|| report.threats.iter().find(|t| on(t) || at(t)))
}

/// Whether a threat is on a flow without a mark that ends at an element, or on something in what is folded.
fn is_at(report: &Report, t: &Threat, part: &str) -> bool {
    if report.elements.iter().any(|e| e.id == part) {
        return t.crossing.is_none() && t.elements.iter().any(|e| e == part);
    }
    !t.elements.is_empty() && t.elements.iter().all(|e| is_inside(report, e, part))
}

/// Whether an element is in a boundary at any depth, or of the trust of a box for what is in none.
fn is_inside(report: &Report, element: &str, group: &str) -> bool {
    let Some(e) = report.elements.iter().find(|e| e.id == element) else { return false };
    let mut at = e.boundary.as_deref();
    if at.is_none() {
        return group.strip_prefix("outside:") == Some(e.trust.word());
    }
    // Boundaries do not stand in one another in a circle, but a walk that ends by itself costs nothing.
    for _ in 0..=report.boundaries.len() {
        match at {
            Some(b) if b == group => return true,
            Some(b) => at = report.boundaries.iter().find(|x| x.id == b).and_then(|x| x.parent.as_deref()),
            None => return false,
        }
    }
    false
}
