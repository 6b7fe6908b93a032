//! Threats in words. A threat itself is plain data, since of thousands few are read; here is put into
//! words what somebody wants to read of one.

use super::tables::Tables;
use super::threat::{Fact, Prose, Sum, Threat};
use super::tried::On;
use super::why::{self, Names, Template};
use super::{Analysis, risk};
use crate::catalog::Rule;
use crate::model::{DataId, Model};
use std::borrow::Cow;
use std::cell::OnceCell;

/// Puts the threats of a model into words.
pub struct Teller<'a> {
    tables: Tables<'a>,
    /// The texts of each rule, by its id, as they are asked for.
    rules: Vec<OnceCell<Texts>>,
}

/// The texts of a rule.
struct Texts {
    title: Template,
    scenario: Template,
    mitigation: Template,
}

impl Texts {
    fn of(rule: &Rule) -> Self {
        Texts {
            title: Template::new(&rule.title),
            scenario: Template::new(&rule.scenario),
            mitigation: Template::new(&rule.mitigation),
        }
    }
}

impl<'a> Teller<'a> {
    /// Of a model and what follows from it.
    pub fn new(model: &'a Model, analysis: &'a Analysis) -> Self {
        let rules = (0..model.catalog.rules.len()).map(|_| OnceCell::new()).collect();
        Teller { tables: analysis.tables(model), rules }
    }

    /// One line, in plain text.
    pub fn title(&self, t: &Threat) -> String {
        self.fill(t, |texts| &texts.title).plain()
    }

    /// What an attacker does, or how people come to harm.
    pub fn scenario(&self, t: &Threat) -> Prose {
        self.fill(t, |texts| &texts.scenario)
    }

    /// What to do about it.
    pub fn mitigation(&self, t: &Threat) -> Prose {
        self.fill(t, |texts| &texts.mitigation)
    }

    /// Why it arises: its facts, each with a sentence without a full stop, in plain text. Those that say
    /// the same are said once.
    pub fn facts<'t>(&self, t: &'t Threat) -> Vec<(&'t Fact, String)> {
        let told = |f: &'t Fact| {
            let on = On::of(self.tables, t.target, f.movement)?;
            Some((f, why::begun(why::sentence(&self.tables, f, on))))
        };
        distinct(t.facts.iter().filter_map(told).collect())
    }

    /// How its ratings came about.
    pub fn sum(&self, t: &Threat) -> Vec<Sum> {
        risk::sum(&self.tables, t)
    }

    fn fill(&self, t: &Threat, text: impl Fn(&Texts) -> &Template) -> Prose {
        let (Some(rule), Some(texts)) =
            (self.tables.model.catalog.rule(t.rule), self.rules.get(t.rule.index()))
        else {
            return Prose::default();
        };
        let about = self.about(t);
        let Threat { target, movement, start, .. } = t;
        let names = Names { tables: &self.tables, target: *target, movement: *movement, data: &about, start };
        names.fill(text(texts.get_or_init(|| Texts::of(rule))))
    }

    /// The data that a threat is about.
    fn about(&self, t: &Threat) -> Vec<DataId> {
        let movement = t.movement.and_then(|m| self.tables.movement(m));
        let of_facts = t.facts.iter().filter(|f| !f.condition.not).flat_map(|f| &f.data);
        let mut about: Vec<DataId> = of_facts.copied().collect();
        if about.is_empty() {
            let moved = movement.map(|m| &m.data).filter(|d| !d.is_empty());
            about.extend(moved.map_or(&t.stakes[..], Vec::as_slice));
        }
        // Of a flow, what it moves: a condition about one of its ends can speak of other data.
        if let Some(m) = movement
            && about.iter().any(|d| m.data.contains(d))
        {
            about.retain(|d| m.data.contains(d));
        }
        about.sort_unstable();
        about.dedup();
        about
    }
}

/// Two conditions may come to the same fact. It is said once, and with the class of the data if one
/// of them asks for it.
fn distinct(facts: Vec<(&Fact, String)>) -> Vec<(&Fact, String)> {
    const CLASSES: &[&str] = &[" (public)", " (internal)", " (confidential)", " (secret)", " (personal)"];
    fn bare(text: &str) -> Cow<'_, str> {
        let mut bare = Cow::Borrowed(text);
        if text.contains('(') {
            for class in CLASSES {
                if bare.contains(class) {
                    bare = Cow::Owned(bare.replace(class, ""));
                }
            }
        }
        bare
    }
    // Of those that say the same the longest, the first of them, stands where the first stood.
    let mut out: Vec<(&Fact, String)> = Vec::with_capacity(facts.len());
    for (fact, text) in facts {
        match out.iter_mut().find(|(_, said)| bare(said) == bare(&text)) {
            Some(said) if said.1.len() < text.len() => *said = (fact, text),
            Some(_) => {}
            None => out.push((fact, text)),
        }
    }
    out
}
