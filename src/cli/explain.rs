//! `trustline explain`: what a word, a code or one threat of a model means.

use super::compile::{ModelArguments, compile_quietly, complain, report};
use super::{Exit, world};
use crate::catalog::{Catalog, Literal, PropertyType, Reach, Reference, Rule, Subject, edition, frameworks};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, codes, terminal};
use crate::model::words;
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// A kind, control, threat, property, statement word or error code; with a model, also the id
    /// of one of its threats, as `rag-poison@crawler->index`.
    word: String,
    /// A model whose own words and threats count too.
    #[arg(value_name = "MODEL")]
    model_file: Option<PathBuf>,
    #[command(flatten)]
    model: ModelArguments,
}

pub fn run(arguments: &Arguments) -> Exit {
    let word = arguments.word.as_str();
    let mut threat = None;
    let catalog = match &arguments.model_file {
        Some(path) => match compile_quietly(path, &arguments.model) {
            Ok(c) => {
                if c.failed() {
                    report(&c.sources, &c.diagnostics);
                    return Exit::Error;
                }
                threat = of_model(word, &c);
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
        complain(&unknown(word, &catalog, arguments.model_file.is_some()));
        return Exit::Error;
    }
    world::print(&terminal::calm(&parts.join("\n")));
    Exit::Done
}

/// Everything that a word stands for: a word can be a kind and a control at once.
fn all(word: &str, catalog: &Catalog) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(code) = Code::find(word) {
        out.push(format!("{word} ({} code)\n\n{}\n", code.severity().word(), wrap(code.about())));
    }
    if let Some(k) = catalog.find_kind(word).and_then(|id| catalog.kind(id)) {
        out.push(kind(k, catalog));
    }
    if let Some(c) = catalog.find_control(word).and_then(|id| catalog.control(id)) {
        out.push(control(c, catalog));
    }
    if let Some(r) = catalog.find_rule(word).and_then(|id| catalog.rules.get(id.index())) {
        out.push(rule(r, catalog));
    }
    if let Some(p) = catalog.properties.iter().find(|p| p.name == word) {
        let on: Vec<&str> = p.on.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
        out.push(format!(
            "{word} (property)\n\n{}\n  of:       {}\n  takes:    {}\n  default:  {}\n",
            wrap(&p.about),
            on.join(", "),
            takes(&p.ty),
            literal(&p.default)
        ));
    }
    if let Some(w) = words::find(word) {
        let mut text = format!("{word} (statement)\n\n{}\n  written:  {}\n", wrap(w.about), w.usage);
        for p in w.properties {
            let needed = if p.required { " (needed)" } else { "" };
            let _ = writeln!(text, "  {:<12} {}{needed}: {}", p.name, p.ty.takes(), p.about);
        }
        out.push(text);
    }
    for (owner, list) in words::OWNERS {
        if let Some(p) = words::property(list, word) {
            out.push(format!(
                "{word} (property of {owner})\n\n{}\n  takes:    {}\n",
                wrap(p.about),
                p.ty.takes()
            ));
        }
    }
    out
}

fn unknown(word: &str, catalog: &Catalog, model: bool) -> Diagnostic {
    let known = catalog
        .kinds
        .iter()
        .map(|k| k.name.as_str())
        .chain(catalog.controls.iter().map(|c| c.name.as_str()))
        .chain(catalog.rules.iter().map(|r| r.name.as_str()))
        .chain(catalog.properties.iter().map(|p| p.name.as_str()))
        .chain(codes::ALL.iter().map(|c| c.name()))
        .chain(words::WORDS.iter().map(|w| w.name));
    let d = Diagnostic::bare(codes::BAD_CALL, format!("nothing is called `{word}`"));
    if let Some(n) = nearest(word, known) {
        return d.help(format!("did you mean `{n}`?"));
    }
    if word.contains('@') {
        return if model {
            d.help("the model has no such threat")
        } else {
            d.help("to explain one threat of a model, name the model's file too")
        };
    }
    let about = super::catalog::search(catalog, word);
    if about.is_empty() {
        return d.help("`trustline catalog` lists what is known; `trustline catalog WORD` searches it");
    }
    let names: Vec<String> = about.iter().take(8).map(|r| format!("`{}`", r.name)).collect();
    d.help(format!("of it speak {}", names.join(", ")))
}

/// Folds a paragraph at 78 columns.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > 78 {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
    out
}

fn takes(ty: &PropertyType) -> String {
    match ty {
        PropertyType::Bool => "true or false".into(),
        PropertyType::OneOf(w) => format!("one of {}", w.join(", ")),
        PropertyType::ManyOf(w) => format!("any of {}", w.join(", ")),
        PropertyType::Number => "a number".into(),
        PropertyType::Text => "a text".into(),
    }
}

fn literal(l: &Literal) -> String {
    match l {
        Literal::Bool(b) => b.to_string(),
        Literal::Word(w) => w.clone(),
        Literal::Words(w) => format!("[{}]", w.join(", ")),
        Literal::Number(n) => n.to_string(),
        Literal::Text(t) => format!("{t:?}"),
    }
}

fn references(list: &[Reference]) -> String {
    let mut out = String::new();
    for r in list {
        match frameworks::entry(r) {
            Some(e) => {
                let _ = writeln!(out, "  {}:{}  {}", r.framework, r.id, e.name);
            }
            None => {
                let _ = writeln!(out, "  {}:{}", r.framework, r.id);
            }
        }
    }
    out
}

fn kind(k: &crate::catalog::Kind, catalog: &Catalog) -> String {
    let name = |id: &crate::catalog::KindId| catalog.kind(*id).map_or("", |k| k.name.as_str());
    let parents: Vec<&str> = k.parents.iter().map(name).collect();
    let mut out = format!("{} (kind: {})\n\n{}\n", k.name, k.label, wrap(&k.about));
    if !parents.is_empty() {
        let _ = writeln!(out, "  under:    {}", parents.join(", "));
    }
    let _ = writeln!(out, "  drawn as: {}", k.root);
    let id = catalog.find_kind(&k.name);
    let below: Vec<&str> = catalog
        .kinds
        .iter()
        .filter(|x| id.is_some_and(|id| x.parents.contains(&id)))
        .map(|x| x.name.as_str())
        .collect();
    if !below.is_empty() {
        let _ = writeln!(out, "  over:     {}", below.join(", "));
    }
    if let Some(t) = k.trust {
        let _ = writeln!(out, "  trust:    {t}, outside boundaries");
    }
    let properties: Vec<String> = catalog
        .properties
        .iter()
        .enumerate()
        .filter(|(_, p)| id.is_some_and(|id| p.on.iter().any(|k| catalog.is_under(id, *k))))
        .map(|(i, p)| {
            let of_kind = k.defaults.iter().find(|(d, _)| d.index() == i).map(|(_, l)| l);
            format!(
                "    {:<18} {} (default: {})",
                p.name,
                takes(&p.ty),
                literal(of_kind.unwrap_or(&p.default))
            )
        })
        .collect();
    if !properties.is_empty() {
        let _ = writeln!(out, "  properties:\n{}", properties.join("\n"));
    }
    out
}

fn control(c: &crate::catalog::ControlKind, catalog: &Catalog) -> String {
    let mut out = format!("{} (control: {})\n\n{}\n", c.name, c.label, wrap(&c.about));
    let reach = match c.reach {
        Reach::Target => "where it stands",
        Reach::Path => "for all that lies behind it, if every way passes it",
    };
    let _ = writeln!(out, "  group:    {}\n  counts:   {reach}", c.group);
    let id = catalog.find_control(&c.name);
    let by =
        |list: &[(crate::catalog::ControlId, u8)]| list.iter().find(|(x, _)| Some(*x) == id).map(|(_, n)| *n);
    let lowers: Vec<String> = catalog
        .rules
        .iter()
        .filter_map(|r| {
            let likelihood = by(&r.lowered_by).map(|n| format!("likelihood -{n}"));
            let impact = by(&r.softened_by).map(|n| format!("impact -{n}"));
            let what: Vec<String> = likelihood.into_iter().chain(impact).collect();
            (!what.is_empty()).then(|| format!("    {:<28} {}", r.name, what.join(", ")))
        })
        .collect();
    if !lowers.is_empty() {
        let _ = writeln!(out, "  takes off:\n{}", lowers.join("\n"));
    }
    if !c.refs.is_empty() {
        let _ = write!(out, "\n{}", references(&c.refs));
    }
    out
}

fn rule(r: &Rule, catalog: &Catalog) -> String {
    let letters: Vec<&str> = r.stride.iter().map(|s| s.label()).collect();
    let mut out = format!("{} (threat)\n{}\n\n{}\n", r.name, r.title, wrap(&r.scenario));
    let _ = writeln!(out, "What to do:\n{}", wrap(&r.mitigation));
    let on = match &r.on {
        Subject::Flow => "flows".to_owned(),
        Subject::Element => "elements".to_owned(),
        Subject::Boundary => "boundaries".to_owned(),
        Subject::Model => "the model".to_owned(),
        Subject::Kinds(k) => {
            let names: Vec<&str> =
                k.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
            names.join(", ")
        }
    };
    let _ = writeln!(out, "  STRIDE:      {}", letters.join(", "));
    let _ = writeln!(out, "  arises on:   {on}");
    if let Some(w) = &r.when {
        let _ = writeln!(out, "  when:        {}", w.text);
    }
    let _ = writeln!(out, "  likelihood:  {} of 5 before any control, {} at least", r.likelihood, r.floor);
    let _ = writeln!(out, "  impact:      {} of 5, moved by what is at stake", r.impact);
    let steps = |list: &[(crate::catalog::ControlId, u8)]| -> String {
        let names: Vec<String> = list
            .iter()
            .filter_map(|(c, n)| Some(format!("{} -{n}", catalog.controls.get(c.index())?.name)))
            .collect();
        names.join(", ")
    };
    if !r.lowered_by.is_empty() {
        let _ = writeln!(out, "  lowered by:  {}", steps(&r.lowered_by));
    }
    if !r.softened_by.is_empty() {
        let _ = writeln!(out, "  softened by: {}", steps(&r.softened_by));
    }
    let refined: Vec<&str> =
        r.refines.iter().filter_map(|x| catalog.rules.get(x.index())).map(|x| x.name.as_str()).collect();
    if !refined.is_empty() {
        let _ = writeln!(out, "  refines:     {}", refined.join(", "));
    }
    if !r.test.is_empty() {
        let _ = write!(out, "\nTry it with:\n{}", references(&r.test));
    }
    if !r.refs.is_empty() {
        let _ = write!(out, "\nReferences:\n{}", references(&r.refs));
    }
    out
}

/// One threat of a model: facts, sum, path, controls, what closes it.
fn of_model(id: &str, c: &super::compile::Compiled) -> Option<String> {
    let t = c.analysis.find(id)?;
    let catalog = &c.model.catalog;
    let mut out = format!("{}\n{}\n\n{}\n", t.id, t.title, wrap(&t.scenario.plain()));
    let _ = writeln!(out, "Why it arises:");
    for f in t.facts.iter().filter(|f| !f.is_exclusion()) {
        let _ = writeln!(out, "  - {}", f.text);
    }
    let flows: Vec<&str> =
        t.path.iter().filter_map(|s| c.model.flow(s.flow)).map(|f| f.id.as_str()).collect();
    if !flows.is_empty() {
        let _ = writeln!(out, "\nPath: {}", flows.join(", "));
    }
    let _ = writeln!(out, "\nRisk:");
    for s in &t.sum {
        let change = if s.change == 0 { "  ".to_owned() } else { format!("{:+}", s.change) };
        let _ = writeln!(out, "  {:<10} {change} -> {}  {}", s.of, s.result, s.because);
    }
    let _ = writeln!(
        out,
        "  now {} x {} = {} ({}), {}",
        t.residual.likelihood,
        t.residual.impact,
        t.residual.product(),
        t.residual.severity(),
        t.status
    );
    let name = |c: crate::catalog::ControlId| catalog.controls.get(c.index()).map_or("", |c| c.name.as_str());
    for u in &t.uncredited {
        let _ = writeln!(out, "  not counted: {}: {}", name(u.control), u.because);
    }
    if !t.closed_by.is_empty() {
        let sets: Vec<String> = t
            .closed_by
            .iter()
            .map(|set| set.iter().map(|c| name(*c)).collect::<Vec<_>>().join(" with "))
            .collect();
        let _ = writeln!(out, "\nWould close it: {}", sets.join(", or "));
    }
    let _ = writeln!(out, "\nWhat to do:\n{}", wrap(&t.mitigation.plain()));
    Some(out)
}
