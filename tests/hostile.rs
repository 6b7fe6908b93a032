//! Text of a model is hostile text: every field of every statement, in every format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/hostile.rs"]
mod support;

use findings::Found;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use support::{HOSTILE, model, model_of};
use trustline::catalog::fields::{Property, TABLES, Type};
use trustline::interop::{csv, junit, navigator};
use trustline::model::words;
use trustline::report::markdown::dialect::ALL;
use trustline::report::tables::Tables;
use trustline::report::{Report, collect, html, markdown, prose};
use trustline::source::FileId;
use trustline::syntax::parse;
use trustline::syntax::tree::{Shape, Statement, ValueKind};

/// The properties that have a text, of a list: `WORD.PROPERTY`.
fn texts_of(word: &str, properties: &[Property], out: &mut BTreeSet<String>) {
    let takes_text = |p: &&Property| p.ty == Type::Text || ["tags", "protocol", "default"].contains(&p.name);
    out.extend(properties.iter().filter(takes_text).map(|p| format!("{word}.{}", p.name)));
}

/// What stands as a text in a statement and in its block: `WORD.PROPERTY`, and `WORD` for its label.
fn said(statements: &[Statement], owner: &str, mark: &str, out: &mut BTreeSet<String>) {
    let inner = |block: &Option<trustline::syntax::tree::Block>| {
        block.as_ref().map(|b| b.statements.clone()).unwrap_or_default()
    };
    for s in statements {
        match &s.shape {
            Shape::Property(p) => {
                let is = |v: &ValueKind| matches!(v, ValueKind::Text(t) if t.contains(mark));
                let listed = |v: &ValueKind| matches!(v, ValueKind::List(l) if l.iter().any(|v| is(&v.kind)));
                if is(&p.value.kind) || listed(&p.value.kind) {
                    out.insert(format!("{owner}.{}", p.name.text));
                }
            }
            Shape::Flow(f) => {
                out.extend(f.label.iter().filter(|l| l.text == mark).map(|_| "flows".to_owned()));
                said(&inner(&f.block), "flows", mark, out);
            }
            Shape::Declaration(d) => {
                let known = words::find(&d.word.text()).map(|w| w.name);
                let data = ["documents", "prompts", "answers"].contains(&d.word.text().as_str());
                let word = known.unwrap_or(if data { "data" } else { "elements" });
                // Without a kind it is a word of the vocabulary, which has properties of its own.
                let word = if word == "control" && d.parents.is_empty() { "control word" } else { word };
                out.extend(d.label.iter().filter(|l| l.text == mark).map(|_| word.to_owned()));
                said(&inner(&d.block), word, mark, out);
            }
            Shape::Response(r) => said(&inner(&r.block), &r.word.text, mark, out),
            Shape::Titled(t) => {
                out.extend((t.text.text == mark).then(|| t.word.text.clone()));
                said(&inner(&t.block), &t.word.text, mark, out);
            }
            Shape::Dated(d) => said(&inner(&d.block), &d.word.text, mark, out),
            other => panic!("{other:?}"),
        }
    }
}

/// Who adds a field of text adds it to the model that all formats are tried with.
#[test]
fn the_model_has_a_text_wherever_one_can_stand() {
    let parsed = parse(FileId(0), &model("§§"));
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let mut there = BTreeSet::new();
    said(&parsed.tree.statements, "", "§§", &mut there);
    let mut wanted = BTreeSet::new();
    for (word, properties) in words::owners() {
        texts_of(word, properties, &mut wanted);
    }
    for table in TABLES {
        texts_of(
            if table.word == "control" { "control word" } else { table.word },
            table.properties,
            &mut wanted,
        );
    }
    // What has a title or a label.
    wanted.extend(
        [
            "model",
            "boundary",
            "kind",
            "control",
            "control word",
            "threat",
            "assumption",
            "question",
            "attacker",
            "view",
        ]
        .map(String::from),
    );
    wanted.extend(["elements", "data", "flows"].map(String::from));
    let missing: Vec<&String> = wanted.difference(&there).collect();
    assert!(wanted.len() > 70 && missing.is_empty(), "{missing:?}");
}

fn report(text: &str, what: &str) -> Report {
    let f = Found::of_text(text).expect_good(what);
    collect(&f.model, &f.analysis, &f.sources, &Tables)
}

/// The tags of a page in their order, without those of pictures, in which words break into lines.
fn skeleton(page: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut drawn = false;
    for tag in without_own(page).split('<').skip(1) {
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        drawn = if drawn { name != "/svg" } else { name == "svg" };
        if !drawn && !name.is_empty() {
            out.push(name.to_ascii_lowercase());
        }
    }
    out
}

/// What a page of Markdown is built of, in its order; what only marks words is left out where `prose` may have some.
fn built_of(page: &str) -> Vec<String> {
    // Sites take what stands before the page as data, and write its title into HTML as it is.
    let page = match page.strip_prefix("---\n") {
        Some(rest) => {
            let (front, page) = rest.split_once("\n---\n").expect("it is closed");
            let signs = ["<", ">", "{{", "{%", "&l", "&#", "\n"];
            assert!(!signs.iter().any(|s| front.contains(s)), "{front}");
            page
        }
        None => page,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut out = Vec::new();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let kind = if dest_url.starts_with("./") { "file" } else { "link" };
                out.push(kind.to_owned());
                assert!(dest_url.starts_with(['#', '.']) || prose::is_allowed(&dest_url), "{dest_url}");
            }
            Event::Start(Tag::Image { .. }) => out.push("image".to_owned()),
            // How a list is numbered, and columns set, hangs on no text.
            Event::Start(tag) => {
                out.push(format!("{tag:?}").chars().take_while(char::is_ascii_alphanumeric).collect());
            }
            Event::Html(t) | Event::InlineHtml(t) => {
                let name: String = t.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
                out.push(name);
            }
            Event::Rule => out.push("rule".to_owned()),
            _ => {}
        }
    }
    out
}

/// The cells of each row of a table with commas.
fn cells(table: &str) -> Vec<usize> {
    let (mut out, mut quoted, mut row) = (Vec::new(), false, 1);
    for c in table.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => row += 1,
            '\n' if !quoted => out.push(std::mem::replace(&mut row, 1)),
            _ => {}
        }
    }
    assert!(!quoted, "a quote is open");
    out
}

/// A word without an end, and one of letters that take three bytes each.
fn long_words() -> [String; 2] {
    ["W".repeat(2_000), "\u{6f22}".repeat(700)]
}

/// A text of a field changes nothing of a page but its words: no row, no cell, no heading, no list comes from it.
#[test]
fn hostile_text_adds_nothing_to_any_page() {
    let theme = html::Theme::default();
    let calm = report(&model("Calm words"), "calm");
    let page = |r: &Report| skeleton(&html::write(r, &[], &theme).unwrap());
    let calm_page = page(&calm);
    assert!(calm_page.iter().filter(|t| *t == "td").count() > 200, "{}", calm_page.len());
    let calm_md: Vec<Vec<String>> =
        ALL.iter().map(|d| built_of(&markdown::write_for(&calm, &[], d))).collect();
    let calm_csv = cells(&csv::write(&calm));
    let tests = |r: &Report| junit::write(&[junit::suite(r, |_| true)]).matches('<').count();
    let long = long_words();
    for x in HOSTILE.iter().copied().chain(long.iter().map(String::as_str)) {
        let shown = x.get(..80).unwrap_or(x);
        let r = report(&model_of(x, "Calm words"), x);
        let made = page(&r);
        let at = made.iter().zip(&calm_page).position(|(a, b)| a != b);
        assert!(
            made == calm_page,
            "{shown}: {:?}",
            at.map(|n| (&made[n..made.len().min(n + 5)], &calm_page[n - 5..n]))
        );
        for (dialect, calm) in ALL.iter().zip(&calm_md) {
            let text = markdown::write_for(&r, &[], dialect);
            let made = built_of(&text);
            let at = made.iter().zip(calm).position(|(a, b)| a != b);
            assert!(
                made == *calm,
                "{shown}, {}: {:?}",
                dialect.name,
                at.map(|n| (&made[n..made.len().min(n + 5)], &calm[n.saturating_sub(5)..n]))
            );
        }
        let table = csv::write(&r);
        assert_eq!(cells(&table), calm_csv, "{shown}");
        assert_eq!(tests(&r), tests(&calm), "{shown}");
    }
}

/// Whether a sign turns the direction of writing.
fn bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether a sign is a control that no text has a use for.
fn control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t' | '\r')
}

/// No form of output hands on what turns the direction of writing, or drives a terminal; data keeps texts as they are,
/// with controls escaped.
#[test]
fn no_output_turns_its_writing_or_holds_controls() {
    let mut seen = 0;
    for x in HOSTILE.iter().filter(|x| x.contains(bidi) || x.contains(control)) {
        let dir = build(&model(x));
        let r = report(&model(x), x);
        let mut all: Vec<(String, String)> =
            ["html", "svg", "one.svg", "two.svg", "csv", "sarif", "junit.xml", "navigator.json"]
                .map(|ending| (ending.to_owned(), read(&dir, ending)))
                .into();
        all.extend(ALL.iter().map(|d| (d.name.to_owned(), markdown::write_for(&r, &[], d))));
        all.push(("layer".into(), navigator::write(&r)));
        for (what, text) in &all {
            let found = text.char_indices().find(|(_, c)| control(*c) || bidi(*c));
            let near = found.map(|(at, c)| {
                let from = text[..at].char_indices().rev().nth(60).map_or(0, |(n, _)| n);
                (c.escape_unicode().to_string(), &text[from..at])
            });
            assert!(near.is_none(), "{what}: {near:?}");
            seen += 1;
        }
        // Data keeps a text as it is; what JSON asks to escape is escaped.
        assert!(!read(&dir, "json").contains(|c: char| c < ' ' && c != '\n'), "JSON");
    }
    assert!(seen >= 3 * 16, "{seen}");
}

fn build(text: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("m.tm"), text).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args([
            "build",
            "m.tm",
            "-o",
            "out",
            "--format",
            "html,md,svg,png,json,csv,sarif,junit,navigator",
            "--today",
            "2026-10-01",
        ])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    // What is printed must not drive a terminal either.
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    dir
}

fn read(dir: &tempfile::TempDir, ending: &str) -> String {
    fs::read_to_string(dir.path().join(format!("out/m.{ending}"))).unwrap()
}

/// The page without the parts that are the theme's own: its style and script.
fn without_own(html: &str) -> String {
    let mut out = html.to_owned();
    for (open, close) in [("<script>", "</script>"), ("<style>", "</style>")] {
        // The theme's come once each, or within our own picture; all of them are ours if hashes hold.
        while let Some(start) = out.find(open) {
            let end = start + out[start..].find(close).expect("it is closed") + close.len();
            out.replace_range(start..end, "");
        }
    }
    out
}

/// No tag has an attribute that runs something. Quoted values are taken off first: what stands in
/// them is text.
#[track_caller]
fn no_handler(text: &str, x: &str) {
    let mut tags = 0;
    for tag in text.split('<').skip(1).filter(|t| t.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let (mut bare, mut quote) = (String::new(), None);
        for c in tag.chars() {
            match (quote, c) {
                (None, '>') => break,
                (None, '"' | '\'') => quote = Some(c),
                (None, _) => bare.push(c),
                (Some(q), _) if q == c => quote = None,
                (Some(_), _) => {}
            }
        }
        assert_eq!(quote, None, "{x}: a quote is open in <{tag}");
        assert!(!bare.split_whitespace().any(|a| a.starts_with("on")), "{x}: <{bare}>");
        tags += 1;
    }
    assert!(tags > 50);
}

#[test]
fn hostile_text_is_inert_in_every_format() {
    let calm = build(&model("Calm words"));
    let count = |text: &str, what: &str| text.matches(what).count();
    let calm_html = read(&calm, "html");
    let calm_md = read(&calm, "md");
    let calm_svg = read(&calm, "svg");
    for x in HOSTILE {
        let dir = build(&model(x));
        let html = read(&dir, "html");
        // As many scripts, styles, pictures and handlers as with calm words.
        for tag in ["<script", "<style", "<img", "<svg", "<iframe", "</svg>", "<!--"] {
            assert_eq!(count(&html, tag), count(&calm_html, tag), "{x}: {tag} in the HTML");
        }
        let page = without_own(&html);
        no_handler(&page, x);
        assert!(!page.contains("href=\"javascript:"), "{x}");
        assert!(!html.contains("54444439"), "{x}: a template was run");
        for svg in ["svg", "one.svg", "two.svg"].map(|ending| read(&dir, ending)) {
            for tag in ["<script", "<style", "</svg>", "<image", "<a ", "]]>", "<!--"] {
                assert_eq!(count(&svg, tag), count(&calm_svg, tag), "{x}: {tag} in the SVG");
            }
            no_handler(&svg, x);
        }
        let md = read(&dir, "md");
        for tag in ["<script", "<style", "<img", "<!--", "](javascript:", "{{", "{%"] {
            assert_eq!(count(&md, tag), count(&calm_md, tag), "{x}: {tag} in the Markdown");
        }
        // Tables keep their columns.
        let bars = |text: &str| -> Vec<usize> {
            text.lines()
                .filter(|l| l.starts_with('|'))
                .map(|l| l.replace("\\|", "").matches('|').count())
                .collect()
        };
        assert_eq!(bars(&md), bars(&calm_md), "{x}");
        let json: serde_json::Value = serde_json::from_str(&read(&dir, "json")).unwrap();
        assert!(json["threats"].as_array().unwrap().len() > 5, "{x}");
        assert!(fs::read(dir.path().join("out/m.png")).unwrap().starts_with(b"\x89PNG"), "{x}");
    }
}

/// Beside those: what would be a line of its own, a link past its escape, a placeholder, a colour.
const FOR_PROGRAMS: &[&str] = &[
    "x\\n::error file=x::owned",
    "##[error]owned",
    "[t\\\\](http://evil.example) {{0}} {0}",
    "[t](http://evil.example)",
    "%0A::warning::owned",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
];

/// What a command prints of two models, of which `m.tm` is the hostile one.
fn printed(x: &str, arguments: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("m.tm"), model(x)).unwrap();
    fs::write(dir.path().join("calm.tm"), model("Calm words")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(arguments)
        .args(["--today", "2026-10-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert_ne!(run.status.code(), Some(2), "{x}: {arguments:?}: {err}");
    assert!(!out.is_empty(), "{x}: {arguments:?}");
    inert_on_a_terminal(x, &err);
    no_command(x, &err);
    out
}

#[track_caller]
fn inert_on_a_terminal(x: &str, text: &str) {
    let found = text.find(|c: char| (control(c) || bidi(c) || c == '\t' || c == '\r') && c != '\n');
    assert_eq!(
        found.and_then(|at| text.get(at..)).map(|t| t.chars().take(9).collect::<String>()),
        None,
        "{x}"
    );
}

/// No line is a command to the runner of GitHub, which passes over blanks before it.
#[track_caller]
fn no_command(x: &str, text: &str) {
    let command = text.lines().find(|l| l.trim_start().starts_with("::"));
    assert_eq!(command, None, "{x}: {text}");
    assert!(!text.contains("##["), "{x}: {text}");
}

fn hostile() -> impl Iterator<Item = &'static str> {
    HOSTILE.iter().chain(FOR_PROGRAMS).copied()
}

#[test]
fn hostile_text_drives_no_terminal_and_no_workflow() {
    let check =
        |x: &str, format: &str| printed(x, &["check", "m.tm", "--fail-on", "low", "--format", format]);
    let calm = check("Calm words", "github").lines().count();
    for x in hostile() {
        let mut all = vec![printed(x, &["status", "m.tm"]), check(x, "text")];
        if x.contains(|c| control(c) || bidi(c)) || x.contains("::") {
            all.push(printed(x, &["diff", "calm.tm", "m.tm"]));
            let words = ["own-threat", "own-threat@w", "own_kind", "own_word", "a", "c"];
            all.extend(words.map(|word| printed(x, &["explain", word, "m.tm"])));
        }
        for text in all {
            inert_on_a_terminal(x, &text);
            no_command(x, &text);
        }
        let github = check(x, "github");
        inert_on_a_terminal(x, &github);
        // As many commands as with calm words, each at our file, and no line that is none.
        assert_eq!(github.lines().count(), calm, "{x}: {github}");
        for line in github.lines() {
            let ours = ["::error file=m.tm", "::warning file=m.tm", "::notice file=m.tm"];
            assert!(ours.iter().any(|o| line.starts_with(o)), "{x}: {line}");
        }
        let json: serde_json::Value = serde_json::from_str(&check(x, "json")).unwrap();
        assert!(json["models"][0]["gate"]["threats"].as_array().unwrap().len() > 3, "{x}");
    }
}

/// Every text that a reader of SARIF shows.
fn texts<'v>(value: &'v serde_json::Value, out: &mut Vec<&'v str>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match value.as_str() {
                    Some(text) if key == "text" => out.push(text),
                    // The text that a fix writes into the file is none of these.
                    _ if key == "insertedContent" => {}
                    _ => texts(value, out),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| texts(v, out)),
        _ => {}
    }
}

#[test]
fn hostile_text_is_no_link_and_no_placeholder_in_sarif() {
    for x in hostile() {
        let log: serde_json::Value =
            serde_json::from_str(&printed(x, &["check", "m.tm", "--format", "sarif"])).unwrap();
        let mut all = Vec::new();
        texts(&log["runs"][0], &mut all);
        assert!(all.len() > 20, "{x}");
        for text in all {
            let left = text.replace("\\\\", "").replace("\\[", "").replace("\\]", "");
            assert!(!left.contains(['[', ']', '\\']), "{x}: a link in {text}");
            let left = text.replace("{{", "").replace("}}", "");
            assert!(!left.contains(['{', '}']), "{x}: a placeholder in {text}");
        }
    }
}

#[test]
fn hostile_text_is_inert_in_the_comment_of_a_difference() {
    let diff = |x: &str| printed(x, &["diff", "calm.tm", "m.tm", "--format", "md"]);
    let other = diff("Other words");
    assert!(other.contains("Other words"), "{other}");
    for x in hostile() {
        // What is escaped is no part of a link.
        let md = diff(x).replace("\\\\", "").replace("\\]", "");
        for tag in ["<script", "<style", "<img", "<svg", "<!--", "](javascript:", "](http", "{{", "{%"] {
            assert_eq!(md.matches(tag).count(), other.matches(tag).count(), "{x}: {tag} in {md}");
        }
        assert!(!md.lines().any(|l| l.starts_with("::")), "{x}: {md}");
    }
}

#[test]
fn pictures_are_found_whatever_the_file_is_called() {
    let dir = tempfile::tempdir().unwrap();
    let stem = "x%y#z? (1) [a]&lt;";
    fs::write(dir.path().join(format!("{stem}.tm")), model("Calm words")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["build", &format!("{stem}.tm"), "-o", "out", "--format", "md,svg,png"])
        .args(["--today", "2026-10-01"])
        .current_dir(dir.path())
        .status()
        .unwrap();
    assert!(run.success());
    let md = fs::read_to_string(dir.path().join(format!("out/{stem}.md"))).unwrap();
    let link = "x%25y%23z%3F%20%281%29%20%5Ba%5D%26lt%3B";
    assert!(md.contains(&format!("[![Calm words](./{link}.png)](./{link}.svg)")), "{md}");
}

/// What an editor shows is Markdown or plain text: neither loads anything, leads anywhere it may not, nor turns its
/// writing.
#[cfg(feature = "lsp")]
#[test]
fn hostile_text_is_inert_in_an_editor() {
    use std::path::Path;
    use std::sync::Arc;
    use trustline::ide::complete::{Wishes, complete};
    use trustline::ide::{At, Snapshot, hints, hover, lenses, threats};
    use trustline::model::{Entry, read, resolve};
    use trustline::project::Draft;
    use trustline::source::Memory;
    use trustline::syntax::tree::Date;

    let told = |x: &str| -> (Vec<String>, Vec<String>) {
        let files = Memory::new([("main.tm", x)]);
        let draft = Arc::new(Draft::new(read(&files, Entry::File(Path::new("main.tm")), None), resolve));
        let mut analysis = draft.analyse(Date::new(2026, 10, 1).unwrap());
        let diagnostics = draft.with(&mut analysis, &[]);
        let s = Snapshot::new(draft, &[]).analysed(Arc::new(analysis), diagnostics);
        let file = FileId(0);
        let end = s.source(file).unwrap().text.len();
        let (mut marked, mut plain) = (Vec::new(), Vec::new());
        let mut places: Vec<usize> = s.index().occurrences.iter().map(|o| o.span.range().start).collect();
        places.sort_unstable();
        places.dedup();
        for offset in places {
            marked.extend(hover::hover(&s, At { file, offset }).map(|h| h.text));
        }
        assert!(marked.len() > 100, "{x}");
        let text = &s.source(file).unwrap().text;
        for offset in [end, text.find("w -> out").unwrap() + 5] {
            let at = At { file, offset };
            for item in complete(&s, at, Wishes { snippets: true }, &[]) {
                marked.push(item.about);
            }
        }
        plain.extend(lenses::lenses(&s, file, true).into_iter().map(|l| l.text));
        for hint in hints::hints(&s, file, 0..end) {
            plain.push(hint.text);
            marked.push(hint.about);
        }
        let ids: Vec<String> = s.analysis.as_ref().unwrap().threats.iter().map(|t| t.id.clone()).collect();
        marked.extend(threats::told(&s, &ids).into_iter().map(|t| t.about));
        (plain, marked)
    };
    // Of words and kinds of one's own an editor takes `about` for Markdown as well.
    let written =
        |x: &str| model_of(x, "Calm words").replace(&format!("about: \"{x}\""), "about: \"Calm words\"");
    let (calm_plain, calm) = told(&written("Calm words"));
    assert!(calm_plain.len() > 8, "{calm_plain:?}");
    for x in hostile() {
        let (plain, marked) = told(&written(x));
        assert_eq!(marked.len(), calm.len(), "{x}");
        assert_eq!(plain, calm_plain, "lenses and hints name parts, and say no text of theirs: {x}");
        for (text, calm) in marked.iter().zip(&calm) {
            assert!(!text.contains(|c| bidi(c) || control(c)), "{x}: {text:?}");
            assert_eq!(built_of(text), built_of(calm), "{x}: {text}");
        }
        for text in told(&model(x)).1 {
            assert!(!text.contains(|c| bidi(c) || control(c)), "{x}: {text:?}");
            let foreign = built_of(&text).into_iter().find(|part| part.starts_with('<') || part == "image");
            assert_eq!(foreign, None, "{x}: {text}");
        }
    }
}

/// A line of a model that a message shows is no command either, and what is pointed at stands where it is.
#[test]
fn a_line_that_is_shown_is_no_command() {
    let dir = tempfile::tempdir().unwrap();
    let line = "web_app desk \"Desk ##[add-mask]x\u{9b}\" { fooo: \"##[debug]hey\" }";
    fs::write(dir.path().join("m.tm"), format!("model \"M\" {{ catalog: 2026.1 }}\n{line}\n")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["check", "m.tm"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let err = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{err}");
    no_command("a line", &err);
    inert_on_a_terminal("a line", &err);
    let shown = err.lines().find(|l| l.contains("fooo:")).unwrap();
    let below = err.lines().find(|l| l.contains("^^^^")).unwrap();
    let column = |line: &str, what: &str| line[..line.find(what).unwrap()].chars().count();
    assert_eq!(column(shown, "fooo"), column(below, "^"), "{err}");
}
