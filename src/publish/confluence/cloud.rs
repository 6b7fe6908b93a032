//! Confluence Cloud: API v2, and v1 where v2 has no words for it (files, writing labels: see `rest`).

use super::api::{Api, Outcome, Space};
use super::rest::{File, Property, Rest, Seen, entries, escaped, of_title, sent, text};
use crate::publish::failure::Failure;
use crate::publish::http::Request;
use serde_json::{Value, json};

const V2: &str = "/api/v2";

#[derive(Debug)]
pub(super) struct Cloud(pub Rest);

fn seen(page: &Value) -> Seen {
    Seen { space: text(page, "/spaceId"), date: text(page, "/version/createdAt"), ..Seen::of(page) }
}

impl Cloud {
    fn get(path: &str) -> Request {
        Request::get(format!("{V2}{path}"))
    }
}

impl Api for Cloud {
    fn rest(&mut self) -> &mut Rest {
        &mut self.0
    }

    fn space(&mut self, key: &str) -> Result<Option<Space>, Failure> {
        let request = Self::get("/spaces").with("keys", key);
        let answer = self.0.data(&request, None, &format!("find the space `{key}`"))?;
        let site = text(&answer, "/_links/base");
        let space =
            |s: &Value| Space { id: text(s, "/id"), home: text(s, "/homepageId"), site: site.clone() };
        Ok(entries(&answer).iter().find(|s| text(s, "/key") == key).map(space))
    }

    fn titled(&mut self, space: &Space, title: &str) -> Result<Option<Seen>, Failure> {
        let request = Self::get("/pages")
            .with("space-id", space.id.as_str())
            .with("title", title)
            .with("body-format", "storage");
        let answer = self.0.data(&request, None, &format!("read the page `{title}`"))?;
        Ok(of_title(entries(&answer).iter().map(seen), title))
    }

    fn page(&mut self, id: &str) -> Result<Option<Seen>, Failure> {
        let request = Self::get(&format!("/pages/{}", escaped(id))).with("body-format", "storage");
        Ok(self.0.found(&request, Some(id), "read a page")?.as_ref().map(seen))
    }

    fn create(&mut self, space: &Space, parent: &str, title: &str, body: &str) -> Result<Outcome, Failure> {
        let page = json!({
            "spaceId": space.id, "status": "current", "title": title, "parentId": parent,
            "body": { "representation": "storage", "value": body },
        });
        let request = Request::write("POST", format!("{V2}/pages"), sent(&page));
        self.0.write(&request, None, &format!("create the page `{title}`"), seen)
    }

    fn update(&mut self, page: &Seen, body: &str, message: &str) -> Result<Outcome, Failure> {
        let new = json!({
            "id": page.id, "status": "current", "title": page.title,
            "body": { "representation": "storage", "value": body },
            "version": { "number": page.version + 1, "message": message },
        });
        let request =
            Request::write("PUT", format!("{V2}/pages/{}", escaped(&page.id)), sent(&new)).repeatable();
        self.0.write(&request, Some(&page.id), &format!("write the page `{}`", page.title), seen)
    }

    fn delete(&mut self, id: &str) -> Result<(), Failure> {
        self.0.delete(format!("{V2}/pages/{}", escaped(id)), "delete a page")
    }

    fn delete_file(&mut self, id: &str) -> Result<(), Failure> {
        self.0
            .delete(format!("{V2}/attachments/{}", escaped(id)), "delete a file that no page shows any more")
    }

    fn below(&mut self, id: &str) -> Result<Vec<(String, String)>, Failure> {
        let request =
            Self::get(&format!("/pages/{}/descendants", escaped(id))).with("limit", "250").with("depth", "5");
        let all = self.0.all(request, V2, Some(id), "list the pages below a page")?;
        let pages = all.iter().filter(|p| text(p, "/type") == "page");
        Ok(pages.map(|p| (text(p, "/id"), text(p, "/title"))).collect())
    }

    fn property(&mut self, page: &str, key: &str) -> Result<Option<Property>, Failure> {
        let request = Self::get(&format!("/pages/{}/properties", escaped(page))).with("key", key);
        let answer = self.0.data(&request, Some(page), "read the mark of a page")?;
        Ok(entries(&answer).iter().find(|p| text(p, "/key") == key).map(Property::of))
    }

    fn set_property(
        &mut self,
        page: &str,
        key: &str,
        value: &Value,
        over: Option<&Property>,
    ) -> Result<bool, Failure> {
        let all = format!("{V2}/pages/{}/properties", escaped(page));
        let over = over.map(|old| (old.id.as_str(), old.version));
        self.0.set_property(page, &all, (key, value), over)
    }

    fn files(&mut self, page: &str) -> Result<Vec<File>, Failure> {
        let request = Self::get(&format!("/pages/{}/attachments", escaped(page))).with("limit", "250");
        let all = self.0.all(request, V2, Some(page), "list the files of a page")?;
        let file =
            |f: &Value| File { id: text(f, "/id"), name: text(f, "/title"), comment: text(f, "/comment") };
        Ok(all.iter().map(file).collect())
    }

    fn labels(&mut self, page: &str) -> Result<Vec<String>, Failure> {
        let request = Self::get(&format!("/pages/{}/labels", escaped(page))).with("limit", "250");
        let all = self.0.all(request, V2, Some(page), "read the labels of a page")?;
        Ok(all.iter().map(|l| text(l, "/name")).collect())
    }

    fn calls(&self) -> (&'static str, &'static str) {
        ("POST /api/v2/pages", "PUT /api/v2/pages/ID")
    }
}
