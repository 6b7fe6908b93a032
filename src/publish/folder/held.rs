//! What was written to a folder, on record, and files written whole.

use crate::publish::failure::{Failure, Kind};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What we wrote: hashes of pages' texts, and of files' bytes. While a publish is on its way there are two of each, what
/// stood there and what shall stand there.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    /// Which model it is of; empty in records of before that was known.
    pub whose: String,
    /// The digest of the model.
    pub model: String,
    pages: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, Vec<String>>,
}

impl Records {
    /// What is on record; nothing if there is no record.
    ///
    /// # Errors
    /// When it can't be read, or is not ours.
    pub fn read(path: &Path) -> Result<Records, Failure> {
        let Some(bytes) = read(path)? else { return Ok(Records::default()) };
        let value: Value = serde_json::from_slice(&bytes).map_err(|e| {
            let what = format!("`{}` can't be understood: {e}", path.display());
            Failure::new(
                Kind::Broken,
                what,
                "Take it back from your version control, or delete it and publish with `--force`.",
            )
        })?;
        let list = |name: &str| -> BTreeMap<String, Vec<String>> {
            let entries = value.get(name).and_then(Value::as_object).into_iter().flatten();
            let hashes = |v: &Value| match v {
                Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                Value::String(one) => vec![one.clone()],
                _ => Vec::new(),
            };
            entries.filter(|(name, _)| is_inside(name)).map(|(name, v)| (name.clone(), hashes(v))).collect()
        };
        let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (whose, model) = (word("whose"), word("model"));
        Ok(Records { whose, model, pages: list("pages"), files: list("files") })
    }

    /// The pages.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// The files whose names begin so.
    pub fn files_in(&self, folder: &str) -> Vec<String> {
        self.files.keys().filter(|name| name.starts_with(folder)).cloned().collect()
    }

    /// The hash of the text that we wrote to a page: the one that stands there, if that is one of ours.
    pub fn text(&self, page: &str, there: &str) -> Option<String> {
        let all = self.pages.get(page)?;
        all.iter().find(|h| *h == there).or(all.last()).cloned()
    }

    /// Whether we wrote these bytes to a file.
    pub fn wrote(&self, file: &str, digest: &str) -> bool {
        self.files.get(file).is_some_and(|all| all.iter().any(|h| h == digest))
    }

    /// A page gets this text.
    pub fn page(&mut self, page: &str, hash: String) {
        add(self.pages.entry(page.to_owned()).or_default(), hash);
    }

    /// A file gets these bytes.
    pub fn file(&mut self, file: &str, digest: String) {
        add(self.files.entry(file.to_owned()).or_default(), digest);
    }

    /// A page or a file goes.
    pub fn forget(&mut self, name: &str) {
        self.pages.remove(name);
        self.files.remove(name);
    }

    /// Everything is done: what stood there before is no more.
    pub fn settle(&mut self) {
        for all in self.pages.values_mut().chain(self.files.values_mut()) {
            all.drain(..all.len().saturating_sub(1));
        }
    }

    /// The record as a file.
    pub fn both(&self) -> Vec<u8> {
        let list = |all: &BTreeMap<String, Vec<String>>| -> Map<String, Value> {
            all.iter().map(|(name, hashes)| (name.clone(), json!(hashes))).collect()
        };
        let value = json!({
            "whose": self.whose, "model": self.model, "pages": list(&self.pages), "files": list(&self.files),
        });
        let mut out = serde_json::to_vec_pretty(&value).unwrap_or_default();
        out.push(b'\n');
        out
    }
}

fn add(all: &mut Vec<String>, hash: String) {
    all.retain(|h| *h != hash);
    all.push(hash);
}

/// Whether a name leads to a place within the folder: what is read may have been changed by anybody.
fn is_inside(name: &str) -> bool {
    let plain = |c| matches!(c, std::path::Component::Normal(_));
    !name.is_empty() && !name.contains('\\') && Path::new(name).components().all(plain)
}

/// The bytes of a file; none if there is none.
///
/// # Errors
/// When it can't be read.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => {
            let what = format!("can't read {}: {e}", path.display());
            Err(Failure::new(Kind::Forbidden, what, "Look at its permissions."))
        }
    }
}

/// Writes files, or takes them away, all or none: all are written beside their places first, and only when that worked are
/// they moved there.
///
/// # Errors
/// When one can't be written; nothing is left behind then.
pub(super) fn write(files: &[(PathBuf, Option<Vec<u8>>)]) -> Result<(), Failure> {
    let mut beside: Vec<(PathBuf, &Path)> = Vec::new();
    let result = stage(files, &mut beside).and_then(|()| {
        for (part, path) in &beside {
            std::fs::rename(part, path).map_err(|e| refused(path, &e))?;
        }
        for (path, _) in files.iter().filter(|(_, bytes)| bytes.is_none()) {
            match std::fs::remove_file(path) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(refused(path, &e)),
                _ => {}
            }
            // A folder of files goes with the last of them.
            if let Some(folder) = path.parent() {
                let _ = std::fs::remove_dir(folder);
            }
        }
        Ok(())
    });
    if result.is_err() {
        for (part, _) in &beside {
            let _ = std::fs::remove_file(part);
        }
    }
    result
}

fn stage<'f>(
    files: &'f [(PathBuf, Option<Vec<u8>>)],
    beside: &mut Vec<(PathBuf, &'f Path)>,
) -> Result<(), Failure> {
    use std::io::Write as _;
    for (path, bytes) in files {
        let Some(bytes) = bytes else { continue };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|e| refused(path, &e))?;
        }
        if path.is_dir() {
            return Err(refused(path, &"there is a folder of this name"));
        }
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        beside.push((part.clone(), path));
        let written = std::fs::File::create(&part).and_then(|mut file| {
            if let Ok(old) = std::fs::metadata(path) {
                file.set_permissions(old.permissions())?;
            }
            file.write_all(bytes)?;
            file.sync_data()
        });
        written.map_err(|e| refused(path, &e))?;
    }
    Ok(())
}

fn refused(path: &Path, why: &dyn std::fmt::Display) -> Failure {
    let what = format!("can't write {}: {why}", path.display());
    Failure::new(Kind::Forbidden, what, "Look at its permissions, and at the room on the disk.")
}
