//! Diagnostics as text for a terminal, drawn the way rustc draws them.
//!
//! The only place that knows annotate-snippets, whose interface changes between minor versions.

pub use super::calm::calm;
use super::{Diagnostic, Label, Severity};
use crate::source::{SourceFile, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// Draws one diagnostic, its help and places included.
pub fn render(sources: &Sources, diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(calm(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let mut files: Vec<crate::source::FileId> = Vec::new();
    let places =
        || diagnostic.primary.iter().map(|l| (l, true)).chain(diagnostic.labels.iter().map(|l| (l, false)));
    for (label, _) in places() {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    for id in files {
        let Some(file) = sources.get(id) else { continue };
        for piece in pieces(file, places().filter(|(l, _)| l.span.file == id)) {
            if let Some((first, _)) = piece.labels.first().filter(|_| !piece.whole) {
                // Of a piece of a line the place is said beside it.
                let at = file.position(first.span.start);
                let origin = Origin::path(calm(&file.name));
                group = group.element(origin.line(at.line as usize).char_column(at.column as usize));
            }
            group = group.element(snippet(file, &piece));
        }
    }
    // The nearest word is help and fix at once; it is said once.
    let asked = diagnostic.help.iter().any(|h| h.starts_with("Did you mean"));
    if let Some(fix) = diagnostic.fix.as_ref().filter(|_| !asked) {
        group = group.element(Level::HELP.with_name(Some("fix")).message(calm(&fix.message)));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(calm(help)));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    out.push_str("\n\n");
    out
}

/// The longest line that is shown whole, in bytes.
const LINE: usize = 1_000;

/// The longest stretch of text that is drawn as one.
const STRETCH: usize = 4_000;

/// A stretch of a file with what is to be said in it.
struct Piece<'d> {
    range: Range<usize>,
    /// Whether it is of whole lines.
    whole: bool,
    /// Which labels, the primary one first.
    labels: Vec<(&'d Label, bool)>,
}

/// What of a file is drawn: the lines from the first label to the last. If that is much, only those
/// that have a label, and of a very long line the part around it: however large a file is, what is
/// drawn for one diagnostic is not.
fn pieces<'d>(file: &SourceFile, labels: impl Iterator<Item = (&'d Label, bool)>) -> Vec<Piece<'d>> {
    let mut out: Vec<Piece<'d>> = Vec::new();
    for (label, primary) in labels {
        let start = (label.span.start as usize).min(file.text.len());
        match out.iter_mut().find(|p| p.range.start <= start && start <= p.range.end) {
            Some(piece) => piece.labels.push((label, primary)),
            None => {
                let line = file.line(label.span.start);
                let whole = line.len() <= LINE;
                let range = if whole { line } else { around(&file.text, start, &line) };
                out.push(Piece { range, whole, labels: vec![(label, primary)] });
            }
        }
    }
    let from = out.iter().map(|p| p.range.start).min().unwrap_or(0);
    let to = out.iter().map(|p| p.range.end).max().unwrap_or(0);
    if out.len() > 1 && out.iter().all(|p| p.whole) && to - from <= STRETCH {
        let labels = out.into_iter().flat_map(|p| p.labels).collect();
        return vec![Piece { range: from..to, whole: true, labels }];
    }
    out
}

/// A part of a long line.
fn around(text: &str, start: usize, line: &Range<usize>) -> Range<usize> {
    let mut from = start.saturating_sub(LINE / 8).max(line.start);
    let mut to = (start + LINE / 4).min(line.end);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    from..to
}

/// What the drawing does not make visible itself: controls of ISO 6429 beyond ASCII, of which terminals take some for
/// the beginning of a sequence, and marks of direction that it does not know.
fn unseen(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// What of lines is not shown as it stands, and where: what can't be seen, and the bracket that makes a command of GitHub's
/// runner.
fn hidden(lines: &str) -> impl Iterator<Item = (usize, char)> {
    let command = |at: usize| lines.get(..at).is_some_and(|before| before.ends_with("##"));
    lines.char_indices().filter(move |(at, c)| unseen(*c) || (*c == '[' && command(*at)))
}

/// Lines of a file with signs in the place of what is hidden.
fn shown(lines: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, c) in hidden(lines) {
        out.push_str(lines.get(from..at).unwrap_or(""));
        out.push('\u{fffd}');
        from = at + c.len_utf8();
    }
    if from == 0 { lines.into() } else { (out + lines.get(from..).unwrap_or("")).into() }
}

/// Where a place of the lines is in what is shown of them.
fn in_shown(lines: &str, at: usize) -> usize {
    let before = lines.get(..at).unwrap_or("");
    at + hidden(before).map(|(_, c)| '\u{fffd}'.len_utf8() - c.len_utf8()).sum::<usize>()
}

/// A piece with a word at each place.
fn snippet<'a>(file: &'a SourceFile, piece: &Piece<'_>) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let Range { start: from, end: to } = piece.range;
    let lines = file.text.get(from..to).unwrap_or("");
    let line = file.position(u32::try_from(from).unwrap_or(u32::MAX)).line as usize;
    let mut snippet = Snippet::source(shown(lines)).line_start(line);
    if piece.whole {
        snippet = snippet.path(calm(&file.name));
    }
    for (label, primary) in &piece.labels {
        let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let clip = |n: u32| (n as usize).clamp(from, to) - from;
        let mut start = clip(label.span.start);
        let mut end = clip(label.span.end).max(start);
        // A span of a whole block is shown by its first line.
        if let Some(newline) = lines.get(start..end).and_then(|t| t.find('\n')) {
            end = start + newline.max(1);
        }
        while !lines.is_char_boundary(start) {
            start -= 1;
        }
        while !lines.is_char_boundary(end) {
            end += 1;
        }
        let mut annotation = kind.span(in_shown(lines, start)..in_shown(lines, end));
        if !label.text.is_empty() {
            annotation = annotation.label(calm(&label.text));
        }
        snippet = snippet.annotation(annotation);
    }
    snippet
}
