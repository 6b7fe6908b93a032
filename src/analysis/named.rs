//! Several things by their labels, as a sentence lists them.

use crate::model::{ElementId, Model};

/// `A`, `A and B`, `A, B and C`, `A, B, C and 2 more`.
pub(crate) fn list(items: Vec<String>) -> String {
    joined(items.iter().map(String::as_str).collect(), "and", "more")
}

/// `A`, `A or B`, `A, B or C`, `A, B, C or 2 others`: one of them, by their labels.
pub(crate) fn any_of(model: &Model, ids: &[ElementId]) -> String {
    joined(labels(model, ids), "or", "others")
}

fn labels<'m>(model: &'m Model, ids: &[ElementId]) -> Vec<&'m str> {
    ids.iter().filter_map(|e| model.element(*e)).map(|e| e.label.as_str()).collect()
}

pub(crate) fn joined(mut items: Vec<&str>, word: &str, others: &str) -> String {
    items.dedup();
    let rest = items.len().saturating_sub(4);
    if rest > 1 {
        items.truncate(3);
        return format!("{} {word} {} {others}", items.join(", "), rest + 1);
    }
    match items.pop() {
        None => String::new(),
        Some(last) if items.is_empty() => last.to_owned(),
        Some(last) => format!("{} {word} {last}", items.join(", ")),
    }
}

/// All of them, by their labels.
pub(crate) fn elements(model: &Model, ids: &[ElementId]) -> String {
    joined(labels(model, ids), "and", "more")
}
