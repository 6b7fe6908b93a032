//! Threats that an editor shows one by one, as behind a lens: of the text as it is typed, saved or not.

use super::{Snapshot, describe};
use crate::analysis::Teller;
use crate::report::words::shape;

/// A threat in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: String,
    /// A line to choose it by, as `▲ high · The model is copied (inference-api@api)`.
    pub title: String,
    /// Why it arises and how its rating came about, in Markdown.
    pub about: String,
}

/// The threats of some ids, in the order of the ids; what arises no more is left out. None before the analysis
/// is there.
pub fn told(s: &Snapshot, ids: &[String]) -> Vec<Told> {
    let Some(analysis) = &s.analysis else { return Vec::new() };
    let teller = Teller::new(s.model(), analysis);
    let found = ids.iter().filter_map(|id| analysis.threats.iter().find(|t| t.id == *id));
    let told = |t: &crate::analysis::Threat| {
        let severity = t.residual.severity();
        let title = format!("{} {severity} · {} ({})", shape(severity), teller.title(t), t.id);
        Told { id: t.id.clone(), title, about: describe::threat(s.model(), analysis, t) }
    };
    found.map(told).collect()
}
