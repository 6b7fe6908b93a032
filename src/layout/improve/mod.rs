//! Makes a laid out picture better without laying it out anew: lines that run a long way round
//! are led by a shorter one ([`reroute`]), white that keeps nothing apart is taken out
//! ([`compact`]), and marks of crossings stand beside the frames that their lines pass ([`labels`]). Each works on a plain [`Graph`] and [`Placed`] and knows no engine, so that it
//! can serve any. Nothing is taken on trust: a step is kept if the measure has no new fault and
//! the picture costs less.

pub mod compact;
pub mod grid;
pub mod labels;
pub mod reroute;
pub mod search;

use super::graph::{Graph, Placed, Point, Size};
use super::metric::{Measure, measure};
use super::page::Page;
use super::score::{LONG_LINES, cost};
use super::title;

/// The most lines whose ways are searched anew: beyond it a picture is too large for a reader to
/// follow single lines, and the time is better spent elsewhere.
const MOST_LINES: usize = 600;
/// The most lines of a picture that is compacted: that takes as long as laying it out.
const MOST_COMPACTED: usize = 4000;
/// How often all steps are done at most: each can make room for the other.
const ROUNDS: usize = 3;
/// A stretch that is off by less is meant to be level or upright.
const SKEW: f64 = 1.5;
/// A round that gains less than this part of the cost is the last.
const LEAST_GAIN: f64 = 0.005;

/// Improves a picture as far as it goes; returns its measure.
pub fn improve(graph: &Graph, placed: &mut Placed, page: Option<Page>) -> Measure {
    placed.edges.iter_mut().for_each(|route| square(&mut route.points));
    let mut best = measure(graph, placed);
    let mut scratch = search::Scratch::default();
    for _ in 0..ROUNDS {
        let before = cost(&best, page);
        if are_followed(graph, &best) {
            let lead = |graph: &Graph, placed: &mut Placed| reroute::reroute(graph, placed, &mut scratch);
            proven(graph, placed, &mut best, page, lead);
            harmless(graph, placed, &mut best, labels::reseat);
        }
        if graph.edges.len() <= MOST_COMPACTED {
            proven(graph, placed, &mut best, page, compact::compact);
        }
        if cost(&best, page) > before * (1.0 - LEAST_GAIN) {
            break;
        }
    }
    if are_followed(graph, &best) {
        harmless(graph, placed, &mut best, labels::reseat);
    }
    if graph.edges.len() <= MOST_COMPACTED && !graph.clusters.is_empty() {
        harmless(graph, placed, &mut best, to_corners);
    }
    best
}

/// Whether a reader follows single lines of a picture.
fn are_followed(graph: &Graph, measure: &Measure) -> bool {
    graph.edges.len() <= MOST_LINES && measure.length <= LONG_LINES
}

/// Does a step on words, which costs nothing and gains no number, and keeps it if no fault is new.
fn harmless(graph: &Graph, placed: &mut Placed, best: &mut Measure, step: impl FnOnce(&Graph, &mut Placed)) {
    let mut tried = placed.clone();
    step(graph, &mut tried);
    tried.settle();
    let now = measure(graph, &tried);
    if now.faults.len() <= best.faults.len() && now.misleading().count() <= best.misleading().count() {
        (*placed, *best) = (tried, now);
    }
}

/// Puts the words of frames into their corners again, as far as the lines allow where they run now.
fn to_corners(graph: &Graph, placed: &mut Placed) {
    for (cluster, at) in graph.clusters.iter().zip(&mut placed.clusters) {
        let size = Size { width: cluster.title_width, height: cluster.title_height };
        let (words, lack) = title::seat(at.rect, size, cluster.note_width, &placed.edges);
        let same_band = (words.title.y - at.title.y).abs() < 1.0;
        if !lack.lacks() && same_band {
            *at = words;
        }
    }
}

/// Stretches that are all but level or upright are made so: engines leave fractions of a unit
/// between a port and the line that meets it.
fn square(points: &mut [Point]) {
    for i in 1..points.len() {
        let (Some(a), Some(b)) = (points.get(i - 1).copied(), points.get_mut(i)) else { continue };
        if (a.x - b.x).abs() < SKEW {
            b.x = a.x;
        } else if (a.y - b.y).abs() < SKEW {
            b.y = a.y;
        }
    }
}

/// Does a step on a copy, and keeps it if the measure has no new fault and costs less.
fn proven(
    graph: &Graph,
    placed: &mut Placed,
    best: &mut Measure,
    page: Option<Page>,
    step: impl FnOnce(&Graph, &mut Placed),
) {
    let mut tried = placed.clone();
    step(graph, &mut tried);
    tried.settle();
    let now = measure(graph, &tried);
    if now.faults.len() <= best.faults.len()
        && now.misleading().count() <= best.misleading().count()
        && cost(&now, page) < cost(best, page)
    {
        *placed = tried;
        *best = now;
    }
}
