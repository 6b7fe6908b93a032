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
use trustline::source::{Sources, Span};

mod catalog;
mod ways;

pub use catalog::Table;
use catalog::{RULES, c, catalog, date, k, r};

pub struct Fixture {
    pub model: Model,
    pub analysis: Analysis,
    pub sources: Sources,
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
            none_of: vec![],
            boundary: boundary.map(BoundaryId),
            zone: ZoneId(zone),
            trust,
            declares_trust: false,
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
        paths: ways::paths(handbook, x),
        stale: Vec::new(),
        diagnostics: vec![Diagnostic::new(
            Code::find("stale-response").unwrap(),
            span(2),
            x("user-spoof was accepted until 2026-01-01"),
        )],
    };
    let mut model = Model::empty(catalog(x).into());
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
