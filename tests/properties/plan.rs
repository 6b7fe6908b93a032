//! Random models as text. A plan is lists of small numbers; whatever they are, the text is a good
//! model, so that a failing case shrinks by leaving things out.

use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;
use trustline::catalog::{self, Catalog, KindId, PropertyType, Root, Subject};

/// The newest catalog, which says what names there are.
pub static CATALOG: LazyLock<std::sync::Arc<Catalog>> = LazyLock::new(|| catalog::edition(None).unwrap());

/// Kinds that many rules speak of; half of all elements are of one of them.
const OFTEN: &[&str] = &[
    "anonymous_user",
    "end_user",
    "public_web",
    "model_provider",
    "third_party_api",
    "gateway",
    "web_app",
    "inference_api",
    "llm",
    "agent",
    "tool",
    "guardrail",
    "data_ingestion",
    "training",
    "rag_store",
    "database",
    "memory_store",
    "training_store",
    "model_registry",
    "log_store",
];

const TRUST: &[&str] = &["untrusted", "partner", "internal", "restricted"];
const CLASS: &[&str] = &["public", "internal", "confidential", "secret"];
const LEVEL: &[&str] = &["low", "medium", "high"];

/// Conditions of own threats on flows; `BOUNDARY` becomes a name.
const ON_FLOWS: &[&str] = &[
    "crosses",
    "crosses up",
    "crosses down",
    "crosses level",
    "moved tainted",
    "moved tainted by partner",
    "sends anything",
    "writes anything",
    "returns anything",
    "moves anything",
    "moves personal",
    "moves >= confidential",
    "exposes internal to untrusted",
    "exposes confidential to partner",
    "source.trust < internal",
    "target.trust >= internal",
    "source is process",
    "receiver is store",
    "sender tainted by partner",
    "target reaches model_server",
    "sender feeds llm",
    "receiver reaches store",
    "receiver fed_by store",
    "sender reaches another process",
    "exposes anything to partner",
    "receiver receives anything from untrusted",
    "sender gives personal to partner",
    "source in BOUNDARY",
    "one_way",
];

/// Conditions of own threats on elements.
const ON_ELEMENTS: &[&str] = &[
    "element tainted",
    "element tainted by untrusted",
    "element.trust >= internal",
    "element is process",
    "element stores anything",
    "element holds personal",
    "element gives >= confidential",
    "element receives anything from untrusted",
    "element receives documents from store",
    "exposes internal to untrusted",
    "exposes confidential to partner",
    "element reaches store",
    "element feeds llm",
    "element reaches agent",
    "element fed_by external",
    "element fed_by another process",
    "element feeds another store",
    "exposes personal to partner",
    "element in BOUNDARY",
];

type Few = Vec<u8>;

#[derive(Clone, Debug)]
pub struct Boundary {
    pub parent: u8,
    pub trust: u8,
    pub apart: bool,
    pub controls: Few,
}

#[derive(Clone, Debug)]
pub struct Element {
    pub kind: u8,
    pub often: bool,
    pub boundary: u8,
    /// One of the trusts, else none of its own.
    pub trust: u8,
    pub stores: Few,
    pub holds: Few,
    pub controls: Few,
    pub lacks: Few,
    /// Which properties of its kind it sets, and to what.
    pub properties: Vec<(u8, u8)>,
    pub out: bool,
}

#[derive(Clone, Debug)]
pub struct Data {
    pub kind: u8,
    pub class: u8,
    pub integrity: u8,
    pub availability: u8,
    pub personal: u8,
    pub from: Few,
}

#[derive(Clone, Debug)]
pub struct Flow {
    pub source: u8,
    pub target: u8,
    pub sends: Few,
    pub writes: Few,
    pub returns: Few,
    pub via: Few,
    pub controls: Few,
    pub lacks: Few,
    pub one_way: bool,
}

/// A control of the system; also what is added to a model to see what it changes.
#[derive(Clone, Debug)]
pub struct Control {
    pub kind: u8,
    pub place: u8,
    pub index: u8,
    pub planned: bool,
}

/// Rules of what is true of any crossing or store.
const GENERIC: &[&str] = &[
    "endpoint-spoof",
    "flow-tamper",
    "flow-eavesdrop",
    "flow-flood",
    "boundary-elevation",
    "store-read",
    "store-tamper",
    "user-spoof",
];

#[derive(Clone, Debug)]
pub struct Response {
    pub word: u8,
    pub rule: u8,
    pub target: u8,
    pub index: u8,
    pub numbers: (u8, u8),
    pub with: Few,
}

#[derive(Clone, Debug)]
pub struct Threat {
    pub on: u8,
    pub likelihood: u8,
    pub impact: u8,
    pub floor: u8,
    /// Alternatives of literals: which, and whether not.
    pub when: Vec<Vec<(u8, bool)>>,
    pub lowered: Vec<(u8, u8)>,
    pub softened: Vec<(u8, u8)>,
    pub refines: Few,
}

/// All choices of a model.
#[derive(Clone, Debug)]
pub struct Plan {
    pub kinds: Vec<(u8, u8)>,
    pub boundaries: Vec<Boundary>,
    pub elements: Vec<Element>,
    pub data: Vec<Data>,
    pub flows: Vec<Flow>,
    pub controls: Vec<Control>,
    pub responses: Vec<Response>,
    pub threats: Vec<Threat>,
    pub appetite: u8,
}

fn few(most: usize) -> impl Strategy<Value = Few> {
    vec(any::<u8>(), 0..=most)
}

fn boundary() -> impl Strategy<Value = Boundary> {
    (any::<u8>(), any::<u8>(), any::<bool>(), few(2)).prop_map(|(parent, trust, apart, controls)| Boundary {
        parent,
        trust,
        apart,
        controls,
    })
}

fn element() -> impl Strategy<Value = Element> {
    let what = (any::<u8>(), any::<bool>(), any::<u8>(), any::<u8>(), prop::bool::weighted(0.05));
    let has = (few(2), few(2), few(3), few(1), vec(any::<(u8, u8)>(), 0..=2));
    (what, has).prop_map(
        |((kind, often, boundary, trust, out), (stores, holds, controls, lacks, properties))| Element {
            kind,
            often,
            boundary,
            trust,
            stores,
            holds,
            controls,
            lacks,
            properties,
            out,
        },
    )
}

fn data() -> impl Strategy<Value = Data> {
    (any::<[u8; 5]>(), few(2)).prop_map(|([kind, class, integrity, availability, personal], from)| Data {
        kind,
        class,
        integrity,
        availability,
        personal,
        from,
    })
}

fn flow() -> impl Strategy<Value = Flow> {
    let moves = (few(2), few(1), few(2), few(1));
    let rest = (few(2), few(1), prop::bool::weighted(0.1));
    (any::<u8>(), any::<u8>(), moves, rest).prop_map(
        |(source, target, (sends, writes, returns, via), (controls, lacks, one_way))| Flow {
            source,
            target,
            sends,
            writes,
            returns,
            via,
            controls,
            lacks,
            one_way,
        },
    )
}

pub fn control() -> impl Strategy<Value = Control> {
    (any::<[u8; 3]>(), any::<bool>()).prop_map(|([kind, place, index], planned)| Control {
        kind,
        place,
        index,
        planned,
    })
}

fn response() -> impl Strategy<Value = Response> {
    (any::<[u8; 4]>(), any::<(u8, u8)>(), few(2)).prop_map(|([word, rule, target, index], numbers, with)| {
        Response { word, rule, target, index, numbers, with }
    })
}

fn threat() -> impl Strategy<Value = Threat> {
    let steps = || vec(any::<(u8, u8)>(), 0..=3);
    let when = vec(vec((any::<u8>(), prop::bool::weighted(0.2)), 1..=3), 1..=2);
    (any::<[u8; 4]>(), when, steps(), steps(), few(2)).prop_map(
        |([on, likelihood, impact, floor], when, lowered, softened, refines)| Threat {
            on,
            likelihood,
            impact,
            floor,
            when,
            lowered,
            softened,
            refines,
        },
    )
}

/// Models with at least one flow.
pub fn plan() -> impl Strategy<Value = Plan> {
    let parts = (vec(boundary(), 0..=5), vec(element(), 2..=10), vec(data(), 0..=6), vec(flow(), 1..=16));
    let rest = (vec(control(), 0..=3), vec(response(), 0..=4), vec(threat(), 0..=2));
    (vec(any::<(u8, u8)>(), 0..=1), parts, rest, any::<u8>()).prop_map(
        |(kinds, (boundaries, elements, data, flows), (controls, responses, threats), appetite)| Plan {
            kinds,
            boundaries,
            elements,
            data,
            flows,
            controls,
            responses,
            threats,
            appetite,
        },
    )
}

/// A statement, with the statements of its block.
#[derive(Clone, Debug)]
pub struct Node {
    pub head: String,
    pub block: Option<Vec<Node>>,
}

fn line(text: impl Into<String>) -> Node {
    Node { head: text.into(), block: None }
}

fn pick<T>(list: &[T], n: u8) -> &T {
    &list[n as usize % list.len()]
}

/// Names made of choices, each once.
fn names(of: &str, count: usize, choices: &[u8]) -> Vec<String> {
    if count == 0 {
        return Vec::new();
    }
    let set: BTreeSet<usize> = choices.iter().map(|c| *c as usize % count).collect();
    set.into_iter().map(|i| format!("{of}{i}")).collect()
}

fn controls(choices: &[u8]) -> Vec<String> {
    let set: BTreeSet<&str> = choices.iter().map(|c| pick(&CATALOG.controls, *c).name.as_str()).collect();
    set.into_iter().map(str::to_owned).collect()
}

/// `name: [a, b]` if there is anything in it.
fn list(name: &str, items: Vec<String>) -> Option<Node> {
    (!items.is_empty()).then(|| line(format!("{name}: [{}]", items.join(", "))))
}

fn steps(name: &str, choices: &[(u8, u8)]) -> Option<Node> {
    let mut seen = BTreeSet::new();
    let items: Vec<String> = choices
        .iter()
        .map(|(c, n)| (pick(&CATALOG.controls, *c).name.as_str(), n % 3 + 1))
        .filter(|(name, _)| seen.insert(*name))
        .map(|(name, n)| format!("{name}: {n}"))
        .collect();
    (!items.is_empty()).then(|| line(format!("{name}: {{ {} }}", items.join(", "))))
}

fn kinds(of: impl Fn(Root) -> bool) -> Vec<KindId> {
    let all = CATALOG.kinds.iter().enumerate();
    all.filter(|(_, k)| of(k.root) && !k.parents.is_empty()).map(|(i, _)| KindId::new(i)).collect()
}

impl Plan {
    fn kind_of(&self, e: &Element) -> String {
        if e.often {
            return (*pick(OFTEN, e.kind)).to_owned();
        }
        let all = kinds(|r| r != Root::Data);
        let at = e.kind as usize % (all.len() + self.kinds.len());
        match all.get(at) {
            Some(k) => CATALOG.kinds[k.index()].name.clone(),
            None => format!("own_kind{}", at - all.len()),
        }
    }

    /// The ends of a flow: two different elements.
    pub fn ends(&self, f: &Flow) -> (usize, usize) {
        let n = self.elements.len();
        let source = f.source as usize % n;
        let other = f.target as usize % (n - 1);
        (source, if other >= source { other + 1 } else { other })
    }

    /// Whether a flow has a name: the first between two ends has none.
    fn named(&self, i: usize) -> bool {
        self.flows[..i].iter().any(|f| self.ends(f) == self.ends(&self.flows[i]))
    }

    /// A flow as a target.
    fn flow_target(&self, i: usize) -> String {
        let (a, b) = self.ends(&self.flows[i]);
        if self.named(i) { format!("flow{i}") } else { format!("e{a} -> e{b}") }
    }

    /// The id of a flow.
    pub fn flow_id(&self, i: usize) -> String {
        let (a, b) = self.ends(&self.flows[i]);
        if self.named(i) { format!("e{a}->e{b}#flow{i}") } else { format!("e{a}->e{b}") }
    }

    fn place(&self, kind: u8, index: u8) -> String {
        let i = index as usize;
        match kind % 3 {
            0 if !self.boundaries.is_empty() => format!("b{}", i % self.boundaries.len()),
            1 => self.flow_target(i % self.flows.len()),
            _ => format!("e{}", i % self.elements.len()),
        }
    }

    /// The statement of a control of this system.
    pub fn control(&self, name: &str, c: &Control) -> Node {
        let kind = &pick(&CATALOG.controls, c.kind).name;
        let status = if c.planned { "planned" } else { "implemented" };
        Node {
            head: format!("control {name}: {kind} \"{name}\""),
            block: Some(vec![
                line(format!("on: [{}]", self.place(c.place, c.index))),
                line(format!("status: {status}")),
            ]),
        }
    }

    fn element(&self, i: usize) -> Node {
        let e = &self.elements[i];
        let kind = self.kind_of(e);
        let mut block = Vec::new();
        if let Some(trust) = TRUST.get(e.trust as usize / 16) {
            block.push(line(format!("trust: {trust}")));
        }
        block.extend(list("stores", names("d", self.data.len(), &e.stores)));
        block.extend(list("holds", names("d", self.data.len(), &e.holds)));
        block.extend(list("controls", controls(&e.controls)));
        block.extend(list("lacks", controls(&e.lacks)));
        if e.out {
            block.extend([line("scope: out"), line("because: \"Not ours.\"")]);
        }
        if let Some(id) = CATALOG.find_kind(&kind) {
            let has: Vec<_> = CATALOG
                .properties
                .iter()
                .enumerate()
                .filter(|(p, _)| CATALOG.has_property(id, catalog::PropertyId::new(*p)))
                .map(|(_, p)| p)
                .collect();
            let mut seen = BTreeSet::new();
            for (which, value) in e.properties.iter().filter(|_| !has.is_empty()) {
                let p = pick(&has, *which);
                let value = match &p.ty {
                    PropertyType::Bool => (value % 2 == 0).to_string(),
                    PropertyType::OneOf(words) => pick(words, *value).clone(),
                    PropertyType::ManyOf(words) => format!("[{}]", pick(words, *value)),
                    PropertyType::Number => value.to_string(),
                    PropertyType::Text => format!("\"{value}\""),
                };
                if seen.insert(&p.name) {
                    block.push(line(format!("{}: {value}", p.name)));
                }
            }
        }
        Node { head: format!("{kind} e{i} \"Element {i}\""), block: Some(block) }
    }

    fn data(&self, i: usize) -> Node {
        let d = &self.data[i];
        let all = kinds(|r| r == Root::Data);
        let kind = &CATALOG.kinds[pick(&all, d.kind).index()].name;
        let mut block = Vec::new();
        // Half of them say it themselves.
        let mut word = |name: &str, words: &[&str], n: u8| {
            if n < 128 {
                block.push(line(format!("{name}: {}", pick(words, n))));
            }
        };
        word("class", CLASS, d.class);
        word("integrity", LEVEL, d.integrity);
        word("availability", LEVEL, d.availability);
        word("personal", &["true", "false"], d.personal);
        // Only from earlier ones, so there is no ring.
        block.extend(list("from", names("d", i, &d.from)));
        Node { head: format!("{kind} d{i} \"Data {i}\""), block: Some(block) }
    }

    fn flow(&self, i: usize) -> Node {
        let f = &self.flows[i];
        let (a, b) = self.ends(f);
        let name = if self.named(i) { format!(" as flow{i}") } else { String::new() };
        let data = |choices: &[u8]| names("d", self.data.len(), choices);
        let via = names("e", self.elements.len(), &f.via);
        let via = via.into_iter().filter(|v| *v != format!("e{a}") && *v != format!("e{b}")).collect();
        let mut block = Vec::new();
        block.extend(list("sends", data(&f.sends)));
        block.extend(list("writes", data(&f.writes)));
        if f.one_way {
            block.push(line("one_way: true"));
        } else {
            block.extend(list("returns", data(&f.returns)));
        }
        block.extend(list("via", via));
        block.extend(list("controls", controls(&f.controls)));
        block.extend(list("lacks", controls(&f.lacks)));
        Node { head: format!("e{a} -> e{b}{name} \"Flow {i}\""), block: Some(block) }
    }

    fn threat(&self, i: usize) -> Node {
        let t = &self.threats[i];
        let (on, atoms) = match t.on % 3 {
            0 => ("flow", ON_FLOWS),
            1 => ("element", ON_ELEMENTS),
            _ => ("store", ON_ELEMENTS),
        };
        let boundary =
            if self.boundaries.is_empty() { None } else { Some(t.floor as usize % self.boundaries.len()) };
        let literal = |which: u8| match (*pick(atoms, which), boundary) {
            (atom, Some(b)) => atom.replace("BOUNDARY", &format!("b{b}")),
            (atom, None) if atom.contains("BOUNDARY") => atoms[0].to_owned(),
            (atom, None) => atom.to_owned(),
        };
        let all_of = |literals: &Vec<(u8, bool)>| {
            // One that stands with its opposite is an error.
            let mut seen = BTreeSet::new();
            let literals = literals.iter().map(|(which, not)| (literal(*which), *not));
            let literals: Vec<String> = literals
                .filter(|(atom, _)| seen.insert(atom.clone()))
                .map(|(atom, not)| if not { format!("not {atom}") } else { atom })
                .collect();
            literals.join(" and ")
        };
        let alternatives: Vec<String> = t.when.iter().map(all_of).collect();
        let likelihood = t.likelihood % 5 + 1;
        let mut block = vec![
            line(format!("stride: {}", pick(catalog::Stride::ALL, t.impact).word())),
            line(format!("on: {on}")),
            line(format!("when: {}", alternatives.join(" or "))),
            line(format!("likelihood: {likelihood}")),
            line(format!("impact: {}", t.impact % 5 + 1)),
            line(format!("floor: {}", t.floor % likelihood + 1)),
            line("scenario: \"Somebody does it to {start}.\""),
            line("mitigation: \"Do not let them.\""),
        ];
        block.extend(steps("lowered_by", &t.lowered));
        block.extend(steps("softened_by", &t.softened));
        let same = |r: &&catalog::Rule| (r.on == Subject::Flow) == (on == "flow");
        let generic: Vec<&str> = CATALOG.rules.iter().filter(same).map(|r| r.name.as_str()).collect();
        let refined: BTreeSet<&str> = t.refines.iter().map(|r| *pick(&generic, *r)).collect();
        block.extend(list("refines", refined.into_iter().map(str::to_owned).collect()));
        Node { head: format!("threat own-threat{i} \"Own threat {i}\""), block: Some(block) }
    }

    /// A response; none if its rule has one of its sort already, since two to one threat are an error.
    fn response(&self, i: usize) -> Option<Node> {
        let sort = |r: &Response| r.word % 5 == 4;
        // Half of them are to rules that arise in most models: else few responses would find a threat.
        let known = |name: &&str| CATALOG.rules.iter().position(|r| r.name == *name);
        let common: Vec<usize> = GENERIC.iter().filter_map(known).collect();
        let rule = |r: &Response| match r.rule % 2 {
            0 => *pick(&common, r.index),
            _ => (r.rule as usize * 5 + r.index as usize) % (CATALOG.rules.len() + self.threats.len()),
        };
        let r = &self.responses[i];
        if self.responses[..i].iter().any(|x| rule(x) == rule(r) && sort(x) == sort(r)) {
            return None;
        }
        let name = match CATALOG.rules.get(rule(r)) {
            Some(known) => known.name.clone(),
            None => format!("own-threat{}", rule(r) - CATALOG.rules.len()),
        };
        let target = match r.target % 6 {
            0 => "any flow".to_owned(),
            1 => format!("any {}", pick(OFTEN, r.index)),
            2 => "*".to_owned(),
            place => self.place(place, r.index),
        };
        let word = ["mitigate", "accept", "transfer", "dismiss", "rated"][r.word as usize % 5];
        let mut block = vec![line("because: \"So it was decided.\"")];
        match word {
            "mitigate" => {
                block.extend(list("with", controls(&r.with)));
                block.push(line(format!("takes: {}", r.numbers.0 % 3 + 1)));
            }
            "accept" => {
                block.push(line("by: \"CISO\""));
                block
                    .push(line(format!("at: {}", pick(&["low", "medium", "high", "critical"], r.numbers.0))));
            }
            "transfer" => block.push(line("to: \"Insurer\"")),
            "rated" => {
                block.push(line(format!("likelihood: {}", r.numbers.0 % 5 + 1)));
                block.push(line(format!("impact: {}", r.numbers.1 % 5 + 1)));
                block.push(line("by: \"Ana\""));
            }
            _ => {}
        }
        Some(Node { head: format!("{word} {name} on {target}"), block: Some(block) })
    }

    /// What stands in a boundary, or in none.
    fn inside(&self, boundary: Option<usize>) -> Vec<Node> {
        let mut out = Vec::new();
        for (i, b) in self.boundaries.iter().enumerate() {
            // In an earlier one or in none.
            if (b.parent as usize % (i + 1)).checked_sub(1) != boundary {
                continue;
            }
            let mut block = Vec::new();
            if let Some(trust) = TRUST.get(b.trust as usize % 5) {
                block.push(line(format!("trust: {trust}")));
            }
            if b.apart {
                block.push(line("apart: true"));
            }
            block.extend(list("controls", controls(&b.controls)));
            block.extend(self.inside(Some(i)));
            out.push(Node { head: format!("boundary b{i} \"Boundary {i}\""), block: Some(block) });
        }
        for (i, e) in self.elements.iter().enumerate() {
            if (e.boundary as usize % (self.boundaries.len() + 1)).checked_sub(1) == boundary {
                out.push(self.element(i));
            }
        }
        out
    }

    /// All statements.
    pub fn nodes(&self) -> Vec<Node> {
        let appetite = pick(&["low", "low", "medium", "high"], self.appetite);
        let mut out = vec![Node {
            head: "model \"Random\"".into(),
            block: Some(vec![
                line("owner: \"Ana\""),
                line("catalog: 2026.1"),
                line(format!("appetite: {appetite}")),
            ]),
        }];
        for (i, (a, b)) in self.kinds.iter().enumerate() {
            let all = kinds(|r| r != Root::Data);
            let name = |n: &u8| &CATALOG.kinds[pick(&all, *n).index()].name;
            let (a, b) = (name(a), name(b));
            let parents = if a == b { a.clone() } else { format!("{a}, {b}") };
            out.push(line(format!("kind own_kind{i}: {parents} \"Own kind {i}\"")));
        }
        out.extend(self.inside(None));
        out.extend((0..self.data.len()).map(|i| self.data(i)));
        out.extend((0..self.flows.len()).map(|i| self.flow(i)));
        out.extend(self.controls.iter().enumerate().map(|(i, c)| self.control(&format!("own{i}"), c)));
        out.extend((0..self.threats.len()).map(|i| self.threat(i)));
        out.extend((0..self.responses.len()).filter_map(|i| self.response(i)));
        out
    }

    /// The model as text.
    pub fn text(&self) -> String {
        text(&self.nodes())
    }
}

/// Statements as text.
pub fn text(nodes: &[Node]) -> String {
    let mut out = String::new();
    write_all(nodes, 0, &mut out);
    out
}

fn write_all(nodes: &[Node], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for node in nodes {
        let _ = write!(out, "{indent}{}", node.head);
        match &node.block {
            None => out.push('\n'),
            Some(block) if block.is_empty() => out.push('\n'),
            Some(block) => {
                out.push_str(" {\n");
                write_all(block, depth + 1, out);
                let _ = writeln!(out, "{indent}}}");
            }
        }
    }
}

/// Shuffles statements at every level.
pub fn shuffle(nodes: &mut [Node], seed: &mut u64) {
    for i in (1..nodes.len()).rev() {
        // An xorshift generator: any order will do, if the seed alone decides it.
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        nodes.swap(i, (*seed % (i as u64 + 1)) as usize);
    }
    for node in nodes {
        if let Some(block) = &mut node.block {
            shuffle(block, seed);
        }
    }
}
