//! `build --format pdf`: reports as documents, printed by a Chromium of this machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use world::{Ran, World};

const SMALL: &str = "model \"Small\" { marking: \"Secret\" }\nend_user u\nweb_app w\nu -> w\n";

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A call that prints, with the browser that the variable names.
fn print(w: &World, browser: &str) -> Ran {
    let mut c =
        w.command(&["build", "m.tm", "--format", "pdf,html", "--today", "2026-12-01", "--allow", "warnings"]);
    Ran::new(c.env("TRUSTLINE_CHROMIUM", browser).output().unwrap())
}

#[test]
fn without_a_browser_it_says_what_to_install_and_writes_nothing() {
    let w = World::new().write("m.tm", SMALL);
    let mut c = w.command(&["build", "m.tm", "--format", "pdf,html"]);
    let empty = w.path().join("nothing");
    let ran = Ran::new(c.env_remove("TRUSTLINE_CHROMIUM").env("PATH", &empty).output().unwrap());
    ran.fails_with(&[
        "a PDF needs Chromium or Chrome, and none was found",
        "Install one",
        "TRUSTLINE_CHROMIUM",
    ]);
    print(&w, "/no/such/browser")
        .fails_with(&["TRUSTLINE_CHROMIUM names `/no/such/browser`, which is no file"]);
    assert_eq!(w.entries(), ["m.tm"]);
}

#[cfg(unix)]
#[test]
fn a_browser_that_fails_leaves_nothing_half_written() {
    use std::os::unix::fs::PermissionsExt;
    for (script, why) in
        [("#!/bin/sh\nexit 3\n", "it ended with"), ("#!/bin/sh\nexit 0\n", "it wrote no PDF")]
    {
        let w = World::new().write("m.tm", SMALL).write("browser", script);
        let browser = w.path().join("browser");
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
        print(&w, browser.to_str().unwrap()).fails_with(&["the PDF can't be printed", why]);
        assert_eq!(w.entries(), ["browser", "m.tm"]);
    }
}

/// The words of a PDF's pages.
fn pages(pdf: &Path) -> Vec<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let out = out.expect("pdftotext; ./test installs it");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    assert_eq!(pages.pop().as_deref(), Some(""));
    pages
}

fn printed(model: &Path) -> (World, Vec<String>) {
    let text = fs::read(model).unwrap();
    let w = World::new().write("m.tm", text);
    let ran = w.run(&["build", "m.tm", "--format", "pdf", "--today", "2026-12-01", "--allow", "warnings"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let read = pages(&w.path().join("out/m.pdf"));
    (w, read)
}

#[test]
fn a_report_is_a_document() {
    let (w, pages) = printed(&root("examples/rag-public.tm"));
    for (i, page) in pages.iter().enumerate() {
        let number = format!("Page {} of {}", i + 1, pages.len());
        assert!(page.contains(&number), "{number}:\n{page}");
        assert!(page.contains("TLP:AMBER") && page.contains("Documentation assistant"), "{page}");
    }
    // The contents say where each chapter begins.
    let start = pages.iter().position(|p| p.contains("Contents")).unwrap();
    let mut found = 0;
    for title in ["Register", "Responses", "Appendix", "Glossary", "Attackers", "Reviews"] {
        let line = pages[start].lines().find(|l| l.contains(title)).unwrap_or_else(|| panic!("{title}"));
        let rest = line.split_once(title).unwrap().1;
        let digits: String =
            rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let at: usize = digits.parse().unwrap_or_else(|_| panic!("{line}"));
        let heading =
            |l: &str| l.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim() == title;
        assert!(pages[at - 1].lines().any(heading), "{title} is not on page {at}:\n{}", pages[at - 1]);
        found += 1;
    }
    assert_eq!(found, 6);
    // Heads of tables are repeated: the register goes over two pages at least.
    let heads = pages.iter().filter(|p| p.contains("Threat") && p.contains("Where") && p.contains("Status"));
    assert!(heads.count() >= 2);
    // The same input gives the same file.
    let again = printed(&root("examples/rag-public.tm")).0;
    let bytes = |w: &World| fs::read(w.path().join("out/m.pdf")).unwrap();
    assert!(bytes(&w) == bytes(&again), "two prints of one report differ");
}

#[test]
fn a_system_of_twelve_elements_is_told_on_six_pages() {
    let (_, pages) = printed(&root("tests/pdf/twelve.tm"));
    let appendix = pages.iter().position(|p| p.lines().any(|l| l.trim() == "Appendix")).unwrap();
    assert!(appendix <= 6, "{appendix} pages before the appendix");
}
