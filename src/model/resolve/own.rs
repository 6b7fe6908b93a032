//! The model's own kinds, controls and threats, added to its copy of the catalog, and the
//! conditions of its rules.

use super::collect::placed_control;
use super::names::Named;
use super::older::path_of;
use super::{Cx, Resolved, Supposed, resolve_all};
use crate::catalog::edition::{Edition, EditionError, choose, edition};
use crate::catalog::expr::{Atom, Party};
use crate::catalog::{self, Catalog, KindId, NamedPart, Origin, Root, RuleId, Subject, When};
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::{Map, Set};
use crate::model::Target;
use crate::model::read::Read;
use crate::source::Span;
use crate::syntax::tree::{Declaration, Shape, Statement, Value, ValueKind};
use std::sync::Arc;

/// Resolves a model against the edition of the catalog that it asks for, the newest if none.
pub fn resolve(read: &Read) -> Resolved {
    resolve_supposing(read, &[])
}

/// The same with controls that are supposed to be there, whose texts are among the sources.
pub fn resolve_supposing(read: &Read, supposed: &[Supposed]) -> Resolved {
    among(read, catalog::EDITIONS, &edition, supposed)
}

/// Resolves a model against the one of these editions that it asks for, the last if none.
pub fn resolve_among(read: &Read, editions: &[Edition<'_>]) -> Resolved {
    among(read, editions, &|name| choose(editions, name).map(Arc::new), &[])
}

/// Gives the catalog of an edition, or of the newest.
type Choice<'a> = dyn Fn(Option<&str>) -> Result<Arc<Catalog>, EditionError> + 'a;

fn among(read: &Read, editions: &[Edition<'_>], catalog: &Choice<'_>, supposed: &[Supposed]) -> Resolved {
    let none = || Arc::new(Catalog::roots(""));
    let wanted = wanted_edition(read);
    let found = catalog(wanted.as_ref().map(|(name, _)| name.as_str()));
    let (catalog, problem) = match (found, wanted) {
        (Ok(catalog), _) => (catalog, None),
        (Err(EditionError::Unknown(near)), Some((name, span))) => {
            let d = unknown_edition(&name, near, span, editions);
            (catalog(None).unwrap_or_else(|_| none()), Some(d))
        }
        (Err(e), _) => {
            let d = Diagnostic::bare(codes::UNKNOWN_EDITION, format!("the catalog can't be used: {e:?}"));
            (none(), Some(d))
        }
    };
    let mut resolved = resolve_all(read, catalog, supposed);
    resolved.diagnostics.extend(problem);
    resolved.diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| (p.span.file, p.span.start)));
    resolved
}

fn unknown_edition(name: &str, near: Option<String>, span: Span, editions: &[Edition<'_>]) -> Diagnostic {
    let message = format!("there is no edition `{name}` of the catalog");
    let d = Diagnostic::new(codes::UNKNOWN_EDITION, span, message);
    if let Some(near) = near {
        return d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, near);
    }
    let names: Vec<String> = editions.iter().map(|e| format!("`{}`", e.name)).collect();
    d.help(format!("There is {}.", names.join(", ")))
}

/// The edition that the model's own file names.
fn wanted_edition(read: &Read) -> Option<(String, Span)> {
    let tree = &read.files.first()?.tree;
    let block = tree.statements.iter().find_map(|s| match &s.shape {
        Shape::Titled(t) if t.word.text == "model" => t.block.as_ref(),
        _ => None,
    })?;
    block.statements.iter().find_map(|s| match &s.shape {
        Shape::Property(p) if p.name.text == "catalog" && !s.faulty => {
            super::statements::edition(&p.value).map(|name| (name, p.value.span))
        }
        _ => None,
    })
}

impl Cx<'_> {
    /// Adds the words of all files to the catalog.
    pub fn own_words(&mut self) {
        let mut statements: Vec<&Statement> = Vec::new();
        for statement in self.read.files.iter().flat_map(|f| &f.tree.statements) {
            if let Shape::Declaration(d) = &statement.shape
                && d.word.alias.is_none()
                && matches!(d.word.name.text.as_str(), "kind" | "control" | "threat")
            {
                // A control of this system that forgot its kind is said where those are read.
                if d.word.name.text == "control" && d.parents.is_empty() && placed_control(d.block.as_ref()) {
                    continue;
                }
                if d.parents.is_empty() || d.word.name.text != "control" {
                    self.words.own.insert(&d.name.text);
                }
            }
            statements.push(statement);
        }
        let mut out = Vec::new();
        let mut kinds: Vec<&Declaration> = Vec::new();
        let mut faulty: Vec<&str> = Vec::new();
        for statement in &statements {
            if let Shape::Declaration(d) = &statement.shape
                && d.word.text() == "kind"
            {
                kinds.push(d);
                if statement.faulty {
                    faulty.push(&d.name.text);
                }
            }
        }
        // A model without words of its own shares the catalog with all others.
        if statements.iter().any(|s| catalog::load::declares(s)) {
            let catalog = Arc::make_mut(&mut self.catalog);
            self.named_parts = catalog::extend(catalog, &statements, Origin::Model, &mut out);
        }
        let known: Set<&str> = self.catalog.kinds.iter().map(|k| k.name.as_str()).collect();
        let broken = |d: &Declaration| {
            d.parents.is_empty()
                || d.parents.iter().any(|p| !known.contains(p.name.text.as_str()))
                || faulty.contains(&d.name.text.as_str())
        };
        let hurt: Vec<&str> = kinds.iter().filter(|d| broken(d)).map(|d| d.name.text.as_str()).collect();
        let hurt = hurt
            .iter()
            .filter_map(|name| self.catalog.find_kind(name))
            .filter(|k| k.index() >= Root::ALL.len());
        self.words.hurt = hurt.collect();
        // What is unknown may be in a file that could not be read.
        out.retain(|d| {
            let names = d.code == codes::UNKNOWN_KIND
                || d.code == codes::UNKNOWN_CONTROL
                || d.code == codes::UNKNOWN_THREAT;
            let file = d.primary.as_ref().map_or(0, |p| p.span.file.0 as usize);
            !(names && self.scopes.incomplete(file))
        });
        self.out.extend(out);
    }

    /// Checks the names that the conditions of own threats use.
    pub fn own_conditions(&mut self) {
        let parts = std::mem::take(&mut self.named_parts);
        let mut names: Map<RuleId, Map<String, String>> = Map::default();
        for part in parts {
            if let Some(full) = self.named_part(&part) {
                names.entry(part.rule).or_default().insert(part.name, full);
            }
        }
        for (rule, names) in names {
            let rules = &mut Arc::make_mut(&mut self.catalog).rules;
            if let Some(when) = rules.get_mut(rule.index()).and_then(|r| r.when.as_mut()) {
                rename(when, &names);
            }
        }
    }

    /// The name in the whole model of a part that a condition names.
    fn named_part(&mut self, part: &NamedPart) -> Option<String> {
        let file = part.span.file.0 as usize;
        let path = path_of(&part.name, part.span);
        let found =
            self.part_by_any_name(file, &path, |n| matches!(n, Named::Boundary(_) | Named::Element(_)))?;
        match found {
            Named::Boundary(index) => self.model.boundary(self.boundary_id(index)).map(|b| b.name.clone()),
            Named::System => self.model.boundaries.first().map(|b| b.name.clone()),
            Named::Element(index) if !part.boundary => self.model.elements.get(index).map(|e| e.name.clone()),
            Named::Broken => None,
            other => {
                let wanted =
                    if part.boundary { "a boundary" } else { "an element, a boundary, a kind or a trust" };
                let message = format!("{wanted} is wanted here; `{}` is {}", part.name, other.what());
                self.out.push(Diagnostic::new(codes::WRONG_NAME, part.span, message));
                None
            }
        }
    }

    /// The condition of a rule of the house.
    pub fn condition(&mut self, value: &Value, on: Option<&Target>) -> Option<When> {
        let ValueKind::Expression(expression) = &value.kind else {
            self.wrong_type("when", "a condition", value);
            return None;
        };
        let subject = match on {
            Some(Target::Flows(_) | Target::AnyFlow) => Subject::Flow,
            Some(Target::AnyKind(kind)) => Subject::Kinds(vec![*kind]),
            Some(Target::Element(id)) => {
                let kind = self.model.element(*id).map_or(KindId::new(Root::Process as usize), |e| e.kind);
                Subject::Kinds(vec![kind])
            }
            _ => Subject::Element,
        };
        let (mut when, parts) =
            catalog::compile::condition(&self.catalog, &subject, expression, &mut self.out);
        let mut names = Map::default();
        for part in parts {
            if let Some(full) = self.named_part(&part) {
                names.insert(part.name, full);
            }
        }
        rename(&mut when, &names);
        (!when.alternatives.is_empty()).then_some(when)
    }
}

/// Puts the names of the whole model in the place of those of one file.
fn rename(when: &mut When, names: &Map<String, String>) {
    for condition in when.alternatives.iter_mut().flat_map(|a| &mut a.literals) {
        let name = match &mut condition.atom {
            Atom::In(_, name) | Atom::Keeps(_, _, _, Some(Party::Name(name))) => name,
            _ => continue,
        };
        if let Some(full) = names.get(name) {
            name.clone_from(full);
        }
    }
}
