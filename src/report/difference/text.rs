//! A difference for a terminal. The caller calms what could drive one.

use super::super::words::{capital, difference as said};
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
        line(out, said::alike(&c.model, &d.new.title));
        return;
    }
    line(out, format_args!("{}: {}: {}", c.model, d.new.title, open_line(d)));
    for (name, text) in heads(d) {
        line(out, format_args!("  {name:<10} {text}"));
    }
    let sorts = [
        (said::THREATS, threats_line(d)),
        (said::PARTS, parts_line(d)),
        (said::CROSSINGS, crossings_line(d)),
    ];
    for (name, text) in sorts {
        line(out, format_args!("  {name:<10} {text}"));
    }
    for r in &d.renamed_rules {
        line(out, format_args!("  {}", said::renamed_rule(&r.old, &r.new)));
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
        heading(out, &said::heading(change));
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
        line(out, format_args!("    {}", said::was(was)));
    }
    line(out, format_args!("    {}", t.title));
    line(out, format_args!("    {way}{}", standing(t)));
    for r in &t.because {
        line(out, format_args!("    {}", said::because(&r.text)));
    }
}

fn parts(d: &Difference, out: &mut String) {
    if !d.parts.is_empty() {
        heading(out, &capital(said::PARTS));
        d.parts.iter().for_each(|p| part(p, out));
    }
    if !d.crossings.is_empty() {
        heading(out, &capital(said::CROSSINGS));
    }
    for c in &d.crossings {
        let how = said::crosses(c.before.as_deref(), c.now.as_deref());
        line(out, format_args!("  {:<8} {}: {how}", c.change.word(), c.label));
    }
}

fn part(p: &PartChange, out: &mut String) {
    let was = p.was.as_ref().map(|w| format!(", {}", said::was(w))).unwrap_or_default();
    line(out, format_args!("  {:<8} {} {}{was}: {}", p.change.word(), p.sort.word(), p.id, p.label));
    for f in &p.fields {
        line(out, format_args!("           {}: {} -> {}", f.name, f.old, f.new));
    }
}
