//! Older names: `was`, and who is found by one.
//!
//! A name of today always goes before an older one. Older names stand for parts in what is said
//! about them (responses, `on`, `about`, `focus`, conditions), not in what is built: a flow names
//! its ends as they are called now.

use super::Cx;
use super::names::Named;
use super::props::Props;
use super::values::items;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{ElementId, FlowId};
use crate::source::Span;
use crate::syntax::tree::{Chain, Path, Shape, ValueKind, Word};

impl Cx<'_> {
    /// Notes the names behind `was`, each of one part only; whether they are well written is said
    /// where parts are made.
    pub fn older_names(&mut self) {
        let boundaries = self.items.boundaries.iter().enumerate();
        let boundaries = boundaries.map(|(i, h)| (h.file, h.block, Named::Boundary(i)));
        let elements = self.items.elements.iter().enumerate();
        let elements = elements.map(|(i, (h, _))| (h.file, h.block, Named::Element(i)));
        let data = self.items.data.iter().enumerate();
        let data = data.map(|(i, (h, _))| (h.file, h.block, Named::Data(i)));
        let flows = self.items.flows.iter().enumerate();
        let flows = flows.map(|(i, (file, f, _))| (*file, f.block.as_ref(), Named::Flow(i)));
        for (file, block, named) in boundaries.chain(elements).chain(data).chain(flows) {
            for statement in block.map_or(&[][..], |b| &b.statements) {
                let Shape::Property(p) = &statement.shape else { continue };
                if p.name.text != "was" {
                    continue;
                }
                for item in items(&p.value) {
                    let (home, name) = match &item.kind {
                        ValueKind::Word(path) => (self.scopes.home(file, path), path.name.text.as_str()),
                        ValueKind::Text(text) => (Some(file), name_of_older(text)),
                        // An older id of a flow, which is looked up where flows are made.
                        _ => continue,
                    };
                    let home = home.filter(|_| !name.is_empty());
                    if let Some(first) = home.and_then(|h| self.scopes.was(h, name, item.span, named)) {
                        self.out.push(older_name_twice(name, item.span, first));
                    }
                }
            }
        }
    }

    /// What a name stands for or stood for; says so if it is nothing. For what is said about parts,
    /// not for what they are.
    pub fn part_by_any_name(&mut self, file: usize, path: &Path, wanted: fn(Named) -> bool) -> Option<Named> {
        match self.scopes.renamed(file, path) {
            Some(renamed) => Some(renamed),
            None => self.part(file, path, wanted),
        }
    }

    /// The element that a name stands for or stood for.
    pub fn element_by_any_name(&mut self, file: usize, path: &Path, want: &str) -> Option<ElementId> {
        match self.scopes.renamed(file, path) {
            Some(Named::Element(index)) => Some(ElementId::new(index)),
            _ => self.element_of(file, path, want),
        }
    }

    /// The name that a part has today.
    pub fn called(&self, named: Named) -> Option<String> {
        let name = match named {
            Named::Element(i) => self.items.elements.get(i).map(|(head, _)| head.name),
            Named::Boundary(i) => self.items.boundaries.get(i).map(|head| head.name),
            Named::Data(i) => self.items.data.get(i).map(|(head, _)| head.name),
            Named::Flow(i) => self.items.flows.get(i).and_then(|(_, flow, _)| flow.name.as_ref()),
            Named::System | Named::Broken => None,
        };
        name.map(|n| n.text.clone())
    }

    /// Older names of a part, as they were in the whole model.
    pub fn older_names_of(&mut self, props: &Props<'_>) -> Vec<String> {
        let Some((p, value)) = props.get("was") else { return Vec::new() };
        let mut out = Vec::new();
        for item in items(value) {
            match &item.kind {
                ValueKind::Text(text) => out.push(self.scopes.full(props.file, text)),
                ValueKind::Word(path) => out.extend(self.older_name(props.file, path)),
                _ => self.wrong_type("was", &p.ty.takes(), item),
            }
        }
        out
    }

    /// One of them. Behind an alias it is that of a part which stood in another file.
    fn older_name(&mut self, file: usize, path: &Path) -> Option<String> {
        let Some(home) = self.scopes.home(file, path) else {
            // Says that there is no such import.
            self.part(file, path, |_| true);
            return None;
        };
        Some(self.scopes.full(home, &path.name.text))
    }

    /// The ends of a flow that may be no more, as `a->b`: as they are called in the whole model
    /// now, or else as they were.
    pub fn older_ends(&self, file: usize, a: &Path, b: &Path) -> String {
        let name = |path: &Path| {
            let found = self.scopes.part(file, path).ok().or_else(|| self.scopes.renamed(file, path));
            match found {
                Some(Named::Element(index)) => self.name_of(ElementId::new(index)).to_owned(),
                _ => match self.scopes.home(file, path) {
                    Some(home) => self.scopes.full(home, &path.name.text),
                    None => path.text(),
                },
            }
        };
        format!("{}->{}", name(a), name(b))
    }

    /// What a flow says that it was: `a -> b`, a name, or an id in quotes.
    pub fn older_ids(&mut self, props: &Props<'_>) -> Vec<Older> {
        let Some((p, value)) = props.get("was") else { return Vec::new() };
        let file = props.file;
        let mut out = Vec::new();
        for item in items(value) {
            let (ends, name) = match &item.kind {
                ValueKind::Word(path) => (None, self.older_name(file, path)),
                ValueKind::Chain(Chain { ends, .. }) if ends.len() == 2 => match ends.as_slice() {
                    [a, b] => (Some(self.older_ends(file, a, b)), None),
                    _ => continue,
                },
                ValueKind::Text(text) => {
                    let (ends, name) = match text.split_once('#') {
                        Some((ends, name)) => (Some(ends), Some(name)),
                        None if text.contains("->") => (Some(text.as_str()), None),
                        None => (None, Some(text.as_str())),
                    };
                    let ends = ends.and_then(|e| e.split_once("->")).map(|(a, b)| {
                        let path = |text: &str| path_of(text.trim(), item.span);
                        self.older_ends(file, &path(a), &path(b))
                    });
                    (ends, name.map(|n| self.scopes.full(file, n)))
                }
                _ => {
                    self.wrong_type("was", &p.ty.takes(), item);
                    continue;
                }
            };
            out.push(Older { ends, name, span: item.span });
        }
        out
    }

    /// Notes the older ids of the flows of one statement.
    pub fn note_older(&mut self, made: &[FlowId], older: Vec<Older>) {
        for Older { ends, name, span } in older {
            if let (Some(ends), None, Some(first)) = (&ends, &name, made.first()) {
                match self.older_flows.get(ends) {
                    Some((_, other)) => {
                        let d = older_name_twice(&ends.replace("->", " -> "), span, *other);
                        self.out.push(d);
                    }
                    None => {
                        self.older_flows.insert(ends.clone(), (*first, span));
                    }
                }
            }
            for flow in made {
                let Some(now) = self.model.flow(*flow) else { continue };
                let end = |e| self.model.element(e).map_or("", |e| e.name.as_str());
                let ends =
                    ends.clone().unwrap_or_else(|| format!("{}->{}", end(now.source), end(now.target)));
                let id = match &name {
                    Some(name) => format!("{ends}#{name}"),
                    None => ends,
                };
                if let Some(now) = self.model.flows.get_mut(flow.index()) {
                    now.was.push(id);
                }
            }
        }
    }
}

/// An older id of a flow; what it does not say is as it is now.
pub(super) struct Older {
    ends: Option<String>,
    name: Option<String>,
    span: Span,
}

/// A name in a text, perhaps behind an alias.
pub(super) fn path_of(text: &str, span: Span) -> Path {
    let word = |text: &str| Word { text: text.to_owned(), span };
    match text.split_once('.') {
        Some((alias, name)) => Path { alias: Some(word(alias)), name: word(name), span },
        None => Path { alias: None, name: word(text), span },
    }
}

/// The name in an older name in quotes: of a flow's id, as `a->b#name`, what stands last.
fn name_of_older(text: &str) -> &str {
    match text.split_once('#') {
        Some((_, name)) => name,
        None if text.contains("->") => "",
        None => text,
    }
}

/// Two parts that claim one older name: nobody can know which of them is meant by it.
fn older_name_twice(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_NAME, span, format!("two parts say that they were `{name}`"))
        .at("the second")
        .label(first, "the first")
        .help("Keep it at the part to which the responses to the old name belong.")
}
