//! The ways of each attacker from where it stands to what it wants.
//!
//! For what is built the way leads to it by influence. For data it leads to where the data is kept,
//! and from there the data comes out to where it can be read: with the attacker itself, if it can be by
//! the answers to what was called on the way in, else with others who are trusted no more. What another
//! organization's system gets, nobody but that organization reads, so no way ends there unless the attacker
//! stands there. Data that is carried to the attacker anyway needs no way in.
//!
//! Of all ways those are kept that have the fewest steps, the open ones first. How skilled an attacker is
//! moves only the order in which they are told.

use super::super::hops::Along;
use super::super::ids::IdSet;
use super::super::threat::Step;
use super::fit::{Aim, Fit, SoFar};
use super::net::{Budget, Leap, Roads, Search};
use super::{AttackPath, Leg, PathState, PathStep, Site, StepState, WAYS, Want};
use crate::catalog::{Level, Trust};
use crate::model::{Attacker, DataId, ElementId, Target};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// How many steps are looked at for all attackers together. A model of 10,000 elements and 15,000 flows
/// takes some 30,000 for one thing that is wanted.
const STEPS: usize = 3_000_000;

/// Systems of other organizations.
const OF_ANOTHER: &[&str] = &["third_party"];

/// Those of them in which whoever likes can read, or that anybody may run.
const OPEN_TO_ALL: &[&str] = &["model_hub", "package_registry", "external_agent"];

pub(super) fn attacks(site: &Site<'_, '_>) -> Vec<Vec<Want>> {
    if site.ground.model.attackers.is_empty() {
        return Vec::new();
    }
    let budget = Budget::new(STEPS);
    let fit = Fit::new(site);
    let influence = Roads::Influence;
    // Many attackers may want the same.
    let mut searches: HashMap<Vec<ElementId>, Search<'_, '_>> = HashMap::new();
    let mut out = Vec::new();
    for attacker in &site.ground.model.attackers {
        let mut wants = Vec::new();
        for (index, wanted) in attacker.wants.iter().enumerate() {
            let goals = goals(site, &wanted.target);
            if budget.is_spent() {
                wants.push(Want { index, skipped: true, ..Want::default() });
                continue;
            }
            let search = searches
                .entry(goals.clone())
                .or_insert_with(|| Search::new(site.ground, &site.ranks, &influence, &goals, None, &budget));
            let data = match wanted.target {
                Target::Data(d) => Some(d),
                _ => None,
            };
            let mut want =
                Hunt { site, fit: &fit, attacker, data, goals: &goals, search, budget: &budget }.hunt();
            want.index = index;
            want.skipped = budget.is_spent() && want.ways.is_empty();
            wants.push(want);
        }
        out.push(wants);
    }
    out
}

/// Where what is wanted is: an element itself, those in a boundary, the ends of a flow, those that keep
/// the data, else those where it comes from.
fn goals(site: &Site<'_, '_>, target: &Target) -> Vec<ElementId> {
    let ground = site.ground;
    let model = ground.model;
    let elements = || (0..model.elements.len()).map(ElementId::new);
    let found: Vec<ElementId> = match target {
        Target::Element(e) => vec![*e],
        Target::Boundary(b) => elements().filter(|e| model.around(*e).contains(b)).collect(),
        Target::AnyKind(k) => elements().filter(|e| ground.is_kind(*e, *k)).collect(),
        Target::Flows(flows) => {
            flows.iter().filter_map(|f| model.flow(*f)).flat_map(|f| [f.source, f.target]).collect()
        }
        Target::Data(d) => {
            let stored = |e: &ElementId| ground.stored.get(e.index()).is_some_and(|s| s.contains(d));
            let held = |e: &ElementId| model.element(*e).is_some_and(|e| e.holds.contains(d));
            let kept: Vec<ElementId> = elements().filter(|e| stored(e) || held(e)).collect();
            match kept.is_empty() {
                true => ground.origins.get(d.index()).map_or_else(Vec::new, |o| o.items.to_vec()),
                false => kept,
            }
        }
        Target::All | Target::AnyFlow => Vec::new(),
    };
    site.ranks.sorted(found)
}

/// One attacker after one thing.
struct Hunt<'a, 's, 'm> {
    site: &'a Site<'s, 'm>,
    fit: &'a Fit<'s>,
    attacker: &'a Attacker,
    data: Option<DataId>,
    goals: &'a [ElementId],
    /// To where what is wanted is, by influence.
    search: &'a Search<'a, 'm>,
    budget: &'a Budget,
}

/// A way with its place among ways of its length.
type Ranked = (AttackPath, Vec<(u32, bool, u32)>);

/// The steps of a way, before threats are put on them.
type Route = (Vec<Leap>, Vec<Leap>);

impl Hunt<'_, '_, '_> {
    fn hunt(&self) -> Want {
        let from = self.site.ranks.sorted(self.attacker.from.iter().copied());
        let goals: IdSet<ElementId> = self.goals.iter().copied().collect();
        let here: Vec<ElementId> = from.iter().copied().filter(|e| goals.contains(e)).collect();
        let mut want = Want { here, ..Want::default() };
        let family = self.data.map(|d| self.site.ground.family(&[d]));
        let along = family.as_ref().map(|f| Roads::Along(Along::carrying(f)));
        let outlets = along.as_ref().map(|roads| self.outlets(&from, &goals, roads));
        let readers = outlets.as_ref().map(|(_, _, readers)| readers.clone()).unwrap_or_default();
        let aim = Aim { family, readers, goals };

        let mut routes: Vec<Route> = Vec::new();
        for open in [true, false] {
            let passable = |taken: &[Leap], leap: &Leap| {
                self.follows(taken, leap) && (!open || !self.is_held(taken, leap, &aim))
            };
            for way in self.search.shortest(&from, WAYS + 1, &passable) {
                let goal = way.last().map(|l| l.to);
                let out = goal.zip(outlets.as_ref()).and_then(|(g, (own, like, _))| {
                    // First by the answers to what was called on the way in.
                    let called = |l: &Leap| l.step.forward || way.iter().any(|w| w.step.flow == l.step.flow);
                    let any = |_: &Leap| true;
                    self.out(own, &[g], &way, &called, &aim)
                        .or_else(|| self.out(own, &[g], &way, &any, &aim))
                        .or_else(|| self.out(like, &[g], &way, &any, &aim))
                });
                routes.push((way, out.unwrap_or_default()));
            }
        }
        if let Some((own, ..)) = &outlets {
            let keepers: Vec<ElementId> = self.goals.iter().copied().filter(|g| !from.contains(g)).collect();
            if let Some(out) = self.out(own, &keepers, &[], &|_| true, &aim) {
                let asked = self.asked(&out);
                // If every step out is an answer, the way in to what is kept is the same as the requests.
                if asked.len() < out.len() {
                    routes.push((asked, out));
                }
            }
        }
        let mut seen = HashSet::new();
        routes
            .retain(|(way, out)| seen.insert([self.site.ranks.way(way), self.site.ranks.way(out)].concat()));
        let mut ways: Vec<Ranked> = routes.iter().filter_map(|r| self.path(r, &aim)).collect();
        ways.sort_by(|a, b| (a.0.state.cmp(&b.0.state)).then_with(|| shorter(a, b)));
        want.more = ways.len() > WAYS;
        ways.truncate(WAYS);
        ways.sort_by(|a, b| match self.attacker.skill {
            // Who knows little takes what is easy; who knows much, the nearest way, held or not.
            Some(Level::Low) => a.0.state.cmp(&b.0.state).then(easier(a, b)).then_with(|| shorter(a, b)),
            Some(Level::High) => shorter(a, b),
            Some(Level::Medium) | None => a.0.state.cmp(&b.0.state).then_with(|| shorter(a, b)),
        });
        want.ways = ways.into_iter().map(|(w, _)| w).collect();
        want
    }

    /// Where the data can be read: searches to the attacker's own places and to others that are trusted no
    /// more and are not another organization's, and all of these.
    fn outlets<'r>(
        &'r self,
        from: &[ElementId],
        goals: &IdSet<ElementId>,
        roads: &'r Roads,
    ) -> (Search<'r, 'r>, Search<'r, 'r>, IdSet<ElementId>) {
        let ground = self.site.ground;
        let trust = from.iter().map(|e| ground.trust(*e)).max().unwrap_or(Trust::Untrusted);
        let keeps = |e: &ElementId| goals.contains(e);
        let own: Vec<ElementId> = from.iter().copied().filter(|e| !keeps(e)).collect();
        let all = (0..ground.model.elements.len()).map(ElementId::new);
        let like = all.filter(|e| ground.trust(*e) <= trust && !keeps(e) && !self.is_anothers(*e));
        let like: Vec<ElementId> = like.collect();
        let readers = own.iter().chain(&like).copied().collect();
        let search =
            |goals: &[ElementId]| Search::new(ground, &self.site.ranks, roads, goals, None, self.budget);
        (search(&own), search(&like), readers)
    }

    /// Whether an element is the system of another organization: it stands outside, and neither is it a person
    /// nor can everybody read there.
    fn is_anothers(&self, e: ElementId) -> bool {
        let catalog = &self.site.ground.model.catalog;
        let is = |kind: &&str| catalog.find_kind(kind).is_some_and(|k| self.site.ground.is_kind(e, k));
        OF_ANOTHER.iter().any(is) && !OPEN_TO_ALL.iter().any(is)
    }

    /// The shortest way out from any of these by steps that are `allowed`, if there is one an open one.
    fn out(
        &self,
        search: &Search<'_, '_>,
        keepers: &[ElementId],
        way: &[Leap],
        allowed: &dyn Fn(&Leap) -> bool,
        aim: &Aim,
    ) -> Option<Vec<Leap>> {
        if !keepers.iter().any(|k| search.leads_from(*k)) {
            return None;
        }
        let open = |taken: &[Leap], leap: &Leap| {
            let all: Vec<Leap> = way.iter().chain(taken).copied().collect();
            allowed(leap) && self.step(&all, Leg::Out, leap, aim).state != StepState::Held
        };
        let first = |found: Vec<Vec<Leap>>| found.into_iter().next();
        first(search.shortest(keepers, 1, &open))
            .or_else(|| first(search.shortest(keepers, 1, &|_, leap| allowed(leap))))
    }

    /// Whether influence gets on by a step after those taken. A process that is called and keeps nothing
    /// answers who called it, and nobody else.
    fn follows(&self, taken: &[Leap], leap: &Leap) -> bool {
        let called = taken.last().is_some_and(|l| l.step.forward);
        let keeps = self.site.ground.stored.get(leap.from.index()).is_some_and(|s| !s.is_empty());
        !called || leap.step.forward || keeps
    }

    /// The requests for the answers with which a way out ends, the attacker's own first.
    fn asked(&self, out: &[Leap]) -> Vec<Leap> {
        let answers = out.iter().rev().take_while(|l| !l.step.forward);
        answers
            .filter_map(|l| {
                let flow = self.site.ground.model.flow(l.step.flow)?;
                let forward = self.site.ground.of_flow.get(l.step.flow.index())?.forward;
                let content = self.site.ground.movement(forward).is_some_and(|m| m.content);
                let step = Step { flow: l.step.flow, forward: true };
                Some(Leap { step, from: flow.source, to: flow.target, on: true, ends: true, content })
            })
            .collect()
    }

    fn step(&self, taken: &[Leap], leg: Leg, leap: &Leap, aim: &Aim) -> PathStep {
        self.fit.step(self.site, &SoFar { taken, leg }, leap, aim)
    }

    fn is_held(&self, taken: &[Leap], leap: &Leap, aim: &Aim) -> bool {
        self.step(taken, Leg::In, leap, aim).state == StepState::Held
    }

    /// A route with the threats on it, and its place among routes of its length.
    fn path(&self, (way, out): &Route, aim: &Aim) -> Option<Ranked> {
        let all: Vec<Leap> = way.iter().chain(out).copied().collect();
        let steps: Vec<PathStep> = all
            .iter()
            .enumerate()
            .map(|(i, leap)| {
                let leg = if i < way.len() { Leg::In } else { Leg::Out };
                self.step(all.get(..i).unwrap_or_default(), leg, leap, aim)
            })
            .collect();
        let last = out.last().map(|l| l.to);
        let start = way.first().map(|l| l.from).or(last)?;
        let goal = out.first().map(|l| l.from).or_else(|| way.last().map(|l| l.to))?;
        let held = steps.iter().any(|s| s.state == StepState::Held);
        let path = AttackPath {
            start,
            goal,
            data: self.data,
            reader: last.filter(|_| self.data.is_some()),
            state: if held { PathState::Hindered } else { PathState::Open },
            ease: steps.iter().map(|s| self.fit.ease(s)).product(),
            steps,
            cut_by: Vec::new(),
            held_by: None,
        };
        Some((path, self.site.ranks.way(&all)))
    }
}

/// Fewer steps first, then easier, then by the flows' ids.
fn shorter(a: &Ranked, b: &Ranked) -> Ordering {
    let steps = a.0.steps.len().cmp(&b.0.steps.len());
    steps.then_with(|| easier(a, b)).then_with(|| a.1.cmp(&b.1))
}

fn easier(a: &Ranked, b: &Ranked) -> Ordering {
    b.0.ease.total_cmp(&a.0.ease)
}
