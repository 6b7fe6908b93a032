//! What marks and signs say: numbers of crossings, letters, the worst that is open. Nothing that is
//! open gets lost: what has no place of its own in a picture stands on the box that holds it.

use super::Level;
use super::cast::{Cast, Stands};
use super::draft::Mark;
use super::sheets::Group;
use crate::analysis::counts::Unsettled;
use crate::analysis::{Analysis, Status, Threat, ThreatTarget};
use crate::catalog::{Family, Stride};
use crate::model::responses::RiskLevel;
use crate::model::{ElementId, FlowId, Model};
use std::collections::{HashMap, HashSet};

/// The most pieces of a list of numbers on a mark; the rest is counted.
const PIECES: usize = 4;

/// The threats that stand on the marks of crossings: those of STRIDE. A mark says what an attacker
/// can do where trust changes; harm needs neither attacker nor crossing.
pub(super) struct Marks<'a> {
    analysis: &'a Analysis,
    of: HashMap<FlowId, Vec<&'a Threat>>,
}

/// Whether a threat on a crossing stands on its mark.
fn has_mark(t: &Threat) -> bool {
    t.family() == Family::Stride
}

impl<'a> Marks<'a> {
    pub fn new(analysis: &'a Analysis) -> Marks<'a> {
        let mut of: HashMap<FlowId, Vec<&Threat>> = HashMap::new();
        for t in analysis.threats.iter().filter(|t| t.status != Status::Refined && has_mark(t)) {
            if let ThreatTarget::Flow(f) = t.target {
                of.entry(f).or_default().push(t);
            }
        }
        Marks { analysis, of }
    }

    fn threats(&self, flows: &[FlowId]) -> impl Iterator<Item = &'a Threat> {
        flows.iter().filter_map(|f| self.of.get(f)).flatten().copied()
    }

    /// How many threats are open or planned for that stand on the mark of these flows.
    pub fn unsettled(&self, flows: &[FlowId]) -> Unsettled {
        self.threats(flows).collect()
    }

    /// The numbers of the crossings of these flows, in order.
    pub fn numbers(&self, flows: &[FlowId]) -> Vec<u32> {
        let crossings = flows.iter().filter_map(|f| self.analysis.crossing(*f));
        let mut out: Vec<u32> = crossings.map(|c| c.number).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The mark of a line that stands for these flows; none if none of them is a crossing.
    pub fn mark(&self, flows: &[FlowId]) -> Option<Mark> {
        let numbers = self.numbers(flows);
        if numbers.is_empty() {
            return None;
        }
        let worst =
            self.threats(flows).filter(|t| t.status.is_unsettled()).map(|t| t.residual.severity()).max();
        // Letters of what is open; of everything, once all is answered.
        let open = worst.is_some();
        let letters = Stride::ALL
            .iter()
            .filter(|s| self.threats(flows).any(|t| t.status.is_unsettled() == open && t.stride.contains(s)))
            .map(|s| s.letter());
        Some(Mark {
            number: compact(&numbers),
            letters: letters.collect(),
            level: worst.map_or(Level::Calm, level),
        })
    }
}

/// Numbers with runs of three and more as `3–7`.
pub(super) fn runs(numbers: &[u32]) -> Vec<(String, usize)> {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for n in numbers {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *n => *last = *n,
            _ => out.push((*n, *n)),
        }
    }
    let piece = |(first, last): (u32, u32)| match last - first {
        0 => vec![(first.to_string(), 1)],
        1 => vec![(first.to_string(), 1), (last.to_string(), 1)],
        more => vec![(format!("{first}–{last}"), more as usize + 1)],
    };
    out.into_iter().flat_map(piece).collect()
}

/// The same as one text that fits on a mark: beyond some pieces the rest is counted, `1, 4–9, 12 +5`.
fn compact(numbers: &[u32]) -> String {
    let runs = runs(numbers);
    let rest: usize = runs.iter().skip(PIECES).map(|(_, n)| n).sum();
    let shown: Vec<&str> = runs.iter().take(PIECES).map(|(text, _)| text.as_str()).collect();
    match rest {
        0 => shown.join(", "),
        n => format!("{} +{n}", shown.join(", ")),
    }
}

/// What is open at each box: on its elements, and on flows what has no mark in this picture, because
/// nothing is crossed, or because it is harm, or because all of the flow is within the box. The sign
/// of a box has no letters and says how bad the worst on it is, so harm counts like all else.
pub(super) fn signs(
    model: &Model,
    analysis: &Analysis,
    cast: &Cast,
    marked: &HashSet<FlowId>,
) -> Vec<Option<(Level, usize)>> {
    let mut worst: Vec<Option<(Level, usize)>> = vec![None; cast.nodes.len()];
    for t in analysis.unsettled() {
        let at = place(model, analysis, cast, marked, t);
        let at = at.filter(|n| cast.stands(*n).is_some_and(|s| !s.is_beyond()));
        if let Some(slot) = at.and_then(|n| worst.get_mut(n)) {
            let level = level(t.residual.severity());
            *slot = Some(slot.map_or((level, 1), |(l, n)| (l.max(level), n + 1)));
        }
    }
    worst
}

/// The box that an open threat is told on; none if it stands on a mark, or the picture leaves it out.
fn place(
    model: &Model,
    analysis: &Analysis,
    cast: &Cast,
    marked: &HashSet<FlowId>,
    t: &Threat,
) -> Option<usize> {
    let at = |e: ElementId| cast.at(e);
    match t.target {
        ThreatTarget::Element(e) => at(e),
        ThreatTarget::Flow(f) if analysis.crossing(f).is_some() && has_mark(t) => {
            let flow = model.flow(f)?;
            let within = at(flow.source).filter(|n| at(flow.target) == Some(*n))?;
            (!marked.contains(&f)).then_some(within)
        }
        ThreatTarget::Flow(f) => {
            let receiver = t.movement.and_then(|m| analysis.movement(m)).map(|m| m.receiver);
            receiver.and_then(at).or_else(|| at(model.flow(f)?.target))
        }
        // A frame has no sign; a folded one has.
        ThreatTarget::Boundary(b) => cast.nodes.iter().position(|n| {
            matches!(n.stands, Stands::Folded(Group::Boundary(folded)) if model.chain(b).any(|b| b == folded))
        }),
        ThreatTarget::Model => None,
    }
}

pub(super) fn level(severity: RiskLevel) -> Level {
    match severity {
        RiskLevel::Low => Level::Low,
        RiskLevel::Medium => Level::Medium,
        RiskLevel::High => Level::High,
        RiskLevel::Critical => Level::Critical,
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn numbers_are_told_in_little_room() {
        assert_eq!(compact(&[4]), "4");
        assert_eq!(compact(&[2, 3]), "2, 3");
        assert_eq!(compact(&[3, 4, 5, 6, 7]), "3–7");
        assert_eq!(compact(&[1, 3, 4, 5, 9]), "1, 3–5, 9");
        assert_eq!(compact(&[1, 3, 5, 7, 9, 10, 11]), "1, 3, 5, 7 +3");
    }
}
