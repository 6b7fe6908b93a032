//! The binary as users run it: a folder of its own, what comes out on each stream, and the exit status.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder of its own, and the binary run in it.
pub struct World {
    dir: TempDir,
}

impl World {
    /// An empty folder.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        World { dir: tempfile::tempdir().unwrap() }
    }

    /// With a file in it; folders on the way are made.
    pub fn write(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// A call of the binary in it, without colour, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut c = Command::new(env!("CARGO_BIN_EXE_trustline"));
        c.current_dir(self.path()).args(arguments).stdin(Stdio::null());
        c.env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
        c
    }

    /// Runs the binary in it, with nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::new(self.command(arguments).output().unwrap())
    }

    /// A call that publishes a model of it, not yet started: on a day that stays the same, with all warnings allowed, and
    /// with an account by the variables that hold it.
    pub fn publishing(&self, model: &str, more: &[&str], account: &[(String, &str)]) -> Command {
        let usual = ["publish", model, "--today", "2026-12-01", "--allow", "warnings"];
        let mut command = self.command(&[&usual[..], more].concat());
        command.envs(account.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Publishes, and sees that nothing of the account's secrets is said.
    #[track_caller]
    pub fn publish(&self, model: &str, more: &[&str], account: &[(String, &str)]) -> Ran {
        let ran = Ran::new(self.publishing(model, more, account).output().unwrap());
        for (_, secret) in account.iter().filter(|(name, _)| name.ends_with("_PASSWORD")) {
            assert!(!ran.out.contains(secret) && !ran.err.contains(secret), "a secret is printed");
        }
        ran
    }

    /// The names of what stands in it, sorted.
    pub fn entries(&self) -> Vec<String> {
        let mut out: Vec<String> = fs::read_dir(self.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        out.sort();
        out
    }
}

/// How a run ended.
pub struct Ran {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// From what a process left.
    pub fn new(o: Output) -> Self {
        Ran {
            status: o.status.code().expect("no signal"),
            out: String::from_utf8(o.stdout).unwrap(),
            err: String::from_utf8(o.stderr).unwrap(),
        }
    }

    /// What it printed; it ended well.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self.out
    }

    /// It ended with exit status 2, printed no result, and said these words.
    #[track_caller]
    pub fn fails_with(&self, words: &[&str]) {
        assert_eq!(self.status, 2, "{}", self.err);
        assert!(self.out.is_empty(), "{}", self.out);
        for w in words {
            assert!(self.err.contains(w), "`{w}` is not in:\n{}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}
