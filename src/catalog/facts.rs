//! What there is to tell of kinds, controls and threats: for explanations, the reference and
//! editors. Facts as data; how they are set is for those who show them.

use super::{Catalog, ControlId, ControlKind, Kind, KindId, Literal, Property, PropertyType, Rule, Subject};

/// How much a control takes off a threat.
#[derive(Copy, Clone, Debug)]
pub struct Relief<'a> {
    /// The threat.
    pub rule: &'a Rule,
    /// Steps that it takes off the likelihood.
    pub likelihood: Option<u8>,
    /// Steps that it takes off the impact.
    pub impact: Option<u8>,
}

impl PropertyType {
    /// What it takes, in words.
    pub fn takes(&self) -> String {
        match self {
            PropertyType::Bool => "true or false".into(),
            PropertyType::OneOf(w) => format!("one of {}", w.join(", ")),
            PropertyType::ManyOf(w) => format!("any of {}", w.join(", ")),
            PropertyType::Number => "a number".into(),
            PropertyType::Text => "a text".into(),
        }
    }
}

impl Catalog {
    /// The kinds that stand right above a kind.
    pub fn parents(&self, kind: &Kind) -> Vec<&Kind> {
        kind.parents.iter().filter_map(|id| self.kind(*id)).collect()
    }

    /// The kinds that stand right under one, in the order of the catalog.
    pub fn children(&self, kind: KindId) -> Vec<KindId> {
        let under = |k: &Kind| k.parents.contains(&kind);
        self.kinds.iter().enumerate().filter(|(_, k)| under(k)).map(|(i, _)| KindId::new(i)).collect()
    }

    /// The properties of a kind, its own and those from above, each with its value where nobody
    /// sets one.
    pub fn properties_of(&self, kind: KindId) -> Vec<(&Property, &Literal)> {
        let ids = (0..self.properties.len()).map(super::PropertyId::new);
        ids.filter_map(|id| Some((self.property(id)?, self.default_of(kind, id)?))).collect()
    }

    /// The threats that are tried on a kind by its name or by the name of one above it.
    pub fn rules_on(&self, kind: KindId) -> Vec<&Rule> {
        let names = |r: &&Rule| match &r.on {
            Subject::Kinds(list) => list.iter().any(|k| self.is_under(kind, *k)),
            _ => false,
        };
        self.rules.iter().filter(names).collect()
    }

    /// The threats that list a control, with what it takes off.
    pub fn relieved_by(&self, control: ControlId) -> Vec<Relief<'_>> {
        let by = |list: &[(ControlId, u8)]| list.iter().find(|(c, _)| *c == control).map(|(_, n)| *n);
        self.rules
            .iter()
            .map(|rule| Relief { rule, likelihood: by(&rule.lowered_by), impact: by(&rule.softened_by) })
            .filter(|r| r.likelihood.is_some() || r.impact.is_some())
            .collect()
    }

    /// The controls of a list of steps.
    pub fn steps(&self, list: &[(ControlId, u8)]) -> Vec<(&ControlKind, u8)> {
        list.iter().filter_map(|(c, n)| Some((self.control(*c)?, *n))).collect()
    }

    /// What a threat is tried on, in words: a name of a kind, or `flows`.
    pub fn tried_on(&self, rule: &Rule) -> Vec<&str> {
        match &rule.on {
            Subject::Flow => vec!["flows"],
            Subject::Element => vec!["elements"],
            Subject::Boundary => vec!["boundaries"],
            Subject::Model => vec!["the model"],
            Subject::Kinds(list) => {
                list.iter().filter_map(|k| self.kind(*k)).map(|k| k.name.as_str()).collect()
            }
        }
    }
}
