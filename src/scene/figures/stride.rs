//! Which letters of STRIDE stand open where: a row for each boundary, a column for each letter.

use super::{Called, Figure, Place, Site};
use crate::analysis::counts::Unsettled;
use crate::analysis::{Threat, ThreatTarget};
use crate::catalog::Stride;
use crate::layout::text::Font;
use crate::layout::{Measure, Rect};
use crate::model::{BoundaryId, ElementId};
use crate::scene::draw::trust;
use crate::scene::figure::{Group, Head, Page, Panel, line, row, severities};
use crate::scene::marks::level;
use crate::scene::palette::Role;
use crate::scene::{Anchor, Level};

const CELL: f64 = 84.0;
const HIGH: f64 = 44.0;
const GAP: f64 = 4.0;
const NAME_ROOM: f64 = 190.0;
const NAME: Font = Font::semi_bold(12.5);
const NOTE: Font = Font::regular(10.5);
const LETTER: Font = Font::semi_bold(15.0);
const WORD: Font = Font::regular(10.5);
const COUNT: Font = Font::semi_bold(15.0);

/// The most rows.
const ROWS: usize = 30;

/// How many are open, and the worst of them.
type Cell = Option<(usize, Level)>;

/// Draws the map of what is open; none if nothing is, or if there is one place only.
pub(super) fn map(site: &Site<'_>) -> Option<Figure> {
    let open: Vec<&Threat> = site.analysis.unsettled().filter(|t| !t.stride.is_empty()).collect();
    let mut places: Vec<Option<BoundaryId>> = open.iter().map(|t| site.place(t)).collect();
    places.sort_by_key(|p| p.map_or(usize::MAX, BoundaryId::index));
    places.dedup();
    if places.len() < 2 {
        return None;
    }
    let worth = |place: &Option<BoundaryId>| {
        let here = open.iter().filter(|t| site.place(t) == *place);
        here.fold((Level::Calm, 0), |(worst, n), t| (worst.max(level(t.residual.severity())), n + 1))
    };
    let mut left_out = 0;
    if places.len() > ROWS {
        let mut worst: Vec<_> = places.iter().map(|p| (worth(p), *p)).collect();
        worst.sort_by_key(|(worth, p)| (std::cmp::Reverse(*worth), p.map_or(usize::MAX, BoundaryId::index)));
        left_out = worst.len() - ROWS;
        worst.truncate(ROWS);
        places.retain(|p| worst.iter().any(|(_, kept)| kept == p));
    }
    let mut said = vec![
        site.model.info.title.clone(),
        format!(
            "{} · a threat on a flow counts where the flow arrives",
            open.iter().copied().collect::<Unsettled>().words()
        ),
    ];
    if left_out > 0 {
        said.push(format!(
            "and {left_out} more boundaries, with nothing worse, that this picture leaves out"
        ));
    }
    let head = Head {
        id: "stride".into(),
        title: "STRIDE by boundary".into(),
        lines: said,
        description:
            "How many threats are open or planned for each letter of STRIDE within each trust boundary, and how bad the \
                      worst of them is."
                .into(),
        marking: site.model.info.marking.clone(),
    };
    let letters = Stride::ALL.len() as f64;
    let content = NAME_ROOM + letters * CELL + (letters - 1.0) * GAP + 10.0;
    let mut page = Page::new(site.ruler, &head, content);
    let left = page.left(content);
    let cells = left + NAME_ROOM + 10.0;
    let x = |column: usize| cells + column as f64 * (CELL + GAP);
    let mut axis = Group { class: "heat-axes".into(), ..Group::default() };
    for (i, letter) in Stride::ALL.iter().enumerate() {
        let middle = x(i) + CELL / 2.0;
        let top = page.y;
        axis.words.push(line(&letter.letter().to_string(), middle, top, Anchor::Middle, LETTER, Role::Text));
        for (n, words) in site.ruler.wrap(letter.label(), WORD, CELL, 2).lines.iter().enumerate() {
            axis.words.push(line(
                words,
                middle,
                top + 20.0 + 13.0 * n as f64,
                Anchor::Middle,
                WORD,
                Role::Muted,
            ));
        }
    }
    page.add(axis);
    page.y += 52.0;
    let mut used: Vec<Level> = Vec::new();
    for place in places {
        let here: Vec<&&Threat> = open.iter().filter(|t| site.place(t) == place).collect();
        let boundary = place.and_then(|b| site.model.boundary(b));
        let name = boundary.map_or("Outside every boundary", |b| b.label.as_str());
        let y = page.y;
        let role = boundary.map_or(Role::Text, |b| trust(b.trust).role());
        let note = boundary.map_or_else(String::new, |b| format!("{}, ", b.trust));
        let note = format!("{note}{}", here.iter().copied().copied().collect::<Unsettled>().words());
        let mut words = Vec::new();
        let lines = site.ruler.wrap(name, NAME, NAME_ROOM, 1).lines;
        for words_of in &lines {
            words.push(line(words_of, left, y + 6.0, Anchor::Start, NAME, role));
        }
        words.push(line(&note, left, y + 24.0, Anchor::Start, NOTE, Role::Muted));
        page.add(Group { class: "heat-place".into(), words, ..Group::default() });
        for (i, letter) in Stride::ALL.iter().enumerate() {
            let of: Vec<Level> = here
                .iter()
                .filter(|t| t.stride.contains(letter))
                .map(|t| level(t.residual.severity()))
                .collect();
            let cell: Cell = of.iter().max().map(|worst| (of.len(), *worst));
            used.extend(cell.map(|(_, worst)| worst));
            let rect = Rect { x: x(i), y, width: CELL, height: HIGH };
            page.add(heat(&format!("{name}, {}", letter.label()), rect, cell));
        }
        page.y += HIGH + GAP;
    }
    let legend = severities("Worst open or planned", |l| used.contains(&l)).into_iter().chain([row(
        "Reading",
        [(None, "Number: open or planned threats"), (None, "A threat with two letters counts for both")],
    )]);
    let scene = page.finish(legend.collect());
    let about =
        "How many threats are open or planned for each letter of STRIDE within each trust boundary, by the colour and \
                 sign of the worst. A threat on a flow counts where the flow arrives."
            .to_owned();
    let called =
        Called { name: "stride".into(), title: "STRIDE by boundary".into(), about, place: Place::Stride };
    Some(site.figure(called, scene, &Measure::default()))
}

/// A cell: empty, or filled by the worst, with its sign and the number.
pub(super) fn heat(what: &str, rect: Rect, cell: Cell) -> Group {
    let mut group = Group { class: "heat-cell".into(), ..Group::default() };
    match cell {
        None => {
            group.title = format!("{what}: none open or planned");
            group.boxes.push(Panel::new(rect, 6.0, Some(Role::FillOwn), Some(Role::Rule)));
        }
        Some((count, worst)) => {
            group.title = format!("{what}: {count} open or planned, the worst {}", worst.words());
            group.boxes.push(Panel::new(rect, 6.0, Some(worst.role()), Some(worst.role())));
            let middle = rect.center();
            group.words.push(line(
                &count.to_string(),
                middle.x,
                middle.y - 14.0,
                Anchor::Middle,
                COUNT,
                Role::Paper,
            ));
            let small = Font::regular(9.5);
            group.words.push(line(
                worst.words(),
                middle.x,
                middle.y + 5.0,
                Anchor::Middle,
                small,
                Role::Paper,
            ));
        }
    }
    group
}

impl Site<'_> {
    /// The boundary in which a threat stands: of a flow the one where it arrives; none outside of all.
    pub(super) fn place(&self, threat: &Threat) -> Option<BoundaryId> {
        let around = |e: ElementId| self.model.element(e).and_then(|e| e.boundary);
        match threat.target {
            ThreatTarget::Element(e) => around(e),
            ThreatTarget::Flow(f) => {
                let moved = threat.movement.and_then(|m| self.analysis.movement(m)).map(|m| m.receiver);
                around(moved.or_else(|| self.model.flow(f).map(|f| f.target))?)
            }
            ThreatTarget::Boundary(b) => Some(b),
            ThreatTarget::Model => None,
        }
    }
}
