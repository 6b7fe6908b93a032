//! A small model with its analysis, made by hand. Every free text passes through a function, so
//! that a test can put anything into it.

use trustline::analysis::checklist::{Check, CheckState};
use trustline::analysis::*;
use trustline::catalog::expr::{Alternative, Atom, Condition, Tries};
use trustline::catalog::*;
use trustline::diagnostic::{Code, Diagnostic};
use trustline::model::parts::{ControlStatus, Place};
use trustline::model::responses::{ResponseKind, RiskLevel, With};
use trustline::model::statements::{AiActClass, Outcome};
use trustline::model::{self, *};
use trustline::report::{Frameworks, Known};
use trustline::source::{Sources, Span};
use trustline::syntax::tree::Date;

pub struct Fixture {
    pub model: Model,
    pub analysis: Analysis,
    pub sources: Sources,
}

/// Titles and addresses as tests need them.
pub struct Table;

impl Frameworks for Table {
    fn framework(&self, prefix: &str) -> Option<Known> {
        let (title, url) = match prefix {
            "atlas" => ("MITRE ATLAS", Some("https://atlas.mitre.org/")),
            "owasp-llm-2025" => {
                ("OWASP Top 10 for LLM Applications", Some("https://genai.owasp.org/llm-top-10/"))
            }
            "garak" => ("garak", None),
            _ => return None,
        };
        let edition = match prefix {
            "atlas" => "5.6 and 2026.09",
            "garak" => "0.16",
            _ => "2025",
        };
        Some(Known {
            title: title.into(),
            edition: Some(edition.into()),
            url: url.map(str::to_owned),
            call: None,
        })
    }

    fn entry(&self, prefix: &str, id: &str) -> Option<Known> {
        let (title, url) = match (prefix, id) {
            ("atlas", "AML.T0070") => ("RAG Poisoning", "https://atlas.mitre.org/techniques/AML.T0070"),
            ("atlas", "AML.T0051.000") => {
                ("LLM Prompt Injection: Direct", "https://atlas.mitre.org/techniques/AML.T0051.000")
            }
            ("owasp-llm-2025", _) => {
                let n = self.entries(prefix).iter().position(|e| e == id)?;
                return Some(Known {
                    title: OWASP[n].into(),
                    edition: None,
                    url: Some("https://genai.owasp.org/llm-top-10/".into()),
                    call: None,
                });
            }
            _ => return None,
        };
        let edition = Some("5.6, 2026.09".into());
        Some(Known { title: title.into(), edition, url: Some(url.into()), call: None })
    }

    fn entries(&self, prefix: &str) -> Vec<String> {
        match prefix {
            "owasp-llm-2025" => (1..=10).map(|n| format!("LLM{n:02}")).collect(),
            _ => Vec::new(),
        }
    }
}

const OWASP: [&str; 10] = [
    "Prompt Injection",
    "Sensitive Information Disclosure",
    "Supply Chain",
    "Data and Model Poisoning",
    "Improper Output Handling",
    "Excessive Agency",
    "System Prompt Leakage",
    "Vector and Embedding Weaknesses",
    "Misinformation",
    "Unbounded Consumption",
];

const KINDS: [(&str, &str, Root); 15] = [
    ("external", "External", Root::External),
    ("process", "Process", Root::Process),
    ("store", "Store", Root::Store),
    ("data", "Data", Root::Data),
    ("anonymous_user", "Anonymous user", Root::External),
    ("public_web", "Public web", Root::External),
    ("model_provider", "Model provider", Root::External),
    ("gateway", "Gateway", Root::Process),
    ("inference_api", "Inference API", Root::Process),
    ("rag_store", "RAG store", Root::Store),
    ("data_ingestion", "Data ingestion", Root::Process),
    ("documents", "Documents", Root::Data),
    ("prompts", "Prompts", Root::Data),
    ("answers", "Answers", Root::Data),
    ("guardrail", "Guardrail", Root::Process),
];

const CONTROLS: [(&str, &str); 7] = [
    ("auth", "Authentication"),
    ("rate_limit", "Rate limiting"),
    ("tls", "TLS"),
    ("audit_log", "Audit log"),
    ("prompt_guard", "Prompt guard"),
    ("provenance", "Provenance"),
    ("output_filtering", "Output filtering"),
];

/// Id, title, letters, entry of the OWASP list, other references.
type RuleRow =
    (&'static str, &'static str, &'static [Stride], &'static str, &'static [(&'static str, &'static str)]);

const RULES: [RuleRow; 8] = [
    (
        "rag-poison",
        "Documents planted in the knowledge base change answers",
        &[Stride::Tampering],
        "LLM08",
        &[("atlas", "AML.T0070"), ("owasp-llm-2025", "LLM04")],
    ),
    (
        "prompt-injection-direct",
        "Instructions in a prompt override the system's own",
        &[Stride::Tampering, Stride::ElevationOfPrivilege],
        "LLM01",
        &[("atlas", "AML.T0051.000")],
    ),
    (
        "rag-overexposure",
        "Answers carry documents that the asker may not read",
        &[Stride::InformationDisclosure],
        "LLM02",
        &[],
    ),
    ("denial-of-wallet", "Requests run up the bill", &[Stride::DenialOfService], "LLM10", &[]),
    (
        "provider-retention",
        "The provider keeps what it is sent",
        &[Stride::InformationDisclosure],
        "LLM02",
        &[],
    ),
    ("model-extraction", "The model is copied by asking it", &[Stride::InformationDisclosure], "LLM10", &[]),
    ("flow-tamper", "Data is changed on its way", &[Stride::Tampering], "", &[]),
    ("user-spoof", "Somebody passes for a user", &[Stride::Spoofing], "", &[]),
];

fn c(name: &str) -> ControlId {
    ControlId::new(CONTROLS.iter().position(|k| k.0 == name).unwrap())
}

fn k(name: &str) -> KindId {
    KindId::new(KINDS.iter().position(|k| k.0 == name).unwrap())
}

fn r(name: &str) -> RuleId {
    RuleId::new(RULES.iter().position(|k| k.0 == name).unwrap())
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn catalog(x: &dyn Fn(&str) -> String) -> Catalog {
    let reference = |f: &str, id: &str| Reference { framework: f.into(), id: id.into() };
    Catalog {
        edition: "2026.1".into(),
        kinds: KINDS
            .iter()
            .map(|(name, label, root)| Kind {
                sets: vec![],
                tags: vec![],
                own: false,
                name: (*name).into(),
                was: vec![],
                label: x(label),
                parents: vec![],
                above: vec![],
                root: *root,
                icon: None,
                layer: None,
                about: x("A kind."),
                trust: None,
                defaults: vec![],
                class: None,
                integrity: None,
                availability: None,
                personal: None,
            })
            .collect(),
        properties: vec![Property {
            name: "deployed".into(),
            about: x("Where it runs."),
            ty: PropertyType::Text,
            default: Literal::Text(String::new()),
            on: vec![],
        }],
        controls: CONTROLS
            .iter()
            .map(|(name, label)| ControlKind {
                default_for: Vec::new(),
                name: (*name).into(),
                label: x(label),
                group: "runtime".into(),
                about: x("What is true when it is in force."),
                reach: Reach::Target,
                acts: Vec::new(),
                verifies: Vec::new(),
                refs: vec![],
                was: vec![],
                tags: vec![x("baseline")],
                own: false,
            })
            .collect(),
        rules: RULES
            .iter()
            .map(|(name, title, stride, llm, refs)| Rule {
                about: String::new(),
                name: (*name).into(),
                was: vec![],
                title: x(title),
                stride: stride.to_vec(),
                harm: None,
                on: Subject::Flow,
                when: None,
                refines: vec![],
                likelihood: 4,
                floor: 1,
                impact: 4,
                lowered_by: vec![(c("rate_limit"), 1), (c("prompt_guard"), 2)],
                softened_by: vec![],
                scenario: x(
                    "Somebody plants a **page** for {start} in {data}. It `tells` the model what to say.",
                ),
                mitigation: x("Sign {data}, and see [the guide](https://example.com/guide)."),
                phase: vec!["runtime".into()],
                layer: Some(x("data_operations")),
                test: if *name == "rag-poison" {
                    vec![reference("garak", "latentinjection")]
                } else {
                    vec![]
                },
                refs: refs
                    .iter()
                    .map(|(f, id)| reference(f, id))
                    .chain((!llm.is_empty()).then(|| reference("owasp-llm-2025", llm)))
                    .collect(),
                family: if *name == "rag-poison" { vec![x("content"), x("retrieval")] } else { vec![] },
                tags: if *name == "rag-poison" { vec![x("2026")] } else { vec![] },
                own: false,
            })
            .collect(),
    }
}

const SOURCE: &str =
    "model \"Documentation assistant\" {\n}\nvisitor -> waf \"question\"\ncrawler -> index\n";

pub fn plain() -> Fixture {
    fixture(&str::to_owned)
}

/// The fixture, each of its free texts passed through `x`.
pub fn fixture(x: &dyn Fn(&str) -> String) -> Fixture {
    let some = |t: &str| Some(x(t));
    let mut sources = Sources::new();
    let file = sources.add(x("rag.tm"), SOURCE);
    let span = |line: usize| {
        let start: usize = SOURCE.split_inclusive('\n').take(line).map(str::len).sum();
        Span::new(file, start, start + 5)
    };

    const VISITOR: ElementId = ElementId(0);
    const WEB: ElementId = ElementId(1);
    const LLM: ElementId = ElementId(2);
    const GATEWAY: ElementId = ElementId(3);
    const CHAT: ElementId = ElementId(4);
    const INDEX: ElementId = ElementId(5);
    const CRAWLER: ElementId = ElementId(6);
    let element = |name: &str, label: &str, kind: &str, boundary: Option<u32>, zone: u32, trust: Trust| {
        model::Element {
            name: name.into(),
            label: x(label),
            kind: k(kind),
            boundary: boundary.map(BoundaryId),
            zone: ZoneId(zone),
            trust,
            stores: vec![],
            holds: vec![],
            runs_on: vec![],
            lacks: vec![],
            out_of_scope: None,
            properties: vec![],
            about: x(""),
            owner: some("Team A"),
            was: vec![],
            tags: vec![x("tag")],
            icon: None,
            span: span(2),
        }
    };
    let mut elements = vec![
        element("visitor", "Visitor", "anonymous_user", None, 2, Trust::Untrusted),
        element("web", "Public web", "public_web", None, 3, Trust::Untrusted),
        element("llm", "Hosted LLM", "model_provider", None, 4, Trust::Partner),
        element("gateway", "API gateway", "gateway", Some(0), 0, Trust::Internal),
        element("chat", "Haystack pipeline", "inference_api", Some(1), 1, Trust::Restricted),
        element("index", "Vector index", "rag_store", Some(1), 1, Trust::Restricted),
        element("crawler", "Crawler", "data_ingestion", Some(1), 1, Trust::Restricted),
    ];
    elements[4].lacks = vec![c("output_filtering")];
    elements[4].properties = vec![(PropertyId(0), Literal::Text(x("cloud")))];
    elements[5].stores = vec![DataId(0)];
    elements[2].out_of_scope = some("The vendor's own business.");
    let boundary = |name: &str, label: &str, parent, trust, zone| model::Boundary {
        name: name.into(),
        label: x(label),
        parent,
        trust,
        declares_trust: true,
        apart: false,
        implied: false,
        zone: ZoneId(zone),
        about: x("A frame."),
        owner: some("Platform"),
        was: vec![],
        tags: vec![],
        span: span(2),
    };
    let datum = |name: &str, label: &str, kind: &str, class, personal| model::Data {
        name: name.into(),
        label: x(label),
        kind: k(kind),
        class,
        integrity: Level::Medium,
        availability: Level::Low,
        personal,
        from: vec![],
        about: x("What it is."),
        owner: None,
        was: vec![],
        tags: vec![],
        span: span(2),
    };
    let data = vec![
        datum("handbook", "Company documents", "documents", Class::Confidential, false),
        datum("pages", "Crawled pages", "documents", Class::Public, false),
        datum("question", "User questions", "prompts", Class::Internal, true),
        datum("reply", "Answers", "answers", Class::Internal, false),
    ];
    let (handbook, pages, question, reply) = (DataId(0), DataId(1), DataId(2), DataId(3));
    let flow = |id: &str,
                source,
                target,
                label: Option<&str>,
                sends: &[DataId],
                writes: &[DataId],
                returns: &[DataId]| {
        model::Flow {
            id: id.into(),
            name: None,
            source,
            target,
            label: label.map(x),
            sends: sends.to_vec(),
            writes: writes.to_vec(),
            returns: returns.to_vec(),
            via: vec![],
            protocol: some("https"),
            one_way: false,
            declares: true,
            lacks: vec![],
            twin: None,
            about: x("How it goes."),
            owner: None,
            was: vec![],
            tags: vec![],
            span: span(2),
        }
    };
    let mut flows = vec![
        flow("visitor->gateway", VISITOR, GATEWAY, Some("question"), &[question], &[], &[reply]),
        flow("gateway->chat", GATEWAY, CHAT, None, &[question], &[], &[reply]),
        flow("chat->index", CHAT, INDEX, Some("query"), &[question], &[], &[handbook, pages]),
        flow("chat->llm", CHAT, LLM, Some("augmented prompt"), &[question, handbook, pages], &[], &[reply]),
        flow("crawler->web", CRAWLER, WEB, Some("fetch"), &[], &[], &[pages]),
        flow("crawler->index", CRAWLER, INDEX, None, &[], &[pages], &[]),
    ];
    flows[5].span = span(3);
    let movements: Vec<Movement> = flows
        .iter()
        .enumerate()
        .flat_map(|(i, f)| {
            let one = |forward: bool| Movement {
                flow: FlowId::new(i),
                forward,
                sender: if forward { f.source } else { f.target },
                receiver: if forward { f.target } else { f.source },
                data: if forward { [f.sends.clone(), f.writes.clone()].concat() } else { f.returns.clone() },
                content: true,
                stays: false,
                level: Trust::Untrusted,
            };
            [one(true), one(false)]
        })
        .collect();
    let crossing = |number: u32, flow: u32, out_of: &[u32], into: &[u32], forward, back| Crossing {
        number,
        flow: FlowId(flow),
        out_of: out_of.iter().map(|&b| BoundaryId(b)).collect(),
        into: into.iter().map(|&b| BoundaryId(b)).collect(),
        forward,
        back: Some(back),
    };
    let crossings = vec![
        crossing(1, 0, &[], &[0], Slope::Up, Slope::Down),
        crossing(2, 1, &[], &[1], Slope::Up, Slope::Down),
        crossing(3, 3, &[1, 0], &[], Slope::Down, Slope::Up),
        crossing(4, 4, &[1, 0], &[], Slope::Down, Slope::Up),
    ];
    let crossing_of = [Some(0), Some(1), None, Some(2), Some(3), None].map(|n| n.map(CrossingId)).to_vec();

    let placed = |target: Target| Placed { target, span: span(2) };
    let own = model::OwnControl {
        name: "prompt_firewall".into(),
        label: x("Prompt firewall"),
        kind: c("prompt_guard"),
        on: vec![placed(Target::Flows(vec![FlowId(0)]))],
        status: ControlStatus::Planned,
        evidence: some("runs/41"),
        verified: None,
        due: Some(date("2026-03-01")),
        owner: some("Ana"),
        ticket: some("SEC-12"),
        about: x("Reads every prompt."),
        tags: vec![x("bought")],
        span: span(2),
    };
    let stands = |control: &str, place, own: Option<u32>| model::Placement {
        control: c(control),
        place,
        status: if own.is_some() { ControlStatus::Planned } else { ControlStatus::Implemented },
        own: own.map(OwnControlId),
        span: span(2),
    };
    let placements = vec![
        stands("audit_log", Place::Boundary(BoundaryId(0)), None),
        stands("auth", Place::Element(GATEWAY), None),
        stands("rate_limit", Place::Element(GATEWAY), None),
        stands("tls", Place::Flow(FlowId(0)), None),
        stands("prompt_guard", Place::Flow(FlowId(0)), Some(0)),
    ];
    let response = |kind, rule: &str, on| model::Response {
        kind,
        rule: r(rule),
        on: placed(on),
        because: some("Contract, clause 7."),
        by: some("CISO"),
        owner: some("Ana"),
        ticket: some("SEC-13"),
        with: vec![],
        takes: None,
        due: None,
        at: None,
        until: None,
        to: None,
        likelihood: None,
        impact: None,
        tags: vec![x("audit")],
        rule_span: span(2),
        span: span(2),
        whole: span(2),
    };
    let responses = vec![
        model::Response {
            with: vec![With::Own(OwnControlId(0))],
            due: Some(date("2026-12-01")),
            ..response(ResponseKind::Mitigate, "prompt-injection-direct", Target::Flows(vec![FlowId(0)]))
        },
        model::Response {
            at: Some(RiskLevel::Medium),
            until: Some(date("2027-06-30")),
            ..response(ResponseKind::Accept, "provider-retention", Target::Element(LLM))
        },
        model::Response {
            to: some("CDN provider"),
            ..response(ResponseKind::Transfer, "denial-of-wallet", Target::Flows(vec![FlowId(0)]))
        },
        response(ResponseKind::Dismiss, "model-extraction", Target::Element(LLM)),
        model::Response {
            likelihood: Some(4),
            impact: Some(4),
            ..response(ResponseKind::Rated, "rag-poison", Target::Flows(vec![FlowId(5)]))
        },
        model::Response {
            until: Some(date("2026-01-01")),
            ..response(ResponseKind::Accept, "user-spoof", Target::AnyFlow)
        },
    ];

    let rating = |likelihood, impact| Rating { likelihood, impact };
    let threat = |rule: &str, target, id: &str, inherent, residual, forecast, status| {
        let (_, _, stride, _, _) = RULES[r(rule).index()];
        Threat {
            id: format!("{rule}@{id}"),
            rule: r(rule),
            target,
            stride: stride.to_vec(),
            harm: None,
            movement: None,
            facts: vec![Fact {
                condition: Condition { not: false, atom: Atom::Crosses(None) },
                movement: Some(MovementId(0)),
                elements: vec![VISITOR],
                data: vec![question],
            }],
            start: Start::Elements([VISITOR].into()),
            path: [Step { flow: FlowId(0), forward: true }, Step { flow: FlowId(1), forward: true }].into(),
            stakes: [question, handbook].into(),
            inherent,
            residual,
            forecast,
            credited: vec![Credit {
                control: c("rate_limit"),
                place: Place::Element(GATEWAY),
                in_force: true,
                steps: 1,
                softens: false,
                because: x("every path from Visitor passes it"),
            }],
            uncredited: vec![Uncredited {
                control: c("tls"),
                place: Place::Flow(FlowId(0)),
                because: x("the attacker is at the other end of it"),
            }],
            status,
            response: None,
            rated: None,
            missing: None,
            refined_by: None,
            refines: vec![],
            closed_by: vec![vec![c("provenance")], vec![c("prompt_guard"), c("auth")]],
            dread: DreadParts {
                damage: 8,
                reproducibility: 8,
                exploitability: 6,
                affected_users: 8,
                discoverability: 6,
            },
        }
    };
    let on_flow = |f| ThreatTarget::Flow(FlowId(f));
    let mut threats = vec![
        threat(
            "rag-poison",
            on_flow(5),
            "crawler->index",
            rating(4, 4),
            rating(4, 4),
            rating(4, 4),
            Status::Open,
        ),
        threat(
            "prompt-injection-direct",
            on_flow(0),
            "visitor->gateway",
            rating(5, 4),
            rating(3, 4),
            rating(1, 4),
            Status::Planned,
        ),
        threat(
            "rag-overexposure",
            ThreatTarget::Element(CHAT),
            "chat",
            rating(3, 4),
            rating(3, 4),
            rating(3, 4),
            Status::Open,
        ),
        threat(
            "user-spoof",
            on_flow(0),
            "visitor->gateway",
            rating(3, 3),
            rating(2, 3),
            rating(2, 3),
            Status::Open,
        ),
        threat(
            "provider-retention",
            ThreatTarget::Element(LLM),
            "llm",
            rating(3, 3),
            rating(3, 3),
            rating(3, 3),
            Status::Accepted,
        ),
        threat(
            "denial-of-wallet",
            on_flow(0),
            "visitor->gateway",
            rating(4, 3),
            rating(3, 3),
            rating(3, 3),
            Status::Transferred,
        ),
        threat(
            "flow-tamper",
            on_flow(0),
            "visitor->gateway",
            rating(3, 3),
            rating(1, 3),
            rating(1, 3),
            Status::Mitigated,
        ),
        threat(
            "flow-tamper",
            on_flow(5),
            "crawler->index",
            rating(3, 3),
            rating(3, 3),
            rating(3, 3),
            Status::Refined,
        ),
        threat(
            "model-extraction",
            ThreatTarget::Element(LLM),
            "llm",
            rating(2, 3),
            rating(2, 3),
            rating(2, 3),
            Status::Dismissed,
        ),
        threat(
            "user-spoof",
            ThreatTarget::Model,
            "model",
            rating(2, 2),
            rating(2, 2),
            rating(2, 2),
            Status::Tolerated,
        ),
    ];
    threats[0].rated = Some(trustline::analysis::Response(4));
    threats[0].credited.push(Credit {
        control: c("prompt_guard"),
        place: Place::Flow(FlowId(5)),
        in_force: false,
        steps: 2,
        softens: false,
        because: x("it is on the flow"),
    });
    threats[0].refines = vec![ThreatId(7)];
    threats[0].path =
        [Step { flow: FlowId(4), forward: false }, Step { flow: FlowId(5), forward: true }].into();
    threats[0].start = Start::Elements([WEB].into());
    threats[7].refined_by = Some(ThreatId(0));
    threats[2].missing = Some(c("output_filtering"));
    threats[1].response = Some(trustline::analysis::Response(0));
    threats[4].response = Some(trustline::analysis::Response(1));
    threats[5].response = Some(trustline::analysis::Response(2));
    threats[8].response = Some(trustline::analysis::Response(3));
    threats[9].start = Start::Outside;

    let facts = |d: &model::Data, class, from: &[DataId], found| DataFacts {
        class,
        integrity: d.integrity,
        availability: d.availability,
        personal: d.personal,
        from: from.to_vec(),
        found,
    };
    let check = |element, control: &str, state, place, own| Check {
        element,
        control: c(control),
        state,
        place,
        own,
        known: false,
    };
    let analysis = Analysis {
        today: date("2026-10-01"),
        appetite: RiskLevel::Low,
        views: Vec::new(),
        data: vec![
            facts(&data[0], Class::Confidential, &[], false),
            facts(&data[1], Class::Public, &[], false),
            facts(&data[2], Class::Internal, &[], false),
            facts(&data[3], Class::Confidential, &[question, handbook, pages], true),
        ],
        of_flow: (0..6)
            .map(|i| FlowMovements { forward: MovementId(2 * i), back: Some(MovementId(2 * i + 1)) })
            .collect(),
        movements,
        crossings,
        crossing_of,
        taint: [None, None, Some(6), Some(0), Some(2), Some(10), Some(9)]
            .map(|by| Taint { level: by.map(|_| Trust::Untrusted), by: by.map(MovementId) })
            .to_vec(),
        exposure: vec![
            Exposure {
                level: Some(Trust::Untrusted),
                path: vec![MovementId(5), MovementId(3), MovementId(1)],
            },
            Exposure { level: Some(Trust::Untrusted), path: vec![MovementId(5)] },
            Exposure { level: Some(Trust::Partner), path: vec![MovementId(6)] },
            Exposure { level: None, path: vec![] },
        ],
        stored: vec![vec![], vec![], vec![], vec![], vec![], vec![handbook, pages], vec![]],
        incoming: vec![vec![]; 7],
        outgoing: vec![vec![]; 7],
        threats,
        entries: vec![
            trustline::analysis::Entry {
                movement: MovementId(0),
                checked: Some((x("API gateway"), vec![c("auth"), c("rate_limit")])),
            },
            trustline::analysis::Entry { movement: MovementId(9), checked: None },
        ],
        requirements: vec![RequirementResult {
            kept: vec![ThreatTarget::Element(GATEWAY)],
            broken: vec![ThreatTarget::Element(CHAT)],
        }],
        checklist: vec![
            check(GATEWAY, "auth", CheckState::Done, Some(Place::Element(GATEWAY)), None),
            check(GATEWAY, "rate_limit", CheckState::Planned, Some(Place::Flow(FlowId(0))), None),
            check(
                CHAT,
                "prompt_guard",
                CheckState::Planned,
                Some(Place::Flow(FlowId(0))),
                Some(OwnControlId(0)),
            ),
            Check { known: true, ..check(CHAT, "auth", CheckState::Missing, None, None) },
        ],
        paths: paths(handbook, x),
        stale: Vec::new(),
        diagnostics: vec![Diagnostic::new(
            Code::find("stale-response").unwrap(),
            span(2),
            x("user-spoof was accepted until 2026-01-01"),
        )],
    };
    let mut model = Model::empty(catalog(x));
    model.info = Info {
        title: x("Documentation assistant"),
        owner: some("Applied AI"),
        version: some("2.1"),
        edition: Some("2026.1".into()),
        appetite: Some(RiskLevel::Low),
        marking: some("TLP:AMBER"),
        review_days: Some(90),
        eu_ai_act: Some(AiActClass::Limited),
        about: x(
            "Answers questions from company documents for a **public** audience.\n\n- first\n- second\n",
        ),
        lints: vec![],
        tags: vec![x("rag")],
        span: Some(span(0)),
    };
    model.boundaries = vec![
        boundary("cloud", "Cloud account", None, Trust::Internal, 0),
        boundary("app", "Application VPC", Some(BoundaryId(0)), Trust::Restricted, 1),
    ];
    model.elements = elements;
    model.data = data;
    model.flows = flows;
    model.zones = vec![
        Zone::Boundary(BoundaryId(0)),
        Zone::Boundary(BoundaryId(1)),
        Zone::Element(VISITOR),
        Zone::Element(WEB),
        Zone::Element(LLM),
    ];
    model.controls = vec![own];
    model.placements = placements;
    model.responses = responses;
    model.requirements = vec![model::Requirement {
        control: c("auth"),
        on: placed(Target::AnyKind(k("inference_api"))),
        when: Some(When {
            alternatives: vec![Alternative { tries: Tries::Either, literals: vec![] }],
            text: x("element.exposed"),
        }),
        because: some("Policy 7."),
        tags: vec![x("policy")],
        span: span(2),
    }];
    model.off = vec![SwitchedOff {
        rule: r("flow-tamper"),
        because: some("Answers quote their passages."),
        tags: vec![x("noise")],
        span: span(2),
    }];
    model.attackers = vec![model::Attacker {
        name: "anyone".into(),
        label: x("Anonymous user"),
        from: vec![VISITOR],
        wants: vec![placed(Target::Data(handbook))],
        skill: Some(Level::Low),
        motive: some("Curiosity, resale"),
        about: x("Anybody."),
        tags: vec![x("external")],
        span: span(2),
    }];
    model.assumptions = vec![
        model::Assumption {
            text: x("The CDN terminates TLS 1.3 only."),
            about: vec![placed(Target::Flows(vec![FlowId(0)]))],
            confirmed: None,
            owner: some("Ana"),
            tags: vec![x("network")],
            span: span(2),
        },
        model::Assumption {
            text: x("Logs are kept for 30 days."),
            about: vec![placed(Target::Boundary(BoundaryId(0)))],
            confirmed: some("Bo"),
            owner: None,
            tags: vec![],
            span: span(2),
        },
    ];
    model.questions = vec![
        model::Question {
            text: x("Who may re-index the documents?"),
            about: vec![placed(Target::Element(INDEX))],
            owner: some("Data team"),
            due: Some(date("2026-09-01")),
            answer: None,
            tags: vec![x("data")],
            span: span(2),
        },
        model::Question {
            text: x("Is the index encrypted?"),
            about: vec![placed(Target::All)],
            owner: None,
            due: None,
            answer: some("Yes."),
            tags: vec![],
            span: span(2),
        },
    ];
    model.tests = vec![model::Test {
        rule: r("prompt-injection-direct"),
        on: placed(Target::Flows(vec![FlowId(0)])),
        date: Some(date("2026-09-12")),
        by: some("Red team"),
        with: some("garak"),
        result: Outcome::Partly,
        evidence: some("runs/41"),
        note: some("Two of 200 got through."),
        tags: vec![x("garak")],
        span: span(2),
        whole: span(2),
    }];
    model.reviews = vec![model::Review {
        date: date("2026-06-01"),
        by: some("Security guild"),
        note: some("No new crossings."),
        tags: vec![x("yearly")],
        span: span(2),
    }];
    model.views = vec![];
    Fixture { model, analysis, sources }
}

/// Two ways of the one attacker, a chokepoint, an agent that joins, and a supply chain.
fn paths(handbook: DataId, x: &dyn Fn(&str) -> String) -> paths::Paths {
    use trustline::analysis::paths::*;
    const VISITOR: ElementId = ElementId(0);
    const LLM: ElementId = ElementId(2);
    const GATEWAY: ElementId = ElementId(3);
    const CHAT: ElementId = ElementId(4);
    const INDEX: ElementId = ElementId(5);
    let step = |flow, forward, from, to, state, threats: &[u32], stopped: &[u32]| PathStep {
        step: Step { flow: FlowId(flow), forward },
        from,
        to,
        leg: if forward { Leg::In } else { Leg::Out },
        state,
        threats: threats.iter().copied().map(ThreatId).collect(),
        stopped: stopped.iter().copied().map(ThreatId).collect(),
        decisive: !threats.is_empty(),
    };
    let way = |held: bool| AttackPath {
        start: VISITOR,
        goal: INDEX,
        data: Some(handbook),
        reader: if held { None } else { Some(VISITOR) },
        steps: vec![
            step(0, true, VISITOR, GATEWAY, StepState::Open, &[0, 1], &[]),
            step(1, true, GATEWAY, CHAT, StepState::Free, &[], &[]),
            if held {
                step(2, true, CHAT, INDEX, StepState::Held, &[], &[4])
            } else {
                step(2, true, CHAT, INDEX, StepState::Free, &[], &[])
            },
            step(2, false, INDEX, CHAT, StepState::Open, &[2], &[]),
        ],
        state: if held { PathState::Hindered } else { PathState::Open },
        ease: if held { 0.128 } else { 0.64 },
        cut_by: if held { Vec::new() } else { vec![(ControlId(0), Place::Element(GATEWAY))] },
        held_by: None,
    };
    let pass = |flow, forward, from, to| Pass { step: Step { flow: FlowId(flow), forward }, from, to };
    Paths {
        attacks: vec![vec![Want { ways: vec![way(false), way(true)], more: true, ..Want::default() }]],
        chokepoints: vec![Chokepoint {
            control: ControlId(0),
            place: Place::Element(GATEWAY),
            planned: true,
            attackers: vec![Cut { attacker: 0, cut: 1, harder: 0 }],
            changes: vec![(ThreatId(0), Rating { likelihood: 1, impact: 4 })],
        }],
        joins: vec![Join {
            element: CHAT,
            threats: vec![ThreatId(2)],
            data: vec![handbook],
            sources: vec![VISITOR],
            outlet: LLM,
            private: vec![pass(2, false, INDEX, CHAT)],
            content: vec![pass(0, true, VISITOR, GATEWAY), pass(1, true, GATEWAY, CHAT)],
            out: vec![pass(3, true, CHAT, LLM)],
            text: x("Haystack pipeline has private data"),
        }],
        supply: vec![SupplyChain {
            data: handbook,
            source: VISITOR,
            end: CHAT,
            hops: vec![
                SupplyHop {
                    pass: pass(0, true, VISITOR, GATEWAY),
                    data: vec![handbook],
                    crosses: true,
                    verified: false,
                    in_force: Vec::new(),
                    planned: vec![(ControlId(0), Place::Element(GATEWAY))],
                },
                SupplyHop {
                    pass: pass(1, true, GATEWAY, CHAT),
                    data: vec![handbook],
                    crosses: false,
                    verified: false,
                    in_force: Vec::new(),
                    planned: Vec::new(),
                },
            ],
        }],
    }
}
