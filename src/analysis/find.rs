//! Applies the rules to the model: which threats arise, and what is known of each.

use super::MovementId;
use super::answers::Answers;
use super::credit::{self, Listed};
use super::drawn::Drawn;
use super::dread::Grounds;
use super::ground::Ground;
use super::ids::IdMap;
use super::placed::Placements;
use super::risk::{self, Circumstances};
use super::rules::{Asked, Known, Rules, targets};
use super::start::{self, Origin, Way};
use super::threat::{Credit, Fact, Response as By, Status, Threat, ThreatTarget};
use crate::catalog::{ControlId, Rule};
use crate::model::responses::{RiskLevel, With};
use crate::model::{DataId, ElementId, Model, Response, ResponseKind};
use crate::threads;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

/// What one thread finds threats with.
pub(crate) struct Finder<'m> {
    pub ground: Ground<'m>,
    pub placements: Placements<'m>,
}

impl<'m> Finder<'m> {
    pub fn new(drawn: &'m Drawn<'m>) -> Self {
        Finder { ground: Ground::new(drawn), placements: Placements::new(drawn.model) }
    }
}

/// On how many targets threats are looked for at a time. What is near in the text mostly asks the same.
const BLOCK: usize = 500;

/// All threats that arise, not yet settled or ranked. Gives back what they were found with.
pub(crate) fn threats<'m>(
    drawn: &'m Drawn<'m>,
    own: Finder<'m>,
    answers: &Answers<'m>,
    appetite: RiskLevel,
) -> (Vec<Threat>, Finder<'m>) {
    let rules = Rules::new(drawn.model);
    let targets = targets(drawn);
    let own = (own, Known::new(&rules));
    let begin = || (Finder::new(drawn), Known::new(&rules));
    let work = |(finder, known): &mut (Finder<'m>, Known), block: Range<usize>| {
        let mut out = Vec::new();
        let parts = Parts { ground: &finder.ground, answers, placements: &finder.placements, appetite };
        for target in targets.get(block).into_iter().flatten() {
            parts.threats(&rules, *target, known, &mut out);
        }
        out
    };
    let (found, (own, _)) = threads::in_blocks(targets.len(), BLOCK, own, begin, work);
    (found.into_iter().flatten().collect(), own)
}

/// The id of a target, as it stands behind the `@` of a threat's id.
pub(crate) fn target_id(model: &Model, target: ThreatTarget) -> String {
    match target {
        ThreatTarget::Flow(f) => model.flow(f).map_or_else(String::new, |f| f.id.clone()),
        ThreatTarget::Element(e) => model.element(e).map_or_else(String::new, |e| e.name.clone()),
        ThreatTarget::Boundary(b) => model.boundary(b).map_or_else(String::new, |b| b.name.clone()),
        ThreatTarget::Model => "model".to_owned(),
    }
}

struct Parts<'a, 'm> {
    ground: &'a Ground<'m>,
    answers: &'a Answers<'m>,
    placements: &'a Placements<'m>,
    appetite: RiskLevel,
}

impl<'m> Parts<'_, 'm> {
    /// All threats on one target.
    fn threats(&self, rules: &Rules<'m>, target: ThreatTarget, known: &mut Known, out: &mut Vec<Threat>) {
        let ground = self.ground;
        let stakes: Arc<[DataId]> = risk::stakes(ground, target).into();
        let mut origins: IdMap<(Way, Option<MovementId>), Rc<Origin>> = IdMap::default();
        for (asked, movement, facts) in rules.arising(ground, target, known) {
            // Where a threat starts depends on its rule by its way alone, unless data leaves.
            let way = start::way(&facts);
            let origin = || Rc::new(start::origin(ground, target, movement, &facts));
            let origin = match way {
                Way::Leaving => origin(),
                Way::Called => origins.entry((way, None)).or_insert_with(origin).clone(),
                Way::Tainted => origins.entry((way, movement)).or_insert_with(origin).clone(),
            };
            out.push(self.threat(asked, target, &stakes, movement, facts, &origin));
        }
    }

    fn threat(
        &self,
        asked: &Asked<'_>,
        target: ThreatTarget,
        stakes: &Arc<[DataId]>,
        movement: Option<MovementId>,
        facts: Vec<Fact>,
        origin: &Origin,
    ) -> Threat {
        let (ground, id, rule) = (self.ground, asked.id, asked.rule);
        let keys = self.answers.keys(ground, id, target);
        let rated = self.answers.first(true, id, &keys);
        let response = self.answers.first(false, id, &keys).map(|(_, r)| r);
        let lowered = rule.lowered_by.iter().map(|(c, n)| (*c, *n, false));
        let softened = rule.softened_by.iter().map(|(c, n)| (*c, *n, true));
        let listed: Vec<Listed> = lowered.chain(softened).chain(taken(response, rule, ground)).collect();
        let of_nobody = rule.harm.map(|_| origin.of_nobody());
        let counted = of_nobody.as_ref().unwrap_or(origin);
        let credits = credit::credits(ground, self.placements, target, movement, counted, &listed);
        let missing = self.missing(target, counted, &listed);
        let circumstances = Circumstances {
            rule,
            stakes,
            missing,
            rated: rated.map(|(_, r)| r),
            credited: &credits.credited,
        };
        let r = risk::rate(&ground.data, &circumstances, &mut |_| {});
        let at_stake = stakes.iter().filter_map(|d| ground.data.get(d.index()));
        let lowest = origin.starts().and_then(|s| s.lowest(ground.model));
        Threat {
            id: format!("{}@{}", rule.name, target_id(ground.model, target)),
            rule: id,
            target,
            stride: rule.stride.clone(),
            harm: rule.harm,
            movement,
            start: origin.start(),
            path: origin.path.clone(),
            inherent: r.inherent,
            residual: r.residual,
            forecast: r.forecast,
            closed_by: closed_by(rule, &r, &credits.credited, &listed, self.appetite),
            credited: credits.credited,
            uncredited: credits.uncredited,
            status: Status::Open,
            response: None,
            rated: rated.map(|(i, _)| By(i)),
            missing,
            refined_by: None,
            refines: Vec::new(),
            dread: Grounds::new(r.inherent, rule.floor, at_stake, lowest).parts(),
            facts,
            stakes: stakes.clone(),
        }
    }

    /// A listed control that is known to be missing where it would count.
    fn missing(&self, target: ThreatTarget, origin: &Origin, listed: &[Listed]) -> Option<ControlId> {
        let ground = self.ground;
        let model = ground.model;
        let mut missing: Vec<ControlId> = Vec::new();
        let mut of = |e: ElementId, always: bool| {
            let in_start = ground.zone(e).is_some_and(|z| origin.zones(ground).binary_search(&z).is_ok());
            if always || !in_start {
                missing.extend(model.element(e).into_iter().flat_map(|e| &e.lacks));
            }
        };
        match target {
            ThreatTarget::Element(e) => of(e, true),
            ThreatTarget::Flow(f) => {
                if let Some(flow) = model.flow(f) {
                    let inside = ground.crossing(f).is_none();
                    of(flow.source, inside);
                    of(flow.target, inside);
                    flow.via.iter().for_each(|e| of(*e, false));
                    missing.extend(&flow.lacks);
                }
            }
            ThreatTarget::Boundary(_) | ThreatTarget::Model => {}
        }
        listed.iter().map(|(c, ..)| *c).find(|c| missing.contains(c))
    }
}

/// Controls that a mitigation brings in beyond the rule's list, with their `takes`.
fn taken(response: Option<&Response>, rule: &Rule, ground: &Ground<'_>) -> Vec<Listed> {
    let mut out: Vec<Listed> = Vec::new();
    for r in response.into_iter().filter(|r| r.kind == ResponseKind::Mitigate) {
        let Some(takes) = r.takes else { continue };
        for with in &r.with {
            let control = match with {
                With::Kind(c) => Some(*c),
                With::Own(o) => ground.model.controls.get(o.index()).map(|o| o.kind),
            };
            if let Some(c) = control
                && !rule.lowered_by.iter().chain(&rule.softened_by).any(|(l, _)| *l == c)
                && !out.iter().any(|(o, ..)| *o == c)
            {
                out.push((c, takes, false));
            }
        }
    }
    out
}

/// The smallest sets of further controls of the rule's list that bring the residual severity within
/// the appetite: all that are single, else all pairs, else one larger set, if there is any.
fn closed_by(
    rule: &Rule,
    rated: &risk::Rated,
    credited: &[Credit],
    listed: &[Listed],
    appetite: RiskLevel,
) -> Vec<Vec<ControlId>> {
    if rated.residual.severity() <= appetite {
        return Vec::new();
    }
    let has = |c: ControlId| credited.iter().any(|x| x.control == c && x.in_force);
    let free: Vec<Listed> = listed.iter().filter(|(c, ..)| !has(*c)).copied().collect();
    let enough = |extra: &[Listed]| {
        let steps = |softens: bool| {
            let now = credited.iter().filter(move |x| x.in_force && x.softens == softens).map(|x| x.steps);
            now.chain(extra.iter().filter(move |(_, _, s)| *s == softens).map(|(_, n, _)| *n))
        };
        let likelihood = risk::lower(rated.inherent.likelihood, rule.floor, steps(false));
        let impact = risk::lower(rated.inherent.impact, 1, steps(true));
        RiskLevel::of(likelihood.saturating_mul(impact)) <= appetite
    };
    let single: Vec<Vec<ControlId>> =
        free.iter().filter(|l| enough(&[**l])).map(|(c, ..)| vec![*c]).collect();
    if !single.is_empty() {
        return single;
    }
    let mut pairs = Vec::new();
    for (i, a) in free.iter().enumerate() {
        for b in free.iter().skip(i + 1) {
            if enough(&[*a, *b]) {
                pairs.push(vec![a.0, b.0]);
            }
        }
    }
    if !pairs.is_empty() {
        pairs.truncate(6);
        return pairs;
    }
    if !enough(&free) {
        return Vec::new();
    }
    // One set from which nothing can be left out: the weakest go first, the last listed before others.
    let mut set = free.clone();
    let mut weakest: Vec<usize> = (0..free.len()).rev().collect();
    weakest.sort_by_key(|i| free.get(*i).map(|(_, n, _)| *n));
    for control in weakest.into_iter().filter_map(|i| free.get(i)).map(|(c, ..)| *c) {
        let without: Vec<Listed> = set.iter().filter(|(c, ..)| *c != control).copied().collect();
        if enough(&without) {
            set = without;
        }
    }
    vec![set.into_iter().map(|(c, ..)| c).collect()]
}
