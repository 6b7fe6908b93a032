//! `trustline export`: a model in another form, and the schema of the JSON report.

use super::compile::{Compiled, ModelArguments, compile_quietly, complain, report};
use super::{Exit, Outcome, world};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::scene;
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
    /// The picture that is meant: a view, a folded boundary, `overview`; the whole if not given.
    #[arg(long, value_name = "NAME", conflicts_with = "schema")]
    view: Option<String>,
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
        Form::Layout => match layout(&compiled, arguments.view.as_deref()) {
            Ok(text) => {
                world::print(&text);
                Exit::Done
            }
            Err(d) => {
                complain(&d);
                Exit::Error
            }
        },
    }
}

/// Where the parts of a picture are: of the one of a name, or of the whole.
fn layout(compiled: &Compiled, view: Option<&str>) -> Outcome<String> {
    let (model, analysis) = (&compiled.model, &compiled.analysis);
    let sheets = scene::sheets(model, analysis);
    let whole = scene::Sheet::whole(model);
    let sheet = match view {
        None => &whole,
        Some(name) => scene::sheets::find(&sheets, name).ok_or_else(|| unknown_view(&sheets, name))?,
    };
    let drawing = scene::Painter::new()
        .and_then(|painter| painter.draw(model, analysis, sheet))
        .map_err(|e| Diagnostic::bare(codes::PICTURE, e.to_string()))?;
    Ok(crate::interop::layout::write(model, &drawing))
}

fn unknown_view(sheets: &[scene::Sheet], name: &str) -> Box<Diagnostic> {
    let names = || sheets.iter().map(|s| s.name.as_str()).filter(|n| !n.is_empty());
    let d = Diagnostic::bare(codes::BAD_CALL, format!("there is no picture `{name}`"));
    Box::new(match nearest(name, names()) {
        Some(near) => d.help(format!("did you mean `{near}`?")),
        None if names().next().is_none() => d.help("the model has one picture; leave `--view` out"),
        None => {
            let list: Vec<String> = names().take(12).map(|n| format!("`{n}`")).collect();
            d.help(format!("there is {}", list.join(", ")))
        }
    })
}
