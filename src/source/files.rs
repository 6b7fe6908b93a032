//! The one trait through which files are read, and its two plain readers.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// The file is larger than the limit, in bytes.
    TooLarge(u64),
    /// The file is not UTF-8; the offset of the first wrong byte.
    NotText(usize),
    /// Anything else that the system said.
    Other(String),
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ReadError::Missing => f.write_str("there is no such file"),
            ReadError::TooLarge(limit) => write!(f, "it is larger than {} MB", limit / (1024 * 1024)),
            ReadError::NotText(at) => write!(f, "it is not UTF-8 text (byte {at})"),
            ReadError::Other(why) => f.write_str(why),
        }
    }
}

/// Reads files by path. Implemented for the disk, for memory, and by editors for unsaved text.
pub trait Files {
    /// The text of a file.
    ///
    /// # Errors
    /// When the file is missing, too large, not UTF-8, or can't be read.
    fn read(&self, path: &Path) -> Result<String, ReadError>;

    /// The one spelling of a path: absolute, without `..` or links, so that two spellings of a
    /// file are known as one and the root can't be left by a link.
    ///
    /// # Errors
    /// When there is no such file.
    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError>;
}

/// The largest file that is read, in bytes.
pub const MAX_FILE: u64 = 16 * 1024 * 1024;

/// Files on disk.
#[derive(Copy, Clone, Debug, Default)]
pub struct Disk;

fn from_io(e: &std::io::Error) -> ReadError {
    match e.kind() {
        std::io::ErrorKind::NotFound => ReadError::Missing,
        _ => ReadError::Other(e.to_string()),
    }
}

impl Files for Disk {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        use std::io::Read;
        let file = std::fs::File::open(path).map_err(|e| from_io(&e))?;
        if file.metadata().map_err(|e| from_io(&e))?.is_dir() {
            return Err(ReadError::Other("it is a folder".into()));
        }
        // Read at most one byte over the limit: a device or a growing file never fills memory.
        let mut bytes = Vec::new();
        file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|e| from_io(&e))?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(ReadError::TooLarge(MAX_FILE));
        }
        String::from_utf8(bytes).map_err(|e| ReadError::NotText(e.utf8_error().valid_up_to()))
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        path.canonicalize().map_err(|e| from_io(&e))
    }
}

/// Files in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<PathBuf, String>);

impl Memory {
    /// Files from pairs of path and text.
    pub fn new<P: Into<PathBuf>, T: Into<String>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        Memory(files.into_iter().map(|(p, t)| (plain(&p.into()), t.into())).collect())
    }
}

/// A path without `.` and with each `..` taken back.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

impl Files for Memory {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        self.0.get(&plain(path)).cloned().ok_or(ReadError::Missing)
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let path = plain(path);
        if self.0.contains_key(&path) { Ok(path) } else { Err(ReadError::Missing) }
    }
}
