//! The command line as users meet it: exit statuses, streams, files written whole or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::process::Stdio;

#[path = "support/world.rs"]
mod world;

use world::{Ran, World};

/// Checks and builds a bad file: both say so at its place, and nothing is written.
#[track_caller]
fn bad(text: impl AsRef<[u8]>, words: &[&str]) {
    let world = World::new().write("bad.tm", text);
    world.run(&["check", "bad.tm"]).fails_with(words);
    world.run(&["build", "bad.tm", "-o", "out"]).fails_with(words);
    assert_eq!(world.entries(), ["bad.tm"], "nothing is written");
}

#[test]
fn a_binary_file() {
    bad([0u8, 159, 146, 150, 255, 0, 1], &["unreadable", "bad.tm", "UTF-8"]);
}

#[test]
fn ten_thousand_nested_braces() {
    bad("boundary b {\n".repeat(10_000), &["limit", "bad.tm:65", "64"]);
    bad("{".repeat(10_000), &["limit", "bad.tm:1", "64"]);
}

#[test]
fn an_unknown_kind() {
    bad("gatewya waf \"Gateway\"\n", &["bad.tm:1:1", "gatewya", "gateway"]);
}

#[test]
fn a_flow_to_nowhere() {
    bad("gateway waf\nwaf -> chta\ninference_api chat\n", &["bad.tm:2:8", "unknown-name", "chta", "`chat`"]);
}

#[test]
fn a_name_that_is_given_twice() {
    bad("gateway waf\ndatabase waf\n", &["duplicate-name", "bad.tm:2:10", "waf", "1 |"]);
}

#[test]
fn a_value_of_the_wrong_type() {
    bad("documents d { class: 7 }\n", &["wrong-type", "bad.tm:1:22", "confidential"]);
}

#[test]
fn an_import_of_itself() {
    bad("import \"bad.tm\"\n", &["import-cycle", "bad.tm:1:8"]);
}

#[test]
fn an_import_out_of_the_root() {
    bad("import \"/etc/passwd\"\n", &["import-outside", "bad.tm:1:8"]);
    bad("import \"../../../../../../../../etc/passwd\"\n", &["import-outside", "bad.tm:1:8"]);
}

#[cfg(unix)]
#[test]
fn an_import_by_a_link_out_of_the_root() {
    let world = World::new().write("in/m.tm", "import \"x.tm\"\n").write("secret.tm", "gateway secret\n");
    std::os::unix::fs::symlink("../secret.tm", world.path().join("in/x.tm")).unwrap();
    world.run(&["check", "in/m.tm"]).fails_with(&["import-outside"]);
    let with_root = world.run(&["check", "in/m.tm", "--root", "."]);
    assert_eq!(with_root.status, 0, "{}", with_root.err);
}

#[test]
fn a_file_that_is_not_there() {
    let world = World::new();
    world.run(&["check", "none.tm"]).fails_with(&["unreadable", "none.tm"]);
    world.run(&["build", "none.tm"]).fails_with(&["unreadable", "none.tm"]);
    world.run(&["check", "."]).fails_with(&["unreadable"]);
}

#[test]
fn a_place_that_can_not_be_written() {
    let world = World::new().write("m.tm", "gateway waf\n").write("out", "a file, not a folder");
    world.run(&["build", "m.tm", "-o", "out"]).fails_with(&["unwritable", "out"]);
    assert_eq!(fs::read_to_string(world.path().join("out")).unwrap(), "a file, not a folder");
    // A folder where a file should go: the other files are not written either.
    let world = World::new().write("m.tm", "gateway waf\n").write("out/m.png/x", "");
    world.run(&["build", "m.tm", "-o", "out"]).fails_with(&["unwritable", "m.png"]);
    assert_eq!(fs::read_dir(world.path().join("out")).unwrap().count(), 1);
}

#[test]
fn an_empty_file() {
    for text in ["", "\n\n// nothing yet\n", "\u{feff}"] {
        let world = World::new().write("m.tm", text);
        let check = world.run(&["check", "m.tm"]);
        assert_eq!(check.status, 0, "{}", check.err);
        assert!(check.err.contains("nothing here yet"), "{}", check.err);
        world.run(&["build", "m.tm", "-o", "out"]).fails_with(&["nothing to build"]);
        assert_eq!(world.entries(), ["m.tm"]);
    }
}

#[test]
fn a_bad_call() {
    let world = World::new().write("m.tm", "gateway waf\n").write("other/m.tm", "gateway waf\n");
    assert_eq!(world.run(&["frobnicate"]).status, 2);
    assert_eq!(world.run(&["check"]).status, 2);
    world.run(&["check", "m.tm", "--today", "2027-02-30"]).fails_with(&["2027-02-30", "no day"]);
    world.run(&["build", "m.tm", "other/m.tm"]).fails_with(&["two models"]);
    assert_eq!(world.run(&["--version"]).status, 0);
    assert!(world.run(&["--help"]).out.contains("build"));
}

#[test]
fn all_mistakes_in_one_run() {
    let world = World::new().write("m.tm", "gatewya a\ndatabase b\nb -> nobody\nmitigate rag-poisn on b\n");
    let ran = world.run(&["check", "m.tm"]);
    ran.fails_with(&["gatewya", "nobody", "rag-poisn", "3 errors"]);
}

const OPEN: &str = "prompts q\nanonymous_user v\nboundary b { trust: internal\n inference_api chat\n llm m }\n\
                    v -> chat { sends: [q] }\nchat -> m { sends: [q] }\n";

#[test]
fn the_gate() {
    let world = World::new().write("m.tm", OPEN);
    assert_eq!(world.run(&["check", "m.tm"]).status, 0);
    let failed = world.run(&["check", "m.tm", "--fail-on", "critical"]);
    assert_eq!(failed.status, 1);
    assert!(failed.err.contains("the gate is not met") && failed.err.contains('@'), "{}", failed.err);
    let calm = World::new().write("m.tm", "gateway a\ndatabase b\na -> b\n");
    assert_eq!(calm.run(&["check", "m.tm", "--fail-on", "critical"]).status, 0, "nothing that bad");
    // Of several, an error before a gate.
    let both = World::new().write("m.tm", OPEN).write("bad.tm", "nonsense here\n");
    assert_eq!(both.run(&["check", "m.tm", "bad.tm", "--fail-on", "low"]).status, 2);
    let house = World::new()
        .write("m.tm", format!("{OPEN}require auth on any inference_api {{ because: \"7.\" }}\n"));
    assert_eq!(house.run(&["check", "m.tm"]).status, 1);
}

#[test]
fn build_writes_what_is_asked_and_says_so() {
    let world = World::new().write("rag.tm", OPEN);
    let ran = world.run(&["build", "rag.tm", "-o", "out"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let mut files: Vec<_> =
        fs::read_dir(world.path().join("out")).unwrap().map(|e| e.unwrap().file_name()).collect();
    files.sort();
    // The diagram and the report, and the figures for which this model has something to show.
    let all = ["rag.atlas.png", "rag.atlas.svg", "rag.html", "rag.matrix.png", "rag.matrix.svg"];
    assert_eq!(files, [&all[..], &["rag.md", "rag.png", "rag.svg"]].concat());
    assert_eq!(ran.out.lines().count(), files.len());
    assert_eq!(ran.out.lines().next(), Some("out/rag.png"));
    let only = world.run(&["build", "rag.tm", "-o", "data", "--format", "json"]);
    assert_eq!(only.status, 0, "{}", only.err);
    assert_eq!(fs::read_dir(world.path().join("data")).unwrap().count(), 1);
}

#[test]
fn standard_input_is_a_model_too() {
    use std::io::Write as _;
    let world = World::new();
    let mut child = world
        .command(&["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(OPEN.as_bytes()).unwrap();
    let ran = Ran::new(child.wait_with_output().unwrap());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("crossing"), "{}", ran.out);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let world = World::new().write("rag.tm", OPEN);
    for (folder, day) in [("a", "2026-01-01"), ("b", "2027-06-30")] {
        let formats = "html,md,svg,png,json";
        let ran = world.run(&["build", "rag.tm", "-o", folder, "--format", formats, "--today", day]);
        assert_eq!(ran.status, 0, "{}", ran.err);
    }
    for name in ["rag.html", "rag.md", "rag.svg", "rag.png"] {
        let read = |f: &str| fs::read(world.path().join(f).join(name)).unwrap();
        assert!(read("a") == read("b"), "{name} depends on the day though nothing expires");
    }
}

#[test]
fn explain_knows_every_sort_of_word() {
    let world = World::new().write("rag.tm", OPEN);
    for (word, says) in [
        ("rag_store", "kind"),
        ("rate_limit", "takes off"),
        ("rag-poison", "lowered by"),
        ("multi_tenant", "property"),
        ("unknown-kind", "error"),
        ("mitigate", "statement"),
        ("monitoring", "control"),
    ] {
        let ran = world.run(&["explain", word]);
        assert_eq!(ran.status, 0, "{word}: {}", ran.err);
        assert!(ran.out.contains(says), "{word}: {}", ran.out);
    }
    world.run(&["explain", "rag_stor"]).fails_with(&["did you mean `rag_store`"]);
    let threat = world.run(&["explain", "prompt-injection-direct@v->chat", "rag.tm"]);
    assert_eq!(threat.status, 0, "{}", threat.err);
    assert!(threat.out.contains("Why it arises"), "{}", threat.out);
}

#[test]
fn export_prints_the_layout_and_the_schema() {
    let world = World::new().write("rag.tm", OPEN);
    let layout = world.run(&["export", "rag.tm", "--to", "layout"]);
    assert_eq!(layout.status, 0, "{}", layout.err);
    let value: serde_json::Value = serde_json::from_str(&layout.out).unwrap();
    assert_eq!(value["nodes"].as_array().unwrap().len(), 3);
    assert_eq!(value["edges"].as_array().unwrap().len(), 2);
    let schema = world.run(&["export", "--schema"]);
    assert_eq!(schema.status, 0, "{}", schema.err);
    assert!(serde_json::from_str::<serde_json::Value>(&schema.out).unwrap()["$schema"].is_string());
}

#[test]
fn what_is_printed_drives_no_terminal() {
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[31m\u{202e}";
    let text = OPEN.replace("anonymous_user v", &format!("anonymous_user v \"{hostile}\""));
    let text = format!(
        "model \"{hostile}\" {{ owner: \"x\" }}\n{text}dismiss rag-poison on m {{ because: \"{hostile}\" }}\n"
    );
    let world = World::new().write("m.tm", text);
    for arguments in [&["check", "m.tm"][..], &["explain", "prompt-injection-direct@v->chat", "m.tm"]] {
        let ran = world.run(arguments);
        assert_eq!(ran.status, 0, "{}", ran.err);
        for said in [&ran.out, &ran.err] {
            assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{said:?}");
        }
    }
}

#[test]
fn a_model_without_an_edition_is_told_once() {
    let world = World::new().write("a.tm", OPEN).write("b.tm", OPEN);
    let ran = world.run(&["check", "a.tm", "b.tm"]);
    assert_eq!(ran.status, 0);
    assert_eq!(ran.err.matches("no-edition").count(), 1, "{}", ran.err);
    assert!(!world.run(&["build", "a.tm"]).err.contains("no-edition"));
    let named = World::new().write("a.tm", format!("model \"M\" {{ catalog: 2026.1 }}\n{OPEN}"));
    assert!(named.run(&["check", "a.tm"]).err.is_empty());
}

#[test]
fn catalog_lists_and_searches() {
    let world = World::new();
    let all = world.run(&["catalog"]);
    assert_eq!(all.status, 0);
    for line in
        ["Kinds (", "Data (", "Controls (", "Threats (", "Frameworks (", "rag_store", "mfa", "rag-poison"]
    {
        assert!(all.out.contains(line), "{line}");
    }
    let some = world.run(&["catalog", "crawler"]);
    assert!(some.out.contains("data_ingestion") && !some.out.contains("payment_service"), "{}", some.out);
    let kinds = world.run(&["catalog", "--only", "kinds"]);
    assert!(kinds.out.contains("rag_store") && !kinds.out.contains("rag-poison"));
    world.run(&["catalog", "xyzzy"]).fails_with(&["nothing in the catalog"]);
    // What is explained badly is at least searched for.
    world.run(&["explain", "crawler"]).fails_with(&["`data_ingestion`"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let world = World::new().write("m.tm", OPEN);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let out = world.command(&["check", "m.tm"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("can't be printed"));
}

#[test]
fn every_flow_is_in_the_layout() {
    let text = "prompts p\nweb_app a\nweb_app b\nguardrail g\nend_user u\na -> a \"self\" { sends: [p] }\na <-> b { sends: [p] }\n\
                u <-> a { sends: [p] }\na -> b as again { sends: [p], via: [g] }\n";
    let world = World::new().write("m.tm", text);
    let layout = world.run(&["export", "m.tm", "--to", "layout"]);
    assert_eq!(layout.status, 0, "{}", layout.err);
    let value: serde_json::Value = serde_json::from_str(&layout.out).unwrap();
    let ids: Vec<&str> =
        value["edges"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
    for id in ["a->a", "a->b", "b->a", "u->a", "a->u", "a->b#again"] {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    let of = |id: &str| value["edges"].as_array().unwrap().iter().find(|e| e["id"] == id).unwrap();
    assert_eq!(of("a->b")["line"], of("b->a")["line"], "twins are one line");
    assert_eq!(of("a->b")["points"][0], of("b->a")["points"].as_array().unwrap().last().unwrap().clone());
}

#[test]
fn the_markdown_shows_only_pictures_that_are_there() {
    let world = World::new().write("rag.tm", OPEN);
    for (formats, image) in [
        ("md", None),
        ("md,png", Some("](./rag.png)")),
        ("md,svg", Some("](./rag.svg)")),
        ("md,svg,png", Some("](./rag.png)](./rag.svg)")),
    ] {
        let ran = world.run(&["build", "rag.tm", "-o", "out", "--format", formats]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let text = fs::read_to_string(world.path().join("out/rag.md")).unwrap();
        match image {
            Some(image) => assert!(text.contains(image), "{formats}"),
            None => assert!(!text.contains("!["), "{formats}"),
        }
    }
}

#[test]
fn a_difference_is_drawn_too() {
    let world = World::new().write("old.tm", OPEN).write("new.tm", format!("{OPEN}cache c\nchat -> c\n"));
    let ran = world.run(&["diff", "old.tm", "new.tm", "--picture", "seen/d.svg"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let svg = fs::read_to_string(world.path().join("seen/d.svg")).unwrap();
    assert!(svg.contains("+ new") && ran.out.contains("parts"), "{}", ran.out);
    let ran = world.run(&["diff", "old.tm", "new.tm", "--picture", "d.png"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(fs::read(world.path().join("d.png")).unwrap().starts_with(b"\x89PNG"));
    // It looks as the call says.
    let dark = ["diff", "old.tm", "new.tm", "--picture", "dark.svg", "--theme", "dark"];
    assert_eq!(world.run(&dark).status, 0);
    assert_ne!(fs::read_to_string(world.path().join("dark.svg")).unwrap(), svg);
    let unheard = ["diff", "old.tm", "new.tm", "--picture", "no.svg", "--theme", "unheard-of"];
    let ran = world.run(&unheard);
    assert!(ran.status == 2 && !world.path().join("no.svg").exists(), "{}", ran.err);
    assert_eq!(world.run(&["diff", "old.tm", "new.tm", "--theme", "dark"]).status, 2);
    // A wrong call makes no file.
    let ran = world.run(&["diff", "old.tm", "new.tm", "--picture", "d.jpg"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("ends in `.svg` or `.png`") && !world.path().join("d.jpg").exists());
    let same = world.run(&["diff", "old.tm", "old.tm", "--picture", "same.svg"]);
    assert_eq!(same.status, 0, "{}", same.err);
    let svg = fs::read_to_string(world.path().join("same.svg")).unwrap();
    assert!(svg.contains("nothing that is drawn differs"));
}

/// Of a rule with many threats `check` names the worst one and says how many more there are; with `--all` it names each.
#[test]
fn many_threats_of_one_rule_are_one_line_unless_all_are_asked_for() {
    let mut model = "model \"Desks\" { catalog: 2026.1 }\nprompts question\nanonymous_user visitor\n\
        boundary b { trust: internal\n  llm chat \"Chat\"\n"
        .to_owned();
    let desks = || (1..=6).map(|n| format!("desk{n}"));
    desks().for_each(|d| model.push_str(&format!("  web_app {d}\n")));
    model.push_str("}\n");
    desks().for_each(|d| {
        model.push_str(&format!(
            "visitor -> {d} {{ sends: [question], controls: [tls] }}\n{d} -> chat {{ sends: [question] }}\n"
        ));
    });
    let world = World::new().write("m.tm", &model);
    let ran = world.run(&["check", "m.tm"]);
    let told = "  critical prompt-injection-direct@visitor->desk1 and 5 more of prompt-injection-direct\n";
    assert!(ran.out.contains(told), "{}", ran.out);
    assert!(!ran.out.contains("prompt-injection-direct@visitor->desk2"), "{}", ran.out);
    let gate = world.run(&["check", "m.tm", "--fail-on", "critical"]);
    assert!(gate.err.contains(told), "{}", gate.err);
    let all = world.run(&["check", "m.tm", "--fail-on", "critical", "--all"]);
    for d in desks() {
        let line = format!("  critical prompt-injection-direct@visitor->{d}\n");
        assert!(all.out.contains(&line) && all.err.contains(&line), "{}\n{}", all.out, all.err);
    }
    let open = |out: &str| out.lines().filter(|l| l.contains('@')).count();
    let said = format!("{} open threats", open(&all.out));
    assert!(all.out.contains(&said) && !all.out.contains(" more"), "{}", all.out);
}

/// What others call a part is told by the kind that it is here, with the kind's sentence.
#[test]
fn words_of_others_are_told_by_their_kind() {
    for (word, kind) in [
        ("crm", "business_app"),
        ("sso", "identity_provider"),
        ("idp", "identity_provider"),
        ("waf", "gateway"),
        ("siem", "monitoring"),
        ("s3", "file_system"),
        ("postgres", "database"),
        ("redis", "database"),
        ("kafka", "message_queue"),
        ("lambda", "business_app"),
        ("k8s", "control_plane"),
        ("records", "documents"),
    ] {
        let text = format!("model \"M\" {{}}\n{word} x \"X\"\n");
        let ran = World::new().write("m.tm", &text).run(&["check", "m.tm"]);
        let told = format!("= help: Here it is called `{kind}`: ");
        assert!(ran.status == 2 && ran.err.contains(&told), "{word}: {}", ran.err);
    }
    let ran = World::new().write("m.tm", "require auth on any crm\n").run(&["check", "m.tm"]);
    assert!(
        ran.err.contains("there is no kind `crm`") && ran.err.contains("called `business_app`: "),
        "{}",
        ran.err
    );
}

/// An element that keeps data is not the data; which kind the data is of is said.
#[test]
fn an_element_in_place_of_its_data_is_told_which_data_is_meant() {
    let text = "training_data corpus \"Corpus\"\nboundary b { trust: internal\n  data_ingestion c\n  training t\n}\n\
        c -> t { sends: [corpus] }\n";
    let told = |text: &str, says: &[&str]| {
        let ran = World::new().write("m.tm", text).run(&["check", "m.tm"]);
        for s in says {
            assert!(ran.status == 2 && ran.err.contains(s), "`{s}` is not in:\n{}", ran.err);
        }
    };
    let sentence = "`training_set`: Examples that a model is trained, tuned or tested on.";
    told(text, &["Declare the data by its kind, as `training_set NAME`", sentence]);
    told(
        &text.replace("sends: [corpus]", "sends: [training_data]"),
        &["`training_data` is a kind of elements. Data is declared as `training_set NAME`.", sentence],
    );
    let rule = "threat x \"X\" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: \"S\"\n\
        when: moves training_data }\n";
    told(rule, &["`training_data` is a kind of element, and data is asked for", sentence]);
}

/// On a terminal there is colour, unless somebody wants none or the terminal has none.
#[test]
#[cfg(target_os = "linux")]
fn colour_goes_to_terminals_that_show_it() {
    let world = World::new().write("bad.tm", "gatewya waf \"Gateway\"\n");
    let binary = env!("CARGO_BIN_EXE_trustline");
    for (key, value, coloured) in
        [("TERM", "xterm", true), ("TERM", "dumb", false), ("NO_COLOR", "1", false), ("NO_COLOR", "", true)]
    {
        let out = std::process::Command::new("script")
            .args(["-qec", &format!("'{binary}' check bad.tm"), "/dev/null"])
            .current_dir(world.path())
            .env_remove("NO_COLOR")
            .env("TERM", "xterm")
            .env(key, value)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let shown = String::from_utf8_lossy(&out.stdout);
        assert!(shown.contains("gatewya"), "{shown}");
        assert_eq!(shown.contains('\x1b'), coloured, "{key}={value}: {shown:?}");
    }
}
