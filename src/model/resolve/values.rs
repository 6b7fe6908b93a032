//! Values by the type that their property takes.

use super::Cx;
use super::props::Props;
use crate::catalog::icons;
use crate::catalog::load::{literal, type_text};
use crate::catalog::{ControlId, Icon, Literal, PropertyId, PropertyType};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::maps::Set;
use crate::model::words::{Type, one_of};
use crate::model::{DataId, ElementId, Placed, Target};
use crate::source::Span;
use crate::syntax::tree::{Date, Path, Value, ValueKind};

/// The items of a list; one value stands for a list of one.
pub fn items(value: &Value) -> &[Value] {
    match &value.kind {
        ValueKind::List(list) => list,
        _ => std::slice::from_ref(value),
    }
}

/// Each once, in the order in which they come.
fn once_each<T: Copy + Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    /// Up to here, looking through a list is faster than asking a set.
    const SHORT: usize = 16;
    let mut out: Vec<T> = Vec::new();
    let mut seen: Set<T> = Set::default();
    for item in items {
        let new = if out.len() < SHORT {
            !out.contains(&item)
        } else {
            if seen.is_empty() {
                seen.extend(&out);
            }
            seen.insert(item)
        };
        if new {
            out.push(item);
        }
    }
    out
}

/// The candidate that is a part of a word, as `secret` is of `top_secret`; none if the word
/// denies it.
fn within<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut parts = word.split(['_', '-', '.', ' ']);
    if parts.clone().any(|p| matches!(p, "not" | "non" | "no")) {
        return None;
    }
    let candidates: Vec<&str> = candidates.collect();
    parts.find_map(|part| candidates.iter().copied().find(|c| *c == part))
}

/// A control where it is named: of the vocabulary, or of this system.
pub(super) enum NamedControl {
    Kind(ControlId),
    Own(usize),
}

impl Cx<'_> {
    /// A text.
    pub fn text(&mut self, props: &Props<'_>, name: &str) -> Option<String> {
        let (p, value) = props.get(name)?;
        match (&value.kind, p.ty) {
            (ValueKind::Text(text), Type::Text | Type::Word) => Some(text.clone()),
            (ValueKind::Word(word), Type::Word) => Some(word.text()),
            _ => {
                self.wrong_type(name, &p.ty.takes(), value);
                None
            }
        }
    }

    /// The icon of an element.
    pub fn icon(&mut self, props: &Props<'_>) -> Option<Icon> {
        let (p, value) = props.get("icon")?;
        match icons::read(value) {
            Some((icon, unknown)) => {
                self.out.extend(unknown);
                Some(icon)
            }
            None => {
                self.wrong_type("icon", &p.ty.takes(), value);
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, props: &Props<'_>, name: &str) -> Option<bool> {
        let (p, value) = props.get(name)?;
        match value.kind {
            ValueKind::Bool(flag) => Some(flag),
            _ => self.meant_flag(name, &p.ty.takes(), value),
        }
    }

    /// What is neither `true` nor `false`, but may be another word for one of them; that is
    /// taken for what it means, and said.
    fn meant_flag(&mut self, name: &str, takes: &str, value: &Value) -> Option<bool> {
        let word = match &value.kind {
            ValueKind::Word(path) => path.text(),
            ValueKind::Text(text) => text.clone(),
            ValueKind::Number(n) if n.unit.is_none() => n.digits.clone(),
            _ => String::new(),
        };
        let flag = match word.to_ascii_lowercase().as_str() {
            "true" | "yes" | "y" | "on" | "1" => true,
            "false" | "no" | "n" | "off" | "0" => false,
            _ => {
                self.wrong_type(name, takes, value);
                return None;
            }
        };
        if !self.faulty_values.contains(&value.span) {
            let message = format!("`{name}` takes {takes}: write `{flag}`");
            let d = Diagnostic::new(codes::WRONG_TYPE, value.span, message);
            self.out.push(d.fix(format!("write `{flag}`"), value.span, flag.to_string()));
        }
        Some(flag)
    }

    /// A day.
    pub fn date(&mut self, props: &Props<'_>, name: &str) -> Option<Date> {
        let (p, value) = props.get(name)?;
        match value.kind {
            ValueKind::Date(date) => Some(date),
            _ => {
                self.wrong_type(name, &p.ty.takes(), value);
                None
            }
        }
    }

    /// A whole number within the property's bounds.
    pub fn whole(&mut self, props: &Props<'_>, name: &str) -> Option<u32> {
        let (p, value) = props.get(name)?;
        let (low, high) = match p.ty {
            Type::Whole(low, high) => (low, high),
            _ => (0, u32::MAX),
        };
        if let ValueKind::Number(n) = &value.kind {
            let whole = n.digits.parse::<u32>().ok().filter(|w| n.unit.is_none() && (low..=high).contains(w));
            if whole.is_some() {
                return whole;
            }
        }
        self.wrong_type(name, &p.ty.takes(), value);
        None
    }

    /// A whole number of steps, 0 to 255.
    pub fn step(&mut self, props: &Props<'_>, name: &str) -> Option<u8> {
        self.whole(props, name).and_then(|n| u8::try_from(n).ok())
    }

    /// One of the property's words, as `parse` reads it.
    pub fn word<T>(&mut self, props: &Props<'_>, name: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let (p, value) = props.get(name)?;
        let words = match p.ty {
            Type::OneOf(words) => words,
            _ => &[],
        };
        if let ValueKind::Word(word) = &value.kind {
            if let Some(found) = parse(&word.text()) {
                return Some(found);
            }
            self.not_a_word(name, &word.text(), words, value, value.span);
            return None;
        }
        self.wrong_type(name, &p.ty.takes(), value);
        None
    }

    /// A word that is none of those that the property takes.
    pub(super) fn not_a_word<S: AsRef<str>>(
        &mut self,
        name: &str,
        word: &str,
        words: &[S],
        value: &Value,
        span: Span,
    ) {
        if self.faulty_values.contains(&value.span) {
            return;
        }
        let mut d = Diagnostic::new(codes::WRONG_TYPE, span, format!("`{name}` takes {}", one_of(words)))
            .at(format!("`{word}` is none of them"));
        let words = || words.iter().map(AsRef::as_ref);
        if let Some(near) = nearest(word, words()).or_else(|| within(word, words())) {
            d = d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, near);
        }
        self.out.push(d);
    }

    /// Words or texts.
    pub fn words_of(&mut self, props: &Props<'_>, name: &str) -> Vec<String> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let mut out = Vec::new();
        for item in items(value) {
            match &item.kind {
                ValueKind::Text(text) => out.push(text.clone()),
                ValueKind::Word(word) => out.push(word.text()),
                _ => self.wrong_type(name, &p.ty.takes(), item),
            }
        }
        out
    }

    /// Names of a list, with what is no name reported.
    fn paths<'v>(&mut self, name: &str, ty: Type, value: &'v Value) -> Vec<&'v Path> {
        let mut out = Vec::new();
        for item in items(value) {
            match &item.kind {
                ValueKind::Word(path) => out.push(path),
                _ => self.wrong_type(name, &ty.takes(), item),
            }
        }
        out
    }

    /// Data.
    pub fn data_list(&mut self, props: &Props<'_>, name: &str) -> Vec<DataId> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let want = format!("`{name}` takes data");
        let paths = self.paths(name, p.ty, value);
        once_each(paths.into_iter().filter_map(|path| self.data_of(props.file, path, &want)))
    }

    /// Elements, by the names that they have or had.
    pub fn elements_by_any_name(&mut self, props: &Props<'_>, name: &str) -> Vec<ElementId> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let mut out = Vec::new();
        for path in self.paths(name, p.ty, value) {
            if let Some(id) = self.element_by_any_name(props.file, path, &format!("`{name}` takes elements"))
                && !out.contains(&id)
            {
                out.push(id);
            }
        }
        out
    }

    /// Elements.
    pub fn element_list(&mut self, props: &Props<'_>, name: &str) -> Vec<ElementId> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let want = format!("`{name}` takes elements");
        let paths = self.paths(name, p.ty, value);
        once_each(paths.into_iter().filter_map(|path| self.element_of(props.file, path, &want)))
    }

    /// Controls of the vocabulary.
    pub fn control_list(&mut self, props: &Props<'_>, name: &str) -> Vec<ControlId> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let paths = self.paths(name, p.ty, value);
        once_each(paths.into_iter().filter_map(|path| self.control_of(props.file, path)))
    }

    /// Controls of this system or of the vocabulary, each with its place in the text.
    pub fn named_controls(
        &mut self,
        props: &Props<'_>,
        name: &str,
    ) -> Vec<(NamedControl, crate::source::Span)> {
        let Some((p, value)) = props.get(name) else { return Vec::new() };
        let mut out = Vec::new();
        for path in self.paths(name, p.ty, value) {
            match self.scopes.control(props.file, path) {
                Ok(own) => out.push((NamedControl::Own(own), path.span)),
                Err(_) => {
                    if let Some(id) = self.control_of(props.file, path) {
                        out.push((NamedControl::Kind(id), path.span));
                    }
                }
            }
        }
        out
    }

    /// Elements, boundaries, flows; data too if `data` says so.
    pub fn placed_list(&mut self, props: &Props<'_>, name: &str, data: bool) -> Vec<Placed> {
        let Some((_, value)) = props.get(name) else { return Vec::new() };
        let mut out: Vec<Placed> = Vec::new();
        let mut seen: Set<Target> = Set::default();
        for item in items(value) {
            if let Some(target) = self.target_in(props, name, item, data)
                && seen.insert(target.clone())
            {
                out.push(Placed { target, span: item.span });
            }
        }
        out
    }

    /// What one item of such a list stands for.
    pub(super) fn target_in(
        &mut self,
        props: &Props<'_>,
        name: &str,
        item: &Value,
        data: bool,
    ) -> Option<Target> {
        match &item.kind {
            ValueKind::Word(path) if data => self.target_of(props.file, path),
            ValueKind::Word(path) => self.no_data(props.file, path),
            ValueKind::Chain(chain) => self.chain_of(props.file, chain).map(Target::Flows),
            ValueKind::Any(path) => self.any_of(props.file, path),
            ValueKind::All => Some(Target::All),
            _ => {
                let (p, _) = props.get(name)?;
                self.wrong_type(name, &p.ty.takes(), item);
                None
            }
        }
    }

    /// Whether the parser has reported a value.
    pub(super) fn is_faulty(&self, value: &Value) -> bool {
        self.faulty_values.contains(&value.span)
    }

    /// A value of a kind's property.
    pub fn literal(&mut self, id: PropertyId, value: &Value) -> Option<Literal> {
        let property = self.catalog.properties.get(id.index())?;
        let (name, ty) = (property.name.clone(), property.ty.clone());
        match &ty {
            PropertyType::Bool if !matches!(value.kind, ValueKind::Bool(_)) => {
                return self.meant_flag(&name, &Type::Bool.takes(), value).map(Literal::Bool);
            }
            PropertyType::OneOf(words) | PropertyType::ManyOf(words) => {
                let mut given = items(value).iter().filter_map(|item| match &item.kind {
                    ValueKind::Word(word) => Some((item, word.text())),
                    _ => None,
                });
                if let Some((item, word)) = given.find(|(_, word)| !words.contains(word)) {
                    self.not_a_word(&name, &word, words, item, item.span);
                    return None;
                }
            }
            _ => {}
        }
        let mut said = Vec::new();
        let fits = literal(&name, &ty, value, &mut said);
        if !said.is_empty() {
            self.wrong_type(&name, &type_text(&ty), value);
        }
        fits
    }
}
