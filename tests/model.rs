//! Trees to the resolved model: cases in `tests/model`, and properties that hold for any text.
//!
//! `good/` and `bad/` hold a file or a folder a case (`main.tm` is the model); beside it stands
//! what comes out of it. `TRUSTLINE_BLESS=1` writes what comes out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/large.rs"]
mod large;
mod support;
#[path = "support/said.rs"]
mod told;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use support::{catalog, dump};
use told::said;
use trustline::model::{Entry, Read, Resolved, read, resolve_with};
use trustline::source::{Disk, Memory, Sources};

fn resolved(text: &str) -> (Read, Resolved) {
    let files = Memory::new([("main.tm", text)]);
    let read = read(&files, Entry::File(Path::new("main.tm")), None);
    let resolved = resolve_with(&read, catalog());
    (read, resolved)
}

/// Every case of a folder, shown and compared with the text beside it.
fn cases(folder: &str, show: impl Fn(&Path, &Read, &Resolved) -> String) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in paths {
        let main = if path.is_dir() { path.join("main.tm") } else { path.clone() };
        if main.extension().is_none_or(|e| e != "tm") {
            continue;
        }
        seen += 1;
        let mut read = read(&Disk, Entry::File(&main), None);
        // Names as a reader of the expected text wants them: without the machine's folders.
        let mut sources = Sources::new();
        for (_, file) in read.sources.iter() {
            let name = file
                .name
                .strip_prefix(&format!("{}/", main.parent().unwrap().display()))
                .unwrap_or(&file.name);
            sources.add(name, file.text.clone());
        }
        read.sources = sources;
        let resolved = resolve_with(&read, catalog());
        let shown =
            show(&path, &read, &resolved).replace(&format!("{}/", main.parent().unwrap().display()), "");
        let beside = path.with_extension("txt");
        if bless {
            std::fs::write(&beside, &shown).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != shown {
            wrong.push(format!("{}:\n{shown}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
    seen
}

#[test]
fn good_models_resolve_without_a_word() {
    let seen = cases("good", |path, read, resolved| {
        let all = read.diagnostics.iter().chain(&resolved.diagnostics);
        let words = said(&read.sources, all);
        assert!(words.is_empty(), "{}:\n{words}", path.display());
        dump(&resolved.model)
    });
    assert!(seen >= 3, "{seen}");
}

#[test]
fn one_mistake_is_one_error() {
    let several = std::cell::RefCell::new(Vec::new());
    let seen = cases("bad", |path, read, resolved| {
        let all: Vec<_> = read.diagnostics.iter().chain(&resolved.diagnostics).collect();
        let shown = said(&read.sources, all.iter().copied());
        let errors = all.iter().filter(|d| d.is_error()).count();
        if errors != 1 {
            several.borrow_mut().push(format!("{}: {errors} errors\n{shown}", path.display()));
        }
        shown
    });
    let several = several.into_inner();
    assert!(several.is_empty(), "{}", several.join("\n"));
    assert!(seen >= 25, "{seen}");
}

#[test]
fn the_order_of_statements_does_not_matter() {
    let lines = [
        "boundary cloud \"Cloud\" { gateway waf }",
        "anonymous_user visitor",
        "prompts ask \"Questions\"",
        "answers reply { from: [ask] }",
        "visitor -> waf { sends: [ask], returns: [reply] }",
        "require auth on any gateway",
    ];
    let forward = resolved(&lines.join("\n"));
    let backward = resolved(&lines.iter().rev().copied().collect::<Vec<_>>().join("\n"));
    let sorted = |r: &Resolved| {
        let mut lines: Vec<String> = dump(&r.model).lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert!(forward.1.diagnostics.is_empty(), "{:?}", forward.1.diagnostics);
    assert_eq!(sorted(&forward.1), sorted(&backward.1));
}

/// A model that lacks one line still resolves, and this room says at most one thing about it; at
/// most two if a character is missing, as `gatewaywaf` is no kind and declares no `waf`.
#[test]
fn one_edit_is_hardly_more_than_one_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/good/sample");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let (main, platform, vendors) = (text("main.tm"), text("platform.tm"), text("vendors.tm"));
    let catalog = catalog();
    let check = |text: String, most: usize, what: &str| {
        let files = Memory::new([
            ("main.tm", text),
            ("platform.tm", platform.clone()),
            ("vendors.tm", vendors.clone()),
        ]);
        let read = read(&files, Entry::File(Path::new("main.tm")), None);
        let resolved = resolve_with(&read, catalog.clone());
        let errors: Vec<_> = resolved.diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(errors.len() <= most, "{what}\n{}", said(&read.sources, errors));
    };
    for at in (0..main.len()).step_by(5) {
        if main.is_char_boundary(at) && main.is_char_boundary(at + 1) {
            check(format!("{}{}", &main[..at], &main[at + 1..]), 2, &format!("without byte {at}"));
        }
    }
    let lines: Vec<&str> = main.lines().collect();
    for i in 0..lines.len() {
        let mut rest = lines.clone();
        rest.remove(i);
        check(rest.join("\n"), 1, &format!("without `{}`", lines[i]));
    }
}

/// 5,000 elements and 7,500 flows; benches/resolve.rs says how long that takes.
#[test]
fn large_models_resolve() {
    let text = large::large(5_000, 7_500);
    let files = Memory::new([("main.tm", text)]);
    let read = read(&files, Entry::File(Path::new("main.tm")), None);
    let catalog = catalog();
    let resolved = resolve_with(&read, catalog);
    assert_eq!(said(&read.sources, &resolved.diagnostics), "");
    assert_eq!((resolved.model.elements.len(), resolved.model.flows.len()), (5000, 7500));
}

fn codes(read: &Read) -> Vec<&'static str> {
    read.diagnostics.iter().map(|d| d.code.name()).collect()
}

#[test]
fn imports_are_bounded() {
    let mut files =
        vec![("main.tm".to_owned(), (0..250).map(|i| format!("import \"f{i}.tm\"\n")).collect::<String>())];
    files.extend((0..250).map(|i| (format!("f{i}.tm"), format!("llm a{i}\n"))));
    let read = read(&Memory::new(files), Entry::File(Path::new("main.tm")), None);
    assert_eq!(codes(&read), ["limit"]);
    assert_eq!(read.files.len(), 201);
    // What the others would have brought is not missed.
    assert!(resolve_with(&read, catalog()).diagnostics.is_empty());
}

#[test]
fn a_long_chain_of_imports_is_read() {
    let files =
        (0..150).map(|i| (format!("f{i}.tm"), format!("import \"f{}.tm\"\nllm a{i}\na{i} -> a149\n", i + 1)));
    let files = Memory::new(files.chain([("f150.tm".to_owned(), String::new())]));
    let read = read(&files, Entry::File(Path::new("f0.tm")), None);
    assert_eq!(said(&read.sources, &read.diagnostics), "");
    assert_eq!(said(&read.sources, &resolve_with(&read, catalog()).diagnostics), "");
}

#[test]
fn a_given_root_bounds_imports() {
    let files = Memory::new([
        ("a/b/main.tm", "import \"../x.tm\"\nimport \"../../y.tm\""),
        ("a/x.tm", "llm x"),
        ("y.tm", "llm y"),
    ]);
    let main = Path::new("a/b/main.tm");
    let of = |root: Option<&str>| codes(&read(&files, Entry::File(main), root.map(Path::new)));
    assert_eq!(of(None), ["import-outside", "import-outside"]);
    assert_eq!(of(Some("a")), ["import-outside"]);
    assert_eq!(of(Some("")), Vec::<&str>::new());
    // More `..` than there are folders leads out of everything.
    let files = Memory::new([("main.tm", "import \"../x.tm\""), ("x.tm", "llm x")]);
    assert_eq!(codes(&read(&files, Entry::File(Path::new("main.tm")), None)), ["import-outside"]);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(folder.path().join("secret.tm"), "llm secret").unwrap();
    std::os::unix::fs::symlink(folder.path().join("secret.tm"), inside.join("link.tm")).unwrap();
    std::fs::write(inside.join("main.tm"), "import \"link.tm\"\nllm a\na -> secret\n").unwrap();
    let read = read(&Disk, Entry::File(&inside.join("main.tm")), None);
    assert_eq!(codes(&read), ["import-outside"]);
    assert_eq!(read.files.len(), 1);
    assert!(resolve_with(&read, catalog()).diagnostics.is_empty());
}

#[test]
fn a_text_without_a_file_imports_from_its_folder() {
    let files = Memory::new([("models/x.tm", "llm x")]);
    let entry = Entry::Text {
        name: "<stdin>",
        text: "\u{feff}import \"x.tm\"\nllm a\na -> x".into(),
        folder: Path::new("models"),
    };
    let read = read(&files, entry, None);
    assert_eq!(said(&read.sources, &read.diagnostics), "");
    let resolved = resolve_with(&read, catalog());
    assert_eq!(said(&read.sources, &resolved.diagnostics), "");
    assert_eq!(resolved.model.flows[0].id, "a->x");
}

#[test]
fn a_missing_model_is_said() {
    let read = read(&Memory::default(), Entry::File(Path::new("gone.tm")), None);
    assert_eq!(codes(&read), ["unreadable"]);
    assert!(resolve_with(&read, catalog()).model.is_empty());
}

#[test]
fn the_sample_resolves_against_the_built_in_catalog() {
    let main = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/good/sample/main.tm");
    let read = read(&Disk, Entry::File(&main), None);
    let resolved = trustline::model::resolve(&read);
    assert_eq!(said(&read.sources, &resolved.diagnostics), "");
    assert_eq!(resolved.model.catalog.edition, "2026.1");
    assert_eq!(resolved.model.responses.len(), 5);
}

#[test]
fn an_unknown_edition_is_said_and_the_newest_taken() {
    let files = Memory::new([("main.tm", "model \"M\" { catalog: 1999.1 }\n")]);
    let read = read(&files, Entry::File(Path::new("main.tm")), None);
    let resolved = trustline::model::resolve(&read);
    let codes: Vec<_> = resolved.diagnostics.iter().map(|d| d.code.name()).collect();
    assert_eq!(codes, ["unknown-edition"]);
    assert!(resolved.model.catalog.kinds.len() > 20);
}

#[test]
fn properties_come_from_element_kind_and_default() {
    let (_, resolved) = resolved(
        "kind quiet: llm \"Quiet\" { generative: false, about: \"x\" }\nllm a\nquiet b\nquiet c { generative: true }\ndatabase d\n",
    );
    let m = &resolved.model;
    let generative = m.catalog.find_property("generative").unwrap();
    let of = |name: &str| m.property(m.find_element(name).unwrap(), generative);
    use trustline::catalog::Literal::Bool;
    assert_eq!([of("a"), of("b"), of("c")], [Some(&Bool(true)), Some(&Bool(false)), Some(&Bool(true))]);
    let llm = m.catalog.find_kind("llm").unwrap();
    assert!(m.is_kind(m.find_element("b").unwrap(), llm) && !m.is_kind(m.find_element("d").unwrap(), llm));
    assert_eq!(m.elements_in(m.find_boundary("system")).count(), 4);
}

/// Many mistakes in one text are found in one run, and the work for help stays bounded.
#[test]
fn hostile_models_end() {
    let mut text = String::new();
    for i in 0..3000 {
        let _ = writeln!(text, "llm some_element_{i} {{ controls: [contrl_{i}], colour: {i} }}");
        let _ = writeln!(text, "some_element_{i} -> some_elemnt_{i} {{ sends: [nothing_{i}] }}");
        let _ = writeln!(text, "accept threat-{i} on some_elemet_{i}");
        let _ = writeln!(text, "documents d{i} {{ from: [d{}] }}", (i + 1) % 3000);
    }
    let (_, resolved) = resolved(&text);
    assert!(resolved.diagnostics.len() > 12_000, "{}", resolved.diagnostics.len());
}
