//! Confluence: Cloud and Data Center. One logic for both; [`api`] is what differs.
//!
//! A page has a content property as its mark. The property can't be written in one call with the page, so each version
//! that we write also says whose it is: the first one by the lines around our part, each further one by its message. A run
//! that broke between the two calls is thereby known as ours by the next one, which completes it.

mod api;
mod cloud;
mod data_center;
mod marks;
mod rest;
pub mod storage;

use super::failure::{Failure, Kind};
use super::http::{Answer, Http, Login, Patience};
use super::mark::{self, Mark};
use super::page::{Attachment, Page};
use super::targets::{Place, Target};
use super::wiki::{Call, Current, Digest, Held, Markup, Measures, Pictures, Standing, Wiki, Write};
use api::{Api, Outcome, Space};
use marks::{comment_of, digest, from_message, from_property, is_of, is_ours, message, to_property};
use rest::{File, Property, Rest, Seen, escaped, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The entry in the list of targets.
pub const TARGET: Target = Target {
    kind: "confluence",
    about: "Confluence Cloud and Data Center",
    options: &[
        (
            "edition",
            "`cloud` or `data-center`; the address tells it for sites at atlassian.net and api.atlassian.com",
        ),
        ("width", "`full` or `fixed`: how wide new pages are; as the space has it if not given"),
    ],
    variables: ("TRUSTLINE_CONFLUENCE_USER", "TRUSTLINE_CONFLUENCE_PASSWORD"),
    pictures: &[Pictures::Png],
    make: |place| Ok(Box::new(Confluence::new(&place, Patience::default())?)),
};

/// The key of our property.
const KEY: &str = "trustline-publish";

/// Properties that say how wide a page is, of the page and of its draft.
const WIDTHS: [&str; 2] = ["content-appearance-published", "content-appearance-draft"];

/// Larger pages can be stored, but editors and indexes suffer.
const PAGE_BYTES: usize = 1_000_000;

/// The limit that a Confluence has before anybody changes it.
const FILE_BYTES: usize = 100 * 1024 * 1024;

/// The longest title.
const TITLE: usize = 255;

/// Which Confluence it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Edition {
    Cloud,
    DataCenter,
}

/// A Confluence, for one publish.
#[derive(Debug)]
pub struct Confluence {
    api: Box<dyn Api>,
    key: String,
    parent: String,
    full_width: Option<bool>,
    space: Space,
    /// The page under which the root page stands.
    top: String,
    /// Pages as they were last seen, by title.
    seen: BTreeMap<String, Seen>,
    properties: BTreeMap<String, Option<Property>>,
    files: BTreeMap<String, Vec<File>>,
    /// By id, the hash of a text of ours that stands there while its property does not say so yet.
    begun: BTreeMap<String, String>,
}

impl Confluence {
    /// A Confluence at a place; connects to nothing yet.
    ///
    /// # Errors
    /// When the settings can't be right.
    pub fn new(place: &Place, patience: Patience) -> Result<Self, Failure> {
        let wrong = |what: &str, help: &str| Failure::new(Kind::Settings, what, help);
        let mut url = place.url.trim_end_matches('/').to_owned();
        let host = url.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
        let common = url.contains("/ex/confluence/");
        let edition = match place.options.get("edition").map(String::as_str) {
            Some("cloud") => Edition::Cloud,
            Some("data-center") => Edition::DataCenter,
            Some(_) => {
                return Err(wrong("`edition` is neither `cloud` nor `data-center`", "Write one of the two."));
            }
            None if common || host.ends_with(".atlassian.net") => Edition::Cloud,
            None => Edition::DataCenter,
        };
        let full_width = match place.options.get("width").map(String::as_str) {
            None | Some("") => None,
            Some("full") => Some(true),
            Some("fixed") => Some(false),
            Some(_) => return Err(wrong("`width` is neither `full` nor `fixed`", "Write one of the two.")),
        };
        if edition == Edition::Cloud && !url.ends_with("/wiki") {
            url.push_str("/wiki");
        }
        if place.space.is_empty() {
            return Err(wrong(
                "no space is named",
                "Set `space` to the key of the space, as its address shows it.",
            ));
        }
        let Some(secret) = place.secret.clone() else {
            return Err(Failure::new(
                Kind::Login,
                "there is no token for Confluence",
                "Put it into the environment variable TRUSTLINE_CONFLUENCE_PASSWORD; for Cloud, and for a password, also \
                 the account into TRUSTLINE_CONFLUENCE_USER.",
            ));
        };
        let login = match (place.user.as_str(), edition) {
            ("", Edition::Cloud) if !common => {
                return Err(Failure::new(
                    Kind::Login,
                    "Confluence Cloud wants an account beside the token",
                    "Put the account's e-mail address into the environment variable TRUSTLINE_CONFLUENCE_USER.",
                ));
            }
            ("", _) => Login::Bearer(secret.clone()),
            (user, _) => Login::Basic(user.to_owned(), secret.clone()),
        };
        let http = Http::new(&url, login, patience)?;
        let rest = Rest { http, edition, secret, fresh: BTreeSet::new() };
        let api: Box<dyn Api> = match edition {
            Edition::Cloud => Box::new(cloud::Cloud(rest)),
            Edition::DataCenter => Box::new(data_center::DataCenter(rest)),
        };
        let space = Space { site: url, ..Space::default() };
        Ok(Confluence {
            api,
            key: place.space.clone(),
            parent: place.parent.trim().to_owned(),
            full_width,
            space,
            top: String::new(),
            seen: BTreeMap::new(),
            properties: BTreeMap::new(),
            files: BTreeMap::new(),
            begun: BTreeMap::new(),
        })
    }

    /// The page that the settings name as parent: by its id or its title; else the first page of the space.
    fn find_top(&mut self) -> Result<String, Failure> {
        let parent = self.parent.clone();
        if parent.is_empty() {
            return Ok(self.space.home.clone());
        }
        let by_id = parent.chars().all(|c| c.is_ascii_digit());
        let found = if by_id { self.api.page(&parent)? } else { self.api.titled(&self.space, &parent)? };
        let Some(page) = found else {
            return Err(Failure::new(
                Kind::Missing,
                format!(
                    "there is no page `{parent}` in the space `{}`, or the account may not see it",
                    self.key
                ),
                "Set `parent` to the title or the id of a page that is there.",
            ));
        };
        if by_id && page.space != self.space.id {
            return Err(Failure::new(
                Kind::Settings,
                format!("the page `{parent}` stands in another space than `{}`", self.key),
                "Name a parent of the same space.",
            ));
        }
        Ok(page.id)
    }

    /// The page of a title, read anew.
    fn look(&mut self, title: &str) -> Result<Option<Seen>, Failure> {
        let found = self.api.titled(&self.space, title)?;
        match &found {
            Some(page) => self.keep(page.clone()),
            None => {
                self.seen.remove(title);
            }
        }
        Ok(found)
    }

    fn keep(&mut self, page: Seen) {
        if let Some(property) = &page.property {
            self.properties.insert(page.id.clone(), property.clone());
        }
        self.seen.insert(page.title.clone(), page);
    }

    /// The id of the page of a title that must be there.
    fn id(&mut self, title: &str) -> Result<String, Failure> {
        if let Some(page) = self.seen.get(title) {
            return Ok(page.id.clone());
        }
        let gone = || {
            Failure::new(
                Kind::Conflict,
                format!("the page `{title}` is not there any more"),
                "Publish again: it compares anew.",
            )
        };
        self.look(title)?.map(|page| page.id).ok_or_else(gone)
    }

    fn property(&mut self, page: &str) -> Result<Option<Property>, Failure> {
        if let Some(known) = self.properties.get(page) {
            return Ok(known.clone());
        }
        let found = self.api.property(page, KEY)?;
        self.properties.insert(page.to_owned(), found.clone());
        Ok(found)
    }

    /// The files of a page.
    fn files(&mut self, page: &str) -> Result<Vec<File>, Failure> {
        let found = self.api.files(page)?;
        self.files.insert(page.to_owned(), found.clone());
        Ok(found)
    }

    /// The mark of a page as it stands. Where a run broke off, the version itself says that it is ours: then the mark has
    /// no text, so that the page is written again, which completes it.
    fn mark(&mut self, page: &Seen, text: &str) -> Result<Option<Mark>, Failure> {
        let held = self.property(&page.id)?.and_then(|p| from_property(&p.value));
        let revision = page.version.to_string();
        if let Some(mark) = &held
            && mark.revision == revision
        {
            return Ok(held);
        }
        let split = storage::FENCE.split(text);
        let said = match page.version {
            1 => split.as_ref().map(|s| (s.mark.model.clone(), s.mark.text.clone())),
            _ => from_message(&page.message),
        };
        let (Some((model, hash)), Some(split)) = (said, split) else { return Ok(held) };
        self.begun.insert(page.id.clone(), hash);
        let of = held.map(|m| m.of).unwrap_or_default();
        let (whose, kept) = (split.mark.whose, mark::hash(&split.ours));
        Ok(Some(Mark { of, whose, model, text: String::new(), kept, revision, left: Vec::new() }))
    }

    fn standing(&mut self, page: &Page) -> Result<Standing, Failure> {
        let Some(seen) = self.look(&page.address)? else { return Ok(Standing::default()) };
        let text = storage::with_plain_fences(&seen.body);
        let mark = self.mark(&seen, &text)?;
        let files = self.files(&seen.id)?;
        let named = |f: &File| page.attachments.iter().any(|a| a.name == f.name);
        let ours = files.iter().filter(|f| named(f) || is_ours(&f.comment));
        let held = |f: &File| {
            let digest = digest(&f.comment);
            Held { name: f.name.clone(), ours: digest != Digest::Unknown, digest }
        };
        let attached = ours.map(held).collect();
        let labels = match (page.labels.is_empty(), seen.labels.clone()) {
            (true, told) => told.unwrap_or_default(),
            (false, Some(told)) => told,
            (false, None) => self.api.labels(&seen.id)?,
        };
        let (author, date) = (seen.author, seen.date);
        let page = Current { text, revision: seen.version.to_string(), author, date, mark };
        Ok(Standing { page: Some(page), attached, labels: Some(labels) })
    }

    /// A new page, sent again if the connection breaks before it was made.
    fn create(&mut self, write: &Write<'_>) -> Result<Seen, Failure> {
        let title = write.page.address.as_str();
        let parent = match write.parent {
            Some(parent) => self.id(parent)?,
            None => self.top.clone(),
        };
        for last in [false, true] {
            let failure = match self.api.create(&self.space, &parent, title, write.text) {
                Ok(Outcome::Done(page)) => {
                    self.api.rest().fresh.insert(page.id.clone());
                    return Ok(*page);
                }
                Ok(_) => taken(title),
                Err(failure) if failure.kind == Kind::Unreachable => failure,
                Err(failure) => return Err(failure),
            };
            // Was it made, and only the answer lost?
            match self.look(title)? {
                Some(page) if page.version == 1 && is_of(&page, &write.mark.text) => return Ok(page),
                Some(_) => return Err(taken(title)),
                None if last => return Err(failure),
                None => {}
            }
        }
        Err(taken(title))
    }

    /// A new version over the one that was read.
    fn update(&mut self, write: &Write<'_>, over: &str) -> Result<Seen, Failure> {
        let title = write.page.address.as_str();
        let moved = || {
            Failure::new(
                Kind::Conflict,
                format!("somebody wrote the page `{title}` at the same time"),
                "Publish again: it compares anew.",
            )
        };
        let known = match self.seen.get(title) {
            Some(page) => Some(page.clone()),
            None => self.look(title)?,
        };
        let page = known.filter(|page| page.version.to_string() == over).ok_or_else(moved)?;
        let hash = mark::short(&write.mark.text);
        if self.begun.get(&page.id).is_some_and(|held| mark::same(held, hash)) {
            return Ok(page);
        }
        let message = message(write.note, write.mark);
        for _ in 0..2 {
            match self.api.update(&page, write.text, &message)? {
                Outcome::Done(page) => return Ok(*page),
                Outcome::Taken => return Err(taken(title)),
                Outcome::Moved => {}
            }
            // Confluence says so as well when it only trips over itself, and when our own first try did arrive.
            let now = self.api.page(&page.id)?.ok_or_else(moved)?;
            let ours = from_message(&now.message).is_some_and(|(_, text)| mark::same(&text, hash));
            if now.version == page.version + 1 && ours {
                return Ok(now);
            }
            if now.version != page.version {
                return Err(moved());
            }
        }
        Err(moved())
    }

    /// Writes a property, whatever stands there.
    fn set(&mut self, page: &str, key: &str, value: &Value, known: Option<Property>) -> Result<(), Failure> {
        let mut over = known;
        for _ in 0..3 {
            if over.as_ref().is_some_and(|p| p.value == *value) {
                return Ok(());
            }
            if self.api.set_property(page, key, value, over.as_ref())? {
                return Ok(());
            }
            over = self.api.property(page, key)?;
        }
        Err(Failure::new(
            Kind::Conflict,
            format!("somebody changes the property `{key}` of the page all the time"),
            "Publish again.",
        ))
    }
}

impl Wiki for Confluence {
    fn measures(&self) -> Measures {
        Measures {
            fence: Some(storage::FENCE),
            files_first: false,
            rewrites: true,
            files_go: true,
            ..Measures::of(Markup::Confluence, Pictures::Png, (PAGE_BYTES, FILE_BYTES))
        }
    }

    fn address(&self, titles: &[&str]) -> Result<String, Failure> {
        let plain: Vec<&str> = titles.last().map_or(vec![], |t| t.split_whitespace().collect());
        let title = plain.join(" ");
        let help = "Give the page another title (`title`).";
        if title.is_empty() {
            return Err(Failure::new(Kind::Settings, "a page has no title", help));
        }
        if title.chars().count() > TITLE || title.chars().any(char::is_control) {
            let what = format!("Confluence takes no title of more than {TITLE} signs: `{title}`");
            return Err(Failure::new(Kind::Settings, what, help));
        }
        Ok(title)
    }

    fn attachment(&self, _page: &str, name: &str) -> String {
        let plain = |c: char| if c.is_control() || "/\\|*?:\"<>&+#%;".contains(c) { '-' } else { c };
        name.chars().map(plain).collect()
    }

    fn link(&self, page: &str) -> String {
        let site = &self.space.site;
        match self.seen.get(page) {
            Some(seen) => format!("{site}/pages/viewpage.action?pageId={}", escaped(&seen.id)),
            None => {
                format!(
                    "{site}/pages/viewpage.action?spaceKey={}&title={}",
                    escaped(&self.key),
                    escaped(page)
                )
            }
        }
    }

    fn open(&mut self) -> Result<(), Failure> {
        let key = self.key.clone();
        let Some(space) = self.api.space(&key)? else {
            return Err(Failure::new(
                Kind::Missing,
                format!("there is no space `{key}`, or the account may not see it"),
                "Set `space` to the key of a space, as its address shows it, and see that the account may read it.",
            ));
        };
        let site = if space.site.is_empty() { self.space.site.clone() } else { space.site };
        self.space = Space { site, ..space };
        self.top = self.find_top()?;
        if self.top.is_empty() {
            return Err(Failure::new(
                Kind::Missing,
                format!("the space `{key}` has no first page that a page could stand under"),
                "Set `parent` to the title or the id of a page.",
            ));
        }
        Ok(())
    }

    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure> {
        pages.iter().map(|page| self.standing(page)).collect()
    }

    fn under(&mut self, root: &str) -> Result<Vec<String>, Failure> {
        let known = self.seen.get(root).map(|page| page.id.clone());
        let Some(id) = (if known.is_some() { known } else { self.look(root)?.map(|page| page.id) }) else {
            return Ok(Vec::new());
        };
        Ok(self.api.below(&id)?.into_iter().map(|(_, title)| title).collect())
    }

    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure> {
        let page = match write.over {
            None => self.create(write)?,
            Some(over) => self.update(write, over)?,
        };
        let known = self.properties.get(&page.id).cloned().flatten();
        if page.version == 1
            && let Some(full) = self.full_width
        {
            let width = json!(if full { "full-width" } else { "fixed-width" });
            for key in WIDTHS {
                self.set(&page.id, key, &width, None)?;
            }
        }
        let stored = storage::with_plain_fences(&page.body);
        let Some(split) = storage::FENCE.split(&stored) else {
            return Err(Failure::new(
                Kind::Broken,
                format!("Confluence does not give the page `{}` back as it was written", write.page.address),
                "Look at the page; if it is as it should be, report this.",
            ));
        };
        let mark =
            Mark { kept: mark::hash(&split.ours), revision: page.version.to_string(), ..write.mark.clone() };
        self.set(&page.id, KEY, &to_property(&mark), known)?;
        self.begun.remove(&page.id);
        self.properties.remove(&page.id);
        self.seen.insert(write.page.address.clone(), Seen { property: None, ..page });
        Ok(())
    }

    fn attach(&mut self, page: &Page, file: &Attachment) -> Result<(), Failure> {
        let id = self.id(&page.address)?;
        let wanted = format!("attach `{}` to the page `{}`", file.name, page.address);
        let comment = comment_of(&file.bytes);
        let held = |files: &[File]| files.iter().find(|f| f.name == file.name).cloned();
        let known = self.files.get(&id).and_then(|files| held(files));
        let mut over = known.map(|f| f.id);
        let mut last: Option<Failure> = None;
        for _ in 0..3 {
            match self.api.rest().upload(&id, over.as_deref(), file, &comment) {
                Ok(answer) if answer.ok() => return self.attached(&answer, file, &wanted),
                // A file of this name is there, against what we knew; or the one that we knew is gone.
                Ok(answer) if matches!(answer.status, 400 | 404) => {
                    last = Some(self.api.rest().refusal(&answer, &wanted));
                }
                Ok(answer) => return Err(self.api.rest().refusal(&answer, &wanted)),
                Err(failure) if failure.kind == Kind::Unreachable => last = Some(failure),
                Err(failure) => return Err(failure),
            }
            let now = held(&self.files(&id)?);
            if now.as_ref().is_some_and(|f| digest(&f.comment) == digest(&comment)) {
                return Ok(());
            }
            let now = now.map(|f| f.id);
            if now == over && last.as_ref().is_some_and(|f| f.kind != Kind::Unreachable) {
                break;
            }
            over = now;
        }
        Err(last.unwrap_or_else(|| Failure::new(Kind::Broken, format!("can't {wanted}"), "Publish again.")))
    }

    fn label(&mut self, page: &Page) -> Result<(), Failure> {
        if page.labels.is_empty() {
            return Ok(());
        }
        let id = self.id(&page.address)?;
        self.api.rest().add_labels(&id, &page.labels)
    }

    fn delete(&mut self, page: &str) -> Result<(), Failure> {
        let Some(seen) = self.look(page)? else { return Ok(()) };
        self.api.delete(&seen.id)?;
        self.seen.remove(page);
        Ok(())
    }

    fn detach(&mut self, page: &str, name: &str) -> Result<bool, Failure> {
        let id = self.id(page)?;
        let known = self.files.get(&id).cloned().unwrap_or_default();
        if let Some(file) = known.iter().find(|f| f.name == name) {
            self.api.delete_file(&file.id)?;
        }
        Ok(true)
    }

    fn call(&self, step: Call<'_>) -> String {
        let (create, update) = self.api.calls();
        let id = |title: &str| self.seen.get(title).map_or("ID", |page| page.id.as_str());
        let file = |page: &Page| format!("POST /rest/api/content/{}/child/attachment", id(&page.address));
        match step {
            Call::Create(page) => format!("{create} title=`{}`", page.address),
            Call::Update(page) => {
                format!("{} title=`{}`", update.replace("ID", id(&page.address)), page.address)
            }
            Call::Attach(page, a) => format!("{} file=`{}`", file(page), a.name),
            Call::Label(page) => {
                format!("POST /rest/api/content/{}/label {}", id(&page.address), page.labels.join(" "))
            }
            Call::Delete(title) => format!("DELETE {} title=`{title}`", self.path_of(id(title))),
            Call::Detach(page, name) => format!("DELETE the file `{name}` of the page {}", id(page)),
            Call::Finish => String::new(),
        }
    }
}

impl Confluence {
    /// The path of a page, for the list of calls.
    fn path_of(&self, id: &str) -> String {
        self.api.calls().1.replace("PUT ", "").replace("ID", id)
    }

    /// Whether a file is there as the answer to its upload says.
    fn attached(&mut self, answer: &Answer, file: &Attachment, wanted: &str) -> Result<(), Failure> {
        let answer = answer.json()?;
        let one = answer.pointer("/results/0").unwrap_or(&answer);
        let size = one.pointer("/extensions/fileSize").and_then(Value::as_u64);
        let same = size.is_none_or(|size| usize::try_from(size).is_ok_and(|size| size == file.bytes.len()));
        if text(one, "/title") == file.name && same {
            return Ok(());
        }
        Err(Failure::new(
            Kind::Broken,
            format!("can't {wanted}: Confluence stored something else"),
            "Publish again; if it stays so, look at the page's attachments.",
        ))
    }
}

fn taken(title: &str) -> Failure {
    Failure::new(
        Kind::Conflict,
        format!("a page `{title}` stands in the space by now"),
        "Publish again: it compares anew.",
    )
}
