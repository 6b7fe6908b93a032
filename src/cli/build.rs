//! `trustline build`: diagrams and reports.

mod data;
mod look;
mod pdf;

use look::Look;

use super::baseline::Baselines;
use super::compile::{Compiled, ModelArguments, compile_quietly, complain, report as say_all};
use super::world::Written;
use super::{Exit, world};
use crate::diagnostic::{Diagnostic, codes};
use crate::project::pictures::{self, Artist, Drawn};
use crate::render::png::{SCALE, png_that_fits};
use crate::render::svg;
use crate::report::{self, Picture, markdown};
use crate::scene::Pace;
use crate::scene::notes::missing_glyphs;
use crate::threads::each;
use clap::ValueEnum;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline build rag.tm                         into the folder out
  trustline build models/*.tm -o site            several at once
  trustline build rag.tm --format svg,json       the diagram and the data
  trustline build rag.tm --format md,svg --markdown mkdocs   for a site of MkDocs
  trustline build rag.tm --format xlsx,csv       the register for a spreadsheet
  trustline build rag.tm --baseline last.json    with what changed since then
  trustline build rag.tm --theme print           black and white, for paper
  trustline build rag.tm --theme brand           the theme in the folder brand";

#[derive(clap::Args)]
pub struct Arguments {
    /// Model files; `-` is standard input.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// The folder to write to; it is made if it is missing.
    #[arg(short, long, value_name = "DIR", default_value = "out")]
    output: PathBuf,
    /// What to write, with commas: html,md,svg,png,pdf,json,csv,xlsx,sarif,junit,navigator. A PDF is printed by
    /// Chromium or Chrome, or written without one by builds with the feature `pdf`.
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "FORMATS",
        default_value = "html,md,svg,png",
        hide_possible_values = true
    )]
    format: Vec<Format>,
    /// Where the Markdown is read: gfm (GitHub and most others), gitlab, azure, mkdocs, docusaurus, sphinx or mdbook.
    #[arg(
        long,
        value_name = "PROFILE",
        default_value = "gfm",
        value_parser = profile(),
        hide_possible_values = true,
        hide_default_value = true
    )]
    markdown: String,
    /// How pictures and the HTML report look: default, dark, print, high-contrast, colour-blind, or a
    /// folder with a theme.toml (`trustline new --theme DIR` makes one).
    #[arg(long, value_name = "NAME|DIR", default_value = "default", hide_default_value = true)]
    theme: String,
    /// A font file for the characters that the font of pictures lacks, as Chinese ones; can be given
    /// more than once. It is drawn in the PNG; an SVG shows what its viewer has.
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
    /// A file that `check --write-baseline` wrote: the report says what changed since then.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    #[command(flatten)]
    model: ModelArguments,
}

/// A form of output.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The report as one page for a browser.
    Html,
    /// The report for repositories and wikis.
    Md,
    /// The diagram.
    Svg,
    /// The diagram at twice its size.
    Png,
    /// The report on paper.
    Pdf,
    /// Everything as data.
    Json,
    /// The register for spreadsheets and scripts.
    Csv,
    /// The register as a workbook, with controls, actions and questions.
    Xlsx,
    /// Remarks and open threats for code scanning.
    Sarif,
    /// Threats as results of tests.
    Junit,
    /// A layer for MITRE's Navigator.
    Navigator,
}

/// The names of the dialects of Markdown.
fn profile() -> clap::builder::PossibleValuesParser {
    markdown::dialect::ALL.iter().map(|d| clap::builder::PossibleValue::new(d.name).help(d.program)).into()
}

pub fn run(arguments: &Arguments) -> Exit {
    let mut stems: Vec<&std::ffi::OsStr> = arguments.models.iter().filter_map(|m| m.file_stem()).collect();
    stems.sort_unstable();
    if let Some(twice) = stems.windows(2).find_map(|w| match w {
        [a, b] if a == b => Some(a.to_string_lossy().into_owned()),
        _ => None,
    }) {
        complain(
            &Diagnostic::bare(codes::BAD_CALL, format!("two models would be written as `{twice}`"))
                .help("build them into different folders, with `-o`"),
        );
        return Exit::Error;
    }
    let look = match Look::new(arguments) {
        Ok(Some(look)) => look,
        Ok(None) => return Exit::Error,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    let mut baselines = match Baselines::known(arguments.baseline.as_deref()) {
        Ok(baselines) => baselines,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    let printer = match arguments.format.contains(&Format::Pdf).then(pdf::Printer::find).transpose() {
        Ok(printer) => printer,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    let mut exit = Exit::Done;
    let mut files: Vec<Written> = Vec::new();
    for path in &arguments.models {
        match one(path, arguments, &look, printer.as_ref(), &mut baselines) {
            Ok(Built { compiled, files: mut written, .. }) => {
                say_all(&compiled.sources, &compiled.diagnostics);
                if compiled.failed() {
                    exit = exit.and(Exit::Error);
                }
                files.append(&mut written);
            }
            Err(failed) => {
                match failed {
                    Failed::Call(d) => complain(&d),
                    // It would be the same for the next model.
                    Failed::Templates(faults) => {
                        look.blame(&faults);
                        return Exit::Error;
                    }
                }
                exit = exit.and(Exit::Error);
            }
        }
    }
    // Further pictures have longer names, which another model may have as well.
    if exit != Exit::Error
        && let Some(twice) = written_twice(&files)
    {
        complain(
            &Diagnostic::bare(codes::BAD_CALL, format!("two files would be written as `{twice}`"))
                .help("build the models into different folders, with `-o`"),
        );
        return Exit::Error;
    }
    // Nothing is half written: with an error anywhere, nothing is.
    if exit == Exit::Error {
        return exit;
    }
    if let Err(d) = world::write_all(&arguments.output, &files) {
        complain(&d);
        return Exit::Error;
    }
    for (path, _) in &files {
        world::print(&format!("{}\n", path.display()));
    }
    exit
}

/// A file that is there twice; names that differ in case alone are the same on some machines.
fn written_twice(files: &[Written]) -> Option<String> {
    let mut seen = HashSet::new();
    let names = files.iter().map(|(path, _)| path.to_string_lossy());
    names.into_iter().find(|n| !seen.insert(n.to_lowercase())).map(std::borrow::Cow::into_owned)
}

/// What stands for a call that goes wrong in a picture.
fn fault(e: &dyn std::fmt::Display) -> Box<Diagnostic> {
    Box::new(pictures::fault(e))
}

/// Which files of pictures are written, and what they are called.
#[derive(Default)]
struct Files {
    stem: String,
    svg: bool,
    png: bool,
    /// Names that pictures have.
    taken: HashSet<String>,
}

impl Files {
    /// The names of a picture's files, SVG and PNG; empty if it has none. The main picture has no
    /// name. A later one of the same name gets a number: a view can be called as a figure is.
    fn names(&mut self, picture: &str) -> (String, String) {
        let numbered = (2..).map(|n| format!("{picture}-{n}"));
        let mut names = std::iter::once(picture.to_owned()).chain(numbered);
        let own = names.find(|name| self.taken.insert(name.to_lowercase())).unwrap_or_default();
        let name = |wanted: bool, ending: &str| match (wanted, own.as_str()) {
            (false, _) => String::new(),
            (true, "") => format!("{}.{ending}", self.stem),
            (true, own) => format!("{}.{own}.{ending}", self.stem),
        };
        (name(self.svg, "svg"), name(self.png, "png"))
    }
}

/// Why nothing could be made of a model.
enum Failed {
    Call(Box<Diagnostic>),
    /// The theme's templates are wrong.
    Templates(Vec<report::html::Fault>),
}

impl From<Box<Diagnostic>> for Failed {
    fn from(d: Box<Diagnostic>) -> Self {
        Failed::Call(d)
    }
}

/// Everything that one model is built to, still in memory.
#[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "the command itself needs the files alone"))]
pub(super) struct Built {
    /// The model.
    pub compiled: Compiled,
    /// Its report, for what else is written from it; none if the model has errors.
    pub report: Option<report::Report>,
    /// Its pictures, the main one first, with the names of their files.
    pub pictures: Vec<Picture>,
    /// All files.
    pub files: Vec<Written>,
}

/// Builds a model for a command that takes its files elsewhere: with the theme that is the default.
///
/// # Errors
/// When the call can't be carried out. What is wrong in the model is in its diagnostics.
#[cfg(feature = "publish")]
pub(super) fn in_memory(path: &Path, formats: Vec<Format>, model: &ModelArguments) -> super::Outcome<Built> {
    let arguments = Arguments {
        models: vec![path.to_owned()],
        output: PathBuf::new(),
        format: formats,
        markdown: markdown::dialect::GFM.name.to_owned(),
        theme: "default".to_owned(),
        font: Vec::new(),
        baseline: None,
        model: model.clone(),
    };
    let fault = || Box::new(Diagnostic::bare(codes::BAD_THEME, "the default theme can't be used"));
    let look = Look::new(&arguments)?.ok_or_else(fault)?;
    let printer = arguments.format.contains(&Format::Pdf).then(pdf::Printer::find).transpose()?;
    match one(path, &arguments, &look, printer.as_ref(), &mut Baselines::known(None)?) {
        Ok(built) => Ok(built),
        Err(Failed::Call(d)) => Err(d),
        Err(Failed::Templates(faults)) => {
            look.blame(&faults);
            Err(fault())
        }
    }
}

fn one(
    path: &Path,
    arguments: &Arguments,
    look: &Look,
    printer: Option<&pdf::Printer>,
    baselines: &mut Baselines,
) -> Result<Built, Failed> {
    let mut compiled = compile_quietly(path, &arguments.model)?;
    pictures::refuse_empty(&compiled.model, &mut compiled.diagnostics);
    if compiled.failed() {
        return Ok(Built { compiled, report: None, pictures: Vec::new(), files: Vec::new() });
    }
    let since = baselines.judge(path, &mut compiled);
    let wants = |f: Format| arguments.format.contains(&f);
    let name = |ending: &str| arguments.output.join(format!("{}.{ending}", compiled.stem));
    let mut files = Vec::new();
    let mut notes = Vec::new();
    let mut names = Files::default();
    let mut drawn = Vec::new();
    // The Markdown shows the picture's files, so it needs no drawing of its own.
    if [Format::Html, Format::Pdf, Format::Svg, Format::Png].into_iter().any(wants) {
        names.stem.clone_from(&compiled.stem);
        (names.svg, names.png) = (wants(Format::Svg), wants(Format::Png));
        let mut artist = Artist::new().map_err(|e| fault(&e))?;
        let all =
            artist
                .draw(&compiled.model, &compiled.analysis, &look.theme, Pace::Careful, &mut notes, &|| true);
        drawn = all.map_err(|e| fault(&e))?.unwrap_or_default();
    }
    let mut pictures = Vec::new();
    let mut missing: Vec<char> = Vec::new();
    let inked = each(&drawn, |d: &Drawn| {
        let svg = svg::themed(&d.scene, &look.theme);
        let png = names.png.then(|| png_that_fits(&svg, SCALE, &look.fonts)).transpose();
        (svg, png)
    });
    for (Drawn { name, mut picture, missing: lacks, .. }, (svg, png)) in drawn.into_iter().zip(inked) {
        (picture.svg_file, picture.png_file) = names.names(&name);
        let new = look.fonts.lacking(&lacks).into_iter().filter(|c| !missing.contains(c));
        missing.extend(new.collect::<Vec<_>>());
        if let Some(png) = png.map_err(|e| fault(&e))? {
            files.push((arguments.output.join(&picture.png_file), png));
        }
        if !picture.svg_file.is_empty() {
            files.push((arguments.output.join(&picture.svg_file), svg.into_bytes()));
        }
        pictures.push(picture);
    }
    let mut data =
        report::collect(&compiled.model, &compiled.analysis, &compiled.sources, &report::tables::Tables);
    if let Some(since) = since {
        data.since = Some(report::since(&data, &since.file, &since.progress));
    }
    if wants(Format::Html) || wants(Format::Pdf) {
        let html = report::html::write(&data, &pictures, &look.theme).map_err(Failed::Templates)?;
        if let Some(printer) = printer {
            let day = world::today(arguments.model.today.as_deref())?;
            let pdf =
                printer.print(pdf::Job { report: &data, pictures: &pictures, look, html: &html, day })?;
            files.push((name("pdf"), pdf));
        }
        if wants(Format::Html) {
            files.push((name("html"), html.into_bytes()));
        }
    }
    if wants(Format::Md) {
        let dialect = markdown::dialect::find(&arguments.markdown).unwrap_or(&markdown::dialect::GFM);
        files.push((name("md"), markdown::write_for(&data, &pictures, dialect).into_bytes()));
    }
    for form in data::FORMS.iter().filter(|f| wants(f.format)) {
        let bytes = (form.write)(&compiled, &data).map_err(|e| fault(&e))?;
        files.push((name(form.ending), bytes));
    }
    notes.extend(missing_glyphs(&missing));
    compiled.add(notes);
    Ok(Built { compiled, report: Some(data), pictures, files })
}
