//! The catalog and its coverage as one JSON object. `catalog.schema.json` fixes its form.

use crate::catalog::coverage::{self, Covered};
use crate::catalog::frameworks::{self, Entry, Framework};
use crate::catalog::search::{Item, Sort};
use crate::catalog::{
    Acts, Catalog, ControlId, ControlKind, Harm, Kind, KindId, Reach, Reference, Rule, Stride,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The JSON Schema (draft 2020-12) of what is printed.
pub const SCHEMA: &str = include_str!("catalog.schema.json");

/// The version of the form: the second number grows when something is added, the first when
/// something is changed or taken away.
const VERSION: &str = "1.0";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: &'static str,
    /// The edition.
    catalog: &'a str,
    #[serde(flatten)]
    of: Of<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Of<'a> {
    Items {
        kinds: Vec<KindOf<'a>>,
        data: Vec<KindOf<'a>>,
        controls: Vec<ControlOf<'a>>,
        threats: Vec<RuleOf<'a>>,
        frameworks: Vec<FrameworkOf>,
    },
    Coverage {
        coverage: Vec<CoverageOf<'a>>,
    },
}

#[derive(Serialize)]
struct KindOf<'a> {
    name: &'a str,
    label: &'a str,
    about: &'a str,
    root: &'static str,
    under: Vec<&'a str>,
    layer: Option<&'a str>,
}

#[derive(Serialize)]
struct ControlOf<'a> {
    name: &'a str,
    label: &'a str,
    about: &'a str,
    group: &'a str,
    reach: Reach,
    acts: &'a [Acts],
    verifies: Vec<&'a str>,
    default_for: Vec<&'a str>,
    refs: Vec<EntryOf>,
}

#[derive(Serialize)]
struct RuleOf<'a> {
    name: &'a str,
    title: &'a str,
    stride: &'a [Stride],
    harm: Option<Harm>,
    family: &'a [String],
    on: Vec<&'a str>,
    when: Option<&'a str>,
    refines: Vec<&'a str>,
    likelihood: u8,
    floor: u8,
    impact: u8,
    lowered_by: BTreeMap<&'a str, u8>,
    softened_by: BTreeMap<&'a str, u8>,
    scenario: &'a str,
    mitigation: &'a str,
    phase: &'a [String],
    layer: Option<&'a str>,
    test: Vec<EntryOf>,
    refs: Vec<EntryOf>,
}

/// An entry of a framework, with what a program needs to cite it.
#[derive(Serialize)]
struct EntryOf {
    framework: &'static str,
    edition: &'static str,
    id: &'static str,
    name: &'static str,
    sort: &'static str,
    url: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
}

#[derive(Serialize)]
struct FrameworkOf {
    prefix: &'static str,
    title: &'static str,
    edition: &'static str,
    url: &'static str,
    kind: &'static str,
    licence: &'static str,
    sort: &'static str,
}

#[derive(Serialize)]
struct CoverageOf<'a> {
    #[serde(flatten)]
    framework: FrameworkOf,
    /// Of the entries of that sort.
    covered: usize,
    excepted: usize,
    all: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<Row<'a>>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'static str,
    name: &'static str,
    edition: &'static str,
    sort: &'static str,
    url: &'static str,
    standing: &'static str,
    threats: Vec<&'a str>,
    controls: Vec<&'a str>,
    through: Vec<&'static str>,
    exception: Option<&'static str>,
}

fn entry(e: &Entry) -> EntryOf {
    EntryOf {
        framework: e.framework.prefix,
        edition: e.edition,
        id: e.id,
        name: e.name,
        sort: e.sort,
        url: e.url,
        call: e.call(),
    }
}

fn entries(refs: &[Reference]) -> Vec<EntryOf> {
    refs.iter().filter_map(frameworks::entry).map(|e| entry(&e)).collect()
}

fn framework(f: &Framework) -> FrameworkOf {
    FrameworkOf {
        prefix: f.prefix,
        title: f.title,
        edition: f.edition,
        url: f.url,
        kind: f.kind.word(),
        licence: f.licence,
        sort: f.sort,
    }
}

fn kind<'a>(k: &'a Kind, catalog: &'a Catalog) -> KindOf<'a> {
    KindOf {
        name: &k.name,
        label: &k.label,
        about: &k.about,
        root: k.root.word(),
        under: catalog.parents(k).iter().map(|p| p.name.as_str()).collect(),
        layer: k.layer.as_deref(),
    }
}

fn control<'a>(c: &'a ControlKind, catalog: &'a Catalog) -> ControlOf<'a> {
    let named =
        |kinds: &[KindId]| kinds.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
    ControlOf {
        name: &c.name,
        label: &c.label,
        about: &c.about,
        group: &c.group,
        reach: c.reach,
        acts: &c.acts,
        verifies: named(&c.verifies),
        default_for: named(&c.default_for),
        refs: entries(&c.refs),
    }
}

fn rule<'a>(r: &'a Rule, catalog: &'a Catalog) -> RuleOf<'a> {
    let steps = |list: &[(ControlId, u8)]| -> BTreeMap<&'a str, u8> {
        catalog.steps(list).iter().map(|(c, n)| (c.name.as_str(), *n)).collect()
    };
    RuleOf {
        name: &r.name,
        title: &r.title,
        stride: &r.stride,
        harm: r.harm,
        family: &r.family,
        on: catalog.tried_on(r),
        when: r.when.as_ref().map(|w| w.text.as_str()),
        refines: r.refines.iter().filter_map(|id| catalog.rule(*id)).map(|r| r.name.as_str()).collect(),
        likelihood: r.likelihood,
        floor: r.floor,
        impact: r.impact,
        lowered_by: steps(&r.lowered_by),
        softened_by: steps(&r.softened_by),
        scenario: &r.scenario,
        mitigation: &r.mitigation,
        phase: &r.phase,
        layer: r.layer.as_deref(),
        test: entries(&r.test),
        refs: entries(&r.refs),
    }
}

/// What was found, sort by sort; a sort of which nothing was found is an empty list.
pub(super) fn items(catalog: &Catalog, found: &[Item<'_>]) -> String {
    let kinds = |sort: Sort| {
        found.iter().filter(move |i| i.sort() == sort).filter_map(|i| match i {
            Item::Kind(k) => Some(kind(k, catalog)),
            Item::Control(_) | Item::Rule(_) | Item::Framework(_) => None,
        })
    };
    let (mut controls, mut threats, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for item in found {
        match item {
            Item::Kind(_) => {}
            Item::Control(c) => controls.push(control(c, catalog)),
            Item::Rule(r) => threats.push(rule(r, catalog)),
            Item::Framework(f) => all.push(framework(f)),
        }
    }
    let (kinds, data) = (kinds(Sort::Kinds).collect(), kinds(Sort::Data).collect());
    written(catalog, Of::Items { kinds, data, controls, threats, frameworks: all })
}

/// Every framework with its numbers.
pub(super) fn counts(catalog: &Catalog) -> String {
    let all = coverage::counts(catalog).iter().map(|c| of(c, None)).collect();
    written(catalog, Of::Coverage { coverage: all })
}

/// One framework with all its entries.
pub(super) fn coverage(catalog: &Catalog, framework: &'static Framework, all: &[Covered<'_>]) -> String {
    let rows = all
        .iter()
        .map(|c| Row {
            id: c.entry.id,
            name: c.entry.name,
            edition: c.entry.edition,
            sort: c.entry.sort,
            url: c.entry.url,
            standing: c.standing().word(),
            threats: c.rules.iter().map(|r| r.name.as_str()).collect(),
            controls: c.controls.iter().map(|c| c.name.as_str()).collect(),
            through: c.through.iter().map(|e| e.id).collect(),
            exception: c.exception,
        })
        .collect();
    let count = coverage::count(framework, all);
    written(catalog, Of::Coverage { coverage: vec![of(&count, Some(rows))] })
}

fn of<'a>(count: &coverage::Count, entries: Option<Vec<Row<'a>>>) -> CoverageOf<'a> {
    CoverageOf {
        framework: framework(count.framework),
        covered: count.covered,
        excepted: count.excepted,
        all: count.all,
        entries,
    }
}

fn written(catalog: &Catalog, of: Of<'_>) -> String {
    let document =
        Document { schema: VERSION, tool: env!("CARGO_PKG_VERSION"), catalog: &catalog.edition, of };
    // Plain data of names, numbers and lists, which always has a form.
    serde_json::to_string_pretty(&document).map(|text| text + "\n").unwrap_or_default()
}
