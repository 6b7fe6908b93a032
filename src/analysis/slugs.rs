//! Names of threats for anchors and files.

use super::Analysis;
use std::collections::{HashMap, HashSet};

impl Analysis {
    /// Each threat's form in anchors and file names: lower case, `[a-z0-9-]`, unique in the model; by
    /// [`ThreatId`](super::ThreatId).
    pub fn slugs(&self) -> Vec<String> {
        let mut slugs: Vec<String> = self.threats.iter().map(|t| slug(&t.id)).collect();
        // In the order of the ids, so that they depend on nothing else.
        let mut order: Vec<(&str, &mut String)> =
            self.threats.iter().map(|t| t.id.as_str()).zip(&mut slugs).collect();
        order.sort_by_key(|(id, _)| *id);
        let mut seen: HashSet<String> = HashSet::with_capacity(order.len());
        // The next number for each that has come twice.
        let mut next: HashMap<String, usize> = HashMap::new();
        for (_, slug) in order {
            if seen.insert(slug.clone()) {
                continue;
            }
            let base = std::mem::take(slug);
            let n = next.entry(base.clone()).or_insert(2);
            loop {
                *slug = format!("{base}-{n}");
                *n += 1;
                if seen.insert(slug.clone()) {
                    break;
                }
            }
        }
        slugs
    }
}

/// Lower case letters, digits and hyphens.
fn slug(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}
