//! One of the two snapshots, with what is looked up in it.

use super::snapshot::{Crossing, Flow, Part, Snapshot, Sort, Threat};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A snapshot with its indexes.
pub(super) struct Side<'a> {
    pub snapshot: &'a Snapshot,
    parts: BTreeMap<(Sort, &'a str), &'a Part>,
    flows: BTreeMap<&'a str, &'a Flow>,
    /// The flows that begin or end at each element.
    at: BTreeMap<&'a str, Vec<&'a Flow>>,
    threats: BTreeMap<(&'a str, Sort), &'a Threat>,
    /// The conditions that hold for a target, as its threats tell.
    facts: BTreeSet<(Sort, &'a str, &'a str)>,
    rules: BTreeSet<&'a str>,
}

impl<'a> Side<'a> {
    pub fn new(snapshot: &'a Snapshot) -> Self {
        let facts = snapshot
            .threats
            .iter()
            .flat_map(|t| t.facts.iter().map(move |f| (t.on, t.target.as_str(), f.condition.as_str())));
        let mut at: BTreeMap<&str, Vec<&Flow>> = BTreeMap::new();
        for f in &snapshot.flows {
            at.entry(&f.source).or_default().push(f);
            if f.target != f.source {
                at.entry(&f.target).or_default().push(f);
            }
        }
        Side {
            snapshot,
            at,
            parts: snapshot.parts.iter().map(|p| ((p.sort, p.id.as_str()), p)).collect(),
            flows: snapshot.flows.iter().map(|f| (f.id.as_str(), f)).collect(),
            threats: snapshot.threats.iter().map(|t| ((t.id.as_str(), t.on), t)).collect(),
            facts: facts.collect(),
            rules: snapshot.rules.iter().map(String::as_str).collect(),
        }
    }

    pub fn part(&self, sort: Sort, id: &str) -> Option<&'a Part> {
        self.parts.get(&(sort, id)).copied()
    }

    pub fn flow(&self, id: &str) -> Option<&'a Flow> {
        self.flows.get(id).copied()
    }

    pub fn threat(&self, like: &Threat) -> Option<&'a Threat> {
        self.threats.get(&(like.id.as_str(), like.on)).copied()
    }

    /// The flows that begin or end at an element.
    pub fn flows_at(&self, element: &str) -> &[&'a Flow] {
        self.at.get(element).map_or(&[], Vec::as_slice)
    }

    /// Whether there is a threat of an id.
    pub fn has_threat(&self, id: &str) -> bool {
        self.threats.range((id, Sort::Boundary)..=(id, Sort::Model)).next().is_some()
    }

    pub fn has_rule(&self, rule: &str) -> bool {
        self.rules.contains(rule)
    }

    /// Whether there is such a part or flow; the model is always there, unless there is nothing.
    pub fn has(&self, sort: Sort, id: &str) -> bool {
        match sort {
            Sort::Flow => self.flows.contains_key(id),
            Sort::Model => !self.snapshot.is_empty(),
            _ => self.parts.contains_key(&(sort, id)),
        }
    }

    /// Whether one of a target's threats tells that a condition holds for it.
    pub fn tells(&self, on: Sort, target: &str, condition: &str) -> bool {
        self.facts.contains(&(on, target, condition))
    }

    /// The label of a part, `A -> B` of a flow, the title of the model.
    pub fn label(&self, sort: Sort, id: &str) -> String {
        match sort {
            Sort::Flow => match self.flow(id) {
                Some(f) => self.flow_label(f),
                None => id.to_owned(),
            },
            Sort::Model => self.snapshot.title.clone(),
            _ => self.part(sort, id).map_or_else(|| id.to_owned(), |p| p.label.clone()),
        }
    }

    pub fn flow_label(&self, f: &Flow) -> String {
        let end = |e: &str| self.label(Sort::Element, e);
        let name = f.name.as_ref().map(|n| format!(" ({})", f.label.as_ref().unwrap_or(n)));
        format!("{} -> {}{}", end(&f.source), end(&f.target), name.unwrap_or_default())
    }

    /// Whether a target is out of scope: an element that says so, a flow between two such.
    pub fn out_of_scope(&self, on: Sort, target: &str) -> bool {
        let element = |e: &str| self.part(Sort::Element, e).is_some_and(|p| p.out_of_scope);
        match on {
            Sort::Element => element(target),
            Sort::Flow => self.flow(target).is_some_and(|f| element(&f.source) && element(&f.target)),
            Sort::Boundary | Sort::Data | Sort::Model => false,
        }
    }

    /// The names of the boundaries around a part, the innermost first.
    pub fn around(&self, sort: Sort, id: &str) -> Vec<&'a str> {
        let mut out: Vec<&str> = Vec::new();
        let mut next = self.part(sort, id).and_then(|p| p.boundary.as_deref());
        while let Some(b) = next {
            // A file that was written by hand may hold a ring.
            if out.contains(&b) {
                break;
            }
            out.push(b);
            next = self.part(Sort::Boundary, b).and_then(|p| p.boundary.as_deref());
        }
        out
    }

    /// What a flow crosses, in words: `out of A into B`.
    pub fn crossing(&self, c: &Crossing) -> String {
        let names =
            |list: &[String]| -> Vec<String> { list.iter().map(|b| self.label(Sort::Boundary, b)).collect() };
        let mut out = Vec::new();
        if !c.out_of.is_empty() {
            out.push(format!("out of {}", names(&c.out_of).join(", ")));
        }
        if !c.into.is_empty() {
            out.push(format!("into {}", names(&c.into).join(", ")));
        }
        if out.is_empty() { "between zones".to_owned() } else { out.join(" ") }
    }

    /// A shortest way from an element to another: by calls, or by what moves. None if there is none.
    pub fn way(&self, from: &str, to: &str, calls: bool) -> Option<Vec<&'a Flow>> {
        let mut came: BTreeMap<&str, Option<(&str, &'a Flow)>> = BTreeMap::new();
        let start = self.part(Sort::Element, from)?.id.as_str();
        came.insert(start, None);
        let mut open = VecDeque::from([start]);
        while let Some(at) = open.pop_front() {
            if at == to {
                let mut out = Vec::new();
                let mut here = at;
                while let Some(Some((before, flow))) = came.get(here) {
                    out.push(*flow);
                    here = before;
                }
                out.reverse();
                return Some(out);
            }
            for f in self.flows_at(at) {
                let f: &'a Flow = f;
                let there =
                    f.source == at && (calls || f.returns.is_empty() || f.data().count() > f.returns.len());
                let back = !calls && f.target == at && !f.returns.is_empty();
                let next = match (there, back) {
                    (true, _) => f.target.as_str(),
                    (_, true) => f.source.as_str(),
                    _ => continue,
                };
                if !came.contains_key(next) {
                    came.insert(next, Some((at, f)));
                    open.push_back(next);
                }
            }
        }
        None
    }
}
