//! Controls and attackers.

use super::AttackPath;
use super::Location;
use super::Part;
use crate::catalog::Level;
use crate::model::parts::ControlStatus;
use serde::Serialize;

/// A control with all its places.
#[derive(Clone, Debug, Serialize)]
pub struct Control {
    /// Its name; the kind's name for those of `controls:` lists.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it is, a word of the vocabulary.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// What is true when it is in force.
    pub kind_about: String,
    /// Whether the model declares it by name.
    pub own: bool,
    /// How far it has come.
    pub status: ControlStatus,
    /// Where it stands.
    pub on: Vec<Part>,
    /// Who builds it.
    pub owner: Option<String>,
    /// When it is to be in force.
    pub due: Option<String>,
    /// Whether it is planned and that day is over.
    pub overdue: bool,
    /// What shows that it is in force.
    pub evidence: Option<String>,
    /// When somebody looked.
    pub verified: Option<String>,
    /// Where the work is tracked.
    pub ticket: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// Threats that it is credited for, today or in the forecast, in their order.
    pub counts_for: Vec<String>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// An attacker.
#[derive(Clone, Debug, Serialize)]
pub struct Attacker {
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Where it stands.
    pub from: Vec<String>,
    /// What it is after.
    pub wants: Vec<Part>,
    /// How able it is.
    pub skill: Option<Level>,
    /// Why.
    pub motive: Option<String>,
    /// What it is (Markdown).
    pub about: String,
    /// Its ways to what it wants, in the order of its skill; those to one thing stand together.
    pub paths: Vec<AttackPath>,
    /// What it wants and has where it stands.
    pub has: Vec<Part>,
    /// What it wants and no drawn way leads to.
    pub unreached: Vec<Part>,
    /// What more ways lead to than are listed.
    pub more: Vec<Part>,
    /// What no way was looked for to, because the model has too much to look through.
    pub unsearched: Vec<Part>,
    /// The author's own tags.
    pub tags: Vec<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}
