//! Which targets a call means: of the settings, or made of its own options.

use super::Arguments;
use crate::cli::Outcome;
use crate::cli::compile::report as say_all;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::publish::mark;
use crate::publish::settings::{self, ATTACHABLE, Named};
use crate::publish::targets;
use crate::source::{Disk, Files, ReadError, Sources};
use std::path::{Path, PathBuf};

/// The targets of a model; none if the settings can't be used, which has been said.
///
/// # Errors
/// When the call names none that there is.
pub(super) fn targets(model: &Path, arguments: &Arguments) -> Outcome<Option<Vec<Named>>> {
    let Some(known) = read(model, arguments)? else { return Ok(None) };
    let mut chosen = choose(&known, arguments)?;
    for named in &mut chosen {
        let set = |own: &mut String, said: &Option<String>| {
            if let Some(said) = said {
                own.clone_from(said);
            }
        };
        set(&mut named.url, &arguments.url);
        set(&mut named.space, &arguments.space);
        set(&mut named.parent, &arguments.parent);
        set(&mut named.title, &arguments.title);
        if let Some(attach) = &arguments.attach {
            named.attach.clone_from(attach);
        }
        if let Some(label) = &arguments.label {
            named.labels.clone_from(label);
        }
        if let Some(word) = named.attach.iter().find(|word| !ATTACHABLE.contains(&word.as_str())) {
            let message = format!("`--attach {word}`: there is no such form");
            let help = format!("Known are {}.", ATTACHABLE.join(", "));
            return Err(Diagnostic::bare(codes::BAD_CALL, message).help(help).into());
        }
    }
    Ok(Some(chosen))
}

/// The file of the settings, which need not be there.
fn file(model: &Path, arguments: &Arguments) -> PathBuf {
    arguments.settings.clone().unwrap_or_else(|| model.with_file_name(settings::FILE))
}

/// Which model it is: its path as seen from the folder of the settings.
pub(super) fn whose(model: &Path, arguments: &Arguments) -> String {
    let here = |path: &Path| if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    let whole = |path: &Path| std::fs::canonicalize(here(path)).unwrap_or_else(|_| path.to_owned());
    let (model, settings) = (whole(model), file(model, arguments));
    let folder = settings.parent().map(whole).unwrap_or_default();
    let (mut own, mut from) = (model.components().peekable(), folder.components().peekable());
    while own.peek().is_some() && own.peek() == from.peek() {
        own.next();
        from.next();
    }
    let up = from.map(|_| "..".to_owned());
    let down = own.map(|part| part.as_os_str().to_string_lossy().into_owned());
    mark::whose(&up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The targets of the settings, if there are any.
fn read(model: &Path, arguments: &Arguments) -> Outcome<Option<Vec<Named>>> {
    let path = file(model, arguments);
    let name = path.to_string_lossy().replace('\\', "/");
    let text = match Disk.read(&path) {
        Ok(text) => text,
        Err(ReadError::Missing) if arguments.settings.is_none() => return Ok(Some(Vec::new())),
        Err(e) => {
            return Err(Diagnostic::bare(codes::BAD_SETTINGS, format!("`{name}` can't be read: {e}")).into());
        }
    };
    let mut sources = Sources::new();
    let file = sources.add(name.clone(), String::new());
    let mut read = settings::read(&text, file);
    // A path starts at the file that names it; web addresses and those of git's have a colon.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        for named in read.targets.iter_mut().filter(|n| !n.url.is_empty() && !n.url.contains(':')) {
            named.url = folder.join(&named.url).to_string_lossy().into_owned();
        }
    }
    // Only what may be seen becomes the text that diagnostics quote.
    let mut sources = Sources::new();
    sources.add(name, read.shown);
    say_all(&sources, &read.diagnostics);
    let failed = read.diagnostics.iter().any(Diagnostic::is_error);
    Ok((!failed).then_some(read.targets))
}

/// Those that the call means.
fn choose(known: &[Named], arguments: &Arguments) -> Outcome<Vec<Named>> {
    let names = || known.iter().map(|n| format!("`{}`", n.name)).collect::<Vec<_>>().join(", ");
    let kinds = || targets::ALL.iter().map(|t| t.kind).collect::<Vec<_>>();
    let fail =
        |message: String, help: String| Err(Diagnostic::bare(codes::BAD_CALL, message).help(help).into());
    if arguments.to.is_empty() {
        return match known {
            [] => fail(
                "nothing says where to publish".to_owned(),
                format!(
                    "Write a target into {} beside the model, or name its kind and address: `--to {} --url …`.",
                    settings::FILE,
                    kinds().first().unwrap_or(&"mediawiki")
                ),
            ),
            [one] => Ok(vec![one.clone()]),
            _ => fail(
                "the settings have several targets".to_owned(),
                format!("Name those that you mean with `--to`: {}.", names()),
            ),
        };
    }
    let mut out: Vec<Named> = Vec::new();
    for word in &arguments.to {
        let by_name: Vec<&Named> = known.iter().filter(|n| n.name == *word).collect();
        let found = if by_name.is_empty() {
            known.iter().filter(|n| n.target.kind == *word).collect()
        } else {
            by_name
        };
        match (found.as_slice(), targets::find(word)) {
            ([], Some(target)) if arguments.url.is_some() => out.push(Named::bare(word, target)),
            ([], Some(_)) => {
                return fail(
                    format!("the settings have no target of the kind `{word}`"),
                    "Name its address with `--url`.".to_owned(),
                );
            }
            ([], None) => {
                let all: Vec<&str> = known.iter().map(|n| n.name.as_str()).chain(kinds()).collect();
                let help = match nearest(word, all.iter().copied()) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => format!("Known are {}.", all.join(", ")),
                };
                return fail(format!("there is no target and no kind `{}`", word.escape_debug()), help);
            }
            (found, _) => out.extend(found.iter().map(|n| (*n).clone())),
        }
    }
    Ok(out)
}
