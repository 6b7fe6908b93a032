//! From files to an analysed model, with everything that is to be said about it.
//!
//! The command line and the editor both come here, so that they say the same of a model. It goes in two
//! steps, because an editor shows the first while the second is still under way: a [`Draft`] is read and
//! resolved, and what follows from it is added when the analysis is there. No file is touched here but
//! through [`crate::source::Files`], and no clock is read: the day is given.

#[cfg(feature = "report")]
pub mod pictures;

use crate::analysis::{Analysis, analyse};
use crate::diagnostic::switches::{self, Switch};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Read, Resolved};
use crate::render;
use crate::source::Sources;
use crate::syntax::tree::Date;
use std::path::PathBuf;

/// A model that is read and resolved, and not yet analysed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The files, with their trees. What was wrong with them has been taken out, and is among the
    /// diagnostics of the draft.
    pub read: Read,
    /// The model, of all statements that are good.
    pub model: Model,
    /// What is wrong with files, forms, names, values and icons, before any switch.
    said: Vec<Diagnostic>,
}

impl Draft {
    /// Resolves what was read, in a way of one's own if need be, as against another catalog.
    pub fn new(mut read: Read, resolve: impl FnOnce(&Read) -> Resolved) -> Draft {
        let resolved = resolve(&read);
        let mut said = std::mem::take(&mut read.diagnostics);
        said.extend(resolved.diagnostics);
        let icons = resolved.model.icons.iter();
        said.extend(render::icons::check(
            icons.map(|(at, i)| (*at, i.file, i.name.as_str(), i.text.as_str())),
        ));
        Draft { read, model: resolved.model, said }
    }

    /// Whether an error was found: what follows from such a model would only be noise beside it.
    pub fn is_broken(&self) -> bool {
        self.said.iter().any(Diagnostic::is_error)
    }

    /// What is to be said before the analysis, in the order of the text, with the switches of the call
    /// and of the model.
    pub fn diagnostics(&self, call: &[Switch]) -> Vec<Diagnostic> {
        let mut out = self.said.clone();
        switches::apply(&mut out, &self.model.info.lints, call);
        sort(&mut out);
        out
    }

    /// What follows from the model on a day.
    pub fn analyse(&self, today: Date) -> Analysis {
        analyse(&self.model, today)
    }

    /// All that is to be said, with what follows from the model; the switches are applied to the
    /// analysis as well.
    pub fn with(&self, analysis: &mut Analysis, call: &[Switch]) -> Vec<Diagnostic> {
        let mut out = self.said.clone();
        for list in [&mut out, &mut analysis.diagnostics] {
            switches::apply(list, &self.model.info.lints, call);
        }
        if !self.is_broken() {
            out.extend(analysis.diagnostics.iter().cloned());
        }
        sort(&mut out);
        out
    }

    /// The whole of it: the model analysed.
    pub fn finish(self, stem: String, today: Date, call: Vec<Switch>) -> Compiled {
        let mut analysis = self.analyse(today);
        let diagnostics = self.with(&mut analysis, &call);
        let paths = self.read.files.iter().map(|f| f.path.clone()).collect();
        Compiled {
            sources: self.read.sources,
            paths,
            model: self.model,
            analysis,
            diagnostics,
            stem,
            switches: call,
        }
    }
}

/// In the order of the text; of what stands at one place, as it was found.
fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
}

/// An analysed model.
pub struct Compiled {
    /// The files.
    pub sources: Sources,
    /// Where each of them lies, by its id; none for standard input.
    pub paths: Vec<Option<PathBuf>>,
    /// The model.
    pub model: Model,
    /// What follows from it.
    pub analysis: Analysis,
    /// All diagnostics, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The stem of output files: the model's file name without its ending.
    pub stem: String,
    /// The switches of the call.
    switches: Vec<Switch>,
}

impl Compiled {
    /// Adds what is found after the analysis, as of pictures; switches count for it too.
    pub fn add(&mut self, mut diagnostics: Vec<Diagnostic>) {
        switches::apply(&mut diagnostics, &self.model.info.lints, &self.switches);
        self.diagnostics.extend(diagnostics);
    }

    /// Whether an error was found.
    pub fn failed(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Leaves out notes, which are the business of those who check a model, as that it names no edition.
    pub fn without_notes(mut self) -> Compiled {
        self.diagnostics.retain(|d| d.severity != Severity::Note);
        self
    }
}
