//! JUnit: each model is a suite, each threat a test, and the gate decides which fail.

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::interop::junit::{self, Case, Outcome, Suite};
use crate::report;
use crate::source::Location;
use std::collections::HashSet;

/// A model that was checked. One with errors has a failed test for each, and no threats.
pub(super) fn suite(checked: &Checked) -> Suite {
    let c = &checked.compiled;
    if c.failed() {
        let errors = c.diagnostics.iter().filter(|d| d.is_error());
        let at = |d: &Diagnostic| d.primary.as_ref().and_then(|l| c.sources.location(l.span));
        return Suite { name: checked.name.clone(), cases: errors.map(|d| error(d, at(d))).collect() };
    }
    let mut report = report::collect(&c.model, &c.analysis, &c.sources, &report::tables::Tables);
    let shown: HashSet<&str> = checked.threats().map(|t| t.id.as_str()).collect();
    report.threats.retain(|t| shown.contains(t.id.as_str()));
    let over: HashSet<&str> = checked.over().map(|t| t.id.as_str()).collect();
    junit::suite(&report, |t| over.contains(t.id.as_str()))
}

/// A model that could not be read or written.
pub(super) fn refused(name: &str, why: &Diagnostic) -> Suite {
    Suite { name: name.to_owned(), cases: vec![error(why, None)] }
}

fn error(d: &Diagnostic, at: Option<Location>) -> Case {
    let place = at.as_ref().map(|l| format!("{}:{}:{}\n", l.file, l.line, l.column)).unwrap_or_default();
    Case {
        class: "Errors in the model".to_owned(),
        name: format!("{}: {}", d.code.name(), d.message),
        outcome: Outcome::Failed {
            message: d.message.clone(),
            sort: "error".to_owned(),
            text: format!("{place}{}", d.help.join("\n")),
        },
        file: at.map(|l| l.file),
    }
}
