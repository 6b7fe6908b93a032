//! Rows of the register and cards of threats, written without the template engine: there can be thousands of them.
//!
//! A theme's own component `card` takes the place of ours, and its own small components (`badge`, `none`, `probe`)
//! stand in ours: they are asked once for each form that they can take ([`Pieces`]). In a report of many threats
//! ([`sets::is_long`]) a card leaves to the section of its rule what all threats of the rule share.

use super::Fault;
use super::context;
use super::engine;
use crate::analysis::{Piece, Prose, Status};
use crate::model::ResponseKind;
use crate::model::responses::RiskLevel;
use crate::report::data::{Report, Threat};
use crate::report::names::Names;
use crate::report::prose;
use crate::report::words::card::{self as said, head};
use crate::report::{answers, evidence, sets, words};
use crate::theme::Theme;
use crate::threads::in_blocks;
use indexmap::IndexMap;
use serde_json::{Value, json};
use std::collections::HashMap;
use tera::{Context, Tera};

/// How many threats are written at a time.
const BLOCK: usize = 128;

/// What templates call the rows, the cards of the worst and the other cards.
pub(super) const PLACES: [&str; 3] = ["rows_html", "worst_cards_html", "other_cards_html"];

/// All that is written of threats one by one.
#[derive(Default)]
pub(super) struct Written {
    /// The rows of the register.
    pub rows: String,
    /// The cards of the worst.
    pub worst: String,
    /// The other cards.
    pub others: String,
    /// The single cards, for a theme that calls the component `card` itself.
    pub single: HashMap<String, String>,
}

/// What small components make of each form that they can take.
struct Pieces {
    none: String,
    badges: [String; 4],
    /// By rule: how to try it, as items of a list.
    probes: HashMap<String, String>,
}

impl Pieces {
    fn new(tera: &Tera, report: &Report) -> tera::TeraResult<Pieces> {
        let ask = |name: &str, given: &Value| {
            let context = Context::from_serialize(given)?;
            tera.render_component(name, &context, None, true)
        };
        let badge = |level: RiskLevel| ask("badge", &json!({ "severity": level }));
        let mut probes = HashMap::new();
        for t in report.threats.iter().filter(|t| t.status.is_unsettled()) {
            if !probes.contains_key(&t.rule) {
                let mut items = String::new();
                for probe in evidence::probes(report, t) {
                    items.push_str(&format!("<li>{}", ask("probe", &json!({ "of": probe }))?));
                }
                probes.insert(t.rule.clone(), items);
            }
        }
        Ok(Pieces {
            none: ask("none", &json!({}))?,
            badges: [
                badge(RiskLevel::Low)?,
                badge(RiskLevel::Medium)?,
                badge(RiskLevel::High)?,
                badge(RiskLevel::Critical)?,
            ],
            probes,
        })
    }

    fn badge(&self, level: RiskLevel) -> &str {
        let [low, medium, high, critical] = &self.badges;
        match level {
            RiskLevel::Low => low,
            RiskLevel::Medium => medium,
            RiskLevel::High => high,
            RiskLevel::Critical => critical,
        }
    }
}

/// Writes all rows and cards.
///
/// # Errors
/// What is wrong with a theme's components.
pub(super) fn write(
    tera: &Tera,
    report: &Report,
    names: &Names<'_>,
    theme: &Theme,
) -> Result<Written, Vec<Fault>> {
    let faults = |e: tera::Error| engine::faults(&e, theme);
    let pieces = Pieces::new(tera, report).map_err(faults)?;
    let own = engine::defines(theme, "card");
    let w = Writer { report, names, pieces: &pieces, long: sets::is_long(report), told: told(report) };
    let given = if own { Some(w.shared().map_err(faults)?) } else { None };
    let block = |forms: &mut Forms, range: std::ops::Range<usize>| {
        let mut out = (String::new(), Vec::new());
        let mine = report.threats.get(range.clone()).unwrap_or_default();
        for (n, t) in range.zip(mine) {
            w.row(&mut out.0, n + 1, t);
            let mut card = String::with_capacity(if w.long { 1 << 11 } else { 1 << 12 });
            match &given {
                None => w.card(&mut card, forms, t),
                Some(given) => card = w.own_card(tera, given, t)?,
            }
            out.1.push(card);
        }
        Ok(out)
    };
    let (blocks, _) = in_blocks(report.threats.len(), BLOCK, Forms::default(), Forms::default, block);
    let mut all = Written::default();
    // Only a theme that brings templates can call for a single card.
    let single = !theme.templates.is_empty() && !own;
    let mut threats = report.threats.iter();
    for done in blocks {
        let (rows, cards): (String, Vec<String>) = done.map_err(faults)?;
        all.rows.push_str(&rows);
        for (card, t) in cards.into_iter().zip(&mut threats) {
            let list = if report.summary.worst.contains(&t.id) { &mut all.worst } else { &mut all.others };
            list.push('\n');
            list.push_str(&card);
            if single {
                all.single.insert(t.id.clone(), card);
            }
        }
    }
    Ok(all)
}

struct Writer<'a> {
    report: &'a Report,
    names: &'a Names<'a>,
    pieces: &'a Pieces,
    /// Whether what threats of a rule share stands with the rule alone.
    long: bool,
    /// By rule: the first threat whose card tells what the rule says. Cards of others that are settled lead there.
    told: HashMap<&'a str, &'a Threat>,
}

/// The first threat of each rule that somebody still has to do something about, else the first of all.
fn told(report: &Report) -> HashMap<&str, &Threat> {
    let (open, settled): (Vec<&Threat>, Vec<&Threat>) =
        report.threats.iter().partition(|t| t.status.is_unsettled());
    let mut told = HashMap::new();
    for t in open.into_iter().chain(settled) {
        told.entry(t.rule.as_str()).or_insert(t);
    }
    told
}

/// A pair of a list, with the classes of its head and of its text, which is written in place.
fn pair(out: &mut String, [dt, dd]: [&str; 2], name: &str, text: impl FnOnce(&mut String)) {
    let begin = |out: &mut String, tag: &str, class: &str| match class {
        "" => out.push_str(&format!("<{tag}>")),
        class => out.push_str(&format!("<{tag} class=\"{class}\">")),
    };
    begin(out, "dt", dt);
    out.push_str(name);
    begin(out, "dd", dd);
    text(out);
    out.push('\n');
}

/// Classes of what stands on each card, and of what paper has no room for before the appendix.
const PLAIN: [&str; 2] = ["", ""];
const EXTRA: [&str; 2] = ["extra", ""];

impl Writer<'_> {
    fn row(&self, out: &mut String, rank: usize, t: &Threat) {
        let status = t.status.word();
        out.push_str("\n<tr data-threat=\"");
        push_text(out, &t.slug);
        out.push_str(&format!("\" class=\"{status}\"><td>{rank}<th scope=\"row\"><a href=\"#"));
        push_text(out, &t.slug);
        out.push_str("\">");
        push_text(out, &t.title);
        out.push_str("</a><div class=\"id\">");
        push_text(out, &t.id);
        out.push_str("</div><td>");
        push_text(out, &self.names.place(t));
        out.push_str("<td>");
        for s in &t.stride {
            out.push_str(&format!("<abbr title=\"{}\">{}</abbr>", words::plain(s.word()), s.letter()));
        }
        if let Some(harm) = t.harm {
            out.push_str(&format!("<abbr title=\"{}: ", head::HARM));
            push_text(out, harm.label());
            out.push_str("\">H</abbr>");
        }
        out.push_str("<td>");
        out.push_str(self.pieces.badge(t.residual.severity));
        out.push_str(&format!("<td class=\"status {status}\">{status}<td>"));
        self.or_none(out, &answers::told(self.report, self.names, t));
        out.push_str("<td>");
        self.or_none(out, t.owner.as_ref().map_or("", |o| &o.name));
    }

    fn or_none(&self, out: &mut String, text: &str) {
        match text {
            "" => out.push_str(&self.pieces.none),
            text => push_text(out, text),
        }
    }

    fn card(&self, out: &mut String, forms: &mut Forms, t: &Threat) {
        let (severity, status) = (t.residual.severity, t.status.word());
        out.push_str(&format!("<details class=\"card {severity}\" id=\""));
        push_text(out, &t.slug);
        out.push_str(if is_open(t) { "\" open>\n" } else { "\">\n" });
        out.push_str("<summary><h4>");
        push_text(out, &t.title);
        out.push_str("</h4><span class=\"line\">");
        out.push_str(self.pieces.badge(severity));
        out.push_str(&format!(" <span class=\"status {status}\">{status}</span>"));
        if t.confirmed {
            out.push_str(&format!(" <span class=\"status confirmed\">{}</span>", said::IS_CONFIRMED));
        }
        out.push_str(" <span>");
        push_text(out, &self.names.place(t));
        out.push_str("</span>");
        if t.status != Status::Open {
            let answer = answers::told(self.report, self.names, t);
            if !answer.is_empty() {
                out.push_str(" <span class=\"answer\">");
                push_text(out, &answer);
                out.push_str("</span>");
            }
        }
        out.push_str("</span></summary>\n<div class=\"body\">\n<dl>\n");
        self.facts(out, t);
        out.push_str("</dl>\n");
        if !t.because.is_empty() {
            part(out, head::BECAUSE, |out| {
                out.push_str("<ul>");
                for f in &t.because {
                    out.push_str("<li>");
                    push_text(out, &f.text);
                    out.push('.');
                }
                out.push_str("</ul>");
            });
        }
        let teller = self.told.get(t.rule.as_str()).filter(|of| of.id != t.id && !t.status.is_unsettled());
        match teller {
            _ if self.long => {}
            Some(of) => {
                let (slug, place) = (escaped(&of.slug), escaped(&self.names.place(of)));
                let place = format!("<a href=\"#{slug}\">{place}</a>");
                let told = words::fill(&said::as_at(t), &[("place", &place)]);
                out.push_str(&format!("<p class=\"as\">{told}</p>\n"));
            }
            None => {
                for (title, text) in
                    [(words::card::scenario(t), &t.scenario), (head::MITIGATION, &t.mitigation)]
                {
                    out.push_str(&format!("<div class=\"part told\"><h5>{title}</h5><div class=\"prose\">"));
                    forms.push(out, text);
                    out.push_str("</div></div>\n");
                }
            }
        }
        self.closing(out, t);
        self.credits(out, t);
        if t.status.is_unsettled() && !self.long {
            out.push_str(&format!("<div class=\"part extra\"><h5>{}</h5>", head::TRY));
            match self.pieces.probes.get(&t.rule).map_or("", String::as_str) {
                "" => out.push_str(&format!("<p>{}</p>", words::trying::BY_HAND)),
                items => out.push_str(&format!("<ul>{items}</ul>")),
            }
            out.push_str("</div>\n");
        }
        let tried: Vec<_> = t.tests.iter().filter_map(|n| self.report.tests.get(*n)).collect();
        if !tried.is_empty() {
            part(out, head::TRIED, |out| {
                out.push_str("<ul>");
                for test in tried {
                    out.push_str(&format!("<li><b>{}</b>: ", test.result));
                    push_text(out, &words::trying::told(test));
                }
                out.push_str("</ul>");
            });
        }
        self.source(out, t);
        out.push_str("</div>\n</details>");
    }

    fn facts(&self, out: &mut String, t: &Threat) {
        let text =
            |out: &mut String, name: &str, text: &str| pair(out, PLAIN, name, |out| push_text(out, text));
        let extra = |out: &mut String, name: &str, text: &str| {
            if !self.long {
                pair(out, EXTRA, name, |out| push_text(out, text));
            }
        };
        text(out, head::SEVERITY, &said::rating_and_band(t));
        text(out, head::LIKELIHOOD, &words::ratings::why(t, "likelihood"));
        text(out, head::IMPACT, &words::ratings::why(t, "impact"));
        let (owner, owned) = (words::first::owner(t), t.owner.is_some());
        pair(out, PLAIN, head::OWNER, |out| strong(out, &owner, !owned));
        if t.confirmed {
            extra(out, head::CONFIRMED, said::CONFIRMED);
        }
        match t.harm {
            Some(harm) => text(out, head::HARM, harm.label()),
            // The register says it too.
            None if self.long => {}
            None => {
                let letters: Vec<String> = t.stride.iter().map(|s| words::plain(s.word())).collect();
                pair(out, EXTRA, head::STRIDE, |out| push_text(out, &letters.join(", ")));
            }
        }
        for (name, list) in [(head::FAMILY, &t.family), (head::TAGS, &t.tags)] {
            if !list.is_empty() {
                text(out, name, &list.join(", "));
            }
        }
        if !t.stakes.is_empty() {
            text(out, head::STAKES, &self.names.list(&t.stakes));
        }
        if t.harm.is_none() {
            match t.start.outside {
                true => text(out, head::START, said::OUTSIDE),
                false => text(out, head::START, &self.names.list(&t.start.elements)),
            }
        }
        if !t.path.is_empty() {
            let path = said::path(&self.names.path(&t.path), t.start.elements.len() > 1);
            pair(out, ["", "path"], head::PATH, |out| push_text(out, &path));
        }
        if let Some(by) = &t.refined_by {
            pair(out, PLAIN, head::REFINED_BY, |out| self.link(out, by));
        }
        if !t.refines.is_empty() {
            pair(out, PLAIN, head::REFINES, |out| {
                for (n, id) in t.refines.iter().enumerate() {
                    out.push_str(if n > 0 { "; " } else { "" });
                    self.link(out, id);
                }
            });
        }
        self.sum(out, t);
        for r in [t.response, t.rating].into_iter().flatten().filter_map(|r| self.report.responses.get(r)) {
            text(out, head::RESPONSE, &answers::line(self.names, r));
            if r.kind == ResponseKind::Mitigate {
                text(out, head::STATE, &answers::state(self.report, self.names, r));
            }
        }
    }

    /// A link to the card of a threat.
    fn link(&self, out: &mut String, id: &str) {
        let Some(t) = self.names.threat(id) else { return push_text(out, id) };
        out.push_str("<a href=\"#");
        push_text(out, &t.slug);
        out.push_str("\">");
        push_text(out, &t.title);
        out.push_str("</a>");
    }

    fn closing(&self, out: &mut String, t: &Threat) {
        if t.closed_by.is_empty() {
            return;
        }
        out.push_str(&format!("<div class=\"close\"><p>{}:</p><ul>", words::card::closing(&t.closed_by)));
        for (first, with) in alike(&t.closed_by) {
            let mut controls = String::new();
            for (n, control) in first.iter().enumerate() {
                controls.push_str(words::between(n, first.len()));
                strong(&mut controls, &self.names.control(control), true);
            }
            let with: Vec<String> = with.iter().map(|c| self.names.control(c)).collect();
            if !with.is_empty() {
                let others = escaped(&words::or(&with));
                controls = words::fill(said::WITH, &[("control", &controls), ("others", &others)]);
            }
            out.push_str("<li>");
            out.push_str(&controls);
        }
        out.push_str("</ul></div>\n");
    }

    fn credits(&self, out: &mut String, t: &Threat) {
        if t.credited.is_empty() && t.uncredited.is_empty() {
            return;
        }
        part(out, head::CONTROLS, |out| {
            // The sheet puts a sign before each, which says what the words say.
            let told = |out: &mut String, class: &str, form: &str, control: &str, place: &str, why: &str| {
                let control = format!("<b>{}</b>", escaped(&self.names.control(control)));
                let (place, why) = (escaped(place), escaped(why));
                let told = words::fill(form, &[("control", &control), ("place", &place), ("why", &why)]);
                out.push_str(&format!("<li{class}>{told}"));
            };
            out.push_str("<ul class=\"credits\">");
            for c in &t.credited {
                let class = if c.in_force { " class=\"yes\"" } else { " class=\"due\"" };
                told(out, class, &said::counts(c), &c.control, &self.names.part(&c.on), &c.because);
            }
            // The same control without effect at several places is one line.
            let mut idle: IndexMap<(&str, &str), Vec<String>> = IndexMap::new();
            for c in &t.uncredited {
                idle.entry((&c.control, &c.because)).or_default().push(self.names.part(&c.on));
            }
            for ((control, because), places) in idle {
                told(out, "", said::DOES_NOT_COUNT, control, &words::and(&places), because);
            }
            out.push_str("</ul>");
        });
    }

    /// The forecast, and the rating in the terms of DREAD.
    fn sum(&self, out: &mut String, t: &Threat) {
        for s in t.sum.iter().filter(|s| s.forecast) {
            pair(out, EXTRA, head::FORECAST, |out| push_text(out, &said::forecast(s)));
        }
        pair(out, EXTRA, head::DREAD, |out| {
            // Why stands once for all cards, with how ratings are defined.
            for (n, (name, value, _)) in t.dread.told(&t.dread_because).into_iter().enumerate() {
                let name =
                    if self.long { name.get(..1).unwrap_or(name).to_owned() } else { name.to_lowercase() };
                out.push_str(&format!("{}{name} {value}", if n > 0 { ", " } else { "" }));
            }
        });
    }

    /// The id, the rule and the place in the text.
    fn source(&self, out: &mut String, t: &Threat) {
        out.push_str("<p class=\"id\">");
        let (id, rule) = (escaped(&t.id), escaped(&t.rule));
        let link = |text: &str| format!("<a href=\"#rule_{rule}\">{text}</a>");
        if self.long {
            out.push_str(&format!("{id} · {}", link(said::OF_THE_RULE)));
        } else {
            let told = if t.refs.is_empty() { rule.clone() } else { link(&said::with_references(&rule)) };
            out.push_str(&words::fill(said::SOURCE, &[("threat", &id), ("rule", &told)]));
        }
        if let Some(l) = &t.location {
            out.push_str(" · ");
            push_text(out, &format!("{}:{}:{}", l.file, l.line, l.column));
        }
        out.push_str("</p>\n");
    }

    /// What a theme's own card is given beside its threat.
    fn shared(&self) -> tera::TeraResult<Context> {
        let wrong = |e: serde_json::Error| tera::Error::message(e.to_string());
        let report = context::json(self.report, self.names, &|name| name != "threats").map_err(wrong)?;
        let given = json!({ "report": report, "dread_note": words::ratings::DREAD, "by_hand": words::trying::BY_HAND });
        Context::from_serialize(&given)
    }

    fn own_card(&self, tera: &Tera, shared: &Context, t: &Threat) -> tera::TeraResult<String> {
        let wrong = |e: serde_json::Error| tera::Error::message(e.to_string());
        let mut given = shared.clone();
        given.insert("t", &context::threat(self.report, self.names, t).map_err(wrong)?);
        given.insert("open", &is_open(t));
        tera.render_component("card", &given, None, true)
    }
}

/// Whether a card is unfolded from the start.
fn is_open(t: &Threat) -> bool {
    t.status.is_unsettled() && t.residual.severity >= RiskLevel::High
}

/// Sets of controls as they are told: pairs that begin alike together, as their first with all that go with it.
fn alike(sets: &[Vec<String>]) -> Vec<(Vec<&String>, Vec<&String>)> {
    let mut out: Vec<(Vec<&String>, Vec<&String>)> = Vec::new();
    for set in sets {
        if let ([a, b], Some((first, with))) = (set.as_slice(), out.last_mut()) {
            match first.as_slice() {
                [x] if *x == a && !with.is_empty() => {
                    with.push(b);
                    continue;
                }
                [x, y] if *x == a => {
                    with.extend([*y, b]);
                    first.truncate(1);
                    continue;
                }
                _ => {}
            }
        }
        out.push((set.iter().collect(), Vec::new()));
    }
    out
}

/// A part of a card under a heading of its own.
fn part(out: &mut String, title: &str, body: impl FnOnce(&mut String)) {
    out.push_str("<div class=\"part\"><h5>");
    out.push_str(title);
    out.push_str("</h5>");
    body(out);
    out.push_str("</div>\n");
}

/// Text as HTML. What writes cards has attributes between double quotes alone, so that apostrophes stay.
fn push_text(out: &mut String, text: &str) {
    for (n, run) in text.split('\'').enumerate() {
        if n > 0 {
            out.push('\'');
        }
        prose::push_html(out, run);
    }
}

/// The same, as a text of its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text);
    out
}

/// Text, which may stand out.
fn strong(out: &mut String, text: &str, stands_out: bool) {
    if !stands_out {
        return push_text(out, text);
    }
    out.push_str("<b>");
    push_text(out, text);
    out.push_str("</b>");
}

/// HTML of rules' prose, read once for each rule: names are filled in afterwards.
#[derive(Default)]
pub(super) struct Forms(HashMap<Vec<usize>, Option<Form>>);

/// Pieces of HTML; between each two stands the name of that number.
struct Form {
    first: String,
    rest: Vec<(usize, String)>,
}

/// What stands for a name while prose is read: a sign that no text has, letters for its number, and the sign again.
const HOLD: char = '\u{f8ff}';

impl Forms {
    /// A rule's prose as HTML. The same words give the same as if all of it were read anew.
    pub fn push(&mut self, out: &mut String, text: &Prose) {
        // The author's text is one piece of memory for all threats of a rule.
        let key = text.0.iter().map(|p| match p {
            Piece::Written(t) => t.as_ptr() as usize,
            Piece::Name(_) => 0,
        });
        match self.0.entry(key.collect()).or_insert_with(|| form(text)) {
            None => out.push_str(&prose::html(&prose::of(text))),
            Some(form) => {
                out.push_str(&form.first);
                for (name, after) in &form.rest {
                    if let Some(Piece::Name(name)) = text.0.get(*name) {
                        push_text(out, name);
                    }
                    out.push_str(after);
                }
            }
        }
    }
}

/// Prose with places for its names; none if it has no such form.
fn form(text: &Prose) -> Option<Form> {
    let mut markdown = String::new();
    for (n, piece) in text.0.iter().enumerate() {
        match piece {
            Piece::Written(t) if t.contains(HOLD) => return None,
            Piece::Written(t) => markdown.push_str(t),
            Piece::Name(_) => markdown.push_str(&format!("{HOLD}{n}{HOLD}")),
        }
    }
    let html = prose::html(&markdown);
    let mut parts = html.split(HOLD);
    let first = parts.next()?.to_owned();
    let mut rest = Vec::new();
    while let Some(number) = parts.next() {
        rest.push((number.parse().ok()?, parts.next()?.to_owned()));
    }
    // One in an address would be written otherwise.
    let names = text.0.iter().filter(|p| matches!(p, Piece::Name(_))).count();
    (rest.len() == names).then_some(Form { first, rest })
}
