//! Models of several files: what is read and how, and that splitting one changes nothing but names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/world.rs"]
mod world;

use findings::{Dice, Found, examples};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use trustline::model::{Entry, Read, read, resolve};
use trustline::source::{Disk, FileId, Files, MAX_FILE, Memory, Overlay, ReadError};
use trustline::syntax::parse;
use trustline::syntax::tree::Shape;
use world::World;

fn said(read: &Read) -> Vec<(&'static str, &str)> {
    read.diagnostics.iter().map(|d| (d.code.name(), d.message.as_str())).collect()
}

fn elements(read: &Read) -> Vec<String> {
    let resolved = resolve(read);
    let wrong: Vec<_> =
        read.diagnostics.iter().chain(&resolved.diagnostics).filter(|d| d.is_error()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    resolved.model.elements.iter().map(|e| e.name.clone()).collect()
}

// Unsaved texts

#[test]
fn an_unsaved_text_takes_the_place_of_its_file() {
    let world = World::new()
        .write("models/main.tm", "import \"parts/a.tm\"\nllm saved\n")
        .write("models/parts/a.tm", "llm part\n");
    let at = |name: &str| world.path().join("models").join(name);
    let mut files = Overlay::new(Disk);
    let names = |files: &Overlay<Disk>| elements(&read(files, Entry::File(&at("main.tm")), None));
    assert_eq!(names(&files), ["saved", "part"]);
    // However the path is spelt, it is the same file.
    files.set(&at("parts/../parts/./a.tm"), "llm unsaved\n");
    assert_eq!(names(&files), ["saved", "unsaved"]);
    files.set(&at("parts/a.tm"), "llm later\n");
    files.set(&at("main.tm"), "import \"parts/a.tm\"\nllm main\nmain -> later\n");
    assert_eq!(names(&files), ["main", "later"]);
    assert!(files.remove(&at("parts/../main.tm")) && !files.remove(&at("main.tm")));
    assert_eq!(names(&files), ["saved", "later"]);
    assert_eq!(files.under().read(&at("parts/a.tm")).unwrap(), "llm part\n");
}

#[test]
fn a_text_that_was_never_saved_can_be_imported() {
    let world = World::new()
        .write("main.tm", "import \"new.tm\"\nimport \"fresh/deep/b.tm\" as b\nllm a\na -> b.c\n");
    let mut files = Overlay::new(Disk);
    let main = world.path().join("main.tm");
    assert_eq!(said(&read(&files, Entry::File(&main), None)).len(), 2);
    files.set(&world.path().join("new.tm"), "llm n\n");
    // Neither the file nor its folders are there; it imports a file that is.
    files.set(&world.path().join("fresh/deep/b.tm"), "import \"../../new.tm\" as up\nllm c\nc -> up.n\n");
    assert_eq!(elements(&read(&files, Entry::File(&main), None)), ["a", "n", "b.c"]);
    // A model that was never saved, in a folder that is there and in one that is not.
    for name in ["draft.tm", "nowhere/draft.tm"] {
        let draft = world.path().join(name);
        files.set(&draft, "llm only\n");
        assert_eq!(elements(&read(&files, Entry::File(&draft), None)), ["only"], "{name}");
    }
    // What is in no text and on no disk is missing as before.
    assert_eq!(files.canonical(&world.path().join("fresh/gone.tm")), Err(ReadError::Missing));
    assert_eq!(files.read(&world.path().join("gone.tm")), Err(ReadError::Missing));
}

#[cfg(unix)]
#[test]
fn unsaved_texts_agree_on_paths_with_what_is_below() {
    let world = World::new().write("real/a.tm", "llm a\n");
    std::os::unix::fs::symlink(world.path().join("real"), world.path().join("link")).unwrap();
    let real = std::fs::canonicalize(world.path().join("real")).unwrap();
    let mut files = Overlay::new(Disk);
    files.set(&world.path().join("link/a.tm"), "llm over\n");
    files.set(&world.path().join("link/new.tm"), "llm new\n");
    for (name, text) in [("a.tm", "llm over\n"), ("new.tm", "llm new\n")] {
        assert_eq!(files.canonical(&world.path().join("link").join(name)).unwrap(), real.join(name));
        assert_eq!(files.canonical(&real.join(name)).unwrap(), real.join(name));
        assert_eq!(files.read(&real.join(name)).unwrap(), text);
    }
    // A link out of the root stays out, whatever lies over its target.
    let inside = World::new().write("main.tm", "import \"out.tm\"\n");
    std::os::unix::fs::symlink(real.join("a.tm"), inside.path().join("out.tm")).unwrap();
    let read = read(&files, Entry::File(&inside.path().join("main.tm")), None);
    assert_eq!(said(&read)[0].0, "import-outside");
}

#[test]
fn unsaved_texts_keep_the_limits_and_lie_over_anything() {
    let below = Memory::new([("main.tm", "import \"a.tm\"\nllm x\n"), ("a.tm", "llm a\n")]);
    let mut files = Overlay::new(&below as &dyn Files);
    files.set(Path::new("./a.tm"), "llm over\n");
    assert_eq!(elements(&read(&files, Entry::File(Path::new("main.tm")), None)), ["x", "over"]);
    files.set(Path::new("a.tm"), " ".repeat(MAX_FILE as usize + 1));
    assert_eq!(files.read(Path::new("a.tm")), Err(ReadError::TooLarge(MAX_FILE)));
    // One over the other.
    let mut top = Overlay::new(files);
    top.set(Path::new("a.tm"), "llm top\n");
    assert_eq!(elements(&read(&top, Entry::File(Path::new("main.tm")), None)), ["x", "top"]);
    assert_eq!(top.canonical(Path::new("sub/../a.tm")).unwrap(), PathBuf::from("a.tm"));
}

// Limits

/// The longest chain that there may be, on a stack an eighth as large as a thread's usually is.
#[test]
fn the_deepest_chain_of_imports_fits_the_stack() {
    let deep = |last: usize| {
        let files = (0..=last).map(move |i| {
            (
                if i == 0 { "main.tm".to_owned() } else { format!("f{i}.tm") },
                format!("import \"f{}.tm\"\nllm a{i}\n", i + 1),
            )
        });
        let files = Memory::new(files.chain([(format!("f{}.tm", last + 1), String::new())]));
        std::thread::Builder::new()
            .stack_size(256 * 1024)
            .spawn(move || read(&files, Entry::File(Path::new("main.tm")), None))
            .unwrap()
            .join()
            .unwrap()
    };
    let fits = deep(199);
    assert_eq!((said(&fits).len(), fits.files.len()), (0, 201));
    let over = deep(200);
    assert_eq!(said(&over), [("limit", "a model has at most 200 imports")]);
    // Where it happened is shown by both ends of the chain, not by two hundred places.
    let d = &over.diagnostics[0];
    assert_eq!(d.labels.len(), 8);
    assert!(d.help.iter().any(|h| h.contains("200 files")), "{:?}", d.help);
    assert_eq!(over.sources.place(d.labels[7].span).unwrap().0, "main.tm");
}

#[test]
fn a_long_ring_of_imports_is_told_in_short() {
    let files = (0..100).map(|i| {
        let name = if i == 0 { "main.tm".to_owned() } else { format!("f{i}.tm") };
        let next = if i == 99 { "f50.tm".to_owned() } else { format!("f{}.tm", i + 1) };
        (name, format!("import \"{next}\"\n"))
    });
    let read = read(&Memory::new(files), Entry::File(Path::new("main.tm")), None);
    assert_eq!(said(&read).len(), 1);
    assert!(read.diagnostics[0].message.len() < 200, "{}", read.diagnostics[0].message);
    assert_eq!(read.diagnostics[0].labels.len(), 16, "eight of the ring and eight of the way to it");
}

// On the command line

#[test]
fn an_import_that_fails_is_drawn_with_its_chain() {
    let world = World::new()
        .write("main.tm", "// The model.\nimport \"a.tm\"\n")
        .write("a.tm", "// Its parts.\n\nimport \"sub/b.tm\"\n")
        .write("sub/b.tm", "import \"gone.tm\"\n");
    let ran = world.run(&["check", "main.tm"]);
    ran.fails_with(&[
        "`gone.tm` can't be read: there is no such file",
        "sub/b.tm:1:8",
        "a.tm:3:8",
        "`sub/b.tm` is imported here",
        "main.tm:2:8",
        "`a.tm` is imported here",
    ]);
    let (b, a) = (ran.err.find("sub/b.tm:1:8").unwrap(), ran.err.find("a.tm:3:8").unwrap());
    assert!(b < a && a < ran.err.find("main.tm:2:8").unwrap(), "the nearest first:\n{}", ran.err);
}

#[test]
fn the_root_must_be_there_and_bounds_imports() {
    let world = World::new()
        .write("models/main.tm", "import \"../shared/a.tm\"\nllm x\nx -> a { sends: [] }\n")
        .write("shared/a.tm", "llm a\n");
    world.run(&["check", "models/main.tm"]).fails_with(&["leads out of the root folder", "--root"]);
    assert_eq!(world.run(&["check", "models/main.tm", "--root", "."]).status, 0);
    world
        .run(&["check", "models/main.tm", "--root", "nowhere"])
        .fails_with(&["the root folder `nowhere` can't be used: there is no such folder"]);
}

// Splitting

/// Whether a statement speaks for the model that it stands in, so that moving it would change that.
fn stays(shape: &Shape) -> bool {
    match shape {
        Shape::Titled(t) => t.word.text == "model",
        Shape::Response(r) => r.word.text != "require",
        Shape::Dated(_) => true,
        Shape::Declaration(d) => matches!(d.word.name.text.as_str(), "off" | "view"),
        _ => false,
    }
}

/// The names that a statement declares, those in its block included.
fn declares(statement: &trustline::syntax::tree::Statement, out: &mut BTreeSet<String>) {
    match &statement.shape {
        Shape::Declaration(d) => {
            out.insert(d.name.text.clone());
        }
        Shape::Flow(f) => out.extend(f.name.iter().map(|n| n.text.clone())),
        _ => {}
    }
    for inner in statement.block().into_iter().flat_map(|b| &b.statements) {
        declares(inner, out);
    }
}

/// Splits a model over files that import one another without names. A file sees those after it, so
/// a statement stands no later than what it speaks of.
fn split(text: &str, dice: &mut Dice) -> BTreeMap<PathBuf, String> {
    let parsed = parse(FileId(0), text);
    let count = 2 + dice.roll(4);
    let words = |s: &str| -> BTreeSet<String> {
        s.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned).collect()
    };
    struct Part<'t> {
        text: &'t str,
        names: BTreeSet<String>,
        words: BTreeSet<String>,
        file: usize,
    }
    let mut parts: Vec<Part<'_>> = Vec::new();
    for s in &parsed.tree.statements {
        let mut names = BTreeSet::new();
        declares(s, &mut names);
        let text = &text[s.span.range()];
        let file = if stays(&s.shape) { 0 } else { dice.roll(count) };
        parts.push(Part { text, names, words: words(text), file });
    }
    loop {
        let before: Vec<usize> = parts.iter().map(|p| p.file).collect();
        for i in 0..parts.len() {
            let lowest = parts
                .iter()
                .filter(|p| !p.names.is_disjoint(&parts[i].words))
                .map(|p| p.file)
                .min()
                .unwrap_or(count);
            parts[i].file = parts[i].file.min(lowest);
        }
        if before == parts.iter().map(|p| p.file).collect::<Vec<_>>() {
            break;
        }
    }
    let name = |i: usize| if i == 0 { "main.tm".to_owned() } else { format!("part{i}.tm") };
    (0..count)
        .map(|file| {
            let mut lines: Vec<String> =
                parts.iter().filter(|p| p.file == file).map(|p| p.text.to_owned()).collect();
            for to in file + 1..count {
                // Always the next one, so that all is seen, and some further ones, so that ways meet.
                if to == file + 1 || dice.roll(3) == 0 {
                    let at = dice.roll(lines.len() + 1);
                    lines.insert(at, format!("import \"{}\"", name(to)));
                }
            }
            (PathBuf::from(name(file)), lines.join("\n") + "\n")
        })
        .collect()
}

#[test]
fn splitting_an_example_changes_nothing() {
    let mut moved = 0;
    for (name, text) in examples() {
        let whole = Found::of_text(&text).expect_good(&name).lines(str::to_owned);
        assert!(whole.len() > 20);
        for seed in 0..12 {
            let files = split(&text, &mut Dice::new(seed * 31 + text.len() as u64));
            moved +=
                files.values().skip(1).map(|t| t.lines().filter(|l| l.contains("->")).count()).sum::<usize>();
            let told = format!("{name}, seed {seed}: {files:#?}");
            let parts = Found::of(&Memory(files)).expect_good(&told);
            assert_eq!(parts.lines(str::to_owned), whole, "{told}");
        }
    }
    assert!(moved > 50, "flows were moved, too: {moved}");
}

/// What a name of a file is called where another speaks of it.
type Called<'a> = dyn Fn(&str, usize) -> String + 'a;

/// A model whose parts are spread over files, each behind a name wherever another speaks of it.
fn spread(dice: &mut Dice, count: usize) -> (String, BTreeMap<PathBuf, String>) {
    let n = 6 + dice.roll(8);
    let kinds = ["llm", "gateway", "database", "anonymous_user", "rag_store", "model_provider", "web_app"];
    // Data, elements in boundaries, and who stands in which file.
    let data_file: Vec<usize> = (0..3).map(|_| dice.roll(count)).collect();
    let boundary_file: Vec<usize> = (0..n / 2).map(|_| dice.roll(count)).collect();
    let mut texts: Vec<String> = vec![String::new(); count];
    let mut whole = String::new();
    let mut put = |file: usize, text: &dyn Fn(&Called<'_>) -> String| {
        let plain = |name: &str, _: usize| name.to_owned();
        whole.push_str(&text(&plain));
        let own =
            |name: &str, home: usize| if home == file { name.to_owned() } else { format!("m{home}.{name}") };
        texts[file].push_str(&text(&own));
    };
    put(0, &|_| "model \"Spread\" { catalog: 2026.1 }\n".into());
    for (i, file) in data_file.iter().enumerate() {
        put(*file, &|_| format!("documents d{i} {{ class: {} }}\n", ["public", "secret", "internal"][i]));
    }
    let mut home: Vec<usize> = Vec::new();
    for (b, file) in boundary_file.iter().enumerate() {
        let trust = ["internal", "restricted", "partner"][dice.roll(3)];
        let inside: Vec<(usize, &str, usize)> = (0..2)
            .map(|_| {
                home.push(*file);
                (home.len() - 1, kinds[dice.roll(kinds.len())], dice.roll(3))
            })
            .collect();
        put(*file, &|name| {
            let mut out = format!("boundary b{b} {{ trust: {trust}\n");
            for (e, kind, d) in &inside {
                // A file speaks of what stands in it or in a later one.
                let stores = if data_file[*d] >= *file {
                    format!(" {{ holds: [{}] }}", name(&format!("d{d}"), data_file[*d]))
                } else {
                    String::new()
                };
                let _ = writeln!(out, "  {kind} e{e}{stores}");
            }
            out + "}\n"
        });
    }
    for f in 0..n + 4 {
        let (a, b, d) = (dice.roll(home.len()), dice.roll(home.len()), dice.roll(3));
        let file = home[a].min(home[b]).min(data_file[d]);
        let file = dice.roll(file + 1);
        put(file, &|name| {
            let part = |i: usize| name(&format!("e{i}"), home[i]);
            format!(
                "{} -> {} as f{f} {{ sends: [{}] }}\n",
                part(a),
                part(b),
                name(&format!("d{d}"), data_file[d])
            )
        });
        let on = home[b];
        put(0, &|name| format!("question \"{f}?\" {{ about: [{}] }}\n", name(&format!("e{b}"), on)));
        if f < 3 {
            put(dice.roll(home[a] + 1), &|name| {
                format!("require auth on {} {{ because: \"x\" }}\n", name(&format!("e{a}"), home[a]))
            });
        }
    }
    put(0, &|name| format!("rated store-read on {} {{ likelihood: 1 }}\n", name("e0", home[0])));
    let file = |i: usize| if i == 0 { "main.tm".to_owned() } else { format!("m{i}.tm") };
    let files = texts
        .into_iter()
        .enumerate()
        .map(|(i, text)| {
            let imports: String =
                (i + 1..count).map(|to| format!("import \"{}\" as m{to}\n", file(to))).collect();
            (PathBuf::from(file(i)), imports + &text)
        })
        .collect();
    (whole, files)
}

#[test]
fn splitting_behind_names_changes_only_names() {
    let mut threats = 0;
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let count = 2 + dice.roll(3);
        let (text, files) = spread(&mut dice, count);
        let whole = Found::of_text(&text).expect_good(&text);
        let told = format!("seed {seed}:\n{text}\n{files:#?}");
        let parts = Found::of(&Memory(files)).expect_good(&told);
        // The model's own file imports each file itself, so each has one name in front.
        let bare = |line: &str| (1..count).fold(line.to_owned(), |l, i| l.replace(&format!("m{i}."), ""));
        assert_eq!(parts.lines(bare), whole.lines(str::to_owned), "{told}");
        assert!(parts.model.elements.iter().all(|e| e.name.matches('.').count() <= 1), "{told}");
        threats += whole.analysis.threats.len();
    }
    assert!(threats > 500, "{threats}");
}
