//! A small model with its analysis, made by hand. Every free text passes through a function, so
//! that a test can put anything into it.

use trustline::analysis::checklist::{Check, CheckState};
use trustline::analysis::*;
use trustline::catalog::*;
use trustline::diagnostic::{Code, Diagnostic};
use trustline::model::parts::Place;
use trustline::model::responses::RiskLevel;
use trustline::model::statements::AiActClass;
use trustline::model::{self, *};
use trustline::source::{Sources, Span};

mod catalog;
mod decisions;
mod parts;
mod threats;
mod ways;

pub use catalog::Table;
use catalog::{c, catalog, date};
use parts::*;

/// Through what each free text passes.
type Texts<'a> = &'a dyn Fn(&str) -> String;
/// The place of something in a line.
type Spans<'a> = &'a dyn Fn(usize) -> Span;

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
pub fn fixture(x: Texts<'_>) -> Fixture {
    let some = |t: &str| Some(x(t));
    let mut sources = Sources::new();
    let file = sources.add(x("rag.tm"), SOURCE);
    let span = |line: usize| {
        let start: usize = SOURCE.split_inclusive('\n').take(line).map(str::len).sum();
        Span::new(file, start, start + 5)
    };

    let data = parts::data(x, &span);
    let flows = parts::flows(x, &span);
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
            facts(&data[3], Class::Confidential, &[QUESTION, HANDBOOK, PAGES], true),
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
        stored: vec![vec![], vec![], vec![], vec![], vec![], vec![HANDBOOK, PAGES], vec![]],
        incoming: vec![vec![]; 7],
        outgoing: vec![vec![]; 7],
        threats: threats::threats(x),
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
        paths: ways::paths(HANDBOOK, x),
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
    model.boundaries = parts::boundaries(x, &span);
    model.elements = parts::elements(x, &span);
    model.data = data;
    model.flows = flows;
    model.zones = vec![
        Zone::Boundary(BoundaryId(0)),
        Zone::Boundary(BoundaryId(1)),
        Zone::Element(VISITOR),
        Zone::Element(WEB),
        Zone::Element(LLM),
    ];
    decisions::answer(&mut model, x, &span);
    decisions::tell(&mut model, x, &span);
    model.views = vec![];
    Fixture { model, analysis, sources }
}
