//! API v2, which only Cloud has: spaces, pages, and to read what hangs on them.

use super::Rights;
use super::http::{Answer, Request};
use super::store::{Attachment, OTHER, Page, Property, Refused, SPACE, Store};
use serde_json::{Value, json};

const WHEN: &str = "2026-11-26T11:00:00.000Z";

fn refused(r: Refused) -> Answer {
    let code = match r.0 {
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        413 => "PAYLOAD_TOO_LARGE",
        403 => "FORBIDDEN",
        _ => "INVALID_REQUEST_PARAMETER",
    };
    Answer::json(r.0, &json!({ "errors": [{ "status": r.0, "code": code, "title": r.1, "detail": null }] }))
}

fn no(status: u16, text: &str) -> Answer {
    refused(Refused(status, text.to_owned()))
}

pub(super) fn answer(request: &Request, path: &[String], store: &mut Store, rights: Rights) -> Answer {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let method = request.method.as_str();
    if rights < Rights::Write && method != "GET" {
        return no(403, "Not permitted to use this");
    }
    if rights == Rights::None {
        return match &words[..] {
            ["spaces"] | ["pages"] => listed(request, store, vec![]),
            _ => no(404, "Not Found"),
        };
    }
    match (method, &words[..]) {
        ("GET", ["spaces"]) => {
            let (keys, ids) = (request.query("keys"), request.query("ids"));
            let all = [SPACE, OTHER]
                .iter()
                .filter(|s| keys.is_none_or(|k| k.split(',').any(|k| k == s.0)))
                .filter(|s| ids.is_none_or(|i| i.split(',').any(|i| i == s.1.to_string())))
                .map(space)
                .collect();
            listed(request, store, all)
        }
        ("GET", ["spaces", id]) => match [SPACE, OTHER].iter().find(|s| s.1.to_string() == *id) {
            Some(s) => Answer::json(200, &space(s)),
            None => no(404, "No space with this id"),
        },
        ("GET", ["pages"]) => {
            let (id, title) = (request.query("space-id"), request.query("title"));
            let body = request.query("body-format") == Some("storage");
            let all = store
                .pages
                .values()
                .filter(|p| !p.trashed && p.unseen == 0)
                .filter(|p| title.is_none_or(|t| p.title == t))
                .filter(|p| id.is_none_or(|i| store.space_of(p.id).1.to_string() == i))
                .map(|p| shown(p, store, body))
                .collect();
            listed(request, store, all)
        }
        ("POST", ["pages"]) => create(request, store),
        ("GET", ["pages", id]) => match store.page(id).map(|p| p.id) {
            Ok(id) => {
                let body = request.query("body-format") == Some("storage");
                Answer::json(200, &shown(&store.pages[&id], store, body))
            }
            Err(r) => refused(r),
        },
        ("PUT", ["pages", id]) => update(request, id, store),
        ("DELETE", ["pages", id]) => match store.page(id) {
            Ok(page) => {
                page.trashed = true;
                Answer::text(204, "")
            }
            Err(r) => refused(r),
        },
        ("GET", ["pages", id, "children" | "direct-children" | "descendants"]) => {
            match store.page(id).map(|p| p.id) {
                Ok(id) => {
                    let deep = words[2] == "descendants";
                    let all = store
                    .pages
                    .values()
                    .filter(|p| !p.trashed && if deep { store.ancestors(p.id).contains(&id) } else { p.parent == Some(id) })
                    .map(|p| {
                        json!({ "id": p.id.to_string(), "status": "current", "title": p.title, "type": "page",
                                "spaceId": store.space_of(p.id).1.to_string(), "childPosition": p.id,
                                "parentId": p.parent.map(|p| p.to_string()), "depth": 1 })
                    })
                    .collect();
                    listed(request, store, all)
                }
                Err(r) => refused(r),
            }
        }
        ("GET", ["pages", id, "attachments"]) => match store.page(id).map(|p| p.id) {
            Ok(id) => {
                let name = request.query("filename");
                let all = store.pages[&id].attachments.iter().filter(|a| name.is_none_or(|n| a.name == n));
                let all = all.map(|a| file(a, id)).collect();
                listed(request, store, all)
            }
            Err(r) => refused(r),
        },
        ("DELETE", ["attachments", id]) => match id.trim_start_matches("att").parse() {
            Ok(id) if store.detach(id) => Answer::text(204, ""),
            _ => no(404, "No attachment with this id"),
        },
        ("GET", ["pages", id, "labels"]) => match store.page(id) {
            Ok(page) => {
                let all = page
                    .labels
                    .iter()
                    .map(|(prefix, name)| json!({ "prefix": prefix, "name": name, "id": (name.len() + 100).to_string() }))
                    .collect();
                listed(request, store, all)
            }
            Err(r) => refused(r),
        },
        ("GET", ["pages", _, "inline-comments"]) => listed(request, store, vec![]),
        (_, ["pages", id, "properties", rest @ ..]) => match store.page(id).map(|p| p.id) {
            Ok(id) => properties(request, id, rest, store),
            Err(r) => refused(r),
        },
        (_, ["attachments", id, "properties", rest @ ..]) => match id.trim_start_matches("att").parse() {
            Ok(id) => properties(request, id, rest, store),
            Err(_) => no(404, "No attachment with this id"),
        },
        _ => no(404, "Not Found"),
    }
}

fn space(s: &(&str, u64, u64)) -> Value {
    json!({ "id": s.1.to_string(), "key": s.0, "name": s.0, "type": "global", "status": "current", "homepageId": s.2.to_string() })
}

fn shown(page: &Page, store: &Store, body: bool) -> Value {
    let body = if body {
        json!({ "storage": { "value": page.body, "representation": "storage" } })
    } else {
        json!({})
    };
    json!({
        "id": page.id.to_string(), "status": if page.trashed { "trashed" } else { "current" }, "title": page.title,
        "spaceId": store.space_of(page.id).1.to_string(), "parentId": page.parent.map(|p| p.to_string()),
        "parentType": page.parent.map(|_| "page"), "position": page.id, "authorId": "5b10", "ownerId": "5b10", "createdAt": WHEN,
        "version": { "number": page.version, "message": page.message, "minorEdit": page.minor, "authorId": "5b10", "createdAt": WHEN },
        "body": body, "_links": { "webui": format!("/spaces/SEC/pages/{}", page.id), "base": format!("{}/wiki", store.root) },
    })
}

/// Pages of results; a cursor is nothing that a client could make up.
fn listed(request: &Request, store: &Store, all: Vec<Value>) -> Answer {
    let limit = request.number("limit", 25).min(store.at_once);
    let start = request.query("cursor").and_then(|c| c.strip_prefix("eyJ")?.parse().ok()).unwrap_or(0);
    let more = all.len() > start + limit;
    let some: Vec<Value> = all.into_iter().skip(start).take(limit).collect();
    let mut links = json!({ "base": format!("{}/wiki", store.root) });
    if more {
        let path = request.path.split_once("/wiki/").map_or("", |p| p.1);
        let mut query: Vec<String> = request
            .query
            .iter()
            .filter(|(k, _)| k != "cursor")
            .map(|(k, v)| format!("{k}={}", v.replace(' ', "%20")))
            .collect();
        query.push(format!("cursor=eyJ{}", start + limit));
        links["next"] = format!("/wiki/{path}?{}", query.join("&")).into();
    }
    Answer::json(200, &json!({ "results": some, "_links": links }))
}

fn text<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    value.pointer(path).and_then(Value::as_str)
}

/// The body is named either way.
fn body(sent: &Value) -> Option<&str> {
    let plain = text(sent, "/body/representation") == Some("storage");
    if plain { text(sent, "/body/value") } else { text(sent, "/body/storage/value") }
}

fn create(request: &Request, store: &mut Store) -> Answer {
    let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
    let (Some(title), Some(body), Some(id)) = (text(&sent, "/title"), body(&sent), text(&sent, "/spaceId"))
    else {
        return no(400, "title, body and spaceId are needed");
    };
    let Some(space) = [SPACE, OTHER].into_iter().find(|s| s.1.to_string() == id) else {
        return no(404, "No space with this id");
    };
    let parent = text(&sent, "/parentId").map_or(Some(space.2), |p| p.parse().ok()).unwrap_or_default();
    match store.create(title, parent, body) {
        Ok(id) => Answer::json(200, &shown(&store.pages[&id], store, true)),
        Err(r) => refused(r),
    }
}

fn update(request: &Request, id: &str, store: &mut Store) -> Answer {
    let Some(sent) = request.json() else { return no(415, "Unsupported Media Type") };
    let at = match store.page(id) {
        Ok(page) => page.id,
        Err(r) => return refused(r),
    };
    let (Some(given), Some("current"), Some(title), Some(body)) =
        (text(&sent, "/id"), text(&sent, "/status"), text(&sent, "/title"), body(&sent))
    else {
        return no(400, "id, status, title and body are needed");
    };
    if given != id {
        return no(400, "the id in the body is another one");
    }
    let version = sent.pointer("/version/number").and_then(Value::as_u64);
    let parent = text(&sent, "/parentId").and_then(|p| p.parse().ok());
    if let Err(r) = store.update(at, title, body, version, parent) {
        return refused(r);
    }
    let page = store.pages.get_mut(&at).unwrap();
    page.message = text(&sent, "/version/message").unwrap_or_default().to_owned();
    page.minor = sent.pointer("/version/minorEdit").and_then(Value::as_bool).unwrap_or_default();
    Answer::json(200, &shown(&store.pages[&at], store, true))
}

fn file(a: &Attachment, page: u64) -> Value {
    json!({
        "id": format!("att{}", a.id), "status": "current", "title": a.name, "createdAt": WHEN, "pageId": page.to_string(),
        "mediaType": a.media, "mediaTypeDescription": "File", "comment": a.comment, "fileId": format!("file-{}", a.id),
        "fileSize": a.bytes.len(), "webuiLink": format!("/pages/viewpageattachments.action?pageId={page}"),
        "downloadLink": format!("/download/attachments/{page}/{}", a.name),
        "version": { "number": a.version, "message": a.comment, "minorEdit": true, "authorId": "5b10", "createdAt": WHEN },
    })
}

fn property(key: &str, p: &Property) -> Value {
    json!({ "id": p.id.to_string(), "key": key, "value": p.value,
            "version": { "number": p.version, "message": "", "minorEdit": false, "authorId": "5b10", "createdAt": WHEN } })
}

fn properties(request: &Request, of: u64, rest: &[&str], store: &mut Store) -> Answer {
    let listing = store.properties(of).cloned();
    let Some(held) = listing else { return no(404, "Not Found") };
    let by_id = |id: &str| held.iter().find(|(_, p)| p.id.to_string() == id).map(|(k, _)| k.clone());
    let sent = request.json();
    let key = match (request.method.as_str(), rest, sent) {
        ("GET", [], _) => {
            let key = request.query("key");
            // A width that came along is not listed before somebody touched it.
            let hidden = |k: &str, p: &Property| {
                k == "content-appearance-published" && p.version == 1 && p.value == "fixed-width"
            };
            let all = held.iter().filter(|(k, p)| key == Some(k.as_str()) || key.is_none() && !hidden(k, p));
            let all = all.map(|(k, p)| property(k, p)).collect();
            return listed(request, store, all);
        }
        ("GET", [id], _) => by_id(id),
        ("POST", [], Some(sent)) => {
            let Some(key) = text(&sent, "/key").map(str::to_owned) else { return no(400, "key is needed") };
            if let Err(r) = store.set_property(of, &key, sent["value"].clone(), None) {
                return refused(r);
            }
            Some(key)
        }
        ("PUT", [id], Some(sent)) => {
            let version = sent.pointer("/version/number").and_then(Value::as_u64);
            let Some(key) = by_id(id).filter(|k| text(&sent, "/key") == Some(k)) else {
                return no(404, "No property with this id and key");
            };
            if version.is_none() {
                return no(400, "version is needed");
            }
            if let Err(r) = store.set_property(of, &key, sent["value"].clone(), version) {
                return refused(r);
            }
            Some(key)
        }
        ("DELETE", [id], _) => {
            let Some(key) = by_id(id) else { return no(404, "No property with this id") };
            store.properties(of).and_then(|all| all.remove(&key));
            return Answer::text(204, "");
        }
        _ => return no(415, "Unsupported Media Type"),
    };
    let found = key.and_then(|k| store.properties(of).and_then(|all| all.get(&k).map(|p| property(&k, p))));
    found.map_or_else(|| no(404, "No property with this id"), |p| Answer::json(200, &p))
}
