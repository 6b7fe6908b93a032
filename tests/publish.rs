//! Reports on real wikis: MediaWiki and DokuWiki of Debian's packages, started on the loopback. What is asserted is what
//! stands in the wiki afterwards, asked by other means than ours, and what a browser shows of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/many.rs"]
mod many;
#[path = "support/wikis.rs"]
mod wikis;
#[path = "support/world.rs"]
mod world;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use wikis::Running;
use world::{Ran, World};

/// A small model of which one threat can be changed without another picture.
const MODEL: &str = r#"model "Help desk" { catalog: 2026.1, owner: "Ana", marking: "TLP:GREEN", version: "1" }
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
"#;

/// A folder with a model and settings for a wiki.
struct Desk {
    world: World,
    user: &'static str,
    secret: &'static str,
    kind: &'static str,
}

impl Desk {
    fn new(wiki: &Running, kind: &'static str, more: &str) -> Desk {
        let settings = format!("[publish.house]\nkind = \"{kind}\"\nurl = \"{}\"\n{more}\n", wiki.url);
        let world = World::new().write("desk.tm", MODEL).write("trustline.toml", settings);
        let (user, secret) = match kind {
            "mediawiki" => ("Admin@trustline", "0123456789abcdef0123456789abcdef"),
            _ => ("admin", "Adm1nPassw0rd!"),
        };
        Desk { world, user, secret, kind }
    }

    fn account(&self) -> [(String, &'static str); 2] {
        let account = [("USER", self.user), ("PASSWORD", self.secret)];
        account.map(|(word, value)| (format!("TRUSTLINE_{}_{word}", self.kind.to_uppercase()), value))
    }

    fn publish(&self, model: &str, more: &[&str]) -> Ran {
        self.world.publish(model, more, &self.account())
    }

    #[track_caller]
    fn published(&self, model: &str, more: &[&str]) -> String {
        self.publish(model, more).well()
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.world.path().join(name), text).unwrap();
    }
}

/// Opens pages of a wiki in a browser; what it counted there.
#[track_caller]
fn look(wiki: &Running, selector: &str, pages: &[String], click: bool) -> Value {
    let browser = std::env::var("TRUSTLINE_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let dir = tempfile::tempdir().unwrap();
    let shot = std::env::var("TRUSTLINE_SHOTS").ok();
    let job = json!({
        "chromium": browser, "base": wiki.url, "selector": selector, "pages": pages, "click": click, "shot": shot
    });
    let file = dir.path().join("job.json");
    fs::write(&file, job.to_string()).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let run = Command::new("node").args(["run.mjs", "wiki"]).arg(&file).current_dir(folder).output().unwrap();
    let text = String::from_utf8_lossy(&run.stdout);
    let said: Value = serde_json::from_str(text.trim())
        .unwrap_or_else(|e| panic!("{e}: {text}{}", String::from_utf8_lossy(&run.stderr)));
    let faults: Vec<&str> = said["faults"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    said["seen"].clone()
}

fn number(seen: &Value, what: &str) -> u64 {
    seen[what].as_u64().unwrap_or_default()
}

/// The calls that a dry run lists.
fn calls(out: &str) -> Vec<String> {
    out.lines().filter_map(|l| l.strip_prefix("  POST ")).map(str::to_owned).collect()
}

#[test]
fn a_mediawiki_is_published_to_again_and_again() {
    let wiki = Running::mediawiki();
    let desk = Desk::new(&wiki, "mediawiki", "labels = [\"Threat models\"]\nmax_marking = \"TLP:AMBER\"\n");

    // A dry run tells the calls and does none of them.
    let dry = desk.published("desk.tm", &["--dry-run"]);
    assert!(wiki.pages("Help").is_empty() && wiki.files().is_empty(), "a dry run writes nothing");
    let told = calls(&dry);
    assert!(told.iter().any(|c| c.contains("action=edit createonly title=Help desk")), "{dry}");

    let out = desk.published("desk.tm", &[]);
    let first = wiki.pages("Help");
    let files = wiki.files();
    assert!(out.contains("created Help desk\n"), "{out}");
    assert_eq!(told.iter().filter(|c| c.contains("action=edit")).count(), first.len());
    assert_eq!(told.iter().filter(|c| c.contains("action=upload")).count(), files.len());
    let (text, _) = &first["Help desk"];
    assert!(text.starts_with("<!-- trustline ") && text.trim_end().ends_with("end -->"), "{text}");
    assert!(text.contains("Help desk") && text.contains("[[Category:Threat models]]"), "{text}");
    assert!(files.keys().any(|f| f.ends_with("desk.svg")), "{files:?}");

    // Nothing changes when nothing changed, and nothing is sent but questions: no more than one for each page.
    let before = wiki.requests().len();
    let out = desk.published("desk.tm", &[]);
    assert!(out.contains("nothing changed: ") && !out.contains("updated"), "{out}");
    assert_eq!((wiki.pages("Help"), wiki.files()), (first.clone(), files.clone()));
    let asked = wiki.requests().len() - before;
    let others = 5 + 1 + wiki.pages("Help").len() + 1;
    assert!(asked <= others + first.len() * 2 + 8, "{asked} requests");

    // One threat changes: one revision more, of the page on which it stands, and no upload.
    desk.put("desk.tm", &MODEL.replace("\"Contract.\"", "\"Contract, clause 7.\""));
    let dry = desk.published("desk.tm", &["--dry-run"]);
    assert!(dry.contains("clause 7"), "the difference is told: {dry}");
    desk.published("desk.tm", &[]);
    let second = wiki.pages("Help");
    let revisions = |pages: &BTreeMap<String, (String, usize)>| pages.values().map(|(_, n)| n).sum::<usize>();
    assert_eq!(revisions(&second), revisions(&first) + 1);
    assert!(second.values().any(|(text, _)| text.contains("clause 7")));
    assert_eq!(wiki.files(), files, "no picture is uploaded again");

    // What people write around our part stays.
    let (text, _) = &second["Help desk"];
    wiki.edit("Help desk", &format!("Read this first.\n\n{text}\n\nA note of ours."));
    desk.put("desk.tm", MODEL);
    desk.published("desk.tm", &[]);
    let (text, _) = &wiki.pages("Help")["Help desk"];
    assert!(text.starts_with("Read this first.\n") && text.trim_end().ends_with("A note of ours."), "{text}");
    assert!(!text.contains("clause 7"));

    // What people change inside of it is a conflict: told, and nothing is lost.
    let edited = text.replacen("Hosted LLM", "Hosted LLM (Bob: which one?)", 1);
    assert_ne!(&edited, text);
    wiki.edit("Help desk", &edited);
    let stands = wiki.pages("Help");
    desk.put("desk.tm", &MODEL.replace("\"Contract.\"", "\"Contract, clause 8.\""));
    let ran = desk.publish("desk.tm", &[]);
    assert_eq!(ran.status, 3, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Bob: which one?"), "it says what differs: {}", ran.out);
    assert!(ran.err.contains("error[publish-conflict]") && ran.err.contains("by Admin"), "{}", ran.err);
    assert_eq!(wiki.pages("Help"), stands);
    assert_eq!(desk.publish("desk.tm", &["--dry-run"]).status, 3);
    desk.published("desk.tm", &["--force"]);
    let (text, _) = &wiki.pages("Help")["Help desk"];
    assert!(
        text.contains("clause 8") && !text.contains("Bob") && text.starts_with("Read this first."),
        "{text}"
    );

    // A picture that is not shown any more is told, and deleted on demand: ours alone, and not while others show it.
    let view = "view one \"The index alone\" { focus: [index] }\n";
    desk.put("desk.tm", &format!("{MODEL}{view}"));
    desk.published("desk.tm", &["--force"]);
    let with_view = wiki.files();
    let new: Vec<&String> = with_view.keys().filter(|f| !files.contains_key(*f)).collect();
    let [picture] = new.as_slice() else { panic!("{new:?}") };
    let name = picture.strip_prefix("File:").unwrap();
    wiki.upload("Help desk - notes.png");
    wiki.edit("Elsewhere", &format!("[[{picture}]]"));
    desk.put("desk.tm", MODEL);
    for _ in 0..2 {
        let out = desk.published("desk.tm", &[]);
        assert!(out.contains(&format!("not shown any more: {name} (`--prune` deletes it)\n")), "{out}");
    }
    let out = desk.published("desk.tm", &["--prune"]);
    assert!(out.contains(&format!("not shown here any more, but by pages of others: {name}\n")), "{out}");
    assert_eq!(wiki.files().len(), with_view.len() + 1);
    wiki.edit("Elsewhere", "Nothing.");
    let out = desk.published("desk.tm", &["--prune"]);
    assert!(out.contains(&format!("deleted {name}\n")), "{out}");
    let mut left = files.clone();
    left.insert("File:Help desk - notes.png".to_owned(), 1);
    assert_eq!(wiki.files(), left, "people's file stays");

    // The same with a page of its own, which goes together with its picture.
    let settings = fs::read_to_string(desk.world.path().join("trustline.toml")).unwrap();
    desk.put("trustline.toml", &format!("{settings}views = true\n"));
    desk.put("desk.tm", &format!("{MODEL}{view}"));
    desk.published("desk.tm", &[]);
    assert_eq!((wiki.pages("Help").len(), wiki.files().len()), (2, left.len() + 1));
    desk.put("desk.tm", MODEL);
    let out = desk.published("desk.tm", &["--prune"]);
    assert!(out.contains("deleted Help desk/The index alone\n"), "{out}");
    assert_eq!((wiki.pages("Help").len(), wiki.files()), (1, left));

    // Marked higher than the target allows: refused before anything is sent.
    desk.put("desk.tm", &MODEL.replace("TLP:GREEN", "TLP:RED"));
    let (ran, before) = (desk.publish("desk.tm", &[]), wiki.requests().len());
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("marked TLP:RED"), "{}", ran.err);
    assert_eq!(wiki.requests().len(), before);

    // A wrong secret is a clear error.
    desk.put("desk.tm", MODEL);
    let [(user, name), (password, _)] = desk.account();
    let ran = desk.world.publish("desk.tm", &[], &[(user, name), (password, "wrong-secret-0123")]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("refuses the account") && !ran.err.contains("wrong-secret"), "{}", ran.err);

    // As a browser shows it.
    let pages: Vec<String> = wiki
        .pages("Help")
        .keys()
        .map(|t| format!("{}/index.php/{}", wiki.url, wikis::encoded(&t.replace(' ', "_"))))
        .collect();
    let seen = look(&wiki, ".mw-parser-output", &pages, true);
    assert!(number(&seen, "tables") >= 4 && number(&seen, "pictures") >= 1, "{seen}");
    assert!(
        number(&seen, "inner") >= 10 && number(&seen, "areas") >= 3 && number(&seen, "clicks") == 1,
        "{seen}"
    );
}

#[test]
fn a_dokuwiki_is_published_to_again_and_again() {
    let wiki = Running::dokuwiki();
    let desk = Desk::new(&wiki, "dokuwiki", "space = \"models\"\nattach = [\"html\"]\nfiles = \"html\"\n");
    let dry = desk.published("desk.tm", &["--dry-run"]);
    assert_eq!(wiki.tree("models"), Default::default(), "a dry run writes nothing");
    desk.published("desk.tm", &[]);
    let first = wiki.tree("models");
    assert_eq!(calls(&dry).len(), first.0.len(), "{dry}");
    assert!(first.0.contains_key("pages/help_desk.txt"), "{:?}", first.0.keys());
    assert!(first.0.keys().any(|f| f.starts_with("media/") && f.ends_with(".html")), "{:?}", first.0.keys());
    assert!(first.1.values().all(|n| *n == 1), "{:?}", first.1);

    let out = desk.published("desk.tm", &[]);
    assert!(out.contains("nothing changed: "), "{out}");
    assert_eq!(wiki.tree("models"), first);

    // The page's text and the attached report change; no picture does.
    std::thread::sleep(Duration::from_millis(1100));
    desk.put("desk.tm", &MODEL.replace("\"Contract.\"", "\"Contract, clause 7.\""));
    desk.published("desk.tm", &[]);
    let second = wiki.tree("models");
    let changed: Vec<&String> =
        second.0.iter().filter(|(k, v)| first.0.get(*k) != Some(v)).map(|(k, _)| k).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(
        changed.iter().any(|f| f.ends_with(".html")) && changed.iter().any(|f| f.ends_with(".txt")),
        "{changed:?}"
    );

    // By hand: around our part it stays, inside of it it is a conflict.
    let path = wiki.place().join("data/pages/models/help_desk.txt");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("Read this first.\n\n{text}")).unwrap();
    desk.put("desk.tm", MODEL);
    desk.published("desk.tm", &[]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("Read this first.\n") && !text.contains("clause 7"), "{text}");
    let edited = text.replacen("Hosted LLM", "Hosted LLM (Bob: which one?)", 1);
    fs::write(&path, &edited).unwrap();
    desk.put("desk.tm", &MODEL.replace("\"Contract.\"", "\"Contract, clause 8.\""));
    let ran = desk.publish("desk.tm", &[]);
    assert_eq!(ran.status, 3, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Bob: which one?"), "{}", ran.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), edited, "nothing is lost");
    desk.published("desk.tm", &["--force"]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("clause 8") && !text.contains("Bob"), "{text}");

    // A page that the model does not have any more.
    let stale = wiki.place().join("data/pages/models/help_desk/old.txt");
    let ours: String = text.lines().skip_while(|l| !l.contains("trustline-")).collect::<Vec<_>>().join("\n");
    fs::create_dir_all(stale.parent().unwrap()).unwrap();
    fs::write(&stale, ours).unwrap();
    let out = desk.published("desk.tm", &[]);
    assert!(out.contains("not published any more: models:help_desk:old"), "{out}");
    assert!(stale.exists());
    let out = desk.published("desk.tm", &["--prune"]);
    assert!(out.contains("deleted models:help_desk:old") && !stale.exists(), "{out}");

    // A file that is not shown any more: told as long as it is there, and deleted on demand if it is ours.
    let media = wiki.place().join("data/media/models/help_desk");
    fs::write(media.join("theirs.png"), "theirs").unwrap();
    desk.published("desk.tm", &["--attach", "html,xlsx"]);
    let told = "not shown any more: models:help_desk:desk.xlsx (`--prune` deletes it)\n";
    for _ in 0..2 {
        let out = desk.published("desk.tm", &["--attach", "html"]);
        assert!(out.contains(told) && media.join("desk.xlsx").exists(), "{out}");
    }
    let out = desk.published("desk.tm", &["--attach", "html", "--prune"]);
    assert!(
        out.contains("deleted models:help_desk:desk.xlsx\n") && !media.join("desk.xlsx").exists(),
        "{out}"
    );
    let out = desk.published("desk.tm", &["--attach", "html"]);
    assert!(out.contains("nothing changed") && !out.contains("not shown"), "{out}");

    // A wrong password is told as one, and so is none.
    let [(user, name), (password, _)] = desk.account();
    let ran = desk.world.publish("desk.tm", &[], &[(user.clone(), name), (password, "wrong-secret-0123")]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("the wiki refuses the account `admin` or its password"), "{}", ran.err);
    let ran = desk.world.publish("desk.tm", &[], &[(user, name)]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("needs the account's password") && ran.err.contains("_PASSWORD in the env"),
        "{}",
        ran.err
    );

    // The same with a page, which goes together with its picture.
    let settings = fs::read_to_string(desk.world.path().join("trustline.toml")).unwrap();
    desk.put("trustline.toml", &format!("{settings}views = true\n"));
    desk.put("desk.tm", &format!("{MODEL}view one \"The index alone\" {{ focus: [index] }}\n"));
    desk.published("desk.tm", &[]);
    let inner =
        |tree: &BTreeMap<String, Vec<u8>>| tree.keys().filter(|f| f.contains("the_index_alone")).count();
    assert_eq!(inner(&wiki.tree("models").0), 2);
    desk.put("desk.tm", MODEL);
    let out = desk.published("desk.tm", &["--prune"]);
    assert!(out.contains("deleted models:help_desk:the_index_alone\n"), "{out}");
    assert_eq!(inner(&wiki.tree("models").0), 0, "{out}");
    assert!(media.join("theirs.png").exists());

    let pages = vec![format!("{}/doku.php?id=models:help_desk", wiki.url)];
    let seen = look(&wiki, DOKU, &pages, false);
    assert!(
        number(&seen, "tables") >= 4 && number(&seen, "pictures") >= 1 && number(&seen, "inner") >= 10,
        "{seen}"
    );
}

#[test]
fn hostile_text_and_many_threats_stay_text_on_mediawiki() {
    let page =
        |page: &str| format!("/index.php/{}", wikis::encoded(&page.replace(' ', "_")).replace("%2F", "/"));
    hostile_and_many(&Running::mediawiki(), "mediawiki", ".mw-parser-output", page);
}

#[test]
fn hostile_text_and_many_threats_stay_text_on_dokuwiki() {
    let page = |page: &str| format!("/doku.php?id={page}");
    hostile_and_many(&Running::dokuwiki(), "dokuwiki", DOKU, page);
}

/// The part of a page of DokuWiki that is its text.
const DOKU: &str = ".dokuwiki .page, #dokuwiki__content .page";

/// Publishes models whose every text is hostile, and one with 300 threats, and looks at them. That each hostile text
/// alone is written as text is tried where the markups are written.
fn hostile_and_many(wiki: &Running, kind: &'static str, selector: &str, link: impl Fn(&str) -> String) {
    let desk = Desk::new(wiki, kind, "");
    let mut models = Vec::new();
    for (i, texts) in hostile::HOSTILE.chunks(7).enumerate() {
        let name = format!("m{i}.tm");
        desk.put(&name, &hostile::model(&texts.join(" ")));
        models.push((name, format!("Hostile {i}")));
    }
    desk.put("many.tm", &many::together(16));
    models.push(("many.tm".to_owned(), "Many".to_owned()));
    let mut pages = Vec::new();
    for (name, title) in &models {
        let out = desk.published(name, &["--title", title]);
        let list = out.lines().filter_map(|l| l.strip_prefix("created "));
        pages.extend(list.map(|page| format!("{}{}", wiki.url, link(page))));
        // What was written is what is read: hostile text does not change on its way.
        let out = desk.published(name, &["--title", title]);
        assert!(out.contains("nothing changed"), "{name}: {out}");
    }
    let seen = look(wiki, selector, &pages, false);
    assert!(number(&seen, "rows") > 300, "{seen}");
    assert!(number(&seen, "pages") as usize >= models.len(), "{seen}");
}

/// All that stands in a wiki of one publish: pages and files by name, and of each how often it was written. What only the
/// place of the publish makes different is the same.
type State = BTreeMap<String, (Vec<u8>, usize)>;

#[test]
fn a_run_that_is_killed_is_mended_by_the_next_on_dokuwiki() {
    let wiki = Running::dokuwiki();
    let desk =
        Desk::new(&wiki, "dokuwiki", "attach = [\"html\", \"json\"]\nfiles = \"html,json\"\nviews = true\n");
    killed_and_mended(&wiki, &desk, 20, "--space", &|space| {
        let (files, revisions) = wiki.tree(space);
        let state = |(name, bytes): (String, Vec<u8>)| {
            // The log of a page has its path, without what says which sort of file it is.
            let log = name.trim_start_matches("pages/").replace(".txt", ".changes");
            let times = revisions.get(&log).copied().unwrap_or(1);
            let bytes = match String::from_utf8(bytes) {
                Ok(text) if name.ends_with(".txt") => hashless(&text.replace(space, "PLACE")).into_bytes(),
                Ok(text) => text.into_bytes(),
                Err(e) => e.into_bytes(),
            };
            (name, (bytes, times))
        };
        files.into_iter().map(state).collect()
    });
}

#[test]
fn a_run_that_is_killed_is_mended_by_the_next_on_mediawiki() {
    let wiki = Running::mediawiki();
    let desk = Desk::new(&wiki, "mediawiki", "views = true\n");
    killed_and_mended(&wiki, &desk, 5, "--title", &|title| {
        let (said, title) = (title, title.replacen('k', "K", 1));
        let plain = |text: &str| hashless(&text.replace(&title, "PLACE").replace(said, "PLACE"));
        let pages = wiki.pages(&title).into_iter();
        let pages = pages.map(|(name, (text, times))| (plain(&name), (plain(&text).into_bytes(), times)));
        let files = wiki.files().into_iter().filter(|(name, _)| name.contains(&title));
        let files = files.map(|(name, times)| (plain(&name), (Vec::new(), times)));
        pages.chain(files).collect()
    });
}

/// Publishes to a place undisturbed, then to others, where each run is killed at a moment and another one follows: all
/// of them end in the same state. `flag` names the place.
fn killed_and_mended(wiki: &Running, desk: &Desk, moments: usize, flag: &str, state: &dyn Fn(&str) -> State) {
    desk.put("desk.tm", &format!("{MODEL}view one \"The index alone\" {{ focus: [index] }}\n"));
    let asked = |more: &[&str]| {
        let before = wiki.requests().len();
        desk.published("desk.tm", &[&[flag, "kept0x"], more].concat());
        wiki.requests().len() - before
    };
    let (reads, all) = (asked(&["--dry-run"]), asked(&[]));
    let wanted = state("kept0x");
    assert!(wanted.len() >= 4, "{:?}", wanted.keys());
    let (mut early, mut between, mut late) = (0, 0, 0);
    // Numbers that are the same in each run of the test.
    let mut seed = 12_345_u64;
    for i in 0..moments {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = (seed >> 33) as f64 / f64::from(1_u32 << 31);
        // Nothing can go wrong before the first call that writes. How fast a machine is, nobody knows, so moments are told
        // by what the wiki has answered, and lie a little behind that.
        let answered = reads - 1 + (part * (all - reads + 1) as f64) as usize;
        let behind = Duration::from_millis((seed >> 20) % 40);
        let before = wiki.requests().len();
        let place = format!("kill{i}x");
        let mut child = desk
            .world
            .publishing("desk.tm", &[flag, &place], &desk.account())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        while wiki.requests().len() - before < answered && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(behind);
        let _ = child.kill();
        let _ = child.wait();
        match state(&place).len() {
            0 => early += 1,
            n if n < wanted.len() => between += 1,
            _ => late += 1,
        }
        desk.published("desk.tm", &[flag, &place]);
        let got = state(&place);
        let differ: Vec<&String> =
            wanted.keys().chain(got.keys()).filter(|k| wanted.get(*k) != got.get(*k)).collect();
        assert!(differ.is_empty(), "kill {i} after {answered} answers: {differ:?}");
        let out = desk.published("desk.tm", &[flag, &place]);
        assert!(out.contains("nothing changed"), "{out}");
    }
    assert!(
        between * 3 >= moments,
        "the kills came at the wrong moments: {early} before, {between} between, {late} after"
    );
}

/// A text without the hashes of its fences, which know the place.
fn hashless(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if line.contains("[[#trustline-") || line.starts_with("<!-- trustline ") {
            out.push_str("FENCE\n");
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
