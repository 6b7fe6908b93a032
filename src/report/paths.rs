//! Paths in words, for every format that people read: plain text, which each of them escapes.

use super::data::{
    AttackPath, Attacker, Chokepoint, ControlAt, Cut, Join, Part, PathControl, PathStep, Report, Step,
    SupplyChain,
};
use super::names::Names;
use super::words::parts::{at as stands_at, planned};
use super::words::{and, or, paths as said};
use crate::analysis::paths::{PathState, StepState};
use crate::catalog::in_a_sentence;
use serde::Serialize;
use std::collections::HashMap;

/// How many controls that it takes together are named; of more nobody reads the names.
const A_FEW: usize = 5;

/// An attacker with its ways.
#[derive(Clone, Debug, Serialize)]
pub struct AttackerWays {
    /// Its name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it has already, what it can't reach, and the like: a sentence each.
    pub notes: Vec<String>,
    /// Its ways.
    pub ways: Vec<Way>,
}

/// A way in words.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// `Company documents at Vector index: open, 6 steps, ease 0.384`, and what tells it from another of which the same
    /// would be said.
    pub summary: String,
    /// Whether it is open.
    pub open: bool,
    /// The steps.
    pub steps: Vec<WayStep>,
    /// What else there is to say: a sentence each.
    pub notes: Vec<String>,
}

/// A step in words.
#[derive(Clone, Debug, Serialize)]
pub struct WayStep {
    /// `in` or `out`.
    pub leg: &'static str,
    /// `Visitor → API gateway (crossing 1)`
    pub text: String,
    /// `open`, `held`, `ordinary use`.
    pub state: &'static str,
    /// Ids of threats that carry the way over it.
    pub threats: Vec<String>,
    /// Ids of threats that controls hold.
    pub stopped: Vec<String>,
}

/// The attackers that have ways, or of whom there is something to say.
pub fn attackers(report: &Report, names: &Names<'_>) -> Vec<AttackerWays> {
    let all = report.attackers.iter().map(|a| AttackerWays {
        id: a.id.clone(),
        label: a.label.clone(),
        notes: notes(a, names),
        ways: ways(&a.paths, names),
    });
    all.filter(|a| !a.ways.is_empty() || !a.notes.is_empty()).collect()
}

/// `3 ways, 2 of them open`
pub fn counts(a: &Attacker) -> String {
    let open = a.paths.iter().filter(|p| p.state == PathState::Open).count();
    said::counts(a.paths.len(), open, !a.has.is_empty())
}

/// What stands in place of attackers if none is declared.
pub fn none_declared(report: &Report, names: &Names<'_>) -> String {
    let shown: Vec<String> = report.least_trusted.iter().take(4).map(|e| names.of(e).to_owned()).collect();
    said::none_declared(&shown, report.least_trusted.len() - shown.len())
}

fn notes(a: &Attacker, names: &Names<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let list = |parts: &[Part]| and(&parts.iter().map(|p| names.part(p)).collect::<Vec<_>>());
    let at = and(&a.from.iter().map(|e| names.of(e).to_owned()).collect::<Vec<_>>());
    if !a.has.is_empty() {
        out.push(said::has_already(&list(&a.has)));
    }
    if !a.unreached.is_empty() {
        out.push(said::unreached(&at, &or_parts(&a.unreached, names)));
    }
    if !a.more.is_empty() {
        out.push(said::more(&list(&a.more)));
    }
    if !a.unsearched.is_empty() {
        out.push(said::unsearched(&list(&a.unsearched)));
    }
    out
}

fn or_parts(parts: &[Part], names: &Names<'_>) -> String {
    or(&parts.iter().map(|p| names.part(p)).collect::<Vec<_>>())
}

/// The ways in words. Of those that would be told alike each names its first step that no other of them has.
fn ways(paths: &[AttackPath], names: &Names<'_>) -> Vec<Way> {
    let mut out: Vec<Way> = paths.iter().map(|p| way(p, names)).collect();
    let mut alike: HashMap<String, Vec<&AttackPath>> = HashMap::new();
    for (w, p) in out.iter().zip(paths) {
        alike.entry(w.summary.clone()).or_default().push(p);
    }
    let passes = |p: &AttackPath, s: &PathStep| {
        p.steps.iter().any(|x| (&x.step.flow, x.step.forward) == (&s.step.flow, s.step.forward))
    };
    for (w, p) in out.iter_mut().zip(paths) {
        let others = alike.get(&w.summary).map_or(&[][..], Vec::as_slice);
        let own = |s: &&PathStep| others.iter().filter(|o| passes(o, s)).count() == 1;
        if let Some(s) = p.steps.iter().find(own).filter(|_| others.len() > 1) {
            w.summary.push_str(&said::by(&step(s, names).text));
        }
    }
    out
}

fn way(p: &AttackPath, names: &Names<'_>) -> Way {
    let want = names.part(&p.want);
    let goal = names.of(&p.goal);
    let what = if want == goal { want } else { stands_at(&want, goal) };
    let summary = said::way(&what, p);
    Way {
        summary,
        open: p.state == PathState::Open,
        steps: p.steps.iter().map(|s| step(s, names)).collect(),
        notes: way_notes(p, names),
    }
}

fn step(s: &PathStep, names: &Names<'_>) -> WayStep {
    WayStep {
        leg: s.leg.word(),
        text: format!(
            "{}{}",
            names.path(std::slice::from_ref(&s.step)),
            s.step.flow.split_once('#').map(|(_, n)| said::by_flow(n)).unwrap_or_default()
        ),
        state: said::state(s.state),
        threats: s.threats.clone(),
        stopped: s.stopped.clone(),
    }
}

/// Where the data can be read, which controls are on the way, and what would stop it.
fn way_notes(p: &AttackPath, names: &Names<'_>) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(data) = &p.data {
        let data = names.of(data);
        out.push(match &p.reader {
            Some(r) => said::read_at(data, names.of(r), *r == p.start),
            None => said::not_carried(data, names.of(&p.goal)),
        });
    }
    let list = |controls: &[PathControl]| -> Vec<String> {
        controls.iter().map(|c| at(&c.control, &c.on, names)).collect()
    };
    if !p.in_force.is_empty() {
        out.push(said::in_force(&and(&list(&p.in_force))));
    }
    if !p.planned.is_empty() {
        out.push(said::planned_on(&and(&list(&p.planned))));
    }
    out.push(stop(p, names));
    out
}

fn stop(p: &AttackPath, names: &Names<'_>) -> String {
    let ends = |s: &PathStep| said::from_to(names.of(&s.step.from), names.of(&s.step.to));
    if p.state == PathState::Hindered {
        let held = p.steps.iter().filter(|s| s.state == StepState::Held).map(ends);
        return said::held(&and(&held.collect::<Vec<_>>()));
    }
    let single: Vec<String> = p.cut_by.iter().map(|c| control_at(c, names)).collect();
    match (single.as_slice(), &p.held_by) {
        ([], Some(h)) => {
            let controls: Vec<String> = h.controls.iter().map(|c| word(c, names)).collect();
            let step = p.steps.get(h.step).map(ends).unwrap_or_default();
            match controls.as_slice() {
                [one] => said::one_holds(one, &step),
                all if all.len() > A_FEW => said::many_hold(all.len(), &step),
                all => said::some_hold(&and(all), &step),
            }
        }
        ([], None) if p.steps.iter().all(|s| s.threats.is_empty()) => said::NO_THREAT.to_owned(),
        ([], None) => said::NO_CONTROL.to_owned(),
        ([one], _) => said::would_hold(one),
        (any, _) => said::any_holds(&or(any)),
    }
}

fn word(control: &str, names: &Names<'_>) -> String {
    in_a_sentence(&names.control(control))
}

fn at(control: &str, on: &Part, names: &Names<'_>) -> String {
    stands_at(&word(control, names), &names.part(on))
}

fn control_at(c: &ControlAt, names: &Names<'_>) -> String {
    at(&c.control, &c.on, names)
}

/// A chokepoint in words.
#[derive(Clone, Debug, Serialize)]
pub struct Choke {
    /// The control.
    pub control: String,
    /// Where.
    pub place: String,
    /// `2 of 5`, by attacker if there are several.
    pub cuts: String,
    /// How many more it makes harder.
    pub harder: String,
    /// Ids of the threats whose severity it changes, and how: `critical → medium`.
    pub changes: Vec<(String, String)>,
    /// How many more become less likely or do less, and keep their severity.
    pub lowered: usize,
}

/// The chokepoints.
pub fn chokepoints(report: &Report, names: &Names<'_>) -> Vec<Choke> {
    let label = |id: &str| {
        report.attackers.iter().find(|a| a.id == id).map_or_else(|| id.to_owned(), |a| a.label.clone())
    };
    let one = |c: &Chokepoint| {
        let whose: Vec<String> = match report.attackers.len() {
            0 | 1 => Vec::new(),
            _ => c
                .attackers
                .iter()
                .filter(|a| a.cut > 0)
                .map(|a| said::of(a.cut, &label(&a.attacker)))
                .collect(),
        };
        let whose = if whose.is_empty() { String::new() } else { format!(": {}", and(&whose)) };
        let moved = |x: &&super::data::Change| x.before.severity != x.after.severity;
        Choke {
            control: names.control(&c.control),
            place: format!("{}{}", names.part(&c.on), planned(c.planned)),
            cuts: format!("{}{whose}", said::of(c.cut, &c.of)),
            harder: c.harder.to_string(),
            changes: c
                .changes
                .iter()
                .filter(moved)
                .map(|x| (x.threat.clone(), format!("{} → {}", x.before.severity, x.after.severity)))
                .collect(),
            lowered: c.changes.iter().filter(|x| !moved(x)).count(),
        }
    };
    // What cuts no way says little beside what does; where nothing does, what helps most stands alone.
    let cutting = report.chokepoints.iter().filter(|c| c.cut > 0).count();
    let all = report.chokepoints.iter().filter(|c| cutting == 0 || c.cut > 0);
    all.take(cutting.max(1)).map(one).collect()
}

/// An agent that joins, in words.
#[derive(Clone, Debug, Serialize)]
pub struct Joined {
    /// Its id.
    pub id: String,
    /// One sentence.
    pub sentence: String,
    /// What comes or goes by which way: `private data`, and the way.
    pub chains: Vec<(&'static str, String)>,
    /// Ids of the threats that say so.
    pub threats: Vec<String>,
}

/// The agents that join what must not meet.
pub fn joins(report: &Report, names: &Names<'_>) -> Vec<Joined> {
    report.joins.iter().map(|j| joined(j, names)).collect()
}

fn joined(j: &Join, names: &Names<'_>) -> Joined {
    let element = names.of(&j.element);
    let way = |steps: &[Step], none: String| if steps.is_empty() { none } else { names.path(steps) };
    Joined {
        id: j.element.clone(),
        sentence: format!("{}.", j.text),
        chains: vec![
            (said::PRIVATE, way(&j.private, said::has_itself(element))),
            (said::CONTENT, way(&j.content, said::NOT_DRAWN.to_owned())),
            (said::WAY_OUT, way(&j.out, said::NOT_DRAWN.to_owned())),
        ],
        threats: j.threats.clone(),
    }
}

/// A supply chain in words.
#[derive(Clone, Debug, Serialize)]
pub struct Supplied {
    /// What.
    pub what: String,
    /// The way.
    pub way: String,
    /// Hops into other zones that nobody checks; empty if all are checked.
    pub unverified: Vec<String>,
    /// The controls on it: `signing at Model registry`.
    pub controls: Vec<String>,
}

/// The supply chains.
pub fn supply(report: &Report, names: &Names<'_>) -> Vec<Supplied> {
    report.supply_chains.iter().map(|c| supplied(c, names)).collect()
}

fn supplied(c: &SupplyChain, names: &Names<'_>) -> Supplied {
    let steps: Vec<Step> = c.hops.iter().map(|h| h.step.clone()).collect();
    let mut controls: Vec<String> = Vec::new();
    for h in &c.hops {
        controls.extend(h.in_force.iter().map(|x| control_at(x, names)));
        controls.extend(h.planned.iter().map(|x| control_at(x, names) + planned(true)));
    }
    let mut seen = std::collections::HashSet::new();
    controls.retain(|c| seen.insert(c.clone()));
    let open = c.hops.iter().filter(|h| h.crosses && !h.verified);
    Supplied {
        what: names.of(&c.data).to_owned(),
        way: names.path(&steps),
        unverified: open.map(|h| names.path(std::slice::from_ref(&h.step))).collect(),
        controls,
    }
}

/// An attacker for a terminal.
pub fn text(report: &Report, names: &Names<'_>, a: &Attacker) -> String {
    let mut out = format!("{} {}\n{}\n\n", a.id, said::ATTACKER, a.label);
    let from: Vec<String> = a.from.iter().map(|e| names.of(e).to_owned()).collect();
    let wants: Vec<String> = a.wants.iter().map(|w| names.part(w)).collect();
    let facts = [
        Some((said::STANDS_AT, and(&from))),
        Some((said::WANTS, and(&wants))),
        Some((said::WAYS_OF, counts(a))),
        a.skill.map(|s| (said::SKILL, s.word().to_owned())),
        a.motive.clone().map(|m| (said::MOTIVE, m)),
    ];
    for (what, value) in facts.into_iter().flatten() {
        out.push_str(&format!("  {:<11} {value}\n", format!("{what}:")));
    }
    for note in notes(a, names) {
        out.push_str(&format!("\n{note}\n"));
    }
    for (n, p) in a.paths.iter().enumerate() {
        let w = way(p, names);
        out.push_str(&format!("\n{}. {}\n", n + 1, w.summary));
        for s in &w.steps {
            out.push_str(&format!("   {:<3}  {}: {}\n", s.leg, s.text, s.state));
            for id in &s.threats {
                if let Some(t) = names.threat(id) {
                    out.push_str(&format!("          {:<8} {id}\n", t.residual.severity.word()));
                }
            }
            for id in &s.stopped {
                out.push_str(&format!("          {:<8} {id}\n", said::state(StepState::Held)));
            }
        }
        for note in &w.notes {
            out.push_str(&format!("   {note}\n"));
        }
    }
    let open = a.paths.iter().filter(|p| p.state == PathState::Open).count();
    let mut mine: Vec<(&Chokepoint, &Cut)> = report
        .chokepoints
        .iter()
        .filter_map(|c| Some((c, c.attackers.iter().find(|x| x.attacker == a.id)?)))
        .collect();
    mine.sort_by_key(|(_, x)| std::cmp::Reverse((x.cut, x.harder)));
    if !mine.is_empty() {
        out.push_str(&format!("\n{}\n", said::HELPS_MOST));
    }
    for (c, x) in mine.into_iter().take(5) {
        let control = at(&c.control, &c.on, names) + planned(c.planned);
        out.push_str(&format!("  - {control}: {}\n", said::cuts(x.cut, open, x.harder)));
    }
    out
}
