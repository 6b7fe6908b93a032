//! What a target must be able to do. One file a target implements [`Wiki`]; nobody else knows its calls.
//!
//! Whoever implements it keeps to this:
//!
//! - Nothing is written while reading, and nothing is deleted but by [`Wiki::delete`].
//! - [`Wiki::write`] writes over the revision that it is handed and fails with [`Kind::Conflict`] if another one
//!   stands there, by the wiki's own lock where it has one.
//! - A page and its mark are written so that a kill between the two is mended by the next run: either together, or
//!   so that [`Wiki::read`] still knows the text as ours.
//! - A status alone proves nothing: the answer's content does, or reading again.

use super::failure::Failure;
use super::mark::{Fence, Mark};
use super::page::{Attachment, Page};
use crate::report::markdown::dialect::Dialect;
use crate::source::{hexadecimal, sha256};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

#[cfg(doc)]
use super::failure::Kind;

/// A target, for one publish.
pub trait Wiki {
    /// What it takes and how it wants it. Known without a connection, and after [`Wiki::open`] as the target itself
    /// says.
    fn measures(&self) -> Measures;

    /// Where the page stands whose titles, from the root page's down to its own, are these: what links name. The
    /// settings' space and parent are part of it where the wiki's own links need them.
    ///
    /// # Errors
    /// When no page of this wiki can be called so.
    fn address(&self, titles: &[&str]) -> Result<String, Failure>;

    /// What a file of a page is called on the target: what the markup names to show it.
    fn attachment(&self, page: &str, name: &str) -> String;

    /// Where people find a page: its web address.
    fn link(&self, page: &str) -> String;

    /// Logs in, and sees that what the settings name is there.
    ///
    /// # Errors
    /// When it can't be reached, refuses the account, or lacks the space.
    fn open(&mut self) -> Result<(), Failure>;

    /// What stands at the addresses of these pages, and of their attachments: one for each, in their order. In
    /// as few calls as the target can.
    ///
    /// # Errors
    /// As any call.
    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure>;

    /// The addresses of all pages under a root page that may carry our mark; whoever asks reads them and sees.
    ///
    /// # Errors
    /// As any call.
    fn under(&mut self, root: &str) -> Result<Vec<String>, Failure>;

    /// Writes a page: its whole text, what stands around our part included. `over` is the revision that was read;
    /// without one the page must not exist.
    ///
    /// # Errors
    /// With [`Kind::Conflict`] if the page stands otherwise by now; as any call.
    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure>;

    /// Puts a file on a page, over one of the same name.
    ///
    /// # Errors
    /// When it is not there afterwards.
    fn attach(&mut self, page: &Page, file: &Attachment) -> Result<(), Failure>;

    /// Gives a page its labels; people's own stay.
    ///
    /// # Errors
    /// As any call.
    fn label(&mut self, _page: &Page) -> Result<(), Failure> {
        Ok(())
    }

    /// Deletes a page that carries our mark; its files only where they can't be without it ([`Measures::files_go`]).
    ///
    /// # Errors
    /// As any call; what is gone already is no error.
    fn delete(&mut self, page: &str) -> Result<(), Failure>;

    /// Deletes a file that [`Wiki::read`] named as ours. False if it stays because people show it elsewhere, where the
    /// target can tell.
    ///
    /// # Errors
    /// As any call; what is gone already is no error.
    fn detach(&mut self, page: &str, name: &str) -> Result<bool, Failure>;

    /// Ends the publish: what only works for all pages at once, as a commit with its push. `note` says what was
    /// done.
    ///
    /// # Errors
    /// As any call; with [`Kind::Conflict`] if others were faster.
    fn finish(&mut self, _note: &str) -> Result<(), Failure> {
        Ok(())
    }

    /// The call that a step would be, in one line, as `POST api.php action=edit title=…`; without secrets.
    fn call(&self, step: Call<'_>) -> String;
}

/// A step that changes something, for [`Wiki::call`].
#[derive(Copy, Clone, Debug)]
pub enum Call<'a> {
    /// A page that is not there yet.
    Create(&'a Page),
    /// A page that is there.
    Update(&'a Page),
    /// A file of a page.
    Attach(&'a Page, &'a Attachment),
    /// Labels of a page.
    Label(&'a Page),
    /// A page that goes, by its address.
    Delete(&'a str),
    /// A file that goes, by its page's address and its name.
    Detach(&'a str, &'a str),
    /// The end.
    Finish,
}

/// All that [`Wiki::write`] needs.
#[derive(Copy, Clone, Debug)]
pub struct Write<'a> {
    /// The page; its body is not what is to be written, `text` is.
    pub page: &'a Page,
    /// The address of the page under which it stands; none for the root, which stands where the settings say.
    pub parent: Option<&'a str>,
    /// The whole text.
    pub text: &'a str,
    /// The mark that the page gets.
    pub mark: &'a Mark,
    /// The revision that it is written over.
    pub over: Option<&'a str>,
    /// What its history shall say, one line of plain text.
    pub note: &'a str,
}

/// What stands at the address of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The page, if there is one.
    pub page: Option<Current>,
    /// Which of its attachments are there, by name; and of files that were not asked for, those that we put on this
    /// page for certain. The latter may be deleted.
    pub attached: Vec<Held>,
    /// Its labels, where the target keeps them apart from the text.
    pub labels: Option<Vec<String>>,
}

/// A page as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Current {
    /// Its whole text.
    pub text: String,
    /// Its revision, in the target's own words.
    pub revision: String,
    /// Who wrote it last, if that is told.
    pub author: String,
    /// When that was, if it is told: `2026-11-26T23:06:00Z`.
    pub date: String,
    /// Our mark, if it has one outside of its text. Marks in fences are found in the text.
    pub mark: Option<Mark>,
}

/// A file that stands on the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// What is known of its content.
    pub digest: Digest,
    /// Whether we put it there; true as well where the target can't tell or nobody else could have.
    pub ours: bool,
}

/// What a target tells of a file's content. Digits are hexadecimal, upper or lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Digest {
    /// SHA-1.
    Sha1(String),
    /// SHA-256.
    Sha256(String),
    /// MD5: enough to see that nothing changed, and all that some wikis tell.
    Md5(String),
    /// The id that git gives the bytes: SHA-1 or SHA-256 by its length.
    Blob(String),
    /// Nothing that could be compared: it counts as another content.
    Unknown,
}

impl Held {
    /// What a mark keeps of a file: eight digits that stand for its name and its content together.
    pub fn trace(&self) -> String {
        let digits = match &self.digest {
            Digest::Sha1(d) | Digest::Sha256(d) | Digest::Md5(d) | Digest::Blob(d) => d.to_ascii_lowercase(),
            Digest::Unknown => String::new(),
        };
        let hash = sha256(format!("{}\n{digits}", self.name));
        hash.get(..8).unwrap_or_default().to_owned()
    }
}

impl Digest {
    /// Whether bytes have this digest.
    pub fn fits(&self, bytes: &[u8]) -> bool {
        let (digits, own) = match self {
            Digest::Sha1(digits) => (digits, hexadecimal(&Sha1::digest(bytes))),
            Digest::Md5(digits) => (digits, hexadecimal(&Md5::digest(bytes))),
            Digest::Sha256(digits) => (digits, sha256(bytes)),
            Digest::Blob(digits) => {
                let head = format!("blob {}\0", bytes.len());
                let own = if digits.len() == 64 {
                    hexadecimal(&Sha256::new().chain_update(head).chain_update(bytes).finalize())
                } else {
                    hexadecimal(&Sha1::new().chain_update(head).chain_update(bytes).finalize())
                };
                (digits, own)
            }
            Digest::Unknown => return false,
        };
        own.eq_ignore_ascii_case(digits)
    }
}

/// What a target takes, and how it wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// The markup of its pages.
    pub markup: Markup,
    /// The form of pictures that pages show.
    pub pictures: Pictures,
    /// The largest text of a page that the target bears well, in bytes; larger ones are split.
    pub page_bytes: usize,
    /// The largest file that it takes, in bytes.
    pub file_bytes: usize,
    /// Endings of files that it takes as attachments, in lower case without the dot; empty if it takes all.
    pub files: Vec<String>,
    /// Whether places of a picture can be links.
    pub maps: bool,
    /// The lines around our part of a page; none where pages are ours as a whole.
    pub fence: Option<Fence>,
    /// Whether a file can be put there before its page exists.
    pub files_first: bool,
    /// Whether what the target makes of a text differs from the text, so that only revisions and the mark's `kept`
    /// tell whether somebody changed it.
    pub rewrites: bool,
    /// Whether files go with their page when it is deleted.
    pub files_go: bool,
    /// Whether the target can't tell who put a file there, so that the mark in the fence keeps which ones of ours are
    /// shown no more ([`Mark::left`]).
    pub forgets_files: bool,
}

impl Measures {
    /// Those of a target that takes every file, in any order, and gives back what was put there. `bytes` are the
    /// largest text of a page and the largest file.
    pub fn of(markup: Markup, pictures: Pictures, bytes: (usize, usize)) -> Measures {
        Measures {
            markup,
            pictures,
            page_bytes: bytes.0,
            file_bytes: bytes.1,
            files: Vec::new(),
            maps: false,
            fence: None,
            files_first: true,
            rewrites: false,
            files_go: false,
            forgets_files: false,
        }
    }
}

/// A markup that pages are written in.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Markup {
    /// MediaWiki's text.
    MediaWiki,
    /// DokuWiki's text.
    DokuWiki,
    /// Confluence's storage format.
    Confluence,
    /// Markdown, as a program reads it.
    Markdown(&'static Dialect),
}

/// Which form of a picture a page shows.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// SVG.
    Svg,
    /// PNG, because SVG fails there.
    Png,
}
