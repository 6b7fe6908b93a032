//! Texts made safe for their place in DokuWiki's text. It decodes no entities: what could mean something stands
//! between `%%`, where nothing is read, and a `%` itself between `<nowiki>`.

use super::super::{address as percent, one_line};

/// Words that become pictures.
const PICTURES: [&str; 3] = ["LOL", "FIXME", "DELETEME"];

/// Running text on one line. Words that can't mean anything stay as they are, so that people can read and edit it.
pub(super) fn text(out: &mut String, text: &str) {
    let line = one_line(text);
    let mut held = String::new();
    let mut pending = false;
    for word in line.split(' ') {
        let blank = std::mem::replace(&mut pending, true);
        if is_plain(word) || word.is_empty() {
            wrap(out, &std::mem::take(&mut held));
            if blank {
                out.push(' ');
            }
            out.push_str(word);
        } else if held.is_empty() {
            if blank {
                out.push(' ');
            }
            held.push_str(word);
        } else {
            held.push(' ');
            held.push_str(word);
        }
    }
    wrap(out, &held);
}

/// A text of which nothing is read.
pub(super) fn whole(out: &mut String, text: &str) {
    wrap(out, &one_line(text));
}

fn wrap(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if text.contains('%') {
        out.push_str("<nowiki>");
        out.push_str(&text.replace("</nowiki>", "</now</nowiki><nowiki>iki>"));
        out.push_str("</nowiki>");
    } else {
        out.push_str("%%");
        out.push_str(text);
        out.push_str("%%");
    }
}

/// Whether a word means nothing to the wiki: letters and digits, with single signs between them that form no sign of
/// its own, perhaps in brackets and before one mark of punctuation.
fn is_plain(word: &str) -> bool {
    // The end of a sentence behind what is marked.
    if matches!(word, "." | "," | ";" | ":" | "!" | "?" | "-") {
        return true;
    }
    let core = word.strip_prefix('(').unwrap_or(word);
    let core = core.strip_suffix(['.', ',', ';', ':', '!', '?']).unwrap_or(core);
    let core = core.strip_suffix(')').unwrap_or(core);
    let lower = core.to_ascii_lowercase();
    if core.is_empty()
        || PICTURES.contains(&core)
        || lower.starts_with("www.")
        || lower.starts_with("ftp.")
        || word.starts_with('(') && core.chars().count() <= 2
        || word.ends_with(')') && core.chars().count() == 1
    {
        return false;
    }
    let mut before = None;
    let mut chars = core.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let between = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        let digits =
            before.is_some_and(|b: char| b.is_ascii_digit()) && after.is_some_and(|a| a.is_ascii_digit());
        let fits = match c {
            // A size, which would get another sign.
            'x' | 'X' if digits => false,
            c if c.is_alphanumeric() => true,
            '-' | '.' | ',' | '/' | '_' | ':' => between,
            c => !c.is_ascii(),
        };
        if !fits {
            return false;
        }
        before = Some(c);
    }
    true
}

/// A heading: a line of plain text between its marks, of which it must not have more.
pub(super) fn heading(text: &str) -> String {
    let line = one_line(text);
    let line = line.trim();
    let mut out = String::with_capacity(line.len());
    if line.starts_with('=') {
        out.push('\u{200b}');
    }
    out.push_str(line);
    if line.ends_with('=') {
        out.push('\u{200b}');
    }
    out
}

/// What a link shows: plain text up to the brackets that end it.
pub(super) fn words(text: &str) -> String {
    let line = one_line(text).trim().replace(']', ")").replace('[', "(");
    // Between such braces it would be a picture.
    line.replace("{{", "((").replace("}}", "))")
}

/// What stands for a picture or a file.
pub(super) fn media(text: &str) -> String {
    one_line(text).trim().replace(['{', '['], "(").replace(['}', ']'], ")").replace('|', "¦")
}

/// The id of a page or a file. Such ids are ours; this only makes sure.
pub(super) fn target(id: &str) -> String {
    one_line(id)
        .chars()
        .map(|c| if matches!(c, '[' | ']' | '{' | '}' | '|' | '#' | '?' | '>' | '<') { '-' } else { c })
        .collect()
}

/// An address for a link; none if the wiki would not read it as one.
pub(super) fn address(url: &str) -> Option<String> {
    let clean = percent(url, "[]<>\"'{}|`^\\%").replace("%25", "%");
    let lower = clean.to_ascii_lowercase();
    if lower.starts_with("mailto:") {
        // It knows addresses of people without their scheme.
        let mail = clean.get("mailto:".len()..)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+');
        return (mail.contains('@') && mail.chars().all(plain)).then(|| mail.to_owned());
    }
    lower.contains("://").then_some(clean)
}
