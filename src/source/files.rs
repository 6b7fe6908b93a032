//! The one trait through which files are read, and its readers: the disk, memory, and texts that
//! lie over another's.

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
    /// As the end of a sentence: `… can't be read: there is no such file`.
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

    /// The one spelling of a path of a file or folder: absolute, without `..` or links, so that two
    /// spellings of a file are known as one and the root can't be left by a link.
    ///
    /// # Errors
    /// When there is no such file or folder.
    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError>;

    /// The files in a folder and in the folders in it, as paths from it, sorted. Links to folders are not
    /// followed.
    ///
    /// # Errors
    /// When there is no such folder, when it holds more than [`MOST_FILES`], or it can't be read.
    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError>;
}

impl<F: Files + ?Sized> Files for &F {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        (**self).read(path)
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        (**self).canonical(path)
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        (**self).below(folder)
    }
}

/// The most files that a folder is asked for.
pub const MOST_FILES: usize = 1_000;

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

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let mut out = Vec::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(inner) = folders.pop() {
            for entry in std::fs::read_dir(folder.join(&inner)).map_err(|e| from_io(&e))? {
                let entry = entry.map_err(|e| from_io(&e))?;
                let path = inner.join(entry.file_name());
                let is_folder = entry.file_type().map_err(|e| from_io(&e))?.is_dir();
                if is_folder {
                    folders.push(path)
                } else {
                    out.push(path)
                }
                if out.len() + folders.len() > MOST_FILES {
                    return Err(too_many());
                }
            }
        }
        out.sort();
        Ok(out)
    }
}

fn too_many() -> ReadError {
    ReadError::Other(format!("it holds more than {MOST_FILES} files"))
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
pub fn plain(path: &Path) -> PathBuf {
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
        let known = self.0.contains_key(&path) || self.0.keys().any(|p| p.starts_with(&path));
        if known { Ok(path) } else { Err(ReadError::Missing) }
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let folder = plain(folder);
        let inner = self.0.keys().filter_map(|p| p.strip_prefix(&folder).ok());
        let out: Vec<PathBuf> = inner.filter(|p| !p.as_os_str().is_empty()).map(Path::to_owned).collect();
        match out.len() {
            0 => Err(ReadError::Missing),
            n if n > MOST_FILES => Err(too_many()),
            _ => Ok(out),
        }
    }
}

/// Texts that lie over other files: what an editor has open and not saved takes the place of what
/// is on disk, and a text that was never saved is there all the same.
#[derive(Clone, Debug, Default)]
pub struct Overlay<F> {
    under: F,
    texts: BTreeMap<PathBuf, String>,
}

impl<F: Files> Overlay<F> {
    /// Nothing over `under` yet.
    pub fn new(under: F) -> Self {
        Overlay { under, texts: BTreeMap::new() }
    }

    /// Lays a text over a path, in the place of an earlier one.
    pub fn set(&mut self, path: &Path, text: impl Into<String>) {
        self.texts.insert(self.spelling(path), text.into());
    }

    /// Takes the text over a path away; whether there was one.
    pub fn remove(&mut self, path: &Path) -> bool {
        self.texts.remove(&self.spelling(path)).is_some()
    }

    /// The texts that lie over files, by the one spelling of their paths.
    pub fn texts(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// The files below.
    pub fn under(&self) -> &F {
        &self.under
    }

    /// The one spelling of a path that may not be there below: that of the nearest folder which is,
    /// and the rest as it is written.
    fn spelling(&self, path: &Path) -> PathBuf {
        if let Ok(full) = self.under.canonical(path) {
            return full;
        }
        let path = plain(path);
        for folder in path.ancestors().skip(1) {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            if let (Ok(full), Ok(rest)) = (self.under.canonical(here), path.strip_prefix(folder)) {
                return full.join(rest);
            }
        }
        path
    }
}

impl<F: Files> Files for Overlay<F> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        match self.texts.get(&self.spelling(path)) {
            Some(text) if text.len() as u64 > MAX_FILE => Err(ReadError::TooLarge(MAX_FILE)),
            Some(text) => Ok(text.clone()),
            None => self.under.read(path),
        }
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let below = match self.under.canonical(path) {
            Ok(full) => return Ok(full),
            Err(e) => e,
        };
        let full = self.spelling(path);
        // A folder is there if a text in it is.
        let known = self.texts.keys().any(|text| text.starts_with(&full));
        if known { Ok(full) } else { Err(below) }
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let full = self.spelling(folder);
        let texts = self.texts.keys().filter_map(|p| p.strip_prefix(&full).ok());
        let mut out: Vec<PathBuf> = texts.filter(|p| !p.as_os_str().is_empty()).map(Path::to_owned).collect();
        match self.under.below(folder) {
            Ok(below) => out.extend(below),
            Err(ReadError::Missing) if !out.is_empty() => {}
            Err(e) => return Err(e),
        }
        out.sort();
        out.dedup();
        Ok(out)
    }
}
