//! MediaWiki, by its Action API and a bot password.
//!
//! Pages under the root page are its subpages. The mark stands in comments around our part of the text, so that a
//! page and its mark are written as one; the wiki's own check of `baserevid` guards against people who write at the
//! same time. Files are known by their SHA-1. Their names are shared by the whole wiki, so they begin with the page's.

mod titles;

use super::failure::{Failure, Kind};
use super::http::{self, Answer, Body, Http, Login, Part, Patience, Request, escaped, glimpse};
use super::mark::Fence;
use super::page::{Attachment, Page};
use super::targets::{Place, Target};
use super::wiki::{Call, Current, Digest, Held, Markup, Measures, Pictures, Standing, Wiki, Write};
use serde_json::Value;
use std::collections::HashMap;
use titles::{LONGEST, cut, first_capital, plain_title, shortened};

/// The entry of the list of targets.
pub const TARGET: Target = Target {
    kind: "mediawiki",
    about: "MediaWiki, by its Action API and a bot password",
    options: &[],
    variables: ("TRUSTLINE_MEDIAWIKI_USER", "TRUSTLINE_MEDIAWIKI_PASSWORD"),
    pictures: &[Pictures::Svg, Pictures::Png],
    make: |place| Ok(Box::new(MediaWiki::new(place, Patience::default())?)),
};

const FENCE: Fence = Fence {
    begin: "<!-- trustline * begin: a program writes what follows; what people write stands above or below -->",
    end: "<!-- trustline * end -->",
};

/// Where the API stands behind the wiki's address.
const API: &str = "/api.php";

/// Endings of files that a wiki takes as it is installed.
const USUAL_FILES: [&str; 5] = ["png", "gif", "jpg", "jpeg", "webp"];

/// How many titles one query may name.
const TITLES: usize = 50;

/// The text that begins what the wiki's history says of our files.
const OURS: &str = "Trustline:";

/// The same with which page a file belongs to, whose address follows.
const FILE_OF: &str = "Trustline: file of the page ";

/// A MediaWiki, for one publish.
#[derive(Debug)]
pub struct MediaWiki {
    http: Http,
    place: Place,
    token: String,
    site: Site,
    /// Files whose names begin as those of the publication: name, page and digest of each that is ours. None until
    /// they were asked for.
    files: Option<Vec<Own>>,
}

/// A file that we put there.
#[derive(Clone, Debug)]
struct Own {
    name: String,
    /// The page to which it belongs, as its comment says.
    page: String,
    sha1: String,
}

/// What the wiki says of itself.
#[derive(Debug)]
struct Site {
    page_bytes: usize,
    file_bytes: usize,
    files: Vec<String>,
    maps: bool,
    /// Where pages stand, with `$1` for the title.
    pages: String,
}

impl MediaWiki {
    /// The wiki of a place; its address is that of `api.php` or of the folder that holds it.
    ///
    /// # Errors
    /// When the address is none, or account or secret are missing.
    pub fn new(place: Place, patience: Patience) -> Result<Self, Failure> {
        let how = "The wiki's page Special:BotPasswords makes a password, whose account is written as Ana@trustline. ";
        place.login("MediaWiki", TARGET.variables, how)?;
        let url = place.url.trim_end_matches('/');
        let url = url.strip_suffix("/index.php").unwrap_or(url);
        let base = url.strip_suffix(API).unwrap_or(url);
        let http = Http::new(base, Login::None, patience)?;
        let site = Site {
            page_bytes: PAGE_BYTES,
            file_bytes: 100_000_000,
            files: USUAL_FILES.map(str::to_owned).to_vec(),
            maps: false,
            pages: format!("{base}/index.php?title=$1"),
        };
        Ok(MediaWiki { http, place, token: String::new(), site, files: None })
    }

    /// A call of the API. Waits and asks again where the wiki says that it is busy.
    fn call_api(&mut self, wanted: &str, body: Body, again: bool) -> Result<Value, Failure> {
        let request = Request { again, ..Request::write("POST", API, body) };
        let mut tried = 1;
        loop {
            let answer = self.http.send(&request)?;
            if !answer.ok() {
                return Err(answer.refusal(wanted));
            }
            let value = answer.json()?;
            let Some(code) = value.pointer("/error/code").and_then(Value::as_str) else { return Ok(value) };
            let busy = ["maxlag", "readonly", "ratelimited"].contains(&code);
            if busy && self.http.pause(tried, answer.retry_after())? {
                tried += 1;
                continue;
            }
            return Err(self.failure(wanted, code, &value, &answer));
        }
    }

    /// A call that reads.
    fn query(&mut self, wanted: &str, fields: &[(&str, &str)]) -> Result<Value, Failure> {
        self.call_api(wanted, form("query", fields), true)
    }

    /// What an error of the API means.
    fn failure(&self, wanted: &str, code: &str, value: &Value, answer: &Answer) -> Failure {
        let info = value.pointer("/error/info").and_then(Value::as_str).unwrap_or_default();
        let mut said = glimpse(info);
        if let Some(secret) = &self.place.secret {
            said = secret.hidden_in(&said);
        }
        let (kind, help) = match code {
            "editconflict" | "articleexists" | "missingtitle" | "pagedeleted" => {
                (Kind::Conflict, "Publish again: it compares anew.")
            }
            "assertuserfailed" | "assertnameduserfailed" | "badtoken" | "notoken" => {
                (Kind::Login, http::LOGIN)
            }
            "contenttoobig" | "file-too-large" | "filetoolarge" => (Kind::TooLarge, http::SIZE),
            "maxlag" | "readonly" | "ratelimited" => {
                (Kind::Busy, "Publish again later: it goes on where it stopped.")
            }
            "permissiondenied"
            | "protectedpage"
            | "protectedtitle"
            | "cascadeprotected"
            | "blocked"
            | "autoblocked"
            | "readapidenied"
            | "writeapidenied"
            | "cantcreate"
            | "noedit"
            | "mustbeloggedin"
            | "badaccess-groups"
            | "protectednamespace"
            | "customcssjsprotected" => (
                Kind::Forbidden,
                "The account and its bot password need the rights to read, edit and create pages and to upload \
                 files; to delete pages as well for `--prune`.",
            ),
            "uploaddisabled" => {
                (Kind::Refused, "Uploads are off in this wiki: let the administrator set $wgEnableUploads.")
            }
            "verification-error" | "filetype-banned" | "filetype-banned-type" | "filetype-mime-mismatch" => (
                Kind::Refused,
                "The wiki takes no files of this type: attach others (`attach`), or let the administrator add it \
                 to $wgFileExtensions.",
            ),
            c if c.starts_with("abusefilter") || c.contains("spam") || c.contains("captcha") => {
                (Kind::Refused, "A filter of the wiki holds it up: let the administrator except the account.")
            }
            _ => (Kind::Refused, "See what the wiki says; its documentation has the code."),
        };
        let status = if answer.ok() { String::new() } else { format!(", status {}", answer.status) };
        Failure::new(kind, format!("can't {wanted}: the wiki says `{said}` ({code}{status})"), help)
    }

    fn log_in(&mut self) -> Result<(), Failure> {
        let wanted = "log in";
        let tokens = self.query(wanted, &[("meta", "tokens"), ("type", "login")])?;
        let token = text(&tokens, "/query/tokens/logintoken").to_owned();
        let secret = self.place.secret.as_ref().map(|s| s.expose().to_owned()).unwrap_or_default();
        let fields = [("lgname", self.place.user.as_str()), ("lgpassword", &secret), ("lgtoken", &token)];
        let answer = self.call_api(wanted, form("login", &fields), true)?;
        if text(&answer, "/login/result") != "Success" {
            let said = glimpse(text(&answer, "/login/reason"));
            let said = self.place.secret.as_ref().map_or(said.clone(), |secret| secret.hidden_in(&said));
            let help = if self.place.user.contains('@') {
                http::LOGIN
            } else {
                "Use a bot password: the wiki's page Special:BotPasswords makes one, whose account is written as \
                 Ana@trustline."
            };
            let what = format!("the wiki refuses the account `{}`: `{said}`", glimpse(&self.place.user));
            return Err(Failure::new(Kind::Login, what, help));
        }
        let fields = [("meta", "tokens"), ("type", "csrf"), ("assert", "user")];
        let tokens = self.query(wanted, &fields)?;
        text(&tokens, "/query/tokens/csrftoken").clone_into(&mut self.token);
        Ok(())
    }

    /// The prefix of all titles: the space as namespace, and the page under which the root page stands.
    fn above(&self) -> String {
        let space = self.place.space.trim_matches([':', ' ', '_']);
        let space = if space.is_empty() { String::new() } else { format!("{space}:") };
        let parent = self.place.parent.trim_matches(['/', ' ', '_']);
        if parent.is_empty() { space } else { format!("{space}{}/", first_capital(parent)) }
    }
}

/// Above this size, in bytes, a page is slow to show and to edit though the wiki takes it.
const PAGE_BYTES: usize = 500_000;

impl Wiki for MediaWiki {
    fn measures(&self) -> Measures {
        let svg = self.site.files.iter().any(|f| f == "svg");
        let pictures = if svg { Pictures::Svg } else { Pictures::Png };
        Measures {
            files: self.site.files.clone(),
            maps: self.site.maps,
            fence: Some(FENCE),
            ..Measures::of(Markup::MediaWiki, pictures, (self.site.page_bytes, self.site.file_bytes))
        }
    }

    fn address(&self, titles: &[&str]) -> Result<String, Failure> {
        let plain: Vec<String> = titles.iter().map(|t| plain_title(t)).collect();
        if plain.iter().any(String::is_empty) {
            return Err(Failure::new(
                Kind::Settings,
                "a page without a title can't be published",
                "Give the model a title, or write one as `title` in the settings.",
            ));
        }
        Ok(shortened(&first_capital(&format!("{}{}", self.above(), plain.join("/")))))
    }

    fn attachment(&self, page: &str, name: &str) -> String {
        // The namespace's colon and the slashes of subpages can't stand in the name of a file.
        let page = page.replace([':', '/'], " - ");
        let name = plain_title(name);
        let room = LONGEST.saturating_sub(name.len() + 3);
        first_capital(&format!("{} - {name}", cut(&page, room)))
    }

    fn link(&self, page: &str) -> String {
        let title = page.replace(' ', "_");
        let written: Vec<String> = title.split('/').map(escaped).collect();
        self.site.pages.replace("$1", &written.join("/").replace("%3A", ":"))
    }

    fn open(&mut self) -> Result<(), Failure> {
        self.log_in()?;
        let fields =
            [("meta", "siteinfo"), ("siprop", "general|fileextensions|extensions"), ("assert", "user")];
        let info = self.query("ask the wiki about itself", &fields)?;
        let number =
            |path: &str| info.pointer(path).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        if let Some(bytes) = number("/query/general/maxarticlesize") {
            self.site.page_bytes = bytes.min(PAGE_BYTES);
        }
        if let Some(bytes) = number("/query/general/maxuploadsize") {
            self.site.file_bytes = bytes;
        }
        let list = |path: &str| info.pointer(path).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let endings = list("/query/fileextensions").iter().map(|e| text(e, "/ext").to_lowercase());
        self.site.files = endings.filter(|e| !e.is_empty()).collect();
        if info.pointer("/query/general/uploadsenabled").and_then(Value::as_bool) == Some(false) {
            self.site.files = vec!["none".to_owned()];
        }
        self.site.maps = list("/query/extensions").iter().any(|e| text(e, "/name") == "ImageMap");
        let (server, path) =
            (text(&info, "/query/general/server"), text(&info, "/query/general/articlepath"));
        if path.contains("$1") && !server.is_empty() {
            // Some wikis name their server without the scheme.
            let scheme = self.http.base().split("//").next().unwrap_or("https:");
            let server =
                if server.starts_with("//") { format!("{scheme}{server}") } else { server.to_owned() };
            self.site.pages = format!("{server}{path}");
        }
        Ok(())
    }

    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure> {
        if let (None, Some(root)) = (&self.files, pages.first()) {
            self.files = Some(self.own_files(&root.address)?);
        }
        let mut titles: Vec<String> = Vec::new();
        for page in pages {
            titles.push(page.address.clone());
            titles.extend(page.attachments.iter().map(|file| format!("File:{}", file.name)));
        }
        titles.sort();
        titles.dedup();
        let mut found: HashMap<String, Value> = HashMap::new();
        for block in titles.chunks(TITLES) {
            self.read_block(block, &mut found)?;
        }
        let standing = |page: &&Page| {
            let current = found.get(&page.address).and_then(current);
            let attached = page.attachments.iter().filter_map(|file| {
                let info = found.get(&format!("File:{}", file.name))?.pointer("/imageinfo/0")?;
                let digest = Digest::Sha1(text(info, "/sha1").to_owned());
                Some(Held { name: file.name.clone(), digest, ours: text(info, "/comment").starts_with(OURS) })
            });
            let asked = |own: &Own| page.attachments.iter().any(|file| file.name == own.name);
            let more = self.files.iter().flatten().filter(|own| own.page == page.address && !asked(own));
            let more = more.map(|own| {
                let digest = Digest::Sha1(own.sha1.clone());
                Held { name: own.name.clone(), digest, ours: true }
            });
            Standing { page: current, attached: attached.chain(more).collect(), labels: None }
        };
        Ok(pages.iter().map(standing).collect())
    }

    fn under(&mut self, root: &str) -> Result<Vec<String>, Failure> {
        let (space, title) = root.split_once(':').unwrap_or(("", root));
        let (space, title) = match self.namespace(space)? {
            Some(number) => (number, title),
            None => (0, root),
        };
        let (space, prefix) = (space.to_string(), format!("{title}/"));
        let mut out = Vec::new();
        let fields = [
            ("list", "allpages"),
            ("apprefix", prefix.as_str()),
            ("apnamespace", space.as_str()),
            ("aplimit", "max"),
            ("assert", "user"),
        ];
        self.each_part("list the pages under the root page", &fields, &mut |answer| {
            let list = answer.pointer("/query/allpages").and_then(Value::as_array);
            out.extend(list.into_iter().flatten().map(|page| text(page, "/title").to_owned()));
        })?;
        Ok(out)
    }

    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure> {
        let wanted = format!("write the page \"{}\"", write.page.address);
        let token = self.token.clone();
        let mut fields = vec![
            ("title", write.page.address.as_str()),
            ("text", write.text),
            ("summary", write.note),
            ("bot", "1"),
            ("assert", "user"),
            ("maxlag", "5"),
            ("token", &token),
        ];
        match write.over {
            Some(revision) => fields.extend([("baserevid", revision), ("nocreate", "1")]),
            None => fields.push(("createonly", "1")),
        }
        let answer = self.call_api(&wanted, form("edit", &fields), false)?;
        if text(&answer, "/edit/result") == "Success" {
            return Ok(());
        }
        let said = answer.get("edit").map(Value::to_string).unwrap_or_default();
        Err(Failure::new(
            Kind::Refused,
            format!("can't {wanted}: the wiki says `{}`", glimpse(&said)),
            "A filter or captcha of the wiki holds it up: let the administrator except the account.",
        ))
    }

    fn attach(&mut self, page: &Page, file: &Attachment) -> Result<(), Failure> {
        let wanted = format!("put the file \"{}\" there", file.name);
        let plain = |name: &str, value: &str| Part {
            name: name.into(),
            file: None,
            bytes: value.as_bytes().to_vec(),
        };
        let token = self.token.clone();
        let parts = vec![
            plain("action", "upload"),
            plain("format", "json"),
            plain("formatversion", "2"),
            plain("filename", &file.name),
            plain("ignorewarnings", "1"),
            plain("comment", &format!("{FILE_OF}{}", page.address)),
            plain("text", &format!("{OURS} file of the page [[:{}]].", page.address)),
            plain("assert", "user"),
            plain("maxlag", "5"),
            Part { name: "file".into(), file: Some(("file".into(), file.media)), bytes: file.bytes.clone() },
            plain("token", &token),
        ];
        let answer = match self.call_api(&wanted, Body::Parts(parts), false) {
            // Somebody, perhaps we before the connection broke, put the same there.
            Err(failure) if failure.what.contains("(fileexists-no-change") => return Ok(()),
            other => other?,
        };
        let there = Digest::Sha1(text(&answer, "/upload/imageinfo/sha1").to_owned());
        if text(&answer, "/upload/result") == "Success" && file.is(&there) {
            return Ok(());
        }
        Err(Failure::new(
            Kind::Broken,
            format!("can't {wanted}: it is not there as it was sent"),
            "Publish again; if it stays so, the wiki's administrator finds the reason in its log.",
        ))
    }

    fn delete(&mut self, page: &str) -> Result<(), Failure> {
        self.delete_title(page, &format!("delete the page \"{page}\""))
    }

    fn detach(&mut self, page: &str, name: &str) -> Result<bool, Failure> {
        let wanted = format!("delete the file \"{name}\"");
        let title = format!("File:{name}");
        let fields =
            [("titles", title.as_str()), ("prop", "fileusage"), ("fulimit", "max"), ("assert", "user")];
        let answer = self.query(&wanted, &fields)?;
        let uses = answer.pointer("/query/pages/0/fileusage").and_then(Value::as_array);
        // Our own page may still count as one for a moment.
        if uses.into_iter().flatten().any(|by| text(by, "/title") != page) {
            return Ok(false);
        }
        self.delete_title(&title, &wanted)?;
        Ok(true)
    }

    fn call(&self, step: Call<'_>) -> String {
        let post = |what: String| format!("POST {}{} {what}", self.http.base(), API);
        match step {
            Call::Create(page) => post(format!("action=edit createonly title={}", page.address)),
            Call::Update(page) => post(format!("action=edit baserevid title={}", page.address)),
            Call::Attach(_, file) => {
                post(format!("action=upload filename={} ({} bytes)", file.name, file.bytes.len()))
            }
            Call::Delete(page) => post(format!("action=delete title={page}")),
            Call::Detach(_, name) => post(format!("action=delete title=File:{name}")),
            Call::Label(_) | Call::Finish => String::new(),
        }
    }
}

impl MediaWiki {
    fn delete_title(&mut self, title: &str, wanted: &str) -> Result<(), Failure> {
        let token = self.token.clone();
        let fields = [
            ("title", title),
            ("reason", "Trustline: not published any more"),
            ("assert", "user"),
            ("token", &token),
        ];
        match self.call_api(wanted, form("delete", &fields), false) {
            Err(failure) if failure.what.contains("(missingtitle") => Ok(()),
            other => other.map(|_| ()),
        }
    }

    /// The files of a publication that are ours: their last version has our comment.
    fn own_files(&mut self, root: &str) -> Result<Vec<Own>, Failure> {
        // Names are cut at different places, so only what all of them begin with is asked for.
        let named = self.attachment(root, "");
        let prefix = cut(named.trim_end_matches([' ', '-']), LONGEST / 2).to_owned();
        let fields = [
            ("list", "allimages"),
            ("aiprefix", prefix.as_str()),
            ("aiprop", "sha1|comment"),
            ("ailimit", "max"),
            ("assert", "user"),
        ];
        let mut out = Vec::new();
        self.each_part("list the files of the report", &fields, &mut |answer| {
            let list = answer.pointer("/query/allimages").and_then(Value::as_array);
            for file in list.into_iter().flatten() {
                if let Some(page) = text(file, "/comment").strip_prefix(FILE_OF) {
                    // Where titles have blanks, names of files have underscores.
                    let name = text(file, "/title").split_once(':').map_or("", |(_, name)| name);
                    let (page, sha1) = (page.to_owned(), text(file, "/sha1").to_owned());
                    out.push(Own { name: name.to_owned(), page, sha1 });
                }
            }
        })?;
        Ok(out)
    }

    /// Asks a question whose answer comes in parts.
    fn each_part(
        &mut self,
        wanted: &str,
        fields: &[(&str, &str)],
        each: &mut dyn FnMut(&Value),
    ) -> Result<(), Failure> {
        let mut more: Vec<(String, String)> = Vec::new();
        loop {
            let mut all = fields.to_vec();
            all.extend(more.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let answer = self.query(wanted, &all)?;
            each(&answer);
            let next = answer.get("continue").and_then(Value::as_object).cloned().unwrap_or_default();
            let next: Vec<(String, String)> =
                next.iter().map(|(name, value)| (name.clone(), plain_value(value))).collect();
            if next.is_empty() || next == more {
                return Ok(());
            }
            more = next;
        }
    }

    /// Reads up to [`TITLES`] titles, in as many answers as the wiki needs.
    fn read_block(&mut self, titles: &[String], found: &mut HashMap<String, Value>) -> Result<(), Failure> {
        let titles = titles.join("|");
        let fields = [
            ("titles", titles.as_str()),
            ("prop", "revisions|imageinfo"),
            ("rvprop", "ids|timestamp|user|content"),
            ("rvslots", "main"),
            ("iiprop", "sha1|comment"),
            ("assert", "user"),
        ];
        let mut wrong = None;
        self.each_part("read the pages", &fields, &mut |answer| {
            let asked: HashMap<String, String> = answer
                .pointer("/query/normalized")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(|n| (text(n, "/to").to_owned(), text(n, "/from").to_owned()))
                .collect();
            for page in answer.pointer("/query/pages").and_then(Value::as_array).into_iter().flatten() {
                let title = text(page, "/title");
                if page.get("invalid").is_some() {
                    let said = glimpse(text(page, "/invalidreason"));
                    wrong = Some(format!("no page can be called \"{title}\": `{said}`"));
                }
                let name = asked.get(title).map_or(title, String::as_str);
                let held = found.entry(name.to_owned()).or_insert_with(|| page.clone());
                // What did not fit into one answer comes in the next.
                for part in ["revisions", "imageinfo"] {
                    if let (Some(value), Some(held)) = (page.get(part), held.as_object_mut()) {
                        held.insert(part.to_owned(), value.clone());
                    }
                }
            }
        })?;
        match wrong {
            Some(what) => Err(Failure::new(Kind::Refused, what, "Write another `title` in the settings.")),
            None => Ok(()),
        }
    }

    /// The number of a namespace; none if the wiki has no such one.
    fn namespace(&mut self, name: &str) -> Result<Option<i64>, Failure> {
        if name.is_empty() {
            return Ok(None);
        }
        let fields = [("meta", "siteinfo"), ("siprop", "namespaces|namespacealiases"), ("assert", "user")];
        let answer = self.query("ask for the namespaces", &fields)?;
        let own = answer.pointer("/query/namespaces").and_then(Value::as_object);
        let own = own.into_iter().flat_map(|all| all.values());
        let other = answer.pointer("/query/namespacealiases").and_then(Value::as_array);
        let all: Vec<&Value> = own.chain(other.into_iter().flatten()).collect();
        let fits = |n: &&&Value| {
            let mut names = ["/name", "/canonical", "/alias"].into_iter().map(|path| text(n, path));
            names.any(|own| own.replace('_', " ").eq_ignore_ascii_case(&name.replace('_', " ")))
        };
        Ok(all.iter().find(fits).and_then(|n| n.get("id")).and_then(Value::as_i64))
    }
}

/// A page as the API tells it; none if there is none.
fn current(page: &Value) -> Option<Current> {
    let revision = page.pointer("/revisions/0")?;
    Some(Current {
        text: text(revision, "/slots/main/content").to_owned(),
        revision: revision.get("revid").map(plain_value).unwrap_or_default(),
        author: text(revision, "/user").to_owned(),
        date: text(revision, "/timestamp").to_owned(),
        mark: None,
    })
}

/// The fields of a call.
fn form(action: &str, fields: &[(&str, &str)]) -> Body {
    let usual = [("action", action), ("format", "json"), ("formatversion", "2")];
    let all = usual.iter().chain(fields);
    Body::Form(all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// The text at a place of an answer; empty if there is none.
fn text<'v>(value: &'v Value, path: &str) -> &'v str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

fn plain_value(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::secret::Secret;
    use super::*;

    fn wiki(space: &str, parent: &str) -> MediaWiki {
        let place = Place {
            url: "https://wiki.example.org/w/api.php".into(),
            space: space.into(),
            parent: parent.into(),
            user: "Ana@trustline".into(),
            secret: Some(Secret::new("0123456789abcdef0123456789abcdef")),
            ..Place::default()
        };
        MediaWiki::new(place, Patience::default()).unwrap()
    }

    #[test]
    fn titles_become_addresses() {
        let address =
            |space: &str, parent: &str, titles: &[&str]| wiki(space, parent).address(titles).unwrap();
        assert_eq!(address("", "", &["rag chatbot"]), "Rag chatbot");
        assert_eq!(
            address("Security", "threat models", &["RAG", "Threats"]),
            "Security:Threat models/RAG/Threats"
        );
        assert_eq!(address("", "", &["<script>|#x", "a/b: {{c}} [[d]]"]), "(script)--x/a-b- ((c)) ((d))");
        assert_eq!(address("", "", &["../_x_\u{202e}y~~~~%41"]), "X y-----41");
        assert!(wiki("", "").address(&["..."]).is_err());
        let long = address("", "", &["ä".repeat(300).as_str()]);
        assert!(long.len() <= LONGEST && long != address("", "", &["ä".repeat(301).as_str()]));
    }

    #[test]
    fn files_are_called_after_their_page() {
        let wiki = wiki("", "");
        assert_eq!(wiki.attachment("Security:RAG/Threats", "rag.svg"), "Security - RAG - Threats - rag.svg");
        assert!(wiki.attachment(&"x".repeat(300), "rag.svg").len() <= LONGEST);
        assert_eq!(
            wiki.link("Security:A b/C?"),
            "https://wiki.example.org/w/index.php?title=Security:A_b/C%3F"
        );
    }

    #[test]
    fn no_secret_in_what_it_says() {
        let wiki = wiki("", "");
        assert!(!format!("{wiki:?}").contains("0123456789"));
    }
}
