//! A folder that a site is built from: MkDocs, Docusaurus, Sphinx, mdBook, or plain Markdown.
//!
//! Pages lie side by side, each with its files in a folder of its name, so that a link from one to the next is the other's
//! name. All of a publish is kept in memory until [`Wiki::finish`], is then written beside its places, and moved there when
//! all is written. What we wrote is told by `.trustline/ROOT.json` in the folder; a file that somebody changed since is a
//! conflict like a page of a wiki. Which site it is, and how its navigation names a page, is data in [`form`].

mod form;
mod held;

use super::failure::{Failure, Kind};
use super::mark::{Mark, hash};
use super::page::{Attachment, Page};
use super::targets::{Place, Target};
use super::wiki::{Call, Current, Digest, Held, Markup, Measures, Pictures, Standing, Wiki, Write};
use crate::report::document::anchor;
use crate::report::markdown::dialect::{self, GFM, Shown};
use crate::source::sha256;
use form::{Form, Listed};
use held::Records;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// The entry in the list of targets.
pub const TARGET: Target = Target {
    kind: "folder",
    about: "a folder that a site is built from: MkDocs, Docusaurus, Sphinx, mdBook, or plain Markdown",
    options: &[(
        "site",
        "`mkdocs`, `docusaurus`, `sphinx`, `mdbook` or `gfm`; the files in and above the folder tell it if not given",
    )],
    variables: ("", ""),
    pictures: &[Pictures::Svg, Pictures::Png],
    make: |place| Ok(Box::new(Folder::new(place)?)),
};

/// The most characters of a page's name.
const LONGEST: usize = 80;

/// A folder, for one publish.
#[derive(Debug)]
pub struct Folder {
    /// Where the site's pages lie.
    base: PathBuf,
    /// The folder in it for ours.
    own: String,
    form: &'static Form,
    records: Records,
    /// What will be written, by path within our folder; none for what goes.
    staged: BTreeMap<String, Option<Vec<u8>>>,
    /// The pages of the publication, the root page first: address, title, and how many stand above. Empty until they
    /// were read.
    pages: Vec<(String, String, usize)>,
}

impl Folder {
    /// A folder at a place; reads nothing but which site it is.
    ///
    /// # Errors
    /// When the settings can't be right.
    pub fn new(place: Place) -> Result<Self, Failure> {
        let wrong = |what: String, help: &str| Failure::new(Kind::Settings, what, help);
        if place.url.is_empty() || place.url.contains("://") {
            let help = "Write `url` as the path of the folder that holds the site's pages, as `docs`.";
            return Err(wrong(format!("`{}` is no path of a folder", place.url), help));
        }
        if !place.parent.is_empty() {
            let help = "Leave `parent` out; `space` names a folder within it.";
            return Err(wrong("pages of a folder have no parents".to_owned(), help));
        }
        let plain = |c: Component<'_>| matches!(c, Component::Normal(_));
        if !Path::new(&place.space).components().all(plain) || place.space.contains('\\') {
            let help = "Write it as `security/models`, without `..` and from the folder of `url` on.";
            return Err(wrong(format!("`{}` is no folder within the site's", place.space), help));
        }
        let base = PathBuf::from(&place.url);
        let form = match place.options.get("site").map_or("", String::as_str) {
            "" => form::told_by(&base),
            name => form::find(name).ok_or_else(|| {
                wrong(format!("`{name}` is no site that this program knows"), &form::known())
            })?,
        };
        let own = place.space.trim_matches('/').to_owned();
        Ok(Folder {
            base,
            own,
            form,
            records: Records::default(),
            staged: BTreeMap::new(),
            pages: Vec::new(),
        })
    }

    fn path(&self, file: &str) -> PathBuf {
        self.base.join(&self.own).join(file)
    }

    fn bytes(&self, file: &str) -> Result<Option<Vec<u8>>, Failure> {
        held::read(&self.path(file))
    }

    /// The address of the root page; empty until it is known.
    fn root(&self) -> &str {
        self.pages.first().map_or("", |(address, ..)| address)
    }

    fn records_file(root: &str) -> String {
        format!(".trustline/{}.json", root.trim_end_matches(".md"))
    }

    /// The navigation with our pages, if it is a file that there is and that does not name them yet; its path within
    /// the folder of `url`.
    fn navigation(&self) -> Result<Option<(PathBuf, Vec<u8>)>, Failure> {
        let inner = |address: &str| {
            if self.own.is_empty() { address.to_owned() } else { format!("{}/{address}", self.own) }
        };
        let pages: Vec<String> = self.pages.iter().map(|(address, ..)| inner(address)).collect();
        let listed = self.pages.iter().zip(&pages);
        let listed: Vec<Listed<'_>> =
            listed.map(|((_, title, depth), page)| Listed { title, page, depth: *depth }).collect();
        let name = self.root().trim_end_matches(".md");
        for nav in self.form.navigation {
            let path = self.base.join(nav.file);
            let Some(bytes) = held::read(&path)? else { continue };
            let Ok(text) = String::from_utf8(bytes) else { continue };
            return Ok(nav.with(&text, name, &listed).map(|made| (path, made.into_bytes())));
        }
        Ok(None)
    }
}

/// The folder with the files of a page, with a slash behind it.
fn files_folder(page: &str) -> String {
    format!("{}/", page.trim_end_matches(".md"))
}

impl Wiki for Folder {
    fn measures(&self) -> Measures {
        let dialect = dialect::find(self.form.dialect).unwrap_or(&GFM);
        let pictures = if dialect.picture == Shown::Png { Pictures::Png } else { Pictures::Svg };
        // Larger pages are built, and slow to read.
        Measures::of(Markup::Markdown(dialect), pictures, (2_000_000, 100_000_000))
    }

    fn address(&self, titles: &[&str]) -> Result<String, Failure> {
        let names: Vec<String> = titles.iter().map(|t| anchor(t)).filter(|n| !n.is_empty()).collect();
        let name: String = names.join("-").chars().take(LONGEST).collect();
        let name = name.trim_matches(['-', '_']);
        let name = if name.is_empty() { "threat-model" } else { name };
        Ok(format!("{name}.md"))
    }

    fn attachment(&self, page: &str, name: &str) -> String {
        format!("{}{name}", files_folder(page))
    }

    fn link(&self, page: &str) -> String {
        self.path(page).to_string_lossy().into_owned()
    }

    fn open(&mut self) -> Result<(), Failure> {
        if self.base.is_dir() {
            return Ok(());
        }
        let what = format!("there is no folder `{}`", self.base.display());
        Err(Failure::new(
            Kind::Missing,
            what,
            "Make it, or write the folder that holds the site's pages as `url`.",
        ))
    }

    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure> {
        if let (true, Some(root)) = (self.pages.is_empty(), pages.first()) {
            // Each page comes after its parent.
            let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
            for page in pages {
                let above = page.parent.as_deref().and_then(|key| depths.get(key));
                let depth = above.map_or(0, |depth| depth + 1);
                depths.insert(&page.key, depth);
                self.pages.push((page.address.clone(), page.title.clone(), depth));
            }
            self.records = Records::read(&self.path(&Self::records_file(&root.address)))?;
        }
        let root = self.root();
        let one = |page: &&Page| -> Result<Standing, Failure> {
            let mut attached = Vec::new();
            for file in &page.attachments {
                let Some(bytes) = self.bytes(&file.name)? else { continue };
                let digest = sha256(&bytes);
                let ours = self.records.wrote(&file.name, &digest);
                attached.push(Held { name: file.name.clone(), digest: Digest::Sha256(digest), ours });
            }
            for name in self.records.files_in(&files_folder(&page.address)) {
                if page.attachments.iter().any(|file| file.name == name) {
                    continue;
                }
                let digest = self.bytes(&name)?.map(|bytes| sha256(&bytes));
                if let Some(digest) = digest.filter(|d| self.records.wrote(&name, d)) {
                    attached.push(Held { name, digest: Digest::Sha256(digest), ours: true });
                }
            }
            let Some(bytes) = self.bytes(&page.address)? else {
                return Ok(Standing { page: None, attached, labels: None });
            };
            let (text, revision) = (String::from_utf8_lossy(&bytes).into_owned(), sha256(&bytes));
            let mark = self.records.text(&page.address, &hash(&text)).map(|kept| Mark {
                of: root.to_owned(),
                whose: self.records.whose.clone(),
                model: self.records.model.clone(),
                text: kept.clone(),
                kept,
                ..Mark::default()
            });
            let page = Current { text, revision, mark, ..Current::default() };
            Ok(Standing { page: Some(page), attached, labels: None })
        };
        pages.iter().map(one).collect()
    }

    fn under(&mut self, _root: &str) -> Result<Vec<String>, Failure> {
        Ok(self.records.pages().map(str::to_owned).collect())
    }

    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure> {
        let there = self.bytes(&write.page.address)?.map(|bytes| sha256(&bytes));
        if there.as_deref() != write.over {
            let what = format!("`{}` was changed in between", self.path(&write.page.address).display());
            return Err(Failure::new(Kind::Conflict, what, "Publish again: it compares anew."));
        }
        write.mark.whose.clone_into(&mut self.records.whose);
        write.mark.model.clone_into(&mut self.records.model);
        self.records.page(&write.page.address, hash(write.text));
        self.staged.insert(write.page.address.clone(), Some(write.text.as_bytes().to_vec()));
        Ok(())
    }

    fn attach(&mut self, _page: &Page, file: &Attachment) -> Result<(), Failure> {
        self.records.file(&file.name, sha256(&file.bytes));
        self.staged.insert(file.name.clone(), Some(file.bytes.clone()));
        Ok(())
    }

    fn delete(&mut self, page: &str) -> Result<(), Failure> {
        self.records.forget(page);
        self.staged.insert(page.to_owned(), None);
        Ok(())
    }

    fn detach(&mut self, _page: &str, name: &str) -> Result<bool, Failure> {
        self.records.forget(name);
        self.staged.insert(name.to_owned(), None);
        Ok(true)
    }

    fn finish(&mut self, _note: &str) -> Result<(), Failure> {
        let root = self.root().to_owned();
        if root.is_empty() {
            return Ok(());
        }
        let mut files: Vec<(PathBuf, Option<Vec<u8>>)> = std::mem::take(&mut self.staged)
            .into_iter()
            .map(|(name, bytes)| (self.path(&name), bytes))
            .collect();
        files.extend(self.navigation()?.map(|(path, bytes)| (path, Some(bytes))));
        // What is broken off after this is known as ours all the same: what stood there and what shall stand there are
        // both on record until all is done.
        let records = self.path(&Self::records_file(&root));
        held::write(&[(records.clone(), Some(self.records.both()))])?;
        held::write(&files)?;
        self.records.settle();
        held::write(&[(records, Some(self.records.both()))])
    }

    fn call(&self, step: Call<'_>) -> String {
        let path = |file: &str| self.path(file).display().to_string();
        match step {
            Call::Create(page) => format!("create {}", path(&page.address)),
            Call::Update(page) => format!("write {}", path(&page.address)),
            Call::Attach(_, file) => format!("write {}", path(&file.name)),
            Call::Label(_) => String::new(),
            Call::Delete(file) | Call::Detach(_, file) => format!("delete {}", path(file)),
            Call::Finish => format!("move all files to their places in {}", path("")),
        }
    }
}
