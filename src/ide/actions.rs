//! What can be done at a place: the fixes that diagnostics offer, answers to threats, controls, what is
//! named and not declared, and parts moved to another boundary or file. Each is a set of edits.

mod moved;
mod threats;

use super::context::Context;
use super::names::Role;
use super::{At, Edits, Snapshot, edit};
use crate::catalog::fields::Type;
use crate::diagnostic::{Diagnostic, Edit, Fix, codes, fix};
use crate::model::words;
use crate::source::{FileId, Span};
use crate::syntax::tree::{Shape, Statement};
use std::path::PathBuf;

/// What sort of change an action makes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum ActionSort {
    /// It ends a diagnostic.
    Fix,
    /// It ends all diagnostics of a file that have a fix.
    FixAll,
    /// It adds or changes something.
    Rewrite,
    /// It moves something into a file of its own.
    Extract,
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Action {
    /// What, in a few words.
    pub title: String,
    /// What sort of change it is.
    pub sort: ActionSort,
    /// The change.
    pub edits: Edits,
    /// A file that is made, with its text.
    pub file: Option<(PathBuf, String)>,
    /// The diagnostics that it ends, by their places among the snapshot's.
    pub ends: Vec<usize>,
    /// Whether it is the one right answer.
    pub preferred: bool,
}

impl Action {
    pub(super) fn new(title: impl Into<String>, sort: ActionSort, edits: Edits) -> Action {
        Action { title: title.into(), sort, edits, file: None, ends: Vec::new(), preferred: false }
    }
}

/// What can be done with a selection of a file.
pub fn actions(s: &Snapshot, file: FileId, range: std::ops::Range<usize>) -> Vec<Action> {
    let mut out = Vec::new();
    let here = |d: &Diagnostic| {
        let places = d.primary.iter().map(|p| p.span);
        places
            .filter(|p| p.file == file)
            .any(|p| p.range().start <= range.end && range.start <= p.range().end)
    };
    for (i, d) in s.diagnostics.iter().enumerate().filter(|(_, d)| here(d)) {
        if let Some(f) = &d.fix {
            let mut action = Action::new(sentence(&f.message), ActionSort::Fix, f.edits.clone());
            action.ends = vec![i];
            action.preferred = true;
            out.push(action);
        }
        if d.code == codes::IDLE_CONTROL {
            for mut action in threats::relied_on(s, d) {
                action.ends = vec![i];
                out.push(action);
            }
        }
        if d.code == codes::UNKNOWN_NAME
            && let Some(place) = &d.primary
        {
            for mut action in declare(s, place.span) {
                action.ends = vec![i];
                out.push(action);
            }
        }
    }
    out.extend(all(s, file));
    let at = At { file, offset: range.start };
    let around = s.around(at);
    if let Some(statement) = around.iter().rev().find(|s| !matches!(s.shape, Shape::Property(_))) {
        threats::actions(s, statement, &mut out);
        moved::into_boundary(s, statement, &around, &mut out);
    }
    moved::into_file(s, file, range, &mut out);
    out
}

/// All fixes of a file at once, where there is more than one.
fn all(s: &Snapshot, file: FileId) -> Option<Action> {
    let mut ends = Vec::new();
    let mut fixes: Vec<&Fix> = Vec::new();
    for (i, d) in s.diagnostics.iter().enumerate() {
        if let (Some(f), Some(place)) = (&d.fix, &d.primary)
            && place.span.file == file
            && f.edits.iter().all(|e| e.span.file == file)
        {
            ends.push(i);
            fixes.push(f);
        }
    }
    let patched = fix::apply(s.sources(), &fixes);
    if patched.made.len() < 2 {
        return None;
    }
    let edits = patched.made.iter().filter_map(|i| fixes.get(*i)).flat_map(|f| f.edits.clone()).collect();
    let mut action = Action::new("Make all fixes of this file", ActionSort::FixAll, edits);
    action.ends = patched.made.iter().filter_map(|i| ends.get(*i)).copied().collect();
    Some(action)
}

/// Declarations for a name that nothing has.
fn declare(s: &Snapshot, span: Span) -> Vec<Action> {
    let name = s.sources().text(span);
    let at = At { file: span.file, offset: span.range().start };
    let is_name =
        |o: &super::names::Occurrence| o.span == span && matches!(o.role, Role::Part) && o.symbol.is_none();
    if name.contains('.') || !s.index().at(at.file, at.offset).is_some_and(is_name) {
        return Vec::new();
    }
    let Some(source) = s.source(span.file) else { return Vec::new() };
    let context = Context::of(&source.text, span.range().start);
    let property = context.property().map(|(name, _)| name);
    let list = words::owners().into_iter().flat_map(|(_, list)| list);
    let data = property.is_some_and(|p| list.filter(|q| q.name == p).any(|q| q.ty == Type::Data));
    let kinds: &[(&str, &str)] = if data {
        &[
            ("documents", "documents"),
            ("prompts", "prompts"),
            ("credentials", "credentials"),
            ("asset", "other data"),
        ]
    } else {
        &[("process", "a process"), ("store", "a store"), ("external", "an external")]
    };
    // Before the statement that names it, where parts may stand: in a boundary, or in the file.
    let around = s.around(at);
    let mut place: Option<&Statement> = around.first().copied();
    for pair in around.windows(2) {
        if let [outer, inner] = pair
            && is_boundary(outer)
            && place.is_some_and(|p| std::ptr::eq(p, *outer))
        {
            place = Some(inner);
        }
    }
    // Data belongs to no boundary.
    let place = if data { around.first().copied() } else { place };
    let Some(place) = place else { return Vec::new() };
    let action = |(kind, what): &(&str, &str)| {
        let edit = edit::before(s, place, &format!("{kind} {name} \"{}\"", label(name)))?;
        Some(Action::new(format!("Declare `{name}` as {what}"), ActionSort::Fix, vec![edit]))
    };
    kinds.iter().filter_map(action).collect()
}

/// A label from a name: `order_api` becomes `Order api`.
fn label(name: &str) -> String {
    crate::report::words::capital(&name.replace(['_', '-'], " "))
}

fn is_boundary(statement: &Statement) -> bool {
    matches!(&statement.shape, Shape::Declaration(d) if d.word.alias.is_none() && d.word.name.text == "boundary")
}

/// A few words as a title.
fn sentence(text: &str) -> String {
    crate::report::words::capital(text)
}

/// One edit of many, where there is one.
fn one(edit: Option<Edit>) -> Edits {
    edit.into_iter().collect()
}
