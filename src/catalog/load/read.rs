//! The block of a statement, read by the table of its properties.

use crate::catalog::fields::{self, Property, Table, Type, listed};
use crate::catalog::{Kind, Reference, foreign, frameworks};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::{self, Block, Declaration, Expression, Shape, Value, ValueKind, Word};

/// What a property holds, of the type that its table asks for.
pub(super) enum Got<'a> {
    Text(String),
    Bool(bool),
    Number(u8),
    Words(Vec<&'a Word>),
    Texts(Vec<String>),
    Steps(Vec<(&'a Word, u8)>),
    References(Vec<Reference>),
    Condition(&'a Expression),
    Raw(&'a Value),
}

/// A block that was read: what fits the table, and what its statement has to look at itself.
pub(super) struct Read<'a> {
    got: Vec<(&'static str, Got<'a>, Span)>,
    /// Properties that the table does not know.
    pub(super) rest: Vec<&'a tree::Property>,
    /// Declarations in the block.
    pub(super) inner: Vec<&'a Declaration>,
}

impl<'a> Read<'a> {
    fn get(&self, name: &str) -> Option<&Got<'a>> {
        self.got.iter().find(|(n, ..)| *n == name).map(|(_, g, _)| g)
    }

    /// Where the value of a property stands.
    pub(super) fn span(&self, name: &str) -> Option<Span> {
        self.got.iter().find(|(n, ..)| *n == name).map(|(_, _, s)| *s)
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Got::Text(t) => Some(t.clone()),
            _ => None,
        }
    }

    pub(super) fn bool(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Got::Bool(b) => Some(*b),
            _ => None,
        }
    }

    pub(super) fn number(&self, name: &str) -> Option<u8> {
        match self.get(name)? {
            Got::Number(n) => Some(*n),
            _ => None,
        }
    }

    pub(super) fn words(&self, name: &str) -> Vec<&'a Word> {
        match self.get(name) {
            Some(Got::Words(w)) => w.clone(),
            _ => Vec::new(),
        }
    }

    pub(super) fn word(&self, name: &str) -> Option<&'a str> {
        match self.get(name)? {
            Got::Words(w) => w.first().map(|w| w.text.as_str()),
            _ => None,
        }
    }

    pub(super) fn names(&self, name: &str) -> Vec<String> {
        self.words(name).iter().map(|w| w.text.clone()).collect()
    }

    /// Words and texts of the author's choice.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        match self.get(name) {
            Some(Got::Texts(t)) => t.clone(),
            _ => Vec::new(),
        }
    }

    pub(super) fn steps(&self, name: &str) -> Vec<(&'a Word, u8)> {
        match self.get(name) {
            Some(Got::Steps(s)) => s.clone(),
            _ => Vec::new(),
        }
    }

    pub(super) fn references(&self, name: &str) -> Vec<Reference> {
        match self.get(name) {
            Some(Got::References(r)) => r.clone(),
            _ => Vec::new(),
        }
    }

    pub(super) fn condition(&self, name: &str) -> Option<&'a Expression> {
        match self.get(name)? {
            Got::Condition(e) => Some(e),
            _ => None,
        }
    }

    pub(super) fn raw(&self, name: &str) -> Option<&'a Value> {
        match self.get(name)? {
            Got::Raw(v) => Some(v),
            _ => None,
        }
    }
}

/// How many statements a block of the catalog may have, and how many items a list or map in it.
const MAX_PARTS: usize = 256;

/// Says that only so many parts are read.
pub(in crate::catalog) fn too_many(span: Span, what: &str, most: usize) -> Diagnostic {
    Diagnostic::new(codes::LIMIT, span, format!("more than {most} {what}; the rest is not read"))
}

/// The first items, which are all in any text that people write.
fn bounded<'a, T>(all: &'a [T], span: Span, what: &str, out: &mut Vec<Diagnostic>) -> &'a [T] {
    match all.get(..MAX_PARTS) {
        Some(first) if all.len() > MAX_PARTS => {
            out.push(too_many(span, what, MAX_PARTS));
            first
        }
        _ => all,
    }
}

/// Reads the block of a statement. `faulty` says that something in its head was reported, so that
/// what is missing is likely to be a consequence.
pub(super) fn read<'a>(
    table: &'static Table,
    name: &Word,
    block: Option<&'a Block>,
    faulty: bool,
    out: &mut Vec<Diagnostic>,
) -> Read<'a> {
    let mut read = Read { got: Vec::new(), rest: Vec::new(), inner: Vec::new() };
    let mut seen: Vec<(&str, Span)> = Vec::new();
    let mut hurt = faulty;
    let statements = block.map_or(&[][..], |b| bounded(&b.statements, name.span, "parts in one block", out));
    for statement in statements {
        hurt |= statement.faulty;
        let property = match &statement.shape {
            Shape::Property(p) => p,
            Shape::Declaration(d)
                if table.word == "kind" && d.word.alias.is_none() && d.word.name.text == "property" =>
            {
                read.inner.push(d);
                continue;
            }
            Shape::Broken(_) => continue,
            _ => {
                let message = format!("a `{}` has properties in its block, and this is none", table.word);
                out.push(Diagnostic::new(codes::WRONG_PLACE, statement.span, message));
                continue;
            }
        };
        if let Some((_, before)) = seen.iter().find(|(n, _)| *n == property.name.text) {
            out.push(twice(&property.name, *before));
            continue;
        }
        seen.push((&property.name.text, property.name.span));
        match table.property(&property.name.text) {
            None => read.rest.push(property),
            Some(field) => {
                if let Some(got) = value(field, &property.value, out) {
                    read.got.push((field.name, got, property.value.span));
                }
            }
        }
    }
    let missing = |f: &&Property| f.required && !seen.iter().any(|(n, _)| *n == f.name);
    let mut missing: Vec<_> = table.properties.iter().filter(missing).map(|f| f.name).collect();
    let mut lacks = (!missing.is_empty()).then(|| listed(&missing, "and"));
    if let Some([one, other]) = table.either {
        let given = |name: &str| seen.iter().find(|(n, _)| *n == name).map(|(_, s)| *s);
        match (given(one), given(other)) {
            (None, None) => {
                missing.extend([one, other]);
                lacks = Some(match lacks {
                    Some(rest) => format!("`{one}` or `{other}`, and {rest}"),
                    None => format!("`{one}` or `{other}`"),
                });
            }
            (Some(first), Some(second)) => {
                let message = format!("a `{}` has `{one}` or `{other}`, not both", table.word);
                let d = Diagnostic::new(codes::BAD_RULE, second, message);
                out.push(d.label(first, "the other is here").help("Take out the one that fits less."));
            }
            _ => {}
        }
    }
    if let Some(lacks) = lacks.filter(|_| !hurt) {
        let message = format!("the {} `{}` lacks {lacks}", table.word, name.text);
        let mut d = Diagnostic::new(codes::MISSING, name.span, message);
        for f in table.properties.iter().filter(|f| missing.contains(&f.name)) {
            d = d.help(format!("`{}` takes {}.", f.name, f.ty.takes()));
        }
        out.push(d);
    }
    read
}

fn twice(name: &Word, before: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_PROPERTY, name.span, format!("`{}` is given twice", name.text))
        .label(before, "first given here")
}

/// Says that a statement has no such property. `more` are names that it has beside its table's.
pub(super) fn unknown_property<'w>(
    table: &Table,
    name: &Word,
    more: impl IntoIterator<Item = &'w str>,
) -> Diagnostic {
    let message = format!("a `{}` has no property `{}`", table.word, name.text);
    let known: Vec<&str> = table.properties.iter().map(|f| f.name).chain(more).collect();
    let mut d = Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, message);
    let others: Vec<&str> =
        fields::TABLES.iter().filter(|f| f.property(&name.text).is_some()).map(|f| f.word).collect();
    if !others.is_empty() {
        d = d.help(format!("`{}` is a property of {}.", name.text, listed(&others, "and")));
    } else if let Some(near) = nearest(&name.text, known.iter().copied()) {
        d = d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), name.span, near);
    } else {
        let all: Vec<&str> = table.properties.iter().map(|f| f.name).collect();
        d = d.help(format!("A `{}` has {}.", table.word, listed(&all, "and")));
    }
    d
}

/// Says that there is nothing of a name, and what was probably meant.
pub(in crate::catalog) fn unknown<'w>(
    code: Code,
    what: &str,
    name: &str,
    span: Span,
    known: impl IntoIterator<Item = &'w str>,
) -> Diagnostic {
    let d = Diagnostic::new(code, span, format!("there is no {what} `{name}`"));
    match nearest(name, known) {
        Some(near) => d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), span, near),
        None => d.help(format!("`trustline catalog` lists every {what}.")),
    }
}

/// An unknown kind that others know by that name: which it is here goes before what is spelled alike.
pub(in crate::catalog) fn called_here(d: Diagnostic, span: Span, kind: &Kind) -> Diagnostic {
    Diagnostic::new(d.code, span, d.message).help(foreign::here(kind))
}

/// What a value is, as in "this is …".
pub(in crate::catalog) fn kind_of(value: &Value) -> &'static str {
    match &value.kind {
        ValueKind::Text(_) => "a text",
        ValueKind::Word(_) => "a word",
        ValueKind::Any(_) | ValueKind::All => "a target",
        ValueKind::Bool(_) => "`true` or `false`",
        ValueKind::Number(_) => "a number",
        ValueKind::Date(_) => "a date",
        ValueKind::Every(..) => "a span of time",
        ValueKind::Reference(_) => "a reference",
        ValueKind::Chain(_) => "a flow",
        ValueKind::List(_) => "a list",
        ValueKind::Map(_) => "a map",
        ValueKind::Expression(_) => "a condition",
        ValueKind::Broken => "no value",
    }
}

fn wrong(field: &Property, value: &Value) -> Diagnostic {
    let message = format!("`{}` takes {}", field.name, field.ty.takes());
    Diagnostic::new(codes::WRONG_TYPE, value.span, message).at(format!("this is {}", kind_of(value)))
}

/// The items of a list; one value stands for a list of one.
pub(in crate::catalog) fn items(value: &Value) -> &[Value] {
    match &value.kind {
        ValueKind::List(items) => items,
        _ => std::slice::from_ref(value),
    }
}

/// A property's value by its table. What does not fit is said; what was said before is not.
fn value<'a>(field: &Property, value: &'a Value, out: &mut Vec<Diagnostic>) -> Option<Got<'a>> {
    if value.kind == ValueKind::Broken {
        return None;
    }
    Some(match (field.ty, &value.kind) {
        (Type::Text, ValueKind::Text(t)) => Got::Text(t.clone()),
        (Type::Bool, ValueKind::Bool(b)) => Got::Bool(*b),
        (Type::Whole(from, to), ValueKind::Number(n)) => match whole(n, from, to) {
            Some(n) => Got::Number(n),
            None => {
                let message = format!("`{}` takes {}", field.name, field.ty.takes());
                out.push(Diagnostic::new(codes::WRONG_TYPE, value.span, message));
                return None;
            }
        },
        (Type::When, ValueKind::Expression(e)) => Got::Condition(e),
        (Type::PropertyType | Type::Literal, _) => Got::Raw(value),
        (Type::Icon, ValueKind::Word(_) | ValueKind::Text(_)) => Got::Raw(value),
        (Type::Word, _) => Got::Words(vec![word(field, value, None, out)?]),
        (Type::OneOf(words), _) => Got::Words(vec![word(field, value, Some(words), out)?]),
        (Type::ManyOf(words), _) => Got::Words(words_of(field, value, Some(words), out)),
        (Type::OldNames | Type::Threats | Type::Controls | Type::Kinds | Type::Subject, _) => {
            Got::Words(words_of(field, value, None, out))
        }
        (Type::Words, _) => Got::Texts(texts_of(field, value, out)),
        (Type::Steps(_), ValueKind::Map(pairs)) => Got::Steps(steps(field, pairs, out)),
        (Type::References, _) => {
            let items = bounded(items(value), value.span, "items in a list", out);
            Got::References(items.iter().filter_map(|v| reference(field, v, out)).collect())
        }
        _ => {
            out.push(wrong(field, value));
            return None;
        }
    })
}

/// A whole number between two others.
fn whole(n: &tree::Number, from: u32, to: u32) -> Option<u8> {
    let value: u8 = n.digits.parse().ok()?;
    (n.unit.is_none() && (from..=to).contains(&u32::from(value))).then_some(value)
}

fn words_of<'a>(
    field: &Property,
    value: &'a Value,
    allowed: Option<&[&str]>,
    out: &mut Vec<Diagnostic>,
) -> Vec<&'a Word> {
    let mut words: Vec<&Word> = Vec::new();
    for item in bounded(items(value), value.span, "items in a list", out) {
        let Some(w) = word(field, item, allowed, out) else { continue };
        match words.iter().find(|b| b.text == w.text) {
            Some(before) => out.push(twice(w, before.span)),
            None => words.push(w),
        }
    }
    words
}

/// Words and texts, each once.
fn texts_of(field: &Property, value: &Value, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for item in bounded(items(value), value.span, "items in a list", out) {
        let text = match &item.kind {
            ValueKind::Text(text) => text.clone(),
            ValueKind::Word(path) => path.text(),
            ValueKind::Broken => continue,
            _ => {
                out.push(wrong(field, item));
                continue;
            }
        };
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn word<'a>(
    field: &Property,
    value: &'a Value,
    allowed: Option<&[&str]>,
    out: &mut Vec<Diagnostic>,
) -> Option<&'a Word> {
    let path = match &value.kind {
        ValueKind::Word(path) => path,
        ValueKind::Broken => return None,
        ValueKind::Text(text) => {
            let mut d = wrong(field, value);
            if allowed.is_none_or(|a| a.contains(&text.as_str())) && is_name(text) {
                d = d.fix("take the quotes off", value.span, text.as_str());
            }
            out.push(d);
            return None;
        }
        _ => {
            out.push(wrong(field, value));
            return None;
        }
    };
    if let Some(allowed) = allowed.filter(|a| !a.contains(&path.text().as_str())) {
        let message = format!("`{}` takes {}", field.name, field.ty.takes());
        let mut d = Diagnostic::new(codes::WRONG_TYPE, value.span, message);
        if let Some(near) = nearest(&path.text(), allowed.iter().copied()) {
            d = d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), value.span, near);
        }
        out.push(d);
        return None;
    }
    // Words of the catalog have one namespace over all files, so an alias in front says nothing.
    Some(&path.name)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

fn steps<'a>(
    field: &Property,
    pairs: &'a [tree::Property],
    out: &mut Vec<Diagnostic>,
) -> Vec<(&'a Word, u8)> {
    let mut steps: Vec<(&Word, u8)> = Vec::new();
    let pairs = match pairs.first() {
        Some(first) => bounded(pairs, first.name.span, "pairs in a map", out),
        None => pairs,
    };
    for pair in pairs {
        if let Some((before, _)) = steps.iter().find(|(w, _)| w.text == pair.name.text) {
            out.push(twice(&pair.name, before.span));
            continue;
        }
        let n = match &pair.value.kind {
            ValueKind::Broken => continue,
            ValueKind::Number(n) => whole(n, 1, 4),
            _ => None,
        };
        match n {
            Some(n) => steps.push((&pair.name, n)),
            None => {
                let message = format!("steps of `{}` are whole numbers from 1 to 4", field.name);
                out.push(Diagnostic::new(codes::WRONG_TYPE, pair.value.span, message));
            }
        }
    }
    steps
}

fn reference(field: &Property, value: &Value, out: &mut Vec<Diagnostic>) -> Option<Reference> {
    let r = match &value.kind {
        ValueKind::Reference(r) => r,
        ValueKind::Broken => return None,
        _ => {
            out.push(wrong(field, value));
            return None;
        }
    };
    let (prefix, id) = (r.framework.text.as_str(), r.id.text.as_str());
    if frameworks::find(prefix, id).is_some() {
        return Some(Reference { framework: prefix.to_owned(), id: id.to_owned() });
    }
    let d = match frameworks::framework(prefix) {
        None => {
            let d = Diagnostic::new(
                codes::UNKNOWN_REFERENCE,
                r.framework.span,
                format!("there is no framework or tool `{prefix}`"),
            );
            match frameworks::nearest_prefix(prefix) {
                Some(near) => {
                    d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), r.framework.span, near)
                }
                None => d.help("`trustline catalog` lists the frameworks and tools that are known."),
            }
        }
        Some(framework) => {
            let message = format!("{} has no entry `{id}`", framework.title);
            let d = Diagnostic::new(codes::UNKNOWN_REFERENCE, r.id.span, message);
            match frameworks::nearest_id(prefix, id) {
                // Ids are alike, so that the nearest is a hint and no fix.
                Some(near) => d.at(format!("perhaps `{near}`")),
                None => d.help(format!("Its entries are those of edition {}.", framework.edition)),
            }
        }
    };
    out.push(d);
    None
}
