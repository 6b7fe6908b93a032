//! What holds of every model: properties of the meaning, tried on random ones. `PROPTEST_CASES`
//! sets how many.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod paths;
mod plan;

use plan::{Node, Plan, control, plan, shuffle};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use trustline::analysis::{Analysis, Rating, Status, Step, Threat, ThreatTarget, analyse, recheck};
use trustline::catalog::expr::Atom;
use trustline::catalog::{Root, Rule, Subject};
use trustline::model::{ElementId, Entry, Model, read, resolve};
use trustline::report::{self, tables::Tables};
use trustline::source::{Memory, Sources};
use trustline::syntax::tree::Date;

struct Case {
    model: Model,
    analysis: Analysis,
    sources: Sources,
}

/// Compiles a text, which must be without errors.
fn case(text: &str) -> Result<Case, TestCaseError> {
    let files = Memory::new([("/m.tm", text)]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve(&read);
    let all = read.diagnostics.iter().chain(&resolved.diagnostics);
    let errors: Vec<&str> = all.filter(|d| d.is_error()).map(|d| d.message.as_str()).collect();
    prop_assert!(errors.is_empty(), "{errors:#?} in\n{text}");
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    Ok(Case { model: resolved.model, analysis, sources: read.sources })
}

impl Case {
    fn rule(&self, t: &Threat) -> &Rule {
        &self.model.catalog.rules[t.rule.index()]
    }

    fn json(&self) -> String {
        report::json::write(&report::collect(&self.model, &self.analysis, &self.sources, &Tables)).unwrap()
    }

    fn ids(&self) -> BTreeSet<&str> {
        self.analysis.threats.iter().map(|t| t.id.as_str()).collect()
    }

    /// What a threat comes to, which must not hang on the order of the text.
    fn ratings(&self) -> BTreeMap<&str, (Rating, Rating, Rating, Status, bool)> {
        let of = |t: &Threat| (t.inherent, t.residual, t.forecast, t.status, t.is_confirmed());
        self.analysis.threats.iter().map(|t| (t.id.as_str(), of(t))).collect()
    }
}

/// The ratings of a threat that are to be no worse than others.
fn no_worse(a: Rating, b: Rating) -> bool {
    a.likelihood <= b.likelihood && a.impact <= b.impact
}

/// Whether each step of a path begins where the one before it arrives, and if it is of content, goes
/// through a store only by what stays there.
fn connected(c: &Case, t: &Threat) -> bool {
    let flow = |s: &Step| c.model.flow(s.flow).unwrap();
    let arrives = |s: &Step| -> Vec<ElementId> {
        let f = flow(s);
        let end = if s.forward { f.target } else { f.source };
        f.via.iter().copied().chain([end]).collect()
    };
    let leaves = |s: &Step| if s.forward { flow(s).source } else { flow(s).target };
    let tainted = |a: &Atom| matches!(a, Atom::MovedTainted(_) | Atom::Tainted(..));
    let of_content = t.facts.iter().any(|f| !f.condition.not && tainted(&f.condition.atom));
    let only_store = |e: ElementId| {
        let is = |root: Root| c.model.is_kind(e, root.kind());
        is(Root::Store) && !is(Root::Process)
    };
    let stays = |s: &Step| {
        let ways = c.analysis.of_flow[s.flow.index()];
        let movement = if s.forward { Some(ways.forward) } else { ways.back };
        c.analysis.movement(movement.unwrap()).unwrap().stays
    };
    let goes_on = |s: &Step, e: ElementId| !of_content || !only_store(e) || stays(s);
    let steps =
        t.path.windows(2).all(|w| arrives(&w[0]).contains(&leaves(&w[1])) && goes_on(&w[0], leaves(&w[1])));
    let end = match (t.target, t.path.last()) {
        (ThreatTarget::Element(e), Some(last)) if of_content => goes_on(last, e),
        _ => true,
    };
    steps && end
}

/// Whether a rule of flows asks for a crossing, whichever of its alternatives holds.
fn needs_crossing(rule: &Rule) -> bool {
    rule.on == Subject::Flow
        && rule.when.as_ref().is_some_and(|w| {
            w.alternatives
                .iter()
                .all(|a| a.literals.iter().any(|l| !l.not && matches!(l.atom, Atom::Crosses(_))))
        })
}

/// The plan with both ends of a flow in a new boundary.
fn moved_together(plan: &Plan, flow: usize) -> Vec<Node> {
    let (a, b) = plan.ends(&plan.flows[flow]);
    let mut plan = plan.clone();
    for e in [a, b] {
        // An element with a trust of its own would stay a zone of its own.
        plan.elements[e].trust = u8::MAX;
    }
    let mut nodes = plan.nodes();
    let mut taken = Vec::new();
    let heads = [a, b].map(|e| format!(" e{e} \""));
    take(&mut nodes, &|head| heads.iter().any(|h| head.contains(h.as_str())), &mut taken);
    nodes.push(Node { head: "boundary together \"Together\"".into(), block: Some(taken) });
    nodes
}

/// Takes the statements of these heads out, at every level.
fn take(nodes: &mut Vec<Node>, which: &dyn Fn(&str) -> bool, out: &mut Vec<Node>) {
    let (taken, left): (Vec<Node>, Vec<Node>) =
        std::mem::take(nodes).into_iter().partition(|n| which(&n.head));
    out.extend(taken);
    *nodes = left;
    for node in nodes {
        if let Some(block) = &mut node.block {
            take(block, which, out);
        }
    }
}

fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(32), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_order_of_declarations_changes_nothing(plan in plan(), seed in 1u64..) {
        let before = case(&plan.text())?;
        let mut nodes = plan.nodes();
        shuffle(&mut nodes, &mut seed.clone());
        let shuffled = plan::text(&nodes);
        let after = case(&shuffled)?;
        prop_assert_eq!(before.ratings(), after.ratings(), "{}\n-- shuffled:\n{}", plan.text(), shuffled);
    }

    #[test]
    fn an_added_control_raises_nothing_and_removes_nothing(plan in plan(), control in control()) {
        let before = case(&plan.text())?;
        let mut nodes = plan.nodes();
        nodes.push(plan.control("added", &control));
        let text = plan::text(&nodes);
        let after = case(&text)?;
        prop_assert_eq!(before.ids(), after.ids(), "{}", text);
        for t in &before.analysis.threats {
            let now = after.analysis.find(&t.id).unwrap();
            prop_assert_eq!(now.inherent, t.inherent, "{} of\n{}", t.id, text);
            prop_assert!(no_worse(now.residual, t.residual), "residual of {} in\n{}", t.id, text);
            prop_assert!(no_worse(now.forecast, t.forecast), "forecast of {} in\n{}", t.id, text);
            if control.planned {
                prop_assert_eq!(now.residual, t.residual, "planned, {} in\n{}", t.id, text);
            }
        }
    }

    #[test]
    fn a_flow_within_one_zone_has_no_threat_of_a_crossing(plan in plan(), flow in any::<u8>()) {
        let flow = flow as usize % plan.flows.len();
        let text = plan::text(&moved_together(&plan, flow));
        let c = case(&text)?;
        let id = plan.flow_id(flow);
        let Some(flow) = c.model.find_flow(&id) else {
            return Err(TestCaseError::fail(format!("no flow {id} in\n{text}")));
        };
        prop_assert!(c.analysis.crossing(flow).is_none(), "{} in\n{}", id, text);
        for t in c.analysis.on_flow(flow) {
            prop_assert!(!needs_crossing(c.rule(t)), "{} in\n{}", t.id, text);
        }
    }

    #[test]
    fn threats_can_be_checked(plan in plan()) {
        let text = plan.text();
        let c = case(&text)?;
        prop_assert_eq!(c.ids().len(), c.analysis.threats.len(), "ids are unique\n{}", text);
        let slugs: BTreeSet<_> = c.analysis.slugs().into_iter().collect();
        prop_assert_eq!(slugs.len(), c.analysis.threats.len(), "slugs are unique\n{}", text);
        for t in &c.analysis.threats {
            prop_assert!(recheck(&c.model, t), "facts of {} in\n{}", t.id, text);
            prop_assert!(connected(&c, t), "path of {} in\n{}", t.id, text);
            prop_assert!(no_worse(t.residual, t.inherent) && no_worse(t.forecast, t.residual), "{} in\n{}", t.id, text);
            let both = t.uncredited.iter().find(|u| t.credited.iter().any(|c| c.control == u.control));
            prop_assert!(both.is_none(), "{both:?} of {} in\n{}", t.id, text);
            let ThreatTarget::Flow(f) = t.target else { continue };
            let alone = c.analysis.crossing(f).is_none();
            prop_assert!(!alone || !needs_crossing(c.rule(t)), "{} in\n{}", t.id, text);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(plan in plan()) {
        let text = plan.text();
        prop_assert_eq!(case(&text)?.json(), case(&text)?.json(), "{}", text);
    }
}

/// The random models are of some use: rules of many sorts arise in a few of them.
#[test]
fn random_models_have_threats_of_many_rules() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut rules = BTreeSet::new();
    let mut responses = BTreeSet::new();
    for _ in 0..40 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        let c = case(&plan.text()).unwrap();
        rules.extend(c.analysis.threats.iter().map(|t| c.rule(t).name.clone()));
        responses.extend(c.analysis.threats.iter().map(|t| t.status.word()));
    }
    assert!(rules.len() > 40, "{} rules: {rules:?}", rules.len());
    assert!(responses.len() > 5, "{responses:?}");
}
