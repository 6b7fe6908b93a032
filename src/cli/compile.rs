//! From a file to an analysed model, with everything that is to be said about it.

use super::{Outcome, world};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Diagnostic, Severity, codes, terminal};
use crate::model::{Entry, Model, read, resolve};
use crate::source::{Disk, Sources};
use std::path::{Path, PathBuf};

/// What every command that reads a model takes.
#[derive(clap::Args)]
pub struct ModelArguments {
    /// The folder that imports may not leave; the model's own folder if not given.
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The day that acceptances and due dates are compared with, as 2027-06-30.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// An analysed model.
pub struct Compiled {
    /// The files.
    pub sources: Sources,
    /// The model.
    pub model: Model,
    /// What follows from it.
    pub analysis: Analysis,
    /// All diagnostics, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The stem of output files: the model's file name without its ending.
    pub stem: String,
}

impl Compiled {
    /// Whether an error was found.
    pub fn failed(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Reads, resolves and analyses a model; `-` is standard input.
///
/// # Errors
/// When the call itself can't be carried out. What is wrong in the model is in its diagnostics.
pub fn compile(path: &Path, arguments: &ModelArguments) -> Outcome<Compiled> {
    let today = world::today(arguments.today.as_deref())?;
    let stdin = path == Path::new("-");
    let read = if stdin {
        let text = world::standard_input()?;
        let entry = Entry::Text { name: "<standard input>", text, folder: Path::new(".") };
        read(&Disk, entry, arguments.root.as_deref())
    } else {
        read(&Disk, Entry::File(path), arguments.root.as_deref())
    };
    let resolved = resolve(&read);
    let analysis = analyse(&resolved.model, today);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(resolved.diagnostics);
    // Follow-ups of a broken model would only be noise beside its errors.
    if !diagnostics.iter().any(Diagnostic::is_error) {
        diagnostics.extend(analysis.diagnostics.iter().cloned());
    }
    diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
    let stem = if stdin {
        "model".to_owned()
    } else {
        path.file_stem().map_or_else(|| "model".to_owned(), |s| s.to_string_lossy().into_owned())
    };
    Ok(Compiled { sources: read.sources, model: resolved.model, analysis, diagnostics, stem })
}

/// The same for every command but `check`, whose business it is to say that a model names no
/// edition.
///
/// # Errors
/// As [`compile`].
pub fn compile_quietly(path: &Path, arguments: &ModelArguments) -> Outcome<Compiled> {
    let mut compiled = compile(path, arguments)?;
    compiled.diagnostics.retain(|d| d.code != codes::NO_EDITION);
    Ok(compiled)
}

/// Prints diagnostics to standard error, and how many of each there were.
pub fn report(sources: &Sources, diagnostics: &[Diagnostic]) {
    let colour = world::colour();
    for d in diagnostics {
        world::say(&terminal::render(sources, d, colour));
    }
    let count = |s: Severity| diagnostics.iter().filter(|d| d.severity == s).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let some = |n: usize, word: &str| match n {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{n} {word}s")),
    };
    let parts: Vec<String> =
        [some(errors, "error"), some(warnings, "warning")].into_iter().flatten().collect();
    if !parts.is_empty() {
        world::say(&format!("{}\n", parts.join(", ")));
    }
}

/// Prints one diagnostic that has no place in a file.
pub fn complain(diagnostic: &Diagnostic) {
    report(&Sources::new(), std::slice::from_ref(diagnostic));
}
