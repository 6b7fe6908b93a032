//! The grammar for editors, `editors/tree-sitter-trustline`: that it reads what the compiler reads,
//! that its parser is made from it, and that its queries name what there is.
//!
//! `TRUSTLINE_BLESS=1` makes the parser anew, for which Node.js is needed, and writes what comes
//! out of the cases in `test/corpus` and of `test/highlight`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use soup::soup;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tree_sitter::{InputEdit, Node, Parser, Point, Query, QueryCursor, StreamingIterator, Tree};
use trustline::source::FileId;
use trustline::syntax::parse;
use trustline::syntax::tree::{Shape, Statement};

#[path = "support/soup.rs"]
mod soup;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn home() -> PathBuf {
    root().join("editors/tree-sitter-trustline")
}

fn bless() -> bool {
    std::env::var_os("TRUSTLINE_BLESS").is_some()
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_trustline::LANGUAGE.into()).unwrap();
    parser
}

fn read(text: &str) -> Tree {
    parser().parse(text, None).unwrap()
}

/// All files of an ending in a folder and those in it.
fn files(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, out);
        } else if path.extension().is_some_and(|e| e == ending) {
            out.push(path);
        }
    }
}

/// Every model of the repository that is text, with its name.
fn models() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    for folder in ["examples", "src", "tests"] {
        files(&root().join(folder), "tm", &mut paths);
    }
    let texts = paths.into_iter().filter_map(|p| {
        let text = fs::read_to_string(&p).ok()?;
        Some((p.strip_prefix(root()).unwrap().display().to_string(), text))
    });
    texts.collect()
}

/// A statement as both grammars tell it: how deep it stands, its shape, where it begins and ends.
type Line = (usize, &'static str, usize, usize);

const SHAPES: &[&str] =
    &["property", "flow", "declaration", "response", "titled", "dated", "call", "condition", "broken"];

fn compiler(all: &[Statement], depth: usize, out: &mut Vec<Line>) {
    for s in all {
        let shape = match s.shape {
            Shape::Property(_) => "property",
            Shape::Flow(_) => "flow",
            Shape::Declaration(_) => "declaration",
            Shape::Response(_) => "response",
            Shape::Titled(_) => "titled",
            Shape::Dated(_) => "dated",
            Shape::Call(_) => "call",
            Shape::Broken(_) => "broken",
        };
        out.push((depth, shape, s.span.start as usize, s.span.end as usize));
        compiler(s.block().map_or(&[], |b| &b.statements), depth + 1, out);
    }
}

fn editor(node: Node<'_>, depth: usize, out: &mut Vec<Line>) {
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        if let Some(shape) = SHAPES.iter().find(|s| **s == child.kind()) {
            let shape = if *shape == "condition" { "property" } else { shape };
            out.push((depth, shape, child.start_byte(), child.end_byte()));
            if let Some(block) = child.child_by_field_name("block") {
                editor(block, depth + 1, out);
            }
        }
    }
}

fn lines(text: &str, tree: &Tree) -> (Vec<Line>, Vec<Line>) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    compiler(&parse(FileId(0), text).tree.statements, 0, &mut ours);
    editor(tree.root_node(), 0, &mut theirs);
    (ours, theirs)
}

/// What does not fit, anywhere in a tree.
fn slips<'t>(node: Node<'t>, out: &mut Vec<Node<'t>>) {
    let kinds = ["junk", "incomplete", "unclosed", "stray", "broken"];
    if node.is_error() || node.is_missing() || kinds.contains(&node.kind()) {
        out.push(node);
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        slips(child, out);
    }
}

#[test]
fn what_the_compiler_reads_without_a_word_is_read_the_same() {
    let mut seen = 0;
    for (name, text) in models() {
        if !parse(FileId(0), &text).diagnostics.is_empty() {
            continue;
        }
        seen += 1;
        let tree = read(&text);
        let mut wrong = Vec::new();
        slips(tree.root_node(), &mut wrong);
        assert!(wrong.is_empty(), "{name}: {}", tree.root_node().to_sexp());
        let (ours, theirs) = lines(&text, &tree);
        assert_eq!(ours, theirs, "{name}");
    }
    assert!(seen > 800, "only {seen} models were read");
}

/// In a text with a slip, of the statements that the compiler reads without a fault nearly all are
/// found at their place, and nothing that has a slip goes without one here.
#[test]
fn a_slip_stays_where_it_is() {
    let (mut files, mut whole, mut found) = (0, 0, 0);
    let mut lost = String::new();
    for (name, text) in models() {
        let parsed = parse(FileId(0), &text);
        if parsed.diagnostics.is_empty() {
            continue;
        }
        files += 1;
        let tree = read(&text);
        let (mut good, mut theirs) = (Vec::new(), Vec::new());
        faultless(&parsed.tree.statements, &mut good);
        anywhere(tree.root_node(), &mut theirs);
        whole += good.len();
        for line in good {
            if theirs.contains(&line) {
                found += 1;
            } else {
                let _ = writeln!(lost, "{name}:{} {}", line.1, text[line.1..].lines().next().unwrap_or(""));
            }
        }
    }
    assert!(files > 50, "only {files} models have a slip");
    assert!(
        found * 100 >= whole * 97,
        "{found} of {whole} statements in {files} models were found; lost:\n{lost}"
    );
}

fn faultless(all: &[Statement], out: &mut Vec<(&'static str, usize)>) {
    for s in all {
        if !s.faulty {
            let mut one = Vec::new();
            compiler(std::slice::from_ref(s), 0, &mut one);
            out.push((one[0].1, one[0].2));
        }
        faultless(s.block().map_or(&[], |b| &b.statements), out);
    }
}

fn anywhere(node: Node<'_>, out: &mut Vec<(&'static str, usize)>) {
    if let Some(shape) = SHAPES.iter().find(|s| **s == node.kind()) {
        out.push((if *shape == "condition" { "property" } else { shape }, node.start_byte()));
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        anywhere(child, out);
    }
}

fn point(text: &str, at: usize) -> Point {
    let before = &text[..at];
    let row = before.matches('\n').count();
    Point::new(row, at - before.rfind('\n').map_or(0, |n| n + 1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Any text is read to its end; what the compiler reads without a word, the same.
    #[test]
    fn any_text_is_read(text in soup()) {
        let tree = read(&text);
        prop_assert_eq!(tree.root_node().end_byte(), text.len());
        if parse(FileId(0), &text).diagnostics.is_empty() {
            let (ours, theirs) = lines(&text, &tree);
            prop_assert_eq!(ours, theirs, "in {:?}", text);
        }
    }

    /// What is read again after an edit is what would have been read from nothing.
    #[test]
    fn an_edit_is_read_as_the_whole_text_is(at in 0.0..1.0, cut in 0usize..30, put in soup()) {
        let old = include_str!("../examples/rag-public.tm");
        let floor = |mut n: usize| { while !old.is_char_boundary(n) { n -= 1 } n };
        let start = floor((at * old.len() as f64) as usize);
        let end = floor((start + cut).min(old.len())).max(start);
        let put: String = put.chars().take(40).collect();
        let new = format!("{}{put}{}", &old[..start], &old[end..]);
        let mut parser = parser();
        let mut tree = parser.parse(old, None).unwrap();
        tree.edit(&InputEdit {
            start_byte: start,
            old_end_byte: end,
            new_end_byte: start + put.len(),
            start_position: point(old, start),
            old_end_position: point(old, end),
            new_end_position: point(&new, start + put.len()),
        });
        let again = parser.parse(&new, Some(&tree)).unwrap();
        let fresh = parser.parse(&new, None).unwrap();
        if !fresh.root_node().has_error() {
            prop_assert_eq!(again.root_node().to_sexp(), fresh.root_node().to_sexp(), "{:?} at {}", put, start);
        }
    }
}

#[test]
fn the_parser_is_made_from_its_grammar() {
    let made = tempfile::tempdir().unwrap();
    let src = home().join("src");
    let into = if bless() { src.clone() } else { made.path().to_path_buf() };
    let mut said = Vec::new();
    tree_sitter_generate::generate_parser_in_directory(
        home(),
        Some(into.clone()),
        Some(home().join("grammar.js")),
        14,
        None,
        Some("node"),
        true,
        tree_sitter_generate::OptLevel::default(),
        &mut said,
    )
    .unwrap();
    for name in ["parser.c", "grammar.json", "node-types.json", "tree_sitter/parser.h"] {
        let same = fs::read(into.join(name)).unwrap() == fs::read(src.join(name)).unwrap_or_default();
        assert!(same, "src/{name} is older than grammar.js: TRUSTLINE_BLESS=1 makes it anew");
    }
}

/// A tree as `tree-sitter test` writes it: a node a line.
fn shown(node: Node<'_>, field: Option<&str>, depth: usize, out: &mut String) {
    let field = field.map_or(String::new(), |f| format!("{f}: "));
    let kind = if node.is_missing() { format!("MISSING {}", node.kind()) } else { node.kind().to_owned() };
    let _ = write!(out, "{}{field}({kind}", "  ".repeat(depth));
    let mut cursor = node.walk();
    for (n, child) in node.children(&mut cursor).enumerate() {
        if child.is_named() || child.is_missing() {
            out.push('\n');
            shown(child, node.field_name_for_child(n as u32), depth + 1, out);
        }
    }
    out.push(')');
}

/// The cases of a corpus file: name, text, tree.
fn cases(corpus: &str) -> Vec<(&str, &str, &str)> {
    let bar = "=".repeat(18);
    let parts: Vec<&str> = corpus.split(&format!("{bar}\n")).skip(1).collect();
    let cases = parts.chunks(2).map(|pair| {
        let (text, tree) = pair[1].split_once("\n---\n").expect("a case has its tree behind ---");
        (pair[0].trim(), text, tree.trim())
    });
    cases.collect()
}

#[test]
fn the_cases_give_their_trees() {
    let mut paths = Vec::new();
    files(&home().join("test/corpus"), "txt", &mut paths);
    assert!(paths.len() >= 4);
    let bar = "=".repeat(18);
    for path in paths {
        let corpus = fs::read_to_string(&path).unwrap();
        let mut out = String::new();
        for (name, text, _) in cases(&corpus) {
            let mut tree = String::new();
            shown(read(text).root_node(), None, 0, &mut tree);
            let _ = write!(out, "{bar}\n{name}\n{bar}\n{text}\n---\n\n{tree}\n\n");
        }
        let out = format!("{}\n", out.trim_end());
        if bless() {
            fs::write(&path, &out).unwrap();
        }
        assert!(fs::read_to_string(&path).unwrap() == out, "{}:\n{out}", path.display());
    }
}

fn query(name: &str) -> Query {
    let text = fs::read_to_string(home().join("queries").join(name)).unwrap();
    Query::new(&tree_sitter_trustline::LANGUAGE.into(), &text).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// What a query finds in a text: place, capture, what stands there.
fn captures(query: &Query, text: &str) -> Vec<(usize, usize, String)> {
    let tree = read(text);
    let mut cursor = QueryCursor::new();
    let mut found = cursor.captures(query, tree.root_node(), text.as_bytes());
    let mut out = Vec::new();
    while let Some((found, n)) = found.next() {
        let capture = found.captures()[*n];
        let name = query.capture_names()[capture.index as usize];
        out.push((capture.node.start_byte(), capture.node.end_byte(), name.to_owned()));
    }
    out
}

#[test]
fn each_query_finds_what_it_is_for() {
    let text = fs::read_to_string(root().join("tests/syntax/good/design-model.tm")).unwrap();
    let catalog = fs::read_to_string(root().join("tests/syntax/good/design-catalog.tm")).unwrap();
    let sample = fs::read_to_string(home().join("test/highlight/sample.tm")).unwrap();
    for name in ["highlights", "folds", "indents", "locals", "tags", "injections"] {
        let query = query(&format!("{name}.scm"));
        let mut found: Vec<String> =
            [&text, &catalog, &sample].iter().flat_map(|t| captures(&query, t)).map(|c| c.2).collect();
        found.sort();
        found.dedup();
        for wanted in query.capture_names() {
            assert!(found.iter().any(|f| f == wanted), "{name}.scm never finds {wanted}");
        }
    }
}

#[test]
fn the_queries_of_other_editors_name_what_there_is() {
    let mut paths = Vec::new();
    for folder in ["editors/helix", "editors/zed"] {
        files(&root().join(folder), "scm", &mut paths);
    }
    assert!(paths.len() >= 9, "{paths:?}");
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let query = Query::new(&tree_sitter_trustline::LANGUAGE.into(), &text);
        assert!(query.is_ok_and(|q| q.pattern_count() > 0), "{}", path.display());
    }
}

/// The colours of a text, a token a line: the last pattern that finds a token wins, as in editors.
#[test]
fn colours_are_as_they_were_seen() {
    let text = fs::read_to_string(home().join("test/highlight/sample.tm")).unwrap();
    let mut colours = vec![""; text.len()];
    let query = query("highlights.scm");
    let mut found = captures(&query, &text);
    // Outer ones first, so that inner ones win.
    found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    for (start, end, name) in found.iter().filter(|f| !f.2.starts_with('_')) {
        colours[*start..*end].fill(name);
    }
    let mut out = String::new();
    for (n, line) in text.lines().enumerate() {
        let from = line.as_ptr() as usize - text.as_ptr() as usize;
        let _ = writeln!(out, "{line}");
        let mut at = 0;
        while at < line.len() {
            let colour = colours[from + at];
            let same = colours[from + at..from + line.len()].iter().take_while(|c| **c == colour).count();
            let piece = line.get(at..at + same).unwrap_or("?").trim();
            if !colour.is_empty() && !piece.is_empty() {
                let _ = writeln!(out, "    {}:{} {colour} {piece}", n + 1, at + 1);
            }
            at += same;
        }
    }
    let beside = home().join("test/highlight/sample.txt");
    if bless() {
        fs::write(&beside, &out).unwrap();
    }
    assert!(fs::read_to_string(&beside).unwrap_or_default() == out, "not the colours of sample.txt:\n{out}");
}
