//! Which properties the statements of the catalog take. A new one is one entry here.

use crate::catalog::{Class, Level, Reach, Stride, Trust};

/// What a property takes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A text.
    Text,
    /// A word of the author's choice.
    Word,
    /// `true` or `false`.
    Bool,
    /// A whole number between the two, both included.
    Number(u8, u8),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One or more of these words.
    ManyOf(&'static [&'static str]),
    /// One or more names; the text says of what.
    Names(&'static str),
    /// Names, each with a whole number from 1 to 4; the text says of what.
    Steps(&'static str),
    /// One or more entries of frameworks.
    References,
    /// A condition.
    Condition,
    /// The type of a property.
    Type,
    /// A value of the type that the property has.
    Value,
}

impl Takes {
    /// What it takes, as in "`impact` takes …".
    pub fn text(self) -> String {
        match self {
            Takes::Text => "a text in quotes".into(),
            Takes::Word => "a word".into(),
            Takes::Bool => "`true` or `false`".into(),
            Takes::Number(from, to) => format!("a whole number from {from} to {to}"),
            Takes::OneOf(words) => listed(words, "or"),
            Takes::ManyOf(words) => format!("one or more of {}", listed(words, "and")),
            Takes::Names(what) => format!("the name of {what}, or a list of them"),
            Takes::Steps(what) => format!("names of {what} with steps from 1 to 4, as `{{ NAME: 2 }}`"),
            Takes::References => "entries of frameworks, as `[atlas:AML.T0070, cwe:345]`".into(),
            Takes::Condition => "a condition".into(),
            Takes::Type => "`bool`, `number`, `text` or a list of words".into(),
            Takes::Value => "a value of its type".into(),
        }
    }
}

/// `a`, `b` or `c`.
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
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether the statement can't do without it.
    pub required: bool,
    /// What it says, in a sentence.
    pub about: &'static str,
}

/// A statement of the catalog.
#[derive(Debug)]
pub struct Form {
    /// Its first word.
    pub word: &'static str,
    /// Its properties.
    pub fields: &'static [Field],
}

impl Form {
    /// The property of a name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

const fn must(name: &'static str, takes: Takes, about: &'static str) -> Field {
    Field { name, takes, required: true, about }
}

const fn may(name: &'static str, takes: Takes, about: &'static str) -> Field {
    Field { name, takes, required: false, about }
}

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
pub const KIND: Form = Form {
    word: "kind",
    fields: &[
        may("icon", Takes::Word, "The icon in pictures."),
        may("layer", Takes::OneOf(LAYERS), "The layer of MAESTRO."),
        may("about", Takes::Text, "What it is, in a sentence."),
        may("trust", Takes::OneOf(Trust::WORDS), "The trust that it brings along outside every boundary."),
        may("class", Takes::OneOf(Class::WORDS), "Of data: how secret it is unless the model says so."),
        may("integrity", Takes::OneOf(Level::WORDS), "Of data: how much harm a wrong value does."),
        may("availability", Takes::OneOf(Level::WORDS), "Of data: how much harm it does when it is gone."),
        may("personal", Takes::Bool, "Of data: whether it is about people unless the model says so."),
        may("was", Takes::Names("an older name"), "Names that it had before."),
    ],
};

/// The fields of `kind` that only data has.
pub(super) const OF_DATA: &[&str] = &["class", "integrity", "availability", "personal"];

/// The fields of `kind` that only elements have.
pub(super) const OF_ELEMENTS: &[&str] = &["trust"];

/// `property`, in the block of a kind or, with `on`, outside.
pub const PROPERTY: Form = Form {
    word: "property",
    fields: &[
        must("type", Takes::Type, "Its type: `bool`, `number`, `text`, or the words that it may have."),
        may("many", Takes::Bool, "Whether it holds several of its words."),
        may("default", Takes::Value, "Its value where neither an element nor a kind sets one."),
        may("on", Takes::Names("a kind"), "The kinds that have it; those under them have it too."),
        may("about", Takes::Text, "What it says, in a sentence."),
    ],
};

/// `control`, where it declares a word of the vocabulary.
pub const CONTROL: Form = Form {
    word: "control",
    fields: &[
        may("about", Takes::Text, "What is true when it is in force, in a sentence."),
        may("group", Takes::Word, "The group that lists show it in."),
        may(
            "reach",
            Takes::OneOf(Reach::WORDS),
            "Whether it counts for what lies behind it, or where it stands.",
        ),
        may("lowers", Takes::Steps("threats"), "The threats whose likelihood it lowers, with the steps."),
        may("softens", Takes::Steps("threats"), "The threats whose impact it lowers, with the steps."),
        may("was", Takes::Names("an older name"), "Names that it had before."),
        may("refs", Takes::References, "Entries of frameworks."),
    ],
};

/// `threat`.
pub const THREAT: Form = Form {
    word: "threat",
    fields: &[
        must("stride", Takes::ManyOf(Stride::WORDS), "Its letters of STRIDE."),
        must("on", Takes::Names("a kind, or `flow`, `element`, `boundary`, `model`"), "What it is tried on."),
        may("when", Takes::Condition, "When it arises; always, if it has none."),
        may("refines", Takes::Names("a threat"), "The generic threats whose place it takes."),
        must("likelihood", Takes::Number(1, 5), "How likely it is before any control."),
        may("floor", Takes::Number(1, 5), "The lowest likelihood that controls can reach; 1 if not given."),
        must("impact", Takes::Number(1, 5), "How much harm it does."),
        may(
            "lowered_by",
            Takes::Steps("controls"),
            "The controls that lower its likelihood, with the steps.",
        ),
        may("softened_by", Takes::Steps("controls"), "The controls that lower its impact, with the steps."),
        must("scenario", Takes::Text, "What an attacker does, in two or three sentences."),
        may("mitigation", Takes::Text, "What to do about it, best first."),
        may("phase", Takes::ManyOf(PHASES), "When in a system's life it is carried out."),
        may("layer", Takes::OneOf(LAYERS), "The layer of MAESTRO."),
        may("test", Takes::References, "How to try it for real: entries of testing tools and guides."),
        may("refs", Takes::References, "Entries of frameworks."),
        may("was", Takes::Names("an older name"), "Names that it had before."),
        may("about", Takes::Text, "A word to those who read the rule."),
    ],
};

/// All statements of the catalog.
pub const FORMS: &[&Form] = &[&KIND, &PROPERTY, &CONTROL, &THREAT];

/// Names that a typed property can't have, because parts of a model have a property of that name.
pub(super) const TAKEN: &[&str] = &[
    "about",
    "apart",
    "availability",
    "because",
    "class",
    "controls",
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
    "tags",
    "trust",
    "was",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unique_and_explained() {
        for form in FORMS {
            let mut names: Vec<_> = form.fields.iter().map(|f| f.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), form.fields.len(), "{}", form.word);
            assert!(form.fields.iter().all(|f| f.about.ends_with('.')));
        }
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(Takes::Number(1, 5).text(), "a whole number from 1 to 5");
    }
}
