//! What of the system is AI, and where nothing was found with the reason.

use super::Part;
use crate::catalog::{AiRole, Stride};
use serde::Serialize;

/// A part that is AI, or that AI lives on.
#[derive(Clone, Debug, Serialize)]
pub struct AiPart {
    /// The part: an element or a piece of data.
    pub part: Part,
    /// What it is to the system.
    pub role: AiRole,
    /// Its kind in words.
    pub kind_label: String,
    /// What its properties say of it, those of its kind included, as `generative` and `modality: text`.
    pub traits: Vec<String>,
    /// What is taken to be so by default, since neither the model nor its kind says it.
    pub defaults: Vec<String>,
    /// Of an agent or orchestrator: whether it decides by itself what comes next.
    pub autonomous: Option<bool>,
    /// What it keeps or works with; of data, what it is made of.
    pub data: Vec<String>,
}

/// Parts where nothing of one letter of STRIDE was found, for one reason.
#[derive(Clone, Debug, Serialize)]
pub struct Blank {
    /// The letter's word.
    pub stride: Stride,
    /// What sort of reason.
    pub because: BlankReason,
    /// The reason: a sentence without a full stop, plain text.
    pub text: String,
    /// The parts: elements and flows.
    pub parts: Vec<Part>,
}

/// Why nothing was found.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlankReason {
    /// The part is out of scope: nothing was looked for.
    OutOfScope,
    /// What was found is dismissed, or a finer threat has taken its place.
    SetAside,
    /// Every rule of the letter for such a part is switched off.
    Off,
    /// No rule of the catalog has the letter for such a part.
    NoRule,
    /// The rules ask for a crossing, and it has none.
    NoCrossing,
    /// The rules ask for content from lower trust, and none reaches it.
    NotTainted,
    /// What the rules ask for is not drawn.
    NotDrawn,
}
