//! DokuWiki, by its XML-RPC, or by JSON-RPC as later releases have it.
//!
//! Pages under the root page stand in the namespace of its name; so do all files. The mark stands in the addresses
//! of two links around our part of the text, because its markup knows no comments. The wiki has no check of
//! revisions: a page is locked, looked at again, and then written. Its older releases answer a failure with an empty
//! struct and no word, so every answer is looked at.

use super::failure::{Failure, Kind};
use super::http::{Http, Login, Patience};
use super::mark::{Fence, Split, hash, same, short};
use super::page::{Attachment, Page};
use super::targets::{Place, Target};
use super::wiki::{Call, Current, Digest, Held, Markup, Measures, Pictures, Standing, Wiki, Write};
use super::xmlrpc::{Argument, Fault};
use base64::Engine as _;
use serde_json::{Value, json};
use std::collections::BTreeMap;

mod calls;
mod names;

use calls::{JSON, Method, RIGHTS, XML};
use names::{namespace_of, plain_id};

/// The entry of the list of targets.
pub const TARGET: Target = Target {
    kind: "dokuwiki",
    about: "DokuWiki, by its XML-RPC or JSON-RPC",
    options: &[
        (
            "api",
            "`xml` or `json`: which of the wiki's two interfaces is used; without it, XML where there is one",
        ),
        (
            "files",
            "endings of files, with commas, that this wiki takes besides the usual ones (its mime.local.conf)",
        ),
    ],
    variables: ("TRUSTLINE_DOKUWIKI_USER", "TRUSTLINE_DOKUWIKI_PASSWORD"),
    pictures: &[Pictures::Svg],
    make: |place| Ok(Box::new(DokuWiki::new(place, Patience::default())?)),
};

const FENCE: Fence = Fence {
    begin: "//[[#trustline-*|Written by Trustline]] down to its other line; people write above or below.//\n",
    end: "\n//[[#trustline-end-*|End of what Trustline wrote.]]//",
};

/// Endings of files that a wiki takes as it is installed, of those that reports have.
const USUAL_FILES: [&str; 9] = ["png", "jpg", "jpeg", "gif", "svg", "pdf", "xlsx", "zip", "ods"];

/// The fault of a file that pages show.
const IN_USE: i64 = 232;

/// Rights of the wiki, as numbers: each holds those below it.
const UPLOAD: i64 = 8;

/// As [`UPLOAD`].
const DELETE: i64 = 16;

/// A DokuWiki, for one publish.
#[derive(Debug)]
pub struct DokuWiki {
    http: Http,
    place: Place,
    json: bool,
}

impl DokuWiki {
    /// The wiki of a place; its address is that of the folder that holds `doku.php`.
    ///
    /// # Errors
    /// When the address is none, or account or secret are missing.
    pub fn new(place: Place, patience: Patience) -> Result<Self, Failure> {
        let secret = place.login("DokuWiki", TARGET.variables, "")?;
        let mut url = place.url.trim_end_matches('/');
        for end in ["/doku.php", XML, JSON] {
            url = url.strip_suffix(end).unwrap_or(url);
        }
        let json = place.options.get("api").is_some_and(|api| api == "json");
        let http = Http::new(url, Login::Basic(place.user.clone(), secret), patience)?;
        Ok(DokuWiki { http, place, json })
    }

    /// The namespace of all pages, with a colon behind it.
    fn above(&self) -> String {
        let parts = self.place.space.split([':', '/']).chain(self.place.parent.split([':', '/']));
        parts.map(plain_id).filter(|part| !part.is_empty()).fold(String::new(), |out, part| out + &part + ":")
    }
}

/// The revision in our words: the wiki's own, which is a second, and the text's hash.
fn revision(own: &str, text: &str) -> String {
    format!("{own}-{}", short(&hash(text)))
}

impl Wiki for DokuWiki {
    fn measures(&self) -> Measures {
        let more = self.place.options.get("files").map(String::as_str).unwrap_or_default();
        let more = more.split(',').map(|e| e.trim().trim_start_matches('.').to_lowercase());
        Measures {
            files: USUAL_FILES.map(str::to_owned).into_iter().chain(more.filter(|e| !e.is_empty())).collect(),
            fence: Some(FENCE),
            forgets_files: true,
            ..Measures::of(Markup::DokuWiki, Pictures::Svg, (300_000, 20_000_000))
        }
    }

    fn address(&self, titles: &[&str]) -> Result<String, Failure> {
        let parts: Vec<String> = titles.iter().map(|title| plain_id(title)).collect();
        if parts.is_empty() || parts.iter().any(String::is_empty) {
            let help = "Give the model a title, or write one as `title` in the settings.";
            return Err(Failure::new(Kind::Settings, "a page without a title can't be published", help));
        }
        Ok(format!("{}{}", self.above(), parts.join(":")))
    }

    fn attachment(&self, page: &str, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        format!("{page}:{}.{}", plain_id(stem), plain_id(ending))
    }

    fn link(&self, page: &str) -> String {
        format!("{}/doku.php?id={page}", self.http.base())
    }

    fn open(&mut self) -> Result<(), Failure> {
        let place = format!("{}trustline", self.above());
        let chosen = self.place.options.contains_key("api");
        let mut result = self.rights(&place);
        if !chosen && matches!(&result, Err(failure) if failure.kind == Kind::Missing) {
            self.json = true;
            result = self.rights(&place);
        }
        if result? < UPLOAD {
            self.log_in()?;
            let what =
                format!("the account `{}` may not write and upload in `{}`", self.place.user, self.above());
            return Err(Failure::new(Kind::Forbidden, what, RIGHTS));
        }
        Ok(())
    }

    fn read(&mut self, pages: &[&Page]) -> Result<Vec<Standing>, Failure> {
        // What stands in the namespace of all of them is asked for at once, the rest one by one.
        let root = namespace_of(pages);
        let under = format!("{root}:");
        let below = if pages.len() > 1 { self.pages(&root)? } else { BTreeMap::new() };
        let files = self.files(&root)?;
        let mut out = Vec::new();
        for page in pages {
            let known = if page.address.starts_with(&under) {
                below.get(&page.address).map(|revision| (revision.to_string(), String::new()))
            } else {
                self.info(&page.address)?
            };
            let mut standing = Standing::default();
            if let Some((own, mut author)) = known {
                let text = self.text(&page.address)?;
                let split = FENCE.split(&text);
                let touched = split.as_ref().is_none_or(is_touched);
                standing.attached =
                    split.map(|s| shown_before(page, &s, touched, &files)).unwrap_or_default();
                if touched && author.is_empty() {
                    author = self.info(&page.address)?.map(|(_, author)| author).unwrap_or_default();
                }
                let date = own.parse().ok().map(day).unwrap_or_default();
                standing.page =
                    Some(Current { revision: revision(&own, &text), text, author, date, mark: None });
            }
            let asked = page.attachments.iter().filter_map(|file| held(&file.name, &files));
            standing.attached.extend(asked);
            out.push(standing);
        }
        Ok(out)
    }

    fn under(&mut self, root: &str) -> Result<Vec<String>, Failure> {
        Ok(self.pages(root)?.into_keys().collect())
    }

    fn write(&mut self, write: &Write<'_>) -> Result<(), Failure> {
        let page = &write.page.address;
        let faster = || {
            let what = format!("can't write the page \"{page}\": somebody else wrote at the same time");
            Err(Failure::new(Kind::Conflict, what, "Publish again: it compares anew."))
        };
        match write.over {
            None if self.info(page)?.is_some() => return faster(),
            None => {}
            Some(over) => {
                self.lock(page, true)?;
                let text = self.text(page)?;
                let read = over.rsplit_once('-').map_or("", |(_, hash)| hash);
                if !same(&hash(&text), read) {
                    self.lock(page, false)?;
                    return faster();
                }
            }
        }
        self.put(page, write.text, write.note)
    }

    fn attach(&mut self, _page: &Page, file: &Attachment) -> Result<(), Failure> {
        let wanted = format!("put the file \"{}\" there", file.name);
        let base64 = if self.json {
            base64::engine::general_purpose::STANDARD.encode(&file.bytes)
        } else {
            String::new()
        };
        let options = vec![("ow", Argument::Flag(true))];
        let method = Method {
            xml: (
                "wiki.putAttachment",
                vec![Argument::Text(&file.name), Argument::Bytes(&file.bytes), Argument::Map(options)],
            ),
            json: ("core.saveMedia", json!({"media": file.name, "base64": base64, "overwrite": true})),
        };
        let result = self.rpc(&wanted, &method, true)?;
        let info = Method {
            xml: ("wiki.getAttachmentInfo", vec![Argument::Text(&file.name)]),
            json: ("core.getMediaInfo", json!({"media": file.name})),
        };
        let there = self.rpc(&wanted, &info, true)?.ok();
        let size = there.as_ref().and_then(|info| info.get("size")).and_then(Value::as_u64);
        match result {
            Err(fault) if fault.code != 0 => Err(self.failure(&wanted, &fault)),
            _ if size == Some(file.bytes.len() as u64) => Ok(()),
            _ => Err(Failure::new(
                Kind::Refused,
                format!("can't {wanted}: the wiki did not keep it"),
                "The wiki takes no files of this type, or none so large: attach others (`attach`), or let the \
                 administrator add the type to conf/mime.local.conf (for HTML, the setting iexssprotect is off as well).",
            )),
        }
    }

    fn delete(&mut self, page: &str) -> Result<(), Failure> {
        if self.info(page)?.is_none() {
            return Ok(());
        }
        self.put(page, "", "Trustline: not published any more")
    }

    fn detach(&mut self, page: &str, name: &str) -> Result<bool, Failure> {
        let wanted = format!("delete the file \"{name}\"");
        let method = || Method {
            xml: ("wiki.deleteAttachment", vec![Argument::Text(name)]),
            json: ("core.deleteMedia", json!({"media": name})),
        };
        let mut result = self.rpc(&wanted, &method(), true)?;
        // Releases up to 2022 don't say which fault it is.
        let in_use = |fault: &Fault| matches!(fault.code, 0 | IN_USE);
        if result.as_ref().is_err_and(in_use) && self.shows_nothing_now(page)? {
            result = self.rpc(&wanted, &method(), true)?;
        }
        let space = name.rsplit_once(':').map_or("", |(space, _)| space).to_owned();
        match result {
            Ok(_) => Ok(true),
            // What is gone already is a fault as well, and not of the same number in each release.
            Err(_) if !self.files(&space)?.contains_key(name) => Ok(true),
            Err(fault) if in_use(&fault) && self.rights(name)? >= DELETE => Ok(false),
            Err(fault) => Err(Failure { help: RIGHTS.to_owned(), ..self.failure(&wanted, &fault) }),
        }
    }

    fn call(&self, step: Call<'_>) -> String {
        let (path, put, save, delete) = if self.json {
            (JSON, "core.savePage", "core.saveMedia", "core.deleteMedia")
        } else {
            (XML, "wiki.putPage", "wiki.putAttachment", "wiki.deleteAttachment")
        };
        let post = |what: String| format!("POST {}{path} {what}", self.http.base());
        match step {
            Call::Create(page) | Call::Update(page) => post(format!("{put} {}", page.address)),
            Call::Attach(_, file) => post(format!("{save} {} ({} bytes)", file.name, file.bytes.len())),
            Call::Delete(page) => post(format!("{put} {page} (empty: deletes it)")),
            Call::Detach(_, name) => post(format!("{delete} {name}")),
            Call::Label(_) | Call::Finish => String::new(),
        }
    }
}

/// Whether people changed our part of a page.
fn is_touched(split: &Split) -> bool {
    !same(&hash(&split.ours), &split.mark.text)
}

/// A file that is there.
fn held(name: &str, files: &BTreeMap<String, String>) -> Option<Held> {
    let digest = Digest::Md5(files.get(name)?.clone());
    Some(Held { name: name.to_owned(), digest, ours: true })
}

/// Files that we put on a page and that it is not asked for any more: those that our text shows as we wrote it, and
/// those of which its mark has a trace. The wiki itself can't tell who put a file there.
fn shown_before(page: &Page, split: &Split, touched: bool, files: &BTreeMap<String, String>) -> Vec<Held> {
    let inner = format!("{}:", page.address);
    let of_page = files.keys().filter(|name| name.strip_prefix(&inner).is_some_and(|n| !n.contains(':')));
    let unasked = of_page.filter(|name| page.attachments.iter().all(|file| file.name != **name));
    let ours = |file: &Held| {
        let shown = !touched && split.ours.contains(&format!("{{{{{}?", file.name));
        shown || split.mark.left.contains(&file.trace())
    };
    unasked.filter_map(|name| held(name, files)).filter(ours).collect()
}

/// A second since 1970 as a day and time in UTC.
fn day(seconds: i64) -> String {
    let date = crate::syntax::tree::Date::from_days(seconds.div_euclid(86_400));
    let rest = seconds.rem_euclid(86_400);
    format!("{date}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::super::secret::Secret;
    use super::*;

    #[test]
    fn titles_become_ids() {
        let place = Place {
            url: "https://wiki.example.org/doku.php".into(),
            space: "Security:Models".into(),
            user: "ana".into(),
            secret: Some(Secret::new("sesame")),
            ..Place::default()
        };
        let wiki = DokuWiki::new(place, Patience::default()).unwrap();
        assert_eq!(
            wiki.address(&["RAG: a <b>", "Threats 1–20"]).unwrap(),
            "security:models:rag_a_b:threats_1_20"
        );
        let strange = wiki.address(&["Größe"]).unwrap();
        assert!(strange.starts_with("security:models:gr_e_") && strange.is_ascii(), "{strange}");
        assert!(wiki.address(&["模型"]).unwrap().starts_with("security:models:p"));
        assert!(wiki.address(&["…"]).is_err());
        assert_eq!(wiki.attachment("a:rag", "rag.view one.svg"), "a:rag:rag_view_one.svg");
        assert_eq!(wiki.link("a:rag"), "https://wiki.example.org/doku.php?id=a:rag");
        assert!(!format!("{wiki:?}").contains("sesame"));
        assert_eq!(day(1_774_567_890), "2026-03-26T23:31:30Z");
    }

    #[test]
    fn where_there_is_no_xml_it_speaks_json() {
        use super::super::http::fake::{answer, quick, server};
        let ok =
            |result: &str| answer("200 OK", "", &format!(r#"{{"jsonrpc":"2.0","id":1,"result":{result}}}"#));
        let missing =
            r#"{"jsonrpc":"2.0","id":1,"error":{"code":121,"message":"The requested page does not exist"}}"#;
        let (url, asked) = server(vec![
            answer("404 Not Found", "", ""),
            ok("8"),
            answer("400 Bad Request", "", missing),
            ok("[]"),
            answer("400 Bad Request", "", missing),
            ok("true"),
            ok("true"),
            ok(r#"{"id":"rag:a.png","size":3}"#),
            answer("400 Bad Request", "", r#"{"error":{"code":134,"message":"Positive wordblock check"}}"#),
        ]);
        let place =
            Place { url, user: "ana".into(), secret: Some(Secret::new("sesame")), ..Place::default() };
        let mut wiki = DokuWiki::new(place, quick()).unwrap();
        wiki.open().unwrap();
        let file = Attachment { name: "rag:a.png".into(), media: "image/png", bytes: b"abc".to_vec() };
        let page = Page { address: "rag".into(), attachments: vec![file.clone()], ..Page::default() };
        // Files are asked for first, then the page.
        assert_eq!(wiki.files("rag").unwrap(), BTreeMap::new(), "a fault is an empty namespace");
        assert_eq!(wiki.files("rag").unwrap(), BTreeMap::new());
        let mark = super::super::mark::Mark::default();
        let write =
            Write { page: &page, parent: None, text: "Text ü", mark: &mark, over: None, note: "note" };
        wiki.write(&write).unwrap();
        wiki.attach(&page, &file).unwrap();
        let failure = wiki.put("rag", "spam", "note").unwrap_err();
        assert!(
            failure.what.contains("Positive wordblock check") && failure.help.contains("blocked words"),
            "{failure:?}"
        );
        let asked = asked.join().unwrap();
        let said: Vec<Value> = asked[1..]
            .iter()
            .map(|a| serde_json::from_str(a.rsplit('\n').next().unwrap()).unwrap())
            .collect();
        assert!(
            asked[0].starts_with("POST /lib/exe/xmlrpc.php")
                && asked[1].starts_with("POST /lib/exe/jsonrpc.php")
        );
        let method = |at: usize| (said[at]["method"].as_str().unwrap(), said[at]["params"].clone());
        assert_eq!(method(0), ("core.aclCheck", json!({"page": "trustline"})));
        assert_eq!(method(1), ("core.listMedia", json!({"namespace": "rag", "depth": 0, "hash": true})));
        assert_eq!(method(3), ("core.getPageInfo", json!({"page": "rag", "author": true})));
        let saved = json!({"page": "rag", "text": "Text ü", "summary": "note", "isminor": false});
        assert_eq!(method(4), ("core.savePage", saved));
        assert_eq!(
            method(5),
            ("core.saveMedia", json!({"media": "rag:a.png", "base64": "YWJj", "overwrite": true}))
        );
        assert_eq!(method(6), ("core.getMediaInfo", json!({"media": "rag:a.png"})));
    }
}
