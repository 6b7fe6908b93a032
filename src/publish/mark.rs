//! The mark that a page carries which we wrote: of which model, and which text.
//!
//! A target keeps it where it can: in the text ([`Fence`]), in a property of the page, or in a file beside it.
//! The page's text that is ours stands between two fences. What stands outside of them belongs to people and is
//! never touched; what stands between is ours as long as its hash is the one of the mark.

use crate::source::sha256;

/// What we know of a page that we wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The publication that it belongs to: the root page's address. Other models' pages have another one.
    pub of: String,
    /// Which model it is, as [`whose`] makes it: the same while the model's file keeps its name, whatever it says. Empty
    /// in marks of before there was one, which count as ours.
    pub whose: String,
    /// The model's digest.
    pub model: String,
    /// The hash of the text that we wrote, as [`hash`] makes it.
    pub text: String,
    /// The hash of what the target made of it. The same as `text` where targets keep texts as they are.
    pub kept: String,
    /// The revision that we wrote, where the mark can know it; else empty.
    pub revision: String,
    /// Traces of files of ours that the page shows no more and that still stand on the target
    /// ([`Held::trace`](super::wiki::Held::trace)); only where the target can't tell whose files are.
    pub left: Vec<String>,
}

/// The hash of a text, hexadecimal. Line ends and blanks at both ends don't count, because wikis change them.
pub fn hash(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    sha256(plain.trim())
}

/// Which model a file holds, told by its path as seen from the settings that say where it is published. Two models of one
/// title are told apart by it; a model whose file is renamed counts as another one.
pub fn whose(path: &str) -> String {
    short(&hash(path)).to_owned()
}

/// How a markup writes the lines around our part of a page. Each has a place for the mark, `*`, in which only
/// `[0-9a-f-]` will stand. Where lines that follow each other become one paragraph, the line above ends and the line
/// below begins with a line end of its own.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The line above.
    pub begin: &'static str,
    /// The line below.
    pub end: &'static str,
}

/// A page's text, split where our part begins and ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What stands above, with the line end before our line.
    pub above: String,
    /// Our part, without the fences and blanks around it.
    pub ours: String,
    /// What stands below, from the end of our line.
    pub below: String,
    /// What the mark in the fence says; its `of`, `kept` and `revision` are not written there.
    pub mark: Mark,
}

impl Mark {
    /// Whether it is of another model than this one says. A mark that does not know is of none.
    pub fn is_of_another(&self, than: &Mark) -> bool {
        !self.whose.is_empty() && !than.whose.is_empty() && !same(&self.whose, &than.whose)
    }
}

impl Fence {
    /// Our part with the lines around it, which say of which model it is and of which state of it.
    pub fn around(&self, body: &str, of: &Mark) -> String {
        let mut mark = format!("{}-{}", short(&of.model), short(&hash(body)));
        // Each part has its place, so that those behind it are found.
        if !of.whose.is_empty() || !of.left.is_empty() {
            mark = format!("{mark}-{}", short(&of.whose));
        }
        for trace in &of.left {
            mark = format!("{mark}-{trace}");
        }
        let body = body.trim();
        let line = |form: &str| form.replace('*', &mark);
        format!("{}\n{body}\n{}", line(self.begin), line(self.end))
    }

    /// Where our part stands in a text: between the first line above and the last line below. None if either is
    /// missing or they stand the wrong way round.
    pub fn split(&self, text: &str) -> Option<Split> {
        let text = text.replace("\r\n", "\n");
        let lines = || {
            text.split_inclusive('\n').scan(0, |at, line| {
                let start = *at;
                *at += line.len();
                Some((start, line))
            })
        };
        let (start, begin) = lines().find(|(_, line)| held(self.begin, line.trim()).is_some())?;
        let (end, last) = lines().filter(|(_, line)| held(self.end, line.trim()).is_some()).last()?;
        let ours = text.get(start + begin.len()..end)?.trim().to_owned();
        let after = end + last.trim_end_matches('\n').len();
        let mark = held(self.begin, begin.trim())?;
        let mut parts = mark.split('-').map(str::to_owned);
        let (model, written) = (parts.next()?, parts.next()?);
        let whose = parts.next().unwrap_or_default();
        let left = parts.filter(|trace| !trace.is_empty()).collect();
        let mark = Mark { model, text: written, whose, left, ..Mark::default() };
        Some(Split { above: text.get(..start)?.to_owned(), ours, below: text.get(after..)?.to_owned(), mark })
    }
}

/// How many digits of a hash a fence has: enough that no two texts of a page share them by chance.
const DIGITS: usize = 16;

/// The digits of a hash that a fence has.
pub fn short(hash: &str) -> &str {
    hash.get(..DIGITS).unwrap_or(hash)
}

/// Whether two hashes, each whole or short, are of the same text.
pub fn same(a: &str, b: &str) -> bool {
    !a.is_empty() && short(a) == short(b)
}

/// What stands at the place of the mark in a line of this form.
fn held<'t>(form: &str, line: &'t str) -> Option<&'t str> {
    let (before, after) = form.trim().split_once('*')?;
    let mark = line.strip_prefix(before)?.strip_suffix(after)?;
    let plain = |c: char| matches!(c, '0'..='9' | 'a'..='f' | '-');
    (mark.contains('-') && mark.chars().all(plain)).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FENCE: Fence = Fence { begin: "<!-- trustline * begin -->", end: "<!-- trustline * end -->" };

    #[test]
    fn what_is_fenced_comes_back() {
        let model = "ab".repeat(32);
        let of = Mark { model, ..Mark::default() };
        let ours = FENCE.around("= Title =\n\nText", &of);
        let page = format!("People's line\r\n{ours}\nMore of theirs\n");
        let split = FENCE.split(&page).unwrap();
        assert_eq!(split.above, "People's line\n");
        assert_eq!(split.ours, "= Title =\n\nText");
        assert_eq!(split.below, "\nMore of theirs\n");
        assert_eq!(split.mark.model, "abababababababab");
        assert!(same(&split.mark.text, &hash("= Title =\n\nText\n")));
        assert!(!same(&split.mark.text, &hash("= Title =\n\nText!")));
        assert_eq!(split.mark.whose, "", "what does not know whose it is");
    }

    #[test]
    fn a_mark_knows_its_model() {
        let of = |path: &str| Mark { model: "ab".repeat(32), whose: whose(path), ..Mark::default() };
        let (one, other) = (of("rag.tm"), of("models/rag.tm"));
        let split = FENCE.split(&FENCE.around("Text", &one)).unwrap();
        assert_eq!(split.mark.whose, one.whose);
        assert!(same(&split.mark.text, &hash("Text")));
        assert!(!split.mark.is_of_another(&one) && split.mark.is_of_another(&other));
        let old = Mark::default();
        assert!(!old.is_of_another(&one) && !one.is_of_another(&old), "older marks are anybody's");
    }

    #[test]
    fn a_mark_keeps_traces_of_files() {
        for whose in ["", "0123456789abcdef"] {
            let left = vec!["01234567".to_owned(), "89abcdef".to_owned()];
            let of =
                Mark { model: "ab".repeat(32), whose: whose.into(), left: left.clone(), ..Mark::default() };
            let split = FENCE.split(&FENCE.around("Text", &of)).unwrap();
            assert_eq!((split.mark.whose.as_str(), split.mark.left), (whose, left));
            assert!(same(&split.mark.text, &hash("Text")));
        }
    }

    #[test]
    fn half_a_fence_is_none() {
        let ours = FENCE.around("text", &Mark { model: "00-".into(), ..Mark::default() });
        let (begin, rest) = ours.split_once('\n').unwrap();
        assert!(FENCE.split(begin).is_none());
        assert!(FENCE.split(rest).is_none());
        assert!(FENCE.split(&format!("{rest}\n{begin}\n")).is_none(), "the wrong way round");
        assert!(FENCE.split("<!-- trustline zz-- begin -->\n<!-- trustline 1-2 end -->").is_none());
    }
}
