//! Threats as the results of tests, in the XML of JUnit that continuous integration shows: one threat, one test.
//!
//! A threat that the gate does not let pass is a failure. One that is open or planned and that the gate lets pass
//! is skipped, with words, so that nobody takes it for settled. One that is settled has passed.

use crate::report::data::Threat;
use crate::report::names::Names;
use crate::report::prose::escape_html;
use crate::report::{Report, answers, words};
use std::fmt::Write as _;

/// The tests of one model.
#[derive(Clone, Debug, PartialEq)]
pub struct Suite {
    /// Its name, plain text.
    pub name: String,
    /// Its tests.
    pub cases: Vec<Case>,
}

/// A test.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it belongs to: programs show tests of one class together.
    pub class: String,
    /// Its name; the same from run to run.
    pub name: String,
    /// How it came out.
    pub outcome: Outcome,
    /// The file that it speaks of, and what else there is to say, on lines.
    pub file: Option<String>,
}

/// How a test came out.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Well, and why.
    Passed(String),
    /// Nothing is asked of it, and why.
    Skipped(String),
    /// Not well.
    Failed {
        /// One line.
        message: String,
        /// What sort of failure.
        sort: String,
        /// More lines.
        text: String,
    },
}

/// The threats of a report, and the rules of the house. `fails` says which threats the gate does not let pass.
pub fn suite(report: &Report, fails: impl Fn(&Threat) -> bool) -> Suite {
    let names = Names::new(report);
    let mut cases: Vec<Case> = report.threats.iter().map(|t| case(report, &names, t, fails(t))).collect();
    for r in &report.requirements {
        let outcome = match r.broken.is_empty() {
            true => Outcome::Passed(format!("kept at {}", words::count(r.kept.len(), "place"))),
            false => Outcome::Failed {
                message: format!("not in force at {}", names.parts(&r.broken)),
                sort: "broken".to_owned(),
                text: r.because.clone().unwrap_or_default(),
            },
        };
        let place = names.parts(&r.on);
        cases.push(Case {
            class: "Rules of the house".to_owned(),
            name: match &r.when {
                Some(when) => format!("{} on {place} when {when}", r.control_label),
                None => format!("{} on {place}", r.control_label),
            },
            outcome,
            file: r.location.as_ref().map(|l| l.file.clone()),
        });
    }
    Suite { name: report.model.title.clone(), cases }
}

fn case(report: &Report, names: &Names<'_>, t: &Threat, fails: bool) -> Case {
    let rating = format!("{}, {}", t.residual.severity, words::ratings::product(t));
    let outcome = match (t.status.is_unsettled(), fails) {
        (false, _) => {
            let how = answers::told(report, names, t);
            Outcome::Passed(if how.is_empty() {
                t.status.to_string()
            } else {
                format!("{}: {how}", t.status)
            })
        }
        (true, false) => Outcome::Skipped(format!("{}, and the gate lets it pass: {rating}", t.status)),
        (true, true) => {
            let facts = t.because.iter().map(|f| format!("- {}\n", f.text)).collect::<String>();
            let place = t.location.as_ref().map(|l| format!("{}:{}:{}\n", l.file, l.line, l.column));
            Outcome::Failed {
                message: format!("{}: {rating}", t.status),
                sort: t.residual.severity.to_string(),
                text: format!(
                    "{}\n{facts}\n{}\n\n{}",
                    place.unwrap_or_default(),
                    t.scenario.plain(),
                    t.mitigation.plain()
                ),
            }
        }
    };
    Case {
        class: names.place(t),
        name: format!("{} ({})", t.title, t.id),
        outcome,
        file: t.location.as_ref().map(|l| l.file.clone()),
    }
}

/// Suites as one file.
pub fn write(suites: &[Suite]) -> String {
    let failed = |s: &Suite| s.cases.iter().filter(|c| matches!(c.outcome, Outcome::Failed { .. })).count();
    let skipped = |s: &Suite| s.cases.iter().filter(|c| matches!(c.outcome, Outcome::Skipped(_))).count();
    let tests: usize = suites.iter().map(|s| s.cases.len()).sum();
    let failures: usize = suites.iter().map(failed).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<testsuites name=\"Trustline\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    );
    for s in suites {
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">",
            attribute(&s.name),
            s.cases.len(),
            failed(s),
            skipped(s)
        );
        for c in &s.cases {
            let file = c.file.as_ref().map(|f| format!(" file=\"{}\"", attribute(f))).unwrap_or_default();
            let (class, name) = (attribute(&c.class), attribute(&c.name));
            let _ = writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\"{file}>");
            let _ = match &c.outcome {
                Outcome::Passed(why) => writeln!(out, "      <system-out>{}</system-out>", body(why)),
                Outcome::Skipped(why) => writeln!(out, "      <skipped>{}</skipped>", body(why)),
                Outcome::Failed { message, sort, text } => writeln!(
                    out,
                    "      <failure type=\"{}\" message=\"{}\">{}</failure>",
                    attribute(sort),
                    attribute(message),
                    body(text)
                ),
            };
            out.push_str("    </testcase>\n");
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

/// Text between tags: what XML does not admit at all is left out as well.
fn body(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}' | '\r') { ' ' } else { c }).collect();
    escape_html(&text)
}

/// Text in an attribute, on one line.
fn attribute(text: &str) -> String {
    body(&crate::report::register::line(text))
}
