//! What a model says beside its parts, and its controls with what they count for.

use super::*;
use crate::analysis::covers;
use crate::model::parts::ControlStatus;
use crate::model::{OwnControlId, Response as ModelResponse};

impl Collector<'_> {
    /// The threats that are credited a control of `kind` at one of `on`.
    fn counts_for(threats: &[Threat], kind: &str, on: &[Part]) -> Vec<String> {
        let has = |t: &&Threat| t.credited.iter().any(|c| c.control == kind && on.contains(&c.on));
        threats.iter().filter(has).map(|t| t.id.clone()).collect()
    }

    pub(super) fn controls(&self, threats: &[Threat]) -> Vec<Control> {
        let about = |id: ControlId| {
            self.catalog.controls.get(id.index()).map(|k| k.about.clone()).unwrap_or_default()
        };
        let mut out: Vec<Control> = Vec::new();
        for (i, c) in self.model.controls.iter().enumerate() {
            let mine = self.model.placements.iter().filter(|p| p.own == Some(OwnControlId::new(i)));
            let on: Vec<Part> = mine.map(|p| self.part(p.place)).collect();
            let kind = self.control(c.kind);
            out.push(Control {
                id: c.name.clone(),
                label: c.label.clone(),
                kind_label: self.control_label(c.kind),
                kind_about: about(c.kind),
                own: true,
                status: c.status,
                counts_for: Self::counts_for(threats, &kind, &on),
                on,
                kind,
                owner: c.owner.clone(),
                due: day(c.due),
                overdue: due::control_is_overdue(c, self.analysis.today),
                evidence: c.evidence.clone(),
                verified: day(c.verified),
                ticket: c.ticket.clone(),
                about: c.about.clone(),
                tags: c.tags.clone(),
                location: self.place(c.span),
            });
        }
        let mut listed: IndexMap<ControlId, (ControlStatus, Vec<Part>, Span)> = IndexMap::new();
        for p in self.model.placements.iter().filter(|p| p.own.is_none()) {
            listed.entry(p.control).or_insert((p.status, Vec::new(), p.span)).1.push(self.part(p.place));
        }
        for (id, (status, on, span)) in listed {
            let kind = self.control(id);
            out.push(Control {
                id: kind.clone(),
                label: self.control_label(id),
                kind_label: self.control_label(id),
                kind_about: about(id),
                own: false,
                status,
                counts_for: Self::counts_for(threats, &kind, &on),
                on,
                kind,
                owner: None,
                due: None,
                overdue: false,
                evidence: None,
                verified: None,
                ticket: None,
                about: String::new(),
                tags: Vec::new(),
                location: self.place(span),
            });
        }
        out
    }

    fn state(&self, r: &ModelResponse, used: bool) -> ResponseState {
        if due::has_expired(r, self.analysis.today) {
            ResponseState::Expired
        } else if used {
            ResponseState::InEffect
        } else {
            ResponseState::Unused
        }
    }

    pub(super) fn responses(&self) -> Vec<Response> {
        let all = self.model.responses.iter().enumerate();
        all.map(|(i, r)| {
            let (rule, title) = self.rule(r.rule);
            let mine = || due::threats_of(i, &self.analysis.threats);
            let with = r.with.iter().map(|w| match w {
                With::Own(o) => {
                    self.model.controls.get(o.index()).map(|o| o.name.clone()).unwrap_or_default()
                }
                With::Kind(k) => self.control(*k),
            });
            Response {
                kind: r.kind,
                rule,
                title,
                on: self.parts(&r.on.target),
                threats: mine().map(|t| t.id.clone()).collect(),
                state: self.state(r, mine().next().is_some()),
                because: r.because.clone(),
                by: r.by.clone(),
                owner: r.owner.clone(),
                ticket: r.ticket.clone(),
                with: with.collect(),
                takes: r.takes,
                due: day(r.due),
                overdue: due::response_is_overdue(i, r, &self.analysis.threats, self.analysis.today),
                at: r.at,
                until: day(r.until),
                to: r.to.clone(),
                likelihood: r.likelihood,
                impact: r.impact,
                tags: r.tags.clone(),
                location: self.place(r.span),
            }
        })
        .collect()
    }

    pub(super) fn requirements(&self) -> Vec<Requirement> {
        let all = self.model.requirements.iter().enumerate();
        all.map(|(i, r)| {
            let found = self.analysis.requirements.get(i);
            let targets = |list: &[ThreatTarget]| list.iter().map(|&t| self.target(t)).collect();
            Requirement {
                control: self.control(r.control),
                control_label: self.control_label(r.control),
                on: self.parts(&r.on.target),
                when: r.when.as_ref().map(|w| w.text.clone()),
                because: r.because.clone(),
                kept: found.map(|f| targets(&f.kept)).unwrap_or_default(),
                broken: found.map(|f| targets(&f.broken)).unwrap_or_default(),
                tags: r.tags.clone(),
                location: self.place(r.span),
            }
        })
        .collect()
    }

    pub(super) fn off(&self) -> Vec<Off> {
        let all = self.model.off.iter();
        all.map(|o| {
            let (rule, title) = self.rule(o.rule);
            let (because, tags) = (o.because.clone(), o.tags.clone());
            Off { rule, title, because, tags, location: self.place(o.span) }
        })
        .collect()
    }

    pub(super) fn assumptions(&self) -> Vec<Assumption> {
        let all = self.model.assumptions.iter();
        all.map(|a| Assumption {
            text: a.text.clone(),
            about: self.placed(&a.about),
            confirmed: a.confirmed.clone(),
            owner: a.owner.clone(),
            tags: a.tags.clone(),
            location: self.place(a.span),
        })
        .collect()
    }

    pub(super) fn questions(&self) -> Vec<Question> {
        let all = self.model.questions.iter();
        all.map(|q| Question {
            text: q.text.clone(),
            about: self.placed(&q.about),
            owner: q.owner.clone(),
            due: day(q.due),
            overdue: due::question_is_overdue(q, self.analysis.today),
            answer: q.answer.clone(),
            tags: q.tags.clone(),
            location: self.place(q.span),
        })
        .collect()
    }

    pub(super) fn tests(&self) -> Vec<Test> {
        let all = self.model.tests.iter();
        all.map(|t| {
            let (rule, title) = self.rule(t.rule);
            let speaks =
                |x: &&crate::analysis::Threat| x.rule == t.rule && covers(self.model, &t.on.target, x.target);
            Test {
                rule,
                title,
                on: self.parts(&t.on.target),
                threats: self.analysis.threats.iter().filter(speaks).map(|x| x.id.clone()).collect(),
                date: day(t.date),
                old: due::tested_long_ago(t, self.analysis.today),
                by: t.by.clone(),
                with: t.with.clone(),
                result: t.result,
                evidence: t.evidence.clone(),
                note: t.note.clone(),
                tags: t.tags.clone(),
                location: self.place(t.span),
            }
        })
        .collect()
    }

    pub(super) fn reviews(&self) -> Vec<Review> {
        let all = self.model.reviews.iter();
        all.map(|r| Review {
            date: r.date.to_string(),
            by: r.by.clone(),
            note: r.note.clone(),
            tags: r.tags.clone(),
            location: self.place(r.span),
        })
        .collect()
    }

    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let all = self.analysis.diagnostics.iter();
        all.map(|d| Diagnostic {
            code: d.code.name().to_owned(),
            severity: d.severity,
            message: d.message.clone(),
            location: d.primary.as_ref().and_then(|p| self.place(p.span)),
        })
        .collect()
    }
}
