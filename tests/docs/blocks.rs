//! The blocks of code on a page of Markdown.

use std::ops::Range;

/// A fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is written in: `tm`.
    pub language: String,
    /// What stands behind that: `wrong`, `file=platform.tm`.
    pub words: Vec<String>,
    /// The line that it begins on.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Where the text stands on the page.
    pub range: Range<usize>,
}

impl Block {
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| w == word)
    }

    pub fn option(&self, name: &str) -> Option<&str> {
        self.words.iter().find_map(|w| w.strip_prefix(name)?.strip_prefix('='))
    }
}

pub fn blocks(page: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for (number, line) in page.split_inclusive('\n').enumerate() {
        let next = at + line.len();
        match (line.strip_prefix("```"), open) {
            (Some(info), false) => {
                let mut words = info.split_whitespace().map(str::to_owned);
                let language = words.next().unwrap_or_default();
                let words = words.collect();
                out.push(Block { language, words, line: number + 1, text: String::new(), range: next..next });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let block = out.last_mut().unwrap();
                block.text.push_str(line);
                block.range.end = next;
            }
            (None, false) => {}
        }
        at = next;
    }
    assert!(!open, "a block is not closed");
    out
}
