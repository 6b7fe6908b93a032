//! Markdown as the programs see it that show it: each dialect is rendered by its own program, pinned in
//! `tests/markdown`, and the HTML that comes out is looked at. What is looked for stands in `tests/markdown/check.py`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;

use findings::Found;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use trustline::report::markdown::dialect::{ALL, Dialect};
use trustline::report::tables::Tables;
use trustline::report::{Picture, collect, markdown};

/// Texts that mean something to one of the programs.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "<https://example.com> <b>bold</b>",
    "{{ 7*7777777 }}{% raw %} {#id} {1 + name}`x`",
    "a|b|c || d",
    "``` `code` **bold** [x](javascript:alert(1))",
    "![x](y.png) [x][y] [^1]: note",
    "--> <!-- x -->",
    "&lt;&#x3c;script&#62; &copy; &notin",
    "<details open> </details> <summary>",
    "' onload='alert(1)",
    "import x from 'y'",
    "export const a = 1",
    ":::danger: and ::leaf and :text[x]",
    "!!! note \"x\"",
    "??? note",
    "% a comment",
    "(target)=",
    "+++",
    "--- dashes",
    "=== equals",
    "1. a list",
    "2) another",
    "- an item",
    "* one more",
    "# a heading #",
    "> a quotation",
    "~~~ and ~~struck~~ and ~one~",
    "$x_1$ and $$y$$ and \\(z\\)",
    "@someone, :smile: and #12 and !3",
    "[TOC] [[_TOC_]] [[toc]]",
    "{{#include ../../etc/passwd}}",
    "snake_case_word _under_ __two__",
    "back\\slash \\* \\",
    "|---|---|",
    "term : definition",
    "    indented",
    "*[HTML]: abbreviation",
    "C# and F#",
    "</td><td>x</td></tr></table><table><tr><td>",
    "</title><script>alert(4)</script>",
    "two lines\n| c | d |\n\n# owned",
];

/// Prose that authors may write, and prose that they may not: the same in both models.
const PROSE: &str = r#"First <script>alert(1)</script> and `<b>` and {{ x }} and **bold** and [a link](https://example.com/a_(b)).

- one
  - two, with *stress*

    ```
    <script>alert(2)</script>
    {{ y }}
    ```
- three

1. first
2. second

> quoted <img src=x onerror=alert(1)>
> and more

```js
<script>alert(3)</script> | {x}
```

| a | b |
| --- | --- |
| c \| d | <b>e</b> |

<details open><summary>x</summary>

# A heading

![a picture](https://example.com/x.png) [x](javascript:alert(1))

import a from 'b'

:::note
text
:::"#;

/// The model with the texts from a place of the list on, one after another; without a place, with as many calm ones,
/// so that the same parts have the same texts.
fn model(from: Option<usize>) -> String {
    let mut next = from.unwrap_or(0);
    let template = include_str!("markdown/model.tm").replace("{prose}", PROSE);
    let mut out = String::new();
    for (n, part) in template.split("{x}").enumerate() {
        if n > 0 {
            match from {
                Some(_) => {
                    let text = HOSTILE[next % HOSTILE.len()];
                    out.push_str(&text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
                }
                None => out.push_str(&format!("Calm words {}", next % HOSTILE.len())),
            }
            next += 1;
        }
        out.push_str(part);
    }
    out
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Writes the pages of a model in some dialects, with the files of its picture.
fn build(work: &Path, dialects: &[Dialect], page: &str, text: &str) {
    let f = Found::of_text(text).expect_good(page);
    let report = collect(&f.model, &f.analysis, &f.sources, &Tables);
    let picture = Picture {
        title: report.model.title.clone(),
        about: report.model.about.clone(),
        svg_file: "report.svg".into(),
        png_file: "report.png".into(),
        ..Picture::default()
    };
    for dialect in dialects {
        let folder = work.join(dialect.name);
        fs::create_dir_all(&folder).unwrap();
        for ending in ["svg", "png"] {
            let from = root().join(format!("examples/first-model.{ending}"));
            fs::copy(from, folder.join(format!("report.{ending}"))).unwrap();
        }
        let made = markdown::write_for(&report, std::slice::from_ref(&picture), dialect);
        fs::write(folder.join(format!("{page}.md")), made).unwrap();
    }
}

/// Renders and looks: the status, and what is wrong.
fn check(work: &Path, dialects: &[&str]) -> (bool, String) {
    let here = root().join("tests/markdown");
    let installed = Command::new(here.join("install")).status().unwrap();
    assert!(installed.success(), "tests/markdown/install could not install the renderers");
    let tools = root().join("target/markdown");
    let run = Command::new(tools.join("venv/bin/python"))
        .arg(here.join("check.py"))
        .arg(work)
        .arg(&tools)
        .args(dialects)
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    (run.status.success(), said)
}

/// Each page of each dialect holds what the report says and nothing else, and its links lead somewhere.
#[test]
fn programs_show_what_is_meant() {
    let work = root().join("target/markdown/pages");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).unwrap();
    let mut texts = serde_json::Map::new();
    build(&work, &ALL, "calm", &model(None));
    for (n, from) in [0, 13, 26].into_iter().enumerate() {
        let page = format!("hostile{n}");
        texts.insert(page.clone(), HOSTILE.into());
        build(&work, &ALL, &page, &model(Some(from)));
    }
    fs::write(work.join("texts.json"), serde_json::Value::from(texts).to_string()).unwrap();
    let (good, said) = check(&work, &[]);
    assert!(good, "{said}");
}

/// What is looked for is found where it is.
#[test]
fn faults_are_seen() {
    let work = tempfile::tempdir().unwrap();
    build(work.path(), &ALL[..1], "calm", &model(None));
    let calm = fs::read_to_string(work.path().join("gfm/calm.md")).unwrap();
    let bad = calm.replacen("Calm words 7", "<script>alert(1)</script>", 1).replacen("](#", "](#nowhere-", 1)
        + "\n[x](javascript:alert(1))\n\n<a href=\"#x\" onclick=\"x()\">x</a>\n";
    fs::write(work.path().join("gfm/report.md"), bad).unwrap();
    fs::write(work.path().join("texts.json"), r#"{ "report": ["never said"] }"#).unwrap();
    let (good, said) = check(work.path(), &["gfm"]);
    assert!(!good);
    for fault in
        ["1 <script>, 0 with calm words", "where nothing is", "'javascript:", "<a onclick=", "never said"]
    {
        assert!(said.contains(fault), "{fault} in {said}");
    }
}
