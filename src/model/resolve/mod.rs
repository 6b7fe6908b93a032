//! From trees to one resolved model.
//!
//! Order never matters: all names of all files are collected first (`collect`), then everything
//! is looked up, a file a group. Every mistake is said, once: what is declared by a broken
//! statement counts as declared, and what a missing import may have brought is not missed.

mod collect;
mod controls;
mod data;
mod elements;
mod flows;
mod lookup;
mod names;
mod older;
mod own;
mod props;
mod responses;
mod statements;
mod suppose;
mod values;
mod views;

pub use collect::{head_of, placed_control};
pub use own::{resolve, resolve_among, resolve_supposing};
pub use suppose::{Supposed, suppose};
pub use values::items;

use super::read::Read;
use super::{BoundaryId, ElementId, FlowId, Model};
use crate::catalog::{Catalog, ControlId, KindId, PropertyId, RuleId};
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::{Map, Set};
use crate::source::Span;
use crate::syntax::tree::{self, Block, Path, Statement, Word};
use names::Scopes;
use std::sync::Arc;

/// A model with what there is to say about it.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The model, of all statements that are good.
    pub model: Model,
    /// What is wrong with names, values and types; what is wrong with files and forms is in
    /// [`Read::diagnostics`].
    pub diagnostics: Vec<Diagnostic>,
}

/// Resolves against a given catalog.
pub fn resolve_with(read: &Read, catalog: Arc<Catalog>) -> Resolved {
    resolve_all(read, catalog, &[])
}

fn resolve_all(read: &Read, catalog: Arc<Catalog>, supposed: &[Supposed]) -> Resolved {
    let mut cx = Cx::new(read, catalog);
    cx.own_words();
    cx.words.index(&cx.catalog);
    cx.collect();
    cx.boundaries();
    cx.elements();
    cx.data();
    cx.flows();
    cx.own_controls();
    cx.responses();
    cx.statements();
    cx.own_conditions();
    cx.suppose(supposed);
    cx.finish()
}

/// How much chains may repeat of what is written once: entries of lists and bytes of texts.
const MAX_COPIES: usize = 1_000_000;

/// Where a statement stands while it is collected.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Where {
    File,
    Boundary,
    /// In a block that holds properties only.
    Other,
}

#[derive(Copy, Clone)]
struct At {
    file: usize,
    boundary: Option<usize>,
    place: Where,
    /// The properties of the block's owner.
    table: &'static [super::words::Property],
    /// The kind of the block's owner.
    kind: Option<KindId>,
}

/// What boundaries, elements, data and controls have in common.
#[derive(Copy, Clone, Debug)]
struct Head<'t> {
    file: usize,
    boundary: Option<usize>,
    name: &'t Word,
    label: Option<&'t str>,
    block: Option<&'t Block>,
    span: Span,
    /// Its head has been reported: nothing is missed in it.
    broken: bool,
}

impl Head<'_> {
    fn label(&self) -> String {
        self.label.unwrap_or(&self.name.text).to_owned()
    }
}

/// Statements by what they are, in the order of the text.
#[derive(Default)]
struct Items<'t> {
    boundaries: Vec<Head<'t>>,
    elements: Vec<(Head<'t>, KindId)>,
    data: Vec<(Head<'t>, KindId)>,
    /// With whether the statement has been reported.
    flows: Vec<(usize, &'t tree::Flow, bool)>,
    controls: Vec<(Head<'t>, &'t [Path])>,
    responses: Vec<(usize, &'t Statement, &'t tree::Response)>,
    others: Vec<(usize, &'t Statement)>,
    /// Declarations without a name.
    nameless: Vec<Nameless>,
    /// Heads that look like flows and could not be read.
    broken_flows: Vec<Span>,
}

/// A declaration that has a label and no name.
struct Nameless {
    file: usize,
    /// Where it is said, among the diagnostics.
    said: usize,
    /// Behind its word, where its name is missing.
    gap: Span,
    /// The unknown name that may be its own.
    maybe: Option<String>,
}

/// The catalog's words by name.
#[derive(Default)]
struct Vocabulary<'t> {
    kinds: Map<String, KindId>,
    controls: Map<String, ControlId>,
    rules: Map<String, RuleId>,
    properties: Map<String, Vec<PropertyId>>,
    /// Names of kinds, controls and threats that the model declares, broken ones too.
    own: Set<&'t str>,
    /// Kinds of the model whose declaration is broken.
    hurt: Set<KindId>,
}

/// What resolution works with.
struct Cx<'t> {
    read: &'t Read,
    /// Shared with all models of the edition, until it gets words of this one.
    catalog: Arc<Catalog>,
    words: Vocabulary<'t>,
    scopes: Scopes<'t>,
    items: Items<'t>,
    out: Vec<Diagnostic>,
    model: Model,
    /// Where `controls:` lists put controls of this system.
    own_places: Vec<(super::OwnControlId, super::parts::Place, Span)>,
    /// The ids of collected controls, if some of them did not become one; empty otherwise.
    own_ids: Vec<Option<super::OwnControlId>>,
    /// How far the places of collected boundaries are from their ids: one if `system` is implied.
    shift: usize,
    /// The flows that each collected statement became.
    flow_ids: Vec<Vec<FlowId>>,
    by_ends: Map<(ElementId, ElementId), Vec<FlowId>>,
    /// Flows by the ends that they had once, with where that is said.
    older_flows: Map<String, (FlowId, Span)>,
    /// Elements at which a flow could not be resolved.
    half_flows: Set<ElementId>,
    /// Files in which a brace or a quote is open or stray: what stands in which block is uncertain.
    uncertain: Set<usize>,
    /// Values that the parser has reported.
    faulty_values: Set<Span>,
    /// Unknown names that were said, each once a file.
    said: Map<(usize, String), usize>,
    /// Parts of the model that conditions of own threats name.
    named_parts: Vec<crate::catalog::NamedPart>,
    /// How much chains have repeated of what is written once.
    copied: usize,
    /// How many words may still be compared for help; bounds the work on hostile input.
    budget: usize,
}

/// Ids by name and by older name; a name of today goes before an older one.
fn by_name<'a, Id: Copy>(
    words: impl Iterator<Item = (&'a String, &'a Vec<String>)> + Clone,
    id: fn(usize) -> Id,
) -> Map<String, Id> {
    let mut out = Map::default();
    for (i, (_, was)) in words.clone().enumerate() {
        for old in was {
            out.entry(old.clone()).or_insert(id(i));
        }
    }
    out.extend(words.enumerate().map(|(i, (name, _))| (name.clone(), id(i))));
    out
}

impl Vocabulary<'_> {
    /// Makes the maps from names.
    fn index(&mut self, catalog: &Catalog) {
        let kinds = catalog.kinds.iter().map(|k| (&k.name, &k.was));
        self.kinds = by_name(kinds, KindId::new);
        let controls = catalog.controls.iter().map(|c| (&c.name, &c.was));
        self.controls = by_name(controls, ControlId::new);
        let rules = catalog.rules.iter().map(|r| (&r.name, &r.was));
        self.rules = by_name(rules, RuleId::new);
        self.properties.clear();
        for (i, p) in catalog.properties.iter().enumerate() {
            self.properties.entry(p.name.clone()).or_default().push(PropertyId::new(i));
        }
    }
}

impl<'t> Cx<'t> {
    fn new(read: &'t Read, catalog: Arc<Catalog>) -> Self {
        let braces = [codes::OPEN_BLOCK, codes::STRAY_CLOSE, codes::OPEN_QUOTE, codes::OPEN_TEXT];
        let uncertain = read.diagnostics.iter().filter(|d| braces.contains(&d.code));
        Cx {
            read,
            catalog,
            words: Vocabulary::default(),
            scopes: Scopes::new(read),
            items: Items::default(),
            out: Vec::new(),
            model: Model::empty(Arc::default()),
            own_places: Vec::new(),
            own_ids: Vec::new(),
            shift: 0,
            flow_ids: Vec::new(),
            by_ends: Map::default(),
            older_flows: Map::default(),
            half_flows: Set::default(),
            uncertain: uncertain.filter_map(|d| d.primary.as_ref()).map(|p| p.span.file.0 as usize).collect(),
            faulty_values: Set::default(),
            said: Map::default(),
            named_parts: Vec::new(),
            copied: 0,
            budget: 400_000,
        }
    }

    /// Whether so many words may still be compared.
    fn spend(&mut self, words: usize) -> bool {
        let enough = self.budget >= words;
        self.budget = self.budget.saturating_sub(words);
        enough
    }

    /// Whether a chain may repeat so much that is written once, as the block of each of its flows.
    /// Beyond the limit it is said once.
    fn copies(&mut self, parts: usize, span: Span) -> bool {
        let before = self.copied;
        self.copied = before.saturating_add(parts);
        if before <= MAX_COPIES && self.copied > MAX_COPIES {
            let message =
                format!("chains come to more than {MAX_COPIES} parts; from here on they are not read");
            let d = Diagnostic::new(codes::LIMIT, span, message).help(
                "Each flow of a chain has all that its block says. Make the chain or the block shorter.",
            );
            self.out.push(d);
        }
        self.copied <= MAX_COPIES
    }

    /// Whether statements of this file speak for the whole model: only those of its own file do.
    fn speaks(&self, file: usize) -> bool {
        file == 0
    }

    fn boundary_id(&self, index: usize) -> BoundaryId {
        BoundaryId::new(index + self.shift)
    }

    fn finish(mut self) -> Resolved {
        if self.model.info.title.is_empty() {
            let name = self.read.sources.iter().next().map_or("", |(_, f)| f.name.as_str());
            let stem = name.rsplit('/').next().unwrap_or(name);
            self.model.info.title = stem.strip_suffix(".tm").unwrap_or(stem).to_owned();
        }
        self.model.icons = self.read.icons.clone();
        self.model.catalog = self.catalog;
        // In the order of the text; `sort_by_key` keeps the order of equals.
        self.out.sort_by_key(|d| d.primary.as_ref().map(|p| (p.span.file, p.span.start)));
        Resolved { model: self.model, diagnostics: self.out }
    }
}
