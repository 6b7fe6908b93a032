//! How an engine in layers goes about the order of things: which flows count as running back, which
//! layer each part gets, and by what the order within a layer is found. None of these is best for
//! all pictures. What each does was measured on random systems; `docs/pictures.md` has the figures.

use serde::{Deserialize, Serialize};

/// Which flows count as running back where flows run in a circle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cycles {
    /// As few as can be.
    #[default]
    Few,
    /// Few, and of equals those that run against the order of the lists.
    FewByText,
}

/// Which layer each part gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layers {
    /// So that lines are short (network simplex).
    #[default]
    Short,
    /// As near to where flows begin as can be.
    Early,
    /// As near to where flows end as can be.
    Late,
    /// So that layers are not too wide (Coffman and Graham).
    Narrow,
}

/// What the order of the lists counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Text {
    /// Nothing.
    #[default]
    Free,
    /// It is where the search begins, for nodes and edges.
    Both,
    /// The same, nodes first.
    Nodes,
    /// The same, edges first.
    Edges,
}

/// One way to go about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Strategy {
    /// Which flows run back.
    pub cycles: Cycles,
    /// Which layer.
    pub layers: Layers,
    /// What the order of the lists counts for.
    pub text: Text,
    /// Look for the order within frames and around them together, not mostly within each.
    pub together: bool,
    /// Try in the end whether two neighbours that swap save a crossing, across frames as well.
    pub swap: bool,
    /// Let flows that run back leave at the side where they arrive.
    pub back: bool,
    /// Give parts with very many lines layers of their own.
    pub hubs: bool,
    /// Added to the seed of the engine's own choices.
    pub luck: u32,
}
