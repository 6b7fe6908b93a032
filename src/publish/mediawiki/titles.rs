//! What pages and files may be called.

use crate::publish::mark;

/// The longest title, in bytes.
pub(super) const LONGEST: usize = 240;

/// A title without what titles can't hold: `#<>[]|{}`, slashes and colons, which have a meaning, control
/// characters, `_`, which is a blank, and what looks like an escape or a signature.
pub(super) fn plain_title(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for c in title.chars() {
        match c {
            '<' | '[' | '{' => out.push('('),
            '>' | ']' | '}' => out.push(')'),
            '#' | '|' | '/' | ':' | '~' | '%' | '&' | '+' | '\\' => out.push('-'),
            '_' => out.push(' '),
            c if c.is_control() || c.is_whitespace() || is_hidden(c) => out.push(' '),
            c => out.push(c),
        }
    }
    let mut plain = out.split_whitespace().collect::<Vec<_>>().join(" ");
    while plain.starts_with(['.', '-', ' ']) {
        plain.remove(0);
    }
    plain.trim_end_matches(['.', ' ']).to_owned()
}

/// Signs without a shape, among them those that turn the direction of text.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// A title as the wiki writes it: with a capital letter first.
pub(super) fn first_capital(title: &str) -> String {
    let (space, rest) = match title.split_once(':') {
        Some((space, rest)) => (Some(space), rest),
        None => (None, title),
    };
    let capital = |text: &str| {
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |c| {
            // A letter that becomes two stays as it is.
            let mut upper = c.to_uppercase();
            let first = match (upper.next(), upper.next()) {
                (Some(one), None) => one,
                _ => c,
            };
            std::iter::once(first).chain(chars).collect()
        })
    };
    space.map_or_else(|| capital(rest), |space| format!("{}:{}", capital(space), capital(rest)))
}

/// A title of at most [`LONGEST`] bytes; one that is longer ends with a part of its hash.
pub(super) fn shortened(title: &str) -> String {
    if title.len() <= LONGEST {
        return title.to_owned();
    }
    let hash = mark::hash(title);
    format!("{} {}", cut(title, LONGEST - 17), mark::short(&hash))
}

/// The beginning of a text, of at most so many bytes.
pub(super) fn cut(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or_default().trim_end()
}
