//! The models of a workspace: which files are models of their own, and the newest state of each.
//!
//! A file that no other known file imports is a model of its own. One that is imported is part of the models
//! that import it, and is shown as they see it.

use super::World;
use super::carried::carried;
use super::documents::Documents;
use super::work::{self, Done, Job};
use crate::ide::Snapshot;
use crate::model::{Entry, Trees, read_again, resolve};
use crate::project::Draft;
use crate::source::{Disk, FileId, Files, Overlay, plain};
use crate::syntax::tree::{Shape, Tree};
use crate::syntax::{self};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// The most models that are kept up to date for one file that many import.
const MAX_IMPORTERS: usize = 8;
/// The most files of a workspace that are looked at for imports before they are opened.
const MAX_KNOWN: usize = 2_000;

/// The most models that are read for the sake of their names alone.
const MAX_CLOSED: usize = 100;

/// How many renames are remembered.
const MAX_RENAMED: usize = 64;

/// One model.
#[derive(Default)]
struct State {
    trees: Trees,
    snapshot: Option<Snapshot>,
    /// The last state with its analysis.
    before: Option<Snapshot>,
    /// Which state it is; the analysis of another is of no use.
    stamp: u64,
    /// Whether a file of it has changed since.
    stale: bool,
    /// Whether its analysis is under way.
    pending: bool,
}

/// What a file imports, kept while the lines that speak of imports are the same.
#[derive(Default)]
struct Imports {
    lines: String,
    files: Vec<PathBuf>,
}

/// All models.
pub struct Models {
    world: World,
    files: Overlay<Disk>,
    roots: Vec<PathBuf>,
    /// The folder that imports may not leave, if the editor says one.
    pub bound: Option<PathBuf>,
    known: BTreeMap<PathBuf, Imports>,
    models: BTreeMap<PathBuf, State>,
    /// Models that are kept up to date whether a text of theirs is open or not.
    kept: BTreeSet<PathBuf>,
    /// Models of which no text is open, once somebody has asked for names of the whole workspace.
    closed: RefCell<Option<Vec<(PathBuf, Snapshot)>>>,
    /// Whether the known files have to be looked at again.
    unsure: bool,
    stamps: u64,
    /// What was renamed of late, to what from what, without that the old name was kept.
    renamed: RefCell<VecDeque<(String, String)>>,
    jobs: Sender<Job>,
    /// Where states go that are of no use any more.
    bin: Sender<Snapshot>,
}

impl Models {
    pub fn new(world: World, roots: Vec<PathBuf>, jobs: Sender<Job>) -> Models {
        Models {
            world,
            files: Overlay::new(Disk),
            roots,
            bound: None,
            known: BTreeMap::new(),
            models: BTreeMap::new(),
            kept: BTreeSet::new(),
            closed: RefCell::default(),
            unsure: true,
            stamps: 0,
            renamed: RefCell::default(),
            jobs,
            bin: work::bin(),
        }
    }

    /// Adds and takes away folders of the workspace.
    pub fn folders(&mut self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        self.roots.retain(|r| !removed.contains(r));
        self.roots.extend(added);
        self.known.clear();
        self.all_stale();
    }

    /// The one spelling of a path.
    pub fn spelling(&self, path: &Path) -> PathBuf {
        self.files.canonical(path).unwrap_or_else(|_| path.to_path_buf())
    }

    /// An opened text, or the new text of one.
    pub fn set(&mut self, path: &Path, text: &str, opened: bool) {
        self.files.set(path, text);
        if opened {
            self.all_stale();
            return;
        }
        for state in self.models.values_mut() {
            let part = state.snapshot.as_ref().is_none_or(|s| s.file(path).is_some());
            state.stale |= part;
        }
        if self.known.get(path).is_none_or(|i| i.lines != import_lines(text)) {
            self.all_stale();
        }
    }

    /// A closed text: what is on disk counts again.
    pub fn remove(&mut self, path: &Path) {
        self.files.remove(path);
        self.all_stale();
    }

    /// Files have changed on disk.
    pub fn changed_on_disk(&mut self) {
        self.known.clear();
        self.all_stale();
    }

    /// Keeps a model up to date even if no text of it is open, or no longer.
    pub fn keep(&mut self, entry: PathBuf, kept: bool) {
        if kept {
            self.kept.insert(entry);
        } else {
            self.kept.remove(&entry);
            self.unsure = true;
        }
    }

    fn all_stale(&mut self) {
        self.closed.take();
        self.unsure = true;
        for state in self.models.values_mut() {
            state.stale = true;
        }
    }

    /// Brings all models up to date that open texts belong to; gives those that are new.
    pub fn refresh(&mut self, documents: &Documents) -> Vec<PathBuf> {
        if std::mem::take(&mut self.unsure) {
            self.choose(documents);
        }
        let mut stale: Vec<PathBuf> =
            self.models.iter().filter(|(_, s)| s.stale).map(|(p, _)| p.clone()).collect();
        for entry in &stale {
            self.read(entry);
        }
        // What an importer names and may not read, as a file outside of its folder, is shown by itself.
        let lone: Vec<PathBuf> = documents.paths().filter(|p| self.of(p).next().is_none()).cloned().collect();
        for entry in lone {
            self.models.entry(entry.clone()).or_default();
            self.read(&entry);
            stale.push(entry);
        }
        stale
    }

    /// Which files are models of their own.
    fn choose(&mut self, documents: &Documents) {
        self.know(documents);
        let mut importers: BTreeMap<&Path, Vec<&Path>> = BTreeMap::new();
        for (file, imports) in &self.known {
            for to in imports.files.iter().filter(|to| *to != file) {
                importers.entry(to).or_default().push(file);
            }
        }
        let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
        for open in documents.paths().chain(&self.kept) {
            let mut tops: Vec<&Path> = Vec::new();
            let mut seen: BTreeSet<&Path> = BTreeSet::new();
            let mut next: Vec<&Path> = vec![open];
            while let Some(file) = next.pop() {
                if !seen.insert(file) {
                    continue;
                }
                match importers.get(file) {
                    Some(list) => next.extend(list),
                    None => tops.push(file),
                }
            }
            // Files that import one another and are imported by nobody else.
            if tops.is_empty() {
                tops.push(open);
            }
            tops.sort_unstable();
            wanted.extend(tops.into_iter().take(MAX_IMPORTERS).map(Path::to_path_buf));
        }
        self.models.retain(|entry, _| wanted.contains(entry));
        for entry in wanted {
            self.models.entry(entry).or_insert_with(|| State { stale: true, ..State::default() });
        }
    }

    /// Looks at the imports of all files of the workspace, of open texts, and of what these import.
    fn know(&mut self, documents: &Documents) {
        let mut next: Vec<PathBuf> = documents.paths().chain(&self.kept).cloned().collect();
        if self.known.is_empty() {
            let found = self.roots.iter().flat_map(|r| (self.world.models)(r));
            next.extend(found.take(MAX_KNOWN).map(|p| self.spelling(&p)));
        } else {
            next.extend(self.known.keys().cloned());
        }
        let mut before = std::mem::take(&mut self.known);
        while let Some(path) = next.pop() {
            if self.known.contains_key(&path) || self.known.len() > 2 * MAX_KNOWN {
                continue;
            }
            let Ok(text) = self.files.read(&path) else { continue };
            let lines = import_lines(&text);
            let imports = match before.remove(&path).filter(|i| i.lines == lines) {
                Some(same) => same,
                None if lines.is_empty() => Imports::default(),
                None => {
                    let folder = path.parent().unwrap_or(Path::new(""));
                    let tree = syntax::parse(FileId(0), &text).tree;
                    let named = imported(&tree).map(|name| plain(&folder.join(name)));
                    let files = named.filter_map(|p| self.files.canonical(&p).ok()).collect();
                    Imports { lines, files }
                }
            };
            next.extend(imports.files.iter().cloned());
            self.known.insert(path, imports);
        }
    }

    /// Reads a model anew, as far as its texts have changed, and has it analysed.
    fn read(&mut self, entry: &Path) {
        let name = self.name(entry);
        let Some(state) = self.models.get_mut(entry) else { return };
        let made = drafted(&self.files, self.bound.as_deref(), entry, &name, &mut state.trees);
        state.stale = false;
        // Without one the state before stays until the text is another.
        let Some(draft) = made else { return };
        let today = (self.world.today)();
        let mut snapshot = Snapshot::new(Arc::clone(&draft), &[]).on(today);
        if let Some(before) = &state.before {
            let more = carried(before, &snapshot);
            if !more.is_empty() {
                let all = Arc::make_mut(&mut snapshot.diagnostics);
                all.extend(more);
                all.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
            }
        }
        self.stamps += 1;
        state.stamp = self.stamps;
        let _ = state.snapshot.replace(snapshot).map(|old| self.bin.send(old));
        let job = Job { entry: entry.to_path_buf(), stamp: state.stamp, draft, today };
        state.pending = self.jobs.send(job).is_ok();
    }

    /// How messages call a model: by its path in the workspace.
    fn name(&self, entry: &Path) -> String {
        let inside =
            self.roots.iter().filter_map(|r| entry.strip_prefix(r).ok()).min_by_key(|p| p.as_os_str().len());
        let path = inside.filter(|p| !p.as_os_str().is_empty()).unwrap_or(entry);
        // A text that was never saved has a path that no file can have.
        path.to_string_lossy().replace('\\', "/").replace("/\0", "")
    }

    /// Takes an analysis in; whether it is of the newest state.
    pub fn analysed(&mut self, done: Done) -> bool {
        let Some(state) = self.models.get_mut(&done.entry).filter(|s| s.stamp == done.stamp) else {
            return false;
        };
        state.pending = false;
        if let (Some(snapshot), Some((analysis, diagnostics))) = (&state.snapshot, done.found) {
            let whole = snapshot.analysed(analysis, diagnostics);
            let _ = state.before.replace(whole.clone()).map(|old| self.bin.send(old));
            let _ = state.snapshot.replace(whole).map(|old| self.bin.send(old));
        }
        true
    }

    /// The models that a file is part of, its own first.
    pub fn of<'s, 'p>(
        &'s self,
        path: &'p Path,
    ) -> impl Iterator<Item = (&'s Path, &'s Snapshot, FileId)> + use<'s, 'p> {
        let own = self.models.get_key_value(path);
        let others = self.models.iter().filter(move |(entry, _)| entry.as_path() != path);
        own.into_iter().chain(others).filter_map(move |(entry, state)| {
            let snapshot = state.snapshot.as_ref()?;
            Some((entry.as_path(), snapshot, snapshot.file(path)?))
        })
    }

    /// Whether an analysis of a model that a file is part of is under way, so that it pays to wait.
    pub fn is_pending(&self, path: &Path) -> bool {
        let entry = self.of(path).next().map(|(entry, ..)| entry);
        entry.and_then(|e| self.models.get(e)).is_some_and(|s| s.pending)
    }

    /// The last state of the same model that was analysed.
    pub fn before(&self, path: &Path) -> Option<&Snapshot> {
        let entry = self.of(path).next().map(|(entry, ..)| entry)?;
        self.models.get(entry)?.before.as_ref()
    }

    /// Takes note of a rename that did not keep the old name.
    pub fn note_renamed(&self, old: &str, new: &str) {
        let mut renamed = self.renamed.borrow_mut();
        renamed.push_front((new.to_owned(), old.to_owned()));
        renamed.truncate(MAX_RENAMED);
    }

    /// What a name was of late.
    pub fn older(&self, name: &str) -> Option<String> {
        let renamed = self.renamed.borrow();
        renamed.iter().find(|(new, _)| new == name).map(|(_, old)| old.clone())
    }

    /// All models.
    pub fn all(&self) -> impl Iterator<Item = &Snapshot> {
        self.models.values().filter_map(|s| s.snapshot.as_ref())
    }

    /// The models of the workspace of which no text is open, without their analysis. They are read when they are
    /// first asked for, and again after a file has changed.
    pub fn closed(&self) -> Vec<Snapshot> {
        let mut closed = self.closed.borrow_mut();
        let read = closed.get_or_insert_with(|| {
            let imported: BTreeSet<&PathBuf> =
                self.known.iter().flat_map(|(p, i)| i.files.iter().filter(move |to| *to != p)).collect();
            let tops = self.known.keys().filter(|p| !imported.contains(p) && !self.models.contains_key(*p));
            tops.take(MAX_CLOSED).filter_map(|p| Some((p.clone(), self.names_of(p)?))).collect()
        });
        read.iter().filter(|(p, _)| !self.models.contains_key(p)).map(|(_, s)| s.clone()).collect()
    }

    fn names_of(&self, entry: &Path) -> Option<Snapshot> {
        let (name, bound) = (self.name(entry), self.bound.as_deref());
        let draft = drafted(&self.files, bound, entry, &name, &mut Trees::default())?;
        Some(Snapshot::new(draft, &[]))
    }

    /// The models that a file could import: those of its folder and below, as paths from there.
    pub fn importable(&self, path: &Path) -> Vec<String> {
        let Some(folder) = path.parent() else { return Vec::new() };
        let inside =
            |p: &PathBuf| p.strip_prefix(folder).ok().map(|p| p.to_string_lossy().replace('\\', "/"));
        self.known.keys().filter(|p| p.as_path() != path).filter_map(inside).collect()
    }
}

/// A model as it is read; none where a mistake of ours ended the reading, which must not end the session.
fn drafted(
    files: &Overlay<Disk>,
    bound: Option<&Path>,
    entry: &Path,
    name: &str,
    trees: &mut Trees,
) -> Option<Arc<Draft>> {
    let begin = Entry::Named { path: entry, name };
    let read = || Arc::new(Draft::new(read_again(files, begin, bound, trees), resolve));
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).ok()
}

/// The lines of a text that may be imports.
fn import_lines(text: &str) -> String {
    let lines = text.lines().filter(|l| l.trim_start().starts_with("import"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The files that a tree imports, as they are written.
fn imported(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.statements.iter().filter_map(|s| match &s.shape {
        Shape::Titled(t) if t.word.text == "import" => Some(t.text.text.as_str()),
        _ => None,
    })
}
