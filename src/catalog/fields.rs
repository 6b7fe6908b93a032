//! Properties of statements: what each takes, and the tables of the catalog's own statements.
//!
//! A property of `kind`, `property`, `threat`, or of a `control` that is a word of the vocabulary,
//! is one line here and one where it is used; the tables of all other statements are in
//! `model::words`, in the same terms.

use super::{Acts, AiRole, Class, Harm, Level, Reach, Stride, Trust};

/// What a property takes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A text in quotes.
    Text,
    /// A word, or a text in quotes.
    Word,
    /// The name of an icon, or the path of a file in quotes.
    Icon,
    /// `true` or `false`.
    Bool,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One or more of these words.
    ManyOf(&'static [&'static str]),
    /// A whole number from the first to the second.
    Whole(u32, u32),
    /// A day.
    Date,
    /// `every 3 months`.
    Every,
    /// An edition of the catalog, as `2026.1`.
    Edition,
    /// Words or texts.
    Words,
    /// Names that a word of the catalog had once.
    OldNames,
    /// Names of data.
    Data,
    /// Names of elements.
    Elements,
    /// Controls of the vocabulary, or a system's own.
    Controls,
    /// Elements, flows, boundaries, `any KIND`, `any flow`, `*`.
    Targets,
    /// Elements, boundaries, `any KIND`: what has a place in a picture.
    Placed,
    /// Elements, boundaries, flows and data.
    Parts,
    /// Elements, boundaries, flows and data; also by tag, phase, severity, attacker and threat.
    Picks,
    /// Codes of lints, each with `allow` or `deny`.
    Lints,
    /// A condition.
    When,
    /// Threats.
    Threats,
    /// Kinds.
    Kinds,
    /// Kinds, or `flow`, `element`, `boundary`, `model`.
    Subject,
    /// Names, each with the steps that it takes off or that are taken off it; says of what.
    Steps(&'static str),
    /// Entries of frameworks.
    References,
    /// `bool`, `number`, `text`, or a list of words.
    PropertyType,
    /// A value of the property's own type.
    Literal,
}

impl Type {
    /// What it takes, for messages: `a date, as 2027-06-30`.
    pub fn takes(self) -> String {
        match self {
            Type::Text => "a text in quotes".into(),
            Type::Word => "a word".into(),
            Type::Icon => "the name of an icon, or the path of an SVG file in quotes".into(),
            Type::Bool => "`true` or `false`".into(),
            Type::OneOf(words) => one_of(words),
            Type::ManyOf(words) => format!("one or more of {}", listed(words, "and")),
            Type::Whole(low, high) if high == u32::MAX => format!("a whole number from {low}"),
            Type::Whole(low, high) => format!("a whole number from {low} to {high}"),
            Type::Date => "a date, as 2027-06-30".into(),
            Type::Every => "a period, as `every 3 months`".into(),
            Type::Edition => "an edition of the catalog, as 2026.1".into(),
            Type::Words => "a list of words".into(),
            Type::OldNames => "an older name, or a list of them".into(),
            Type::Data => "a list of data".into(),
            Type::Elements => "a list of elements".into(),
            Type::Controls => "a list of controls".into(),
            Type::Targets => "a list of elements, flows and boundaries".into(),
            Type::Placed => "a list of elements, boundaries and `any KIND`".into(),
            Type::Parts => "a list of elements, boundaries, flows and data".into(),
            Type::Picks => {
                "a list of parts, `any KIND`, `tag:WORD`, `phase:WORD`, `severity:WORD`, `attacker:NAME` and \
                `threat:NAME`"
                    .into()
            }
            Type::Lints => "a map of lints, as `{ undeclared-flow: allow }`".into(),
            Type::When => "a condition".into(),
            Type::Threats => "a list of threats".into(),
            Type::Kinds => "a list of kinds".into(),
            Type::Subject => "`flow`, `element`, `boundary`, `model` or kinds".into(),
            Type::Steps(what) => format!("a map of {what} with steps from 1 to 4, as `{{ NAME: 2 }}`"),
            Type::References => "a list of references, as `[atlas:AML.T0070]`".into(),
            Type::PropertyType => "`bool`, `number`, `text` or a list of words".into(),
            Type::Literal => "a value of the property's type".into(),
        }
    }
}

/// Words as `a`, `b` or `c`.
pub fn one_of<S: AsRef<str>>(words: &[S]) -> String {
    listed(words, "or")
}

/// Words as `a`, `b` and `c`, with the word that stands before the last.
pub(in crate::catalog) fn listed<T: AsRef<str>>(words: &[T], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => format!("`{}`", one.as_ref()),
        [most @ .., end] => {
            let most: Vec<String> = most.iter().map(|w| format!("`{}`", w.as_ref())).collect();
            format!("{} {last} `{}`", most.join(", "), end.as_ref())
        }
    }
}

/// A property of a statement.
#[derive(Copy, Clone, Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub ty: Type,
    /// Whether the statement can't do without.
    pub required: bool,
    /// One line about it.
    pub about: &'static str,
}

/// A property that may be left out.
pub(crate) const fn may(name: &'static str, ty: Type, about: &'static str) -> Property {
    Property { name, ty, required: false, about }
}

/// A property that the statement can't do without.
pub(crate) const fn must(name: &'static str, ty: Type, about: &'static str) -> Property {
    Property { name, ty, required: true, about }
}

/// The property of a name in a list.
pub fn property<'a>(list: &'a [Property], name: &str) -> Option<&'a Property> {
    list.iter().find(|p| p.name == name)
}

/// A statement of the catalog.
#[derive(Debug)]
pub struct Table {
    /// Its first word.
    pub word: &'static str,
    /// Its properties.
    pub properties: &'static [Property],
    /// Two of them of which it has one, and not both.
    pub either: Option<[&'static str; 2]>,
}

impl Table {
    /// The property of a name.
    pub fn property(&self, name: &str) -> Option<&'static Property> {
        property(self.properties, name)
    }
}

/// What declarations of every sort may have.
pub(crate) const TAGS: Property = may("tags", Type::Words, "The author's own tags.");

const REFS: Property = may("refs", Type::References, "Entries of frameworks.");
const WAS: Property = may("was", Type::OldNames, "Names that it had before.");

/// The layers of MAESTRO.
pub const LAYERS: &[&str] = &[
    "foundation_models",
    "data_operations",
    "agent_frameworks",
    "deployment",
    "observability",
    "security",
    "ecosystem",
];

/// The phases of a system's life in which a threat is carried out.
pub const PHASES: &[&str] = &["development", "runtime"];

/// What a rule can be tried on beside kinds.
pub const SUBJECTS: &[&str] = &["flow", "element", "boundary", "model"];

/// `kind`, beside the properties that the kinds above declare.
pub const KIND: Table = Table {
    word: "kind",
    properties: &[
        may("icon", Type::Icon, "The icon in pictures."),
        may("layer", Type::OneOf(LAYERS), "The layer of MAESTRO."),
        may("ai", Type::OneOf(AiRole::WORDS), "What it is to an AI system, in the report's inventory."),
        may("about", Type::Text, "What it is, in a sentence."),
        may("trust", Type::OneOf(Trust::WORDS), "The trust that it brings along outside every boundary."),
        may("class", Type::OneOf(Class::WORDS), "Of data: how secret it is unless the model says so."),
        may("integrity", Type::OneOf(Level::WORDS), "Of data: how much harm a wrong value does."),
        may("availability", Type::OneOf(Level::WORDS), "Of data: how much harm it does when it is gone."),
        may("personal", Type::Bool, "Of data: whether it is about people unless the model says so."),
        may(
            "supplied",
            Type::Bool,
            "Of data: whether a system is made of it, so that its supply chains are looked at.",
        ),
        may(
            "only_if",
            Type::Word,
            "Of elements: a property that must be true of one for rules to take it for one of this kind.",
        ),
        may("expects", Type::Controls, "Of elements: controls that they should have by default."),
        WAS,
        TAGS,
    ],
    either: None,
};

/// The fields of `kind` that only data has.
pub(in crate::catalog) const OF_DATA: &[&str] =
    &["class", "integrity", "availability", "personal", "supplied"];

/// The fields of `kind` that only elements have.
pub(in crate::catalog) const OF_ELEMENTS: &[&str] = &["trust", "expects", "only_if"];

/// `property`, in the block of a kind or, with `on`, outside.
pub const PROPERTY: Table = Table {
    word: "property",
    properties: &[
        must(
            "type",
            Type::PropertyType,
            "Its type: `bool`, `number`, `text`, or the words that it may have.",
        ),
        may("many", Type::Bool, "Whether it holds several of its words."),
        may("default", Type::Literal, "Its value where neither an element nor a kind sets one."),
        may("on", Type::Kinds, "The kinds that have it; those under them have it too."),
        may("about", Type::Text, "What it says, in a sentence."),
    ],
    either: None,
};

/// `control`, where it declares a word of the vocabulary.
pub const CONTROL: Table = Table {
    word: "control",
    properties: &[
        may("about", Type::Text, "What is true when it is in force, in a sentence."),
        may("group", Type::Word, "The group that lists show it in."),
        may(
            "reach",
            Type::OneOf(Reach::WORDS),
            "Whether it counts for what lies behind it, or where it stands.",
        ),
        may(
            "acts",
            Type::ManyOf(Acts::WORDS),
            "What it does: it protects the wire, keeps the door, checks what comes in, looks through goods, or is upkeep.",
        ),
        may(
            "verifies",
            Type::Kinds,
            "The kinds of data of which it proves who made them, or that they are unchanged.",
        ),
        may("default_for", Type::Kinds, "The kinds of elements that should have it by default."),
        may("lowers", Type::Steps("threats"), "The threats whose likelihood it lowers, with the steps."),
        may("softens", Type::Steps("threats"), "The threats whose impact it lowers, with the steps."),
        WAS,
        REFS,
        TAGS,
    ],
    either: None,
};

/// `threat`.
pub const THREAT: Table = Table {
    word: "threat",
    properties: &[
        may(
            "stride",
            Type::ManyOf(Stride::WORDS),
            "Its letters of STRIDE. Needed, unless `harm` stands in its place.",
        ),
        may(
            "harm",
            Type::OneOf(Harm::WORDS),
            "The category of the harm that people come to without any attack, in place of `stride`.",
        ),
        must("on", Type::Subject, "What it is tried on."),
        may("when", Type::When, "When it arises; always, if it has none."),
        may("refines", Type::Threats, "The generic threats whose place it takes."),
        must("likelihood", Type::Whole(1, 5), "How likely it is before any control."),
        may("floor", Type::Whole(1, 5), "The lowest likelihood that controls can reach; 1 if not given."),
        must("impact", Type::Whole(1, 5), "How much harm it does."),
        may("lowered_by", Type::Steps("controls"), "The controls that lower its likelihood, with the steps."),
        may("softened_by", Type::Steps("controls"), "The controls that lower its impact, with the steps."),
        must(
            "scenario",
            Type::Text,
            "What an attacker does, or how people come to harm, in two or three sentences.",
        ),
        may("mitigation", Type::Text, "What to do about it, best first."),
        may("phase", Type::ManyOf(PHASES), "When in a system's life it is carried out."),
        may("layer", Type::OneOf(LAYERS), "The layer of MAESTRO."),
        may("test", Type::References, "How to try it for real: entries of testing tools and guides."),
        REFS,
        WAS,
        may("about", Type::Text, "A word to those who read the rule."),
        may("family", Type::Words, "The family or families of an own taxonomy that it belongs to."),
        TAGS,
    ],
    either: Some(["stride", "harm"]),
};

/// All statements of the catalog.
pub const TABLES: &[&Table] = &[&KIND, &PROPERTY, &CONTROL, &THREAT];

/// Names that a typed property can't have, because parts of a model have a property of that name.
pub(crate) const TAKEN: &[&str] = &[
    "about",
    "ai",
    "apart",
    "availability",
    "because",
    "class",
    "controls",
    "expects",
    "from",
    "holds",
    "icon",
    "integrity",
    "kind",
    "label",
    "lacks",
    "layer",
    "owner",
    "personal",
    "runs_on",
    "scope",
    "stores",
    "supplied",
    "tags",
    "trust",
    "was",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_unique_and_explained() {
        for table in TABLES {
            let mut names: Vec<_> = table.properties.iter().map(|p| p.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.properties.len(), "{}", table.word);
            assert!(table.properties.iter().all(|p| p.about.ends_with('.')));
        }
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(Type::Whole(1, 5).takes(), "a whole number from 1 to 5");
    }
}
