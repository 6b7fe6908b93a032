//! What was found where, by the letters of STRIDE and by the entries of OWASP, for readers.

use super::data::{Part, PartType, Report, Threat};
use super::names::Names;
use super::{sets, words};
use crate::analysis::counts::{Cell, cells};
use crate::catalog::{Harm, Stride};
use crate::model::responses::RiskLevel;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A part of the model with what was found on it.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The part.
    pub part: Part,
    /// The part in words.
    pub name: String,
    /// Its crossing's number.
    pub crossing: Option<u32>,
    /// One cell a letter, in the order of STRIDE; dismissed and refined threats are not shown.
    pub cells: Vec<Cell>,
    /// For each cell in which nothing stands the mark of its reason in [`reasons`].
    pub marks: Vec<Option<char>>,
    /// The parts for which the row stands, if it stands for several.
    pub parts: Vec<String>,
}

/// A reason why nothing was found.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// Its mark, from `a`.
    pub mark: char,
    /// A sentence without a full stop.
    pub text: String,
}

/// The reasons why nothing was found, each with its mark.
pub fn reasons(report: &Report) -> Vec<Reason> {
    let mut texts: Vec<&str> = Vec::new();
    for blank in &report.blanks {
        if !texts.contains(&blank.text.as_str()) {
            texts.push(&blank.text);
        }
    }
    ('a'..='z').zip(texts).map(|(mark, text)| Reason { mark, text: text.to_owned() }).collect()
}

/// Threats told apart by whether they are answered, as ids in the register's order.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Found {
    /// Those that are open or planned.
    pub unsettled: Vec<String>,
    /// Those that are answered.
    pub answered: Vec<String>,
    /// How many of these are borne: accepted, transferred or tolerated.
    pub borne: usize,
}

impl Found {
    fn of<'a>(threats: impl Iterator<Item = &'a Threat>) -> Found {
        let mut found = Found::default();
        for t in threats.filter(|t| sets::counts(t)) {
            let list = if t.status.is_unsettled() { &mut found.unsettled } else { &mut found.answered };
            list.push(t.id.clone());
            found.borne += usize::from(t.status.is_borne());
        }
        found
    }

    /// How many controls in force hold.
    pub fn mitigated(&self) -> usize {
        self.answered.len().saturating_sub(self.borne)
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.unsettled.is_empty() && self.answered.is_empty()
    }
}

/// The threats of each letter of STRIDE.
pub fn by_letter(report: &Report) -> Vec<(Stride, Found)> {
    let of = |letter| Found::of(report.threats.iter().filter(move |t| t.stride.contains(&letter)));
    Stride::ALL.iter().map(|&letter| (letter, of(letter))).collect()
}

/// The threats of harm to people by category, those that have one.
pub fn by_harm(report: &Report) -> Vec<(Harm, Found)> {
    let of = |harm| Found::of(report.threats.iter().filter(move |t| t.harm == Some(harm)));
    Harm::ALL.iter().map(|&harm| (harm, of(harm))).filter(|(_, found)| !found.is_empty()).collect()
}

/// The threats of each entry of the OWASP Top 10 for LLM Applications 2025, in its order.
pub fn by_entry(report: &Report) -> Vec<Found> {
    let all = report.summary.owasp_llm_2025.iter();
    all.map(|e| {
        let ids: HashSet<&String> = e.threats.iter().collect();
        Found::of(report.threats.iter().filter(|t| ids.contains(&t.id)))
    })
    .collect()
}

/// An entry of a framework with what was found of it.
#[derive(Clone, Debug, Serialize)]
pub struct Technique {
    /// The id.
    pub id: String,
    /// The title, if it is known.
    pub title: Option<String>,
    /// The worst severity of those that are open or planned.
    pub worst: Option<RiskLevel>,
    /// How many are open or planned.
    pub unsettled: usize,
    /// How many are answered.
    pub answered: usize,
}

/// The entries of a framework that threats refer to, by their ids.
pub fn by_technique(report: &Report, framework: &str) -> Vec<Technique> {
    let mut out: BTreeMap<&str, Technique> = BTreeMap::new();
    for t in report.threats.iter().filter(|t| sets::counts(t)) {
        for id in t.refs.get(framework).into_iter().flatten() {
            let entry = out.entry(id).or_insert_with(|| {
                let known = report.references.iter().find(|r| r.framework == framework && &r.id == id);
                let title = known.and_then(|r| r.title.clone());
                Technique { id: id.clone(), title, worst: None, unsettled: 0, answered: 0 }
            });
            if t.status.is_unsettled() {
                entry.unsettled += 1;
                entry.worst = entry.worst.max(Some(t.residual.severity));
            } else {
                entry.answered += 1;
            }
        }
    }
    out.into_values().collect()
}

/// In a long report parts on which nothing was found, all for the same reasons, share a row; else each has its own.
pub fn gathered(report: &Report, rows: Vec<Row>) -> Vec<Row> {
    if !sets::is_long(report) {
        return rows;
    }
    let mut out: Vec<Row> = Vec::new();
    let mut at: HashMap<Vec<Option<char>>, usize> = HashMap::new();
    for mut row in rows {
        if row.cells.iter().any(|c| c.unsettled + c.answered > 0) {
            out.push(row);
            continue;
        }
        let name = match row.crossing.take() {
            Some(number) => format!("{number} {}", row.name),
            None => row.name.clone(),
        };
        match at.get(&row.marks).and_then(|n| out.get_mut(*n)) {
            Some(shared) => shared.parts.push(name),
            None => {
                at.insert(row.marks.clone(), out.len());
                row.parts.push(name);
                out.push(row);
            }
        }
    }
    for row in out.iter_mut().filter(|r| !r.parts.is_empty()) {
        row.name = words::coverage::without_a_threat(row.parts.len());
    }
    out
}

/// All crossings in their order, then all elements, then every other part that has a threat, in the model's
/// order.
pub fn by_target(report: &Report, names: &Names<'_>) -> Vec<Row> {
    let flow = |f: &super::data::Flow| {
        (Part { ty: PartType::Flow, id: f.id.clone() }, f.crossing.as_ref().map(|c| c.number))
    };
    let mut parts: Vec<(Part, Option<u32>)> = report.flows.iter().map(flow).collect();
    parts.sort_by_key(|(_, n)| n.unwrap_or(u32::MAX));
    parts.extend(report.elements.iter().map(|e| (Part { ty: PartType::Element, id: e.id.clone() }, None)));
    parts.extend(report.boundaries.iter().map(|b| (Part { ty: PartType::Boundary, id: b.id.clone() }, None)));
    parts.push((Part { ty: PartType::Model, id: "*".to_owned() }, None));
    let reasons = reasons(report);
    let mark = |text: &str| reasons.iter().find(|r| r.text == text).map(|r| r.mark);
    let mut marks: HashMap<(&Part, Stride), Option<char>> = HashMap::new();
    for blank in &report.blanks {
        let mark = mark(&blank.text);
        marks.extend(blank.parts.iter().map(|p| ((p, blank.stride), mark)));
    }
    let mut threats: HashMap<(PartType, &str), Vec<&Threat>> = HashMap::new();
    for t in &report.threats {
        threats.entry((t.target_type, t.target.as_str())).or_default().push(t);
    }
    let rows = parts.into_iter().map(|(part, crossing)| {
        let mine = threats.get(&(part.ty, part.id.as_str())).map_or(&[][..], Vec::as_slice).iter();
        let cells = cells(mine.map(|t| (t.stride.as_slice(), t.status, t.residual.severity)));
        let marks = Stride::ALL.iter().map(|s| marks.get(&(&part, *s)).copied().flatten()).collect();
        Row { name: names.part(&part), part, crossing, cells, marks, parts: Vec::new() }
    });
    let found = |c: &Cell| c.unsettled + c.answered > 0;
    let stands = |r: &Row| r.crossing.is_some() || r.part.ty == PartType::Element;
    rows.filter(|r| stands(r) || r.cells.iter().any(found)).collect()
}
