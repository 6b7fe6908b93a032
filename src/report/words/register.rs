//! The heads of the register as a table for other programs, and the words in its cells.
#![allow(missing_docs)]

pub const RANK: &str = "#";
pub const THREAT: &str = "Threat";
pub const WHERE: &str = "Where";
pub const SEVERITY_NOW: &str = "Severity now";
pub const STATUS: &str = "Status";
pub const LIKELIHOOD_NOW: &str = "Likelihood now";
pub const IMPACT_NOW: &str = "Impact now";
pub const SEVERITY_BEFORE_ANY_CONTROL: &str = "Severity before any control";
pub const LIKELIHOOD_BEFORE: &str = "Likelihood before";
pub const IMPACT_BEFORE: &str = "Impact before";
pub const SEVERITY_WITH_WHAT_IS_PLANNED: &str = "Severity with what is planned";
pub const BAND: &str = "Band";
pub const RATING_CONFIRMED: &str = "Rating confirmed";
pub const STRIDE_OR_H: &str = "STRIDE or H";
pub const OWNER: &str = "Owner";
pub const DUE: &str = "Due";
pub const TICKET: &str = "Ticket";
pub const RESPONSE: &str = "Response";
pub const WHAT_ANSWERS_IT: &str = "What answers it";
pub const CONTROLS_IN_FORCE: &str = "Controls in force";
pub const CONTROLS_PLANNED: &str = "Controls planned";
pub const WHAT_WOULD_CLOSE_IT: &str = "What would close it";
pub const WHY_IT_ARISES: &str = "Why it arises";
pub const DATA_AT_STAKE: &str = "Data at stake";
pub const HOW_IT_HAPPENS: &str = "How it happens";
pub const WHAT_TO_DO_ABOUT_IT: &str = "What to do about it";
pub const REFERENCES: &str = "References";
pub const LAST_TEST: &str = "Last test";
pub const PLACE_IN_THE_MODEL: &str = "Place in the model";
pub const ID: &str = "Id";

pub const YES: &str = "yes";
pub const NO: &str = "no";
/// Between sets of controls of which one is enough.
pub const OR: &str = "; or ";
