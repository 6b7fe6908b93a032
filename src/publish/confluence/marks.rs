//! How our marks are written and found: in a page's property, in the message of a version, in the comment of a file.

use super::rest::Seen;
use super::storage;
use crate::publish::mark::{Mark, same, short};
use crate::publish::wiki::Digest;
use crate::source::sha256;
use serde_json::{Value, json};

/// Whether the first version of a page has our text of a hash between its lines.
pub(super) fn is_of(page: &Seen, hash: &str) -> bool {
    let split = storage::FENCE.split(&storage::with_plain_fences(&page.body));
    split.is_some_and(|split| same(&split.mark.text, hash))
}

/// What a file's comment begins with; those of older releases have only what follows.
const FILE: &str = "trustline ";

/// The comment of a file of ours.
pub(super) fn comment_of(bytes: &[u8]) -> String {
    format!("{FILE}sha256:{}", sha256(bytes))
}

/// Whether a file is ours for certain, so that it may be deleted.
pub(super) fn is_ours(comment: &str) -> bool {
    comment.starts_with(FILE) && digest(comment) != Digest::Unknown
}

/// What a comment of a file says of its content.
pub(super) fn digest(comment: &str) -> Digest {
    let comment = comment.trim();
    match comment.strip_prefix(FILE).unwrap_or(comment).strip_prefix("sha256:") {
        Some(digits) if digits.len() == 64 => Digest::Sha256(digits.to_owned()),
        _ => Digest::Unknown,
    }
}

/// The mark as a property's value.
pub(super) fn to_property(mark: &Mark) -> Value {
    json!({
        "of": mark.of, "whose": mark.whose, "model": mark.model, "text": mark.text, "kept": mark.kept,
        "revision": mark.revision,
    })
}

/// The mark that a property's value is.
pub(super) fn from_property(value: &Value) -> Option<Mark> {
    let field = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Mark {
        of: field("of")?,
        // Older ones have none.
        whose: field("whose").unwrap_or_default(),
        model: field("model")?,
        text: field("text")?,
        kept: field("kept")?,
        revision: field("revision")?,
        left: Vec::new(),
    })
}

/// The message of a version: what was done, and whose the version is.
pub(super) fn message(note: &str, mark: &Mark) -> String {
    const LONGEST: usize = 180;
    let note: String = note.chars().take(LONGEST).collect();
    format!("{note} [trustline {}-{}]", short(&mark.model), short(&mark.text))
}

/// The model and the text that a message names.
pub(super) fn from_message(message: &str) -> Option<(String, String)> {
    let (_, ours) = message.trim_end().strip_suffix(']')?.rsplit_once("[trustline ")?;
    let (model, text) = ours.split_once('-')?;
    let plain = |t: &str| !t.is_empty() && t.chars().all(|c| c.is_ascii_hexdigit());
    (plain(model) && plain(text)).then(|| (model.to_owned(), text.to_owned()))
}
