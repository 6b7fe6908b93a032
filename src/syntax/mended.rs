//! A text with small changes, and the way from places in it back to places in the text as it was.

use std::borrow::Cow;

/// What takes the place of a stretch of text.
#[derive(Clone, Debug)]
pub enum With {
    /// As many blanks.
    Blanks,
    /// This text.
    Text(Cow<'static, str>),
}

/// A change: a stretch of bytes and what takes its place. Its ends lie between characters.
#[derive(Clone, Debug)]
pub struct Patch {
    /// The first byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
    /// What comes there.
    pub with: With,
}

impl Patch {
    /// Blanks in place of a stretch.
    pub fn blanks(start: usize, end: usize) -> Patch {
        Patch { start, end, with: With::Blanks }
    }

    /// A text in place of a stretch.
    pub fn text(start: usize, end: usize, text: impl Into<Cow<'static, str>>) -> Patch {
        Patch { start, end, with: With::Text(text.into()) }
    }
}

/// A stretch of another length than what it stands for.
#[derive(Clone, Copy, Debug)]
struct Shift {
    new_start: usize,
    new_end: usize,
    old_start: usize,
    old_end: usize,
}

/// A text after its changes.
#[derive(Clone, Debug)]
pub struct Mended<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    shifts: Vec<Shift>,
}

impl<'a> Mended<'a> {
    /// Applies changes. One that begins within another is dropped.
    pub fn new(text: &'a str, mut patches: Vec<Patch>) -> Mended<'a> {
        if patches.is_empty() {
            return Mended { text: Cow::Borrowed(text), shifts: Vec::new() };
        }
        // An insertion goes before what replaces the text behind it.
        patches.sort_by_key(|p| (p.start, p.end));
        let mut out = String::with_capacity(text.len() + 16);
        let mut shifts = Vec::new();
        let mut at = 0;
        for patch in patches {
            let Some(between) = text.get(at..patch.start) else { continue };
            out.push_str(between);
            let new_start = out.len();
            match &patch.with {
                With::Blanks => out.extend(std::iter::repeat_n(' ', patch.end - patch.start)),
                With::Text(t) => out.push_str(t),
            }
            if out.len() - new_start != patch.end - patch.start {
                shifts.push(Shift {
                    new_start,
                    new_end: out.len(),
                    old_start: patch.start,
                    old_end: patch.end,
                });
            }
            at = patch.end;
        }
        out.push_str(text.get(at..).unwrap_or(""));
        Mended { text: Cow::Owned(out), shifts }
    }

    /// Whether every place is where it was.
    pub fn keeps_places(&self) -> bool {
        self.shifts.is_empty()
    }

    /// Where a place of the changed text stands in the text as it was.
    pub fn old(&self, new: usize) -> usize {
        if self.shifts.is_empty() {
            return new;
        }
        let next = self.shifts.partition_point(|s| s.new_start <= new);
        match next.checked_sub(1).and_then(|i| self.shifts.get(i)) {
            None => new,
            Some(s) if new >= s.new_end => s.old_end + (new - s.new_end),
            Some(s) => (s.old_start + (new - s.new_start)).min(s.old_end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_find_their_way_back() {
        let m =
            Mended::new("ab→cd", vec![Patch::text(2, 5, "->"), Patch::text(7, 7, "}"), Patch::blanks(0, 1)]);
        assert_eq!(m.text, " b->cd}");
        let back: Vec<usize> = (0..=7).map(|i| m.old(i)).collect();
        assert_eq!(back, [0, 1, 2, 3, 5, 6, 7, 7]);
    }
}
