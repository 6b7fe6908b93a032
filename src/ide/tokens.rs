//! What each word is, for colours. Comments, texts and numbers are left to an editor's grammar.

use super::Snapshot;
use super::names::{Role, Sort};
use crate::source::{FileId, Span};

/// What a word is, in the terms of editors.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TokenSort {
    Keyword,
    Kind,
    Element,
    Boundary,
    Data,
    Flow,
    Control,
    Threat,
    Attacker,
    Property,
    Value,
    Alias,
    Lint,
}

impl TokenSort {
    /// All, in the order of the legend, with the types of the protocol that themes know.
    pub const ALL: &'static [(TokenSort, &'static str)] = &[
        (TokenSort::Keyword, "keyword"),
        (TokenSort::Kind, "type"),
        (TokenSort::Element, "variable"),
        (TokenSort::Boundary, "namespace"),
        (TokenSort::Data, "parameter"),
        (TokenSort::Flow, "event"),
        (TokenSort::Control, "function"),
        (TokenSort::Threat, "macro"),
        (TokenSort::Attacker, "interface"),
        (TokenSort::Property, "property"),
        (TokenSort::Value, "enumMember"),
        (TokenSort::Alias, "class"),
        (TokenSort::Lint, "decorator"),
    ];
}

/// A word with what it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub sort: TokenSort,
    /// Whether it is declared here.
    pub declares: bool,
    /// Whether it is built in.
    pub built_in: bool,
}

/// The words of a file, in the order of the text. None goes over a line's end.
pub fn tokens(s: &Snapshot, file: FileId) -> Vec<Token> {
    let index = s.index();
    let token = |o: &super::names::Occurrence| {
        let sort = match o.role {
            Role::Word(_) => TokenSort::Keyword,
            Role::Kind(_) => TokenSort::Kind,
            Role::Control(_) => TokenSort::Control,
            Role::Threat(_) => TokenSort::Threat,
            Role::Part => match o.symbol.and_then(|id| index.symbol(id)).map(|y| y.sort) {
                Some(Sort::Boundary) => TokenSort::Boundary,
                Some(Sort::Data) => TokenSort::Data,
                Some(Sort::Flow) => TokenSort::Flow,
                _ => TokenSort::Element,
            },
            Role::Alias => TokenSort::Alias,
            Role::Attacker | Role::Other => TokenSort::Attacker,
            Role::Property(_) => TokenSort::Property,
            Role::Value(_) => TokenSort::Value,
            Role::Lint => TokenSort::Lint,
            Role::Import(_) | Role::Framework => return None,
        };
        let built_in = o.symbol.is_none()
            && matches!(o.role, Role::Kind(Some(_)) | Role::Control(Some(_)) | Role::Threat(Some(_)));
        Some(Token { span: o.span, sort, declares: o.declares, built_in })
    };
    let mut out: Vec<Token> = index.of_file(file).iter().filter_map(token).collect();
    let mut end = 0;
    out.retain(|t| {
        let apart = t.span.start >= end && t.span.end > t.span.start;
        if apart {
            end = t.span.end;
        }
        apart && !s.sources().text(t.span).contains('\n')
    });
    out
}
