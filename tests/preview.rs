//! The live page: the real binary, asked over HTTP by a small client, and in a browser.
#![cfg(all(feature = "preview", feature = "lsp", unix))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use trustline::analysis::analyse;
use trustline::model::{Entry, read, resolve};
use trustline::project::pictures::Artist;
use trustline::scene::Pace;
use trustline::source::{Disk, Memory};
use trustline::syntax::tree::Date;
use trustline::theme;

#[path = "support/client.rs"]
mod client;
#[path = "support/many.rs"]
mod many;
#[path = "support/page.rs"]
mod page;
use page::{Address, PATIENCE, Preview, no_errors};

const BINARY: &str = env!("CARGO_BIN_EXE_trustline");

const MODEL: &str = "import \"vendors.tm\"\nmodel \"Desk\" { owner: \"Ana\", catalog: 2026.1 }\nprompts ask \"Question\"\n\
    anonymous_user visitor \"Visitor\"\nboundary cloud \"Cloud\" {\n  trust: internal\n  web_app desk \"Help desk\"\n}\n\
    visitor -> desk { sends: [ask] }\ndesk -> big { sends: [ask] }\n";
const VENDORS: &str = "llm big \"Big model\"\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn who_has_the_address_is_served_and_nobody_else() {
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS)]);
    let preview = Preview::start(BINARY, &dir.path().join("desk.tm"), &[]);
    let at = &preview.address;
    let events = at.listen();
    let state = events.until(no_errors);
    assert_eq!((&state["title"], &state["editor"]), (&json!("Desk"), &json!(false)));
    assert_eq!(state["cursor"], false);
    let page = at.get("");
    assert_eq!(page.status, 200);
    for header in [
        "content-security-policy: default-src 'none'",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
    ] {
        assert!(page.head.contains(header), "{header}: {}", page.head);
    }
    assert!(!page.head.contains("access-control"), "{}", page.head);
    for (name, kind) in [("page.js", "text/javascript"), ("page.css", "text/css"), ("report", "text/html")] {
        let answer = at.get(name);
        assert!(answer.status == 200 && answer.head.contains(kind), "{name}: {}", answer.head);
    }
    // The report is what `build` writes.
    let built = Command::new(BINARY)
        .args(["build", "desk.tm", "--format", "html", "--today", "2026-12-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    assert!(built.status.success());
    assert!(at.get("report").body == fs::read_to_string(dir.path().join("out/desk.html")).unwrap());

    // Without the token there is nothing, and nothing tells that there is something.
    let wrong = format!("/{}/", "0".repeat(32));
    let without = at.path.trim_end_matches('/').to_owned();
    for path in
        ["/", "/report", "/events", "/go", &wrong, &format!("{wrong}report"), &without, "/favicon.ico"]
    {
        for method in ["GET", "POST"] {
            let origin = format!("http://{}", at.host);
            let answer = at.ask(method, path, &[("Origin", &origin)], "");
            assert!(answer.status == 404 && answer.body.is_empty(), "{method} {path}: {}", answer.head);
        }
    }
    // A name that leads here is not this machine's own, and another page is not ours.
    for host in ["example.org", &format!("example.org:{}", at.port()), "127.0.0.1.example.org", ""] {
        assert_eq!(at.ask("GET", &at.path, &[("Host", host)], "").status, 403, "{host}");
    }
    let twice = at.ask("GET", &at.path, &[("Host", &at.host), ("Host", "example.org")], "");
    assert_eq!(twice.status, 403);
    let port = at.port();
    for origin in ["http://example.org", "null", "https://localhost", &format!("https://127.0.0.1:{port}")] {
        for name in ["", "report", "events"] {
            let path = format!("{}{name}", at.path);
            assert_eq!(at.ask("GET", &path, &[("Origin", origin)], "").status, 403, "{origin} {name}");
        }
        let path = format!("{}go", at.path);
        assert_eq!(
            at.ask("POST", &path, &[("Origin", origin)], "{\"part\":\"desk\"}").status,
            403,
            "{origin}"
        );
    }
    let go = format!("{}go", at.path);
    assert_eq!(
        at.ask("POST", &go, &[], "{\"part\":\"desk\"}").status,
        403,
        "who does something says who it is"
    );
    let own = format!("http://{}", at.host);
    for (method, name, status) in [
        ("POST", "report", 405),
        ("POST", "", 405),
        ("GET", "go", 405),
        ("PUT", "report", 405),
        ("DELETE", "", 405),
        ("GET", "../page.js", 404),
        ("GET", "page.html", 404),
        ("GET", "desk.tm", 404),
    ] {
        let answer = at.ask(method, &format!("{}{name}", at.path), &[("Origin", &own)], "");
        assert_eq!(answer.status, status, "{method} {name}");
    }
    for body in ["", "{", "{\"part\":1}", "[]", &format!("{{\"part\":\"{}\"}}", "x".repeat(9000))] {
        assert_eq!(at.ask("POST", &go, &[("Origin", &own)], body).status, 400);
    }
    // Only the one address of this machine is listened at.
    for other in ["127.0.0.2", "[::1]"] {
        assert!(TcpStream::connect(format!("{other}:{port}")).is_err(), "{other}");
    }
    // Where a part stands is told; an editor is not known.
    assert_eq!(at.go(&json!({ "part": "desk" })), json!({ "place": "desk.tm:7:3" }));
    assert_eq!(at.go(&json!({ "part": "big" })), json!({ "place": "vendors.tm:1:1" }));
    assert_eq!(at.go(&json!({ "part": "desk->big" })), json!({ "place": "desk.tm:10:1" }));
    assert_eq!(at.go(&json!({ "part": "nothing" })), json!("nowhere"));
    assert_eq!(at.go(&json!({ "error": 0 })), json!("nowhere"));
}

#[test]
fn every_change_is_shown_and_the_last_good_report_stays() {
    let theme = "name = \"Brand\"\n[report]\nlink = \"#123456\"\n";
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS), ("brand/theme.toml", theme)]);
    let at = |name: &str| dir.path().join(name);
    let write = |name: &str, text: &str| fs::write(at(name), text).unwrap();
    let brand = at("brand");
    let preview =
        Preview::start(BINARY, &at("desk.tm"), &["--theme", brand.to_str().unwrap(), "--editor", "vscode"]);
    let address = &preview.address;
    let events = address.listen();
    let first = events.until(no_errors)["report"].as_u64().unwrap();
    assert!(address.get("report").body.contains("#123456"));

    // The model, an import, and a file that is put in the place of another.
    write("desk.tm", &MODEL.replace("Help desk", "Front desk"));
    let second = events.until(|s| s["report"].as_u64() > Some(first))["report"].as_u64().unwrap();
    assert!(address.get("report").body.contains("Front desk"));
    write("vendors.tm", &VENDORS.replace("Big model", "Huge model"));
    let third = events.until(|s| s["report"].as_u64() > Some(second))["report"].as_u64().unwrap();
    assert!(address.get("report").body.contains("Huge model"));
    write("new.tm", &VENDORS.replace("Big model", "Third model"));
    fs::rename(at("new.tm"), at("vendors.tm")).unwrap();
    let fourth = events.until(|s| s["report"].as_u64() > Some(third))["report"].as_u64().unwrap();
    let good = address.get("report").body;
    assert!(good.contains("Third model"));

    // An error: it is told with its place, and the report stays.
    write("vendors.tm", "llm big \"Big model\" {\n  nonsense_<b>: 3\n}\n");
    let broken = events.until(|s| !s["errors"].as_array().unwrap().is_empty());
    assert_eq!(broken["report"], fourth);
    let error = &broken["errors"][0];
    assert_eq!((&error["file"], &error["line"]), (&json!("vendors.tm"), &json!(2)), "{error}");
    assert!(address.get("report").body == good);
    let link = address.go(&json!({ "error": 0 }));
    let vendors = at("vendors.tm").canonicalize().unwrap();
    let wanted = format!("vscode://file{}:2:", vendors.display());
    assert!(link["link"].as_str().unwrap().starts_with(&wanted), "{link}");
    // A file that is missing comes back.
    fs::remove_file(at("vendors.tm")).unwrap();
    let gone = events.until(|s| s["errors"][0]["code"] == "unreadable");
    assert_eq!(gone["report"], fourth);
    write("vendors.tm", VENDORS);
    let fifth = events.until(no_errors)["report"].as_u64().unwrap();
    assert!(fifth > fourth && address.get("report").body.contains("Big model"));

    // The theme, with its templates, and what is wrong with it.
    write("brand/theme.toml", &theme.replace("#123456", "#234567"));
    // What changed before may be seen late, so it can take more than one report.
    let shows =
        |s: &Value| s["report"].as_u64() > Some(fifth) && address.get("report").body.contains("#234567");
    let sixth = events.until(shows)["report"].as_u64().unwrap();
    write("brand/theme.toml", "name = 3\n");
    let broken = events.until(|s| !s["errors"].as_array().unwrap().is_empty());
    assert!(broken["errors"][0]["file"].as_str().unwrap().ends_with("brand/theme.toml"), "{broken}");
    assert_eq!(broken["report"], sixth);
    write("brand/theme.toml", theme);
    events.until(no_errors);
    fs::create_dir_all(at("brand/templates/sections")).unwrap();
    write("brand/templates/sections/scope.html", "<p>{{ nothing.of.it }}</p>");
    let broken = events.until(|s| !s["errors"].as_array().unwrap().is_empty());
    assert_eq!(broken["errors"][0]["code"], "bad-theme", "{broken}");
    write("brand/templates/sections/scope.html", "<p id=\"own\">Ours</p>");
    events.until(no_errors);
    assert!(address.get("report").body.contains("<p id=\"own\">Ours</p>"));
    // What changes nothing is no news.
    let before = address.listen().until(no_errors)["report"].clone();
    write("desk.tm", &MODEL.replace("Help desk", "Front desk"));
    write("desk.tm", &MODEL.replace("Help desk", "Back desk"));
    let shows = |s: &Value| no_errors(s) && address.get("report").body.contains("Back desk");
    assert!(events.until(shows)["report"].as_u64() > before.as_u64());
}

/// As Vim and Emacs save: the file is moved away, and another comes in its place.
#[test]
fn a_file_that_is_put_in_the_place_of_another_is_never_told_to_be_missing() {
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS)]);
    let at = |name: &str| dir.path().join(name);
    let preview = Preview::start(BINARY, &at("desk.tm"), &[]);
    let events = preview.address.listen();
    events.until(no_errors);
    for title in ["First", "Second", "Third"] {
        fs::rename(at("desk.tm"), at("desk.tm~")).unwrap();
        fs::write(at("desk.tm"), MODEL.replace("\"Desk\"", &format!("\"{title}\""))).unwrap();
        events.until(|s| {
            assert_eq!(s["errors"], json!([]), "{title}");
            s["title"] == title
        });
    }
}

/// The pictures of a text as an artist draws them, and whether they are the best of several tries.
fn drawn(artist: &mut Artist, text: &str, pace: Pace) -> (Vec<String>, bool) {
    let files = Memory::new([("m.tm", text)]);
    let model = resolve(&read(&files, Entry::File(Path::new("m.tm")), None)).model;
    let analysis = analyse(&model, Date::new(2026, 12, 1).unwrap());
    let theme = theme::load(&Disk, "default").theme;
    let mut notes = Vec::new();
    let all = artist.draw(&model, &analysis, &theme, pace, &mut notes, &|| true).unwrap().unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    (all.into_iter().map(|d| d.picture.svg).collect(), artist.is_settled())
}

#[test]
fn pictures_in_haste_are_followed_by_those_with_care() {
    let text = fs::read_to_string("examples/sentiment-api.tm").unwrap();
    let more = format!("{text}llm fresh \"Fresh\"\nclient -> fresh {{ sends: [text] }}\n");
    let mut artist = Artist::new().unwrap();
    let (_, settled) = drawn(&mut artist, &text, Pace::Quick);
    assert!(settled, "nothing was drawn before that could be followed");
    let (hasty, settled) = drawn(&mut artist, &more, Pace::Quick);
    assert!(!settled && hasty[0].contains("Fresh"));
    let (still, settled) = drawn(&mut artist, &more, Pace::Quick);
    assert!(!settled && still == hasty);
    let fresh = drawn(&mut Artist::new().unwrap(), &more, Pace::Careful);
    assert_eq!(drawn(&mut artist, &more, Pace::Careful), fresh);
    assert_eq!(drawn(&mut artist, &more, Pace::Quick), fresh, "what is the best is not drawn anew");
}

#[test]
fn a_page_at_rest_is_what_build_writes() {
    let text = fs::read_to_string("examples/sentiment-api.tm").unwrap();
    let dir = folder(&[("m.tm", &text)]);
    let preview = Preview::start(BINARY, &dir.path().join("m.tm"), &[]);
    let events = preview.address.listen();
    let shown = events.until(no_errors)["report"].as_u64();
    let more = format!("{text}llm fresh \"Fresh\"\nclient -> fresh {{ sends: [text] }}\n");
    fs::write(dir.path().join("m.tm"), more).unwrap();
    events.until(|s| s["report"].as_u64() > shown);
    let built = Command::new(BINARY)
        .args(["build", "m.tm", "--format", "html", "--today", "2026-12-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let built = fs::read_to_string(dir.path().join("out/m.html")).unwrap();
    let since = Instant::now();
    while preview.address.get("report").body != built {
        assert!(since.elapsed() < PATIENCE, "the page is still another");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_model_with_errors_from_the_start_is_shown_when_it_has_none() {
    let dir = folder(&[("desk.tm", "model \"Desk\" { owner: 3 }\nllm big\n")]);
    let preview = Preview::start(BINARY, &dir.path().join("desk.tm"), &[]);
    let events = preview.address.listen();
    let state = events.until(|s| !s["errors"].as_array().unwrap().is_empty());
    assert_eq!(state["report"], 0);
    assert_eq!(preview.address.get("report").status, 404);
    fs::write(dir.path().join("desk.tm"), "").unwrap();
    let state = events.until(|s| s["errors"][0]["code"] == "empty-model");
    assert_eq!(state["report"], 0, "there is nothing to draw");
    fs::write(dir.path().join("desk.tm"), "model \"Desk\" { owner: \"Ana\" }\nllm big\n").unwrap();
    events.until(no_errors);
}

#[test]
fn it_ends_cleanly_and_leaves_its_port() {
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS)]);
    let model = dir.path().join("desk.tm");
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    for how in ["-INT", "-TERM", "-HUP", "eof"] {
        let more = if how == "eof" { vec!["--port", &free, "--until-eof"] } else { vec!["--port", &free] };
        let mut preview = Preview::start(BINARY, &model, &more);
        assert_eq!(preview.address.port().to_string(), free, "the port of the call");
        let events = preview.address.listen();
        events.until(no_errors);
        if how == "eof" {
            drop(preview.stdin.take());
        } else {
            // Standard input that is closed ends nothing by itself.
            drop(preview.stdin.take());
            std::thread::sleep(Duration::from_millis(50));
            assert_eq!(preview.address.get("").status, 200);
            preview.signal(how);
        }
        events.next("end");
        assert_eq!(preview.ended().code(), Some(0), "{how}");
        assert!(TcpStream::connect(&preview.address.host).is_err(), "{how}: nobody listens");
    }
}

#[test]
fn slips_in_the_call_are_told() {
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS)]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (call, told) in [
        (vec!["nothing.tm"], "`nothing.tm` can't be read: there is no such file"),
        (vec!["-"], "standard input can't be watched"),
        (vec!["desk.tm", "--theme", "darc"], "Did you mean `dark`?"),
        (vec!["desk.tm", "--port", &port], "the page can't be served"),
        (vec!["desk.tm", "--editor", "vim"], "`vim` is no editor that is known"),
        (vec!["desk.tm", "--editor", "javascript:{file}"], "does not lead to an editor"),
        (vec!["desk.tm", "--today", "soon"], "`--today soon` is no day"),
        (vec!["desk.tm", "--deny", "nothing"], "nothing"),
    ] {
        let run = Command::new(BINARY).arg("preview").args(&call).current_dir(dir.path()).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{call:?}: {said}");
        assert!(said.contains(told), "{call:?}: {said}");
        assert!(run.stdout.is_empty(), "{call:?}");
    }
}

#[test]
fn an_editor_has_a_page_that_follows_what_is_typed() {
    let dir = folder(&[("desk.tm", MODEL), ("vendors.tm", VENDORS)]);
    let model = dir.path().join("desk.tm");
    let able = json!({ "window": { "showDocument": { "support": true } } });
    let mut c = client::Client::start(BINARY, dir.path(), able);
    let commands = &c.server["capabilities"]["executeCommandProvider"]["commands"];
    assert_eq!(commands, &json!(["trustline.showPreview", "trustline.closePreview"]));
    c.open(&model, MODEL);
    c.settle(&model);
    let uri = client::uri(&model);
    let show = |more: Value| {
        let mut arguments = vec![json!(uri)];
        arguments.extend(more.as_array().unwrap().iter().cloned());
        json!({ "command": "trustline.showPreview", "arguments": arguments })
    };
    let command = "workspace/executeCommand";
    let shown = c.request(command, show(json!([]))).unwrap();
    let page = shown["uri"].as_str().unwrap().to_owned();
    let opened = c.asked.iter().find(|a| a["method"] == "window/showDocument").unwrap();
    assert_eq!((&opened["params"]["uri"], &opened["params"]["external"]), (&shown["uri"], &json!(true)));
    // There is one page for a model; an editor that shows it itself says so.
    c.asked.clear();
    let again = c.request(command, show(json!([{ "line": 6, "character": 4 }, { "open": false }]))).unwrap();
    assert_eq!(again, shown);
    assert!(c.asked.is_empty(), "{:?}", c.asked);

    let at = Address::new(&page);
    let events = at.listen();
    let state = events.until(no_errors);
    assert_eq!((&state["editor"], &state["file"]), (&json!(true), &json!("desk.tm")));
    // With the place of the cursor it was said that there is one to follow.
    assert_eq!(state["cursor"], true);
    // Text that is not saved is shown, of the imported file as well.
    c.change(&model, 2, Some([6, 16, 6, 20]), "Front");
    let next = events.until(|s| s["report"] != state["report"] && no_errors(s));
    assert!(at.get("report").body.contains("Front desk"), "what was typed");
    c.open(&dir.path().join("vendors.tm"), "llm big \"Unsaved\"\n");
    events.until(|s| s["report"] != next["report"] && no_errors(s));
    assert!(at.get("report").body.contains("Unsaved"));
    // While the text is broken, the page keeps what it has.
    c.change(&model, 3, Some([9, 0, 9, 0]), "desk -> \n");
    let broken = events.until(|s| !s["errors"].as_array().unwrap().is_empty());
    assert_eq!(broken["errors"][0]["line"], 10);
    assert!(at.get("report").body.contains("Unsaved"));
    c.change(&model, 4, Some([9, 0, 10, 0]), "");
    events.until(no_errors);

    // The cursor leads the page, and a click leads the cursor.
    let point = |line: usize, character: usize| json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } });
    for (line, character, id) in
        [(6, 4, "desk"), (4, 10, "cloud"), (5, 4, "cloud"), (9, 9, "desk->big"), (2, 1, "ask")]
    {
        c.notify("trustline/showInPreview", point(line, character));
        let told = events.next("point");
        assert_eq!(told["id"], id, "{line}:{character}");
        assert!(told["anchor"].as_str().unwrap().starts_with("part_"), "{told}");
    }
    for (wish, line, column) in [(json!({ "part": "desk" }), 6, 2), (json!({ "part": "desk->big" }), 9, 0)] {
        c.asked.clear();
        assert_eq!(at.go(&wish), json!("done"));
        while c.asked.is_empty() {
            let message = c.message();
            if message.get("id").is_some() {
                c.asked.push(message);
            }
        }
        let shown = &c.asked[0]["params"];
        assert_eq!(shown["uri"], uri);
        assert_eq!(shown["selection"]["start"], json!({ "line": line, "character": column }), "{wish}");
    }

    // An editor that closes the page gets its port back; so does one that ends.
    let close = json!({ "command": "trustline.closePreview", "arguments": [uri] });
    assert_eq!(c.request(command, close).unwrap(), Value::Null);
    events.next("end");
    let gone = Instant::now() + PATIENCE;
    while TcpStream::connect(&at.host).is_ok() {
        assert!(Instant::now() < gone, "the port is taken");
    }
    let other = c.request(command, show(json!([]))).unwrap();
    assert_ne!(other, shown, "another page has another token");
    let nothing = c.request(command, json!({ "command": "trustline.nothing", "arguments": [uri] }));
    assert!(nothing.is_err());
    assert_eq!(c.shut_down().code(), Some(0));
    assert!(TcpStream::connect(Address::new(other["uri"].as_str().unwrap()).host).is_err());
}

fn browser(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(name)
}

/// Does a check of tests/browser with the live page of a model.
fn in_a_browser(check: &str, model: &Path) -> Value {
    assert!(browser("node_modules/playwright-core").is_dir(), "./test installs what tests/browser needs");
    let preview = Preview::start(BINARY, model, &["--editor", "x-editor:{file}:{line}"]);
    let chromium = std::env::var("TRUSTLINE_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let address = format!("http://{}{}", preview.address.host, preview.address.path);
    let job = json!({
        "chromium": chromium, "address": address, "model": model,
        "shots": std::env::var("TRUSTLINE_SHOTS").ok(),
    });
    let file = model.with_file_name("job.json");
    fs::write(&file, job.to_string()).unwrap();
    let run = Command::new("node")
        .args(["run.mjs", check])
        .arg(file)
        .current_dir(browser(""))
        .output()
        .expect("node; ./test installs it");
    let text = String::from_utf8_lossy(&run.stdout);
    let said: Value = serde_json::from_str(text.trim())
        .unwrap_or_else(|e| panic!("{e}: {text}{}", String::from_utf8_lossy(&run.stderr)));
    assert_eq!(said["faults"], json!([]), "{said:#}");
    said
}

#[test]
fn in_a_browser_the_page_changes_in_place() {
    let dir = folder(&[]);
    let model = dir.path().join("rag-public.tm");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/rag-public.tm"), &model).unwrap();
    let said = in_a_browser("preview", &model);
    assert!(said["seen"].as_object().unwrap().len() >= 9, "{said}");
}

#[test]
fn in_a_browser_a_long_page_changes_in_place() {
    let dir = folder(&[("many.tm", &many::together(20))]);
    let said = in_a_browser("preview-long", &dir.path().join("many.tm"));
    assert!(said["seen"].as_object().unwrap().len() >= 7, "{said}");
}
