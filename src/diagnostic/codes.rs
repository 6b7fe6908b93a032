//! All codes. A new code is one entry here, and its page in `pages/`, which says what it means.

use super::Severity;
use super::page::Page;
use serde::{Serialize, Serializer};

/// What a code stands for.
#[derive(Debug)]
pub struct Entry {
    /// The code as it is printed: lower case words with hyphens, naming the fault.
    pub name: &'static str,
    /// Its severity unless a call or a model says otherwise.
    pub severity: Severity,
    /// Its page: what it means, why it matters, and an example of wrong and right.
    pub page: &'static str,
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

    /// What it means: the first paragraph of its page, one or two sentences in one line.
    pub fn about(self) -> &'static str {
        self.0.page.lines().next().unwrap_or("")
    }

    /// Its page.
    pub fn page(self) -> Page {
        Page::read(self.0.page)
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
    ($($id:ident $name:literal $severity:ident;)*) => {
        $(
            #[doc = include_str!(concat!("pages/", $name, ".md"))]
            pub const $id: Code = Code(&Entry {
                name: $name,
                severity: Severity::$severity,
                page: include_str!(concat!("pages/", $name, ".md")),
            });
        )*
        /// Every code.
        pub const ALL: &[Code] = &[$($id),*];
    };
}

codes! {
    SYNTAX "syntax" Error;
    OPEN_QUOTE "open-quote" Error;
    OPEN_TEXT "open-text" Error;
    OPEN_BLOCK "open-block" Error;
    STRAY_CLOSE "stray-close" Error;
    OPEN_LIST "open-list" Error;
    OPEN_COMMENT "open-comment" Error;
    BAD_ESCAPE "bad-escape" Error;
    BAD_CHARACTER "bad-character" Error;
    BAD_DATE "bad-date" Error;
    LIMIT "limit" Error;
    UNREADABLE "unreadable" Error;
    UNWRITABLE "unwritable" Error;
    BAD_CALL "bad-call" Error;
    IMPORT_CYCLE "import-cycle" Error;
    IMPORT_OUTSIDE "import-outside" Error;
    IMPORT_TWICE "import-twice" Error;
    EMPTY_MODEL "empty-model" Warning;
    UNKNOWN_WORD "unknown-word" Error;
    UNKNOWN_KIND "unknown-kind" Error;
    UNKNOWN_NAME "unknown-name" Error;
    UNKNOWN_PROPERTY "unknown-property" Error;
    UNKNOWN_CONTROL "unknown-control" Error;
    UNKNOWN_THREAT "unknown-threat" Error;
    UNKNOWN_REFERENCE "unknown-reference" Error;
    UNKNOWN_ICON "unknown-icon" Error;
    UNKNOWN_FLOW "unknown-flow" Error;
    AMBIGUOUS_FLOW "ambiguous-flow" Error;
    WRONG_PLACE "wrong-place" Error;
    WRONG_TYPE "wrong-type" Error;
    WRONG_NAME "wrong-name" Error;
    MISSING "missing-part" Error;
    DUPLICATE_NAME "duplicate-name" Error;
    DUPLICATE_PROPERTY "duplicate-property" Error;
    DUPLICATE_FLOW "duplicate-flow" Error;
    DUPLICATE_RESPONSE "duplicate-response" Error;
    SECOND_MODEL "second-model" Error;
    CYCLE "cycle" Error;
    BAD_EXPRESSION "bad-expression" Error;
    BAD_RULE "bad-rule" Error;
    UNKNOWN_EDITION "unknown-edition" Error;
    STALE_RESPONSE "stale-response" Warning;
    EXPIRED_ACCEPT "expired-accept" Warning;
    EXCEEDED_ACCEPT "exceeded-accept" Warning;
    IDLE_CONTROL "idle-control" Warning;
    STALE_BASELINE "stale-baseline" Warning;
    NO_EDITION "no-edition" Note;
    NO_CROSSING "no-crossing" Warning;
    UNDECLARED_FLOW "undeclared-flow" Warning;
    BROKEN_REQUIREMENT "broken-requirement" Warning;
    BAD_ICON "bad-icon" Error;
    PICTURE "picture" Error;
    LAYOUT_FAULT "layout-fault" Warning;
    UNKEPT_WISH "unkept-wish" Warning;
    MISSING_GLYPH "missing-glyph" Warning;
    BAD_THEME "bad-theme" Error;
    LOW_CONTRAST "low-contrast" Warning;
    BAD_SETTINGS "bad-settings" Error;
    PUBLISH "publish" Error;
    PUBLISH_CONFLICT "publish-conflict" Error;
    NO_BOUNDARY "no-boundary" Warning;
    IMPLIED_TRUST "implied-trust" Warning;
    EMPTY_BOUNDARY "empty-boundary" Warning;
    OUTSIDE_STAFF "outside-staff" Note;
    OUTSIDE_PART "outside-part" Note;
    EMBEDDING_MODEL "embedding-model" Note;
    EMPTY_VIEW "empty-view" Warning;
    ISOLATED_ELEMENT "isolated-element" Warning;
    UNUSED_DATA "unused-data" Warning;
    UNUSED_CONTROL "unused-control" Warning;
    SELF_FLOW "self-flow" Warning;
    CALLING_STORE "calling-store" Warning;
    ENDING_ACCEPT "ending-accept" Warning;
    OVERDUE_REVIEW "overdue-review" Warning;
    NEVER_REVIEWED "never-reviewed" Note;
    OLD_VERIFICATION "old-verification" Warning;
    OVERDUE_CONTROL "overdue-control" Warning;
    OVERDUE_MITIGATION "overdue-mitigation" Warning;
    OVERDUE_QUESTION "overdue-question" Warning;
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
            assert!(code.about().len() > 20 && code.about().ends_with('.'), "{code:?}");
            assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code:?}");
        }
    }
}
