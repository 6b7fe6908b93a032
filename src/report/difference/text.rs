//! A difference for a terminal. The caller calms what could drive one.

use super::super::words::capital;
use super::{Compared, crossings_line, heads, open_line, parts_line, standing, threats_line};
use crate::compare::{Change, Difference, PartChange, ThreatChange};
use std::fmt::Display;

/// A line. Labels may hold line feeds, which would begin one of their own.
fn line(out: &mut String, text: impl Display) {
    let text = text.to_string().replace(['\n', '\r'], " ");
    out.push_str(&text);
    out.push('\n');
}

/// A heading, with a blank line before it.
fn heading(out: &mut String, text: &str) {
    out.push('\n');
    line(out, text);
}

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
        line(out, format_args!("{}: {}: nothing differs", c.model, d.new.title));
        return;
    }
    line(out, format_args!("{}: {}: {}", c.model, d.new.title, open_line(d)));
    for (name, text) in heads(d) {
        line(out, format_args!("  {name:<10} {text}"));
    }
    line(out, format_args!("  threats    {}", threats_line(d)));
    line(out, format_args!("  parts      {}", parts_line(d)));
    line(out, format_args!("  crossings  {}", crossings_line(d)));
    for r in &d.renamed_rules {
        line(out, format_args!("  the rule {} is called {} now", r.old, r.new));
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
        heading(out, &format!("{} threats", capital(change.word())));
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
    line(out, format_args!("  {sign} {}", t.id));
    if let Some(was) = &t.was {
        line(out, format_args!("    was {was}"));
    }
    line(out, format_args!("    {}", t.title));
    line(out, format_args!("    {way}{}", standing(t)));
    for r in &t.because {
        line(out, format_args!("    because {}", r.text));
    }
}

fn parts(d: &Difference, out: &mut String) {
    if !d.parts.is_empty() {
        heading(out, "Parts");
        d.parts.iter().for_each(|p| part(p, out));
    }
    if !d.crossings.is_empty() {
        heading(out, "Crossings");
    }
    for c in &d.crossings {
        let how = match (&c.before, &c.now) {
            (Some(a), Some(b)) if a != b => format!("{b}, before {a}"),
            (Some(a), Some(_)) => format!("{a}, trust goes another way"),
            (None, Some(b)) => b.clone(),
            (Some(a), None) => a.clone(),
            (None, None) => String::new(),
        };
        line(out, format_args!("  {:<8} {}: {how}", c.change.word(), c.label));
    }
}

fn part(p: &PartChange, out: &mut String) {
    let was = p.was.as_ref().map(|w| format!(", was {w}")).unwrap_or_default();
    line(out, format_args!("  {:<8} {} {}{was}: {}", p.change.word(), p.sort.word(), p.id, p.label));
    for f in &p.fields {
        line(out, format_args!("           {}: {} -> {}", f.name, f.old, f.new));
    }
}
