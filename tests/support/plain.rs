//! What a condition says of a model, worked out once more and as plainly as it can be: from the
//! model alone, without the tables, nets and memos of the analysis. Slow, and easy to check against
//! `docs/language.md` and `docs/meaning.md`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::cmp::Ordering;
use std::collections::BTreeSet;
use trustline::analysis::ThreatTarget;
use trustline::catalog::expr::{Atom, End, Goal, Keeps, Leads, Matter, Moves, Party, Slope, Tries, Who};
use trustline::catalog::{Class, KindId, Literal, PropertyType, Rule, Subject, Trust};
use trustline::model::{DataId, ElementId, FlowId, Model};
use trustline::syntax::tree::Comparison;

/// The request or the answer of a flow.
#[derive(Clone, Debug)]
pub struct Move {
    pub flow: FlowId,
    pub forward: bool,
    pub from: ElementId,
    pub to: ElementId,
    /// Whom it reaches: what it goes via, then its receiver.
    pub reaches: Vec<ElementId>,
    pub data: BTreeSet<DataId>,
    /// Whether anything moves, declared or not.
    pub content: bool,
    /// Whether it stays where it arrives.
    pub stays: bool,
}

/// What an atom is tried on.
#[derive(Copy, Clone)]
pub enum On<'a> {
    Move(&'a Move),
    Element(ElementId),
    Other,
}

pub struct Plain<'m> {
    pub model: &'m Model,
    pub moves: Vec<Move>,
    /// What each piece of data is made from, however far back, itself first.
    parents: Vec<BTreeSet<DataId>>,
    /// How low each piece of data, or what is made from it, can arrive.
    exposure: Vec<Option<Trust>>,
    /// The lowest trust of those whose content each element passes on.
    gives: Vec<Trust>,
}

fn compares<T: Ord>(op: Comparison, a: T, b: T) -> bool {
    match op {
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Less => a < b,
        Comparison::LessOrEqual => a <= b,
        Comparison::Greater => a > b,
        Comparison::GreaterOrEqual => a >= b,
    }
}

impl<'m> Plain<'m> {
    pub fn of(model: &'m Model) -> Plain<'m> {
        let mut plain =
            Plain { model, moves: Vec::new(), parents: Vec::new(), exposure: Vec::new(), gives: Vec::new() };
        plain.moves = plain.all_moves();
        plain.parents = plain.all_parents();
        let trust = |e: &ElementId| model.element(*e).unwrap().trust;
        plain.gives = plain
            .elements()
            .map(|e| plain.whose_content_goes_on_from(e).iter().map(trust).min().unwrap())
            .collect();
        plain.exposure = (0..model.data.len()).map(|d| plain.arrives_at(DataId::new(d))).collect();
        plain
    }

    fn elements(&self) -> impl Iterator<Item = ElementId> + use<> {
        (0..self.model.elements.len()).map(ElementId::new)
    }

    fn data(&self) -> impl Iterator<Item = DataId> + use<> {
        (0..self.model.data.len()).map(DataId::new)
    }

    fn is(&self, e: ElementId, kind: &str) -> bool {
        self.is_kind(e, self.model.catalog.find_kind(kind).unwrap())
    }

    /// Whether it is under a kind and what must be true of such a one is true of it.
    fn is_kind(&self, e: ElementId, kind: KindId) -> bool {
        let catalog = &self.model.catalog;
        let only_if = catalog.kind(kind).unwrap().only_if;
        catalog.is_under(self.model.element(e).unwrap().kind, kind)
            && only_if.is_none_or(|p| self.model.property(e, p) == Some(&Literal::Bool(true)))
    }

    fn trust(&self, e: ElementId) -> Trust {
        self.model.element(e).unwrap().trust
    }

    fn all_moves(&self) -> Vec<Move> {
        let mut out = Vec::new();
        for (i, f) in self.model.flows.iter().enumerate() {
            let flow = FlowId::new(i);
            let reaches = |end| f.via.iter().copied().chain([end]).collect();
            out.push(Move {
                flow,
                forward: true,
                from: f.source,
                to: f.target,
                reaches: reaches(f.target),
                data: f.sends.iter().chain(&f.writes).copied().collect(),
                content: !f.declares || !f.sends.is_empty() || !f.writes.is_empty(),
                stays: !f.writes.is_empty(),
            });
            if !f.one_way {
                out.push(Move {
                    flow,
                    forward: false,
                    from: f.target,
                    to: f.source,
                    reaches: reaches(f.source),
                    data: f.returns.iter().copied().collect(),
                    content: !f.returns.is_empty(),
                    stays: true,
                });
            }
        }
        out
    }

    // Content on its way

    /// Whether what a movement brings to an element goes on from there: a program hands it on, and a
    /// store what stays in it.
    fn goes_on(&self, m: &Move, e: ElementId) -> bool {
        self.is(e, "process") || self.is(e, "store") && m.stays && m.to == e
    }

    /// Whether it counts as having come there: what a store is only asked has not.
    fn arrives(&self, m: &Move, e: ElementId) -> bool {
        self.goes_on(m, e) || self.is(e, "process") || !self.is(e, "store")
    }

    /// To whom content of an element can come.
    fn content_comes_to(&self, from: ElementId) -> BTreeSet<ElementId> {
        let (mut there, mut on) = (BTreeSet::new(), BTreeSet::from([from]));
        loop {
            let before = (there.len(), on.len());
            for m in self.moves.iter().filter(|m| m.content) {
                for e in m.reaches.iter().filter(|_| on.contains(&m.from)).copied().collect::<Vec<_>>() {
                    if self.arrives(m, e) {
                        there.insert(e);
                    }
                    if self.goes_on(m, e) {
                        on.insert(e);
                    }
                }
            }
            if (there.len(), on.len()) == before {
                return there;
            }
        }
    }

    /// Whose content an element passes on, its own with it.
    fn whose_content_goes_on_from(&self, e: ElementId) -> BTreeSet<ElementId> {
        let mut behind = BTreeSet::from([e]);
        loop {
            let before = behind.len();
            for m in self.moves.iter().filter(|m| m.content) {
                if m.reaches.iter().any(|r| behind.contains(r) && self.goes_on(m, *r)) {
                    behind.insert(m.from);
                }
            }
            if behind.len() == before {
                return behind;
            }
        }
    }

    /// Whom calls that an element starts lead to. People and systems of others pass none on, unless they are models or
    /// agents that work for whoever asks.
    fn calls_lead_to(&self, from: ElementId) -> BTreeSet<ElementId> {
        let mut there = BTreeSet::new();
        let passes_on = |e| !self.is(e, "external") || self.is(e, "process");
        loop {
            let before = there.len();
            for f in &self.model.flows {
                if f.source == from || there.contains(&f.source) && passes_on(f.source) {
                    there.insert(f.target);
                }
            }
            if there.len() == before {
                return there;
            }
        }
    }

    /// The lowest trust from which content has come to an element.
    fn taint(&self, e: ElementId) -> Option<Trust> {
        let into = self.moves.iter().filter(|m| m.content && m.reaches.contains(&e) && self.arrives(m, e));
        into.map(|m| self.gives[m.from.index()]).min()
    }

    // What data is

    fn is_data(&self, d: DataId, kind: &str) -> bool {
        let kind = self.model.catalog.find_kind(kind).unwrap();
        self.model.catalog.is_under(self.model.datum(d).unwrap().kind, kind)
    }

    fn keeps(&self, e: ElementId, d: DataId) -> bool {
        let e = self.model.element(e).unwrap();
        e.stores.contains(&d) || e.holds.contains(&d)
    }

    fn all_parents(&self) -> Vec<BTreeSet<DataId>> {
        let direct: Vec<Vec<DataId>> = self.data().map(|d| self.made_from(d)).collect();
        let mut all: Vec<BTreeSet<DataId>> = self.data().map(|d| BTreeSet::from([d])).collect();
        loop {
            let before = all.clone();
            for (set, direct) in all.iter_mut().zip(&direct) {
                set.extend(direct.iter().flat_map(|d| &before[d.index()]));
            }
            if all == before {
                return all;
            }
        }
    }

    /// What a piece of data is made from, directly: as declared, or all that came to its maker.
    fn made_from(&self, d: DataId) -> Vec<DataId> {
        let declared = &self.model.datum(d).unwrap().from;
        let made = ["answers", "embeddings", "weights", "decisions"];
        if !declared.is_empty() || !made.iter().any(|k| self.is_data(d, k)) {
            return declared.clone();
        }
        let makers: Vec<ElementId> = self
            .elements()
            .filter(|e| self.is(*e, "process"))
            .filter(|e| self.moves.iter().any(|m| m.from == *e && m.data.contains(&d)))
            .filter(|e| !self.moves.iter().any(|m| m.reaches.contains(e) && m.data.contains(&d)))
            .collect();
        let came = |e: ElementId, x: DataId| {
            self.keeps(e, x) || self.moves.iter().any(|m| m.reaches.contains(&e) && m.data.contains(&x))
        };
        self.data()
            .filter(|x| *x != d && !self.is_data(*x, "credentials") && !self.is_data(*x, "weights"))
            .filter(|x| makers.iter().any(|e| came(*e, *x)))
            .collect()
    }

    fn class(&self, d: DataId) -> Class {
        self.parents[d.index()].iter().map(|p| self.model.datum(*p).unwrap().class).max().unwrap()
    }

    fn matches(&self, matter: &Matter, d: DataId) -> bool {
        match matter {
            Matter::Anything => true,
            Matter::Kind(k) => self.model.catalog.is_under(self.model.datum(d).unwrap().kind, *k),
            Matter::Personal => {
                self.parents[d.index()].iter().any(|p| self.model.datum(*p).unwrap().personal)
            }
            Matter::Class(op, class) => compares(*op, self.class(d), *class),
        }
    }

    // Where data arrives

    /// Where a piece of data begins: who keeps it by declaration and who gives it without getting it;
    /// if it only goes in circles, all who give it.
    fn origins(&self, d: DataId) -> BTreeSet<ElementId> {
        let gives = |e: &ElementId| self.moves.iter().any(|m| m.from == *e && m.data.contains(&d));
        let gets = |e: &ElementId| self.moves.iter().any(|m| m.to == *e && m.data.contains(&d));
        let begins = |e: &ElementId| self.keeps(*e, d) || gives(e) && !gets(e);
        let out: BTreeSet<ElementId> = self.elements().filter(begins).collect();
        if out.is_empty() { self.elements().filter(gives).collect() } else { out }
    }

    /// To whom any of some data can come from an element.
    fn carried(&self, from: ElementId, data: &BTreeSet<DataId>) -> BTreeSet<ElementId> {
        let mut there = BTreeSet::new();
        loop {
            let before = there.len();
            for m in self.moves.iter().filter(|m| m.data.iter().any(|d| data.contains(d))) {
                if m.from == from || there.contains(&m.from) {
                    there.extend(&m.reaches);
                }
            }
            if there.len() == before {
                return there;
            }
        }
    }

    /// The lowest trust at which a piece of data, or what is made from it, arrives, but for where it
    /// came from.
    fn arrives_at(&self, d: DataId) -> Option<Trust> {
        let family: BTreeSet<DataId> = self.data().filter(|x| self.parents[x.index()].contains(&d)).collect();
        let home = self.origins(d);
        let comes_from_another =
            |e: &ElementId| home.iter().any(|h| h != e && self.carried(*h, &BTreeSet::from([d])).contains(e));
        let mut sources: BTreeSet<ElementId> =
            home.iter().copied().filter(|e| home.len() < 2 || !comes_from_another(e)).collect();
        if sources.is_empty() {
            sources.clone_from(&home);
        }
        let starts: BTreeSet<ElementId> = family.iter().flat_map(|x| self.origins(*x)).chain(home).collect();
        let arrived = |e: &ElementId| starts.iter().any(|s| s != e && self.carried(*s, &family).contains(e));
        let there = self.elements().filter(|e| !sources.contains(e) && arrived(e));
        there.map(|e| self.trust(e)).min()
    }

    // Atoms

    fn who(&self, w: Who, on: On<'_>) -> Option<ElementId> {
        match (w, on) {
            (Who::Element, On::Element(e)) => Some(e),
            (Who::Sender, On::Move(m)) => Some(m.from),
            (Who::Receiver, On::Move(m)) => Some(m.to),
            (Who::Source, On::Move(m)) => Some(self.model.flow(m.flow)?.source),
            (Who::Target, On::Move(m)) => Some(self.model.flow(m.flow)?.target),
            _ => None,
        }
    }

    fn is_party(&self, party: &Option<Party>, e: ElementId) -> bool {
        match party {
            None => true,
            Some(Party::Kind(k)) => self.is_kind(e, *k),
            Some(Party::Trust(t)) => self.trust(e) <= *t,
            Some(Party::Name(n)) => self.model.element(e).unwrap().name == *n || self.stands_in(e, n),
        }
    }

    fn stands_in(&self, e: ElementId, boundary: &str) -> bool {
        self.model.around(e).iter().any(|b| self.model.boundary(*b).unwrap().name == boundary)
    }

    /// What of an element is stored, held, received or given.
    fn kept(&self, e: ElementId, verb: Keeps, party: &Option<Party>) -> (BTreeSet<DataId>, bool) {
        let element = self.model.element(e).unwrap();
        let mut unknown = false;
        let mut out = BTreeSet::new();
        match verb {
            Keeps::Holds => out.extend(&element.holds),
            Keeps::Stores => {
                out.extend(&element.stores);
                for f in self.model.flows.iter().filter(|f| f.target == e) {
                    out.extend(&f.writes);
                }
                for m in self.moves.iter().filter(|m| !m.forward && m.to == e && self.is(e, "store")) {
                    out.extend(&m.data);
                }
            }
            Keeps::Receives | Keeps::Gives => {
                for m in &self.moves {
                    let (here, other) = match verb {
                        Keeps::Receives => (m.reaches.contains(&e), m.from),
                        _ => (m.from == e, m.to),
                    };
                    if here && self.is_party(party, other) {
                        out.extend(&m.data);
                        unknown |= m.content && m.data.is_empty();
                    }
                }
            }
        }
        (out, unknown)
    }

    fn leads(&self, way: Leads, e: ElementId, goal: Goal) -> bool {
        let is_end = |x: &ElementId| match goal.end {
            End::Kind(kind) => self.is_kind(*x, kind),
            End::Trust(trust) => self.trust(*x) <= trust,
        };
        let of_kind = |x: &ElementId| is_end(x) && (*x != e || !goal.another);
        if of_kind(&e) {
            return true;
        }
        match way {
            Leads::Reaches => self.calls_lead_to(e).iter().any(of_kind),
            Leads::Feeds => self.content_comes_to(e).iter().any(of_kind),
            Leads::FedBy => self.elements().filter(of_kind).any(|x| self.content_comes_to(x).contains(&e)),
        }
    }

    fn slopes(&self, m: &Move, slope: Slope) -> bool {
        let (from, to) = (self.trust(m.from), self.trust(m.to));
        let (around_from, around_to) = (self.model.around(m.from), self.model.around(m.to));
        let crossed = around_from
            .iter()
            .filter(|b| !around_to.contains(b))
            .chain(around_to.iter().filter(|b| !around_from.contains(b)));
        let strangers =
            from < Trust::Internal || crossed.into_iter().any(|b| self.model.boundary(*b).unwrap().apart);
        match (from.cmp(&to), slope) {
            (Ordering::Less, Slope::Up) | (Ordering::Greater, Slope::Down) => true,
            (Ordering::Equal, Slope::Level) => true,
            (Ordering::Equal, Slope::Up | Slope::Down) => strangers,
            _ => false,
        }
    }

    fn property(&self, e: ElementId, atom: (trustline::catalog::PropertyId, Comparison, &Literal)) -> bool {
        let (id, op, want) = atom;
        let Some(is) = self.model.property(e, id) else { return false };
        match (is, want) {
            (Literal::Words(is), Literal::Word(w)) => is.contains(w) != (op == Comparison::NotEqual),
            (Literal::Word(a), Literal::Word(b)) => {
                let Some(PropertyType::OneOf(words)) = self.model.catalog.property(id).map(|p| &p.ty) else {
                    return false;
                };
                let rank = |w: &String| words.iter().position(|x| x == w).unwrap();
                compares(op, rank(a), rank(b))
            }
            (Literal::Bool(a), Literal::Bool(b)) => compares(op, a, b),
            (Literal::Number(a), Literal::Number(b)) => op.holds(a, b),
            (Literal::Text(a), Literal::Text(b) | Literal::Word(b)) => compares(op, a, b),
            _ => false,
        }
    }

    /// Whether an atom holds, and for atoms on data which data makes it hold.
    pub fn holds(&self, atom: &Atom, on: On<'_>) -> (bool, Option<BTreeSet<DataId>>) {
        let data = |of: &BTreeSet<DataId>, f: &dyn Fn(DataId) -> bool| {
            let found: BTreeSet<DataId> = of.iter().copied().filter(|d| f(*d)).collect();
            (!found.is_empty(), Some(found))
        };
        let list =
            |l: &[DataId], matter: &Matter| data(&l.iter().copied().collect(), &|d| self.matches(matter, d));
        let exposed = |m: &Matter, to: Trust, d: DataId| {
            self.matches(m, d) && self.exposure[d.index()].is_some_and(|l| l <= to)
        };
        let of = |w: Who, f: &dyn Fn(ElementId) -> bool| (self.who(w, on).is_some_and(f), None);
        let moved = match on {
            On::Move(m) => Some(m),
            _ => None,
        };
        let nothing = (false, None);
        match atom {
            Atom::Is(w, k) => of(*w, &|e| self.is_kind(e, *k)),
            Atom::In(w, b) => of(*w, &|e| self.stands_in(e, b)),
            Atom::Property(w, id, op, want) => of(*w, &|e| self.property(e, (*id, *op, want))),
            Atom::Trust(w, op, want) => of(*w, &|e| compares(*op, self.trust(e), *want)),
            Atom::Tainted(w, by) => {
                of(*w, &|e| self.taint(e).is_some_and(|l| by.map_or(l < self.trust(e), |t| l <= t)))
            }
            Atom::Leads(w, way, goal) => of(*w, &|e| self.leads(*way, e, *goal)),
            Atom::Keeps(w, verb, matter, party) => {
                let Some(e) = self.who(*w, on) else { return nothing };
                let (kept, unknown) = self.kept(e, *verb, party);
                let (holds, found) = data(&kept, &|d| self.matches(matter, d));
                (holds || unknown && *matter == Matter::Anything, found)
            }
            Atom::Exposes(w, matter, to) => {
                let Some(e) = self.who(*w, on) else { return nothing };
                let all = [Keeps::Stores, Keeps::Holds, Keeps::Receives, Keeps::Gives];
                let here = all.iter().flat_map(|k| self.kept(e, *k, &None).0).collect();
                data(&here, &|d| exposed(matter, *to, d))
            }
            Atom::OneWay => (moved.is_some_and(|m| self.model.flow(m.flow).unwrap().one_way), None),
            Atom::Crosses(slope) => {
                let zone = |e| self.model.element(e).unwrap().zone;
                let crosses = |m: &Move| zone(m.from) != zone(m.to);
                let slopes = |m: &Move| slope.is_none_or(|s| self.slopes(m, s));
                (moved.is_some_and(|m| crosses(m) && slopes(m)), None)
            }
            Atom::MovedIs(k) => {
                moved.map_or(nothing, |m| data(&m.data, &|d| self.matches(&Matter::Kind(*k), d)))
            }
            Atom::MovedExposes(matter, to) => {
                moved.map_or(nothing, |m| data(&m.data, &|d| exposed(matter, *to, d)))
            }
            Atom::MovedTainted(by) => {
                let low = |m: &Move| {
                    let level = self.gives[m.from.index()];
                    m.content && by.map_or(level < self.trust(m.to), |t| level <= t)
                };
                (moved.is_some_and(low), None)
            }
            Atom::Moves(verb, matter) => {
                let Some((m, f)) = moved.and_then(|m| Some((m, self.model.flow(m.flow)?))) else {
                    return nothing;
                };
                match verb {
                    Moves::Sends => list(&f.sends, matter),
                    Moves::Writes => list(&f.writes, matter),
                    Moves::Returns => list(&f.returns, matter),
                    Moves::Moves => {
                        let (holds, found) = data(&m.data, &|d| self.matches(matter, d));
                        let unknown = m.content && m.data.is_empty();
                        (holds || unknown && *matter == Matter::Anything, found)
                    }
                }
            }
        }
    }

    // Rules

    /// Whether a rule arises on a target.
    pub fn arises(&self, rule: &Rule, target: ThreatTarget) -> bool {
        let is_tried = match (&rule.on, target) {
            (Subject::Flow, ThreatTarget::Flow(_)) | (Subject::Element, ThreatTarget::Element(_)) => true,
            (Subject::Boundary, ThreatTarget::Boundary(_)) | (Subject::Model, ThreatTarget::Model) => true,
            (Subject::Kinds(kinds), ThreatTarget::Element(e)) => kinds.iter().any(|k| self.is_kind(e, *k)),
            _ => false,
        };
        let Some(when) = &rule.when else { return is_tried };
        let on: Vec<On<'_>> = match target {
            ThreatTarget::Flow(f) => self.moves.iter().filter(|m| m.flow == f).map(On::Move).collect(),
            ThreatTarget::Element(e) => vec![On::Element(e)],
            _ => vec![On::Other],
        };
        let fits = |tries: Tries, on: &On<'_>| match (tries, on) {
            (Tries::Forward, On::Move(m)) => m.forward,
            (Tries::Back, On::Move(m)) => !m.forward,
            _ => true,
        };
        is_tried
            && when.alternatives.iter().any(|a| {
                on.iter().any(|on| {
                    fits(a.tries, on) && a.literals.iter().all(|c| self.holds(&c.atom, *on).0 != c.not)
                })
            })
    }
}
