//! How many threats of what: by severity, and by the letters of STRIDE on each part.

use super::threat::{Status, Threat, ThreatTarget};
use super::{Analysis, find};
use crate::catalog::Stride;
use crate::diagnostic::counted;
use crate::model::responses::RiskLevel;
use crate::model::{BoundaryId, ElementId, FlowId, Model};
use serde::Serialize;
use std::collections::HashMap;

/// How many of each severity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct BySeverity {
    pub critical: usize,
    pub high: usize,
    pub medium: usize,
    pub low: usize,
}

impl BySeverity {
    /// Counts one more.
    pub fn add(&mut self, level: RiskLevel) {
        match level {
            RiskLevel::Critical => self.critical += 1,
            RiskLevel::High => self.high += 1,
            RiskLevel::Medium => self.medium += 1,
            RiskLevel::Low => self.low += 1,
        }
    }

    /// The count of one.
    pub fn get(&self, level: RiskLevel) -> usize {
        match level {
            RiskLevel::Critical => self.critical,
            RiskLevel::High => self.high,
            RiskLevel::Medium => self.medium,
            RiskLevel::Low => self.low,
        }
    }

    /// All together.
    pub fn total(&self) -> usize {
        RiskLevel::ALL.iter().map(|l| self.get(*l)).sum()
    }

    /// Those that there are, the worst first: `2 critical`, `1 high`.
    pub fn words(&self) -> Vec<String> {
        let levels = RiskLevel::ALL.iter().rev().filter(|l| self.get(**l) > 0);
        levels.map(|l| format!("{} {l}", self.get(*l))).collect()
    }

    /// The same behind a number of all: ` (2 critical, 1 high)`; nothing of none.
    pub fn in_brackets(&self) -> String {
        let levels = self.words();
        if levels.is_empty() { String::new() } else { format!(" ({})", levels.join(", ")) }
    }
}

impl FromIterator<RiskLevel> for BySeverity {
    fn from_iter<I: IntoIterator<Item = RiskLevel>>(levels: I) -> Self {
        let mut by = BySeverity::default();
        levels.into_iter().for_each(|l| by.add(l));
        by
    }
}

impl std::ops::AddAssign for BySeverity {
    fn add_assign(&mut self, other: BySeverity) {
        self.critical += other.critical;
        self.high += other.high;
        self.medium += other.medium;
        self.low += other.low;
    }
}

/// Threats that are not answered yet: how many are open, and how many wait for what is planned.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// Nothing that is planned closes them.
    pub open: usize,
    /// A planned control does, once it is in force.
    pub planned: usize,
}

impl Unsettled {
    /// As `16 open threats and 3 planned for`.
    pub fn words(self) -> String {
        self.words_of("")
    }

    /// The same of threats of a sort: ` of STRIDE`.
    pub fn words_of(self, sort: &str) -> String {
        let open = match self.open {
            0 => "no open threat".to_owned(),
            n => counted(n, "open threat"),
        };
        format!("{open}{sort}{}", self.more())
    }

    /// Where it is said what is counted: `16 open and 3 planned for`.
    pub fn short(self) -> String {
        let open = if self.open == 0 { "none".to_owned() } else { self.open.to_string() };
        format!("{open} open{}", self.more())
    }

    fn more(self) -> String {
        if self.planned == 0 { String::new() } else { format!(" and {} planned for", self.planned) }
    }
}

impl<'a> FromIterator<&'a Threat> for Unsettled {
    fn from_iter<I: IntoIterator<Item = &'a Threat>>(threats: I) -> Self {
        let mut found = Unsettled::default();
        for t in threats {
            found.open += usize::from(t.status == Status::Open);
            found.planned += usize::from(t.status == Status::Planned);
        }
        found
    }
}

/// How many ratings nobody has confirmed.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ratings {
    /// Threats whose rating is the rule's, confirmed by no `rated`.
    pub unrated: usize,
    /// The threats that could be rated: all but dismissed and refined ones.
    pub rateable: usize,
}

impl Ratings {
    /// As `31 of 40 ratings are defaults, not yet confirmed`; none if there is nothing to rate.
    pub fn words(self) -> Option<String> {
        let Ratings { unrated, rateable } = self;
        match (unrated, rateable) {
            (_, 0) => None,
            (0, 1) => Some("the one rating is confirmed".to_owned()),
            (0, all) => Some(format!("all {all} ratings are confirmed")),
            (1, 1) => Some("the one rating is a default, not yet confirmed".to_owned()),
            (some, all) if some == all => Some(format!("all {all} ratings are defaults, not yet confirmed")),
            (1, all) => Some(format!("1 of {all} ratings is a default, not yet confirmed")),
            (some, all) => Some(format!("{some} of {all} ratings are defaults, not yet confirmed")),
        }
    }
}

impl<'a> FromIterator<&'a Threat> for Ratings {
    fn from_iter<I: IntoIterator<Item = &'a Threat>>(threats: I) -> Self {
        let mut out = Ratings::default();
        for t in threats.into_iter().filter(|t| t.status.counts()) {
            out.rateable += 1;
            out.unrated += usize::from(t.rated.is_none());
        }
        out
    }
}

/// Threats of one letter on one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Those that are open or planned.
    pub unsettled: usize,
    /// The worst residual severity of these.
    pub worst: Option<RiskLevel>,
    /// Those that are answered: accepted, transferred, mitigated or tolerated.
    pub answered: usize,
    /// Of these, those that are borne: accepted, transferred or tolerated.
    pub borne: usize,
    /// Those that are dismissed, or whose place a finer threat has taken.
    pub set_aside: usize,
}

impl Cell {
    /// Counts one more.
    pub fn add(&mut self, status: Status, residual: RiskLevel) {
        if !status.counts() {
            self.set_aside += 1;
        } else if status.is_unsettled() {
            self.unsettled += 1;
            self.worst = self.worst.max(Some(residual));
        } else {
            self.answered += 1;
            self.borne += usize::from(status.is_borne());
        }
    }

    /// Those that controls in force hold.
    pub fn mitigated(&self) -> usize {
        self.answered.saturating_sub(self.borne)
    }
}

/// One cell a letter, in the order of STRIDE, of threats as their letters, status and residual
/// severity. A threat of several letters counts at each.
pub fn cells<'a>(threats: impl IntoIterator<Item = (&'a [Stride], Status, RiskLevel)>) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); Stride::ALL.len()];
    for (letters, status, residual) in threats {
        for (letter, cell) in Stride::ALL.iter().zip(&mut cells) {
            if letters.contains(letter) {
                cell.add(status, residual);
            }
        }
    }
    cells
}

/// A part of the model with what was found on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What sort of part: `element`, `flow`, `boundary`, `model`.
    #[serde(rename = "type")]
    pub sort: &'static str,
    /// Its id, as it stands behind the `@` of a threat's id.
    pub id: String,
    /// The number of its crossing, if it is a flow that crosses.
    pub crossing: Option<u32>,
    /// One cell a letter, in the order of STRIDE.
    pub cells: Vec<Cell>,
    /// Harm to people.
    pub harm: Cell,
}

/// What was found where: every element in scope and every crossing, whether or not anything was
/// found there, and every other flow, boundary and the model itself where something was; in the
/// model's order.
pub fn by_part(model: &Model, analysis: &Analysis) -> Vec<Row> {
    let mut found: HashMap<ThreatTarget, Vec<&Threat>> = HashMap::new();
    for t in &analysis.threats {
        found.entry(t.target).or_default().push(t);
    }
    let scoped = |e: ElementId| model.element(e).is_some_and(|e| e.out_of_scope.is_none());
    let elements = (0..model.elements.len()).map(ElementId::new);
    let flows = (0..model.flows.len()).map(FlowId::new);
    let boundaries = (0..model.boundaries.len()).map(BoundaryId::new);
    let number = |f: FlowId| analysis.crossing(f).map(|c| c.number);
    elements
        .map(|e| ("element", ThreatTarget::Element(e), None, scoped(e)))
        .chain(flows.map(|f| ("flow", ThreatTarget::Flow(f), number(f), number(f).is_some())))
        .chain(boundaries.map(|b| ("boundary", ThreatTarget::Boundary(b), None, false)))
        .chain([("model", ThreatTarget::Model, None, false)])
        .filter(|(_, target, _, always)| *always || found.contains_key(target))
        .map(|(sort, target, crossing, _)| {
            let mine = found.get(&target).map_or(&[][..], Vec::as_slice);
            let mut harm = Cell::default();
            let harmful = mine.iter().filter(|t| t.harm.is_some());
            harmful.for_each(|t| harm.add(t.status, t.residual.severity()));
            Row {
                sort,
                id: find::target_id(model, target),
                crossing,
                cells: cells(mine.iter().map(|t| (t.stride.as_slice(), t.status, t.residual.severity()))),
                harm,
            }
        })
        .collect()
}
