//! The fake is proved first: a client that others wrote publishes to it, in both of its interfaces.

use super::fake::{Edition, Fake, TOKEN, USER};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A picture of one point, and another one.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/confluence/independent")
}

/// Its program, which is also what reads pages in `command.rs`.
pub fn client() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = Command::new(root.join("tests/wikis/install")).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    root.join("target/wikis/venv/bin/python")
}

struct Published {
    python: PathBuf,
    folder: tempfile::TempDir,
    fake: Fake,
    arguments: Vec<String>,
}

impl Published {
    fn new(edition: Edition, version: &str, arguments: &[String]) -> Self {
        let fake = Fake::start(edition);
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("index.md"),
            "---\ntitle: Threats of the shop\ntags: [threats, shop]\n---\n\n# Threats\n\n![diagram](shop.png)\n\nSee [the parts](parts.md).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<details markdown=\"1\">\n<summary>More</summary>\n\nFolded away.\n\n</details>\n",
        )
        .unwrap();
        fs::write(
            folder.path().join("parts.md"),
            "---\ntitle: Parts of the shop\n---\n\n# Parts\n\n![also](shop.png)\n\n> [!WARNING]\n> Mind the `<gap>`.\n\n```rust\nlet a = 1 < 2;\n```\n",
        )
        .unwrap();
        fs::write(folder.path().join("shop.png"), DOT).unwrap();
        let host = fake.url.trim_start_matches("http://").split('/').next().unwrap().to_owned();
        let path = if edition == Edition::Cloud { "/wiki/" } else { "/confluence/" };
        let mut all: Vec<String> = vec![host.clone()];
        all.push(folder.path().display().to_string());
        for (key, value) in
            [("-d", host.as_str()), ("-p", path), ("-s", "SEC"), ("-a", TOKEN), ("--api-version", version)]
        {
            all.extend([key.to_owned(), value.to_owned()]);
        }
        all.extend(["--skip-update".to_owned(), "--no-overwrite".to_owned()]);
        all.extend(arguments.iter().cloned());
        Self { python: client(), folder, fake, arguments: all }
    }

    fn again(&self) -> String {
        let mut program = Command::new(&self.python);
        program.arg(here().join("drive.py")).args(&self.arguments).env("NO_PROXY", "127.0.0.1");
        let done = program.output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{said}\n{:#?}", self.fake.requests());
        said
    }

    /// What stands there after the first time.
    fn first(&self) {
        self.again();
        let store = self.fake.store();
        let root = store.titled("Threats of the shop").expect("the page of the folder");
        assert_eq!(root.parent, Some(1000), "under the first page of the space");
        assert!(root.body.contains("ac:name=\"expand\""), "{}", root.body);
        assert!(root.body.contains("<ri:attachment ri:filename=\"shop.png\""), "{}", root.body);
        assert_eq!(root.attachment("shop.png").unwrap().bytes, DOT);
        let labels: Vec<_> = root.labels.iter().map(|l| l.1.as_str()).collect();
        assert_eq!(labels, ["shop", "threats"]);
        assert_eq!(root.properties["md2conf"].value["page_version"], root.version);
        let child = store.titled("Parts of the shop").expect("the other page");
        assert_eq!(child.parent, Some(root.id));
        assert_eq!(child.attachment("shop.png").unwrap().bytes, DOT);
        assert!(child.body.contains("1 < 2"), "{}", child.body);
        drop(store);
        self.fake.requests();
    }

    /// Nothing changed, then a text, then a picture; then somebody else writes.
    fn later(&self) {
        let version = |title: &str| self.fake.store().titled(title).unwrap().version;
        let (root, parts) = (version("Threats of the shop"), version("Parts of the shop"));
        self.again();
        assert_eq!(self.fake.writes().iter().map(|r| &r.path).collect::<Vec<_>>(), Vec::<&String>::new());
        assert_eq!((version("Threats of the shop"), version("Parts of the shop")), (root, parts));

        let file = self.folder.path().join("parts.md");
        fs::write(&file, fs::read_to_string(&file).unwrap() + "\nOne more.\n").unwrap();
        self.again();
        assert_eq!((version("Threats of the shop"), version("Parts of the shop")), (root, parts + 1));
        assert!(self.fake.store().titled("Parts of the shop").unwrap().body.contains("One more."));

        fs::write(self.folder.path().join("shop.png"), [DOT, b"more"].concat()).unwrap();
        self.again();
        for title in ["Threats of the shop", "Parts of the shop"] {
            let store = self.fake.store();
            let held = store.titled(title).unwrap().attachment("shop.png").unwrap();
            assert_eq!(held.bytes, [DOT, b"more"].concat(), "{title}");
        }

        let id = self.fake.store().titled("Parts of the shop").unwrap().id;
        self.fake.store().edit(id, "<p>Mine.</p>");
        fs::write(&file, fs::read_to_string(&file).unwrap() + "\nAnd more.\n").unwrap();
        assert!(self.again().contains("has been edited since"));
        assert_eq!(self.fake.store().titled("Parts of the shop").unwrap().body, "<p>Mine.</p>");
    }
}

#[test]
fn another_client_publishes_to_data_center() {
    let published = Published::new(Edition::DataCenter, "v1", &[]);
    published.first();
    published.later();
}

#[test]
fn another_client_publishes_to_cloud() {
    let published = Published::new(Edition::Cloud, "v2", &["-u".into(), USER.into()]);
    let url = format!("{}/", published.fake.url);
    let published = Published {
        arguments: [published.arguments.clone(), vec!["--api-url".into(), url]].concat(),
        ..published
    };
    published.first();
    published.later();
}

#[test]
fn another_client_waits_where_it_is_asked_to() {
    use super::fake::{Fault, What};
    let published = Published::new(Edition::DataCenter, "v1", &[]);
    let what = What::Status(429, Some(("Retry-After", "1")));
    published.fake.fault(Fault { method: "POST", path: "/content", times: 1, what });
    published.again();
    assert!(published.fake.requests().iter().any(|r| r.status == 429));
    assert!(published.fake.store().titled("Parts of the shop").is_some());
}
