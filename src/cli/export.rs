//! `trustline export`: a model in another form, and the schema of the JSON report.

use super::compile::{ModelArguments, compile_quietly, complain, report};
use super::{Exit, world};
use crate::diagnostic::{Diagnostic, codes};
use clap::ValueEnum;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// The model file; `-` is standard input.
    #[arg(value_name = "MODEL", required_unless_present = "schema")]
    model_file: Option<PathBuf>,
    /// The form to write.
    #[arg(long, value_name = "FORM", required_unless_present = "schema")]
    to: Option<Form>,
    /// Prints the JSON Schema of the JSON report, or of what `check` or `catalog --format json` prints.
    #[arg(
        long,
        value_name = "OF",
        num_args = 0..=1,
        default_missing_value = "report",
        conflicts_with_all = ["to", "model_file"]
    )]
    schema: Option<Schema>,
    #[command(flatten)]
    model: ModelArguments,
}

/// What has a schema.
#[derive(Copy, Clone, ValueEnum)]
pub enum Schema {
    /// `build --format json`.
    Report,
    /// `check --format json`.
    Check,
    /// `catalog --format json`.
    Catalog,
}

/// What can be written.
#[derive(Copy, Clone, ValueEnum)]
pub enum Form {
    /// Where the diagram's parts are, as JSON.
    Layout,
}

pub fn run(arguments: &Arguments) -> Exit {
    if let Some(of) = arguments.schema {
        world::print(match of {
            Schema::Report => crate::report::json::SCHEMA,
            Schema::Check => super::check::SCHEMA,
            Schema::Catalog => super::catalog::SCHEMA,
        });
        return Exit::Done;
    }
    let (Some(path), Some(form)) = (&arguments.model_file, arguments.to) else { return Exit::Error };
    let compiled = match compile_quietly(path, &arguments.model) {
        Ok(c) => c,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    report(&compiled.sources, &compiled.diagnostics);
    if compiled.failed() {
        return Exit::Error;
    }
    match form {
        Form::Layout => match crate::scene::draw(&compiled.model, &compiled.analysis) {
            Ok(drawing) => {
                world::print(&crate::interop::layout::write(&compiled.model, &drawing));
                Exit::Done
            }
            Err(e) => {
                complain(&Diagnostic::bare(codes::PICTURE, e.to_string()));
                Exit::Error
            }
        },
    }
}
