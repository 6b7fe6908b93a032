//! `--with`: the model once more, with controls that are supposed to be there, and what they would do.
//! Nothing is written.

use super::{Arguments, Checked};
use crate::cli::Outcome;
use crate::cli::compile::{Compiled, compile_supposing};
use crate::compare::effect::{Course, Effect, State, effect};
use crate::compare::{Changed, Standing};
use crate::diagnostic::counted;
use crate::source::Disk;
use serde::Serialize;
use std::path::Path;

/// The option, as messages name it.
const OPTION: &str = "--with";

/// A model with controls that are supposed to be there.
pub(super) struct With {
    /// What they would do.
    pub effect: Effect,
    /// The model with them, held to the same gate.
    pub checked: Box<Checked>,
}

/// Checks a model with the controls of the call. None if they can't be understood: then what is wrong with
/// them has taken the place of the model's own diagnostics.
///
/// # Errors
/// When the call can't be carried out.
pub(super) fn with(
    path: &Path,
    input: Option<String>,
    arguments: &Arguments,
    checked: &mut Checked,
) -> Outcome<Option<With>> {
    let (mut then, supposed) =
        compile_supposing(&Disk, path, input, &arguments.model, OPTION, &arguments.with)?;
    if then.failed() {
        then.diagnostics.retain(|d| d.is_error());
        // What the call says is in no file in which it could be mended.
        then.diagnostics.iter_mut().for_each(|d| d.fix = None);
        checked.compiled = then;
        return Ok(None);
    }
    let effect = effect(state(&checked.compiled), state(&then), &supposed, checked.family);
    let checked = Checked {
        name: checked.name.clone(),
        compiled: then,
        limit: checked.limit,
        family: checked.family,
        since: None,
        with: None,
        all: checked.all,
        fixed: None,
    };
    Ok(Some(With { effect, checked: Box::new(checked) }))
}

fn state(c: &Compiled) -> State<'_> {
    State { model: &c.model, analysis: &c.analysis }
}

/// What is printed for people.
pub(super) fn text(checked: &Checked, with: &With) -> String {
    let effect = &with.effect;
    let controls: Vec<String> = effect.controls.iter().map(|c| format!("`{c}`")).collect();
    let mut out = format!("{}: with {}\n", checked.name, controls.join(" and "));
    let width =
        |of: fn(&Changed) -> &Standing| effect.changed.iter().map(|c| told(of(c)).len()).max().unwrap_or(0);
    let (before, after) = (width(|c| &c.before), width(|c| &c.after));
    for course in Course::ALL {
        let mine: Vec<&Changed> = effect.changed.iter().filter(|c| c.course == course).collect();
        if !mine.is_empty() {
            out.push_str(&format!("{} {}:\n", course.word(), counted(mine.len(), "threat")));
        }
        for c in mine {
            let (now, then) = (told(&c.before), told(&c.after));
            out.push_str(&format!("  {now:<before$}  ->  {then:<after$}  {}\n", c.id));
        }
    }
    if effect.changed.is_empty() {
        out.push_str("closes nothing and moves nothing\n");
    }
    for idle in &effect.idle {
        out.push_str(&format!("`{}` changes nothing: {}\n", idle.control, idle.because));
    }
    let before = counted(effect.before.total(), "open or planned threat");
    out.push_str(&format!(
        "{before}{}  ->  {}{}\n",
        effect.before.in_brackets(),
        effect.after.total(),
        effect.after.in_brackets()
    ));
    if checked.limit.is_some() || !checked.compiled.model.requirements.is_empty() {
        out.push_str(&format!("the gate is {}  ->  {}\n", gate(checked), gate(&with.checked)));
    }
    out
}

/// As `critical 4 x 4 = 16 open`.
fn told(s: &Standing) -> String {
    let r = s.residual;
    format!("{:<8} {} x {} = {:<2} {}", s.severity.word(), r.likelihood, r.impact, r.product(), s.status)
}

/// `met`, or what fails it.
fn gate(c: &Checked) -> String {
    let (threats, rules) = (c.over().count(), c.broken_rules().count());
    let some = |n: usize, what: &str| (n > 0).then(|| counted(n, what));
    let failing: Vec<String> =
        [some(threats, "threat"), some(rules, "rule of the house")].into_iter().flatten().collect();
    if failing.is_empty() { "met".to_owned() } else { format!("not met ({})", failing.join(", ")) }
}

/// The same for programs.
#[derive(Serialize)]
pub(super) struct Plain<'a> {
    #[serde(flatten)]
    effect: &'a Effect,
    /// Whether the gate is met with the controls.
    gate_met: bool,
}

impl<'a> Plain<'a> {
    pub fn of(with: &'a With) -> Self {
        let c = &with.checked;
        let gate_met = c.over().next().is_none() && c.broken_rules().next().is_none();
        Plain { effect: &with.effect, gate_met }
    }
}
