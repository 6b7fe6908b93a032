//! The words of what was found where, and why nothing was found.

use super::say;

/// Nothing was found at a part: it is left out.
pub const OUT_OF_SCOPE: &str = "it is out of scope, so nothing was looked for";
/// What was found does not count.
pub const SET_ASIDE: &str = "what was found is dismissed, or a finer threat has taken its place";
/// Nobody asks.
pub const NO_RULE: &str = "no rule of the catalog asks for it at such a part";
/// Nobody asks any more.
pub const OFF: &str = "every rule that asks for it is switched off";
/// All rules ask for a crossing.
pub const NO_CROSSING: &str = "it crosses no trust boundary";
/// All ask for content from lower trust.
pub const NOT_TAINTED: &str = "no content from lower trust reaches it";
/// Each asks for one of both.
pub const NEITHER: &str = "it crosses no trust boundary, and no content from lower trust moves on it";
/// They ask for this and that.
pub const NOT_DRAWN: &str = "the rules that ask for it speak of what is not drawn here";

/// One of the reasons, behind its mark.
pub const NONE_BECAUSE: &str = "{mark}: none, because {why}";

/// A threat of an entry.
pub const FOUND: &str = "{sign} {threat} at {place}: {status}";

/// Threats of an entry that are not named.
pub fn more(n: usize) -> String {
    say("and_more", &[("n", &n)])
}
