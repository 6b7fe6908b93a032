//! The command with a real model: what it says, and that each page stands on its own: its pictures, its links, its XML.

use super::fake::{Edition, Fake, Fault, TOKEN, USER, What};
use super::independent::client;
use super::world::{Ran, World};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const MODEL: &str = r#"model "Help <b>desk</b> & more" { catalog: 2026.1, owner: "Ana ]]> </ac:link>" }
prompts question "Questions"
answers reply "Answers"
documents handbook "Handbook" { class: confidential }
anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary app "Application" {
  web_app desk "Desk"
  rag_store index "Index" { stores: [handbook] }
}
visitor -> desk { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [handbook] }
desk -> llm { sends: [question, handbook], returns: [reply] }
accept provider-retention on llm { because: "Contract.", by: "Ana", at: high, until: 2099-01-01 }
view calls "Who calls \"whom\"" { focus: desk }
"#;

struct Desk {
    world: World,
    fake: Fake,
    cloud: bool,
}

impl Desk {
    fn new(edition: Edition, more: &str) -> Self {
        let fake = Fake::start(edition);
        fake.store().rewrites = true;
        let cloud = edition == Edition::Cloud;
        let word = if cloud { "cloud" } else { "data-center" };
        let settings = format!(
            "[publish.house]\nkind = \"confluence\"\nurl = \"{}\"\nspace = \"SEC\"\nedition = \"{word}\"\nlabels = [\"threats\"]\n{more}\n",
            fake.url
        );
        let world = World::new().write("desk.tm", MODEL).write("trustline.toml", settings);
        Self { world, fake, cloud }
    }

    fn publish(&self, more: &[&str]) -> Ran {
        let user = if self.cloud { USER } else { "" };
        let account = [("USER", user), ("PASSWORD", TOKEN)];
        let account = account.map(|(word, value)| (format!("TRUSTLINE_CONFLUENCE_{word}"), value));
        self.world.publish("desk.tm", more, &account)
    }

    #[track_caller]
    fn well(&self, more: &[&str]) -> String {
        self.publish(more).well()
    }

    fn change(&self, from: &str, to: &str) {
        let file = self.world.path().join("desk.tm");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from));
        fs::write(file, text.replace(from, to)).unwrap();
    }

    /// Our pages: title, version and body.
    fn pages(&self) -> Vec<(String, u64, String)> {
        let store = self.fake.store();
        let ours =
            store.pages.values().filter(|p| p.properties.contains_key("trustline-publish") && !p.trashed);
        ours.map(|p| (p.title.clone(), p.version, p.body.clone())).collect()
    }
}

/// The values of an attribute in a text.
fn values(text: &str, attribute: &str) -> BTreeSet<String> {
    let plain =
        |t: &str| t.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.split(&format!(" {attribute}=\"")).skip(1).map(|p| plain(p.split('"').next().unwrap())).collect()
}

#[test]
fn a_report_stands_with_its_pictures_and_links() {
    for edition in [Edition::DataCenter, Edition::Cloud] {
        let desk = Desk::new(edition, "attach = [\"html\", \"json\"]\nviews = true");
        desk.well(&[]);
        let pages = desk.pages();
        assert!(pages.len() > 1, "the view is a page of its own");
        let titles: BTreeSet<String> = pages.iter().map(|p| p.0.clone()).collect();
        let folder = tempfile::tempdir().unwrap();
        let mut shown = 0;
        for (n, (title, version, body)) in pages.iter().enumerate() {
            assert_eq!(*version, 1, "{title}");
            fs::write(folder.path().join(format!("{n}.xml")), body).unwrap();
            let store = desk.fake.store();
            let page = store.titled(title).unwrap();
            for file in values(body, "ri:filename") {
                let held = page.attachment(&file).unwrap_or_else(|| panic!("{title} has no {file}"));
                if file.ends_with(".png") {
                    assert!(held.bytes.starts_with(b"\x89PNG"), "{file}");
                    shown += 1;
                }
            }
            for link in values(body, "ri:content-title") {
                assert!(titles.contains(&link), "{title} leads to {link}, which is not there");
            }
            assert!(page.labels.iter().any(|l| l.1 == "threats"), "{title}");
        }
        assert!(shown > 1, "pictures are shown");
        let store = desk.fake.store();
        let root = store.pages.values().find(|p| p.parent == Some(1000)).unwrap();
        let ending = |e: &str| root.attachments.iter().find(|a| a.name.ends_with(e)).map(|a| a.bytes.clone());
        assert!(
            ending(".html").is_some_and(|b| b.starts_with(b"<!")) && ending(".json").is_some(),
            "{:?}",
            root.attachments.len()
        );
        drop(store);

        // Another program's parser reads all of them.
        let parse = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wikis/parse.py");
        let said = Command::new(client()).arg(parse).arg(folder.path()).output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout);
        assert_eq!(said.lines().filter(|l| l.starts_with("read")).count(), pages.len(), "{said}");

        desk.fake.requests();
        desk.well(&[]);
        assert_eq!(desk.fake.writes().len(), 0, "nothing changed");
    }
}

#[test]
fn one_changed_threat_is_one_new_version() {
    let desk = Desk::new(Edition::DataCenter, "");
    desk.well(&[]);
    let before = desk.pages();
    desk.fake.requests();
    desk.change("Contract.", "Contract, no. 7.");
    let told = desk.publish(&["--dry-run"]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert_eq!(desk.fake.writes().len(), 0);
    assert!(told.out.contains("no. 7") && told.out.contains("PUT /rest/api/content/"), "{}", told.out);
    desk.well(&[]);
    let after = desk.pages();
    let changed: Vec<_> = after.iter().zip(&before).filter(|(a, b)| a.1 != b.1).collect();
    assert_eq!(changed.len(), 1, "{:?}", changed.iter().map(|c| &c.0.0).collect::<Vec<_>>());
    assert!(changed[0].0.2.contains("no. 7") && changed[0].0.1 == 2);
    let uploads = desk.fake.writes().iter().filter(|r| r.path.contains("attachment")).count();
    assert_eq!(uploads, 0, "the picture is the same");
}

#[test]
fn an_edited_page_ends_with_status_3() {
    let desk = Desk::new(Edition::Cloud, "");
    desk.well(&[]);
    let (id, body) = {
        let store = desk.fake.store();
        store.pages.values().find(|p| p.parent == Some(1000)).map(|p| (p.id, p.body.clone())).unwrap()
    };
    desk.fake.store().edit(id, &body.replace("Handbook", "Manual"));
    desk.change("Contract.", "Contract, no. 7.");
    desk.fake.requests();
    let ran = desk.publish(&[]);
    assert_eq!(ran.status, 3, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Manual"), "what differs: {}", ran.out);
    assert_eq!(desk.fake.writes().len(), 0);
    assert_eq!(desk.publish(&["--force"]).status, 0);
    assert!(desk.fake.store().pages[&id].body.contains("no. 7"));
}

#[test]
fn a_failure_says_what_to_do_and_ends_with_status_2() {
    let desk = Desk::new(Edition::DataCenter, "");
    let fault = Fault { method: "GET", path: "/space/", times: 1, what: What::Status(401, None) };
    desk.fake.fault(fault);
    desk.publish(&[]).fails_with(&["the account or its token is refused", "personal access token", "house"]);
    assert_eq!(desk.pages().len(), 0);
}
