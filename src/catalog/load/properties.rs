//! Typed properties of kinds, and values of their types.

use super::read::{self, items, kind_of};
use super::{Declared, Loader};
use crate::catalog::fields::{self, Type, listed};
use crate::catalog::{KindId, Literal, Property, PropertyId, PropertyType};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::{Block, Value, ValueKind, Word};

/// How many words a property may choose from.
const MAX_WORDS: usize = 100;

/// A property as it is declared at one place.
pub(super) struct Draft {
    pub(super) id: PropertyId,
    pub(super) on: Vec<KindId>,
    pub(super) default: Literal,
}

impl Loader<'_, '_> {
    /// Declares a property outside of any kind's block, on the kinds that it names itself.
    pub(super) fn property_outside(&mut self, declared: &Declared<'_>) -> Option<Draft> {
        let read = self.property_block(declared.name, declared.block, declared.faulty);
        let words = read.words("on");
        if words.is_empty() && !declared.faulty && read.span("on").is_none() {
            let message = format!("the property `{}` does not say on which kinds it is", declared.name.text);
            self.say(
                Diagnostic::new(codes::MISSING, declared.name.span, message)
                    .help("Outside of a kind's block a property has `on: KIND`."),
            );
        }
        let on: Vec<KindId> = words.into_iter().filter_map(|w| self.kind(w)).collect();
        self.property(declared.name, &read, on)
    }

    /// Declares a property in the block of a kind.
    pub(super) fn property_inside(
        &mut self,
        name: &Word,
        block: Option<&Block>,
        kind: KindId,
    ) -> Option<Draft> {
        let read = self.property_block(name, block, false);
        if let Some(span) = read.span("on") {
            self.say(
                Diagnostic::new(
                    codes::WRONG_PLACE,
                    span,
                    "in the block of a kind, a property is on that kind",
                )
                .help("Outside of it, `on` names the kinds."),
            );
        }
        self.property(name, &read, vec![kind])
    }

    fn property_block<'s>(&mut self, name: &Word, block: Option<&'s Block>, faulty: bool) -> read::Read<'s> {
        let read = read::read(&fields::PROPERTY, name, block, faulty, self.out);
        for p in &read.rest {
            self.out.push(read::unknown_property(&fields::PROPERTY, &p.name, []));
        }
        read
    }

    fn property(&mut self, name: &Word, read: &read::Read<'_>, on: Vec<KindId>) -> Option<Draft> {
        if fields::TAKEN.contains(&name.text.as_str()) {
            let message =
                format!("`{}` is a property of elements, boundaries, flows or data already", name.text);
            self.say(Diagnostic::new(codes::DUPLICATE_NAME, name.span, message));
            return None;
        }
        let value = read.raw("type")?;
        let ty = self.property_type(value, read.bool("many").unwrap_or(false), read.span("many"))?;
        let default = match read.raw("default") {
            Some(value) => literal(&name.text, &ty, value, self.out).unwrap_or_else(|| zero(&ty)),
            None => zero(&ty),
        };
        let about = read.text("about").unwrap_or_default();
        if let Some(id) = self.catalog.find_property(&name.text) {
            let known = self.catalog.properties.get_mut(id.index())?;
            if known.ty != ty {
                let message = format!("the property `{}` is declared with another type elsewhere", name.text);
                let d = Diagnostic::new(codes::DUPLICATE_NAME, name.span, message)
                    .help(format!("There it takes {}.", type_text(&known.ty)));
                self.say(d);
                return None;
            }
            for kind in &on {
                if !known.on.contains(kind) {
                    known.on.push(*kind);
                }
            }
            if known.about.is_empty() {
                known.about = about;
            }
            return Some(Draft { id, on, default });
        }
        if self.catalog.properties.len() >= self.properties {
            if !std::mem::replace(&mut self.full, true) {
                self.say(read::too_many(name.span, "properties", super::MAX_KINDS));
            }
            return None;
        }
        let property =
            Property { name: name.text.clone(), about, ty, default: default.clone(), on: on.clone() };
        self.catalog.properties.push(property);
        Some(Draft { id: PropertyId::new(self.catalog.properties.len() - 1), on, default })
    }

    fn property_type(&mut self, value: &Value, many: bool, many_at: Option<Span>) -> Option<PropertyType> {
        let fail = |this: &mut Self| {
            let message = format!("`type` takes {}", Type::PropertyType.takes());
            this.say(
                Diagnostic::new(codes::WRONG_TYPE, value.span, message)
                    .at(format!("this is {}", kind_of(value))),
            );
            None
        };
        let mut words: Vec<String> = Vec::new();
        let ty = match &value.kind {
            ValueKind::Broken => return None,
            ValueKind::Word(path) => match path.text().as_str() {
                "bool" => PropertyType::Bool,
                "number" => PropertyType::Number,
                "text" => PropertyType::Text,
                other => {
                    let message = format!("there is no type `{other}`");
                    let mut d = Diagnostic::new(codes::WRONG_TYPE, value.span, message)
                        .help(format!("`type` takes {}.", Type::PropertyType.takes()));
                    if let Some(near) = nearest(other, ["bool", "number", "text"]) {
                        d = d.fix(format!("write `{near}`"), value.span, near);
                    }
                    self.say(d);
                    return None;
                }
            },
            ValueKind::List(list) if list.len() > MAX_WORDS => {
                self.say(read::too_many(value.span, "words in a type", MAX_WORDS));
                return None;
            }
            ValueKind::List(list) if !list.is_empty() => {
                for item in list {
                    match &item.kind {
                        ValueKind::Word(path) if path.alias.is_none() => {
                            if words.contains(&path.name.text) {
                                let message = format!("`{}` is listed twice", path.name.text);
                                self.say(Diagnostic::new(codes::DUPLICATE_NAME, item.span, message));
                            } else {
                                words.push(path.name.text.clone());
                            }
                        }
                        ValueKind::Broken => {}
                        _ => return fail(self),
                    }
                }
                if words.is_empty() {
                    return None;
                }
                if many { PropertyType::ManyOf(words) } else { PropertyType::OneOf(words) }
            }
            _ => return fail(self),
        };
        if let (Some(span), true, false) = (many_at, many, matches!(ty, PropertyType::ManyOf(_))) {
            let message = "only a property whose type is a list of words can hold many";
            self.say(Diagnostic::new(codes::WRONG_TYPE, span, message));
        }
        Some(ty)
    }
}

/// The value of a property that nobody gives one: no, nothing, zero, the first of its words.
fn zero(ty: &PropertyType) -> Literal {
    match ty {
        PropertyType::Bool => Literal::Bool(false),
        PropertyType::OneOf(words) => Literal::Word(words.first().cloned().unwrap_or_default()),
        PropertyType::ManyOf(_) => Literal::Words(Vec::new()),
        PropertyType::Number => Literal::Number(0.0),
        PropertyType::Text => Literal::Text(String::new()),
    }
}

/// What a type takes, as in "`modality` takes …".
pub fn type_text(ty: &PropertyType) -> String {
    match ty {
        PropertyType::Bool => "`true` or `false`".into(),
        PropertyType::OneOf(words) => listed(words, "or"),
        PropertyType::ManyOf(words) => format!("one or more of {}", listed(words, "and")),
        PropertyType::Number => "a number".into(),
        PropertyType::Text => "a text in quotes".into(),
    }
}

/// The value of a typed property, as a kind, an element or a piece of data sets it. What does not
/// fit is said; what the parser has said already is not.
pub fn literal(name: &str, ty: &PropertyType, value: &Value, out: &mut Vec<Diagnostic>) -> Option<Literal> {
    let fits = match (ty, &value.kind) {
        (_, ValueKind::Broken) => return None,
        (PropertyType::Bool, ValueKind::Bool(b)) => Some(Literal::Bool(*b)),
        (PropertyType::Number, ValueKind::Number(n)) if n.unit.is_none() => Some(Literal::Number(n.value)),
        (PropertyType::Text, ValueKind::Text(t)) => Some(Literal::Text(t.clone())),
        (PropertyType::OneOf(words), ValueKind::Word(path)) if words.contains(&path.text()) => {
            Some(Literal::Word(path.text()))
        }
        (PropertyType::ManyOf(_), ValueKind::List(list)) if list.len() > MAX_WORDS => {
            out.push(read::too_many(value.span, "words", MAX_WORDS));
            return None;
        }
        (PropertyType::ManyOf(words), _) => {
            let mut given = Vec::new();
            for item in items(value) {
                match &item.kind {
                    ValueKind::Word(path) if words.contains(&path.text()) => given.push(path.text()),
                    ValueKind::Broken => {}
                    _ => {
                        out.push(misfit(name, ty, item));
                        return None;
                    }
                }
            }
            // In the order of the type, so that two spellings of one set are one value.
            let set = words.iter().filter(|w| given.contains(w)).cloned().collect();
            Some(Literal::Words(set))
        }
        _ => None,
    };
    if fits.is_none() {
        out.push(misfit(name, ty, value));
    }
    fits
}

fn misfit(name: &str, ty: &PropertyType, value: &Value) -> Diagnostic {
    let d = Diagnostic::new(codes::WRONG_TYPE, value.span, format!("`{name}` takes {}", type_text(ty)));
    if let (PropertyType::OneOf(words) | PropertyType::ManyOf(words), ValueKind::Word(path)) =
        (ty, &value.kind)
    {
        return match nearest(&path.text(), words.iter().map(String::as_str)) {
            Some(near) => d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), value.span, near),
            None => d,
        };
    }
    d.at(format!("this is {}", kind_of(value)))
}
