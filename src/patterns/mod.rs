//! Models to start from: one commented file a pattern, and this table of them.
//!
//! A pattern is a whole model that compiles as it stands; what is made of it gets a title of its
//! own and is otherwise the same text. Nothing here reads or writes files.

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, Model, read, resolve};
use crate::source::{FileId, Memory};
use crate::syntax::{self, tree::Shape};
use std::path::{Path, PathBuf};

/// A model to start from.
#[derive(Copy, Clone, Debug)]
pub struct Pattern {
    /// The word by which it is asked for.
    pub name: &'static str,
    /// What it is a pattern of, in a line.
    pub about: &'static str,
    /// The model.
    pub text: &'static str,
}

const fn pattern(name: &'static str, about: &'static str, text: &'static str) -> Pattern {
    Pattern { name, about, text }
}

/// All patterns, the one to begin with first. A new one is one file and one line here.
pub const PATTERNS: &[Pattern] = &[
    pattern("chat", "customers write, a hosted model answers", include_str!("chat.tm")),
    pattern("rag", "answers from documents that are retrieved", include_str!("rag.tm")),
    pattern("agent", "a model that plans and acts with tools", include_str!("agent.tm")),
    pattern("mcp", "an MCP server: tools for other people's assistants", include_str!("mcp.tm")),
    pattern("api", "a model of your own behind an API", include_str!("api.tm")),
    pattern("training", "from data and labels to a released model", include_str!("training.tm")),
    pattern("edge", "a model on devices out of your reach", include_str!("edge.tm")),
];

/// The pattern of a name.
pub fn find(name: &str) -> Option<&'static Pattern> {
    PATTERNS.iter().find(|p| p.name == name)
}

impl Pattern {
    /// The model's text with a title of its own. The title is one line of any text; it is
    /// escaped here.
    pub fn titled(&self, title: &str) -> String {
        let tree = syntax::parse(FileId(0), self.text).tree;
        let place = tree.statements.iter().find_map(|s| match &s.shape {
            Shape::Titled(t) if t.word.text == "model" => Some(t.text.span.range()),
            _ => None,
        });
        let mut text = self.text.to_owned();
        if let Some(place) = place {
            text.replace_range(place, &syntax::quoted(title));
        }
        text
    }

    /// The model that it is, and what there is to say about it: nothing.
    pub fn model(&self) -> (Model, Vec<Diagnostic>) {
        let name = format!("{}.tm", self.name);
        let files = Memory::new([(PathBuf::from(&name), self.text)]);
        let read = read(&files, Entry::File(Path::new(&name)), None);
        let resolved = resolve(&read);
        (resolved.model, read.diagnostics.into_iter().chain(resolved.diagnostics).collect())
    }
}

/// A title made of a name: `help-desk` becomes `Help desk`.
pub fn title_of(name: &str) -> String {
    let spaced = name.replace(['_', '-'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let joined = words.join(" ");
    let mut letters = joined.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_text_and_nothing_else() {
        let title = "A \"quoted\" \\ title } model \"x\" // {{ 7*7 }}";
        for p in PATTERNS {
            let text = p.titled(title);
            let own = Pattern { name: p.name, about: p.about, text: Box::leak(text.into_boxed_str()) };
            let (model, said) = own.model();
            assert_eq!(model.info.title, title, "{}", p.name);
            assert!(said.is_empty(), "{}: {said:?}", p.name);
            assert_eq!(model.elements.len(), p.model().0.elements.len());
        }
    }

    #[test]
    fn names_become_titles() {
        assert_eq!(title_of("help-desk"), "Help desk");
        assert_eq!(title_of("my_RAG--system_"), "My RAG system");
        assert_eq!(title_of("übersetzer"), "Übersetzer");
        assert_eq!(title_of("--"), "");
    }
}
