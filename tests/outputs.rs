//! What goes to other programs, as those programs read it: the register as CSV and as a workbook, JUnit, SARIF, a
//! layer of the Navigator. All say the same numbers as the pages, and hostile text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/world.rs"]
mod world;

use findings::Found;
use hostile::model;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use trustline::interop::{csv, junit, navigator, xlsx};
use trustline::model::parts::ControlStatus;
use trustline::report::register::COLUMNS;
use trustline::report::tables::Tables;
use trustline::report::{Report, collect, html, json, markdown, sets, words};
use world::World;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The examples and the models from public descriptions.
fn models() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = ["examples", "tests/published"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tm"))
        .collect();
    out.sort();
    assert!(out.len() > 10, "{out:?}");
    out
}

fn report(path: &Path) -> Report {
    let f = Found::of_file(path).expect_good(&path.display().to_string());
    collect(&f.model, &f.analysis, &f.sources, &Tables)
}

/// What Python makes of files, by name; in one call, since each start of it takes a second.
fn read(files: &[(String, Vec<u8>)]) -> BTreeMap<String, Value> {
    let installed = Command::new(root().join("tests/markdown/install")).status().unwrap();
    assert!(installed.success(), "tests/markdown/install could not install what reads workbooks");
    let dir = tempfile::tempdir().unwrap();
    let paths = files.iter().map(|(name, bytes)| {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    });
    let run = Command::new(root().join("target/markdown/venv/bin/python"))
        .arg(root().join("tests/outputs/read.py"))
        .args(paths)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

/// The two files of a report that a spreadsheet opens.
fn sheets(name: &str, r: &Report) -> [(String, Vec<u8>); 2] {
    [(format!("{name}.csv"), csv::write(r).into_bytes()), (format!("{name}.xlsx"), xlsx::write(r).unwrap())]
}

type Counts = BTreeMap<String, usize>;

fn counted<S: ToString>(words: impl IntoIterator<Item = S>) -> Counts {
    let mut out = Counts::new();
    for word in words {
        *out.entry(word.to_string()).or_default() += 1;
    }
    out
}

/// Status, residual severity and whether the rating is confirmed, of all threats.
#[derive(Debug, PartialEq)]
struct Numbers {
    status: Counts,
    severity: Counts,
    confirmed: Counts,
}

impl Numbers {
    fn of_rows(rows: &[Value]) -> Numbers {
        let head: Vec<&str> = rows[0].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
        assert_eq!(head, COLUMNS.iter().map(|c| c.name).collect::<Vec<_>>());
        let column = |name: &str| {
            let at = head.iter().position(|h| *h == name).unwrap();
            rows[1..].iter().map(move |r| r[at].as_str().unwrap().split(' ').next_back().unwrap())
        };
        Numbers {
            status: counted(column("Status")),
            severity: counted(column("Severity now")),
            confirmed: counted(column("Rating confirmed")),
        }
    }
}

/// The rows of the register in a page: severity and status of each.
fn rows_of_page(page: &str) -> Vec<(String, String)> {
    let rows = page.split("<tr data-threat=").skip(1);
    rows.map(|r| {
        let class = |of: &str| r.split(of).nth(1).unwrap().split('"').next().unwrap().to_owned();
        (class("class=\"badge sev "), class("class=\"status "))
    })
    .collect()
}

/// The tables of a Markdown page whose heads have these columns: their cells, by row.
fn rows_of_markdown(md: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let mut at: Option<Vec<usize>> = None;
    for line in md.lines() {
        if !line.starts_with('|') {
            at = None;
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        match &at {
            None => {
                let found: Vec<usize> =
                    columns.iter().filter_map(|c| cells.iter().position(|x| x == c)).collect();
                at = Some(if found.len() == columns.len() { found } else { Vec::new() });
            }
            Some(places) if !places.is_empty() && !line.starts_with("| --- ") => {
                out.push(places.iter().map(|p| cells[*p].to_owned()).collect());
            }
            Some(_) => {}
        }
    }
    out
}

fn last_word(text: &str) -> String {
    text.split(' ').next_back().unwrap_or_default().to_owned()
}

/// Every format says the same of every model: threats by status and severity, ratings that nobody has confirmed,
/// what is planned.
#[test]
fn numbers_agree() {
    let all: Vec<(String, Report)> = models()
        .iter()
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), report(path)))
        .collect();
    let files: Vec<(String, Vec<u8>)> = all.iter().flat_map(|(name, r)| sheets(name, r)).collect();
    let opened = read(&files);
    for (name, r) in &all {
        let s = &r.summary;
        let wanted = Numbers {
            status: counted(r.threats.iter().map(|t| t.status)),
            severity: counted(r.threats.iter().map(|t| t.residual.severity)),
            confirmed: counted(r.threats.iter().map(|t| if t.rated { "yes" } else { "no" })),
        };
        let unsettled = r.threats.iter().filter(|t| t.status.is_unsettled()).count();
        assert_eq!(s.unsettled, unsettled, "{name}");

        let data: Value = serde_json::from_str(&json::write(r).unwrap()).unwrap();
        let all = data["threats"].as_array().unwrap();
        let text = |v: &Value| v.as_str().unwrap().to_owned();
        assert_eq!(counted(all.iter().map(|t| text(&t["status"]))), wanted.status, "{name}, JSON");
        assert_eq!(
            counted(all.iter().map(|t| text(&t["residual"]["severity"]))),
            wanted.severity,
            "{name}, JSON"
        );
        let by_status: Counts =
            serde_json::from_value::<Counts>(data["summary"]["by_status"].clone()).unwrap();
        assert_eq!(
            by_status.into_iter().filter(|(_, n)| *n > 0).collect::<Counts>(),
            wanted.status,
            "{name}"
        );
        let planned = r.controls.iter().filter(|c| c.status == ControlStatus::Planned).count();
        assert_eq!(s.controls_planned, planned, "{name}");
        let unrated = r.threats.iter().filter(|t| t.status.counts() && !t.rated).count();
        assert_eq!(s.ratings.unrated, unrated, "{name}");

        let table = &opened[&format!("{name}.csv")];
        assert_eq!(Numbers::of_rows(table["rows"].as_array().unwrap()), wanted, "{name}, CSV");
        let sheets = &opened[&format!("{name}.xlsx")]["sheets"];
        assert_eq!(Numbers::of_rows(sheets["Threats"]["rows"].as_array().unwrap()), wanted, "{name}, XLSX");
        let controls = sheets["Controls"]["rows"].as_array().unwrap();
        assert_eq!(controls.iter().filter(|c| c[2] == "planned").count(), planned, "{name}, XLSX");
        let questions = sheets["Questions"]["rows"].as_array().unwrap();
        let open = |sort: &str| questions.iter().filter(|q| q[0] == sort && q[6] == "open").count();
        assert_eq!((open("question"), open("assumption")), (s.unanswered, s.unconfirmed), "{name}, XLSX");

        let tests = junit::write(&[junit::suite(r, |_| true)]);
        let head = format!(
            "tests=\"{}\" failures=\"{}\"",
            r.threats.len() + r.requirements.len(),
            unsettled + r.requirements.iter().filter(|x| !x.broken.is_empty()).count()
        );
        assert!(tests.contains(&head), "{name}, JUnit: {head}");
        assert_eq!(tests.matches("<testcase ").count(), r.threats.len() + r.requirements.len(), "{name}");
        for (level, n) in
            counted(r.threats.iter().filter(|t| t.status.is_unsettled()).map(|t| t.residual.severity))
        {
            assert_eq!(tests.matches(&format!("<failure type=\"{level}\"")).count(), n, "{name}, JUnit");
        }

        let layer: Value = serde_json::from_str(&navigator::write(r)).unwrap();
        for technique in layer["techniques"].as_array().unwrap() {
            let id = technique["techniqueID"].as_str().unwrap();
            let mine = r.threats.iter().filter(|t| {
                t.status.counts() && t.refs.get("atlas").is_some_and(|ids| ids.iter().any(|i| i == id))
            });
            let scores: Vec<u8> = mine.map(|t| t.residual.likelihood * t.residual.impact).collect();
            assert_eq!(technique["score"], *scores.iter().max().unwrap(), "{name}, {id}");
            assert_eq!(technique["metadata"][0]["value"], scores.len().to_string(), "{name}, {id}");
        }

        let md = markdown::write(r, &[]);
        let mut rows = rows_of_markdown(&md, &["Severity now", "Status", "Owner"]);
        assert_eq!(rows.len(), unsettled, "{name}, Markdown");
        rows.extend(rows_of_markdown(&md, &["Severity now", "Status", "What answers it"]));
        assert_eq!(counted(rows.iter().map(|r| &r[1])), wanted.status, "{name}, Markdown");
        assert_eq!(counted(rows.iter().map(|r| last_word(&r[0]))), wanted.severity, "{name}, Markdown");
        let counts = rows_of_markdown(&md, &["Status", "Threats", "Meaning"]);
        let counts: Counts = counts.iter().map(|r| (r[0].clone(), r[1].parse().unwrap())).collect();
        assert_eq!(counts.into_iter().filter(|(_, n)| *n > 0).collect::<Counts>(), wanted.status, "{name}");
        let controls = rows_of_markdown(&md, &["Control", "Status", "Ticket"]);
        assert_eq!(controls.iter().filter(|c| c[1] == "planned").count(), planned, "{name}, Markdown");

        let page = html::write(r, &[], &html::Theme::default()).unwrap();
        let rows = rows_of_page(&page);
        assert_eq!(counted(rows.iter().map(|r| &r.1)), wanted.status, "{name}, HTML");
        assert_eq!(counted(rows.iter().map(|r| &r.0)), wanted.severity, "{name}, HTML");
        for sentence in [words::first::verdict(r), sets::register(r), words::ratings::confirmed(r)] {
            assert!(page.contains(&sentence.replace('\'', "&#39;")), "{name}, HTML: {sentence}");
            assert!(md.contains(&sentence), "{name}, Markdown: {sentence}");
        }
    }
}

/// The number before a word: of `5 planned` the number before `planned`, wherever it stands; the sum of all.
fn before(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ',', '(', ')', ';', '\n']).collect();
    words.windows(2).filter(|w| w[1] == word).filter_map(|w| w[0].parse::<usize>().ok()).sum()
}

/// Commands say the numbers of the report: `check` in words, as data and in SARIF, `status`, and the comparison with
/// a baseline.
#[test]
fn commands_say_the_numbers_of_the_report() {
    let world = World::new();
    let baseline = world.path().join("b.json");
    let baseline = baseline.to_str().unwrap();
    let mut planned = 0;
    for path in models() {
        let (r, file) = (report(&path), path.to_str().unwrap());
        let run = |call: &[&str]| {
            let ran = world.run(&[call, &[file, "--today", "2026-10-01"]].concat());
            assert_eq!(ran.status, 0, "{call:?} {file}: {}", ran.err);
            ran.out
        };
        let data = |call: &[&str]| -> Value { serde_json::from_str(&run(call)).unwrap() };
        let number = |v: &Value| usize::try_from(v.as_u64().unwrap_or_default()).unwrap();
        let unsettled: Vec<_> = r.threats.iter().filter(|t| t.status.is_unsettled()).collect();
        let (n, closed) = (unsettled.len(), r.threats.len() - unsettled.len());
        let of = |status: &str| r.threats.iter().filter(|t| t.status.to_string() == status).count();

        planned += of("planned");
        let said = run(&["check"]);
        let line = said.lines().find(|l| l.ends_with(" closed")).unwrap_or_else(|| panic!("{said}"));
        assert_eq!(
            (before(line, "open") + before(line, "planned"), before(line, "closed")),
            (n, closed),
            "{line}"
        );
        let levels = counted(unsettled.iter().map(|t| t.residual.severity));
        for (level, n) in &levels {
            assert_eq!(before(line, level), *n, "{line}");
        }
        let rated = r.summary.ratings.words().unwrap();
        assert!(said.contains(&rated), "{rated}: {said}");

        let checked = data(&["check", "--format", "json"]);
        let s = &checked["models"][0]["summary"];
        assert_eq!((number(&s["open"]) + number(&s["planned"]), number(&s["closed"])), (n, closed), "{s}");
        assert_eq!(number(&s["unrated"]), r.summary.ratings.unrated, "{s}");
        assert_eq!(number(&s["crossings"]), r.summary.crossings, "{s}");

        let log = data(&["check", "--format", "sarif"]);
        let results = log["runs"][0]["results"].as_array().unwrap().iter();
        let threats: Vec<&Value> =
            results.filter(|r| r["ruleId"].as_str().unwrap().starts_with("threat/")).collect();
        let level = |level: &str| threats.iter().filter(|r| r["level"] == level).count();
        let many = |words: &[&str]| words.iter().filter_map(|w| levels.get(*w)).sum::<usize>();
        assert_eq!(
            [threats.len(), level("error"), level("warning"), level("note")],
            [n, many(&["critical", "high"]), many(&["medium"]), many(&["low"])],
            "{file}, SARIF"
        );

        let status = data(&["status", "--format", "json"]);
        let s = &status["models"][0];
        let sum = |of: &str| -> usize { s[of].as_object().unwrap().values().map(number).sum() };
        assert_eq!((sum("open"), sum("planned")), (of("open"), of("planned")), "{file}, status");
        let told = run(&["status"]);
        let row = |of: &str| {
            let line =
                told.lines().find(|l| l.trim_start().starts_with(of)).unwrap_or_else(|| panic!("{told}"));
            line.split_whitespace().last().unwrap().parse::<usize>().unwrap()
        };
        assert_eq!(
            (row("open "), row("planned "), row("closed ")),
            (of("open"), of("planned"), closed),
            "{told}"
        );

        let _ = fs::remove_file(baseline);
        run(&["check", "--write-baseline", baseline]);
        let since = data(&["check", "--format", "json", "--baseline", baseline]);
        let since = &since["models"][0]["baseline"];
        let new = since["new"].as_array().unwrap().len() + since["closed"].as_array().unwrap().len();
        assert_eq!((number(&since["known"]), new), (n, 0), "{file}, baseline");
        let said = run(&["check", "--baseline", baseline]);
        assert!(said.contains(&format!("0 new, 0 closed, {n} known")), "{said}");
    }
    assert!(planned > 0, "else nothing is told of what is planned");
}

/// A workbook can be filtered and read, and is the same each time.
#[test]
fn workbooks_are_made_for_reading() {
    let r = report(&root().join("examples/rag-public.tm"));
    let bytes = xlsx::write(&r).unwrap();
    assert_eq!(bytes, xlsx::write(&r).unwrap());
    let opened = read(&[("m.xlsx".to_owned(), bytes)]);
    let book = &opened["m.xlsx"];
    assert_eq!(book["created"], "2000-01-01 00:00:00");
    assert_eq!(book["title"], r.model.title.as_str());
    let names: Vec<&String> = book["sheets"].as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for (name, sheet) in book["sheets"].as_object().unwrap() {
        let rows = sheet["rows"].as_array().unwrap();
        let end = format!("{}", rows.len());
        let filter = sheet["filter"].as_str().unwrap();
        assert!(filter.starts_with("A1:") && filter.ends_with(&end), "{name}: {filter}");
        assert!(sheet["frozen"].as_str().unwrap().ends_with('2'), "{name}: the head stays");
        assert!(rows.len() > 1, "{name}");
    }
    let threats = &book["sheets"]["Threats"];
    assert_eq!(threats["rows"][1][3], "■ critical");
    assert_eq!(threats["colours"].as_array().unwrap().len(), 4, "{}", threats["colours"]);
    assert_eq!(threats["rows"][1][5], 5, "numbers are numbers");
}

/// Texts that programs would run, or that end what they stand in.
const HOSTILE: &[&str] = &[
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\\\"http://evil.example\\\")",
    "a,b;c\\\"d",
    "]]> <x> & ' \\\"",
    "<script>alert(1)</script>",
    "\u{202e}evil\u{1}",
    "&A&D",
];

/// All of them, with those that every format gets.
fn hostile_texts() -> impl Iterator<Item = &'static str> + Clone {
    hostile::HOSTILE.iter().chain(HOSTILE).copied()
}

/// A spreadsheet takes no text for a formula, and no row or cell gets lost.
#[test]
fn no_text_is_a_formula() {
    let calm = Found::of_text(&model("Calm words")).expect_good("calm");
    let calm = collect(&calm.model, &calm.analysis, &calm.sources, &Tables);
    let shape = |rows: &Value| -> Vec<usize> {
        rows.as_array().unwrap().iter().map(|r| r.as_array().unwrap().len()).collect()
    };
    let mut files: Vec<(String, Vec<u8>)> = sheets("calm", &calm).into();
    for (n, x) in hostile_texts().enumerate() {
        let f = Found::of_text(&model(x)).expect_good(x);
        let r = collect(&f.model, &f.analysis, &f.sources, &Tables);
        files.extend(sheets(&n.to_string(), &r));
        let text = csv::write(&r);
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{x}");
    }
    let opened = read(&files);
    let lengths = shape(&opened["calm.csv"]["rows"]);
    for (n, x) in hostile_texts().enumerate() {
        let table = &opened[&format!("{n}.csv")];
        assert_eq!(shape(&table["rows"]), lengths, "{x}");
        for cell in table["rows"].as_array().unwrap().iter().flat_map(|r| r.as_array().unwrap()) {
            let cell = cell.as_str().unwrap();
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{x}: {cell:?}");
            let unseen = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || c < ' ';
            assert!(!cell.contains(unseen), "{x}: {cell:?}");
        }
        let book = &opened[&format!("{n}.xlsx")];
        for (name, sheet) in book["sheets"].as_object().unwrap() {
            assert_eq!(sheet["formulas"], 0, "{x}, {name}");
        }
        assert_eq!(shape(&book["sheets"]["Threats"]["rows"]).len(), lengths.len(), "{x}");
        if x.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'\\') {
            let title = &book["sheets"]["Threats"]["rows"].as_array().unwrap();
            assert!(title.iter().any(|r| r[1] == x.trim()), "{x}: a text stays what it is");
        }
    }
}

/// Files as LibreOffice has them after it opened and saved them again, as workbooks by their names and their endings.
fn through_libre_office(files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let dir = tempfile::tempdir().unwrap();
    let mut out = Vec::new();
    for ending in ["csv", "xlsx"] {
        let made = dir.path().join(format!("from-{ending}"));
        let mine: Vec<&(String, Vec<u8>)> = files.iter().filter(|(n, _)| n.ends_with(ending)).collect();
        let mut call = Command::new("soffice");
        call.arg("--headless").arg(format!("-env:UserInstallation=file://{}/profile", dir.path().display()));
        if ending == "csv" {
            // What its window for such files offers by itself: commas, double quotes, UTF-8, from the first line on.
            call.arg("--infilter=CSV:44,34,76,1");
        }
        call.args(["--convert-to", "xlsx", "--outdir"]).arg(&made);
        for (name, bytes) in &mine {
            let path = dir.path().join(name);
            fs::write(&path, bytes).unwrap();
            call.arg(path);
        }
        let ran = call.output().expect("soffice is needed: `./test` installs it");
        for (name, _) in mine {
            let saved = made.join(name).with_extension("xlsx");
            let bytes = fs::read(&saved);
            let bytes =
                bytes.unwrap_or_else(|e| panic!("{name}: {e}\n{}", String::from_utf8_lossy(&ran.stderr)));
            out.push((format!("{ending}-{}", saved.file_name().unwrap().display()), bytes));
        }
    }
    out
}

/// Rows of cells as one reads them, without the empty ones at their ends.
fn seen(rows: &Value) -> Vec<Vec<String>> {
    let cell = |c: &Value| match c {
        Value::String(text) => text.clone(),
        Value::Number(n) => n.as_f64().unwrap().to_string(),
        other => panic!("{other}"),
    };
    let row = |r: &Value| {
        let mut row: Vec<String> = r.as_array().unwrap().iter().map(cell).collect();
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
        row
    };
    rows.as_array().unwrap().iter().map(row).collect()
}

/// Rows are the same, cell by cell.
fn same(is: &[Vec<String>], was: &[Vec<String>], name: &str) {
    assert_eq!(is.len(), was.len(), "{name}");
    for (n, (is, was)) in is.iter().zip(was).enumerate() {
        assert_eq!(is.len(), was.len(), "{name}, row {n}");
        for (m, (is, was)) in is.iter().zip(was).enumerate() {
            assert_eq!(is, was, "{name}, row {n}, column {m}");
        }
    }
}

/// LibreOffice opens the register, as CSV and as a workbook: the same cells in the same columns, and none a formula.
#[test]
fn libre_office_shows_what_was_written() {
    let calm = ["Größe, Übergang; Straße €", "漢字 “x” 🙂", "2026-01-02"];
    let texts: Vec<&str> = HOSTILE.iter().copied().chain(calm).collect();
    let mut files = Vec::new();
    // In each model all of the texts, in the next one at other places.
    for n in 0..4 {
        let mut turn = texts.iter().cycle().skip(n * 4);
        let model = model("§§");
        let text: Vec<&str> = model.split("§§").collect();
        let text =
            text.iter().skip(1).fold(text[0].to_owned(), |all, part| all + turn.next().unwrap() + part);
        let f = Found::of_text(&text).expect_good(&text);
        files.extend(sheets(&n.to_string(), &collect(&f.model, &f.analysis, &f.sources, &Tables)));
    }
    let (written, opened) = (read(&files), read(&through_libre_office(&files)));
    let heads: Vec<&str> = COLUMNS.iter().map(|c| c.name).collect();
    let mut cells: Vec<String> = Vec::new();
    for n in 0..4 {
        let sheets = opened[&format!("csv-{n}.xlsx")]["sheets"].as_object().unwrap();
        let sheet = sheets.values().next().unwrap();
        let rows = seen(&sheet["rows"]);
        assert_eq!((sheets.len(), &sheet["formulas"]), (1, &Value::from(0)));
        assert_eq!(rows[0], heads);
        same(&rows, &seen(&written[&format!("{n}.csv")]["rows"]), "CSV");
        cells.extend(rows.into_iter().flatten());

        let (was, is) =
            (&written[&format!("{n}.xlsx")]["sheets"], &opened[&format!("xlsx-{n}.xlsx")]["sheets"]);
        assert_eq!(was.as_object().unwrap().len(), is.as_object().unwrap().len());
        for (name, sheet) in is.as_object().unwrap() {
            assert_eq!(sheet["formulas"], 0, "{name}");
            same(&seen(&sheet["rows"]), &seen(&was[name]["rows"]), name);
        }
    }
    for text in ["=1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "Größe, Übergang; Straße €", "漢字 “x” 🙂"]
    {
        assert!(cells.iter().any(|c| c.contains(text)), "{text} stands nowhere");
    }
}

/// JUnit's XML fits its schema, whatever a model says, and so do `build` and `check`.
#[test]
fn junit_fits_its_schema() {
    let schema = root().join("tests/outputs/junit-4.xsd");
    let valid = |file: &Path, what: &str| {
        let run = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .arg(file)
            .output()
            .expect("xmllint, of the package libxml2-utils");
        assert!(run.status.success(), "{what}: {}", String::from_utf8_lossy(&run.stderr));
    };
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("m.xml");
    let mut calm = None;
    for x in std::iter::once("Calm words").chain(hostile_texts()) {
        let f = Found::of_text(&model(x)).expect_good(x);
        let r = collect(&f.model, &f.analysis, &f.sources, &Tables);
        let text = junit::write(&[junit::suite(&r, |t| t.residual.severity.word() == "critical")]);
        fs::write(&file, &text).unwrap();
        valid(&file, x);
        let tags = text.matches('<').count();
        assert_eq!(*calm.get_or_insert(tags), tags, "{x}: no element that a text made");
        assert!(
            text.contains("<skipped>") && text.contains("<failure ") && text.contains("<system-out>"),
            "{x}"
        );
    }
    let world = World::new().write("m.tm", model("Calm words")).write("bad.tm", "gateway {");
    let made =
        world.run(&["build", "m.tm", "--format", "junit,sarif,navigator,csv,xlsx", "--today", "2026-10-01"]);
    assert_eq!(made.status, 0, "{}", made.err);
    for ending in ["junit.xml", "sarif", "navigator.json", "csv", "xlsx"] {
        assert!(world.path().join(format!("out/m.{ending}")).exists(), "{ending}");
    }
    valid(&world.path().join("out/m.junit.xml"), "build");
    let run = world.run(&["check", "m.tm", "bad.tm", "none.tm", "--fail-on", "high", "--format", "junit"]);
    assert_eq!(run.status, 2);
    fs::write(&file, &run.out).unwrap();
    valid(&file, "check");
    assert_eq!(run.out.matches("<testsuite ").count(), 3, "{}", run.out);
    assert!(run.out.contains("type=\"error\"") && run.out.contains("type=\"high\""), "{}", run.out);
    assert!(!run.out.contains("type=\"medium\"") && run.out.contains("the gate lets it pass"), "{}", run.out);
}

/// `build` writes the log that `check` prints.
#[test]
fn build_and_check_agree_in_sarif() {
    let world = World::new().write("m.tm", model("Calm words"));
    world.run(&["build", "m.tm", "--format", "sarif", "--today", "2026-10-01"]);
    let built: Value = serde_json::from_slice(&fs::read(world.path().join("out/m.sarif")).unwrap()).unwrap();
    let checked: Value = serde_json::from_str(
        &world.run(&["check", "m.tm", "--format", "sarif", "--today", "2026-10-01"]).out,
    )
    .unwrap();
    let threats = |log: &Value| -> Vec<Value> {
        let all = log["runs"][0]["results"].as_array().unwrap().iter();
        all.filter(|r| r["ruleId"].as_str().unwrap().starts_with("threat/")).cloned().collect()
    };
    assert!(threats(&built).len() > 5);
    // Notes are said by `check` alone, so its rules have other places.
    let bare = |log: &Value| -> Vec<Value> {
        let mut all = threats(log);
        all.iter_mut().for_each(|r| r["ruleIndex"] = Value::Null);
        all
    };
    assert_eq!(bare(&built), bare(&checked));
    let schema: Value = serde_json::from_str(include_str!("sarif/sarif-2.1.0.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&built).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A layer is of the form that the Navigator reads, and links nowhere.
#[test]
fn layers_are_of_their_form() {
    for x in hostile_texts() {
        let f = Found::of_text(&model(x)).expect_good(x);
        let r = collect(&f.model, &f.analysis, &f.sources, &Tables);
        let layer: Value = serde_json::from_str(&navigator::write(&r)).unwrap();
        assert_eq!(layer["domain"], "atlas-atlas");
        assert_eq!(layer["versions"]["layer"], "4.5");
        let techniques = layer["techniques"].as_array().unwrap();
        assert!(techniques.iter().any(|t| t["techniqueID"] == "AML.T0051"), "{x}");
        for t in techniques {
            let id = t["techniqueID"].as_str().unwrap();
            assert!(
                id.starts_with("AML.T") && id[5..].chars().all(|c| c.is_ascii_digit() || c == '.'),
                "{id}"
            );
            assert!((1..=25).contains(&t["score"].as_u64().unwrap()), "{id}");
            let color = t["color"].as_str().unwrap();
            assert!(color.len() == 7 && color.starts_with('#'), "{color}");
            assert!(!t["comment"].as_str().unwrap().is_empty());
            assert!(t.get("links").is_none());
        }
        let text = layer.to_string();
        assert!(!text.contains(['\u{202e}']) && !text.contains("\\u0001"), "{x}");
    }
}

/// The JSON of every model meets its schema.
#[test]
fn json_meets_its_schema_for_every_model() {
    let schema: Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let valid = |r: &Report, what: &str| {
        let value: Value = serde_json::from_str(&json::write(r).unwrap()).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{what}: {errors:#?}");
        assert_eq!(value["schema"], trustline::report::data::SCHEMA);
    };
    for path in models() {
        valid(&report(&path), &path.display().to_string());
    }
    for x in hostile_texts() {
        let f = Found::of_text(&model(x)).expect_good(x);
        valid(&collect(&f.model, &f.analysis, &f.sources, &Tables), x);
    }
}
