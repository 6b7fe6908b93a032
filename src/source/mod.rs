//! Files, their texts and places in them.
//!
//! Everything that Trustline reads passes through [`Files`], so that an editor's unsaved text,
//! a test or a page in memory can take a file's place. This room knows bytes and lines; it
//! knows nothing of what the text means.

mod files;
mod written;

pub use files::{Disk, Files, MAX_FILE, MOST_FILES, Memory, Overlay, ReadError, plain};
pub use written::{hexadecimal, percent_encoded, percent_encoded_part, push_markup, push_xml, sha256};

use serde::{Deserialize, Serialize};

/// A file among those of one run, in the order in which they were read.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

impl FileId {
    /// The built-in catalog, whose places are not shown to users.
    pub const CATALOG: FileId = FileId(u32::MAX);
}

/// A stretch of text in a file, in bytes, the end not included.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: clip(start), end: clip(end) }
    }

    /// From the start of `self` to the end of `other`; both in the same file.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The offsets as a range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// A place as it is written down for others: the file's name, line and column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file's name as users know it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// One file that was read: its name as users know it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name as shown in messages: the path as given or as imported, with `/`.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    line_starts: Vec<u32>,
    /// How many characters begin before each block of [`BLOCK`] bytes, so that a column of a line
    /// of any length is found at once. Empty if every character is one byte.
    characters: Vec<u32>,
}

/// See [`SourceFile`].
const BLOCK: usize = 1024;

/// How many characters begin among these bytes.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

impl SourceFile {
    /// A file with the given name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut line_starts = vec![0];
        line_starts.extend(
            text.bytes()
                .enumerate()
                .filter(|&(_, b)| b == b'\n')
                .map(|(i, _)| u32::try_from(i + 1).unwrap_or(u32::MAX)),
        );
        let mut characters = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                characters.push(before);
                before += u32::try_from(beginnings(block)).unwrap_or(0);
            }
            characters.push(before);
        }
        SourceFile { name: name.into(), text, line_starts, characters }
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        self.counted(offset, |start, end| self.before(end).saturating_sub(self.before(start)))
    }

    /// The same with columns counted in UTF-16 code units, as editors and SARIF count them.
    pub fn position_utf16(&self, offset: u32) -> Position {
        let units = |start, end| self.text.get(start..end).map_or(0, |t: &str| t.encode_utf16().count());
        self.counted(offset, units)
    }

    /// The place of an offset; `count` counts what stands between two.
    fn counted(&self, offset: u32, count: impl FnOnce(usize, usize) -> usize) -> Position {
        let line = self.line_starts.partition_point(|&s| s <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let end = (offset as usize).min(self.text.len());
        let column = count(start, end);
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    /// How many characters begin before an offset.
    fn before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        match self.characters.get(block) {
            Some(before) => {
                let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
                *before as usize + beginnings(rest)
            }
            None => offset,
        }
    }

    /// The bytes of the line of an offset, without its line feed.
    pub fn line(&self, offset: u32) -> std::ops::Range<usize> {
        let next = self.line_starts.partition_point(|&s| s <= offset).max(1);
        let start = self.line_starts.get(next - 1).copied().unwrap_or(0) as usize;
        let end = self.line_starts.get(next).map_or(self.text.len(), |&s| s as usize - 1);
        start..end
    }

    /// The bytes of a line counted from 0, without its line feed.
    pub fn nth_line(&self, n: usize) -> Option<std::ops::Range<usize>> {
        self.line_starts.get(n).map(|start| self.line(*start))
    }

    /// How many lines the file has.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }
}

/// All files of one run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and gives its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX - 1));
        self.files.push(SourceFile::new(name, text));
        id
    }

    /// The file, if it is one of this run.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The text under a span; empty if the span is not of this run.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).and_then(|f| f.text.get(span.range())).unwrap_or("")
    }

    /// Name, line and column where a span begins.
    pub fn place(&self, span: Span) -> Option<(&str, Position)> {
        self.get(span.file).map(|f| (f.name.as_str(), f.position(span.start)))
    }

    /// The same, to be written down.
    pub fn location(&self, span: Span) -> Option<Location> {
        let (file, at) = self.place(span)?;
        Some(Location { file: file.to_owned(), line: at.line, column: at.column })
    }

    /// All files with their ids, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, f)| (FileId(i as u32), f))
    }
}
