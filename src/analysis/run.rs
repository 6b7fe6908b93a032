//! The whole analysis, step by step.

use super::answers::{Answers, Arising};
use super::checklist::Check;
use super::drawn::Drawn;
use super::find::Finder;
use super::ground::Ground;
use super::lints::Seen;
use super::paths::{Join, Paths, Site, SupplyChain};
use super::stale::Stale;
use super::threat::Threat;
use super::{Analysis, Entry, RequirementResult};
use super::{checklist, condition, entries, find, lints, requirements, stale, status, views};
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::model::responses::RiskLevel;
use crate::syntax::tree::Date;
use crate::threads;
use std::cmp::Reverse;

/// In models with more movements than this, what can be done beside the ways of attackers is worth a thread.
const LARGE: usize = 500;

/// Analyses a model as of a day. The same model and day give the same result, always.
pub fn analyse(model: &Model, today: Date) -> Analysis {
    let drawn = Drawn::new(model);
    let appetite = model.info.appetite.unwrap_or(RiskLevel::Low);
    let mut diagnostics = Vec::new();
    let answers = Answers::new(model);
    let (threats, finder) = find::threats(&drawn, Finder::new(&drawn), &answers, appetite);
    let Finder { ground, placements } = finder;
    let mut threats = rank(threats);
    status::settle(&ground, &answers, &mut threats, appetite, today, &mut diagnostics);
    status::refine(&ground, &mut threats);
    let beside = || Beside::find(&Finder::new(&drawn), &threats, appetite, today);
    let attacks = || Site::new(&ground, &placements, &threats, appetite).attacks();
    let (beside, (attacks, chokepoints)) = threads::both(drawn.movements.len() > LARGE, beside, attacks);
    let paths = Paths { attacks, chokepoints, joins: beside.joins, supply: beside.supply };
    diagnostics.extend(beside.diagnostics);
    let views = views::find(&ground, &threats, &paths, &mut diagnostics);
    // In the order of the text, what has no place first.
    diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
    Analysis {
        today,
        appetite,
        threats,
        entries: beside.entries,
        requirements: beside.requirements,
        checklist: beside.checklist,
        paths,
        views,
        stale: beside.stale,
        diagnostics,
        data: drawn.data,
        movements: drawn.movements,
        of_flow: drawn.of_flow,
        crossings: drawn.crossings,
        crossing_of: drawn.crossing_of,
        taint: drawn.taint,
        exposure: drawn.exposure,
        stored: drawn.stored,
        incoming: drawn.incoming,
        outgoing: drawn.outgoing,
    }
}

/// What follows from the threats beside the ways of attackers.
struct Beside {
    stale: Vec<Stale>,
    requirements: Vec<RequirementResult>,
    checklist: Vec<Check>,
    entries: Vec<Entry>,
    joins: Vec<Join>,
    supply: Vec<SupplyChain>,
    diagnostics: Vec<Diagnostic>,
}

impl Beside {
    fn find(with: &Finder<'_>, threats: &[Threat], appetite: RiskLevel, today: Date) -> Self {
        let Finder { ground, placements } = with;
        let mut diagnostics = Vec::new();
        let arising = Arising::new(ground.model, threats);
        let stale = stale::find(ground.model, &arising);
        stale::say(ground, threats, &arising, &stale, &mut diagnostics);
        let requirements = requirements::check(ground, placements, &mut diagnostics);
        lints::all(&Seen { ground, threats, today }, &mut diagnostics);
        let site = Site::new(ground, placements, threats, appetite);
        Beside {
            stale,
            requirements,
            checklist: checklist::find(ground, placements),
            entries: entries::entries(ground),
            joins: site.joins(),
            supply: site.supply(),
            diagnostics,
        }
    }
}

/// Whether every fact of a threat holds on the model, tried again from nothing: what a threat
/// claims can be checked by whoever doubts it.
pub fn recheck(model: &Model, threat: &Threat) -> bool {
    let drawn = Drawn::new(model);
    let ground = Ground::new(&drawn);
    threat.facts.iter().all(|f| condition::holds_still(&ground, f, threat.target))
}

/// The worst first: residual severity, confirmed first, residual product, inherent product, id.
fn rank(threats: Vec<Threat>) -> Vec<Threat> {
    let key = |t: &Threat| {
        Reverse((t.residual.severity(), t.is_confirmed(), t.residual.product(), t.inherent.product()))
    };
    // Threats are large: their places are sorted, and each is moved once.
    let mut order: Vec<_> = threats.iter().enumerate().map(|(i, t)| (key(t), t.id.as_str(), i)).collect();
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(.., i)| i).collect();
    let mut threats: Vec<Option<Threat>> = threats.into_iter().map(Some).collect();
    order.into_iter().filter_map(|i| threats.get_mut(i).and_then(Option::take)).collect()
}

#[cfg(test)]
mod tests {
    use super::analyse;
    use crate::model::{Entry, Model, read, resolve};
    use crate::source::Memory;
    use crate::syntax::tree::Date;
    use crate::threads;
    use std::path::Path;

    /// A system of many parts that hang together, far longer than what one thread takes at a time.
    fn large() -> String {
        let mut text =
            String::from("user visitor \"Visitor\"\npublic_web web \"Web\"\nanswers reply \"Answers\"\n");
        for s in 0..250 {
            let caller = if s % 10 == 0 { "visitor".to_owned() } else { format!("app{}", s - 1) };
            let system = "documents papers# \"Papers #\" { class: confidential, personal: true }
boundary zone# \"Zone #\" {
  trust: internal
  gateway gate# \"Gateway #\" { controls: [auth] }
  agent app# \"Agent #\"
  rag_store index# \"Index #\" { stores: [papers#] }
}
CALLER -> gate# { sends: [reply], returns: [reply], controls: [tls] }
gate# -> app# { sends: [reply], returns: [reply] }
app# -> index# { returns: [papers#] }
app# -> web { sends: [papers#], returns: [reply] }
";
            text.push_str(&system.replace("CALLER", &caller).replace('#', &s.to_string()));
        }
        text + "attacker thief { from: [visitor], wants: [papers7, any rag_store] }\n"
    }

    #[test]
    fn the_result_is_the_same_on_any_number_of_threads() {
        let files = Memory::new([("main.tm", large())]);
        let on = |most| {
            threads::with(most, || {
                let resolved = resolve(&read(&files, Entry::File(Path::new("main.tm")), None));
                assert!(resolved.diagnostics.iter().all(|d| !d.is_error()), "{:?}", resolved.diagnostics);
                let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
                assert!(analysis.threats.len() > 2_000, "{} threats", analysis.threats.len());
                // Its maps come in no order.
                let Model { elements, flows, data, .. } = &resolved.model;
                (format!("{elements:?} {flows:?} {data:?}"), format!("{analysis:?}"))
            })
        };
        let alone = on(1);
        for most in [2, 4] {
            let (model, analysis) = on(most);
            assert!(model == alone.0, "the model on {most} threads");
            assert!(analysis == alone.1, "the analysis on {most} threads");
        }
    }
}
