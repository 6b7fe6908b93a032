//! What an editor shows of a model and does with it, as functions from data to data.
//!
//! Everything is asked of a [`Snapshot`]: the files with their trees, the resolved model, what is to be
//! said of it, and what follows from it once the analysis is there. Places are files and bytes. This room
//! knows no protocol, reads no file and keeps nothing: who asks again after a change makes a new snapshot.
//! A feature is one file.

pub mod actions;
pub mod calls;
pub mod complete;
mod context;
mod describe;
mod edit;
pub mod fold;
pub mod format;
pub mod hints;
pub mod hover;
pub mod lenses;
pub mod links;
pub mod names;
pub mod navigate;
pub mod picture;
pub mod rename;
pub mod symbols;
pub mod threats;
pub mod tokens;

use crate::analysis::Analysis;
use crate::diagnostic::switches::Switch;
use crate::diagnostic::{Diagnostic, Edit};
use crate::model::Model;
use crate::project::Draft;
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::syntax::tree::{Date, Statement, Tree};
use names::Index;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// One state of a model, with all that is known of it so far.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The files and the resolved model.
    pub draft: Arc<Draft>,
    /// What follows from the model; none while that is being found out.
    pub analysis: Option<Arc<Analysis>>,
    /// The day of today, if anybody has said it; an analysis knows it by itself.
    pub day: Option<Date>,
    /// What is to be said: of forms and names, and with the analysis all.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    index: Arc<OnceLock<Index>>,
}

/// A place in a file and a place in it, in bytes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: FileId,
    /// The offset.
    pub offset: usize,
}

/// A new text of some places, in any of the files.
pub type Edits = Vec<Edit>;

impl Snapshot {
    /// A draft before its analysis.
    pub fn new(draft: Arc<Draft>, call: &[Switch]) -> Snapshot {
        let diagnostics = Arc::new(draft.diagnostics(call));
        Snapshot { draft, analysis: None, day: None, diagnostics, index: Arc::default() }
    }

    /// The same on a day, so that days are known before the analysis is there.
    #[must_use]
    pub fn on(self, day: Date) -> Snapshot {
        Snapshot { day: Some(day), ..self }
    }

    /// The day of today, as far as it is known.
    fn today(&self) -> Option<Date> {
        self.day.or_else(|| self.analysis.as_ref().map(|a| a.today))
    }

    /// The same with its analysis, and all that is to be said then.
    #[must_use]
    pub fn analysed(&self, analysis: Arc<Analysis>, diagnostics: Vec<Diagnostic>) -> Snapshot {
        Snapshot { analysis: Some(analysis), diagnostics: Arc::new(diagnostics), ..self.clone() }
    }

    /// The texts.
    pub fn sources(&self) -> &Sources {
        &self.draft.read.sources
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.draft.model
    }

    /// The text of a file.
    pub fn source(&self, file: FileId) -> Option<&SourceFile> {
        self.sources().get(file)
    }

    /// The tree of a file.
    pub fn tree(&self, file: FileId) -> Option<&Tree> {
        self.draft.read.files.get(file.0 as usize).map(|f| f.tree.as_ref())
    }

    /// Where a file lies.
    pub fn path(&self, file: FileId) -> Option<&Path> {
        self.draft.read.files.get(file.0 as usize).and_then(|f| f.path.as_deref())
    }

    /// The file that lies at a path, if it is one of the model's.
    pub fn file(&self, path: &Path) -> Option<FileId> {
        let place = self.draft.read.files.iter().position(|f| f.path.as_deref() == Some(path))?;
        u32::try_from(place).ok().map(FileId)
    }

    /// The words of all files with what they stand for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.draft.read, &self.draft.model.catalog))
    }

    /// The statements around a place, the outermost first.
    fn around(&self, at: At) -> Vec<&Statement> {
        let mut out = Vec::new();
        let mut list = self.tree(at.file).map_or(&[][..], |t| &t.statements);
        while let Some(inner) = list.iter().find(|s| holds(s.span, at.offset)) {
            out.push(inner);
            list = inner.block().map_or(&[][..], |b| &b.statements);
        }
        out
    }
}

/// Whether a place stands in a span, its end included.
fn holds(span: Span, offset: usize) -> bool {
    span.range().start <= offset && offset <= span.range().end
}

/// The blanks before a statement's line, and whether nothing else stands there.
fn indentation(text: &str, offset: usize) -> &str {
    let line = text.get(..offset).map_or(0, |t| t.rfind('\n').map_or(0, |i| i + 1));
    let before = text.get(line..offset).unwrap_or("");
    let blanks = before.len() - before.trim_start_matches([' ', '\t']).len();
    before.get(..blanks).unwrap_or("")
}
