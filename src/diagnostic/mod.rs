//! What Trustline says about a text: one plain type, and the list of all codes.
//!
//! A diagnostic is data. How it looks on a terminal, in an editor or in a log is the business
//! of those who show it.

pub mod calm;
pub mod codes;
mod counted;
pub mod fix;
pub mod json;
pub mod nearest;
pub mod page;
#[cfg(feature = "picture")]
pub mod remarks;
pub mod switches;
#[cfg(feature = "cli")]
pub mod terminal;

use crate::source::Span;
pub use codes::Code;
pub use counted::counted;
use serde::Serialize;

/// How bad it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The text can't be used as it stands.
    Error,
    /// The text is used, but probably not as its author wants.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// As `error`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A place with a word about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What about it; may be empty.
    pub text: String,
}

/// Text that takes the place of a span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced; may be empty.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// A change that ends the diagnostic, offered only where there is one right answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the change does, in a few words.
    pub message: String,
    /// The change.
    pub edits: Vec<Edit>,
}

/// One thing to say about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Its code, which `trustline explain` knows.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One line that says what is wrong.
    pub message: String,
    /// Where, with a word at the place. None only for what has no place in a file.
    pub primary: Option<Label>,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What to do, each a sentence.
    pub help: Vec<String>,
    /// The change that ends it.
    pub fix: Option<Fix>,
    /// The name that it speaks of, where an editor offers something for it: messages are for people, and nobody has to
    /// read names out of them.
    #[serde(skip)]
    pub subject: Option<String>,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: Some(Label { span, text: String::new() }),
            labels: Vec::new(),
            help: Vec::new(),
            fix: None,
            subject: None,
        }
    }

    /// A diagnostic without a place, as of the call itself.
    pub fn bare(code: Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: None,
            labels: Vec::new(),
            help: Vec::new(),
            fix: None,
            subject: None,
        }
    }

    /// Puts a word at the primary place.
    #[must_use]
    pub fn at(mut self, text: impl Into<String>) -> Self {
        if let Some(p) = &mut self.primary {
            p.text = text.into();
        }
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a sentence of help.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Offers a change of one place.
    #[must_use]
    pub fn fix(mut self, message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { message: message.into(), edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// Names what it speaks of.
    #[must_use]
    pub fn subject(mut self, name: impl Into<String>) -> Self {
        self.subject = Some(name.into());
        self
    }

    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
