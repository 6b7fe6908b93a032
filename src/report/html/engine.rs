//! The template engine: built-in templates, those of a theme over them, and what is wrong with these.
//!
//! Templates see what they are given and nothing else: the engine has no function that reads a file or
//! the environment, and an `include` or `extends` finds only templates that were handed in.

use crate::report::prose;
use crate::theme::{TEMPLATES, Theme};
use std::ops::Range;
use tera::Tera;

/// What the names of the built-in templates begin with, for those that extend or include them in spite of
/// one of the same name.
const BUILT_IN: &str = "default/";

/// A template that fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, in the words of the template engine.
    pub message: String,
    /// Where; none if it is not in one place.
    pub place: Option<Spot>,
    /// The block in which that is.
    pub block: Option<String>,
    /// From where the template was included, the innermost first.
    pub from: Vec<Spot>,
}

/// A place in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The template's name; a built-in one's begins with `default/`.
    pub template: String,
    /// Its text.
    pub text: String,
    /// Which part of it, in bytes.
    pub range: Range<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(p) = &self.place {
            write!(f, "{}:{}:{}: ", p.template, p.line, p.column)?;
        }
        f.write_str(&self.message)
    }
}

/// An engine with all templates of a theme, without filters.
pub(super) fn engine() -> Tera {
    let mut tera = Tera::new();
    // Escaping goes by the ending of the name.
    tera.autoescape_on(vec![".html"]);
    tera.set_escape_fn(|text, out| out.write_all(prose::escape_html(text).as_bytes()));
    tera
}

/// Gives an engine its templates.
///
/// # Errors
/// When one of them has no form, or asks for what there is not.
pub(super) fn load(tera: &mut Tera, theme: &Theme) -> Result<(), Vec<Fault>> {
    let built_in = TEMPLATES.iter().map(|(name, text)| (format!("{BUILT_IN}{name}"), (*text).to_owned()));
    let own = theme.templates.iter().map(|(name, text)| (name.clone(), text.clone()));
    let done =
        tera.set_fallback_prefixes([BUILT_IN]).and_then(|()| tera.add_raw_templates(built_in.chain(own)));
    done.map_err(|e| faults(&e, theme))
}

/// Whether a theme's own templates define a component.
pub(super) fn defines(theme: &Theme, component: &str) -> bool {
    let mut heads = theme.templates.values().flat_map(|text| text.split("component").skip(1));
    heads.any(|rest| {
        let rest = rest.trim_start().strip_prefix(component).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with('('))
    })
}

/// The text of a template by the engine's name for it.
fn text<'a>(name: &str, theme: &'a Theme) -> Option<&'a str> {
    match name.strip_prefix(BUILT_IN) {
        Some(name) => TEMPLATES.iter().find(|(own, _)| *own == name).map(|(_, text)| *text),
        None => theme.templates.get(name).map(String::as_str),
    }
}

/// An error without a place: templates that need one another.
fn ring(error: &tera::Error) -> Option<String> {
    let names = |chain: &[String]| chain.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
    match error.kind() {
        tera::ErrorKind::CircularExtend { tpl, .. } => {
            Some(format!("`{tpl}` extends itself in the end; the built-in one is `{BUILT_IN}{tpl}`"))
        }
        tera::ErrorKind::CircularInclude { tpl, include_chain } => Some(format!(
            "`{tpl}` includes itself in the end, by {}; the built-in one is `{BUILT_IN}{tpl}`",
            names(include_chain)
        )),
        _ => None,
    }
}

/// What the engine says of errors: paragraphs, each `error: MESSAGE` with a place, or `note: called from` one.
pub(super) fn faults(error: &tera::Error, theme: &Theme) -> Vec<Fault> {
    if let Some(message) = ring(error) {
        return vec![Fault { message, ..Fault::default() }];
    }
    let said = error.to_string();
    let mut out: Vec<Fault> = Vec::new();
    for paragraph in said.split("\n\n") {
        if let Some(note) = paragraph.strip_prefix("note: called from ") {
            let spot = note.lines().next().and_then(|at| spot(at, paragraph, theme));
            if let Some(fault) = out.last_mut() {
                fault.from.extend(spot);
            }
            continue;
        }
        let mut fault = Fault::default();
        let mut lines = paragraph.lines();
        for line in lines.by_ref() {
            if let Some(at) = line.trim_start().strip_prefix("--> ") {
                fault.place = spot(at, paragraph, theme);
                break;
            }
            if !fault.message.is_empty() {
                fault.message.push(' ');
            }
            fault.message.push_str(line.strip_prefix("error: ").unwrap_or(line));
        }
        out.push(fault);
    }
    // What an error comes from stands under it.
    let mut under = std::error::Error::source(error);
    while let (Some(e), Some(fault)) = (under, out.last_mut()) {
        fault.message.push_str(&format!(": {e}"));
        under = e.source();
    }
    for fault in &mut out {
        let spots = fault.place.iter().chain(&fault.from);
        fault.block = spots.into_iter().find_map(|s| block(&s.text, s.range.start));
    }
    out
}

/// A place as the engine writes it, `NAME:LINE:COLUMN`; its length is that of the `^^^` in the paragraph.
fn spot(at: &str, paragraph: &str, theme: &Theme) -> Option<Spot> {
    let mut parts = at.rsplitn(3, ':');
    let (column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
    let (column, line): (usize, usize) = (column.trim().parse().ok()?, line.parse().ok()?);
    let text = text(name, theme)?;
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let row = text.get(before..)?.lines().next().unwrap_or("");
    let offset = |chars: usize| before + row.chars().take(chars).map(char::len_utf8).sum::<usize>();
    let marked = paragraph.chars().rev().take_while(|c| *c == '^').count().max(1);
    let (start, end) = (offset(column.checked_sub(1)?), offset(column.checked_sub(1)? + marked));
    Some(Spot { template: name.to_owned(), text: text.to_owned(), range: start..end, line, column })
}

/// The innermost block of a template around a place in it.
fn block(text: &str, at: usize) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find("{%")) {
        let start = from + found;
        if start > at {
            break;
        }
        from = start + 2;
        let tag = text.get(from..)?;
        let tag = tag.split("%}").next().unwrap_or(tag).trim_matches('-');
        let mut words = tag.split_whitespace();
        match (words.next(), words.next()) {
            (Some("block"), Some(name)) => open.push(name),
            // The end of a block still belongs to it.
            (Some("endblock"), _) if from + tag.len() < at => {
                open.pop();
            }
            _ => {}
        }
    }
    open.last().map(|name| (*name).to_owned())
}
