//! Values by the type of their property; names, controls, threats and targets.

use super::Cx;
use super::items::{Item, ItemSort};
use crate::analysis::{Analysis, Threat};
use crate::catalog::fields::{Property, SUBJECTS, Type};
use crate::catalog::frameworks::FrameworkKind;
use crate::catalog::{EDITIONS, PropertyType, Root, frameworks, icons};
use crate::diagnostic::switches::WARNINGS;
use crate::diagnostic::{Severity, codes};
use crate::ide::context::{Head, Token};
use crate::ide::describe;
use crate::ide::names::{List, Sort, Symbol};
use crate::ide::{At, holds};
use crate::model::PickedBy;
use crate::model::words;
use crate::source::Span;
use crate::syntax::quoted;
use crate::syntax::tree::{Date, Shape, Statement, ValueKind};
use std::collections::HashSet;

/// How many threats with their targets are offered before the words of the catalog.
const MOST: usize = 40;

impl Cx<'_> {
    /// Behind `name:`.
    pub(super) fn value(&mut self, name: &str, rest: &[Token<'_>]) {
        let Some(frame) = self.context.blocks().next() else { return };
        let head = frame.head();
        if let Head::Map(of) = head {
            let of = of.to_owned();
            return self.map_value(&of);
        }
        let parent = match head {
            Head::Word(w, _) if w.name == "kind" => frame.head.iter().rev().find_map(|t| match t {
                Token::Word(name) => self.s.model().catalog.find_kind(name),
                _ => None,
            }),
            _ => None,
        };
        let Some((table, kind)) = self.owner(head) else { return };
        let control = matches!(head, Head::Word(w, _) if w.name == "control");
        let own = if control { words::property(words::CONTROL, name) } else { None };
        if let Some(p) = own.or_else(|| words::property(table, name)) {
            return self.of_type(p, rest);
        }
        let catalog = &self.s.model().catalog;
        let of_kind = kind.or(parent).and_then(|k| {
            catalog
                .properties
                .iter()
                .find(|p| p.name == name && p.on.iter().any(|on| catalog.is_under(k, *on)))
        });
        match of_kind.map(|p| p.ty.clone()) {
            Some(PropertyType::Bool) => self.words(&["true", "false"]),
            Some(PropertyType::OneOf(words) | PropertyType::ManyOf(words)) => self.words(&words),
            _ => {}
        }
    }

    pub(super) fn words<S: AsRef<str>>(&mut self, words: &[S]) {
        for (i, word) in words.iter().enumerate() {
            let order = u32::try_from(i).unwrap_or(u32::MAX);
            self.out.push(Item::new(ItemSort::Value, word.as_ref(), self.span).order(order));
        }
    }

    fn of_type(&mut self, p: &'static Property, rest: &[Token<'_>]) {
        let picks = [Sort::Element, Sort::Boundary, Sort::Flow, Sort::Data];
        match (p.ty, rest) {
            (Type::When, rest) => self.condition(rest),
            (Type::Picks, [Token::Word(by), Token::Colon]) => self.picked(by),
            (_, [.., Token::Arrow]) => self.ends(),
            (Type::Placed, [Token::Word("any")]) => {
                self.kinds(0, |k| k.root != Root::Data, false);
            }
            (Type::Targets | Type::Parts | Type::Picks, [Token::Word("any")]) => self.any(),
            (Type::Every, _) => {
                // Of `every 3 months` what is not there yet.
                let periods = match rest.len() {
                    0 => ["every 3 months", "every 6 months", "every 12 months"].as_slice(),
                    1 => &["3 months", "6 months", "12 months"],
                    _ => &["months", "weeks", "days", "quarters", "years"],
                };
                for (i, period) in periods.iter().enumerate() {
                    let order = u32::try_from(i).unwrap_or(0);
                    self.out.push(Item::new(ItemSort::Value, period, self.span).order(order));
                }
            }
            (Type::References, [Token::Word(prefix), Token::Colon, ..]) => self.entries_of(prefix),
            (_, [_, ..]) => {}
            (Type::Date, _) => self.days(matches!(p.name, "due" | "until")),
            (Type::Words, _) if p.name == "tags" => self.tags(),
            (Type::Bool, _) => self.words(&["true", "false"]),
            (Type::OneOf(words) | Type::ManyOf(words), _) => self.words(words),
            (Type::Data, _) => {
                self.names(&[Sort::Data]);
                // What is being declared is not made of itself.
                if let Some(own) = self.declared().map(str::to_owned) {
                    self.out.retain(|i| i.label != own);
                }
            }
            (Type::Elements, _) => self.names(&[Sort::Element]),
            (Type::Controls, _) => self.controls(!matches!(p.name, "expects" | "lacks"), true),
            (Type::Targets, _) => {
                self.names(&picks[..3]);
                self.flows(&HashSet::new());
                self.everything();
            }
            (Type::Placed, _) => {
                self.names(&picks[..2]);
                self.any_of();
            }
            (Type::Parts, _) => {
                self.names(&picks);
                self.flows(&HashSet::new());
                self.any_of();
            }
            (Type::Picks, _) => {
                self.names(&picks);
                self.flows(&HashSet::new());
                self.everything();
                for by in PickedBy::WORDS {
                    let item = Item::new(ItemSort::Value, by, self.span).order(4);
                    self.out.push(item.insert(format!("{by}:")).again());
                }
            }
            (Type::Threats, _) => self.rules(0),
            (Type::Kinds, _) => self.kinds(0, |_| true, false),
            (Type::Subject, _) => {
                self.words(SUBJECTS);
                self.kinds(5, |k| k.root != Root::Data, false);
            }
            // A list is one of words that nobody knows yet.
            (Type::PropertyType, _) if !self.context.in_list() => self.words(&["bool", "number", "text"]),
            (Type::Literal, _) => self.default_value(),
            (Type::Edition, _) => {
                let editions: Vec<&str> = EDITIONS.iter().rev().map(|e| e.name).collect();
                self.words(&editions);
            }
            (Type::Icon, _) => {
                for (i, name) in icons::names().enumerate() {
                    let order = u32::try_from(i).unwrap_or(u32::MAX);
                    self.out.push(Item::new(ItemSort::Value, name, self.span).order(order));
                }
            }
            (Type::References, _) => {
                let tested = p.name == "test";
                for f in frameworks::frameworks() {
                    let item = Item::new(ItemSort::Value, f.prefix, self.span).detail(f.title);
                    let order = u32::from((f.kind == FrameworkKind::Tool) != tested);
                    self.out.push(item.insert(format!("{}:", f.prefix)).order(order).again());
                }
            }
            (Type::Word, _) if p.name == "only_if" => {
                let all = &self.s.model().catalog.properties;
                let known: Vec<String> =
                    all.iter().filter(|p| p.ty == PropertyType::Bool).map(|p| p.name.clone()).collect();
                self.words(&known);
            }
            // Protocols are words of no table; those that the model has are the likeliest.
            (Type::Word, _) if p.name == "protocol" => {
                let mut known: Vec<String> =
                    self.s.model().flows.iter().filter_map(|f| f.protocol.clone()).collect();
                known.extend(["https", "grpc", "tcp", "amqp"].map(str::to_owned));
                known.sort();
                known.dedup();
                self.words(&known);
            }
            _ => {}
        }
    }

    /// What a property that is being declared can be, by its `type`.
    fn default_value(&mut self) {
        let given = self.given();
        let ty = given.iter().find(|(name, _)| *name == "type").map_or("", |(_, ty)| ty);
        let words: Vec<String> = match ty.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
            Some(list) => list.split(',').map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect(),
            None if ty == "bool" => vec!["true".into(), "false".into()],
            None => return,
        };
        self.words(&words);
    }

    /// The name of what the block at hand declares.
    fn declared(&self) -> Option<&str> {
        match self.context.blocks().next()?.head.as_slice() {
            [Token::Word(_), Token::Word(name), ..]
            | [Token::Word(_), Token::Dot, Token::Word(_), Token::Word(name), ..] => Some(name),
            _ => None,
        }
    }

    /// A key of a map: a control, a threat, a lint.
    pub(super) fn map(&mut self, name: &str) {
        let Some(frame) = self.context.blocks().nth(1) else { return };
        let Some((table, _)) = self.owner(frame.head()) else { return };
        match words::property(table, name).map(|p| p.ty) {
            Some(Type::Steps("threats")) => self.rules(0),
            Some(Type::Steps(_)) => self.controls(false, true),
            Some(Type::Lints) => {
                // What is an error by nature is one whatever a model says.
                for code in codes::ALL.iter().filter(|c| c.severity() != Severity::Error) {
                    let item = Item::new(ItemSort::Value, code.name(), self.span);
                    let item = item.detail(code.severity().word()).about(code.about());
                    self.out.push(item.insert(format!("{}: ", code.name())).again());
                }
                let item = Item::new(ItemSort::Value, WARNINGS, self.span);
                self.out.push(item.insert(format!("{WARNINGS}: ")).again());
            }
            _ => {}
        }
        if matches!(words::property(table, name).map(|p| p.ty), Some(Type::Steps(_))) {
            for item in &mut self.out {
                item.insert = format!("{}: ", item.label);
            }
        }
    }

    fn map_value(&mut self, of: &str) {
        let Some(frame) = self.context.blocks().nth(1) else { return };
        let Some((table, _)) = self.owner(frame.head()) else { return };
        match words::property(table, of).map(|p| p.ty) {
            Some(Type::Steps(_)) => self.words(&["1", "2", "3", "4"]),
            Some(Type::Lints) => self.words(&["allow", "deny"]),
            _ => {}
        }
    }

    /// What a name may stand for, by sorts: seen from this file, or behind the alias that was typed.
    pub(super) fn names(&mut self, sorts: &[Sort]) {
        let Some(home) = self.home() else { return };
        let index = self.s.index();
        let found: Vec<Symbol> =
            index.seen(List::Parts, home).filter(|s| sorts.contains(&s.sort)).cloned().collect();
        for symbol in found {
            let sort = match symbol.sort {
                Sort::Boundary => ItemSort::Boundary,
                Sort::Data => ItemSort::Data,
                Sort::Flow => ItemSort::Flow,
                _ => ItemSort::Element,
            };
            let detail = describe::line(&self.s.model().catalog, &symbol);
            let order = sorts.iter().position(|s| *s == symbol.sort).unwrap_or(0);
            let item = Item::new(sort, &symbol.name, self.span).detail(detail);
            self.out.push(item.order(u32::try_from(order).unwrap_or(0)));
        }
        if self.context.alias.is_none() {
            self.aliases();
        }
    }

    /// The file whose names are meant: this one, or the one behind the alias that was typed.
    fn home(&self) -> Option<usize> {
        match self.context.alias {
            None => Some(self.file()),
            Some(alias) => self.s.draft.read.behind(self.file(), alias),
        }
    }

    pub(super) fn aliases(&mut self) {
        let file = self.at.file;
        let all: Vec<Symbol> = self
            .s
            .index()
            .symbols
            .iter()
            .filter(|s| s.sort == Sort::Alias && s.span.file == file)
            .cloned()
            .collect();
        for alias in all {
            let item = Item::new(ItemSort::Alias, &alias.name, self.span).detail("an imported file").order(3);
            self.out.push(item.insert(format!("{}.", alias.name)).again());
        }
    }

    /// Behind an arrow: elements. The one before it comes last, for hardly any calls itself.
    pub(super) fn ends(&mut self) {
        self.names(&[Sort::Element]);
        let from = match self.context.line.as_slice() {
            [.., Token::Word(name), Token::Arrow] => *name,
            _ => return,
        };
        self.out.iter_mut().filter(|i| i.label == from).for_each(|i| i.order += 100);
    }

    /// Behind `any`.
    pub(super) fn any(&mut self) {
        self.out.push(Item::new(ItemSort::Value, "flow", self.span).detail("every flow"));
        self.kinds(1, |k| k.root != Root::Data, false);
    }

    fn any_of(&mut self) {
        self.out.push(Item::new(ItemSort::Value, "any", self.span).insert("any ").order(4).again());
    }

    fn everything(&mut self) {
        self.any_of();
        self.out.push(Item::new(ItemSort::Value, "*", self.span).detail("everything").order(4));
    }

    /// Flows as `a -> b`, those of the set first.
    fn flows(&mut self, first: &HashSet<String>) {
        if self.context.alias.is_some() {
            return;
        }
        let model = self.s.model();
        let mut items = Vec::new();
        for f in model.flows.iter().filter(|f| f.name.is_none()) {
            let name = |e| model.element(e).map_or("", |e| e.name.as_str());
            let text = format!("{} -> {}", name(f.source), name(f.target));
            let order = if first.contains(&text) { 0 } else { 3 };
            let item = Item::new(ItemSort::Flow, &text, self.span).order(order);
            items.push(item.detail(f.label.clone().unwrap_or_default()));
        }
        self.out.extend(items);
    }

    /// Controls: of this system, if they are meant, and of the vocabulary.
    pub(super) fn controls(&mut self, own: bool, vocabulary: bool) {
        if own && let Some(home) = self.home() {
            let found: Vec<Symbol> = self.s.index().seen(List::OwnControls, home).cloned().collect();
            for symbol in found {
                let detail = describe::line(&self.s.model().catalog, &symbol);
                self.out.push(Item::new(ItemSort::Control, &symbol.name, self.span).detail(detail));
            }
        }
        if vocabulary && self.context.alias.is_none() {
            let catalog = &self.s.model().catalog;
            let mut items = Vec::new();
            for (i, c) in catalog.controls.iter().enumerate() {
                let about = describe::control(catalog, crate::catalog::ControlId::new(i));
                items.push(
                    Item::new(ItemSort::Control, &c.name, self.span)
                        .detail(c.label.clone())
                        .about(about)
                        .order(1),
                );
            }
            self.out.extend(items);
        }
    }

    /// The threats of the catalog and of the model.
    pub(super) fn rules(&mut self, order: u32) {
        let catalog = &self.s.model().catalog;
        let mut items = Vec::new();
        for r in &catalog.rules {
            let about = describe::template(&r.scenario);
            let letters = crate::catalog::letters(&r.stride, r.harm);
            let item =
                Item::new(ItemSort::Threat, &r.name, self.span).detail(format!("{letters} · {}", r.title));
            items.push(item.about(about).order(order));
        }
        self.out.extend(items);
    }

    /// Behind `mitigate`, `accept` and their like: the threats that arise, with their targets, the worst
    /// first; of a target that stands behind the cursor already, its own threats.
    pub(super) fn threats(&mut self, responds: bool) {
        self.rules(1000);
        let Some(analysis) = self.s.analysis.clone() else { return };
        let line = self.text.get(self.at.offset..).and_then(|t| t.lines().next()).unwrap_or("");
        let behind = line.split_once(" on ").or_else(|| line.strip_prefix("on ").map(|t| ("", t)));
        let behind = behind.map(|(_, t)| t.split('{').next().unwrap_or("").trim().to_owned());
        let model = self.s.model();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut items = Vec::new();
        // What stands behind may be a place to fill in: then a threat is written alone, whatever it is on.
        let on = |t: &Threat| behind.as_ref().is_some_and(|b| *b == t.target.written(model));
        let known = analysis.threats.iter().any(on);
        let responds = responds && behind.is_none();
        let behind = behind.filter(|_| known);
        for t in analysis.threats.iter().filter(|t| t.status.counts()) {
            let target = t.target.written(model);
            let Some(rule) = model.catalog.rule(t.rule) else { continue };
            let state = format!("{} {} on {target}", t.residual.severity(), t.status);
            let order = rank(&analysis, t);
            if let Some(wanted) = &behind {
                if *wanted == target {
                    items.push(Item::new(ItemSort::Threat, &rule.name, self.span).detail(state).order(order));
                }
            } else if responds && items.len() < MOST {
                let text = format!("{} on {target}", rule.name);
                items.push(Item::new(ItemSort::Threat, &text, self.span).detail(state).order(order));
            } else if !responds && seen.insert(&rule.name) {
                items.push(Item::new(ItemSort::Threat, &rule.name, self.span).detail(state).order(order));
            }
        }
        let better: HashSet<String> = items.iter().map(|i| i.label.clone()).collect();
        self.out.retain(|i| !better.contains(&i.label));
        self.out.extend(items);
    }

    /// Behind `on`: where the threat arises, then all else that it could speak of.
    pub(super) fn targets(&mut self, threat: &str) {
        self.names(&[Sort::Element, Sort::Boundary, Sort::Flow]);
        let model = self.s.model();
        let rule = model.catalog.find_rule(threat);
        let analysis = self.s.analysis.clone();
        let arises: Vec<(String, String)> = analysis
            .iter()
            .flat_map(|a| &a.threats)
            .filter(|t| Some(t.rule) == rule && t.status.counts())
            .map(|t| (t.target.written(model), format!("{} {}", t.residual.severity(), t.status)))
            .collect();
        let first: HashSet<String> = arises.iter().map(|(t, _)| t.clone()).collect();
        self.flows(&first);
        self.everything();
        for item in &mut self.out {
            match arises.iter().position(|(t, _)| *t == item.label) {
                Some(place) => {
                    item.order = u32::try_from(place).unwrap_or(0);
                    item.detail = arises.get(place).map(|(_, d)| d.clone()).unwrap_or_default();
                }
                None => item.order += 1000,
            }
        }
    }

    /// Behind `attacker:` and its like.
    fn picked(&mut self, by: &str) {
        match by {
            "attacker" => {
                let all: Vec<Symbol> = self.s.index().seen(List::Attackers, self.file()).cloned().collect();
                for symbol in all {
                    self.out.push(Item::new(ItemSort::Attacker, &symbol.name, self.span));
                }
            }
            "threat" => self.rules(0),
            "severity" => self.words(crate::model::responses::RiskLevel::WORDS),
            "phase" => self.words(crate::catalog::fields::PHASES),
            "tag" => self.tags(),
            _ => {}
        }
    }

    /// The tags that parts have.
    fn tags(&mut self) {
        let model = self.s.model();
        let tags = model.elements.iter().flat_map(|e| &e.tags);
        let tags = tags.chain(model.boundaries.iter().flat_map(|b| &b.tags));
        let mut tags: Vec<String> = tags.chain(model.flows.iter().flat_map(|f| &f.tags)).cloned().collect();
        tags.sort();
        tags.dedup();
        self.words(&tags);
    }

    /// Today, as far as it is known, and for what is to come some days from then.
    fn days(&mut self, ahead: bool) {
        let Some(today) = self.s.today() else { return };
        let all: &[(i64, &str)] = if ahead {
            &[(91, "in 3 months"), (182, "in 6 months"), (365, "in a year")]
        } else {
            &[(0, "today")]
        };
        for (n, (days, when)) in all.iter().enumerate() {
            let day = Date::from_days(today.days().saturating_add(*days)).to_string();
            let item = Item::new(ItemSort::Value, &day, self.span).detail(*when);
            self.out.push(item.order(u32::try_from(n).unwrap_or(0)));
        }
    }

    /// Behind `atlas:`, its entries. They may have dots and digits, which part words, so all behind the colon is
    /// what an entry takes the place of.
    fn entries_of(&mut self, prefix: &str) {
        let text = self.s.source(self.at.file).and_then(|f| f.text.get(..self.at.offset)).unwrap_or("");
        let start = text.rfind(&format!("{prefix}:")).map_or(self.context.start, |at| at + prefix.len() + 1);
        let span = Span::new(self.at.file, start, self.at.offset.max(start));
        for (n, entry) in frameworks::entries(prefix).enumerate() {
            let plain = |c: char| c.is_ascii_alphanumeric() || "_.:/-".contains(c);
            let text =
                if entry.id.chars().all(plain) { entry.id.to_owned() } else { format!("\"{}\"", entry.id) };
            let item = Item::new(ItemSort::Value, entry.id, span).detail(entry.name).insert(text);
            self.out.push(item.order(u32::try_from(n).unwrap_or(u32::MAX)));
        }
    }

    /// In the text of an owner and the like: those that the model names already.
    pub(super) fn people(&mut self, name: &str) {
        if !matches!(name, "owner" | "by") {
            return;
        }
        let mut found: Vec<String> = Vec::new();
        for file in &self.s.draft.read.files {
            people_of(&file.tree.statements, self.at, &mut found);
        }
        found.sort();
        found.dedup();
        for one in &found {
            let quoted = quoted(one);
            let text = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or("");
            self.out.push(Item::new(ItemSort::Value, one, self.span).insert(text));
        }
    }
}

/// The texts of `owner` and `by` in a list of statements but for that at a place.
fn people_of(list: &[Statement], at: At, out: &mut Vec<String>) {
    for statement in list {
        if let Shape::Property(p) = &statement.shape
            && matches!(p.name.text.as_str(), "owner" | "by")
            && let ValueKind::Text(text) = &p.value.kind
            && !(statement.span.file == at.file && holds(statement.span, at.offset))
            && !text.is_empty()
            && !text.contains('\n')
        {
            out.push(text.clone());
        }
        people_of(statement.block().map_or(&[][..], |b| &b.statements), at, out);
    }
}

/// Open ones first, in the order of the ranking.
fn rank(analysis: &Analysis, t: &Threat) -> u32 {
    let place = analysis.threats.iter().position(|o| std::ptr::eq(o, t)).unwrap_or(0);
    let place = u32::try_from(place).unwrap_or(900).min(400);
    if t.status.is_unsettled() { place } else { place + 500 }
}
