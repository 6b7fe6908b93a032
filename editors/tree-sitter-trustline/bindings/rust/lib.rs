//! The tree-sitter grammar of Trustline models.

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_trustline() -> *const ();
}

/// The language, for `tree_sitter::Parser::set_language`.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_trustline) };

/// Which parts of a tree get which colour.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");
/// Which parts are in another language.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");
/// Which names mean the same.
pub const LOCALS_QUERY: &str = include_str!("../../queries/locals.scm");
/// The outline.
pub const TAGS_QUERY: &str = include_str!("../../queries/tags.scm");
