//! `check --fix`: what is changed in files, and what is left alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

#[path = "support/world.rs"]
mod world;

use world::{Ran, World};

fn read(world: &World, name: &str) -> String {
    fs::read_to_string(world.path().join(name)).unwrap()
}

#[test]
fn all_that_has_one_right_answer_is_mended() {
    let text = "\
boundry cloud \"Cloud\" {
  trust = internal
  gatewya waf Front door
}
prompts question
end_user visitor
visitor --> waf: \"asks\" { sends: question, controls: [tls, rate_limits] }
";
    let mended = "\
boundary cloud \"Cloud\" {
  trust: internal
  gateway waf \"Front door\"
}
prompts question
end_user visitor
visitor -> waf \"asks\" { sends: question, controls: [tls, rate_limit] }
";
    let world = World::new().write("m.tm", text);
    let ran = world.run(&["check", "m.tm", "--fix"]);
    assert_eq!(read(&world, "m.tm"), mended, "{}", ran.err);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.starts_with("fixed 7 in m.tm\n"), "{}", ran.err);
    assert!(ran.out.contains("m.tm: m: 1 crossing"), "{}", ran.out);
    // Once more changes nothing and says nothing of it.
    let again = world.run(&["check", "m.tm", "--fix"]);
    assert!(!again.err.contains("fixed"), "{}", again.err);
    assert_eq!(read(&world, "m.tm"), mended);
}

#[test]
fn what_remains_is_said() {
    let world = World::new().write("m.tm", "gatewya a\na -> nowhere_at_all\n");
    let ran = world.run(&["check", "m.tm", "--fix"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("fixed 1 in m.tm\n") && ran.err.contains("unknown-name"), "{}", ran.err);
    assert_eq!(read(&world, "m.tm"), "gateway a\na -> nowhere_at_all\n");
}

#[test]
fn imported_files_are_mended_and_those_outside_are_not() {
    let world = World::new()
        .write(
            "team/m.tm",
            "import \"parts/a.tm\"\nimport \"../b.tm\"\ngateway waf\nwaf -> store\nwaf -> b\n",
        )
        .write("team/parts/a.tm", "databse store\n")
        .write("b.tm", "databse b\n");
    let ran = world.run(&["check", "team/m.tm", "--fix"]);
    assert!(ran.err.contains("fixed 1 in team/parts/a.tm\n"), "{}", ran.err);
    assert_eq!(read(&world, "team/parts/a.tm"), "database store\n");
    assert_eq!(read(&world, "b.tm"), "databse b\n");
    let ran = world.run(&["check", "team/m.tm", "--fix", "--root", "."]);
    assert!(ran.err.contains("fixed 1 in b.tm\n"), "{}", ran.err);
    assert_eq!(read(&world, "b.tm"), "database b\n");
    // A root that does not hold the model bounds what is changed too.
    let world = World::new().write("m.tm", "databse store\n").write("other/x.tm", "");
    world.run(&["check", "m.tm", "--fix", "--root", "other"]);
    assert_eq!(read(&world, "m.tm"), "databse store\n");
}

#[test]
fn marks_and_line_ends_stay() {
    let world = World::new().write("m.tm", "\u{feff}databse store\r\ndatabase other\r\n");
    world.run(&["check", "m.tm", "--fix"]);
    assert_eq!(read(&world, "m.tm"), "\u{feff}database store\r\ndatabase other\r\n");
}

#[test]
fn a_stale_response_goes_with_its_line() {
    let text = "prompts q\nend_user u\nweb_app a\nu -> a { sends: [q] }\n\
                dismiss rag-poison on a { because: \"No documents.\" }\nquestion \"Who?\"\n";
    let world = World::new().write("m.tm", text);
    let ran = world.run(&["check", "m.tm", "--fix"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(
        read(&world, "m.tm"),
        text.replace("dismiss rag-poison on a { because: \"No documents.\" }\n", "")
    );
}

#[test]
fn standard_input_is_printed() {
    let world = World::new();
    let run = |arguments: &[&str], text: &str| {
        let mut child = world
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may not be read at all.
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        Ran::new(child.wait_with_output().unwrap())
    };
    let ran = run(&["check", "-", "--fix"], "databse store \"\u{1b}\"\n");
    assert_eq!(ran.out, "database store \"\u{1b}\"\n", "a text on its way into a file is not touched");
    assert!(ran.err.contains("fixed 1 in <standard input>"), "{}", ran.err);
    assert_eq!(run(&["check", "-", "--fix"], "database store\n").out, "database store\n");
    run(&["check", "-", "--fix", "--format", "json"], "").fails_with(&["bad-call"]);
}

#[cfg(unix)]
#[test]
fn rights_and_links_stay() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let world = World::new().write("real/m.tm", "databse store\n").write("locked.tm", "databse store\n");
    let mode = |name: &str, bits: u32| {
        fs::set_permissions(world.path().join(name), fs::Permissions::from_mode(bits)).unwrap();
    };
    mode("real/m.tm", 0o640);
    symlink("real/m.tm", world.path().join("link.tm")).unwrap();
    world.run(&["check", "link.tm", "--fix"]);
    assert!(world.path().join("link.tm").is_symlink());
    assert_eq!(read(&world, "real/m.tm"), "database store\n");
    assert_eq!(world.path().join("real/m.tm").metadata().unwrap().mode() & 0o777, 0o640);
    mode("locked.tm", 0o444);
    world.run(&["check", "locked.tm", "--fix"]).fails_with(&["unwritable", "read-only"]);
    assert_eq!(read(&world, "locked.tm"), "databse store\n");
    assert_eq!(world.entries(), ["link.tm", "locked.tm", "real"], "nothing is left behind");
}

/// The import, once mended, shows that three names are declared nowhere: it is left to its author,
/// and the other fix is made all the same.
#[test]
fn a_fix_that_makes_things_worse_is_not_made() {
    let text = "import parts.tm\ngateway waf { about = \"x\" }\nwaf -> one\nwaf -> two\nwaf -> three\n";
    let world = World::new().write("m.tm", text).write("parts.tm", "database store\n");
    let ran = world.run(&["check", "m.tm", "--fix"]);
    assert_eq!(read(&world, "m.tm"), text.replace("about =", "about:"), "{}", ran.err);
    assert!(ran.err.starts_with("fixed 1 in m.tm\n"), "{}", ran.err);
    assert_eq!(ran.status, 2);
}
