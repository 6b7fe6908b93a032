//! `trustline fmt`: files in the one style.

use super::compile::report;
use super::{Exit, world};
use crate::diagnostic::terminal::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::{Disk, FileId, Files as _, Sources};
use crate::syntax::format::format;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// Files; a folder stands for all .tm files in it, `-` for standard input, which is written
    /// to standard output. Folders that are hidden or called `target` or `node_modules` are passed over.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Writes nothing, lists the files that are not in the style, and fails if there are any. On a
    /// terminal it shows what would change.
    #[arg(long)]
    check: bool,
    /// Writes nothing and shows what would change, as a unified diff; fails as `--check` does.
    #[arg(long)]
    diff: bool,
}

pub fn run(arguments: &Arguments) -> Exit {
    let mut run = Run {
        only_look: arguments.check || arguments.diff,
        diff: arguments.diff || world::shown(),
        sources: Sources::new(),
        diagnostics: Vec::new(),
        seen: BTreeSet::new(),
        changed: 0,
    };
    for path in &arguments.files {
        if world::is_standard_input(path) {
            run.standard_input();
        } else if path.is_dir() {
            run.folder(path);
        } else {
            run.file(path);
        }
    }
    run.end()
}

struct Run {
    /// Whether nothing is written.
    only_look: bool,
    /// Whether changes are shown where nothing is written.
    diff: bool,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    /// The files that were read, so that each is read once.
    seen: BTreeSet<PathBuf>,
    changed: usize,
}

impl Run {
    fn end(self) -> Exit {
        report(&self.sources, &self.diagnostics);
        if self.only_look && self.changed > 0 {
            let files =
                if self.changed == 1 { "1 file is".into() } else { format!("{} files are", self.changed) };
            world::say(&format!("{files} not in the style; `trustline fmt` writes it\n"));
        }
        let gate = if self.only_look && self.changed > 0 { Exit::Gate } else { Exit::Done };
        let error = self.diagnostics.iter().any(Diagnostic::is_error);
        gate.and(if error { Exit::Error } else { Exit::Done })
    }

    fn standard_input(&mut self) {
        match world::standard_input() {
            Err(d) => self.diagnostics.push(*d),
            Ok(text) => {
                let new = self.format(world::STANDARD_INPUT, &text);
                if self.only_look {
                    self.look(world::STANDARD_INPUT, &text, &new);
                } else {
                    world::print(&new);
                }
            }
        }
    }

    /// All `.tm` files of a folder and of those in it, in the order of their names.
    fn folder(&mut self, folder: &Path) {
        let mut found = Vec::new();
        self.walk(folder, &mut found);
        if found.is_empty() {
            world::say(&calm(&format!("no .tm file is in {}\n", folder.display())));
        }
        for path in found {
            self.file(&path);
        }
    }

    /// Links are not followed: what they lead to may be anywhere, or above.
    fn walk(&mut self, folder: &Path, found: &mut Vec<PathBuf>) {
        let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(e) => return self.unreadable(folder, &e),
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let Ok(kind) = entry.file_type() else { continue };
            if name.starts_with('.') || kind.is_dir() && matches!(&*name, "target" | "node_modules") {
                continue;
            }
            if kind.is_dir() {
                self.walk(&entry.path(), found);
            } else if kind.is_file() && entry.path().extension().is_some_and(|e| e == "tm") {
                found.push(entry.path());
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let read = Disk.canonical(path).and_then(|real| Ok((Disk.read(path)?, real)));
        let (text, real) = match read {
            Ok(read) => read,
            Err(e) => return self.unreadable(path, &e),
        };
        if !self.seen.insert(real) {
            return;
        }
        let name = path.display().to_string();
        let new = self.format(&name, &text);
        if self.only_look {
            self.look(&name, &text, &new);
        } else if new != text {
            match world::replace(vec![(path.to_owned(), new.into_bytes())]) {
                Ok(()) => world::say(&calm(&format!("formatted {name}\n"))),
                Err(d) => self.diagnostics.push(*d),
            }
        }
    }

    fn unreadable(&mut self, path: &Path, why: &dyn std::fmt::Display) {
        let message = format!("can't read {}: {why}", path.display());
        self.diagnostics.push(Diagnostic::bare(codes::UNREADABLE, message));
    }

    /// A text in the style. What is wrong with its form is kept to be said.
    fn format(&mut self, name: &str, text: &str) -> String {
        let id = FileId(u32::try_from(self.sources.iter().count()).unwrap_or(u32::MAX - 1));
        let formatted = format(id, text);
        if !formatted.diagnostics.is_empty() {
            self.sources.add(name, text);
            self.diagnostics.extend(formatted.diagnostics);
        }
        formatted.text
    }

    /// Says of a text that is not in the style that it is not.
    fn look(&mut self, name: &str, old: &str, new: &str) {
        if old == new {
            return;
        }
        self.changed += 1;
        if self.diff {
            world::print(&difference(name, old, new, world::shown()));
        } else {
            world::print(&format!("{name}\n"));
        }
    }
}

/// What changes, as a unified diff; for a terminal in colour and without what could drive it.
fn difference(name: &str, old: &str, new: &str, terminal: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(3).header(name, name);
    if !terminal {
        return unified.to_string();
    }
    let paint = |colour: &str, text: &str| {
        let text = calm(&text.replace('\t', "    "));
        if world::colour_wanted() { format!("\x1b[{colour}m{text}\x1b[0m\n") } else { format!("{text}\n") }
    };
    let mut out = paint("1", &format!("--- {name}"));
    out.push_str(&paint("1", &format!("+++ {name}")));
    for hunk in unified.iter_hunks() {
        out.push_str(&paint("36", &hunk.header().to_string()));
        for change in hunk.iter_changes() {
            let (sign, colour) = match change.tag() {
                ChangeTag::Delete => ("-", "31"),
                ChangeTag::Insert => ("+", "32"),
                ChangeTag::Equal => (" ", "0"),
            };
            out.push_str(&paint(colour, &format!("{sign}{}", change.value().trim_end_matches('\n'))));
        }
    }
    out
}
