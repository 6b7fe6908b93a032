//! Every item of a report's four questions, found in the pages of a model that has all of them: under its heading, in
//! the order of the questions, in HTML and in Markdown.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::fs;
use std::path::Path;
use world::World;

/// What the example lacks.
const MORE: &str = r#"
boundary attic "Attic" {
  trust: internal
  log_store cellar "Cellar" { scope: out, because: "Looked at elsewhere." }
  agent clerk "Clerk" { autonomous: true }
}
waf -> clerk { sends: [question] }
control house_filter: output_filtering "House filter" {
  on: [chat]
  status: implemented
  owner: "Bo"
  evidence: "runs/7"
  verified: 2026-09-30
  ticket: "SEC-9"
}
require audit_log on any inference_api { because: "Every call is kept." }
assumption "Nobody sends pictures." { confirmed: "Cy", owner: "Dee" }
question "Which region?" { owner: "Ed", due: 2027-02-03, answer: "Frankfurt." }
threat lonely-answer "Somebody acts on an answer alone" {
  harm: safety
  on: inference_api
  likelihood: 4
  impact: 3
  scenario: "{element} answers, and nobody asks a person."
  mitigation: "Say at {element} whom to ask."
}
view inside "Inside the pipeline" { focus: [chat], about: "What the pipeline asks." }
"#;

/// An item of the report.
struct Item {
    /// The anchor of its heading in HTML, and its heading in Markdown.
    at: (&'static str, &'static str),
    /// What has to stand under that.
    says: &'static [&'static str],
}

const fn item(html: &'static str, markdown: &'static str, says: &'static [&'static str]) -> Item {
    Item { at: (html, markdown), says }
}

/// The questions with their items. In HTML tables in full and checklists stand behind the questions.
const QUESTIONS: [(&str, &[Item]); 4] = [
    (
        "1. What are we building?",
        &[
            item("q1", "1. What are we building?", &["Answers questions from company documents"]),
            item(
                "scope",
                "Scope",
                &["Built here", "Clerk", "Not built here", "Out of scope", "Looked at elsewhere."],
            ),
            item(
                "inventory",
                "Parts that are AI",
                &[
                    "Models",
                    "Hosted LLM",
                    "Vector index",
                    "Agents",
                    "Clerk",
                    "decides by itself",
                    "Prompt firewall",
                ],
            ),
            item(
                "classes",
                "Data by class",
                &["confidential … Company documents", "internal … User questions", "public … Crawled pages"],
            ),
            item(
                "users",
                "Actors",
                &[
                    "Visitor … Anonymous user … untrusted … API gateway … User questions … Answers",
                    "Public web",
                ],
            ),
            item(
                "attackers",
                "Attackers",
                &["Anonymous user … Visitor … Company documents … low … Curiosity, resale … 2 ways"],
            ),
            item(
                "assumptions",
                "Assumptions",
                &["accepts TLS 1.3 only. … not confirmed", "Nobody sends pictures. … Cy … Dee"],
            ),
            item(
                "entries",
                "Entry points",
                &["Visitor → API gateway … User questions … untrusted … not checked"],
            ),
            item("surface", "Attack surface", &["API gateway … internal … untrusted … ■ 4"]),
        ],
    ),
    (
        "2. What can go wrong?",
        &[
            item(
                "register",
                "Register",
                &[
                    "Instructions hidden in fetched content steer the model … Haystack pipeline → Vector index … critical \
                     … open … Applied AI",
                ],
            ),
            item(
                "register",
                "Answered threats",
                &[
                    "does not apply: Thumbs are counted; no search reads them.",
                    "accepted by CISO until 2027-06-30: Contract, clause 7: no retention.",
                    "borne by CDN provider: Flat-rate contract.",
                    "taken over by: User text overrides the intended instructions",
                    "in force: Encrypted transport",
                    "it is within the appetite as it is",
                ],
            ),
            item(
                "stride",
                "STRIDE by part",
                &[
                    "Visitor → API gateway … ✓ … ■ … ◆ … ≈",
                    "none, because it is out of scope",
                    "none, because it crosses no trust boundary",
                    "none, because what was found is dismissed",
                    "none, because no rule of the catalog asks for it",
                ],
            ),
            item(
                "ways",
                "Ways of attackers",
                &["Company documents at Vector index", "ordinary use", "6 steps"],
            ),
            item(
                "cards",
                "The worst, one by one",
                &[
                    "User text overrides the intended instructions",
                    "Why it arises",
                    "Path",
                    "Visitor → API gateway (crossing 1)",
                    "Likelihood",
                    "the rule's default, before any control",
                    "Impact",
                    "What an attacker does",
                    "What to do about it",
                    "How to try it",
                    "q.tm:",
                ],
            ),
        ],
    ),
    (
        "3. What are we going to do about it?",
        &[
            item(
                "controls",
                "Controls",
                &[
                    "House filter … implemented … Bo … runs/7 … 2026-09-30 … SEC-9",
                    "Prompt firewall … planned … Ana … 2027-03-01",
                    "from critical to",
                ],
            ),
            item(
                "responses",
                "Responses",
                &[
                    "mitigate … Prompt firewall … Ana … SEC-12 … planned for 2027-03-01",
                    "accept … CISO … 2027-06-30",
                    "transfer … CDN provider … Flat-rate contract.",
                    "dismiss … Thumbs are counted; no search reads them.",
                    "rated … likelihood 2 … Ana … The crawler reads our own pages only.",
                ],
            ),
            item("requirements", "Rules of the house", &["Audit log … Every call is kept."]),
        ],
    ),
    (
        "4. Did we do a good enough job?",
        &[
            item(
                "left",
                "What is left",
                &["are open or planned", "Before any control", "tolerated", "refined"],
            ),
            item(
                "harm",
                "Harm to people",
                &[
                    "categories of PLOT4ai",
                    "Somebody acts on an answer alone",
                    "at Haystack pipeline",
                    "open",
                ],
            ),
            item("tried", "What was tried", &["been tried"]),
            item(
                "tests",
                "Tests done",
                &[
                    "Floods or huge inputs make the model unavailable … held … 2026-09-12 … Red team … wrk … runs/41",
                ],
            ),
            item(
                "questions",
                "Questions",
                &[
                    "Who may re-index the documents? … Data team … open",
                    "Which region? … Ed … 2027-02-03 … Frankfurt.",
                ],
            ),
            item("unconfirmed", "Assumptions that nobody confirmed", &["accepts TLS 1.3 only."]),
            item("off", "Rules that are switched off", &["confabulation … Answers quote their passages."]),
            item("reviews", "Reviews", &["2026-10-01 … Security guild … No new crossings.", "2026-12-30"]),
        ],
    ),
];

/// What stands with the last question in Markdown, and behind all of them in HTML.
const REFERENCE: [Item; 4] = [
    item(
        "owasp",
        "Coverage by the OWASP Top 10 for LLM Applications 2025",
        &["LLM01", "LLM10", "Prompt Injection"],
    ),
    item(
        "checklist",
        "Checklist",
        &["Part … Done … Planned … Missing", "Haystack pipeline … Rate limiting … Authentication"],
    ),
    item("scorecard", "Scorecard", &["Score … Expected … Done … Missing", "20 % … 29 … 6 … 0 … 23"]),
    item(
        "trials",
        "How each open threat can be tried",
        &["Last tried", "User text overrides the intended instructions … garak (0.16)"],
    ),
];

/// A page of HTML as it reads: tags are blanks, text is text.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        out.push(' ');
    }
    let signs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("\u{a0}", " "), ("&amp;", "&")];
    let text = signs.iter().fold(out, |out, (code, sign)| out.replace(code, sign));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Parts of a page: where each begins, by what it is called, and its text up to the next.
type Parts = Vec<(String, String)>;

fn parts_of_html(page: &str) -> Parts {
    let body = &page[page.find("<main").unwrap()..];
    let mut out: Parts = Vec::new();
    for piece in body.split("<section id=\"").skip(1) {
        for (n, part) in piece.split("<h3 id=\"").enumerate() {
            let (name, rest) = part.split_once('"').unwrap();
            assert!(n > 0 || ["q1", "q2", "q3", "q4", "appendix"].contains(&name), "{name}");
            // The rest of the tag goes, up to its end.
            out.push((name.to_owned(), plain(rest.split_once('>').unwrap().1)));
        }
    }
    out
}

fn parts_of_markdown(page: &str) -> Parts {
    let mut out: Parts = Vec::new();
    for line in page.lines() {
        let heading = ["## ", "### "].iter().find_map(|h| line.strip_prefix(h));
        match (heading, out.last_mut()) {
            (Some(name), _) => out.push((name.to_owned(), String::new())),
            (None, Some((_, text))) => {
                // Of a link its text is left.
                let mut pieces = line.split("](");
                let first = pieces.next().unwrap().to_owned();
                let read = pieces.fold(first, |all, p| all + p.split_once(')').map_or(p, |(_, after)| after));
                text.push_str(&read.replace(['\\', '*', '`', '['], "").replace("&#58;", ":"));
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    out
}

/// How far behind the one the next phrase of a row may begin, in bytes.
const NEAR: usize = 140;

/// Whether a text has the phrases of a row, one shortly behind the other, each as whole words: `low` is none of `flow`.
fn says(text: &str, row: &str) -> bool {
    says_near(text, row, text.len())
}

fn says_near(text: &str, row: &str, near: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (phrase, more) = row.split_once(" … ").map_or((row, None), |(phrase, more)| (phrase, Some(more)));
    let (first, last) = (letter(phrase.chars().next()), letter(phrase.chars().next_back()));
    text.match_indices(phrase).take_while(|(at, _)| *at <= near).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + phrase.len()..]);
        let goes_on = first && letter(before.chars().next_back()) || last && letter(after.chars().next());
        !goes_on && more.is_none_or(|more| says_near(after, more, NEAR))
    })
}

#[test]
fn rows_are_found_whole() {
    let far = format!("Name {} Bo", "x ".repeat(NEAR));
    assert!(says("Name low Bo", "Name … low … Bo") && says("a flow, low", "low") && says("20 %", "%"));
    for (text, row) in
        [("a flow", "low"), ("Boundary", "Bo"), ("Bo Name", "Name … Bo"), (far.as_str(), "Name … Bo")]
    {
        assert!(!says(text, row), "{row} in {text}");
    }
}

/// What is not under its heading, or stands before what comes ahead of it.
fn missing<'a>(parts: &Parts, items: impl Iterator<Item = (&'a str, &'a Item)>) -> Vec<String> {
    let (mut wrong, mut last) = (Vec::new(), 0);
    for (name, item) in items {
        let Some(at) = parts.iter().position(|(n, _)| n == name) else {
            wrong.push(format!("no part is called {name:?}"));
            continue;
        };
        if at < last {
            wrong.push(format!("{name:?} stands before what comes ahead of it"));
        }
        last = at;
        let text = &parts[at].1;
        wrong.extend(
            item.says.iter().filter(|s| !says(text, s)).map(|s| format!("{s:?} is not under {name:?}")),
        );
    }
    wrong
}

#[test]
fn every_item_stands_under_its_question() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/rag-public.tm");
    let w = World::new().write("q.tm", fs::read_to_string(example).unwrap() + MORE);
    let ran = w.run(&["build", "q.tm", "--format", "html,md,svg", "--today", "2026-10-01"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let read = |name: &str| fs::read_to_string(w.path().join("out").join(name)).unwrap();
    let (html, markdown) = (read("q.html"), read("q.md"));

    let parts = parts_of_html(&html);
    let questions = ["q1", "q2", "q3", "q4"].iter().zip(&QUESTIONS);
    let mut wrong = Vec::new();
    for (id, (question, items)) in questions {
        // From the question to the next one, with the part that says it.
        let from = parts.iter().position(|(n, _)| n == id).unwrap();
        let more = parts[from + 1..].iter().position(|(n, _)| n.len() == 2 && n.starts_with('q'));
        let to = more.map_or(parts.iter().position(|(n, _)| n == "appendix").unwrap(), |n| from + 1 + n);
        let mine = parts[from..to].to_vec();
        assert!(mine[0].1.starts_with(question), "{}", mine[0].1);
        wrong.extend(missing(&mine, items.iter().map(|i| (i.at.0, i))));
    }
    wrong.extend(missing(&parts, REFERENCE.iter().map(|i| (i.at.0, i))));
    for (what, found) in [
        ("the diagram", "id=\"tm-diagram\""),
        ("its view", "id=\"tm-diagram-inside\""),
        ("what the view is about", "What the pipeline asks."),
    ] {
        if !html[html.find("<section id=\"q1\"").unwrap()..html.find("<h3 id=\"scope\"").unwrap()]
            .contains(found)
        {
            wrong.push(format!("{what} is not before the scope"));
        }
    }
    assert!(wrong.is_empty(), "HTML:\n{}", wrong.join("\n"));

    let parts = parts_of_markdown(&markdown);
    let all: Vec<(&str, &Item)> =
        QUESTIONS.iter().flat_map(|(_, items)| items.iter()).map(|i| (i.at.1, i)).collect();
    let mut wrong = missing(&parts, all.into_iter());
    wrong.extend(missing(&parts, REFERENCE.iter().map(|i| (i.at.1, i))));
    for (question, _) in QUESTIONS {
        assert!(parts.iter().any(|(n, _)| n == question), "{question}");
    }
    for picture in ["q.svg", "q.inside.svg"] {
        assert!(markdown.contains(picture), "{picture}");
    }
    assert!(wrong.is_empty(), "Markdown:\n{}", wrong.join("\n"));
}

/// A page of 44 elements and 225 threats, with all its pictures, is one file of less than a megabyte and a half: some
/// 6,600 bytes a threat. What stands on every card or in every row of the register is paid 225 times.
#[test]
fn a_page_stays_small() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/big-platform.tm");
    let w = World::new().write("big.tm", fs::read_to_string(example).unwrap());
    let ran = w.run(&["build", "big.tm", "--format", "html", "--today", "2026-10-01"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let page = fs::read_to_string(w.path().join("out/big.html")).unwrap();
    let (threats, bytes) = (page.matches("<details class=\"card ").count(), page.len());
    assert!(threats >= 225, "{threats}");
    assert!(bytes < 1_500_000, "{bytes} bytes, {} a threat", bytes / threats);
    let between = |from: &str, to: &str| {
        page.split(from).skip(1).map(|rest| rest.split(to).next().unwrap().len() + from.len()).sum::<usize>()
            / threats
    };
    let (card, row) = (between("<details class=\"card ", "</details>"), between("<tr data-threat=", "\n"));
    assert!(card < 2_100 && row < 500, "{card} bytes a card, {row} a row");
}
