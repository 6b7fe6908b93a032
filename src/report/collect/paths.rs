//! Attackers with their ways, chokepoints, agents that join, supply chains.

use super::*;
use crate::analysis::Step as FlowStep;
use crate::analysis::paths::{self, Want};
use crate::model::Attacker as ModelAttacker;

impl Collector<'_> {
    pub(super) fn attackers(&self) -> Vec<Attacker> {
        let all = self.model.attackers.iter().enumerate();
        all.map(|(i, a)| {
            let wants = self.analysis.paths.attacks.get(i).map_or(&[][..], Vec::as_slice);
            let of = |has: &dyn Fn(&Want) -> bool| -> Vec<Part> {
                wants.iter().filter(|w| has(w)).map(|w| self.want(a, w)).collect()
            };
            Attacker {
                id: a.name.clone(),
                label: a.label.clone(),
                from: self.elements_of(&a.from),
                wants: self.placed(&a.wants),
                skill: a.skill,
                motive: a.motive.clone(),
                about: a.about.clone(),
                paths: wants.iter().flat_map(|w| w.ways.iter().map(|way| self.way(a, w, way))).collect(),
                has: of(&|w| !w.here.is_empty()),
                unreached: of(&|w| w.ways.is_empty() && w.here.is_empty() && !w.skipped),
                more: of(&|w| w.more),
                unsearched: of(&|w| w.skipped),
                tags: a.tags.clone(),
                location: self.place(a.span),
            }
        })
        .collect()
    }

    fn want(&self, attacker: &ModelAttacker, want: &Want) -> Part {
        let wanted = attacker.wants.get(want.index).map(|w| self.parts(&w.target)).unwrap_or_default();
        wanted.into_iter().next().unwrap_or(Part { ty: PartType::Model, id: "*".to_owned() })
    }

    fn way(&self, attacker: &ModelAttacker, want: &Want, way: &paths::AttackPath) -> AttackPath {
        let steps: Vec<PathStep> = way
            .steps
            .iter()
            .map(|s| PathStep {
                step: self.leap(s.step, s.from, s.to),
                leg: s.leg,
                state: s.state,
                threats: self.threat_ids(&s.threats),
                stopped: self.threat_ids(&s.stopped),
            })
            .collect();
        AttackPath {
            want: self.want(attacker, want),
            start: self.element(way.start),
            goal: self.element(way.goal),
            data: way.data.map(|d| self.datum(d)),
            reader: way.reader.map(|e| self.element(e)),
            flows: steps.iter().map(|s| s.step.flow.clone()).collect(),
            state: way.state,
            ease: way.told_ease(),
            steps,
            in_force: self.path_controls(way, true),
            planned: self.path_controls(way, false),
            cut_by: way.cut_by.iter().map(|c| self.control_at(*c)).collect(),
            held_by: way
                .held_by
                .as_ref()
                .map(|h| HeldBy { step: h.step, controls: self.controls_of(&h.controls) }),
        }
    }

    /// The controls that are credited to threats of a way, in force or planned, each with these threats.
    fn path_controls(&self, way: &paths::AttackPath, in_force: bool) -> Vec<PathControl> {
        let mut out: Vec<PathControl> = Vec::new();
        let mut seen = BTreeSet::new();
        let ids = way.steps.iter().flat_map(|s| s.threats.iter().chain(&s.stopped));
        for t in ids.filter(|t| seen.insert(**t)).filter_map(|t| self.analysis.threats.get(t.index())) {
            for c in t.credited.iter().filter(|c| c.in_force == in_force) {
                let (control, on) = (self.control(c.control), self.part(c.place));
                match out.iter_mut().find(|x| x.control == control && x.on == on) {
                    Some(known) if known.threats.contains(&t.id) => {}
                    Some(known) => known.threats.push(t.id.clone()),
                    None => out.push(PathControl { control, on, threats: vec![t.id.clone()] }),
                }
            }
        }
        out.sort_by(|a, b| (&a.control, &a.on).cmp(&(&b.control, &b.on)));
        out
    }

    fn control_at(&self, (control, place): (ControlId, Place)) -> ControlAt {
        ControlAt { control: self.control(control), on: self.part(place) }
    }

    fn threat_ids(&self, ids: &[ThreatId]) -> Vec<String> {
        ids.iter().map(|t| self.threat_id(*t)).collect()
    }

    fn leap(&self, step: FlowStep, from: ElementId, to: ElementId) -> Step {
        Step {
            flow: self.flow(step.flow),
            forward: step.forward,
            from: self.element(from),
            to: self.element(to),
            crossing: self.number(step.flow),
        }
    }

    pub(super) fn least_trusted(&self) -> Vec<String> {
        self.elements_of(&self.analysis.least_trusted(self.model))
    }

    pub(super) fn chokepoints(&self) -> Vec<Chokepoint> {
        let ways = self.analysis.paths.attacks.iter().flatten().flat_map(|w| &w.ways);
        let open = ways.filter(|w| w.state == paths::PathState::Open).count();
        let rating = |r: crate::analysis::Rating| Rating {
            likelihood: r.likelihood,
            impact: r.impact,
            severity: r.severity(),
        };
        let attacker = |i: usize| self.model.attackers.get(i).map(|a| a.name.clone()).unwrap_or_default();
        let all = self.analysis.paths.chokepoints.iter();
        all.map(|c| Chokepoint {
            control: self.control(c.control),
            on: self.part(c.place),
            planned: c.planned,
            cut: c.cut(),
            harder: c.harder(),
            of: open,
            attackers: c
                .attackers
                .iter()
                .map(|a| Cut { attacker: attacker(a.attacker), cut: a.cut, harder: a.harder })
                .collect(),
            changes: c
                .changes
                .iter()
                .filter_map(|(t, after)| {
                    let t = self.analysis.threats.get(t.index())?;
                    Some(Change { threat: t.id.clone(), before: rating(t.residual), after: rating(*after) })
                })
                .collect(),
        })
        .collect()
    }

    pub(super) fn joins(&self) -> Vec<Join> {
        let steps = |passes: &[paths::Pass]| -> Vec<Step> {
            passes.iter().map(|p| self.leap(p.step, p.from, p.to)).collect()
        };
        let all = self.analysis.paths.joins.iter();
        all.map(|j| Join {
            element: self.element(j.element),
            threats: self.threat_ids(&j.threats),
            data: self.names(&j.data),
            sources: self.elements_of(&j.sources),
            outlet: self.element(j.outlet),
            private: steps(&j.private),
            content: steps(&j.content),
            out: steps(&j.out),
            text: j.text.clone(),
        })
        .collect()
    }

    pub(super) fn supply_chains(&self) -> Vec<SupplyChain> {
        let all = self.analysis.paths.supply.iter();
        all.map(|c| SupplyChain {
            data: self.datum(c.data),
            source: self.element(c.source),
            end: self.element(c.end),
            unverified: c.unverified(),
            hops: c
                .hops
                .iter()
                .map(|h| SupplyHop {
                    step: self.leap(h.pass.step, h.pass.from, h.pass.to),
                    data: self.names(&h.data),
                    crosses: h.crosses,
                    verified: h.verified,
                    in_force: h.in_force.iter().map(|c| self.control_at(*c)).collect(),
                    planned: h.planned.iter().map(|c| self.control_at(*c)).collect(),
                })
                .collect(),
        })
        .collect()
    }
}
