//! Ways of attackers, agents that join, supply chains, chokepoints.

use super::*;
use crate::report::paths::{self, Way};

/// How many rows a table has before it folds.
const LONG: usize = 8;

impl Writer<'_> {
    /// What can go wrong along paths.
    pub(super) fn paths(&mut self) {
        let report = self.report;
        let attackers = paths::attackers(report, &self.names);
        if !attackers.is_empty() {
            self.heading(3, "Ways of attackers");
            self.block(paths::WAYS);
            self.figures(Place::Attackers);
        }
        for a in attackers {
            self.block(format!("**{}**", md(&a.label)));
            let notes: Vec<String> = a.notes.iter().map(|n| md(n)).collect();
            self.list(&notes);
            for w in &a.ways {
                self.details(&md(&w.summary), |x| x.way(w));
            }
        }
        let joins = paths::joins(report, &self.names);
        if !joins.is_empty() {
            self.heading(3, "Agents that join private data, untrusted content and a way out");
            self.block(paths::JOINS);
            for j in joins {
                self.block(format!("**{}**", md(&j.sentence)));
                let mut lines: Vec<String> =
                    j.chains.iter().map(|(what, way)| format!("{what}: {}", md(way))).collect();
                let status =
                    |id: &String| self.names.threat(id).map_or(String::new(), |t| format!(", {}", t.status));
                let told =
                    |id: &String| format!("{}{}", self.worst_links(std::slice::from_ref(id)), status(id));
                lines.extend(j.threats.iter().map(|id| format!("Threat: {}", told(id))));
                self.list(&lines);
            }
        }
        self.supply();
    }

    fn way(&mut self, w: &Way) {
        let rows: Vec<Row> = w
            .steps
            .iter()
            .map(|s| {
                vec![
                    s.leg.to_owned(),
                    md(&s.text),
                    s.state.to_owned(),
                    self.worst_links(&s.threats),
                    self.threat_links(&s.stopped),
                ]
            })
            .collect();
        self.table(&["", "Step", "State", "By", "Held by controls"], &rows);
        let notes: Vec<String> = w.notes.iter().map(|n| md(n)).collect();
        self.list(&notes);
    }

    /// Links to threats, each with the sign of its severity.
    fn worst_links(&self, ids: &[String]) -> String {
        let link = |id: &String| match self.names.threat(id) {
            Some(t) => format!("{} {}", words::shape(t.residual.severity), self.threat_link(id)),
            None => md(id),
        };
        let all: Vec<String> = ids.iter().map(link).collect();
        if all.is_empty() { NONE.to_owned() } else { all.join("<br/>") }
    }

    fn supply(&mut self) {
        let chains = paths::supply(self.report, &self.names);
        if chains.is_empty() {
            return;
        }
        self.heading(3, "Supply chains");
        self.block(paths::SUPPLY);
        self.figures(Place::Supply);
        let rows: Vec<Row> = chains
            .iter()
            .map(|c| {
                let open: Vec<String> = c.unverified.iter().map(|h| md(h)).collect();
                let controls: Vec<String> = c.controls.iter().map(|h| md(h)).collect();
                vec![
                    md(&c.what),
                    md(&c.way),
                    if open.is_empty() {
                        "✓ none".to_owned()
                    } else {
                        format!("**{}**", open.join("<br/>"))
                    },
                    if controls.is_empty() { NONE.to_owned() } else { controls.join("<br/>") },
                ]
            })
            .collect();
        let head = ["What", "Way", "Not checked", "Controls"];
        if rows.len() > LONG {
            self.details(&words::count(rows.len(), "supply chain"), |w| w.table(&head, &rows));
        } else {
            self.table(&head, &rows);
        }
    }

    /// What could be done about many ways at once.
    pub(super) fn chokepoints(&mut self) {
        let all = paths::chokepoints(self.report, &self.names);
        if all.is_empty() {
            return;
        }
        self.heading(3, "Chokepoints");
        self.block(paths::CHOKEPOINTS);
        let rows: Vec<Row> = all
            .iter()
            .map(|c| {
                let mut changes: Vec<String> =
                    c.changes.iter().map(|(id, how)| format!("{}: {how}", self.threat_link(id))).collect();
                changes.extend((c.lowered > 0).then(|| paths::lowered(c.lowered)));
                vec![md(&c.control), md(&c.place), md(&c.cuts), c.harder.clone(), changes.join("<br/>")]
            })
            .collect();
        self.table(&["Control", "At", "Cuts", "Makes harder", "Changes"], &rows);
    }
}
