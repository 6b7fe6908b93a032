//! `trustline diff`: two files, a revision of a repository, baselines.

use super::world::{Ran, World};
use super::{DESK, LEAK, desk};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn two_models() {
    let world = World::new().write("old.tm", DESK).write("new.tm", desk(&[LEAK]));
    let ran = world.run(&["diff", "old.tm", "new.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.out.starts_with("new.tm: Help desk: 20 open or planned threats before, 22 now\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("+ input-leak-provider@desk->llm\n"), "{}", ran.out);
    assert_eq!(world.run(&["diff", "old.tm", "new.tm", "--exit-code"]).status, 1);
    assert_eq!(world.run(&["diff", "old.tm", "old.tm", "--exit-code"]).status, 0);
    let md = world.run(&["diff", "old.tm", "new.tm", "--format", "md"]).out;
    assert!(
        md.starts_with(
            "### Help desk (`new.tm`)\n\n**2 new open or planned threats (1 critical, 1 medium).**"
        ),
        "{md}"
    );
    let json = world.run(&["diff", "old.tm", "new.tm", "--format", "json"]).out;
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["schema"], "1.0");
    assert_eq!(value["tool"], env!("CARGO_PKG_VERSION"));
    let model = &value["models"][0];
    assert_eq!((&model["model"], &model["new"]["catalog"]), (&"new.tm".into(), &"2026.1".into()));
    assert_eq!(model["threats"].as_array().unwrap().len(), 2);
    assert_eq!(model["threats"][0]["because"][0]["kind"], "fact");
}

#[test]
fn a_label_alone_is_no_difference_in_threats() {
    let world =
        World::new().write("old.tm", DESK).write("new.tm", desk(&[("\"Ticket index\"", "\"Index\"")]));
    let ran = world.run(&["diff", "old.tm", "new.tm", "--exit-code"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("label: Ticket index -> Index"), "{}", ran.out);
}

#[test]
fn baselines_stand_for_models() {
    let world =
        World::new().write("desk.tm", DESK).write("two.tm", desk(&[("\"Help desk\" {", "\"Two\" {")]));
    world.run(&["check", "desk.tm", "two.tm", "--write-baseline", "old.json"]);
    let world = world.write("desk.tm", desk(&[LEAK]));
    world.run(&["check", "desk.tm", "two.tm", "--write-baseline", "new.json"]);
    let out = |a: &str, b: &str| {
        let ran = world.run(&["diff", a, b]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        ran.out
    };
    let here = out("old.json", "desk.tm");
    assert!(here.starts_with("desk.tm: Help desk: 20 open or planned threats before, 22 now\n"), "{here}");
    let back = out("desk.tm", "old.json");
    assert!(back.starts_with("desk.tm: Help desk: 22 open or planned threats before, 20 now\n"), "{back}");
    let both = out("old.json", "new.json");
    assert!(both.contains(&here), "{both}");
    assert!(both.contains("two.tm: Two: nothing differs\n"), "{both}");
    // What is in one of them only has come or gone.
    fs::remove_file(world.path().join("two.tm")).unwrap();
    world.run(&["check", "desk.tm", "--write-baseline", "new.json"]);
    let both = out("old.json", "new.json");
    assert!(both.contains("two.tm: Two: 20 open or planned threats before, 0 now\n"), "{both}");
    let world = world.write("third.tm", desk(&[("\"Help desk\" {", "\"Three\" {")]));
    world
        .run(&["diff", "old.json", "third.tm"])
        .fails_with(&["`old.json` holds nothing of `third.tm`", "It holds `desk.tm`, `two.tm`."]);
    // Another model is not compared with the only one there is.
    world
        .run(&["diff", "new.json", "third.tm"])
        .fails_with(&["`new.json` holds nothing of `third.tm`", "It holds `desk.tm`."]);
}

#[test]
fn standard_input_is_compared_with_the_only_model_and_that_is_said() {
    let world = World::new().write("desk.tm", DESK);
    world.run(&["check", "desk.tm", "--write-baseline", "old.json"]);
    let mut command = world.command(&["diff", "old.json", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(DESK.as_bytes()).unwrap();
    let ran = Ran::new(child.wait_with_output().unwrap());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("nothing differs"), "{}", ran.out);
    assert!(ran.err.contains("`-` is compared with `desk.tm`, the only model in `old.json`"), "{}", ran.err);
}

#[test]
fn calls_that_make_no_sense_are_told_so() {
    let world = World::new().write("a.tm", DESK).write("bad.tm", "gatewya x\n").write("bad.json", "{}");
    world.run(&["diff", "a.tm"]).fails_with(&["two files are compared, and 1 is named", "--git REV"]);
    world.run(&["diff", "a.tm", "a.tm", "a.tm"]).fails_with(&["3 are named"]);
    world.run(&["diff", "-", "-"]).fails_with(&["only one of the two"]);
    world.run(&["diff", "a.tm", "none.tm"]).fails_with(&["unreadable", "none.tm"]);
    world.run(&["diff", "a.tm", "bad.tm"]).fails_with(&["bad.tm:1:1", "gatewya"]);
    world.run(&["diff", "bad.json", "a.tm"]).fails_with(&["`bad.json` is not a baseline"]);
    world.run(&["diff", "a.tm", "--git", "main", "--catalog", "2026.1"]).fails_with(&["cannot be used with"]);
    world.run(&["diff", "a.tm", "--catalog", "2026.2"]).fails_with(&["unknown-edition", "`2026.1`"]);
    world
        .run(&["diff", "a.tm", "--catalog", "nowhere"])
        .fails_with(&["unknown-edition", "a folder of `.tm` files"]);
    world.run(&["diff", "-", "--git", "main"]).fails_with(&["no older revision"]);
    world.run(&["diff", "-", "--catalog", "2026.1"]).fails_with(&["can't be standard input"]);
}

/// Runs git in the folder, whatever the machine's own settings are.
fn git(world: &World, arguments: &[&str]) {
    let ran = Command::new("git")
        .current_dir(world.path())
        .args(["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"])
        .args(["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    assert!(ran.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn commit(world: &World, message: &str) {
    git(world, &["add", "-A"]);
    git(world, &["commit", "-q", "-m", message]);
}

/// A repository with a model of two files, once committed and then changed.
fn repository() -> World {
    let parts = "model_provider llm \"Hosted LLM\"\n";
    let main = desk(&[(parts, "")]);
    let world = World::new();
    git(&world, &["init", "-q"]);
    let world = world
        .write("models/desk.tm", format!("import \"parts/vendors.tm\"\n{main}"))
        .write("models/parts/vendors.tm", parts);
    commit(&world, "One");
    world.write("models/desk.tm", format!("import \"parts/vendors.tm\"\n{}", main.replace(LEAK.0, LEAK.1)))
}

#[test]
fn a_model_since_a_revision() {
    let world = repository();
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.out.starts_with("models/desk.tm: Help desk: 20 open or planned threats before, 22 now\n"),
        "{}",
        ran.out
    );
    // From another folder, by another spelling, with a branch, a tag and an abbreviated id.
    git(&world, &["tag", "v1"]);
    for rev in ["main", "v1", "HEAD~0", "@"] {
        let mut c = world.command(&["diff", "--git", rev, "../models/./desk.tm"]);
        let ran = Ran::new(c.current_dir(world.path().join("models")).output().unwrap());
        assert_eq!(ran.status, 0, "{rev}: {}", ran.err);
        assert!(ran.out.contains("+ input-leak-provider@desk->llm"), "{rev}: {}", ran.out);
    }
    commit(&world, "Two");
    assert!(world.run(&["diff", "--git", "HEAD", "models/desk.tm"]).out.contains("nothing differs"));
    assert_eq!(world.run(&["diff", "--git", "HEAD~1", "models/desk.tm", "--exit-code"]).status, 1);
}

#[test]
fn imports_are_read_as_of_the_revision() {
    let world = repository();
    git(&world, &["checkout", "-q", "--", "models/desk.tm"]);
    // Only the imported file changes: what was a provider was an own service.
    let world = world
        .write("models/parts/vendors.tm", "boundary far { trust: partner\n  llm llm \"Hosted LLM\"\n}\n");
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("kind: model_provider -> llm"), "{}", ran.out);
    // What is imported now need not have been there.
    let world = world.write("models/more.tm", "anonymous_user crowd \"Crowd\"\n").write(
        "models/desk.tm",
        format!(
            "import \"more.tm\"\nimport \"parts/vendors.tm\"\n{}",
            desk(&[("model_provider llm \"Hosted LLM\"\n", "")])
        ),
    );
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("new      element crowd: Crowd"), "{}", ran.out);
}

#[test]
fn several_models_make_one_comment() {
    let world = repository().write("b.tm", desk(&[("\"Help desk\" {", "\"Other\" {")]));
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm", "b.tm", "--format", "md"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("`b.tm` is not in `HEAD`: everything is new"), "{}", ran.err);
    assert!(ran.out.contains("### Help desk (`models/desk.tm`)") && ran.out.contains("### Other (`b.tm`)"));
    assert!(ran.out.contains("20 new open or planned threats"), "{}", ran.out);
    assert_eq!(ran.out.matches("Compared by Trustline").count(), 1);
}

#[test]
fn revisions_that_are_none_are_told_so() {
    let world = repository();
    for rev in ["-x", "--output=owned", "--all", "-"] {
        let ran = world.run(&["diff", &format!("--git={rev}"), "models/desk.tm"]);
        ran.fails_with(&["is no name of a revision"]);
        let ran = world.run(&["diff", "--git", rev, "models/desk.tm"]);
        assert_eq!(ran.status, 2, "{rev}: {}", ran.err);
    }
    for rev in [
        "nowhere",
        "HEAD~99",
        "HEAD:models/desk.tm",
        "a b",
        "$(touch owned)",
        "main;touch owned",
        "main^{tree}",
    ] {
        let ran = world.run(&["diff", "--git", rev, "models/desk.tm"]);
        ran.fails_with(&["there is no revision `"]);
    }
    world.run(&["diff", "--git", "", "models/desk.tm"]).fails_with(&["is no name of a revision"]);
    assert_eq!(world.entries(), [".git", "models"], "nothing was made");
    let elsewhere = World::new().write("desk.tm", DESK);
    elsewhere.run(&["diff", "--git", "HEAD", "desk.tm"]).fails_with(&["`desk.tm` is in no git repository"]);
    let bare = World::new().write("desk.tm", DESK);
    git(&bare, &["init", "-q"]);
    bare.run(&["diff", "--git", "HEAD", "desk.tm"]).fails_with(&["there is no revision `HEAD`"]);
}

#[test]
fn a_model_that_was_broken_is_shown_where_it_was() {
    let world = repository();
    let good = fs::read_to_string(world.path().join("models/desk.tm")).unwrap();
    let world = world.write("models/desk.tm", good.replace("rag_store", "rag_shop"));
    commit(&world, "Broken");
    let world = world.write("models/desk.tm", good);
    world.run(&["diff", "--git", "HEAD", "models/desk.tm"]).fails_with(&["HEAD:models/desk.tm:", "rag_shop"]);
}

#[cfg(unix)]
#[test]
fn links_of_the_repository_are_followed_within_it() {
    let world = repository();
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, world.path().join(at)).unwrap();
    link("parts/vendors.tm", "models/link.tm");
    link("/etc/passwd", "models/out.tm");
    link("ring.tm", "models/ring.tm");
    let model = |import: &str| {
        fs::write(
            world.path().join("models/desk.tm"),
            format!("import \"{import}\"\n{}", desk(&[("model_provider llm \"Hosted LLM\"\n", "")])),
        )
        .unwrap();
    };
    model("link.tm");
    commit(&world, "Linked");
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("nothing differs"), "{}", ran.out);
    // A folder that is a link there is followed too.
    link("parts", "models/linked");
    model("linked/vendors.tm");
    commit(&world, "A linked folder");
    let ran = world.run(&["diff", "--git", "HEAD", "models/desk.tm"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("nothing differs"), "{}", ran.out);
    model("link.tm");
    for (import, words) in [("out.tm", "outside of the repository"), ("ring.tm", "lead in a ring")] {
        model(import);
        commit(&world, "Bad");
        model("link.tm");
        world.run(&["diff", "--git", "HEAD", "models/desk.tm"]).fails_with(&["HEAD:models/desk.tm", words]);
    }
}

#[test]
fn in_a_hook_the_model_is_that_of_its_own_repository() {
    let world = repository();
    let mut c = world.command(&["diff", "--git", "HEAD", "models/desk.tm"]);
    let elsewhere = World::new();
    c.env("GIT_DIR", elsewhere.path().join(".git")).env("GIT_WORK_TREE", elsewhere.path());
    let ran = Ran::new(c.env("GIT_INDEX_FILE", "nothing").output().unwrap());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("+ input-leak-provider@desk->llm"), "{}", ran.out);
}

#[test]
fn a_file_too_large_at_the_revision_is_refused() {
    let world = repository();
    let good = fs::read_to_string(world.path().join("models/desk.tm")).unwrap();
    fs::write(world.path().join("models/desk.tm"), "// x\n".repeat(3_500_000)).unwrap();
    commit(&world, "Large");
    let world = world.write("models/desk.tm", good);
    world.run(&["diff", "--git", "HEAD", "models/desk.tm"]).fails_with(&["larger than 16 MB"]);
}
