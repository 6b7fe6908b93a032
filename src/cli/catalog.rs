//! `trustline catalog`: what is built in, listed, searched and held against frameworks.

mod coverage;
mod json;

pub(super) use json::SCHEMA;

use super::compile::complain;
use super::family::Family;
use super::{Exit, Outcome, world};
use crate::catalog::search::{Item, Query, Sort, find};
use crate::catalog::{Catalog, Stride, edition, fields, frameworks};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline catalog                              all of it
  trustline catalog --only controls
  trustline catalog --family harm                threats of harm to people
  trustline catalog vector store                 what speaks of both words
  trustline catalog --ref owasp-llm-2026:LLM01   what refers to an entry of a framework
  trustline catalog --kind agent --stride E      threats of a kind, by a letter of STRIDE
  trustline catalog --coverage                   each framework in a line, with numbers
  trustline catalog --coverage owasp-llm-2026    its entries, with the threats that refer to them";

#[derive(clap::Args)]
pub struct Arguments {
    /// Only what speaks of these words, in a name, title or description.
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// Only things of this sort.
    #[arg(long, value_name = "SORT", value_parser = PossibleValuesParser::new(Sort::WORDS))]
    only: Option<String>,
    /// Only controls and threats that refer to a framework or to one of its entries.
    #[arg(long = "ref", value_name = "FRAMEWORK[:ID]")]
    reference: Option<String>,
    /// Only threats of this family.
    #[arg(long, value_name = "FAMILY")]
    family: Option<Family>,
    /// Only threats of a letter, as `E` or `elevation_of_privilege`.
    #[arg(long, value_name = "LETTER", value_parser = letter)]
    stride: Option<Stride>,
    /// Only threats that are carried out in this phase of a system's life.
    #[arg(long, value_name = "PHASE", value_parser = PossibleValuesParser::new(fields::PHASES))]
    phase: Option<String>,
    /// Only threats and kinds of this layer of MAESTRO.
    #[arg(long, value_name = "LAYER", value_parser = PossibleValuesParser::new(fields::LAYERS))]
    layer: Option<String>,
    /// Only threats that arise on elements of this kind, or ask for it.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Instead of a list: the entries of a framework with the threats and controls that refer to
    /// them, and those without any; without a value, a line for each framework.
    #[arg(
        long,
        value_name = "FRAMEWORK",
        num_args = 0..=1,
        default_missing_value = "",
        hide_default_value = true,
        conflicts_with_all = ["words", "only", "reference", "family", "stride", "phase", "layer", "kind"]
    )]
    coverage: Option<String>,
    /// The form in which it is printed.
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Form,
}

/// The forms.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// For programs: one JSON object, whose schema `export --schema catalog` prints.
    Json,
}

/// A letter of STRIDE, or its word.
fn letter(text: &str) -> Result<Stride, String> {
    let same = |s: &&Stride| s.letter().to_string().eq_ignore_ascii_case(text);
    Stride::from_word(text).or_else(|| Stride::ALL.iter().find(same).copied()).ok_or_else(|| {
        let letters: Vec<String> = Stride::ALL.iter().map(|s| format!("{} ({s})", s.letter())).collect();
        format!("there is {}", letters.join(", "))
    })
}

pub fn run(arguments: &Arguments) -> Exit {
    match told(arguments) {
        Ok(text) => {
            world::print(&text);
            Exit::Done
        }
        Err(d) => {
            complain(&d);
            Exit::Error
        }
    }
}

fn told(arguments: &Arguments) -> Outcome<String> {
    let catalog = edition::edition(None)
        .map_err(|e| Box::new(Diagnostic::bare(codes::UNKNOWN_EDITION, format!("{e:?}"))))?;
    let json = arguments.format == Form::Json;
    match arguments.coverage.as_deref() {
        Some("") if json => return Ok(json::counts(&catalog)),
        Some("") => return Ok(coverage::counts(&catalog)),
        Some(prefix) => {
            let framework = framework(prefix)?;
            let all = crate::catalog::coverage::coverage(&catalog, framework.prefix);
            return Ok(if json {
                json::coverage(&catalog, framework, &all)
            } else {
                coverage::entries(framework, &all)
            });
        }
        None => {}
    }
    let found = find(&catalog, &query(arguments, &catalog)?);
    if found.is_empty() {
        return Err(Box::new(Diagnostic::bare(codes::BAD_CALL, "nothing in the catalog speaks of that")));
    }
    Ok(if json { json::items(&catalog, &found) } else { list(&found) })
}

fn query(arguments: &Arguments, catalog: &Catalog) -> Outcome<Query> {
    let reference = match arguments.reference.as_deref() {
        None => None,
        Some(text) => Some(match text.split_once(':') {
            None => (framework(text)?.prefix.to_owned(), None),
            Some(_) => {
                let e = entry(text)?;
                (e.framework.prefix.to_owned(), Some(e.id.to_owned()))
            }
        }),
    };
    let kind = match arguments.kind.as_deref() {
        None => None,
        Some(name) => Some(catalog.find_kind(name).ok_or_else(|| {
            let d = Diagnostic::bare(codes::BAD_CALL, format!("there is no kind `{name}`"));
            near(
                d,
                nearest(name, catalog.kinds.iter().map(|k| k.name.as_str())),
                "`trustline catalog --only kinds` lists them",
            )
        })?),
    };
    Ok(Query {
        words: arguments.words.clone(),
        sort: arguments.only.as_deref().and_then(Sort::from_word),
        reference,
        family: arguments.family.map(Family::meant),
        stride: arguments.stride,
        phase: arguments.phase.clone(),
        layer: arguments.layer.clone(),
        kind,
    })
}

fn near(d: Diagnostic, nearest: Option<&str>, otherwise: &str) -> Box<Diagnostic> {
    Box::new(match nearest {
        Some(n) => d.help(format!("did you mean `{n}`?")),
        None => d.help(otherwise),
    })
}

/// The framework of a prefix, or what to say if there is none.
pub(super) fn framework(prefix: &str) -> Outcome<&'static frameworks::Framework> {
    frameworks::framework(prefix).ok_or_else(|| {
        let d = Diagnostic::bare(codes::BAD_CALL, format!("there is no framework or tool `{prefix}`"));
        near(d, frameworks::nearest_prefix(prefix), "`trustline catalog --only frameworks` lists them")
    })
}

/// The entry of a reference such as `atlas:AML.T0070`, or what to say if there is none.
pub(super) fn entry(reference: &str) -> Outcome<frameworks::Entry> {
    let (prefix, id) = reference.split_once(':').unwrap_or((reference, ""));
    let framework = framework(prefix)?;
    frameworks::find(prefix, id).ok_or_else(|| {
        let d = Diagnostic::bare(codes::BAD_CALL, format!("{} has no entry `{id}`", framework.title));
        let nearest = frameworks::nearest_id(prefix, id).map(|n| format!("{prefix}:{n}"));
        near(d, nearest.as_deref(), &format!("`trustline explain {prefix}` lists its entries"))
    })
}

fn list(found: &[Item<'_>]) -> String {
    let mut out = String::new();
    for sort in Sort::ALL {
        let some: Vec<&Item<'_>> = found.iter().filter(|i| i.sort() == *sort).collect();
        if some.is_empty() {
            continue;
        }
        let width = some.iter().map(|i| i.name().len()).max().unwrap_or(0);
        out.push_str(&format!("{sort:?} ({})\n", some.len()));
        for i in some {
            let edition = match i {
                Item::Framework(f) => format!(" ({})", f.edition),
                Item::Kind(_) | Item::Control(_) | Item::Rule(_) => String::new(),
            };
            out.push_str(&format!("  {:<width$}  {}{edition}\n", i.name(), i.title()));
        }
    }
    out.push_str("\n`trustline explain NAME` tells all of one.\n");
    out
}

/// The kinds, controls and threats that speak of a word.
pub(super) fn speaking_of<'a>(catalog: &'a Catalog, word: &str) -> Vec<Item<'a>> {
    let query = Query { words: vec![word.to_owned()], ..Query::default() };
    find(catalog, &query).into_iter().filter(|i| i.sort() != Sort::Frameworks).collect()
}
