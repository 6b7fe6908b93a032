//! A real wiki: An Otter Wiki, pushed to over HTTP, and its pages opened.

use super::shop::*;
use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use trustline::publish::plan::Wishes;
use trustline::publish::targets::Place;
use trustline::publish::wiki::Wiki;

struct Otter {
    folder: tempfile::TempDir,
    server: Child,
    port: u16,
}

impl Drop for Otter {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Otter {
    fn start() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/git_wikis/otter");
        let installed = Command::new(here.join("install")).output().unwrap();
        assert!(installed.status.success(), "{}", String::from_utf8_lossy(&installed.stderr));
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/otter/venv/bin/python");
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let log = File::create(folder.path().join("server.log")).unwrap();
        let server = Command::new(here.join("up"))
            .arg(python)
            .arg(folder.path())
            .arg(port.to_string())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let otter = Otter { folder, server, port };
        let start = Instant::now();
        while otter.ask("GET /-/healthz", "").is_none_or(|a| a.0 != 200) {
            let log = || std::fs::read_to_string(otter.folder.path().join("server.log"));
            assert!(start.elapsed() < Duration::from_secs(120), "{:?}", log());
            std::thread::sleep(Duration::from_millis(100));
        }
        otter
    }

    fn ask(&self, what: &str, form: &str) -> Option<(u16, String, Vec<u8>)> {
        self.ask_with(what, form, "x=1")
    }

    /// Status, headers and content of an answer.
    fn ask_with(&self, what: &str, form: &str, cookie: &str) -> Option<(u16, String, Vec<u8>)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let kind = "application/x-www-form-urlencoded";
        let head = format!(
            "{what} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\nContent-Type: {kind}\r\nCookie: {cookie}\r\nContent-Length: {}\r\n\r\n{form}",
            self.port,
            form.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        let mut all = Vec::new();
        stream.read_to_end(&mut all).ok()?;
        let at = all.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8(all[..at].to_vec()).ok()?;
        Some((head.split(' ').nth(1)?.parse().ok()?, head, all[at + 4..].to_vec()))
    }

    /// The page as people see it, what comes before and after its content left out.
    fn page(&self, path: &str) -> String {
        let (status, _, body) = self.ask(&format!("GET {path}"), "").unwrap();
        let text = String::from_utf8(body).unwrap();
        assert_eq!(status, 200, "{path}: {text}");
        let (_, content) =
            text.split_once("<!-- trustline ").expect("our part, under a comment that nobody sees");
        content.split_once("-->").unwrap().1.split("<!-- trustline ").next().unwrap().to_owned()
    }

    fn place(&self) -> Place {
        let options = [("layout", "otter"), ("author", "Threat models <models@example.org>")];
        Place {
            url: format!("http://127.0.0.1:{}/.git", self.port),
            space: "security/models".into(),
            options: options.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
            ..Place::default()
        }
    }

    fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    fn commits(&self) -> usize {
        git(&self.repository(), &["rev-list", "--count", "HEAD"]).parse().unwrap()
    }

    /// Somebody edits a page in the browser.
    fn edit(&self, path: &str, text: &str) {
        let escaped = trustline::publish::http::escaped;
        let (_, head, editor) = self.ask(&format!("GET {path}/edit"), "").unwrap();
        let cookie =
            head.lines().find_map(|l| l.strip_prefix("Set-Cookie: ")?.split(';').next()).unwrap_or_default();
        let editor = String::from_utf8(editor).unwrap();
        let token =
            editor.split("name=\"csrf_token\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap();
        let form = format!("csrf_token={}&content={}&commit=By+hand", escaped(token), escaped(text));
        let (status, head, body) = self.ask_with(&format!("POST {path}/save"), &form, cookie).unwrap();
        assert_eq!(status, 302, "{head}\n{}", String::from_utf8_lossy(&body));
    }
}

#[test]
fn a_real_wiki_shows_what_is_pushed() {
    let otter = Otter::start();
    let place = otter.place();
    well(&place, (1, 1, 1));
    let page = otter.page("/Security/Models/Shop-threats");
    for part in [
        "<h1",
        "Shop threats",
        "No. 1; see <a href=\"shop-threats-parts-flows\">the parts</a>.",
        "<details>",
        "<summary>T1</summary>",
        "<em>card</em>",
    ] {
        assert!(page.contains(part), "no {part:?} in {page}");
    }
    let picture =
        page.split("<img").nth(1).and_then(|i| i.split("src=\"").nth(1)).and_then(|s| s.split('"').next());
    let picture = picture.expect("a picture").replace("&amp;", "&");
    let picture = if picture.starts_with('/') { picture } else { panic!("a relative picture: {picture}") };
    let (status, head, bytes) = otter.ask(&format!("GET {picture}"), "").unwrap();
    assert_eq!(status, 200, "{picture}");
    assert!(head.to_lowercase().contains("content-type: image/png"), "{head}");
    assert!(bytes == dot(1) || bytes.starts_with(b"\x89PNG"), "{picture} is served");
    assert!(
        otter.page("/Security/Models/shop-threats-parts-flows").contains("Parts, no. 1"),
        "where the link leads"
    );

    let (commits, pages) = (otter.commits(), otter.ask("GET /-/changelog", "").unwrap().2);
    assert!(String::from_utf8_lossy(&pages).contains(NOTE), "the wiki's own history has it");
    assert!(!well(&place, (1, 1, 1)).changed());
    assert_eq!(otter.commits(), commits, "nothing changed, nothing written");
    well(&place, (1, 2, 1));
    assert_eq!(otter.commits(), commits + 1);
    assert!(otter.page("/Security/Models/shop-threats-parts-flows").contains("Parts, no. 2"));
    well(&place, (1, 2, 2));
    let (_, _, bytes) = otter.ask("GET /Security/Models/Shop-threats/a/shop.png", "").unwrap();
    assert_eq!(bytes, dot(2), "the new picture");
    let link = trustline::publish::git::Git::new(&place).unwrap().link("shop-threats");
    let path = link.split_once(&format!(":{}", otter.port)).unwrap().1.to_owned();
    assert!(otter.page(&path).contains("No. 1"), "the address that people are told: {link}");
}

#[test]
fn a_real_wiki_keeps_what_people_wrote() {
    let otter = Otter::start();
    let place = otter.place();
    well(&place, (1, 1, 1));
    let file = otter.repository();
    let read = || git(&file, &["show", "HEAD:security/models/shop-threats-parts-flows.md"]);
    let page = "/Security/Models/Shop-threats-parts-flows";
    otter.edit(page, &format!("Read me first.\n\n{}\n", read()));
    well(&place, (1, 2, 1));
    assert!(read().starts_with("Read me first.") && read().contains("no. 2"), "{}", read());
    otter.edit(page, &read().replace("no. 2", "as we know them"));
    let commits = otter.commits();
    let conflicts = publish(&place, (2, 3, 2), Wishes::default()).unwrap().unwrap_err();
    assert_eq!(conflicts, ["shop-threats-parts-flows: Edited"]);
    assert_eq!(otter.commits(), commits);
    assert!(otter.page(page).contains("as we know them"));
}

/// The command with a real model: all pictures and links of its pages lead somewhere.
#[cfg(feature = "cli")]
#[test]
fn a_real_wiki_shows_a_report() {
    use super::world::World;
    let otter = Otter::start();
    let model =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/first-model.tm"))
            .unwrap();
    let settings = format!(
        "[publish.wiki]\nkind = \"git\"\nurl = \"{}\"\nspace = \"security\"\nlayout = \"otter\"\n\
         author = \"Threat models <models@example.org>\"\nattach = [\"html\"]\n",
        otter.place().url
    );
    let world = World::new().write("shop.tm", &model).write("trustline.toml", settings);
    let publish = || world.run(&["publish", "shop.tm", "--today", "2026-12-01", "--allow", "warnings"]);
    let ran = publish();
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let listed = git(&otter.repository(), &["ls-tree", "-r", "--name-only", "HEAD"]);
    let pages: Vec<&str> =
        listed.lines().filter(|p| p.starts_with("security/") && p.ends_with(".md")).collect();
    assert!(!pages.is_empty(), "{listed}");
    let (mut pictures, mut links) = (0, 0);
    for file in pages {
        let path = format!("/{}", file.trim_end_matches(".md"));
        let page = otter.page(&path);
        assert!(!page.contains("<script"), "{page}");
        for (attribute, count) in [("src=\"", &mut pictures), ("href=\"", &mut links)] {
            for target in page.split(attribute).skip(1).filter_map(|p| p.split('"').next()) {
                let plain = target.replace("&amp;", "&");
                let (address, anchor) = plain.split_once('#').unwrap_or((&plain, ""));
                if address.starts_with("http") || address.starts_with("mailto:") {
                    continue;
                }
                *count += 1;
                let there = match address {
                    "" => page.clone(),
                    absolute if absolute.starts_with('/') => answer(&otter, absolute),
                    sibling => answer(&otter, &format!("/security/{sibling}")),
                };
                let found = anchor.is_empty() || there.contains(&format!("id=\"{anchor}\""));
                assert!(found, "{file} leads to {plain}, where no such heading is");
            }
        }
    }
    assert!(pictures > 0 && links > 20, "{pictures} pictures, {links} links");
    let commits = otter.commits();
    assert_eq!(publish().status, 0);
    assert_eq!(otter.commits(), commits);
}

/// What stands at an address, which must be there.
#[cfg(feature = "cli")]
fn answer(otter: &Otter, path: &str) -> String {
    let (status, _, body) = otter.ask(&format!("GET {path}"), "").unwrap();
    assert_eq!(status, 200, "{path}");
    String::from_utf8_lossy(&body).into_owned()
}
