//! Kinds: parents, what they inherit, and what they set.

use super::properties::{Draft, literal};
use super::{Declared, Loader, Origin, Space, label, read};
use crate::catalog::{AiRole, Class, Kind, KindId, Level, Literal, PropertyId, PropertyType, Root, Trust};
use crate::catalog::{fields, icons};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::Property;
use std::collections::BTreeSet;

/// Names that would be understood otherwise where a kind is named.
const TAKEN: &[&str] = &["flow", "element", "boundary", "model", "personal", "anything", "any"];

/// How many kinds one may stand under directly.
const MAX_PARENTS: usize = 16;

impl Loader<'_, '_> {
    pub(super) fn kinds(&mut self, kinds: &[Declared<'_>], properties: &[Declared<'_>]) {
        let first = self.catalog.kinds.len();
        let mut declared: Vec<(KindId, &Declared<'_>)> = Vec::new();
        for k in kinds {
            if TAKEN.contains(&k.name.text.as_str()) {
                let message = format!("`{}` has a meaning of its own where kinds are named", k.name.text);
                self.say(
                    Diagnostic::new(codes::DUPLICATE_NAME, k.name.span, message)
                        .help("Give the kind another name."),
                );
                self.hurt.insert((Space::Kind, k.name.text.clone()));
            } else if self.claim(Space::Kind, k.name) {
                declared.push((KindId::new(self.catalog.kinds.len()), k));
                let mut kind = Kind::empty(&k.name.text, Root::Process);
                kind.label = k.label.map_or_else(|| label(&k.name.text), |l| l.text.clone());
                kind.own = self.origin == Origin::Model;
                self.catalog.kinds.push(kind);
            }
        }
        self.parents(&declared);
        self.cycles(&declared, first);
        let order = self.order(first);
        for kind in &order {
            self.above(*kind);
        }
        for (kind, k) in &declared {
            self.mixed(*kind, k);
        }

        let mut reads = Vec::new();
        let mut drafts: Vec<Draft> = Vec::new();
        for (kind, k) in &declared {
            if self.enough() {
                break;
            }
            let read = read::read(&fields::KIND, k.name, k.block, k.faulty, self.out);
            for p in &read.inner {
                drafts.extend(self.property_inside(&p.name, p.block.as_ref(), *kind));
            }
            reads.push((*kind, read));
        }
        for p in properties {
            if self.enough() {
                break;
            }
            drafts.extend(self.property_outside(p));
        }
        for (kind, read) in &reads {
            if self.enough() {
                break;
            }
            self.fields(*kind, read);
        }
        for (kind, k) in &declared {
            let was = self.catalog.kind(*kind).map_or_else(Vec::new, |k| k.was.clone());
            self.older_names(Space::Kind, k.name, &was, kind.index());
        }
        let mut set_by_draft = BTreeSet::new();
        for draft in drafts {
            for kind in draft.on {
                if set_by_draft.insert((kind, draft.id)) {
                    self.set(kind, draft.id, draft.default.clone());
                }
            }
        }
        for kind in order {
            self.inherit(kind);
        }
        self.spread(first, &set_by_draft);
    }

    fn parents(&mut self, declared: &[(KindId, &Declared<'_>)]) {
        for (kind, k) in declared {
            let mut parents: Vec<KindId> = Vec::new();
            if let Some(path) = k.declaration.parents.get(MAX_PARENTS) {
                self.say(read::too_many(path.span, "parents", MAX_PARENTS));
            }
            for path in k.declaration.parents.iter().take(MAX_PARENTS) {
                if self.enough() {
                    break;
                }
                if let Some(parent) = self.kind(&path.name) {
                    if parents.contains(&parent) {
                        let message = format!("`{}` is named twice", path.name.text);
                        self.say(Diagnostic::new(codes::DUPLICATE_NAME, path.span, message));
                    } else {
                        parents.push(parent);
                    }
                }
            }
            if k.declaration.parents.is_empty() && !k.faulty {
                let name = &k.name.text;
                self.say(
                    Diagnostic::new(
                        codes::MISSING,
                        k.name.span,
                        format!("the kind `{name}` stands under no other"),
                    )
                    .help(format!(
                        "Name one behind a colon, as `kind {name}: process`; at the top are `external`, \
                             `process`, `store` and `data`."
                    )),
                );
            }
            if parents.is_empty() {
                self.vague.insert(*kind);
                parents.push(Root::Process.kind());
            }
            if let Some(kind) = self.catalog.kinds.get_mut(kind.index()) {
                kind.parents = parents;
            }
        }
    }

    /// Breaks rings of kinds, each said once at the kind that comes first in the text.
    fn cycles(&mut self, declared: &[(KindId, &Declared<'_>)], first: usize) {
        // A kind that is no longer on the way and not in a ring is done and never looked at again.
        let mut done = vec![false; self.catalog.kinds.len()];
        for slot in done.iter_mut().take(first) {
            *slot = true;
        }
        let span = |kind: KindId| declared.iter().find(|(k, _)| *k == kind).map(|(_, d)| d.name.span);
        for (start, _) in declared {
            let mut way: Vec<(KindId, usize)> = vec![(*start, 0)];
            while let Some((kind, next)) = way.last_mut() {
                let kind = *kind;
                let parent = self.catalog.kind(kind).and_then(|k| k.parents.get(*next)).copied();
                *next += 1;
                match parent {
                    Some(p) if done.get(p.index()) == Some(&true) => {}
                    Some(p) => {
                        if let Some(at) = way.iter().position(|(k, _)| *k == p) {
                            let ring: Vec<KindId> = way.iter().skip(at).map(|(k, _)| *k).collect();
                            self.ring(&ring, span);
                            way.truncate(at);
                            for k in ring {
                                if let Some(d) = done.get_mut(k.index()) {
                                    *d = true;
                                }
                            }
                        } else {
                            way.push((p, 0));
                        }
                    }
                    None => {
                        if let Some(d) = done.get_mut(kind.index()) {
                            *d = true;
                        }
                        way.pop();
                    }
                }
            }
        }
    }

    fn ring(&mut self, ring: &[KindId], span: impl Fn(KindId) -> Option<Span>) {
        let name = |k: &KindId| self.catalog.kind(*k).map_or("", |k| k.name.as_str()).to_owned();
        let names: Vec<String> = ring.iter().chain(ring.first()).map(name).collect();
        let message = match ring {
            [only] => format!("the kind `{}` stands under itself", name(only)),
            _ => format!("kinds stand under one another in a ring: {}", names.join(" under ")),
        };
        let mut places = ring.iter().filter_map(|k| span(*k));
        let d = match places.next() {
            Some(first) => {
                places.fold(Diagnostic::new(codes::CYCLE, first, message), |d, s| d.label(s, "and this"))
            }
            None => Diagnostic::bare(codes::CYCLE, message),
        };
        self.say(d);
        for kind in ring {
            self.vague.insert(*kind);
            if let Some(k) = self.catalog.kinds.get_mut(kind.index()) {
                k.parents = vec![Root::Process.kind()];
            }
        }
    }

    /// The new kinds, parents before those under them.
    fn order(&self, first: usize) -> Vec<KindId> {
        let mut order: Vec<KindId> = Vec::new();
        let mut placed: Vec<bool> = (0..self.catalog.kinds.len()).map(|i| i < first).collect();
        let mut open: Vec<KindId> = (first..self.catalog.kinds.len()).map(KindId::new).collect();
        while !open.is_empty() {
            let before = open.len();
            open.retain(|kind| {
                let parents = self.catalog.kind(*kind).map_or(&[][..], |k| &k.parents);
                let ready = parents.iter().all(|p| placed.get(p.index()) == Some(&true));
                if ready {
                    order.push(*kind);
                    if let Some(p) = placed.get_mut(kind.index()) {
                        *p = true;
                    }
                }
                !ready
            });
            if open.len() == before {
                break; // Only rings could cause it, and they are broken up.
            }
        }
        order
    }

    fn above(&mut self, kind: KindId) {
        let Some(k) = self.catalog.kind(kind) else { return };
        let mut above: BTreeSet<KindId> = k.parents.iter().copied().collect();
        let mut vague = false;
        for parent in &k.parents {
            vague |= self.vague.contains(parent);
            above.extend(self.catalog.kind(*parent).into_iter().flat_map(|p| p.above.iter().copied()));
        }
        let root = k.parents.first().and_then(|p| self.catalog.kind(*p)).map_or(Root::Process, |p| p.root);
        if vague {
            self.vague.insert(kind);
        }
        if let Some(k) = self.catalog.kinds.get_mut(kind.index()) {
            k.above = above.into_iter().collect();
            k.root = root;
        }
    }

    /// A kind is of elements or of data.
    fn mixed(&mut self, kind: KindId, declared: &Declared<'_>) {
        let Some(k) = self.catalog.kind(kind).filter(|_| !self.vague.contains(&kind)) else { return };
        let data = |id: &KindId| self.catalog.kind(*id).is_some_and(|p| p.root == Root::Data);
        let Some(i) = k.parents.iter().position(|p| data(p) != (k.root == Root::Data)) else { return };
        let name = k.parents.get(i).and_then(|p| self.catalog.kind(*p)).map_or("", |p| p.name.as_str());
        let place = declared.declaration.parents.iter().find(|p| p.name.text == name);
        let (one, other) = if k.root == Root::Data { ("data", "elements") } else { ("elements", "data") };
        let message = format!("`{}` is a kind of {one}, and `{name}` is one of {other}", k.name);
        let span = place.map_or(declared.name.span, |p| p.span);
        self.say(Diagnostic::new(codes::WRONG_NAME, span, message));
    }

    /// What a kind sets itself.
    fn fields(&mut self, kind: KindId, read: &read::Read<'_>) {
        let Some(k) = self.catalog.kind(kind) else { return };
        let (root, name, vague) = (k.root, k.name.clone(), self.vague.contains(&kind));
        let misplaced = if root == Root::Data { fields::OF_ELEMENTS } else { fields::OF_DATA };
        for field in misplaced.iter().filter(|_| !vague) {
            if let Some(span) = read.span(field) {
                let (of, is) = if root == Root::Data { ("elements", "data") } else { ("data", "elements") };
                let message =
                    format!("`{field}` is a property of kinds of {of}, and `{name}` is a kind of {is}");
                self.say(Diagnostic::new(codes::UNKNOWN_PROPERTY, span, message));
            }
        }
        for property in &read.rest {
            self.default(kind, property);
        }
        let icon = read.raw("icon").and_then(icons::read);
        if let Some((_, Some(unknown))) = &icon {
            self.say(unknown.clone());
        }
        let only_if = self.only_if(kind, read);
        self.expects.push((kind, read.words("expects").into_iter().cloned().collect()));
        let Some(k) = self.catalog.kinds.get_mut(kind.index()) else { return };
        let mut sets = |field: &str, set: bool| {
            if set {
                k.sets.push(field.to_owned());
            }
        };
        for field in [
            "icon",
            "layer",
            "ai",
            "trust",
            "class",
            "integrity",
            "availability",
            "personal",
            "supplied",
            "only_if",
        ] {
            sets(field, read.span(field).is_some());
        }
        k.icon = icon.map(|(icon, _)| icon);
        k.layer = read.word("layer").map(str::to_owned);
        k.ai = read.word("ai").and_then(AiRole::from_word);
        k.about = read.text("about").unwrap_or_default();
        k.was = read.names("was");
        k.tags = read.texts("tags");
        k.trust = read.word("trust").and_then(Trust::from_word);
        k.class = read.word("class").and_then(Class::from_word);
        k.integrity = read.word("integrity").and_then(Level::from_word);
        k.availability = read.word("availability").and_then(Level::from_word);
        k.personal = read.bool("personal");
        k.supplied = read.bool("supplied");
        k.only_if = only_if;
    }

    /// The property that `only_if` names: one of the kind that is true or false.
    fn only_if(&mut self, kind: KindId, read: &read::Read<'_>) -> Option<PropertyId> {
        let (word, span) = (read.word("only_if")?, read.span("only_if")?);
        let id = self.catalog.find_property(word).filter(|id| self.catalog.has_property(kind, *id));
        let found = id.filter(|id| self.catalog.property(*id).is_some_and(|p| p.ty == PropertyType::Bool));
        let of_data = self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
        if found.is_none() && !of_data && !self.vague.contains(&kind) {
            let name = self.catalog.kind(kind).map_or("", |k| k.name.as_str());
            let message = format!("a `{name}` has no property `{word}` that is true or false");
            self.say(Diagnostic::new(codes::UNKNOWN_PROPERTY, span, message));
        }
        found
    }

    /// A property in a kind's block that the table of `kind` does not know: the default of a typed
    /// property, if the kind has it.
    fn default(&mut self, kind: KindId, property: &Property) {
        let name = &property.name;
        match self.catalog.find_property(&name.text) {
            Some(id) if self.catalog.has_property(kind, id) => {
                let Some(ty) = self.catalog.property(id).map(|p| p.ty.clone()) else { return };
                if let Some(value) = literal(&name.text, &ty, &property.value, self.out) {
                    self.set(kind, id, value);
                }
            }
            Some(id) => {
                let on = self.catalog.property(id).map_or(&[][..], |p| &p.on);
                let on: Vec<&str> =
                    on.iter().filter_map(|k| self.catalog.kind(*k)).map(|k| k.name.as_str()).collect();
                let own = self.catalog.kind(kind).map_or("", |k| k.name.as_str());
                let message = format!("a `{own}` has no property `{}`", name.text);
                let d = Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, message)
                    .help(format!(
                        "It is a property of {} and the kinds under them.",
                        fields::listed(&on, "and")
                    ))
                    .help(format!(
                        "`property {} {{ type: … }}` in this block declares it here too.",
                        name.text
                    ));
                if !self.vague.contains(&kind) {
                    self.say(d);
                }
            }
            None => {
                let near = {
                    let here = self.catalog.properties.iter().enumerate();
                    let here = here.filter(|(i, _)| self.catalog.has_property(kind, PropertyId::new(*i)));
                    nearest(&name.text, here.map(|(_, p)| p.name.as_str())).map(str::to_owned)
                };
                let d = read::unknown_property(&fields::KIND, name, near.as_deref());
                if !self.vague.contains(&kind) {
                    self.say(d);
                }
            }
        }
    }

    fn set(&mut self, kind: KindId, property: PropertyId, value: Literal) {
        let name = self.catalog.property(property).map_or(String::new(), |p| p.name.clone());
        let Some(k) = self.catalog.kinds.get_mut(kind.index()) else { return };
        match k.defaults.iter_mut().find(|(p, _)| *p == property) {
            // A kind may set what it declares, and a model may declare a property of the catalog
            // on one of the catalog's kinds: what is set already stays.
            Some(_) if k.sets.contains(&name) => {}
            Some((_, old)) => *old = value,
            None => k.defaults.push((property, value)),
        }
        if !k.sets.contains(&name) {
            k.sets.push(name);
        }
    }

    /// Fills in what a kind does not set itself: from the nearest kind above that does; of two at
    /// the same distance from the one that is named first.
    fn inherit(&mut self, kind: KindId) {
        let Some(mut k) = self.catalog.kind(kind).cloned() else { return };
        let mut seen: BTreeSet<KindId> = [kind].into();
        let mut layer: Vec<KindId> = k.parents.clone();
        while !layer.is_empty() {
            let mut further = Vec::new();
            for id in layer {
                let Some(up) = self.catalog.kind(id).filter(|_| seen.insert(id)) else { continue };
                let sets = |field: &str| up.sets.iter().any(|s| s == field);
                macro_rules! take {
                    ($($field:ident)*) => {$(
                        if k.$field.is_none() && sets(stringify!($field)) {
                            k.$field = up.$field.clone();
                        }
                    )*};
                }
                take!(icon layer ai trust class integrity availability personal supplied);
                for (property, value) in &up.defaults {
                    let set = self.catalog.property(*property).is_some_and(|p| sets(&p.name));
                    if set && !k.defaults.iter().any(|(p, _)| p == property) {
                        k.defaults.push((*property, value.clone()));
                    }
                }
                further.extend(up.parents.iter().copied());
            }
            layer = further;
        }
        k.defaults.sort_by_key(|(p, _)| *p);
        if let Some(slot) = self.catalog.kinds.get_mut(kind.index()) {
            *slot = k;
        }
    }

    /// Brings what was just declared on kinds that were there before to those under them.
    fn spread(&mut self, first: usize, set: &BTreeSet<(KindId, PropertyId)>) {
        if !set.iter().any(|(k, _)| k.index() < first) {
            return;
        }
        let mut touched: BTreeSet<KindId> = BTreeSet::new();
        for (kind, _) in set {
            touched.extend(self.catalog.kinds_under(*kind).filter(|k| k.index() < first));
        }
        for kind in touched {
            if let Some(k) = self.catalog.kinds.get_mut(kind.index()) {
                let sets = k.sets.clone();
                let properties = &self.catalog.properties;
                k.defaults.retain(|(p, _)| properties.get(p.index()).is_some_and(|p| sets.contains(&p.name)));
            }
            self.inherit(kind);
        }
    }
}
