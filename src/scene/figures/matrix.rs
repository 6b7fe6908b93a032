//! The risk matrix: how many threats there are of each likelihood and impact, before any control and
//! with the controls in force.

use super::{Called, Figure, Place, Site};
use crate::analysis::{Rating, Threat};
use crate::diagnostic::counted;
use crate::layout::text::Font;
use crate::layout::{Measure, Point, Rect};
use crate::scene::figure::{Group, Head, Page, Panel, line, row, severities};
use crate::scene::marks::level;
use crate::scene::palette::Role;
use crate::scene::{Anchor, Level, Sign};

const CELL: f64 = 62.0;
const GAP: f64 = 4.0;
/// Room at the left of a matrix for the numbers of its rows, and at the left of the first for what
/// they are.
const NUMBERS: f64 = 22.0;
const AXIS: f64 = 16.0;
/// Between the two matrices.
const BETWEEN: f64 = 44.0;
const TITLE: Font = Font::semi_bold(13.0);
const NUMBER: Font = Font::regular(11.0);
const COUNT: Font = Font::semi_bold(19.0);
const SIDE: f64 = 5.0 * CELL + 4.0 * GAP;

/// Draws the matrix of all threats that count; none if there are none.
pub(super) fn matrix(site: &Site<'_>) -> Option<Figure> {
    let threats: Vec<&Threat> = site.analysis.threats.iter().filter(|t| t.status.counts()).collect();
    if threats.is_empty() {
        return None;
    }
    let moved = threats.iter().filter(|t| t.residual.product() < t.inherent.product()).count();
    let lowered = match moved {
        0 => "no control in force lowers any".to_owned(),
        n => format!("controls in force lower {n} of them"),
    };
    let head = Head {
        id: "matrix".into(),
        title: "Risk matrix".into(),
        lines: vec![
            site.model.info.title.clone(),
            format!("{}; {lowered} · appetite: {}", counted(threats.len(), "threat"), site.analysis.appetite),
        ],
        description:
            "How many threats there are of each likelihood and impact, from 1 to 5, before any control and \
                      with the controls in force."
                .into(),
        marking: site.model.info.marking.clone(),
    };
    let one = NUMBERS + SIDE;
    let content = AXIS + 2.0 * one + BETWEEN;
    let mut page = Page::new(site.ruler, &head, content);
    let left = page.left(content) + AXIS;
    let top = page.y + 4.0;
    let sides: [(&str, fn(&Threat) -> Rating); 2] =
        [("Before any control", |t| t.inherent), ("With the controls in force", |t| t.residual)];
    let mut bottom = top;
    for (i, (title, rating)) in sides.into_iter().enumerate() {
        let x = left + i as f64 * (one + BETWEEN);
        let mut count = [[0_usize; 5]; 5];
        for t in &threats {
            let Rating { likelihood, impact } = rating(t);
            let row = count.get_mut(usize::from(likelihood).saturating_sub(1));
            if let Some(cell) = row.and_then(|r| r.get_mut(usize::from(impact).saturating_sub(1))) {
                *cell += 1;
            }
        }
        bottom = half(&mut page, title, Point { x, y: top }, &count);
    }
    page.y = bottom;
    let legend = severities("Severity", |l| l != Level::Calm).into_iter().chain([row(
        "Reading",
        [
            (None, "Number: so many threats"),
            (None, "Filled: there are some"),
            (None, "Severity: likelihood times impact"),
        ],
    )]);
    let scene = page.finish(legend.collect());
    let about =
        "How many threats there are of each likelihood and impact: at the left before any control, at the \
                 right with the controls in force. What controls do is what moves down."
            .to_owned();
    let called = Called { name: "matrix".into(), title: "Risk matrix".into(), about, place: Place::Risk };
    Some(site.figure(called, scene, &Measure::default()))
}

/// One of the two; gives where it ends.
fn half(page: &mut Page<'_>, title: &str, at: Point, count: &[[usize; 5]; 5]) -> f64 {
    let left = at.x + NUMBERS;
    let mut words = vec![line(title, left, at.y, Anchor::Start, TITLE, Role::Text)];
    let top = at.y + 26.0;
    for (row, likelihood) in (1..=5_u8).rev().enumerate() {
        let y = top + row as f64 * (CELL + GAP);
        let middle = y + CELL / 2.0 - 6.0;
        words.push(line(&likelihood.to_string(), left - 9.0, middle, Anchor::End, NUMBER, Role::Muted));
        for impact in 1..=5_u8 {
            let x = left + f64::from(impact - 1) * (CELL + GAP);
            let rect = Rect { x, y, width: CELL, height: CELL };
            let counts = count.get(usize::from(likelihood - 1)).copied().unwrap_or_default();
            let n = counts.get(usize::from(impact - 1)).copied().unwrap_or_default();
            page.add(cell(title, rect, Rating { likelihood, impact }, n));
        }
    }
    let foot = top + SIDE + 6.0;
    for impact in 1..=5_u8 {
        let x = left + f64::from(impact - 1) * (CELL + GAP) + CELL / 2.0;
        words.push(line(&impact.to_string(), x, foot, Anchor::Middle, NUMBER, Role::Muted));
    }
    words.push(line("impact →", left + SIDE, foot + 18.0, Anchor::End, NUMBER, Role::Muted));
    words.push(line("↑ likelihood", left - NUMBERS, foot + 18.0, Anchor::Start, NUMBER, Role::Muted));
    page.add(Group { class: "heat-axes".into(), words, ..Group::default() });
    foot + 32.0
}

fn cell(which: &str, rect: Rect, rating: Rating, count: usize) -> Group {
    let level = level(rating.severity());
    let filled = count > 0;
    let (fill, words) = if filled { (level.role(), Role::Paper) } else { (Role::FillOwn, level.role()) };
    let mut group = Group {
        class: "heat-cell".into(),
        title: format!(
            "{which}: likelihood {}, impact {}, {}: {}",
            rating.likelihood,
            rating.impact,
            level.words(),
            counted(count, "threat")
        ),
        boxes: vec![Panel::new(rect, 8.0, Some(fill), Some(if filled { level.role() } else { Role::Rule }))],
        ..Group::default()
    };
    if filled {
        let middle = rect.center();
        group.words.push(line(&count.to_string(), middle.x, middle.y - 10.0, Anchor::Middle, COUNT, words));
        let small = Font::regular(9.5);
        group.words.push(line(level.words(), middle.x, rect.bottom() - 17.0, Anchor::Middle, small, words));
    } else {
        group.signs.push(Sign { level, at: rect.center() });
    }
    group
}
