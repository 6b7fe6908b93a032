//! `trustline fmt` as users call it: what is written, what is said, and how it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

#[path = "support/world.rs"]
mod world;

use world::{Ran, World};

const UGLY: &str = "llm   a   \"A\"{\r\n owner:\"Ana\"}\r\n";
const FAIR: &str = "llm a \"A\" {\n  owner: \"Ana\"\n}\n";
const BROKEN: &str = "llm   a\nowner  =   \"Ana\"\n";

fn read(world: &World, name: &str) -> String {
    fs::read_to_string(world.path().join(name)).unwrap()
}

/// Runs the binary with a text on standard input.
fn piped(world: &World, arguments: &[&str], text: &[u8]) -> Ran {
    let mut command = world.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text).unwrap();
    Ran::new(child.wait_with_output().unwrap())
}

#[test]
fn a_file_is_written_and_said_once() {
    let world = World::new().write("a.tm", UGLY).write("b.tm", FAIR);
    let ran = world.run(&["fmt", "a.tm", "b.tm", "./a.tm"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", "formatted a.tm\n"));
    assert_eq!((read(&world, "a.tm").as_str(), read(&world, "b.tm").as_str()), (FAIR, FAIR));
    let again = world.run(&["fmt", "a.tm", "b.tm"]);
    assert_eq!((again.status, again.out.as_str(), again.err.as_str()), (0, "", ""));
    assert_eq!(world.entries(), ["a.tm", "b.tm"], "nothing is left beside them");
}

#[test]
fn a_file_in_the_style_is_not_touched() {
    let world = World::new().write("a.tm", FAIR);
    let old = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options().write(true).open(world.path().join("a.tm")).unwrap().set_modified(old).unwrap();
    assert_eq!(world.run(&["fmt", "a.tm"]).status, 0);
    assert_eq!(fs::metadata(world.path().join("a.tm")).unwrap().modified().unwrap(), old);
}

#[test]
fn folders_are_walked() {
    let world = World::new()
        .write("models/a.tm", UGLY)
        .write("models/deep/b.tm", UGLY)
        .write("models/c.txt", UGLY)
        .write("models/.hidden/d.tm", UGLY)
        .write("models/.e.tm", UGLY)
        .write("models/target/f.tm", UGLY)
        .write("models/node_modules/g.tm", UGLY)
        .write("models/fair.tm", FAIR);
    let ran = world.run(&["fmt", "--check", "models"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "models/a.tm\nmodels/deep/b.tm\n"), "{}", ran.err);
    assert_eq!(ran.err, "2 files are not in the style; `trustline fmt` writes it\n");
    let ran = world.run(&["fmt", "models"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, "formatted models/a.tm\nformatted models/deep/b.tm\n"));
    for name in ["c.txt", ".hidden/d.tm", ".e.tm", "target/f.tm", "node_modules/g.tm"] {
        assert_eq!(read(&world, &format!("models/{name}")), UGLY, "{name}");
    }
    // What is named is meant, wherever it stands.
    assert_eq!(world.run(&["fmt", "models/target", "models/c.txt"]).status, 0);
    assert_eq!(read(&world, "models/target/f.tm"), FAIR);
    assert_eq!(read(&world, "models/c.txt"), FAIR);
}

#[test]
fn a_folder_without_models_is_said() {
    let world = World::new().write("empty/readme.md", "");
    let ran = world.run(&["fmt", "--check", "empty"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", "no .tm file is in empty\n"));
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_left_and_a_named_link_leads_to_its_file() {
    let world = World::new().write("real.tm", UGLY).write("models/a.tm", FAIR);
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, world.path().join(at)).unwrap();
    link("../real.tm", "models/link.tm");
    link("..", "models/up");
    let ran = world.run(&["fmt", "models"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(world.run(&["fmt", "models/link.tm"]).err, "formatted models/link.tm\n");
    assert_eq!(read(&world, "real.tm"), FAIR);
    assert!(fs::symlink_metadata(world.path().join("models/link.tm")).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new().write("secret.tm", UGLY).write("fixed.tm", UGLY);
    let mode = |name: &str, mode: u32| {
        fs::set_permissions(world.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("secret.tm", 0o600);
    mode("fixed.tm", 0o444);
    let ran = world.run(&["fmt", "fixed.tm", "secret.tm"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("can't write fixed.tm: it is read-only"), "{}", ran.err);
    assert!(ran.err.contains("formatted secret.tm"), "others are done all the same: {}", ran.err);
    assert_eq!(read(&world, "fixed.tm"), UGLY);
    assert_eq!(read(&world, "secret.tm"), FAIR);
    let secret = fs::metadata(world.path().join("secret.tm")).unwrap();
    assert_eq!(secret.permissions().mode() & 0o777, 0o600);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let world = World::new();
    let ran = piped(&world, &["fmt", "-"], UGLY.as_bytes());
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, FAIR, ""));
    let ran = piped(&world, &["fmt", "--check", "-"], UGLY.as_bytes());
    assert_eq!((ran.status, ran.out.as_str()), (1, "<standard input>\n"));
    let ran = piped(&world, &["fmt", "--check", "-"], FAIR.as_bytes());
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let ran = piped(&world, &["fmt", "-"], b"");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    piped(&world, &["fmt", "-"], &[b'a', 0xff]).fails_with(&["unreadable", "UTF-8"]);
    let ran = piped(&world, &["fmt", "-"], BROKEN.as_bytes());
    assert_eq!((ran.status, ran.out.as_str()), (2, "llm a\nowner  =   \"Ana\"\n"));
    assert!(ran.err.contains("<standard input>:2:8"), "{}", ran.err);
}

#[test]
fn check_writes_nothing() {
    let world = World::new().write("a.tm", UGLY).write("b.tm", FAIR);
    let ran = world.run(&["fmt", "--check", "a.tm", "b.tm"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "a.tm\n"));
    assert_eq!(ran.err, "1 file is not in the style; `trustline fmt` writes it\n");
    assert_eq!(read(&world, "a.tm"), UGLY);
    let ran = world.run(&["fmt", "--check", "b.tm"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}

#[test]
fn a_diff_shows_what_would_change() {
    let world = World::new().write("a.tm", "llm a\nllm   b\nllm c\n");
    let ran = world.run(&["fmt", "--diff", "a.tm"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.out, "--- a.tm\n+++ a.tm\n@@ -1,3 +1,3 @@\n llm a\n-llm   b\n+llm b\n llm c\n");
    assert_eq!(read(&world, "a.tm"), "llm a\nllm   b\nllm c\n");
}

#[test]
fn a_file_with_mistakes_is_formatted_around_them() {
    let world = World::new().write("a.tm", BROKEN).write("b.tm", UGLY);
    let ran = world.run(&["fmt", "a.tm", "b.tm"]);
    assert_eq!(ran.status, 2);
    assert_eq!(read(&world, "a.tm"), "llm a\nowner  =   \"Ana\"\n");
    assert_eq!(read(&world, "b.tm"), FAIR);
    for words in ["a.tm:2:8", "a property takes a colon", "1 error", "formatted a.tm", "formatted b.tm"] {
        assert!(ran.err.contains(words), "`{words}` is not in {}", ran.err);
    }
    // An error goes before a file that is not in the style.
    assert_eq!(world.run(&["fmt", "--check", "a.tm"]).status, 2);
}

#[test]
fn places_of_mistakes_are_those_of_the_file_they_stand_in() {
    let world =
        World::new().write("fair.tm", FAIR).write("a.tm", BROKEN).write("b.tm", format!("\n{BROKEN}"));
    let ran = world.run(&["fmt", "--check", "fair.tm", "a.tm", "fair.tm", "b.tm"]);
    for words in ["a.tm:2:8", "b.tm:3:8", "2 errors"] {
        assert!(ran.err.contains(words), "`{words}` is not in {}", ran.err);
    }
}

#[test]
fn what_cannot_be_read_is_said_and_the_others_are_done() {
    let deep = "boundary b {\n".repeat(65);
    let world = World::new().write("bytes.tm", [0u8, 159]).write("a.tm", UGLY).write("deep.tm", &deep);
    let ran = world.run(&["fmt", "missing.tm", "bytes.tm", "deep.tm", "a.tm"]);
    assert_eq!(ran.status, 2);
    for words in
        ["can't read missing.tm: there is no such file", "can't read bytes.tm", "UTF-8", "deep.tm:65"]
    {
        assert!(ran.err.contains(words), "`{words}` is not in {}", ran.err);
    }
    assert_eq!(read(&world, "a.tm"), FAIR);
    assert_eq!(read(&world, "deep.tm"), deep);
}

#[test]
fn a_call_without_files_is_an_error() {
    let ran = World::new().run(&["fmt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("<FILE>"), "{}", ran.err);
}

#[test]
fn a_formatted_model_means_what_it_meant() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/rag-public.tm")).unwrap();
    // As someone would write it who does not care: deep, with blank lines, on few lines.
    let ugly = text.replace("\n  ", "\n\n\n      ").replace(": ", ":   ").replace(" {", "   {");
    let world = World::new().write("rag-public.tm", &ugly);
    let arguments = ["build", "rag-public.tm", "-o", "out", "--format", "json,svg", "--today", "2026-12-01"];
    assert_eq!(world.run(&arguments).status, 0);
    let places = |json: String| {
        // The digest is that of the text.
        let of_text = ["\"line\":", "\"column\":", "\"digest\":", "\"sha256\":"];
        let lines = json.lines().filter(|l| !of_text.iter().any(|word| l.contains(word)));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let before = (places(read(&world, "out/rag-public.json")), read(&world, "out/rag-public.svg"));
    assert_eq!(world.run(&["fmt", "rag-public.tm"]).err, "formatted rag-public.tm\n");
    assert_ne!(read(&world, "rag-public.tm"), ugly);
    assert_eq!(world.run(&arguments).status, 0);
    let after = (places(read(&world, "out/rag-public.json")), read(&world, "out/rag-public.svg"));
    assert!(before == after, "the report of the formatted model says something else");
    assert!(before.0.len() > 100);
}

#[test]
fn standard_input_that_is_too_large_is_refused_and_not_cut() {
    let world = World::new();
    let mut command = world.command(&["fmt", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The reader may go before all is written.
    let _ = child.stdin.take().unwrap().write_all(&b"// x\n".repeat(17 * 1024 * 1024 / 5));
    Ran::new(child.wait_with_output().unwrap()).fails_with(&["limit", "larger than 16 MB"]);
}
