//! The calls of DokuWiki's two interfaces, and what their faults mean.

use super::{DokuWiki, FENCE, is_touched, shown_before};
use crate::publish::failure::{Failure, Kind};
use crate::publish::http::{Body, Request, glimpse};
use crate::publish::mark::Mark;
use crate::publish::page::Page;
use crate::publish::wiki::Held;
use crate::publish::xmlrpc::{self, Argument, Fault};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A call in both interfaces.
pub(super) struct Method<'a> {
    pub xml: (&'a str, Vec<Argument<'a>>),
    pub json: (&'a str, Value),
}

pub(super) const XML: &str = "/lib/exe/xmlrpc.php";
pub(super) const JSON: &str = "/lib/exe/jsonrpc.php";
pub(super) const LOCKED: &str =
    "Publish again when nobody edits the page; the wiki's locks end by themselves after some minutes.";
pub(super) const RIGHTS: &str = "The account needs the rights to read, edit, create and upload in the namespace (and to delete, for \
    `--prune`), and the wiki's settings `remote` and `remoteuser` have to allow it; see that account and password are right as well.";

impl DokuWiki {
    /// Calls a method. A fault is data: some are no failure.
    pub(super) fn rpc(
        &mut self,
        wanted: &str,
        method: &Method<'_>,
        again: bool,
    ) -> Result<Result<Value, Fault>, Failure> {
        let (path, body) = if self.json {
            let call = json!({"jsonrpc": "2.0", "id": 1, "method": method.json.0, "params": method.json.1});
            (JSON, Body::Text("application/json", call.to_string()))
        } else {
            (XML, Body::Text("text/xml", xmlrpc::call(method.xml.0, &method.xml.1)))
        };
        let request = Request { again, ..Request::write("POST", path, body) };
        let answer = self.http.send(&request)?;
        // Faults come with a status of failure in the newer interface.
        let told = self.json && answer.status == 400;
        if !answer.ok() && !told {
            let mut refusal = answer.refusal(wanted);
            if answer.status == 401 || answer.status == 403 {
                refusal.help = RIGHTS.to_owned();
            }
            return Err(refusal);
        }
        if self.json {
            let value = answer.json()?;
            return Ok(
                match value.get("error").filter(|e| !e.is_null() && e.get("code") != Some(&json!(0))) {
                    Some(error) => Err(Fault {
                        code: error.get("code").and_then(Value::as_i64).unwrap_or_default(),
                        text: glimpse(error.get("message").and_then(Value::as_str).unwrap_or_default()),
                    }),
                    None => Ok(value.get("result").cloned().unwrap_or(Value::Null)),
                },
            );
        }
        let value = xmlrpc::value(&answer.text())?;
        // Releases up to 2022 answer each fault with an empty struct.
        Ok(value.and_then(|value| match value {
            Value::Object(map) if map.is_empty() => Err(Fault { code: 0, text: String::new() }),
            value => Ok(value),
        }))
    }

    /// Calls a method whose faults are failures.
    pub(super) fn ask(&mut self, wanted: &str, method: &Method<'_>, again: bool) -> Result<Value, Failure> {
        self.rpc(wanted, method, again)?.map_err(|fault| self.failure(wanted, &fault))
    }

    /// What a fault means.
    pub(super) fn failure(&self, wanted: &str, fault: &Fault) -> Failure {
        let (kind, help) = match fault.code {
            111 | 112 | 113 | 114 | 211..=215 => (Kind::Forbidden, RIGHTS),
            133 => (Kind::Busy, LOCKED),
            134 => (
                Kind::Refused,
                "The wiki's list of blocked words (wordblock.conf) holds it up: let the administrator look at it.",
            ),
            -32605 => (Kind::Forbidden, RIGHTS),
            0 => (
                Kind::Refused,
                "This release of DokuWiki doesn't say why. Its list of blocked words, a lock of \
                  somebody who edits the page, or missing rights may be the reason.",
            ),
            _ => (Kind::Refused, "See what the wiki says."),
        };
        let said = match (&self.place.secret, fault.text.as_str()) {
            (_, "") => String::new(),
            (Some(secret), text) => format!(": the wiki says `{}` ({})", secret.hidden_in(text), fault.code),
            (None, text) => format!(": the wiki says `{text}` ({})", fault.code),
        };
        Failure::new(kind, format!("can't {wanted}{said}"), help)
    }

    /// What the account may do at a place: a number as [`UPLOAD`].
    pub(super) fn rights(&mut self, place: &str) -> Result<i64, Failure> {
        let method = Method {
            xml: ("wiki.aclCheck", vec![Argument::Text(place)]),
            json: ("core.aclCheck", json!({"page": place})),
        };
        let rights = self.ask("ask for the account's rights", &method, true)?;
        Ok(rights.as_i64().unwrap_or_default())
    }

    /// Sees that account and password are right: the wiki takes whoever gives wrong ones for a stranger, and says nothing.
    pub(super) fn log_in(&mut self) -> Result<(), Failure> {
        let secret = self.place.secret.as_ref().map(|s| s.expose().to_owned()).unwrap_or_default();
        let user = self.place.user.clone();
        let method = Method {
            xml: ("dokuwiki.login", vec![Argument::Text(&user), Argument::Text(&secret)]),
            json: ("core.login", json!({"user": user, "pass": secret})),
        };
        match self.rpc("log in", &method, true)? {
            Ok(Value::Bool(false)) => Err(Failure::new(
                Kind::Login,
                format!("the wiki refuses the account `{user}` or its password"),
                "See that the environment variables hold the account's name and its password for this wiki.",
            )),
            _ => Ok(()),
        }
    }

    /// Revision and author of a page; none if there is no page.
    pub(super) fn info(&mut self, page: &str) -> Result<Option<(String, String)>, Failure> {
        let method = Method {
            xml: ("wiki.getPageInfo", vec![Argument::Text(page)]),
            json: ("core.getPageInfo", json!({"page": page, "author": true})),
        };
        Ok(self.rpc(&format!("read the page \"{page}\""), &method, true)?.ok().map(|info| {
            let revision = info.get("version").or_else(|| info.get("revision")).map(Value::to_string);
            let author = info.get("author").and_then(Value::as_str).unwrap_or_default();
            (revision.unwrap_or_default(), author.to_owned())
        }))
    }

    /// The text of a page that is there.
    pub(super) fn text(&mut self, page: &str) -> Result<String, Failure> {
        let wanted = format!("read the page \"{page}\"");
        let method = Method {
            xml: ("wiki.getPage", vec![Argument::Text(page)]),
            json: ("core.getPage", json!({"page": page})),
        };
        let value = self.ask(&wanted, &method, true)?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// The pages in a namespace and below.
    pub(super) fn pages(&mut self, space: &str) -> Result<BTreeMap<String, i64>, Failure> {
        let method = Method {
            xml: (
                "dokuwiki.getPagelist",
                vec![Argument::Text(space), Argument::Map(vec![("depth", Argument::Number(0))])],
            ),
            json: ("core.listPages", json!({"namespace": space, "depth": 0})),
        };
        // A namespace that is not there has no pages.
        let list = self.rpc(&format!("list the pages in \"{space}\""), &method, true)?.unwrap_or(Value::Null);
        let entry = |page: &Value| {
            let revision = page.get("rev").or_else(|| page.get("revision")).and_then(Value::as_i64);
            Some((page.get("id")?.as_str()?.to_owned(), revision.unwrap_or_default()))
        };
        Ok(list.as_array().into_iter().flatten().filter_map(entry).collect())
    }

    /// The files in a namespace and below, with their MD5.
    pub(super) fn files(&mut self, space: &str) -> Result<BTreeMap<String, String>, Failure> {
        let options = vec![("depth", Argument::Number(0)), ("hash", Argument::Flag(true))];
        let method = Method {
            xml: ("wiki.getAttachments", vec![Argument::Text(space), Argument::Map(options)]),
            json: ("core.listMedia", json!({"namespace": space, "depth": 0, "hash": true})),
        };
        let list = self.rpc(&format!("list the files in \"{space}\""), &method, true)?.unwrap_or(Value::Null);
        let entry = |file: &Value| {
            let hash = file.get("hash").and_then(Value::as_str).unwrap_or_default();
            Some((file.get("id")?.as_str()?.to_owned(), hash.to_owned()))
        };
        Ok(list.as_array().into_iter().flatten().filter_map(entry).collect())
    }

    /// Locks a page against people who edit it; or ends that.
    pub(super) fn lock(&mut self, page: &str, lock: bool) -> Result<(), Failure> {
        let list = |on: bool| Argument::List(if on { vec![Argument::Text(page)] } else { Vec::new() });
        let method = Method {
            xml: (
                "dokuwiki.setLocks",
                vec![Argument::Map(vec![("lock", list(lock)), ("unlock", list(!lock))])],
            ),
            json: (if lock { "core.lockPages" } else { "core.unlockPages" }, json!({"pages": [page]})),
        };
        let wanted = format!("lock the page \"{page}\"");
        let value = self.ask(&wanted, &method, true)?;
        let held = value.get("locked").unwrap_or(&value).as_array();
        let held = held.is_some_and(|list| list.iter().any(|own| own.as_str() == Some(page)));
        if lock && !held {
            return Err(Failure::new(
                Kind::Busy,
                format!("can't {wanted}: somebody edits it, or the account may not"),
                LOCKED,
            ));
        }
        Ok(())
    }

    pub(super) fn put(&mut self, page: &str, text: &str, note: &str) -> Result<(), Failure> {
        let wanted = format!("write the page \"{page}\"");
        let options = vec![("sum", Argument::Text(note)), ("minor", Argument::Flag(false))];
        let method = Method {
            xml: ("wiki.putPage", vec![Argument::Text(page), Argument::Text(text), Argument::Map(options)]),
            json: ("core.savePage", json!({"page": page, "text": text, "summary": note, "isminor": false})),
        };
        match self.ask(&wanted, &method, false)? {
            Value::Bool(true) => Ok(()),
            other => {
                let said = glimpse(&other.to_string());
                Err(Failure::new(
                    Kind::Broken,
                    format!("can't {wanted}: the wiki says `{said}`"),
                    "Publish again.",
                ))
            }
        }
    }

    /// Takes our part out of a page that will be deleted: as long as it shows files, the wiki keeps them. Its mark knows
    /// them from then on, so that a run that breaks off now is ended by the next. False if there is nothing to take out.
    pub(super) fn shows_nothing_now(&mut self, page: &str) -> Result<bool, Failure> {
        if self.info(page)?.is_none() {
            return Ok(false);
        }
        let text = self.text(page)?;
        let files = self.files(page)?;
        let Some(split) = FENCE.split(&text).filter(|split| !split.ours.is_empty()) else { return Ok(false) };
        let bare = Page { address: page.to_owned(), ..Page::default() };
        let held = shown_before(&bare, &split, is_touched(&split), &files);
        if held.is_empty() {
            return Ok(false);
        }
        let mark = Mark { left: held.iter().map(Held::trace).collect(), ..split.mark };
        let text = format!("{}{}{}", split.above, FENCE.around("", &mark), split.below);
        self.put(page, &text, "Trustline: not published any more").map(|()| true)
    }
}
