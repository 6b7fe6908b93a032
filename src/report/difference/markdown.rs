//! A difference as Markdown, made for the comment of a pull request: what matters in a line and a
//! table, the rest folded away. Everything of a model is escaped.

use super::super::prose::{code, escape_markdown as md};
use super::super::words::{capital, difference as said, shape};
use super::{
    Compared, by_severity, crossings_line, heads, new_open, number, open_line, parts_line, was_open,
};
use crate::compare::{Change, Difference, Direction, Standing, ThreatChange};

/// How many rows a table has at most: a comment has a limit, and a reader too.
const ROWS: usize = 40;

/// The commands that list what a comment has no room for.
const LIST: &str = "trustline diff";
const LIST_AS_DATA: &str = "trustline diff --format json";

/// All differences as one comment.
pub fn write(all: &[Compared]) -> String {
    let mut out = String::new();
    for c in all {
        one(c, &mut out);
    }
    out.push_str(&said::compared_by(env!("CARGO_PKG_VERSION")));
    out.push('\n');
    out
}

/// A block: a blank line behind it.
fn block(out: &mut String, text: impl AsRef<str>) {
    out.push_str(text.as_ref());
    out.push_str("\n\n");
}

fn one(c: &Compared, out: &mut String) {
    let d = &c.difference;
    block(out, format!("### {} ({})", md(&d.new.title), code(&c.model)));
    if d.is_empty() && heads(d).is_empty() {
        return block(out, said::NOTHING_DIFFERS);
    }
    block(out, format!("**{}** {}", verdict(d), sentence(d)));
    let heads = heads(d);
    if !heads.is_empty() {
        let items: Vec<String> = heads.iter().map(|(n, t)| format!("- {}: {}", capital(n), md(t))).collect();
        block(out, items.join("\n"));
    }
    for r in &d.renamed_rules {
        block(out, format!("{}.", capital(&said::renamed_rule(&code(&r.old), &code(&r.new)))));
    }
    let (urgent, rest): (Vec<&ThreatChange>, Vec<&ThreatChange>) =
        d.threats.iter().filter(|t| t.change != Change::Renamed).partition(|t| is_urgent(t));
    if !urgent.is_empty() {
        block(out, table(&urgent));
    }
    if !rest.is_empty() {
        details(out, &said::other_changes(rest.len()), &table(&rest));
    }
    let renamed: Vec<String> = d
        .threats
        .iter()
        .filter_map(|t| Some(format!("- {}", said::other_id(&code(&t.id), &code(t.was.as_ref()?)))))
        .collect();
    if !renamed.is_empty() {
        details(out, &said::other_ids(renamed.len()), &cut(&renamed).join("\n"));
    }
    if !(d.parts.is_empty() && d.crossings.is_empty()) {
        let summary = said::parts(&parts_line(d), &crossings_line(d));
        details(out, &summary, &parts(d));
    }
}

/// Whether somebody has to look at it: it is open, and was not, or not as bad.
fn is_urgent(t: &ThreatChange) -> bool {
    t.direction == Direction::Worse && t.new.as_ref().is_some_and(Standing::is_unsettled)
}

/// What a reviewer wants to know first.
fn verdict(d: &Difference) -> String {
    let open = new_open(d).count();
    let worse = d.threats_that(Change::Changed).filter(|t| is_urgent(t)).count();
    said::verdict(open, &by_severity(new_open(d)), worse)
}

/// The rest in a sentence.
fn sentence(d: &Difference) -> String {
    let closed =
        d.threats.iter().filter(|t| t.direction == Direction::Better).filter(|t| was_open(t)).count();
    let settled = number(d, Change::New) - new_open(d).count();
    said::rest(open_line(d), closed, settled)
}

fn badge(s: &Standing) -> String {
    format!("{} {} ({}), {}", shape(s.severity), s.severity, s.residual.product(), s.status)
}

/// The lines with which a table begins.
fn head(heads: &[&str]) -> Vec<String> {
    vec![format!("| {} |", heads.join(" | ")), format!("|{}", " --- |".repeat(heads.len()))]
}

fn table(threats: &[&ThreatChange]) -> String {
    let mut lines = head(&said::HEADS_OF_THREATS);
    for t in threats.iter().take(ROWS) {
        let word = if t.change == Change::Changed { t.direction.word() } else { t.change.word() };
        let side = |s: &Option<Standing>| s.as_ref().map_or_else(|| "–".to_owned(), badge);
        let why: Vec<String> = t.because.iter().map(|r| md(&r.text)).collect();
        let title = format!("{}<br/>{}", md(&t.title), code(&t.id));
        lines.push(format!(
            "| {word} | {title} | {} | {} | {} | {} |",
            md(&t.place),
            side(&t.old),
            side(&t.new),
            why.join("<br/>")
        ));
    }
    if threats.len() > ROWS {
        lines.push(format!("| | {} | | | | |", said::more(threats.len() - ROWS, LIST)));
    }
    lines.join("\n")
}

fn parts(d: &Difference) -> String {
    let mut lines = head(&said::HEADS_OF_PARTS);
    for p in d.parts.iter().take(ROWS) {
        let mut what: Vec<String> = p.was.iter().map(|w| said::was(&code(w))).collect();
        what.extend(p.fields.iter().map(|f| format!("{}: {} → {}", f.name, md(&f.old), md(&f.new))));
        let what = if what.is_empty() { "–".to_owned() } else { what.join("<br/>") };
        lines.push(format!(
            "| {} | {} {}<br/>{} | {what} |",
            p.change.word(),
            p.sort.word(),
            md(&p.label),
            code(&p.id)
        ));
    }
    for c in d.crossings.iter().take(ROWS) {
        let side = |s: &Option<String>| s.as_deref().map_or_else(|| said::NOTHING.to_owned(), md);
        lines.push(format!(
            "| {} | {}<br/>{} | {} |",
            c.change.word(),
            said::crossing(&md(&c.label)),
            code(&c.flow),
            said::crosses_now(&side(&c.before), &side(&c.now))
        ));
    }
    let all = d.parts.len() + d.crossings.len();
    let shown = d.parts.len().min(ROWS) + d.crossings.len().min(ROWS);
    if all > shown {
        lines.push(format!("| | {} | |", said::more(all - shown, LIST)));
    }
    lines.join("\n")
}

fn cut(items: &[String]) -> Vec<String> {
    let mut out: Vec<String> = items.iter().take(ROWS).cloned().collect();
    if items.len() > ROWS {
        out.push(format!("- {}", said::more(items.len() - ROWS, LIST_AS_DATA)));
    }
    out
}

/// What folds away: the tags and the summary on lines of their own, blank lines around the body.
fn details(out: &mut String, summary: &str, body: &str) {
    block(out, format!("<details>\n<summary>{summary}</summary>"));
    block(out, body);
    block(out, "</details>");
}
