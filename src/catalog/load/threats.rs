//! Threats, and what controls of a model's own do to them.

use super::{Declared, Loader, NamedPart, Origin, Space, read};
use crate::catalog::compile::{Scope, compile};
use crate::catalog::fields;
use crate::catalog::{ControlId, Harm, KindId, Root, Rule, RuleId, Stride, Subject};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::Word;

impl Loader<'_, '_> {
    pub(super) fn threats(&mut self, threats: &[Declared<'_>]) {
        let mut declared: Vec<(RuleId, &Declared<'_>)> = Vec::new();
        for t in threats {
            if self.claim(Space::Threat, t.name) {
                declared.push((RuleId::new(self.catalog.rules.len()), t));
                let own = self.origin == Origin::Model;
                self.catalog.rules.push(Rule { own, ..empty(&t.name.text) });
            }
        }
        for (id, t) in &declared {
            if self.enough() {
                break;
            }
            let rule = self.threat(*id, t);
            if let Some(slot) = self.catalog.rules.get_mut(id.index()) {
                *slot = rule;
            }
        }
        for (id, t) in &declared {
            let was = self.catalog.rule(*id).map_or_else(Vec::new, |r| r.was.clone());
            self.older_names(Space::Threat, t.name, &was, id.index());
        }
        self.rings(&declared);
    }

    fn threat(&mut self, id: RuleId, t: &Declared<'_>) -> Rule {
        let read = read::read(&fields::THREAT, t.name, t.block, t.faulty, self.out);
        for p in &read.rest {
            self.out.push(read::unknown_property(&fields::THREAT, &p.name, []));
        }
        if !t.declaration.parents.is_empty() && !t.faulty {
            let message = "a threat stands under no other; `refines` names those whose place it takes";
            self.say(Diagnostic::new(codes::BAD_RULE, t.name.span, message));
        }
        if t.label.is_none() && !t.faulty {
            let message = format!("the threat `{}` has no title", t.name.text);
            self.say(
                Diagnostic::new(codes::MISSING, t.name.span, message)
                    .help("Behind the name stands what goes wrong, in one line: `threat NAME \"…\" { … }`."),
            );
        }
        let mut rule = Rule { own: self.origin == Origin::Model, ..empty(&t.name.text) };
        rule.title = t.label.map_or_else(|| super::label(&t.name.text), |l| l.text.clone());
        rule.stride = read.words("stride").iter().filter_map(|w| Stride::from_word(&w.text)).collect();
        rule.stride.sort_unstable();
        // Of one that wrongly has both, the letters count, so that it stays on the pictures.
        rule.harm = read.word("harm").and_then(Harm::from_word).filter(|_| rule.stride.is_empty());
        rule.on = self.subject(&read);
        rule.refines = self.refines(id, &read);
        rule.likelihood = read.number("likelihood").unwrap_or(3);
        rule.impact = read.number("impact").unwrap_or(3);
        rule.floor = read.number("floor").unwrap_or(1);
        if let (Some(span), Some(likelihood)) = (read.span("floor"), read.span("likelihood"))
            && rule.floor > rule.likelihood
        {
            let message = "controls can't lower the likelihood to a floor that is above it";
            self.say(Diagnostic::new(codes::BAD_RULE, span, message).label(likelihood, "the likelihood"));
            rule.floor = rule.likelihood;
        }
        rule.lowered_by = self.by_controls(&read, "lowered_by");
        rule.softened_by = self.by_controls(&read, "softened_by");
        rule.scenario = read.text("scenario").unwrap_or_default();
        rule.mitigation = read.text("mitigation").unwrap_or_default();
        rule.about = read.text("about").unwrap_or_default();
        rule.phase = read.names("phase");
        rule.layer = read.word("layer").map(str::to_owned);
        rule.test = read.references("test");
        rule.refs = read.references("refs");
        rule.was = read.names("was");
        rule.family = read.texts("family");
        rule.tags = read.texts("tags");
        let title = t.label.map(|l| l.span);
        for (text, span) in [
            (&rule.title, title),
            (&rule.scenario, read.span("scenario")),
            (&rule.mitigation, read.span("mitigation")),
        ] {
            if let Some(span) = span {
                self.out.extend(placeholders(text, &rule.on, span));
            }
        }
        if let Some(expression) = read.condition("when") {
            // Without a subject nothing can be said of the condition that is not said of `on`.
            if !matches!(&rule.on, Subject::Kinds(k) if k.is_empty()) {
                let hurt = |name: &str| self.hurt.contains(&(Space::Kind, name.to_owned()));
                let scope = Scope {
                    catalog: self.catalog,
                    subject: &rule.on,
                    origin: self.origin,
                    vague: &self.vague,
                    hurt: &hurt,
                };
                let (when, parts) = compile(expression, &scope, self.out);
                rule.when = Some(when);
                self.parts.extend(parts.into_iter().map(|p| NamedPart { rule: id, ..p }));
            }
        }
        rule
    }

    fn subject(&mut self, read: &read::Read<'_>) -> Subject {
        let words = read.words("on");
        let general = |w: &Word| match w.text.as_str() {
            "flow" => Some(Subject::Flow),
            "element" => Some(Subject::Element),
            "boundary" => Some(Subject::Boundary),
            "model" => Some(Subject::Model),
            _ => None,
        };
        if let [only] = words.as_slice()
            && let Some(subject) = general(only)
        {
            return subject;
        }
        let mut kinds: Vec<KindId> = Vec::new();
        for w in words {
            if general(w).is_some() {
                let message = format!("`{}` stands alone in `on`", w.text);
                self.say(Diagnostic::new(codes::BAD_RULE, w.span, message));
                continue;
            }
            let Some(kind) = self.catalog.find_kind(&w.text) else {
                if nearest(&w.text, fields::SUBJECTS.iter().copied()).is_some() {
                    let known = fields::SUBJECTS
                        .iter()
                        .copied()
                        .chain(self.catalog.kinds.iter().map(|k| k.name.as_str()));
                    let d = read::unknown(codes::UNKNOWN_KIND, "kind", &w.text, w.span, known);
                    self.say(d);
                } else {
                    self.missing(Space::Kind, w);
                }
                continue;
            };
            let data = self.catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
            if data && !self.vague.contains(&kind) {
                let message = format!(
                    "`{}` is a kind of data; a rule is tried on elements, flows, boundaries or the model",
                    w.text
                );
                self.say(
                    Diagnostic::new(codes::WRONG_NAME, w.span, message)
                        .help(format!("A rule `on: flow` can ask for it: `when: moves {}`.", w.text)),
                );
            } else {
                kinds.push(kind);
            }
        }
        Subject::Kinds(kinds)
    }

    fn refines(&mut self, id: RuleId, read: &read::Read<'_>) -> Vec<RuleId> {
        let mut refines = Vec::new();
        for w in read.words("refines") {
            match self.catalog.find_rule(&w.text) {
                Some(other) if other == id => {
                    self.say(Diagnostic::new(codes::CYCLE, w.span, "a threat can't take its own place"));
                }
                Some(other) => refines.push(other),
                None => self.missing(Space::Threat, w),
            }
        }
        refines
    }

    fn by_controls(&mut self, read: &read::Read<'_>, field: &str) -> Vec<(ControlId, u8)> {
        let mut out: Vec<(ControlId, u8)> = Vec::new();
        for (word, steps) in read.steps(field) {
            match self.catalog.find_control(&word.text) {
                Some(control) if out.iter().any(|(c, _)| *c == control) => {
                    let message =
                        format!("`{}` is an older name of a control that is here already", word.text);
                    self.say(Diagnostic::new(codes::DUPLICATE_PROPERTY, word.span, message));
                }
                Some(control) => out.push((control, steps)),
                None => self.missing(Space::Control, word),
            }
        }
        out
    }

    /// What a control says itself of the threats that it lowers.
    pub(super) fn lowers(&mut self, control: ControlId, read: &read::Read<'_>) {
        for (field, softens) in [("lowers", false), ("softens", true)] {
            for (word, steps) in read.steps(field) {
                let Some(rule) = self.catalog.find_rule(&word.text) else {
                    self.missing(Space::Threat, word);
                    continue;
                };
                let Some(rule) = self.catalog.rules.get_mut(rule.index()) else { continue };
                let list = if softens { &mut rule.softened_by } else { &mut rule.lowered_by };
                if list.iter().any(|(c, _)| *c == control) {
                    let message =
                        format!("the threat `{}` says itself what this control does to it", word.text);
                    self.out.push(Diagnostic::new(codes::BAD_RULE, word.span, message));
                } else {
                    list.push((control, steps));
                }
            }
        }
    }

    /// Threats that refine one another in a ring would all take each other's place.
    fn rings(&mut self, declared: &[(RuleId, &Declared<'_>)]) {
        for (id, t) in declared {
            let mut seen = std::collections::BTreeSet::new();
            let mut open = self.catalog.rule(*id).map_or_else(Vec::new, |r| r.refines.clone());
            while let Some(next) = open.pop() {
                if next == *id {
                    let message = format!("`{}` refines itself by way of others", t.name.text);
                    self.say(Diagnostic::new(codes::CYCLE, t.name.span, message));
                    if let Some(r) = self.catalog.rules.get_mut(id.index()) {
                        r.refines.clear();
                    }
                    break;
                }
                if seen.insert(next) {
                    open.extend(self.catalog.rule(next).into_iter().flat_map(|r| r.refines.iter().copied()));
                }
            }
        }
    }
}

fn empty(name: &str) -> Rule {
    Rule {
        name: name.to_owned(),
        was: Vec::new(),
        title: String::new(),
        about: String::new(),
        stride: Vec::new(),
        harm: None,
        on: Subject::Kinds(Vec::new()),
        when: None,
        refines: Vec::new(),
        likelihood: 3,
        floor: 1,
        impact: 3,
        lowered_by: Vec::new(),
        softened_by: Vec::new(),
        scenario: String::new(),
        mitigation: String::new(),
        phase: Vec::new(),
        layer: None,
        test: Vec::new(),
        refs: Vec::new(),
        family: Vec::new(),
        tags: Vec::new(),
        own: false,
    }
}

impl Subject {
    /// What may stand in braces in the title, scenario and mitigation of a rule on it.
    pub fn placeholders(&self) -> &'static [&'static str] {
        match self {
            Subject::Flow => &["source", "target", "sender", "receiver", "data", "start"],
            Subject::Element | Subject::Kinds(_) => &["element", "data", "start"],
            Subject::Boundary => &["boundary"],
            Subject::Model => &["model"],
        }
    }
}

/// The names in braces in a text: `{` a word in lower case `}`. Any other brace is a brace.
fn in_braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        (!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).then_some(name)
    })
}

fn placeholders(text: &str, on: &Subject, span: Span) -> Option<Diagnostic> {
    let allowed = on.placeholders();
    let wrong = in_braces(text).find(|name| !allowed.contains(name))?;
    let on = match on {
        Subject::Flow => "a flow",
        Subject::Element | Subject::Kinds(_) => "elements",
        Subject::Boundary => "a boundary",
        Subject::Model => "the model",
    };
    let message = format!("`{{{wrong}}}` stands for nothing in a rule on {on}");
    let braced: Vec<String> = allowed.iter().map(|a| format!("{{{a}}}")).collect();
    let d = Diagnostic::new(codes::BAD_RULE, span, message)
        .help(format!("Such a rule has {}.", fields::listed(&braced, "and")));
    Some(match nearest(wrong, allowed.iter().copied()) {
        Some(near) => d.at(format!("perhaps `{{{near}}}`")),
        None => d,
    })
}
