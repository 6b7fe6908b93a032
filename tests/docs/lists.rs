//! The pages that list what is built in, made from the tables that the compiler itself reads.

use std::fmt::Write as _;
use trustline::catalog::{Catalog, KindId, Reach, Root};
use trustline::diagnostic::{Severity, codes};
use trustline::model::words::{self, Property, Word};

/// All such pages, with their names.
pub fn all(catalog: &Catalog) -> Vec<(&'static str, String)> {
    vec![
        ("statements.md", statements()),
        ("kinds.md", kinds(catalog)),
        ("controls.md", controls(catalog)),
        ("threats.md", threats(catalog)),
        ("diagnostics.md", diagnostics()),
    ]
}

const MADE: &str = "Made from what is built in; a test keeps it so.";

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words as code, with commas.
fn code<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    words.into_iter().map(|w| format!("`{}`", w.as_ref())).collect::<Vec<_>>().join(", ")
}

fn properties(out: &mut String, list: &[Property]) {
    if list.is_empty() {
        return;
    }
    out.push_str("| property | takes | |\n|---|---|---|\n");
    for p in list {
        let needed = if p.required { " **Needed.**" } else { "" };
        let _ = writeln!(out, "| `{}` | {} | {}{needed} |", p.name, cell(&p.ty.takes()), cell(p.about));
    }
    out.push('\n');
}

fn statement(out: &mut String, w: &Word) {
    let places: Vec<&str> = w.places.iter().map(|p| p.words()).collect();
    let _ = write!(out, "## {}\n\n{}\n\n```text\n{}\n```\n\n", w.name, w.about, w.usage);
    let _ = write!(out, "Stands {}.\n\n", places.join(" or "));
    properties(out, w.properties);
}

fn statements() -> String {
    let mut out = format!(
        "# Statements\n\n{MADE} How they work together is told in [language.md](language.md).\n\n\
         Parts are declared without a word of their own: elements and data by their kind, flows by an arrow.\n\n"
    );
    let parts = [
        (
            "Elements",
            words::ELEMENT,
            "KIND NAME \"LABEL\" { … }",
            "An element, of a kind under `external`, `process` or `store`. Its kind may have further properties: [kinds.md](kinds.md).",
        ),
        (
            "Data",
            words::DATA,
            "KIND NAME \"LABEL\" { … }",
            "What moves and what is kept, of a kind under `data`.",
        ),
        (
            "Flows",
            words::FLOW,
            "SOURCE -> TARGET [as NAME] \"LABEL\" { … }",
            "A call that the source starts, with what goes along and what comes back.",
        ),
    ];
    for (title, list, usage, about) in parts {
        let _ = write!(out, "## {title}\n\n{about}\n\n```text\n{usage}\n```\n\n");
        properties(&mut out, list);
    }
    for w in words::WORDS {
        statement(&mut out, w);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn kinds(catalog: &Catalog) -> String {
    let mut out = format!(
        "# Kinds\n\n{MADE} Catalog {}. `trustline explain KIND` tells of one in a terminal.\n\n\
         A kind has the properties and threats of those above it. Its trust counts outside boundaries only. What it \
         expects are the controls that it should have by default: [meaning.md](meaning.md#checklist). Kinds with \
         several parents are listed under the first.\n\n",
        catalog.edition
    );
    for root in [Root::External, Root::Process, Root::Store] {
        let kind = catalog.kind(root.kind()).unwrap();
        let _ = write!(out, "## {}\n\n{}\n\n", kind.label, kind.about);
        let expected = catalog.expected_itself(root.kind()).into_iter().filter_map(|c| catalog.control(c));
        let expected = code(expected.map(|c| &c.name));
        if !expected.is_empty() {
            let _ = write!(out, "Each expects {expected}.\n\n");
        }
        tree(&mut out, catalog, root.kind(), 0);
        out.push('\n');
    }
    let _ = write!(
        out,
        "## Data\n\nWhat is moved and kept, with the defaults that a piece of data overrides.\n\n\
         | kind | | class | integrity | availability | personal |\n|---|---|---|---|---|---|\n"
    );
    for id in catalog.children(Root::Data.kind()) {
        let k = catalog.kind(id).unwrap();
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} | {} | {} |",
            k.name,
            cell(&k.about),
            k.class.map_or("", |c| c.word()),
            k.integrity.map_or("", |l| l.word()),
            k.availability.map_or("", |l| l.word()),
            if k.personal == Some(true) { "yes" } else { "no" },
        );
    }
    out.push_str("\n## Properties\n\nOf the kinds named and those under them.\n\n");
    out.push_str("| property | of | takes | default | |\n|---|---|---|---|---|\n");
    for p in &catalog.properties {
        let on = code(p.on.iter().filter_map(|k| catalog.kind(*k)).map(|k| &k.name));
        let _ = writeln!(
            out,
            "| `{}` | {on} | {} | `{}` | {} |",
            p.name,
            cell(&p.ty.takes()),
            p.default,
            cell(&p.about)
        );
    }
    out
}

/// The kinds below one, as a nested list.
fn tree(out: &mut String, catalog: &Catalog, above: KindId, depth: usize) {
    for id in catalog.children(above) {
        let k = catalog.kind(id).unwrap();
        // Under its first parent; the others are named.
        if k.parents.first() != Some(&above) {
            continue;
        }
        let indent = "  ".repeat(depth);
        let _ = write!(out, "{indent}- `{}` {}: {}", k.name, k.label, cell(&k.about));
        let others = code(catalog.parents(k).iter().skip(1).map(|p| &p.name));
        if !others.is_empty() {
            let _ = write!(out, " Also under {others}.");
        }
        if k.sets.iter().any(|s| s == "trust") {
            let _ = write!(out, " Trust: {}.", k.trust.map_or("", |t| t.word()));
        }
        let own: Vec<String> = catalog
            .properties_of(id)
            .into_iter()
            .filter(|(p, _)| p.on.contains(&id) || k.sets.contains(&p.name))
            .map(|(p, default)| format!("`{}: {default}`", p.name))
            .collect();
        if !own.is_empty() {
            let _ = write!(out, " Brings {}.", own.join(", "));
        }
        let expected = catalog.expected_itself(id).into_iter().filter_map(|c| catalog.control(c));
        let expected = code(expected.map(|c| &c.name));
        if !expected.is_empty() {
            let _ = write!(out, " Expects {expected}.");
        }
        out.push('\n');
        tree(out, catalog, id, depth + 1);
    }
}

fn controls(catalog: &Catalog) -> String {
    let mut out = format!(
        "# Controls\n\n{MADE} Catalog {}.\n\n\
         What a control takes off stands behind the threat: steps of the likelihood, or of the impact. A control counts where \
         it stands; one with reach *path* counts for all that lies behind it, if every way passes it. The rules: \
         [meaning.md](meaning.md#where-a-control-counts).\n",
        catalog.edition
    );
    let mut groups: Vec<&str> = Vec::new();
    for c in &catalog.controls {
        if !groups.contains(&c.group.as_str()) {
            groups.push(&c.group);
        }
    }
    for group in groups {
        let _ = write!(out, "\n## {}\n\n", in_title(group));
        out.push_str("| control | is in force when | takes off |\n|---|---|---|\n");
        for (i, c) in catalog.controls.iter().enumerate().filter(|(_, c)| c.group == group) {
            let reliefs: Vec<String> = catalog
                .relieved_by(trustline::catalog::ControlId::new(i))
                .iter()
                .map(|r| {
                    let likelihood = r.likelihood.map(|n| format!("-{n}"));
                    let impact = r.impact.map(|n| format!("impact -{n}"));
                    let steps: Vec<String> = likelihood.into_iter().chain(impact).collect();
                    format!("[{0}](threats.md#{0}) {1}", r.rule.name, steps.join(" "))
                })
                .collect();
            let reach = if c.reach == Reach::Path { " Reach: path." } else { "" };
            let _ = writeln!(
                out,
                "| `{}` {} | {}{reach} | {} |",
                c.name,
                c.label,
                cell(&c.about),
                reliefs.join(", ")
            );
        }
    }
    out
}

fn diagnostics() -> String {
    let mut out = format!(
        "# Diagnostics\n\n{MADE} `trustline explain CODE` prints the page of a code, with an example that is wrong and one that is \
         right.\n"
    );
    for (severity, about) in [
        (Severity::Error, "The model can't be used, or the call can't be carried out: exit status 2."),
        (Severity::Warning, "Something is most likely not as it was meant."),
        (Severity::Note, "Worth knowing."),
    ] {
        let _ = write!(out, "\n## {}s\n\n{about}\n\n| code | |\n|---|---|\n", in_title(severity.word()));
        for c in codes::ALL.iter().filter(|c| c.severity() == severity) {
            let _ =
                writeln!(out, "| [{0}](../src/diagnostic/pages/{0}.md) | {1} |", c.name(), cell(c.about()));
        }
    }
    out
}

fn in_title(word: &str) -> String {
    let spaced = word.replace('_', " ");
    let mut letters = spaced.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn threats(catalog: &Catalog) -> String {
    let mut out = format!(
        "# Threats\n\n{MADE} Catalog {}. `trustline explain THREAT` adds what an attacker does, what to do about it, and the \
         references to ATLAS, OWASP, NIST and others.\n\n\
         Likelihood and impact are those before controls and before what is at stake. The words of the conditions are \
         explained in [language.md](language.md#conditions).\n",
        catalog.edition
    );
    for r in &catalog.rules {
        let (family, classes) = trustline::catalog::classed(&r.stride, r.harm);
        let family = if r.harm.is_some() { format!("{family}: ") } else { String::new() };
        let steps = |list| {
            let list: Vec<String> =
                catalog.steps(list).iter().map(|(c, n)| format!("`{}` -{n}", c.name)).collect();
            list.join(", ")
        };
        let _ = write!(out, "\n## {}\n\n**{}.** {family}{classes}.\n\n", r.name, r.title);
        let _ = writeln!(
            out,
            "- Arises on {}{}",
            catalog.tried_on(r).join(", "),
            if r.when.is_some() { " when" } else { "." }
        );
        if let Some(when) = &r.when {
            let _ = writeln!(out, "  `{}`", cell(&when.text).replace("\\|", "|"));
        }
        let _ = writeln!(out, "- Likelihood {}, at least {}; impact {}", r.likelihood, r.floor, r.impact);
        for (what, list) in [("Lowered by", &r.lowered_by), ("Softened by", &r.softened_by)] {
            if !list.is_empty() {
                let _ = writeln!(out, "- {what} {}", steps(list));
            }
        }
        let refined: Vec<String> = r
            .refines
            .iter()
            .filter_map(|x| catalog.rule(*x))
            .map(|x| format!("[{0}](#{0})", x.name))
            .collect();
        if !refined.is_empty() {
            let _ = writeln!(out, "- Takes the place of {}", refined.join(", "));
        }
    }
    out
}
