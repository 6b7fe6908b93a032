//! The one list of targets: a further wiki is its file and a line here.

use super::failure::{Failure, Kind};
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

impl Place {
    /// The secret, for a wiki that takes nothing without an account. `how` says where people get one.
    ///
    /// # Errors
    /// When account or secret are missing; it says which, and the variable that holds it.
    pub fn login(&self, wiki: &str, (user, password): (&str, &str), how: &str) -> Result<Secret, Failure> {
        let (what, variables) = match (self.user.is_empty(), &self.secret) {
            (false, Some(secret)) => return Ok(secret.clone()),
            (true, Some(_)) => ("an account, and only its password is given", user.to_owned()),
            (false, None) => ("the account's password, which is not given", password.to_owned()),
            (true, None) => ("an account and its password", format!("{user} and {password}")),
        };
        let help = format!("{how}Set {variables} in the environment; the settings can name others.");
        Err(Failure::new(Kind::Login, format!("{wiki} needs {what}"), help))
    }
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
