//! The conditions of rules, checked and compiled.
//!
//! A condition is kept as alternatives of literals (a disjunction of conjunctions), so that the
//! alternative that holds is at once the list of facts that made the threat arise.

use super::{Catalog, Class, KindId, Literal, PropertyId, Trust};
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

super::words!(Keeps: Stores "stores", Holds "holds", Receives "receives", Gives "gives");

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

super::words!(Moves: Sends "sends", Writes "writes", Returns "returns", Moves "moves");

/// Up, down or level, of the movement at hand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Slope {
    Up,
    Down,
    Level,
}

super::words!(Slope: Up "up", Down "down", Level "level");

/// Ways between an element and those of a kind.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Leads {
    /// Calls lead to one.
    Reaches,
    /// Content can arrive at one.
    Feeds,
    /// Content of one can arrive here.
    FedBy,
}

super::words!(Leads: Reaches "reaches", Feeds "feeds", FedBy "fed_by");

/// The other end of such a way.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Goal {
    /// What it is.
    pub end: End,
    /// Whether it must be another element: else one that is such an end is its own goal.
    pub another: bool,
}

/// What is asked of the other end of a way.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// An element of this kind.
    Kind(KindId),
    /// One of this trust or below.
    Trust(Trust),
}

/// One thing that a condition can ask of a flow or an element.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// `exposes WHAT to TRUST` of what is moved.
    MovedExposes(Matter, Trust),
    /// `exposes WHAT to TRUST` of what an element stores, holds, receives or gives.
    Exposes(Who, Matter, Trust),
    /// `X reaches KIND`, `X reaches TRUST` and their like: X is one, or a way leads between the two.
    Leads(Who, Leads, Goal),
}

impl Matter {
    /// As in the language.
    pub fn text(&self, catalog: &Catalog) -> String {
        match self {
            Matter::Kind(k) => kind_name(catalog, *k),
            Matter::Personal => "personal".into(),
            Matter::Anything => "anything".into(),
            Matter::Class(c, class) => format!("{} {class}", c.sign()),
        }
    }

    /// As behind `exposes`, where a class alone stands for itself and all above it.
    fn exposed(&self, catalog: &Catalog) -> String {
        match self {
            Matter::Class(Comparison::GreaterOrEqual, class) => class.to_string(),
            _ => self.text(catalog),
        }
    }
}

impl Atom {
    /// As in the language, with every subject that was left out.
    pub fn text(&self, catalog: &Catalog) -> String {
        let kind = |k: &KindId| kind_name(catalog, *k);
        let by = |t: &Option<Trust>| t.map_or(String::new(), |t| format!(" by {t}"));
        match self {
            Atom::Is(who, k) => format!("{} is {}", who.word(), kind(k)),
            Atom::MovedIs(k) => format!("moved is {}", kind(k)),
            Atom::In(who, name) => format!("{} in {name}", who.word()),
            Atom::Property(who, p, c, value) => {
                let name = catalog.property(*p).map_or("", |p| p.name.as_str());
                match (c, value) {
                    (Comparison::Equal, Literal::Bool(true)) => format!("{}.{name}", who.word()),
                    _ => format!("{}.{name} {} {value}", who.word(), c.sign()),
                }
            }
            Atom::Trust(who, c, trust) => format!("{}.trust {} {trust}", who.word(), c.sign()),
            Atom::OneWay => "one_way".into(),
            Atom::Crosses(None) => "crosses".into(),
            Atom::Crosses(Some(slope)) => format!("crosses {}", slope.word()),
            Atom::Moves(verb, matter) => format!("{} {}", verb.word(), matter.text(catalog)),
            Atom::Keeps(who, verb, matter, party) => {
                let toward = if *verb == Keeps::Gives { "to" } else { "from" };
                let party = match party {
                    None => String::new(),
                    Some(Party::Kind(k)) => format!(" {toward} {}", kind(k)),
                    Some(Party::Trust(t)) => format!(" {toward} {t}"),
                    Some(Party::Name(name)) => format!(" {toward} {name}"),
                };
                format!("{} {} {}{party}", who.word(), verb.word(), matter.text(catalog))
            }
            Atom::MovedTainted(t) => format!("moved tainted{}", by(t)),
            Atom::Tainted(who, t) => format!("{} tainted{}", who.word(), by(t)),
            Atom::MovedExposes(matter, trust) => format!("exposes {} to {trust}", matter.exposed(catalog)),
            Atom::Exposes(who, matter, trust) => {
                format!("{} exposes {} to {trust}", who.word(), matter.exposed(catalog))
            }
            Atom::Leads(who, way, goal) => {
                let another = if goal.another { "another " } else { "" };
                let end = match &goal.end {
                    End::Kind(k) => kind(k),
                    End::Trust(t) => t.to_string(),
                };
                format!("{} {} {another}{end}", who.word(), way.word())
            }
        }
    }
}

impl Condition {
    /// As in the language.
    pub fn text(&self, catalog: &Catalog) -> String {
        if self.not { format!("not {}", self.atom.text(catalog)) } else { self.atom.text(catalog) }
    }
}

fn kind_name(catalog: &Catalog, kind: KindId) -> String {
    catalog.kind(kind).map_or(String::new(), |k| k.name.clone())
}
