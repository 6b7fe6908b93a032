//! API v1: all of Data Center; of Cloud only what v2 has no words for (files, writing labels, moving).

use super::http::{Answer, Request};
use super::store::{Attachment, OTHER, Page, Property, Refused, SPACE, Store};
use super::{Edition, Rights};
use serde_json::{Map, Value, json};

fn refused(r: Refused) -> Answer {
    let reason = match r.0 {
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        413 => "Request Entity Too Large",
        _ => "Gone",
    };
    Answer::json(
        r.0,
        &json!({ "statusCode": r.0, "data": { "authorized": r.0 != 403, "valid": true, "errors": [], "successful": false },
                 "message": r.1, "reason": reason }),
    )
}

fn no(status: u16, text: &str) -> Answer {
    refused(Refused(status, text.to_owned()))
}

pub(super) fn answer(request: &Request, path: &[String], store: &mut Store, rights: Rights) -> Answer {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let method = request.method.as_str();
    if rights == Rights::None {
        return no(404, "No content found, or you may not see it");
    }
    if rights < Rights::Write && method != "GET" {
        return no(
            403,
            "com.atlassian.confluence.api.service.exceptions.PermissionException: User is not permitted to do this",
        );
    }
    let only_v2 = matches!(
        (method, &words[..]),
        ("GET", ["content", ..] | ["space", ..])
            | ("POST", ["content"])
            | ("PUT" | "DELETE", ["content", _])
            | (_, ["content", _, "property", ..])
    );
    if store.edition == Edition::Cloud && only_v2 {
        return no(410, "This endpoint has been removed. Use the v2 API.");
    }
    match (method, &words[..]) {
        ("GET", ["space", key]) => match [SPACE, OTHER].iter().find(|s| s.0 == *key) {
            Some(s) => {
                let mut out = json!({ "id": s.1, "key": s.0, "name": s.0, "type": "global" });
                if expanded(request, "homepage") {
                    out["homepage"] =
                        json!({ "id": s.2.to_string(), "type": "page", "title": store.pages[&s.2].title });
                }
                Answer::json(200, &out)
            }
            None => no(404, &format!("No space found with key: {key}")),
        },
        ("GET", ["content"]) => find(request, store),
        ("POST", ["content"]) => create(request, store),
        ("GET", ["content", id]) => match store.page(id).map(|p| p.id) {
            Ok(id) => Answer::json(200, &shown(&store.pages[&id], store, request, true)),
            Err(r) => refused(r),
        },
        ("PUT", ["content", id]) => update(request, id, store),
        ("DELETE", ["content", id]) => delete(request, id, store),
        ("GET", ["content", id, "child" | "descendant", "page"]) => match store.page(id).map(|p| p.id) {
            Ok(id) => {
                let deep = words[2] == "descendant";
                let found: Vec<Value> = store
                    .pages
                    .values()
                    .filter(|p| {
                        !p.trashed
                            && if deep { store.ancestors(p.id).contains(&id) } else { p.parent == Some(id) }
                    })
                    .map(|p| shown(p, store, request, false))
                    .collect();
                listed(request, store, found)
            }
            Err(r) => refused(r),
        },
        (_, ["content", id, "child", "attachment", rest @ ..]) => attachments(request, id, rest, store),
        (_, ["content", id, "label", rest @ ..]) => labels(request, id, rest, store),
        (_, ["content", id, "property", rest @ ..]) => properties(request, id, rest, store),
        ("PUT", ["content", id, "move", _, to]) => {
            let parent = to.parse().ok().and_then(|t| store.pages.get(&t)).and_then(|p| p.parent);
            if let Ok(page) = store.page(id) {
                page.parent = parent;
            }
            Answer::json(200, &json!({ "pageId": id }))
        }
        _ => no(404, "null for uri"),
    }
}

fn expanded(request: &Request, what: &str) -> bool {
    request.query("expand").is_some_and(|e| {
        e.split(',').any(|e| e == what || e.strip_prefix(what).is_some_and(|r| r.starts_with('.')))
    })
}

/// A page with what was asked for; a single one comes with space and version anyway.
fn shown(page: &Page, store: &Store, request: &Request, alone: bool) -> Value {
    let usual = alone && request.query("expand").is_none();
    let mut out = json!({
        "id": page.id.to_string(), "type": "page", "title": page.title, "status": if page.trashed { "trashed" } else { "current" },
        "_links": { "webui": format!("/pages/viewpage.action?pageId={}", page.id), "base": base(store) },
    });
    if usual || expanded(request, "version") {
        out["version"] = json!({
            "number": page.version, "message": page.message, "minorEdit": page.minor, "when": "2026-11-26T12:00:00.000+01:00",
            "by": { "type": "known", "displayName": "Somebody" },
        });
    }
    let space = store.space_of(page.id);
    if usual || expanded(request, "space") {
        out["space"] = json!({ "id": space.1, "key": space.0, "name": space.0 });
    }
    if expanded(request, "ancestors") {
        let all: Vec<Value> = store
            .ancestors(page.id)
            .iter()
            .map(|id| json!({ "id": id.to_string(), "type": "page", "title": store.pages[id].title }))
            .collect();
        out["ancestors"] = all.into();
    }
    if expanded(request, "body.storage") {
        out["body"] = json!({ "storage": { "value": page.body, "representation": "storage" } });
    }
    let mut metadata = Map::new();
    if expanded(request, "metadata.labels") {
        let all: Vec<Value> = page.labels.iter().map(label).collect();
        metadata
            .insert("labels".into(), json!({ "results": all, "start": 0, "limit": 200, "size": all.len() }));
    }
    let held: Map<String, Value> = page
        .properties
        .iter()
        .filter(|(k, _)| expanded(request, &format!("metadata.properties.{k}")))
        .map(|(k, p)| (k.clone(), property(k, p)))
        .collect();
    if expanded(request, "metadata.properties") {
        metadata.insert("properties".into(), held.into());
    }
    if !metadata.is_empty() {
        out["metadata"] = metadata.into();
    }
    out
}

fn base(store: &Store) -> String {
    format!("{}{}", store.root, if store.edition == Edition::Cloud { "/wiki" } else { "/confluence" })
}

fn listed(request: &Request, store: &Store, all: Vec<Value>) -> Answer {
    let (start, limit) = (request.number("start", 0), request.number("limit", 25).min(store.at_once));
    let more = all.len() > start + limit;
    let some: Vec<Value> = all.into_iter().skip(start).take(limit).collect();
    let mut links = json!({ "base": base(store), "context": "/confluence", "self": format!("{}{}", store.root, request.path) });
    if more {
        let path = request.path.split_once("/rest/api").map_or("", |p| p.1);
        let mut query: Vec<String> = request
            .query
            .iter()
            .filter(|(k, _)| k != "start" && k != "limit")
            .map(|(k, v)| format!("{k}={}", v.replace(' ', "%20").replace(',', "%2C")))
            .collect();
        query.push(format!("limit={limit}"));
        query.push(format!("start={}", start + limit));
        links["next"] = format!("/rest/api{path}?{}", query.join("&")).into();
    }
    Answer::json(
        200,
        &json!({ "results": some, "start": start, "limit": limit, "size": some.len(), "_links": links }),
    )
}

fn find(request: &Request, store: &mut Store) -> Answer {
    let (key, title) = (request.query("spaceKey"), request.query("title"));
    let found: Vec<Value> = store
        .pages
        .values()
        .filter(|p| !p.trashed && p.unseen == 0)
        .filter(|p| title.is_none_or(|t| p.title == t))
        .filter(|p| key.is_none_or(|k| k.is_empty() || store.space_of(p.id).0 == k))
        .map(|p| shown(p, store, request, false))
        .collect();
    listed(request, store, found)
}

fn text<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    value.pointer(path).and_then(Value::as_str)
}

fn create(request: &Request, store: &mut Store) -> Answer {
    let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
    let (Some("page"), Some(title), Some(body), Some("storage")) = (
        text(&sent, "/type"),
        text(&sent, "/title"),
        text(&sent, "/body/storage/value"),
        text(&sent, "/body/storage/representation"),
    ) else {
        return no(400, "type, title and body are needed");
    };
    let Some(space) = [SPACE, OTHER].into_iter().find(|s| Some(s.0) == text(&sent, "/space/key")) else {
        return no(404, "No space found with this key");
    };
    let parent = sent.pointer("/ancestors/0/id").map(|id| id.to_string().trim_matches('"').to_owned());
    let parent = parent.map_or(Some(space.2), |p| p.parse().ok()).unwrap_or_default();
    match store.create(title, parent, body) {
        Ok(id) => {
            let all = Request {
                query: vec![("expand".into(), "body.storage,version,space,ancestors".into())],
                ..blank()
            };
            Answer::json(200, &shown(&store.pages[&id], store, &all, true))
        }
        Err(r) => refused(r),
    }
}

fn blank() -> Request {
    Request {
        method: "GET".into(),
        target: String::new(),
        path: String::new(),
        query: vec![],
        headers: vec![],
        body: vec![],
    }
}

fn update(request: &Request, id: &str, store: &mut Store) -> Answer {
    let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
    let id = match store.page(id) {
        Ok(page) => page.id,
        Err(r) => return refused(r),
    };
    let (Some("page"), Some(title), Some(body)) =
        (text(&sent, "/type"), text(&sent, "/title"), text(&sent, "/body/storage/value"))
    else {
        return no(400, "type, title and body are needed");
    };
    let version = sent.pointer("/version/number").and_then(Value::as_u64);
    let parent = text(&sent, "/ancestors/0/id").and_then(|p| p.parse().ok());
    if let Err(r) = store.update(id, title, body, version, parent) {
        return refused(r);
    }
    let page = store.pages.get_mut(&id).unwrap();
    page.message = text(&sent, "/version/message").unwrap_or_default().to_owned();
    page.minor = sent.pointer("/version/minorEdit").and_then(Value::as_bool).unwrap_or_default();
    let all =
        Request { query: vec![("expand".into(), "body.storage,version,space,ancestors".into())], ..blank() };
    Answer::json(200, &shown(&store.pages[&id], store, &all, true))
}

fn delete(request: &Request, id: &str, store: &mut Store) -> Answer {
    if let Some(id) = id.strip_prefix("att").and_then(|a| a.parse().ok()) {
        return if store.detach(id) { Answer::text(204, "") } else { no(404, "No attachment found") };
    }
    match store.page(id) {
        Ok(page) if request.query("status") == Some("trashed") => {
            let id = page.id;
            store.pages.remove(&id);
            Answer::text(204, "")
        }
        Ok(page) => {
            page.trashed = true;
            Answer::text(204, "")
        }
        Err(r) => refused(r),
    }
}

fn file(a: &Attachment, page: u64) -> Value {
    json!({
        "id": format!("att{}", a.id), "type": "attachment", "status": "current", "title": a.name,
        "metadata": { "mediaType": a.media, "comment": a.comment },
        "extensions": { "mediaType": a.media, "fileSize": a.bytes.len(), "comment": a.comment },
        "version": { "number": a.version, "minorEdit": true },
        "_links": { "webui": format!("/pages/viewpage.action?pageId={page}"),
                    "download": format!("/download/attachments/{page}/{}?version={}", a.name, a.version) },
    })
}

fn attachments(request: &Request, page: &str, rest: &[&str], store: &mut Store) -> Answer {
    let page = match store.page(page) {
        Ok(page) => page.id,
        Err(r) => return refused(r),
    };
    match (request.method.as_str(), rest) {
        ("GET", []) => {
            let name = request.query("filename");
            let all = store.pages[&page].attachments.iter().filter(|a| name.is_none_or(|n| a.name == n));
            let all = all.map(|a| file(a, page)).collect();
            listed(request, store, all)
        }
        ("POST", []) => upload(request, page, None, store),
        ("PUT", []) if store.edition == Edition::DataCenter => Answer::text(405, ""),
        ("PUT", []) => {
            let name = request.form().and_then(|f| f.into_iter().find_map(|p| p.file));
            let id = name.and_then(|n| store.pages[&page].attachment(&n).map(|a| a.id));
            upload(request, page, id, store)
        }
        ("POST", [id, "data"]) => match id.trim_start_matches("att").parse() {
            Ok(id) => upload(request, page, Some(id), store),
            Err(_) => no(404, "No attachment found"),
        },
        // What is known of a file without its bytes; the version may stay or rise by one.
        ("PUT", [id]) => {
            let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
            let id: Option<u64> = id.trim_start_matches("att").parse().ok();
            let held =
                store.pages.get_mut(&page).and_then(|p| p.attachments.iter_mut().find(|a| Some(a.id) == id));
            let Some(a) = held else { return no(404, "No attachment found") };
            match sent.pointer("/version/number").and_then(Value::as_u64) {
                Some(v) if v == a.version || v == a.version + 1 => a.version = v,
                _ => return no(409, "Version must be the current one, or the next"),
            }
            for (path, field) in [
                ("/title", &mut a.name),
                ("/metadata/mediaType", &mut a.media),
                ("/metadata/comment", &mut a.comment),
            ] {
                if let Some(value) = text(&sent, path) {
                    *field = value.to_owned();
                }
            }
            Answer::json(200, &file(a, page))
        }
        _ => no(405, "Method Not Allowed"),
    }
}

fn upload(request: &Request, page: u64, over: Option<u64>, store: &mut Store) -> Answer {
    if !request.header("x-atlassian-token").is_some_and(|t| t == "no-check" || t == "nocheck") {
        return Answer::text(403, "XSRF check failed");
    }
    let Some(form) = request.form() else { return no(415, "Unsupported Media Type") };
    let comment =
        form.iter().find(|p| p.name == "comment").map(|p| String::from_utf8_lossy(&p.content).into_owned());
    let comment = comment.unwrap_or_default();
    let Some(sent) = form.into_iter().find(|p| p.name == "file" && p.file.is_some()) else {
        return no(400, "At least one file is needed");
    };
    let name = sent.file.unwrap_or_default();
    let media = sent.media.unwrap_or_default();
    let done = match over {
        None => store.attach(page, &name, &media, sent.content, &comment),
        Some(id) => store.attach_again(page, id, sent.content, &comment).map(|()| id),
    };
    match done {
        Ok(id) => {
            let one = store.pages[&page].attachments.iter().find(|a| a.id == id).map(|a| file(a, page));
            // A new version comes alone, a new file in a list.
            match over {
                Some(_) if store.edition == Edition::DataCenter => Answer::json(200, &one.into()),
                _ => Answer::json(200, &json!({ "results": [one], "size": 1 })),
            }
        }
        Err(r) => refused(r),
    }
}

fn label((prefix, name): &(String, String)) -> Value {
    json!({ "prefix": prefix, "name": name, "id": (name.len() + 100).to_string(), "label": name })
}

fn labels(request: &Request, page: &str, rest: &[&str], store: &mut Store) -> Answer {
    let id = match store.page(page) {
        Ok(page) => page.id,
        Err(r) => return refused(r),
    };
    match (request.method.as_str(), rest) {
        ("GET", []) => {}
        ("POST", []) => {
            let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
            let sent = match sent {
                Value::Array(all) => all,
                one => vec![one],
            };
            for one in sent {
                let (Some(prefix), Some(name)) = (text(&one, "/prefix"), text(&one, "/name")) else {
                    return no(400, "prefix and name are needed");
                };
                if name.is_empty()
                    || name.contains([
                        ' ', ':', ';', ',', '.', '?', '&', '[', ']', '(', ')', '#', '^', '*', '!', '@',
                    ])
                {
                    return no(400, &format!("The label {name} has characters that are not allowed"));
                }
                let made = (prefix.to_owned(), name.to_lowercase());
                store.pages.get_mut(&id).unwrap().labels.insert(made);
            }
        }
        ("DELETE", rest) => {
            let name = rest.first().copied().or(request.query("name")).unwrap_or_default().to_owned();
            store.pages.get_mut(&id).unwrap().labels.retain(|l| l.1 != name);
            return Answer::text(204, "");
        }
        _ => return no(405, "Method Not Allowed"),
    }
    let all = store.pages[&id].labels.iter().map(label).collect();
    listed(request, store, all)
}

fn property(key: &str, p: &Property) -> Value {
    json!({ "id": p.id.to_string(), "key": key, "value": p.value, "version": { "number": p.version, "minorEdit": false } })
}

fn properties(request: &Request, page: &str, rest: &[&str], store: &mut Store) -> Answer {
    let id = match store.page(page) {
        Ok(page) => page.id,
        Err(r) => return refused(r),
    };
    let sent = request.json();
    let held = |store: &Store, key: &str| match store.pages[&id].properties.get(key) {
        Some(p) => Answer::json(200, &property(key, p)),
        None => no(404, "Cannot find content property"),
    };
    match (request.method.as_str(), rest, sent) {
        ("GET", [], _) => {
            let all = store.pages[&id].properties.iter().map(|(k, p)| property(k, p)).collect();
            listed(request, store, all)
        }
        ("GET", [key], _) => held(store, key),
        ("POST", [], Some(sent)) => {
            let Some(key) = text(&sent, "/key").map(str::to_owned) else { return no(400, "key is needed") };
            match store.set_property(id, &key, sent["value"].clone(), None) {
                Ok(()) => held(store, &key),
                // Data Center calls a second one of a key a bad request.
                Err(r) => refused(Refused(if r.0 == 409 { 400 } else { r.0 }, r.1)),
            }
        }
        ("PUT", [key], Some(sent)) => {
            let version = sent.pointer("/version/number").and_then(Value::as_u64);
            if version.is_none() {
                return no(400, "version is needed");
            }
            // The first one may be made so as well.
            let there = store.pages[&id].properties.contains_key(*key);
            let version = if there || version != Some(1) { version } else { None };
            match store.set_property(id, key, sent["value"].clone(), version) {
                Ok(()) => held(store, key),
                Err(r) => refused(r),
            }
        }
        ("DELETE", [key], _) => match store.properties(id).and_then(|all| all.remove(*key)) {
            Some(_) => Answer::text(204, ""),
            None => no(404, "Cannot find content property"),
        },
        _ => no(415, "Unsupported Media Type"),
    }
}
