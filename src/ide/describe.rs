//! What things are, in Markdown: for hovers and for the documentation of completions.
//!
//! Facts come from the catalog and from the tables of words; here they are only set. What an author wrote
//! goes through `report::prose`, so that a model's text stays text in every editor.

use super::Snapshot;
use super::names::{Field, Sort, Symbol};
use crate::analysis::counts::{BySeverity, Unsettled};
use crate::analysis::{Analysis, Teller, Threat};
use crate::catalog::fields::Property;
use crate::catalog::{Catalog, ControlId, Kind, KindId, Reach, Root, Rule, classed};
use crate::diagnostic::counted;
use crate::model::{DataId, ElementId, FlowId, Model, words};
use crate::report::prose::{code, escape_markdown as plain, markdown};
use crate::report::words::{capital, shape};
use std::fmt::Write as _;

/// Lists that are longer are cut, so that a hover stays one.
const MOST: usize = 12;

fn list<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let all: Vec<String> = names.into_iter().map(|n| code(n.as_ref())).collect();
    let more = all.len().saturating_sub(MOST);
    let mut out = all.into_iter().take(MOST).collect::<Vec<_>>().join(", ");
    if more > 0 {
        let _ = write!(out, " and {more} more");
    }
    out
}

fn fact(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(out, "\n- {name}: {value}");
    }
}

/// A kind, with what it brings along.
pub(super) fn kind(catalog: &Catalog, id: KindId) -> String {
    let Some(k) = catalog.kind(id) else { return String::new() };
    let mut out = format!("**{}** {} (kind)\n\n{}\n", plain(&k.label), code(&k.name), markdown(&k.about));
    fact(&mut out, "under", &list(catalog.parents(k).iter().map(|p| &p.name)));
    if k.root == Root::Data {
        fact(&mut out, "brings", &brings(k));
        return out;
    }
    fact(&mut out, "drawn as", k.root.word());
    if let Some(trust) = k.trust {
        fact(&mut out, "trust", &format!("`{trust}`, outside boundaries"));
    }
    let properties = catalog.properties_of(id);
    let told = properties.iter().map(|(p, default)| format!("{}: {default}", p.name));
    fact(&mut out, "properties", &list(told));
    let expected = catalog.expected_of(id);
    fact(
        &mut out,
        "should have",
        &list(expected.iter().filter_map(|c| catalog.control(*c)).map(|c| &c.name)),
    );
    fact(&mut out, "threats that ask for it", &list(catalog.rules_on(id).iter().map(|r| &r.name)));
    out
}

fn brings(k: &Kind) -> String {
    let class = k.class.map(|c| format!("class: {c}"));
    let integrity = k.integrity.map(|l| format!("integrity: {l}"));
    let availability = k.availability.map(|l| format!("availability: {l}"));
    let personal = k.personal.filter(|p| *p).map(|_| "personal: true".to_owned());
    list([class, integrity, availability, personal].into_iter().flatten())
}

/// A control of the vocabulary, with what it lowers.
pub(super) fn control(catalog: &Catalog, id: ControlId) -> String {
    let Some(c) = catalog.control(id) else { return String::new() };
    let mut out = format!("**{}** {} (control)\n\n{}\n", plain(&c.label), code(&c.name), markdown(&c.about));
    let reach = match c.reach {
        Reach::Target => "where it stands",
        Reach::Path => "for all that lies behind it, if every way passes it",
    };
    fact(&mut out, "counts", reach);
    let lowers = catalog.relieved_by(id);
    let told = lowers.iter().map(|r| {
        let likelihood = r.likelihood.map(|n| format!("likelihood -{n}"));
        let impact = r.impact.map(|n| format!("impact -{n}"));
        let steps: Vec<String> = likelihood.into_iter().chain(impact).collect();
        format!("{} {}", r.rule.name, steps.join(" "))
    });
    fact(&mut out, "takes off", &list(told));
    out
}

/// The text of a rule, in which names of the model are still to be filled in: they stand in italics.
pub(super) fn template(text: &str) -> String {
    markdown(&text.replace(['{', '}'], "*"))
}

/// A threat of the catalog or of the model's own.
pub(super) fn rule(catalog: &Catalog, r: &Rule) -> String {
    let (family, classes) = classed(&r.stride, r.harm);
    let mut out =
        format!("**{}** {} (threat)\n\n{}\n", plain(&r.title), code(&r.name), template(&r.scenario));
    fact(&mut out, &family.to_lowercase().replace("stride", "STRIDE"), &classes);
    fact(&mut out, "arises on", &list(catalog.tried_on(r)));
    if let Some(when) = &r.when {
        fact(&mut out, "when", &code(&when.text));
    }
    fact(&mut out, "likelihood", &format!("{} of 5, {} at least", r.likelihood, r.floor));
    fact(&mut out, "impact", &format!("{} of 5, moved by what is at stake", r.impact));
    let steps = |l| catalog.steps(l).iter().map(|(c, n)| format!("{} -{n}", c.name)).collect::<Vec<_>>();
    fact(&mut out, "lowered by", &list(steps(&r.lowered_by)));
    fact(&mut out, "softened by", &list(steps(&r.softened_by)));
    if !r.mitigation.is_empty() {
        let _ = write!(out, "\n\n{}", template(&r.mitigation));
    }
    out
}

/// A property, with what it takes.
pub(super) fn field(catalog: &Catalog, f: Field) -> String {
    match f {
        Field::Table(p) => property(p),
        Field::Kind(id) => {
            let Some(p) = catalog.property(id) else { return String::new() };
            let mut out = format!("{} (property)\n\n{}\n", code(&p.name), markdown(&p.about));
            fact(&mut out, "takes", &plain(&p.ty.takes()));
            fact(&mut out, "default", &code(&p.default.to_string()));
            fact(&mut out, "of", &list(p.on.iter().filter_map(|k| catalog.kind(*k)).map(|k| &k.name)));
            out
        }
    }
}

/// A property of a statement.
pub(super) fn property(p: &Property) -> String {
    let mut out = format!("`{}` (property)\n\n{}\n", p.name, p.about);
    fact(&mut out, "takes", &p.ty.takes());
    if p.required {
        fact(&mut out, "needed", "yes");
    }
    out
}

/// A statement word.
pub(super) fn word(w: &words::Word) -> String {
    let places: Vec<&str> = w.places.iter().map(|p| p.words()).collect();
    let mut out = format!("```tm\n{}\n```\n\n{}\n", w.usage, w.about);
    fact(&mut out, "stands", &places.join(" or "));
    fact(&mut out, "takes", &list(w.properties.iter().map(|p| p.name)));
    out
}

/// How many threats of a list are open, and how bad: `2 high, 1 medium`; nothing if none is.
pub(super) fn open<'a>(threats: impl Iterator<Item = &'a Threat>) -> Option<String> {
    let open: BySeverity =
        threats.filter(|t| t.status.is_unsettled()).map(|t| t.residual.severity()).collect();
    (open.total() > 0).then(|| open.words().join(" · "))
}

/// A list of threats, the worst first, for a hover.
fn threats<'a>(out: &mut String, teller: &Teller<'_>, all: impl Iterator<Item = &'a Threat>) {
    let all: Vec<&Threat> = all.filter(|t| t.status.counts()).collect();
    if all.is_empty() {
        return;
    }
    let unsettled = all.iter().copied().collect::<Unsettled>().short();
    let _ = write!(out, "\n\n{}, {unsettled}:\n", counted(all.len(), "threat"));
    let mut sorted = all.clone();
    sorted.sort_by_key(|t| !t.status.is_unsettled());
    for t in sorted.iter().take(MOST) {
        let severity = t.residual.severity();
        let _ = write!(
            out,
            "\n- {} {severity} {}: {} ({})",
            shape(severity),
            code(t.id.split('@').next().unwrap_or("")),
            plain(&teller.title(t)),
            t.status
        );
    }
    if sorted.len() > MOST {
        let _ = write!(out, "\n- and {} more", sorted.len() - MOST);
    }
}

/// A threat where it arises: why, by which way, and how its rating came about.
pub(super) fn threat(model: &Model, analysis: &Analysis, t: &Threat) -> String {
    let teller = Teller::new(model, analysis);
    let severity = t.residual.severity();
    let mut out = format!(
        "{} **{}** {}\n\n{}\n",
        shape(severity),
        plain(&teller.title(t)),
        code(&t.id),
        markdown(&crate::report::prose::of(&teller.scenario(t)))
    );
    let facts: Vec<String> =
        teller.facts(t).into_iter().filter(|(f, _)| !f.is_exclusion()).map(|(_, text)| text).collect();
    if !facts.is_empty() {
        out.push_str("\nWhy it arises:\n");
        for f in &facts {
            let _ = write!(out, "\n- {}", plain(f));
        }
        out.push('\n');
    }
    let flows: Vec<String> = t.path.iter().filter_map(|s| s.text(model)).collect();
    if !flows.is_empty() {
        let _ = writeln!(out, "\nPath: {}", list(flows.iter().map(String::as_str)));
    }
    out.push_str("\n| risk | | | |\n|---|---|---|---|");
    for s in teller.sum(t) {
        let change = if s.change == 0 { String::new() } else { format!("{:+}", s.change) };
        let _ = write!(out, "\n| {} | {change} | {} | {} |", s.of, s.result, plain(&s.because));
    }
    let r = t.residual;
    let _ = write!(
        out,
        "\n\nNow {} × {} = {} (**{severity}**), {}.",
        r.likelihood,
        r.impact,
        r.product(),
        t.status
    );
    if let Some(first) = t.closed_by.first() {
        let names: Vec<&str> =
            first.iter().filter_map(|c| model.catalog.control(*c)).map(|c| c.name.as_str()).collect();
        let _ = write!(out, " What would close it: {}.", list(names));
    }
    out
}

/// An element: where it stands, what it keeps, what is open.
fn element(s: &Snapshot, id: ElementId) -> String {
    let model = s.model();
    let Some(e) = model.element(id) else { return String::new() };
    let kind = model.catalog.kind(e.kind);
    let what = kind.map_or_else(String::new, |k| format!("{} {}", plain(&k.label), code(&k.name)));
    let mut out = format!("**{}** {}\n\n{what}\n", plain(&e.label), code(&e.name));
    if let Some(b) = e.boundary.and_then(|b| model.boundary(b)) {
        fact(&mut out, "in", &format!("{} ({})", plain(&b.label), code(&b.name)));
    }
    fact(&mut out, "trust", e.trust.word());
    let data = |list: &[DataId]| {
        list.iter().filter_map(|d| model.datum(*d)).map(|d| d.name.clone()).collect::<Vec<_>>()
    };
    let stored = s.analysis.as_ref().and_then(|a| a.stored.get(id.index())).unwrap_or(&e.stores);
    fact(&mut out, "stores", &list(data(stored)));
    fact(&mut out, "holds", &list(data(&e.holds)));
    let taint = s.analysis.as_ref().and_then(|a| a.taint.get(id.index()));
    if let Some(level) = taint.and_then(|t| t.level) {
        fact(&mut out, "content comes from as low as", level.word());
    }
    if let Some(why) = &e.out_of_scope {
        fact(&mut out, "out of scope", &plain(why));
    }
    about(&mut out, &e.about);
    if let Some(analysis) = &s.analysis {
        threats(&mut out, &Teller::new(model, analysis), analysis.on_element(id));
    }
    out
}

fn about(out: &mut String, text: &str) {
    if !text.trim().is_empty() {
        let _ = write!(out, "\n\n{}", markdown(text));
    }
}

/// A flow: what it moves and crosses, and what is open.
pub(super) fn flow(s: &Snapshot, id: FlowId) -> String {
    let model = s.model();
    let Some(f) = model.flow(id) else { return String::new() };
    let mut out = match &f.label {
        Some(label) => format!("**{}** {}\n", plain(label), code(&f.id)),
        None => format!("{}\n", code(&f.id)),
    };
    let data = |list: &[DataId]| {
        list.iter().filter_map(|d| model.datum(*d)).map(|d| d.name.clone()).collect::<Vec<_>>()
    };
    fact(&mut out, "sends", &list(data(&f.sends)));
    fact(&mut out, "writes", &list(data(&f.writes)));
    fact(&mut out, "returns", &list(data(&f.returns)));
    let via = f.via.iter().filter_map(|e| model.element(*e)).map(|e| e.name.clone());
    fact(&mut out, "via", &list(via));
    fact(&mut out, "protocol", &f.protocol.as_deref().map(plain).unwrap_or_default());
    if let Some(analysis) = &s.analysis {
        match analysis.crossing(id) {
            Some(c) => {
                let name = |b: &crate::model::BoundaryId| {
                    model.boundary(*b).map_or("", |b| b.name.as_str()).to_owned()
                };
                fact(&mut out, "crossing", &c.number.to_string());
                fact(&mut out, "out of", &list(c.out_of.iter().map(name)));
                fact(&mut out, "into", &list(c.into.iter().map(name)));
                let back = c.back.map(|b| format!(", the answer goes {b}")).unwrap_or_default();
                fact(&mut out, "trust", &format!("the request goes {}{back}", c.forward));
            }
            None => fact(&mut out, "crosses", "nothing"),
        }
        threats(&mut out, &Teller::new(model, analysis), analysis.on_flow(id));
    }
    about(&mut out, &f.about);
    out
}

/// A piece of data: what it is, who holds it, where it can arrive.
fn data(s: &Snapshot, id: DataId) -> String {
    let model = s.model();
    let Some(d) = model.datum(id) else { return String::new() };
    let kind = model.catalog.kind(d.kind);
    let what = kind.map_or_else(String::new, |k| format!("{} {}", plain(&k.label), code(&k.name)));
    let mut out = format!("**{}** {}\n\n{what}\n", plain(&d.label), code(&d.name));
    let facts = s.analysis.as_ref().and_then(|a| a.data.get(id.index()));
    let (class, personal) = facts.map_or((d.class, d.personal), |f| (f.class, f.personal));
    fact(&mut out, "class", class.word());
    fact(&mut out, "integrity", d.integrity.word());
    fact(&mut out, "availability", d.availability.word());
    if personal {
        fact(&mut out, "personal", "yes");
    }
    let from = facts.map_or(&d.from, |f| &f.from);
    fact(&mut out, "from", &list(from.iter().filter_map(|d| model.datum(*d)).map(|d| d.name.clone())));
    if let Some(analysis) = &s.analysis {
        let keeps = model
            .elements
            .iter()
            .zip(&analysis.stored)
            .filter(|(e, stored)| stored.contains(&id) || e.holds.contains(&id));
        fact(&mut out, "held by", &list(keeps.map(|(e, _)| e.name.clone())));
        if let Some(exposure) = analysis.exposure.get(id.index())
            && let Some(level) = exposure.level
        {
            fact(&mut out, "can arrive at trust as low as", level.word());
            let ids =
                exposure.path.iter().filter_map(|m| analysis.movement(*m)).filter_map(|m| model.flow(m.flow));
            fact(&mut out, "by", &list(ids.map(|f| f.id.clone())));
        }
    }
    about(&mut out, &d.about);
    out
}

/// What a declaration declares.
pub(super) fn symbol(s: &Snapshot, symbol: &Symbol) -> String {
    let model = s.model();
    let at = |span: crate::source::Span| span.file == symbol.whole.file && span.start == symbol.whole.start;
    match symbol.sort {
        Sort::Element => {
            let found = model.elements.iter().position(|e| at(e.span));
            found.map(|i| element(s, ElementId::new(i))).unwrap_or_default()
        }
        Sort::Data => {
            model.data.iter().position(|d| at(d.span)).map(|i| data(s, DataId::new(i))).unwrap_or_default()
        }
        Sort::Flow => {
            model.flows.iter().position(|f| at(f.span)).map(|i| flow(s, FlowId::new(i))).unwrap_or_default()
        }
        Sort::Boundary => {
            let Some(b) = model.boundaries.iter().find(|b| at(b.span)) else { return String::new() };
            let mut out = format!("**{}** {} (boundary)\n", plain(&b.label), code(&b.name));
            fact(&mut out, "trust", b.trust.word());
            if let Some(parent) = b.parent.and_then(|p| model.boundary(p)) {
                fact(&mut out, "in", &code(&parent.name));
            }
            if b.apart {
                fact(&mut out, "apart", "a stranger to its equals");
            }
            about(&mut out, &b.about);
            out
        }
        Sort::OwnControl => {
            let Some(c) = model.controls.iter().find(|c| at(c.span)) else { return String::new() };
            let mut out = format!("**{}** {} (control of this system)\n", plain(&c.label), code(&c.name));
            fact(&mut out, "status", c.status.word());
            fact(&mut out, "owner", &c.owner.as_deref().map(plain).unwrap_or_default());
            if let Some(due) = c.due {
                fact(&mut out, "due", &due.to_string());
            }
            let _ = write!(out, "\n\n{}", control(&model.catalog, c.kind));
            out
        }
        Sort::Attacker => {
            let Some(a) = model.attackers.iter().find(|a| at(a.span)) else { return String::new() };
            let mut out = format!("**{}** {} (attacker)\n", plain(&a.label), code(&a.name));
            fact(
                &mut out,
                "from",
                &list(a.from.iter().filter_map(|e| model.element(*e)).map(|e| e.name.clone())),
            );
            fact(&mut out, "motive", &a.motive.as_deref().map(plain).unwrap_or_default());
            about(&mut out, &a.about);
            out
        }
        Sort::Kind => {
            model.catalog.find_kind(&symbol.name).map(|id| kind(&model.catalog, id)).unwrap_or_default()
        }
        Sort::Control => {
            model.catalog.find_control(&symbol.name).map(|id| control(&model.catalog, id)).unwrap_or_default()
        }
        Sort::Threat => {
            let rule_of = model.catalog.find_rule(&symbol.name).and_then(|id| model.catalog.rule(id));
            rule_of.map(|r| rule(&model.catalog, r)).unwrap_or_default()
        }
        Sort::View | Sort::Alias | Sort::Property => {
            let label = symbol.label.as_deref().map(|l| format!("**{}** ", plain(l))).unwrap_or_default();
            format!("{label}{} ({})", code(&symbol.name), symbol.sort.words())
        }
    }
}

/// One line about a declaration: `Gateway in cloud`.
pub(super) fn line(catalog: &Catalog, symbol: &Symbol) -> String {
    let kind = symbol.kind.and_then(|k| catalog.kind(k)).map(|k| k.label.clone());
    let what = kind.unwrap_or_else(|| capital(symbol.sort.words()));
    match &symbol.label {
        Some(label) => format!("{what} · {label}"),
        None => what,
    }
}
