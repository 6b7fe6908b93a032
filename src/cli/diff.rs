//! `trustline diff`: what changed between two states of a model, and why its threats did.

use super::baseline::{entry, key, parse};
use super::compile::{Compiled, ModelArguments, analysed, compile, complain, report};
use super::git::Revision;
use super::{Exit, Outcome, world};
use crate::catalog::edition::{EditionError, edition, from_text};
use crate::catalog::{Catalog, EDITIONS};
use crate::compare::{Baseline, Snapshot, compare};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Entry, Read, read, resolve, resolve_with};
use crate::render;
use crate::render::png::{Fonts, SCALE, png_that_fits};
use crate::report::difference::{self, Compared};
use crate::scene::figures;
use crate::scene::notes::missing_glyphs;
use crate::source::{Disk, Files, ReadError};
use crate::theme::{self, Theme};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many files a folder of a catalog may hold.
const MAX_FILES: usize = 1_000;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline diff old.tm new.tm                       two models
  trustline diff --git main models/*.tm              models here and at the tip of main
  trustline diff --git main rag.tm --format md       the comment of a pull request
  trustline diff old.tm new.tm --picture diff.svg    drawn, too
  trustline diff --catalog 2026.1 rag.tm             what another edition of the catalog would change
  trustline diff baseline.json rag.tm                since a baseline was written";

#[derive(clap::Args)]
pub struct Arguments {
    /// The old state and the new one: models, or baselines that `check --write-baseline` wrote.
    /// With `--git` or `--catalog`, models.
    #[arg(required = true, value_name = "OLD NEW")]
    files: Vec<PathBuf>,
    /// Compares models with what they were at a revision, as `main` or `HEAD~3`.
    #[arg(long, value_name = "REV", conflicts_with = "catalog", allow_hyphen_values = true)]
    git: Option<String>,
    /// Compares models with what another catalog makes of them: an edition, or a folder of `.tm` files.
    #[arg(long, value_name = "EDITION")]
    catalog: Option<String>,
    /// How it is written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Draws the difference too, into a file that ends in `.svg` or `.png`.
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// How the picture looks: default, dark, print, high-contrast, colour-blind, or a folder with a theme.toml.
    #[arg(long, value_name = "NAME|DIR", requires = "picture")]
    theme: Option<String>,
    /// Ends with status 1 if a threat came, went or changed.
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    model: ModelArguments,
}

/// A form of a difference.
#[derive(Copy, Clone, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal.
    Text,
    /// For the comment of a pull request.
    Md,
    /// As data.
    Json,
}

/// A name, an old state and a new one.
type Pair = (String, Snapshot, Snapshot);

pub fn run(arguments: &Arguments) -> Exit {
    let pairs = match (&arguments.git, &arguments.catalog) {
        (Some(rev), _) => each(arguments, |path| since(rev, path, &arguments.model)),
        (None, Some(name)) => other_catalog(name)
            .and_then(|catalog| each(arguments, |path| under(&catalog, path, &arguments.model))),
        (None, None) => two(arguments),
    };
    let pairs = match pairs {
        Ok(pairs) => pairs,
        Err(Some(d)) => {
            complain(&d);
            return Exit::Error;
        }
        // It has been said.
        Err(None) => return Exit::Error,
    };
    let all: Vec<Compared> = pairs
        .iter()
        .map(|(name, old, new)| Compared { model: name.clone(), difference: compare(old, new) })
        .collect();
    if let Some(file) = &arguments.picture {
        let Some(theme) = theme(arguments) else { return Exit::Error };
        if let Err(d) = draw(file, &theme, &pairs, &all) {
            complain(&d);
            return Exit::Error;
        }
    }
    match arguments.format {
        Format::Text => world::print(&calm(&difference::text(&all))),
        Format::Md => world::print(&difference::markdown(&all)),
        Format::Json => match difference::json(&all) {
            Ok(text) => world::print(&text),
            Err(e) => {
                complain(&Diagnostic::bare(
                    codes::UNWRITABLE,
                    format!("the difference can't be written: {e}"),
                ));
                return Exit::Error;
            }
        },
    }
    let differs = all.iter().any(|c| c.difference.in_threats());
    if arguments.exit_code && differs { Exit::Gate } else { Exit::Done }
}

/// The theme that the call names; none if it can't be used, which has been said then.
fn theme(arguments: &Arguments) -> Option<Theme> {
    let Some(name) = &arguments.theme else { return Some(Theme::standard().clone()) };
    let loaded = theme::load(&Disk, name);
    report(&loaded.sources, &loaded.diagnostics);
    (!loaded.failed()).then_some(loaded.theme)
}

/// Draws the difference of the one pair that there is.
fn draw(file: &Path, theme: &Theme, pairs: &[Pair], all: &[Compared]) -> Outcome<()> {
    let bad = |message: String| Box::new(Diagnostic::bare(codes::BAD_CALL, message));
    let ending = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let as_png = match ending {
        "svg" => false,
        "png" => true,
        _ => return Err(bad(format!("`--picture {}`: a picture ends in `.svg` or `.png`", file.display()))),
    };
    let ([(_, old, new)], [compared]) = (pairs, all) else {
        let message = format!("`--picture` shows one model, and {} are compared", pairs.len());
        return Err(Box::new(bad(message).help("Compare them one by one.")));
    };
    let fault = |e: &dyn std::fmt::Display| Box::new(Diagnostic::bare(codes::PICTURE, e.to_string()));
    let catalog = edition(None).unwrap_or_else(|_| Catalog::roots("").into());
    let figure = figures::changes(old, new, &compared.difference, &catalog).map_err(|e| fault(&e))?;
    figure.faults.iter().chain(&missing_glyphs(&figure.missing)).for_each(complain);
    let svg = render::svg::themed(&figure.scene, theme);
    let bytes = match as_png {
        true => png_that_fits(&svg, SCALE, &Fonts::default()).map_err(|e| fault(&e))?,
        false => svg.into_bytes(),
    };
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    world::write_all(folder, &[(file.to_path_buf(), bytes)])
}

/// What went wrong; none if it has been said already.
type Told<T> = Result<T, Option<Box<Diagnostic>>>;

/// One pair for each model of the call.
fn each(arguments: &Arguments, pair: impl Fn(&Path) -> Told<Pair>) -> Told<Vec<Pair>> {
    arguments.files.iter().map(|path| pair(path)).collect()
}

/// The snapshot of a model without errors; errors are said.
fn snapshot(compiled: Outcome<Compiled>) -> Told<Snapshot> {
    let compiled = compiled.map_err(Some)?;
    if compiled.failed() {
        let errors: Vec<Diagnostic> = compiled.diagnostics.iter().filter(|d| d.is_error()).cloned().collect();
        report(&compiled.sources, &errors);
        return Err(None);
    }
    Ok(Snapshot::of(&compiled.model, &compiled.analysis))
}

fn bad(message: String) -> Option<Box<Diagnostic>> {
    Some(Box::new(Diagnostic::bare(codes::BAD_CALL, message)))
}

/// A model at a revision and as it is.
fn since(rev: &str, path: &Path, arguments: &ModelArguments) -> Told<Pair> {
    if world::is_standard_input(path) {
        return Err(bad("standard input has no older revision".to_owned()));
    }
    let revision = Revision::open(rev, path).map_err(Some)?;
    let new = snapshot(compile(path, arguments))?;
    let name = path.display().to_string();
    let unreadable = |e: ReadError| {
        let message = format!("`{name}` can't be read at `{rev}`: {e}");
        Some(Box::new(Diagnostic::bare(codes::UNREADABLE, message)))
    };
    let whole = Disk.canonical(path).map_err(unreadable)?;
    let text = match revision.canonical(&whole).and_then(|at| revision.read(&at)) {
        Ok(text) => text,
        Err(ReadError::Missing) => {
            world::say(&format!("`{}` is not in `{rev}`: everything is new\n", calm(&name)));
            let nothing = Snapshot::nothing(&new);
            return Ok((name, nothing, new));
        }
        Err(e) => return Err(unreadable(e)),
    };
    let folder = whole.parent().map(Path::to_path_buf).unwrap_or_default();
    let shown = format!("{rev}:{}", name.replace('\\', "/"));
    let begin = Entry::Text { name: &shown, text, folder: &folder };
    let root = arguments.root.as_deref().map(|r| Disk.canonical(r)).transpose().map_err(unreadable)?;
    let old = analysed(read(&revision, begin, root.as_deref()), resolve, String::new(), arguments);
    Ok((name, snapshot(old)?, new))
}

/// A model as it is, and under another catalog.
fn under(catalog: &Arc<Catalog>, path: &Path, arguments: &ModelArguments) -> Told<Pair> {
    if world::is_standard_input(path) {
        return Err(bad("`--catalog` reads a model twice, so it can't be standard input".to_owned()));
    }
    let old = snapshot(compile(path, arguments))?;
    let again = read(&Disk, Entry::File(path), arguments.root.as_deref());
    let other = |read: &Read| resolve_with(read, Arc::clone(catalog));
    let new = snapshot(analysed(again, other, String::new(), arguments))?;
    Ok((path.display().to_string(), old, new))
}

/// The catalog of a name: a built-in edition, else a folder.
fn other_catalog(name: &str) -> Told<Arc<Catalog>> {
    let folder = Path::new(name);
    match edition(Some(name)) {
        Ok(catalog) => Ok(catalog),
        Err(EditionError::Unknown(_)) if folder.is_dir() => written(folder).map(Arc::new),
        Err(EditionError::Unknown(near)) => {
            let names: Vec<String> = EDITIONS.iter().map(|e| format!("`{}`", e.name)).collect();
            let d = Diagnostic::bare(
                codes::UNKNOWN_EDITION,
                format!("there is no edition `{name}` of the catalog"),
            );
            let d = match near {
                Some(near) => d.help(format!("Did you mean `{near}`?")),
                None => d.help(format!("There is {}, or name a folder of `.tm` files.", names.join(", "))),
            };
            Err(Some(Box::new(d)))
        }
        Err(EditionError::Damaged(why)) => {
            let message = format!("the catalog can't be used: {why}");
            Err(Some(Box::new(Diagnostic::bare(codes::UNKNOWN_EDITION, message))))
        }
    }
}

/// A catalog that is being written: all `.tm` files in a folder.
fn written(folder: &Path) -> Told<Catalog> {
    let mut paths = Vec::new();
    let fail = |path: &Path, why: &dyn std::fmt::Display| {
        let message = format!("`{}` can't be read: {why}", path.display());
        Some(Box::new(Diagnostic::bare(codes::UNREADABLE, message)))
    };
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).map_err(|e| fail(&at, &e))? {
            let entry = entry.map_err(|e| fail(&at, &e))?;
            let path = entry.path();
            // Links are not followed, so that there is an end.
            match entry.file_type() {
                Ok(t) if t.is_dir() => open.push(path),
                _ if path.extension().is_some_and(|e| e == "tm") => paths.push(path),
                _ => {}
            }
            if paths.len() > MAX_FILES || open.len() > MAX_FILES {
                return Err(bad(format!("`{}` holds more than {MAX_FILES} files", folder.display())));
            }
        }
    }
    if paths.is_empty() {
        return Err(bad(format!("there is no `.tm` file in `{}`", folder.display())));
    }
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let text = Disk.read(&path).map_err(|e| fail(&path, &e))?;
        texts.push((path.display().to_string(), text));
    }
    let name = folder.file_name().map_or_else(|| "other".to_owned(), |n| n.to_string_lossy().into_owned());
    let (catalog, diagnostics, sources) = from_text(&name, &texts);
    let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    if errors.is_empty() {
        return Ok(catalog);
    }
    report(&sources, &errors);
    Err(None)
}

/// What a file of the call holds.
enum Given {
    Model(Box<Snapshot>),
    Baseline(Baseline),
}

/// Two files: models or baselines.
fn two(arguments: &Arguments) -> Told<Vec<Pair>> {
    let [old, new] = arguments.files.as_slice() else {
        let d = bad(format!(
            "two files are compared, and {} named",
            match arguments.files.len() {
                1 => "1 is".to_owned(),
                n => format!("{n} are"),
            }
        ));
        return Err(d.map(|d| {
            Box::new(d.help("To compare models with what they were, name a revision: `--git REV`."))
        }));
    };
    if world::is_standard_input(old) && world::is_standard_input(new) {
        return Err(bad("only one of the two can be standard input".to_owned()));
    }
    let name = |p: &Path| p.display().to_string();
    match (given(old, arguments)?, given(new, arguments)?) {
        (Given::Model(a), Given::Model(b)) => Ok(vec![(name(new), *a, *b)]),
        (Given::Baseline(a), Given::Model(b)) => {
            let found = chosen(&a, old, new, &b.title)?;
            Ok(vec![(name(new), found, *b)])
        }
        (Given::Model(a), Given::Baseline(b)) => {
            let found = chosen(&b, new, old, &a.title)?;
            Ok(vec![(name(old), *a, found)])
        }
        (Given::Baseline(a), Given::Baseline(b)) => Ok(all(a, b)),
    }
}

/// A file is a baseline if it is JSON: no model begins with a brace.
fn given(path: &Path, arguments: &Arguments) -> Told<Given> {
    if !world::is_standard_input(path)
        && let Ok(text) = Disk.read(path)
        && text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
    {
        return parse(path, &text).map(Given::Baseline).map_err(Some);
    }
    snapshot(compile(path, &arguments.model)).map(|s| Given::Model(Box::new(s)))
}

/// The state of a model in a baseline.
fn chosen(baseline: &Baseline, file: &Path, model: &Path, title: &str) -> Told<Snapshot> {
    if let Some((_, found)) = entry(baseline, file, &key(model, file), title) {
        return Ok(found.clone());
    }
    // Standard input has no path to be found by: the only model that there is, is meant.
    let mut models = baseline.models.iter();
    if let (Some((at, only)), None) = (models.next(), models.next())
        && (at == "-" || world::is_standard_input(model))
    {
        let (file, model) = (file.display(), model.display());
        world::say(&calm(&format!("`{model}` is compared with `{at}`, the only model in `{file}`\n")));
        return Ok(only.clone());
    }
    let names: Vec<String> = baseline.models.keys().map(|k| format!("`{k}`")).collect();
    let d = bad(format!("`{}` holds nothing of `{}`", file.display(), model.display()));
    Err(match names.is_empty() {
        true => d,
        false => d.map(|d| Box::new(d.help(format!("It holds {}.", names.join(", "))))),
    })
}

/// Every model of two baselines; one that is in only one of them is all new, or all gone. The only
/// ones of two are the same if their titles are: the files may lie in different folders.
fn all(old: Baseline, new: Baseline) -> Vec<Pair> {
    let single = |b: &Baseline| match b.models.len() {
        1 => b.models.iter().next().map(|(k, s)| (k.clone(), s.clone())),
        _ => None,
    };
    if let (Some((_, a)), Some((name, b))) = (single(&old), single(&new))
        && a.title == b.title
    {
        return vec![(name, a, b)];
    }
    let mut names: Vec<&String> = old.models.keys().chain(new.models.keys()).collect();
    names.sort();
    names.dedup();
    let pair = |name: &String| {
        let (a, b) = (old.models.get(name), new.models.get(name));
        let either = a.or(b)?;
        let nothing = || Snapshot::nothing(either);
        Some((name.clone(), a.cloned().unwrap_or_else(nothing), b.cloned().unwrap_or_else(nothing)))
    };
    names.into_iter().filter_map(pair).collect()
}
