//! Texts made safe for their place in MediaWiki's text. It decodes entities after everything else, so a sign that is
//! written as one is never read as markup, by the pass that saves a page (`~~~~`, `{{subst:`) no more than by those that
//! show it.

use super::super::{address as percent, one_line};
use std::fmt::Write as _;

/// Words before a number that become links by themselves.
const MAGIC: [&str; 3] = ["RFC", "PMID", "ISBN"];

fn entity(out: &mut String, c: char) {
    let _ = write!(out, "&#{};", u32::from(c));
}

/// Running text on one line; `start` says that nothing of its line stands before it.
pub(super) fn text(out: &mut String, text: &str, start: bool) {
    let line = one_line(text);
    let line = if start { line.trim_start() } else { &line };
    let edge = line.len();
    let mut before = None;
    for (at, c) in line.char_indices() {
        let rest = line.get(at + c.len_utf8()..).unwrap_or("");
        let after = rest.chars().next();
        // Pieces of markup or text that stand beside this one are not seen here.
        let (first, last) = (at == 0, at + c.len_utf8() == edge);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '[' | ']' | '{' | '}' | '|' | '~' => entity(out, c),
            '*' | '#' | ';' | '=' | '-' | '+' | ':' | '!' if first && start => entity(out, c),
            '\'' | '_' | '!' if first || last || before == Some(c) || after == Some(c) => entity(out, c),
            // What follows a scheme is an address.
            ':' if before.is_some_and(char::is_alphanumeric) && after.is_some_and(|a| !a.is_whitespace()) => {
                entity(out, c);
            }
            '=' if last => entity(out, c),
            c if MAGIC.iter().any(|m| line.get(at..).is_some_and(|l| l.starts_with(m))) => entity(out, c),
            c => out.push(c),
        }
        before = Some(c);
    }
}

/// Lines between `<pre>` and `</pre>`, where nothing but tags and entities is read.
pub(super) fn code(out: &mut String, code: &str) {
    for c in code.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // The pass that saves pages leaves such lines alone only if it sees both tags.
            '~' | '{' | '}' | '[' | ']' | '-' => entity(out, c),
            c => out.push(c),
        }
    }
}

/// A text between the quotes of an attribute.
pub(super) fn attribute(out: &mut String, text: &str) {
    for c in one_line(text).chars() {
        match c {
            c if c.is_alphanumeric() || matches!(c, '-' | '.' | ' ') => out.push(c),
            c => entity(out, c),
        }
    }
}

/// A file's name without what titles can't have. Such names are ours; this only makes sure.
pub(super) fn file(out: &mut String, name: &str) {
    out.extend(one_line(name).chars().map(|c| {
        if matches!(c, '#' | '<' | '>' | '[' | ']' | '|' | '{' | '}' | ':' | '/' | '\\' | '~') {
            '-'
        } else {
            c
        }
    }));
}

/// What a link leads to: a page, a heading of it, or a heading of this page. A colon before a page keeps it from being
/// put into a category or shown as a picture.
pub(super) fn page(out: &mut String, page: &str, anchor: &str) {
    let part = |text: &str, out: &mut String| {
        for c in one_line(text).chars() {
            match c {
                '[' | ']' | '{' | '}' | '|' | '<' | '>' | '#' => out.push('-'),
                '~' => entity(out, c),
                c => out.push(c),
            }
        }
    };
    if !page.is_empty() {
        out.push(':');
        part(page, out);
    }
    if !anchor.is_empty() {
        out.push('#');
        part(anchor, out);
    }
}

/// What is shown for a place of an image map. That extension takes it as it is, up to a bracket, and decodes nothing.
pub(super) fn hint(out: &mut String, text: &str) {
    let mut before = None;
    for c in one_line(text).trim().chars() {
        out.push(match c {
            '[' | '{' => '(',
            ']' | '}' => ')',
            '<' => '‹',
            '>' => '›',
            '|' => '¦',
            '~' => '∼',
            // Two of them begin a word of the wiki's.
            '_' if before == Some('_') => ' ',
            c => c,
        });
        before = Some(c);
    }
}

/// An address between brackets.
pub(super) fn address(out: &mut String, url: &str) {
    let url = percent(url, "[]<>\"'{}|`~^\\").replace("__", "%5F%5F").replace('&', "&amp;");
    out.push_str(&url);
}
