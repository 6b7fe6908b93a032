//! Threats that came, went and changed.

use super::difference::{Change, Direction, Standing, ThreatChange};
use super::reasons;
use super::rename::Translated;
use super::sides::Side;
use super::snapshot::Threat;

pub(super) fn threats(before: &Side<'_>, now: &Side<'_>, translated: &Translated) -> Vec<ThreatChange> {
    let mut out = Vec::new();
    for t in &now.snapshot.threats {
        let was = translated.threats.get(&t.id).cloned();
        match before.threat(t) {
            None => out.push(ThreatChange {
                change: Change::New,
                old: None,
                new: Some(Standing::of(t)),
                direction: if t.status.is_unsettled() { Direction::Worse } else { Direction::Level },
                because: reasons::came(t, before, now),
                ..bare(t, now)
            }),
            Some(old) => {
                let (a, b) = (Standing::of(old), Standing::of(t));
                let differs = a != b || old.response != t.response;
                if differs || was.is_some() {
                    out.push(ThreatChange {
                        change: if differs { Change::Changed } else { Change::Renamed },
                        was,
                        direction: direction(&a, &b),
                        because: if differs { reasons::changed(old, t, before, now) } else { Vec::new() },
                        old: Some(a),
                        new: Some(b),
                        ..bare(t, now)
                    });
                }
            }
        }
    }
    for t in before.snapshot.threats.iter().filter(|t| now.threat(t).is_none()) {
        out.push(ThreatChange {
            change: Change::Gone,
            id: translated.threats.get(&t.id).unwrap_or(&t.id).clone(),
            old: Some(Standing::of(t)),
            new: None,
            direction: if t.status.is_unsettled() { Direction::Better } else { Direction::Level },
            because: reasons::went(t, before, now),
            ..bare(t, before)
        });
    }
    out.sort_by(|a, b| {
        let key = |t: &ThreatChange| {
            let s = t.new.as_ref().or(t.old.as_ref());
            s.map(|s| (s.is_unsettled(), s.residual.severity(), s.residual.product(), s.inherent.product()))
        };
        a.change.cmp(&b.change).then_with(|| key(b).cmp(&key(a))).then_with(|| a.id.cmp(&b.id))
    });
    out
}

fn bare(t: &Threat, side: &Side<'_>) -> ThreatChange {
    ThreatChange {
        change: Change::Changed,
        id: t.id.clone(),
        was: None,
        rule: t.rule.clone(),
        target: t.target.clone(),
        place: side.label(t.on, &t.target),
        title: t.title.clone(),
        old: None,
        new: None,
        direction: Direction::Level,
        because: Vec::new(),
    }
}

fn direction(old: &Standing, new: &Standing) -> Direction {
    match (old.is_unsettled(), new.is_unsettled()) {
        (false, true) => return Direction::Worse,
        (true, false) => return Direction::Better,
        _ => {}
    }
    let key = |s: &Standing| (s.residual.product(), s.forecast.product());
    match key(new).cmp(&key(old)) {
        std::cmp::Ordering::Greater => Direction::Worse,
        std::cmp::Ordering::Less => Direction::Better,
        std::cmp::Ordering::Equal => Direction::Level,
    }
}
