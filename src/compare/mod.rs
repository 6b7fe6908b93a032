//! What two states of a model have in common and what not, with the reasons.
//!
//! A [`Snapshot`] is what is worth keeping of one analysed model, as plain data; a [`Baseline`]
//! is a file of them. [`compare`] sets two side by side: parts, crossings and threats that came,
//! went and changed, each threat with why. [`progress`] asks less: which open threats are new
//! since a baseline.
//!
//! Everything is known by its name and found under its older names (`was`). This room reads no
//! files, finds no threats and knows nothing of how a difference looks.

pub mod baseline;
mod between;
mod difference;
pub mod effect;
mod facts;
mod parts;
mod progress;
mod reasons;
mod rename;
mod sides;
mod snapshot;
mod take;
mod threats;

pub use baseline::Baseline;
pub use between::compare;
pub use difference::{
    Change, CrossingChange, Difference, Direction, FieldChange, Head, PartChange, Reason, ReasonKind,
    Standing, ThreatChange,
};
pub use effect::{Changed, Effect};
pub use progress::{Better, Closed, Fresh, Progress, progress};
pub use snapshot::{
    Asks, Controlled, Credit, Crossing, Fact, Flow, Line, Older, Part, Snapshot, Sort, Threat,
};
