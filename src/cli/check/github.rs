//! For GitHub Actions: a workflow command for each diagnostic, and for each threat and each rule of the
//! house that fails the gate.

use super::Checked;
use crate::analysis::Teller;
use crate::diagnostic::Severity;
use crate::diagnostic::json::Place;
use crate::interop::github::{command, diagnostic};

pub(super) fn commands(checked: &Checked) -> String {
    let c = &checked.compiled;
    let mut out: String = c.diagnostics.iter().map(|d| diagnostic(&c.sources, d)).collect();
    let teller = Teller::new(&c.model, &c.analysis);
    for t in checked.over() {
        let place = match t.target.span(&c.model) {
            Some(span) => Place::of(&c.sources, span),
            None => Place { file: Some(checked.name.clone()), ..Place::default() },
        };
        let title = teller.title(t);
        let text = match &checked.since {
            Some(since) => since.told(t, &title),
            None => format!("the gate is not met: {} is {}\n{title}", t.id, t.residual.severity()),
        };
        out.push_str(&command(Severity::Error, &place, &t.id, &text));
    }
    for (rule, result) in checked.broken_rules() {
        let text = format!(
            "the gate is not met: {}\n{}",
            checked.told(rule, result),
            result.broken_ids(&c.model).join("\n")
        );
        let place = Place::of(&c.sources, rule.span);
        out.push_str(&command(Severity::Error, &place, "a rule of the house is broken", &text));
    }
    out
}
