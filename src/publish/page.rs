//! What is to be published, as plain data: pages in the target's markup, with their files.

use super::wiki::Digest;

/// What one model becomes on one target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Which model it is of, as [`super::mark::whose`] makes it.
    pub whose: String,
    /// The model's digest, hexadecimal, as reports print it.
    pub model: String,
    /// What the history of its pages shall say: one line of plain text.
    pub note: String,
    /// The pages, each after its parent; the first is the root, which has none.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it is called inside this publication; stays the same while the model's parts keep their names.
    pub key: String,
    /// The key of the page under which it stands; none for the root.
    pub parent: Option<String>,
    /// Its title, plain text.
    pub title: String,
    /// Where it stands on the target, as [`super::wiki::Wiki::address`] says; unique in a publication.
    pub address: String,
    /// Its text in the target's markup, without the marks around it.
    pub body: String,
    /// Labels, as far as the target keeps them apart from the text; else the text has them.
    pub labels: Vec<String>,
    /// Files that belong to it.
    pub attachments: Vec<Attachment>,
}

/// A file of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name on the target, as [`super::wiki::Wiki::attachment`] says.
    pub name: String,
    /// Its media type, as `image/png`.
    pub media: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// Whether the file that stands on the target has this content, as far as its digest tells.
    pub fn is(&self, held: &Digest) -> bool {
        held.fits(&self.bytes)
    }
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}, {} bytes)", self.name, self.media, self.bytes.len())
    }
}
