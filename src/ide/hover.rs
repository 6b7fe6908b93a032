//! What is known of the word under the cursor.

use super::complete::condition::told;
use super::names::{Occurrence, Role};
use super::{At, Snapshot, describe, navigate};
use crate::analysis::ThreatTarget;
use crate::catalog::RuleId;
use crate::catalog::frameworks;
use crate::diagnostic::Code;
use crate::model::{BoundaryId, ElementId, FlowId, Target};
use crate::report::prose::{code, escape_markdown, link_target};
use crate::source::Span;
use crate::syntax::tree::Shape;

/// A hover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The word.
    pub span: Span,
    /// What is known of it, in Markdown.
    pub text: String,
}

/// What is known of a place.
pub fn hover(s: &Snapshot, at: At) -> Option<Hover> {
    let found = s.index().at(at.file, at.offset);
    let Some(word) = found else {
        let Some((span, flows)) = navigate::flows_at(s, at) else { return condition(s, at) };
        let text: Vec<String> = flows.iter().map(|f| describe::flow(s, *f)).collect();
        return made(span, text.join("\n\n---\n\n"));
    };
    // Of its words a condition says what they mean.
    known(s, at, word).or_else(|| condition(s, at))
}

/// What is known of a word that stands for something.
fn known(s: &Snapshot, at: At, word: &Occurrence) -> Option<Hover> {
    let catalog = &s.model().catalog;
    let symbol = word.symbol.and_then(|id| s.index().symbol(id));
    let text = match word.role {
        Role::Word(w) => describe::word(w),
        Role::Threat(id) => return made(word.span, threat(s, at, word.span, id?)),
        Role::Kind(Some(id)) => describe::kind(catalog, id),
        Role::Control(id) => match (symbol, id) {
            (Some(symbol), _) => describe::symbol(s, symbol),
            (None, Some(id)) => describe::control(catalog, id),
            (None, None) => return None,
        },
        Role::Property(Some(f)) => describe::field(catalog, f),
        Role::Value(f) => match f {
            Some(f) => describe::field(catalog, f),
            None => return None,
        },
        Role::Import(file) => {
            let path = s.draft.read.files.get(file?)?.path.as_ref()?;
            code(&path.to_string_lossy())
        }
        Role::Lint => {
            let name = s.sources().text(word.span);
            format!("**{name}**\n\n{}", Code::find(name)?.about())
        }
        Role::Framework => framework(s.sources().text(word.span))?,
        Role::Part | Role::Alias | Role::Attacker | Role::Other => describe::symbol(s, symbol?),
        Role::Kind(None) | Role::Property(None) => return None,
    };
    made(word.span, text)
}

/// A word of a condition.
fn condition(s: &Snapshot, at: At) -> Option<Hover> {
    let around = s.around(at);
    let Some(Shape::Property(p)) = around.last().map(|s| &s.shape) else { return None };
    if p.name.text != "when" || !super::holds(p.value.span, at.offset) {
        return None;
    }
    let text = &s.source(at.file)?.text;
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let start = text.get(..at.offset)?.trim_end_matches(is_word).len();
    let behind = text.get(at.offset..)?;
    let end = at.offset + behind.len() - behind.trim_start_matches(is_word).len();
    let word = text.get(start..end)?;
    let about = crate::report::words::capital(told(word)?);
    made(Span::new(at.file, start, end), format!("{} (condition)\n\n{about}.", code(word)))
}

fn made(span: Span, text: String) -> Option<Hover> {
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some(Hover { span, text })
}

/// An entry of a framework, as `atlas:AML.T0070`.
fn framework(text: &str) -> Option<String> {
    let (prefix, id) = text.split_once(':')?;
    let entry = frameworks::find(prefix.trim(), id.trim().trim_matches('"'))?;
    let name = escape_markdown(entry.name);
    Some(format!(
        "**{name}** {}\n\n[{}]({})",
        code(text),
        escape_markdown(entry.framework.title),
        link_target(entry.url)
    ))
}

/// A threat: where a response speaks of it, each place where it arises; else the rule.
fn threat(s: &Snapshot, at: At, span: Span, id: RuleId) -> String {
    let model = s.model();
    let rule = || model.catalog.rule(id).map(|r| describe::rule(&model.catalog, r)).unwrap_or_default();
    let Some(analysis) = &s.analysis else { return rule() };
    let around = s.around(at);
    let responds = around.last().is_some_and(|s| matches!(s.shape, Shape::Response(_)));
    if !responds {
        return rule();
    }
    let response = model.responses.iter().find(|r| r.rule_span == span).map(|r| &r.on.target);
    let test =
        model.tests.iter().find(|t| around.last().is_some_and(|s| s.span == t.whole)).map(|t| &t.on.target);
    let Some(target) = response.or(test) else { return rule() };
    let here = analysis.threats.iter().filter(|t| t.rule == id && meant(s, target, t.target));
    let told: Vec<String> = here.take(3).map(|t| describe::threat(model, analysis, t)).collect();
    if told.is_empty() { format!("It does not arise there.\n\n{}", rule()) } else { told.join("\n\n---\n\n") }
}

/// Whether a statement that speaks of a target speaks of a threat's.
fn meant(s: &Snapshot, target: &Target, of: ThreatTarget) -> bool {
    let model = s.model();
    let within = |e: ElementId, b: BoundaryId| model.around(e).contains(&b);
    match (target, of) {
        (Target::All, _) => true,
        (Target::Element(a), ThreatTarget::Element(b)) => *a == b,
        (Target::Boundary(a), ThreatTarget::Boundary(b)) => *a == b,
        (Target::Boundary(a), ThreatTarget::Element(e)) => within(e, *a),
        (Target::Boundary(a), ThreatTarget::Flow(f)) => {
            let ends = |f: FlowId| model.flow(f).map(|f| (f.source, f.target));
            ends(f).is_some_and(|(x, y)| within(x, *a) && within(y, *a))
        }
        (Target::Flows(list), ThreatTarget::Flow(f)) => list.contains(&f),
        (Target::AnyFlow, ThreatTarget::Flow(_)) => true,
        (Target::AnyKind(k), ThreatTarget::Element(e)) => model.is_kind(e, *k),
        _ => false,
    }
}
