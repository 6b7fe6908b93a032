//! The words of what was found where, and why nothing was found.

use super::{count, say};
use crate::report::data::Report;

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

/// How to read the table of coverage.
pub const STRIDE: &str = "Threats that are open or planned, with the sign of the worst of them, then behind ✓ those \
that are mitigated, and behind ≈ those that are borne, which is accepted, transferred or tolerated within the appetite. A \
threat with several letters is counted under each. A dot or a dash says that nothing was found in \
what is drawn, which is not the same as safe.";

/// Parts of a table of coverage that share a row.
pub fn without_a_threat(parts: usize) -> String {
    format!("{} without a threat", count(parts, "part"))
}

/// What harm to people is.
pub const HARM: &str = "What people can suffer from the system while it works as it was built and nobody attacks it, by the \
categories of PLOT4ai. Such threats have the letter H, are rated and answered like all others, and need no crossing: they \
hang on whom the system speaks of and decides about.";

/// What stands where an entry of a framework has no threat.
pub const NONE_FOUND: &str = "none found in what is drawn";

/// How many entries of the OWASP Top 10 for LLM Applications have open or planned threats, in a sentence.
pub fn entries(report: &Report) -> String {
    let all = &report.summary.owasp_llm_2025;
    let open = all.iter().filter(|e| e.unsettled > 0).count();
    let answered = all.iter().filter(|e| e.unsettled == 0 && !e.threats.is_empty()).count();
    let have = |n: usize| if n == 1 { "has" } else { "have" };
    let none = match all.len() - open - answered {
        0 => String::new(),
        n => format!("; for {n} none was found in what is drawn"),
    };
    format!(
        "Of the {} entries of the OWASP Top 10 for LLM Applications 2025, {open} {} open or planned threats, \
         and {answered} {} only answered ones{none}.",
        all.len(),
        have(open),
        have(answered)
    )
}
