//! Old names and new ones: what a thing of the old snapshot is called in the new.
//!
//! Whatever has the same name is the same. Of the others, one that says `was` the other's name
//! is, in either direction, so that a comparison can be turned around.

use super::snapshot::{Flow, Snapshot, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// The old snapshot in the words of the new one.
pub(super) struct Translated {
    /// The snapshot.
    pub snapshot: Snapshot,
    /// The old names of parts and flows that are called otherwise now.
    pub parts: BTreeMap<(Sort, String), String>,
    /// The old ids of threats that have another now.
    pub threats: BTreeMap<String, String>,
    /// The old names of rules that are called otherwise now.
    pub rules: BTreeMap<String, String>,
}

type Names = BTreeMap<String, String>;

/// A name with its older ones.
type Named<'a> = (&'a str, &'a [String]);

/// Which old name became which new one; same names are left out.
fn pairs(old: &[Named<'_>], new: &[Named<'_>]) -> Names {
    let before: BTreeSet<&str> = old.iter().map(|(n, _)| *n).collect();
    let today: BTreeSet<&str> = new.iter().map(|(n, _)| *n).collect();
    let mut out = Names::new();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for (name, was) in new.iter().filter(|(n, _)| !before.contains(n)) {
        let found = was.iter().find(|w| {
            before.contains(w.as_str()) && !today.contains(w.as_str()) && !out.contains_key(w.as_str())
        });
        if let Some(w) = found {
            out.insert(w.clone(), (*name).to_owned());
            taken.insert(name);
        }
    }
    for (name, was) in old.iter().filter(|(n, _)| !today.contains(n)) {
        if out.contains_key(*name) {
            continue;
        }
        let free = |w: &&String| {
            today.contains(w.as_str()) && !before.contains(w.as_str()) && !taken.contains(w.as_str())
        };
        if let Some(w) = was.iter().find(free) {
            out.insert((*name).to_owned(), w.clone());
            taken.insert(w);
        }
    }
    out
}

/// The words of the catalog that only one of the two knows under an older name.
fn words(old: &BTreeMap<String, Vec<String>>, new: &BTreeMap<String, Vec<String>>) -> Names {
    let mut out = Names::new();
    for (name, was) in new.iter().filter(|(n, _)| !old.contains_key(*n)) {
        out.extend(was.iter().map(|w| (w.clone(), name.clone())));
    }
    for (name, was) in old.iter().filter(|(n, _)| !new.contains_key(*n)) {
        let known = was.iter().find(|w| new.contains_key(*w)).or(was.last());
        out.extend(known.map(|w| (name.clone(), w.clone())));
    }
    out
}

fn named(snapshot: &Snapshot, sort: Sort) -> Vec<Named<'_>> {
    let parts = snapshot.parts.iter().filter(|p| p.sort == sort);
    parts.map(|p| (p.id.as_str(), p.was.as_slice())).collect()
}

fn rules(snapshot: &Snapshot) -> Vec<Named<'_>> {
    let was = |r: &String| snapshot.older.rules.get(r).map_or(&[][..], Vec::as_slice);
    snapshot.rules.iter().chain(&snapshot.off).map(|r| (r.as_str(), was(r))).collect()
}

/// Puts the old snapshot into the words of the new one.
pub(super) fn translate(old: &Snapshot, new: &Snapshot) -> Translated {
    let of = |sort: Sort| pairs(&named(old, sort), &named(new, sort));
    let mut t = Words {
        boundaries: of(Sort::Boundary),
        elements: of(Sort::Element),
        data: of(Sort::Data),
        flows: Names::new(),
        kinds: words(&old.older.kinds, &new.older.kinds),
        controls: words(&old.older.controls, &new.older.controls),
        rules: pairs(&rules(old), &rules(new)),
    };
    t.flows = flows(old, new, &t.elements);
    t.snapshot(old)
}

/// Flows are the same by their ends and name, under the names that the ends have now, or by `was`.
fn flows(old: &Snapshot, new: &Snapshot, elements: &Names) -> Names {
    let today: BTreeSet<&str> = new.flows.iter().map(|f| f.id.as_str()).collect();
    let mut out = Names::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<(&Flow, String)> = Vec::new();
    for f in &old.flows {
        let now = between(&f.id, elements);
        if today.contains(now.as_str()) {
            taken.insert(now.clone());
            if now != f.id {
                out.insert(f.id.clone(), now);
            }
        } else {
            open.push((f, now));
        }
    }
    let renamed: Vec<&Flow> = new.flows.iter().filter(|n| !n.was.is_empty()).collect();
    for (f, now) in &open {
        let free = |id: &str| !taken.contains(id);
        let says = |n: &&&Flow| free(&n.id) && n.was.iter().any(|w| *w == f.id || w == now);
        let said = renamed.iter().find(says).map(|n| n.id.clone());
        let mut turned = f.was.iter().map(|w| between(w, elements));
        let fellow = said.or_else(|| turned.find(|w| free(w) && today.contains(w.as_str())));
        if let Some(id) = fellow {
            taken.insert(id.clone());
            out.insert(f.id.clone(), id);
        }
    }
    // What has no fellow keeps its name, with the ends as they are called now.
    for (f, now) in open {
        if now != f.id && !out.contains_key(&f.id) && !taken.contains(&now) {
            out.insert(f.id.clone(), now);
        }
    }
    out
}

/// The id of a flow, with its ends as they are called now.
fn between(id: &str, elements: &Names) -> String {
    let (ends, name) = match id.split_once('#') {
        Some((ends, name)) => (ends, format!("#{name}")),
        None => (id, String::new()),
    };
    let now = |e: &str| elements.get(e).map_or_else(|| e.to_owned(), String::clone);
    match ends.split_once("->") {
        Some((a, b)) => format!("{}->{}{name}", now(a), now(b)),
        None => id.to_owned(),
    }
}

/// All names that changed.
struct Words {
    boundaries: Names,
    elements: Names,
    data: Names,
    flows: Names,
    kinds: Names,
    controls: Names,
    rules: Names,
}

fn put(names: &Names, name: &mut String) {
    if let Some(now) = names.get(name) {
        name.clone_from(now);
    }
}

fn put_all(names: &Names, list: &mut [String]) {
    list.iter_mut().for_each(|n| put(names, n));
}

impl Words {
    fn of(&self, sort: Sort) -> Option<&Names> {
        match sort {
            Sort::Boundary => Some(&self.boundaries),
            Sort::Element => Some(&self.elements),
            Sort::Data => Some(&self.data),
            Sort::Flow => Some(&self.flows),
            Sort::Model => None,
        }
    }

    fn snapshot(&self, old: &Snapshot) -> Translated {
        let mut parts = BTreeMap::new();
        let mut threats = BTreeMap::new();
        let mut s = old.clone();
        for p in &mut s.parts {
            let before = p.id.clone();
            if let Some(names) = self.of(p.sort) {
                put(names, &mut p.id);
            }
            if p.id != before {
                parts.insert((p.sort, p.id.clone()), before);
            }
            p.kind.iter_mut().for_each(|k| put(&self.kinds, k));
            p.boundary.iter_mut().for_each(|b| put(&self.boundaries, b));
            put_all(&self.data, &mut p.from);
            put_all(&self.data, &mut p.stores);
            put_all(&self.data, &mut p.holds);
            put_all(&self.elements, &mut p.runs_on);
            put_all(&self.controls, &mut p.lacks);
            p.controls.iter_mut().for_each(|c| put(&self.controls, &mut c.control));
        }
        for f in &mut s.flows {
            let before = f.id.clone();
            put(&self.flows, &mut f.id);
            if f.id != before {
                parts.insert((Sort::Flow, f.id.clone()), before);
            }
            put(&self.elements, &mut f.source);
            put(&self.elements, &mut f.target);
            put_all(&self.data, &mut f.sends);
            put_all(&self.data, &mut f.writes);
            put_all(&self.data, &mut f.returns);
            put_all(&self.elements, &mut f.via);
            put_all(&self.controls, &mut f.lacks);
            f.controls.iter_mut().for_each(|c| put(&self.controls, &mut c.control));
            if let Some(c) = &mut f.crossing {
                put_all(&self.boundaries, &mut c.out_of);
                put_all(&self.boundaries, &mut c.into);
            }
        }
        let mut ids = Names::new();
        for t in &mut s.threats {
            let before = t.id.clone();
            put(&self.rules, &mut t.rule);
            if let Some(names) = self.of(t.on) {
                put(names, &mut t.target);
            }
            t.id = format!("{}@{}", t.rule, t.target);
            if t.id != before {
                threats.insert(t.id.clone(), before.clone());
                ids.insert(before, t.id.clone());
            }
            put_all(&self.flows, &mut t.path);
            for f in &mut t.facts {
                put_all(&self.elements, &mut f.elements);
                put_all(&self.data, &mut f.data);
                if f.condition.split(' ').any(|w| self.kinds.contains_key(w)) {
                    let now = |w: &str| self.kinds.get(w).cloned().unwrap_or_else(|| w.to_owned());
                    f.condition = f.condition.split(' ').map(now).collect::<Vec<_>>().join(" ");
                }
            }
            for c in &mut t.credited {
                put(&self.controls, &mut c.control);
                if let Some(names) = self.of(c.on) {
                    put(names, &mut c.place);
                }
            }
        }
        for t in &mut s.threats {
            t.refined_by.iter_mut().for_each(|r| put(&ids, r));
        }
        for list in [&mut s.rules, &mut s.own_rules, &mut s.off] {
            put_all(&self.rules, list);
        }
        s.sort();
        let rules = self.rules.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
        Translated { snapshot: s, parts, threats, rules }
    }
}
