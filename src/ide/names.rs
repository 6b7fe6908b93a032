//! The words of a model's files: what each is, and what it stands for.
//!
//! Which words there are and where names stand among them is read from the tables that resolve and the
//! catalog use (`model::words`, `catalog::fields`), so that a new word or property is known here at once.
//! Names are looked up as resolve does: in the file itself, in what it imports without a name, and behind
//! the alias that stands before them.

pub(super) mod walk;

use crate::catalog::fields::Property;
use crate::catalog::{Catalog, ControlId, KindId, PropertyId, Root, RuleId};
use crate::maps::Map;
use crate::model::{Read, items, placed_control, words};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Block, Path, Shape, Statement, Value, ValueKind, Word};

/// What a declaration declares.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// An element.
    Element,
    /// A boundary.
    Boundary,
    /// A piece of data.
    Data,
    /// A flow with a name.
    Flow,
    /// A control of this system.
    OwnControl,
    /// An attacker.
    Attacker,
    /// A view, or what a statement word declares beside these.
    View,
    /// The name behind which a file is imported.
    Alias,
    /// A kind.
    Kind,
    /// A word of the vocabulary of controls.
    Control,
    /// A threat.
    Threat,
    /// A property of a kind.
    Property,
}

impl Sort {
    /// In words, without an article.
    pub fn words(self) -> &'static str {
        match self {
            Sort::Element => "element",
            Sort::Boundary => "boundary",
            Sort::Data => "data",
            Sort::Flow => "flow",
            Sort::OwnControl | Sort::Control => "control",
            Sort::Attacker => "attacker",
            Sort::View => "view",
            Sort::Alias => "import",
            Sort::Kind => "kind",
            Sort::Threat => "threat",
            Sort::Property => "property",
        }
    }

    /// Which of the lists of names it stands in; names of one list differ.
    pub fn list(self) -> List {
        match self {
            Sort::Element | Sort::Boundary | Sort::Data | Sort::Flow => List::Parts,
            Sort::OwnControl => List::OwnControls,
            Sort::Attacker => List::Attackers,
            Sort::View => List::Views,
            Sort::Alias => List::Aliases,
            Sort::Kind => List::Kinds,
            Sort::Control => List::Controls,
            Sort::Threat => List::Threats,
            Sort::Property => List::Properties,
        }
    }
}

/// A list of names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum List {
    Parts,
    OwnControls,
    Attackers,
    Views,
    Aliases,
    Kinds,
    Controls,
    Threats,
    Properties,
}

impl List {
    /// Whether a name of it is the same in all files.
    pub fn is_shared(self) -> bool {
        matches!(self, List::Kinds | List::Controls | List::Threats | List::Properties)
    }
}

/// Something that a file declares: its place in [`Index::symbols`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SymbolId(pub usize);

/// A declaration.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// What it declares.
    pub sort: Sort,
    /// The name.
    pub name: String,
    /// The label, if it has one.
    pub label: Option<String>,
    /// Where the name stands.
    pub span: Span,
    /// The whole statement.
    pub whole: Span,
    /// The block's place, if it has one.
    pub block: Option<Span>,
    /// Its kind, of elements and data.
    pub kind: Option<KindId>,
    /// The boundary around it.
    pub parent: Option<SymbolId>,
    /// Its `was`, where it is given.
    pub was: Option<Span>,
}

/// A property, of a statement or of a kind.
#[derive(Copy, Clone, Debug)]
pub enum Field {
    /// Of a statement or a sort of part.
    Table(&'static Property),
    /// Of a kind.
    Kind(PropertyId),
}

/// What a word is.
#[derive(Copy, Clone, Debug)]
pub enum Role {
    /// A statement word.
    Word(&'static words::Word),
    /// A kind; none if there is none of this name.
    Kind(Option<KindId>),
    /// A control.
    Control(Option<ControlId>),
    /// A threat.
    Threat(Option<RuleId>),
    /// An element, boundary, piece of data or flow.
    Part,
    /// The name of an import.
    Alias,
    /// An attacker.
    Attacker,
    /// What is declared beside parts, as a view.
    Other,
    /// The name of a property; none if nobody knows it.
    Property(Option<Field>),
    /// A word that a property takes.
    Value(Option<Field>),
    /// The path of an import, and the file that it leads to.
    Import(Option<usize>),
    /// A code of a lint.
    Lint,
    /// A framework with one of its entries.
    Framework,
}

/// A word at a place.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Where.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// The declaration that it stands for.
    pub symbol: Option<SymbolId>,
    /// Whether it is the declaration.
    pub declares: bool,
}

/// All words of a model's files.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// What the files declare, in the order of the text.
    pub symbols: Vec<Symbol>,
    /// The words, in the order of the text.
    pub occurrences: Vec<Occurrence>,
    /// Declarations by list and file (none for lists that are shared), and by name.
    names: Map<(List, Option<usize>), Map<String, SymbolId>>,
    /// Parts by file and older name.
    older: Map<usize, Map<String, SymbolId>>,
    /// What each file sees.
    visible: Vec<Vec<usize>>,
}

impl Index {
    /// Reads the words of all files.
    pub fn new(read: &Read, catalog: &Catalog) -> Index {
        let words = Words::new(catalog);
        let mut index =
            Index { visible: (0..read.files.len()).map(|f| read.visible(f)).collect(), ..Index::default() };
        for (file, f) in read.files.iter().enumerate() {
            index.declare(&words, file, None, &f.tree.statements);
        }
        let mut walk = walk::Walk::new(read, &words, &index);
        for file in 0..read.files.len() {
            walk.file(file);
        }
        let mut occurrences = walk.out;
        occurrences.sort_by_key(|o| (o.span.file, o.span.start, o.span.end));
        index.occurrences = occurrences;
        index
    }

    /// The declaration of an id.
    pub fn symbol(&self, id: SymbolId) -> Option<&Symbol> {
        self.symbols.get(id.0)
    }

    /// The word at a place; of two that touch there, the one that begins there.
    pub fn at(&self, file: FileId, offset: usize) -> Option<&Occurrence> {
        let behind =
            self.occurrences.partition_point(|o| (o.span.file, o.span.range().start) <= (file, offset));
        let before = self.occurrences.get(..behind)?;
        before.iter().rev().take(2).find(|o| o.span.file == file && offset <= o.span.range().end)
    }

    /// The words of a file.
    pub fn of_file(&self, file: FileId) -> &[Occurrence] {
        let start = self.occurrences.partition_point(|o| o.span.file < file);
        let end = self.occurrences.partition_point(|o| o.span.file <= file);
        self.occurrences.get(start..end).unwrap_or_default()
    }

    /// Everywhere that something is named, its declaration included.
    pub fn uses(&self, symbol: SymbolId) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(move |o| o.symbol == Some(symbol))
    }

    /// The files whose names a file sees without an alias.
    pub fn visible(&self, file: usize) -> &[usize] {
        self.visible.get(file).map_or(&[], Vec::as_slice)
    }

    /// What a name stands for in a list, seen from a file.
    pub fn find(&self, list: List, file: usize, name: &str) -> Option<SymbolId> {
        let among = |file: Option<usize>| self.names.get(&(list, file))?.get(name).copied();
        if list.is_shared() {
            return among(None);
        }
        if list == List::Aliases {
            return among(Some(file));
        }
        self.visible(file).iter().find_map(|v| among(Some(*v)))
    }

    /// The part of a name or of an older one, seen from a file.
    pub fn part(&self, read: &Read, file: usize, path: &Path) -> Option<SymbolId> {
        self.behind(List::Parts, read, file, path)
    }

    fn behind(&self, list: List, read: &Read, file: usize, path: &Path) -> Option<SymbolId> {
        let home = match &path.alias {
            None => file,
            Some(alias) => read.behind(file, &alias.text)?,
        };
        let name = path.name.text.as_str();
        self.find(list, home, name).or_else(|| {
            let old = |v: &usize| self.older.get(v)?.get(name).copied();
            if list == List::Parts { self.visible(home).iter().find_map(old) } else { None }
        })
    }

    /// The declarations of a list that a file sees.
    pub fn seen(&self, list: List, file: usize) -> impl Iterator<Item = &Symbol> {
        let visible = self.visible(file);
        self.symbols.iter().filter(move |s| {
            let home = s.span.file.0 as usize;
            s.sort.list() == list && (list.is_shared() || visible.contains(&home))
        })
    }

    fn add(&mut self, symbol: Symbol) -> SymbolId {
        let id = SymbolId(self.symbols.len());
        let list = symbol.sort.list();
        let file = (!list.is_shared()).then_some(symbol.span.file.0 as usize);
        self.names.entry((list, file)).or_default().entry(symbol.name.clone()).or_insert(id);
        self.symbols.push(symbol);
        id
    }

    /// The first pass: what is declared.
    fn declare(&mut self, words: &Words<'_>, file: usize, parent: Option<SymbolId>, list: &[Statement]) {
        for statement in list {
            let (sort, kind, name, label, block) = match &statement.shape {
                Shape::Flow(f) => (Sort::Flow, None, f.name.as_ref(), f.label.as_ref(), f.block.as_ref()),
                Shape::Titled(t) if t.word.text == "import" => {
                    (Sort::Alias, None, t.name.as_ref(), None, None)
                }
                Shape::Declaration(d) => {
                    let (sort, kind) =
                        match words.sort(&d.word, !d.parents.is_empty(), d.block.as_ref(), parent) {
                            Some(found) => found,
                            None => continue,
                        };
                    (sort, kind, Some(&d.name), d.label.as_ref(), d.block.as_ref())
                }
                Shape::Broken(b) => {
                    let path = b.word.as_ref().map(|w| Path { alias: None, name: w.clone(), span: w.span });
                    let found = path.and_then(|p| words.sort(&p, false, b.block.as_ref(), parent));
                    let (sort, kind) = found.unwrap_or((Sort::Element, None));
                    (sort, kind, b.name.as_ref(), None, b.block.as_ref())
                }
                _ => {
                    if let Some(block) = statement.block() {
                        self.declare(words, file, parent, &block.statements);
                    }
                    continue;
                }
            };
            let id = name.map(|name| {
                let was = block.and_then(|b| given(b, "was"));
                let id = self.add(Symbol {
                    sort,
                    name: name.text.clone(),
                    label: label.map(|l| l.text.clone()),
                    span: name.span,
                    whole: statement.span,
                    block: block.map(|b| b.span),
                    kind,
                    parent,
                    was: was.map(|v| v.span),
                });
                if sort.list() == List::Parts
                    && let Some(was) = was
                {
                    for old in olders(was) {
                        self.older.entry(file).or_default().entry(old.to_owned()).or_insert(id);
                    }
                }
                id
            });
            if let Some(block) = block {
                let inside = if sort == Sort::Boundary { id.or(parent) } else { parent };
                self.declare(words, file, inside, &block.statements);
            }
        }
    }
}

/// The value of a property of a block.
pub(super) fn given<'t>(block: &'t Block, name: &str) -> Option<&'t Value> {
    block.statements.iter().find_map(|s| match &s.shape {
        Shape::Property(p) if p.name.text == name => Some(&p.value),
        _ => None,
    })
}

fn olders(value: &Value) -> impl Iterator<Item = &str> {
    items(value).iter().filter_map(|v| match &v.kind {
        ValueKind::Word(path) if path.alias.is_none() => Some(path.name.text.as_str()),
        ValueKind::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The catalog's words by name.
pub(super) struct Words<'c> {
    pub catalog: &'c Catalog,
    pub kinds: Map<&'c str, KindId>,
    pub controls: Map<&'c str, ControlId>,
    pub rules: Map<&'c str, RuleId>,
    pub properties: Map<&'c str, Vec<PropertyId>>,
}

impl<'c> Words<'c> {
    pub fn new(catalog: &'c Catalog) -> Self {
        fn by_name<'c, Id: Copy>(
            all: impl Iterator<Item = (&'c String, &'c Vec<String>)> + Clone,
            id: fn(usize) -> Id,
        ) -> Map<&'c str, Id> {
            let old =
                all.clone().enumerate().flat_map(|(i, (_, was))| was.iter().map(move |w| (i, w.as_str())));
            let mut out: Map<&str, Id> = old.map(|(i, w)| (w, id(i))).collect();
            out.extend(all.enumerate().map(|(i, (name, _))| (name.as_str(), id(i))));
            out
        }
        let mut properties: Map<&str, Vec<PropertyId>> = Map::default();
        for (i, p) in catalog.properties.iter().enumerate() {
            properties.entry(p.name.as_str()).or_default().push(PropertyId::new(i));
        }
        Words {
            catalog,
            kinds: by_name(catalog.kinds.iter().map(|k| (&k.name, &k.was)), KindId::new),
            controls: by_name(catalog.controls.iter().map(|c| (&c.name, &c.was)), ControlId::new),
            rules: by_name(catalog.rules.iter().map(|r| (&r.name, &r.was)), RuleId::new),
            properties,
        }
    }

    /// What a declaration declares; nothing where its name stands for something else, as behind `off`.
    fn sort(
        &self,
        word: &Path,
        parents: bool,
        block: Option<&Block>,
        parent: Option<SymbolId>,
    ) -> Option<(Sort, Option<KindId>)> {
        let name = word.name.text.as_str();
        if word.alias.is_none() && words::find(name).is_some() {
            let placed = parents || parent.is_some() || placed_control(block);
            return match name {
                "boundary" => Some((Sort::Boundary, None)),
                "kind" => Some((Sort::Kind, None)),
                "threat" => Some((Sort::Threat, None)),
                "property" => Some((Sort::Property, None)),
                "control" => Some((if placed { Sort::OwnControl } else { Sort::Control }, None)),
                "attacker" => Some((Sort::Attacker, None)),
                "off" => None,
                _ => Some((Sort::View, None)),
            };
        }
        let kind = self.kinds.get(name).copied();
        let root = kind.and_then(|k| self.catalog.kind(k)).map(|k| k.root);
        let holds =
            block.is_some_and(|b| b.statements.iter().any(|s| !matches!(s.shape, Shape::Property(_))));
        Some(match root {
            Some(Root::Data) => (Sort::Data, kind),
            None if holds => (Sort::Boundary, None),
            _ => (Sort::Element, kind),
        })
    }

    /// The property of a name that a kind has.
    pub fn property(&self, kind: KindId, name: &str) -> Option<PropertyId> {
        let all = self.properties.get(name)?;
        all.iter().copied().find(|p| self.catalog.has_property(kind, *p))
    }
}

/// A word as a path without an alias.
pub(super) fn path_of(word: &Word) -> Path {
    Path { alias: None, name: word.clone(), span: word.span }
}
