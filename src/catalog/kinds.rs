//! Kinds of elements and data, and their typed properties.

use super::{Class, Icon, KindId, Level, PropertyId, Trust};
use serde::{Deserialize, Serialize};

/// What stands at the top of all kinds.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Root {
    /// People and systems that are not built here.
    External,
    /// What does something.
    Process,
    /// What keeps something.
    Store,
    /// What is moved and kept.
    Data,
}

super::words!(Root: External "external", Process "process", Store "store", Data "data");

/// What a part is to an AI system.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AiRole {
    /// It runs a model.
    Model,
    /// It makes or keeps models.
    Making,
    /// Data that a model is made from or looks things up in, or what keeps it.
    DataSet,
    /// What steers a model, or what keeps it.
    Prompt,
    /// It plans and acts with a model.
    Agent,
    /// What an agent acts with.
    Tool,
}

super::words!(AiRole: Model "model", Making "making", DataSet "data_set", Prompt "prompt", Agent "agent", Tool "tool");

/// A kind. The four roots are the first four of [`super::Catalog::kinds`], in the order of [`Root`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kind {
    /// As `rag_store`.
    pub name: String,
    /// Older names.
    pub was: Vec<String>,
    /// As `RAG store`.
    pub label: String,
    /// Parents as declared; the first gives the shape.
    pub parents: Vec<KindId>,
    /// All kinds above, sorted.
    pub above: Vec<KindId>,
    /// The root that the first parent leads to: its shape.
    pub root: Root,
    /// The icon's name; inherited from the first parent that has one.
    pub icon: Option<Icon>,
    /// The layer of MAESTRO.
    pub layer: Option<String>,
    /// What it is to an AI system, if anything; inherited.
    pub ai: Option<AiRole>,
    /// What it is, in a sentence.
    pub about: String,
    /// The trust that it brings along outside every boundary; inherited.
    pub trust: Option<Trust>,
    /// Defaults of properties that this kind or one above it sets: the nearest wins.
    pub defaults: Vec<(PropertyId, Literal)>,
    /// Of data: the default class; inherited.
    pub class: Option<Class>,
    /// Of data: the default integrity; inherited.
    pub integrity: Option<Level>,
    /// Of data: the default availability; inherited.
    pub availability: Option<Level>,
    /// Of data: whether it is personal by default; inherited.
    pub personal: Option<bool>,
    /// Of data: whether a system is made of it, so that what it brings in works on after it has arrived; inherited.
    pub supplied: Option<bool>,
    /// Of elements: what must be true of one for rules to take it for one of this kind; not inherited.
    pub only_if: Option<PropertyId>,
    /// What it sets itself and does not inherit: names of the fields above and of properties.
    pub sets: Vec<String>,
    /// The author's own tags; not inherited.
    pub tags: Vec<String>,
    /// Whether a model declared it, not the catalog.
    pub own: bool,
}

impl Kind {
    /// One of the four that stand at the top.
    pub fn root(root: Root) -> Self {
        let (label, about) = match root {
            Root::External => ("External", "People and systems that are not built here."),
            Root::Process => ("Process", "What does something."),
            Root::Store => ("Store", "What keeps something."),
            Root::Data => ("Data", "What is moved and kept."),
        };
        Kind { label: label.to_owned(), about: about.to_owned(), ..Kind::empty(root.word(), root) }
    }

    /// A kind of which nothing is known yet but its name.
    pub(super) fn empty(name: &str, root: Root) -> Self {
        Kind {
            name: name.to_owned(),
            was: Vec::new(),
            label: String::new(),
            parents: Vec::new(),
            above: Vec::new(),
            root,
            icon: None,
            layer: None,
            ai: None,
            about: String::new(),
            trust: None,
            defaults: Vec::new(),
            class: None,
            integrity: None,
            availability: None,
            personal: None,
            supplied: None,
            only_if: None,
            sets: Vec::new(),
            tags: Vec::new(),
            own: false,
        }
    }
}

impl Root {
    /// The kind that stands for it.
    pub fn kind(self) -> KindId {
        KindId(match self {
            Root::External => 0,
            Root::Process => 1,
            Root::Store => 2,
            Root::Data => 3,
        })
    }
}

/// A value of a property.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Literal {
    /// `true`, `false`
    Bool(bool),
    /// One of the property's words.
    Word(String),
    /// Several of them.
    Words(Vec<String>),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

// Numbers are written in digits, so none of them is no number.
impl Eq for Literal {}

impl std::hash::Hash for Literal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Literal::Bool(b) => b.hash(state),
            Literal::Word(w) | Literal::Text(w) => w.hash(state),
            Literal::Words(w) => w.hash(state),
            // The two zeros are equal.
            Literal::Number(n) => (n + 0.0).to_bits().hash(state),
        }
    }
}

impl std::fmt::Display for Literal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Literal::Bool(b) => write!(f, "{b}"),
            Literal::Word(w) => f.write_str(w),
            Literal::Words(w) => write!(f, "[{}]", w.join(", ")),
            Literal::Number(n) => write!(f, "{n}"),
            Literal::Text(t) => write!(f, "{t:?}"),
        }
    }
}

/// The type of a property.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PropertyType {
    /// `true` or `false`.
    Bool,
    /// One of these words; ordered as listed, so that `<` has a meaning.
    OneOf(Vec<String>),
    /// Any number of these words.
    ManyOf(Vec<String>),
    /// A number.
    Number,
    /// Any text.
    Text,
}

/// A typed property that kinds declare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Property {
    /// As `multi_tenant`.
    pub name: String,
    /// What it says, in a sentence.
    pub about: String,
    /// Its type.
    pub ty: PropertyType,
    /// Its value where neither element nor kind sets one.
    pub default: Literal,
    /// The kinds that have it; those under them have it too.
    pub on: Vec<KindId>,
}
