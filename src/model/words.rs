//! The statement words of the language: one table.
//!
//! For each word: its form, where it may stand, and its properties. Checking, completion and the
//! reference read this table, so a new property is one line here and one where it is used. Kinds
//! are no part of it: they are in the catalog; so are the properties of the statements in which
//! the catalog is written, which this table names.

use super::statements::{AiActClass, Page};
use crate::catalog::fields::{self, TAGS, may, must};
pub use crate::catalog::fields::{Property, Type, one_of, property};

/// The day that stands in usages.
pub const DAY: &str = "2027-06-30";

/// The form in which a word is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// `WORD NAME [: PARENT] ["label"] [{…}]`
    Declaration,
    /// `WORD "text" [{…}]`
    Titled,
    /// `WORD DATE [{…}]`
    Dated,
    /// `WORD NAME on TARGET [{…}]`
    Response,
}

/// Where a statement may stand.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In no block.
    File,
    /// In the block of a boundary.
    Boundary,
    /// In the block of a kind.
    Kind,
}

impl Place {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Place::File => "in no block",
            Place::Boundary => "in a boundary",
            Place::Kind => "in a kind",
        }
    }
}

/// A statement word.
#[derive(Copy, Clone, Debug)]
pub struct Word {
    /// The word.
    pub name: &'static str,
    /// How it is written.
    pub form: Form,
    /// Where it may stand.
    pub places: &'static [Place],
    /// How it is written, for messages.
    pub usage: &'static str,
    /// What it takes in its block.
    pub properties: &'static [Property],
    /// One line about it.
    pub about: &'static str,
}

/// The statement word of a name.
pub fn find(name: &str) -> Option<&'static Word> {
    WORDS.iter().find(|w| w.name == name)
}

/// The lists of properties with what has them, for help on one that stands in the wrong block.
pub const OWNERS: &[(&str, &[Property])] = &[
    ("elements", ELEMENT),
    ("boundaries", BOUNDARY),
    ("flows", FLOW),
    ("data", DATA),
    ("`control`", CONTROL),
    ("`model`", MODEL),
];

/// The parts of a model that are declared without a word of their own: elements and data by
/// their kind, flows by an arrow.
pub const WORDLESS: &[(&str, &[Property])] = &[("elements", ELEMENT), ("flows", FLOW), ("data", DATA)];

/// All that has properties, with a name for readers, and what it has.
pub fn owners() -> Vec<(&'static str, &'static [Property])> {
    let words = WORDS.iter().map(|w| (w.name, w.properties));
    WORDLESS.iter().copied().chain(words).collect()
}

const TOP: &[Place] = &[Place::File];
const PARTS: &[Place] = &[Place::File, Place::Boundary];

const ABOUT: Property = may("about", Type::Text, "What it is, in Markdown.");
const OWNER: Property = may("owner", Type::Text, "Who answers for it.");
const WAS: Property =
    may("was", Type::Words, "Older names, by which responses and comparisons still find it.");
const CONTROLS: Property = may("controls", Type::Controls, "Controls that are in force here.");
const LACKS: Property = may(
    "lacks",
    Type::Controls,
    "Controls that are known to be missing: the threats that they would lower are confirmed.",
);
const TICKET: Property = may("ticket", Type::Text, "Where the work is tracked.");
const DUE: Property = may("due", Type::Date, "The day by which it is to be done.");
const BECAUSE: Property = may("because", Type::Text, "Why.");
const BY: Property = may("by", Type::Text, "Who decided.");

/// Words of the types with a fixed order.
const TRUSTS: &[&str] = &["untrusted", "partner", "internal", "restricted"];
const CLASSES: &[&str] = &["public", "internal", "confidential", "secret"];
const LEVELS: &[&str] = &["low", "medium", "high"];
const RISKS: &[&str] = &["low", "medium", "high", "critical"];

/// Properties of every element, beside those of its kind.
pub const ELEMENT: &[Property] = &[
    may(
        "trust",
        Type::OneOf(TRUSTS),
        "How far it is trusted; an element with a trust of its own is a zone of its own.",
    ),
    CONTROLS,
    LACKS,
    may("stores", Type::Data, "Data that it keeps."),
    may("holds", Type::Data, "Data that it works with, as credentials and weights."),
    may("runs_on", Type::Elements, "Elements that it runs on."),
    may("scope", Type::OneOf(&["in", "out"]), "`out` takes it out of the analysis; say why with `because`."),
    may("because", Type::Text, "Why it is out of scope."),
    may("icon", Type::Icon, "An icon that takes the place of the kind's."),
    ABOUT,
    OWNER,
    WAS,
    TAGS,
];

/// Properties of data.
pub const DATA: &[Property] = &[
    may("class", Type::OneOf(CLASSES), "How secret it is."),
    may("integrity", Type::OneOf(LEVELS), "How much harm a wrong value does."),
    may("availability", Type::OneOf(LEVELS), "How much harm it does when it is gone."),
    may("personal", Type::Bool, "Whether it is about people."),
    may("from", Type::Data, "Data that it is derived from."),
    ABOUT,
    OWNER,
    WAS,
    TAGS,
];

/// Properties of a boundary.
pub const BOUNDARY: &[Property] = &[
    may(
        "trust",
        Type::OneOf(TRUSTS),
        "How far what is in it is trusted; its parent's if not given, at the root `internal`.",
    ),
    CONTROLS,
    may("apart", Type::Bool, "Whether it is a stranger to boundaries of equal trust, as tenants are."),
    ABOUT,
    OWNER,
    WAS,
    TAGS,
];

/// Properties of a flow.
pub const FLOW: &[Property] = &[
    may("sends", Type::Data, "What goes with the call."),
    may("writes", Type::Data, "What goes with the call and stays at the target."),
    may("returns", Type::Data, "What comes back."),
    may("via", Type::Elements, "Elements that it goes through, in order."),
    may("protocol", Type::Word, "As https."),
    may("one_way", Type::Bool, "Whether there is no answer at all."),
    CONTROLS,
    LACKS,
    ABOUT,
    OWNER,
    WAS,
    TAGS,
];

/// Properties of `model`.
pub const MODEL: &[Property] = &[
    OWNER,
    may("version", Type::Text, "The model's version."),
    may("catalog", Type::Edition, "The edition of the catalog that it was written for."),
    may("appetite", Type::OneOf(RISKS), "Residual severity that nobody has to sign for; `low` if not given."),
    may("marking", Type::Text, "What stands on every page and picture, as TLP:AMBER."),
    may("review", Type::Every, "How often it is to be reviewed."),
    may(
        "eu_ai_act",
        Type::OneOf(AiActClass::WORDS),
        "The system's class under the EU AI Act: forbidden by Article 5, high risk by Article 6, with duties of \
        transparency by Article 50, or none of these.",
    ),
    may("lints", Type::Lints, "Lints that are allowed or denied."),
    ABOUT,
    TAGS,
];

/// Properties of a control of this system.
pub const CONTROL: &[Property] = &[
    may("on", Type::Targets, "Where it stands."),
    may(
        "status",
        Type::OneOf(&["planned", "implemented", "verified"]),
        "How far it has come; `implemented` if not given.",
    ),
    may("evidence", Type::Text, "What shows that it is in force."),
    may("verified", Type::Date, "When somebody looked."),
    DUE,
    OWNER,
    TICKET,
    ABOUT,
    TAGS,
];

/// All statement words, in the order in which a reader meets them.
pub const WORDS: &[Word] = &[
    Word {
        name: "import",
        form: Form::Titled,
        places: TOP,
        usage: "import \"FILE\" [as NAME]",
        properties: &[],
        about: "Makes what another file declares visible here, or visible behind a name.",
    },
    Word {
        name: "model",
        form: Form::Titled,
        places: TOP,
        usage: "model \"TITLE\" { … }",
        properties: MODEL,
        about: "What the model is called, and what holds for all of it.",
    },
    Word {
        name: "boundary",
        form: Form::Declaration,
        places: PARTS,
        usage: "boundary NAME \"LABEL\" { … }",
        properties: BOUNDARY,
        about: "A trust boundary, with the parts that stand in it.",
    },
    Word {
        name: "kind",
        form: Form::Declaration,
        places: TOP,
        usage: "kind NAME: PARENT \"LABEL\" { … }",
        properties: fields::KIND.properties,
        about: "A kind of element or data that stands under others, with properties and defaults.",
    },
    Word {
        name: "property",
        form: Form::Declaration,
        places: &[Place::Kind],
        usage: "property NAME { type: bool, default: false }",
        properties: fields::PROPERTY.properties,
        about: "A typed property of a kind and of the kinds under it.",
    },
    Word {
        name: "control",
        form: Form::Declaration,
        places: PARTS,
        usage: "control NAME: KIND \"LABEL\" { on: [ … ] }",
        properties: CONTROL,
        about: "A control of this system, of a kind in the vocabulary; without `: KIND` a new word of the vocabulary.",
    },
    Word {
        name: "threat",
        form: Form::Declaration,
        places: TOP,
        usage: "threat NAME \"TITLE\" { stride: …, on: …, likelihood: …, impact: …, scenario: \"…\" }",
        properties: fields::THREAT.properties,
        about: "A rule of this model: a threat, what it is tried on, and when it arises.",
    },
    Word {
        name: "mitigate",
        form: Form::Response,
        places: PARTS,
        usage: "mitigate THREAT on TARGET { with: [ … ] }",
        properties: &[
            may("with", Type::Controls, "The controls that it relies on."),
            may("takes", Type::Whole(1, 4), "Steps that a control takes off which the threat does not list."),
            BECAUSE,
            BY,
            OWNER,
            TICKET,
            DUE,
            TAGS,
        ],
        about: "Says who mitigates a threat, with what and until when.",
    },
    Word {
        name: "accept",
        form: Form::Response,
        places: PARTS,
        usage: "accept THREAT on TARGET { because: \"…\", by: \"…\" }",
        properties: &[
            must("because", Type::Text, "Why."),
            must("by", Type::Text, "Who decided."),
            may("at", Type::OneOf(RISKS), "The highest residual severity that is accepted."),
            may("until", Type::Date, "The last day on which it holds."),
            OWNER,
            TICKET,
            TAGS,
        ],
        about: "Accepts a threat's residual risk.",
    },
    Word {
        name: "transfer",
        form: Form::Response,
        places: PARTS,
        usage: "transfer THREAT on TARGET { to: \"…\", because: \"…\" }",
        properties: &[must("to", Type::Text, "Who bears the risk."), BECAUSE, BY, OWNER, TICKET, TAGS],
        about: "Says who else bears a threat's risk.",
    },
    Word {
        name: "dismiss",
        form: Form::Response,
        places: PARTS,
        usage: "dismiss THREAT on TARGET { because: \"…\" }",
        properties: &[must("because", Type::Text, "Why it does not arise."), BY, OWNER, TICKET, TAGS],
        about: "Says why a threat is none here.",
    },
    Word {
        name: "rated",
        form: Form::Response,
        places: PARTS,
        usage: "rated THREAT on TARGET { likelihood: 2, because: \"…\" }",
        properties: &[
            may("likelihood", Type::Whole(1, 5), "Before any control."),
            may("impact", Type::Whole(1, 5), "How bad it is."),
            BECAUSE,
            BY,
            TAGS,
        ],
        about: "Sets a threat's inherent likelihood or impact.",
    },
    Word {
        name: "require",
        form: Form::Response,
        places: PARTS,
        usage: "require CONTROL on TARGET { because: \"…\" }",
        properties: &[may("when", Type::When, "On which of them."), BECAUSE, TAGS],
        about: "A rule of the house: the control must stand there.",
    },
    Word {
        name: "off",
        form: Form::Declaration,
        places: TOP,
        usage: "off THREAT { because: \"…\" }",
        properties: &[must("because", Type::Text, "Why."), TAGS],
        about: "Switches a rule of the catalog off.",
    },
    Word {
        name: "assumption",
        form: Form::Titled,
        places: PARTS,
        usage: "assumption \"SENTENCE\" { about: [ … ] }",
        properties: &[
            may("about", Type::Parts, "What it is about."),
            may("confirmed", Type::Text, "Who confirmed it, and how."),
            OWNER,
            TAGS,
        ],
        about: "What is taken for granted.",
    },
    Word {
        name: "question",
        form: Form::Titled,
        places: PARTS,
        usage: "question \"SENTENCE\" { about: [ … ] }",
        properties: &[
            may("about", Type::Parts, "What it is about."),
            OWNER,
            DUE,
            may("answer", Type::Text, "The answer, once there is one."),
            TAGS,
        ],
        about: "What has to be found out.",
    },
    Word {
        name: "tested",
        form: Form::Response,
        places: PARTS,
        usage: "tested THREAT on TARGET { date: 2027-06-30, result: held }",
        properties: &[
            may("date", Type::Date, "When."),
            may("by", Type::Text, "By whom."),
            may("with", Type::Text, "With what."),
            must("result", Type::OneOf(&["held", "partly", "failed"]), "How it came out."),
            may("evidence", Type::Text, "Where the record is."),
            may("note", Type::Text, "A word about it."),
            TAGS,
        ],
        about: "Says that a threat was tried for real, and how it came out.",
    },
    Word {
        name: "reviewed",
        form: Form::Dated,
        places: TOP,
        usage: "reviewed 2027-06-30 { by: \"…\" }",
        properties: &[may("by", Type::Text, "By whom."), may("note", Type::Text, "A word about it."), TAGS],
        about: "Says that the model was reviewed.",
    },
    Word {
        name: "attacker",
        form: Form::Declaration,
        places: PARTS,
        usage: "attacker NAME \"LABEL\" { from: [ … ], wants: [ … ] }",
        properties: &[
            may("from", Type::Elements, "Where it stands."),
            may("wants", Type::Parts, "What it is after."),
            may("skill", Type::OneOf(LEVELS), "How much it can do."),
            may("motive", Type::Text, "Why."),
            ABOUT,
            TAGS,
        ],
        about: "Somebody who attacks: adds paths and order, and never removes a threat.",
    },
    Word {
        name: "view",
        form: Form::Declaration,
        places: TOP,
        usage: "view NAME \"TITLE\" { focus: [ … ] }",
        properties: &[
            may("focus", Type::Placed, "Elements and boundaries in the middle."),
            may(
                "depth",
                Type::Whole(0, 100),
                "How many flows away from them parts are drawn; 1 if not given.",
            ),
            may("include", Type::Picks, "What is drawn as well; without a focus, what alone is drawn."),
            may("exclude", Type::Picks, "What is left out, whatever else is said."),
            may("direction", Type::OneOf(&["right", "down"]), "Which way it runs."),
            may("beside", Type::Elements, "Elements that should stand in a row, from left to right."),
            may(
                "above",
                Type::Elements,
                "Elements that should stand one above the other, the highest first.",
            ),
            may("page", Type::OneOf(Page::WORDS), "What it is to fit; whichever it fits best if not given."),
            ABOUT,
            TAGS,
        ],
        about: "A further picture of a part of the model.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Class, Level, Trust};
    use crate::model::parts::ControlStatus;
    use crate::model::responses::RiskLevel;
    use crate::model::statements::{Direction, Outcome};

    #[test]
    fn usages_have_one_day() {
        for w in WORDS {
            let rest = w.usage.replace(DAY, "");
            assert!(!rest.contains("20"), "{}: {}", w.name, w.usage);
        }
        assert!(WORDS.iter().any(|w| w.usage.contains(DAY)));
    }

    #[test]
    fn words_are_unique_and_say_what_they_are() {
        for (i, word) in WORDS.iter().enumerate() {
            assert!(WORDS[..i].iter().all(|w| w.name != word.name), "{}", word.name);
            assert!(word.usage.starts_with(word.name) && word.about.ends_with('.'), "{}", word.name);
            for (j, p) in word.properties.iter().enumerate() {
                assert!(word.properties[..j].iter().all(|q| q.name != p.name), "{} {}", word.name, p.name);
                assert!(p.about.ends_with('.'), "{} {}", word.name, p.name);
            }
        }
    }

    /// A kind can't declare a property that every part has.
    #[test]
    fn names_of_parts_are_taken() {
        for p in ELEMENT.iter().chain(DATA) {
            assert!(fields::TAKEN.contains(&p.name), "{}", p.name);
        }
    }

    #[test]
    fn listed_words_are_those_of_the_types() {
        let same = |a: &[&str], b: Vec<&'static str>| assert_eq!(a, b.as_slice());
        same(TRUSTS, Trust::ALL.iter().map(|t| t.word()).collect());
        same(CLASSES, Class::ALL.iter().map(|t| t.word()).collect());
        same(LEVELS, Level::ALL.iter().map(|t| t.word()).collect());
        same(RISKS, RiskLevel::ALL.iter().map(|t| t.word()).collect());
        let of = |word: &str, name: &str| match property(find(word).unwrap().properties, name).unwrap().ty {
            Type::OneOf(words) => words,
            _ => &[],
        };
        same(of("control", "status"), ControlStatus::ALL.iter().map(|t| t.word()).collect());
        same(of("tested", "result"), Outcome::ALL.iter().map(|t| t.word()).collect());
        same(of("view", "direction"), Direction::ALL.iter().map(|t| t.word()).collect());
    }
}
