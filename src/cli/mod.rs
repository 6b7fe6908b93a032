//! The command line: one file a command. The only room, with the server, the preview and the
//! publisher, that touches the world.
//!
//! Results go to standard output, diagnostics to standard error. Exit status: 0 done, 1 the gate
//! is not met, 2 an error in a model or in the call.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is this room's work")]

mod build;
mod catalog;
mod check;
mod compile;
mod explain;
mod export;
mod fmt;
mod world;

use crate::diagnostic::Diagnostic;
use clap::{Parser, Subcommand};
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
    /// An error in a model or in the call.
    Error,
}

impl Exit {
    fn and(self, other: Exit) -> Exit {
        match (self, other) {
            (Exit::Error, _) | (_, Exit::Error) => Exit::Error,
            (Exit::Gate, _) | (_, Exit::Gate) => Exit::Gate,
            _ => Exit::Done,
        }
    }

    fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Done => 0,
            Exit::Gate => 1,
            Exit::Error => 2,
        })
    }
}

/// A compiler for threat models of AI systems.
///
/// Write down what you build in a .tm file; Trustline finds what can go wrong wherever data
/// crosses a trust boundary, draws it, and writes it up.
///
/// Exit status: 0 done; 1 the gate is not met; 2 an error in a model or in the call.
#[derive(Parser)]
#[command(name = "trustline", version, max_term_width = 100, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes diagrams and reports.
    Build(build::Arguments),
    /// Says what is wrong with a model, and whether its open threats pass the gate.
    Check(check::Arguments),
    /// Lists what is built in: kinds, data, controls, threats, frameworks.
    Catalog(catalog::Arguments),
    /// Explains a kind, control, threat, property or error code, or one threat of a model.
    Explain(explain::Arguments),
    /// Writes a model in another form.
    Export(export::Arguments),
    /// Lays files out in the one style, or says which are not in it.
    Fmt(fmt::Arguments),
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
        Command::Fmt(a) => fmt::run(a),
    };
    if world::lost() { Exit::Error.code() } else { exit.code() }
}
