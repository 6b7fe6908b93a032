//! `trustline status`: how models stand today.

use super::compile::{ModelArguments, compile_quietly, complain, report};
use super::{Exit, world};
use crate::analysis::counts::{BySeverity, Cell, Row};
use crate::analysis::due::{self, ReviewState};
use crate::analysis::standing::{Item, Review, Standing, Total, standing};
use crate::catalog::{Harm, Stride};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::RiskLevel;
use crate::report::words;
use clap::ValueEnum;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;

/// How wide the text is at most, in columns.
const WIDTH: usize = 100;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline status rag.tm
  trustline status models/*.tm                   with a sum of all
  trustline status --format json models/*.tm     for other programs";

#[derive(clap::Args)]
pub struct Arguments {
    /// Model files; `-` is standard input.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// The form of what is printed.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[command(flatten)]
    model: ModelArguments,
}

/// A form of output.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines and a table.
    Text,
    /// Everything as data.
    Json,
}

/// One model of a [`Status`].
#[derive(Serialize)]
struct Of {
    file: String,
    #[serde(flatten)]
    standing: Standing,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Status {
    schema: &'static str,
    tool: &'static str,
    models: Vec<Of>,
    total: Total,
}

pub fn run(arguments: &Arguments) -> Exit {
    let mut exit = Exit::Done;
    let mut all = Status {
        schema: "1.1",
        tool: env!("CARGO_PKG_VERSION"),
        models: Vec::new(),
        total: Total::default(),
    };
    for path in &arguments.models {
        let compiled = match compile_quietly(path, &arguments.model) {
            Ok(c) => c,
            Err(d) => {
                complain(&d);
                return Exit::Error;
            }
        };
        // What is late is the result itself; of the rest only what keeps a model from being read.
        if compiled.failed() {
            report(&compiled.sources, &compiled.diagnostics);
            exit = exit.and(Exit::Error);
            continue;
        }
        let standing = standing(&compiled.model, &compiled.analysis, &compiled.sources);
        all.total.add(&standing);
        all.models.push(Of { file: path.display().to_string(), standing });
    }
    match arguments.format {
        Format::Text => world::print(&calm(&text(&all))),
        Format::Json => match serde_json::to_string_pretty(&all) {
            Ok(json) => world::print(&format!("{json}\n")),
            Err(e) => {
                complain(&Diagnostic::bare(codes::UNWRITABLE, format!("can't write the status: {e}")));
                return Exit::Error;
            }
        },
    }
    exit
}

fn text(all: &Status) -> String {
    let mut out = String::new();
    for of in &all.models {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        one(&mut out, &of.file, &of.standing);
    }
    if all.total.models > 1 {
        let _ = write!(out, "\n\n{}", total(&all.total));
    }
    out
}

fn one(out: &mut String, file: &str, s: &Standing) {
    line(out, "", &format!("{file}: {}, as of {}", s.title, s.today));
    if s.crossings == 0 {
        out.push_str("No flow crosses a trust boundary, so the model can't be judged yet.\n");
    }
    out.push('\n');
    threats(out, s);
    if s.requirements_broken > 0 {
        let _ = writeln!(out, "Rules of the house broken: {}", s.requirements_broken);
    }
    if let Some(score) = words::checklist::score(&s.checklist) {
        let _ = writeln!(out, "Checklist: {score}");
    }
    out.push('\n');
    items(out, "Overdue", &s.overdue);
    items(out, &format!("Ending within {} days", due::AHEAD), &s.ending);
    items(out, "Answers to threats that do not arise", &s.stale);
    line(out, "", &format!("Review: {}", review(&s.review)));
    sentences(out, "Unanswered questions", &s.unanswered);
    sentences(out, "Unconfirmed assumptions", &s.unconfirmed);
    let r = s.ratings;
    let _ = writeln!(out, "Ratings that nobody has confirmed: {} of {}", r.unrated, r.rateable);
    out.push('\n');
    table(out, &s.coverage);
}

/// Open and planned threats by severity.
fn threats(out: &mut String, s: &Standing) {
    let levels = || RiskLevel::ALL.iter().rev();
    let heads: String = levels().map(|l| format!("{:>10}", l.word())).collect();
    let _ = writeln!(out, "{:<10}{heads}{:>10}", "Threats", "together");
    for (name, by) in [("open", &s.open), ("planned", &s.planned)] {
        let cells: String = levels().map(|l| format!("{:>10}", by.get(*l))).collect();
        let _ = writeln!(out, "  {name:<8}{cells}{:>10}", by.total());
    }
    let _ = writeln!(out, "  {:<8}{:>50}", "closed", s.closed);
}

/// A list under its title and number.
fn items(out: &mut String, title: &str, items: &[Item]) {
    list(out, title, items, true);
}

/// The same of statements whose title says what they are.
fn sentences(out: &mut String, title: &str, items: &[Item]) {
    list(out, title, items, false);
}

fn list(out: &mut String, title: &str, items: &[Item], words: bool) {
    if items.is_empty() {
        let _ = writeln!(out, "{title}: none");
        return;
    }
    let _ = writeln!(out, "{title}: {}", items.len());
    let dated = items.iter().any(|i| i.day.is_some());
    let whens: Vec<String> = items.iter().map(when).collect();
    let whats = items.iter().map(|i| i.what.len()).max().unwrap_or(0);
    let wide = whens.iter().map(|w| w.len()).max().unwrap_or(0);
    for (i, when) in items.iter().zip(&whens) {
        let when = if dated { format!("{when:<wide$}  ") } else { String::new() };
        let owner = i.owner.as_ref().map(|o| format!(" ({o})")).unwrap_or_default();
        let what = if words { format!("{:<whats$}  ", i.what) } else { String::new() };
        line(out, &format!("  {when}{what}"), &format!("{}{owner}", i.text));
    }
}

/// The day of an item, and how far it is away.
fn when(item: &Item) -> String {
    let Some((day, left)) = item.day.as_ref().zip(item.days_left) else { return String::new() };
    format!("{day}, {}", due::away(left))
}

fn review(r: &Review) -> String {
    let last = r.last.as_ref().map_or_else(|| "never reviewed".to_owned(), |d| format!("last {d}"));
    let every = r.every_days.map(|n| format!("every {n} days, ")).unwrap_or_default();
    match (r.state, &r.next) {
        (ReviewState::NotAsked, _) => format!("{last}; the model says no `review: every …`"),
        (ReviewState::Overdue, Some(next)) => format!("overdue, was due {next}; {every}{last}"),
        (_, Some(next)) => format!("{every}{last}, next due {next}"),
        (_, None) => format!("{every}{last}"),
    }
}

/// STRIDE by part, with its legend.
fn table(out: &mut String, rows: &[Row]) {
    // Most systems decide about nobody; then the column would only be in the way.
    let harmful = rows.iter().any(|r| r.harm != Cell::default());
    let mut letters: String = Stride::ALL.iter().map(|s| format!("{:>4}", s.letter())).collect();
    if harmful {
        letters.push_str(&format!("{:>4}", Harm::LETTER));
    }
    let name = |r: &Row| match r.crossing {
        Some(n) => format!("{} ({n})", r.id),
        None => r.id.clone(),
    };
    let room = WIDTH - letters.len() - 2;
    let wide = rows.iter().map(|r| width(&name(r))).max().unwrap_or(0).clamp("STRIDE by part".len(), room);
    let _ = writeln!(out, "{}  {letters}", pad("STRIDE by part", wide));
    for (sort, title) in [
        ("element", "elements"),
        ("flow", "flows (with the number of the crossing)"),
        ("boundary", "boundaries"),
        ("model", "the whole model"),
    ] {
        let mine: Vec<&Row> = rows.iter().filter(|r| r.sort == sort).collect();
        if !mine.is_empty() {
            let _ = writeln!(out, "{title}");
        }
        for r in mine {
            let cells = r.cells.iter().chain(harmful.then_some(&r.harm));
            let cells: String = cells.map(|c| format!("{:>4}", cell(c))).collect();
            let _ = writeln!(out, "  {}{cells}", pad(&clip(&name(r), wide), wide));
        }
    }
    let mut names: Vec<String> =
        Stride::ALL.iter().map(|s| format!("{} {}", s.letter(), s.label().to_lowercase())).collect();
    names.extend(harmful.then(|| format!("{} harm to people", Harm::LETTER)));
    line(out, "", &format!("{}.", names.join(", ")));
    out.push_str(
        "A number: threats open or planned; ~: none of these, but some that are borne (accepted,\n\
         transferred or tolerated); -: found and closed; . : the rules found nothing.\n",
    );
}

fn cell(c: &Cell) -> String {
    match c.unsettled {
        0 if c.borne > 0 => "~".to_owned(),
        0 if c.answered + c.set_aside > 0 => "-".to_owned(),
        0 => ".".to_owned(),
        n => n.to_string(),
    }
}

fn total(t: &Total) -> String {
    let mut out = String::new();
    let by = |by: &BySeverity| {
        let some = by.words();
        if some.is_empty() { String::new() } else { format!(" ({})", some.join(", ")) }
    };
    let ending = format!("ending within {} days", due::AHEAD);
    let counts = [
        (t.overdue, "overdue", "overdue"),
        (t.ending, ending.as_str(), ending.as_str()),
        (t.stale, "answer to no threat", "answers to no threat"),
        (t.requirements_broken, "rule of the house broken", "rules of the house broken"),
        (t.unreviewed, "model without its review", "models without their review"),
        (t.unanswered, "question unanswered", "questions unanswered"),
        (t.unconfirmed, "assumption unconfirmed", "assumptions unconfirmed"),
        (t.unrated, "rating unconfirmed", "ratings unconfirmed"),
    ];
    let counts: Vec<String> =
        counts.iter().map(|(n, one, many)| format!("{n} {}", if *n == 1 { one } else { many })).collect();
    let text = format!(
        "{} open{}, {} planned{}; {}",
        t.open.total(),
        by(&t.open),
        t.planned.total(),
        by(&t.planned),
        counts.join(", ")
    );
    line(&mut out, &format!("All {} models: ", t.models), &text);
    out
}

/// How many columns a text takes; wide letters of East Asia take two.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd);
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

/// Filled up with blanks.
fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// Cut where it would be too wide.
fn clip(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out) + 2 > to.saturating_sub(1) {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// A head and a text behind it, folded at [`WIDTH`] and hung under itself.
fn line(out: &mut String, head: &str, text: &str) {
    let indent = width(head).max(2);
    let room = WIDTH.saturating_sub(indent).max(20);
    out.push_str(head);
    let mut column = 0;
    for word in text.split_whitespace() {
        let mut rest = word.to_owned();
        while !rest.is_empty() {
            // A word that no line can hold is cut.
            let mut piece = String::new();
            for c in rest.chars() {
                if width(&piece) + 2 > room {
                    break;
                }
                piece.push(c);
            }
            rest = rest.get(piece.len()..).unwrap_or("").to_owned();
            let wide = width(&piece);
            if column > 0 && column + 1 + wide > room {
                let _ = write!(out, "\n{}", " ".repeat(indent));
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(&piece);
            column += wide;
        }
    }
    out.push('\n');
}
