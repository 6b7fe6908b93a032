//! A difference for a terminal. The caller calms what could drive one.

use super::{Compared, crossings_line, heads, open_line, parts_line, standing, threats_line};
use crate::compare::{Change, Difference, PartChange, ThreatChange};
use std::fmt::Write;

/// All differences as text.
pub fn write(all: &[Compared]) -> String {
    let mut out = String::new();
    for (i, c) in all.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        one(c, &mut out);
    }
    out
}

fn one(c: &Compared, out: &mut String) {
    let d = &c.difference;
    if d.is_empty() && heads(d).is_empty() {
        let _ = writeln!(out, "{}: {}: nothing differs", c.model, d.new.title);
        return;
    }
    let _ = writeln!(out, "{}: {}: {}", c.model, d.new.title, open_line(d));
    for (name, text) in heads(d) {
        let _ = writeln!(out, "  {name:<10} {text}");
    }
    let _ = writeln!(out, "  threats    {}", threats_line(d));
    let _ = writeln!(out, "  parts      {}", parts_line(d));
    let _ = writeln!(out, "  crossings  {}", crossings_line(d));
    for r in &d.renamed_rules {
        let _ = writeln!(out, "  the rule {} is called {} now", r.old, r.new);
    }
    threats(d, out);
    parts(d, out);
}

fn threats(d: &Difference, out: &mut String) {
    for change in [Change::New, Change::Gone, Change::Changed] {
        let mut list = d.threats_that(change).peekable();
        if list.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n{} threats", super::super::words::capital(change.word()));
        list.for_each(|t| threat(t, out));
    }
}

fn threat(t: &ThreatChange, out: &mut String) {
    let sign = match t.change {
        Change::New => "+",
        Change::Gone => "-",
        Change::Changed | Change::Renamed => "~",
    };
    let way = if t.change == Change::Changed { format!("{}: ", t.direction.word()) } else { String::new() };
    let _ = writeln!(out, "  {sign} {}", t.id);
    if let Some(was) = &t.was {
        let _ = writeln!(out, "    was {was}");
    }
    let _ = writeln!(out, "    {}", t.title);
    let _ = writeln!(out, "    {way}{}", standing(t));
    for r in &t.because {
        let _ = writeln!(out, "    because {}", r.text);
    }
}

fn parts(d: &Difference, out: &mut String) {
    if !d.parts.is_empty() {
        let _ = writeln!(out, "\nParts");
        d.parts.iter().for_each(|p| part(p, out));
    }
    if !d.crossings.is_empty() {
        let _ = writeln!(out, "\nCrossings");
    }
    for c in &d.crossings {
        let how = match (&c.before, &c.now) {
            (Some(a), Some(b)) if a != b => format!("{b}, before {a}"),
            (Some(a), Some(_)) => format!("{a}, trust goes another way"),
            (None, Some(b)) => b.clone(),
            (Some(a), None) => a.clone(),
            (None, None) => String::new(),
        };
        let _ = writeln!(out, "  {:<8} {}: {how}", c.change.word(), c.label);
    }
}

fn part(p: &PartChange, out: &mut String) {
    let was = p.was.as_ref().map(|w| format!(", was {w}")).unwrap_or_default();
    let _ = writeln!(out, "  {:<8} {} {}{was}: {}", p.change.word(), p.sort.word(), p.id, p.label);
    for f in &p.fields {
        let _ = writeln!(out, "           {}: {} -> {}", f.name, f.old, f.new);
    }
}
