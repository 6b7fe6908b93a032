//! `trustline explain`: what a word, a code, an entry of a framework or one threat of a model means.

mod control;
mod framework;
mod rule;

use super::compile::{ModelArguments, compile_quietly, complain, report};
use super::{Exit, world};
use crate::analysis::{Rating, Teller, Threat, due, place_label};
use crate::catalog::{Catalog, ControlId, Kind, Reach, Root, edition, frameworks};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::page::{fold, fold_under};
use crate::diagnostic::{Code, Diagnostic, codes, terminal};
use crate::model::responses::{Response, With};
use crate::model::words;
use crate::report as written;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline explain rag_store                    a kind
  trustline explain prompt-injection-indirect    a threat of the catalog
  trustline explain accept                       a statement, with its properties
  trustline explain stale-response               an error code
  trustline explain atlas:AML.T0051.001          an entry of a framework, with the threats that refer to it
  trustline explain owasp-llm-2026               a framework
  trustline explain 'rag-poison@crawler->index' rag.tm   one threat of a model
  trustline explain anyone rag.tm                the ways of an attacker of a model
  trustline explain rate_limit rag.tm            where a control stands in a model, and for what it counts there";

#[derive(clap::Args)]
pub struct Arguments {
    /// A statement, property, kind, control, threat, error code, framework or entry of one; with a
    /// model, also one of its attackers, where one of its controls counts, or the id of one of its threats, as
    /// 'rag-poison@crawler->index', in quotes for the shell's sake.
    word: String,
    /// A model whose own words and threats count too.
    #[arg(value_name = "MODEL")]
    model_file: Option<PathBuf>,
    #[command(flatten)]
    model: ModelArguments,
}

/// What a model has that words can be taken for.
struct Known {
    parts: HashSet<String>,
    threats: Vec<String>,
    attackers: Vec<String>,
}

impl Known {
    fn of(c: &super::compile::Compiled) -> Self {
        let elements = c.model.elements.iter().map(|e| e.name.clone());
        let parts = elements.chain(c.model.boundaries.iter().map(|b| b.name.clone()));
        let parts = parts.chain(c.model.data.iter().map(|d| d.name.clone()));
        let parts = parts.chain(c.model.flows.iter().map(|f| f.id.clone()));
        Known {
            parts: parts.collect(),
            threats: c.analysis.threats.iter().map(|t| t.id.clone()).collect(),
            attackers: c.model.attackers.iter().map(|a| a.name.clone()).collect(),
        }
    }
}

pub fn run(arguments: &Arguments) -> Exit {
    let word = arguments.word.as_str();
    let mut threat = None;
    let mut known = None;
    let catalog = match &arguments.model_file {
        Some(path) => match compile_quietly(path, &arguments.model) {
            Ok(c) => {
                if c.failed() {
                    report(&c.sources, &c.diagnostics);
                    return Exit::Error;
                }
                threat = of_model(word, &c, path)
                    .or_else(|| attacker(word, &c))
                    .or_else(|| control::of_model(word, &c));
                known = Some(Known::of(&c));
                c.model.catalog
            }
            Err(d) => {
                complain(&d);
                return Exit::Error;
            }
        },
        None => match edition::edition(None) {
            Ok(c) => c,
            Err(e) => {
                // Only the newest edition is asked for, which every build has.
                complain(&Diagnostic::bare(codes::UNKNOWN_EDITION, format!("{e:?}")));
                return Exit::Error;
            }
        },
    };
    let mut parts: Vec<String> = threat.into_iter().collect();
    parts.extend(all(word, &catalog));
    if parts.is_empty() {
        complain(&unknown(word, &catalog, known.as_ref()));
        return Exit::Error;
    }
    world::print(&terminal::calm(&parts.join("\n")));
    Exit::Done
}

/// Everything that a word stands for: a word can be a kind and a control at once.
fn all(word: &str, catalog: &Catalog) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(code) = Code::find(word) {
        out.push(format!("{word} ({})\n\n{}", code.severity().word(), code.page().plain()));
    }
    if let Some(k) = catalog.find_kind(word).and_then(|id| catalog.kind(id)) {
        out.push(kind(k, catalog));
    }
    if let Some(c) = catalog.find_control(word).and_then(|id| catalog.control(id)) {
        out.push(control(c, catalog));
    }
    if let Some(r) = catalog.find_rule(word).and_then(|id| catalog.rules.get(id.index())) {
        out.push(rule::told(r, catalog));
    }
    for p in catalog.properties.iter().filter(|p| p.name == word) {
        let on: Vec<&str> = p.on.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
        out.push(format!(
            "{word} (property of kinds)\n\n{}\n  of:       {}\n  takes:    {}\n  default:  {}\n",
            fold(&p.about),
            on.join(", "),
            p.ty.takes(),
            p.default
        ));
    }
    if let Some(w) = words::find(word) {
        out.push(statement(w));
    }
    out.extend(part(word));
    out.extend(property(word));
    out.extend(value(word));
    out.extend(meaning(word));
    out.extend(framework::told(word, catalog, out.is_empty()));
    out
}

fn unknown(word: &str, catalog: &Catalog, model: Option<&Known>) -> Diagnostic {
    if model.is_some_and(|m| m.parts.contains(word)) {
        let message = format!("`{word}` is a part of the model, and parts have no page");
        return Diagnostic::bare(codes::BAD_CALL, message)
            .help("name its kind, or the id of one of its threats, as `trustline check` prints it");
    }
    let meanings: Vec<String> =
        written::words::GLOSSARY.iter().map(|(name, _)| name.to_lowercase()).collect();
    let known = catalog
        .kinds
        .iter()
        .map(|k| k.name.as_str())
        .chain(catalog.controls.iter().map(|c| c.name.as_str()))
        .chain(catalog.rules.iter().map(|r| r.name.as_str()))
        .chain(catalog.properties.iter().map(|p| p.name.as_str()))
        .chain(codes::ALL.iter().map(|c| c.name()))
        .chain(words::WORDS.iter().map(|w| w.name))
        .chain(words::owners().into_iter().flat_map(|(_, list)| list.iter().map(|p| p.name)))
        .chain(frameworks::frameworks().map(|f| f.prefix))
        .chain(meanings.iter().map(String::as_str))
        .chain(model.into_iter().flat_map(|m| m.attackers.iter().map(String::as_str)));
    if word.contains(':')
        && let Err(d) = super::catalog::entry(word)
    {
        return *d;
    }
    let d = Diagnostic::bare(codes::BAD_CALL, format!("nothing is called `{word}`"));
    if let Some(n) = nearest(word, known) {
        return d.help(format!("did you mean `{n}`?"));
    }
    if word.contains('@') {
        return match model {
            Some(m) => match nearest(word, m.threats.iter().map(String::as_str)) {
                Some(near) => d.help(format!("the model has no such threat; did you mean `{near}`?")),
                None => d.help("the model has no such threat"),
            },
            None => d.help("to explain one threat of a model, name the model's file too"),
        };
    }
    let about = super::catalog::speaking_of(catalog, word);
    if about.is_empty() {
        return d.help("`trustline catalog` lists what is known; `trustline catalog WORD` searches it");
    }
    let names: Vec<String> = about.iter().take(8).map(|r| format!("`{}`", r.name())).collect();
    d.help(format!("of it speak {}", names.join(", ")))
}

/// A statement word: how it is written, where it may stand, what it takes.
fn statement(w: &words::Word) -> String {
    let places: Vec<&str> = w.places.iter().map(|p| p.words()).collect();
    format!(
        "{} (statement)\n\n{}\n  written:  {}\n  stands:   {}\n{}",
        w.name,
        fold(w.about),
        w.usage,
        places.join(" or "),
        takes(w.properties)
    )
}

/// A sort of part that is declared without a word of its own: elements, flows, data.
fn part(word: &str) -> Option<String> {
    let same = |owner: &str| owner == word || owner.strip_suffix('s') == Some(word);
    let (owner, list) = words::WORDLESS.iter().find(|(owner, _)| same(owner))?;
    Some(format!("{owner} (parts of a model)\n{}", takes(list)))
}

/// A list of properties, each with what it takes and what it says.
fn takes(list: &[words::Property]) -> String {
    let width = list.iter().map(|p| p.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for p in list {
        let needed = if p.required { " (needed)" } else { "" };
        let _ =
            write!(text, "\n  {:<width$}  {}{needed}\n  {:<width$}  {}\n", p.name, p.ty.takes(), "", p.about);
    }
    text
}

/// A property of statements: once for each meaning that it has, with all that take it so.
fn property(word: &str) -> Vec<String> {
    let mut meanings: Vec<(&words::Property, Vec<&str>)> = Vec::new();
    for (owner, list) in words::owners() {
        if let Some(p) = words::property(list, word) {
            match meanings.iter_mut().find(|(q, _)| q.about == p.about && q.ty.takes() == p.ty.takes()) {
                Some((_, owners)) => owners.push(owner),
                None => meanings.push((p, vec![owner])),
            }
        }
    }
    meanings
        .into_iter()
        .map(|(p, owners)| {
            format!(
                "{word} (property)\n\n{}\n  of:       {}\n  takes:    {}\n",
                fold(p.about),
                owners.join(", "),
                p.ty.takes()
            )
        })
        .collect()
}

/// A word with which reports speak of risk: `residual`, `refined`.
fn meaning(word: &str) -> Option<String> {
    let (name, about) = written::words::GLOSSARY.iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
    Some(format!("{} (word of reports)\n\n{}", name.to_lowercase(), fold(about)))
}

/// A word that is a value of some property, with its place among the others.
fn value(word: &str) -> Option<String> {
    let mut of: Vec<(&str, &[&str])> = Vec::new();
    for (_, list) in words::owners() {
        for p in list {
            if let words::Type::OneOf(values) | words::Type::ManyOf(values) = p.ty
                && values.contains(&word)
                && !of.contains(&(p.name, values))
            {
                of.push((p.name, values));
            }
        }
    }
    let lines: Vec<String> =
        of.iter().map(|(name, values)| format!("  {name}: {}\n", values.join(", "))).collect();
    (!lines.is_empty()).then(|| {
        format!("{word} (value)\n\nOne of the words that these properties take:\n{}", lines.concat())
    })
}

fn kind(k: &Kind, catalog: &Catalog) -> String {
    let names = |list: Vec<&Kind>| list.iter().map(|k| k.name.as_str()).collect::<Vec<_>>().join(", ");
    let mut out = format!("{} (kind: {})\n\n{}\n", k.name, k.label, fold(&k.about));
    let parents = names(catalog.parents(k));
    if !parents.is_empty() {
        let _ = writeln!(out, "  under:    {parents}");
    }
    if k.root == Root::Data {
        out.push_str(&data(k));
    } else {
        let _ = writeln!(out, "  drawn as: {}", k.root);
    }
    if !k.tags.is_empty() {
        let _ = writeln!(out, "  tags:     {}", k.tags.join(", "));
    }
    let Some(id) = catalog.find_kind(&k.name) else { return out };
    let below = names(catalog.children(id).into_iter().filter_map(|id| catalog.kind(id)).collect());
    if !below.is_empty() {
        let _ = writeln!(out, "  over:     {below}");
    }
    if let Some(t) = k.trust {
        let _ = writeln!(out, "  trust:    {t}, outside boundaries");
    }
    let properties = catalog.properties_of(id);
    if !properties.is_empty() {
        out.push_str("  properties:\n");
        for (p, default) in properties {
            let _ = writeln!(out, "    {:<18} {} (default: {default})", p.name, p.ty.takes());
        }
    }
    let expected = catalog.expected_of(id);
    if !expected.is_empty() {
        out.push_str("  should have, whatever its threats are:\n");
        for c in expected.iter().filter_map(|c| catalog.control(*c)) {
            let _ = writeln!(out, "    {:<28} {}", c.name, c.label);
        }
    }
    let rules = catalog.rules_on(id);
    if !rules.is_empty() {
        out.push_str("  threats that ask for it:\n");
        for r in rules {
            let _ = writeln!(out, "    {:<28} {}", r.name, r.title);
        }
    }
    out
}

/// What a kind of data brings along.
fn data(k: &Kind) -> String {
    let word = |w: Option<&'static str>| w.unwrap_or("none");
    format!(
        "  brings:   class: {}, integrity: {}, availability: {}, personal: {}\n",
        word(k.class.map(|c| c.word())),
        word(k.integrity.map(|l| l.word())),
        word(k.availability.map(|l| l.word())),
        k.personal.unwrap_or(false)
    )
}

fn control(c: &crate::catalog::ControlKind, catalog: &Catalog) -> String {
    let mut out = format!("{} (control: {})\n\n{}\n", c.name, c.label, fold(&c.about));
    let reach = match c.reach {
        Reach::Target => "where it stands",
        Reach::Path => "for all that lies behind it, if every way passes it",
    };
    let _ = writeln!(out, "  group:    {}\n  counts:   {reach}", c.group);
    let kinds: Vec<&str> =
        c.default_for.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
    if !kinds.is_empty() {
        let _ = write!(out, "  by default on:\n{}", fold_under(&kinds.join(", "), "    "));
    }
    let verified: Vec<&str> =
        c.verifies.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
    if !verified.is_empty() {
        let _ = writeln!(out, "  verifies: {}", verified.join(", "));
    }
    if !c.tags.is_empty() {
        let _ = writeln!(out, "  tags:     {}", c.tags.join(", "));
    }
    let reliefs = catalog.find_control(&c.name).map(|id| catalog.relieved_by(id)).unwrap_or_default();
    if !reliefs.is_empty() {
        out.push_str("  takes off:\n");
    }
    for r in reliefs {
        let likelihood = r.likelihood.map(|n| format!("likelihood -{n}"));
        let impact = r.impact.map(|n| format!("impact -{n}"));
        let what: Vec<String> = likelihood.into_iter().chain(impact).collect();
        let _ = writeln!(out, "    {:<28} {}", r.rule.name, what.join(", "));
    }
    if !c.refs.is_empty() {
        let _ = write!(out, "\nReferences:\n{}", framework::references(&c.refs));
    }
    out
}

/// A response with all that it says.
fn response(r: &Response, c: &super::compile::Compiled) -> String {
    let today = c.analysis.today;
    let with: Vec<&str> = r
        .with
        .iter()
        .filter_map(|w| match w {
            With::Own(id) => c.model.controls.get(id.index()).map(|c| c.name.as_str()),
            With::Kind(id) => c.model.catalog.control(*id).map(|c| c.name.as_str()),
        })
        .collect();
    let mut parts = Vec::new();
    if !with.is_empty() {
        parts.push(format!("with {}", with.join(", ")));
    }
    let late = |late: bool, word: &'static str| if late { word } else { "" };
    parts.extend(r.to.as_ref().map(|t| format!("to {t}")));
    parts.extend(r.by.as_ref().map(|b| format!("by {b}")));
    parts.extend(r.owner.as_ref().map(|o| format!("owner {o}")));
    parts.extend(r.ticket.as_ref().map(|t| format!("ticket {t}")));
    parts.extend(r.due.map(|d| format!("due {d}{}", late(due::is_over(Some(d), today), " (overdue)"))));
    parts.extend(r.at.map(|l| format!("up to {l}")));
    parts.extend(r.until.map(|d| format!("until {d}{}", late(due::is_over(Some(d), today), " (over)"))));
    parts.extend(r.because.as_ref().map(|b| format!("because: {b}")));
    format!("{} {}", r.kind, parts.join("; "))
}

/// The smallest changes that close a threat, and how to see what else one of them would do.
fn closing(t: &Threat, c: &super::compile::Compiled, file: &Path) -> String {
    let name = |id: &ControlId| c.model.catalog.control(*id).map_or("", |k| k.name.as_str());
    let sets: Vec<Vec<String>> =
        t.closed_by.iter().map(|set| set.iter().map(|c| name(c).to_owned()).collect()).collect();
    let mut out = format!("\n{}:\n", crate::report::words::card::closing(&sets));
    for set in &sets {
        let _ = writeln!(out, "  - {}", set.join(" with "));
    }
    if let Some(first) = sets.first() {
        let target = t.target.written(&c.model);
        let with: Vec<String> = first.iter().map(|c| format!(" --with \"{c} on {target}\"")).collect();
        let _ = writeln!(
            out,
            "See what else it would do:\n  trustline check {}{}",
            file.display(),
            with.concat()
        );
    }
    out
}

/// An attacker of a model with its ways.
fn attacker(name: &str, c: &super::compile::Compiled) -> Option<String> {
    c.model.attackers.iter().find(|a| a.name == name)?;
    let report = written::collect(&c.model, &c.analysis, &c.sources, &written::tables::Tables);
    let names = written::names::Names::new(&report);
    let attacker = report.attackers.iter().find(|a| a.id == name)?;
    Some(written::paths::text(&report, &names, attacker))
}

/// One threat of a model: facts, sum, path, controls, what closes it.
fn of_model(id: &str, c: &super::compile::Compiled, file: &Path) -> Option<String> {
    let t = c.analysis.find(id)?;
    let catalog = &c.model.catalog;
    let teller = Teller::new(&c.model, &c.analysis);
    let mut out = format!("{}\n{}\n\n{}\n", t.id, teller.title(t), fold(&teller.scenario(t).plain()));
    if let Some(harm) = t.harm {
        let _ = writeln!(out, "Harm: {}\n", harm.label());
    }
    let families = catalog.rule(t.rule).map_or(&[][..], |r| &r.family);
    if !families.is_empty() {
        let _ = writeln!(out, "Family: {}\n", families.join(", "));
    }
    let told = teller.facts(t).into_iter().filter(|(f, _)| !f.is_exclusion());
    let facts: String = told.map(|(_, text)| format!("  - {text}\n")).collect();
    if !facts.is_empty() {
        let _ = write!(out, "Why it arises:\n{facts}\n");
    }
    let flows: Vec<String> = t.path.iter().filter_map(|s| s.text(&c.model)).collect();
    if !flows.is_empty() {
        let _ = writeln!(out, "Path: {}\n", flows.join(", "));
    }
    let _ = writeln!(out, "Risk:");
    for s in teller.sum(t) {
        let change = if s.change == 0 { "  ".to_owned() } else { format!("{:+}", s.change) };
        let _ = writeln!(out, "  {:<10} {change} -> {}  {}", s.of, s.result, s.because);
    }
    let product = |r: Rating| format!("{} x {} = {} ({})", r.likelihood, r.impact, r.product(), r.severity());
    let _ = writeln!(out, "  now {}, {}; band: {}", product(t.residual), t.status, t.residual.band());
    if t.forecast != t.residual {
        let _ = writeln!(out, "  with what is planned {}", product(t.forecast));
    }
    let _ = writeln!(out, "  rated by {}", crate::report::words::ratings::rated_by(t.rated.is_some()));
    let name = |c: crate::catalog::ControlId| catalog.controls.get(c.index()).map_or("", |c| c.name.as_str());
    for u in &t.uncredited {
        let place = place_label(&c.model, u.place);
        let _ = writeln!(out, "  not counted: {} at {place}: {}", name(u.control), u.because);
    }
    for by in [t.response, t.rated].into_iter().flatten() {
        if let Some(r) = c.model.responses.get(by.0) {
            let _ = writeln!(out, "\nResponse: {}", response(r, c));
        }
    }
    let _ = writeln!(out, "\nDREAD, 0 to 10 each:");
    for (part, value, because) in t.dread.told(&c.analysis.dread_reasons(&c.model, t)) {
        let _ = writeln!(out, "  {part:<16} {value:>2}  {because}");
    }
    if !t.closed_by.is_empty() {
        out.push_str(&closing(t, c, file));
    }
    let mitigation = fold(&teller.mitigation(t).plain());
    if !mitigation.is_empty() {
        let _ = write!(out, "\nWhat to do:\n{mitigation}");
    }
    Some(out)
}
