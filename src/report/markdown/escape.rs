//! Texts made safe for their place in Markdown: they are read as what they are and nothing else.

use super::dialect::Dialect;
use crate::report::prose::is_unsafe;
use std::fmt::Write as _;

/// Schemes that run something. Where a text names one it is broken up, so that no dialect makes a link of it.
const RUNNING: [&str; 3] = ["javascript:", "vbscript:", "data:"];

/// Text without signs that a text has no use for.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

/// A title for what a site makes of it beside the page: the browser's title, its navigation, which some themes write
/// into HTML as it is, and others after reading its entities. No sign of it is one of HTML or of a template.
pub fn title(text: &str) -> String {
    let text = clean(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        match c {
            '<' => out.push('‹'),
            '>' => out.push('›'),
            // The beginning of an entity.
            '&' if next == '#' || next.is_ascii_alphabetic() => out.push('＆'),
            '{' if matches!(next, '{' | '%' | '#') => out.push_str("{ "),
            c => out.push(c),
        }
    }
    out
}

fn entity(out: &mut String, c: char) {
    let _ = write!(out, "&#{};", u32::from(c));
}

fn runs(text: &str) -> bool {
    text.contains(':') && {
        let lower = text.to_ascii_lowercase();
        RUNNING.iter().any(|s| lower.contains(s))
    }
}

/// Text as Markdown on one line; `start` says that it stands at the start of a line.
///
/// `& < > { } |` become entities in every dialect, as some read tags, expressions and table cells before anything
/// else; what marks emphasis, code, links, mathematics and names of people is escaped by a `\`, or by an entity
/// where the dialect says so.
pub fn text(out: &mut String, text: &str, dialect: &Dialect, start: bool) {
    let from = out.len();
    let colon = runs(text);
    let opened = start && dialect.openers.iter().any(|o| text.trim_start().starts_with(o));
    let mut before = ' ';
    let mut rest = text;
    loop {
        // Letters are most of a text; but for the first of a line they stay what they are.
        if !start || out.len() > from {
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (run, other) = rest.split_at_checked(letters).unwrap_or((rest, ""));
            out.push_str(run);
            before = run.chars().next_back().unwrap_or(before);
            rest = other;
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return };
        rest = chars.as_str();
        let after = chars.next().unwrap_or(' ');
        let first = start && out.len() == from;
        if c.is_whitespace() {
            // Blanks at the start of a line would indent it.
            if !before.is_whitespace() || (out.len() == from && !start) {
                out.push(' ');
            }
            before = ' ';
            continue;
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '{' | '}' | '|' => entity(out, c),
            '@' if !before.is_alphanumeric() => entity(out, c),
            ':' if colon => entity(out, c),
            c if first && (opened || matches!(c, '=' | ':')) => entity(out, c),
            '_' if before.is_alphanumeric() && after.is_alphanumeric() => out.push('_'),
            c if dialect.entities.contains(c) => entity(out, c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // At the start of a line these begin a heading, a list, a rule.
            '#' | '+' | '-' if first => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if start && after.is_whitespace() && digits(out, from) => {
                out.push('\\');
                out.push(c);
            }
            c if is_unsafe(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
        before = c;
    }
}

/// Whether all that was written of a text is digits.
fn digits(out: &str, from: usize) -> bool {
    out.get(from..).is_some_and(|t| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()))
}

/// Text between backticks where that is safe everywhere, else as escaped text.
pub fn code(out: &mut String, code: &str, dialect: &Dialect, start: bool) {
    let odd = |c: char| {
        matches!(c, '`' | '|' | '{' | '}' | '<' | '&' | '\\' | '$') || c.is_control() || is_unsafe(c)
    };
    if code.trim() != code || code.is_empty() || code.chars().any(odd) {
        text(out, code, dialect, start);
    } else {
        out.push('`');
        out.push_str(code);
        out.push('`');
    }
}

/// Text for a place where some dialects read HTML and others Markdown: every sign of either is an entity.
pub fn html(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => out.push(' '),
            c if is_unsafe(c) => out.push('\u{fffd}'),
            '.' | ',' | ';' | '(' | ')' | '%' | '/' | '?' | '-' | '+' => out.push(c),
            c if c.is_ascii_punctuation() => entity(out, c),
            c => out.push(c),
        }
    }
}

/// An address for the round brackets of a link.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' | ')' | '<' | '>' | '"' | '\'' | '`' | '|' | '{' | '}' | '[' | ']' | '\\' | '*' | '~'
            | '$' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}
