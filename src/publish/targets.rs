//! The one list of targets: a further wiki is its file and a line here.

use super::failure::Failure;
use super::secret::Secret;
use super::wiki::{Pictures, Wiki};
use std::collections::BTreeMap;

/// A kind of target.
#[derive(Debug)]
pub struct Target {
    /// What settings and the command line call it.
    pub kind: &'static str,
    /// What it is, for the help: a phrase.
    pub about: &'static str,
    /// Settings that only this kind has: name, and what it means.
    pub options: &'static [(&'static str, &'static str)],
    /// The environment variables that hold account and secret if the settings name none: `TRUSTLINE_…_USER`,
    /// `TRUSTLINE_…_PASSWORD`. Empty where none is needed.
    pub variables: (&'static str, &'static str),
    /// Forms of pictures that its pages may show, whatever it says of itself once it is asked.
    pub pictures: &'static [Pictures],
    /// Makes one of its settings; connects to nothing yet.
    pub make: fn(Place) -> Result<Box<dyn Wiki>, Failure>,
}

/// Where to publish: what the settings and the environment say, checked for its form.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The wiki's web address, or the path of a folder or repository; without account or secret in it.
    pub url: String,
    /// The space or namespace; may be empty.
    pub space: String,
    /// The page under which the root page stands; may be empty.
    pub parent: String,
    /// The account; may be empty.
    pub user: String,
    /// Its password or token.
    pub secret: Option<Secret>,
    /// What only this kind has: each name is one of [`Target::options`].
    pub options: BTreeMap<String, String>,
}

/// All targets, in the order in which the help names them.
pub const ALL: &[Target] = &[
    super::mediawiki::TARGET,
    super::dokuwiki::TARGET,
    super::confluence::TARGET,
    super::git::TARGET,
    super::folder::TARGET,
];

/// The target of a kind.
pub fn find(kind: &str) -> Option<&'static Target> {
    ALL.iter().find(|t| t.kind == kind)
}
