//! The threats, and the entries of frameworks that they refer to.

use super::*;

impl Collector<'_> {
    pub(super) fn threat(&self, t: &crate::analysis::Threat, slug: String) -> Threat {
        let rule = self.catalog.rules.get(t.rule.index());
        let target = self.target(t.target);
        let rating = |r: crate::analysis::Rating| Rating {
            likelihood: r.likelihood,
            impact: r.impact,
            severity: r.severity(),
        };
        Threat {
            id: t.id.clone(),
            slug,
            rule: rule.map(|r| r.name.clone()).unwrap_or_default(),
            own_rule: rule.is_some_and(|r| r.own),
            title: self.teller.title(t),
            stride: t.stride.clone(),
            harm: t.harm,
            target: target.id,
            target_type: target.ty,
            crossing: match t.target {
                ThreatTarget::Flow(f) => self.number(f),
                _ => None,
            },
            elements: Vec::new(),
            boundaries: Vec::new(),
            owner: None,
            status: t.status,
            confirmed: t.is_confirmed(),
            likelihood: t.inherent.likelihood,
            impact: t.inherent.impact,
            severity: t.inherent.severity(),
            residual: rating(t.residual),
            forecast: rating(t.forecast),
            band: t.residual.band(),
            rated: t.rated.is_some(),
            sum: self.teller.sum(t),
            because: self
                .teller
                .facts(t)
                .into_iter()
                .filter(|(f, _)| !f.is_exclusion())
                .map(|(f, text)| Fact {
                    text,
                    movement: f.movement.and_then(|m| self.movement(m)),
                    elements: self.elements_of(&f.elements),
                    data: self.names(&f.data),
                })
                .collect(),
            start: match &t.start {
                FromStart::Elements(e) => Start { outside: false, elements: self.elements_of(e) },
                FromStart::Outside => Start { outside: true, elements: Vec::new() },
            },
            path: t.path.iter().filter_map(|s| self.step(s.flow, s.forward)).collect(),
            stakes: self.names(&t.stakes),
            credited: t
                .credited
                .iter()
                .map(|c| Credited {
                    control: self.control(c.control),
                    on: self.part(c.place),
                    in_force: c.in_force,
                    steps: c.steps,
                    lowers: if c.softens { "impact" } else { "likelihood" },
                    because: c.because.clone(),
                })
                .collect(),
            uncredited: t
                .uncredited
                .iter()
                .map(|c| Uncredited {
                    control: self.control(c.control),
                    on: self.part(c.place),
                    because: c.because.clone(),
                })
                .collect(),
            closed_by: t.closed_by.iter().map(|set| self.controls_of(set)).collect(),
            scenario: self.teller.scenario(t),
            mitigation: self.teller.mitigation(t),
            phase: rule.map(|r| r.phase.clone()).unwrap_or_default(),
            layer: rule.and_then(|r| r.layer.clone()),
            family: rule.map(|r| r.family.clone()).unwrap_or_default(),
            tags: rule.map(|r| r.tags.clone()).unwrap_or_default(),
            tools: grouped(rule.map_or(&[], |r| &r.test)),
            tests: Vec::new(),
            refs: grouped(rule.map_or(&[], |r| &r.refs)),
            refined_by: t.refined_by.map(|r| self.threat_id(r)),
            refines: t.refines.iter().map(|&r| self.threat_id(r)).collect(),
            response: t.response.map(|r| r.0).filter(|&r| r < self.model.responses.len()),
            rating: t.rated.map(|r| r.0).filter(|&r| r < self.model.responses.len()),
            dread: t.dread,
            dread_because: self.analysis.dread_reasons(self.model, t),
            location: t.target.span(self.model).and_then(|s| self.place(s)),
        }
    }
}

fn grouped(refs: &[Ref]) -> IndexMap<String, Vec<String>> {
    let mut out: IndexMap<String, Vec<String>> = IndexMap::new();
    for r in refs {
        out.entry(r.framework.clone()).or_default().push(r.id.clone());
    }
    out
}

pub(super) fn references(threats: &[Threat], frameworks: &dyn Frameworks) -> Vec<Reference> {
    let named = threats.iter().flat_map(|t| t.refs.iter().chain(t.tools.iter()));
    let sorted: BTreeSet<(&String, &String)> =
        named.flat_map(|(f, ids)| ids.iter().map(move |id| (f, id))).collect();
    sorted
        .into_iter()
        .map(|(framework, id)| {
            let of = frameworks.framework(framework);
            let entry = frameworks.entry(framework, id);
            Reference {
                framework: framework.clone(),
                id: id.clone(),
                url: entry
                    .as_ref()
                    .and_then(|e| e.url.clone())
                    .or_else(|| of.as_ref().and_then(|f| f.url.clone())),
                edition: entry
                    .as_ref()
                    .and_then(|e| e.edition.clone())
                    .or_else(|| of.as_ref().and_then(|f| f.edition.clone())),
                call: entry.as_ref().and_then(|e| e.call.clone()),
                title: entry.map(|e| e.title),
                framework_title: of.map(|f| f.title),
            }
        })
        .collect()
}
