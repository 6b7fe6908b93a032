//! `trustline check`: diagnostics and the gate.

use super::baseline::{BaselineArguments, Baselines};
use super::compile::{ModelArguments, compile, complain, report};
use super::{Exit, world};
use crate::analysis::{Analysis, Status};
use crate::diagnostic::codes;
use crate::diagnostic::terminal::calm;
use crate::model::Model;
use crate::model::responses::RiskLevel;
use clap::ValueEnum;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// Model files; `-` is standard input.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// Fails if a threat of this residual severity or above is open or only planned for.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Severity>,
    #[command(flatten)]
    baseline: BaselineArguments,
    #[command(flatten)]
    model: ModelArguments,
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

pub fn run(arguments: &Arguments) -> Exit {
    let mut exit = Exit::Done;
    let mut told = false;
    let mut baselines = match Baselines::open(&arguments.baseline) {
        Ok(b) => b,
        Err(d) => {
            complain(&d);
            return Exit::Error;
        }
    };
    for path in &arguments.models {
        let mut compiled = match compile(path, &arguments.model) {
            Ok(c) => c,
            Err(d) => {
                complain(&d);
                return Exit::Error;
            }
        };
        // That an edition is not named is said once, however many models there are.
        compiled.diagnostics.retain(|d| d.code != codes::NO_EDITION || !std::mem::replace(&mut told, true));
        report(&compiled.sources, &compiled.diagnostics);
        if compiled.failed() {
            exit = exit.and(Exit::Error);
            continue;
        }
        if compiled.model.is_empty() {
            continue;
        }
        let text = summary(&path.display().to_string(), &compiled.model, &compiled.analysis);
        world::print(&calm(&text));
        let limit = arguments.fail_on.map(Severity::level);
        if let Some(judged) = baselines.judge(path, &compiled, limit) {
            world::print(&calm(&judged.result));
            report(&compiled.sources, &judged.diagnostics);
            world::say(&calm(&judged.gate));
            exit = exit.and(judged.exit);
        }
        let over = !baselines.gate()
            && limit.is_some_and(|l| compiled.analysis.unsettled().any(|t| t.residual.severity() >= l));
        if let (Some(limit), true) = (limit, over) {
            world::say(&calm(&gate(limit, &compiled.analysis)));
        }
        let broken = compiled.diagnostics.iter().any(|d| d.code == codes::BROKEN_REQUIREMENT);
        if over || broken {
            exit = exit.and(Exit::Gate);
        }
    }
    exit.and(baselines.write(exit))
}

/// Why the gate is not met: every open or only planned threat that it reads.
fn gate(limit: RiskLevel, analysis: &Analysis) -> String {
    let over: Vec<_> = analysis.unsettled().filter(|t| t.residual.severity() >= limit).collect();
    let mut out = match over.len() {
        1 => format!("the gate is not met: 1 threat of {limit} or above is open or only planned for\n"),
        n => format!("the gate is not met: {n} threats of {limit} or above are open or only planned for\n"),
    };
    for t in over {
        out.push_str(&format!("  {:<8} {}\n", t.residual.severity().word(), t.id));
    }
    out
}

/// A few lines: crossings, what is open, and the worst of it.
fn summary(name: &str, model: &Model, analysis: &Analysis) -> String {
    let mut out = String::new();
    let plural =
        |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    let open: Vec<_> = analysis.unsettled().collect();
    let by = |level: RiskLevel| open.iter().filter(|t| t.residual.severity() == level).count();
    let levels: Vec<String> =
        RiskLevel::ALL.iter().rev().filter(|l| by(**l) > 0).map(|l| format!("{} {l}", by(*l))).collect();
    let closed = analysis.threats.iter().filter(|t| !t.status.is_unsettled()).count();
    let crossings = plural(analysis.crossings.len(), "crossing", "crossings");
    if analysis.crossings.is_empty() {
        out.push_str(&format!("{name}: {}: no flow crosses a trust boundary\n", model.info.title));
    }
    let levels = if levels.is_empty() { String::new() } else { format!(" ({})", levels.join(", ")) };
    out.push_str(&format!(
        "{name}: {}: {crossings}, {}{levels}, {closed} closed\n",
        model.info.title,
        plural(open.len(), "open threat", "open threats"),
    ));
    for t in open.iter().take(5) {
        let planned = if t.status == Status::Planned { ", planned" } else { "" };
        out.push_str(&format!(
            "  {:<8} {}{planned}\n           {}\n",
            t.residual.severity().word(),
            t.id,
            t.title
        ));
    }
    if open.len() > 5 {
        out.push_str(&format!("  and {} more, which `trustline build` writes up\n", open.len() - 5));
    }
    out
}
