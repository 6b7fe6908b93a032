//! Text to tree: cases in `tests/syntax`, and properties that hold for any text.
//!
//! `good/*.tm` are read without a word, and give the tree in the `.txt` beside them. `bad/*.tm`
//! give the diagnostics and the tree beside them. `TRUSTLINE_BLESS=1` writes what comes out.

use std::fmt::Write;
use std::path::Path;
use trustline::diagnostic::Diagnostic;
use trustline::source::{FileId, SourceFile};
use trustline::syntax::{Parsed, parse};

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
