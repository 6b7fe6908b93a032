//! The second pass over the trees: every word with its role, looked up.

use super::{Field, Index, List, Occurrence, Role, Sort, SymbolId, Words, path_of};
use crate::catalog::fields::{self, Property, SUBJECTS, Type};
use crate::catalog::{KindId, PropertyType, Root};
use crate::maps::Map;
use crate::model::words::{self, Form};
use crate::model::{PickedBy, Read, items, placed_control};
use crate::source::Span;
use crate::syntax::tree::{
    Block, Chain, Declaration, Expression, ExpressionKind, Path, Reference, Shape, Statement, Target, Value,
    ValueKind, What, Word,
};

/// Whose block is read: the table of its properties, and the kind whose properties count too.
#[derive(Copy, Clone, Default)]
struct Owner {
    table: &'static [Property],
    kind: Option<KindId>,
    /// The kinds whose properties may be set where a kind is declared.
    parent: Option<KindId>,
}

pub(super) struct Walk<'a> {
    read: &'a Read,
    words: &'a Words<'a>,
    index: &'a Index,
    /// Where declared names stand.
    declared: Map<Span, SymbolId>,
    file: usize,
    pub out: Vec<Occurrence>,
}

impl<'a> Walk<'a> {
    pub fn new(read: &'a Read, words: &'a Words<'a>, index: &'a Index) -> Self {
        let declared = index.symbols.iter().enumerate().map(|(i, s)| (s.span, SymbolId(i))).collect();
        Walk { read, words, index, declared, file: 0, out: Vec::new() }
    }

    pub fn file(&mut self, file: usize) {
        self.file = file;
        let read = self.read;
        if let Some(f) = read.files.get(file) {
            self.statements(Owner::default(), &f.tree.statements);
        }
    }

    fn say(&mut self, span: Span, role: Role, symbol: Option<SymbolId>) {
        self.out.push(Occurrence { span, role, symbol, declares: false });
    }

    /// A declared name.
    fn name(&mut self, name: &Word) {
        let symbol = self.declared.get(&name.span).copied();
        let role = match symbol.and_then(|id| self.index.symbol(id)).map(|s| s.sort) {
            Some(Sort::Element | Sort::Boundary | Sort::Data | Sort::Flow) | None => Role::Part,
            Some(Sort::OwnControl | Sort::Control) => {
                Role::Control(self.words.controls.get(name.text.as_str()).copied())
            }
            Some(Sort::Attacker) => Role::Attacker,
            Some(Sort::View) => Role::Other,
            Some(Sort::Alias) => Role::Alias,
            Some(Sort::Kind) => Role::Kind(self.words.kinds.get(name.text.as_str()).copied()),
            Some(Sort::Threat) => Role::Threat(self.words.rules.get(name.text.as_str()).copied()),
            Some(Sort::Property) => {
                let of = self.words.properties.get(name.text.as_str()).and_then(|l| l.first());
                Role::Property(of.copied().map(Field::Kind))
            }
        };
        self.out.push(Occurrence { span: name.span, role, symbol, declares: symbol.is_some() });
    }

    fn alias(&mut self, path: &Path) {
        if let Some(alias) = &path.alias {
            let symbol = self.index.find(List::Aliases, self.file, &alias.text);
            self.say(alias.span, Role::Alias, symbol);
        }
    }

    fn part(&mut self, path: &Path) {
        self.alias(path);
        let symbol = self.index.part(self.read, self.file, path);
        self.say(path.name.span, Role::Part, symbol);
    }

    fn kind(&mut self, path: &Path) {
        self.alias(path);
        let name = path.name.text.as_str();
        let symbol = self.index.find(List::Kinds, self.file, name);
        self.say(path.name.span, Role::Kind(self.words.kinds.get(name).copied()), symbol);
    }

    fn threat(&mut self, path: &Path) {
        self.alias(path);
        let name = path.name.text.as_str();
        let symbol = self.index.find(List::Threats, self.file, name);
        self.say(path.name.span, Role::Threat(self.words.rules.get(name).copied()), symbol);
    }

    /// A control: of this system, or of the vocabulary; `own` says whether the first is meant at all.
    fn control(&mut self, path: &Path, own: bool) {
        self.alias(path);
        let name = path.name.text.as_str();
        let of_system = || self.index.behind(List::OwnControls, self.read, self.file, path);
        let symbol = if own { of_system() } else { None };
        let id = self.words.controls.get(name).copied();
        let symbol = symbol.or_else(|| self.index.find(List::Controls, self.file, name));
        self.say(path.name.span, Role::Control(id), symbol);
    }

    fn chain(&mut self, chain: &Chain) {
        for end in &chain.ends {
            self.part(end);
        }
    }

    fn statements(&mut self, owner: Owner, list: &[Statement]) {
        for statement in list {
            self.statement(owner, statement);
        }
    }

    fn block(&mut self, owner: Owner, block: Option<&Block>) {
        if let Some(block) = block {
            self.statements(owner, &block.statements);
        }
    }

    fn word(&mut self, word: &Word, form: Form) -> Option<&'static words::Word> {
        let found = words::find(&word.text).filter(|w| w.form == form);
        match words::find(&word.text) {
            Some(w) => self.say(word.span, Role::Word(w), None),
            None => self.kind(&path_of(word)),
        }
        found
    }

    fn statement(&mut self, owner: Owner, statement: &Statement) {
        match &statement.shape {
            Shape::Property(p) => {
                let field = self.field(owner, &p.name.text);
                let symbol = match field {
                    Some(Field::Kind(_)) => self.index.find(List::Properties, self.file, &p.name.text),
                    _ => None,
                };
                self.say(p.name.span, Role::Property(field), symbol);
                self.value(field, &p.value);
            }
            Shape::Flow(f) => {
                self.chain(&f.chain);
                if let Some(name) = &f.name {
                    self.name(name);
                }
                self.block(Owner { table: words::FLOW, ..Owner::default() }, f.block.as_ref());
            }
            Shape::Declaration(d) => self.declaration(d),
            Shape::Response(r) => {
                let word = self.word(&r.word, Form::Response);
                if word.is_some_and(takes_control) {
                    self.control(&r.name, true);
                } else {
                    self.threat(&r.name);
                }
                match &r.target {
                    Target::All(_) => {}
                    Target::Name(path) => self.part(path),
                    Target::Chain(chain) => self.chain(chain),
                    Target::Any(path, _) => self.any(path),
                }
                let table = word.map_or(&[][..], |w| w.properties);
                self.block(Owner { table, ..Owner::default() }, r.block.as_ref());
            }
            Shape::Titled(t) => {
                let word = self.word(&t.word, Form::Titled);
                if word.is_some_and(|w| w.name == "import") {
                    let import = |i: &&crate::model::read::Import| i.span == statement.span;
                    let imports = self.read.files.get(self.file).map_or(&[][..], |f| &f.imports);
                    let file = imports.iter().find(import).and_then(|i| i.file);
                    self.say(t.text.span, Role::Import(file), None);
                }
                if let Some(name) = &t.name {
                    self.name(name);
                }
                let table = word.map_or(&[][..], |w| w.properties);
                self.block(Owner { table, ..Owner::default() }, t.block.as_ref());
            }
            Shape::Dated(d) => {
                let word = self.word(&d.word, Form::Dated);
                let table = word.map_or(&[][..], |w| w.properties);
                self.block(Owner { table, ..Owner::default() }, d.block.as_ref());
            }
            Shape::Call(c) => self.block(Owner::default(), c.block.as_ref()),
            Shape::Broken(b) => {
                if let Some(word) = &b.word
                    && (words::find(&word.text).is_some()
                        || self.words.kinds.contains_key(word.text.as_str()))
                {
                    self.word(word, Form::Declaration);
                }
                if let Some(name) = &b.name {
                    self.name(name);
                }
                let table =
                    b.word.as_ref().map_or(&[][..], |w| self.owner_of(&path_of(w), false, None).table);
                self.block(Owner { table, ..Owner::default() }, b.block.as_ref());
            }
        }
    }

    fn declaration(&mut self, d: &Declaration) {
        let word = if d.word.alias.is_none() { words::find(&d.word.name.text) } else { None };
        match word {
            Some(w) => self.say(d.word.span, Role::Word(w), None),
            None => self.kind(&d.word),
        }
        if word.is_some_and(|w| w.name == "off") {
            self.threat(&path_of(&d.name));
        } else {
            self.name(&d.name);
        }
        for parent in &d.parents {
            if word.is_some_and(|w| w.name == "control") {
                self.control(parent, false);
            } else {
                self.kind(parent);
            }
        }
        let mut owner = self.owner_of(&d.word, !d.parents.is_empty(), d.block.as_ref());
        if word.is_some_and(|w| w.name == "kind") {
            owner.parent =
                d.parents.first().and_then(|p| self.words.kinds.get(p.name.text.as_str()).copied());
        }
        self.block(owner, d.block.as_ref());
    }

    /// What stands in the block of a declaration.
    fn owner_of(&self, word: &Path, parents: bool, block: Option<&Block>) -> Owner {
        let name = word.name.text.as_str();
        if word.alias.is_none()
            && let Some(w) = words::find(name)
        {
            let vocabulary = name == "control" && !parents && !placed_control(block);
            let table = if vocabulary { fields::CONTROL.properties } else { w.properties };
            return Owner { table, ..Owner::default() };
        }
        let kind = self.words.kinds.get(name).copied();
        let data = kind.and_then(|k| self.words.catalog.kind(k)).is_some_and(|k| k.root == Root::Data);
        Owner { table: if data { words::DATA } else { words::ELEMENT }, kind, parent: None }
    }

    /// The property of a name in a block.
    fn field(&self, owner: Owner, name: &str) -> Option<Field> {
        if let Some(p) = words::property(owner.table, name) {
            return Some(Field::Table(p));
        }
        let kind = owner.kind.or(owner.parent)?;
        self.words.property(kind, name).map(Field::Kind)
    }

    fn any(&mut self, path: &Path) {
        if path.alias.is_none() && path.name.text == "flow" {
            self.say(path.span, Role::Value(None), None);
        } else {
            self.kind(path);
        }
    }

    fn value(&mut self, field: Option<Field>, value: &Value) {
        let Some(Field::Table(property)) = field else {
            let words = match field {
                Some(Field::Kind(id)) => self.words.catalog.property(id).map(|p| &p.ty),
                _ => None,
            };
            for item in items(value) {
                match (&item.kind, words) {
                    (ValueKind::Word(path), Some(PropertyType::OneOf(_) | PropertyType::ManyOf(_))) => {
                        self.say(path.span, Role::Value(field), None);
                    }
                    (ValueKind::Word(path), None) => self.part(path),
                    (ValueKind::Chain(chain), None) => self.chain(chain),
                    _ => {}
                }
            }
            return;
        };
        match (property.ty, &value.kind) {
            (_, ValueKind::Expression(e)) => self.expression(e),
            (Type::Steps(what), ValueKind::Map(map)) => {
                for p in map {
                    let path = path_of(&p.name);
                    if what == "threats" { self.threat(&path) } else { self.control(&path, false) }
                }
            }
            (Type::Lints, ValueKind::Map(map)) => {
                for p in map {
                    self.say(p.name.span, Role::Lint, None);
                    if let ValueKind::Word(path) = &p.value.kind {
                        self.say(path.span, Role::Value(None), None);
                    }
                }
            }
            _ => {
                for item in items(value) {
                    self.item(property, item);
                }
            }
        }
    }

    fn item(&mut self, property: &'static Property, item: &Value) {
        let field = Some(Field::Table(property));
        match (&item.kind, property.ty) {
            (ValueKind::Chain(chain), _) => self.chain(chain),
            (ValueKind::Any(path), _) => self.any(path),
            (ValueKind::Reference(r), Type::Picks) => self.pick(r),
            (ValueKind::Reference(_), _) => self.say(item.span, Role::Framework, None),
            (ValueKind::Word(path), Type::Controls) => {
                // What a kind expects and what an element lacks is of the vocabulary.
                let own = !matches!(property.name, "expects" | "lacks");
                self.control(path, own);
            }
            (ValueKind::Word(path), Type::Threats) => self.threat(path),
            (ValueKind::Word(path), Type::Kinds) => self.kind(path),
            (ValueKind::Word(path), Type::Subject) if !SUBJECTS.contains(&path.text().as_str()) => {
                self.kind(path);
            }
            (
                ValueKind::Word(path),
                Type::Data | Type::Elements | Type::Targets | Type::Placed | Type::Parts | Type::Picks,
            ) => self.part(path),
            (
                ValueKind::Word(path),
                Type::OneOf(_)
                | Type::ManyOf(_)
                | Type::Subject
                | Type::Icon
                | Type::PropertyType
                | Type::Word,
            ) => self.say(path.span, Role::Value(field), None),
            _ => {}
        }
    }

    /// `attacker:NAME`, `threat:NAME` and other ways to pick parts.
    fn pick(&mut self, r: &Reference) {
        if !PickedBy::WORDS.contains(&r.framework.text.as_str()) {
            return self.say(r.framework.span, Role::Framework, None);
        }
        self.say(r.framework.span, Role::Value(None), None);
        let name = Word { text: r.id.text.clone(), span: r.id.span };
        match r.framework.text.as_str() {
            "attacker" => {
                let symbol = self.index.find(List::Attackers, self.file, &name.text);
                self.say(name.span, Role::Attacker, symbol);
            }
            "threat" if !name.text.contains('@') => self.threat(&path_of(&name)),
            _ => self.say(name.span, Role::Value(None), None),
        }
    }

    /// A name in a condition: a part, else a kind, else a word of conditions such as `source`.
    fn anybody(&mut self, path: &Path) {
        let known = self.words.kinds.contains_key(path.name.text.as_str());
        if self.index.part(self.read, self.file, path).is_some() {
            self.part(path);
        } else if known {
            self.kind(path);
        } else {
            self.say(path.span, Role::Value(None), None);
        }
    }

    /// `X.property`, `property` or a word of conditions.
    fn property_of(&mut self, path: &Path) {
        if let Some(who) = &path.alias {
            self.anybody(&path_of(who));
        }
        let of = self.words.properties.get(path.name.text.as_str()).and_then(|l| l.first());
        match of {
            Some(id) => {
                let symbol = self.index.find(List::Properties, self.file, &path.name.text);
                self.say(path.name.span, Role::Property(Some(Field::Kind(*id))), symbol);
            }
            None => self.say(path.name.span, Role::Value(None), None),
        }
    }

    fn what(&mut self, what: &What) {
        match what {
            What::Word(path) => self.anybody(path),
            What::Class(_, class) => self.say(class.span, Role::Value(None), None),
        }
    }

    fn expression(&mut self, e: &Expression) {
        match &e.kind {
            ExpressionKind::Or(list) | ExpressionKind::And(list) => {
                for inner in list {
                    self.expression(inner);
                }
            }
            ExpressionKind::Not(inner) => self.expression(inner),
            ExpressionKind::Is(who, kind) => {
                self.anybody(who);
                self.kind(kind);
            }
            ExpressionKind::In(who, boundary) => {
                self.anybody(who);
                self.part(boundary);
            }
            ExpressionKind::Leads(leads) => {
                self.anybody(&leads.subject);
                self.kind(&leads.kind);
            }
            ExpressionKind::Word(path) => self.property_of(path),
            ExpressionKind::Compare(path, _, value) => {
                self.property_of(path);
                if let ValueKind::Word(word) = &value.kind {
                    self.say(word.span, Role::Value(None), None);
                }
            }
            ExpressionKind::Crosses(_) | ExpressionKind::Broken => {}
            ExpressionKind::Tainted(who, by) => {
                if let Some(who) = who {
                    self.anybody(who);
                }
                if let Some(by) = by {
                    self.say(by.span, Role::Value(None), None);
                }
            }
            ExpressionKind::Exposes(what, to) => {
                self.what(what);
                self.say(to.span, Role::Value(None), None);
            }
            ExpressionKind::Moves(moves) => {
                if let Some(subject) = &moves.subject {
                    self.anybody(subject);
                }
                self.what(&moves.what);
                if let Some((_, party)) = &moves.party {
                    self.anybody(party);
                }
            }
        }
    }
}

/// Whether a response names a control, not a threat, as its table says.
pub(in crate::ide) fn takes_control(word: &words::Word) -> bool {
    word.form == Form::Response && word.usage.split(' ').nth(1) == Some("CONTROL")
}
