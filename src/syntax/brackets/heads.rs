//! Lines that may be heads without their `{`.
//!
//! A head that lost its `{` is told by three things together: it begins with a word and opens no
//! block, the lines below it are indented deeper, and behind them a `}` too many stands at its
//! own indentation.

/// A line that begins a statement.
#[derive(Copy, Clone)]
struct Head {
    start: usize,
    /// The end of its last token.
    end: usize,
    indent: usize,
    /// How many brackets were open where it begins.
    depth: usize,
    /// Whether it begins with a word and no `{` stands on it.
    open: bool,
    /// Whether a line below it is indented deeper.
    children: bool,
}

/// The lines around the one at hand, each indented deeper than the one before.
#[derive(Default)]
pub struct Heads {
    lines: Vec<Head>,
    /// Whether so many stand within one another that a further `{` could go beyond the limit.
    crowded: bool,
}

impl Heads {
    /// A line begins outside of lists; `word` tells whether with a word that is no key.
    pub fn line(&mut self, start: usize, indent: usize, depth: usize, word: bool) {
        while self.lines.last().is_some_and(|h| h.indent >= indent) {
            self.lines.pop();
        }
        if let Some(above) = self.lines.last_mut() {
            above.children = true;
        }
        self.lines.push(Head { start, end: start, indent, depth, open: word, children: false });
        self.bound(depth);
    }

    /// A token of the line that began last.
    pub fn token(&mut self, end: usize) {
        if let Some(head) = self.lines.last_mut().filter(|h| !h.children) {
            head.end = end;
        }
    }

    /// A `{`: the line that began last has its block.
    pub fn block(&mut self) {
        if let Some(head) = self.lines.last_mut() {
            head.open = false;
        }
    }

    /// Notes how many brackets are open.
    pub fn bound(&mut self, depth: usize) {
        self.crowded |= depth + self.lines.len() > super::limits::NESTING;
    }

    /// The head, from its start to its end, that a `}` at the beginning of a line closes.
    pub fn closed_by(&mut self, indent: usize, depth: usize) -> Option<(usize, usize)> {
        while self.lines.last().is_some_and(|h| h.indent > indent) {
            self.lines.pop();
        }
        let head = self.lines.last_mut()?;
        let fits = head.open && head.children && head.indent == indent && head.depth == depth;
        if !fits || self.crowded {
            return None;
        }
        head.open = false;
        Some((head.start, head.end))
    }
}
