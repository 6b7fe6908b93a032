//! Workflow commands of GitHub Actions, which show messages beside the lines that they speak of.

use crate::diagnostic::calm::calm;
use crate::diagnostic::json::Place;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// The command of a diagnostic. One without a place is shown at the model's own file.
pub fn diagnostic(sources: &Sources, d: &Diagnostic) -> String {
    let mut text = d.message.clone();
    if let Some(word) = d.primary.as_ref().map(|l| &l.text).filter(|t| !t.is_empty()) {
        text.push_str(&format!(": {word}"));
    }
    for l in &d.labels {
        let p = Place::of(sources, l.span);
        if let (Some(file), Some(line)) = (p.file, p.line) {
            text.push_str(&format!("\n{file}:{line}: {}", l.text));
        }
    }
    for help in &d.help {
        text.push_str(&format!("\n{help}"));
    }
    let place = match &d.primary {
        Some(l) => Place::of(sources, l.span),
        None => Place { file: sources.iter().next().map(|(_, f)| f.name.clone()), ..Place::default() },
    };
    command(d.severity, &place, d.code.name(), &text)
}

/// A command: how bad it is, where, a title and a text.
pub fn command(severity: Severity, place: &Place, title: &str, text: &str) -> String {
    let word = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties: Vec<String> = Vec::new();
    if let Some(file) = &place.file {
        properties.push(format!("file={}", property(file)));
    }
    let numbers = [
        ("line", place.line),
        ("endLine", place.end_line),
        ("col", place.column),
        // Columns of two lines can't be told apart there.
        ("endColumn", place.end_column),
    ];
    let one_line = place.line == place.end_line;
    for (name, number) in numbers {
        if let Some(n) = number.filter(|_| one_line || name.ends_with("ine")) {
            properties.push(format!("{name}={n}"));
        }
    }
    properties.push(format!("title={}", property(title)));
    format!("::{word} {}::{}\n", properties.join(","), data(text))
}

/// A text behind the second `::`.
fn data(text: &str) -> String {
    calm(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_one_command() {
        let place = Place { file: Some("a,b:c%.tm".into()), line: Some(1), ..Place::default() };
        let out = command(Severity::Note, &place, "x\ny", "100 %\r\n::error::no\u{1b}[2J");
        assert_eq!(
            out,
            "::notice file=a%2Cb%3Ac%25.tm,line=1,title=x%0Ay::100 %25%0D%0A::error::no\u{fffd}[2J\n"
        );
    }

    #[test]
    fn columns_are_given_on_one_line_only() {
        let mut place = Place {
            file: Some("a".into()),
            line: Some(1),
            column: Some(2),
            end_line: Some(1),
            end_column: Some(5),
        };
        let of = |p: &Place| command(Severity::Error, p, "t", "x");
        assert_eq!(of(&place), "::error file=a,line=1,endLine=1,col=2,endColumn=5,title=t::x\n");
        place.end_line = Some(2);
        assert_eq!(of(&place), "::error file=a,line=1,endLine=2,title=t::x\n");
    }
}
