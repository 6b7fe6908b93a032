//! The report's own words, in one place and one voice, so that another language could be put in theirs.
//!
//! What a reader sees is said here and nowhere else in this room; `tests/report/prose.rs` keeps it so. A file has the
//! words for one thing that reports speak of. A sentence is given as a whole: by a function that takes the numbers and
//! states it hangs on, or with holes ([`fill`]) where a format puts marks around what is filled in. What the page's
//! templates say stands in a table by names, [`page`](mod@page); other formats that say the same ask for it by the
//! same names ([`word`], [`say`]). Nothing here is escaped, and no words have signs of HTML.

pub mod answers;
pub mod card;
pub mod checklist;
pub mod columns;
pub mod counted;
pub mod coverage;
pub mod difference;
pub mod first;
mod form;
mod page;
pub mod parts;
pub mod paths;
pub mod ratings;
pub mod register;
mod script;
pub mod trying;

pub use form::{Piece, fill, filled, pieces};
pub use page::{GLOSSARY, note, page, say, word};
pub use script::script;

use crate::analysis::Status;
use crate::catalog::AiRole;
use crate::diagnostic::counted;
use crate::model::responses::RiskLevel;

/// The four questions, in their order.
pub const QUESTIONS: [&str; 4] = [
    "1. What are we building?",
    "2. What can go wrong?",
    "3. What are we going to do about it?",
    "4. Did we do a good enough job?",
];

/// How to read the picture.
const HOW_TO_READ: &str = "Dashed frames are trust boundaries. A numbered mark stands where a flow \
crosses one: the number is the crossing's, the letters are those of STRIDE, and the sign is the worst \
severity that is still open or planned: ■ critical, ▲ high, ◆ medium, ● low; ✓ says that there is none: each is mitigated or borne (accepted, \
transferred or within the appetite). Square boxes are outside the system, rounded ones do something, boxes with \
heavy lines above and below keep something.";

/// How to read several pictures.
const HOW_TO_READ_PARTS: &str = "A dashed box without parts is a boundary with all that is in it: its sign is the worst that \
is open or planned there. Small pale boxes stand beyond a picture, and a label as “5 flows” counts the flows that a line stands for.";

/// How to read the pictures of a report.
pub fn how_to_read(pictures: usize) -> String {
    if pictures > 1 { format!("{HOW_TO_READ} {HOW_TO_READ_PARTS}") } else { HOW_TO_READ.to_owned() }
}

/// The heading of a further picture.
pub fn picture(title: &str) -> String {
    format!("Picture: {title}")
}

/// The shape that stands beside a severity, so that it reads without colour.
pub fn shape(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Critical => "■",
        RiskLevel::High => "▲",
        RiskLevel::Medium => "◆",
        RiskLevel::Low => "●",
    }
}

/// The sign that stands where all is answered, and at what controls in force hold.
pub const CALM: &str = "✓";

/// The sign of what is accepted, transferred or tolerated: it can happen as ever, and somebody lives with it.
pub const BORNE: &str = "≈";

/// The sign of a threat that is neither open nor planned.
pub fn answered(status: Status) -> &'static str {
    if status.is_borne() { BORNE } else { CALM }
}

/// A word with a capital.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A word of the language as people write it.
pub fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// What is counted, by the word for one of it, as templates name it too.
pub mod noun {
    /// A threat.
    pub const THREAT: &str = "threat";
    /// One that is open or planned.
    pub const OPEN_THREAT: &str = "open threat";
    /// A part of the model.
    pub const PART: &str = "part";
    /// A part on which something stands.
    pub const PLACE: &str = "place";
    /// An element.
    pub const ELEMENT: &str = "element";
    /// A flow.
    pub const FLOW: &str = "flow";
    /// Somebody or something outside.
    pub const ACTOR: &str = "actor";
    /// A way in.
    pub const ENTRY: &str = "entry point";
    /// A control.
    pub const CONTROL: &str = "control";
    /// A supply chain.
    pub const CHAIN: &str = "supply chain";
    /// A word of the field.
    pub const WORD: &str = "word";
}

/// `1 threat`, `2 threats`, `no threats`; what is counted is one of [`noun`].
pub fn count(n: usize, one: &str) -> String {
    match n {
        0 => format!("no {one}s"),
        n => counted(n, one),
    }
}

fn is(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// What a status means for a reader.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "nothing in force or planned brings it within the appetite",
        Status::Planned => "what is planned brings it within the appetite",
        Status::Accepted => "somebody signed for it",
        Status::Transferred => "somebody else bears it",
        Status::Mitigated => "controls in force bring it within the appetite",
        Status::Tolerated => "it is within the appetite as it is",
        Status::Dismissed => "somebody says that it does not apply",
        Status::Refined => "a finer threat has taken its place",
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn and(parts: &[String]) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// What stands before the `n`th of so many parts, counted from 0, where all are meant.
pub fn between(n: usize, parts: usize) -> &'static str {
    match n {
        0 => "",
        n if n + 1 == parts => " and ",
        _ => ", ",
    }
}

/// `a`, `a or b`, `a, b or c`.
pub fn or(parts: &[String]) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

/// Above the threats that are answered, where they have a row and no card.
pub const ANSWERED: &str = "Answered threats";

/// Under the heading of the cards of the worst threats, where answered ones have none.
pub const CARDS: &str =
    "The threats of the first page; the other open and planned ones stand in the appendix.";

/// Before the digest of all files.
pub const ALL_TOGETHER: &str = "All together: {digest}";

/// When the model is to be reviewed, and whether that day is over.
pub fn next_review(day: &str, over: bool) -> String {
    let next = say("next_review", &[("day", &day)]);
    if over { format!("{next}, {}.", word("is_over")) } else { format!("{next}.") }
}

/// Above the references of rules.
pub const RULES: &str = "What the rules behind the threats of this report refer to, and tools and guides that try what they find.";

/// Above the rules of a long report.
pub const RULES_TOLD: &str = "What the cards of all threats of a rule share, told as for the worst of them; what the rule refers to, \
and tools and guides that try what it finds.";

/// What parts of a role are called.
pub fn role(role: AiRole) -> &'static str {
    match role {
        AiRole::Model => "Models",
        AiRole::Making => "Where models are made and kept",
        AiRole::DataSet => "Data sets and what models look things up in",
        AiRole::Prompt => "Prompts and what remembers them",
        AiRole::Agent => "Agents",
        AiRole::Tool => "Tools and what stands between them and a model",
    }
}
