//! What was said of the state before, carried over to the next until its own analysis is there: otherwise
//! every warning that comes from the analysis would vanish and come back with every key.

use crate::diagnostic::{Diagnostic, Label};
use crate::ide::Snapshot;
use crate::source::{FileId, Span};
use std::collections::HashMap;

/// Where a file's text has changed: from the end of what both texts begin with to what both end with.
struct Moved {
    to: FileId,
    /// The end of the common beginning.
    start: usize,
    /// The beginning of the common end, in the text before.
    end: usize,
    /// How far what stands there has moved.
    by: isize,
}

impl Moved {
    fn between(to: FileId, before: &str, now: &str) -> Moved {
        let start = before.bytes().zip(now.bytes()).take_while(|(a, b)| a == b).count();
        let left = before.len().min(now.len()) - start;
        let back = before.bytes().rev().zip(now.bytes().rev()).take(left).take_while(|(a, b)| a == b).count();
        let by = isize::try_from(now.len()).unwrap_or(0) - isize::try_from(before.len()).unwrap_or(0);
        Moved { to, start, end: before.len() - back, by }
    }

    /// Where a span stands now; nothing if it was touched.
    fn span(&self, span: Span) -> Option<Span> {
        let range = span.range();
        if range.end < self.start || (range.end <= self.start && self.start == self.end) {
            return Some(Span { file: self.to, ..span });
        }
        if range.start < self.end {
            return None;
        }
        let place = |at: usize| at.checked_add_signed(self.by);
        Some(Span::new(self.to, place(range.start)?, place(range.end)?))
    }
}

/// What the analysis of an earlier state said, at its places in the state of now. What stood where the text
/// has changed is left out, and so are fixes, since nobody knows whether they still fit.
pub fn carried(before: &Snapshot, now: &Snapshot) -> Vec<Diagnostic> {
    let Some(analysis) = &before.analysis else { return Vec::new() };
    if before.draft.is_broken() || now.draft.is_broken() {
        return Vec::new();
    }
    let mut moved: HashMap<FileId, Moved> = HashMap::new();
    for (file, source) in before.sources().iter() {
        let to = before.path(file).and_then(|p| now.file(p));
        if let Some((to, text)) = to.and_then(|to| Some((to, &now.source(to)?.text))) {
            moved.insert(file, Moved::between(to, &source.text, text));
        }
    }
    let span = |s: Span| moved.get(&s.file).and_then(|m| m.span(s));
    let label = |l: &Label| Some(Label { span: span(l.span)?, text: l.text.clone() });
    let carry = |d: &Diagnostic| {
        let primary = match &d.primary {
            Some(p) => Some(label(p)?),
            None => None,
        };
        let labels = d.labels.iter().filter_map(label).collect();
        Some(Diagnostic { primary, labels, fix: None, ..d.clone() })
    };
    analysis.diagnostics.iter().filter_map(carry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_keeps_its_words() {
        let file = FileId(0);
        let moved = |before: &str, now: &str, a: usize, b: usize| {
            Moved::between(file, before, now).span(Span::new(file, a, b)).map(Span::range)
        };
        assert_eq!(moved("one two three", "one TWOO three", 0, 3), Some(0..3));
        assert_eq!(moved("one two three", "one TWOO three", 8, 13), Some(9..14));
        assert_eq!(moved("one two three", "one TWOO three", 4, 7), None);
        assert_eq!(moved("aaa", "aaaa", 0, 3), Some(0..3));
        assert_eq!(moved("same", "same", 0, 4), Some(0..4));
    }
}
