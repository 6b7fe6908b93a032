//! What a Confluence holds, and the rules that both of its interfaces keep: titles are unique in a space, versions rise by
//! one, bodies are well-formed, attachments have one name a page.

use super::Edition;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is refused, whatever interface was asked.
#[derive(Debug)]
pub struct Refused(pub u16, pub String);

type Done<T> = Result<T, Refused>;

pub struct Store {
    pub edition: Edition,
    /// Scheme and host.
    pub root: String,
    pub pages: BTreeMap<u64, Page>,
    /// No page and no attachment may have more bytes.
    pub limit: usize,
    /// So many looks at a page just made find nothing yet.
    pub lag: usize,
    /// Pages come with a width that nobody lists at first, as Cloud's do.
    pub width_comes_along: bool,
    /// No list has more entries at once, whatever was asked for.
    pub at_once: usize,
    /// Bodies are stored in another form than they were sent: no line ends, macros with ids.
    pub rewrites: bool,
    next: u64,
}

#[derive(Clone, Debug)]
pub struct Page {
    pub id: u64,
    pub title: String,
    pub parent: Option<u64>,
    pub body: String,
    pub version: u64,
    pub message: String,
    pub minor: bool,
    pub trashed: bool,
    pub labels: BTreeSet<(String, String)>,
    pub properties: BTreeMap<String, Property>,
    pub attachments: Vec<Attachment>,
    /// Looks that still find nothing.
    pub unseen: usize,
}

#[derive(Clone, Debug)]
pub struct Property {
    pub id: u64,
    pub value: Value,
    pub version: u64,
}

#[derive(Clone, Debug)]
pub struct Attachment {
    pub id: u64,
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
    pub comment: String,
    pub version: u64,
    pub properties: BTreeMap<String, Property>,
}

impl Page {
    pub fn attachment(&self, name: &str) -> Option<&Attachment> {
        self.attachments.iter().find(|a| a.name == name)
    }
}

/// The one space: its key, its id, its first page.
pub const SPACE: (&str, u64, u64) = ("SEC", 4242, 1000);
/// A space of somebody else.
pub const OTHER: (&str, u64, u64) = ("HR", 4343, 2000);

impl Store {
    pub fn new(edition: Edition, root: &str) -> Self {
        let mut store = Self {
            edition,
            root: root.to_owned(),
            pages: BTreeMap::new(),
            limit: 1 << 20,
            lag: 0,
            width_comes_along: edition == Edition::Cloud,
            at_once: 200,
            rewrites: false,
            next: 5000,
        };
        for (title, id) in [("Security", SPACE.2), ("People", OTHER.2)] {
            store.pages.insert(id, page(id, title, None, "<p>Welcome.</p>"));
        }
        store
    }

    pub fn id(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// The page of a title that stands in the space of the first page.
    pub fn titled(&self, title: &str) -> Option<&Page> {
        self.pages.values().find(|p| p.title == title && !p.trashed && self.space_of(p.id) == SPACE)
    }

    /// A page as somebody made it by hand.
    pub fn by_hand(&mut self, title: &str, parent: u64, body: &str) -> u64 {
        let id = self.id();
        self.pages.insert(id, page(id, title, Some(parent), body));
        id
    }

    /// Somebody edits a page.
    pub fn edit(&mut self, id: u64, body: &str) {
        let page = self.pages.get_mut(&id).unwrap();
        page.body = body.to_owned();
        page.version += 1;
    }

    pub fn ancestors(&self, id: u64) -> Vec<u64> {
        let mut out = Vec::new();
        let mut at = self.pages.get(&id).and_then(|p| p.parent);
        while let Some(one) = at {
            out.insert(0, one);
            at = self.pages.get(&one).and_then(|p| p.parent);
        }
        out
    }

    pub fn space_of(&self, id: u64) -> (&'static str, u64, u64) {
        let first = self.ancestors(id).first().copied().unwrap_or(id);
        if first == OTHER.2 { OTHER } else { SPACE }
    }

    /// A page that can be read, after its lag.
    pub fn page(&mut self, id: &str) -> Done<&mut Page> {
        let missing = || Refused(404, format!("No content found with id: ContentId{{id={id}}}"));
        let page = id.parse().ok().and_then(|id: u64| self.pages.get_mut(&id)).ok_or_else(missing)?;
        if page.unseen > 0 {
            page.unseen -= 1;
            return Err(missing());
        }
        Ok(page)
    }

    pub fn create(&mut self, title: &str, parent: u64, body: &str) -> Done<u64> {
        self.checked(title, body, None, self.space_of(parent))?;
        if self.pages.get(&parent).is_none_or(|p| p.trashed) {
            return Err(Refused(
                404,
                format!("No parent or not permitted to view content with id : {parent}"),
            ));
        }
        let id = self.id();
        let mut made = page(id, title, Some(parent), &self.stored(body));
        made.unseen = self.lag;
        if self.width_comes_along {
            let id = self.id();
            let width = Property { id, value: json!("fixed-width"), version: 1 };
            made.properties.insert("content-appearance-published".into(), width);
        }
        self.pages.insert(id, made);
        Ok(id)
    }

    pub fn update(
        &mut self,
        id: u64,
        title: &str,
        body: &str,
        version: Option<u64>,
        parent: Option<u64>,
    ) -> Done<()> {
        let Some(version) = version else {
            let text = "Must supply an incremented version when updating Content. No version supplied.";
            return Err(Refused(400, text.into()));
        };
        self.checked(title, body, Some(id), self.space_of(id))?;
        let stored = self.stored(body);
        let page = self.pages.get_mut(&id).ok_or_else(|| Refused(404, "No content found".into()))?;
        if page.trashed {
            return Err(Refused(404, "Could not find content: it is in the trash".into()));
        }
        if version != page.version + 1 {
            return Err(Refused(
                409,
                format!("Version must be incremented on update. Current version is: {}", page.version),
            ));
        }
        page.version = version;
        page.title = title.to_owned();
        page.body = stored;
        if parent.is_some() {
            page.parent = parent;
        }
        Ok(())
    }

    fn stored(&mut self, body: &str) -> String {
        if !self.rewrites {
            return body.to_owned();
        }
        let macros = body.matches(" ac:schema-version=\"1\">").count();
        let mut out = body.replace("\n", "");
        for n in 0..macros {
            out = out.replacen(
                " ac:schema-version=\"1\">",
                &format!(" ac:schema-version=\"1\" ac:macro-id=\"{n}-{}\">", self.id()),
                1,
            );
        }
        out
    }

    fn checked(&self, title: &str, body: &str, but: Option<u64>, space: (&str, u64, u64)) -> Done<()> {
        if title.is_empty() || title.chars().count() > 255 {
            return Err(Refused(400, "Title must be specified and at most 255 characters".into()));
        }
        let twin = |p: &&Page| {
            p.title.to_lowercase() == title.to_lowercase()
                && !p.trashed
                && Some(p.id) != but
                && self.space_of(p.id) == space
        };
        if self.pages.values().find(twin).is_some() {
            return Err(Refused(
                400,
                format!(
                    "A page with this title already exists: A page already exists with the title {title} in the space with key {}",
                    space.0
                ),
            ));
        }
        if body.len() > self.limit {
            return Err(Refused(413, "Request too large".into()));
        }
        well_formed(body).map_err(|e| Refused(400, format!("Error parsing xhtml: {e}")))
    }

    pub fn attach(&mut self, page: u64, name: &str, media: &str, bytes: Vec<u8>, comment: &str) -> Done<u64> {
        self.fits(&bytes)?;
        if name.is_empty() || name.contains(['/', '\\', '|', '*', '?']) {
            return Err(Refused(400, format!("The file name {name} is not valid")));
        }
        let id = self.id();
        let page = self.pages.get_mut(&page).ok_or_else(|| Refused(404, "No content found".into()))?;
        if page.attachment(name).is_some() {
            return Err(Refused(
                400,
                format!("Cannot add a new attachment with same file name as an existing attachment: {name}"),
            ));
        }
        page.attachments.push(Attachment {
            id,
            name: name.to_owned(),
            media: media.to_owned(),
            bytes,
            comment: comment.to_owned(),
            version: 1,
            properties: BTreeMap::new(),
        });
        Ok(id)
    }

    pub fn attach_again(&mut self, page: u64, id: u64, bytes: Vec<u8>, comment: &str) -> Done<()> {
        self.fits(&bytes)?;
        let missing = || Refused(404, format!("No attachment with id {id} on this page"));
        let page = self.pages.get_mut(&page).ok_or_else(missing)?;
        let a = page.attachments.iter_mut().find(|a| a.id == id).ok_or_else(missing)?;
        a.bytes = bytes;
        a.comment = comment.to_owned();
        a.version += 1;
        Ok(())
    }

    fn fits(&self, bytes: &[u8]) -> Done<()> {
        if bytes.len() > self.limit {
            return Err(Refused(413, "The attachment exceeds the maximum size".into()));
        }
        Ok(())
    }

    /// The properties of a page, or of an attachment.
    pub fn properties(&mut self, id: u64) -> Option<&mut BTreeMap<String, Property>> {
        if self.pages.contains_key(&id) {
            return self.pages.get_mut(&id).map(|p| &mut p.properties);
        }
        self.pages
            .values_mut()
            .flat_map(|p| p.attachments.iter_mut())
            .find(|a| a.id == id)
            .map(|a| &mut a.properties)
    }

    pub fn set_property(&mut self, of: u64, key: &str, value: Value, version: Option<u64>) -> Done<()> {
        let new = self.id();
        let all = self.properties(of).ok_or_else(|| Refused(404, "No content found".into()))?;
        match (all.get_mut(key), version) {
            (Some(_), None) => Err(Refused(409, format!("Property with key {key} already exists"))),
            (None, None) => {
                all.insert(key.to_owned(), Property { id: new, value, version: 1 });
                Ok(())
            }
            (Some(p), Some(v)) if v == p.version + 1 => {
                p.value = value;
                p.version = v;
                Ok(())
            }
            (Some(p), Some(_)) => {
                Err(Refused(409, format!("Version must be incremented. Current version is: {}", p.version)))
            }
            (None, Some(_)) => Err(Refused(404, format!("No property with key {key}"))),
        }
    }

    /// True if the attachment was there.
    pub fn detach(&mut self, id: u64) -> bool {
        self.pages.values_mut().any(|p| {
            let before = p.attachments.len();
            p.attachments.retain(|a| a.id != id);
            p.attachments.len() < before
        })
    }

    /// Everything that a reader of the space can see: what two runs must agree about.
    pub fn shown(&self) -> Vec<Value> {
        let title = |id: Option<u64>| id.and_then(|i| self.pages.get(&i)).map(|p| p.title.clone());
        let mut out: Vec<Value> = self
            .pages
            .values()
            .filter(|p| !p.trashed)
            .map(|p| {
                let mut files: Vec<_> =
                    p.attachments.iter().map(|a| json!([a.name, a.comment, a.bytes.len()])).collect();
                files.sort_by_key(ToString::to_string);
                json!({
                    "title": p.title, "parent": title(p.parent), "body": p.body, "labels": p.labels, "files": files,
                    "width": p.properties.get("content-appearance-published").map(|p| &p.value),
                })
            })
            .collect();
        out.sort_by_key(ToString::to_string);
        out
    }
}

fn page(id: u64, title: &str, parent: Option<u64>, body: &str) -> Page {
    Page {
        id,
        title: title.to_owned(),
        parent,
        body: body.to_owned(),
        version: 1,
        message: String::new(),
        minor: false,
        trashed: false,
        labels: BTreeSet::new(),
        properties: BTreeMap::new(),
        attachments: Vec::new(),
        unseen: 0,
    }
}

/// Whether a body in storage format is a well-formed fragment with no prefix but the two known ones.
pub fn well_formed(body: &str) -> Result<(), String> {
    const ENTITIES: &[(&str, u32)] = &[
        ("nbsp", 160),
        ("mdash", 8212),
        ("ndash", 8211),
        ("hellip", 8230),
        ("rarr", 8594),
        ("larr", 8592),
        ("lsquo", 8216),
        ("rsquo", 8217),
        ("ldquo", 8220),
        ("rdquo", 8221),
        ("copy", 169),
        ("times", 215),
        ("middot", 183),
        ("bull", 8226),
    ];
    let entities: String = ENTITIES.iter().map(|(n, c)| format!("<!ENTITY {n} \"&#{c};\">")).collect();
    let text = format!(
        "<!DOCTYPE r [{entities}]><r xmlns:ac=\"http://atlassian.com/content\" xmlns:ri=\"http://atlassian.com/resource/identifier\">{body}</r>"
    );
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(&text, options).map(|_| ()).map_err(|e| e.to_string())
}
