//! Confluence Data Center (and Server): API v1.

use super::api::{Api, Outcome, Space};
use super::rest::{File, Property, Rest, Seen, entries, escaped, of_title, sent, text};
use crate::publish::failure::Failure;
use crate::publish::http::Request;
use serde_json::{Value, json};

const V1: &str = "/rest/api";

/// All that one call can tell of a page.
const WHOLE: &str = "body.storage,version,space,metadata.labels,metadata.properties.trustline-publish";

#[derive(Debug)]
pub(super) struct DataCenter(pub Rest);

/// `told`: whether the page came with labels and property, if it has any.
fn seen(page: &Value, told: bool) -> Seen {
    let labels =
        page.pointer("/metadata/labels").map(|l| entries(l).iter().map(|l| text(l, "/name")).collect());
    // What is only named there was not told.
    let properties = page
        .pointer("/metadata/properties")
        .filter(|p| p.pointer("/_expandable/trustline-publish").is_none());
    let property = properties.map(|p| p.get(super::KEY).map(Property::of));
    Seen {
        space: text(page, "/space/key"),
        author: text(page, "/version/by/displayName"),
        date: text(page, "/version/when"),
        property: property.filter(|_| told),
        labels: labels.filter(|_| told),
        ..Seen::of(page)
    }
}

impl DataCenter {
    fn get(path: &str) -> Request {
        Request::get(format!("{V1}{path}"))
    }
}

impl Api for DataCenter {
    fn rest(&mut self) -> &mut Rest {
        &mut self.0
    }

    fn space(&mut self, key: &str) -> Result<Option<Space>, Failure> {
        let request = Self::get(&format!("/space/{}", escaped(key))).with("expand", "homepage");
        let site = self.0.http.base().to_owned();
        let found = self.0.found(&request, None, &format!("find the space `{key}`"))?;
        Ok(found.map(|s| Space { id: text(&s, "/key"), home: text(&s, "/homepage/id"), site }))
    }

    fn titled(&mut self, space: &Space, title: &str) -> Result<Option<Seen>, Failure> {
        let request = Self::get("/content")
            .with("type", "page")
            .with("spaceKey", space.id.as_str())
            .with("title", title)
            .with("expand", WHOLE);
        let answer = self.0.data(&request, None, &format!("read the page `{title}`"))?;
        Ok(of_title(entries(&answer).iter().map(|p| seen(p, true)), title))
    }

    fn page(&mut self, id: &str) -> Result<Option<Seen>, Failure> {
        let request = Self::get(&format!("/content/{}", escaped(id))).with("expand", WHOLE);
        Ok(self.0.found(&request, Some(id), "read a page")?.map(|p| seen(&p, true)))
    }

    fn create(&mut self, space: &Space, parent: &str, title: &str, body: &str) -> Result<Outcome, Failure> {
        let page = json!({
            "type": "page", "title": title, "space": { "key": space.id }, "ancestors": [{ "id": parent }],
            "body": { "storage": { "value": body, "representation": "storage" } },
        });
        let request = Request::write("POST", format!("{V1}/content"), sent(&page));
        self.0.write(&request, None, &format!("create the page `{title}`"), |page| seen(page, false))
    }

    fn update(&mut self, page: &Seen, body: &str, message: &str) -> Result<Outcome, Failure> {
        let new = json!({
            "id": page.id, "type": "page", "title": page.title,
            "body": { "storage": { "value": body, "representation": "storage" } },
            "version": { "number": page.version + 1, "message": message, "minorEdit": false },
        });
        let request =
            Request::write("PUT", format!("{V1}/content/{}", escaped(&page.id)), sent(&new)).repeatable();
        self.0.write(&request, Some(&page.id), &format!("write the page `{}`", page.title), |page| {
            seen(page, false)
        })
    }

    fn delete(&mut self, id: &str) -> Result<(), Failure> {
        self.0.delete(format!("{V1}/content/{}", escaped(id)), "delete a page")
    }

    fn delete_file(&mut self, id: &str) -> Result<(), Failure> {
        self.0.delete(format!("{V1}/content/{}", escaped(id)), "delete a file that no page shows any more")
    }

    fn below(&mut self, id: &str) -> Result<Vec<(String, String)>, Failure> {
        let request = Self::get(&format!("/content/{}/descendant/page", escaped(id))).with("limit", "100");
        let all = self.0.all(request, V1, Some(id), "list the pages below a page")?;
        Ok(all.iter().map(|p| (text(p, "/id"), text(p, "/title"))).collect())
    }

    fn property(&mut self, page: &str, key: &str) -> Result<Option<Property>, Failure> {
        // A page that was just made is there on Data Center: 404 means the property.
        let request = Self::get(&format!("/content/{}/property/{}", escaped(page), escaped(key)));
        Ok(self.0.found(&request, None, "read the mark of a page")?.as_ref().map(Property::of))
    }

    fn set_property(
        &mut self,
        page: &str,
        key: &str,
        value: &Value,
        over: Option<&Property>,
    ) -> Result<bool, Failure> {
        let all = format!("{V1}/content/{}/property", escaped(page));
        self.0.set_property(page, &all, (key, value), over.map(|old| (key, old.version)))
    }

    fn files(&mut self, page: &str) -> Result<Vec<File>, Failure> {
        let request = Self::get(&format!("/content/{}/child/attachment", escaped(page))).with("limit", "100");
        let all = self.0.all(request, V1, Some(page), "list the files of a page")?;
        let comment = |f: &Value| {
            let new = text(f, "/extensions/comment");
            if new.is_empty() { text(f, "/metadata/comment") } else { new }
        };
        Ok(all
            .iter()
            .map(|f| File { id: text(f, "/id"), name: text(f, "/title"), comment: comment(f) })
            .collect())
    }

    fn labels(&mut self, page: &str) -> Result<Vec<String>, Failure> {
        let request = Self::get(&format!("/content/{}/label", escaped(page))).with("limit", "200");
        let all = self.0.all(request, V1, Some(page), "read the labels of a page")?;
        Ok(all.iter().map(|l| text(l, "/name")).collect())
    }

    fn calls(&self) -> (&'static str, &'static str) {
        ("POST /rest/api/content", "PUT /rest/api/content/ID")
    }
}
