//! The texts that the editor has open, as it has them.

use super::positions::{Encoding, bytes};
use super::uri;
use crate::source::SourceFile;
use gen_lsp_types::{TextDocumentContentChangeEvent as Change, Uri};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// An open text.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its address, as the editor writes it.
    pub uri: Uri,
    /// Its version.
    pub version: i32,
    /// Its text.
    pub text: String,
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

    /// Makes the changes of one message, in their order; gives the new text. Nothing if no such text is open.
    pub fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: Vec<Change>,
        encoding: Encoding,
    ) -> Option<&str> {
        let document = self.open.get_mut(path)?;
        for change in changes {
            match change {
                Change::TextDocumentContentChangeWholeDocument(whole) => document.text = whole.text,
                Change::TextDocumentContentChangePartial(part) => {
                    let source = SourceFile::new("", std::mem::take(&mut document.text));
                    let range = bytes(&source, part.range, encoding);
                    let mut text = source.text;
                    text.replace_range(range, &part.text);
                    document.text = text;
                }
            }
        }
        document.version = version;
        Some(&document.text)
    }

    /// The address of a path: as the editor has written it, if the text is open.
    pub fn uri(&self, path: &Path) -> Uri {
        self.open.get(path).map_or_else(|| uri::from_path(path), |d| d.uri.clone())
    }
}
