//! Text to tree: cases in `tests/syntax`, and properties that hold for any text.
//!
//! `good/*.tm` are read without a word, and give the tree in the `.txt` beside them. `bad/*.tm`
//! give the diagnostics and the tree beside them. `TRUSTLINE_BLESS=1` writes what comes out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use soup::{deep_soup, soup};
use std::fmt::Write;
use std::path::Path;
use trustline::diagnostic::Diagnostic;
use trustline::model::words;
use trustline::source::{FileId, SourceFile, Span};
use trustline::syntax::{Parsed, parse, tree::*};

#[path = "syntax/again.rs"]
mod again;
#[path = "support/soup.rs"]
mod soup;

fn read(text: &str) -> Parsed {
    parse(FileId(0), text)
}

fn said(text: &str, diagnostics: &[Diagnostic]) -> String {
    let file = SourceFile::new("case.tm", text);
    let mut out = String::new();
    for d in diagnostics {
        let place = d.primary.as_ref().map(|l| file.position(l.span.start));
        let place = place.map_or(String::from("-"), |p| format!("{}:{}", p.line, p.column));
        let _ = writeln!(out, "{:?} {place} {}", d.code, d.message);
        for l in &d.labels {
            let p = file.position(l.span.start);
            let _ = writeln!(out, "  at {}:{} {}", p.line, p.column, l.text);
        }
        for h in &d.help {
            let _ = writeln!(out, "  help {h}");
        }
        if let Some(f) = &d.fix {
            let _ = writeln!(out, "  fix {}", f.message);
            for e in &f.edits {
                let was = text.get(e.span.range()).unwrap_or("?");
                let _ = writeln!(out, "    {was:?} -> {:?}", e.text);
            }
        }
    }
    out
}

fn cases(folder: &str, show: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax").join(folder);
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in names.into_iter().filter(|p| p.extension().is_some_and(|e| e == "tm")) {
        seen += 1;
        let shown = show(&std::fs::read_to_string(&path).unwrap());
        let beside = path.with_extension("txt");
        if bless {
            std::fs::write(&beside, &shown).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != shown {
            wrong.push(format!("{}:\n{shown}", path.display()));
        }
    }
    assert!(seen > 0, "no cases in {}", folder.display());
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn good_models_are_read_without_a_word() {
    cases("good", |text| {
        let parsed = read(text);
        assert_eq!(said(text, &parsed.diagnostics), "", "in {text}");
        parsed.tree.dump(text)
    });
}

#[test]
fn one_mistake_is_one_error_and_the_rest_is_read() {
    cases("bad", |text| {
        let parsed = read(text);
        assert!(!parsed.diagnostics.is_empty(), "nothing was said about {text}");
        format!("{}\n{}", said(text, &parsed.diagnostics), parsed.tree.dump(text))
    });
}

const MODEL: &str = include_str!("syntax/good/design-model.tm");
const CATALOG: &str = include_str!("syntax/good/design-catalog.tm");

/// A long text is read piece by piece: that changes nothing, be its statements whole or spoiled.
#[test]
fn a_long_text_is_read_as_its_parts_are() {
    let short = "llm a \"A\"\n\n// a comment\nboundary b {\n  llm c\n}\na -> c\nb ->\nx: [1,\n  2]\ny:\n\"z\"\nwhen: a\nand b or\nc\n- d\nf\n";
    let one = read(short);
    let times = 2_000;
    let long = short.repeat(times);
    let all = read(&long);
    assert_eq!(all.tree.statements.len(), times * one.tree.statements.len());
    let lines = |p: &Parsed, text: &str| p.tree.form(text);
    assert_eq!(lines(&all, &long), lines(&one, short).repeat(times));
    let places = one.diagnostics.iter().filter_map(|d| d.primary.as_ref()).map(|l| l.span.start);
    let places: Vec<usize> = places.map(|p| p as usize).collect();
    assert!(!places.is_empty());
    let mut expected = (0..times).flat_map(|i| places.iter().map(move |p| i * short.len() + p));
    for d in all.diagnostics.iter().take(places.len() * 10) {
        assert_eq!(d.primary.as_ref().map(|l| l.span.start as usize), expected.next());
    }
}

/// Where a comment may stand: between any two characters that are not both part of one token.
fn gaps(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        out.push(at);
        let rest = &text[at..];
        let word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':');
        at += if rest.starts_with("\"\"\"") {
            3 + rest.match_indices("\"\"\"").nth(1).unwrap().0
        } else if rest.starts_with('"') {
            1 + rest.match_indices('"').nth(1).unwrap().0
        } else if rest.starts_with("//") {
            // What stands at its end would be part of it.
            rest.find('\n').unwrap() + 1
        } else if rest.starts_with("->") {
            2
        } else if word(bytes[at]) {
            // A colon parts a key from its value, but is part of a reference.
            let n = rest.bytes().position(|b| !word(b)).unwrap();
            if rest[..n].ends_with(':') && n > 1 { n - 1 } else { n }
        } else if bytes[at].is_ascii_whitespace() {
            rest.bytes().position(|b| !b.is_ascii_whitespace()).unwrap_or(rest.len())
        } else {
            1
        };
    }
    out.push(text.len());
    out
}

#[test]
fn a_comment_in_any_gap_is_kept_and_changes_nothing() {
    for text in [MODEL, CATALOG] {
        let plain = read(text);
        let shape = |t: &str, p: &Parsed| {
            p.tree.dump(t).lines().filter(|l| !l.starts_with("comment")).collect::<Vec<_>>().join("\n")
        };
        let wanted = shape(text, &plain);
        let gaps = gaps(text);
        assert!(gaps.len() > 100);
        for at in gaps {
            let with = format!("{}/* gap */{}", &text[..at], &text[at..]);
            let parsed = read(&with);
            assert_eq!(parsed.tree.comments.len(), plain.tree.comments.len() + 1, "at {at} of {with}");
            assert!(parsed.tree.comments.iter().any(|c| &with[c.span.range()] == "/* gap */"), "at {at}");
            assert_eq!(said(&with, &parsed.diagnostics), "", "at {at}: {}", &text[..at]);
            assert_eq!(shape(&with, &parsed), wanted, "at {at}");
        }
    }
}

/// What holds for the tree of any text: spans lie in it, on characters, children within parents
/// and behind one another; a word is what stands in its place; nothing is deeper than the limit.
fn sound(text: &str, parsed: &Parsed) {
    let whole = Span::new(FileId(0), 0, text.len());
    within(text, whole, whole);
    statements(text, whole, &parsed.tree.statements, 0);
    let mut at = 0;
    for c in &parsed.tree.comments {
        assert!(c.span.start >= at, "comments out of order in {text:?}");
        within(text, c.span, whole);
        at = c.span.end;
    }
    let mut at = 0;
    for d in &parsed.diagnostics {
        let place = d.primary.as_ref().expect("a place").span;
        assert!(place.start >= at, "diagnostics out of order in {text:?}");
        at = place.start;
        within(text, place, whole);
        for l in &d.labels {
            within(text, l.span, whole);
        }
        for e in d.fix.iter().flat_map(|f| &f.edits) {
            within(text, e.span, whole);
        }
        assert!(!d.message.is_empty() && !d.message.ends_with('.'), "{}", d.message);
        assert!(d.help.iter().all(|h| h.ends_with('.')), "{:?}", d.help);
    }
    let clean = parsed.diagnostics.is_empty();
    assert!(!(clean && anywhere_faulty(&parsed.tree.statements)), "faulty without a word: {text:?}");
}

fn anywhere_faulty(all: &[Statement]) -> bool {
    all.iter().any(|s| s.faulty || s.block().is_some_and(|b| anywhere_faulty(&b.statements)))
}

fn within(text: &str, span: Span, parent: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
    assert!(
        span.start >= parent.start && span.end <= parent.end,
        "{span:?} is not within {parent:?} of {text:?}"
    );
}

fn statements(text: &str, parent: Span, all: &[Statement], depth: usize) {
    assert!(depth <= 64);
    let mut at = parent.start;
    for s in all {
        within(text, s.span, parent);
        assert!(s.span.start >= at, "statements overlap in {text:?}");
        at = s.span.end;
        match &s.shape {
            Shape::Property(p) => property(text, s.span, p, depth),
            Shape::Flow(f) => {
                chain(text, s.span, &f.chain);
                f.name.iter().for_each(|n| word(text, s.span, n));
                f.label.iter().for_each(|l| within(text, l.span, s.span));
            }
            Shape::Declaration(d) => {
                path(text, s.span, &d.word);
                word(text, s.span, &d.name);
                d.parents.iter().for_each(|p| path(text, s.span, p));
                d.label.iter().for_each(|l| within(text, l.span, s.span));
            }
            Shape::Response(r) => {
                word(text, s.span, &r.word);
                path(text, s.span, &r.name);
                within(text, r.target.span(), s.span);
            }
            Shape::Titled(t) => {
                word(text, s.span, &t.word);
                within(text, t.text.span, s.span);
            }
            Shape::Dated(d) => within(text, d.date_span, s.span),
            Shape::Call(c) => c.arguments.iter().for_each(|v| value(text, s.span, v, depth)),
            Shape::Broken(b) => {
                within(text, b.head, s.span);
                assert!(s.faulty, "broken but not faulty in {text:?}");
            }
        }
        if let Some(b) = s.block() {
            within(text, b.span, s.span);
            statements(text, b.span, &b.statements, depth + 1);
        }
    }
}

fn word(text: &str, parent: Span, w: &Word) {
    within(text, w.span, parent);
    let written = &text[w.span.range()];
    // Letters that names do not have are read as `_`, a dash as `-`, and `!` as `not`.
    // A name in quotes is read without them.
    let meant = !written.is_ascii()
        || matches!(w.text.as_str(), "and" | "or" | "not")
        || written.trim_matches('"') == w.text;
    assert!(written == w.text || meant, "{written:?} is not {:?} in {text:?}", w.text);
}

fn path(text: &str, parent: Span, p: &trustline::syntax::tree::Path) {
    within(text, p.span, parent);
    word(text, p.span, &p.name);
    p.alias.iter().for_each(|a| word(text, p.span, a));
}

fn chain(text: &str, parent: Span, c: &Chain) {
    within(text, c.span, parent);
    assert!(c.ends.len() >= 2 && c.arrows.len() + 1 == c.ends.len());
    c.ends.iter().for_each(|e| path(text, c.span, e));
}

fn property(text: &str, parent: Span, p: &Property, depth: usize) {
    word(text, parent, &p.name);
    value(text, parent, &p.value, depth);
}

fn value(text: &str, parent: Span, v: &Value, depth: usize) {
    assert!(depth <= 64);
    within(text, v.span, parent);
    match &v.kind {
        ValueKind::Word(p) | ValueKind::Any(p) => path(text, v.span, p),
        ValueKind::Chain(c) => chain(text, v.span, c),
        ValueKind::List(items) => items.iter().for_each(|i| value(text, v.span, i, depth + 1)),
        ValueKind::Map(pairs) => pairs.iter().for_each(|p| property(text, v.span, p, depth + 1)),
        ValueKind::Expression(e) => expression(text, v.span, e, depth),
        _ => {}
    }
}

fn expression(text: &str, parent: Span, e: &Expression, depth: usize) {
    assert!(depth <= 65);
    within(text, e.span, parent);
    match &e.kind {
        ExpressionKind::Or(parts) | ExpressionKind::And(parts) => {
            assert!(parts.len() > 1);
            parts.iter().for_each(|p| expression(text, e.span, p, depth));
        }
        ExpressionKind::Not(inner) => expression(text, e.span, inner, depth + 1),
        ExpressionKind::Is(x, kind) => [x, kind].into_iter().for_each(|p| path(text, e.span, p)),
        _ => {}
    }
}

#[test]
fn every_prefix_and_every_suffix_is_read() {
    for text in [MODEL, CATALOG] {
        for (n, (at, _)) in text.char_indices().enumerate() {
            sound(&text[..at], &read(&text[..at]));
            if n % 7 == 0 {
                sound(&text[at..], &read(&text[at..]));
            }
        }
    }
}

#[test]
fn any_one_character_may_be_lost_doubled_or_wrong() {
    for text in [MODEL, CATALOG] {
        for (at, c) in text.char_indices().step_by(3) {
            let past = at + c.len_utf8();
            let mut loss = 0;
            for edit in [
                format!("{}{}", &text[..at], &text[past..]),
                format!("{}{c}{}", &text[..past], &text[past..]),
            ] {
                let parsed = read(&edit);
                sound(&edit, &parsed);
                loss = loss.max(parsed.diagnostics.len());
            }
            assert!(
                loss <= 4,
                "{loss} errors by one edit at {at}: {}",
                &text[at..].lines().next().unwrap_or("")
            );
        }
    }
}

#[test]
fn hostile_text_is_read() {
    let deep = |open: &str, close: &str, n: usize| format!("{}x{}", open.repeat(n), close.repeat(n));
    let n = 10_000;
    let mut families: Vec<String> = Vec::new();
    for depth in [15, 60, 64, 65, n] {
        families.push(deep("boundary a {\n", "\n}", depth));
        families.push(deep("boundary a {", "} junk", depth));
        families.push(deep("x: {", "} junk", depth));
        families.push(deep("x: { a b, y: { ", " } } junk {", depth / 2));
        families.push(format!("x: {}", deep("[", "]", depth)));
        families.push(format!("x: {}", deep("[", "] y", depth)));
        families.push(format!("x: {}", deep("[a b, ", "] y, z: ", depth)));
        families.push(format!("x: {}", deep("[{a: ", "}]", depth / 2)));
        families.push(format!("use x{}", deep("(", ")", depth)));
        families.push(format!("when: {}", deep("(", ")", depth)));
        families.push(format!("when: {}", deep("(", ") y", depth)));
        families.push(format!("when: {}", deep("(a and ", " or)", depth)));
        families.push(format!("when: {}x", "not ".repeat(depth)));
        families.push(format!("when: {}", deep("(not ", ")", depth)));
        families.push(deep("((", ")", depth / 2));
        families.push(deep("[(", "))", depth / 2));
    }
    let units = [
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "\"",
        "\"\"\"",
        "\"\"\" x\n",
        "x: \"\"\"\n",
        "x \"\"\"\n",
        "\\\"",
        "'",
        "' ",
        "`",
        "“",
        "“ \"",
        "\"a” \\",
        "/*",
        "/* ",
        "*/",
        "//",
        "/",
        ":",
        "://",
        "a://",
        ": ",
        "a:",
        "a: ",
        "a: b ",
        "a: b, ",
        ",",
        ";",
        "\n",
        "\n\n{",
        "->",
        "a -> ",
        "-> a ",
        "<-",
        "b <- ",
        "-",
        "=",
        "a =",
        "a = b\n",
        "!",
        "&&",
        "when: a &&",
        "when: ",
        "when: a and\n",
        "\nand ",
        "not ",
        "a ",
        "a.",
        "a.b.",
        "1",
        "1.",
        "2027-",
        "é",
        "\u{a0}",
        "\u{200b}",
        "🙂",
        "\0",
        "\r",
        "# ",
        "#\n",
        "any ",
        "every ",
        "x on ",
        "a b c {",
        "a b {\n",
        "a b {\n  c d\n",
        "}\n  }",
        "a b\n c\n}\n",
        "a {b\n",
        "a\n  a {b\n}\n",
        "x: [\n",
        "x: [a\n",
        "[{\n]",
        "x: a, b, [",
        "@",
        "*",
        "a b: c, ",
        "\t\\",
    ];
    for unit in units {
        families.push(unit.repeat(n));
        families.push(format!("boundary a \"A\" {{\n{}", unit.repeat(n)));
        families.push(format!("x: [{}", unit.repeat(n)));
        families.push(format!("\"{}", unit.repeat(n)));
    }
    for text in families {
        // Anything but linear time would not end here before the runner ends it.
        let parsed = read(&text);
        sound_quick(&text, &parsed);
    }
}

/// Heads without their `{` are given one, but never beyond the limit of nesting.
#[test]
fn forgotten_openers_stay_within_the_limit() {
    let nest = |real: usize, forgotten: usize| {
        let heads = |n: usize, from: usize, open: &str| -> String {
            (0..n).map(|i| format!("{}boundary b{open}\n", " ".repeat(from + i))).collect()
        };
        let ends = |n: usize, from: usize| -> String {
            (0..n).rev().map(|i| format!("{}}}\n", " ".repeat(from + i))).collect()
        };
        let last = " ".repeat(real + forgotten);
        let inner = format!("{}{last}llm x\n{}", heads(forgotten, real, ""), ends(forgotten, real));
        format!("{}{inner}{}", heads(real, 0, " {"), ends(real, 0))
    };
    for (real, forgotten) in [(0, 5), (5, 5), (10, 20)] {
        let text = nest(real, forgotten);
        let parsed = read(&text);
        sound(&text, &parsed);
        assert_eq!(
            parsed.diagnostics.len(),
            forgotten,
            "{real} {forgotten}: {}",
            said(&text, &parsed.diagnostics)
        );
        let depth = parsed.tree.dump(&text).lines().filter(|l| l.contains("declaration")).count();
        assert_eq!(depth, real + forgotten + 1);
    }
    for (real, forgotten) in [(0, 64), (0, 200), (32, 40), (60, 60), (63, 100), (64, 64)] {
        let text = nest(real, forgotten);
        let parsed = read(&text);
        sound(&text, &parsed);
        assert!(!parsed.diagnostics.is_empty());
    }
}

/// Texts of this size are not looked at whole in messages.
fn sound_quick(text: &str, parsed: &Parsed) {
    for d in &parsed.diagnostics {
        let place = d.primary.as_ref().expect("a place").span;
        assert!(text.get(place.range()).is_some());
        assert!(d.message.chars().count() < 300, "a long message: {}", d.message);
    }
    assert!(parsed.diagnostics.len() <= 1001);
}

#[test]
fn limits_are_one_error_each() {
    let long = "a -> b\n".repeat(340_000);
    let large = " ".repeat(16 * 1024 * 1024 + 1);
    let deep = "boundary a {".repeat(65);
    for (text, limit) in [(long, "million"), (large, "16 MB"), (deep, "64 deep")] {
        let parsed = read(&text);
        assert_eq!(parsed.diagnostics.len(), 1);
        let d = &parsed.diagnostics[0];
        assert_eq!(d.code.name(), "limit");
        assert!(d.message.contains(limit), "{}", d.message);
        assert!(parsed.tree.statements.is_empty());
    }
    let just = format!("{}x: y{}", "boundary a {\n".repeat(64), "}".repeat(64));
    assert!(read(&just).diagnostics.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_soup_of_tokens_is_read(text in soup()) {
        sound(&text, &read(&text));
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        sound(&text, &read(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    // The parser has no guard of the stack of its own: the scan bounds the nesting before.
    #[test]
    fn no_text_is_nested_beyond_the_limit(text in deep_soup()) {
        sound(&text, &read(&text));
    }
}

/// The slips know some words without the tables of the model: as many as those have.
#[test]
fn slips_know_the_words_of_the_model() {
    let says = |text: &str, what: &str| read(text).diagnostics.iter().any(|d| d.message.contains(what));
    let mut responses = 0;
    for w in words::WORDS {
        let response = w.form == words::Form::Response;
        let text = format!("{} one o\n", w.name);
        assert_eq!(says(&text, "the target stands behind `on`"), response, "{text}");
        responses += usize::from(response);
        for p in w.properties {
            let period = matches!(p.ty, words::Type::Every);
            let text = format!("{} one {{ {}: every user is asked }}\n", w.name, p.name);
            assert_eq!(says(&text, "a period has a number"), period, "{text}");
        }
    }
    assert!(responses > 0);
}
