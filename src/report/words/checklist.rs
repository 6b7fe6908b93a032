//! The words of the checklist and its scorecard.

use super::{count, say};
use crate::analysis::checklist::CheckState;
use crate::report::data::Check;

/// All subjects together.
pub const ALL: &str = "All";

/// What folds the list.
pub fn should_have(parts: usize) -> String {
    say("should_have", &[("parts", &count(parts, "part"))])
}

/// A control of the list: who builds it and when, or that it is known to be missing.
pub fn control(c: &Check) -> String {
    let mut more: Vec<String> = Vec::new();
    match c.state {
        CheckState::Done => {}
        CheckState::Planned => {
            more.extend(c.owner.clone());
            let late = if c.overdue { ", overdue" } else { "" };
            more.extend(c.due.as_ref().map(|d| format!("due {d}{late}")));
        }
        CheckState::Missing if c.known => more.push("as the model says".to_owned()),
        CheckState::Missing => {}
    }
    let name = &c.control_label;
    if more.is_empty() { name.clone() } else { format!("{name} ({})", more.join(", ")) }
}
