//! Diagnostics as SARIF results, their codes as rules.

use super::{Change, Files, Finding, Level, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Note,
    }
}

/// The rule of a code: its page.
pub fn rule(code: Code) -> Rule {
    let page = code.page();
    Rule {
        id: code.name().to_owned(),
        title: code.about().to_owned(),
        about: code.about().to_owned(),
        help: page.plain(),
        markdown: Some(page.markdown.to_owned()),
        level: level(code.severity()),
        tags: vec!["model".into()],
        product: None,
    }
}

/// A diagnostic of these files; one without a place is one of the model's own file.
pub fn finding(files: Files<'_>, d: &Diagnostic) -> Finding {
    let mut message = d.message.clone();
    if let Some(word) = d.primary.as_ref().map(|l| &l.text).filter(|t| !t.is_empty()) {
        message.push_str(&format!(": {word}"));
    }
    for help in &d.help {
        message.push_str(&format!("\n{help}"));
    }
    let line = d.primary.as_ref().map_or("", |l| {
        let text = files.sources.get(l.span.file).map_or("", |f| f.text.as_str());
        let start = text.get(..l.span.start as usize).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
        text.get(start..).and_then(|t| t.lines().next()).unwrap_or("").trim()
    });
    Finding {
        rule: d.code.name().to_owned(),
        level: level(d.severity),
        identity: format!("{}\0{}\0{line}", d.code.name(), d.message),
        message,
        place: d.primary.as_ref().and_then(|l| files.place(l.span)).or_else(|| files.whole()),
        related: d.labels.iter().filter_map(|l| files.place(l.span).map(|p| (p, l.text.clone()))).collect(),
        fixes: d
            .fix
            .iter()
            .map(|f| Change {
                message: f.message.clone(),
                edits: f
                    .edits
                    .iter()
                    .filter_map(|e| files.place(e.span).map(|p| (p, e.text.clone())))
                    .collect(),
            })
            .collect(),
        rank: None,
    }
}
