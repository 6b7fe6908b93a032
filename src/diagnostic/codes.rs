//! All codes, each with what it means. A new code is one entry here.

use super::Severity;
use serde::{Serialize, Serializer};

/// What a code stands for.
#[derive(Debug)]
pub struct Entry {
    /// The code as it is printed: lower case words with hyphens, naming the fault.
    pub name: &'static str,
    /// Its severity unless a call or a model says otherwise.
    pub severity: Severity,
    /// One or two sentences for `trustline explain`.
    pub about: &'static str,
}

/// A code: one of [`ALL`].
#[derive(Copy, Clone)]
pub struct Code(&'static Entry);

impl Code {
    /// The code as it is printed.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Its severity by default.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// What it means.
    pub fn about(self) -> &'static str {
        self.0.about
    }

    /// The code of a name.
    pub fn find(name: &str) -> Option<Code> {
        ALL.iter().copied().find(|c| c.name() == name)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Code {}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.name())
    }
}

macro_rules! codes {
    ($($id:ident $name:literal $severity:ident $about:literal;)*) => {
        $(#[doc = $about] pub const $id: Code = Code(&Entry { name: $name, severity: Severity::$severity, about: $about });)*
        /// Every code.
        pub const ALL: &[Code] = &[$($id),*];
    };
}

codes! {
    SYNTAX "syntax" Error "The text does not have the form of a statement, a property or a value.";
    OPEN_QUOTE "open-quote" Error "A quote is opened and not closed on its line.";
    OPEN_TEXT "open-text" Error "A text in three quotes is opened and never closed.";
    OPEN_BLOCK "open-block" Error "A `{` is never closed.";
    STRAY_CLOSE "stray-close" Error "A `}` closes nothing.";
    OPEN_LIST "open-list" Error "A `[` or `(` is never closed.";
    OPEN_COMMENT "open-comment" Error "A `/*` is never closed.";
    BAD_ESCAPE "bad-escape" Error "A text knows the escapes `\\\"`, `\\\\` and `\\n`, and no others.";
    BAD_CHARACTER "bad-character" Error "Outside texts and comments only plain blanks and visible characters may stand.";
    BAD_DATE "bad-date" Error "A date is written year-month-day and must exist in the calendar.";
    LIMIT "limit" Error "A file, its nesting, its imports or its parts are over a limit that keeps Trustline fast on any input.";
    UNREADABLE "unreadable" Error "A file can't be read.";
    UNWRITABLE "unwritable" Error "A file can't be written.";
    BAD_CALL "bad-call" Error "The call has an argument that can't be used.";
    IMPORT_CYCLE "import-cycle" Error "Files import one another in a ring.";
    IMPORT_OUTSIDE "import-outside" Error "An import leads out of the root folder.";
    IMPORT_TWICE "import-twice" Error "A file is imported twice by the same file.";
    EMPTY_MODEL "empty-model" Warning "There is no model: no element, no flow, no boundary.";
    UNKNOWN_WORD "unknown-word" Error "The first word of a statement is neither a statement word nor a kind.";
    UNKNOWN_KIND "unknown-kind" Error "There is no kind of this name.";
    UNKNOWN_NAME "unknown-name" Error "Nothing of this name is declared.";
    UNKNOWN_PROPERTY "unknown-property" Error "The statement or kind has no such property.";
    UNKNOWN_CONTROL "unknown-control" Error "There is no control of this name.";
    UNKNOWN_THREAT "unknown-threat" Error "There is no threat of this name.";
    UNKNOWN_REFERENCE "unknown-reference" Error "The framework has no entry with this id, or there is no such framework.";
    UNKNOWN_FLOW "unknown-flow" Error "There is no flow between these two.";
    AMBIGUOUS_FLOW "ambiguous-flow" Error "Several flows go between these two; name the one that is meant.";
    WRONG_PLACE "wrong-place" Error "The statement may not stand here.";
    WRONG_TYPE "wrong-type" Error "The value is not of the type that the property takes.";
    WRONG_NAME "wrong-name" Error "The name is of something else than what is wanted here.";
    MISSING "missing-part" Error "A part that the statement needs is not there.";
    DUPLICATE_NAME "duplicate-name" Error "Two things have the same name.";
    DUPLICATE_PROPERTY "duplicate-property" Error "A property is given twice.";
    DUPLICATE_FLOW "duplicate-flow" Error "Two flows between the same ends have the same id.";
    DUPLICATE_RESPONSE "duplicate-response" Error "One threat has two responses.";
    SECOND_MODEL "second-model" Error "A file has at most one `model`.";
    CYCLE "cycle" Error "Kinds or data derive from themselves.";
    BAD_EXPRESSION "bad-expression" Error "A `when` is not of its form, or its types do not fit.";
    BAD_RULE "bad-rule" Error "A threat or control of one's own lacks a part or contradicts itself.";
    UNKNOWN_EDITION "unknown-edition" Error "There is no such edition of the catalog.";
    STALE_RESPONSE "stale-response" Warning "A response answers a threat that does not arise.";
    EXPIRED_ACCEPT "expired-accept" Warning "An acceptance is past its date, so its threat is open again.";
    EXCEEDED_ACCEPT "exceeded-accept" Warning "The threat's residual severity is above what was accepted, so it is open again.";
    IDLE_CONTROL "idle-control" Warning "A mitigation relies on a control that does not count for its threat: it stands elsewhere, or nowhere.";
    STALE_BASELINE "stale-baseline" Warning "A baseline holds threats that do not arise any more, or nothing of a model that is checked against it.";
    NO_EDITION "no-edition" Note "The model does not say for which edition of the catalog it was written.";
    NO_CROSSING "no-crossing" Warning "No flow crosses a trust boundary, so there is nothing to analyse at boundaries.";
    UNDECLARED_FLOW "undeclared-flow" Warning "A flow says nothing of what it moves.";
    BROKEN_REQUIREMENT "broken-requirement" Warning "A rule of the house is not kept.";
    PICTURE "picture" Error "A picture could not be made.";
    LAYOUT_FAULT "layout-fault" Warning "A picture has a fault that could mislead its reader.";
    MISSING_GLYPH "missing-glyph" Warning "The embedded font lacks a character of a label.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_explained() {
        let mut names: Vec<_> = ALL.iter().map(|c| c.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        for code in ALL {
            assert!(code.about().len() > 20, "{code:?}");
            assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code:?}");
        }
    }
}
