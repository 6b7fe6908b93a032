//! Pictures are right wherever they are seen: within what wikis accept, in Chromium, librsvg and resvg
//! alike, and with whatever fonts a viewer has.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/viewers.rs"]
mod viewers;
#[path = "support/world.rs"]
mod world;

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree::{Document, Node, NodeType, ParsingOptions};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use trustline::render::png::{Fonts as PngFonts, png, png_with};
use trustline::theme::Theme;
use viewers::{Fonts, Viewer};
use world::World;

fn root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The models of `examples/`.
fn examples() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = fs::read_dir(root("examples"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tm"))
        .collect();
    out.sort();
    assert!(out.len() >= 5);
    out
}

/// The pictures of a model with the names of their files, the main one first.
fn pictures(model: &Path, theme: &str) -> Vec<(String, String)> {
    let w = World::new();
    let folder = root("examples");
    let call = [
        "build",
        model.to_str().unwrap(),
        "--theme",
        theme,
        "--format",
        "svg",
        "--today",
        "2026-12-01",
        "--root",
        if model.starts_with(&folder) { folder.to_str().unwrap() } else { "/" },
    ];
    let ran = w.run(&call);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let out: Vec<(String, String)> = ran
        .out
        .lines()
        .map(|line| (line.to_owned(), fs::read_to_string(w.path().join(line)).unwrap()))
        .collect();
    assert!(!out.is_empty());
    out
}

/// A model whose every label is `text`, in all the places where a picture has words.
fn labelled(text: &str) -> String {
    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "model \"{quoted}\" {{ owner: \"{quoted}\", marking: \"{quoted}\" }}\n\
         end_user user \"{quoted}\"\n\
         boundary outer \"{quoted}\" {{\n  trust: internal\n  gateway waf \"{quoted}\"\n\
           boundary inner \"{quoted}\" {{\n    trust: restricted\n    inference_api chat \"{quoted}\"\n    \
             rag_store index \"{quoted}\"\n  }}\n}}\n\
         prompts ask \"{quoted}\"\n\
         user -> waf \"{quoted}\" {{ sends: [ask] }}\nwaf -> chat \"{quoted}\" {{ sends: [ask] }}\n\
         chat -> index \"{quoted}\" {{ sends: [ask] }}\n"
    )
}

fn labelled_pictures(text: &str, theme: &str) -> Vec<(String, String)> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("m.tm");
    fs::write(&path, labelled(text)).unwrap();
    pictures(&path, theme)
}

// The profile.

const SVG: &str = "http://www.w3.org/2000/svg";

/// Why a wiki would refuse an SVG, by what MediaWiki 1.39 does with 32 small files that were uploaded
/// to it; each of these is in the test below.
fn refusal(svg: &str) -> Option<String> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(svg, options) {
        Ok(document) => document,
        Err(e) => return Some(format!("not XML: {e}")),
    };
    document.descendants().find_map(|node| match node.node_type() {
        NodeType::PI => Some("a processing instruction".to_owned()),
        NodeType::Element => element_refusal(node),
        _ => None,
    })
}

fn element_refusal(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    if node.tag_name().namespace() != Some(SVG) {
        return Some(format!("<{name}> of another namespace"));
    }
    if ["script", "foreignObject", "iframe", "handler"].contains(&name) {
        return Some(format!("<{name}>"));
    }
    if name == "style" {
        let css: String = node.descendants().filter_map(|n| n.text()).collect();
        if let Some(why) = css_refusal(&css) {
            return Some(format!("{why} in <style>"));
        }
    }
    let moves = name == "set" || name.starts_with("animate");
    for a in node.attributes() {
        let value = a.value().trim().to_lowercase();
        let why = match a.name() {
            on if on.starts_with("on") => Some("a handler".to_owned()),
            "href" if name == "image" && !value.starts_with("data:image/png") => {
                Some("an image from elsewhere".into())
            }
            "href" if name != "image" && !value.starts_with('#') && !value.starts_with("https://") => {
                Some("a link that is relative or runs something".to_owned())
            }
            "attributeName" if moves && (value.contains("href") || value.starts_with("on")) => {
                Some("an animation of a link".to_owned())
            }
            _ => css_refusal(&value).filter(|_| a.name() != "href" && !["id", "data-id"].contains(&a.name())),
        };
        if let Some(why) = why {
            return Some(format!("{why} at <{name}> {}", a.name()));
        }
    }
    None
}

fn css_refusal(css: &str) -> Option<String> {
    let css = css.to_lowercase();
    for word in ["@import", "@font-face", "expression(", "javascript:", "image-set(", "-moz-binding", "\\"] {
        if css.contains(word) {
            return Some(format!("`{word}`"));
        }
    }
    let outside =
        css.split("url(").skip(1).any(|rest| !rest.trim_start_matches(['\'', '"', ' ']).starts_with('#'));
    outside.then(|| "an address".to_owned())
}

/// What our own pictures hold, which is less than wikis accept.
fn outside_profile(svg: &str) -> Option<String> {
    if let Some(why) = refusal(svg) {
        return Some(why);
    }
    let document = Document::parse(svg).map_err(|e| e.to_string()).ok()?;
    const ELEMENTS: [&str; 10] =
        ["svg", "title", "desc", "style", "g", "rect", "path", "text", "defs", "pattern"];
    document.descendants().filter(Node::is_element).find_map(|node| {
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            return Some(format!("<{name}>"));
        }
        // Nothing that is squeezed by some viewers and not by others, no link at all.
        let bad = node.attributes().find(|a| {
            a.namespace().is_some() || ["href", "textLength", "lengthAdjust", "style"].contains(&a.name())
        });
        bad.map(|a| format!("{} at <{name}>", a.name()))
    })
}

/// The 32 files, as they were accepted (true) or refused.
const UPLOADED: [(bool, &str); 32] = [
    (true, "<style>.a{fill:red}</style><rect class=\"a\" width=\"9\" height=\"9\"/>"),
    (true, "<style>@media (prefers-color-scheme:dark){.a{fill:red}}</style>"),
    (true, "<style><![CDATA[.a{fill:red}]]></style>"),
    (true, "<defs><linearGradient id=\"g\"/></defs><rect style=\"fill:url(#g)\" width=\"9\" height=\"9\"/>"),
    (true, "<defs><linearGradient id=\"g\"/></defs><rect fill=\"url(#g)\" width=\"9\" height=\"9\"/>"),
    (true, "<filter id=\"f\"><feDropShadow dx=\"1\" dy=\"1\"/></filter><g filter=\"url(#f)\"/>"),
    (true, "<g id=\"a\"/><use href=\"#a\"/>"),
    (true, "<a href=\"#a\"><text>x</text></a>"),
    (true, "<a href=\"https://example.org/\"><text>x</text></a>"),
    (
        true,
        "<a xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"https://example.org/\"><text>x</text></a>",
    ),
    (true, "<g data-id=\"x\" data-kind=\"llm\"/>"),
    (true, "<g xmlns:tm=\"urn:tm\" tm:id=\"x\"/>"),
    (true, "<title>x</title>"),
    (true, "<desc>x</desc>"),
    (true, "<g role=\"img\" aria-label=\"x\"/>"),
    (true, "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" height=\"1\"/>"),
    (true, "<rect width=\"9\" height=\"9\"><animate attributeName=\"x\" to=\"9\" dur=\"1s\"/></rect>"),
    (true, "<!-- a comment -->"),
    (true, "<text>検索 поиск 🙂</text>"),
    (true, "<marker id=\"m\"><path d=\"M0 0L9 9\"/></marker><path marker-end=\"url(#m)\" d=\"M0 0L9 9\"/>"),
    (true, "<pattern id=\"p\" width=\"4\" height=\"4\"/><rect stroke=\"url(#p)\" width=\"9\" height=\"9\"/>"),
    (false, "<metadata><tm:model xmlns:tm=\"urn:tm\"/></metadata>"),
    (false, "<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\">x</div></foreignObject>"),
    (false, "<script>alert(1)</script>"),
    (false, "<rect onclick=\"alert(1)\" width=\"9\" height=\"9\"/>"),
    (false, "<a href=\"report.html#T1\"><text>x</text></a>"),
    (false, "<image href=\"https://example.org/x.png\" width=\"1\" height=\"1\"/>"),
    (false, "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\" width=\"1\" height=\"1\"/>"),
    (false, "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AA==)}</style>"),
    (false, "<style>@import url(https://example.org/x.css);</style>"),
    (false, "<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>"),
    (false, "<a href=\"javascript:alert(1)\"><text>x</text></a>"),
];

#[test]
fn the_profile_is_that_of_wikis() {
    for (accepted, inside) in UPLOADED {
        let svg = format!("<svg xmlns=\"{SVG}\" width=\"9\" height=\"9\">{inside}</svg>");
        let why = refusal(&svg);
        assert_eq!(why.is_none(), accepted, "{inside}: {why:?}");
    }
    assert!(refusal(&format!("<!DOCTYPE svg><svg xmlns=\"{SVG}\"/>")).is_none());
    assert!(refusal("<svg/>").is_some() && refusal("no picture").is_some());
    assert!(refusal(&format!("<?xml-stylesheet href=\"x.css\"?><svg xmlns=\"{SVG}\"/>")).is_some());
}

/// Labels that try to be more than words.
const HOSTILE: [&str; 9] = [
    "</title><script>alert(1)</script>",
    "\" onload=\"alert(1)\" x=\"",
    "]]><foreignObject><iframe src='https://example.org'/></foreignObject>",
    "<a href='report.html'>x</a>",
    "<style>@import url(https://example.org/x.css);</style>",
    "url(https://example.org/x) expression(alert(1))",
    "<?xml-stylesheet href='x'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "javascript:alert(1) {{ 7*7 }} {% raw %} ${x} `x`",
    "&#60;script&#62; &lt;script&gt; --> <!-- x",
];

#[test]
fn every_picture_is_within_the_profile() {
    let mut seen = 0;
    for theme in Theme::built_in() {
        for (name, svg) in pictures(&root("examples/rag-public.tm"), &theme.name) {
            assert_eq!(outside_profile(&svg), None, "{name}, {}", theme.name);
            seen += 1;
        }
    }
    for model in examples() {
        for (name, svg) in pictures(&model, "default") {
            assert_eq!(outside_profile(&svg), None, "{name}");
            seen += 1;
        }
    }
    for text in HOSTILE {
        // The theme with bands has references of its own, whose ids must not come from labels.
        for (name, svg) in labelled_pictures(text, "print") {
            assert_eq!(outside_profile(&svg), None, "{name}: {text}");
            let document = Document::parse(&svg).unwrap();
            let plain = text.replace(char::is_whitespace, "");
            let words: String = document
                .descendants()
                .filter(|n| n.has_tag_name((SVG, "title")))
                .filter_map(|n| n.text())
                .collect::<String>()
                .replace(char::is_whitespace, "");
            // A figure has no place for every label.
            let diagram = name == "out/m.svg";
            assert!(!diagram || words.contains(&plain), "{name}: `{text}` is there as words");
            seen += 1;
        }
    }
    assert!(seen > 18);
}

// The three renderers.

/// A picture's greys, each the mean of a square of `side` pixels.
struct Greys {
    width: usize,
    values: Vec<f64>,
}

fn greys(bytes: &[u8], side: u32, width: u32, height: u32) -> Greys {
    let pixels = Pixmap::decode_png(bytes).unwrap();
    assert!(pixels.width() >= width && pixels.height() >= height, "{} × {}", pixels.width(), pixels.height());
    let (across, down) = (width / side, height / side);
    let mut values = Vec::new();
    for y in 0..down {
        for x in 0..across {
            let mut sum = 0.0;
            for dy in 0..side {
                for dx in 0..side {
                    let p = pixels.pixel(x * side + dx, y * side + dy).unwrap().demultiply();
                    sum += 0.2126 * f64::from(p.red())
                        + 0.7152 * f64::from(p.green())
                        + 0.0722 * f64::from(p.blue());
                }
            }
            values.push(sum / f64::from(side * side) / 255.0);
        }
    }
    Greys { width: across as usize, values }
}

/// The mean difference of two pictures, and how many of their squares differ by more than a fifth.
fn difference(a: &Greys, b: &Greys) -> (f64, f64) {
    assert_eq!((a.width, a.values.len()), (b.width, b.values.len()));
    let all: Vec<f64> = a.values.iter().zip(&b.values).map(|(p, q)| (p - q).abs()).collect();
    let count = all.len() as f64;
    (all.iter().sum::<f64>() / count, all.iter().filter(|d| **d > 0.2).count() as f64 / count)
}

fn size(svg: &str) -> (u32, u32) {
    let document = Document::parse(svg).unwrap();
    let side = |name: &str| document.root_element().attribute(name).unwrap().parse::<f64>().unwrap() as u32;
    (side("width"), side("height"))
}

#[test]
fn three_renderers_draw_the_same() {
    let viewer = Viewer::new(Fonts::Inter);
    for (model, theme) in [
        ("rag-public", "default"),
        ("rag-public", "dark"),
        ("mlops-platform", "print"),
        ("sentiment-api", "high-contrast"),
    ] {
        let (_, svg) = pictures(&root(&format!("examples/{model}.tm")), theme).remove(0);
        let (width, height) = size(&svg);
        let of = |bytes: &[u8]| greys(bytes, 4, width, height);
        let ours = of(&png(&svg, 1.0).unwrap());
        let inked = ours.values.iter().filter(|v| (**v - ours.values[0]).abs() > 0.05).count();
        assert!(inked * 30 > ours.values.len(), "{model}: the picture has something on it");
        for (name, other) in [
            ("chromium", of(&viewer.in_chromium(&svg, width, height))),
            ("librsvg", of(&viewer.in_librsvg(&svg))),
        ] {
            let (mean, far) = difference(&ours, &other);
            assert!(mean < 0.01 && far < 0.005, "{model} {theme} {name}: mean {mean:.4}, far {far:.4}");
        }
    }
}

/// The comparison sees what it should: a lost text, a moved line, another colour.
#[test]
fn the_comparison_of_renderers_can_fail() {
    let (_, svg) = pictures(&root("examples/rag-public.tm"), "default").remove(0);
    let (width, height) = size(&svg);
    let of = |svg: &str| greys(&png(svg, 1.0).unwrap(), 4, width, height);
    let ours = of(&svg);
    let start = svg.find("<text").unwrap();
    let no_text: String = svg.lines().filter(|l| !l.starts_with("<text")).collect::<Vec<_>>().join("\n");
    let moved = svg.replacen("<g class=\"element\"", "<g transform=\"translate(6 0)\" class=\"element\"", 4);
    let night = pictures(&root("examples/rag-public.tm"), "dark").remove(0).1;
    assert!(start > 0);
    for wrong in [no_text, moved, night] {
        let (mean, far) = difference(&ours, &of(&wrong));
        assert!(mean > 0.01 || far > 0.005, "mean {mean:.4}, far {far:.4}");
    }
}

// Labels in their boxes.

/// Asks a browser what sticks out of its box and what lies on what, in pictures that stand on a page.
const STRAYS: &str = r#"
const strays = [];
const seen = { texts: 0, boxes: 0 };
for (const svg of document.querySelectorAll('svg.trustline')) {
  const name = svg.dataset.name, page = svg.getBoundingClientRect();
  const box = (e) => e.getBoundingClientRect();
  const out = (t, b, room) => Math.max(b.left - t.left, t.right - b.right, b.top - t.top, t.bottom - b.bottom) - room;
  const say = (what, text, by) => { if (by > 0) strays.push([name, what, text.textContent, Math.round(by * 10) / 10]); };
  const texts = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim());
  for (const t of texts) { say('picture', t, out(box(t), page, 0)); seen.texts++; }
  for (const g of svg.querySelectorAll('g.element')) {
    const b = box(g.querySelector('rect'));
    for (const t of g.querySelectorAll('text')) say('element', t, out(box(t), b, 0));
    seen.boxes++;
  }
  for (const g of svg.querySelectorAll('g.boundary')) {
    const b = box(g.querySelector('rect'));
    for (const t of g.querySelectorAll('text')) say('boundary', t, out(box(t), b, 0));
  }
  for (const g of svg.querySelectorAll('g.label')) {
    const r = g.querySelector('rect');
    if (r) for (const t of g.querySelectorAll('text')) say('plate', t, Math.max(box(r).left - box(t).left, box(t).right - box(r).right));
  }
  for (const g of svg.querySelectorAll('g.crossing')) {
    const b = box(g.querySelector('rect'));
    for (const t of g.querySelectorAll('text')) say('mark', t, out(box(t), b, 0));
  }
  // Words on words, by a unit at least; the lines of one text stand close.
  for (let i = 0; i < texts.length; i++) for (let k = i + 1; k < texts.length; k++) {
    const a = box(texts[i]), b = box(texts[k]);
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 1 && y > 4) strays.push([name, 'words', texts[i].textContent + ' / ' + texts[k].textContent, Math.round(x * 10) / 10]);
  }
}
"#;

/// The end of every script: the answer, without anything that a page would take for markup.
fn page(pictures: &[(String, String)], script: &str, answer: &str) -> String {
    let mut out = String::from("<!doctype html><meta charset=utf-8><body>");
    for (name, svg) in pictures {
        let name = name.replace(['"', '<', '&'], "?");
        out.push_str(&svg.replacen("<svg ", &format!("<svg data-name=\"{name}\" "), 1));
    }
    out.push_str(&format!(
        "<pre id=\"answer\"></pre><script>{script}\nconst text = JSON.stringify({answer}).replace(/[<>&]/g, \
         (c) => '\\\\u00' + c.charCodeAt(0).toString(16));\ndocument.querySelectorAll('svg').forEach((s) => s.remove());\n\
         document.getElementById('answer').textContent = text;</script>"
    ));
    out
}

/// What strays, said in words.
fn strays(fonts: Fonts, pictures: &[(String, String)]) -> Vec<String> {
    let answer = Viewer::new(fonts).ask(&page(pictures, STRAYS, "{ strays, seen }"), &[]);
    assert!(answer["seen"]["texts"].as_u64().unwrap() as usize > 5 * pictures.len(), "{answer}");
    assert!(answer["seen"]["boxes"].as_u64().unwrap() >= 4, "{answer}");
    let said = |s: &Value| format!("{} out of its {} by {}: {}", s[0], s[1], s[3], s[2]);
    answer["strays"].as_array().unwrap().iter().map(said).collect()
}

#[test]
fn labels_stay_in_their_boxes_with_dejavu_alone() {
    let mut all = Vec::new();
    for model in examples() {
        all.extend(pictures(&model, "default"));
    }
    for theme in ["print", "high-contrast"] {
        all.extend(pictures(&root("examples/rag-public.tm"), theme));
    }
    let found = strays(Fonts::DejaVu, &all);
    assert!(found.is_empty(), "{found:#?}");
}

/// Labels of many scripts: long, without blanks, broad, joined, from right to left.
const LABELS: [&str; 16] = [
    "A very long name of a service that nobody can remember, with everything that it does and more",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "WWWWWWWW @@@@ MMMM %%%%",
    "llllllllllllllllllllllllll iiiiiiiiii |||||||||| ''''''",
    "訪問者向量索引数据库服务",
    "用户问题的检索增强生成系统以及它的所有数据来源和外部接口都写在这里",
    "データベース検索サービス",
    "한국어 데이터베이스 서비스",
    "بوابة الدفع الإلكتروني",
    "سشصض سشصض سشصض",
    "שער התשלומים של הלקוחות",
    "🙂🤖🔒🚀 Robot",
    "👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family 🇩🇪🇫🇷 1️⃣2️⃣",
    "Поисковый шлюз с проверкой подлинности",
    "Հայերեն ծառայություն",
    "e\u{301}\u{302}\u{303}a\u{308}\u{323} Zürich ﷽",
];

fn labelled_in_all() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for text in LABELS {
        all.extend(labelled_pictures(text, "default").into_iter().map(|(_, svg)| (text.to_owned(), svg)));
    }
    all
}

#[test]
fn labels_of_all_scripts_stay_in_their_boxes() {
    let all = labelled_in_all();
    for fonts in [Fonts::World, Fonts::DejaVu] {
        let found = strays(fonts, &all);
        assert!(found.is_empty(), "{fonts:?}: {found:#?}");
    }
}

/// The check of boxes sees what it should.
#[test]
fn a_label_that_strays_is_found() {
    let (_, svg) = pictures(&root("examples/rag-public.tm"), "default").remove(0);
    let broad = svg.replace("font-size=\"13.5\"", "font-size=\"22\"");
    assert_ne!(broad, svg);
    let found = strays(Fonts::DejaVu, &[("broad".into(), broad)]);
    assert!(found.iter().any(|s| s.contains("element")) && found.len() > 3, "{found:#?}");
}

/// What is drawn of a label is whole characters, in order; what is left out is said by an ellipsis.
#[test]
fn no_character_is_cut_in_two() {
    use unicode_segmentation::UnicodeSegmentation;
    for (text, svg) in labelled_in_all() {
        let document = Document::parse(&svg).unwrap();
        let plain = trustline::layout::text::plain(&text);
        let whole: Vec<&str> = plain.graphemes(true).filter(|g| !g.trim().is_empty()).collect();
        for element in document.descendants().filter(|n| n.attribute("class") == Some("element")) {
            let lines: String = element
                .children()
                .filter(|n| n.has_tag_name((SVG, "text")) && n.attribute("font-weight") == Some("600"))
                .filter(|n| n.attribute("text-anchor").is_none())
                .filter_map(|n| n.text())
                .collect();
            let drawn: Vec<&str> = lines.graphemes(true).filter(|g| !g.trim().is_empty()).collect();
            let kept = drawn.strip_suffix(&["…"]).unwrap_or(&drawn);
            assert!(!kept.is_empty() && whole.starts_with(kept), "{text}: {kept:?}");
            assert!(kept.len() == whole.len() || lines.ends_with('…'), "{text}: {lines}");
        }
    }
}

#[test]
fn a_font_that_is_named_draws_what_the_own_one_lacks() {
    let (_, svg) = labelled_pictures("訪問者", "default").remove(0);
    let file = Path::new("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");
    let mut fonts = PngFonts::default();
    assert_eq!(fonts.lacking(&['訪', 'a', '🙂']), ['訪', '🙂']);
    let boxes = png_with(&svg, 1.0, &fonts).unwrap();
    assert_eq!(boxes, png(&svg, 1.0).unwrap());
    assert!(fonts.add(fs::read(file).expect("./test installs it")));
    assert_eq!(fonts.lacking(&['訪', 'a', '🙂']), ['🙂']);
    assert_ne!(png_with(&svg, 1.0, &fonts).unwrap(), boxes);
    assert!(!fonts.add(b"no font".to_vec()));

    let w = World::new().write("m.tm", labelled("訪問者")).write("no.ttf", "no font");
    let font = file.to_str().unwrap();
    let call = |more: &[&str]| {
        let mut all = vec!["build", "m.tm", "--format", "png", "--today", "2026-12-01"];
        all.extend(more);
        w.run(&all)
    };
    let without = call(&[]);
    assert!(
        without.err.contains("warning[missing-glyph]") && without.err.contains("build --font"),
        "{}",
        without.err
    );
    let with = call(&["--font", font, "-o", "with"]);
    assert!(with.status == 0 && !with.err.contains("missing-glyph"), "{}", with.err);
    assert_ne!(fs::read(w.path().join("out/m.png")).unwrap(), fs::read(w.path().join("with/m.png")).unwrap());
    call(&["--font", "no.ttf", "-o", "x"]).fails_with(&["`no.ttf` is not a font"]);
    call(&["--font", "none.ttf", "-o", "x"]).fails_with(&["`none.ttf` can't be read"]);
    assert!(!w.path().join("x").exists());
}

// Contrast as a browser computes it.

/// Every text of a page with the colour that it has and that of what lies under it.
const CONTRAST: &str = r#"
const faint = []; let texts = 0;
const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
const lum = ([r, g, b]) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
const least = (what, text, front, ground, size) => {
  texts++;
  const r = ratio(front, ground);
  if (r < 4.5) faint.push([what, text.trim().slice(0, 40), Math.round(r * 100) / 100]);
};
document.querySelectorAll('details').forEach((d) => { d.open = true; });
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement, text = walker.currentNode.textContent;
  if (!text.trim() || e.closest('svg, script, style, [hidden]') || !e.getClientRects().length) continue;
  let ground = null;
  for (let up = e; up && !ground; up = up.parentElement) {
    const c = parse(getComputedStyle(up).backgroundColor);
    if (c[3] === 1) ground = c;
  }
  least(e.tagName + '.' + e.className, text, parse(getComputedStyle(e).color), ground || [255, 255, 255]);
}
for (const svg of document.querySelectorAll('svg.trustline')) {
  const shapes = [...svg.querySelectorAll('rect, path')];
  for (const t of svg.querySelectorAll('text')) {
    const b = t.getBoundingClientRect(), x = (b.left + b.right) / 2, y = (b.top + b.bottom) / 2;
    // The last shape that is drawn under the middle of the words, before them.
    let ground = null;
    for (const s of shapes) {
      if (t.compareDocumentPosition(s) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      const fill = getComputedStyle(s).fill, r = s.getBoundingClientRect();
      if (s.tagName === 'rect' && fill.startsWith('rgb') && r.left <= x && x <= r.right && r.top <= y && y <= r.bottom) ground = parse(fill);
    }
    least('svg text', t.textContent, parse(getComputedStyle(t).fill), ground);
  }
}
"#;

#[test]
fn a_browser_finds_contrast_everywhere() {
    let w = World::new();
    let folder = root("examples");
    for theme in Theme::built_in() {
        let model = folder.join("rag-public.tm");
        let call = [
            "build",
            model.to_str().unwrap(),
            "--theme",
            &theme.name,
            "--format",
            "html",
            "--today",
            "2026-12-01",
        ];
        let ran = w.run(&call);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let html = fs::read_to_string(w.path().join("out/rag-public.html")).unwrap();
        // The page's policy admits no script but its own.
        let (before, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
        let open = format!("{before}{}", rest.split_once('>').unwrap().1);
        for mode in theme.follows.modes() {
            let chosen = if *mode == trustline::theme::Mode::Dark { "dark" } else { "light" };
            let asked =
                open.replace("<html lang=\"en\"", &format!("<html lang=\"en\" data-theme=\"{chosen}\""));
            assert_ne!(asked, open);
            let end = page(&[], CONTRAST, "{ faint, texts }").split_once("<body>").unwrap().1.to_owned();
            let asked = asked.replace("</body>", &format!("{end}</body>"));
            let answer = Viewer::new(Fonts::DejaVu).ask(&asked, &[]);
            assert!(answer["texts"].as_u64().unwrap() > 800, "{answer}");
            assert_eq!(answer["faint"], serde_json::json!([]), "{} {chosen}", theme.name);
        }
    }
}
