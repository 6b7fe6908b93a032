//! What changed since a baseline, joined to the threats of a report.

use crate::compare::Progress;
use crate::report::data::{Report, Since, SinceThreat};
use crate::report::names::Names;

/// What changed in the threats of a report since the baseline of a file.
pub fn since(report: &Report, file: &str, progress: &Progress) -> Since {
    let names = Names::new(report);
    let here = |id: &str| {
        let t = names.threat(id)?;
        Some(SinceThreat {
            id: t.id.clone(),
            title: t.title.clone(),
            place: names.place(t),
            status: Some(t.status),
            severity: Some(t.residual.severity),
            before: None,
            because: Vec::new(),
        })
    };
    let (mut new, mut worse) = (Vec::new(), Vec::new());
    for f in &progress.fresh {
        let Some(mut t) = here(&f.id) else { continue };
        t.before = f.before;
        t.because = f.because.iter().map(|r| r.text.clone()).collect();
        if f.before.is_some() { worse.push(t) } else { new.push(t) }
    }
    let better = progress.better.iter();
    let better = better.filter_map(|b| here(&b.id).map(|t| SinceThreat { before: Some(b.before), ..t }));
    let closed = progress.closed.iter().map(|c| {
        let gone = || SinceThreat {
            id: c.id.clone(),
            title: c.title.clone(),
            place: c.place.clone(),
            status: None,
            severity: None,
            before: None,
            because: Vec::new(),
        };
        let t = if c.now.is_some() { here(&c.id) } else { None };
        SinceThreat { before: Some(c.before), ..t.unwrap_or_else(gone) }
    });
    Since {
        file: file.to_owned(),
        new,
        worse,
        better: better.collect(),
        closed: closed.collect(),
        known: progress.known,
    }
}
