//! `trustline new`: a model or a theme to start from.

use super::compile::complain;
use super::{Exit, Outcome, world};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::patterns::{self, PATTERNS, Pattern};
use crate::theme::{self, Theme};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline new                            what patterns there are
  trustline new my-system                  the first of them, as my-system.tm
  trustline new --pattern rag my-system    another one
  trustline new --pattern agent -o -       to read one first
  trustline new --theme brand              a theme, in the folder brand";

#[derive(clap::Args)]
pub struct Arguments {
    /// What to call it: the model is written to NAME.tm, and its title is made of NAME.
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The pattern to start from; the first one if not given.
    #[arg(short, long, value_name = "PATTERN", value_parser = names())]
    pattern: Option<String>,
    /// The model's title, in place of one that is made of NAME.
    #[arg(short, long, value_name = "TITLE")]
    title: Option<String>,
    /// The file to write, in place of NAME.tm; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// A theme in place of a model: a folder DIR with a theme.toml that shows every value.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["name", "pattern", "title", "output"])]
    theme: Option<PathBuf>,
}

/// The names of the patterns, for help, completion and the message on a wrong one.
fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(PATTERNS.iter().map(|p| PossibleValue::new(p.name).help(p.about)))
}

pub fn run(arguments: &Arguments) -> Exit {
    let Arguments { name, pattern, title, output, theme } = arguments;
    if let Some(folder) = theme {
        return make_theme(folder).unwrap_or_else(|d| {
            complain(&d);
            Exit::Error
        });
    }
    if name.is_none() && pattern.is_none() && title.is_none() && output.is_none() {
        world::print(&list());
        return Exit::Done;
    }
    let done = make(name.as_deref(), pattern.as_deref(), title.as_deref(), output.as_deref());
    done.unwrap_or_else(|d| {
        complain(&d);
        Exit::Error
    })
}

fn make(
    name: Option<&str>,
    pattern: Option<&str>,
    title: Option<&str>,
    output: Option<&Path>,
) -> Outcome<Exit> {
    let first = PATTERNS.first().map_or("", |p| p.name);
    // Who calls a model as a pattern is called wants that pattern.
    let named = name.filter(|name| patterns::find(name).is_some());
    let Some(pattern) = patterns::find(pattern.or(named).unwrap_or(first)) else { return Ok(Exit::Error) };
    let name = name.map(checked_name).transpose()?;
    let stdout = output.is_some_and(world::is_standard_input);
    let path = match (output, name) {
        (Some(output), _) => output.to_owned(),
        (None, Some(name)) => PathBuf::from(format!("{name}.tm")),
        (None, None) => {
            return Err(bad("the model needs a name, which its file is called by".to_owned())
                .help(format!(
                    "write `trustline new --pattern {} NAME`, or `-o -` to read it first",
                    pattern.name
                ))
                .into());
        }
    };
    let stem = if stdout { None } else { path.file_stem().map(|s| s.to_string_lossy().into_owned()) };
    let text = match title.map(checked_title).transpose()? {
        Some(title) => pattern.titled(title),
        None => match name.or(stem.as_deref()).map(patterns::title_of).filter(|t| !t.is_empty()) {
            Some(title) => pattern.titled(checked_title(&title)?),
            None => pattern.text.to_owned(),
        },
    };
    if stdout {
        world::print(&text);
        return Ok(Exit::Done);
    }
    world::write_new(&path, text.as_bytes())?;
    world::print(&calm(&format!("{}\n", path.display())));
    world::hint(&calm(&next(&path, pattern)));
    Ok(Exit::Done)
}

/// Makes a folder with a theme to start from.
fn make_theme(folder: &Path) -> Outcome<Exit> {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = folder.display().to_string();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(bad(format!("`{}` is no name for a folder", shown.escape_debug()))
            .help("write `trustline new --theme NAME`, as `trustline new --theme brand`")
            .into());
    }
    if Theme::named(&shown).is_some() {
        return Err(bad(format!(
            "`{shown}` is a built-in theme, and `--theme {shown}` will always mean that"
        ))
        .help(format!("choose another name, as our-{shown}"))
        .into());
    }
    let files = [("theme.toml", theme::start(&name)), ("theme.schema.json", theme::SCHEMA.to_owned())];
    // Both or none: whatever is there is kept.
    let paths = files.map(|(file, text)| (folder.join(file), text));
    if let Some((there, _)) = paths.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(Diagnostic::bare(
            codes::UNWRITABLE,
            format!("{} is there already, and is kept", there.display()),
        )
        .help("choose another folder, or move the file away first")
        .into());
    }
    for (path, text) in &paths {
        world::write_new(path, text.as_bytes())?;
        world::print(&calm(&format!("{}\n", path.display())));
    }
    world::hint(&calm(&format!(
        "A theme that looks like the default one. Change what you like, then:\n  \
         trustline build MODEL.tm --theme {shown} -o out\n\
         For other words or another order in the report, put templates into {shown}/templates\n\
         (docs/templates.md): sections/register.html there takes the place of the built-in one.\n"
    )));
    Ok(Exit::Done)
}

/// What there is to do with a new model.
fn next(path: &Path, pattern: &Pattern) -> String {
    let file = path.display().to_string();
    let file = if file.contains(' ') { format!("'{file}'") } else { file };
    format!(
        "A model to start from ({}). Change it to what you build, then:\n  \
         trustline check {file}         what is open\n  \
         trustline build {file} -o out  the report and the diagram\n",
        pattern.about
    )
}

/// The patterns with their sizes, and how to use them.
fn list() -> String {
    let width = PATTERNS.iter().map(|p| p.name.len()).max().unwrap_or(0);
    let about = PATTERNS.iter().map(|p| p.about.chars().count()).max().unwrap_or(0);
    let mut out = format!("Patterns ({})\n", PATTERNS.len());
    for p in PATTERNS {
        let (model, _) = p.model();
        let _ = writeln!(
            out,
            "  {:<width$}  {:<about$}  {:>2} elements, {:>2} flows",
            p.name,
            p.about,
            model.elements.len(),
            model.flows.len()
        );
    }
    out.push_str("\n`trustline new --pattern rag my-system` writes one as my-system.tm; `-o -` prints it.\n");
    out
}

fn bad(message: String) -> Diagnostic {
    Diagnostic::bare(codes::BAD_CALL, message)
}

/// The name of a model, if a file can be called so on every system. `NAME.tm` is taken as `NAME`.
fn checked_name(name: &str) -> Outcome<&str> {
    let stem = name.strip_suffix(".tm").unwrap_or(name);
    let fine = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let shown = format!("`{}`", name.escape_debug());
    if stem.is_empty() || stem.trim() != stem || stem.starts_with(['-', '.']) || stem.ends_with('.') {
        return Err(bad(format!("{shown} is no name for a file"))
            .help("begin it with a letter or a digit, as my-system")
            .into());
    }
    if stem.contains(['/', '\\']) {
        return Err(bad(format!("{shown} is a path, and a name is wanted"))
            .help("`-o FOLDER/FILE.tm` says where to write it")
            .into());
    }
    if let Some(c) = stem.chars().find(|c| !fine(*c)) {
        return Err(bad(format!("{shown} is no name for a file: it has a `{}`", c.escape_debug()))
            .help("use letters, digits, `-` and `_`; `--title` takes any text")
            .into());
    }
    if stem.len() > 200 {
        return Err(bad("the name is longer than 200 bytes".to_owned()).into());
    }
    Ok(stem)
}

/// A title, if it is one line of visible text.
fn checked_title(title: &str) -> Outcome<&str> {
    let title = title.trim();
    if title.is_empty() || title.chars().any(char::is_control) {
        return Err(bad("a title is one line of text".to_owned()).into());
    }
    Ok(title)
}
