//! The report's own words stand in `src/report/words` alone: templates have none, nor has any other file of
//! `src/report`.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, out) } else { out.push(path) }
    }
}

/// A text without what stands between two marks.
fn without(text: &str, (begin, end): (&str, &str), instead: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        out.push_str(before);
        out.push_str(instead);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    out + rest
}

/// What a reader would see of a template that is not asked of [`words`](trustline::report::words).
fn prose(template: &str) -> Vec<String> {
    const SAID: [&str; 5] = ["aria-label=\"", "title=\"", "told=\"", "what=\"", "alt=\""];
    let mut text = without(template, ("{#", "#}"), "");
    // Attributes that are read out, as they stand in tags and in calls of components.
    let mut out: Vec<String> = Vec::new();
    for key in SAID {
        let said = text.split(key).skip(1).filter_map(|rest| rest.split('"').next());
        out.extend(said.filter(|s| !s.is_empty() && !s.starts_with('{')).map(str::to_owned));
    }
    for marks in [("{{", "}}"), ("{%", "%}"), ("<", ">")] {
        text = without(&text, marks, "\n");
    }
    let letters = |s: &&str| s.chars().filter(|c| c.is_alphabetic()).count() > 1;
    out.extend(text.lines().filter(letters).map(|l| l.trim().to_owned()));
    out
}

#[test]
fn templates_have_no_words_of_their_own() {
    let mut all = Vec::new();
    files(Path::new("themes/default/templates"), &mut all);
    assert!(all.len() > 30);
    for file in all {
        let said = prose(&fs::read_to_string(&file).unwrap());
        assert!(said.is_empty(), "{}: {said:?}", file.display());
    }
    assert_eq!(
        prose("{# a note #}<p title=\"Say it\">Hello {{ x | join(sep=\", \") }}.</p>"),
        ["Say it", "Hello"]
    );
}

/// The literals of a file's code, without its tests: what stands between quotation marks, as it is read.
fn literals(file: &str) -> Vec<String> {
    let code = file.split("#[cfg(test)]").next().unwrap_or(file);
    let mut out = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if c == '\'' {
            // A sign in its marks; a lifetime has none behind it.
            let sign = if rest.starts_with("'\\") { rest.get(3..) } else { rest.get(1..) };
            let end = sign.and_then(|s| s.char_indices().take(8).find(|(_, c)| *c == '\''));
            let skip = match end {
                Some((at, _)) if rest.starts_with("'\\") => 3 + at + 1,
                Some((at, _)) if sign.is_some_and(|s| s[..at].chars().count() == 1) => 1 + at + 1,
                _ => 1,
            };
            rest = &rest[skip..];
        } else if c == '"' {
            let mut literal = String::new();
            let mut signs = rest.char_indices().skip(1);
            let mut end = rest.len();
            while let Some((at, c)) = signs.next() {
                match c {
                    '"' => {
                        end = at + 1;
                        break;
                    }
                    '\\' => match signs.next().map(|(_, c)| c) {
                        Some('n') => literal.push(' '),
                        // The text goes on in the next line.
                        Some('\n') => {}
                        Some(c) => literal.push(c),
                        None => {}
                    },
                    c => literal.push(c),
                }
            }
            out.push(literal);
            rest = &rest[end..];
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Whether a literal says something to somebody who reads a report: two words of a sentence, a word beside what is
/// filled in, a word behind a comma, or a word that begins like a heading.
fn says(literal: &str) -> bool {
    // Style sheets and JSON.
    if literal.contains("{{") {
        return false;
    }
    if literal.contains('<') || literal.contains("=\"") || literal.contains("\">") {
        // What begins or ends within a tag.
        let tag = literal.find('>').filter(|at| literal.find('<').is_none_or(|open| open > *at));
        let whole = match tag {
            Some(at) => format!("<{}>{}", &literal[..at], &literal[at + 1..]),
            None if literal.contains('<') => literal.to_owned(),
            None => format!("<{literal}>"),
        };
        return prose(&whole).iter().any(|text| says(text));
    }
    let text = literal.trim();
    let letters = |w: &str| w.len() > 1 && w.chars().skip(1).all(|c| c.is_ascii_lowercase());
    let word = |w: &str| letters(w) && w.starts_with(|c: char| c.is_ascii_alphabetic());
    let hole = |w: &str| w.contains('{') || w.contains('}');
    let parts: Vec<&str> =
        text.split_whitespace().map(|w| w.trim_matches([',', '.', ';', ':', '(', ')'])).collect();
    let sentence = parts.windows(2).any(|two| match two {
        [a, b] => (word(a) && (word(b) || hole(b))) || (hole(a) && word(b)),
        _ => false,
    });
    let goes_on = text.strip_prefix([',', ';', ':', '(']).is_some_and(|rest| {
        let first = rest.split_whitespace().next().unwrap_or_default();
        word(first.trim_matches([',', '.', ';', ':', '(', ')']))
    });
    sentence || goes_on || (word(text) && text.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// What is not for readers of reports: the file, how the literal begins (all of them, if that is empty), and why.
const NOT_FOR_READERS: &[(&str, &str, &str)] = &[
    ("html/fields.rs", "", "what fields of templates are, for authors of themes"),
    ("html/engine.rs", "", "what is wrong with a theme's templates, for their authors"),
    ("html.rs", "there is no word `{name}`", "the same"),
    ("markdown/dialect.rs", "", "names of programs, for the help of the command line"),
    ("difference/markdown.rs", "trustline diff", "commands as they are typed"),
    ("collect.rs", "any flow", "an id in the JSON, whose form is fixed"),
    ("shallow.rs", "no structure", "an error of this program's own, which nobody meets"),
    ("wikis/confluence.rs", "Red", "a colour of the wiki's lozenges, by its name in the markup"),
    ("wikis/confluence.rs", "Yellow", "another"),
    ("wikis/confluence.rs", "Blue", "another"),
    ("wikis/mediawiki.rs", " rect {x} {y}", "a word of the markup of image maps"),
];

/// The files of the room of reports, by their names in it.
fn room() -> Vec<(String, String)> {
    let root = Path::new("src/report");
    let mut all = Vec::new();
    files(root, &mut all);
    all.retain(|file| file.extension().is_some_and(|e| e == "rs"));
    all.sort();
    let name = |file: &Path| file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    all.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn what_a_reader_sees_is_said_in_words_alone() {
    let mut left: Vec<_> = NOT_FOR_READERS.iter().map(|(file, text, _)| (*file, *text)).collect();
    let (mut said, mut seen) = (Vec::new(), 0);
    for (file, code) in room().iter().filter(|(file, _)| !file.starts_with("words/")) {
        for literal in literals(code).iter().inspect(|_| seen += 1).filter(|l| says(l)) {
            let fits = |(of, text, _): &&(&str, &str, &str)| of == file && literal.starts_with(text);
            match NOT_FOR_READERS.iter().find(fits) {
                Some((of, text, _)) => left.retain(|known| known != &(*of, *text)),
                None => said.push(format!("{file}: {literal:?}")),
            }
        }
    }
    assert!(seen > 800, "{seen}");
    assert!(said.is_empty(), "say it in src/report/words: {said:#?}");
    assert!(left.is_empty(), "these are not there any more: {left:?}");
}

#[test]
fn what_says_something_is_found() {
    let code = r##"
        let a = "there it is"; // "not this one"
        let b: &'static str = "<p class=\"x\">";
        let c = ['"', '\'', '\\']; let d = format!("due {day}");
    "##;
    assert_eq!(literals(code), ["there it is", "<p class=\"x\">", "due {day}"]);
    for said in [
        "there it is",
        "due {day}{late}",
        ", overdue",
        " ({n}, answer)",
        "{} more",
        "Contents",
        "tags: {}",
        "impact 1 of impact",
        "<p class=\"name\">Contents</p>",
        "<nav aria-label=\"Contents with pages\">",
        "\">In force</td>",
    ] {
        assert!(says(said), "{said:?}");
    }
    for silent in [
        "elements",
        "about_html",
        "{title} ({edition})",
        "{what}: {}",
        " @top-center {{ content: {}; }}",
        "<details class=\"card {severity}\" id=\"",
        "\" class=\"{status}\"><td class=\"num\">{rank}</td>",
        " class=\"chapter\"",
        "'none'; style-src {}",
        "CARGO_PKG_VERSION",
    ] {
        assert!(!says(silent), "{silent:?}");
    }
}

#[test]
fn what_is_filled_into_a_sentence_is_not_looked_through() {
    use trustline::report::document::{Inline, Line};
    use trustline::report::words::fill;
    let told = fill("{what} at {place}, {lost}or {", &[("what", &"{place}"), ("place", &3)]);
    assert_eq!(told, "{place} at 3, or {");
    let link = Line::new().inner("x", "{place}");
    let line = Line::filled(
        "{sign} {what} at {place}.",
        &[("sign", "■".into()), ("what", link.clone()), ("place", "A".into())],
    );
    // Text is one piece, as if it had been written so: what escapes it sees what stands beside.
    let text = |t: &str| Inline::Text(t.to_owned());
    assert_eq!(line.0, [vec![text("■ ")], link.0, vec![text(" at A.")]].concat());
}

/// HTML puts words beside its marks as they are.
#[test]
fn words_have_no_marks() {
    let mut seen = 0;
    for (file, code) in room().iter().filter(|(file, _)| file.starts_with("words/")) {
        for literal in literals(code) {
            seen += 1;
            assert!(!literal.contains(['<', '>', '&']), "{file}: {literal:?}");
        }
    }
    assert!(seen > 600, "{seen}");
}

/// A word that is asked for by a name that is not there would be said as its name, and a hole of another name would
/// stay empty.
#[test]
fn words_are_there_by_the_names_by_which_they_are_asked_for() {
    let page = trustline::report::words::page();
    let (mut seen, mut wrong) = (0, Vec::new());
    for (file, code) in room() {
        for ask in ["word(\"", "say(\"", "section(\"", "section_at(2, \""] {
            for rest in code.split(ask).skip(1) {
                let (name, behind) = rest.split_once('"').unwrap();
                let Some(text) = page.get(name) else {
                    wrong.push(format!("{file}: no word `{name}`"));
                    continue;
                };
                seen += 1;
                let holes: Vec<&str> = text.split('{').skip(1).filter_map(|h| h.split('}').next()).collect();
                let filled = match ask {
                    "say(\"" => behind.split("])").next().unwrap_or_default(),
                    _ => "",
                };
                let filled: Vec<&str> =
                    filled.split("(\"").skip(1).filter_map(|f| f.split('"').next()).collect();
                // The pieces of the page's number are read, not filled.
                if filled != holes && name != "page_of" {
                    wrong.push(format!("{file}: `{name}` has {holes:?}, and gets {filled:?}"));
                }
            }
        }
    }
    assert!(seen > 90, "{seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
