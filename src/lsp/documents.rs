//! The texts that the editor has open, as it has them.

use super::positions::{Encoding, bytes};
use super::uri;
use crate::source::SourceFile;
use gen_lsp_types::{TextDocumentContentChangeEvent as Change, Uri};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A byte order mark.
const MARK: &str = "\u{feff}";

/// An open text.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its address, as the editor writes it.
    pub uri: Uri,
    /// Its version.
    pub version: i32,
    /// Its text.
    pub text: String,
    /// How many blanks stand at its beginning in the place of a byte order mark.
    pub mark: usize,
}

impl Document {
    /// A text as the editor sent it, with blanks in the place of a byte order mark: whoever sends one counts its columns.
    pub fn new(uri: Uri, version: i32, text: String, encoding: Encoding) -> Document {
        let (text, mark) = without_mark(text, encoding);
        Document { uri, version, text, mark }
    }

    /// The text with the line ends that the language knows: a carriage return alone is one for editors, and
    /// becomes a line feed, which takes as much room.
    pub fn plain(&self) -> Cow<'_, str> {
        plain(&self.text)
    }
}

/// The text with blanks for its mark, and how many.
fn without_mark(text: String, encoding: Encoding) -> (String, usize) {
    let width = encoding.units(MARK);
    match text.strip_prefix(MARK) {
        Some(rest) => (format!("{}{rest}", " ".repeat(width)), width),
        None => (text, 0),
    }
}

fn plain(text: &str) -> Cow<'_, str> {
    let alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| alone(at)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        out.push(if c == '\r' && alone(at) { '\n' } else { c });
    }
    Cow::Owned(out)
}

/// All open texts, by the one spelling of their paths.
#[derive(Debug, Default)]
pub struct Documents {
    open: BTreeMap<PathBuf, Document>,
}

impl Documents {
    pub fn insert(&mut self, path: PathBuf, document: Document) {
        self.open.insert(path, document);
    }

    pub fn remove(&mut self, path: &Path) -> bool {
        self.open.remove(path).is_some()
    }

    pub fn get(&self, path: &Path) -> Option<&Document> {
        self.open.get(path)
    }

    /// The paths of all open texts.
    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.open.keys()
    }

    /// Makes the changes of one message, in their order; gives the new text, as [`Document::plain`] has it. Nothing
    /// if no such text is open.
    pub fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: Vec<Change>,
        encoding: Encoding,
    ) -> Option<Cow<'_, str>> {
        let document = self.open.get_mut(path)?;
        for change in changes {
            match change {
                Change::TextDocumentContentChangeWholeDocument(whole) => {
                    (document.text, document.mark) = without_mark(whole.text, encoding);
                }
                Change::TextDocumentContentChangePartial(part) => {
                    let range = bytes(&SourceFile::new("", plain(&document.text)), part.range, encoding);
                    // At the beginning a mark may come, or go.
                    let begins = range.start < document.mark.max(1);
                    let changes = !range.is_empty() || !part.text.is_empty();
                    document.text.replace_range(range, &part.text);
                    if begins && changes {
                        let text = std::mem::take(&mut document.text);
                        (document.text, document.mark) = without_mark(text, encoding);
                    }
                }
            }
        }
        document.version = version;
        Some(document.plain())
    }

    /// The address of a path: as the editor has written it, if the text is open.
    pub fn uri(&self, path: &Path) -> Uri {
        self.open.get(path).map_or_else(|| uri::from_path(path), |d| d.uri.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gen_lsp_types::{Position, Range, TextDocumentContentChangePartial};

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        let mut documents = Documents::default();
        let text = "llm a\r// no more\r\nllm b\r\r".to_owned();
        let path = PathBuf::from("/a.tm");
        let opened = Document::new(Uri("file:///a.tm".into()), 1, text, Encoding::Utf16);
        documents.insert(path.clone(), opened);
        assert_eq!(documents.get(&path).unwrap().plain(), "llm a\n// no more\r\nllm b\n\n");
        let mut edit = |line, character, text: &str| {
            let at = Position { line, character };
            let change = Change::TextDocumentContentChangePartial(TextDocumentContentChangePartial {
                range: Range { start: at, end: at },
                text: text.to_owned(),
                ..TextDocumentContentChangePartial::default()
            });
            let new = documents.change(&path, 2, vec![change], Encoding::Utf16);
            new.unwrap().into_owned()
        };
        assert_eq!(edit(2, 5, "c"), "llm a\n// no more\r\nllm bc\n\n");
        // What is typed behind it makes one line end of the two.
        assert_eq!(edit(1, 0, "\n"), "llm a\r\n// no more\r\nllm bc\n\n");
    }

    #[test]
    fn a_byte_order_mark_takes_the_room_that_its_sender_counts() {
        for (encoding, text) in
            [(Encoding::Utf8, "   llm a"), (Encoding::Utf16, " llm a"), (Encoding::Utf32, " llm a")]
        {
            let sent = format!("{MARK}llm a");
            assert_eq!(
                Document::new(Uri("file:///a.tm".into()), 1, sent, encoding).text,
                text,
                "{encoding:?}"
            );
        }
    }
}
