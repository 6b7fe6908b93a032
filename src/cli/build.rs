//! `trustline build`: diagrams and reports.

use super::compile::{Compiled, ModelArguments, compile_quietly, complain, report as say_all};
use super::world::Written;
use super::{Exit, Outcome, figures, world};
use crate::diagnostic::switches;
use crate::diagnostic::{Diagnostic, codes};
use crate::render::png::{Fonts, PngError, SCALE, png_with};
use crate::report::{self, Picture};
use crate::scene::sheets::Group;
use crate::scene::{Drawing, Sheet};
use crate::source::Disk;
use crate::theme::{self, Theme};
use crate::{render, scene};
use clap::ValueEnum;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline build rag.tm                         into the folder out
  trustline build models/*.tm -o site            several at once
  trustline build rag.tm --format svg,json       the diagram and the data
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
    /// What to write, with commas: html,md,svg,png,json.
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "FORMATS",
        default_value = "html,md,svg,png",
        hide_possible_values = true
    )]
    format: Vec<Format>,
    /// How pictures and the HTML report look: default, dark, print, high-contrast, colour-blind, or a
    /// folder with a theme.toml (`trustline new --theme DIR` makes one).
    #[arg(long, value_name = "NAME|DIR", default_value = "default", hide_default_value = true)]
    theme: String,
    /// A font file for the characters that the font of pictures lacks, as Chinese ones; can be given
    /// more than once. It is drawn in the PNG; an SVG shows what its viewer has.
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
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
    /// Everything as data.
    Json,
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
    let mut exit = Exit::Done;
    let mut files: Vec<Written> = Vec::new();
    for path in &arguments.models {
        match one(path, arguments, &look) {
            Ok((compiled, mut written)) => {
                say_all(&compiled.sources, &compiled.diagnostics);
                if compiled.failed() {
                    exit = exit.and(Exit::Error);
                }
                files.append(&mut written);
            }
            Err(d) => {
                complain(&d);
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

/// What the call says about how things look.
pub(super) struct Look {
    /// The theme.
    pub theme: Theme,
    /// The fonts of PNGs.
    pub fonts: Fonts,
}

impl Look {
    /// The theme and the fonts that the call names, with all that is to be said about them; none if
    /// the theme can't be used.
    ///
    /// # Errors
    /// When a font can't be used, or a switch of the call.
    fn new(arguments: &Arguments) -> Outcome<Option<Look>> {
        let mut loaded = theme::load(&Disk, &arguments.theme);
        switches::apply(&mut loaded.diagnostics, &[], &arguments.model.switches()?);
        say_all(&loaded.sources, &loaded.diagnostics);
        let mut fonts = Fonts::default();
        for path in &arguments.font {
            if !fonts.add(world::bytes(path)?) {
                let message = format!("`{}` is not a font that can be used", path.display());
                return Err(Diagnostic::bare(codes::BAD_CALL, message)
                    .help("Name a file of TrueType or OpenType: .ttf, .otf, .ttc.")
                    .into());
            }
        }
        Ok(if loaded.failed() { None } else { Some(Look { theme: loaded.theme, fonts }) })
    }
}

/// A file that is there twice; names that differ in case alone are the same on some machines.
fn written_twice(files: &[Written]) -> Option<String> {
    let mut seen = HashSet::new();
    let names = files.iter().map(|(path, _)| path.to_string_lossy());
    names.into_iter().find(|n| !seen.insert(n.to_lowercase())).map(std::borrow::Cow::into_owned)
}

/// A picture as PNG, at twice its size, or as large as a PNG may be.
pub(super) fn pixels(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    match png_with(svg, SCALE, fonts) {
        Err(PngError::TooLarge { fits, .. }) if fits > 0.0 => png_with(svg, fits, fonts),
        other => other,
    }
}

/// Everything that one model is built to, still in memory.
fn one(path: &Path, arguments: &Arguments, look: &Look) -> Outcome<(Compiled, Vec<Written>)> {
    let mut compiled = compile_quietly(path, &arguments.model)?;
    if compiled.model.elements.is_empty() && !compiled.failed() {
        compiled.diagnostics.retain(|d| d.code != codes::EMPTY_MODEL);
        let mut d =
            Diagnostic::bare(codes::EMPTY_MODEL, "there is nothing to build: the model has no elements");
        d.severity = crate::diagnostic::Severity::Error;
        compiled.diagnostics.push(d);
    }
    if compiled.failed() {
        return Ok((compiled, Vec::new()));
    }
    let wants = |f: Format| arguments.format.contains(&f);
    let name = |ending: &str| arguments.output.join(format!("{}.{ending}", compiled.stem));
    let fault = |e: &dyn std::fmt::Display| Box::new(Diagnostic::bare(codes::PICTURE, e.to_string()));
    let mut files = Vec::new();
    let mut notes = Vec::new();
    // The Markdown shows the picture's files, so it needs no drawing of its own.
    let drawn = [Format::Html, Format::Svg, Format::Png].into_iter().any(wants);
    let mut pictures = Vec::new();
    if drawn {
        let (model, analysis) = (&compiled.model, &compiled.analysis);
        let painter = scene::Painter::new().map_err(|e| fault(&e))?;
        let mut drawings: Vec<(Sheet, Drawing)> = Vec::new();
        for sheet in scene::sheets(model, analysis) {
            match painter.draw(model, analysis, &sheet) {
                Ok(mut drawing) => {
                    drawing.composed.missing = look.fonts.lacking(&drawing.composed.missing);
                    drawings.push((sheet, drawing));
                }
                Err(e) if drawings.is_empty() => return Err(fault(&e)),
                // The report is worth more than a further picture.
                Err(e) => notes.push(
                    Diagnostic::bare(codes::LAYOUT_FAULT, format!("`{}` is not drawn: {e}", sheet.name))
                        .help("what it would show is in the tables of the report"),
                ),
            }
        }
        // On a page a box leads to the picture of what it stands for, or in which it stands in full:
        // the last that holds it, since what is folded in a picture comes behind it.
        let leads = |id: &str| {
            let holds = |group: Group| match model.find_element(id) {
                Some(e) => group.holds(model, e),
                None => group.id(model) == id,
            };
            let at = drawings.iter().rposition(|(s, _)| s.group().is_some_and(holds));
            at.map(|at| format!("#picture_{}", at + 1))
        };
        for (sheet, drawing) in &drawings {
            notes.extend(drawing.notes());
            let file = |wanted: Format, ending: &str| match (wants(wanted), sheet.name.as_str()) {
                (false, _) => String::new(),
                (true, "") => format!("{}.{ending}", compiled.stem),
                (true, name) => format!("{}.{name}.{ending}", compiled.stem),
            };
            let picture = Picture {
                title: sheet.title.clone(),
                about: sheet.about.clone(),
                svg: render::svg::linked(&drawing.composed.scene, &look.theme, &leads),
                svg_file: file(Format::Svg, "svg"),
                png_file: file(Format::Png, "png"),
                ..Picture::default()
            };
            pictures.push((picture, render::svg::themed(&drawing.composed.scene, &look.theme)));
        }
        let wanted = (wants(Format::Svg), wants(Format::Png));
        let taken: Vec<&str> = drawings.iter().map(|(s, _)| s.name.as_str()).collect();
        pictures.extend(figures::pictures(&compiled, look, &taken, wanted, &mut notes)?);
    }
    let (pictures, drawings): (Vec<Picture>, Vec<String>) = pictures.into_iter().unzip();
    let data =
        report::collect(&compiled.model, &compiled.analysis, &compiled.sources, &report::tables::Tables);
    if wants(Format::Html) {
        let html = report::html::write(&data, &pictures, &look.theme).map_err(|e| {
            Diagnostic::bare(
                codes::BAD_THEME,
                format!("the template of the theme `{}` fails: {e}", look.theme.name),
            )
        })?;
        files.push((name("html"), html.into_bytes()));
    }
    if wants(Format::Md) {
        files.push((name("md"), report::markdown::write(&data, &pictures).into_bytes()));
    }
    for (picture, svg) in pictures.iter().zip(drawings) {
        if wants(Format::Png) {
            files.push((
                arguments.output.join(&picture.png_file),
                pixels(&svg, &look.fonts).map_err(|e| fault(&e))?,
            ));
        }
        if wants(Format::Svg) {
            files.push((arguments.output.join(&picture.svg_file), svg.into_bytes()));
        }
    }
    if wants(Format::Json) {
        let json = report::json::write(&data).map_err(|e| fault(&e))?;
        files.push((name("json"), json.into_bytes()));
    }
    compiled.add(notes);
    Ok((compiled, files))
}
