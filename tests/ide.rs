//! What an editor shows of a model. A case is a model in tests/ide whose first line asks for something; what
//! comes out stands beside it. `▮` is the cursor, `⟦` and `⟧` are a selection, `//// NAME` begins a further
//! file. TRUSTLINE_BLESS=1 writes what comes out.
#![cfg(feature = "lsp")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use trustline::diagnostic::{Edit, Fix, fix};
use trustline::ide::actions::actions;
use trustline::ide::complete::{Wishes, complete};
use trustline::ide::names::{Role, Sort};
use trustline::ide::{
    At, Snapshot, calls, fold, format, hints, hover, lenses, links, navigate, rename, symbols, tokens,
};
use trustline::model::{Entry, read, resolve};
use trustline::project::Draft;
use trustline::source::{FileId, Files, Memory, Span};
use trustline::syntax::tree::Date;

#[path = "support/cases.rs"]
mod cases;

fn snapshot(files: &dyn Files, path: &Path) -> Snapshot {
    let draft = Arc::new(Draft::new(read(files, Entry::File(path), None), resolve));
    let mut analysis = draft.analyse(Date::new(2026, 10, 1).unwrap());
    let diagnostics = draft.with(&mut analysis, &[]);
    Snapshot::new(draft, &[]).analysed(Arc::new(analysis), diagnostics)
}

fn of_text(text: &str) -> Snapshot {
    snapshot(&Memory::new([("main.tm", text)]), Path::new("main.tm"))
}

/// A case: what it asks for, its files, and where the cursor is.
struct Case {
    ask: Vec<String>,
    files: Memory,
    path: PathBuf,
    range: Range<usize>,
}

fn case(text: &str) -> Case {
    let (first, rest) = text.split_once('\n').unwrap();
    let ask =
        first.strip_prefix("// ask: ").expect("the first line asks").split(' ').map(str::to_owned).collect();
    let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut name = PathBuf::from("main.tm");
    let mut found = None;
    for part in format!("//// main.tm\n{rest}").split_inclusive('\n') {
        if let Some(next) = part.strip_prefix("//// ") {
            name = PathBuf::from(next.trim());
            files.insert(name.clone(), String::new());
        } else {
            files.get_mut(&name).unwrap().push_str(part);
        }
    }
    for (name, text) in &mut files {
        for (open, close) in [("▮", "▮"), ("⟦", "⟧")] {
            if let Some(start) = text.find(open) {
                *text = text.replacen(open, "", 1);
                let end = if open == close { start } else { text.find(close).unwrap() };
                *text = text.replacen(close, "", 1);
                found = Some((name.clone(), start..end));
            }
        }
        // A last line end that only closes the case is none of the model's.
        if let Some(kept) = text.strip_suffix("¶\n") {
            *text = kept.to_owned();
        }
    }
    let (path, range) = found.unwrap_or((PathBuf::from("main.tm"), 0..0));
    Case { ask, files: Memory(files), path, range }
}

fn place(s: &Snapshot, span: Span) -> String {
    let (file, at) = s.sources().place(span).unwrap();
    format!("{file}:{}:{} `{}`", at.line, at.column, s.sources().text(span).lines().next().unwrap_or(""))
}

/// The texts that come out of edits, those that changed.
fn changed(s: &Snapshot, edits: Vec<Edit>) -> Vec<(FileId, String)> {
    let fix = Fix { message: String::new(), edits };
    let patched = fix::apply(s.sources(), &[&fix]);
    assert!(fix.edits.is_empty() || patched.made == [0], "edits overlap: {:?}", fix.edits);
    patched.texts.into_iter().collect()
}

fn told(s: &Snapshot, edits: Vec<Edit>) -> String {
    let mut out = String::new();
    for (file, text) in changed(s, edits) {
        let _ = writeln!(out, "--- {}\n{text}", s.source(file).unwrap().name);
    }
    if out.is_empty() { "nothing changes\n".into() } else { out }
}

/// The mistakes of the texts with edits made, and with a new file.
fn mistakes(case: &Case, s: &Snapshot, edits: Vec<Edit>, new: Option<(PathBuf, String)>) -> String {
    let mut files = case.files.clone();
    for (file, text) in changed(s, edits) {
        files.0.insert(s.path(file).unwrap().to_path_buf(), text);
    }
    files.0.extend(new);
    let after = snapshot(&files, Path::new("main.tm"));
    let errors = after.diagnostics.iter().filter(|d| d.is_error());
    errors.map(|d| format!("error[{}]: {}\n", d.code.name(), d.message)).collect()
}

fn answer(case: &Case) -> String {
    let s = snapshot(&case.files, Path::new("main.tm"));
    let file = s.file(&case.path).unwrap();
    let at = At { file, offset: case.range.start };
    let ask: Vec<&str> = case.ask.iter().map(String::as_str).collect();
    let mut out = String::new();
    match ask.as_slice() {
        ["complete", wishes @ ..] => {
            let names: Vec<String> = case.files.0.keys().map(|p| p.display().to_string()).collect();
            let wishes = Wishes { snippets: !wishes.contains(&"plain") };
            let all = complete(&s, at, wishes, &names);
            for item in all.iter().take(24) {
                let insert = item.insert.replace('\n', "⏎").replace('\t', "⇥");
                let insert = if insert == item.label { String::new() } else { format!(" ⇒ {insert}") };
                let _ = writeln!(out, "{:?} {}{insert} · {}", item.sort, item.label, item.detail);
            }
            let _ = writeln!(
                out,
                "{} in all, in the place of `{}`",
                all.len(),
                all.first().map_or("", |i| s.sources().text(i.span))
            );
        }
        ["hover"] => match hover::hover(&s, at) {
            Some(h) => {
                let _ = writeln!(out, "{}\n{}", place(&s, h.span), h.text);
            }
            None => out.push_str("nothing\n"),
        },
        ["definition"] => match navigate::definition(&s, at) {
            Some(d) => {
                let _ = writeln!(out, "{} → {}", place(&s, d.from), place(&s, d.to));
            }
            None => out.push_str("nothing\n"),
        },
        ["references"] => {
            for span in navigate::references(&s, at, true) {
                let _ = writeln!(out, "{}", place(&s, span));
            }
        }
        ["rename", new, more @ ..] => match rename::rename(&s, at, new, more.contains(&"was")) {
            Ok(edits) => {
                out.push_str(&told(&s, edits.clone()));
                out.push_str(&mistakes(case, &s, edits, None));
            }
            Err(why) => {
                let _ = writeln!(out, "refused: {why}");
            }
        },
        ["outline"] => {
            fn tell(out: &mut String, depth: usize, list: &[symbols::Outlined]) {
                for o in list {
                    let _ = writeln!(out, "{:depth$}{} · {} · {:?}", "", o.name, o.detail, o.sort);
                    tell(out, depth + 2, &o.inner);
                }
            }
            tell(&mut out, 0, &symbols::outline(&s, file));
        }
        ["search", query] => {
            for f in symbols::search(&s, query) {
                let _ = writeln!(out, "{} · {} · {:?} · {}", f.name, f.detail, f.within, place(&s, f.span));
            }
        }
        ["folds"] => {
            for f in fold::folds(&s, file) {
                let source = s.source(file).unwrap();
                let (a, b) = (source.position(f.span.start).line, source.position(f.span.end).line);
                let _ = writeln!(out, "{a}–{b} {:?}", f.sort);
            }
        }
        ["selections"] => {
            for span in fold::selections(&s, at) {
                let _ = writeln!(out, "⟦{}⟧", s.sources().text(span).replace('\n', "⏎"));
            }
        }
        ["tokens"] => {
            for t in tokens::tokens(&s, file) {
                let more = if t.declares {
                    " declares"
                } else if t.built_in {
                    " built in"
                } else {
                    ""
                };
                let _ = writeln!(out, "{:?}{more} {}", t.sort, place(&s, t.span));
            }
        }
        ["format"] => out.push_str(&told(&s, format::file(&s, file))),
        ["format-range"] => out.push_str(&told(&s, format::range(&s, file, case.range.clone()))),
        ["format-typed", c] => {
            let c = if *c == "newline" { '\n' } else { c.chars().next().unwrap() };
            out.push_str(&told(&s, format::typed(&s, at, c)));
        }
        ["links"] => {
            for l in links::links(&s, file) {
                let _ = writeln!(out, "{} → {:?} · {}", place(&s, l.span), l.target, l.about);
            }
        }
        ["calls"] => {
            let item = calls::prepare(&s, at).expect("an element");
            let _ = writeln!(out, "{} · {}", item.name, item.detail);
            for (way, list) in
                [("from", calls::incoming(&s, &item.name)), ("to", calls::outgoing(&s, &item.name))]
            {
                for c in list {
                    let flows: Vec<String> = c.flows.iter().map(|f| place(&s, *f)).collect();
                    let _ = writeln!(out, "{way} {}: {}", c.item.name, flows.join(", "));
                }
            }
        }
        ["hints"] => {
            let source = s.source(file).unwrap();
            let all = hints::hints(&s, file, 0..source.text.len());
            for (n, line) in source.text.lines().enumerate() {
                let here = all
                    .iter()
                    .filter(|h| source.position(u32::try_from(h.at).unwrap()).line as usize == n + 1);
                let here: String = here.map(|h| format!("  {}", h.text)).collect();
                let _ = writeln!(out, "{line}{here}");
            }
        }
        ["lenses"] => {
            for l in lenses::lenses(&s, file, true) {
                let _ = writeln!(out, "{} · {} · {:?}", place(&s, l.span), l.text, l.leads);
            }
        }
        ["actions"] => {
            for a in actions(&s, file, case.range.clone()) {
                let _ = writeln!(
                    out,
                    "{:?} {}{}",
                    a.sort,
                    a.title,
                    if a.preferred { " (preferred)" } else { "" }
                );
            }
        }
        ["action", ..] => {
            let title = ask[1..].join(" ");
            let all = actions(&s, file, case.range.clone());
            let a = all.iter().find(|a| a.title.starts_with(&title)).unwrap_or_else(|| {
                panic!("no such action: {:?}", all.iter().map(|a| &a.title).collect::<Vec<_>>())
            });
            let _ = writeln!(out, "{}", a.title);
            out.push_str(&told(&s, a.edits.clone()));
            if let Some((path, text)) = &a.file {
                let _ = writeln!(out, "--- new: {}\n{text}", path.display());
            }
            out.push_str(&mistakes(case, &s, a.edits.clone(), a.file.clone()));
        }
        other => panic!("nothing is asked by {other:?}"),
    }
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ide")
}

#[test]
fn cases_give_what_stands_beside_them() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in cases::models_in(&root()) {
        seen += 1;
        let text = fs::read_to_string(&path).unwrap();
        let out = answer(&case(&text));
        let beside = path.with_extension("txt");
        if bless {
            fs::write(&beside, &out).unwrap();
        } else if fs::read_to_string(&beside).unwrap_or_default() != out {
            wrong.push(format!("{}:\n{out}", path.display()));
        }
    }
    assert!(seen > 20, "the cases were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who types on does not wait for the analysis to be offered a day.
#[test]
fn days_are_known_before_the_analysis() {
    let text = "llm big \"Big\"\naccept jailbreak on big { until:  }\n";
    let files = Memory::new([("main.tm", text)]);
    let draft = Arc::new(Draft::new(read(&files, Entry::File(Path::new("main.tm")), None), resolve));
    let s = Snapshot::new(draft, &[]);
    let at = At { file: FileId(0), offset: text.find(" }").unwrap() };
    let offered = |s: &Snapshot| {
        complete(s, at, Wishes { snippets: true }, &[]).into_iter().map(|i| i.label).collect::<Vec<_>>()
    };
    assert_eq!(offered(&s), Vec::<String>::new(), "nobody has said which day it is");
    let days = offered(&s.on(Date::new(2026, 10, 1).unwrap()));
    assert_eq!(days, ["2026-12-31", "2027-04-01", "2027-10-01"]);
}

fn examples() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let all = cases::models_in(&folder).into_iter();
    all.map(|p| (p.clone(), fs::read_to_string(p).unwrap())).collect()
}

#[test]
fn every_name_of_the_examples_is_found() {
    for (path, text) in examples() {
        let s = of_text(&text);
        let mut parts = 0;
        for o in &s.index().occurrences {
            let known = match o.role {
                Role::Part => {
                    parts += 1;
                    o.symbol.is_some()
                }
                Role::Kind(id) => id.is_some(),
                Role::Control(id) => id.is_some() || o.symbol.is_some(),
                Role::Threat(id) => id.is_some(),
                Role::Property(f) => f.is_some(),
                _ => true,
            };
            assert!(known, "{}: {} {:?}", path.display(), place(&s, o.span), o.role);
        }
        assert!(parts > 20, "{}", path.display());
    }
}

/// Status and residual rating of each threat.
fn ratings(s: &Snapshot) -> Vec<(&str, u8)> {
    let threats = s.analysis.as_ref().unwrap().threats.iter();
    threats.map(|t| (t.status.word(), t.residual.product())).collect()
}

#[test]
fn whatever_is_renamed_the_model_says_the_same() {
    let mut tried = 0;
    for (path, text) in examples() {
        let s = of_text(&text);
        let before = ratings(&s);
        let parts = s.index().symbols.iter().filter(|y| y.sort != Sort::View);
        // Each takes an analysis, so of the largest there is not time for many.
        if text.len() > 9_000 {
            continue;
        }
        tried += 1;
        let mut seen = Vec::new();
        for (i, y) in parts.enumerate() {
            if seen.contains(&y.sort) && i % 15 != 0 {
                continue;
            }
            seen.push(y.sort);
            let at = At { file: y.span.file, offset: y.span.range().start };
            let new = if y.sort == Sort::Threat { "zz-new" } else { "zz_new" };
            let edits = rename::rename(&s, at, new, false).unwrap_or_else(|why| panic!("{}: {why}", y.name));
            let out = changed(&s, edits).pop().unwrap().1;
            let after = of_text(&out);
            let errors: Vec<&str> =
                after.diagnostics.iter().filter(|d| d.is_error()).map(|d| d.message.as_str()).collect();
            assert!(errors.is_empty(), "{}: `{}` renamed: {errors:?}", path.display(), y.name);
            let mut now = ratings(&after);
            // The last word of the ranking is the id, which a new name moves.
            let mut was = before.clone();
            now.sort_unstable();
            was.sort_unstable();
            assert_eq!(now, was, "{}: `{}` renamed", path.display(), y.name);
            // And back again.
            let there = after.index().symbols.iter().find(|z| z.name == new).unwrap();
            let at = At { file: there.span.file, offset: there.span.range().start };
            let back = rename::rename(&after, at, &y.name, false).unwrap();
            assert_eq!(changed(&after, back).pop().unwrap().1, text, "`{}`", y.name);
        }
    }
    assert!(tried > 1, "{tried} examples were small enough");
}

#[test]
fn formatting_by_edits_is_formatting() {
    for (path, text) in examples() {
        // Spoilt in ways that the style mends.
        let spoilt = text.replace(" -> ", "->").replace("  ", "    ").replace(", ", ",");
        for text in [&text, &spoilt] {
            let s = of_text(text);
            let wanted = trustline::syntax::format::format(FileId(0), text).text;
            let edits = format::file(&s, FileId(0));
            assert!(edits.len() != 1 || edits[0].span.range().len() < text.len() / 2, "one edit is all");
            let out = changed(&s, edits).pop().map_or_else(|| text.clone(), |(_, t)| t);
            assert_eq!(out, wanted, "{}", path.display());
        }
    }
}

/// Every feature at many places of whole and broken texts: nothing fails, and every edit is one of the text.
#[test]
fn nothing_fails_anywhere() {
    let (_, text) = examples().into_iter().find(|(p, _)| p.ends_with("rag-public.tm")).unwrap();
    let mut texts: Vec<String> = vec![text.clone(), String::new(), "chat -> ".into(), "a\n\"".into()];
    // Cut off in the middle of everything.
    let cuts = (0..text.len()).step_by(701).filter(|i| text.is_char_boundary(*i));
    texts.extend(cuts.map(|i| text[..i].to_owned()));
    for text in texts {
        let s = of_text(&text);
        let file = FileId(0);
        let inside = |edits: &[Edit]| {
            edits.iter().all(|e| s.source(e.span.file).is_some_and(|f| f.text.get(e.span.range()).is_some()))
        };
        tokens::tokens(&s, file);
        symbols::outline(&s, file);
        fold::folds(&s, file);
        links::links(&s, file);
        hints::hints(&s, file, 0..text.len());
        lenses::lenses(&s, file, true);
        assert!(inside(&format::file(&s, file)));
        let places = (0..=text.len()).step_by(307).chain([text.len()]);
        for offset in places.filter(|i| text.is_char_boundary(*i)) {
            let at = At { file, offset };
            for item in complete(&s, at, Wishes { snippets: true }, &[]) {
                assert!(item.span.range().end == offset && text.get(item.span.range()).is_some());
            }
            hover::hover(&s, at);
            navigate::definition(&s, at);
            let selections = fold::selections(&s, at);
            assert!(selections.windows(2).all(|w| w[1].start <= w[0].start && w[0].end <= w[1].end));
            if let Ok(edits) = rename::rename(&s, at, "zz_new", true) {
                assert!(inside(&edits));
            }
            for a in actions(&s, file, offset..offset) {
                assert!(inside(&a.edits), "{}", a.title);
            }
        }
    }
}

/// Every word of conditions is told: those of the grammar, and those that the catalog writes.
#[test]
fn every_word_of_conditions_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let grammar = fs::read_to_string(root.join("grammar/trustline.pest")).unwrap();
    let rules: BTreeMap<&str, &str> = grammar
        .lines()
        .filter(|l| !l.starts_with("//"))
        .filter_map(|l| l.split_once('='))
        .map(|(name, rule)| (name.trim(), rule))
        .collect();
    let is_word = |w: &str| {
        w.starts_with(|c: char| c.is_ascii_lowercase())
            && w.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    let (mut words, mut seen, mut next) = (BTreeSet::new(), BTreeSet::new(), vec!["or_expr"]);
    while let Some(rule) = next.pop() {
        seen.insert(rule);
        for (i, piece) in rules.get(rule).unwrap_or(&"").split('"').enumerate() {
            if i % 2 == 1 {
                words.extend(is_word(piece).then(|| piece.to_owned()));
            } else {
                let named = piece.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                next.extend(named.filter(|n| rules.contains_key(n) && !seen.contains(n)));
            }
        }
    }
    // What the catalog writes stands in quotes, with what it puts in in braces.
    let catalog = fs::read_to_string(root.join("src/catalog/expr.rs")).unwrap();
    let quoted = catalog.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(|l| {
        l.split('"').skip(1).step_by(2).flat_map(|text| text.split([' ', '.'])).map(str::to_owned)
    });
    words.extend(quoted.map(|w| w.split('{').next().unwrap().to_owned()).filter(|w| is_word(w)));
    for word in
        ["and", "another", "by", "fed_by", "level", "one_way", "moved", "personal", "trust", "receiver"]
    {
        assert!(words.contains(word), "{word} is found: {words:?}");
    }
    let untold: Vec<&String> = words
        .iter()
        .filter(|word| {
            let text = format!("llm big \"Big\"\nrequire auth on big {{ when: {word} }}\n");
            let s = of_text(&text);
            let at = At { file: FileId(0), offset: text.rfind(word.as_str()).unwrap() };
            !hover::hover(&s, at).is_some_and(|h| h.text.contains("(condition)"))
        })
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}
