//! What makes one picture better than another, in one number. Faults are not in it: a picture
//! with fewer always wins.
//!
//! The weights are in units of length, so they can be read as trades: how long a way round is a
//! crossing worth, how much line a turn?

use super::metric::{LineMeasure, Measure};
use super::page::Page;

/// What a crossing costs. In studies of how people read drawings of graphs crossings hurt most,
/// turns and length by far less.
pub const CROSSING: f64 = 75.0;
/// What a turn costs.
pub const BEND: f64 = 14.0;
/// What a unit of line costs. With the above, a line may go 600 units round to save a crossing,
/// a third of a page, and 93 to save a turn.
pub const LENGTH: f64 = 0.15;
/// What a unit of the side of the page costs: a picture is shrunk until it fits, and all its words
/// with it.
const SIDE: f64 = 1.6;
/// Pages and screens show this width at full size; wider pictures are shrunk, while higher ones
/// can be scrolled.
const COLUMN: f64 = 1700.0;
/// What a unit beyond that costs.
const BEYOND: f64 = 0.8;
/// What a wish costs that is not kept: more than any looks, so that it goes before them.
const UNMET: f64 = 20_000.0;
/// How much more the side of a page costs that is asked for.
const ASKED: f64 = 4.0;

/// Slimmer pictures than these, width by height, fill no page and no screen whatever is done with
/// them: half of a portrait's width, or a screen's width and a quarter more.
const SLIM: (f64, f64) = (0.5, 2.2);
/// How much more the side of the page costs where a picture is twice as slim as that, or more.
const TOO_SLIM: f64 = 2.5;

/// Beyond this side nothing is read at a glance, however it is shaped: then lines alone count.
const LARGEST: f64 = 4000.0;

/// Above this sum of their lengths, lines are long: a few hubs with a hundred lines each make a fan, in which
/// nobody follows a single line and none has a better way.
pub const LONG_LINES: f64 = 600_000.0;

/// Whether a picture is a tower or a strip.
pub fn is_slim(m: &Measure) -> bool {
    let ratio = m.width / m.height.max(1.0);
    ratio < SLIM.0 || ratio > SLIM.1
}

/// How hard a picture is to read. The page that it needs counts by its side, so a tower or a strip
/// costs as much as the page that it leaves white.
pub fn cost(m: &Measure, page: Option<Page>) -> f64 {
    let pages = page.map_or(Page::USUAL.to_vec(), |p| vec![p]);
    let ratio = m.width / m.height.max(1.0);
    let slim = match page {
        None => (SLIM.0 / ratio.max(0.01)).max(ratio / SLIM.1).max(1.0) - 1.0,
        Some(_) => 0.0,
    };
    let area = pages.into_iter().map(|p| p.area(m.width, m.height)).fold(f64::INFINITY, f64::min);
    // Whoever asks for a page prints or projects it: what does not fit it is shrunk for certain, and
    // nobody scrolls.
    let side = area.sqrt().min(LARGEST) * SIDE;
    let shape = match page {
        Some(_) => side * ASKED,
        None => {
            let beyond = (m.width.min(LARGEST) - COLUMN).max(0.0) * BEYOND;
            side * (1.0 + slim.min(1.0) * TOO_SLIM) + beyond
        }
    };
    m.crossings as f64 * CROSSING + m.bends as f64 * BEND + m.length * LENGTH + m.unmet as f64 * UNMET + shape
}

/// The part of [`cost`] that one line has.
pub fn line_cost(m: &LineMeasure) -> f64 {
    m.crossings as f64 * CROSSING + m.bends as f64 * BEND + m.length * LENGTH
}
