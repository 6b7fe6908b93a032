//! A control in a model: where it stands, for which threats it counts there, and for which not and why.

use crate::analysis::{Threat, place_label};
use crate::cli::compile::Compiled;
use crate::diagnostic::counted;
use crate::model::parts::Placement;
use std::fmt::Write as _;

/// How many threats are told at one place for which the control does not count.
const MOST: usize = 5;

/// The control of a name, of the vocabulary or of the model, as it stands in the model; none if it is neither.
pub(super) fn of_model(word: &str, c: &Compiled) -> Option<String> {
    let own = c.model.controls.iter().position(|o| o.name == word);
    let kind = c.model.catalog.find_control(word);
    if own.is_none() && kind.is_none() {
        return None;
    }
    let mine = |p: &&Placement| match own {
        Some(own) => p.own.is_some_and(|o| o.index() == own),
        None => Some(p.control) == kind,
    };
    let mut out = match own.and_then(|i| c.model.controls.get(i)) {
        Some(o) => {
            let kind = c.model.catalog.control(o.kind).map_or("", |k| k.name.as_str());
            format!("{word} ({kind} of this model: {})\n", o.label)
        }
        None => format!("{word} in this model\n"),
    };
    let mut placed: Vec<&Placement> = c.model.placements.iter().filter(mine).collect();
    placed.sort_by_key(|p| (p.place, p.status));
    placed.dedup_by_key(|p| (p.place, p.status.in_force()));
    if placed.is_empty() {
        out.push_str("\n  It stands nowhere, so it lowers nothing.\n");
    }
    for p in placed {
        at(&mut out, p, c);
    }
    Some(out)
}

fn at(out: &mut String, p: &Placement, c: &Compiled) {
    let _ = writeln!(out, "\n  at {} ({}):", place_label(&c.model, p.place), p.status);
    let threats = || c.analysis.threats.iter();
    let here = |t: &&Threat| {
        let same = |x: &crate::analysis::Credit| {
            x.control == p.control && x.place == p.place && x.in_force == p.status.in_force()
        };
        t.credited.iter().any(same)
    };
    let counts = threats().filter(here).count();
    let not: Vec<(&str, &str)> = threats()
        .flat_map(|t| t.uncredited.iter().map(move |u| (t, u)))
        .filter(|(_, u)| u.control == p.control && u.place == p.place)
        .map(|(t, u)| (t.id.as_str(), u.because.as_str()))
        .collect();
    if counts > 0 {
        let then = if p.status.in_force() { "counts" } else { "will count" };
        let _ = writeln!(out, "    {then} for {}", counted(counts, "threat"));
    }
    for (id, because) in not.iter().take(MOST) {
        let _ = writeln!(out, "    not counted for {id}: {because}");
    }
    if not.len() > MOST {
        let _ = writeln!(out, "    and not for {} more", not.len() - MOST);
    }
    if counts == 0 && not.is_empty() {
        out.push_str(
            "    no threat that it lowers comes by here, or it is counted for each at another place\n",
        );
    }
}
