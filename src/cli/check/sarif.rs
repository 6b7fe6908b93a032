//! SARIF: diagnostics and open threats of all models in one log.

use super::Checked;
use crate::diagnostic::{Diagnostic, codes};
use crate::interop::sarif::{self, Files, Finding, Rule};
use crate::source::Sources;

pub(super) struct Log {
    /// The folder that addresses are relative to.
    base: String,
    rules: Vec<Rule>,
    findings: Vec<Finding>,
}

impl Log {
    pub fn new(base: &str) -> Self {
        let rules = codes::ALL.iter().map(|c| sarif::diagnostics::rule(*c)).collect();
        Log { base: base.to_owned(), rules, findings: Vec::new() }
    }

    pub fn add(&mut self, checked: &Checked) {
        let c = &checked.compiled;
        let files = Files { sources: &c.sources, base: &self.base };
        self.findings.extend(c.diagnostics.iter().map(|d| sarif::diagnostics::finding(files, d)));
        if !c.failed() {
            let (rules, findings) = sarif::threats::open(files, &c.model, &c.analysis);
            self.findings.extend(findings);
            for rule in rules {
                if !self.rules.iter().any(|r| r.id == rule.id) {
                    self.rules.push(rule);
                }
            }
        }
    }

    /// A model that could not be read or written.
    pub fn refuse(&mut self, why: &Diagnostic) {
        let files = Files { sources: &Sources::new(), base: &self.base };
        self.findings.push(sarif::diagnostics::finding(files, why));
    }

    pub fn write(&self) -> String {
        sarif::write(&self.rules, &self.findings)
    }
}
