//! What is known beforehand: kinds, properties, controls and threats, and the frameworks that
//! they refer to.
//!
//! The built-in catalog is written in the same language as a model, in the folder of its
//! edition. A model's own kinds, controls and threats are added to a copy of it by the same
//! code, so nothing is built in that a user cannot write.

pub mod compile;
pub mod coverage;
pub mod edition;
pub mod expr;
pub mod facts;
pub mod fields;
pub(crate) mod foreign;
pub mod frameworks;
pub mod icons;
pub mod kinds;
pub mod load;
mod playbook;
pub mod rules;
pub mod search;
pub mod spoken;

pub use edition::{EDITIONS, edition};
pub use expr::When;
pub use icons::Icon;
pub use kinds::{AiRole, Kind, Literal, Property, PropertyType, Root};
pub use load::{NamedPart, Origin, extend};
pub use rules::{Acts, ControlKind, Family, Harm, Reach, Reference, Rule, Stride, Subject, classed, letters};

use serde::{Deserialize, Serialize};

/// Makes an index type for one arena.
macro_rules! id {
    ($(#[$doc:meta] $name:ident;)*) => {$(
        #[$doc]
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the arena.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of a place in the arena.
            pub fn new(index: usize) -> Self {
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}
pub(crate) use id;

id! {
    /// A kind of element or data in [`Catalog::kinds`].
    KindId;
    /// A property in [`Catalog::properties`].
    PropertyId;
    /// A control of the vocabulary in [`Catalog::controls`].
    ControlId;
    /// A threat in [`Catalog::rules`].
    RuleId;
}

/// Everything known of kinds, controls and threats, for one model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// The edition, as `2026.1`.
    pub edition: String,
    /// All kinds; the four roots come first.
    pub kinds: Vec<Kind>,
    /// All typed properties of kinds.
    pub properties: Vec<Property>,
    /// The vocabulary of controls.
    pub controls: Vec<ControlKind>,
    /// The threats.
    pub rules: Vec<Rule>,
}

/// How far a zone is trusted.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Anybody.
    Untrusted,
    /// Another organisation, under contract.
    Partner,
    /// One's own.
    Internal,
    /// One's own, and closed to most.
    Restricted,
}

/// How secret data is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Anybody may know.
    Public,
    /// The organisation may know.
    Internal,
    /// Those who need it may know.
    Confidential,
    /// A few named people or machines may know.
    Secret,
}

/// Low, medium or high: integrity and availability.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Level {
    Low,
    Medium,
    High,
}

macro_rules! words {
    ($type:ident: $($variant:ident $word:literal),*) => {
        impl $type {
            /// All, in order.
            pub const ALL: &[$type] = &[$($type::$variant),*];

            /// The words for them, in the same order.
            pub const WORDS: &[&'static str] = &[$($word),*];

            /// The word for it in the language.
            pub fn word(self) -> &'static str {
                match self { $($type::$variant => $word),* }
            }

            /// What a word stands for.
            pub fn from_word(word: &str) -> Option<$type> {
                match word { $($word => Some($type::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words!(Trust: Untrusted "untrusted", Partner "partner", Internal "internal", Restricted "restricted");
words!(Class: Public "public", Internal "internal", Confidential "confidential", Secret "secret");
words!(Level: Low "low", Medium "medium", High "high");

impl Catalog {
    /// A catalog with the four roots and nothing else.
    pub fn roots(edition: &str) -> Self {
        let kinds = Root::ALL.iter().map(|root| Kind::root(*root)).collect();
        Catalog { edition: edition.to_owned(), kinds, ..Catalog::default() }
    }

    /// The kind of an id.
    pub fn kind(&self, id: KindId) -> Option<&Kind> {
        self.kinds.get(id.index())
    }

    /// The kind of a name, an older name included.
    pub fn find_kind(&self, name: &str) -> Option<KindId> {
        self.kinds
            .iter()
            .position(|k| k.name == name)
            .or_else(|| self.kinds.iter().position(|k| k.was.iter().any(|w| w == name)))
            .map(KindId::new)
    }

    /// The property of a name.
    pub fn find_property(&self, name: &str) -> Option<PropertyId> {
        self.properties.iter().position(|p| p.name == name).map(PropertyId::new)
    }

    /// The control of a name, an older name included.
    pub fn find_control(&self, name: &str) -> Option<ControlId> {
        self.controls
            .iter()
            .position(|c| c.name == name)
            .or_else(|| self.controls.iter().position(|c| c.was.iter().any(|w| w == name)))
            .map(ControlId::new)
    }

    /// The threat of an id, an older id included.
    pub fn find_rule(&self, name: &str) -> Option<RuleId> {
        self.rules
            .iter()
            .position(|r| r.name == name)
            .or_else(|| self.rules.iter().position(|r| r.was.iter().any(|w| w == name)))
            .map(RuleId::new)
    }

    /// Whether `kind` is `ancestor` or stands under it.
    pub fn is_under(&self, kind: KindId, ancestor: KindId) -> bool {
        kind == ancestor || self.kind(kind).is_some_and(|k| k.above.binary_search(&ancestor).is_ok())
    }

    /// The property of an id.
    pub fn property(&self, id: PropertyId) -> Option<&Property> {
        self.properties.get(id.index())
    }

    /// The control of an id.
    pub fn control(&self, id: ControlId) -> Option<&ControlKind> {
        self.controls.get(id.index())
    }

    /// The threat of an id.
    pub fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.rules.get(id.index())
    }

    /// Whether elements or data of a kind have a property.
    pub fn has_property(&self, kind: KindId, property: PropertyId) -> bool {
        self.property(property).is_some_and(|p| p.on.iter().any(|on| self.is_under(kind, *on)))
    }

    /// The value of a property for a kind where nothing nearer sets one; none if the kind does
    /// not have the property.
    pub fn default_of(&self, kind: KindId, property: PropertyId) -> Option<&Literal> {
        if !self.has_property(kind, property) {
            return None;
        }
        let set = self.kind(kind)?.defaults.iter().find(|(p, _)| *p == property);
        set.map(|(_, v)| v).or_else(|| self.property(property).map(|p| &p.default))
    }

    /// All kinds below and including `kind`, in the order of the catalog.
    pub fn kinds_under(&self, kind: KindId) -> impl Iterator<Item = KindId> + '_ {
        (0..self.kinds.len()).map(KindId::new).filter(move |k| self.is_under(*k, kind))
    }
}

/// A label of the catalog as it stands within a sentence: `RAG store` stays, `Gateway` becomes
/// `gateway`.
pub fn in_a_sentence(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.as_str()) {
        (Some(first), rest) if first.is_uppercase() && rest.starts_with(|c: char| !c.is_uppercase()) => {
            first.to_lowercase().collect::<String>() + rest
        }
        _ => label.to_owned(),
    }
}
