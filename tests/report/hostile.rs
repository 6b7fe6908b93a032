//! Hostile text in every free text of a model stays text, in every format.

use crate::fixture::{Table, fixture};
use crate::{assert_valid, pictures};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use trustline::report::{Report, collect, document, html, json, markdown, prose};

const HOSTILE: [&str; 9] = [
    "\"><script>alert(1)</script>",
    "]]> --> */ </style></script><!-- ",
    "{{ 7*7 }} {% if x %} {# c #} ${7*7} <%= 7*7 %>",
    "a | b || c \\| d",
    "`x` ``` ~~~\n```\n# not a heading\n\n## nor this\n\n- nor\n- a list",
    "[x](javascript:alert(1)) ![y](https://example.com/x.png) <https://example.com> <javascript:alert(1)>",
    "<img src=x onerror=alert(1)> <iframe src='//example.com'> <a href=\"javascript:alert(1)\">x</a> javascript:alert(1)",
    "</td><td>own</td></tr></table></div></details><table><tr><th>own</th></tr> | own\n| c | d |\n\n| e |",
    "line\r\nline\u{2028}line\u{202e}turned\u{0}\u{7}<details open>\n\n| a | b |\n| --- | --- |\n| c | d |",
];

fn hostile(text: &str) -> Report {
    let f = fixture(&|t| format!("{t}{text}"));
    collect(&f.model, &f.analysis, &f.sources, &Table)
}

/// The tags of a page with their attributes, outside of `<style>` and `<script>`.
fn tags(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut out = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let mut attributes = Vec::new();
        let end = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap();
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap();
            let key = rest[..end].to_ascii_lowercase();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(after) = rest.strip_prefix("=\"") {
                let end = after.find('"').unwrap();
                value = after[..end].to_owned();
                rest = &after[end + 1..];
            } else {
                assert!(!rest.starts_with('='), "an attribute without quotation marks: {key}");
            }
            attributes.push((key, value));
        }
        for raw in ["style", "script"] {
            if name == raw {
                rest = &rest[rest.find(&format!("</{raw}>")).unwrap()..];
            }
        }
        out.push((name, attributes));
    }
    out
}

#[test]
fn html_stays_inert() {
    const KNOWN: &str = "!doctype html head meta title style body a p header div h1 h2 h3 h4 h5 ul ol li section nav main \
        figure figcaption svg details summary table caption thead tbody tfoot tr th td span dl dt dd strong em code pre form \
        label input select option button output abbr footer script kbd br blockquote del hr sup b i defs path use";
    let calm = tags(&html::write(&hostile(" and calm words"), &pictures(), &html::Theme::default()).unwrap());
    for text in HOSTILE {
        let page = html::write(&hostile(text), &pictures(), &html::Theme::default()).unwrap();
        let tags = tags(&page);
        // As many rows, cells and parts as with calm words, but for the tables that an author's Markdown may have.
        if !text.contains("| --- |") {
            for name in [
                "table", "tr", "td", "th", "section", "div", "details", "summary", "h2", "h3", "h4", "dt",
                "dd",
            ] {
                let count =
                    |tags: &[(String, Vec<(String, String)>)]| tags.iter().filter(|t| t.0 == name).count();
                assert_eq!(count(&tags), count(&calm), "<{name}> by {text:?}");
            }
        }
        let scripts: Vec<_> = tags.iter().filter(|t| t.0 == "script").collect();
        let is_data = |a: &(String, String)| a.0 == "type" && a.1 == "application/json";
        let data = scripts.iter().filter(|t| t.1.iter().any(is_data)).count();
        assert_eq!((scripts.len(), data), (2, 1), "its own, and data: {text:?}");
        assert_eq!(tags.iter().filter(|t| t.0 == "style").count(), 1, "{text:?}");
        for (name, attributes) in &tags {
            let bare = name.trim_start_matches('/').trim_end_matches('/');
            assert!(KNOWN.split_whitespace().any(|k| k == bare), "{name:?} by {text:?}");
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && key != "src" && key != "style", "{name} {key} by {text:?}");
                if key == "href" {
                    assert!(value.starts_with('#') || prose::is_allowed(value), "{value:?} by {text:?}");
                }
            }
        }
        let open = |n: &str| tags.iter().filter(|t| t.0 == n).count();
        for name in ["section", "table", "div", "details", "a", "ul", "main"] {
            assert_eq!(open(name), open(&format!("/{name}")), "{name} by {text:?}");
        }
        // The next one ends these, where the page leaves their own ends out.
        for name in ["tr", "td", "th", "li", "dt", "dd"] {
            assert!(open(name) >= open(&format!("/{name}")), "{name} by {text:?}");
        }
        if text.contains("7*7") {
            assert!(page.contains("{{ 7*7 }}"), "templates read no text of a model");
        }
        assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'));
    }
}

#[test]
fn the_policy_admits_what_the_page_holds() {
    let page = html::write(&hostile(""), &pictures(), &html::Theme::default()).unwrap();
    let tags = tags(&page);
    let policy =
        tags.iter().find(|t| t.0 == "meta" && t.1.iter().any(|a| a.1 == "Content-Security-Policy")).unwrap();
    let content = &policy.1.iter().find(|a| a.0 == "content").unwrap().1;
    assert!(
        content.starts_with("default-src &#39;none&#39;;") || content.starts_with("default-src 'none';"),
        "{content}"
    );
    assert!(!content.contains("unsafe") && !content.contains("http"), "{content}");
    assert_eq!(content.matches("sha256-").count(), 2, "one style, one script: {content}");
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

#[test]
fn markdown_stays_inert() {
    let headings = |text: &str| {
        Parser::new_ext(text, options()).filter(|e| matches!(e, Event::End(TagEnd::Heading(_)))).count()
    };
    // Tables, by how many cells each row has.
    let tables = |text: &str| {
        let (mut out, mut cells): (Vec<Vec<usize>>, usize) = (Vec::new(), 0);
        for event in Parser::new_ext(text, options()) {
            match event {
                Event::Start(Tag::Table(_)) => out.push(Vec::new()),
                Event::Start(Tag::TableCell) => cells += 1,
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    out.last_mut().unwrap().push(std::mem::take(&mut cells));
                }
                _ => {}
            }
        }
        out
    };
    let calm = markdown::write(&hostile(""), &pictures());
    let (plain, plain_tables) = (headings(&calm), tables(&calm));
    assert!(plain_tables.len() > 15 && plain_tables.iter().flatten().all(|n| *n > 1));
    for text in HOSTILE {
        let made = markdown::write(&hostile(text), &pictures());
        assert_eq!(headings(&made), plain, "headings by {text:?}");
        if !text.contains("| --- |") {
            assert_eq!(tables(&made), plain_tables, "tables by {text:?}");
        }
        let mut images = 0;
        for event in Parser::new_ext(&made, options()) {
            match event {
                Event::Html(t) | Event::InlineHtml(t) => {
                    let known = ["<details>", "</details>", "<br/>", "<summary>"]
                        .iter()
                        .any(|k| t.trim().starts_with(k));
                    assert!(known, "{t:?} by {text:?}");
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let ours = dest_url.starts_with('#') || dest_url.starts_with("./");
                    assert!(ours || prose::is_allowed(&dest_url), "{dest_url:?} by {text:?}");
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    images += 1;
                    assert_eq!(&*dest_url, "./rag.png");
                }
                _ => {}
            }
        }
        assert_eq!(images, 1, "{text:?}");
        assert!(
            !made.contains("<script") && !made.contains("{{") && !made.contains("javascript:"),
            "{text:?}"
        );
        columns(&made);
    }
}

/// Every row of a table has as many cells as its head.
fn columns(made: &str) {
    let mut wanted = None;
    let mut tables = 0;
    for line in made.lines() {
        if !line.starts_with('|') {
            wanted = None;
            continue;
        }
        let cells = line.matches('|').count();
        tables += usize::from(wanted.is_none());
        assert_eq!(*wanted.get_or_insert(cells), cells, "{line}");
    }
    assert!(tables > 15, "{tables}");
}

#[test]
fn json_keeps_the_text_as_it_is() {
    for text in HOSTILE {
        let made = json::write(&hostile(text)).unwrap();
        assert_valid(&made);
        let value: serde_json::Value = serde_json::from_str(&made).unwrap();
        assert_eq!(value["model"]["title"], format!("Documentation assistant{text}"));
        assert_eq!(
            value["threats"][0]["credited"][0]["because"],
            format!("every path from Visitor passes it{text}")
        );
    }
}

fn text_of(markdown: &str) -> Option<String> {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(t) => out.push_str(&t),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return None,
        }
    }
    Some(out)
}

/// Authors' Markdown in GitHub's dialect.
fn portable(text: &str) -> String {
    markdown::blocks(&document::prose::blocks(text), &markdown::dialect::GFM)
}

proptest! {
    /// What is escaped is read back as the same text on one line, and as nothing but text.
    #[test]
    fn escaped_text_reads_as_itself(text in "[ -~\u{a0}-\u{2ff}\n\t]{0,60}") {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = text_of(&prose::escape_markdown(&text));
        prop_assert_eq!(read, Some(words));
    }

    /// Whatever an author writes, the HTML of it holds no tag with an attribute but a link's.
    #[test]
    fn prose_holds_no_other_attributes(text in "([ -~\n]{0,80})|(\\| a \\| b \\|\n\\|:--\\|:-:\\|\n\\| [ -~]{0,20} \\|)") {
        for (name, attributes) in tags(&prose::html(&text)) {
            for (key, value) in attributes {
                let list = (name == "ol" && key == "start") || (name == "code" && key == "class");
                prop_assert!(list || key == "/" || (key == "href" && prose::is_allowed(&value)), "{name} {key}");
            }
        }
    }

    /// Portable prose holds no raw HTML but line breaks, and no link that may not be followed.
    #[test]
    fn portable_prose_is_inert(text in "[ -~\n]{0,80}") {
        for event in Parser::new_ext(&portable(&text), options()) {
            match event {
                Event::Html(t) | Event::InlineHtml(t) => prop_assert_eq!(t.trim(), "<br/>"),
                Event::Start(Tag::Link { dest_url, .. }) => prop_assert!(prose::is_allowed(&dest_url), "{}", dest_url),
                Event::Start(Tag::Image { .. } | Tag::Heading { .. }) => prop_assert!(false),
                _ => {}
            }
        }
    }
}
