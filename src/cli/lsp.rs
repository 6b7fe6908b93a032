//! `trustline lsp`: the language server, on standard input and output.

use super::{Exit, world};
use crate::lsp::{World, serve};
use crate::syntax::tree::Date;
use lsp_server::Connection;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline lsp                                  started by an editor, not by hand";

#[derive(clap::Args)]
pub struct Arguments {
    /// Standard input and output are always used; editors that say so may.
    #[arg(long, hide = true)]
    stdio: bool,
}

/// How deep folders are looked through for models.
const DEPTH: usize = 12;
/// How many files are listed at most.
const MOST: usize = 2_000;

pub fn run(arguments: &Arguments) -> Exit {
    let _ = arguments.stdio;
    let (connection, threads) = Connection::stdio();
    #[cfg(feature = "preview")]
    let page = Some(page::begin as fn(&str, _) -> _);
    #[cfg(not(feature = "preview"))]
    let page = None;
    let ended = serve(&connection, World { models, today, page });
    // The thread that writes ends when nobody can send any more.
    drop(connection);
    match ended {
        Ok(true) => {
            let _ = threads.join();
            Exit::Done
        }
        // The editor is gone without a word: nobody reads what is still to be written.
        Ok(false) => Exit::Error,
        Err(why) => {
            world::say(&format!("error: {why}\n"));
            Exit::Error
        }
    }
}

/// The models of a folder and of those in it; folders that begin with a dot, and those of packages and
/// builds, are passed over, and links are not followed.
fn models(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut next = vec![(folder.to_path_buf(), 0)];
    while let Some((folder, depth)) = next.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                if depth < DEPTH
                    && !name.starts_with('.')
                    && !matches!(name.as_str(), "target" | "node_modules")
                {
                    next.push((path, depth + 1));
                }
            } else if path.extension().is_some_and(|e| e == "tm") {
                out.push(path);
                if out.len() >= MOST {
                    return out;
                }
            }
        }
    }
    out
}

fn today() -> Date {
    world::today(None).unwrap_or_else(|_| Date::from_days(0))
}

/// Live pages beside the text.
#[cfg(feature = "preview")]
mod page {
    use crate::ide::Snapshot;
    use crate::lsp::{Go, Page};
    use crate::preview::{Live, Settings, Went};

    pub fn begin(theme: &str, go: Go) -> Result<Box<dyn Page>, String> {
        let settings = Settings { theme: theme.to_owned(), editor: true, ..Settings::default() };
        let live = Live::start(&settings, move |spot| {
            let at = spot.location.clone();
            if go(spot) { Went::Done } else { Went::Place(format!("{}:{}:{}", at.file, at.line, at.column)) }
        });
        Ok(Box::new(live.map_err(|e| format!("the page can't be served: {e}"))?))
    }

    impl Page for Live {
        fn address(&self) -> &str {
            Live::address(self)
        }

        fn show(&self, state: &Snapshot) {
            Live::show(self, state.clone());
        }

        fn point(&self, id: &str) {
            Live::point(self, id);
        }
    }
}
