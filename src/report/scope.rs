//! What is looked at: scope, those who use the system, the inventory of AI parts, data by class, and the
//! attack surface, as rows for readers.

use super::data::{AiPart, Element, PartType, Report};
use super::names::Names;
use super::words;
use crate::catalog::{AiRole, Class, Root, Trust};
use crate::model::responses::RiskLevel;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is in scope and what is not.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Scope {
    /// Elements that are built here, by id.
    pub built: Vec<String>,
    /// Those that are used and belong to others.
    pub used: Vec<String>,
    /// Those that are left out: id and reason.
    pub out: Vec<(String, String)>,
}

/// What is in scope and what is not.
pub fn scope(report: &Report) -> Scope {
    let mut scope = Scope::default();
    for e in &report.elements {
        match (&e.out_of_scope, e.shape) {
            (Some(because), _) => scope.out.push((e.id.clone(), because.clone())),
            (None, Root::External) => scope.used.push(e.id.clone()),
            (None, _) => scope.built.push(e.id.clone()),
        }
    }
    scope
}

/// Somebody or something outside that calls the system or is called by it.
#[derive(Clone, Debug, Serialize)]
pub struct User {
    /// The element.
    pub id: String,
    /// Its kind in words.
    pub kind_label: String,
    /// How far it is trusted.
    pub trust: Trust,
    /// Whom it calls.
    pub calls: Vec<String>,
    /// Who calls it.
    pub called_by: Vec<String>,
    /// Data that it gives.
    pub gives: Vec<String>,
    /// Data that it gets.
    pub gets: Vec<String>,
}

/// The actors: people, and systems that are not built here.
pub fn users(report: &Report) -> Vec<User> {
    let outside = report.elements.iter().filter(|e| e.shape == Root::External);
    outside
        .map(|e| {
            let mut user = User {
                id: e.id.clone(),
                kind_label: e.kind_label.clone(),
                trust: e.trust,
                calls: Vec::new(),
                called_by: Vec::new(),
                gives: Vec::new(),
                gets: Vec::new(),
            };
            for f in &report.flows {
                let request = f.sends.iter().chain(&f.writes);
                if f.source == e.id {
                    add(&mut user.calls, [&f.target]);
                    add(&mut user.gives, request);
                    add(&mut user.gets, &f.returns);
                } else if f.target == e.id {
                    add(&mut user.called_by, [&f.source]);
                    add(&mut user.gets, request);
                    add(&mut user.gives, &f.returns);
                }
            }
            user
        })
        .collect()
}

fn add<'a>(to: &mut Vec<String>, ids: impl IntoIterator<Item = &'a String>) {
    for id in ids {
        if !to.contains(id) {
            to.push(id.clone());
        }
    }
}

/// AI parts of one role.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    /// The role.
    pub role: AiRole,
    /// What it is called.
    pub title: &'static str,
    /// Its parts.
    pub parts: Vec<AiPart>,
}

/// The inventory by role; roles without a part are left out.
pub fn roles(report: &Report) -> Vec<Role> {
    let mut out: Vec<Role> = Vec::new();
    for part in &report.inventory {
        match out.last_mut().filter(|r| r.role == part.role) {
            Some(role) => role.parts.push(part.clone()),
            None => {
                out.push(Role { role: part.role, title: words::role(part.role), parts: vec![part.clone()] })
            }
        }
    }
    out
}

/// Data of one class.
#[derive(Clone, Debug, Serialize)]
pub struct OfClass {
    /// The class.
    pub class: Class,
    /// The data.
    pub data: Vec<String>,
    /// Those about people.
    pub personal: Vec<String>,
    /// Those that can reach somebody who is not trusted.
    pub exposed: Vec<String>,
}

/// Data by class, the most confidential first; classes without data are left out.
pub fn classes(report: &Report) -> Vec<OfClass> {
    let mut by: BTreeMap<Class, OfClass> = BTreeMap::new();
    for d in &report.data {
        let row = by.entry(d.class).or_insert_with(|| OfClass {
            class: d.class,
            data: Vec::new(),
            personal: Vec::new(),
            exposed: Vec::new(),
        });
        row.data.push(d.id.clone());
        if d.personal {
            row.personal.push(d.id.clone());
        }
        if d.exposure.level == Some(Trust::Untrusted) {
            row.exposed.push(d.id.clone());
        }
    }
    by.into_values().rev().collect()
}

/// What of the system can be reached from lower trust.
#[derive(Clone, Debug, Serialize)]
pub struct Surface {
    /// The element.
    pub id: String,
    /// How far it is trusted.
    pub trust: Trust,
    /// Ways in that end there.
    pub ways: usize,
    /// The lowest trust from which content can come by them.
    pub from: Trust,
    /// Ways in by which nothing checks what comes.
    pub unchecked: usize,
    /// Open and planned threats on it and on its ways in.
    pub unsettled: usize,
    /// The worst of these.
    pub worst: Option<RiskLevel>,
}

/// The attack surface: every element at which content from lower trust arrives, those with the worst
/// threats first.
pub fn surface(report: &Report, names: &Names<'_>) -> Vec<Surface> {
    let elements: BTreeMap<&str, &Element> = report.elements.iter().map(|e| (e.id.as_str(), e)).collect();
    let mut flows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut at_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out: Vec<Surface> = Vec::new();
    for entry in &report.entries {
        let Some(e) = elements.get(entry.receiver.as_str()) else { continue };
        flows.entry(e.id.as_str()).or_default().push(entry.flow.as_str());
        let at = *at_of.entry(e.id.as_str()).or_insert_with(|| {
            out.push(Surface {
                id: e.id.clone(),
                trust: e.trust,
                ways: 0,
                from: entry.level,
                unchecked: 0,
                unsettled: 0,
                worst: None,
            });
            out.len() - 1
        });
        let Some(row) = out.get_mut(at) else { continue };
        row.ways += 1;
        row.from = row.from.min(entry.level);
        row.unchecked += usize::from(entry.checked.is_none());
    }
    let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (&id, &at) in &at_of {
        rows.entry(id).or_default().push(at);
        for &flow in flows.get(id).into_iter().flatten() {
            rows.entry(flow).or_default().push(at);
        }
    }
    for t in report.threats.iter().filter(|t| t.status.is_unsettled()) {
        if !matches!(t.target_type, PartType::Element | PartType::Flow) {
            continue;
        }
        let mut mine = rows.get(t.target.as_str()).cloned().unwrap_or_default();
        mine.dedup();
        for at in mine {
            if let Some(row) = out.get_mut(at) {
                row.unsettled += 1;
                row.worst = row.worst.max(Some(t.residual.severity));
            }
        }
    }
    out.sort_by(|a, b| {
        let key = |s: &Surface| (s.worst, s.unchecked, s.ways);
        key(b).cmp(&key(a)).then_with(|| names.of(&a.id).cmp(names.of(&b.id)))
    });
    out
}
