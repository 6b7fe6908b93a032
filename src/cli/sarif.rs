//! SARIF of `check` and `build`: diagnostics and open threats of models in one log.

use super::compile::Compiled;
use crate::analysis::{Teller, Threat};
use crate::diagnostic::{Diagnostic, codes};
use crate::interop::sarif::{self, Files, Finding, Rule};
use crate::source::Sources;

/// A log while it is filled.
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

    /// Adds a model with those of its threats that are open or planned and looked at.
    pub fn add<'a>(&mut self, c: &Compiled, open: impl Iterator<Item = &'a Threat>) {
        let files = Files { sources: &c.sources, base: &self.base };
        self.findings.extend(c.diagnostics.iter().map(|d| sarif::diagnostics::finding(files, d)));
        if !c.failed() {
            let teller = Teller::new(&c.model, &c.analysis);
            let (rules, mut findings) = sarif::threats::open(files, &c.model, &teller, open);
            for rule in rules {
                let name = rule.id.clone();
                let id = self.enter(rule);
                if id != name {
                    findings.iter_mut().filter(|f| f.rule == name).for_each(|f| f.rule.clone_from(&id));
                }
            }
            self.findings.extend(findings);
        }
    }

    /// A model that could not be read or written.
    pub fn refuse(&mut self, why: &Diagnostic) {
        let files = Files { sources: &Sources::new(), base: &self.base };
        self.findings.push(sarif::diagnostics::finding(files, why));
    }

    /// Takes a rule in and gives the id that it has here: models may have rules of their own with one
    /// name, and the second that says something else gets a number.
    fn enter(&mut self, mut rule: Rule) -> String {
        let name = rule.id.clone();
        let mut number = 1;
        while let Some(known) = self.rules.iter().find(|r| r.id == rule.id) {
            if *known == rule {
                return rule.id;
            }
            number += 1;
            rule.id = format!("{name}/{number}");
        }
        self.rules.push(rule.clone());
        rule.id
    }

    pub fn write(&self) -> String {
        sarif::write(&self.rules, &self.findings)
    }
}
