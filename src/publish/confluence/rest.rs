//! What both interfaces of Confluence share: sending, what refusals mean, files and labels, which Cloud writes through the
//! older interface as well.

use super::Edition;
use super::api::Outcome;
use crate::publish::failure::{Failure, Kind};
pub(super) use crate::publish::http::escaped;
use crate::publish::http::{Answer, Body, Http, Part, Request, glimpse};
use crate::publish::page::Attachment;
use crate::publish::secret::Secret;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A connection.
#[derive(Debug)]
pub(super) struct Rest {
    pub http: Http,
    pub edition: Edition,
    /// The secret, to keep it out of what the server says.
    pub secret: Secret,
    /// Ids of pages made in this run: Cloud may not find them for a moment.
    pub fresh: BTreeSet<String>,
}

/// A page as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub id: String,
    pub title: String,
    /// The space, as this interface names it.
    pub space: String,
    pub version: u64,
    pub message: String,
    pub author: String,
    pub date: String,
    pub body: String,
    /// Our property, if the interface told of it: none if there is none.
    pub property: Option<Option<Property>>,
    /// Its labels, if the interface told them.
    pub labels: Option<Vec<String>>,
}

/// A content property.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Property {
    /// Its id; empty where keys serve as ids.
    pub id: String,
    pub value: Value,
    pub version: u64,
}

/// A file on a page.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub id: String,
    pub name: String,
    pub comment: String,
}

/// A text in an answer; empty if it is not there. Numbers count as texts, because ids come as either.
pub(super) fn text(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// The entries of a list in an answer.
pub(super) fn entries(value: &Value) -> &[Value] {
    value.get("results").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

impl Seen {
    /// What both interfaces say of a page in the same words.
    pub(super) fn of(page: &Value) -> Seen {
        Seen {
            id: text(page, "/id"),
            title: text(page, "/title"),
            version: version(page),
            message: text(page, "/version/message"),
            body: text(page, "/body/storage/value"),
            ..Seen::default()
        }
    }
}

impl Property {
    /// A property in an answer.
    pub(super) fn of(value: &Value) -> Property {
        Property {
            id: text(value, "/id"),
            value: value.get("value").cloned().unwrap_or_default(),
            version: version(value),
        }
    }
}

/// The number of the version that an answer tells.
fn version(value: &Value) -> u64 {
    value.pointer("/version/number").and_then(Value::as_u64).unwrap_or_default()
}

/// Of the pages that a search gave, the one of a title: titles are unique whatever their case.
pub(super) fn of_title(mut pages: impl Iterator<Item = Seen>, title: &str) -> Option<Seen> {
    let lower = title.to_lowercase();
    pages.find(|page| page.title.to_lowercase() == lower)
}

impl Rest {
    /// Sends, waits for a page that was just made to be found, and comes back after passing failures of the server.
    /// `page` is the page that the call is about, if any.
    pub(super) fn answer(&mut self, request: &Request, page: Option<&str>) -> Result<Answer, Failure> {
        let mut tried = 1;
        loop {
            let answer = self.http.send(request)?;
            let late = answer.status == 404 && page.is_some_and(|id| self.fresh.contains(id));
            let failed = answer.status == 500 && request.again;
            if !(late || failed) || !self.http.pause(tried, None)? {
                return Ok(answer);
            }
            tried += 1;
        }
    }

    /// The data of an answer; a status of failure is one.
    pub(super) fn data(
        &mut self,
        request: &Request,
        page: Option<&str>,
        wanted: &str,
    ) -> Result<Value, Failure> {
        let answer = self.answer(request, page)?;
        if !answer.ok() {
            return Err(self.refusal(&answer, wanted));
        }
        if answer.bytes.is_empty() {
            return Ok(Value::Null);
        }
        answer.json().map_err(|f| self.hidden(f))
    }

    /// As [`Rest::data`]; what is not there is none.
    pub(super) fn found(
        &mut self,
        request: &Request,
        page: Option<&str>,
        wanted: &str,
    ) -> Result<Option<Value>, Failure> {
        let answer = self.answer(request, page)?;
        match answer.status {
            404 => Ok(None),
            _ if !answer.ok() => Err(self.refusal(&answer, wanted)),
            _ => answer.json().map(Some).map_err(|f| self.hidden(f)),
        }
    }

    /// All entries of a list that comes in parts. `root` is how paths of this interface begin: what the server calls
    /// the next part is asked of the same server, whatever host it names.
    pub(super) fn all(
        &mut self,
        first: Request,
        root: &str,
        page: Option<&str>,
        wanted: &str,
    ) -> Result<Vec<Value>, Failure> {
        let mut out = Vec::new();
        let mut request = first;
        let mut asked = BTreeSet::new();
        loop {
            let answer = self.data(&request, page, wanted)?;
            out.extend(entries(&answer).iter().cloned());
            let next = text(&answer, "/_links/next");
            let Some(path) = next.find(root).and_then(|at| next.get(at..)) else { return Ok(out) };
            if !asked.insert(path.to_owned()) {
                return Ok(out);
            }
            request = Request::get(path);
        }
    }

    /// Takes the secret out of a failure.
    fn hidden(&self, failure: Failure) -> Failure {
        Failure { what: self.secret.hidden_in(&failure.what), ..failure }
    }

    /// What the server says, in one line.
    fn said(&self, answer: &Answer) -> String {
        let said = answer.json().ok().and_then(|v| {
            ["/message", "/errors/0/title"].iter().map(|p| text(&v, p)).find(|t| !t.is_empty())
        });
        // Pages for people say nothing that belongs into a line.
        let plain = || Some(answer.text()).filter(|t| !t.trim_start().starts_with('<'));
        self.secret.hidden_in(&glimpse(&said.or_else(plain).unwrap_or_default()))
    }

    /// Whether the server refuses a page because another one has its title.
    pub(super) fn title_is_taken(&self, answer: &Answer) -> bool {
        answer.status == 400 && self.said(answer).contains("already exists")
    }

    /// What a refusal means here, and what to do about it.
    pub(super) fn refusal(&self, answer: &Answer, wanted: &str) -> Failure {
        let cloud = self.edition == Edition::Cloud;
        let captcha =
            answer.header("x-seraph-loginreason").is_some_and(|r| r.contains("AUTHENTICATION_DENIED"));
        let said = self.said(answer);
        let (kind, what, help) = match answer.status {
            _ if captcha => (
                Kind::Login,
                "Confluence wants to see that a person logs in, after too many failures",
                "Log in once in a browser with this account, then publish again; or use a personal access token.",
            ),
            401 if cloud => (
                Kind::Login,
                "the account or its token is refused",
                "See that TRUSTLINE_CONFLUENCE_USER is the account's e-mail address and TRUSTLINE_CONFLUENCE_PASSWORD an \
                 API token of it. Tokens of Cloud expire within a year; one with scopes works only with \
                 https://api.atlassian.com/ex/confluence/ID as `url`.",
            ),
            401 => (
                Kind::Login,
                "the account or its token is refused",
                "See that TRUSTLINE_CONFLUENCE_PASSWORD is a personal access token that has not expired, with \
                 TRUSTLINE_CONFLUENCE_USER unset; or a password, with the account in TRUSTLINE_CONFLUENCE_USER.",
            ),
            403 if cloud => (
                Kind::Forbidden,
                "the account or its token may not do this",
                "Give the account the right to add pages and attachments in the space, and see that nothing restricts \
                 the parent page. A token with scopes needs those to read and write pages, attachments, labels and \
                 content properties, and to read spaces.",
            ),
            403 => (
                Kind::Forbidden,
                "the account may not do this",
                "Give the account the right to add pages and attachments in the space, and see that nothing restricts \
                 the parent page.",
            ),
            404 => (
                Kind::Missing,
                "it is not there, or the account may not see it",
                "See that `url` has the path of Confluence (as `/wiki` or `/confluence`), that `space` and `parent` are \
                 right, and that the account may see them.",
            ),
            405 | 410 | 501 => (
                Kind::Settings,
                "this Confluence does not have this interface",
                "Set `edition` to `cloud` or to `data-center`, whichever this Confluence is.",
            ),
            409 => {
                (Kind::Conflict, "somebody else wrote at the same time", "Publish again: it compares anew.")
            }
            400 if said.contains("xhtml") => (
                Kind::Broken,
                "Confluence can't read the page",
                "If people wrote around our part of the page, undo their last change there; else report it, for then it is \
                 a fault of this program.",
            ),
            _ => return self.hidden(answer.refusal(wanted)),
        };
        let said = if said.is_empty() { said } else { format!(": `{said}`") };
        Failure::new(kind, format!("can't {wanted}: {what} (status {}){said}", answer.status), help)
    }

    /// Writes a page; `seen` reads it in the answer.
    pub(super) fn write(
        &mut self,
        request: &Request,
        page: Option<&str>,
        wanted: &str,
        seen: impl Fn(&Value) -> Seen,
    ) -> Result<Outcome, Failure> {
        let answer = self.answer(request, page)?;
        match answer.status {
            409 => Ok(Outcome::Moved),
            _ if self.title_is_taken(&answer) => Ok(Outcome::Taken),
            _ if !answer.ok() => Err(self.refusal(&answer, wanted)),
            _ => Ok(Outcome::Done(Box::new(seen(&answer.json()?)))),
        }
    }

    /// Writes a property: a new one into the list at `all`, or over the one that the list has under a name in a version.
    /// False if another version of it stands there: Data Center calls a second one of a key a bad request.
    pub(super) fn set_property(
        &mut self,
        page: &str,
        all: &str,
        (key, value): (&str, &Value),
        over: Option<(&str, u64)>,
    ) -> Result<bool, Failure> {
        let request = match over {
            None => Request::write("POST", all, sent(&json!({ "key": key, "value": value }))),
            Some((name, version)) => {
                let new = json!({ "key": key, "value": value, "version": { "number": version + 1 } });
                Request::write("PUT", format!("{all}/{}", escaped(name)), sent(&new))
            }
        };
        let answer = self.answer(&request.repeatable(), Some(page))?;
        match answer.status {
            409 => Ok(false),
            400 if over.is_none() && answer.text().contains("already") => Ok(false),
            _ if answer.ok() => Ok(true),
            _ => Err(self.refusal(&answer, "mark the page")),
        }
    }

    /// Gives a page labels; its other ones stay.
    pub(super) fn add_labels(&mut self, page: &str, labels: &[String]) -> Result<(), Failure> {
        let all: Vec<Value> = labels.iter().map(|l| json!({ "prefix": "global", "name": l })).collect();
        let body = Body::Text("application/json", Value::Array(all).to_string());
        let path = format!("/rest/api/content/{}/label", escaped(page));
        let request = Request::write("POST", path, body).repeatable();
        let answer = self.data(&request, Some(page), "label the page")?;
        let held: BTreeSet<String> = entries(&answer).iter().map(|l| text(l, "/name")).collect();
        match labels.iter().find(|l| !held.contains(*l)) {
            Some(label) => Err(Failure::new(
                Kind::Broken,
                format!("the label `{label}` is not there after it was given"),
                "Publish again; if it stays so, name another label.",
            )),
            None => Ok(()),
        }
    }

    /// Puts a file on a page: a new one, or a version over the one of an id. Says what the file is called there, and how
    /// large it is.
    pub(super) fn upload(
        &mut self,
        page: &str,
        over: Option<&str>,
        file: &Attachment,
        comment: &str,
    ) -> Result<Answer, Failure> {
        let part = |name: &str, text: &str| Part {
            name: name.to_owned(),
            file: None,
            bytes: text.as_bytes().to_vec(),
        };
        let parts = vec![
            Part {
                name: "file".into(),
                file: Some((file.name.clone(), file.media)),
                bytes: file.bytes.clone(),
            },
            part("comment", comment),
            part("minorEdit", "true"),
        ];
        let all = format!("/rest/api/content/{}/child/attachment", escaped(page));
        let path = over.map_or_else(|| all.clone(), |id| format!("{all}/{}/data", escaped(id)));
        let mut request =
            Request::write("POST", path, Body::Parts(parts)).header("x-atlassian-token", "no-check");
        // A second version with the same bytes harms nobody; a second file of a name can't be.
        request.again = over.is_some();
        self.answer(&request, Some(page))
    }

    /// Deletes something by its path; what is gone already is no failure.
    pub(super) fn delete(&mut self, path: String, wanted: &str) -> Result<(), Failure> {
        let answer = self.answer(&Request::write("DELETE", path, Body::None).repeatable(), None)?;
        if answer.ok() || answer.status == 404 { Ok(()) } else { Err(self.refusal(&answer, wanted)) }
    }
}

/// A body of JSON.
pub(super) fn sent(value: &Value) -> Body {
    Body::Text("application/json", value.to_string())
}
