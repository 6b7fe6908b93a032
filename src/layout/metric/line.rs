//! The measure of one line: what it breaks and costs as it runs. A step that moves one line is
//! proven by it, without measuring the whole picture anew.

use super::segment::{Segment, passes, stretches};
use super::{FAR, FaultKind, TOGETHER, TOLERANCE, bends};
use crate::layout::graph::{Graph, Placed, Point, Rect};

/// What was measured of one line. It counts what [`super::measure`] counts, of this line alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LineMeasure {
    /// Faults that the line or its label is in.
    pub faults: usize,
    /// How often it crosses another.
    pub crossings: usize,
    /// Its turns.
    pub bends: usize,
    /// Its length.
    pub length: f64,
}

/// Measures lines of one graph. The frames around each node are found once.
#[derive(Clone, Debug)]
pub struct Lines<'g> {
    graph: &'g Graph,
    around: Vec<Vec<usize>>,
}

impl<'g> Lines<'g> {
    /// For the lines of this graph.
    pub fn new(graph: &'g Graph) -> Lines<'g> {
        Lines { graph, around: graph.nodes.iter().map(|n| graph.chain(n.parent)).collect() }
    }

    /// The clusters around a node, innermost first.
    pub fn around(&self, node: usize) -> &[usize] {
        self.around.get(node).map_or(&[], Vec::as_slice)
    }

    /// Measures one line; nothing of a line that is not there.
    pub fn of(&self, placed: &Placed, edge: usize) -> LineMeasure {
        let (Some(ends), Some(route)) = (self.graph.edges.get(edge), placed.edges.get(edge)) else {
            return LineMeasure::default();
        };
        let mine: Vec<Segment> = stretches(&route.points, edge).collect();
        let mut out = LineMeasure {
            length: mine.iter().map(Segment::length).sum(),
            bends: bends(&route.points),
            ..LineMeasure::default()
        };
        let label = route.label;
        if let Some(label) = label
            && !mine.iter().any(|s| s.within(&label.grown(FAR - TOLERANCE)).is_some())
        {
            out.faults += 1;
        }
        for (node, rect) in placed.nodes.iter().enumerate() {
            let own = node == ends.source || node == ends.target;
            out.faults += usize::from(!own && hit(&mine, rect));
            out.faults += usize::from(label.is_some_and(|l| l.overlaps(rect, TOLERANCE)));
        }
        for (index, cluster) in placed.clusters.iter().enumerate() {
            if hit(&mine, &cluster.rect) {
                let holds = |node| self.around(node).contains(&index);
                let fault = at_frame(holds(ends.source), holds(ends.target), &route.points, &cluster.rect);
                out.faults += usize::from(fault.is_some());
            }
            for words in [Some(cluster.title), cluster.note].into_iter().flatten() {
                if words.width > 0.0 && words.height > 0.0 {
                    out.faults += usize::from(hit(&mine, &words));
                    out.faults += usize::from(label.is_some_and(|l| l.overlaps(&words, TOLERANCE)));
                }
            }
        }
        for (other, theirs) in placed.edges.iter().enumerate().filter(|(other, _)| *other != edge) {
            let mut together = false;
            let mut covered = false;
            for segment in stretches(&theirs.points, other) {
                covered |= label.is_some_and(|l| segment.within(&l.grown(-TOLERANCE)).is_some());
                for own in mine.iter().filter(|own| own.near(&segment)) {
                    if own.crosses(&segment) {
                        out.crossings += 1;
                    } else if own.shared(&segment) > TOGETHER {
                        together = true;
                    }
                }
            }
            out.faults += usize::from(together) + usize::from(covered);
            if let Some(rect) = theirs.label {
                out.faults += usize::from(hit(&mine, &rect));
                out.faults += usize::from(label.is_some_and(|l| l.overlaps(&rect, TOLERANCE)));
            }
        }
        out
    }
}

/// True if a stretch runs through the rectangle.
fn hit(segments: &[Segment], rect: &Rect) -> bool {
    let inner = rect.grown(-TOLERANCE);
    segments.iter().any(|s| s.within(&inner).is_some())
}

/// What is wrong with a line that touches a frame, which holds its source, its target, both or
/// neither.
pub(super) fn at_frame(source: bool, target: bool, points: &[Point], frame: &Rect) -> Option<FaultKind> {
    match (source, target) {
        (false, false) => Some(FaultKind::ThroughCluster),
        (true, true) => {
            let room = frame.grown(2.0);
            let inside = |p: &Point| room.holds(&Rect { x: p.x, y: p.y, width: 0.0, height: 0.0 }, 0.0);
            (!points.iter().all(inside)).then_some(FaultKind::LeavesCluster)
        }
        _ => (passes(points, frame) > 1).then_some(FaultKind::CrossesAgain),
    }
}
