//! Whether a fact that holds in one snapshot held in the other, and what made the difference.
//!
//! Conditions can't be tried on a snapshot. But each asks of something that is kept, and where
//! nothing of that differs, the fact did not change.

use super::parts::changes;
use super::sides::Side;
use super::snapshot::{Asks, Fact, Flow, Part, Sort, Threat};
use crate::analysis::Slope;

/// How a fact of one snapshot stands in the other.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// It holds there too.
    Held,
    /// It does not, because of these.
    Differs(Vec<String>),
    /// It can't be told.
    Unknown,
}

/// Two snapshots, seen from the one in which a threat arises.
pub(super) struct Asked<'a> {
    /// Where it arises.
    pub present: &'a Side<'a>,
    /// Where it does not.
    pub absent: &'a Side<'a>,
    /// Whether it arises in the new one.
    pub now: bool,
}

impl Asked<'_> {
    fn old_new(&self) -> (&Side<'_>, &Side<'_>) {
        if self.now { (self.absent, self.present) } else { (self.present, self.absent) }
    }

    /// `is so now`, or `is so no more`.
    fn turned(&self, what: &str) -> String {
        format!("{what} {}", if self.now { "now" } else { "no more" })
    }

    /// How one snapshot has what the other has not.
    pub fn came(&self, label: &str) -> String {
        format!("{label} is {}", if self.now { "new" } else { "gone" })
    }

    /// That a flow goes between others now, if it does.
    pub fn elsewhere(&self, flow: &str) -> Option<String> {
        let (old, new) = self.old_new();
        let (a, b) = (old.flow(flow)?, new.flow(flow)?);
        let moved = (&a.source, &a.target) != (&b.source, &b.target);
        moved.then(|| format!("the flow {} is {} now", old.flow_label(a), new.flow_label(b)))
    }

    /// How a flow of one snapshot is not the same in the other: not there, or between others.
    fn not_the_same(&self, flow: &Flow) -> Option<String> {
        match self.absent.flow(&flow.id) {
            None => Some(self.came(&self.present.flow_label(flow))),
            Some(_) => self.elsewhere(&flow.id),
        }
    }

    fn catalogs_differ(&self) -> bool {
        self.present.snapshot.catalog != self.absent.snapshot.catalog
    }

    /// What changed of a part, of these properties.
    pub fn changed(&self, sort: Sort, id: &str, of: &[&str]) -> Vec<String> {
        let (old, new) = self.old_new();
        match (old.part(sort, id), new.part(sort, id)) {
            (Some(a), Some(b)) => changes(a, b, of).iter().map(|c| c.phrase(&b.label)).collect(),
            (None, None) => Vec::new(),
            _ => vec![self.came(&self.present.label(sort, id))],
        }
    }

    /// How a fact of a threat stands in the other snapshot.
    pub fn then(&self, f: &Fact, t: &Threat) -> Then {
        match self.asked(f, t) {
            // What another threat on the same target tells there need not be guessed.
            Then::Unknown if self.absent.tells(t.on, &t.target, &f.condition) => Then::Held,
            told => told,
        }
    }

    fn asked(&self, f: &Fact, t: &Threat) -> Then {
        let flow = || Some((self.present.flow(&t.target)?, self.absent.flow(&t.target)?));
        match f.asks {
            Asks::Kind => self.of_elements(f, &["kind"]),
            Asks::Property => self.of_elements(f, &["properties", "kind"]),
            Asks::Zone => self.zone(f),
            Asks::Answer => match flow() {
                Some((a, b)) if a.one_way != b.one_way => Then::Differs(vec![self.turned(&f.text)]),
                Some(_) => Then::Held,
                None => Then::Unknown,
            },
            Asks::Crossing => flow().map_or(Then::Unknown, |(a, b)| self.crossing(f, t, a, b)),
            Asks::Moves => flow().map_or(Then::Unknown, |(a, b)| self.moves(f, t, a, b)),
            Asks::Keeps => self.keeps(f, t),
            Asks::Taint => self.taint(f, t),
            Asks::Exposure => self.exposure(f, t),
            Asks::Calls | Asks::Content => self.leads(f),
        }
    }

    fn of_elements(&self, f: &Fact, of: &[&str]) -> Then {
        let found: Vec<String> = f.elements.iter().flat_map(|e| self.changed(Sort::Element, e, of)).collect();
        match found.is_empty() {
            false => Then::Differs(found),
            true if f.elements.is_empty() || self.catalogs_differ() => Then::Unknown,
            true => Then::Held,
        }
    }

    fn zone(&self, f: &Fact) -> Then {
        let around = |s: &Side<'_>| -> Vec<String> {
            let names = f.elements.iter().flat_map(|e| s.around(Sort::Element, e));
            names.map(str::to_owned).collect()
        };
        match self.of_elements(f, &["trust", "boundary"]) {
            Then::Differs(found) => Then::Differs(found),
            _ if around(self.present) == around(self.absent) => Then::Held,
            _ => Then::Differs(vec![self.turned(&f.text)]),
        }
    }

    fn crossing(&self, f: &Fact, t: &Threat, present: &Flow, absent: &Flow) -> Then {
        let slope = absent.crossing.as_ref().and_then(|c| if t.answer { c.back } else { Some(c.forward) });
        let held = match f.atom() {
            "crosses up" => slope.is_some_and(Slope::is_up),
            "crosses down" => slope.is_some_and(Slope::is_down),
            "crosses level" => slope.is_some_and(Slope::is_level),
            _ => slope.is_some(),
        };
        if held != f.denies() {
            return Then::Held;
        }
        let mut found: Vec<String> = Vec::new();
        for end in [&present.source, &present.target] {
            found.extend(self.changed(Sort::Element, end, &["boundary", "trust"]));
        }
        let label = self.present.flow_label(present);
        let crosses = match (&present.crossing, &absent.crossing) {
            (Some(c), None) => self.turned(&format!("{label} goes {}", self.present.crossing(c))),
            (None, Some(c)) if self.now => format!("{label} goes {} no more", self.absent.crossing(c)),
            _ => self.turned(&f.text),
        };
        found.insert(0, crosses);
        Then::Differs(found)
    }

    fn moves(&self, f: &Fact, t: &Threat, present: &Flow, absent: &Flow) -> Then {
        let verb = f.atom().split(' ').next().unwrap_or("");
        let lists = |flow: &Flow| -> Vec<String> {
            match verb {
                "sends" => flow.sends.clone(),
                "writes" => flow.writes.clone(),
                "returns" => flow.returns.clone(),
                _ if t.answer => flow.returns.clone(),
                _ => flow.sends.iter().chain(&flow.writes).cloned().collect(),
            }
        };
        let (mine, other) = (lists(present), lists(absent));
        let (from, to) = (
            self.present.label(Sort::Element, &present.source),
            self.present.label(Sort::Element, &present.target),
        );
        let says = |d: &String, side: &Side<'_>| {
            let d = side.label(Sort::Data, d);
            match verb {
                "sends" | "writes" => format!("{from} {verb} {d} to {to}"),
                "returns" => format!("{to} returns {d} to {from}"),
                _ => format!("{d} moves over {}", self.present.flow_label(present)),
            }
        };
        let mut found = Vec::new();
        if f.denies() {
            let lost = other.iter().filter(|d| !mine.contains(d));
            let word = if self.now { "no more" } else { "now" };
            found.extend(lost.map(|d| format!("{} {word}", says(d, self.absent))));
        } else if f.data.is_empty() && !other.is_empty() {
            found.push(
                self.turned(&format!("{} says nothing of what it moves", self.present.flow_label(present))),
            );
        }
        for d in &f.data {
            if other.contains(d) {
                found.extend(self.changed(Sort::Data, d, OF_DATA));
            } else {
                found.push(self.turned(&says(d, self.present)));
            }
        }
        match found.is_empty() {
            false => Then::Differs(found),
            true if self.catalogs_differ() => Then::Unknown,
            true => Then::Held,
        }
    }

    /// The elements that a fact is about: the target, or the end of it that the condition names.
    fn subjects<'t>(&self, f: &Fact, t: &'t Threat) -> Vec<&'t str>
    where
        Self: 't,
    {
        if t.on == Sort::Element {
            return vec![t.target.as_str()];
        }
        let (source, target) = match t.target.split_once("->") {
            Some((a, b)) => (a, b.split('#').next().unwrap_or(b)),
            None => return Vec::new(),
        };
        match f.atom().split(' ').next().unwrap_or("") {
            "source" => vec![source],
            "target" => vec![target],
            _ => vec![source, target],
        }
    }

    fn keeps(&self, f: &Fact, t: &Threat) -> Then {
        let verb = f.atom().split(' ').nth(1).unwrap_or("");
        let subjects = self.subjects(f, t);
        let mut found = Vec::new();
        for d in &f.data {
            let there = subjects.iter().any(|e| kept(self.absent, e, verb, d));
            if there {
                found.extend(self.changed(Sort::Data, d, OF_DATA));
            } else {
                let who = subjects.iter().find(|e| kept(self.present, e, verb, d));
                let who = self.present.label(Sort::Element, who.copied().unwrap_or(&t.target));
                let d = self.present.label(Sort::Data, d);
                found.push(self.turned(&format!("{who} {verb} {d}")));
            }
        }
        let others = f.elements.iter().filter(|e| !subjects.contains(&e.as_str()));
        found.extend(others.flat_map(|e| self.changed(Sort::Element, e, &["kind", "trust", "boundary"])));
        match found.is_empty() {
            false => Then::Differs(found),
            true if f.data.is_empty() || self.catalogs_differ() => Then::Unknown,
            true => Then::Held,
        }
    }

    /// What is different on the way by which a threat comes.
    fn on_the_way(&self, t: &Threat) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut add = |text: String| {
            if !out.contains(&text) {
                out.push(text);
            }
        };
        let (old, new) = self.old_new();
        for id in &t.path {
            let Some(flow) = self.present.flow(id) else { continue };
            if let Some(text) = self.not_the_same(flow) {
                add(text);
                continue;
            }
            for end in [&flow.source, &flow.target] {
                self.changed(Sort::Element, end, &["trust", "kind"]).into_iter().for_each(&mut add);
            }
            if let (Some(a), Some(b)) = (old.flow(id), new.flow(id)) {
                let label = new.flow_label(b);
                for d in b.data().filter(|d| !a.data().any(|x| x == *d)) {
                    add(format!("{} moves over {label} now", new.label(Sort::Data, d)));
                }
                for d in a.data().filter(|d| !b.data().any(|x| x == *d)) {
                    add(format!("{} moves over {label} no more", old.label(Sort::Data, d)));
                }
            }
        }
        out
    }

    /// A fact with what is different behind it.
    fn behind(&self, f: &Fact, causes: &[String]) -> Then {
        let text = if self.now { f.text.clone() } else { format!("{} no more", f.text) };
        Then::Differs(vec![match causes.is_empty() {
            true => self.turned(&f.text),
            false => format!("{text}: {}", causes.join("; ")),
        }])
    }

    fn taint(&self, f: &Fact, t: &Threat) -> Then {
        let level = |s: &Side<'_>| -> Vec<_> {
            let parts = f.elements.iter().map(|e| s.part(Sort::Element, e));
            parts.map(|p| p.map(|p| (p.content_from, p.trust))).collect()
        };
        let data = |s: &Side<'_>| s.flow(&t.target).map(|f| f.data().cloned().collect::<Vec<_>>());
        if level(self.present) == level(self.absent) && data(self.present) == data(self.absent) {
            return Then::Held;
        }
        self.behind(f, &self.on_the_way(t))
    }

    fn exposure(&self, f: &Fact, t: &Threat) -> Then {
        let mut causes = Vec::new();
        let mut differs = false;
        for d in &f.data {
            let level = |s: &Side<'_>| s.part(Sort::Data, d).map(|p| (p.can_reach, p.class));
            differs |= level(self.present) != level(self.absent);
            causes.extend(self.changed(Sort::Data, d, &["class"]));
            let here = self.subjects(f, t);
            let at = |s: &Side<'_>| match t.on {
                Sort::Flow => s.flow(&t.target).is_some_and(|f| f.data().any(|x| x == d)),
                _ => here.iter().any(|e| is_at(s, e, d)),
            };
            if at(self.present) && !at(self.absent) {
                let place = self.present.label(t.on, &t.target);
                causes.push(self.turned(&format!("{} is at {place}", self.present.label(Sort::Data, d))));
                differs = true;
            }
        }
        if !differs {
            return if f.data.is_empty() { Then::Unknown } else { Then::Held };
        }
        causes.extend(self.on_the_way(t));
        self.behind(f, &causes)
    }

    fn leads(&self, f: &Fact) -> Then {
        let calls = f.asks == Asks::Calls;
        let (Some(from), Some(to)) = (f.elements.first(), f.elements.get(1)) else {
            return self.of_elements(f, &["kind"]);
        };
        let kind = self.changed(Sort::Element, to, &["kind"]);
        if self.absent.way(from, to, calls).is_some() {
            return if kind.is_empty() { Then::Held } else { self.behind(f, &kind) };
        }
        let Some(way) = self.present.way(from, to, calls) else { return Then::Unknown };
        let causes: Vec<String> = way.iter().filter_map(|w| self.not_the_same(w)).collect();
        self.behind(f, &causes)
    }
}

/// What conditions ask of data.
const OF_DATA: &[&str] = &["class", "personal", "kind"];

/// Whether an element stores, holds, receives or gives a piece of data.
fn kept(side: &Side<'_>, e: &str, verb: &str, d: &str) -> bool {
    let part: Option<&Part> = side.part(Sort::Element, e);
    let has = |list: &[String]| list.iter().any(|x| x == d);
    let flows = side.flows_at(e);
    match verb {
        "stores" => {
            part.is_some_and(|p| has(&p.stores)) || flows.iter().any(|f| f.target == e && has(&f.writes))
        }
        "holds" => part.is_some_and(|p| has(&p.holds)),
        "receives" => flows
            .iter()
            .any(|f| f.target == e && (has(&f.sends) || has(&f.writes)) || f.source == e && has(&f.returns)),
        _ => flows
            .iter()
            .any(|f| f.source == e && (has(&f.sends) || has(&f.writes)) || f.target == e && has(&f.returns)),
    }
}

fn is_at(side: &Side<'_>, e: &str, d: &str) -> bool {
    ["stores", "holds", "receives", "gives"].iter().any(|verb| kept(side, e, verb, d))
}
