//! Diagnostics as text for a terminal, drawn the way rustc draws them.
//!
//! The only place that knows annotate-snippets, whose interface changes between minor versions.

pub use super::calm::calm;
use super::{Diagnostic, Label, Severity};
use crate::source::{SourceFile, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

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
        let mine: Vec<(&Label, bool)> = places().filter(|(l, _)| l.span.file == id).collect();
        group = group.element(snippet(file, &mine));
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

/// The lines that hold the places, with a word at each.
fn snippet<'a>(
    file: &'a SourceFile,
    places: &[(&Label, bool)],
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = file.text.as_str();
    let first = places.iter().map(|(l, _)| l.span.start as usize).min().unwrap_or(0).min(text.len());
    let last = places.iter().map(|(l, _)| l.span.end as usize).max().unwrap_or(0).min(text.len());
    // Only the lines in question: drawing must not read a large file once a diagnostic.
    let from = text.get(..first).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
    let to = text.get(last..).and_then(|t| t.find('\n')).map_or(text.len(), |i| last + i);
    let lines = text.get(from..to).unwrap_or("");
    let line = file.position(u32::try_from(from).unwrap_or(u32::MAX)).line as usize;
    let mut snippet = Snippet::source(lines).line_start(line).path(calm(&file.name));
    for (label, primary) in places {
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
        let mut annotation = kind.span(start..end);
        if !label.text.is_empty() {
            annotation = annotation.label(calm(&label.text));
        }
        snippet = snippet.annotation(annotation);
    }
    snippet
}
