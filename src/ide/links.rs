//! What leads out of a text: files that are imported, entries of frameworks.

use super::Snapshot;
use super::names::Role;
use crate::catalog::frameworks;
use crate::source::{FileId, Span};
use std::path::PathBuf;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a file.
    File(PathBuf),
    /// To an address.
    Address(String),
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text that leads there.
    pub span: Span,
    /// Where.
    pub target: Target,
    /// A few words about it.
    pub about: String,
}

/// The links of a file.
pub fn links(s: &Snapshot, file: FileId) -> Vec<Link> {
    let link = |o: &super::names::Occurrence| match o.role {
        Role::Import(to) => {
            let path = s.draft.read.files.get(to?)?.path.clone()?;
            // Within the quotes.
            let span = Span { start: o.span.start + 1, end: o.span.end.saturating_sub(1), ..o.span };
            Some(Link { span, target: Target::File(path), about: "the imported file".to_owned() })
        }
        Role::Framework => {
            let (prefix, id) = s.sources().text(o.span).split_once(':')?;
            let entry = frameworks::find(prefix.trim(), id.trim().trim_matches('"'))?;
            let address = entry.url.to_owned();
            Some(Link { span: o.span, target: Target::Address(address), about: entry.name.to_owned() })
        }
        _ => None,
    };
    s.index().of_file(file).iter().filter_map(link).collect()
}
