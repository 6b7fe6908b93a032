//! One JSON object for all models. `check.schema.json` fixes its form.

use super::{Checked, supposed};
use crate::analysis::counts::{BySeverity, Ratings};
use crate::analysis::{Teller, Threat};
use crate::cli::Exit;
use crate::cli::baseline::Since;
use crate::compare::{Fresh, Reason};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::json::{Place, Plain};
use crate::model::responses::RiskLevel;
use crate::source::Sources;
use serde::Serialize;

/// The JSON Schema (draft 2020-12) of what is printed.
pub const SCHEMA: &str = include_str!("check.schema.json");

/// The version of the form: the second number grows when something is added, the first when
/// something is changed or taken away.
const VERSION: &str = "1.1";

#[derive(Serialize)]
pub(super) struct Document {
    schema: &'static str,
    tool: &'static str,
    /// The exit status of the call.
    status: u8,
    models: Vec<Model>,
}

impl Default for Document {
    fn default() -> Self {
        Document { schema: VERSION, tool: env!("CARGO_PKG_VERSION"), status: 0, models: Vec::new() }
    }
}

#[derive(Serialize)]
struct Model {
    file: String,
    /// None if there is an error in it.
    summary: Option<Summary>,
    gate: Gate,
    /// None without a baseline, or with an error.
    baseline: Option<Baseline>,
    /// None without `--with`, or with an error.
    with: Option<serde_json::Value>,
    diagnostics: Vec<Plain>,
}

/// How the open threats stand since a baseline.
#[derive(Serialize)]
struct Baseline {
    file: String,
    new: Vec<New>,
    closed: Vec<Closed>,
    known: usize,
    stale: Vec<String>,
}

/// A threat that is open now and was not, or not as severe.
#[derive(Serialize)]
struct New {
    id: String,
    severity: RiskLevel,
    before: Option<RiskLevel>,
    because: Vec<Reason>,
}

/// A threat that was open and is not any more.
#[derive(Serialize)]
struct Closed {
    id: String,
    /// None if it does not arise any more.
    status: Option<&'static str>,
}

#[derive(Serialize)]
struct Summary {
    title: String,
    catalog: String,
    crossings: usize,
    open: usize,
    by_severity: BySeverity,
    closed: usize,
    #[serde(flatten)]
    ratings: Ratings,
    /// The family of `--family`, which all of these are of.
    family: Option<&'static str>,
}

#[derive(Serialize)]
struct Gate {
    fail_on: Option<RiskLevel>,
    /// None if there is an error, so that nobody knows.
    met: Option<bool>,
    threats: Vec<Over>,
    rules: Vec<Broken>,
}

/// A rule of the house that is broken, which fails the gate.
#[derive(Serialize)]
struct Broken {
    control: String,
    because: Option<String>,
    /// The ids of the parts that break it.
    broken: Vec<String>,
}

/// A threat that fails the gate.
#[derive(Serialize)]
struct Over {
    id: String,
    title: String,
    severity: RiskLevel,
    status: &'static str,
    #[serde(flatten)]
    place: Place,
}

impl Document {
    pub fn add(&mut self, checked: &Checked) {
        let c = &checked.compiled;
        let teller = Teller::new(&c.model, &c.analysis);
        let over = |t: &Threat| Over {
            id: t.id.clone(),
            title: teller.title(t),
            severity: t.residual.severity(),
            status: t.status.word(),
            place: t.target.span(&c.model).map(|s| Place::of(&c.sources, s)).unwrap_or_default(),
        };
        let threats: Vec<Over> = checked.over().map(over).collect();
        let rules: Vec<Broken> = checked
            .broken_rules()
            .map(|(rule, result)| Broken {
                control: c.model.catalog.control(rule.control).map_or_else(String::new, |c| c.name.clone()),
                because: rule.because.clone(),
                broken: result.broken_ids(&c.model),
            })
            .collect();
        let met = (!c.failed()).then_some(threats.is_empty() && rules.is_empty());
        self.models.push(Model {
            file: checked.name.clone(),
            summary: (!c.failed()).then(|| summary(checked)),
            gate: Gate { fail_on: checked.limit, met, threats, rules },
            baseline: checked.since.as_ref().filter(|_| !c.failed()).map(baseline),
            with: checked.with.as_ref().and_then(|w| serde_json::to_value(supposed::Plain::of(w)).ok()),
            diagnostics: c.diagnostics.iter().map(|d| Plain::of(&c.sources, d)).collect(),
        });
    }

    /// A model that could not be read or written.
    pub fn refuse(&mut self, file: String, limit: Option<RiskLevel>, why: &Diagnostic) {
        self.models.push(Model {
            file,
            summary: None,
            gate: Gate { fail_on: limit, met: None, threats: Vec::new(), rules: Vec::new() },
            baseline: None,
            with: None,
            diagnostics: vec![Plain::of(&Sources::new(), why)],
        });
    }

    pub fn write(mut self, exit: Exit) -> String {
        self.status = exit.status();
        let mut text = serde_json::to_string_pretty(&self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn baseline(since: &Since) -> Baseline {
    let p = &since.progress;
    let new = |f: &Fresh| New {
        id: f.id.clone(),
        severity: f.severity,
        before: f.before,
        because: f.because.clone(),
    };
    Baseline {
        file: since.file.clone(),
        new: p.fresh.iter().map(new).collect(),
        closed: p
            .closed
            .iter()
            .map(|c| Closed { id: c.id.clone(), status: c.now.map(crate::analysis::Status::word) })
            .collect(),
        known: p.known,
        stale: p.stale.clone(),
    }
}

fn summary(checked: &Checked) -> Summary {
    let (model, analysis) = (&checked.compiled.model, &checked.compiled.analysis);
    let open: BySeverity = checked.unsettled().map(|t| t.residual.severity()).collect();
    Summary {
        title: model.info.title.clone(),
        catalog: model.catalog.edition.clone(),
        crossings: analysis.crossings.len(),
        open: open.total(),
        by_severity: open,
        closed: checked.threats().filter(|t| !t.status.is_unsettled()).count(),
        ratings: checked.threats().collect(),
        family: checked.family.map(crate::catalog::Family::word),
    }
}
