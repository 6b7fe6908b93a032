//! Applies the rules to the model: which threats arise, and what is known of each.

use super::MovementId;
use super::answers::Answers;
use super::credit::{self, Listed};
use super::dread::Grounds;
use super::ground::Ground;
use super::ids::IdMap;
use super::placed::Placements;
use super::risk::{self, Circumstances};
use super::rules::{Asked, Known, Rules, targets};
use super::start::{self, Origin, Way};
use super::threat::{Credit, Fact, Response as By, Status, Threat, ThreatTarget};
use super::why::Names;
use crate::catalog::{ControlId, Rule};
use crate::model::responses::{RiskLevel, With};
use crate::model::{ElementId, Model, Response, ResponseKind};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// All threats that arise, not yet settled or ranked.
pub(crate) fn threats(
    ground: &Ground<'_>,
    answers: &Answers<'_>,
    placements: &Placements<'_>,
    appetite: RiskLevel,
) -> Vec<Threat> {
    let mut out = Vec::new();
    let mut origins: IdMap<(Way, Option<MovementId>), Rc<Origin>> = IdMap::default();
    let rules = Rules::new(ground);
    let mut known = Known::new(&rules);
    let parts = Parts { ground, answers, placements, appetite };
    for target in targets(ground) {
        for (asked, movement, facts) in rules.arising(ground, target, &mut known) {
            // Where a threat starts depends on its rule by its way alone, unless data leaves.
            let way = start::way(&facts);
            let origin = || Rc::new(start::origin(ground, target, movement, &facts));
            let origin = match way {
                Way::Leaving => origin(),
                Way::Called => origins.entry((way, None)).or_insert_with(origin).clone(),
                Way::Tainted => origins.entry((way, movement)).or_insert_with(origin).clone(),
            };
            out.push(parts.threat(asked, target, movement, facts, &origin));
        }
        origins.clear();
    }
    out
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

impl Parts<'_, '_> {
    fn threat(
        &self,
        asked: &Asked<'_>,
        target: ThreatTarget,
        movement: Option<MovementId>,
        facts: Vec<Fact>,
        origin: &Origin,
    ) -> Threat {
        let (ground, id, rule) = (self.ground, asked.id, asked.rule);
        let stakes = risk::stakes(ground, target);
        let keys = self.answers.keys(ground, id, target);
        let rated = self.answers.first(true, id, &keys);
        let response = self.answers.first(false, id, &keys).map(|(_, r)| r);
        let lowered = rule.lowered_by.iter().map(|(c, n)| (*c, *n, false));
        let softened = rule.softened_by.iter().map(|(c, n)| (*c, *n, true));
        let listed: Vec<Listed> = lowered.chain(softened).chain(taken(response, rule, ground)).collect();
        let of_nobody = rule.harm.map(|_| origin.of_nobody());
        let counted = of_nobody.as_ref().unwrap_or(origin);
        let credits = credit::credits(ground, self.placements, target, movement, counted, &listed);
        let lacking = self.lacking(target, counted, &listed);
        let circumstances = Circumstances {
            rule,
            stakes: &stakes,
            lacking: lacking.clone(),
            rated: rated.map(|(_, r)| r),
            credited: &credits.credited,
        };
        let r = risk::rate(ground, &circumstances);
        let at_stake = stakes.iter().filter_map(|d| ground.data.get(d.index()));
        let lowest = origin.starts().and_then(|s| s.lowest(ground.model));
        let mut about: Vec<crate::model::DataId> =
            facts.iter().filter(|f| !f.condition.not).flat_map(|f| f.data.iter().copied()).collect();
        if about.is_empty() {
            about = movement
                .and_then(|m| ground.movement(m))
                .map(|m| m.data.clone())
                .filter(|d| !d.is_empty())
                .unwrap_or_else(|| stakes.clone());
        }
        // Of a flow, what it moves: a condition about one of its ends can speak of other data.
        if let Some(m) = movement.and_then(|m| ground.movement(m))
            && about.iter().any(|d| m.data.contains(d))
        {
            about.retain(|d| m.data.contains(d));
        }
        about.sort_unstable();
        about.dedup();
        let names = Names { ground, target, movement, data: &about, start: origin.starts() };
        let name = format!("{}@{}", rule.name, target_id(ground.model, target));
        Threat {
            slug: slug(&name),
            id: name,
            rule: id,
            target,
            title: names.fill(&asked.title).plain(),
            stride: rule.stride.clone(),
            harm: rule.harm,
            movement,
            start: origin.start(),
            path: origin.path.clone(),
            inherent: r.inherent,
            residual: r.residual,
            forecast: r.forecast,
            closed_by: closed_by(rule, &r, &credits.credited, &listed, self.appetite),
            sum: r.sum,
            credited: credits.credited,
            uncredited: credits.uncredited,
            status: Status::Open,
            response: None,
            rated: rated.map(|(i, _)| By(i)),
            confirmed: lacking.is_some(),
            refined_by: None,
            refines: Vec::new(),
            scenario: names.fill(&asked.scenario),
            mitigation: names.fill(&asked.mitigation),
            dread: Grounds::new(r.inherent, rule.floor, at_stake, lowest).parts(),
            facts: distinct(facts),
            stakes,
        }
    }

    /// The label of a listed control that is known to be missing where it would count.
    fn lacking(&self, target: ThreatTarget, origin: &Origin, listed: &[Listed]) -> Option<String> {
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
        let control = listed.iter().map(|(c, ..)| c).find(|c| missing.contains(c))?;
        model.catalog.controls.get(control.index()).map(|c| crate::catalog::in_a_sentence(&c.label))
    }
}

/// Two conditions may come to the same fact. It is said once, and with the class of the data if one
/// of them asks for it.
fn distinct(facts: Vec<Fact>) -> Vec<Fact> {
    const CLASSES: &[&str] = &[" (public)", " (internal)", " (confidential)", " (secret)", " (personal)"];
    fn bare(text: &str) -> Cow<'_, str> {
        let mut bare = Cow::Borrowed(text);
        if text.contains('(') {
            for class in CLASSES {
                if bare.contains(class) {
                    bare = Cow::Owned(bare.replace(class, ""));
                }
            }
        }
        bare
    }
    // Of those that say the same the longest, the first of them, stands where the first stood.
    let mut said: Vec<(Cow<'_, str>, usize)> = Vec::with_capacity(facts.len());
    for (i, fact) in facts.iter().enumerate() {
        let bare = bare(&fact.text);
        match said.iter_mut().find(|(known, _)| *known == bare) {
            Some((_, kept)) => {
                if facts.get(*kept).is_some_and(|k| k.text.len() < fact.text.len()) {
                    *kept = i;
                }
            }
            None => said.push((bare, i)),
        }
    }
    if said.len() == facts.len() {
        return facts;
    }
    let kept: Vec<usize> = said.into_iter().map(|(_, i)| i).collect();
    let mut facts: Vec<Option<Fact>> = facts.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|i| facts.get_mut(i).and_then(Option::take)).collect()
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
        let steps = |softens: bool| -> Vec<u8> {
            let now = credited.iter().filter(|x| x.in_force && x.softens == softens).map(|x| x.steps);
            now.chain(extra.iter().filter(|(_, _, s)| *s == softens).map(|(_, n, _)| *n)).collect()
        };
        let likelihood = risk::lower(rated.inherent.likelihood, rule.floor, &steps(false));
        let impact = risk::lower(rated.inherent.impact, 1, &steps(true));
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

/// A form for anchors and file names: lower case letters, digits and hyphens.
pub(crate) fn slug(id: &str) -> String {
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

/// Makes slugs unique, in the order of the ids, so that they depend on nothing else.
pub(crate) fn unique_slugs(threats: &mut [Threat]) {
    let mut order: Vec<usize> = (0..threats.len()).collect();
    order.sort_by(|a, b| {
        let id = |i: &usize| threats.get(*i).map(|t| t.id.as_str());
        id(a).cmp(&id(b))
    });
    let mut seen: HashSet<String> = HashSet::with_capacity(threats.len());
    // The next number for each that has come twice.
    let mut next: HashMap<String, usize> = HashMap::new();
    for i in order {
        let Some(t) = threats.get_mut(i) else { continue };
        if seen.insert(t.slug.clone()) {
            continue;
        }
        let n = next.entry(t.slug.clone()).or_insert(2);
        let base = std::mem::take(&mut t.slug);
        loop {
            t.slug = format!("{base}-{n}");
            *n += 1;
            if seen.insert(t.slug.clone()) {
                break;
            }
        }
    }
}
