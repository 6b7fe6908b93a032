//! The band at the top of a frame, where its title and its note stand between the lines that run through.

use super::graph::{PlacedCluster, Rect, Route, Size};

/// From a frame's side to its title.
pub const TITLE_INSET: f64 = 16.0;
/// From a frame's upper side to its title, and from there to what the frame holds.
pub const TITLE_ROOM: f64 = 10.0;
/// Between a title and a note in one band.
pub const TITLE_GAP: f64 = 24.0;
/// Between a title and a line that runs through the band.
const TITLE_CLEARANCE: f64 = 5.0;

/// Room that a frame lacks at its sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sides {
    /// At the left.
    pub left: f64,
    /// At the right.
    pub right: f64,
}

impl Sides {
    /// True if something is lacking.
    pub fn lacks(&self) -> bool {
        self.left > 0.0 || self.right > 0.0
    }
}

/// Finds places for a frame's title and note in its band: the title as far left, the note as far
/// right as the lines that run through the band allow. Says as well what room is lacking.
pub fn seat(frame: Rect, size: Size, note_width: f64, edges: &[Route]) -> (PlacedCluster, Sides) {
    let band = Rect {
        x: frame.x + TITLE_INSET,
        y: frame.y + TITLE_ROOM,
        width: (frame.width - 2.0 * TITLE_INSET).max(0.0),
        height: size.height,
    };
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let clear = band.grown(TITLE_CLEARANCE);
    for route in edges {
        for pair in route.points.windows(2) {
            let [a, b] = pair else { continue };
            let span = Rect {
                x: a.x.min(b.x),
                y: a.y.min(b.y),
                width: (a.x - b.x).abs(),
                height: (a.y - b.y).abs(),
            };
            if span.grown(0.1).overlaps(&clear, 0.0) {
                taken.push((span.x - TITLE_CLEARANCE, span.right() + TITLE_CLEARANCE));
            }
        }
        if let Some(label) = route.label.filter(|label| label.overlaps(&clear, 0.0)) {
            taken.push((label.x - TITLE_CLEARANCE, label.right() + TITLE_CLEARANCE));
        }
    }
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let free = |taken: &[(f64, f64)]| {
        let mut out = Vec::new();
        let mut from = band.x;
        for &(start, end) in taken {
            if start > from {
                out.push((from, start.min(band.right())));
            }
            from = from.max(end);
        }
        out.push((from, band.right()));
        out
    };
    let at = |x: f64, width: f64| Rect { x, y: band.y, width, height: size.height };
    let wide = |slot: &(f64, f64)| slot.1 - slot.0;
    let mut lack = Sides::default();
    let slots = free(&taken);
    let slot = slots.iter().find(|slot| wide(slot) >= size.width - 0.01);
    if slot.is_none() {
        let first = slots.iter().find(|slot| slot.0 <= band.x).map_or(0.0, wide);
        lack.left = (size.width - first).ceil() + 1.0;
    }
    let title = at(slot.map_or(band.x, |slot| slot.0), size.width);
    let note = (note_width > 0.0).then(|| {
        taken.push((title.x - TITLE_GAP / 2.0, title.right() + TITLE_GAP / 2.0));
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let slots = free(&taken);
        let slot = slots.iter().rev().find(|slot| wide(slot) >= note_width - 0.01);
        if slot.is_none() && lack.left == 0.0 {
            let last = slots.iter().find(|slot| slot.1 >= band.right()).map_or(0.0, wide);
            lack.right = (note_width - last).ceil() + 1.0;
        }
        at(slot.map_or(band.right(), |slot| slot.1) - note_width, note_width)
    });
    (PlacedCluster { rect: frame, title, note }, lack)
}
