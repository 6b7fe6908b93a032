//! `trustline check`: diagnostics and the gate.
//!
//! [`one`] has all that is to be said of a model, [`Checked::exit`] decides how the call ends;
//! the files in `check/` show it in one form each, and `check/fix` makes the fixes.

mod fix;
mod github;
mod json;
mod junit;
mod supposed;
mod text;

pub use json::SCHEMA;
use supposed::With;

use super::baseline::{BaselineArguments, Baselines, Since};
use super::compile::{Compiled, ModelArguments, compile_in, complain, standard_input};
use super::family::Family;
use super::sarif;
use super::{Exit, Outcome, world};
use crate::analysis::{RequirementResult, Threat};
use crate::catalog;
use crate::diagnostic::{Diagnostic, codes};
use crate::interop;
use crate::model::Requirement;
use crate::model::responses::RiskLevel;
use crate::source::{Disk, Sources};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline check rag.tm
  trustline check --fail-on high models/*.tm     as a gate: exit status 1 if it is not met
  trustline check --format sarif *.tm            for code scanning; github for workflow commands, junit for tests
  trustline check rag.tm --with 'rate_limit on visitor -> desk'   what a control would close and move
  trustline check --fix rag.tm                   makes the fixes that diagnostics offer
  trustline check - < rag.tm                     a model from standard input";

#[derive(clap::Args)]
pub struct Arguments {
    /// Model files; `-` is standard input.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// Fails if a threat of this residual severity or above is open or only planned for.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Severity>,
    /// Only threats of this family are listed, counted and held to the gate.
    #[arg(long, value_name = "FAMILY", conflicts_with_all = ["baseline", "write_baseline"])]
    family: Option<Family>,
    /// Says what a control would close and move, were it in force at a place, as "rate_limit on gateway";
    /// again for each further one. Nothing is written. The exit status is that of the gate with it.
    #[arg(
        long,
        value_name = "CONTROL on TARGET",
        conflicts_with_all = ["baseline", "write_baseline", "fix"]
    )]
    with: Vec<String>,
    /// Lists every open threat, where else the worst are listed and those of one rule together.
    #[arg(long)]
    all: bool,
    /// Makes the fixes that diagnostics offer, in the files; that of standard input is printed.
    #[arg(long)]
    fix: bool,
    /// What is printed: text for people; json, github, sarif or junit for programs, on standard output.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[command(flatten)]
    baseline: BaselineArguments,
    #[command(flatten)]
    model: ModelArguments,
}

/// In which form results are printed.
#[derive(Copy, Clone, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One object, for programs.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0, with the open threats.
    Sarif,
    /// XML of JUnit: one threat, one test.
    Junit,
}

/// A severity of a threat.
#[derive(Copy, Clone, ValueEnum)]
pub enum Severity {
    /// 1 to 4.
    Low,
    /// 5 to 9.
    Medium,
    /// 10 to 15.
    High,
    /// 16 to 25.
    Critical,
}

impl Severity {
    fn level(self) -> RiskLevel {
        match self {
            Severity::Low => RiskLevel::Low,
            Severity::Medium => RiskLevel::Medium,
            Severity::High => RiskLevel::High,
            Severity::Critical => RiskLevel::Critical,
        }
    }
}

/// A model that was checked.
struct Checked {
    /// As the call names it.
    name: String,
    /// The model, with the final list of its diagnostics.
    compiled: Compiled,
    /// The severity from which on threats fail the gate.
    limit: Option<RiskLevel>,
    /// The family that is looked at; both without one.
    family: Option<catalog::Family>,
    /// How it stands since the baseline; none without one.
    since: Option<Since>,
    /// The model with the controls that the call supposes.
    with: Option<With>,
    /// Whether every open threat is listed.
    all: bool,
    /// Standard input with its fixes made, to be printed in place of a summary.
    fixed: Option<String>,
}

impl Checked {
    /// The threats that are looked at.
    fn threats(&self) -> impl Iterator<Item = &Threat> {
        let all = self.compiled.analysis.threats.iter();
        all.filter(|t| self.family.is_none_or(|f| t.family() == f))
    }

    /// Those of them that are open or only planned for, the worst first.
    fn unsettled(&self) -> impl Iterator<Item = &Threat> {
        self.threats().filter(|t| t.status.is_unsettled())
    }

    /// The threats that fail the gate, the worst first: with a baseline, those that are new since.
    fn over(&self) -> impl Iterator<Item = &Threat> {
        let reads = |t: &&Threat| match &self.since {
            Some(since) => since.over(self.limit).any(|f| f.id == t.id),
            None => self.limit.is_some_and(|l| t.residual.severity() >= l),
        };
        self.unsettled().filter(move |t| !self.compiled.failed() && reads(t))
    }

    /// The rules of the house that are broken, which fails the gate. The analysis says so, not its warnings:
    /// rules come with the files that a model imports, and no setting of the model silences them.
    fn broken_rules(&self) -> impl Iterator<Item = (&Requirement, &RequirementResult)> {
        let (model, analysis) = (&self.compiled.model, &self.compiled.analysis);
        let all = model.requirements.iter().zip(&analysis.requirements);
        all.filter(|(_, r)| !self.compiled.failed() && !r.broken.is_empty())
    }

    /// A broken rule in one line.
    fn told(&self, rule: &Requirement, result: &RequirementResult) -> String {
        let control = self.compiled.model.catalog.control(rule.control).map_or("", |c| c.name.as_str());
        let places = match result.broken.len() {
            1 => "at 1 place".to_owned(),
            n => format!("at {n} places"),
        };
        let because = rule.because.as_ref().map(|b| format!(": {b}")).unwrap_or_default();
        format!("require {control}, {places}{because}")
    }

    /// How the call ends because of this model.
    fn exit(&self) -> Exit {
        if let Some(with) = &self.with {
            // The question is how it would be.
            return with.checked.exit();
        }
        if self.compiled.failed() {
            Exit::Error
        } else if self.over().next().is_some() || self.broken_rules().next().is_some() {
            Exit::Gate
        } else {
            Exit::Done
        }
    }
}

pub fn run(arguments: &Arguments) -> Exit {
    if arguments.fix
        && arguments.format != Format::Text
        && arguments.models.iter().any(|p| world::is_standard_input(p))
    {
        let message = "with `--fix`, standard output has the fixed text of `-`, and no other format";
        complain(&Diagnostic::bare(codes::BAD_CALL, message).help("leave out `--format` or `--fix`"));
        return Exit::Error;
    }
    if !arguments.with.is_empty() && !matches!(arguments.format, Format::Text | Format::Json) {
        let message = "what `--with` says has a form as text and as json alone";
        complain(
            &Diagnostic::bare(codes::BAD_CALL, message).help("leave out `--format`, or name one of these"),
        );
        return Exit::Error;
    }
    let mut exit = Exit::Done;
    let mut told = false;
    let mut baselines = match Baselines::open(&arguments.baseline) {
        Ok(b) => b,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    let mut output = Output::new(arguments.format);
    for (n, path) in arguments.models.iter().enumerate() {
        match one(path, arguments, &mut baselines, &mut told) {
            Ok(checked) => {
                exit = exit.and(checked.exit());
                output.add(&checked);
                if n + 1 == arguments.models.len() {
                    // The process ends. To take its hundreds of thousands of pieces apart before would
                    // take some of the time that a check needs.
                    std::mem::forget(checked);
                }
            }
            Err(d) => {
                complain(&d);
                // What is wrong with the call is wrong for every model.
                if d.code == codes::BAD_CALL {
                    return Exit::Error;
                }
                exit = Exit::Error;
                output.refuse(path, arguments, &d);
            }
        }
    }
    let exit = exit.and(baselines.write(exit));
    output.end(exit);
    exit
}

/// Everything that there is to say about one model. `told` is whether it was said that a model
/// names no edition: that is said once, however many models there are, unless it is an error.
fn one(path: &Path, arguments: &Arguments, baselines: &mut Baselines, told: &mut bool) -> Outcome<Checked> {
    let input = standard_input(path)?;
    let (mut compiled, fixed) = if arguments.fix {
        fix::fix(path, input.clone(), &arguments.model)?
    } else {
        (compile_in(&Disk, path, input.clone(), &arguments.model)?, None)
    };
    let edition = |d: &Diagnostic| d.code == codes::NO_EDITION && !d.is_error();
    compiled.diagnostics.retain(|d| !edition(d) || !std::mem::replace(told, true));
    let limit = arguments.fail_on.map(Severity::level);
    let since = if compiled.failed() { None } else { baselines.judge(path, &mut compiled) };
    let family = arguments.family.map(Family::meant);
    let name = path.display().to_string();
    let mut checked = Checked { name, compiled, limit, family, since, with: None, all: arguments.all, fixed };
    if !arguments.with.is_empty() && !checked.compiled.failed() {
        checked.with = supposed::with(path, input, arguments, &mut checked)?;
    }
    Ok(checked)
}

/// Results on their way out: text as it comes, documents when all models are done.
enum Output {
    Text,
    GitHub,
    Json(json::Document),
    Sarif(sarif::Log),
    Junit(Vec<interop::junit::Suite>),
}

impl Output {
    fn new(format: Format) -> Self {
        match format {
            Format::Text => Output::Text,
            Format::Github => Output::GitHub,
            Format::Json => Output::Json(json::Document::default()),
            Format::Sarif => Output::Sarif(sarif::Log::new(&world::here())),
            Format::Junit => Output::Junit(Vec::new()),
        }
    }

    fn add(&mut self, checked: &Checked) {
        match self {
            Output::Text => text::print(checked),
            Output::GitHub => world::print(&github::commands(checked)),
            Output::Json(document) => document.add(checked),
            Output::Sarif(log) => log.add(&checked.compiled, checked.unsettled()),
            Output::Junit(suites) => suites.push(junit::suite(checked)),
        }
    }

    /// Adds a model that could not be read or written, so that the others are told all the same.
    fn refuse(&mut self, path: &Path, arguments: &Arguments, why: &Diagnostic) {
        match self {
            // It has been said.
            Output::Text => {}
            Output::GitHub => world::print(&interop::github::diagnostic(&Sources::new(), why)),
            Output::Json(document) => {
                let limit = arguments.fail_on.map(Severity::level);
                document.refuse(path.display().to_string(), limit, why);
            }
            Output::Sarif(log) => log.refuse(why),
            Output::Junit(suites) => suites.push(junit::refused(&path.display().to_string(), why)),
        }
    }

    fn end(self, exit: Exit) {
        match self {
            Output::Text | Output::GitHub => {}
            Output::Json(document) => world::print(&document.write(exit)),
            Output::Sarif(log) => world::print(&log.write()),
            Output::Junit(suites) => world::print(&interop::junit::write(&suites)),
        }
    }
}
