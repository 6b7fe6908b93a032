//! The command line: one file a command. The only room that touches the world.
//!
//! Results go to standard output, diagnostics to standard error. Exit status: 0 done, 1 the gate
//! is not met, 2 an error in a model or in the call, 3 a conflict in what is published.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is this room's work")]

mod baseline;
mod build;
mod catalog;
mod check;
mod compile;
mod completions;
mod diff;
mod explain;
mod export;
mod family;
mod fmt;
mod git;
#[cfg(feature = "lsp")]
mod lsp;
mod man;
mod new;
#[cfg(feature = "preview")]
mod preview;
#[cfg(feature = "publish")]
mod publish;
mod sarif;
mod status;
mod world;

use crate::diagnostic::Diagnostic;
use clap::{CommandFactory as _, Parser, Subcommand};
use std::process::ExitCode;

/// What a command gives, or why it can't be carried out.
type Outcome<T> = Result<T, Box<Diagnostic>>;

/// How a command ended. Of several, the gravest counts: an error before a conflict before a gate.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All well.
    Done,
    /// A gate is not met.
    Gate,
    /// Somebody changed what was to be published.
    #[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "nothing else has conflicts"))]
    Conflict,
    /// An error in a model or in the call.
    Error,
}

impl Exit {
    fn and(self, other: Exit) -> Exit {
        match (self, other) {
            (Exit::Error, _) | (_, Exit::Error) => Exit::Error,
            (Exit::Conflict, _) | (_, Exit::Conflict) => Exit::Conflict,
            (Exit::Gate, _) | (_, Exit::Gate) => Exit::Gate,
            _ => Exit::Done,
        }
    }

    /// The status of the process.
    fn status(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Gate => 1,
            Exit::Error => 2,
            Exit::Conflict => 3,
        }
    }

    fn code(self) -> ExitCode {
        ExitCode::from(self.status())
    }
}

/// A compiler for threat models of AI systems.
///
/// Write down what you build in a .tm file; Trustline finds what can go wrong wherever data
/// crosses a trust boundary, draws it, and writes it up.
#[derive(Parser)]
#[command(name = "trustline", version, max_term_width = 100, after_long_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
First steps:
  trustline new my-system                  writes a model to start from
  trustline check my-system.tm             says what is wrong with it, and what is open
  trustline build my-system.tm -o out      writes the report and the diagram

Exit status:
  0  done
  1  the gate is not met
  2  an error in a model or in the call
  3  somebody changed what was to be published";

#[derive(Subcommand)]
enum Command {
    /// Makes a model to start from; without a name, lists the patterns that there are.
    ///
    /// A pattern is a whole model with comments that say what to change, and why its boundaries
    /// stand where they stand. A file that is there already is kept, and the call fails.
    #[command(after_long_help = new::EXAMPLES)]
    New(new::Arguments),
    /// Says what is wrong with a model, and whether its open threats pass the gate.
    ///
    /// Diagnostics go to standard error; the count of crossings and threats, and the worst of
    /// these, to standard output. No file is changed but by `--fix`.
    #[command(after_long_help = check::EXAMPLES)]
    Check(check::Arguments),
    /// Writes diagrams and reports.
    ///
    /// Of `rag.tm` the files are rag.html, rag.md, rag.svg and rag.png. With an error in any
    /// model nothing is written.
    #[command(after_long_help = build::EXAMPLES)]
    Build(build::Arguments),
    /// Says what changed between two states of a model, and why its threats did.
    ///
    /// A state is a model, a model at a revision of its git repository, a model under another
    /// edition of the catalog, or what `check --write-baseline` kept of one.
    #[command(after_long_help = diff::EXAMPLES)]
    Diff(diff::Arguments),
    /// Says how models stand: what is open, late, stale, unreviewed, unanswered.
    #[command(after_long_help = status::EXAMPLES)]
    Status(status::Arguments),
    /// Explains a word of the language or the catalog, an error code, or one threat of a model.
    ///
    /// A threat of a model is explained by its facts, its path, the sum of its rating, the
    /// controls that count and those that don't, and what would close it.
    #[command(after_long_help = explain::EXAMPLES)]
    Explain(explain::Arguments),
    /// Lists what is built in: kinds, data, controls, threats, frameworks.
    #[command(after_long_help = catalog::EXAMPLES)]
    Catalog(catalog::Arguments),
    /// Lays files out in the one style, or says which are not in it.
    Fmt(fmt::Arguments),
    /// Writes a model in another form, for other programs.
    Export(export::Arguments),
    /// Puts a report on a wiki, again and again: without duplicates, and without overwriting people.
    ///
    /// What is published where stands in `trustline.toml` beside the model. Only what changed is
    /// written. A page that somebody changed since is kept: the difference is shown, and the exit
    /// status is 3. Accounts and secrets come from the environment or a command, never from a file.
    #[cfg(feature = "publish")]
    #[command(after_long_help = publish::EXAMPLES)]
    Publish(publish::Arguments),
    /// The language server, on standard input and output: for editors.
    ///
    /// An editor starts it and ends it. It says what `check` says while a model is written, completes,
    /// explains, renames, formats, and offers what can be done about threats.
    #[cfg(feature = "lsp")]
    #[command(after_long_help = lsp::EXAMPLES)]
    Lsp(lsp::Arguments),
    /// Shows the report in a browser, and keeps it up to date while the model is written.
    ///
    /// The page is served to this machine alone, under an address that nobody guesses, until Ctrl-C. What
    /// changes is changed in place: scrolling, zoom, filters and open cards stay. While the model has errors,
    /// they stand above the last good picture.
    #[cfg(feature = "preview")]
    #[command(after_long_help = preview::EXAMPLES)]
    Preview(preview::Arguments),
    /// Prints what a shell needs to complete commands and options.
    #[command(after_long_help = completions::EXAMPLES)]
    Completions(completions::Arguments),
    /// Prints manual pages, or writes all of them into a folder.
    #[command(after_long_help = man::EXAMPLES)]
    Man(man::Arguments),
}

/// What the binary is called.
const NAME: &str = "trustline";

/// All commands and options as data, for completions and manual pages.
fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(a) => a,
        Err(e) => {
            // Help and version are no errors; clap knows which stream each belongs on.
            let _ = e.print();
            return if e.use_stderr() { Exit::Error } else { Exit::Done }.code();
        }
    };
    let exit = match &arguments.command {
        Command::Build(a) => build::run(a),
        Command::Check(a) => check::run(a),
        Command::Catalog(a) => catalog::run(a),
        Command::Explain(a) => explain::run(a),
        Command::Export(a) => export::run(a),
        Command::New(a) => new::run(a),
        #[cfg(feature = "publish")]
        Command::Publish(a) => publish::run(a),
        Command::Completions(a) => completions::run(a),
        #[cfg(feature = "lsp")]
        Command::Lsp(a) => lsp::run(a),
        #[cfg(feature = "preview")]
        Command::Preview(a) => preview::run(a),
        Command::Man(a) => man::run(a),
        Command::Status(a) => status::run(a),
        Command::Diff(a) => diff::run(a),
        Command::Fmt(a) => fmt::run(a),
    };
    if world::lost() { Exit::Error.code() } else { exit.code() }
}
