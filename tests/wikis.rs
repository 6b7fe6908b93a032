//! Reports in the markups of wikis: what each makes of which block stands beside the case in `tests/wikis`, and hostile
//! text changes nothing of a page but its words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/hostile.rs"]
mod hostile;

use findings::Found;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use trustline::report::areas::Area;
use trustline::report::document::{self, Document, prose};
use trustline::report::tables::Tables;
use trustline::report::wikis::{Around, confluence, dokuwiki, folded, mediawiki};
use trustline::report::{Picture, collect};

/// The markups: the ending of their files, how they are written, and whether their pages fold.
type Write = fn(&Document, &Around) -> String;
const MARKUPS: [(&str, Write, bool); 3] = [
    ("mediawiki", mediawiki::render, true),
    ("dokuwiki", dokuwiki::render, false),
    ("confluence", confluence::render, true),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wikis")
}

fn write(document: &Document, markup: &str) -> String {
    let (_, write, folds) = MARKUPS.iter().find(|(name, ..)| *name == markup).unwrap();
    let around = Around::of([document]);
    if *folds { write(&folded(document), &around) } else { write(document, &around) }
}

/// The report of a model with a picture, in which two places lead somewhere.
fn report(text: &str) -> Document {
    let f = Found::of_text(text).expect_good("the model");
    let report = collect(&f.model, &f.analysis, &f.sources, &Tables);
    let area = |x: f64, parts: [&str; 2]| Area {
        x,
        y: 40.0,
        width: 120.0,
        height: 60.5,
        parts: parts.map(str::to_owned).into(),
        title: format!("{}: [{}] | <x>", report.model.title, parts[0]),
    };
    let areas = vec![
        area(30.0, ["visitor->chat", "v->w"]),
        area(200.0, ["chat", "w"]),
        area(400.0, ["nothing", "none"]),
    ];
    let picture = Picture {
        title: report.model.title.clone(),
        svg_file: "report.svg".into(),
        png_file: "report.png".into(),
        width: 1600.0,
        height: 400.0,
        pixels: 3200,
        areas,
        ..Picture::default()
    };
    document::write(&report, &[picture])
}

#[test]
fn each_markup_writes_what_stands_beside_the_case() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut cases = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let text = || fs::read_to_string(&path).unwrap();
        let document = match path.extension().and_then(|e| e.to_str()) {
            Some("md") => Document { title: "Prose".into(), blocks: prose::blocks(&text()) },
            Some("tm") => report(&text()),
            _ => continue,
        };
        for (markup, ..) in MARKUPS {
            let made = write(&document, markup);
            let expected = path.with_extension(markup);
            if bless {
                fs::write(&expected, &made).unwrap();
            }
            let wanted = fs::read_to_string(&expected).unwrap_or_default();
            assert!(made == wanted, "{} differs; TRUSTLINE_BLESS=1 writes it anew", expected.display());
            cases += 1;
        }
    }
    assert_eq!(cases, 9);
}

/// What is added to the texts that every format gets: what means something to a wiki.
const FOR_WIKIS: &[&str] = &[
    "~~~~ ~~NOTOC~~ ~~NOCACHE~~ __NOTOC__",
    "{{ subst:x }} {{ rss>http://evil.example}} {| |} |- -{ zh:x }-",
    "#REDIRECT [[Main Page]]",
    "[[Category:Owned]] [[File:x.png]] [[x|y]] [http://evil.example x]",
    "* star",
    "# number",
    "; term : definition",
    "---- rule",
    "== heading ==",
    "=",
    "> quotation",
    "  two blanks",
    "^ head ^ | cell | ::: | || !!",
    "''two'' '''three''' __under__ **stars** //slashes//",
    "'",
    "''",
    "<nowiki> </nowiki> {{ x }} </pre> </code> </file>",
    "%%",
    "% %",
    "a %% b </nowiki> [[c]] %%",
    "RFC 1234, PMID 12345, ISBN 978-3-16-148410-0",
    "http://evil.example www.evil.example mailto:a@evil.example",
    "((footnote)) (c) 640x480 8-) LOL",
    "\\\\\\\\ break",
    "]]> ]]]]> <![CDATA[ x ]]]",
    "&nbsp; &#123;&#123; &amp;lt;",
    "<ac:link/> <imagemap> </imagemap> <ref> <gallery>",
    "\u{7f}'\\\"`UNIQ--x-QINU`\\\"'\u{7f} \u{fffe} \u{ffff}",
    "{{",
    "]]",
    "[",
];

/// How often each of what a wiki would read stands in a page.
fn counted(text: &str, signs: &[&str]) -> BTreeMap<String, usize> {
    signs.iter().map(|s| ((*s).to_owned(), text.matches(s).count())).collect()
}

/// How many lines begin with each of some signs.
fn beginnings(text: &str, signs: &[&str]) -> BTreeMap<String, usize> {
    signs.iter().map(|s| ((*s).to_owned(), text.lines().filter(|l| l.starts_with(s)).count())).collect()
}

/// The names of all tags.
fn tags(text: &str) -> BTreeSet<String> {
    let name =
        |t: &str| t.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | ':')).collect();
    text.split('<').skip(1).map(name).collect()
}

/// A text without what stands between signs, as a reader takes it that goes from left to right.
fn without(text: &str, signs: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    let begins: Vec<char> = signs.iter().filter_map(|(open, _)| open.chars().next()).collect();
    while let Some(at) = rest.find(begins.as_slice()) {
        let Some((open, close)) = signs.iter().find(|(open, _)| rest[at..].starts_with(open)) else {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        };
        let behind = &rest[at + open.len()..];
        let Some((_, after)) = behind.split_once(close) else { panic!("{open} is not closed: {behind:.80}") };
        out.push_str(&rest[..at]);
        out.push('§');
        rest = after;
    }
    out + rest
}

fn hostile_texts() -> impl Iterator<Item = &'static &'static str> {
    hostile::HOSTILE.iter().chain(FOR_WIKIS)
}

fn page(x: &str, markup: &str) -> String {
    write(&report(&hostile::model(x)), markup)
}

/// A page without what image maps show for their places.
fn without_hints(page: &str) -> String {
    let bare = page.lines().map(|l| if l.starts_with("rect ") { l.split('|').next().unwrap() } else { l });
    bare.flat_map(|l| [l, "\n"]).collect()
}

#[test]
fn hostile_text_is_text_in_mediawiki() {
    let signs = [
        "{{",
        "}}",
        "{|",
        "|}",
        "[[",
        "]]",
        "~~~",
        "__",
        "-{",
        "[http",
        "<imagemap>",
        "</imagemap>",
        "!!",
        "||",
    ];
    let lines = ["|-", "| ", "! ", "{|", "|}", " ", "rect ", "#", ":", ";", "----"];
    let calm = page("Calm words", "mediawiki");
    assert!(calm.contains("<imagemap>\nFile:report.png|1100px|alt=Calm words\nrect "), "{calm:.2000}");
    for x in hostile_texts() {
        let made = page(x, "mediawiki");
        // What is shown for a place of a picture is text for that extension alone, which reads it up to a bracket.
        let read = without_hints(&made);
        assert_eq!(counted(&read, &signs), counted(&without_hints(&calm), &signs), "{x}");
        for hint in made.lines().filter(|l| l.starts_with("rect ")) {
            let (_, shown) = hint.split_once('|').unwrap();
            let shown = shown.strip_suffix("]]").unwrap();
            assert!(!shown.contains(['[', ']', '{', '}', '<', '>', '|', '~']), "{x}: {hint}");
        }
        let mut known = tags(&calm);
        // Markdown of an author's own.
        known.extend(
            [
                "code",
                "/code",
                "pre",
                "/pre",
                "ul",
                "/ul",
                "ol",
                "/ol",
                "li",
                "/li",
                "blockquote",
                "/blockquote",
                "s",
                "/s",
            ]
            .map(String::from),
        );
        assert!(tags(&made).is_subset(&known), "{x}: {:?}", tags(&made));
        if !["----", "* ", "# "].iter().any(|m| x.starts_with(m)) {
            assert_eq!(beginnings(&made, &lines), beginnings(&calm, &lines), "{x}");
        }
        for magic in ["RFC 1", "PMID 1", "ISBN 9", "http://evil", "UNIQ\u{7f}"] {
            assert!(!read.contains(magic), "{x}: {magic}");
        }
    }
}

#[test]
fn hostile_text_is_text_in_dokuwiki() {
    let bare = |text: &str| {
        let out: String = text.lines().filter(|l| !l.starts_with("==")).flat_map(|l| [l, "\n"]).collect();
        let signs = [
            ("<nowiki>", "</nowiki>"),
            ("%%", "%%"),
            ("[[", "]]"),
            ("{{", "}}"),
            ("<code>\n", "\n</code>"),
            ("<file>\n", "\n</file>"),
        ];
        without(&out, &signs)
    };
    let signs = ["[", "]", "{", "}", "((", "~~", "%%", "<", "^", "http", "www.", "(c)", "x4", "8-)", "LOL"];
    let calm = page("Calm words", "dokuwiki");
    let calm_bare = bare(&calm);
    let headings = |text: &str| text.lines().filter(|l| l.starts_with("==") && l.ends_with("==")).count();
    for x in hostile_texts() {
        let made = page(x, "dokuwiki");
        let there = bare(&made);
        assert_eq!(counted(&there, &signs), counted(&calm_bare, &signs), "{x}");
        assert_eq!(headings(&made), headings(&calm), "{x}");
        // Rows keep their cells.
        let rows = |bare: &str| -> Vec<usize> {
            bare.lines().filter(|l| l.starts_with("| ")).map(|l| l.matches('|').count()).collect()
        };
        assert_eq!(rows(&there), rows(&calm_bare), "{x}");
        assert!(!made.lines().any(|l| l.starts_with("  ") && !l.trim_start().starts_with(['*', '-'])), "{x}");
    }
}

/// A storage page as a tree, with its elements and macros checked against the lists.
fn storage<'a>(text: &str, holder: &'a mut String) -> roxmltree::Document<'a> {
    *holder = format!(
        "<root xmlns:ac=\"http://atlassian.com/content\" xmlns:ri=\"http://atlassian.com/resource/identifier\">{text}</root>"
    );
    let tree = roxmltree::Document::parse(holder).unwrap_or_else(|e| panic!("{e}: {text:.400}"));
    for node in tree.root_element().descendants().skip(1).filter(|n| n.is_element()) {
        let name = match node.tag_name().namespace() {
            Some(uri) if uri.ends_with("content") => format!("ac:{}", node.tag_name().name()),
            Some(_) => format!("ri:{}", node.tag_name().name()),
            None => node.tag_name().name().to_owned(),
        };
        assert!(confluence::ELEMENTS.contains(&name.as_str()), "{name}");
        if name == "ac:structured-macro" {
            let of = node.attribute(("http://atlassian.com/content", "name")).unwrap();
            assert!(confluence::MACROS.contains(&of), "{of}");
            let around = node.ancestors().skip(1);
            let expands =
                around.filter(|n| n.attribute(("http://atlassian.com/content", "name")) == Some("expand"));
            assert!(of != "expand" || expands.count() == 0, "an expand in an expand");
        }
        if name == "ac:parameter" {
            assert!(node.children().all(|c| c.is_text()), "a parameter is text");
        }
        for a in node.attributes() {
            assert!(
                matches!(
                    a.name(),
                    "name"
                        | "schema-version"
                        | "anchor"
                        | "filename"
                        | "content-title"
                        | "width"
                        | "alt"
                        | "href"
                        | "start"
                ),
                "{}",
                a.name()
            );
            assert!(
                a.name() != "href" || ["http", "mailto:"].iter().any(|s| a.value().starts_with(s)),
                "{}",
                a.value()
            );
        }
    }
    tree
}

/// Every storage page of this file's cases, by name.
fn storage_pages() -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = vec![("calm".into(), page("Calm words", "confluence"))];
    out.extend(hostile_texts().enumerate().map(|(n, x)| (format!("hostile-{n}"), page(x, "confluence"))));
    for name in ["small", "prose", "texts"] {
        out.push((name.into(), fs::read_to_string(folder().join(format!("{name}.confluence"))).unwrap()));
    }
    out
}

#[test]
fn storage_pages_hold_what_confluence_knows_and_hostile_text_adds_nothing() {
    let shape = |text: &str| -> Vec<String> {
        let mut holder = String::new();
        let tree = storage(text, &mut holder);
        // Authors' Markdown may become emphasis; what is not theirs may not.
        let ours = [
            "table",
            "tr",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "structured-macro",
            "link",
            "image",
            "parameter",
        ];
        let elements = tree.root_element().descendants().map(|n| n.tag_name().name());
        elements.filter(|n| ours.contains(n)).map(str::to_owned).collect()
    };
    let mut pages = storage_pages().into_iter();
    let calm = shape(&pages.next().unwrap().1);
    for (name, text) in pages {
        let made = shape(&text);
        assert!(text.contains("<p>"), "{name}");
        if name.starts_with("hostile") {
            // A block of code in Markdown is a macro of ours.
            let code = text.matches("ac:name=\"code\"").count();
            assert_eq!(made.len() - code, calm.len(), "{name}");
        }
    }
}

#[test]
fn storage_pages_are_read_by_the_parser_of_another_program() {
    let installed = Command::new(folder().join("install")).status().unwrap();
    assert!(installed.success(), "tests/wikis/install could not install the parser");
    let work = tempfile::tempdir().unwrap();
    for (name, text) in storage_pages() {
        fs::write(work.path().join(format!("{name}.xml")), text).unwrap();
    }
    fs::write(work.path().join("broken.xml"), "<p>a & b</p>").unwrap();
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/wikis/venv/bin/python");
    let run = Command::new(tools).arg(folder().join("parse.py")).arg(work.path()).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let refused: Vec<&str> = said.lines().filter(|l| l.starts_with("refused")).collect();
    assert_eq!(refused, ["refused broken.xml"], "{said}{}", String::from_utf8_lossy(&run.stderr));
    assert!(said.lines().filter(|l| l.starts_with("read")).count() > 40, "{said}");
}
