//! Answers to the threats of a part: a statement that is filled in as far as the model knows, and the
//! controls that would close them.

use super::{Action, ActionSort, one};
use crate::analysis::{Analysis, Threat, ThreatTarget};
use crate::diagnostic::Diagnostic;
use crate::ide::names::Sort;
use crate::ide::{At, Snapshot, edit, navigate};
use crate::model::responses::{Response, With};
use crate::model::{BoundaryId, FlowId, Target};
use crate::source::FileId;
use crate::syntax::tree::{Shape, Statement};

/// For how many threats answers are offered, the worst first.
const MOST: usize = 5;
/// How many controls are offered.
const CONTROLS: usize = 6;

pub(super) fn actions(s: &Snapshot, statement: &Statement, out: &mut Vec<Action>) {
    let Some(analysis) = &s.analysis else { return };
    let targets = targets(s, statement);
    let open: Vec<&Threat> = analysis.unsettled().filter(|t| targets.contains(&t.target)).collect();
    for t in open.iter().take(MOST) {
        respond(s, statement, t, out);
    }
    controls(s, statement, &open, out);
    required(s, statement, analysis, &targets, out);
}

/// What a statement declares that threats can be on.
fn targets(s: &Snapshot, statement: &Statement) -> Vec<ThreatTarget> {
    let same =
        |span: crate::source::Span| span.file == statement.span.file && span.start == statement.span.start;
    let model = s.model();
    match &statement.shape {
        Shape::Flow(_) => {
            let flows = model.flows.iter().enumerate().filter(|(_, f)| same(f.span));
            flows.map(|(i, _)| ThreatTarget::Flow(FlowId::new(i))).collect()
        }
        Shape::Declaration(_) => {
            let symbols = s.index().symbols.iter().filter(|y| y.whole == statement.span);
            let mut out: Vec<ThreatTarget> =
                symbols.filter_map(|y| navigate::element(s, y)).map(ThreatTarget::Element).collect();
            let boundaries = model.boundaries.iter().enumerate().filter(|(_, b)| !b.implied && same(b.span));
            out.extend(boundaries.map(|(i, _)| ThreatTarget::Boundary(BoundaryId::new(i))));
            out
        }
        Shape::Titled(t) if t.word.text == "model" => vec![ThreatTarget::Model],
        _ => Vec::new(),
    }
}

/// Where an answer goes: behind the statement, or to the end of the model's own file, since an imported
/// file decides nothing for this model.
fn answered(s: &Snapshot, statement: &Statement, text: &str) -> Vec<crate::diagnostic::Edit> {
    if statement.span.file == FileId(0) {
        one(edit::behind(s, statement, text))
    } else {
        one(edit::at_end(s, text))
    }
}

fn respond(s: &Snapshot, statement: &Statement, t: &Threat, out: &mut Vec<Action>) {
    let model = s.model();
    let Some(rule) = model.catalog.rule(t.rule) else { return };
    let (name, on, severity) = (&rule.name, t.target.written(model), t.residual.severity());
    let control = |id: &crate::catalog::ControlId| model.catalog.control(*id).map(|c| c.name.as_str());
    let with: Vec<&str> = t.closed_by.first().into_iter().flatten().filter_map(control).collect();
    let answers = [
        ("Mitigate", format!("mitigate {name} on {on} {{ with: [{}], owner: \"\" }}", with.join(", "))),
        ("Accept", format!("accept {name} on {on} {{ because: \"\", by: \"\", at: {severity} }}")),
        ("Dismiss", format!("dismiss {name} on {on} {{ because: \"\" }}")),
    ];
    for (verb, text) in answers {
        let title = format!("{verb} `{name}` ({severity}) on {on}");
        out.push(Action::new(title, ActionSort::Rewrite, answered(s, statement, &text)));
    }
}

/// The controls that a mitigation relies on and that do not count, put on what it is about; one that stands somewhere
/// else may well be meant to count, so none is the one right answer.
pub(super) fn relied_on(s: &Snapshot, d: &Diagnostic) -> Vec<Action> {
    let model = s.model();
    let said = |r: &&Response| d.primary.as_ref().is_some_and(|p| p.span == r.span);
    let Some(r) = model.responses.iter().find(said) else { return Vec::new() };
    let (part, written) = match &r.on.target {
        Target::Element(id) => (model.element(*id).map(|e| e.span), ThreatTarget::Element(*id)),
        Target::Flows(ids) if let [id] = ids.as_slice() => {
            (model.flow(*id).map(|f| f.span), ThreatTarget::Flow(*id))
        }
        _ => return Vec::new(),
    };
    let around = part.map(|p| s.around(At { file: p.file, offset: p.range().start })).unwrap_or_default();
    let Some(statement) = around.last() else { return Vec::new() };
    let add = |with: &With| {
        let With::Kind(id) = with else { return None };
        let name = &model.catalog.control(*id)?.name;
        if d.subject.as_ref() != Some(name) {
            return None;
        }
        let edit = edit::added(s, statement, "controls", name)?;
        let title = format!("Add control `{name}` to {}", written.written(model));
        Some(Action::new(title, ActionSort::Fix, vec![edit]))
    };
    r.with.iter().filter_map(add).collect()
}

/// The controls that would close threats of a part, those that close the most and the worst first.
fn controls(s: &Snapshot, statement: &Statement, open: &[&Threat], out: &mut Vec<Action>) {
    let takes = match &statement.shape {
        Shape::Flow(_) => true,
        Shape::Declaration(_) => {
            let symbol = s.index().symbols.iter().find(|y| y.whole == statement.span);
            symbol.is_some_and(|y| matches!(y.sort, Sort::Element | Sort::Boundary))
        }
        _ => false,
    };
    if !takes {
        return;
    }
    let mut found: Vec<(crate::catalog::ControlId, usize, u8)> = Vec::new();
    for t in open {
        let mut singles: Vec<crate::catalog::ControlId> = t
            .closed_by
            .iter()
            .filter_map(|set| if let [one] = set.as_slice() { Some(*one) } else { None })
            .collect();
        if singles.is_empty() {
            singles.extend(t.closed_by.first().into_iter().flatten());
        }
        for id in singles {
            match found.iter_mut().find(|(c, ..)| *c == id) {
                Some((_, n, worst)) => {
                    *n += 1;
                    *worst = (*worst).max(t.residual.product());
                }
                None => found.push((id, 1, t.residual.product())),
            }
        }
    }
    found.sort_by_key(|(_, n, worst)| std::cmp::Reverse((*n, *worst)));
    for (id, n, _) in found.into_iter().take(CONTROLS) {
        let Some(c) = s.model().catalog.control(id) else { continue };
        if let Some(edit) = edit::added(s, statement, "controls", &c.name) {
            let helps = crate::diagnostic::counted(n, "threat");
            let title = format!("Add control `{}` (helps against {helps})", c.name);
            out.push(Action::new(title, ActionSort::Rewrite, vec![edit]));
        }
    }
}

/// Controls that a rule of the house asks for here.
fn required(
    s: &Snapshot,
    statement: &Statement,
    analysis: &Analysis,
    targets: &[ThreatTarget],
    out: &mut Vec<Action>,
) {
    let model = s.model();
    for (rule, result) in model.requirements.iter().zip(&analysis.requirements) {
        if !result.broken.iter().any(|t| targets.contains(t)) {
            continue;
        }
        let Some(c) = model.catalog.control(rule.control) else { continue };
        if let Some(edit) = edit::added(s, statement, "controls", &c.name) {
            let title = format!("Add the required control `{}`", c.name);
            let mut action = Action::new(title, ActionSort::Fix, vec![edit]);
            action.preferred = true;
            out.push(action);
        }
    }
}
