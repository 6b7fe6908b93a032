//! How much room everything takes: elements with their ports and loops, labels, frames.

use super::loops::{self, Loops};
use crate::layout::graph::{Direction, Graph, Size};
use crate::layout::title::{TITLE_GAP, TITLE_INSET, TITLE_ROOM};

/// Room on the side of an element for one line.
const PORT: f64 = 8.0;
/// Beside the ports, for the corners.
const CORNERS: f64 = 18.0;
/// More lines than this at one part ask for no more room around it.
const MOST_TRACKS: usize = 9;

/// White on each side of a part, along the direction of the lines and across it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rim {
    pub along: f64,
    pub across: f64,
}

/// The room of all parts in one try.
pub(super) struct Room {
    /// In relation to what the options ask for.
    scale: f64,
    direction: Direction,
    /// The sizes of the elements: larger than asked for where many lines end.
    pub nodes: Vec<Size>,
    /// The lines from each element to itself.
    pub loops: Vec<Loops>,
    /// How many lines end at each element, loops left out.
    ends: Vec<usize>,
    /// How many lines pass the border of each frame.
    passing: Vec<usize>,
    /// What stands between a frame's border and what it holds, beside that part's rim.
    pub padding: f64,
    node_gap: f64,
    line_gap: f64,
}

impl Room {
    pub fn new(graph: &Graph, scale: f64) -> Room {
        let options = &graph.options;
        let direction = options.direction;
        let count = graph.nodes.len();
        let (mut leaving, mut coming) = (vec![0_usize; count], vec![0_usize; count]);
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut passing = vec![0_usize; graph.clusters.len()];
        let add = |list: &mut Vec<usize>, at: usize| {
            if let Some(n) = list.get_mut(at) {
                *n += 1;
            }
        };
        for (index, edge) in graph.edges.iter().enumerate() {
            if edge.source == edge.target {
                if let Some(list) = own.get_mut(edge.source) {
                    list.push(index);
                }
                continue;
            }
            add(&mut leaving, edge.source);
            add(&mut coming, edge.target);
            let around = |node: usize| graph.chain(graph.nodes.get(node).and_then(|n| n.parent));
            let (from, to) = (around(edge.source), around(edge.target));
            for &cluster in
                from.iter().filter(|c| !to.contains(c)).chain(to.iter().filter(|c| !from.contains(c)))
            {
                add(&mut passing, cluster);
            }
        }
        let mut nodes = Vec::with_capacity(count);
        let mut all = Vec::with_capacity(count);
        for (index, node) in graph.nodes.iter().enumerate() {
            let at = |list: &[usize]| list.get(index).copied().unwrap_or_default();
            let own = own.get(index).map_or(&[][..], Vec::as_slice);
            let side = CORNERS + PORT * scale.min(2.0) * at(&leaving).max(at(&coming)) as f64;
            let bend = loops::side(own.len());
            // The sides at which most lines end lie across their direction.
            let (width, height) = match direction {
                Direction::Right => (node.width.max(bend), node.height.max(side).max(bend)),
                Direction::Down => (node.width.max(side).max(bend), node.height.max(bend)),
            };
            let size = Size { width, height };
            all.push(loops::bend(graph, own, size));
            nodes.push(size);
        }
        let ends = leaving.iter().zip(&coming).map(|(a, b)| a + b).collect();
        Room {
            scale,
            direction,
            nodes,
            loops: all,
            ends,
            passing,
            padding: (options.padding * 0.3 * scale).max(4.0),
            node_gap: options.edge_node_gap.max(9.0),
            line_gap: options.edge_gap.max(7.0),
        }
    }

    /// A node with its loops.
    pub fn node(&self, node: usize) -> Size {
        let own = self.nodes.get(node).copied().unwrap_or_default();
        let with = self.loops.get(node).map_or(Size::default(), |l| l.size);
        Size { width: own.width.max(with.width), height: own.height.max(with.height) }
    }

    /// The white around a node: a line must get by on every side, and more where more end.
    pub fn node_rim(&self, node: usize) -> Rim {
        let more = self.tracks(self.ends.get(node).copied().unwrap_or_default(), 2);
        Rim {
            along: (self.node_gap + self.line_gap * (0.6 + 0.4 * more)) * self.scale,
            across: (self.node_gap + self.line_gap * (0.4 + 0.15 * more)) * self.scale,
        }
    }

    /// The white around a frame.
    pub fn frame_rim(&self, cluster: usize) -> Rim {
        let more = self.tracks(self.passing.get(cluster).copied().unwrap_or_default(), 2);
        Rim {
            along: (9.0 + self.line_gap * (1.0 + 0.4 * more)) * self.scale,
            across: (9.0 + self.line_gap * (0.6 + 0.2 * more)) * self.scale,
        }
    }

    /// The white around a label, which stands on its line.
    pub fn label_rim(&self) -> Rim {
        Rim { along: 12.0 * self.scale, across: (5.0 + self.line_gap / 2.0) * self.scale }
    }

    fn tracks(&self, lines: usize, free: usize) -> f64 {
        lines.saturating_sub(free).min(MOST_TRACKS) as f64
    }

    /// A size with its rim on all sides.
    pub fn grown(&self, size: Size, rim: Rim) -> Size {
        let (x, y) = self.sides(rim);
        Size { width: size.width + 2.0 * x, height: size.height + 2.0 * y }
    }

    /// The rim at the left and right, and above and below.
    pub fn sides(&self, rim: Rim) -> (f64, f64) {
        match self.direction {
            Direction::Right => (rim.along, rim.across),
            Direction::Down => (rim.across, rim.along),
        }
    }

    /// The size of a frame around content of a size, and where the content begins in it.
    pub fn frame(&self, graph: &Graph, cluster: usize, content: Size) -> (Size, (f64, f64)) {
        let Some(cluster) = graph.clusters.get(cluster) else { return (content, (0.0, 0.0)) };
        let band = if cluster.title_height > 0.0 { cluster.title_height + 2.0 * TITLE_ROOM } else { 0.0 };
        let note = if cluster.note_width > 0.0 { TITLE_GAP + cluster.note_width } else { 0.0 };
        let least = cluster.title_width + note + 2.0 * TITLE_INSET;
        let pad = self.padding;
        let width = (content.width + 2.0 * pad).max(least).max(2.0 * graph.options.padding);
        let height = (content.height + band + 2.0 * pad).max(band + 2.0 * graph.options.padding);
        (Size { width, height }, ((width - content.width) / 2.0, band + pad))
    }
}
