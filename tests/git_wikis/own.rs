//! The user's own git: its settings, hooks and filters, and where a token goes. Each publish runs in a process of its own,
//! whose environment is set.

use super::shop::*;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use trustline::publish::plan::Wishes;
use trustline::publish::secret::Secret;
use trustline::publish::targets::Place;

const TOKEN: &str = "tok-0123456789";

/// A publish in a process of its own; what it said.
fn apart(place: &Place, change: impl Fn(&mut Command)) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "own::publishes_as_told", "--ignored", "--nocapture"]);
    command.env("TEST_URL", &place.url).env("TEST_LAYOUT", &place.options["layout"]);
    command.env("TEST_SECRET", place.secret.as_ref().map_or("", |s| s.expose()));
    command.env("TEST_AUTHOR", place.options.get("author").map_or("", String::as_str));
    change(&mut command);
    let done = command.output().unwrap();
    String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
}

/// Not a test by itself: what `apart` runs.
#[test]
#[ignore = "run by the others"]
fn publishes_as_told() {
    let get = |name: &str| std::env::var(name).unwrap_or_default();
    let mut place = Place { url: get("TEST_URL"), ..Place::default() };
    place.secret = Some(get("TEST_SECRET")).filter(|s| !s.is_empty()).map(Secret::new);
    place.options = [("layout", get("TEST_LAYOUT")), ("author", get("TEST_AUTHOR"))]
        .map(|(k, v)| (k.to_owned(), v))
        .into();
    println!("{:?}", publish(&place, (1, 1, 1), Wishes::default()));
}

#[cfg(unix)]
fn script(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// Hooks and filters of the user's settings stay silent, and so do variables of a hook that this runs in.
#[cfg(unix)]
#[test]
fn nothing_runs_by_surprise() {
    let wiki = Repository::new();
    wiki.people(".gitattributes", "* filter=loud\n");
    let own = tempfile::tempdir().unwrap();
    let mark = own.path().join("it-ran");
    // What receives the commit is a server, even on this machine: its hooks are its own affair.
    let loud = format!("case \"$PWD\" in */wiki.git) ;; *) echo \"$0\" >> '{}' ;; esac", mark.display());
    for hook in [
        "pre-push",
        "reference-transaction",
        "post-checkout",
        "pre-commit",
        "commit-msg",
        "post-index-change",
    ] {
        script(&own.path().join("hooks").join(hook), &loud);
        script(&own.path().join("template/hooks").join(hook), &loud);
    }
    script(&own.path().join("filter"), &format!("{loud}; cat"));
    script(&own.path().join("sign"), &loud);
    let config = own.path().join("config");
    let (folder, filter) = (own.path().display(), own.path().join("filter"));
    std::fs::write(
        &config,
        format!(
            "[core]\n\thooksPath = {folder}/hooks\n\tfsmonitor = {folder}/sign\n[init]\n\ttemplateDir = {folder}/template\n\
             [filter \"loud\"]\n\tclean = {0}\n\tsmudge = {0}\n\trequired = true\n[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = {folder}/sign\n\
             [push]\n\tgpgSign = if-asked\n[credential]\n\thelper = !touch {folder}/it-ran\n[user]\n\tname = Bea\n\temail = bea@example.org\n",
            filter.display()
        ),
    )
    .unwrap();
    let mut place = wiki.place("github");
    place.options.remove("author");
    let said = apart(&place, |c| {
        c.env("GIT_CONFIG_GLOBAL", &config)
            .env("GIT_DIR", own.path().join("elsewhere"))
            .env("GIT_WORK_TREE", "/");
        c.env("GIT_INDEX_FILE", own.path().join("index")).env("GIT_CONFIG_COUNT", "1");
        c.env("GIT_CONFIG_KEY_0", "user.signingKey").env("GIT_CONFIG_VALUE_0", "x");
    });
    assert!(said.contains("Ok(Ok(Done"), "{said}");
    assert_eq!(std::fs::read_to_string(&mark).unwrap_or_default(), "", "these ran");
    assert!(!own.path().join("elsewhere").exists() && !own.path().join("index").exists());
    assert!(wiki.show("Shop-threats.md").contains("No. 1"));
    assert_eq!(git(&wiki.path(), &["log", "-1", "--format=%an", "main"]), "Bea", "the user's own name");
}

#[test]
fn a_machine_without_git_is_told_so() {
    let wiki = Repository::new();
    let said = apart(&wiki.place("github"), |c| {
        c.env("PATH", wiki.folder.path());
    });
    assert!(said.contains("there is no `git` on this machine") && said.contains("Install git"), "{said}");
}

#[test]
fn nobody_to_commit_is_told() {
    let wiki = Repository::new();
    let mut place = wiki.place("github");
    place.options.remove("author");
    let said = apart(&place, |c| {
        c.env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("HOME", wiki.folder.path());
        c.env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", "user.useConfigOnly")
            .env("GIT_CONFIG_VALUE_0", "true");
    });
    assert!(said.contains("git does not know who commits") && said.contains("`author`"), "{said}");
}

/// A server that asks for a token and never has enough; the headers that it was sent.
fn server() -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/o/r.wiki.git", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut lines = Vec::new();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap() <= 2 {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        let mut stream = stream;
        let echo =
            lines.iter().find(|l| l.to_lowercase().starts_with("authorization")).cloned().unwrap_or_default();
        let answer = format!(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"wiki {echo}\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(answer.as_bytes()).unwrap();
        lines
    });
    (url, thread)
}

/// The token reaches the server, and stands in no argument and in no message.
#[cfg(unix)]
#[test]
fn a_token_goes_to_the_server_and_nowhere_else() {
    use base64::Engine as _;
    let own = tempfile::tempdir().unwrap();
    let real = Command::new("sh").args(["-c", "command -v git"]).output().unwrap();
    let real = String::from_utf8(real.stdout).unwrap();
    let log = own.path().join("calls");
    script(
        &own.path().join("git"),
        &format!("echo \"$@\" >> '{}'\nexec '{}' \"$@\"", log.display(), real.trim()),
    );
    let path = format!("{}:{}", own.path().display(), std::env::var("PATH").unwrap());
    let (url, asked) = server();
    let mut place = Repository::new().place("github");
    place.url = url;
    place.secret = Some(Secret::new(TOKEN));
    let said = apart(&place, |c| {
        c.env("PATH", &path).env("GIT_TRACE_CURL", "1").env("GIT_TRACE", "1").env("GIT_CURL_VERBOSE", "1");
    });
    let asked = asked.join().unwrap();
    let pair = base64::engine::general_purpose::STANDARD.encode(format!("x-access-token:{TOKEN}"));
    assert!(
        asked.iter().any(|l| l.eq_ignore_ascii_case(&format!("Authorization: Basic {pair}"))),
        "{asked:?}"
    );
    assert!(said.contains("kind: Login") && said.contains("TRUSTLINE_GIT_PASSWORD"), "{said}");
    let calls = std::fs::read_to_string(&log).unwrap();
    assert!(calls.contains("ls-remote"), "{calls}");
    for text in [&said, &calls] {
        assert!(!text.contains(TOKEN) && !text.contains(&pair), "{text}");
    }
}
