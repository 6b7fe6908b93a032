//! The report as Markdown that reads well as it stands and in the wikis of GitHub, GitLab and
//! Azure: no raw HTML but `<details>` and `<br/>`, headings whose anchors agree everywhere, blank
//! lines around every block, PNG beside SVG by relative links.

use super::data::*;
use super::names::Names;
use super::prose::{self, code, escape_markdown as md, link_target};
use super::{Picture, Place, answers, sets, words};
use crate::analysis::Status;
use crate::catalog::{self, Stride};
use crate::model::responses::RiskLevel;
use crate::model::{ResponseKind, parts::ControlStatus};
use crate::source::percent_encoded;

mod checklist;
mod paths;
mod tables;

/// The report as Markdown. The first picture is the main one; without any, none is shown.
pub fn write(report: &Report, pictures: &[Picture]) -> String {
    let mut w = Writer { out: String::new(), names: Names::new(report), report, pictures };
    w.head();
    w.building();
    w.wrong();
    w.doing();
    w.enough();
    w.out.truncate(w.out.trim_end().len());
    w.out.push('\n');
    w.out
}

struct Writer<'a> {
    out: String,
    names: Names<'a>,
    report: &'a Report,
    pictures: &'a [Picture],
}

/// Cells that are already Markdown.
type Row = Vec<String>;

const NONE: &str = "–";

/// A cell of plain text.
fn cell(text: &str) -> String {
    if text.trim().is_empty() { NONE.to_owned() } else { md(text) }
}

fn maybe(text: &Option<String>) -> String {
    text.as_deref().map_or_else(|| NONE.to_owned(), cell)
}

fn badge(level: RiskLevel) -> String {
    format!("{} {level}", words::shape(level))
}

impl<'a> Writer<'a> {
    /// The pictures of a part of the report that have a file beside it.
    fn shown(&self, place: Place) -> impl Iterator<Item = &'a Picture> + use<'a> {
        let pictures = self.pictures;
        pictures.iter().filter(move |p| p.place == place && !(p.svg_file.is_empty() && p.png_file.is_empty()))
    }
}

impl Writer<'_> {
    /// A block: a blank line behind it.
    fn block(&mut self, text: impl AsRef<str>) {
        self.out.push_str(text.as_ref());
        self.out.push_str("\n\n");
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.block(format!("{} {text}", "#".repeat(level)));
    }

    fn list(&mut self, items: &[String]) {
        if !items.is_empty() {
            self.block(items.iter().map(|i| format!("- {i}")).collect::<Vec<_>>().join("\n"));
        }
    }

    fn table(&mut self, head: &[&str], rows: &[Row]) {
        if rows.is_empty() {
            return self.block("None.");
        }
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let head: Row = head.iter().map(|h| (*h).to_owned()).collect();
        let rule: Row = head.iter().map(|_| "---".to_owned()).collect();
        let mut lines = vec![line(&head), line(&rule)];
        lines.extend(rows.iter().map(|r| line(r)));
        self.block(lines.join("\n"));
    }

    /// What folds away: the tags and the summary on lines of their own, blank lines around the body.
    fn details(&mut self, summary: &str, body: impl FnOnce(&mut Self)) {
        self.block(format!("<details>\n<summary>{summary}</summary>"));
        body(self);
        self.block("</details>");
    }

    fn threat_link(&self, id: &str) -> String {
        match self.names.threat(id) {
            Some(t) => format!("[{}](#{})", md(&t.title), t.slug),
            None => md(id),
        }
    }

    fn threat_links(&self, ids: &[String]) -> String {
        if ids.is_empty() {
            return NONE.to_owned();
        }
        ids.iter().map(|i| self.threat_link(i)).collect::<Vec<_>>().join(", ")
    }

    fn head(&mut self) {
        let m = &self.report.model;
        if let Some(marking) = &m.marking {
            self.block(format!("**{}**", md(marking)));
        }
        self.heading(1, &md(&m.title));
        let mut line = Vec::new();
        line.extend(m.version.as_ref().map(|v| format!("version {}", md(v))));
        line.extend(m.owner.as_ref().map(|o| format!("owner: {}", md(o))));
        line.extend(m.last_review.as_ref().map(|d| format!("reviewed {d}")));
        line.extend(m.eu_ai_act.map(|c| format!("EU AI Act: {}", words::ai_act(c))));
        line.push(format!("catalog {}", md(&self.report.catalog)));
        line.push(format!("Trustline {}", self.report.tool));
        self.block(line.join(" · "));
        self.block(format!("**{}**", words::verdict(self.report)));
        self.block(sets::register(self.report));
        let ratings = words::ratings(self.report);
        if !ratings.is_empty() {
            self.block(ratings);
        }
        let worst: Vec<String> = self
            .report
            .summary
            .worst
            .iter()
            .filter_map(|id| self.names.threat(id))
            .map(|t| {
                let place = md(&self.names.place(t));
                let planned = if t.status == Status::Planned { ", planned for" } else { "" };
                format!(
                    "{}: [{}](#{}) at {place}{planned}.",
                    badge(t.residual.severity),
                    md(&t.title),
                    t.slug
                )
            })
            .collect();
        self.list(&worst);
        let links: Vec<String> = words::QUESTIONS
            .iter()
            .map(|q| {
                let anchor: String = q
                    .to_lowercase()
                    .chars()
                    .filter_map(|c| match c {
                        ' ' => Some('-'),
                        c if c.is_alphanumeric() => Some(c),
                        _ => None,
                    })
                    .collect();
                format!("[{q}](#{anchor})")
            })
            .collect();
        self.block(links.join(" · "));
    }

    fn building(&mut self) {
        self.heading(2, words::QUESTIONS[0]);
        let report = self.report;
        if !report.model.about.trim().is_empty() {
            self.block(prose::markdown(&report.model.about));
        }
        // A picture that has no file beside the report can't be shown.
        let shown: Vec<&Picture> = self.shown(Place::Building).collect();
        for (n, p) in shown.iter().enumerate() {
            // The first is the model's, whose title stands above.
            if n > 0 {
                self.heading(3, &format!("Picture: {}", md(&p.title)));
            }
            self.picture(p);
        }
        if !shown.is_empty() {
            self.block(words::how_to_read(shown.len()));
        }
        self.parts();
        self.heading(3, "Entry points");
        self.block("Every way by which content comes in from lower trust, and where it is first checked.");
        let rows = self.entries();
        self.table(&["Way in", "Brings", "Can come from", "First checked"], &rows);
        self.heading(3, "Attackers");
        let rows = self.attackers();
        if rows.is_empty() {
            self.block(md(&super::paths::none_declared(report, &self.names)));
        } else {
            self.table(&["Attacker", "Stands at", "Wants", "Skill", "Motive", "Ways there"], &rows);
        }
        self.heading(3, "Assumptions");
        let rows = report
            .assumptions
            .iter()
            .map(|a| vec![md(&a.text), cell(&self.names.parts(&a.about)), confirmed(a), maybe(&a.owner)]);
        let rows: Vec<Row> = rows.collect();
        self.table(&["Assumption", "About", "Confirmed by", "Owner"], &rows);
    }

    fn picture(&mut self, p: &Picture) {
        let (svg, png) = (percent_encoded(&p.svg_file), percent_encoded(&p.png_file));
        let title = md(&p.title);
        self.block(match (png.as_str(), svg.as_str()) {
            (png, "") => format!("![{title}](./{png})"),
            ("", svg) => format!("![{title}](./{svg})"),
            (png, svg) => format!("[![{title}](./{png})](./{svg})"),
        });
        if !p.about.trim().is_empty() {
            self.block(prose::markdown(&p.about));
        }
    }

    /// All pictures of a part of the report that is no diagram.
    fn figures(&mut self, place: Place) {
        for p in self.shown(place) {
            self.picture(p);
        }
    }

    fn wrong(&mut self) {
        self.heading(2, words::QUESTIONS[1]);
        self.block(format!("Threats by likelihood and impact: {}.", sets::counted(self.report)));
        self.figures(Place::Risk);
        self.matrix("Before any control", &self.report.summary.matrix.inherent.clone());
        self.matrix("With the controls in force", &self.report.summary.matrix.residual.clone());
        self.heading(3, "Register");
        self.block(sets::register(self.report));
        let rows = self.register();
        self.table(&["#", "Threat", "Where", "STRIDE or H", "Severity now", "Status"], &rows);
        self.paths();
        let report = self.report;
        let (live, closed): (Vec<&Threat>, Vec<&Threat>) =
            report.threats.iter().partition(|t| t.status.is_unsettled());
        self.heading(3, "Open and planned");
        if live.is_empty() {
            self.block("None.");
        }
        for t in live {
            self.card(t);
        }
        self.heading(3, "Answered");
        if closed.is_empty() {
            self.block("None.");
        }
        for t in closed {
            // The heading stays outside, so that links to it work where details do not unfold.
            self.heading(4, &t.slug);
            let summary = format!("{} – {}", md(&t.title), t.status);
            self.details(&summary, |w| w.card_body(t));
        }
    }

    fn matrix(&mut self, title: &str, matrix: &Matrix) {
        self.heading(3, title);
        let rows: Vec<Row> = (1..=5u8)
            .rev()
            .map(|l| {
                let counts = matrix.get(usize::from(l) - 1).copied().unwrap_or_default();
                let mut row = vec![format!("**likelihood {l}**")];
                row.extend((1..=5u8).zip(counts).map(|(i, n)| {
                    let shape = words::shape(RiskLevel::of(l * i));
                    if n == 0 { "·".to_owned() } else { format!("{shape} {n}") }
                }));
                row
            })
            .collect();
        self.table(&["", "impact 1", "impact 2", "impact 3", "impact 4", "impact 5"], &rows);
    }

    fn card(&mut self, t: &Threat) {
        // The heading is the slug alone: its anchor is the same in every dialect.
        self.heading(4, &t.slug);
        self.block(format!("**{}**", md(&t.title)));
        self.card_body(t);
    }

    fn card_body(&mut self, t: &Threat) {
        let n = |ids: &[String]| md(&self.names.list(ids));
        let (family, classes) = catalog::classed(&t.stride, t.harm);
        let mut facts = vec![
            format!("Severity: {}; {}", badge(t.residual.severity), words::rating(t)),
            format!("Band: {}, as {}", t.band, words::band(t)),
            format!("Rated by: {}", words::rated_by(t.rated)),
            format!("Status: {} – {}", t.status, words::status(t.status)),
            format!("Where: {}", md(&self.names.place(t))),
            format!("{family}: {classes}"),
        ];
        for (what, list) in [("Family", &t.family), ("Tags", &t.tags)] {
            if !list.is_empty() {
                facts.push(format!("{what}: {}", md(&list.join(", "))));
            }
        }
        if t.confirmed {
            facts.push("Confirmed: a control that would lower it is known to be missing".to_owned());
        }
        if !t.stakes.is_empty() {
            facts.push(format!("At stake: {}", n(&t.stakes)));
        }
        // Nobody starts harm.
        if t.harm.is_none() {
            let starts = if t.start.outside { "outside the zone".to_owned() } else { n(&t.start.elements) };
            facts.push(format!("Starts at: {starts}"));
        }
        if !t.path.is_empty() {
            let one = if t.start.elements.len() > 1 { "for example " } else { "" };
            facts.push(format!("Path: {one}{}", md(&self.names.path(&t.path))));
        }
        if let Some(finer) = &t.refined_by {
            facts.push(format!("Taken over by: {}", self.threat_link(finer)));
        }
        if !t.refines.is_empty() {
            facts.push(format!("Takes the place of: {}", self.threat_links(&t.refines)));
        }
        for r in [t.response, t.rating].into_iter().flatten().filter_map(|r| self.report.responses.get(r)) {
            facts.push(format!("Response: {}", self.response_line(r)));
            if r.kind == ResponseKind::Mitigate {
                facts.push(format!("State of it: {}", md(&answers::state(self.report, &self.names, r))));
            }
        }
        self.list(&facts);
        if !t.because.is_empty() {
            self.block("**Why it arises**");
            let facts: Vec<String> = t.because.iter().map(|f| format!("{}.", md(&f.text))).collect();
            self.list(&facts);
        }
        self.block(format!("**{}**", words::scenario(t)));
        self.block(prose::markdown(&prose::of(&t.scenario)));
        self.block("**What to do about it**");
        self.block(prose::markdown(&prose::of(&t.mitigation)));
        if !t.closed_by.is_empty() {
            let label = |c: &String| md(&self.names.control(c));
            let lead = words::closing(&t.closed_by);
            let mut sets: Vec<String> = t
                .closed_by
                .iter()
                .map(|set| words::and(&set.iter().map(label).collect::<Vec<_>>()))
                .collect();
            if t.closed_by.iter().all(|s| s.len() == 1) {
                self.block(format!("{lead}: {}.", words::or(&sets)));
            } else if let [one] = sets.as_mut_slice() {
                self.block(format!("{lead}: {one}."));
            } else {
                self.block(format!("{lead}:"));
                self.list(&sets);
            }
        }
        self.sum(t);
        self.credits(t);
        self.trying(t);
        if !t.refs.is_empty() {
            let all: usize = t.refs.values().map(Vec::len).sum();
            self.details(&format!("References ({all})"), |w| w.block(w.references(t)));
        }
        let mut source = format!("{} from rule {}", code(&t.id), code(&t.rule));
        if let Some(l) = &t.location {
            source.push_str(&format!(" · {}:{}:{}", md(&l.file), l.line, l.column));
        }
        self.block(source);
    }

    fn sum(&mut self, t: &Threat) {
        let rows: Vec<Row> = t
            .sum
            .iter()
            .map(|s| {
                let because =
                    if s.forecast { format!("{} (forecast)", md(&s.because)) } else { md(&s.because) };
                vec![s.of.to_owned(), format!("{:+}", s.change), s.result.to_string(), because]
            })
            .collect();
        self.block("**How the rating came about**");
        if !rows.is_empty() {
            self.table(&["Of", "Change", "Gives", "Because"], &rows);
        }
        self.block(words::DREAD);
        let parts = t.dread.told(&t.dread_because);
        let rows: Vec<Row> =
            parts.iter().map(|(part, n, why)| vec![(*part).to_owned(), n.to_string(), md(why)]).collect();
        self.table(&["Part", "Value", "Because"], &rows);
    }

    fn credits(&mut self, t: &Threat) {
        let credited: Vec<String> = t
            .credited
            .iter()
            .map(|c| {
                let when = if c.in_force { "counts" } else { "will count" };
                let steps = words::count(usize::from(c.steps), "step");
                let (name, place) = (self.names.control(&c.control), self.names.part(&c.on));
                format!(
                    "{} on {} {when}, {steps} off the {}: {}",
                    md(&name),
                    md(&place),
                    c.lowers,
                    md(&c.because)
                )
            })
            .collect();
        let uncredited = t.uncredited.iter().map(|c| {
            let (name, place) = (self.names.control(&c.control), self.names.part(&c.on));
            format!("{} on {} does not count: {}", md(&name), md(&place), md(&c.because))
        });
        let all: Vec<String> = credited.into_iter().chain(uncredited).collect();
        if !all.is_empty() {
            self.block("**Controls**");
            self.list(&all);
        }
    }

    fn references(&self, t: &Threat) -> String {
        let known =
            |f: &str, id: &str| self.report.references.iter().find(|r| r.framework == f && r.id == id);
        let one = |f: &String, id: &String| {
            let r = known(f, id);
            let title = r.and_then(|r| r.title.as_ref()).map(|t| format!(" {}", md(t))).unwrap_or_default();
            let of = r.map_or_else(|| f.clone(), Reference::source);
            let text = format!("{} {}{title}", md(&of), md(id));
            match r.and_then(|r| r.url.as_ref()).filter(|u| prose::is_allowed(u)) {
                Some(url) => format!("[{text}]({})", link_target(url)),
                None => text,
            }
        };
        let all = t.refs.iter().flat_map(|(f, ids)| ids.iter().map(move |id| (f, id)));
        all.map(|(f, id)| format!("- {}", one(f, id))).collect::<Vec<_>>().join("\n")
    }

    fn response_line(&self, r: &Response) -> String {
        let mut parts = vec![words::response(r.kind).to_owned()];
        parts.extend(r.to.as_ref().map(|t| format!("to {}", md(t))));
        if !r.with.is_empty() {
            parts.push(format!("with {}", md(&self.names.controls(&r.with))));
        }
        // Only what was rated: the other value stays the catalog's.
        parts.extend(r.likelihood.map(|l| format!("likelihood {l}")));
        parts.extend(r.impact.map(|i| format!("impact {i}")));
        parts.extend(r.by.as_ref().map(|b| format!("by {}", md(b))));
        parts.extend(r.owner.as_ref().map(|o| format!("owner {}", md(o))));
        parts.extend(r.at.map(|a| format!("up to {a}")));
        parts.extend(r.until.as_ref().map(|u| format!("until {u}")));
        parts.extend(r.due.as_ref().map(|d| format!("due {d}{}", if r.overdue { " (overdue)" } else { "" })));
        parts.extend(r.ticket.as_ref().map(|t| format!("ticket {}", md(t))));
        parts.extend(r.because.as_ref().map(|b| format!("because: {}", md(b))));
        parts.join(", ")
    }
}

fn confirmed(a: &Assumption) -> String {
    a.confirmed.as_deref().map_or_else(|| "**not confirmed**".to_owned(), cell)
}
