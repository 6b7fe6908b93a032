//! A model's file and all that it imports, read and parsed.
//!
//! What the files mean is the business of `resolve`. Imports stay within the root folder: a
//! path that leads out is refused before anything is asked of the system, and a link that leads
//! out is refused by its target.

mod icons;

pub use icons::{IconFile, MAX_ICONS};

use crate::diagnostic::{Diagnostic, Label, codes};
use crate::maps::Set;
use crate::source::{FileId, Files, ReadError, Sources, Span};
use crate::syntax::again::Before;
use crate::syntax::tree::{Shape, Text, Tree, Word};
use crate::syntax::{self, Parsed, Seams};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The most imports of one model, those of its imports included.
pub const MAX_IMPORTS: usize = 200;

/// How many files of a chain of imports are shown; of a longer one its two ends are.
const MAX_CHAIN: usize = 8;

/// Where a model begins.
#[derive(Clone, Debug)]
pub enum Entry<'a> {
    /// In a file.
    File(&'a Path),
    /// In a file that messages call by another name than its path.
    Named {
        /// Where it lies.
        path: &'a Path,
        /// The name that messages show.
        name: &'a str,
    },
    /// In a text without a file, as of standard input: the name to show, the text, and the folder
    /// from which its imports are found.
    Text {
        /// The name that messages show.
        name: &'a str,
        /// The text.
        text: String,
        /// The folder from which imports are found.
        folder: &'a Path,
    },
}

/// One import of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The place of the imported file in [`Read::files`]; none if it could not be read.
    pub file: Option<usize>,
    /// The name behind which it stands.
    pub alias: Option<Word>,
    /// Where it stands.
    pub span: Span,
}

/// One file of a model.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// Its one spelling; none for a text without a file.
    pub path: Option<PathBuf>,
    /// Its statements.
    pub tree: Arc<Tree>,
    /// Its imports, in order.
    pub imports: Vec<Import>,
    /// Whether a statement is an import that can't be understood, so that names may be missing.
    pub broken_import: bool,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// All texts.
    pub sources: Sources,
    /// All files, by [`crate::source::FileId`]; the model's own comes first.
    pub files: Vec<ReadFile>,
    /// Files that are to be icons, by where they are named.
    pub icons: BTreeMap<Span, IconFile>,
    /// What is wrong with files, imports and forms.
    pub diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// The files whose names a file sees without an alias: itself, those that it imports without one,
    /// those that these import so, and so on, the nearest first.
    pub fn visible(&self, file: usize) -> Vec<usize> {
        let mut visible = vec![file];
        let mut seen = Set::from_iter([file]);
        let mut next = 0;
        while let Some(&at) = visible.get(next) {
            next += 1;
            let imports = self.files.get(at).into_iter().flat_map(|f| &f.imports);
            let plain = imports.filter(|i| i.alias.is_none()).filter_map(|i| i.file);
            visible.extend(plain.filter(|to| seen.insert(*to)));
        }
        visible
    }

    /// The file that is imported behind an alias; none if there is no such import, or its file could not
    /// be read.
    pub fn behind(&self, file: usize, alias: &str) -> Option<usize> {
        let imports = self.files.get(file)?.imports.iter().rev();
        imports.filter(|i| i.alias.as_ref().is_some_and(|a| a.text == alias)).find_map(|i| i.file)
    }
}

/// Reads a model's file and its imports. `root` bounds the imports; without it the folder of
/// the model does.
///
/// A file is read once, however many import it and behind whichever names. Whatever is wrong with
/// an import is said with the chain of imports that leads to it.
pub fn read(files: &dyn Files, entry: Entry<'_>, root: Option<&Path>) -> Read {
    read_again(files, entry, root, &mut Trees::default())
}

/// The same for those who read a model again and again: a file whose text is as it was is not parsed
/// anew, and of one that changed, only what changed. `trees` are those of the time before, and become those of this time.
pub fn read_again(files: &dyn Files, entry: Entry<'_>, root: Option<&Path>, trees: &mut Trees) -> Read {
    let mut reader = Reader {
        files,
        before: std::mem::take(&mut trees.0),
        trees: BTreeMap::new(),
        root: Bound { folder: PathBuf::new() },
        out: Read::default(),
        known: BTreeMap::new(),
        folders: Vec::new(),
        stack: Vec::new(),
        limited: false,
    };
    let bound = |folder: &Path| match files.canonical(folder) {
        Ok(path) => path,
        Err(_) => plain(Path::new(""), folder).unwrap_or_else(|| folder.to_path_buf()),
    };
    if let Some(root) = root
        && let Err(e) = files.canonical(root)
    {
        let reason =
            if e == ReadError::Missing { "there is no such folder".to_owned() } else { e.to_string() };
        let message = format!("the root folder `{}` can't be used: {reason}", shown(root));
        reader.out.diagnostics.push(Diagnostic::bare(codes::UNREADABLE, message));
        return reader.out;
    }
    match entry {
        Entry::Text { name, text, folder } => {
            let folder = bound(folder);
            reader.root.folder = root.map_or_else(|| folder.clone(), bound);
            reader.add(name.to_owned(), text, None, folder);
        }
        Entry::File(path) => reader.entry(path, shown(path), root.map(bound)),
        Entry::Named { path, name } => reader.entry(path, name.to_owned(), root.map(bound)),
    }
    reader.icons();
    trees.0 = reader.trees;
    reader.out
}

/// The trees of a model's files as they were read last, by their places.
#[derive(Clone, Debug, Default)]
pub struct Trees(BTreeMap<FileId, Kept>);

/// A text with its tree and what is wrong with its form. All places in them are of one file.
#[derive(Clone, Debug)]
struct Kept {
    text: String,
    tree: Arc<Tree>,
    diagnostics: Vec<Diagnostic>,
    seams: Seams,
}

impl Kept {
    /// Reads a text, with the help of what was in its place before.
    fn new(id: FileId, text: &str, before: Option<&Kept>) -> Kept {
        let parsed = match before {
            Some(Kept { text: was, tree, seams, .. }) => {
                syntax::parse_again(id, text, Before { text: was, tree, seams })
            }
            None => syntax::parse(id, text),
        };
        let Parsed { tree, diagnostics, seams } = parsed;
        Kept { text: text.to_owned(), tree: Arc::new(tree), diagnostics, seams }
    }
}

/// The folder that imports may not leave.
struct Bound {
    folder: PathBuf,
}

struct Reader<'a> {
    files: &'a dyn Files,
    /// The trees of the time before, and of this time.
    before: BTreeMap<FileId, Kept>,
    trees: BTreeMap<FileId, Kept>,
    root: Bound,
    out: Read,
    /// Files that were read, by their one spelling.
    known: BTreeMap<PathBuf, usize>,
    /// The folder of each file, from which its imports are found.
    folders: Vec<PathBuf>,
    /// The files whose imports are being read; each is imported by the one before it.
    stack: Vec<Open>,
    /// Whether the limit was said.
    limited: bool,
}

/// A file whose imports are being read.
struct Open {
    file: usize,
    /// The imports that are still to be read.
    wanted: std::vec::IntoIter<Wanted>,
    /// The import that led on.
    leads: Option<Span>,
    /// The files that it imports, each with the first place.
    seen: BTreeMap<usize, Span>,
}

/// An import as it is written.
struct Wanted {
    path: Text,
    alias: Option<Word>,
    span: Span,
}

/// What an import names.
enum Found {
    Known(usize),
    New { name: String, text: String, full: PathBuf },
}

impl Reader<'_> {
    /// Adds a file and all that it imports, and so on. The depth of imports takes no stack: files
    /// whose imports are still to be read wait in a list.
    fn add(&mut self, name: String, text: String, path: Option<PathBuf>, folder: PathBuf) {
        self.open(name, text, path, folder);
        while let Some(top) = self.stack.last_mut() {
            let Some(import) = top.wanted.next() else {
                self.stack.pop();
                continue;
            };
            let importer = top.file;
            top.leads = Some(import.path.span);
            let file = match self.import(importer, &import.path) {
                Some(Found::Known(file)) => {
                    self.twice(file, &import.path);
                    Some(file)
                }
                Some(Found::New { name, text, full }) => {
                    let folder = full.parent().map(Path::to_path_buf).unwrap_or_default();
                    if let Some(open) = self.stack.last_mut() {
                        open.seen.insert(self.out.files.len(), import.path.span);
                    }
                    Some(self.open(name, text, Some(full), folder))
                }
                None => None,
            };
            if let Some(this) = self.out.files.get_mut(importer) {
                this.imports.push(Import { file, alias: import.alias, span: import.span });
            }
        }
    }

    /// Adds the model's own file and all that it imports.
    fn entry(&mut self, path: &Path, name: String, root: Option<PathBuf>) {
        let read = self.files.canonical(path).and_then(|full| Ok((self.files.read(&full)?, full)));
        match read {
            Ok((text, full)) => {
                let folder = full.parent().map(Path::to_path_buf).unwrap_or_default();
                self.root.folder = root.unwrap_or_else(|| folder.clone());
                self.add(name, text, Some(full), folder);
            }
            Err(e) => {
                let message = format!("`{name}` can't be read: {e}");
                self.out.diagnostics.push(Diagnostic::bare(codes::UNREADABLE, message));
            }
        }
    }

    /// Adds one file; its imports are the next to be read.
    fn open(&mut self, name: String, text: String, path: Option<PathBuf>, folder: PathBuf) -> usize {
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let id = self.out.sources.add(name, text);
        let text = self.out.sources.get(id).map_or("", |f| f.text.as_str());
        let kept = match self.before.remove(&id) {
            Some(kept) if kept.text == text => kept,
            before => Kept::new(id, text, before.as_ref()),
        };
        self.out.diagnostics.extend(kept.diagnostics.iter().cloned());
        let tree = Arc::clone(&kept.tree);
        self.trees.insert(id, kept);
        let file = self.out.files.len();
        if let Some(path) = &path {
            self.known.insert(path.clone(), file);
        }
        let (wanted, broken_import) = imports(&tree);
        self.out.files.push(ReadFile { path, tree, imports: Vec::new(), broken_import });
        self.folders.push(folder);
        let (wanted, leads) = (wanted.into_iter(), None);
        self.stack.push(Open { file, wanted, leads, seen: BTreeMap::new() });
        file
    }

    /// Says that the file at hand imports one twice, if it does.
    fn twice(&mut self, file: usize, wanted: &Text) {
        let first = self.stack.last_mut().and_then(|open| open.seen.insert(file, wanted.span));
        if let Some(first) = first {
            let message = format!("`{}` is imported twice", wanted.text);
            let d = Diagnostic::new(codes::IMPORT_TWICE, wanted.span, message)
                .label(first, "the first time")
                .help("Remove one of the two.");
            self.say(d);
        }
    }

    /// What an import names: a file that was read before, or the text of a new one.
    fn import(&mut self, importer: usize, wanted: &Text) -> Option<Found> {
        let folder = self.folders.get(importer).cloned().unwrap_or_default();
        let Some(path) = plain(&folder, Path::new(&wanted.text)).filter(|p| self.inside(p)) else {
            self.outside(wanted);
            return None;
        };
        let full = match self.files.canonical(&path) {
            Ok(full) => full,
            Err(e) => {
                self.unreadable(wanted, &e);
                return None;
            }
        };
        if !self.inside(&full) {
            self.outside(wanted);
            return None;
        }
        if let Some(&index) = self.known.get(&full) {
            if self.stack.iter().any(|open| open.file == index) {
                self.cycle(index, wanted);
            }
            return Some(Found::Known(index));
        }
        if self.out.files.len() > MAX_IMPORTS {
            if !std::mem::replace(&mut self.limited, true) {
                let d = Diagnostic::new(
                    codes::LIMIT,
                    wanted.span,
                    format!("a model has at most {MAX_IMPORTS} imports"),
                )
                .help("Put what belongs together into one file.");
                self.say(d);
            }
            return None;
        }
        match self.files.read(&full) {
            Ok(text) => Some(Found::New { name: self.name(importer, &wanted.text), text, full }),
            Err(e) => {
                self.unreadable(wanted, &e);
                None
            }
        }
    }

    fn inside(&self, path: &Path) -> bool {
        path.starts_with(&self.root.folder)
    }

    /// The name under which an imported file is shown: as seen from where the model's is.
    fn name(&self, importer: usize, wanted: &str) -> String {
        let folder = match self.file_name(importer).rsplit_once('/') {
            Some((folder, _)) => PathBuf::from(if folder.is_empty() { "/" } else { folder }),
            None => PathBuf::new(),
        };
        // A `..` that leads above the shown folder stays as it is.
        shown(&plain(&folder, Path::new(wanted)).unwrap_or_else(|| folder.join(wanted)))
    }

    fn outside(&mut self, wanted: &Text) {
        let d = Diagnostic::new(
            codes::IMPORT_OUTSIDE,
            wanted.span,
            format!("`{}` leads out of the root folder", wanted.text),
        )
        .help("Imports stay in the folder of the model, or in that given by `--root`.");
        self.say(d);
    }

    fn unreadable(&mut self, wanted: &Text, e: &ReadError) {
        let d =
            Diagnostic::new(codes::UNREADABLE, wanted.span, format!("`{}` can't be read: {e}", wanted.text));
        let d = match e {
            ReadError::Missing => d.help("Imports are found from the folder of the file that they stand in."),
            _ => d,
        };
        self.say(d);
    }

    /// Says what is wrong with an import of the file at hand, with the imports that led to it, the
    /// nearest first.
    fn say(&mut self, d: Diagnostic) {
        let above = self.stack.len().saturating_sub(1);
        self.say_from(d, above);
    }

    /// The same, with the imports of the first files of the stack only.
    fn say_from(&mut self, mut d: Diagnostic, above: usize) {
        let (near, far) = if above <= MAX_CHAIN { (above, 0) } else { (MAX_CHAIN / 2, MAX_CHAIN / 2) };
        for depth in (0..above).rev().filter(|depth| above - depth <= near || *depth < far) {
            let importer = self.stack.get(depth).and_then(|open| open.leads);
            let imported = self.stack.get(depth + 1).map(|open| self.file_name(open.file));
            if let (Some(span), Some(name)) = (importer, imported) {
                d.labels.push(Label { span, text: format!("`{name}` is imported here") });
            }
        }
        if far > 0 {
            d = d.help(format!("The chain of imports has {above} files; its two ends are shown."));
        }
        self.out.diagnostics.push(d);
    }

    fn file_name(&self, file: usize) -> &str {
        self.out.sources.iter().nth(file).map_or("", |(_, f)| f.name.as_str())
    }

    fn cycle(&mut self, index: usize, wanted: &Text) {
        let ring: Vec<(usize, Option<Span>)> = self
            .stack
            .iter()
            .skip_while(|open| open.file != index)
            .map(|open| (open.file, open.leads))
            .collect();
        let name = |i: usize| self.file_name(i);
        let mut d = if ring.len() < 2 {
            Diagnostic::new(codes::IMPORT_CYCLE, wanted.span, format!("`{}` imports itself", name(index)))
        } else {
            let mut chain: Vec<String> =
                ring.iter().take(MAX_CHAIN).map(|&(i, _)| format!("`{}`", name(i))).collect();
            if ring.len() > MAX_CHAIN {
                chain.push("…".into());
            }
            chain.push(format!("`{}`", name(index)));
            Diagnostic::new(
                codes::IMPORT_CYCLE,
                wanted.span,
                format!("files import one another: {}", chain.join(", ")),
            )
        };
        let ring_length = ring.len();
        let before = ring.len().saturating_sub(1).min(MAX_CHAIN);
        for (_, span) in ring.into_iter().take(before) {
            if let Some(span) = span {
                d = d.label(span, "leads on");
            }
        }
        // How the ring is reached, if the model's own file is not in it.
        let above = self.stack.len() - ring_length;
        self.say_from(d.help("Move what both need into a third file."), above);
    }
}

/// The imports of a tree, and whether one can't be understood.
fn imports(tree: &Tree) -> (Vec<Wanted>, bool) {
    let mut out = Vec::new();
    let mut broken = false;
    for statement in &tree.statements {
        match &statement.shape {
            Shape::Titled(t) if t.word.text == "import" && !statement.faulty => {
                out.push(Wanted { path: t.text.clone(), alias: t.name.clone(), span: statement.span });
            }
            Shape::Titled(t) if t.word.text == "import" => broken = true,
            Shape::Declaration(d) if d.word.name.text == "import" => broken = true,
            Shape::Broken(b) if b.word.as_ref().is_some_and(|w| w.text == "import") => broken = true,
            _ => {}
        }
    }
    (out, broken)
}

/// `path`, seen from `folder`, without `.` and `..`; none if it leads above the root of all.
fn plain(folder: &Path, path: &Path) -> Option<PathBuf> {
    let mut out = if path.is_absolute() { PathBuf::new() } else { folder.to_path_buf() };
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            other => out.push(other),
        }
    }
    Some(out)
}

/// A path as messages show it.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
