//! Wikis that are git repositories: those of GitHub, GitLab, Gitea and Azure DevOps, An Otter Wiki, Gollum.
//!
//! The repository is fetched without history into a bare one, and a commit is made of the tree that is there and what we
//! write. There is no working tree: no filter and no hook runs, no link of the repository leads out of it, and a name of a
//! file is a name in a tree. All of a publish is one commit, pushed at once or not at all.
//!
//! Our part of a page stands between two comments. Which pages and files a publication has is kept in
//! `.trustline/ROOT.json`, so that those that are not published any more are found, and no others.

pub mod layout;
mod program;

use super::failure::{Failure, Kind};
use super::page::{Attachment, Page};
use super::targets::{Place, Target};
use super::wiki::{Call, Current, Digest, Held, Markup, Measures, Pictures, Standing, Wiki, Write};
use layout::{FENCE, Layout};
use program::{Repository, failure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The entry in the list of targets.
pub const TARGET: Target = Target {
    kind: "git",
    about: "wikis that are git repositories: GitHub, GitLab, Gitea, Azure DevOps, An Otter Wiki, Gollum",
    options: &[
        (
            "layout",
            "`github`, `gitlab`, `gitea`, `azure`, `otter` or `gollum`; the address tells it for known hosts",
        ),
        ("branch", "the branch to write; the repository's own if not given"),
        ("author", "who commits, as `Name <address>`; as git is configured if not given"),
    ],
    variables: ("TRUSTLINE_GIT_USER", "TRUSTLINE_GIT_PASSWORD"),
    pictures: &[Pictures::Svg, Pictures::Png],
    make: |place| Ok(Box::new(Git::new(&place)?)),
};

/// How often a push is tried when others are faster.
const TRIES: u32 = 5;

/// A git-backed wiki, for one publish.
#[derive(Debug)]
pub struct Git {
    place: Place,
    layout: &'static Layout,
    folder: String,
    author: Option<(String, String)>,
    repository: Option<Repository>,
    branch: String,
    /// The commit that was compared with; empty in an empty repository.
    base: String,
    /// Its files: the id of each.
    tree: BTreeMap<String, String>,
    /// What the commit will change: the bytes of files, none for those that go.
    staged: BTreeMap<String, Option<Vec<u8>>>,
    /// The address of the publication's root page.
    root: String,
    /// What the publication had when it was read.
    list: Value,
    written: BTreeSet<String>,
    deleted: BTreeSet<String>,
    /// Files of the publication that stand as they shall, with their ids, and those that were put there.
    files: BTreeMap<String, String>,
}

impl Git {
    /// A wiki at a place; runs nothing yet.
    ///
    /// # Errors
    /// When the settings can't be right.
    pub fn new(place: &Place) -> Result<Self, Failure> {
        let wrong = |what: &str, help: &str| Failure::new(Kind::Settings, what, help);
        let url = place.url.as_str();
        if url.is_empty() || url.starts_with('-') || url.contains("::") || url.chars().any(char::is_control) {
            return Err(wrong("`url` is no address of a repository", "Write it as `git clone` takes it."));
        }
        let account = url.split_once("://").and_then(|(_, rest)| rest.split('/').next()?.rsplit_once('@'));
        let web = url.starts_with("http://") || url.starts_with("https://");
        if account.is_some_and(|(account, _)| web || account.contains(':')) {
            let help = "Put account and token into TRUSTLINE_GIT_USER and TRUSTLINE_GIT_PASSWORD.";
            return Err(wrong("`url` holds an account", help));
        }
        if place.secret.is_some() && url.starts_with("http://") && !loopback(url) {
            return Err(wrong("a token would be sent for everybody to read", "Write `url` with https."));
        }
        if !place.parent.is_empty() {
            return Err(wrong(
                "pages of git wikis have no parents",
                "Leave `parent` out; `space` names a folder.",
            ));
        }
        let option = |name: &str| place.options.get(name).map_or("", String::as_str);
        let layout = Layout::of(option("layout"), url)?;
        let folder = layout.folder(&place.space)?;
        let author = match option("author") {
            "" => None,
            author => Some(person(author).ok_or_else(|| {
                wrong("`author` is no name with an address", "Write it as `Name <address>`.")
            })?),
        };
        let branch = option("branch").to_owned();
        if branch.starts_with(['-', '+', '/'])
            || branch.contains([':', ' ', '*', '~', '^', '?', '[', '\\'])
            || branch.contains("..")
        {
            return Err(wrong("`branch` is no name of a branch", "Write it as `main`."));
        }
        Ok(Git {
            place: place.clone(),
            layout,
            folder,
            author,
            repository: None,
            branch,
            base: String::new(),
            tree: BTreeMap::new(),
            staged: BTreeMap::new(),
            root: String::new(),
            list: Value::Null,
            written: BTreeSet::new(),
            deleted: BTreeSet::new(),
            files: BTreeMap::new(),
        })
    }

    fn repository(&self) -> Result<&Repository, Failure> {
        self.repository
            .as_ref()
            .ok_or_else(|| Failure::new(Kind::Broken, "the wiki was not opened", "Report this."))
    }

    /// The branch that the repository itself points to; also if it has no commit yet.
    fn own_branch(&self) -> Result<String, Failure> {
        let repository = self.repository()?;
        let said = repository.run(&["ls-remote", "--symref", "--", &self.place.url, "HEAD"], b"")?;
        let said = String::from_utf8_lossy(&said);
        let named = said.lines().find_map(|l| l.strip_prefix("ref: refs/heads/")?.split('\t').next());
        if let Some(branch) = named {
            return Ok(branch.to_owned());
        }
        // Nothing to point to yet: a clone is told what it would be.
        let inner = repository.folder().join("empty");
        let inner = inner.to_string_lossy();
        repository.run(&["clone", "--quiet", "--bare", "--template=", "--", &self.place.url, &inner], b"")?;
        let head = repository.line(&["--git-dir", &inner, "symbolic-ref", "HEAD"], b"")?;
        Ok(head.strip_prefix("refs/heads/").unwrap_or("main").to_owned())
    }

    /// The newest commit of the branch, fetched without its history; empty if there is none.
    fn fetch(&self) -> Result<String, Failure> {
        let repository = self.repository()?;
        let name = format!("refs/heads/{}", self.branch);
        let there = repository.run(&["ls-remote", "--", &self.place.url, &name], b"")?;
        if there.is_empty() {
            return Ok(String::new());
        }
        let both = format!("+{name}:refs/remotes/wiki");
        repository.run(&["fetch", "--quiet", "--no-tags", "--depth=1", "--", &self.place.url, &both], b"")?;
        repository.line(&["rev-parse", "--verify", "refs/remotes/wiki^{commit}"], b"")
    }

    /// The files of a commit, with their ids. A link counts as one: its text is where it leads to, which nobody follows.
    fn files(&self, commit: &str) -> Result<BTreeMap<String, String>, Failure> {
        if commit.is_empty() {
            return Ok(BTreeMap::new());
        }
        let listed = self.repository()?.run(&["ls-tree", "-r", "-z", "--full-tree", commit], b"")?;
        let mut out = BTreeMap::new();
        for entry in listed.split(|b| *b == 0) {
            let entry = String::from_utf8_lossy(entry);
            let Some((head, path)) = entry.split_once('\t') else { continue };
            let words: Vec<&str> = head.split(' ').collect();
            if let [_, "blob", id] = words.as_slice() {
                out.insert(path.to_owned(), (*id).to_owned());
            }
        }
        Ok(out)
    }

    fn text(&self, id: &str) -> Result<String, Failure> {
        let bytes = self.repository()?.run(&["cat-file", "blob", id], b"")?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Where a page lies.
    fn path(&self, page: &str) -> String {
        format!("{}{}.md", self.folder, layout::last(page))
    }

    fn path_of_file(&self, page: &str, file: &str) -> String {
        format!("{}{}", self.folder, self.layout.path_of_file(page, file))
    }

    /// Where the list of a publication's pages and files lies.
    fn path_of_list(&self, root: &str) -> String {
        format!("{}.trustline/{}.json", self.folder, layout::last(root))
    }

    /// What a publication had; nothing if there is no list.
    fn read_list(&self, root: &str) -> Result<Value, Failure> {
        match self.tree.get(&self.path_of_list(root)) {
            Some(id) => Ok(serde_json::from_str(&self.text(id)?).unwrap_or_default()),
            None => Ok(Value::Null),
        }
    }

    /// The pages that the publication had.
    fn listed(&self) -> Vec<String> {
        let pages = self.list.get("pages").and_then(Value::as_array);
        // A name that leads elsewhere is none of ours, whoever put it there.
        let known = |page: &&str| {
            self.layout.name(&[layout::last(page)]).is_ok_and(|name| name == layout::last(page))
        };
        let pages = pages.into_iter().flatten().filter_map(Value::as_str).filter(known);
        pages.map(str::to_owned).collect()
    }

    /// The files of a page that the publication had and that stand as it left them: path and id.
    fn own_files(&self, page: &str) -> BTreeMap<String, String> {
        let files = self.list.get("files").and_then(Value::as_object).into_iter().flatten();
        let files = files.filter_map(|(path, id)| Some((path.clone(), id.as_str()?.to_owned())));
        let folder = format!("{}{}/", self.folder, layout::last(page));
        files.filter(|(path, id)| path.starts_with(&folder) && self.tree.get(path) == Some(id)).collect()
    }

    /// Puts the list of pages and files among what is written.
    fn stage_list(&mut self) {
        let mut pages: BTreeSet<String> = self.listed().into_iter().collect();
        pages.extend(self.written.iter().cloned());
        pages.retain(|page| !self.deleted.contains(page));
        let path = self.path_of_list(&self.root);
        if pages.is_empty() {
            self.staged.insert(path, None);
            return;
        }
        let mut files = self.files.clone();
        for page in &pages {
            let own = self.own_files(page);
            files.extend(own.into_iter().filter(|(path, _)| !self.staged.contains_key(path)));
        }
        let text = format!("{:#}\n", json!({ "files": files, "pages": pages, "root": self.root }));
        self.staged.insert(path, Some(text.into_bytes()));
    }

    /// A commit of what is staged, over another one.
    fn commit(&self, over: &str, note: &str) -> Result<String, Failure> {
        let repository = self.repository()?;
        match over {
            "" => repository.run(&["read-tree", "--empty"], b"")?,
            over => repository.run(&["read-tree", over], b"")?,
        };
        let mut changes = Vec::new();
        for (path, content) in &self.staged {
            let line = match content {
                Some(bytes) => {
                    let id = repository.line(&["hash-object", "-w", "--no-filters", "--stdin"], bytes)?;
                    format!("100644 {id}\t{path}\0")
                }
                None => format!("0 {}\t{path}\0", "0".repeat(40)),
            };
            changes.extend_from_slice(line.as_bytes());
        }
        repository.run(&["update-index", "-z", "--index-info"], &changes)?;
        let tree = repository.line(&["write-tree"], b"")?;
        let mut arguments = vec!["commit-tree", tree.as_str()];
        if !over.is_empty() {
            arguments.extend(["-p", over]);
        }
        repository.line(&arguments, format!("{}\n", note.trim()).as_bytes())
    }

    /// Pages that both we and somebody else changed since we looked.
    fn changed_by_others(&self, now: &BTreeMap<String, String>) -> Option<&str> {
        self.staged.keys().find(|path| self.tree.get(*path) != now.get(*path)).map(String::as_str)
    }
}

impl Wiki for Git {
    fn measures(&self) -> Measures {
        let (layout, bytes) = (self.layout, (self.layout.page_bytes, self.layout.file_bytes));
        let markup = Markup::Markdown(layout.dialect());
        Measures { fence: Some(FENCE), ..Measures::of(markup, layout.pictures, bytes) }
    }

    fn address(&self, titles: &[&str]) -> Result<String, Failure> {
        let name = self.layout.name(titles)?;
        Ok(if self.layout.rooted { format!("/{}{name}", self.folder) } else { name })
    }

    fn attachment(&self, page: &str, name: &str) -> String {
        self.layout.file(page, name)
    }

    fn link(&self, page: &str) -> String {
        self.layout.link(&self.place.url, &self.folder, page)
    }

    fn open(&mut self) -> Result<(), Failure> {
        let place = &self.place;
        self.repository =
            Some(Repository::new(&place.url, &place.user, place.secret.as_ref(), self.author.clone())?);
        if self.branch.is_empty() {
            self.branch = self.own_branch()?;
        }
        self.base = self.fetch()?;
        self.tree = self.files(&self.base)?;
        Ok(())
    }

    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure> {
        if let (true, Some(root)) = (self.root.is_empty(), pages.first()) {
            self.root = root.address.clone();
            self.list = self.read_list(&root.address)?;
        }
        pages.iter().map(|page| self.standing(page)).collect()
    }

    fn under(&mut self, _root: &str) -> Result<Vec<String>, Failure> {
        Ok(self.listed())
    }

    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure> {
        let path = self.path(&write.page.address);
        if self.tree.get(&path).map(String::as_str) != write.over {
            let what = format!("the page `{}` is another one by now", write.page.address);
            return Err(Failure::new(Kind::Conflict, what, "Publish again: it compares anew."));
        }
        self.staged.insert(path, Some(write.text.as_bytes().to_vec()));
        self.written.insert(write.page.address.clone());
        write.mark.of.clone_into(&mut self.root);
        Ok(())
    }

    fn attach(&mut self, page: &Page, file: &Attachment) -> Result<(), Failure> {
        let path = self.path_of_file(&page.address, &file.name);
        let plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        if !plain {
            return Err(Failure::new(
                Kind::Refused,
                format!("no file can be called `{path}`"),
                "Name it otherwise.",
            ));
        }
        let id = self.repository()?.line(&["hash-object", "--no-filters", "--stdin"], &file.bytes)?;
        self.files.insert(path.clone(), id);
        self.staged.insert(path, Some(file.bytes.clone()));
        Ok(())
    }

    fn delete(&mut self, page: &str) -> Result<(), Failure> {
        let path = self.path(page);
        if self.tree.contains_key(&path) {
            self.staged.insert(path, None);
        }
        self.deleted.insert(page.to_owned());
        Ok(())
    }

    fn detach(&mut self, page: &str, name: &str) -> Result<bool, Failure> {
        let path = self.path_of_file(page, name);
        self.files.remove(&path);
        if self.tree.contains_key(&path) {
            self.staged.insert(path, None);
        }
        Ok(true)
    }

    fn finish(&mut self, note: &str) -> Result<(), Failure> {
        self.stage_list();
        let mut over = self.base.clone();
        let target = format!("refs/heads/{}", self.branch);
        for tried in 1..=TRIES {
            let commit = self.commit(&over, note)?;
            let both = format!("{commit}:{target}");
            let repository = self.repository()?;
            let ran = repository
                .tried(&["push", "--porcelain", "--no-verify", "--", &self.place.url, &both], b"")?;
            if ran.ok {
                self.staged.clear();
                self.tree = self.files(&commit)?;
                self.base = commit;
                return Ok(());
            }
            let all = format!("{}\n{}", String::from_utf8_lossy(&ran.out), ran.said);
            let faster =
                ["fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref"];
            if !faster.iter().any(|w| all.contains(w)) || tried == TRIES {
                let refused = failure(&all, "push");
                let busy = faster.iter().any(|w| all.contains(w));
                return Err(if busy { Failure { kind: Kind::Conflict, ..refused } } else { refused });
            }
            let newest = self.fetch()?;
            let files = self.files(&newest)?;
            if let Some(path) = self.changed_by_others(&files) {
                return Err(Failure::new(
                    Kind::Conflict,
                    format!("somebody changed `{path}` at the same time"),
                    "Publish again: it compares anew.",
                ));
            }
            over = newest;
        }
        Ok(())
    }

    fn call(&self, step: Call<'_>) -> String {
        match step {
            Call::Create(page) => format!("add {}", self.path(&page.address)),
            Call::Update(page) => format!("change {}", self.path(&page.address)),
            Call::Attach(page, file) => format!("write {}", self.path_of_file(&page.address, &file.name)),
            Call::Label(_) => String::new(),
            Call::Delete(page) => format!("remove {}", self.path(page)),
            Call::Detach(page, name) => format!("remove {}", self.path_of_file(page, name)),
            Call::Finish => format!("git push {} {}", self.place.url, self.branch),
        }
    }
}

impl Git {
    fn standing(&mut self, page: &Page) -> Result<Standing, Failure> {
        let mut attached = Vec::new();
        let mut asked = BTreeSet::new();
        for file in &page.attachments {
            let path = self.path_of_file(&page.address, &file.name);
            if let Some(id) = self.tree.get(&path) {
                let digest = Digest::Blob(id.clone());
                if file.is(&digest) {
                    self.files.insert(path.clone(), id.clone());
                }
                // Files lie in a folder that has the page's name: what is there belongs to the page.
                attached.push(Held { name: file.name.clone(), digest, ours: true });
            }
            asked.insert(path);
        }
        for (path, id) in self.own_files(&page.address) {
            let name = path.rsplit('/').next().unwrap_or_default();
            let name = self.layout.file(&page.address, name);
            if !asked.contains(&path) && self.path_of_file(&page.address, &name) == path {
                attached.push(Held { name, digest: Digest::Blob(id), ours: true });
            }
        }
        let page = match self.tree.get(&self.path(&page.address)) {
            Some(id) => Some(Current { text: self.text(id)?, revision: id.clone(), ..Current::default() }),
            None => None,
        };
        Ok(Standing { page, attached, labels: None })
    }
}

/// `Name <address>`, as its two parts.
fn person(text: &str) -> Option<(String, String)> {
    let (name, rest) = text.trim().split_once('<')?;
    let (name, email) = (name.trim(), rest.strip_suffix('>')?.trim());
    let plain = |t: &str| !t.is_empty() && !t.contains(['<', '>']) && !t.chars().any(char::is_control);
    (plain(name) && plain(email)).then(|| (name.to_owned(), email.to_owned()))
}

/// Whether an address is one of this machine.
fn loopback(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default().split(['/', ':']).next().unwrap_or_default();
    matches!(host, "localhost" | "127.0.0.1")
}
