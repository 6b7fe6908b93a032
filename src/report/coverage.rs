//! Which letters of STRIDE were found where, as a table for readers.

use super::data::{Part, PartType, Report};
use super::names::Names;
use crate::analysis::Status;
use crate::catalog::Stride;
use crate::model::responses::RiskLevel;
use serde::Serialize;

/// A part of the model with what was found on it.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The part.
    pub part: Part,
    /// The part in words.
    pub name: String,
    /// Its crossing's number.
    pub crossing: Option<u32>,
    /// One cell a letter, in the order of STRIDE.
    pub cells: Vec<Cell>,
}

/// Threats of one letter on one part.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// How many; dismissed and refined ones left out.
    pub threats: usize,
    /// The worst residual severity of those that are open or planned.
    pub worst: Option<RiskLevel>,
}

/// All crossings in their order, then every other part that has a threat, in the model's order.
pub fn by_target(report: &Report, names: &Names<'_>) -> Vec<Row> {
    let flow = |f: &super::data::Flow| {
        (Part { ty: PartType::Flow, id: f.id.clone() }, f.crossing.as_ref().map(|c| c.number))
    };
    let mut parts: Vec<(Part, Option<u32>)> = report.flows.iter().map(flow).collect();
    parts.sort_by_key(|(_, n)| n.unwrap_or(u32::MAX));
    parts.extend(report.elements.iter().map(|e| (Part { ty: PartType::Element, id: e.id.clone() }, None)));
    parts.extend(report.boundaries.iter().map(|b| (Part { ty: PartType::Boundary, id: b.id.clone() }, None)));
    parts.push((Part { ty: PartType::Model, id: "*".to_owned() }, None));
    let rows = parts.into_iter().map(|(part, crossing)| {
        let cells = Stride::ALL.iter().map(|&letter| cell(report, &part, letter)).collect();
        Row { name: names.part(&part), part, crossing, cells }
    });
    rows.filter(|r| r.crossing.is_some() || r.cells.iter().any(|c| c.threats > 0)).collect()
}

fn cell(report: &Report, part: &Part, letter: Stride) -> Cell {
    let mut cell = Cell::default();
    for t in &report.threats {
        let here = t.target_type == part.ty && t.target == part.id && t.stride.contains(&letter);
        if here && !matches!(t.status, Status::Dismissed | Status::Refined) {
            cell.threats += 1;
            if t.status.is_unsettled() {
                cell.worst = cell.worst.max(Some(t.residual.severity));
            }
        }
    }
    cell
}
