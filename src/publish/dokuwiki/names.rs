//! What pages are called: ids and the namespaces that they stand in.

use crate::publish::mark::hash;
use crate::publish::page::Page;

/// The namespace that holds all of some pages, or whose start page one of them is: what their ids begin with.
pub(super) fn namespace_of(pages: &[&Page]) -> String {
    let mut root = pages.first().map_or("", |page| page.address.as_str());
    let inside = |root: &str, id: &str| {
        root.is_empty() || id.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    };
    while !pages.iter().all(|page| inside(root, &page.address)) {
        root = root.rsplit_once(':').map_or("", |(above, _)| above);
    }
    root.to_owned()
}

/// A part of a page's id: lower-case letters, digits and `_`. What has other letters ends with a part of its hash,
/// because a wiki may write them in one way or another.
pub(super) fn plain_id(title: &str) -> String {
    let mut out = String::new();
    let mut strange = false;
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else {
            strange |= c.is_alphanumeric();
            if !out.is_empty() && !out.ends_with('_') {
                out.push('_');
            }
        }
    }
    let mut plain: String = out.trim_end_matches('_').chars().take(LONGEST).collect();
    if strange || out.len() > LONGEST {
        let hash = hash(title);
        let hash = hash.get(..8).unwrap_or_default();
        plain = if plain.is_empty() { format!("p{hash}") } else { format!("{plain}_{hash}") };
    }
    plain
}

/// The longest part of an id, in signs.
const LONGEST: usize = 80;
