//! Files as they were at a revision of a git repository.
//!
//! `git` is run with arguments, never through a shell, with nothing but names of objects and paths
//! in them; what it prints is bounded.

use super::Outcome;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::{Files, MAX_FILE, MOST_FILES, ReadError};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

/// The most that is read of a name, a list or a complaint, in bytes.
const SMALL: u64 = 64 * 1024;

/// The most links that are followed from one path.
const MAX_LINKS: usize = 10;

/// The tree of a commit. Paths are those of the working tree.
pub struct Revision {
    /// The top folder of the working tree, in its one spelling.
    top: PathBuf,
    /// The id of the commit.
    commit: String,
}

/// An entry of a tree.
struct Found {
    mode: String,
    object: String,
    /// Of a file, its size in bytes.
    size: Option<u64>,
}

impl Revision {
    /// The revision of a name, as `main`, `v1.2` or `HEAD~3`, in the repository around a file.
    ///
    /// # Errors
    /// When there is no `git`, no repository, or no such revision.
    pub fn open(name: &str, file: &Path) -> Outcome<Revision> {
        let bad = |message: String| Box::new(Diagnostic::bare(codes::BAD_CALL, message));
        if name.is_empty() || name.starts_with('-') {
            let d = bad(format!("`{name}` is no name of a revision"));
            return Err(Box::new(d.help("Write it as `main`, `v1.2` or `HEAD~3`.")));
        }
        let folder = match file.parent() {
            Some(p) if !p.as_os_str().is_empty() => p,
            _ => Path::new("."),
        };
        let top = run(folder, &["rev-parse", "--show-toplevel"], SMALL).map_err(|e| match e {
            Failed::NotRun(why) => bad(format!("git can't be run: {why}")),
            Failed::Said(why) => {
                let d = bad(format!("`{}` is in no git repository that can be read", file.display()));
                if why.is_empty() { d } else { Box::new(d.help(format!("git says: {why}"))) }
            }
        })?;
        let top = PathBuf::from(line(&top));
        let top = top.canonicalize().unwrap_or(top);
        let wanted = format!("{name}^{{commit}}");
        let commit = run(&top, &["rev-parse", "--verify", "--quiet", &wanted], SMALL);
        let commit = commit
            .map(|c| line(&c))
            .ok()
            .filter(|c| c.len() >= 40 && c.bytes().all(|b| b.is_ascii_hexdigit()));
        match commit {
            Some(commit) => Ok(Revision { top, commit }),
            None => {
                let d = bad(format!("there is no revision `{name}` in {}", top.display()));
                Err(Box::new(d.help("A shallow clone lacks older ones: `git fetch` gets them.")))
            }
        }
    }

    /// A path as seen from the top folder, with `/`.
    fn inside(&self, path: &Path) -> Result<String, ReadError> {
        let outside = || ReadError::Other("it is outside of the repository".into());
        let path = path.strip_prefix(&self.top).map_err(|_| outside())?;
        let mut parts: Vec<&str> = Vec::new();
        for part in path.components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => {
                    parts.pop().ok_or_else(outside)?;
                }
                Component::Normal(name) => {
                    parts
                        .push(name.to_str().ok_or_else(|| ReadError::Other("its name is not UTF-8".into()))?);
                }
                Component::Prefix(_) | Component::RootDir => return Err(outside()),
            }
        }
        Ok(parts.join("/"))
    }

    /// What stands at a path.
    fn find(&self, inside: &str) -> Result<Found, ReadError> {
        let list = run(&self.top, &["ls-tree", "-z", "-l", &self.commit, "--", inside], SMALL);
        let list = list.map_err(|e| ReadError::Other(e.text()))?;
        let list = String::from_utf8_lossy(&list);
        // `MODE TYPE OBJECT SIZE<tab>PATH<nul>`
        let entry = list.split('\0').filter_map(|e| e.split_once('\t')).find(|(_, path)| *path == inside);
        let (head, _) = entry.ok_or(ReadError::Missing)?;
        let mut words = head.split_ascii_whitespace();
        let (mode, _, object, size) = (words.next(), words.next(), words.next(), words.next());
        match (mode, object) {
            (Some(mode), Some(object)) => Ok(Found {
                mode: mode.to_owned(),
                object: object.to_owned(),
                size: size.and_then(|s| s.parse().ok()),
            }),
            _ => Err(ReadError::Missing),
        }
    }

    fn blob(&self, found: &Found, limit: u64) -> Result<String, ReadError> {
        let bytes = run(&self.top, &["cat-file", "blob", &found.object], limit);
        let bytes = bytes.map_err(|e| ReadError::Other(e.text()))?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::TooLarge(limit));
        }
        String::from_utf8(bytes).map_err(|e| ReadError::NotText(e.utf8_error().valid_up_to()))
    }
}

impl Files for Revision {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let found = self.find(&self.inside(path)?)?;
        match found.size {
            // Folders and submodules have no size.
            None => Err(ReadError::Other("it is a folder".into())),
            Some(size) if size > MAX_FILE => Err(ReadError::TooLarge(MAX_FILE)),
            Some(_) => self.blob(&found, MAX_FILE),
        }
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let mut inside = self.inside(path)?;
        for _ in 0..MAX_LINKS {
            if inside.is_empty() {
                return Ok(self.top.clone());
            }
            // A tree ends at a link: if it lacks the whole path, a folder on the way may be one.
            let mut head = inside.as_str();
            let found = loop {
                match (self.find(head), head.rsplit_once('/')) {
                    (Err(ReadError::Missing), Some((folder, _))) => head = folder,
                    (found, _) => break found?,
                }
            };
            let at = self.top.join(head);
            let rest = inside.strip_prefix(head).unwrap_or("").trim_start_matches('/');
            if found.mode != "120000" {
                return if rest.is_empty() { Ok(at) } else { Err(ReadError::Missing) };
            }
            let to = self.blob(&found, SMALL)?;
            inside = self.inside(&at.parent().unwrap_or(&self.top).join(to).join(rest))?;
        }
        Err(ReadError::Other("its links lead in a ring".into()))
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let inside = self.inside(folder)?;
        let wanted = if inside.is_empty() { ".".to_owned() } else { format!("{inside}/") };
        let list =
            run(&self.top, &["ls-tree", "-r", "-z", "--name-only", &self.commit, "--", &wanted], SMALL);
        let list = list.map_err(|e| ReadError::Other(e.text()))?;
        let list = String::from_utf8_lossy(&list);
        let inner = list.split('\0').filter_map(|p| Path::new(p).strip_prefix(&inside).ok());
        let out: Vec<PathBuf> = inner.filter(|p| !p.as_os_str().is_empty()).map(Path::to_owned).collect();
        match out.len() {
            0 => Err(ReadError::Missing),
            n if n > MOST_FILES => Err(ReadError::Other(format!("it holds more than {MOST_FILES} files"))),
            _ => Ok(out),
        }
    }
}

/// A commit, for people.
#[cfg(feature = "publish")]
#[derive(Clone, Debug)]
pub struct Commit {
    /// Its id.
    pub id: String,
    /// The day on which it was made, as 2027-06-30.
    pub day: String,
    /// Who made it.
    pub by: String,
    /// The path of the file that was asked for, from the top folder, with `/`.
    pub path: String,
}

/// The commit that changed a file last, if the file stands as it was committed; none without a repository.
#[cfg(feature = "publish")]
pub fn commit_of(file: &Path) -> Option<Commit> {
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name()?.to_str()?;
    let said = |arguments: &[&str]| run(folder, arguments, SMALL).ok().map(|bytes| line(&bytes));
    if !said(&["status", "--porcelain", "--", name])?.is_empty() {
        return None;
    }
    let path = said(&["-c", "core.quotePath=false", "ls-files", "--full-name", "--", name])?;
    let commit = said(&["log", "-1", "--format=%H %cs %an", "--", name])?;
    let mut parts = commit.splitn(3, ' ');
    let (id, day, by) = (parts.next()?, parts.next()?, parts.next().unwrap_or_default());
    let real = !path.is_empty() && id.len() >= 40 && id.bytes().all(|b| b.is_ascii_hexdigit());
    real.then(|| Commit { id: id.to_owned(), day: day.to_owned(), by: by.to_owned(), path })
}

/// The first line of what was printed.
fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or("").to_owned()
}

/// Why `git` gave nothing.
enum Failed {
    /// It can't be run.
    NotRun(String),
    /// It ended with an error; its first words.
    Said(String),
}

impl Failed {
    fn text(self) -> String {
        match self {
            Failed::NotRun(why) => format!("git can't be run: {why}"),
            Failed::Said(why) => format!("git says: {why}"),
        }
    }
}

/// Runs `git` in a folder; gives at most one byte more than the limit of what it prints.
fn run(folder: &Path, arguments: &[&str], limit: u64) -> Result<Vec<u8>, Failed> {
    let mut command = Command::new("git");
    // Paths are names, not patterns; nothing is fetched and nobody is asked.
    command.arg("-C").arg(folder).args(["--no-pager", "--literal-pathspecs", "-c", "protocol.allow=never"]);
    command.args(arguments);
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0");
    // In a hook these speak of the hook's own repository and folder.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|e| Failed::NotRun(e.to_string()))?;
    let complaint = child.stderr.take().map(|e| {
        std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = e.take(SMALL).read_to_end(&mut text);
            text
        })
    });
    let mut out = Vec::new();
    let read = child.stdout.take().map(|o| o.take(limit + 1).read_to_end(&mut out));
    if out.len() as u64 > limit {
        let _ = child.kill();
        let _ = child.wait();
        return Ok(out);
    }
    let status = child.wait().map_err(|e| Failed::NotRun(e.to_string()))?;
    let complaint = complaint.and_then(|c| c.join().ok()).unwrap_or_default();
    match read {
        Some(Err(e)) => Err(Failed::NotRun(e.to_string())),
        _ if status.success() => Ok(out),
        _ => Err(Failed::Said(line(&complaint))),
    }
}
