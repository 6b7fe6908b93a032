//! Which files something was made of, and when one of them is another.
//!
//! Whether a file is another is found out by reading it again, so that nothing hangs on clocks, and a file
//! that is missing and comes is seen as well. The system is asked to tell when there is something to look at;
//! where it can't, or tells nothing, as on many file systems of a network, it is looked all the same, every
//! second.

use crate::source::{Disk, Files, ReadError};
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often it is looked even if nobody tells that something has changed.
pub const LOOK: Duration = Duration::from_secs(1);

/// How long files have to rest before they are read: programs write them in several steps.
const REST: Duration = Duration::from_millis(10);

/// How long a file that is gone, or has lost all its text, is taken for one that is being written: many programs empty
/// a file first, and Vim moves it away before it writes another in its place.
const WRITTEN: Duration = Duration::from_millis(500);

/// What was asked of files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ask {
    Text(PathBuf),
    Spelling(PathBuf),
    Below(PathBuf),
}

impl Ask {
    fn path(&self) -> &Path {
        match self {
            Ask::Text(path) | Ask::Spelling(path) | Ask::Below(path) => path,
        }
    }

    /// The answer of today, as a number.
    fn again(&self) -> u64 {
        match self {
            Ask::Text(path) => digest(&Disk.read(path)),
            Ask::Spelling(path) => digest(&Disk.canonical(path)),
            Ask::Below(path) => digest(&Disk.below(path)),
        }
    }
}

fn digest<T: Hash>(answer: &Result<T, ReadError>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match answer {
        Ok(value) => value.hash(&mut hasher),
        Err(e) => e.to_string().hash(&mut hasher),
    }
    hasher.finish()
}

/// Files that keep what they were asked, and what the answer was.
pub struct Traced<F> {
    under: F,
    asked: RefCell<BTreeMap<Ask, u64>>,
}

impl<F: Files> Traced<F> {
    /// Nothing asked yet.
    pub fn new(under: F) -> Traced<F> {
        Traced { under, asked: RefCell::default() }
    }

    /// All that was asked.
    pub fn seen(self) -> Seen {
        Seen(self.asked.into_inner())
    }

    fn keep<T: Hash>(&self, ask: Ask, answer: Result<T, ReadError>) -> Result<T, ReadError> {
        self.asked.borrow_mut().insert(ask, digest(&answer));
        answer
    }
}

impl<F: Files> Files for Traced<F> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        self.keep(Ask::Text(path.to_path_buf()), self.under.read(path))
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        self.keep(Ask::Spelling(path.to_path_buf()), self.under.canonical(path))
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        self.keep(Ask::Below(folder.to_path_buf()), self.under.below(folder))
    }
}

/// What was asked of the disk, with the answers of then.
#[derive(Clone, Debug, Default)]
pub struct Seen(BTreeMap<Ask, u64>);

impl Seen {
    /// Whether the disk would answer something else now. Waits for files that are being written, so that
    /// nothing is read that somebody has half written.
    pub fn is_stale(&self) -> bool {
        self.is_stale_after(WRITTEN)
    }

    fn is_stale_after(&self, written: Duration) -> bool {
        if !self.differs() {
            return false;
        }
        let since = Instant::now();
        sleep(REST);
        while self.misses_a_text() && since.elapsed() < written {
            sleep(REST);
        }
        self.differs()
    }

    fn differs(&self) -> bool {
        self.0.iter().any(|(ask, answer)| ask.again() != *answer)
    }

    /// Whether a file that held something is empty now, or can't be read any more.
    fn misses_a_text(&self) -> bool {
        let misses = |(ask, answer): (&Ask, &u64)| {
            let Ask::Text(path) = ask else { return false };
            let now = Disk.read(path);
            now.as_ref().map_or(true, String::is_empty) && digest(&now) != *answer
        };
        self.0.iter().any(misses)
    }

    /// The folders in which something would change, each in one spelling: the system keeps one watch for a folder, so
    /// that whoever lets go of one spelling lets go of all.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let mut out = BTreeSet::new();
        for ask in self.0.keys() {
            if let Ask::Below(folder) = ask {
                out.insert(folder.clone());
            }
            let folder = ask.path().parent().unwrap_or(Path::new(""));
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            // Of a folder that is not there, the one in which it would be made.
            out.extend(folder.ancestors().find(|f| f.is_dir()).map(Path::to_path_buf));
        }
        out.into_iter().map(|f| f.canonicalize().unwrap_or(f)).collect()
    }
}

/// Asks the system to tell when files change.
pub struct Watch {
    /// None where the system can't.
    watcher: Option<RecommendedWatcher>,
    folders: BTreeSet<PathBuf>,
}

impl Watch {
    /// `told` is called on a thread of the watcher's whenever it may be worth to look.
    pub fn new(told: impl Fn() + Send + 'static) -> Watch {
        let on_event = move |event: notify::Result<Event>| {
            // That a file is read changes nothing; we read them ourselves.
            let reads = |kind: &EventKind| matches!(kind, EventKind::Access(a) if *a != AccessKind::Close(AccessMode::Write));
            if !event.is_ok_and(|e| reads(&e.kind)) {
                told();
            }
        };
        let config = notify::Config::default().with_follow_symlinks(false);
        Watch { watcher: RecommendedWatcher::new(on_event, config).ok(), folders: BTreeSet::new() }
    }

    /// Watches the folders of these files and of no others. Folders and not files, because many programs
    /// write a file by putting a new one in its place.
    pub fn over(&mut self, seen: &Seen) {
        let wanted = seen.folders();
        if let Some(watcher) = &mut self.watcher {
            for gone in self.folders.difference(&wanted) {
                let _ = watcher.unwatch(gone);
            }
            for new in wanted.difference(&self.folders) {
                let _ = watcher.watch(new, RecursiveMode::NonRecursive);
            }
        }
        self.folders = wanted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::mpsc::channel;

    #[test]
    fn what_was_read_is_known_to_be_another() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::write(at("a.tm"), "a").unwrap();
        fs::write(at("other.tm"), "o").unwrap();
        let look = || {
            let files = Traced::new(Disk);
            let _ = files.read(&at("a.tm"));
            let _ = files.read(&at("missing.tm"));
            let _ = files.canonical(&at("b"));
            let _ = files.below(dir.path());
            files.seen()
        };
        let seen = look();
        assert!(!seen.is_stale());
        fs::write(at("other.tm"), "another").unwrap();
        assert!(!seen.is_stale(), "nobody read it");
        // Of the same length, and perhaps in the same tick of the clock.
        fs::write(at("a.tm"), "b").unwrap();
        assert!(seen.is_stale());
        let seen = look();
        fs::write(at("missing.tm"), "").unwrap();
        assert!(seen.is_stale(), "a file that was missing comes");
        let seen = look();
        fs::remove_file(at("a.tm")).unwrap();
        assert!(seen.is_stale(), "a file goes");
        let seen = look();
        fs::create_dir(at("b")).unwrap();
        fs::write(at("b/inner.html"), "").unwrap();
        assert!(seen.is_stale(), "a folder has another file");
    }

    #[test]
    fn what_is_half_written_is_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.tm");
        let seen = || {
            let files = Traced::new(Disk);
            let _ = files.read(&path);
            files.seen()
        };
        let later = |text: &'static str| {
            fs::write(&path, "").unwrap();
            let path = path.clone();
            std::thread::spawn(move || {
                sleep(REST * 5);
                fs::write(path, text).unwrap();
            })
        };
        // Whoever writes may be slow here, since all the tests run at once.
        let patience = Duration::from_secs(60);
        fs::write(&path, "a").unwrap();
        let before = seen();
        let writes = later("b");
        assert!(before.is_stale_after(patience));
        assert_eq!(fs::read_to_string(&path).unwrap(), "b");
        writes.join().unwrap();
        // As Vim saves: the old file goes, and another comes in its place.
        let before = seen();
        fs::rename(&path, dir.path().join("a.tm~")).unwrap();
        let writes = {
            let path = path.clone();
            std::thread::spawn(move || {
                sleep(REST * 5);
                fs::write(path, "c").unwrap();
            })
        };
        assert!(before.is_stale_after(patience));
        assert_eq!(fs::read_to_string(&path).unwrap(), "c");
        writes.join().unwrap();
        fs::write(&path, "b").unwrap();
        // What was given its old text again has not changed, and what stays empty has.
        let before = seen();
        let writes = later("b");
        assert!(!before.is_stale_after(patience));
        writes.join().unwrap();
        fs::write(&path, "").unwrap();
        assert!(before.is_stale());
    }

    #[test]
    fn the_system_tells() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.tm");
        fs::write(&path, "a").unwrap();
        let files = Traced::new(Disk);
        files.read(&path).unwrap();
        let seen = files.seen();
        let (sender, told) = channel();
        let mut watch = Watch::new(move || {
            let _ = sender.send(());
        });
        watch.over(&seen);
        fs::write(dir.path().join("new"), "b").unwrap();
        fs::rename(dir.path().join("new"), &path).unwrap();
        told.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(seen.is_stale());
    }

    /// A file that is missing for a moment is asked for by the call's spelling alone, and one that is there by its whole
    /// path as well.
    #[test]
    fn the_system_tells_when_one_spelling_of_a_folder_is_no_longer_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("sub")).unwrap();
        let (one, other) = (dir.path().join("a.tm"), dir.path().join("sub/../a.tm"));
        fs::write(&one, "a").unwrap();
        let seen = |paths: &[&Path]| {
            let files = Traced::new(Disk);
            paths.iter().for_each(|p| drop(files.read(p)));
            files.seen()
        };
        let (sender, told) = channel();
        let mut watch = Watch::new(move || {
            let _ = sender.send(());
        });
        watch.over(&seen(&[&one, &other]));
        watch.over(&seen(&[&one]));
        // That nobody watches any more is told as well, perhaps late.
        while told.recv_timeout(Duration::from_millis(200)).is_ok() {}
        fs::write(&one, "b").unwrap();
        told.recv_timeout(Duration::from_secs(10)).expect("the folder is still watched");
    }
}
