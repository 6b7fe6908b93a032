//! What may stand in a condition: an atom, what it asks for, then `and` or `or`. Read from what stands before the
//! cursor, since a condition that is being typed has no form yet.

use super::items::{Item, ItemSort};
use super::{Cx, Head};
use crate::catalog::{Class, PropertyType, Root, Trust};
use crate::ide::context::Token;
use crate::ide::names::Sort;

type Words = &'static [(&'static str, &'static str)];

/// Of whom rules on flows speak.
const ENDS: Words = &[
    ("source", "who calls"),
    ("target", "who is called"),
    ("sender", "who gives, in the movement at hand"),
    ("receiver", "who gets, in the movement at hand"),
    ("moved", "the data of the movement at hand"),
];
/// Of whom rules on elements speak.
const ELEMENT: Words = &[("element", "the element that the rule is tried on")];
/// What rules ask of the flow itself.
const OF_FLOWS: Words = &[
    ("crosses", "the flow crosses a boundary"),
    ("sends", "the call carries it"),
    ("writes", "the call leaves it at the target"),
    ("returns", "the answer carries it"),
    ("moves", "the movement at hand carries it"),
    ("one_way", "there is no answer"),
];
/// What rules on elements ask without a subject, and all rules behind one.
const KEEPS: Words = &[
    ("stores", "it is kept there"),
    ("holds", "it is worked with there"),
    ("receives", "it comes there"),
    ("gives", "it goes from there"),
];
/// What is asked without a subject.
const OF_ALL: Words = &[
    ("tainted", "it can come from lower trust"),
    ("exposes", "such data can arrive at this trust or below"),
    ("not", "the opposite"),
];
/// What is asked of a subject.
const ASKED: Words = &[
    ("is", "of a kind, or of one under it"),
    ("in", "in a boundary"),
    ("reaches", "calls lead from it to such an element"),
    ("feeds", "content leads from it to such an element"),
    ("fed_by", "content leads from such an element to it"),
    ("tainted", "what has reached it can come from lower trust"),
];
const ANOTHER: &str = "one that is not the element itself";
const BY: &str = "from this trust or below";
const TRUST: &str = "how far it is trusted";
const JOINS: Words = &[("and", "both hold"), ("or", "one of them holds")];
const SLOPES: Words =
    &[("up", "to more trust"), ("down", "to less trust"), ("level", "between parts of equal trust")];

/// What a word of conditions says, in a few words.
pub(in crate::ide) fn told(word: &str) -> Option<&'static str> {
    let more: Words = &[
        ("another", ANOTHER),
        ("by", BY),
        ("to", "this trust or below, or the side that gets it"),
        ("from", "the side that gives it"),
        ("trust", TRUST),
        ("personal", "data about people"),
        ("anything", "any declared data"),
    ];
    let all = [ENDS, ELEMENT, OF_FLOWS, KEEPS, OF_ALL, ASKED, JOINS, SLOPES, more];
    all.into_iter().flatten().find(|(w, _)| *w == word).map(|(_, told)| *told)
}

/// What a condition is asked of, as far as that is said.
#[derive(Copy, Clone, PartialEq, Eq)]
enum On {
    Flow,
    Element,
    Unknown,
}

/// Whether a word says of whom is asked.
fn is_end(word: &str) -> bool {
    ENDS.iter().chain(ELEMENT).any(|(w, _)| *w == word)
}

impl Cx<'_> {
    /// In `when`, behind these tokens.
    pub(super) fn condition(&mut self, rest: &[Token<'_>]) {
        use Token::{Compare, Dot, Word};
        if let Some(alias) = self.context.alias {
            return self.behind_dot(alias, rest);
        }
        match rest {
            [.., Word(end), Dot, Word(name)] if is_end(end) => {
                let name = (*name).to_owned();
                self.asked(&name);
            }
            [] | [.., Word("and" | "or" | "not")] => self.atoms(),
            [.., Word("moved"), Word("is")] => self.matter(false),
            [.., Word("is" | "another")] => self.kinds(0, |k| k.root != Root::Data, false),
            [.., Word("reaches" | "feeds" | "fed_by")] => {
                self.kinds(0, |k| k.root != Root::Data, false);
                self.listed(&[("another", ANOTHER)], 1);
                self.trusts(1);
            }
            [.., Word("in")] => self.names(&[Sort::Boundary]),
            [.., Word("crosses")] => {
                self.listed(SLOPES, 0);
                self.listed(JOINS, 10);
            }
            [.., Word("tainted")] => {
                self.listed(&[("by", BY)], 0);
                self.listed(JOINS, 10);
            }
            [.., Word("tainted"), Word("by")]
            | [.., Word("exposes"), Word(_), Word("to")]
            | [.., Word("exposes"), Compare, Word(_), Word("to")] => self.trusts(0),
            [.., Word("exposes")] => {
                self.words(Class::WORDS);
                self.matter(false);
            }
            [.., Word("exposes"), Word(_)] | [.., Word("exposes"), Compare, Word(_)] => {
                self.listed(&[("to", "at this trust or below")], 0);
            }
            [.., Word("receives"), Word(_), Word("from")]
            | [.., Word("receives"), Compare, Word(_), Word("from")]
            | [.., Word("gives"), Word(_), Word("to")]
            | [.., Word("gives"), Compare, Word(_), Word("to")] => {
                self.trusts(0);
                self.names(&[Sort::Element, Sort::Boundary]);
                self.kinds(5, |k| k.root != Root::Data, false);
            }
            [
                ..,
                Word("sends" | "writes" | "returns" | "moves" | "stores" | "holds" | "receives" | "gives"),
            ] => self.matter(true),
            [
                ..,
                Word(
                    "exposes" | "sends" | "writes" | "returns" | "moves" | "stores" | "holds" | "receives"
                    | "gives",
                ),
                Compare,
            ] => self.words(Class::WORDS),
            [.., Dot, Word(name), Compare] | [.., Word(name), Compare] => {
                let name = (*name).to_owned();
                self.compared(&name);
            }
            [.., Word("moved")] => self.listed(&[("is", "of a kind"), ("tainted", "from lower trust")], 0),
            [.., Word(end)] if is_end(end) => {
                self.listed(ASKED, 0);
                self.listed(KEEPS, 1);
            }
            [.., Word("receives"), Word(_)] | [.., Word("receives"), Compare, Word(_)] => {
                self.listed(&[("from", "from whom")], 0);
                self.listed(JOINS, 10);
            }
            [.., Word("gives"), Word(_)] | [.., Word("gives"), Compare, Word(_)] => {
                self.listed(&[("to", "to whom")], 0);
                self.listed(JOINS, 10);
            }
            // On elements a property needs no subject.
            [Word(name)] | [.., Word("and" | "or" | "not"), Word(name)] if self.tried_on() != On::Flow => {
                let name = (*name).to_owned();
                self.asked(&name);
            }
            _ => self.listed(JOINS, 0),
        }
    }

    /// Behind a dot: what is asked of a subject, or what another file declares, as far as it may stand there.
    fn behind_dot(&mut self, alias: &str, rest: &[Token<'_>]) {
        use Token::{Compare, Word};
        match rest {
            [.., Word("in")] => self.names(&[Sort::Boundary]),
            [.., Word("receives"), Word(_), Word("from")]
            | [.., Word("receives"), Compare, Word(_), Word("from")]
            | [.., Word("gives"), Word(_), Word("to")]
            | [.., Word("gives"), Compare, Word(_), Word("to")] => {
                self.names(&[Sort::Element, Sort::Boundary]);
            }
            [.., Word("moved"), Word("is")]
            | [
                ..,
                Word(
                    "exposes" | "sends" | "writes" | "returns" | "moves" | "stores" | "holds" | "receives"
                    | "gives",
                ),
            ] => self.kinds(0, |k| k.own && k.root == Root::Data, false),
            [.., Word("is" | "reaches" | "feeds" | "fed_by" | "another")] => {
                self.kinds(0, |k| k.own && k.root != Root::Data, false);
            }
            [] | [.., Word("and" | "or" | "not")] if is_end(alias) && alias != "moved" => {
                self.listed(&[("trust", TRUST)], 0);
                self.asked_properties(1);
            }
            _ => {}
        }
    }

    /// Behind a property: one that is true or false is a condition, any other is compared.
    fn asked(&mut self, name: &str) {
        const SAME: &[&str] = &["==", "!="];
        const ORDERED: &[&str] = &["==", "!=", ">=", "<=", ">", "<"];
        let signs = match self.type_of(name) {
            _ if name == "trust" => ORDERED,
            Some(PropertyType::OneOf(_) | PropertyType::Number) => ORDERED,
            Some(PropertyType::ManyOf(_) | PropertyType::Text) => SAME,
            Some(PropertyType::Bool) | None => return self.listed(JOINS, 0),
        };
        for (place, sign) in signs.iter().enumerate() {
            let order = u32::try_from(place).unwrap_or(0);
            let item = Item::new(ItemSort::Value, sign, self.span).order(order);
            self.out.push(item.insert(format!("{sign} ")).again());
        }
    }

    /// At the beginning of a line below a condition: how it goes on.
    pub(super) fn goes_on(&mut self) {
        if let [Token::Word("when"), Token::Colon, _, ..] = self.context.above.as_slice() {
            for (word, detail) in JOINS {
                let item = Item::new(ItemSort::Value, word, self.span).detail(*detail).order(1);
                self.out.push(item.insert(format!("{word} ")).again());
            }
        }
    }

    fn atoms(&mut self) {
        let on = self.tried_on();
        if on != On::Element {
            self.listed(ENDS, 0);
            self.listed(OF_FLOWS, 5);
        }
        if on != On::Flow {
            self.listed(ELEMENT, 0);
            self.listed(KEEPS, 5);
            // On elements a property needs no subject.
            self.asked_properties(20);
        }
        self.listed(OF_ALL, 10);
    }

    /// What the rule at hand is tried on: `on` of a threat, the target of a rule of the house.
    fn tried_on(&self) -> On {
        let Some(frame) = self.context.blocks().next() else { return On::Unknown };
        if !matches!(frame.head(), Head::Word(w, _) if w.name == "threat") {
            let flow = frame.head.iter().any(|t| matches!(t, Token::Arrow | Token::Word("flow")));
            return if flow { On::Flow } else { On::Unknown };
        }
        match self.given().iter().find(|(name, _)| *name == "on") {
            Some((_, "flow")) => On::Flow,
            Some((_, "")) | None => On::Unknown,
            Some(_) => On::Element,
        }
    }

    /// Words with what they say, in their order.
    fn listed(&mut self, words: Words, order: u32) {
        for (place, (word, detail)) in words.iter().enumerate() {
            let order = order + u32::try_from(place).unwrap_or(0);
            self.out.push(Item::new(ItemSort::Value, word, self.span).detail(*detail).order(order));
        }
    }

    fn trusts(&mut self, order: u32) {
        for (place, word) in Trust::WORDS.iter().enumerate() {
            let order = order + u32::try_from(place).unwrap_or(0);
            self.out.push(Item::new(ItemSort::Value, word, self.span).order(order));
        }
    }

    /// What data is asked for; with a class, behind the words that take one by a comparison alone.
    fn matter(&mut self, class: bool) {
        self.words(&["personal", "anything"]);
        self.kinds(5, |k| k.root == Root::Data, false);
        if class {
            for word in Class::WORDS.iter().skip(1) {
                let item = Item::new(ItemSort::Value, &format!(">= {word}"), self.span);
                self.out.push(item.detail("of this class or above").order(10));
            }
        }
    }

    /// The properties of kinds.
    fn asked_properties(&mut self, order: u32) {
        let mut items = Vec::new();
        for p in &self.s.model().catalog.properties {
            let item = Item::new(ItemSort::Property, &p.name, self.span);
            items.push(item.detail(p.ty.takes()).about(p.about.clone()).order(order));
        }
        self.out.extend(items);
    }

    /// What a property of kinds takes; none if there is no such property.
    fn type_of(&self, name: &str) -> Option<&PropertyType> {
        let catalog = &self.s.model().catalog;
        catalog.find_property(name).and_then(|id| catalog.property(id)).map(|p| &p.ty)
    }

    /// What a property is compared with.
    fn compared(&mut self, name: &str) {
        if name == "trust" {
            return self.trusts(0);
        }
        match self.type_of(name).cloned() {
            Some(PropertyType::Bool) => self.words(&["true", "false"]),
            Some(PropertyType::OneOf(words) | PropertyType::ManyOf(words)) => self.words(&words),
            _ => {}
        }
    }
}
