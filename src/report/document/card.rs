//! One threat with everything that is known of it: first what a reader decides by, then, folded, how it was
//! worked out.

use super::page::{Page, badge};
use super::{Block, Line, prose};
use crate::analysis::Prose;
use crate::catalog;
use crate::model::ResponseKind;
use crate::report::data::{Part, Response, Threat};
use crate::report::words::card::{self as said, head};
use crate::report::{answers, evidence, words};

impl Page<'_> {
    pub(super) fn card(&mut self, t: &Threat) {
        // The heading is the slug alone: its anchor is the same in every program.
        let anchor = self.card_anchor(t);
        self.target(4, &anchor);
        let place = self.names.place(t);
        self.paragraph(Line::new().strong(&t.title).then(format!(" – {place}")));
        let facts = self.facts(t);
        self.list(facts);
        self.labelled(words::card::scenario(t), &t.scenario);
        self.labelled(head::MITIGATION, &t.mitigation);
        self.closing(t);
        self.trying(t);
        self.details(head::SUM, |p| p.sum(t));
        let (id, rule) = (Line::new().code(&t.id), Line::new().code(&t.rule));
        let mut source = Line::filled(said::SOURCE, &[("threat", id), ("rule", rule)]);
        if let Some(l) = &t.location {
            source = source.then(format!(" · {}:{}:{}", l.file, l.line, l.column));
        }
        self.paragraph(source);
    }

    /// A rule's prose behind a word that says what it is.
    fn labelled(&mut self, label: &str, text: &Prose) {
        let mut blocks = prose::of(text);
        let label = Line::new().strong(label).then(":");
        match blocks.first_mut() {
            Some(Block::Paragraph(first)) => *first = label.then(" ").then(std::mem::take(first)),
            Some(_) => blocks.insert(0, Block::Paragraph(label)),
            None => return,
        }
        self.blocks(blocks);
    }

    fn facts(&self, t: &Threat) -> Vec<Line> {
        let n = |ids: &[String]| self.names.list(ids);
        let (family, classes) = catalog::classed(&t.stride, t.harm);
        let mut facts: Vec<Line> = vec![
            Line::filled(&said::rating(t), &[("severity", Line::new().strong(badge(t.residual.severity)))]),
            format!("{}: {} – {}", head::STATUS, t.status, words::status(t.status)).into(),
            format!("{}: {}", head::OWNER, words::first::owner(t)).into(),
            format!("{family}: {classes}").into(),
        ];
        if !t.because.is_empty() {
            let because: Vec<&str> = t.because.iter().map(|f| f.text.as_str()).collect();
            facts.push(format!("{}: {}", head::BECAUSE, because.join("; ")).into());
        }
        if t.confirmed {
            facts.push(format!("{}: {}", head::CONFIRMED, said::CONFIRMED).into());
        }
        if !t.stakes.is_empty() {
            facts.push(format!("{}: {}", head::STAKES, n(&t.stakes)).into());
        }
        // Nobody starts harm.
        if t.harm.is_none() {
            let starts = if t.start.outside { said::OUTSIDE.to_owned() } else { n(&t.start.elements) };
            facts.push(format!("{}: {starts}", head::START).into());
        }
        if !t.path.is_empty() {
            let path = said::path(&self.names.path(&t.path), t.start.elements.len() > 1);
            facts.push(format!("{}: {path}", head::PATH).into());
        }
        if !t.refines.is_empty() {
            facts.push(Line::from(format!("{}: ", head::REFINES)).then(self.threats(&t.refines)));
        }
        for r in [t.response, t.rating].into_iter().flatten().filter_map(|r| self.report.responses.get(r)) {
            facts.push(format!("{}: {}", head::RESPONSE, self.response(r)).into());
            if r.kind == ResponseKind::Mitigate {
                facts.push(format!("{}: {}", head::STATE, answers::state(self.report, self.names, r)).into());
            }
        }
        for (what, list) in [(head::FAMILY, &t.family), (head::TAGS, &t.tags)] {
            if !list.is_empty() {
                facts.push(format!("{what}: {}", list.join(", ")).into());
            }
        }
        facts
    }

    /// What would close it.
    fn closing(&mut self, t: &Threat) {
        if t.closed_by.is_empty() {
            return;
        }
        let lead = words::card::closing(&t.closed_by);
        let set =
            |set: &Vec<String>| words::and(&set.iter().map(|c| self.names.control(c)).collect::<Vec<_>>());
        let sets: Vec<String> = t.closed_by.iter().map(set).collect();
        if t.closed_by.iter().all(|s| s.len() == 1) {
            self.paragraph(format!("{lead}: {}.", words::or(&sets)));
        } else if let [one] = sets.as_slice() {
            self.paragraph(format!("{lead}: {one}."));
        } else {
            self.paragraph(format!("{lead}:"));
            self.list(sets.into_iter().map(Line::from));
        }
    }

    /// How it is tried, and what came of that.
    fn trying(&mut self, t: &Threat) {
        let probes: Vec<Line> = evidence::probes(self.report, t).iter().map(probe).collect();
        match probes.len() {
            0 => self.paragraph(Line::new().strong(head::TRY).then(": ").then(words::trying::BY_HAND)),
            n => self.details(format!("{} ({n})", head::TRY), |p| p.list(probes)),
        }
        let tests = t.tests.iter().filter_map(|i| self.report.tests.get(*i));
        let told = tests.map(|t| {
            Line::from(format!("{}: ", head::TRIED))
                .strong(t.result.to_string())
                .then(format!(", {}", words::trying::told(t)))
        });
        let told: Vec<Line> = told.collect();
        self.list(told);
    }

    /// The steps to the rating, the controls, DREAD, references.
    fn sum(&mut self, t: &Threat) {
        let mut lines: Vec<Line> = Vec::new();
        for s in &t.sum {
            lines.push(said::step(s).into());
        }
        lines.push(said::band(t).into());
        let told = |form: &str, control: &str, on: &Part, why: &String| -> Line {
            let (control, place) = (self.names.control(control), self.names.part(on));
            words::fill(form, &[("control", &control), ("place", &place), ("why", why)]).into()
        };
        lines.extend(t.credited.iter().map(|c| told(&said::counts(c), &c.control, &c.on, &c.because)));
        lines.extend(t.uncredited.iter().map(|c| told(said::DOES_NOT_COUNT, &c.control, &c.on, &c.because)));
        let parts = t.dread.told(&t.dread_because);
        let parts: Vec<String> = parts.iter().map(|(part, n, why)| format!("{part} {n} ({why})")).collect();
        lines.push(format!("{} {}", words::ratings::DREAD, parts.join(", ")).into());
        self.list(lines);
    }

    /// A response in one line.
    pub(super) fn response(&self, r: &Response) -> String {
        answers::line(self.names, r)
    }
}

fn probe(p: &evidence::Probe) -> Line {
    let name = Line::from(format!("{} ", p.tool)).code(&p.id);
    let name = match &p.title {
        Some(title) => name.then(format!(" {title}")),
        None => name,
    };
    match (&p.call, &p.url) {
        (Some(call), _) => name.then(": ").code(call),
        (None, Some(url)) => Line::new().outer(url, name),
        (None, None) => name,
    }
}
