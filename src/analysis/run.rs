//! The whole analysis, step by step.

use super::answers::Answers;
use super::condition;
use super::entries;
use super::find;
use super::ground::Ground;
use super::placed::Placements;
use super::status;
use super::threat::Threat;
use super::{Analysis, attacks, requirements};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::Model;
use crate::model::responses::RiskLevel;
use crate::syntax::tree::Date;

/// Analyses a model as of a day. The same model and day give the same result, always.
pub fn analyse(model: &Model, today: Date) -> Analysis {
    let ground = Ground::new(model);
    let appetite = model.info.appetite.unwrap_or(RiskLevel::Low);
    let mut diagnostics = Vec::new();
    notices(&ground, &mut diagnostics);
    let answers = Answers::new(model);
    let placements = Placements::new(model);
    let mut threats = find::threats(&ground, &answers, &placements, appetite);
    find::unique_slugs(&mut threats);
    let mut threats = rank(threats);
    status::settle(&ground, &answers, &mut threats, appetite, today, &mut diagnostics);
    status::refine(&ground, &mut threats);
    status::stale(&ground, &threats, &mut diagnostics);
    let requirements = requirements::check(&ground, &placements, &mut diagnostics);
    let entries = entries::entries(&ground);
    let attacks = attacks::attacks(&ground);
    Analysis {
        today,
        appetite,
        threats,
        entries,
        requirements,
        attacks,
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

/// What is to be said of the drawing itself.
fn notices(ground: &Ground<'_>, out: &mut Vec<Diagnostic>) {
    let model = ground.model;
    if model.elements.is_empty() && model.flows.is_empty() && model.boundaries.is_empty() {
        out.push(
            Diagnostic::bare(codes::EMPTY_MODEL, "there is nothing here yet: no element, flow or boundary")
                .help("declare an element, as in `inference_api chat \"Chat\"`, and a flow to it"),
        );
        return;
    }
    // Where `model` stands, the resolution has said it there.
    if model.info.edition.is_none() && model.info.span.is_none() {
        let newest = &model.catalog.edition;
        let message =
            format!("the model does not name the catalog's edition, so the newest, {newest}, is used");
        let help =
            format!("`model \"…\" {{ catalog: {newest} }}` keeps its threats when Trustline is updated");
        out.push(Diagnostic::bare(codes::NO_EDITION, message).help(help));
    }
    if ground.crossings.is_empty() {
        let message = if model.flows.is_empty() {
            "no flow is drawn, so nothing crosses a trust boundary"
        } else {
            "no flow crosses a trust boundary"
        };
        out.push(
            Diagnostic::bare(codes::NO_CROSSING, message)
                .help("most threats arise where data crosses a boundary: draw the boundaries, and who calls from outside"),
        );
    }
    for (i, flow) in model.flows.iter().enumerate() {
        let crosses = ground.crossing_of.get(i).copied().flatten().is_some();
        // Of `a <-> b` both are one statement.
        let said = flow.twin.is_some_and(|t| t.index() < i);
        if crosses && !flow.declares && !said {
            out.push(
                Diagnostic::new(
                    codes::UNDECLARED_FLOW,
                    flow.span,
                    format!("the flow `{}` crosses a boundary and does not say what it moves", flow.id),
                )
                .at("what goes over here?")
                .help("say it: `{ sends: […], returns: […] }`; rules about prompts, documents or weights need it"),
            );
        }
    }
}
