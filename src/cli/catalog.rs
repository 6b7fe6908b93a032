//! `trustline catalog`: what is built in, listed and searched.

use super::compile::complain;
use super::family::Family;
use super::{Exit, world};
use crate::catalog::{self, Catalog, Root, edition, frameworks};
use crate::diagnostic::{Diagnostic, codes};
use clap::ValueEnum;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline catalog                              all of it
  trustline catalog --only controls
  trustline catalog --family harm                threats of harm to people
  trustline catalog vector store                 what speaks of both words";

#[derive(clap::Args)]
pub struct Arguments {
    /// Only what speaks of these words, in a name, title or description.
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// Only things of this sort.
    #[arg(long, value_name = "SORT")]
    only: Option<Sort>,
    /// Only threats of this family.
    #[arg(long, value_name = "FAMILY")]
    family: Option<Family>,
}

/// A sort of thing in the catalog.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// Kinds of elements.
    Kinds,
    /// Kinds of data.
    Data,
    /// Controls.
    Controls,
    /// Threats.
    Threats,
    /// Frameworks and testing tools that are referred to.
    Frameworks,
}

/// One thing of the catalog.
pub struct Row<'a> {
    sort: Sort,
    /// Its name.
    pub name: &'a str,
    title: &'a str,
    more: &'a str,
    /// Of a threat.
    family: Option<catalog::Family>,
}

pub fn run(arguments: &Arguments) -> Exit {
    let catalog = match edition::edition(None) {
        Ok(c) => c,
        Err(e) => {
            complain(&Diagnostic::bare(codes::UNKNOWN_EDITION, format!("{e:?}")));
            return Exit::Error;
        }
    };
    let all: Vec<Row<'_>> = rows(&catalog)
        .into_iter()
        .filter(|r| arguments.only.is_none_or(|o| o == r.sort))
        .filter(|r| arguments.family.is_none_or(|f| r.family == Some(f.meant())))
        .filter(|r| arguments.words.iter().all(|w| speaks_of(r, w)))
        .collect();
    if all.is_empty() {
        complain(&Diagnostic::bare(codes::BAD_CALL, "nothing in the catalog speaks of that"));
        return Exit::Error;
    }
    let mut out = String::new();
    for sort in Sort::value_variants() {
        let some: Vec<&Row<'_>> = all.iter().filter(|r| r.sort == *sort).collect();
        if some.is_empty() {
            continue;
        }
        let width = some.iter().map(|r| r.name.len()).max().unwrap_or(0);
        out.push_str(&format!("{sort:?} ({})\n", some.len()));
        for r in some {
            out.push_str(&format!("  {:<width$}  {}\n", r.name, r.title));
        }
    }
    out.push_str("\n`trustline explain NAME` tells all of one.\n");
    world::print(&out);
    Exit::Done
}

/// What speaks of a word.
pub fn search<'a>(catalog: &'a Catalog, word: &str) -> Vec<Row<'a>> {
    rows(catalog).into_iter().filter(|r| r.sort != Sort::Frameworks && speaks_of(r, word)).collect()
}

fn speaks_of(row: &Row<'_>, word: &str) -> bool {
    let word = word.to_lowercase();
    let spaced = word.replace(['_', '-'], " ");
    let has = |text: &str| {
        let text = text.to_lowercase();
        text.contains(&word) || text.contains(&spaced)
    };
    has(row.name) || has(row.title) || has(row.more)
}

fn rows(catalog: &Catalog) -> Vec<Row<'_>> {
    let mut out: Vec<Row<'_>> = catalog
        .kinds
        .iter()
        .map(|k| Row {
            sort: if k.root == Root::Data { Sort::Data } else { Sort::Kinds },
            name: &k.name,
            title: &k.label,
            more: &k.about,
            family: None,
        })
        .collect();
    out.extend(catalog.controls.iter().map(|c| Row {
        sort: Sort::Controls,
        name: &c.name,
        title: &c.label,
        more: &c.about,
        family: None,
    }));
    out.extend(catalog.rules.iter().map(|r| Row {
        sort: Sort::Threats,
        name: &r.name,
        title: &r.title,
        more: &r.scenario,
        family: Some(catalog::Family::of(r.harm)),
    }));
    out.extend(frameworks::frameworks().map(|f| Row {
        sort: Sort::Frameworks,
        name: f.prefix,
        title: f.title,
        more: f.edition,
        family: None,
    }));
    out
}
