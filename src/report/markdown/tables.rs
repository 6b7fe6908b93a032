//! The tables and lists of the report, and its last two questions.

use super::*;
use crate::report::coverage;

/// Above this many places their number is enough.
const MANY: usize = 6;

impl Writer<'_> {
    fn standing(&self, controls: &[Standing], lacks: &[String]) -> String {
        let has = controls.iter().map(|s| {
            let name = self.names.control(s.own.as_ref().unwrap_or(&s.control));
            if s.status == ControlStatus::Planned { format!("{} (planned)", md(&name)) } else { md(&name) }
        });
        let lacks = lacks.iter().map(|l| format!("lacks {}", md(&self.names.control(l))));
        let all: Vec<String> = has.chain(lacks).collect();
        if all.is_empty() { NONE.to_owned() } else { all.join(", ") }
    }

    /// Tags behind a label, on a line of their own.
    fn tagged(label: String, tags: &[String]) -> String {
        match tags {
            [] => label,
            tags => format!("{label}<br/>tags: {}", md(&tags.join(", "))),
        }
    }

    fn list_cell(&self, ids: &[String]) -> String {
        cell(&self.names.list(ids))
    }

    pub(super) fn parts(&mut self) {
        let report = self.report;
        self.heading(3, "Trust boundaries");
        let rows: Vec<Row> = report
            .boundaries
            .iter()
            .map(|b| {
                let parent = b.parent.as_ref().map_or_else(|| NONE.to_owned(), |p| cell(self.names.of(p)));
                let apart = if b.apart { ", apart from its equals" } else { "" };
                let label = Self::tagged(md(&b.label), &b.tags);
                vec![label, parent, format!("{}{apart}", b.trust), self.standing(&b.controls, &[])]
            })
            .collect();
        self.table(&["Boundary", "In", "Trust", "Controls"], &rows);

        self.heading(3, "Elements");
        let rows: Vec<Row> = report
            .elements
            .iter()
            .map(|e| {
                let place = e.boundary.as_ref().map_or_else(|| NONE.to_owned(), |b| cell(self.names.of(b)));
                let label = match &e.out_of_scope {
                    Some(why) => format!("{} (out of scope: {})", md(&e.label), md(why)),
                    None => md(&e.label),
                };
                let keeps: Vec<String> = e.stores.iter().chain(&e.holds).cloned().collect();
                let taint = e.taint.level.map_or(NONE, |t| t.word());
                vec![
                    Self::tagged(label, &e.tags),
                    md(&e.kind_label),
                    place,
                    e.trust.to_string(),
                    taint.to_owned(),
                    self.list_cell(&keeps),
                    self.standing(&e.controls, &e.lacks),
                ]
            })
            .collect();
        self.table(&["Element", "Kind", "In", "Trust", "Content from", "Keeps", "Controls"], &rows);

        self.heading(3, "Data");
        let rows: Vec<Row> = report
            .data
            .iter()
            .map(|d| {
                let personal = if d.personal { "yes" } else { "no" };
                let kept: Vec<String> = d.kept_at.iter().chain(&d.held_at).cloned().collect();
                let reach = match d.exposure.level {
                    Some(t) if !d.exposure.path.is_empty() => {
                        format!("{t}: {}", md(&self.names.path(&d.exposure.path)))
                    }
                    Some(t) => t.to_string(),
                    None => NONE.to_owned(),
                };
                vec![
                    Self::tagged(md(&d.label), &d.tags),
                    md(&d.kind_label),
                    d.class.to_string(),
                    personal.to_owned(),
                    self.list_cell(&d.from),
                    self.list_cell(&kept),
                    reach,
                ]
            })
            .collect();
        self.table(
            &["Data", "Kind", "Class", "Personal", "From", "Kept at", "Lowest trust it can reach"],
            &rows,
        );

        self.heading(3, "Flows");
        let rows: Vec<Row> = report
            .flows
            .iter()
            .map(|f| {
                let number = f.crossing.as_ref().map_or_else(|| NONE.to_owned(), |c| c.number.to_string());
                let mut name = md(self.names.of(&f.id));
                if let Some(l) = &f.label {
                    name.push_str(&format!(": {}", md(l)));
                }
                if !f.via.is_empty() {
                    name.push_str(&format!(" (via {})", md(&self.names.list(&f.via))));
                }
                let there: Vec<String> = f.sends.iter().chain(&f.writes).cloned().collect();
                let there = if f.declares { self.list_cell(&there) } else { "not declared".to_owned() };
                let back = if f.one_way { "no answer".to_owned() } else { self.list_cell(&f.returns) };
                let controls = self.standing(&f.controls, &f.lacks);
                let name = Self::tagged(name, &f.tags);
                vec![number, name, there, back, maybe(&f.protocol), controls, self.crossing(f)]
            })
            .collect();
        self.table(&["Crossing", "Flow", "Sends", "Returns", "Protocol", "Controls", "Boundaries"], &rows);
    }

    fn crossing(&self, f: &Flow) -> String {
        let Some(c) = &f.crossing else { return NONE.to_owned() };
        let mut parts = Vec::new();
        if !c.out_of.is_empty() {
            parts.push(format!("out of {}", md(&self.names.list(&c.out_of))));
        }
        if !c.into.is_empty() {
            parts.push(format!("into {}", md(&self.names.list(&c.into))));
        }
        if parts.is_empty() { "between zones".to_owned() } else { parts.join(", ") }
    }

    pub(super) fn entries(&self) -> Vec<Row> {
        let all = self.report.entries.iter();
        all.map(|e| {
            let number = self.report.flows.iter().find(|f| f.id == e.flow).and_then(|f| f.crossing.as_ref());
            let mut way = md(&format!("{} → {}", self.names.of(&e.sender), self.names.of(&e.receiver)));
            if let Some(c) = number {
                way.push_str(&format!(" (crossing {})", c.number));
            }
            if !e.forward {
                way.push_str(", in an answer");
            }
            let checked = match &e.checked {
                Some(c) => format!("{}: {}", md(&c.at), md(&self.names.controls(&c.controls))),
                None => "**not checked**".to_owned(),
            };
            let brings = match e.data.is_empty() {
                true => words::brings_nothing(self.report, e).to_owned(),
                false => self.list_cell(&e.data),
            };
            vec![way, brings, e.level.to_string(), checked]
        })
        .collect()
    }

    pub(super) fn attackers(&self) -> Vec<Row> {
        let all = self.report.attackers.iter();
        all.map(|a| {
            vec![
                md(&a.label),
                self.list_cell(&a.from),
                cell(&self.names.parts(&a.wants)),
                a.skill.map_or(NONE, |s| s.word()).to_owned(),
                maybe(&a.motive),
                crate::report::paths::counts(a),
            ]
        })
        .collect()
    }

    pub(super) fn register(&self) -> Vec<Row> {
        let all = self.report.threats.iter().enumerate();
        all.map(|(i, t)| {
            let letters = catalog::letters(&t.stride, t.harm);
            vec![
                (i + 1).to_string(),
                format!("[{}](#{})", md(&t.title), t.slug),
                md(&self.names.place(t)),
                letters,
                badge(t.residual.severity),
                t.status.to_string(),
            ]
        })
        .collect()
    }

    pub(super) fn doing(&mut self) {
        self.heading(2, words::QUESTIONS[2]);
        let report = self.report;
        self.heading(3, "Controls");
        let rows: Vec<Row> = report
            .controls
            .iter()
            .map(|c| {
                let label = if c.own && c.label != c.kind_label {
                    format!("{} ({})", md(&c.label), md(&c.kind_label))
                } else {
                    md(&c.label)
                };
                let due = match (&c.due, c.overdue) {
                    (Some(d), true) => format!("{d} (overdue)"),
                    (Some(d), false) => d.clone(),
                    (None, _) => NONE.to_owned(),
                };
                let evidence = match (&c.evidence, &c.verified) {
                    (Some(e), Some(d)) => format!("{}, looked at {d}", md(e)),
                    (Some(e), None) => md(e),
                    (None, Some(d)) => format!("looked at {d}"),
                    (None, None) => NONE.to_owned(),
                };
                vec![
                    Self::tagged(label, &c.tags),
                    c.status.to_string(),
                    cell(&self.names.parts(&c.on)),
                    maybe(&c.owner),
                    due,
                    evidence,
                    maybe(&c.ticket),
                    self.threat_links(&c.counts_for),
                ]
            })
            .collect();
        self.table(
            &["Control", "Status", "Where", "Owner", "Due", "Evidence", "Ticket", "Counts for"],
            &rows,
        );
        self.chokepoints();
        self.heading(3, "Responses");
        let rows: Vec<Row> = report
            .responses
            .iter()
            .map(|r| {
                let threats = if r.threats.is_empty() {
                    format!("{} at {}", md(&r.title), md(&self.names.parts(&r.on)))
                } else {
                    self.threat_links(&r.threats)
                };
                vec![threats, self.response_line(r), md(&answers::state(report, &self.names, r))]
            })
            .collect();
        self.table(&["Threat", "Response", "State"], &rows);
        self.heading(3, "Rules of the house");
        if !report.requirements.is_empty() {
            self.block(words::HOUSE);
        }
        let rows: Vec<Row> = report
            .requirements
            .iter()
            .map(|r| {
                let on = match &r.when {
                    Some(w) => format!("{} when {}", md(&self.names.parts(&r.on)), md(w)),
                    None => md(&self.names.parts(&r.on)),
                };
                let broken = match r.broken.is_empty() {
                    true => "none".to_owned(),
                    false => format!("**{}**", md(&self.names.parts(&r.broken))),
                };
                let kept = match r.kept.len() {
                    0 => NONE.to_owned(),
                    n if n > MANY => words::count(n, "place"),
                    _ => md(&self.names.parts(&r.kept)),
                };
                let mut rule = md(&r.control_label);
                if let Some(l) = &r.location {
                    rule.push_str(&format!("<br/>{}:{}", md(&l.file), l.line));
                }
                vec![Self::tagged(rule, &r.tags), on, broken, kept, maybe(&r.because)]
            })
            .collect();
        self.table(&["Required", "On", "Broken at", "Kept at", "Because"], &rows);
        self.checklist();
    }

    pub(super) fn enough(&mut self) {
        self.heading(2, words::QUESTIONS[3]);
        let report = self.report;
        let s = &report.summary;
        self.heading(3, "What is left");
        let rows: Vec<Row> = sets::effect(report)
            .iter()
            .map(|r| {
                let counts = [r.before, r.now, r.unsettled, r.then];
                std::iter::once(badge(r.level)).chain(counts.map(|n| n.to_string())).collect()
            })
            .collect();
        self.block(format!("{} of {} are open or planned.", s.unsettled, words::count(s.threats, "threat")));
        self.block(format!("By severity: {}. {}", sets::counted(report), words::EFFECT));
        self.table(
            &["Severity", "Before any control", "Now", "Of these open or planned", "With what is planned"],
            &rows,
        );
        self.block(format!("By status: all {}.", words::count(s.threats, "threat")));
        let b = &s.by_status;
        let states = [
            (Status::Open, b.open),
            (Status::Planned, b.planned),
            (Status::Accepted, b.accepted),
            (Status::Transferred, b.transferred),
            (Status::Mitigated, b.mitigated),
            (Status::Tolerated, b.tolerated),
            (Status::Dismissed, b.dismissed),
            (Status::Refined, b.refined),
        ];
        let rows: Vec<Row> = states
            .iter()
            .map(|(st, n)| vec![st.to_string(), n.to_string(), words::status(*st).to_owned()])
            .collect();
        self.table(&["Status", "Threats", "Meaning"], &rows);

        self.heading(3, "Coverage by STRIDE");
        self.block(format!("{} Counted are {}.", words::COVERAGE, sets::counted(report)));
        self.figures(Place::Stride);
        let rows: Vec<Row> = coverage::by_target(report, &self.names)
            .iter()
            .map(|r| {
                let number = r.crossing.map(|n| format!(" (crossing {n})")).unwrap_or_default();
                let cells = r.cells.iter().map(|c| {
                    let open = c.worst.map(|worst| format!("{} {}", words::shape(worst), c.unsettled));
                    let answered = (c.answered > 0).then(|| format!("✓ {}", c.answered));
                    let both: Vec<String> = open.into_iter().chain(answered).collect();
                    if both.is_empty() { "·".to_owned() } else { both.join(" ") }
                });
                std::iter::once(format!("{}{number}", md(&r.name))).chain(cells).collect()
            })
            .collect();
        self.table(&["Where", "S", "T", "R", "I", "D", "E"], &rows);
        let rows: Vec<Row> = coverage::by_letter(report)
            .iter()
            .map(|(letter, found)| {
                let name = format!("{} {}", Stride::letter(*letter), letter.label());
                std::iter::once(name).chain(self.found(found)).collect()
            })
            .collect();
        self.table(&["Letter", "Open or planned", "Answered"], &rows);
        self.heading(3, "Harm to people");
        self.block(format!("{} Counted are {}.", words::HARM, sets::counted(report)));
        let rows: Vec<Row> = coverage::by_harm(report)
            .iter()
            .map(|(harm, found)| std::iter::once(harm.label().to_owned()).chain(self.found(found)).collect())
            .collect();
        if rows.is_empty() {
            self.block(format!("{}.", words::capital(words::NONE_FOUND)));
        } else {
            self.table(&["Harm", "Open or planned", "Answered"], &rows);
        }
        self.heading(3, "Coverage by OWASP Top 10 for LLM Applications 2025");
        self.block(format!("Looked through: {}.", sets::counted(report)));
        let entries = s.owasp_llm_2025.iter().zip(coverage::by_entry(report));
        let rows: Vec<Row> = entries
            .map(|(e, found)| {
                let name = format!("{} {}", md(&e.id), md(&e.title));
                std::iter::once(name).chain(self.found(&found)).collect()
            })
            .collect();
        self.table(&["Entry", "Open or planned", "Answered"], &rows);
        if self.shown(Place::Frameworks).next().is_some() {
            self.heading(3, "Techniques of MITRE ATLAS");
            self.figures(Place::Frameworks);
        }
        self.record();
        self.heading(3, "How the ratings are defined");
        let lines: Vec<String> = words::RATINGS.iter().map(|l| (*l).to_owned()).collect();
        self.list(&lines);
        self.block(format!(
            "The appetite is {}: what is at or under it nobody has to sign for.",
            report.model.appetite
        ));
    }

    /// Two cells: the threats that are open or planned, and those that are answered.
    fn found(&self, found: &coverage::Found) -> [String; 2] {
        if found.is_empty() {
            return [words::NONE_FOUND.to_owned(), NONE.to_owned()];
        }
        let list = |ids: &[String]| {
            let named = ids.iter().filter_map(|id| {
                let t = self.names.threat(id)?;
                let sign = if t.status.is_unsettled() { words::shape(t.residual.severity) } else { "✓" };
                let place = md(&self.names.place(t));
                Some(format!("{sign} {} at {place}: {}", self.threat_link(id), t.status))
            });
            let named: Vec<String> = named.collect();
            if named.is_empty() { NONE.to_owned() } else { named.join("<br/>") }
        };
        [list(&found.unsettled), list(&found.answered)]
    }

    fn record(&mut self) {
        let report = self.report;
        self.tried();
        self.heading(3, "Tests done");
        let rows: Vec<Row> = report
            .tests
            .iter()
            .map(|t| {
                let what = if t.threats.is_empty() {
                    format!("{} at {}", md(&t.title), md(&self.names.parts(&t.on)))
                } else {
                    self.threat_links(&t.threats)
                };
                let result = format!("**{}**", t.result);
                vec![
                    what,
                    result,
                    t.date.as_ref().map_or_else(
                        || NONE.to_owned(),
                        |d| if t.old { format!("{d} (a year ago or more)") } else { d.clone() },
                    ),
                    maybe(&t.by),
                    maybe(&t.with),
                    maybe(&t.evidence),
                    maybe(&t.note),
                ]
            })
            .collect();
        self.table(&["Threat", "Result", "Date", "By", "With", "Evidence", "Note"], &rows);
        self.heading(3, "Questions");
        let rows: Vec<Row> = report
            .questions
            .iter()
            .map(|q| {
                let answer = q.answer.as_deref().map_or_else(|| "**open**".to_owned(), cell);
                let due = match (&q.due, q.overdue) {
                    (Some(d), true) => format!("{d} (overdue)"),
                    (Some(d), false) => d.clone(),
                    (None, _) => NONE.to_owned(),
                };
                vec![md(&q.text), cell(&self.names.parts(&q.about)), maybe(&q.owner), due, answer]
            })
            .collect();
        self.table(&["Question", "About", "Owner", "Due", "Answer"], &rows);
        self.heading(3, "Assumptions that nobody confirmed");
        let open: Vec<String> =
            report.assumptions.iter().filter(|a| a.confirmed.is_none()).map(|a| md(&a.text)).collect();
        if open.is_empty() {
            self.block("None.");
        }
        self.list(&open);
        self.heading(3, "Rules that are switched off");
        let rows: Vec<Row> =
            report.off.iter().map(|o| vec![code(&o.rule), md(&o.title), maybe(&o.because)]).collect();
        self.table(&["Rule", "Threat", "Because"], &rows);
        self.heading(3, "Reviews");
        let rows: Vec<Row> =
            report.reviews.iter().map(|r| vec![r.date.clone(), maybe(&r.by), maybe(&r.note)]).collect();
        self.table(&["Date", "By", "Note"], &rows);
        if let Some(next) = &report.model.next_review {
            let late = if report.model.review_overdue { ", which is over" } else { "" };
            self.block(format!("The next review is due on {next}{late}."));
        }
        if !report.diagnostics.is_empty() {
            self.heading(3, "Remarks on the model");
            let rows: Vec<Row> =
                report.diagnostics.iter().map(|d| vec![code(&d.code), md(&d.message)]).collect();
            self.table(&["Code", "Remark"], &rows);
        }
    }
}
