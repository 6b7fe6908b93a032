//! Frameworks, their entries, and references to these.

use crate::catalog::coverage::{self, Standing};
use crate::catalog::frameworks::links::{Relation, links};
use crate::catalog::frameworks::{self, Entry, Framework};
use crate::catalog::{Catalog, Reference, Rule};
use crate::diagnostic::page::{fold, fold_under};
use std::fmt::Write as _;

/// The framework, or the entries, that a word stands for: a prefix, a reference, or, if nothing else is meant
/// by it, the bare id of an entry.
pub(super) fn told(word: &str, catalog: &Catalog, alone: bool) -> Vec<String> {
    if let Some(f) = frameworks::framework(word) {
        return vec![framework(f)];
    }
    if let Some((prefix, id)) = word.split_once(':') {
        return frameworks::find(prefix, id).iter().map(|e| entry(e, catalog)).collect();
    }
    if !alone {
        return Vec::new();
    }
    let found = frameworks::frameworks().filter_map(|f| frameworks::find(f.prefix, word));
    found.map(|e| entry(&e, catalog)).collect()
}

/// As `atlas:AML.T0051  LLM Prompt Injection`.
fn named(e: &Entry) -> String {
    format!("{}:{}  {}", e.framework.prefix, e.id, e.name)
}

fn framework(f: &'static Framework) -> String {
    let mut out = format!("{} ({})\n{}, {}\n{}\n\n", f.prefix, f.kind.word(), f.title, f.edition, f.url);
    let _ = writeln!(out, "  licence:  {}", f.licence);
    let _ = writeln!(out, "  about:    {}", f.plural());
    let all: Vec<Entry> = frameworks::entries(f.prefix).collect();
    let mut sorts: Vec<&str> = Vec::new();
    for e in &all {
        if !sorts.contains(&e.sort) {
            sorts.push(e.sort);
        }
    }
    for sort in sorts {
        let some: Vec<&Entry> = all.iter().filter(|e| e.sort == sort).collect();
        let width = some.iter().map(|e| e.id.chars().count()).max().unwrap_or(0);
        let _ = writeln!(out, "\n{} ({})", crate::report::words::capital(sort), some.len());
        for e in some {
            let edition = if e.edition == f.edition { String::new() } else { format!(" ({})", e.edition) };
            let _ = writeln!(out, "  {:<width$}  {}{edition}", e.id, e.name);
        }
    }
    let _ = write!(out, "\n`trustline catalog --coverage {}` says what refers to them.\n", f.prefix);
    out
}

fn entry(e: &Entry, catalog: &Catalog) -> String {
    let f = e.framework;
    let mut out = format!("{}:{} ({} of {}, {})\n{}\n", f.prefix, e.id, e.sort, f.title, e.edition, e.name);
    if e.has_address() {
        let _ = writeln!(out, "{}", e.url);
    }
    if !e.note.is_empty() {
        let _ = write!(out, "\n{}", fold(e.note));
    }
    if let Some(call) = e.call() {
        let _ = write!(out, "\nTo try it:\n  {call}\n");
    }
    let ties = links(e);
    for (i, (relation, other)) in ties.iter().enumerate() {
        if i == 0 || ties.get(i - 1).is_none_or(|(before, _)| before != relation) {
            let _ = writeln!(out, "\n{}:", crate::report::words::capital(relation.words()));
        }
        let sort = if other.sort == e.sort { String::new() } else { format!(" ({})", other.sort) };
        let _ = writeln!(out, "  {}{sort}", named(other));
    }
    let covered = coverage::of(catalog, e);
    let rules = covered.rules.iter().map(|r| (r.name.as_str(), r.title.as_str()));
    let controls = covered.controls.iter().map(|c| (c.name.as_str(), c.label.as_str()));
    let shown = ties.iter().filter(|(relation, _)| *relation == Relation::Shows).map(|(_, e)| e);
    for (what, list) in [
        ("Threats that refer to it", rules.collect::<Vec<_>>()),
        ("Controls that refer to it", controls.collect()),
        ("Threats that refer to what it shows", through(shown, catalog)),
    ] {
        if !list.is_empty() {
            let width = list.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
            let _ = writeln!(out, "\n{what}:");
            for (name, title) in list {
                let _ = writeln!(out, "  {name:<width$}  {title}");
            }
        }
    }
    match covered.standing() {
        Standing::Excepted => {
            let why = covered.exception.unwrap_or("");
            let _ = write!(out, "\nNothing refers to it, for a reason:\n{}", fold_under(why, "  "));
        }
        Standing::Open if e.is_main() => out.push_str("\nNothing in the catalog refers to it.\n"),
        Standing::Open | Standing::Covered | Standing::Through => {}
    }
    out
}

/// The threats that refer to any of these entries, each once, in the catalog's order.
fn through<'a, 'e>(
    entries: impl Iterator<Item = &'e Entry>,
    catalog: &'a Catalog,
) -> Vec<(&'a str, &'a str)> {
    let entries: Vec<&Entry> = entries.collect();
    let refers = |r: &&Rule| entries.iter().any(|e| r.refers_to(e.framework.prefix, Some(e.id)));
    catalog.rules.iter().filter(refers).map(|r| (r.name.as_str(), r.title.as_str())).collect()
}

/// References grouped by their frameworks and editions, each with its address or its call.
pub(super) fn references(list: &[Reference]) -> String {
    let entries: Vec<Entry> = list.iter().filter_map(frameworks::entry).collect();
    let mut groups: Vec<((&str, &str), Vec<&Entry>)> = Vec::new();
    for e in &entries {
        let key = (e.framework.prefix, e.edition);
        match groups.iter_mut().find(|(k, _)| *k == key) {
            Some((_, group)) => group.push(e),
            None => groups.push((key, vec![e])),
        }
    }
    let mut out = String::new();
    for ((_, edition), group) in groups {
        let Some(first) = group.first() else { continue };
        let _ = writeln!(out, "  {}, {edition}", first.framework.title);
        for e in group {
            let _ = writeln!(out, "    {}", named(e));
            let more = e.call().or_else(|| e.has_address().then(|| e.url.to_owned()));
            if let Some(more) = more {
                let _ = writeln!(out, "      {more}");
            }
        }
    }
    out
}

/// The cases in which what a threat refers to was seen, each once.
pub(super) fn cases(list: &[Reference]) -> String {
    let entries = list.iter().filter_map(frameworks::entry);
    let mut cases: Vec<(Entry, Vec<&str>)> = Vec::new();
    for e in entries {
        for (_, case) in links(&e).into_iter().filter(|(r, _)| *r == Relation::ShownBy) {
            match cases.iter_mut().find(|(c, _)| *c == case) {
                Some((_, of)) => of.push(e.id),
                None => cases.push((case, vec![e.id])),
            }
        }
    }
    cases.sort_by_key(|(case, _)| case.id);
    let mut out = String::new();
    for (case, of) in cases {
        let _ = writeln!(out, "  {} ({})", named(&case), of.join(", "));
    }
    out
}
