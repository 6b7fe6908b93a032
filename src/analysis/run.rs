//! The whole analysis, step by step.

use super::answers::{Answers, Arising};
use super::condition;
use super::entries;
use super::find;
use super::ground::Ground;
use super::lints::Seen;
use super::placed::Placements;
use super::status;
use super::threat::Threat;
use super::{Analysis, checklist, lints, paths, requirements, stale, views};
use crate::model::Model;
use crate::model::responses::RiskLevel;
use crate::syntax::tree::Date;

/// Analyses a model as of a day. The same model and day give the same result, always.
pub fn analyse(model: &Model, today: Date) -> Analysis {
    let ground = Ground::new(model);
    let appetite = model.info.appetite.unwrap_or(RiskLevel::Low);
    let mut diagnostics = Vec::new();
    let answers = Answers::new(model);
    let placements = Placements::new(model);
    let mut threats = find::threats(&ground, &answers, &placements, appetite);
    find::unique_slugs(&mut threats);
    let mut threats = rank(threats);
    status::settle(&ground, &answers, &mut threats, appetite, today, &mut diagnostics);
    status::refine(&ground, &mut threats);
    let arising = Arising::new(model, &threats);
    let stale = stale::find(model, &arising);
    stale::say(&ground, &threats, &arising, &stale, &mut diagnostics);
    let requirements = requirements::check(&ground, &placements, &mut diagnostics);
    let checklist = checklist::find(&ground, &placements);
    let entries = entries::entries(&ground);
    let paths = paths::find(&ground, &placements, &threats, appetite);
    lints::all(&Seen { ground: &ground, threats: &threats, today }, &mut diagnostics);
    let views = views::find(&ground, &threats, &paths, &mut diagnostics);
    // In the order of the text, what has no place first.
    diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
    Analysis {
        today,
        appetite,
        threats,
        entries,
        requirements,
        checklist,
        paths,
        views,
        stale,
        diagnostics,
        data: ground.data,
        movements: ground.movements,
        of_flow: ground.of_flow,
        crossings: ground.crossings,
        crossing_of: ground.crossing_of,
        taint: ground.taint,
        exposure: ground.exposure,
        stored: ground.stored,
    }
}

/// Whether every fact of a threat holds on the model, tried again from nothing: what a threat
/// claims can be checked by whoever doubts it.
pub fn recheck(model: &Model, threat: &Threat) -> bool {
    let ground = Ground::new(model);
    threat.facts.iter().all(|f| condition::holds_still(&ground, f, threat.target))
}

/// The worst first: residual severity, confirmed first, residual product, inherent product, id.
fn rank(threats: Vec<Threat>) -> Vec<Threat> {
    let key = |t: &Threat| (t.residual.severity(), t.confirmed, t.residual.product(), t.inherent.product());
    // Threats are large: their places are sorted, and each is moved once.
    let mut order: Vec<(usize, &Threat)> = threats.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| key(b).cmp(&key(a)).then_with(|| a.id.cmp(&b.id)));
    let order: Vec<usize> = order.into_iter().map(|(i, _)| i).collect();
    let mut threats: Vec<Option<Threat>> = threats.into_iter().map(Some).collect();
    order.into_iter().filter_map(|i| threats.get_mut(i).and_then(Option::take)).collect()
}
