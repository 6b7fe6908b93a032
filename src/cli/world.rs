//! What the commands need of the world: the day, the terminal, files written whole or not at all.

use super::Outcome;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::{MAX_FILE, ReadError};
use crate::syntax::tree::Date;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// The day: what the call says, then `SOURCE_DATE_EPOCH`, then the clock (UTC).
///
/// # Errors
/// When the call or the variable says something that is no day.
pub fn today(said: Option<&str>) -> Outcome<Date> {
    if let Some(text) = said {
        return Date::parse(text).ok_or_else(|| {
            Diagnostic::bare(codes::BAD_CALL, format!("`--today {text}` is no day"))
                .help("write it year-month-day, as 2027-06-30")
                .into()
        });
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .trim()
            .parse::<i64>()
            .map_err(|_| Diagnostic::bare(codes::BAD_CALL, "SOURCE_DATE_EPOCH is not a number of seconds"))?,
        Err(_) => std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .ok()
            .and_then(|d| i64::try_from(d.as_secs()).ok())
            .unwrap_or(0),
    };
    Ok(Date::from_days(seconds.div_euclid(86_400)))
}

/// Whether standard error takes colour: a terminal that shows it, and `NO_COLOR` not set.
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && colour_wanted()
}

/// Whether results take colour wherever they go to a terminal. A terminal that calls itself `dumb` shows none.
pub fn colour_wanted() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty());
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|t| t != "dumb")
}

/// Whether results go to a terminal, and so to a person.
pub fn shown() -> bool {
    std::io::stdout().is_terminal()
}

/// What messages call standard input.
pub const STANDARD_INPUT: &str = "<standard input>";

/// Whether a model can be read, before anything else is looked at: that there is none is a slip in the call.
///
/// # Errors
/// When the file is not there, or can't be read.
#[cfg(any(feature = "preview", feature = "publish"))]
pub fn readable(path: &Path) -> Outcome<()> {
    use crate::source::{Disk, Files};
    let read = Disk.read(path);
    read.map(drop).map_err(|e| {
        Diagnostic::bare(codes::UNREADABLE, format!("`{}` can't be read: {e}", path.display())).into()
    })
}

/// Whether a path means standard input, or standard output where something is written.
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The text on standard input.
///
/// # Errors
/// When it can't be read, is larger than the largest file, or is not UTF-8.
pub fn standard_input() -> Outcome<String> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(MAX_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| Diagnostic::bare(codes::UNREADABLE, format!("can't read standard input: {e}")))?;
    // A part of it is never taken for the whole.
    if bytes.len() as u64 > MAX_FILE {
        let why = ReadError::TooLarge(MAX_FILE);
        return Err(Diagnostic::bare(codes::LIMIT, format!("can't read standard input: {why}")).into());
    }
    Ok(String::from_utf8(bytes)
        .map_err(|_| Diagnostic::bare(codes::UNREADABLE, "standard input is not text: it is not UTF-8"))?)
}

/// The largest font that is read, in bytes: collections for East Asia have up to 120 million.
const MAX_FONT: u64 = 256 * 1024 * 1024;

/// The bytes of a file that is no text, as a font.
///
/// # Errors
/// When it can't be read, or is larger than a font can be.
pub fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    let fail = |why: String| {
        Box::new(Diagnostic::bare(codes::UNREADABLE, format!("`{}` can't be read: {why}", path.display())))
    };
    let mut out = Vec::new();
    let file = std::fs::File::open(path).map_err(|e| fail(e.to_string()))?;
    file.take(MAX_FONT + 1).read_to_end(&mut out).map_err(|e| fail(e.to_string()))?;
    if out.len() as u64 > MAX_FONT {
        return Err(fail(ReadError::TooLarge(MAX_FONT).to_string()));
    }
    Ok(out)
}

/// The folder in which the program runs, with `/`; empty if it is not known.
pub fn here() -> String {
    std::env::current_dir().map(|p| p.to_string_lossy().replace('\\', "/")).unwrap_or_default()
}

/// Whether a result could not be printed.
static LOST: AtomicBool = AtomicBool::new(false);

/// Prints a result. A reader that went away is no error of ours; a full disk is one.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    if let Err(e) = out.write_all(text.as_bytes()).and_then(|()| out.flush())
        && e.kind() != std::io::ErrorKind::BrokenPipe
        && !LOST.swap(true, Ordering::Relaxed)
    {
        say(&format!("error: the result can't be printed: {e}\n"));
    }
}

/// Whether a result was lost, so that the command has failed.
pub fn lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

/// Prints a diagnostic or a progress line to standard error.
pub fn say(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints what a person may want to do next, where a person reads it: on a terminal.
pub fn hint(text: &str) {
    if std::io::stdout().is_terminal() && std::io::stderr().is_terminal() {
        say(text);
    }
}

/// Writes one file whole, and only where none is: what stands there is kept.
///
/// # Errors
/// When there is a file of this name or it can't be written; nothing is left behind then.
pub fn write_new(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let fail = |what: String| Box::new(Diagnostic::bare(codes::UNWRITABLE, what));
    let can_not = |e: &std::io::Error| fail(format!("can't write {}: {e}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|e| can_not(&e))?;
    }
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => {
                let kept = fail(format!("{} is there already, and is kept", path.display()));
                Box::new(kept.help("choose another name, or move the file away first"))
            }
            _ => can_not(&e),
        })?;
    file.write_all(bytes).and_then(|()| file.sync_data()).map_err(|e| {
        let _ = std::fs::remove_file(path);
        can_not(&e)
    })
}

/// A file to be written: its path and its bytes.
pub type Written = (PathBuf, Vec<u8>);

/// Puts texts in the place of files that a person keeps: links are followed, not replaced, and what
/// is read-only stays as it is. All are written, or none. A file that is not there is made.
///
/// # Errors
/// When a file is read-only, is a link that leads nowhere, or can't be written; nothing has changed then.
pub fn replace(files: Vec<Written>) -> Outcome<()> {
    let fail = |path: &Path, why: &str| {
        Diagnostic::bare(codes::UNWRITABLE, format!("can't write {}: {why}", path.display()))
    };
    let mut real = Vec::new();
    for (path, bytes) in files {
        // It could be done all the same, but whoever made the file so wants it to stay.
        if path.metadata().is_ok_and(|m| m.permissions().readonly()) {
            return Err(fail(&path, "it is read-only").into());
        }
        match path.canonicalize() {
            Ok(whole) => real.push((whole, bytes)),
            Err(_) if path.is_symlink() => return Err(fail(&path, "it is a link that leads nowhere").into()),
            Err(_) => real.push((path, bytes)),
        }
    }
    let Some(folder) = real.first().and_then(|(path, _)| path.parent()) else { return Ok(()) };
    write_all(folder, &real)
}

/// Writes files whole or not at all: all are written beside their places first, and only when
/// that worked are they moved there.
///
/// # Errors
/// When a folder or file can't be written; nothing is left behind then.
pub fn write_all(folder: &Path, files: &[Written]) -> Outcome<()> {
    let fail = |path: &Path, e: &std::io::Error| {
        Box::new(Diagnostic::bare(codes::UNWRITABLE, format!("can't write {}: {e}", path.display())))
    };
    std::fs::create_dir_all(folder).map_err(|e| fail(folder, &e))?;
    let mut written: Vec<(PathBuf, PathBuf)> = Vec::new();
    let result = files.iter().try_for_each(|(path, bytes)| {
        if path.is_dir() {
            let message = format!("can't write {}: there is a folder of this name", path.display());
            return Err(Box::new(Diagnostic::bare(codes::UNWRITABLE, message)));
        }
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let write = || -> std::io::Result<()> {
            let mut file = std::fs::File::create(&beside)?;
            // What takes a file's place may be read and written by those who might before.
            if let Ok(old) = std::fs::metadata(path) {
                file.set_permissions(old.permissions())?;
            }
            file.write_all(bytes)?;
            file.sync_data()
        };
        let done = write().map_err(|e| fail(path, &e));
        written.push((beside, path.clone()));
        done
    });
    let result = result.and_then(|()| {
        written
            .iter()
            .try_for_each(|(beside, path)| std::fs::rename(beside, path).map_err(|e| fail(path, &e)))
    });
    if result.is_err() {
        for (beside, _) in &written {
            let _ = std::fs::remove_file(beside);
        }
    }
    result
}
