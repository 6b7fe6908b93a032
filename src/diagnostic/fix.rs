//! Fixes made: texts and edits in, texts out. No file is touched here.

use super::{Edit, Fix};
use crate::source::{FileId, Sources};
use std::collections::BTreeMap;

/// What became of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patched {
    /// The files that changed, with their new texts.
    pub texts: BTreeMap<FileId, String>,
    /// The places, among those given, of the fixes that were made.
    pub made: Vec<usize>,
}

/// Makes as many of the fixes as go together: in the order of the text, each whole or not at all,
/// and of two that change the same place the first. The rest can be tried on what comes out.
pub fn apply(sources: &Sources, fixes: &[&Fix]) -> Patched {
    let mut order: Vec<(usize, &Fix)> = fixes.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, fix)| fix.edits.iter().map(|e| e.span).min());
    let mut taken: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    let mut made = Vec::new();
    for (index, fix) in order {
        let free = |e: &Edit| {
            let others = taken.get(&e.span.file).into_iter().flatten();
            others.copied().chain(fix.edits.iter().filter(|o| !std::ptr::eq(*o, e))).all(|o| apart(o, e))
        };
        if !fix.edits.is_empty() && fix.edits.iter().all(|e| sound(sources, e) && free(e)) {
            for e in &fix.edits {
                taken.entry(e.span.file).or_default().push(e);
            }
            made.push(index);
        }
    }
    made.sort_unstable();
    let texts = taken
        .into_iter()
        .filter_map(|(file, edits)| {
            let text = sources.get(file)?.text.as_str();
            let new = edited(text, edits);
            (new != text).then_some((file, new))
        })
        .collect();
    Patched { texts, made }
}

/// Whether an edit's place is one in its file.
fn sound(sources: &Sources, e: &Edit) -> bool {
    let range = e.span.range();
    range.start <= range.end && sources.get(e.span.file).is_some_and(|f| f.text.get(range).is_some())
}

/// Whether two edits leave each other alone. Two insertions at one place do not: nobody knows
/// which comes first.
fn apart(a: &Edit, b: &Edit) -> bool {
    let (x, y) = (a.span, b.span);
    x.file != y.file || x != y && (x.end <= y.start || y.end <= x.start)
}

/// A text with its edits made, which do not overlap. A line of which only blanks are left is
/// taken out whole.
fn edited(text: &str, mut edits: Vec<&Edit>) -> String {
    edits.sort_by_key(|e| e.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for e in edits {
        let range = e.span.range();
        out.push_str(text.get(at..range.start).unwrap_or(""));
        out.push_str(&e.text);
        at = range.end;
        let line = out.rfind('\n').map_or(0, |i| i + 1);
        let blank = out.get(line..).is_some_and(|l| l.trim().is_empty());
        if e.text.is_empty() && !range.is_empty() && blank {
            let rest = text.get(at..).unwrap_or("");
            let end = rest.find('\n').map_or(rest.len(), |i| i + 1);
            if rest.get(..end).is_some_and(|l| l.trim().is_empty()) {
                out.truncate(line);
                at += end;
            }
        }
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// One fix for each list of edits: from, to, text.
    fn fixed(text: &str, fixes: &[&[(usize, usize, &str)]]) -> (String, Vec<usize>) {
        let mut sources = Sources::new();
        let file = sources.add("m.tm", text);
        let fixes: Vec<Fix> = fixes
            .iter()
            .map(|edits| Fix {
                message: String::new(),
                edits: edits
                    .iter()
                    .map(|(a, b, t)| Edit { span: Span::new(file, *a, *b), text: (*t).to_owned() })
                    .collect(),
            })
            .collect();
        let patched = apply(&sources, &fixes.iter().collect::<Vec<_>>());
        let new = patched.texts.get(&file).cloned().unwrap_or_else(|| text.to_owned());
        (new, patched.made)
    }

    #[test]
    fn fixes_are_made_in_the_order_of_the_text() {
        assert_eq!(fixed("a --> b", &[&[(6, 7, "c")], &[(2, 5, "->")]]), ("a -> c".into(), vec![0, 1]));
        assert_eq!(
            fixed("ab", &[&[(1, 1, "-")], &[(2, 2, "!")], &[(0, 0, "x")]]),
            ("xa-b!".into(), vec![0, 1, 2])
        );
    }

    #[test]
    fn of_two_that_overlap_the_first_is_made() {
        assert_eq!(fixed("abcdef", &[&[(2, 5, "X")], &[(0, 3, "Y")]]), ("Ydef".into(), vec![1]));
        assert_eq!(fixed("abc", &[&[(1, 2, "X")], &[(1, 2, "X")]]), ("aXc".into(), vec![0]));
        assert_eq!(fixed("abc", &[&[(1, 1, "X")], &[(1, 1, "Y")]]), ("aXbc".into(), vec![0]));
        // What only touches goes together.
        assert_eq!(
            fixed("abc", &[&[(0, 1, "X")], &[(1, 2, "Y")], &[(2, 2, "Z")]]),
            ("XYZc".into(), vec![0, 1, 2])
        );
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let (text, made) = fixed("abcdef", &[&[(0, 2, "X")], &[(1, 2, "Y"), (4, 5, "Z")]]);
        assert_eq!((text.as_str(), made), ("Xcdef", vec![0]));
        // A fix that overlaps itself has no meaning.
        assert_eq!(fixed("abc", &[&[(0, 2, "X"), (1, 3, "Y")]]), ("abc".into(), vec![]));
    }

    #[test]
    fn letters_stay_whole() {
        assert_eq!(fixed("„grün“", &[&[(0, 3, "\""), (8, 11, "\"")]]), ("\"grün\"".into(), vec![0]));
        // Places inside a letter or behind the text are none.
        assert_eq!(fixed("ü", &[&[(1, 2, "u")], &[(0, 9, "u")]]), ("ü".into(), vec![]));
        assert_eq!(fixed("ab", &[&[(2, 1, "u")]]), ("ab".into(), vec![]));
    }

    #[test]
    fn a_line_that_is_emptied_is_taken_out() {
        assert_eq!(fixed("a\n  bb\nc", &[&[(4, 6, "")]]), ("a\nc".into(), vec![0]));
        assert_eq!(fixed("a\r\nbb\r\nc", &[&[(3, 5, "")]]), ("a\r\nc".into(), vec![0]));
        assert_eq!(fixed("a\nbb // why\nc", &[&[(2, 4, "")]]), ("a\n // why\nc".into(), vec![0]));
        assert_eq!(fixed("a\nb c\nd", &[&[(2, 3, "")], &[(4, 5, "")]]), ("a\nd".into(), vec![0, 1]));
        assert_eq!(fixed("bb", &[&[(0, 2, "")]]), (String::new(), vec![0]));
    }
}
