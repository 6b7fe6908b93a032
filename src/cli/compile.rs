//! What every command that reads a model does: its options, the model as `project` makes it, and what is
//! printed of diagnostics.

use super::{Outcome, world};
use crate::diagnostic::switches::{self, Action, Switch};
use crate::diagnostic::{Diagnostic, Severity, codes, counted, terminal};
use crate::model::{Entry, Read, Resolved, Supposed, read, resolve, resolve_supposing, suppose};
pub use crate::project::Compiled;
use crate::project::Draft;
use crate::source::{Disk, Files, Sources};
use std::path::{Path, PathBuf};

/// What every command that reads a model takes.
#[derive(clap::Args, Clone)]
pub struct ModelArguments {
    /// The folder that imports may not leave; the model's own folder if not given.
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The day that acceptances and due dates are compared with, as 2027-06-30.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    /// Warnings and notes that are not said, with commas; `warnings` stands for all warnings.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub allow: Vec<String>,
    /// Warnings and notes that are errors, with commas; `warnings` stands for all warnings.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub deny: Vec<String>,
}

impl ModelArguments {
    /// The switches of the call.
    ///
    /// # Errors
    /// When one is unknown, can't be, or stands on both sides.
    pub fn switches(&self) -> Outcome<Vec<Switch>> {
        let mut out = Vec::new();
        for (action, names) in [(Action::Allow, &self.allow), (Action::Deny, &self.deny)] {
            for name in names.iter().map(|n| n.trim()) {
                let switch = Switch::new(name, action).map_err(|refusal| {
                    let (message, help) = refusal.said(name);
                    let message = format!("`--{} {name}`: {message}", action.word());
                    Box::new(Diagnostic::bare(codes::BAD_CALL, message).help(help))
                })?;
                out.push(switch);
            }
        }
        match switches::contradiction(&out) {
            None => Ok(out),
            Some(both) => {
                let message = format!("`{}` is both allowed and denied", both.name());
                Err(Diagnostic::bare(codes::BAD_CALL, message).help("Keep one of the two.").into())
            }
        }
    }
}

/// Reads, resolves and analyses a model; `-` is standard input.
///
/// # Errors
/// When the call itself can't be carried out. What is wrong in the model is in its diagnostics.
pub fn compile(path: &Path, arguments: &ModelArguments) -> Outcome<Compiled> {
    compile_in(&Disk, path, standard_input(path)?, arguments)
}

/// What stands on standard input, if that is what a path means.
///
/// # Errors
/// When it can't be read or is no text.
pub fn standard_input(path: &Path) -> Outcome<Option<String>> {
    world::is_standard_input(path).then(world::standard_input).transpose()
}

/// The same with files that are read in a way of one's own; `text` stands for standard input.
///
/// # Errors
/// As [`compile`].
pub fn compile_in(
    files: &dyn Files,
    path: &Path,
    text: Option<String>,
    arguments: &ModelArguments,
) -> Outcome<Compiled> {
    let (read, stem) = read_in(files, path, text, arguments);
    analysed(read, resolve, stem, arguments)
}

/// The same with controls that are supposed to be there, each written `CONTROL on TARGET`; `option` is
/// the one of the call that names them. Beside the model come those that can be understood.
///
/// # Errors
/// As [`compile`].
pub fn compile_supposing(
    files: &dyn Files,
    path: &Path,
    text: Option<String>,
    arguments: &ModelArguments,
    option: &str,
    supposed: &[String],
) -> Outcome<(Compiled, Vec<Supposed>)> {
    let (mut read, stem) = read_in(files, path, text, arguments);
    let supposed = suppose(&mut read.sources, option, supposed, &mut read.diagnostics);
    let compiled = analysed(read, |r| resolve_supposing(r, &supposed), stem, arguments)?;
    Ok((compiled, supposed))
}

/// Reads a model and its imports, and says how its outputs are called.
fn read_in(
    files: &dyn Files,
    path: &Path,
    text: Option<String>,
    arguments: &ModelArguments,
) -> (Read, String) {
    let stem = match text {
        Some(_) => "model".to_owned(),
        None => path.file_stem().map_or_else(|| "model".to_owned(), |s| s.to_string_lossy().into_owned()),
    };
    let entry = match text {
        Some(text) => Entry::Text { name: world::STANDARD_INPUT, text, folder: Path::new(".") },
        None => Entry::File(path),
    };
    (read(files, entry, arguments.root.as_deref()), stem)
}

/// Resolves what was read, in a way of one's own if need be, as against another catalog, and
/// analyses it.
///
/// # Errors
/// As [`compile`].
pub fn analysed(
    read: Read,
    resolve: impl FnOnce(&Read) -> Resolved,
    stem: String,
    arguments: &ModelArguments,
) -> Outcome<Compiled> {
    let today = world::today(arguments.today.as_deref())?;
    let call = arguments.switches()?;
    Ok(Draft::new(read, resolve).finish(stem, today, call))
}

/// The same for every command but `check`, whose business notes are, as that a model names no
/// edition.
///
/// # Errors
/// As [`compile`].
pub fn compile_quietly(path: &Path, arguments: &ModelArguments) -> Outcome<Compiled> {
    Ok(compile(path, arguments)?.without_notes())
}

/// Prints diagnostics to standard error, and how many of each there were.
pub fn report(sources: &Sources, diagnostics: &[Diagnostic]) {
    let colour = world::colour();
    for d in diagnostics {
        world::say(&terminal::render(sources, d, colour));
    }
    let count = |s: Severity| diagnostics.iter().filter(|d| d.severity == s).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let some = |n: usize, word: &str| (n > 0).then(|| counted(n, word));
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
