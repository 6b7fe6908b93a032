//! Reports in a browser: what their script adds, how accessible they are, how they print, how fast they are,
//! and that hostile text stays text. The checks are in tests/browser and run in Chromium, by Playwright.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/many.rs"]
mod many;

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use trustline::theme::{Mode, Theme};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder for one check.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The report of a model as a page; `name` is that of the page's folder.
    fn page(&self, model: &Path, name: &str, more: &[&str]) -> PathBuf {
        let out = self.path(name);
        let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
            .arg("build")
            .arg(model)
            .args(["--format", "html", "--today", "2026-12-01", "--allow", "warnings", "-o"])
            .arg(&out)
            .args(more)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        out.join(model.file_name().unwrap()).with_extension("html")
    }

    /// Does a check of tests/browser and gives what it saw and measured; its faults fail the test.
    fn check(&self, name: &str, mut job: Value) -> (Value, Value) {
        let folder = root("tests/browser");
        assert!(
            folder.join("node_modules/playwright-core").is_dir(),
            "./test installs what tests/browser needs"
        );
        let browser = std::env::var("TRUSTLINE_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
        job["chromium"] = browser.into();
        let file = self.put("job.json", &job.to_string());
        let run = Command::new("node")
            .args(["run.mjs", name])
            .arg(file)
            .current_dir(&folder)
            .output()
            .expect("node; ./test installs it");
        let text = String::from_utf8_lossy(&run.stdout);
        let said: Value = serde_json::from_str(text.trim())
            .unwrap_or_else(|e| panic!("{e}: {text}{}", String::from_utf8_lossy(&run.stderr)));
        let faults: Vec<&str> = said["faults"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        (said["seen"].clone(), said["measured"].clone())
    }
}

#[test]
fn everything_that_the_script_adds_works_at_all_widths_by_day_and_by_night() {
    let desk = Desk::new();
    let page = desk.page(&root("examples/rag-public.tm"), "a", &["--format", "json"]);
    let report = page.with_extension("json");
    let (seen, _) = desk.check("interactions", json!({ "pages": [page], "report": report }));
    let seen = seen.as_object().unwrap();
    assert!(seen.len() >= 20 && seen.values().all(|n| n == 3), "{seen:?}");
}

#[test]
fn axe_finds_nothing_in_any_theme_at_any_width() {
    let desk = Desk::new();
    let model = root("examples/rag-public.tm");
    let small = root("examples/first-model.tm");
    let mut themes = Vec::new();
    for theme in Theme::built_in() {
        let schemes: Vec<&str> =
            theme.follows.modes().iter().map(|m| if *m == Mode::Dark { "dark" } else { "light" }).collect();
        let file = desk.page(&small, &theme.name, &["--theme", &theme.name]);
        // Themes differ in their colours alone, and widths in what stands where.
        themes.push(json!({
            "file": file, "theme": theme.name, "schemes": schemes, "widths": [768], "colours": true
        }));
    }
    assert_eq!(themes.len(), 5);
    let page = desk.page(&model, "page", &[]);
    themes.push(json!({
        "file": page, "theme": "default, larger", "schemes": ["light"], "widths": [360, 768, 1440], "colours": false
    }));
    let (seen, _) = desk.check("access", json!({ "pages": [], "themes": themes }));
    assert!(seen["rules of axe that hold"].as_u64().unwrap() > 100, "{seen}");
    assert!(seen["pages that axe looked at"].as_u64().unwrap() >= 9, "{seen}");
}

#[test]
fn the_keyboard_reaches_all_and_pictures_are_told_in_words() {
    let desk = Desk::new();
    let page = desk.page(&root("examples/rag-public.tm"), "page", &[]);
    let (seen, _) = desk.check("access", json!({ "pages": [page], "themes": [] }));
    assert!(seen["places of the keyboard"].as_u64().unwrap() > 100, "{seen}");
    assert!(seen["pictures"].as_u64().unwrap() >= 9, "{seen}");
}

#[test]
fn hostile_text_stays_text_in_a_browser() {
    let desk = Desk::new();
    // Several in each text, since a page asks for the time; what would hide others stands behind them.
    let hides = |x: &&&str| x.contains("<!--") || x.contains("<style") || x.contains("]]>");
    let (behind, before): (Vec<&&str>, Vec<&&str>) = hostile::HOSTILE.iter().partition(hides);
    let count = behind.len();
    let mut texts: Vec<String> = behind.into_iter().map(|x| (*x).to_owned()).collect();
    for (i, x) in before.into_iter().enumerate() {
        texts[i % count].insert_str(0, &format!("{x} "));
    }
    assert!(hostile::HOSTILE.iter().all(|x| texts.iter().any(|t| t.contains(x))));
    let mut pages: Vec<PathBuf> = texts
        .iter()
        .enumerate()
        .map(|(i, x)| {
            let name = format!("m{i}");
            let model = desk.put(&format!("{name}.tm"), &hostile::model(x));
            desk.page(&model, &name, &[])
        })
        .collect();
    // A long report, of which the script draws what comes into view.
    let long = many::many(20).replace("Team ", &texts.concat()).replace("Visitor", &texts.concat());
    pages.push(desk.page(&desk.put("long.tm", &long), "long", &[]));
    assert!(fs::read_to_string(&pages[count]).unwrap().contains("<noscript id=\"held-rows\">"));
    let (seen, _) = desk.check("hostile", json!({ "hostile": pages }));
    assert_eq!(seen["hostile"], pages.len());
}

/// The listener sees what it should.
#[test]
fn what_a_page_must_not_do_is_seen() {
    let desk = Desk::new();
    let page = |body: &str| format!("<!doctype html><meta charset=utf-8><title>x</title>{body}");
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
    let guards = [
        ("a dialog", page("<script>alert(1)</script>")),
        ("an error", page("<script>nothing.is.here()</script>")),
        ("a word on the console", page("<script>console.log('x')</script>")),
        ("a request", page("<img src=\"http://127.0.0.1:9/x.png\">")),
        ("a refused script", page(&format!("{policy}<script>1</script>"))),
        ("a refused style", page(&format!("{policy}<p style=\"color:red\">x</p>"))),
    ];
    let files: serde_json::Map<String, Value> = guards
        .iter()
        .enumerate()
        .map(|(i, (name, html))| ((*name).to_owned(), json!(desk.put(&format!("{i}.html"), html))))
        .collect();
    let (seen, _) = desk.check("guards", json!({ "guards": files }));
    assert_eq!(seen.as_object().unwrap().len(), guards.len(), "{seen}");
}

#[test]
fn reports_print_within_their_pages() {
    let desk = Desk::new();
    let pages: Vec<Value> = [("rag-public", 25), ("first-model", 26)]
        .iter()
        .map(|(name, most)| {
            json!({ "file": desk.page(&root(&format!("examples/{name}.tm")), name, &[]), "before": most })
        })
        .collect();
    let (seen, _) = desk.check("print", json!({ "print": pages }));
    assert_eq!(seen["printed"], 4);
}

/// By the browser's own clock. It takes a fifth of a second, and may take one; the rest is room for machines that do
/// other things as well.
#[test]
fn thousands_of_threats_are_painted_at_once() {
    let desk = Desk::new();
    let model = desk.put("many.tm", &many::together(270));
    let file = desk.page(&model, "many", &[]);
    let job = json!({ "large": { "file": file, "threats": 5000, "paint": 3000, "deeds": true } });
    let (seen, measured) = desk.check("speed", job);
    assert!(measured["paint"].as_f64().unwrap() > 0.0, "{measured}");
    assert_eq!(seen.as_object().unwrap().len(), 6, "{seen}");
}
