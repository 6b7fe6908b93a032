//! A text that was read before and has changed a little: statements around the change are taken over as they
//! were read.
//!
//! Both texts are seen as pieces, cut wherever a statement ends that stands in nothing. A piece is taken over if
//! both texts have it, letter by letter, before the change or behind it, and if nothing was wrong in it at either
//! time. What comes out is what [`parse`](super::parse) gives of the new text.

use super::Seams;
use super::tree::moved::Placed;
use super::tree::{Statement, Tree};

/// What is known of a text as it was.
#[derive(Copy, Clone)]
pub struct Before<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tree.
    pub tree: &'a Tree,
    /// Where it could be cut.
    pub seams: &'a Seams,
}

/// Statements of the text as it was, and how far they have moved.
pub(super) struct Taken<'a> {
    statements: &'a [Statement],
    by: i64,
}

impl Taken<'_> {
    /// The statements as they stand in the new text.
    pub(super) fn statements(&self) -> impl Iterator<Item = Statement> {
        self.statements.iter().map(|s| {
            let mut s = s.clone();
            if self.by != 0 {
                s.moved(self.by);
            }
            s
        })
    }
}

/// Two texts, and how far they are the same.
pub(super) struct Change<'a> {
    before: Before<'a>,
    /// How long the new text is.
    length: usize,
    /// How many bytes are the same at the beginning of both.
    head: usize,
    /// How many are at the end.
    tail: usize,
}

impl<'a> Change<'a> {
    /// Compares a text with what it was.
    pub(super) fn new(before: Before<'a>, text: &str) -> Change<'a> {
        let (old, new) = (before.text.as_bytes(), text.as_bytes());
        let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let left = old.len().min(new.len()) - head;
        let tail = old.iter().rev().zip(new.iter().rev()).take(left).take_while(|(a, b)| a == b).count();
        Change { before, length: new.len(), head, tail }
    }

    /// The statements of a piece of the new text, if they can be taken over. `troubled` are the places of the
    /// new text where something is wrong.
    pub(super) fn taken(&self, start: usize, end: usize, troubled: &[u32]) -> Option<Taken<'a>> {
        let (was, length) = (self.before.text.len(), self.length);
        let (old_start, old_end) = if end <= self.head {
            (start, end)
        } else if start >= length - self.tail {
            (start + was - length, end + was - length)
        } else {
            return None;
        };
        let seams = self.before.seams;
        let sound = !touched(troubled, start, end) && !touched(&seams.troubled, old_start, old_end);
        if !sound || !seams.is_piece(old_start, old_end, was) {
            return None;
        }
        let all = &self.before.tree.statements;
        let index = |place: usize| all.partition_point(|s| (s.span.start as usize) < place);
        let statements = all.get(index(old_start)..index(old_end))?;
        // Only the first piece may begin with something else than a statement.
        let begins = old_start == 0 || statements.first().is_some_and(|s| s.span.start as usize == old_start);
        if !begins || statements.last().is_some_and(|s| s.span.end as usize > old_end) {
            return None;
        }
        let by = i64::try_from(start).ok()? - i64::try_from(old_start).ok()?;
        Some(Taken { statements, by })
    }
}

/// Whether one of some places, which are in order, lies in a piece or at its ends.
fn touched(places: &[u32], start: usize, end: usize) -> bool {
    let first = places.partition_point(|&p| (p as usize) < start);
    places.get(first).is_some_and(|&p| p as usize <= end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use crate::syntax::parse;

    #[test]
    fn sound_pieces_on_both_sides_of_a_change_are_taken() {
        let (was, now) = ("llm a\n\nllm b\n}\nllm c\nllm d\n", "llm a\n\nllm b\n}\nllm cc\nllm d\n");
        let parsed = parse(FileId(0), was);
        let change = Change::new(Before { text: was, tree: &parsed.tree, seams: &parsed.seams }, now);
        assert!(change.taken(0, 7, &[]).is_none(), "a text whose brackets are not in pairs is read whole");

        let (was, now) = (was.replace('}', "b ->"), now.replace('}', "b ->"));
        let parsed = parse(FileId(0), &was);
        let change = Change::new(Before { text: &was, tree: &parsed.tree, seams: &parsed.seams }, &now);
        let troubled = &parsed.seams.troubled;
        let pieces = [(0, 7), (7, 13), (13, 18), (18, 25), (25, 31)];
        let taken = pieces.map(|(start, end)| {
            change.taken(start, end, troubled).map(|t| {
                let spans = t.statements().map(|s| now.get(s.span.range()).unwrap_or(""));
                spans.collect::<Vec<_>>()
            })
        });
        // What stands right before a mistake may be its cause.
        assert_eq!(taken, [Some(vec!["llm a"]), None, None, None, Some(vec!["llm d"])]);
        assert!(change.taken(0, 13, troubled).is_none(), "two pieces are none");
        assert!(change.taken(0, 7, &[3]).is_none(), "what the scan has found is looked at anew");
    }
}
