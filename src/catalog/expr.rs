//! The conditions of rules, checked and compiled.
//!
//! A condition is kept as alternatives of literals (a disjunction of conjunctions), so that the
//! alternative that holds is at once the list of facts that made the threat arise.

use super::{Class, KindId, Literal, PropertyId, Trust};
use crate::syntax::tree::Comparison;
use serde::{Deserialize, Serialize};

/// A compiled condition: it holds if all literals of one alternative hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct When {
    /// The alternatives, in the order of the text.
    pub alternatives: Vec<Alternative>,
    /// The condition as it was written, for readers.
    pub text: String,
}

/// Literals that must all hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Which movements of a flow it speaks of: with `sends` or `writes` the request, with
    /// `returns` the answer, with both or neither either.
    pub tries: Tries,
    /// The literals, in the order of the text.
    pub literals: Vec<Condition>,
}

/// Which movements of a flow an alternative is tried on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Tries {
    Forward,
    Back,
    Either,
}

/// An atom or its opposite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Whether the atom must not hold.
    pub not: bool,
    /// The atom.
    pub atom: Atom,
}

/// Whom an atom speaks of.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Who {
    /// Of an element rule.
    Element,
    /// Who calls.
    Source,
    /// Who answers.
    Target,
    /// Who gives, in the movement at hand.
    Sender,
    /// Who gets, in the movement at hand.
    Receiver,
}

impl Who {
    /// The word in the language.
    pub fn word(self) -> &'static str {
        match self {
            Who::Element => "element",
            Who::Source => "source",
            Who::Target => "target",
            Who::Sender => "sender",
            Who::Receiver => "receiver",
        }
    }
}

/// What a verb asks of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Matter {
    /// Data of a kind.
    Kind(KindId),
    /// Personal data.
    Personal,
    /// Any declared data.
    Anything,
    /// Data of a class, compared.
    Class(Comparison, Class),
}

/// The other side of `receives … from` and `gives … to`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Party {
    /// An element of this kind.
    Kind(KindId),
    /// Of this trust or below.
    Trust(Trust),
    /// An element or boundary of the model, by name; only in a model's own rules.
    Name(String),
}

/// Ways in which data can be at an element.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Keeps {
    Stores,
    Holds,
    Receives,
    Gives,
}

/// Ways in which a flow can move data.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Moves {
    Sends,
    Writes,
    Returns,
    /// In the movement at hand.
    Moves,
}

/// Up, down or level, of the movement at hand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Slope {
    Up,
    Down,
    Level,
}

/// One thing that a condition can ask of a flow or an element.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Atom {
    /// `X is KIND`
    Is(Who, KindId),
    /// `moved is KIND`: something of the kind is in the movement at hand.
    MovedIs(KindId),
    /// `X in BOUNDARY`, by name; only in a model's own rules.
    In(Who, String),
    /// A property compared; a bare boolean is `== true`.
    Property(Who, PropertyId, Comparison, Literal),
    /// `X.trust < internal`
    Trust(Who, Comparison, Trust),
    /// `one_way`, of the flow.
    OneWay,
    /// `crosses`
    Crosses(Option<Slope>),
    /// `sends KIND` and its like.
    Moves(Moves, Matter),
    /// `X stores KIND` and its like.
    Keeps(Who, Keeps, Matter, Option<Party>),
    /// `tainted`, `moved tainted`: what is moved, below the receiver's trust, or from the given one or below.
    MovedTainted(Option<Trust>),
    /// `X tainted`: what has come to an element.
    Tainted(Who, Option<Trust>),
    /// `exposes CLASS to TRUST` of what is moved.
    MovedExposes(Class, Trust),
    /// `exposes CLASS to TRUST` of what an element stores, holds, receives or gives.
    Exposes(Who, Class, Trust),
    /// `X reaches KIND`: X is one, or calls lead from it to one.
    Reaches(Who, KindId),
    /// `X feeds KIND`: X is one, or content from X can arrive at one.
    Feeds(Who, KindId),
}
