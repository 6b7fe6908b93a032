//! Views, and by what they pick parts.

use super::Cx;
use super::props::Props;
use super::values::items;
use crate::catalog::fields::PHASES;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::RiskLevel;
use crate::model::statements::{Direction, Page, Pick, PickedBy};
use crate::model::words::one_of;
use crate::model::{Placed, Target, View};
use crate::source::Span;
use crate::syntax::tree::{self, Reference, Value, ValueKind};

impl Cx<'_> {
    /// One view. Attackers are known by now.
    pub(super) fn view(&mut self, file: usize, d: &tree::Declaration, props: &Props<'_>, span: Span) {
        let (good, bad): (Vec<Placed>, Vec<Placed>) = self
            .placed_list(props, "focus", false)
            .into_iter()
            .partition(|p| matches!(p.target, Target::Element(_) | Target::Boundary(_) | Target::AnyKind(_)));
        if let Some(bad) = bad.first() {
            let d = Diagnostic::new(codes::WRONG_NAME, bad.span, "`focus` takes elements and boundaries");
            let d = d.help(match bad.target {
                Target::Data(_) => "Name what keeps or moves it.",
                _ => "Name an end of the flow.",
            });
            self.out.push(d);
        }
        let view = View {
            name: d.name.text.clone(),
            label: d.label.as_ref().map_or(&d.name.text, |l| &l.text).clone(),
            focus: good,
            depth: self.whole(props, "depth").unwrap_or(1),
            include: self.picks(props, "include"),
            exclude: self.picks(props, "exclude"),
            direction: self.word(props, "direction", Direction::from_word),
            beside: self.elements_by_any_name(props, "beside"),
            above: self.elements_by_any_name(props, "above"),
            page: self.word(props, "page", Page::from_word),
            about: self.text(props, "about").unwrap_or_default(),
            tags: self.words_of(props, "tags"),
            span,
        };
        if self.speaks(file) {
            self.model.views.push(view);
        }
    }

    /// The picks of a list, each once.
    fn picks(&mut self, props: &Props<'_>, name: &str) -> Vec<Pick> {
        let Some((_, value)) = props.get(name) else { return Vec::new() };
        let mut out: Vec<Pick> = Vec::new();
        for item in items(value) {
            let by = match &item.kind {
                ValueKind::Reference(r) => self.picked_by(props.file, r, item),
                // Of `tag: beta`, which the parser has reported, the word is left.
                ValueKind::Word(w)
                    if PickedBy::WORDS.contains(&w.text().as_str()) && self.is_faulty(item) =>
                {
                    None
                }
                _ => self.target_in(props, name, item, true).map(PickedBy::Part),
            };
            if let Some(by) = by
                && !out.iter().any(|p| p.by == by)
            {
                out.push(Pick { by, span: item.span });
            }
        }
        out
    }

    /// What stands before and behind the colon of `tag:pii`.
    fn picked_by(&mut self, file: usize, r: &Reference, item: &Value) -> Option<PickedBy> {
        let (word, id) = (r.framework.text.as_str(), r.id.text.as_str());
        match word {
            "tag" => self.known_tag(r).then(|| PickedBy::Tag(id.to_owned())),
            "phase" => {
                let known = PHASES.contains(&id);
                if !known {
                    self.not_a_word("phase", id, PHASES, item, r.id.span);
                }
                known.then(|| PickedBy::Phase(id.to_owned()))
            }
            "severity" => {
                let level = RiskLevel::from_word(id);
                if level.is_none() {
                    self.not_a_word("severity", id, RiskLevel::WORDS, item, r.id.span);
                }
                level.map(PickedBy::Severity)
            }
            "attacker" => self.known_attacker(file, r),
            "threat" => self.known_threat(file, r),
            _ => {
                let list = one_of(PickedBy::WORDS);
                let message = format!("nothing is picked by `{word}`");
                let mut d = Diagnostic::new(codes::UNKNOWN_NAME, r.framework.span, message)
                    .help(format!("Before the colon stands {list}."));
                if let Some(near) = nearest(word, PickedBy::WORDS.iter().copied()) {
                    d = d.help(format!("Did you mean `{near}`?")).fix(
                        format!("write `{near}`"),
                        r.framework.span,
                        near,
                    );
                }
                self.out.push(d);
                None
            }
        }
    }

    /// Says that nothing is of this name, and what is nearly.
    fn unknown_pick(&mut self, message: String, span: Span, near: Option<String>, else_help: &str) {
        let d = Diagnostic::new(codes::UNKNOWN_NAME, span, message);
        self.out.push(match near {
            Some(near) => {
                d.help(format!("Did you mean `{near}`?")).fix(format!("write `{near}`"), span, near)
            }
            None => d.help(else_help),
        });
    }

    /// Whether an element, a boundary or a flow has the tag; else says so.
    fn known_tag(&mut self, r: &Reference) -> bool {
        let m = &self.model;
        let tags = || {
            let elements = m.elements.iter().map(|e| &e.tags);
            let boundaries = m.boundaries.iter().map(|b| &b.tags);
            elements.chain(boundaries).chain(m.flows.iter().map(|f| &f.tags)).flatten().map(String::as_str)
        };
        let known = tags().any(|t| t == r.id.text);
        if !known {
            let near = nearest(&r.id.text, tags()).map(str::to_owned);
            let message = format!("no part has the tag `{}`", r.id.text);
            self.unknown_pick(
                message,
                r.id.span,
                near,
                "Give it to elements, boundaries or flows: `tags: [ … ]`.",
            );
        }
        known
    }

    fn known_attacker(&mut self, file: usize, r: &Reference) -> Option<PickedBy> {
        let name = self.scopes.full(file, &r.id.text);
        let found = self.model.attackers.iter().position(|a| a.name == name);
        if found.is_none() && !self.scopes.incomplete(file) {
            let near =
                nearest(&name, self.model.attackers.iter().map(|a| a.name.as_str())).map(str::to_owned);
            let message = format!("there is no attacker `{}`", r.id.text);
            let help = format!("Declare one: `attacker {} {{ from: [ … ], wants: [ … ] }}`.", r.id.text);
            self.unknown_pick(message, r.id.span, near, &help);
        }
        found.map(PickedBy::Attacker)
    }

    /// A rule, or one threat by its id. Whether the threat arises is found by the analysis.
    fn known_threat(&mut self, file: usize, r: &Reference) -> Option<PickedBy> {
        let (rule, target) = match r.id.text.split_once('@') {
            Some((rule, target)) => (rule, Some(target)),
            None => (r.id.text.as_str(), None),
        };
        let name = tree::Word { text: rule.to_owned(), span: r.id.span };
        let id = self.rule_of(file, &tree::Path { alias: None, name, span: r.id.span })?;
        let Some(target) = target else { return Some(PickedBy::Rule(id)) };
        let m = &self.model;
        let parts = || {
            let elements = m.elements.iter().map(|e| e.name.as_str());
            let flows = m.flows.iter().map(|f| f.id.as_str());
            elements.chain(flows).chain(m.boundaries.iter().map(|b| b.name.as_str())).chain(["model"])
        };
        if !parts().any(|p| p == target) {
            let near = nearest(target, parts()).map(|near| format!("\"{rule}@{near}\""));
            let message = format!("there is no part `{target}`");
            let help = "Behind `@` stands an element, a boundary, or a flow as `a->b`.";
            self.unknown_pick(message, r.id.span, near, help);
            return None;
        }
        // A rule that has been renamed is found by its older name; its threats have the new one.
        let rule = self.catalog.rule(id).map_or(rule, |found| found.name.as_str());
        Some(PickedBy::Threat(format!("{rule}@{target}")))
    }
}
