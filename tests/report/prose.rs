//! The report's own words stand in `src/report/words` alone: templates have none, nor has what writes cards,
//! ways and the register.

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

/// Two words of a sentence in a literal: what is between quotation marks and has no sign of markup or code.
fn sentences(code: &str) -> Vec<String> {
    let own = code.lines().filter(|l| !l.trim_start().starts_with("//"));
    let literals = own.flat_map(|l| l.split('"').skip(1).step_by(2));
    let plain = |s: &&str| !s.contains(['<', '>', '=', '\\']);
    let word = |w: &str| w.len() > 1 && w.chars().all(|c| c.is_ascii_lowercase());
    let two = |s: &&str| {
        let words: Vec<&str> = s.split(' ').map(|w| w.trim_matches([',', '.', ';', ':'])).collect();
        words.windows(2).any(|w| w.iter().all(|w| word(w)))
    };
    literals.filter(plain).filter(two).map(str::to_owned).collect()
}

#[test]
fn what_writes_cards_ways_and_registers_has_no_sentences() {
    for file in ["document/card.rs", "html/cards.rs", "paths.rs", "register.rs"] {
        let said = sentences(&fs::read_to_string(Path::new("src/report").join(file)).unwrap());
        assert!(said.is_empty(), "{file}: {said:?}");
    }
    assert_eq!(
        sentences("let a = \"there it is\"; // \"not this one\"\nlet b = \"<p class\";"),
        ["there it is", "not this one"]
    );
}
