//! Real wikis on the loopback, each for one test, and what stands in them: asked by other means than ours.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A wiki that runs until it is dropped.
pub struct Running {
    dir: TempDir,
    pid: String,
    /// Its web address.
    pub url: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(&self.pid).status();
    }
}

impl Running {
    /// Starts one by its script in tests/wikis/up.
    fn start(script: &str, more: &[&str]) -> Running {
        let dir = tempfile::tempdir().unwrap();
        // Between closing and opening again another may take the port: then the script fails and is tried again.
        for _ in 0..3 {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let place = dir.path().join(port.to_string());
            let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wikis/up").join(script);
            let mut command = Command::new(script);
            command.arg(&place).arg(port.to_string()).args(more).stdin(Stdio::null());
            let out = command.output().unwrap();
            let pid = String::from_utf8_lossy(&out.stdout).trim().to_owned();
            if out.status.success() {
                return Running { dir, pid, url: format!("http://127.0.0.1:{port}") };
            }
        }
        panic!("the wiki does not start; ./test installs what it needs");
    }

    /// A MediaWiki that takes SVG.
    pub fn mediawiki() -> Running {
        Running::start("mediawiki.sh", &[])
    }

    /// A DokuWiki.
    pub fn dokuwiki() -> Running {
        Running::start("dokuwiki.sh", &[])
    }

    /// The folder with the wiki's own files.
    pub fn place(&self) -> PathBuf {
        self.dir.path().join(self.url.rsplit(':').next().unwrap())
    }

    /// How many requests the server has answered: what the log of PHP's server says.
    pub fn requests(&self) -> Vec<String> {
        let log = fs::read_to_string(self.place().join("server.log")).unwrap();
        let line = |l: &str| {
            let (_, rest) = l.split_once("]: ").or_else(|| l.split_once("] "))?;
            (rest.contains("POST ") || rest.contains("GET ")).then(|| rest.to_owned())
        };
        log.lines().filter_map(line).collect()
    }

    /// The answer of MediaWiki's API to a question, asked by curl.
    pub fn api(&self, query: &str) -> Value {
        let url = format!("{}/api.php?format=json&formatversion=2&{query}", self.url);
        let out = Command::new("curl").args(["-sS", "--max-time", "60", &url]).output().unwrap();
        serde_json::from_slice(&out.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&out.stdout)))
    }

    /// All pages of MediaWiki that begin so, with text, number of revisions and last author.
    pub fn pages(&self, prefix: &str) -> BTreeMap<String, (String, usize)> {
        let list = self
            .api(&format!("action=query&list=allpages&aplimit=500&apprefix={}", prefix.replace(' ', "_")));
        let mut out = BTreeMap::new();
        for page in list["query"]["allpages"].as_array().unwrap() {
            let title = page["title"].as_str().unwrap().to_owned();
            let query = format!(
                "action=query&prop=revisions&rvlimit=50&rvprop=content|ids|user&rvslots=main&titles={}",
                encoded(&title)
            );
            let answer = self.api(&query);
            let revisions = answer["query"]["pages"][0]["revisions"].as_array().unwrap().clone();
            let text = revisions[0]["slots"]["main"]["content"].as_str().unwrap().to_owned();
            out.insert(title, (text, revisions.len()));
        }
        out
    }

    /// All files of MediaWiki with the number of times that each was uploaded.
    pub fn files(&self) -> BTreeMap<String, usize> {
        let list =
            self.api("action=query&generator=allimages&gailimit=500&prop=imageinfo&iilimit=50&iiprop=sha1");
        let pages = list["query"]["pages"].as_array().cloned().unwrap_or_default();
        let entry =
            |p: &Value| (p["title"].as_str().unwrap().to_owned(), p["imageinfo"].as_array().unwrap().len());
        pages.iter().map(entry).collect()
    }

    /// Edits a page of MediaWiki as a person would, by its own maintenance script.
    pub fn edit(&self, title: &str, text: &str) {
        let mut child = Command::new("php")
            .args(["maintenance/edit.php", "--user", "Admin", "--summary", "by hand", title])
            .current_dir("/usr/share/mediawiki")
            .env("MW_CONFIG_FILE", self.place().join("LocalSettings.php"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        use std::io::Write as _;
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    }

    /// Puts a file there as a person would.
    pub fn upload(&self, name: &str) {
        let folder = tempfile::tempdir().unwrap();
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-model.png");
        fs::copy(picture, folder.path().join(name)).unwrap();
        let out = Command::new("php")
            .args(["maintenance/importImages.php", "--user", "Admin", "--comment", "by hand"])
            .arg(folder.path())
            .current_dir("/usr/share/mediawiki")
            .env("MW_CONFIG_FILE", self.place().join("LocalSettings.php"))
            .output()
            .unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    }

    /// All pages and files of DokuWiki in a namespace: paths with bytes, and of each page how many revisions
    /// its log has.
    pub fn tree(&self, space: &str) -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, usize>) {
        let data = self.place().join("data");
        let mut files = BTreeMap::new();
        for kind in ["pages", "media"] {
            let top = data.join(kind).join(space);
            let mut found = Vec::new();
            walk(&top, &mut found);
            for path in found {
                let name = format!("{kind}/{}", path.strip_prefix(&top).unwrap().display());
                files.insert(name, fs::read(path).unwrap());
            }
        }
        let mut found = Vec::new();
        let top = data.join("meta").join(space);
        walk(&top, &mut found);
        let mut revisions = BTreeMap::new();
        for path in found.iter().filter(|p| p.extension().is_some_and(|e| e == "changes")) {
            let lines = fs::read_to_string(path).unwrap().lines().count();
            revisions.insert(path.strip_prefix(&top).unwrap().display().to_string(), lines);
        }
        (files, revisions)
    }
}

/// All files below a folder.
fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, out) } else { out.push(path) }
    }
}

/// A text as addresses write it.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
