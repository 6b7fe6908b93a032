//! Parts and crossings that came, went and changed.

use super::difference::{Change, CrossingChange, FieldChange, PartChange};
use super::rename::Translated;
use super::sides::Side;
use super::snapshot::{Controlled, Flow, Part, Sort};

const NONE: &str = "none";

/// A property with its value in words.
type Field = (&'static str, String);

fn maybe<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(|| NONE.to_owned(), T::to_string)
}

fn list(items: &[String]) -> String {
    if items.is_empty() { NONE.to_owned() } else { items.join(", ") }
}

fn flag(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn controls(items: &[Controlled]) -> String {
    let one = |c: &Controlled| {
        let mut more: Vec<&str> = Vec::new();
        if c.own.is_some() {
            more.push(&c.control);
        }
        if c.status != crate::model::parts::ControlStatus::Implemented {
            more.push(c.status.word());
        }
        let name = c.own.as_ref().unwrap_or(&c.control);
        if more.is_empty() { name.clone() } else { format!("{name} ({})", more.join(", ")) }
    };
    list(&items.iter().map(one).collect::<Vec<_>>())
}

/// All properties of a part that an author sets, and how far it is trusted.
pub(super) fn of_part(p: &Part) -> Vec<Field> {
    vec![
        ("label", p.label.clone()),
        ("kind", maybe(&p.kind)),
        ("boundary", maybe(&p.boundary)),
        ("trust", maybe(&p.trust)),
        ("apart", flag(p.apart)),
        ("class", maybe(&p.class)),
        ("integrity", maybe(&p.integrity)),
        ("availability", maybe(&p.availability)),
        ("personal", flag(p.personal)),
        ("from", list(&p.from)),
        ("stores", list(&p.stores)),
        ("holds", list(&p.holds)),
        ("runs_on", list(&p.runs_on)),
        ("properties", list(&p.properties)),
        ("scope", if p.out_of_scope { "out" } else { "in" }.to_owned()),
        ("lacks", list(&p.lacks)),
        ("controls", controls(&p.controls)),
    ]
}

fn of_flow(f: &Flow) -> Vec<Field> {
    vec![
        ("source", f.source.clone()),
        ("target", f.target.clone()),
        ("label", maybe(&f.label)),
        ("sends", list(&f.sends)),
        ("writes", list(&f.writes)),
        ("returns", list(&f.returns)),
        ("via", list(&f.via)),
        ("protocol", maybe(&f.protocol)),
        ("one_way", flag(f.one_way)),
        ("lacks", list(&f.lacks)),
        ("controls", controls(&f.controls)),
    ]
}

fn differing(old: Vec<Field>, new: Vec<Field>) -> Vec<FieldChange> {
    let pairs = old.into_iter().zip(new).filter(|((_, a), (_, b))| a != b);
    pairs.map(|((name, old), (_, new))| FieldChange { name: name.to_owned(), old, new }).collect()
}

/// What changed of a part, of these properties only.
pub(super) fn changes(old: &Part, new: &Part, of: &[&str]) -> Vec<FieldChange> {
    let mut all = differing(of_part(old), of_part(new));
    all.retain(|c| of.contains(&c.name.as_str()));
    all
}

impl FieldChange {
    /// As a sentence about what has the property.
    pub(super) fn phrase(&self, label: &str) -> String {
        let is = if self.name == "properties" { "are" } else { "is" };
        format!("{label}: {} {is} {} now, {} before", self.name, self.new, self.old)
    }
}

pub(super) fn parts(before: &Side<'_>, now: &Side<'_>, translated: &Translated) -> Vec<PartChange> {
    let mut out = Vec::new();
    let was = |sort: Sort, id: &str| translated.parts.get(&(sort, id.to_owned())).cloned();
    let mut add = |sort: Sort, id: &str, side: &Side<'_>, fields: Option<Vec<FieldChange>>, gone: bool| {
        let was = was(sort, id);
        let change = match &fields {
            None if gone => Change::Gone,
            None => Change::New,
            Some(f) if !f.is_empty() => Change::Changed,
            Some(_) if was.is_some() => Change::Renamed,
            Some(_) => return,
        };
        let label = side.label(sort, id);
        // What is gone is known by the name that it had.
        let (id, was) =
            if gone { (was.unwrap_or_else(|| id.to_owned()), None) } else { (id.to_owned(), was) };
        out.push(PartChange { change, sort, id, was, label, fields: fields.unwrap_or_default() });
    };
    for p in &now.snapshot.parts {
        let fields = before.part(p.sort, &p.id).map(|old| {
            let mut fields = differing(of_part(old), of_part(p));
            // The trust of what stands in a boundary changes with the boundary's, which is said there.
            fields.retain(|f| f.name != "trust" || old.own_trust || p.own_trust);
            fields
        });
        add(p.sort, &p.id, now, fields, false);
    }
    for f in &now.snapshot.flows {
        let fields = before.flow(&f.id).map(|old| differing(of_flow(old), of_flow(f)));
        add(Sort::Flow, &f.id, now, fields, false);
    }
    for p in before.snapshot.parts.iter().filter(|p| !now.has(p.sort, &p.id)) {
        add(p.sort, &p.id, before, None, true);
    }
    for f in before.snapshot.flows.iter().filter(|f| !now.has(Sort::Flow, &f.id)) {
        add(Sort::Flow, &f.id, before, None, true);
    }
    out.sort_by(|a, b| (a.change, a.sort, &a.id).cmp(&(b.change, b.sort, &b.id)));
    out
}

pub(super) fn crossings(before: &Side<'_>, now: &Side<'_>, translated: &Translated) -> Vec<CrossingChange> {
    let mut out = Vec::new();
    let mut add = |id: &str| {
        let (old_flow, new_flow) = (before.flow(id), now.flow(id));
        let old = old_flow.and_then(|f| f.crossing.clone());
        let new = new_flow.and_then(|f| f.crossing.clone());
        let change = match (&old, &new) {
            (None, Some(_)) => Change::New,
            (Some(_), None) => Change::Gone,
            (Some(a), Some(b)) if a != b => Change::Changed,
            _ => return,
        };
        let (side, flow) = match new_flow {
            Some(_) => (now, id.to_owned()),
            None => {
                (before, translated.parts.get(&(Sort::Flow, id.to_owned())).cloned().unwrap_or(id.to_owned()))
            }
        };
        out.push(CrossingChange {
            change,
            flow,
            label: side.label(Sort::Flow, id),
            before: old.as_ref().map(|c| before.crossing(c)),
            now: new.as_ref().map(|c| now.crossing(c)),
            old,
            new,
        });
    };
    now.snapshot.flows.iter().for_each(|f| add(&f.id));
    before.snapshot.flows.iter().filter(|f| now.flow(&f.id).is_none()).for_each(|f| add(&f.id));
    out.sort_by(|a, b| (a.change, &a.flow).cmp(&(b.change, &b.flow)));
    out
}
