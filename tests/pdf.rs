//! `build --format pdf`: reports as documents, printed by a Chromium of this machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(feature = "pdf")]
#[path = "support/hostile.rs"]
mod hostile;
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
    if cfg!(not(feature = "pdf")) {
        let ran = Ran::new(c.env_remove("TRUSTLINE_CHROMIUM").env("PATH", &empty).output().unwrap());
        ran.fails_with(&[
            "a PDF needs Chromium or Chrome, and none was found",
            "Install one",
            "TRUSTLINE_CHROMIUM",
        ]);
    }
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

/// The register of a model, in its order: the titles of its threats.
fn titles(w: &World) -> Vec<String> {
    let ran = w.run(&["build", "m.tm", "--format", "json", "--today", "2026-12-01", "--allow", "warnings"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(w.path().join("out/m.json")).unwrap()).unwrap();
    report["threats"].as_array().unwrap().iter().map(|t| t["title"].as_str().unwrap().to_owned()).collect()
}

/// The register goes over several pages: each begins with the head of the table again, and no row is torn apart, so
/// that all words of a title stand on the page of its number.
#[track_caller]
fn the_register_goes_on(pages: &[String], titles: &[String]) {
    let mut on = 0;
    for page in pages {
        let lines: Vec<&str> = page.lines().collect();
        let row_of = |line: &str| {
            let (number, rest) = line.trim_start().split_once(' ')?;
            let title = titles.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
            let begin: Vec<&str> = title.split(' ').take(2).collect();
            rest.trim_start().starts_with(&begin.join(" ")).then_some(title)
        };
        let rows: Vec<(usize, &String)> =
            lines.iter().enumerate().filter_map(|(at, l)| Some((at, row_of(l)?))).collect();
        let Some((first, _)) = rows.first() else { continue };
        let head = |l: &&str| l.contains("Threat") && l.contains("Where") && l.contains("Status");
        assert!(lines[..*first].iter().any(head), "no head above the rows of\n{page}");
        for (n, (at, title)) in rows.iter().enumerate() {
            let end = rows.get(n + 1).map_or(lines.len(), |(next, _)| *next);
            let row = lines[*at..end].join(" ");
            let torn = title.split(' ').find(|word| !row.contains(word));
            assert!(torn.is_none(), "“{title}” is torn at {torn:?}:\n{page}");
        }
        on += 1;
    }
    assert!(on >= 2, "{on} pages have rows");
}

/// Twelve zones in a row, whose picture is far broader than high.
fn broad() -> String {
    let zones: String = (0..12)
        .map(|i| format!("boundary b{i} \"Zone {i}\" {{\n  web_app e{i} \"Service {i}\"\n}}\n"))
        .collect();
    let flows: String =
        (0..11).map(|i| format!("e{i} -> e{} \"step {i}\" {{ sends: [q] }}\n", i + 1)).collect();
    format!(
        "model \"Chain\" {{ catalog: 2026.1, marking: \"Secret\" }}\nprompts q\n{zones}{flows}view all \"All\" {{ direction: right }}\n"
    )
}

/// The numbers of the pages that lie on their side, from 1, and how many pages there are.
fn on_their_side(pdf: &Path) -> (Vec<usize>, usize) {
    let out = Command::new("pdfinfo").args(["-f", "1", "-l", "999"]).arg(pdf).output();
    let out = String::from_utf8(out.expect("poppler; ./test installs it").stdout).unwrap();
    let sizes: Vec<(f64, f64)> = out
        .lines()
        .filter(|l| l.starts_with("Page ") && l.contains("size:"))
        .map(|l| {
            let numbers: Vec<f64> = l.split_whitespace().skip(3).filter_map(|w| w.parse().ok()).collect();
            (numbers[0], numbers[1])
        })
        .collect();
    // All are of one paper, upright or on its side.
    for (w, h) in &sizes {
        assert!((w.min(*h) - 595.0).abs() < 1.0 && (w.max(*h) - 842.0).abs() < 1.0, "{w} x {h}");
    }
    (sizes.iter().enumerate().filter(|(_, (w, h))| w > h).map(|(n, _)| n + 1).collect(), sizes.len())
}

/// A page on its side has the broad picture and nothing else of the report. A browser writes the words of a picture as
/// text, and what is written without one as shapes.
#[track_caller]
fn has_the_picture_alone(pdf: &Path, pages: &[String], as_text: bool) {
    let (broad, all) = on_their_side(pdf);
    assert!(broad.len() == 1 && all == pages.len() && all > 4, "{broad:?} of {all}");
    let page = &pages[broad[0] - 1];
    let services = (0..12).filter(|i| page.contains(&format!("Service {i}"))).count();
    assert!((services >= 10) == as_text && page.contains("Secret"), "{page}");
    let words = page.split_whitespace().count();
    assert!(words < if as_text { 300 } else { 15 }, "more stands beside the picture:\n{page}");
    for word in ["Parts that are AI", "Entry points", "Register", "Who has to act"] {
        assert!(!page.contains(word), "{word} stands beside the picture:\n{page}");
    }
}

#[test]
fn a_printed_broad_picture_has_a_page_that_lies_on_its_side() {
    let w = World::new().write("m.tm", broad());
    let ran = w.run(&["build", "m.tm", "--format", "pdf", "--today", "2026-12-01", "--allow", "warnings"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let file = w.path().join("out/m.pdf");
    has_the_picture_alone(&file, &pages(&file), true);
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
    the_register_goes_on(&pages, &titles(&w));
    // The same input gives the same page, and the same file. What makes it of the page is the browser's, and seldom
    // gives another one for a reason that is not known: of three prints two are the same.
    let page = |w: &World| {
        let ran =
            w.run(&["build", "m.tm", "--format", "html", "--today", "2026-12-01", "--allow", "warnings"]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        fs::read(w.path().join("out/m.html")).unwrap()
    };
    assert!(page(&w) == page(&w), "two pages of one report differ");
    let bytes = |w: &World| fs::read(w.path().join("out/m.pdf")).unwrap();
    let first = bytes(&w);
    let second = bytes(&printed(&root("examples/rag-public.tm")).0);
    if first != second {
        let third = bytes(&printed(&root("examples/rag-public.tm")).0);
        let at = first.iter().zip(&second).position(|(a, b)| a != b);
        let sizes = [&first, &second, &third].map(Vec::len);
        assert!(
            third == first || third == second,
            "three prints of one report differ: {sizes:?}, from {at:?} on"
        );
    }
}

#[test]
fn a_system_of_twelve_elements_is_told_on_six_pages() {
    for model in ["tests/pdf/twelve.tm", "examples/first-model.tm"] {
        let (_, pages) = printed(&root(model));
        let appendix = pages.iter().position(|p| p.lines().any(|l| l.trim() == "Appendix")).unwrap();
        assert!(appendix <= 6, "{model}: {appendix} pages before the appendix");
    }
}

/// Without a browser, in builds that can.
#[cfg(feature = "pdf")]
mod own {
    use super::*;

    /// A report that is written and not printed, as file and as words of its pages.
    fn written(text: &str) -> (World, PathBuf, Vec<String>) {
        let w = World::new().write("m.tm", text);
        let ran = print(&w, "none");
        assert_eq!(ran.status, 0, "{}", ran.err);
        let file = w.path().join("out/m.pdf");
        let read = pages(&file);
        (w, file, read)
    }

    fn ask(program: &str, arguments: &[&str], file: &Path) -> String {
        let out =
            Command::new(program).args(arguments).arg(file).output().expect("poppler; ./test installs it");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    #[test]
    fn it_is_a_document_with_cover_contents_and_edges() {
        let text = fs::read_to_string(root("examples/rag-public.tm")).unwrap();
        let (_w, file, read) = written(&text);
        for (i, page) in read.iter().enumerate() {
            let number = format!("Page {} of {}", i + 1, read.len());
            assert!(page.contains(&number), "{number}:\n{page}");
            assert!(page.contains("TLP:AMBER") && page.contains("Documentation assistant"), "{page}");
        }
        assert!(read[0].contains("Above the appetite, which is") && read[0].contains("Who has to act"));
        // The contents say where each chapter and section begins.
        let start = read.iter().position(|p| p.lines().any(|l| l.trim() == "Contents")).unwrap();
        let mut found = 0;
        for line in read[start].lines().map(str::trim) {
            let Some((title, page)) = line.rsplit_once("  ") else { continue };
            let (title, Ok(page)) = (title.trim(), page.trim().parse::<usize>()) else { continue };
            assert!(read[page - 1].lines().any(|l| l.trim() == title), "{title} is not on page {page}");
            found += 1;
        }
        assert!(found > 30, "{found}:\n{}", read[start]);
        // Links and bookmarks; its day is the one that was asked for.
        let info = ask("pdfinfo", &["-isodates"], &file);
        assert!(
            info.contains("Title:           Documentation assistant") && info.contains("2026-12-01"),
            "{info}"
        );
        let bytes = fs::read(&file).unwrap();
        assert!(bytes.windows(9).any(|w| w == b"/Outlines"));
        let again = written(&text);
        assert!(bytes == fs::read(&again.1).unwrap(), "two files of one report differ");
    }

    #[test]
    fn a_broad_picture_has_a_page_that_lies_on_its_side() {
        let text = fs::read_to_string(root("examples/big-platform.tm")).unwrap();
        let (w, file, read) = written(&text);
        let (broad, all) = on_their_side(&file);
        assert!(!broad.is_empty() && all > 2 * broad.len() && all == read.len(), "{broad:?} of {all}");
        the_register_goes_on(&read, &titles(&w));
        let (_w, file, read) = written(&super::broad());
        has_the_picture_alone(&file, &read, false);
    }

    #[test]
    fn hostile_text_is_text() {
        let all: String = hostile::HOSTILE.concat();
        let (_w, file, read) = written(&hostile::model(&all));
        let words = read.concat();
        assert!(words.contains("<script>alert(1)</script>") && words.contains("{{ 7*7777777 }}"), "{words}");
        let bytes = fs::read(&file).unwrap();
        for never in [b"/JavaScript".as_slice(), b"/JS", b"/Launch", b"/URI (javascript", b"/OpenAction"] {
            assert!(!bytes.windows(never.len()).any(|w| w == never), "{}", String::from_utf8_lossy(never));
        }
        // A word without an end is cut rather than lost, and a table row higher than a page goes on.
        let long = format!(
            "model \"{}\" {{}}\nend_user u \"{}\"\nweb_app w\nu -> w\n",
            "x".repeat(3000),
            "word ".repeat(4000)
        );
        let (_w, _, read) = written(&long);
        assert!(read.concat().matches("word").count() >= 4000);
    }
}
