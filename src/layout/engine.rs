//! The trait behind which an engine stands, and the checks around it. An engine is someone
//! else's large program that trusts its input: what goes in and what comes out is checked here.

use std::fmt;

use super::graph::{Graph, Options, Placed};

/// The most nodes, clusters and edges together.
pub const MAX_PARTS: usize = 50_000;
/// The deepest nesting of clusters.
pub const MAX_DEPTH: usize = 100;
/// The largest width or height of a node, title or label.
pub const MAX_SIZE: f64 = 20_000.0;
/// How far a box may stick out of its frame by rounding.
const TOLERANCE: f64 = 1.0;

/// Why there is no layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// No engine was asked.
    NoEngine,
    /// A width or height is not a number, negative or too large.
    Size {
        /// Which part, in words.
        part: String,
    },
    /// An edge or a parent points past the end of its list.
    Dangling {
        /// Which part, in words.
        part: String,
    },
    /// Clusters stand in each other in a ring.
    Ring {
        /// One of them.
        cluster: String,
    },
    /// Clusters are nested too deep.
    TooDeep {
        /// How deep they are.
        depth: usize,
        /// How deep they may be.
        limit: usize,
    },
    /// There are too many parts for one picture.
    TooLarge {
        /// How many there are.
        parts: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The engine failed or panicked.
    Engine {
        /// The engine.
        name: &'static str,
        /// What it said.
        message: String,
    },
    /// The engine's answer cannot be right.
    Unsound {
        /// The engine.
        name: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// No try came out without a fault that would mislead a reader.
    Misleading {
        /// The faults of the best try, in words.
        faults: Vec<String>,
    },
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LayoutError::NoEngine => write!(f, "no layout engine was asked"),
            LayoutError::Size { part } => {
                write!(f, "the size of {part} is not a number between 0 and {MAX_SIZE}")
            }
            LayoutError::Dangling { part } => write!(f, "{part} refers to something that does not exist"),
            LayoutError::Ring { cluster } => write!(f, "`{cluster}` stands inside itself"),
            LayoutError::TooDeep { depth, limit } => {
                write!(f, "boundaries are nested {depth} deep; a picture holds at most {limit} levels")
            }
            LayoutError::TooLarge { parts, limit } => {
                write!(f, "the picture would have {parts} parts; it holds at most {limit}")
            }
            LayoutError::Engine { name, message } => write!(f, "the layout engine {name} failed: {message}"),
            LayoutError::Unsound { name, what } => {
                write!(f, "the layout engine {name} gave a wrong answer: {what}")
            }
            LayoutError::Misleading { faults } => {
                write!(f, "no layout without a misleading fault was found: {}", faults.join("; "))
            }
        }
    }
}

impl std::error::Error for LayoutError {}

/// Something that finds places.
pub trait Engine: Sync {
    /// Its name, for messages.
    fn name(&self) -> &'static str;

    /// Lays out a graph. Implementations call [`validate`] first and [`verify`] last.
    ///
    /// # Errors
    /// Any [`LayoutError`]; never a panic.
    fn lay_out(&self, graph: &Graph) -> Result<Placed, LayoutError>;

    /// The options with those that the engine does not heed set to their defaults: where two are
    /// the same then, so are its pictures, and one try is enough.
    fn heeded(&self, options: &Options) -> Options {
        *options
    }

    /// The engine that is asked where this one fails or only draws what misleads.
    fn second(&self) -> Option<&dyn Engine> {
        None
    }
}

/// Checks a graph before an engine sees it: sizes finite and bounded, ends and parents in range,
/// no ring of clusters, bounded depth and number.
///
/// # Errors
/// The first thing found wrong.
pub fn validate(graph: &Graph) -> Result<(), LayoutError> {
    let parts = graph.nodes.len() + graph.clusters.len() + graph.edges.len();
    if parts > MAX_PARTS {
        return Err(LayoutError::TooLarge { parts, limit: MAX_PARTS });
    }
    let fits = |v: f64| v.is_finite() && (0.0..=MAX_SIZE).contains(&v);
    let check_size = |ok: bool, part: String| if ok { Ok(()) } else { Err(LayoutError::Size { part }) };
    let check_range = |ok: bool, part: String| if ok { Ok(()) } else { Err(LayoutError::Dangling { part }) };
    let known = |parent: Option<usize>| parent.is_none_or(|p| p < graph.clusters.len());
    for node in &graph.nodes {
        let size = fits(node.width) && fits(node.height) && node.width > 0.0 && node.height > 0.0;
        check_size(size, format!("element `{}`", node.id))?;
        check_range(known(node.parent), format!("element `{}`", node.id))?;
    }
    for cluster in &graph.clusters {
        let size = fits(cluster.title_width) && fits(cluster.title_height) && fits(cluster.note_width);
        check_size(size, format!("the title of boundary `{}`", cluster.id))?;
        check_range(known(cluster.parent), format!("boundary `{}`", cluster.id))?;
    }
    for edge in &graph.edges {
        let size = [edge.label, edge.label_down]
            .into_iter()
            .flatten()
            .all(|s| fits(s.width) && fits(s.height) && s.width > 0.0 && s.height > 0.0);
        check_size(size, format!("the label of flow `{}`", edge.id))?;
        let ends = edge.source < graph.nodes.len() && edge.target < graph.nodes.len();
        check_range(ends, format!("flow `{}`", edge.id))?;
    }
    let o = &graph.options;
    let gaps = [o.node_gap, o.layer_gap, o.edge_node_gap, o.edge_gap, o.padding];
    check_size(gaps.into_iter().all(fits), "a gap".to_owned())?;
    for cluster in &graph.clusters {
        let mut depth = 1;
        let mut next = cluster.parent;
        while let Some(parent) = next {
            depth += 1;
            if depth > graph.clusters.len() {
                return Err(LayoutError::Ring { cluster: cluster.id.clone() });
            }
            next = graph.clusters.get(parent).and_then(|c| c.parent);
        }
        // Returned at once: only one tower that is too deep is ever walked to its end.
        if depth > MAX_DEPTH {
            return Err(LayoutError::TooDeep { depth, limit: MAX_DEPTH });
        }
    }
    Ok(())
}

/// Checks an engine's answer: everything is there, finite, children stand in their parents, lines
/// have two ends.
///
/// # Errors
/// [`LayoutError::Unsound`] with the first thing found wrong.
pub fn verify(graph: &Graph, placed: &Placed, name: &'static str) -> Result<(), LayoutError> {
    let wrong = |what: String| Err(LayoutError::Unsound { name, what });
    if placed.nodes.len() != graph.nodes.len()
        || placed.clusters.len() != graph.clusters.len()
        || placed.edges.len() != graph.edges.len()
    {
        return wrong("parts are missing".to_owned());
    }
    let inside = |parent: Option<usize>, rect: &super::graph::Rect| {
        parent
            .is_none_or(|p| placed.clusters.get(p).is_some_and(|cluster| cluster.rect.holds(rect, TOLERANCE)))
    };
    for (node, rect) in graph.nodes.iter().zip(&placed.nodes) {
        if !rect.is_sound() || rect.width + TOLERANCE < node.width || rect.height + TOLERANCE < node.height {
            return wrong(format!("element `{}` has no sound place", node.id));
        }
        if !inside(node.parent, rect) {
            return wrong(format!("element `{}` stands outside its boundary", node.id));
        }
    }
    for (cluster, at) in graph.clusters.iter().zip(&placed.clusters) {
        if !at.rect.is_sound() || !at.title.is_sound() || !at.note.is_none_or(|n| n.is_sound()) {
            return wrong(format!("boundary `{}` has no sound place", cluster.id));
        }
        if !inside(cluster.parent, &at.rect) {
            return wrong(format!("boundary `{}` stands outside the one around it", cluster.id));
        }
        if !at.rect.holds(&at.title, TOLERANCE) {
            return wrong(format!("the title of boundary `{}` does not fit", cluster.id));
        }
    }
    for (edge, route) in graph.edges.iter().zip(&placed.edges) {
        if route.points.len() < 2 || !route.points.iter().all(|p| p.x.is_finite() && p.y.is_finite()) {
            return wrong(format!("flow `{}` has no sound way", edge.id));
        }
        if edge.label_for(placed.direction).is_some() != route.label.is_some()
            || !route.label.is_none_or(|label| label.is_sound())
        {
            return wrong(format!("the label of flow `{}` has no sound place", edge.id));
        }
    }
    if !placed.width.is_finite() || !placed.height.is_finite() {
        return wrong("the picture has no size".to_owned());
    }
    Ok(())
}
