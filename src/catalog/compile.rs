//! From the tree of a `when` to its alternatives: every word looked up, every type checked.

mod alternatives;
mod written;

pub use alternatives::MAX_ALTERNATIVES;

use alternatives::{Formula, TooMany, alternatives, tries};
use written::write;

use super::expr::{Alternative, Atom, End, Goal, Keeps, Leads, Matter, Moves, Party, Slope, Who};
use super::fields::listed;
use super::load::read::{called_here, kind_of, unknown};
use super::{
    Catalog, Class, KindId, Literal, NamedPart, Origin, PropertyId, PropertyType, Root, RuleId, Subject,
    Trust, When, foreign,
};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;
use crate::syntax::tree::{self, Comparison, Expression, ExpressionKind, Path, Value, ValueKind, What, Word};
use std::collections::BTreeSet;

/// The most atoms that a condition may have.
const MAX_ATOMS: usize = 256;

/// What a condition is read against.
pub(super) struct Scope<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) subject: &'a Subject,
    pub(super) origin: Origin,
    /// Kinds whose root is not known.
    pub(super) vague: &'a BTreeSet<KindId>,
    /// Whether a kind of this name has a broken declaration.
    pub(super) hurt: &'a dyn Fn(&str) -> bool,
}

/// Compiles a condition. If it is not of its form or its types don't fit, that is said, and what
/// comes out has no alternative and never holds. Beside it the parts of a model that it names;
/// their rule is not known here.
pub(super) fn compile(
    expression: &Expression,
    scope: &Scope<'_>,
    out: &mut Vec<Diagnostic>,
) -> (When, Vec<NamedPart>) {
    let mut text = String::new();
    write(expression, 0, &mut text);
    let never = When { alternatives: Vec::new(), text };
    let mut c = Compiler { scope, out, parts: Vec::new() };
    if matches!(scope.subject, Subject::Boundary | Subject::Model) {
        let what = if *scope.subject == Subject::Model { "the model" } else { "boundaries" };
        c.bad(
            expression.span,
            format!("a rule on {what} takes no `when`"),
            "Conditions speak of flows and elements.",
        );
        return (never, Vec::new());
    }
    if atoms(expression) > MAX_ATOMS {
        let help = "Write it as two rules, or name a kind that stands above several.";
        c.bad(expression.span, format!("this condition asks for more than {MAX_ATOMS} things"), help);
        return (never, Vec::new());
    }
    let Some(formula) = c.formula(expression) else { return (never, c.parts) };
    let alternatives = match alternatives(&formula, false) {
        Ok(a) => a,
        Err(TooMany) => {
            let message = format!("this condition has more than {MAX_ALTERNATIVES} alternatives");
            c.bad(
                expression.span,
                message,
                "Write it as two rules, or name a kind that stands above several.",
            );
            return (never, c.parts);
        }
    };
    if alternatives.is_empty() {
        let help = "In each of its alternatives something holds and does not hold at once.";
        c.bad(expression.span, "this condition can never hold".into(), help);
        return (never, c.parts);
    }
    let alternatives =
        alternatives.into_iter().map(|literals| Alternative { tries: tries(&literals), literals }).collect();
    (When { alternatives, ..never }, c.parts)
}

fn atoms(e: &Expression) -> usize {
    match &e.kind {
        ExpressionKind::Or(parts) | ExpressionKind::And(parts) => parts.iter().map(atoms).sum(),
        ExpressionKind::Not(part) => atoms(part),
        _ => 1,
    }
}

/// Compiles a condition that stands outside a threat, as in a rule of the house. What is wrong is
/// said in `out`; what can't be compiled never holds. The parts of the model that it names come with a rule that means nothing.
pub fn condition(
    catalog: &Catalog,
    subject: &Subject,
    expression: &Expression,
    out: &mut Vec<Diagnostic>,
) -> (When, Vec<NamedPart>) {
    let hurt = |_: &str| false;
    let scope = Scope { catalog, subject, origin: Origin::Model, vague: &BTreeSet::new(), hurt: &hurt };
    compile(expression, &scope, out)
}

struct Compiler<'a, 'o> {
    scope: &'a Scope<'a>,
    out: &'o mut Vec<Diagnostic>,
    parts: Vec<NamedPart>,
}

impl Compiler<'_, '_> {
    fn bad(&mut self, span: Span, message: String, help: &str) {
        self.out.push(Diagnostic::new(codes::BAD_EXPRESSION, span, message).help(help));
    }

    fn on_flow(&self) -> bool {
        *self.scope.subject == Subject::Flow
    }

    /// Who can be spoken of in this rule.
    fn subjects(&self) -> &'static [Who] {
        if self.on_flow() { &[Who::Source, Who::Target, Who::Sender, Who::Receiver] } else { &[Who::Element] }
    }

    fn formula(&mut self, e: &Expression) -> Option<Formula> {
        let all = |c: &mut Self, parts: &[Expression]| {
            // Each part is read, so that each mistake is said.
            let read: Vec<Option<Formula>> = parts.iter().map(|p| c.formula(p)).collect();
            read.into_iter().collect::<Option<Vec<Formula>>>()
        };
        match &e.kind {
            ExpressionKind::Or(parts) => all(self, parts).map(Formula::Any),
            ExpressionKind::And(parts) => all(self, parts).map(Formula::All),
            ExpressionKind::Not(part) => self.formula(part).map(|f| Formula::Not(Box::new(f))),
            _ => self.atom(e).map(Formula::Atom),
        }
    }

    fn atom(&mut self, e: &Expression) -> Option<Atom> {
        match &e.kind {
            ExpressionKind::Is(subject, kind) => self.is(subject, kind),
            ExpressionKind::In(subject, part) => {
                let who = self.who(subject);
                if self.scope.origin == Origin::Catalog {
                    let message = "a rule of the catalog knows no boundary by name".to_owned();
                    self.bad(part.span, message, "Only a model's own rules speak of its parts.");
                    return None;
                }
                self.part(part, true);
                Some(Atom::In(who?, part.text()))
            }
            ExpressionKind::Leads(leads) => {
                let who = self.who(&leads.subject);
                let end = self.end(&leads.kind);
                let way = Leads::from_word(&leads.word.text)?;
                Some(Atom::Leads(who?, way, Goal { end: end?, another: leads.another }))
            }
            ExpressionKind::Word(path) => self.word(path),
            ExpressionKind::Compare(path, comparison, value) => self.compare(path, *comparison, value),
            ExpressionKind::Crosses(slope) => {
                self.flows_only(e.span, "crosses")?;
                Some(Atom::Crosses(match slope.as_ref().map(|w| w.text.as_str()) {
                    Some("up") => Some(Slope::Up),
                    Some("down") => Some(Slope::Down),
                    Some("level") => Some(Slope::Level),
                    _ => None,
                }))
            }
            ExpressionKind::Tainted(subject, by) => {
                let by = match by {
                    Some(word) => Some(self.trust(word)?),
                    None => None,
                };
                match subject {
                    Some(path) if path.text() != "moved" => Some(Atom::Tainted(self.who(path)?, by)),
                    Some(path) => {
                        self.flows_only(path.span, "moved")?;
                        Some(Atom::MovedTainted(by))
                    }
                    None if self.on_flow() => Some(Atom::MovedTainted(by)),
                    None => Some(Atom::Tainted(Who::Element, by)),
                }
            }
            ExpressionKind::Exposes(what, trust) => {
                let (matter, trust) = (self.exposed(what), self.trust(trust));
                let (matter, trust) = (matter?, trust?);
                Some(if self.on_flow() {
                    Atom::MovedExposes(matter, trust)
                } else {
                    Atom::Exposes(Who::Element, matter, trust)
                })
            }
            ExpressionKind::Moves(moves) => self.moves(moves),
            ExpressionKind::Broken => None,
            // These are taken apart before.
            ExpressionKind::Or(_) | ExpressionKind::And(_) | ExpressionKind::Not(_) => None,
        }
    }

    /// Says that a word is of flows, in a rule on elements.
    fn flows_only(&mut self, span: Span, word: &str) -> Option<()> {
        if self.on_flow() {
            return Some(());
        }
        let help = "A rule `on: flow` is tried on each flow and knows both of its ends.";
        self.bad(span, format!("`{word}` speaks of a flow, and this rule is tried on elements"), help);
        None
    }

    fn who(&mut self, path: &Path) -> Option<Who> {
        let name = path.text();
        let subjects = self.subjects();
        if let Some(who) = subjects.iter().find(|w| w.word() == name) {
            return Some(*who);
        }
        let words: Vec<&str> = subjects.iter().map(|w| w.word()).collect();
        let all = ["element", "source", "target", "sender", "receiver"];
        let (of, here) = if self.on_flow() { ("elements", "flows") } else { ("flows", "elements") };
        let d = if name == "moved" {
            let message = "`moved` is data: it can be asked `moved is KIND` and `moved tainted`".to_owned();
            Diagnostic::new(codes::BAD_EXPRESSION, path.span, message)
        } else if all.contains(&name.as_str()) {
            let message = format!("`{name}` is a word of rules on {of}, and this rule is tried on {here}");
            Diagnostic::new(codes::BAD_EXPRESSION, path.span, message)
        } else {
            Diagnostic::new(codes::BAD_EXPRESSION, path.span, format!("there is no subject `{name}`"))
        };
        let d = d.help(format!("A rule on {here} speaks of {}.", listed(&words, "and")));
        self.out.push(match nearest(&name, words.iter().copied()) {
            Some(near) => d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), path.span, near),
            None => d,
        });
        None
    }

    /// A kind by name; what is unknown is said.
    fn kind(&mut self, path: &Path, data: bool) -> Option<KindId> {
        let (name, catalog) = (&path.name, self.scope.catalog);
        let Some(kind) = catalog.find_kind(&name.text) else {
            if !(self.scope.hurt)(&name.text) {
                let known =
                    catalog.kinds.iter().filter(|k| (k.root == Root::Data) == data).map(|k| k.name.as_str());
                let (what, words): (_, &[&str]) =
                    if data { ("kind of data", &["personal", "anything"]) } else { ("kind of element", &[]) };
                let known = known.chain(words.iter().copied());
                let foreign = foreign::of(catalog, &name.text).filter(|k| (k.root == Root::Data) == data);
                let d = unknown(codes::UNKNOWN_KIND, what, &name.text, name.span, known);
                self.out.push(match foreign {
                    Some(kind) => called_here(d, name.span, kind),
                    None => d,
                });
            }
            return None;
        };
        let is_data = catalog.kind(kind).is_some_and(|k| k.root == Root::Data);
        if is_data == data || self.scope.vague.contains(&kind) {
            return Some(kind);
        }
        let message = if data {
            format!("`{}` is a kind of element, and data is asked for", name.text)
        } else {
            format!("`{}` is a kind of data, and an element is asked for", name.text)
        };
        let d = Diagnostic::new(codes::WRONG_NAME, path.span, message);
        let flow = self.on_flow();
        let d = match catalog.kind(kind).and_then(|k| foreign::other_sort(catalog, k)) {
            Some(meant) => d.help(format!("Perhaps {}", foreign::told(meant))),
            None => d,
        };
        self.out.push(match (data, flow) {
            (true, _) => d.help("An element is asked for as in `X is KIND`."),
            (false, true) => d.help("Data is asked for as in `moved is KIND` or `X stores KIND`."),
            (false, false) => d.help("Data is asked for as in `stores KIND` or `receives KIND`."),
        });
        None
    }

    /// The other end of a way: a kind, or a trust. A word that is the name of both is the kind, as `partner`.
    fn end(&mut self, path: &Path) -> Option<End> {
        let name = &path.name.text;
        let trust = Trust::from_word(name).filter(|_| path.alias.is_none());
        match trust.filter(|_| self.scope.catalog.find_kind(name).is_none()) {
            Some(trust) => Some(End::Trust(trust)),
            None => self.element_kind(path).map(End::Kind),
        }
    }

    fn element_kind(&mut self, path: &Path) -> Option<KindId> {
        self.kind(path, false)
    }

    fn is(&mut self, subject: &Path, kind: &Path) -> Option<Atom> {
        if subject.text() == "moved" {
            self.flows_only(subject.span, "moved")?;
            return self.kind(kind, true).map(Atom::MovedIs);
        }
        let who = self.who(subject);
        let kind = self.element_kind(kind);
        Some(Atom::Is(who?, kind?))
    }

    /// A word alone: `one_way`, or a property that is true or false.
    fn word(&mut self, path: &Path) -> Option<Atom> {
        if path.alias.is_none() && path.name.text == "one_way" {
            self.flows_only(path.span, "one_way")?;
            return Some(Atom::OneWay);
        }
        if self.on_flow() && path.alias.is_none() {
            let name = &path.name.text;
            let d =
                Diagnostic::new(codes::BAD_EXPRESSION, path.span, format!("`{name}` alone is no condition"));
            let words = ["one_way", "crosses", "tainted"];
            self.out.push(match nearest(name, words) {
                Some(near) => {
                    d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), path.span, near)
                }
                None if self.scope.catalog.find_property(name).is_some() => d.help(format!(
                    "A property is asked of one end of the flow: `source.{name}`, `target.{name}`."
                )),
                None => d.help(
                    "Conditions are as `crosses up`, `source is KIND`, `target.PROPERTY`, `writes KIND`.",
                ),
            });
            return None;
        }
        if path.name.text == "trust" {
            let help = "As in `X.trust < internal`.";
            self.bad(path.span, "`trust` is compared with a trust".into(), help);
            return None;
        }
        let (who, id) = self.property(path)?;
        let ty = self.scope.catalog.property(id).map(|p| &p.ty)?;
        if *ty == PropertyType::Bool {
            return Some(Atom::Property(who, id, Comparison::Equal, Literal::Bool(true)));
        }
        let message = format!("`{}` is not true or false, so it is compared with a value", path.name.text);
        let help = format!("It takes {}.", super::load::type_text(ty));
        self.bad(path.span, message, &help);
        None
    }

    /// `X.property`; on elements `property` alone will do.
    fn property(&mut self, path: &Path) -> Option<(Who, PropertyId)> {
        let who = match &path.alias {
            Some(alias) => self.who(&Path { alias: None, name: alias.clone(), span: alias.span })?,
            None if self.on_flow() => {
                let help = "As in `source.PROPERTY` or `target.PROPERTY`.";
                self.bad(path.span, format!("whose `{}` is meant?", path.name.text), help);
                return None;
            }
            None => Who::Element,
        };
        let (name, catalog) = (&path.name, self.scope.catalog);
        let Some(id) = catalog.find_property(&name.text) else {
            let known = catalog.properties.iter().map(|p| p.name.as_str()).chain(["trust"]);
            let d = unknown(codes::UNKNOWN_PROPERTY, "property", &name.text, name.span, known);
            self.out.push(d);
            return None;
        };
        if let Subject::Kinds(kinds) = self.scope.subject
            && !kinds.iter().any(|k| self.may_have(*k, id))
        {
            let on = catalog.property(id).map_or(&[][..], |p| &p.on);
            let on: Vec<&str> = on.iter().filter_map(|k| catalog.kind(*k)).map(|k| k.name.as_str()).collect();
            let message = format!("no element that this rule is tried on has a property `{}`", name.text);
            self.out.push(
                Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, message)
                    .help(format!("It is a property of {} and the kinds under them.", listed(&on, "and"))),
            );
            return None;
        }
        Some((who, id))
    }

    /// Whether an element of a kind, or of one under it, has a property.
    fn may_have(&self, kind: KindId, property: PropertyId) -> bool {
        let catalog = self.scope.catalog;
        self.scope.vague.contains(&kind)
            || catalog.kinds_under(kind).any(|k| catalog.has_property(k, property))
    }

    fn compare(&mut self, path: &Path, comparison: Comparison, value: &Value) -> Option<Atom> {
        if value.kind == ValueKind::Broken {
            return None;
        }
        let named = path.alias.is_some() || !self.on_flow();
        if path.name.text == "trust" && named {
            let who = match &path.alias {
                Some(alias) => self.who(&Path { alias: None, name: alias.clone(), span: alias.span })?,
                None => Who::Element,
            };
            let trust = match &value.kind {
                ValueKind::Word(p) => self.trust(&Word { text: p.text(), span: p.span })?,
                _ => {
                    self.mismatch("trust", &listed(Trust::WORDS, "or"), value);
                    return None;
                }
            };
            return Some(Atom::Trust(who, comparison, trust));
        }
        let (who, id) = self.property(path)?;
        let ty = self.scope.catalog.property(id).map(|p| p.ty.clone())?;
        let name = &path.name.text;
        let ordered = matches!(ty, PropertyType::OneOf(_) | PropertyType::Number);
        if !ordered && !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
            let help = "It can be compared by `==` and `!=`.";
            self.bad(path.span, format!("the values of `{name}` have no order"), help);
            return None;
        }
        let literal = match (&ty, &value.kind) {
            (PropertyType::Bool, ValueKind::Bool(b)) => Literal::Bool(*b),
            (PropertyType::Number, ValueKind::Number(n)) if n.unit.is_none() => Literal::Number(n.value),
            (PropertyType::Text, ValueKind::Text(t)) => Literal::Text(t.clone()),
            (PropertyType::OneOf(words) | PropertyType::ManyOf(words), ValueKind::Word(p))
                if words.contains(&p.text()) =>
            {
                Literal::Word(p.text())
            }
            (PropertyType::OneOf(words) | PropertyType::ManyOf(words), ValueKind::Word(p)) => {
                let d = Diagnostic::new(
                    codes::BAD_EXPRESSION,
                    value.span,
                    format!("`{name}` is compared with {}", listed(words, "or")),
                );
                self.out.push(match nearest(&p.text(), words.iter().map(String::as_str)) {
                    Some(near) => {
                        d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), value.span, near)
                    }
                    None => d,
                });
                return None;
            }
            (PropertyType::ManyOf(words), _) => {
                self.mismatch(name, &listed(words, "or"), value);
                return None;
            }
            _ => {
                self.mismatch(name, &super::load::type_text(&ty), value);
                return None;
            }
        };
        Some(Atom::Property(who, id, comparison, literal))
    }

    fn mismatch(&mut self, name: &str, takes: &str, value: &Value) {
        let message = format!("`{name}` is compared with {takes}");
        let d = Diagnostic::new(codes::BAD_EXPRESSION, value.span, message);
        self.out.push(d.at(format!("this is {}", kind_of(value))));
    }

    fn trust(&mut self, word: &Word) -> Option<Trust> {
        let trust = Trust::from_word(&word.text);
        if trust.is_none() {
            self.no_word("trust", word, Trust::WORDS);
        }
        trust
    }

    fn class(&mut self, word: &Word) -> Option<Class> {
        let class = Class::from_word(&word.text);
        if class.is_none() {
            self.no_word("class", word, Class::WORDS);
        }
        class
    }

    fn no_word(&mut self, what: &str, word: &Word, words: &[&str]) {
        let d =
            Diagnostic::new(codes::BAD_EXPRESSION, word.span, format!("there is no {what} `{}`", word.text))
                .help(format!("From the lowest: {}.", listed(words, "and")));
        self.out.push(match nearest(&word.text, words.iter().copied()) {
            Some(near) => d.at(format!("perhaps `{near}`")).fix(format!("write `{near}`"), word.span, near),
            None => d,
        });
    }

    fn matter(&mut self, what: &What) -> Option<Matter> {
        match what {
            What::Class(comparison, class) => Some(Matter::Class(*comparison, self.class(class)?)),
            What::Word(path) => match path.text().as_str() {
                "personal" => Some(Matter::Personal),
                "anything" => Some(Matter::Anything),
                word if Class::from_word(word).is_some() && self.scope.catalog.find_kind(word).is_none() => {
                    let d = Diagnostic::new(
                        codes::BAD_EXPRESSION,
                        path.span,
                        format!("`{word}` is a class, not a kind"),
                    );
                    self.out.push(d.fix(format!("write `>= {word}`"), path.span, format!(">= {word}")));
                    None
                }
                _ => self.kind(path, true).map(Matter::Kind),
            },
        }
    }

    /// What `exposes` asks for: a class alone stands for itself and all above it.
    fn exposed(&mut self, what: &What) -> Option<Matter> {
        if let What::Word(path) = what
            && path.alias.is_none()
        {
            let word = &path.name;
            let is_class = Class::from_word(&word.text).is_some();
            let is_meant = || nearest(&word.text, Class::WORDS.iter().copied()).is_some();
            if is_class || self.scope.catalog.find_kind(&word.text).is_none() && is_meant() {
                return self.class(word).map(|class| Matter::Class(Comparison::GreaterOrEqual, class));
            }
        }
        self.matter(what)
    }

    fn moves(&mut self, m: &tree::Moves) -> Option<Atom> {
        let verb = m.verb.text.as_str();
        let of_flow = match verb {
            "sends" => Some((Moves::Sends, "source")),
            "writes" => Some((Moves::Writes, "source")),
            "returns" => Some((Moves::Returns, "target")),
            "moves" => Some((Moves::Moves, "sender")),
            _ => None,
        };
        if let Some((moves, who)) = of_flow {
            self.flows_only(m.verb.span, verb)?;
            if let Some(subject) = m.subject.as_ref().filter(|s| s.text() != who) {
                let d = Diagnostic::new(
                    codes::BAD_EXPRESSION,
                    subject.span,
                    format!("`{verb}` speaks of the flow at hand and takes no subject"),
                );
                let help = "What an element does by all of its flows is asked by `stores`, `holds`, `receives` and `gives`.";
                self.out.push(d.help(help));
                return None;
            }
            if let Some((word, _)) = &m.party {
                let help = "Who gives and who gets is asked by `sender is KIND` and `receiver is KIND`.";
                self.bad(word.span, format!("`{verb}` takes no `{}`", word.text), help);
                return None;
            }
            return self.matter(&m.what).map(|matter| Atom::Moves(moves, matter));
        }
        let who = match &m.subject {
            Some(path) => self.who(path),
            None if self.on_flow() => {
                let help = format!("Say who does: `source {verb} …`, `target {verb} …`.");
                self.bad(
                    m.verb.span,
                    format!("`{verb}` speaks of an element, and this rule is tried on flows"),
                    &help,
                );
                None
            }
            None => Some(Who::Element),
        };
        let (keeps, toward) = match verb {
            "stores" => (Keeps::Stores, None),
            "holds" => (Keeps::Holds, None),
            "receives" => (Keeps::Receives, Some("from")),
            _ => (Keeps::Gives, Some("to")),
        };
        let matter = self.matter(&m.what);
        let party = match &m.party {
            None => None,
            Some((word, path)) if toward == Some(word.text.as_str()) => Some(self.party(path)?),
            Some((word, _)) => {
                let help = match toward {
                    Some(toward) => format!("It takes `{toward}`."),
                    None => "`receives … from X` and `gives … to X` ask for movements.".into(),
                };
                self.bad(word.span, format!("`{verb}` takes no `{}`", word.text), &help);
                return None;
            }
        };
        Some(Atom::Keeps(who?, keeps, matter?, party))
    }

    /// The other side: a trust, a kind, or in a model's own rule one of its parts. A word that is
    /// the name of a trust and of a kind is the trust.
    fn party(&mut self, path: &Path) -> Option<Party> {
        if path.alias.is_none()
            && let Some(trust) = Trust::from_word(&path.name.text)
        {
            return Some(Party::Trust(trust));
        }
        let catalog = self.scope.catalog;
        let known = catalog.find_kind(&path.name.text).is_some();
        if known && path.alias.is_none()
            || self.scope.origin == Origin::Catalog
            || (self.scope.hurt)(&path.name.text)
        {
            return self.element_kind(path).map(Party::Kind);
        }
        self.part(path, false);
        Some(Party::Name(path.text()))
    }

    fn part(&mut self, path: &Path, boundary: bool) {
        // The rule is put in by the loader.
        self.parts.push(NamedPart { rule: RuleId(0), name: path.text(), span: path.span, boundary });
    }
}
