//! Why something could not be published, as data: each with what to do about it.

use std::fmt;

/// What kind of failure it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The settings can't be right.
    Settings,
    /// Nobody answers, or the connection broke.
    Unreachable,
    /// The account or its secret is refused.
    Login,
    /// The account may not do this.
    Forbidden,
    /// What the settings name is not there: a space, a parent page, a repository.
    Missing,
    /// Somebody else wrote at the same time: what was compared is no longer what stands there.
    Conflict,
    /// The target doesn't take so much.
    TooLarge,
    /// The target doesn't take this: a type of file, a title.
    Refused,
    /// The target asks to come back later, and did so to the last try.
    Busy,
    /// The target failed itself, or its answer can't be understood.
    Broken,
}

/// A failure. Its texts name no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Of which kind it is.
    pub kind: Kind,
    /// What went wrong: a phrase that begins in lower case, in plain text.
    pub what: String,
    /// What to do about it: a sentence, in plain text.
    pub help: String,
}

impl Failure {
    /// A failure of a kind.
    pub fn new(kind: Kind, what: impl Into<String>, help: impl Into<String>) -> Self {
        Failure { kind, what: what.into(), help: help.into() }
    }

    /// The same, said of something: `TITLE: what`.
    #[must_use]
    pub fn about(mut self, thing: &str) -> Self {
        self.what = format!("{thing}: {}", self.what);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Failure {}
