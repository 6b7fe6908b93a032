//! What follows from a model: a test for each sentence of the language's meaning.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use trustline::analysis::{Analysis, Slope, Start, Status, Teller, Threat, analyse};
use trustline::catalog::{Class, Trust};
use trustline::model::responses::RiskLevel;
use trustline::model::{ElementId, Entry, FlowId, Model, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

struct Case {
    model: Model,
    analysis: Analysis,
}

/// Analyses a text as of 2026-10-01; errors in it fail the test.
fn case(text: &str) -> Case {
    let files = Memory::new([("/m.tm", text)]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve(&read);
    let all = || read.diagnostics.iter().chain(&resolved.diagnostics);
    assert!(!all().any(|d| d.is_error()), "{:#?}", all().collect::<Vec<_>>());
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    Case { model: resolved.model, analysis }
}

impl Case {
    fn element(&self, name: &str) -> ElementId {
        let i = self.model.elements.iter().position(|e| e.name == name);
        ElementId::new(i.unwrap_or_else(|| panic!("no element {name}")))
    }

    fn flow(&self, id: &str) -> FlowId {
        let i = self.model.flows.iter().position(|f| f.id == id);
        FlowId::new(i.unwrap_or_else(|| panic!("no flow {id}")))
    }

    fn taint(&self, name: &str) -> Option<Trust> {
        self.analysis.taint[self.element(name).index()].level
    }

    fn exposure(&self, data: &str) -> Option<Trust> {
        let i = self.model.data.iter().position(|d| d.name == data).unwrap();
        self.analysis.exposure[i].level
    }

    fn class(&self, data: &str) -> Class {
        let i = self.model.data.iter().position(|d| d.name == data).unwrap();
        self.analysis.data[i].class
    }

    fn slope(&self, flow: &str) -> (Slope, Option<Slope>) {
        let c = self.analysis.crossing(self.flow(flow)).expect("a crossing");
        (c.forward, c.back)
    }

    fn teller(&self) -> Teller<'_> {
        Teller::new(&self.model, &self.analysis)
    }

    fn has(&self, id: &str) -> bool {
        self.analysis.find(id).is_some()
    }

    fn threat(&self, id: &str) -> &Threat {
        self.analysis.find(id).unwrap_or_else(|| {
            let all: Vec<_> = self.analysis.threats.iter().map(|t| &t.id).collect();
            panic!("no {id} among {all:#?}")
        })
    }

    fn credited(&self, id: &str) -> Vec<&str> {
        let name = |c: trustline::catalog::ControlId| self.model.catalog.controls[c.index()].name.as_str();
        self.threat(id).credited.iter().filter(|c| c.in_force).map(|c| name(c.control)).collect()
    }

    fn uncredited(&self, id: &str) -> Vec<(&str, &str)> {
        let name = |c: trustline::catalog::ControlId| self.model.catalog.controls[c.index()].name.as_str();
        self.threat(id).uncredited.iter().map(|c| (name(c.control), c.because.as_str())).collect()
    }

    fn warns(&self, code: &str) -> usize {
        self.analysis.diagnostics.iter().filter(|d| d.code.name() == code).count()
    }
}

/// A rule of the test's own, so that no test hangs on the built-in catalog's scores.
const RULE: &str = r#"
threat probe "Probe" {
  stride: information_disclosure
  on: flow
  when: crosses
  likelihood: 4
  impact: 3
  lowered_by: { rate_limit: 2, tls: 1, auth: 1 }
  scenario: "S"
  mitigation: "M"
}
"#;

// Movement and crossings

#[test]
fn a_flow_moves_data_at_most_twice() {
    let c = case(
        "documents d \"D\"\nboundary b { trust: internal\n web_app w\n database s }\n\
         end_user u\nu -> w { sends: [d], returns: [d] }\nw -> s { writes: [d], one_way: true }",
    );
    let ways = |f: &str| c.analysis.of_flow[c.flow(f).index()];
    let m = &c.analysis.movements[ways("u->w").forward.index()];
    assert!(m.forward && m.sender == c.element("u") && m.receiver == c.element("w"));
    let back = &c.analysis.movements[ways("u->w").back.unwrap().index()];
    assert!(!back.forward && back.sender == c.element("w") && back.content);
    assert_eq!(ways("w->s").back, None, "one_way has no answer at all");
}

#[test]
fn an_answer_that_is_not_declared_has_no_content_and_a_bare_flow_sends_something() {
    let c = case("documents d\nweb_app a\nweb_app b\na -> b { sends: [d] }\nb -> a");
    let m = |f: &str| {
        let w = c.analysis.of_flow[c.flow(f).index()];
        (
            c.analysis.movements[w.forward.index()].content,
            c.analysis.movements[w.back.unwrap().index()].content,
        )
    };
    assert_eq!(m("a->b"), (true, false));
    assert_eq!(m("b->a"), (true, false));
}

#[test]
fn up_and_down_are_of_a_movement() {
    let c = case("boundary b { trust: internal\n web_app w }\nend_user u\nu -> w");
    assert_eq!(c.slope("u->w"), (Slope::Up, Some(Slope::Down)));
}

#[test]
fn equal_trust_is_level_from_internal_up_and_strange_below_or_apart() {
    let c = case(
        "boundary a { trust: internal\n web_app x }\nboundary b { trust: internal\n web_app y }\n\
         boundary t { trust: internal\n apart: true\n web_app z }\n\
         end_user u\npublic_web v\nx -> y\nx -> z\nu -> v",
    );
    assert_eq!(c.slope("x->y"), (Slope::Level, Some(Slope::Level)));
    assert_eq!(c.slope("x->z"), (Slope::Strangers, Some(Slope::Strangers)));
    assert_eq!(c.slope("u->v"), (Slope::Strangers, Some(Slope::Strangers)));
}

#[test]
fn a_flow_between_zones_is_one_crossing_and_lists_its_boundaries() {
    let c = case(
        "boundary net { trust: untrusted\n end_user u }\n\
         boundary outer { trust: internal\n boundary inner { database d }\n web_app w }\n\
         u -> d { sends: [q] }\nw -> d\nprompts q\nw -> w2\nweb_app w2",
    );
    let crossing = c.analysis.crossing(c.flow("u->d")).unwrap();
    let names = |ids: &[trustline::model::BoundaryId]| -> Vec<&str> {
        ids.iter().map(|b| c.model.boundaries[b.index()].name.as_str()).collect()
    };
    assert_eq!(crossing.number, 1);
    assert_eq!(names(&crossing.out_of), ["net"]);
    assert_eq!(names(&crossing.into), ["outer", "inner"]);
    assert_eq!(c.analysis.crossing(c.flow("w->d")).unwrap().number, 2, "numbered in the order of the text");
    assert_eq!(c.analysis.crossings.len(), 3);
}

#[test]
fn a_model_without_crossings_is_told_so() {
    let c = case("boundary b { trust: internal\n web_app w\n database d }\nw -> d");
    assert_eq!(c.warns("no-crossing"), 1);
    assert_eq!(case("").warns("empty-model"), 1);
}

// Zones

#[test]
fn who_is_a_zone() {
    let c = case(
        "end_user u\nmodel_provider llm\nweb_app w\nboundary b { trust: restricted\n database d\n web_app odd { trust: partner } }",
    );
    let trust = |n: &str| c.model.elements[c.element(n).index()].trust;
    assert_eq!(trust("u"), Trust::Untrusted);
    assert_eq!(trust("llm"), Trust::Partner, "the kind brings its own trust");
    assert_eq!(trust("w"), Trust::Internal, "in the implied boundary");
    assert_eq!(trust("d"), Trust::Restricted);
    assert_eq!(trust("odd"), Trust::Partner);
    let zone = |n: &str| c.model.elements[c.element(n).index()].zone;
    assert_ne!(zone("odd"), zone("d"), "an element with its own trust is a zone of its own");
    assert!(c.model.boundaries.iter().any(|b| b.implied && b.name == "system"));
}

#[test]
fn trust_of_a_kind_counts_outside_boundaries_only() {
    let c = case("boundary b { trust: internal\n model_provider llm }");
    assert_eq!(c.model.elements[0].trust, Trust::Internal);
}

// Taint

#[test]
fn payroll_and_a_public_api_write_to_one_log_and_payroll_is_not_tainted() {
    let c = case(
        "logs l\nboundary b { trust: internal\n web_app api\n business_app payroll\n log_store log }\n\
         anonymous_user u\nu -> api\napi -> log { writes: [l] }\npayroll -> log { writes: [l] }",
    );
    assert_eq!(c.taint("log"), Some(Trust::Untrusted));
    assert_eq!(c.taint("payroll"), None);
}

#[test]
fn a_store_passes_on_what_was_written_not_what_it_was_asked() {
    let text = |verb: &str| {
        format!(
            "documents d\nboundary b {{ trust: internal\n web_app w\n database s\n web_app r }}\n\
             anonymous_user u\nu -> w {{ sends: [d] }}\nw -> s {{ {verb}: [d] }}\nr -> s {{ returns: [d] }}"
        )
    };
    assert_eq!(case(&text("sends")).taint("r"), Some(Trust::Internal));
    assert_eq!(case(&text("writes")).taint("r"), Some(Trust::Untrusted));
}

#[test]
fn an_external_gives_at_its_own_trust_and_passes_on_only_if_it_is_a_process() {
    let text = |kind: &str| {
        format!(
            "documents d\nboundary b {{ trust: internal\n web_app w\n web_app r }}\nanonymous_user u\n{kind} x\n\
             u -> w {{ sends: [d] }}\nw -> x {{ sends: [d] }}\nr -> x {{ returns: [d] }}"
        )
    };
    assert_eq!(case(&text("partner")).taint("r"), Some(Trust::Partner));
    assert_eq!(case(&text("model_provider")).taint("r"), Some(Trust::Untrusted));
}

#[test]
fn what_goes_via_an_element_reaches_it() {
    let c = case(
        "prompts p\nboundary b { trust: internal\n web_app w\n guardrail g\n log_store l }\nanonymous_user u\n\
         u -> w { sends: [p], via: [g] }\ng -> l { writes: [p] }",
    );
    assert_eq!(c.taint("g"), Some(Trust::Untrusted));
    assert_eq!(c.taint("l"), Some(Trust::Untrusted));
}

#[test]
fn a_taint_has_its_path() {
    let c = case(
        "documents d\nboundary b { trust: internal\n data_ingestion crawler\n rag_store index }\npublic_web web\n\
         crawler -> web { returns: [d] }\ncrawler -> index { writes: [d] }",
    );
    let t = c.threat("rag-poison@crawler->index");
    let path: Vec<_> =
        t.path.iter().map(|s| (c.model.flows[s.flow.index()].id.as_str(), s.forward)).collect();
    assert_eq!(path, [("crawler->web", false), ("crawler->index", true)]);
    assert_eq!(t.start, Start::Elements([c.element("web")].into()));
}

/// A question to a store does not stay there, so no path leads through the store by it, though it
/// reaches the store first.
#[test]
fn a_path_goes_on_only_from_where_content_stays() {
    let c = case(
        "documents d\nprompts q\nboundary b { trust: internal\n web_app w\n data_ingestion i\n database s\n llm m }\n\
         anonymous_user u\nu -> w { sends: [d] }\nw -> s { sends: [q] }\nw -> i { sends: [d] }\ni -> s { writes: [d] }\n\
         m -> s { returns: [d] }",
    );
    let t = c.threat("prompt-injection-indirect@m->s");
    let path: Vec<_> = t.path.iter().map(|s| c.model.flows[s.flow.index()].id.as_str()).collect();
    assert_eq!(path, ["u->w", "w->i", "i->s", "m->s"]);
}

// Exposure and what comes along

#[test]
fn exposure_is_where_data_or_what_is_made_of_it_can_arrive() {
    let c = case(
        "documents handbook { class: confidential }\nprompts question\nanswers reply { from: [handbook] }\n\
         boundary b { trust: internal\n web_app w\n rag_store index { stores: [handbook] } }\nanonymous_user u\n\
         u -> w { sends: [question], returns: [reply] }\nw -> index { returns: [handbook] }",
    );
    assert_eq!(c.exposure("handbook"), Some(Trust::Untrusted));
    assert_eq!(c.exposure("question"), Some(Trust::Internal), "where it came from does not count");
    assert_eq!(c.class("reply"), Class::Confidential, "class comes along with `from`");
    let i = c.model.data.iter().position(|d| d.name == "handbook").unwrap();
    let flows: Vec<_> = c.analysis.exposure[i]
        .path
        .iter()
        .map(|m| c.model.flows[c.analysis.movements[m.index()].flow.index()].id.as_str())
        .collect();
    assert_eq!(flows, ["w->index", "u->w"]);
}

/// Two keep the data and give it to one another: whichever stands first in the text, it arrives at
/// both and at who stands between them, so where it came from is no answer for either alone.
#[test]
fn exposure_hangs_on_no_order() {
    let text = |first: &str, second: &str| {
        format!(
            "documents d {{ class: confidential }}\nboundary x {{ trust: internal\n web_app e\n {first} }}\n\
             boundary y {{ trust: restricted\n {second} }}\n\
             e -> a {{ writes: [d], returns: [d] }}\ne -> b {{ writes: [d], returns: [d] }}"
        )
    };
    let (a, b) = ("database a { trust: partner, stores: [d] }", "database b { stores: [d] }");
    assert_eq!(case(&text(a, b)).exposure("d"), Some(Trust::Internal));
    assert_eq!(case(&text(b, a)).exposure("d"), Some(Trust::Internal));
    // A copy that stands before what it was copied from is a copy all the same.
    let copied = |first: &str, second: &str| {
        let c = case(&format!(
            "weights w\nboundary x {{ trust: internal\n {first}\n {second} }}\nserver -> bucket {{ returns: [w] }}"
        ));
        c.exposure("w")
    };
    let (server, bucket) =
        ("inference_service server { holds: [w] }", "model_storage bucket { stores: [w] }");
    assert_eq!(copied(server, bucket), Some(Trust::Internal));
    assert_eq!(copied(bucket, server), Some(Trust::Internal));
}

#[test]
fn answers_without_from_derive_from_all_that_reached_their_giver() {
    let c = case(
        "documents handbook { class: secret, personal: true }\nprompts question { class: public }\nanswers reply\n\
         boundary b { trust: internal\n llm m\n database s { stores: [handbook] } }\nanonymous_user u\n\
         u -> m { sends: [question], returns: [reply] }\nm -> s { returns: [handbook] }",
    );
    assert_eq!(c.class("reply"), Class::Secret);
    let i = c.model.data.iter().position(|d| d.name == "reply").unwrap();
    assert!(c.analysis.data[i].found && c.analysis.data[i].personal);
}

// Where a control counts

#[test]
fn the_visitors_own_browser_protects_nobody() {
    let c = case(&format!(
        "{RULE}prompts p\nboundary net {{ trust: untrusted\n browser v {{ controls: [rate_limit] }} }}\n\
         boundary b {{ trust: internal\n web_app w {{ controls: [auth] }} }}\nv -> w {{ sends: [p], controls: [tls] }}"
    ));
    assert_eq!(c.credited("probe@v->w"), ["tls", "auth"]);
    let not = c.uncredited("probe@v->w");
    assert_eq!(not.len(), 1);
    assert_eq!(not[0].0, "rate_limit");
    assert!(not[0].1.contains("where the threat starts"), "{not:?}");
}

#[test]
fn a_gateways_rate_limit_counts_behind_it_until_a_second_way_is_drawn() {
    let text = |second: &str| {
        format!(
            "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n gateway waf {{ controls: [rate_limit, auth] }} }}\n\
             boundary b {{ trust: internal\n inference_api chat\n }}\nboundary c {{ trust: internal\n database d }}\n\
             v -> waf {{ sends: [p] }}\nwaf -> chat {{ sends: [p] }}\nchat -> d {{ sends: [p] }}\n{second}"
        )
    };
    let one = case(&text(""));
    assert_eq!(one.credited("probe@chat->d"), ["rate_limit"], "auth has no reach");
    assert!(one.uncredited("probe@chat->d").iter().any(|(c, _)| *c == "auth"));
    let two = case(&text("v -> chat { sends: [p] }"));
    assert_eq!(two.credited("probe@chat->d"), Vec::<&str>::new());
    assert!(
        two.uncredited("probe@chat->d").iter().any(|(c, why)| *c == "rate_limit" && why.contains("past"))
    );
}

#[test]
fn controls_count_on_the_flow_via_ends_and_boundaries_that_it_crosses() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n controls: [auth]\n guardrail g {{ controls: [rate_limit] }}\n web_app w }}\n\
         v -> w {{ sends: [p], via: [g], controls: [tls] }}"
    ));
    let mut all = c.credited("probe@v->w");
    all.sort_unstable();
    assert_eq!(all, ["auth", "rate_limit", "tls"]);
}

// Risk

#[test]
fn the_strongest_counts_in_full_and_the_others_one_more() {
    let text = |controls: &str| {
        format!(
            "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p], controls: [{controls}] }}"
        )
    };
    let residual = |controls: &str| case(&text(controls)).threat("probe@v->w").residual.likelihood;
    assert_eq!(residual(""), 4);
    assert_eq!(residual("tls"), 3);
    assert_eq!(residual("rate_limit"), 2);
    assert_eq!(residual("rate_limit, tls"), 1);
    assert_eq!(residual("rate_limit, tls, auth"), 1);
}

#[test]
fn impact_moves_by_the_highest_stake() {
    let text = |class: &str| {
        format!(
            "{RULE}documents d {{ class: {class} }}\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ returns: [d] }}"
        )
    };
    let impact = |class: &str| case(&text(class)).threat("probe@v->w").inherent.impact;
    assert_eq!(
        (impact("public"), impact("internal"), impact("confidential"), impact("secret")),
        (2, 3, 3, 4)
    );
}

#[test]
fn what_is_known_to_be_missing_raises_the_likelihood_and_confirms() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w {{ lacks: [auth] }} }}\nv -> w {{ sends: [p] }}"
    ));
    let t = c.threat("probe@v->w");
    assert!(t.is_confirmed());
    assert_eq!(t.inherent.likelihood, 5);
}

#[test]
fn rated_sets_the_inherent_values_and_nothing_else_moves_them() {
    let c = case(&format!(
        "{RULE}documents d {{ class: secret }}\nanonymous_user v\nboundary a {{ trust: internal\n web_app w {{ lacks: [auth] }} }}\n\
         v -> w {{ returns: [d] }}\nrated probe on v -> w {{ likelihood: 2, impact: 2, because: \"Seen.\", by: \"Ana\" }}"
    ));
    let t = c.threat("probe@v->w");
    assert_eq!((t.inherent.likelihood, t.inherent.impact), (2, 2));
    assert!(t.rated.is_some());
}

#[test]
fn planned_controls_count_in_the_forecast_alone() {
    let c = case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p] }}\n\
         control limiter: rate_limit \"Limiter\" {{ on: [w], status: planned }}"
    ));
    let t = c.threat("probe@v->w");
    assert_eq!((t.residual.likelihood, t.forecast.likelihood), (4, 2));
    assert_eq!(t.status, Status::Open, "2 x 3 is medium, above a low appetite");
    assert!(t.credited.iter().any(|c| !c.in_force));
}

// Status and responses

fn answered(statement: &str) -> Case {
    case(&format!(
        "{RULE}prompts p\nanonymous_user v\nboundary a {{ trust: internal\n web_app w }}\nv -> w {{ sends: [p] }}\n{statement}"
    ))
}

#[test]
fn each_response_makes_its_status() {
    let status = |s: &str| answered(s).threat("probe@v->w").status;
    assert_eq!(status(""), Status::Open);
    assert_eq!(status("dismiss probe on v -> w { because: \"No.\" }"), Status::Dismissed);
    assert_eq!(
        status("transfer probe on v -> w { to: \"CDN\", because: \"Contract.\" }"),
        Status::Transferred
    );
    let accept = "accept probe on v -> w { because: \"Yes.\", by: \"CISO\", ";
    assert_eq!(status(&format!("{accept}at: high, until: 2026-10-01 }}")), Status::Accepted, "inclusive");
    assert_eq!(
        status("rated probe on v -> w { likelihood: 1, impact: 3, because: \"Seen.\" }"),
        Status::Tolerated
    );
}

#[test]
fn an_acceptance_ends_with_its_date_and_with_its_severity() {
    let expired =
        answered("accept probe on v -> w { because: \"Yes.\", by: \"CISO\", at: high, until: 2026-09-30 }");
    assert_eq!(expired.threat("probe@v->w").status, Status::Open);
    assert_eq!(expired.warns("expired-accept"), 1);
    let exceeded =
        answered("accept probe on v -> w { because: \"Yes.\", by: \"CISO\", at: medium, until: 2027-09-30 }");
    assert_eq!(exceeded.threat("probe@v->w").status, Status::Open);
    assert_eq!(exceeded.warns("exceeded-accept"), 1);
}

#[test]
fn two_responses_to_one_threat_are_an_error() {
    let c = answered(
        "dismiss probe on v -> w { because: \"No.\" }\ntransfer probe on v -> w { to: \"CDN\", because: \"C.\" }",
    );
    assert_eq!(c.warns("duplicate-response"), 1);
}

#[test]
fn a_response_to_a_threat_that_does_not_arise_is_stale() {
    let c = answered("dismiss rag-poison on v -> w { because: \"No.\" }");
    let d = c.analysis.diagnostics.iter().find(|d| d.code.name() == "stale-response").unwrap();
    assert!(d.help.iter().any(|h| h.starts_with("Its target has `")), "{d:#?}");
    assert!(d.fix.is_some());
}

#[test]
fn a_rule_that_is_switched_off_gives_no_threat() {
    assert!(!answered("off probe { because: \"Not here.\" }").has("probe@v->w"));
}

#[test]
fn a_mitigation_by_a_control_that_does_not_count_is_told() {
    let c = answered("mitigate probe on v -> w { with: [rate_limit] }");
    assert_eq!(c.warns("idle-control"), 1);
    let c = answered(
        "control limiter: rate_limit \"L\" { on: [w], status: planned }\nmitigate probe on v -> w { with: [limiter] }",
    );
    assert_eq!(c.warns("idle-control"), 0);
}

const FINER: &str = r#"
threat finer "Finer" {
  stride: information_disclosure
  on: flow
  when: crosses
  refines: probe
  likelihood: 4
  impact: 3
  scenario: "S"
  mitigation: "M"
}
"#;

#[test]
fn a_finer_threat_takes_the_generic_ones_place_unless_dismissed_or_lower() {
    let c = answered(FINER);
    assert_eq!(c.threat("probe@v->w").status, Status::Refined);
    let finer = c.analysis.threats.iter().position(|t| t.id == "finer@v->w").unwrap();
    assert_eq!(c.threat("probe@v->w").refined_by.map(|t| t.index()), Some(finer));
    assert_eq!(c.threat("finer@v->w").refines.len(), 1);
    let dismissed = answered(&format!("{FINER}\ndismiss finer on v -> w {{ because: \"No.\" }}"));
    assert_eq!(dismissed.threat("probe@v->w").status, Status::Open);
    let lower = answered(&FINER.replace("likelihood: 4", "likelihood: 1"));
    assert_eq!(lower.threat("probe@v->w").status, Status::Open);
}

#[test]
fn a_rule_gives_one_threat_a_target_and_says_which_movement() {
    let c = case(
        "threat both \"Both\" { stride: tampering\n on: flow\n when: moves documents\n likelihood: 2\n impact: 2\n scenario: \"S\"\n mitigation: \"M\" }\n\
         documents d\nweb_app a\nweb_app b\na -> b { sends: [d], returns: [d] }\nb -> a { returns: [d] }",
    );
    assert_eq!(c.analysis.threats.iter().filter(|t| t.id.starts_with("both@")).count(), 2);
    let forward = |id: &str| c.analysis.movements[c.threat(id).movement.unwrap().index()].forward;
    assert!(forward("both@a->b"));
    assert!(!forward("both@b->a"));
}

#[test]
fn a_broken_rule_of_the_house_is_told() {
    let c = answered("require auth on any web_app { because: \"Policy 7.\" }");
    assert_eq!(c.warns("broken-requirement"), 1);
    assert_eq!(c.analysis.requirements[0].broken.len(), 1);
    let kept =
        answered("require auth on any web_app { because: \"Policy 7.\" }\ncontrol a: auth \"A\" { on: [w] }");
    assert_eq!(kept.warns("broken-requirement"), 0);
    let elsewhere =
        answered("require auth on any web_app { when: element stores weights, because: \"Policy 7.\" }");
    assert_eq!(elsewhere.warns("broken-requirement"), 0);
}

#[test]
fn ranking_is_by_residual_severity_then_confirmation() {
    let c = case(include_str!("../examples/rag-public.tm"));
    let key =
        |t: &Threat| (t.residual.severity(), t.is_confirmed(), t.residual.product(), t.inherent.product());
    for pair in c.analysis.threats.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        assert!(key(a) > key(b) || key(a) == key(b) && a.id < b.id, "{} before {}", a.id, b.id);
    }
    assert_eq!(RiskLevel::of(4), RiskLevel::Low);
    assert_eq!(RiskLevel::of(9), RiskLevel::Medium);
    assert_eq!(RiskLevel::of(15), RiskLevel::High);
    assert_eq!(RiskLevel::of(16), RiskLevel::Critical);
}

#[test]
fn facts_hold_when_they_are_tried_again() {
    let mut facts = 0;
    for text in EXAMPLES.iter().map(|(_, t)| t) {
        let c = case(text);
        let teller = c.teller();
        for t in &c.analysis.threats {
            assert!(trustline::analysis::recheck(&c.model, t), "{}", t.id);
            assert!(teller.facts(t).iter().all(|(_, text)| !text.is_empty()), "{}", t.id);
            facts += t.facts.len();
        }
    }
    assert!(facts > 100);
    // A fact of one model does not hold on another.
    let open = case(EXAMPLES[0].1);
    let other = case("web_app w");
    let t = open.analysis.threats.iter().find(|t| !t.facts.is_empty()).unwrap();
    assert!(!trustline::analysis::recheck(&other.model, t));
}

// The examples

const EXAMPLES: &[(&str, &str)] = &[
    ("first-model", include_str!("../examples/first-model.tm")),
    ("sentiment-api", include_str!("../examples/sentiment-api.tm")),
    ("rag-public", include_str!("../examples/rag-public.tm")),
    ("rag-internal", include_str!("../examples/rag-internal.tm")),
    ("mlops-platform", include_str!("../examples/mlops-platform.tm")),
];

fn example(name: &str) -> Case {
    case(EXAMPLES.iter().find(|(n, _)| *n == name).unwrap().1)
}

/// One of the rules of each list arises and is not merely refined away.
#[track_caller]
fn finds(name: &str, wanted: &[&[&str]]) {
    let c = example(name);
    for any in wanted {
        let found = c.analysis.threats.iter().any(|t| {
            let rule = &c.model.catalog.rules[t.rule.index()];
            t.status != Status::Refined && any.contains(&rule.name.as_str())
        });
        assert!(found, "{name}: none of {any:?}");
    }
}

#[test]
fn rag_public_finds_what_experts_would() {
    finds(
        "rag-public",
        &[
            &["rag-poison", "data-poison-source", "data-poison-store"],
            &["prompt-injection-direct"],
            &["prompt-injection-indirect"],
            &["output-sensitive-disclosure", "rag-overexposure"],
        ],
    );
}

#[test]
fn rag_internal_finds_what_experts_would() {
    finds(
        "rag-internal",
        &[
            &["rag-overexposure"],
            &["prompt-injection-direct", "prompt-injection-indirect"],
            &["rag-poison", "vector-store-tamper"],
        ],
    );
}

#[test]
fn first_model_finds_what_experts_would() {
    finds(
        "first-model",
        &[
            &["data-poison-source", "data-poison-store"],
            &["model-extraction"],
            &["membership-inference"],
            &["store-destroy"],
            &["api-key-theft", "user-spoof"],
            &["dependency-compromise", "malicious-model-file"],
        ],
    );
}

#[test]
fn sentiment_api_finds_what_experts_would() {
    finds(
        "sentiment-api",
        &[
            &["evasion-text", "evasion-blackbox"],
            &["model-inversion", "membership-inference"],
            &["inference-flood"],
        ],
    );
}

#[test]
fn mlops_platform_finds_what_experts_would() {
    finds(
        "mlops-platform",
        &[
            &["data-poison-source", "data-poison-store", "data-poison-feedback"],
            &["weights-tamper-registry", "dev-model-leak"],
            &["container-image-compromise", "cicd-compromise"],
        ],
    );
}

#[test]
fn the_examples_are_quiet_and_say_nothing_more() {
    for (name, text) in EXAMPLES {
        let c = case(text);
        let open = c.analysis.unsettled().count();
        let crossings = c.analysis.crossings.len();
        assert!(open <= 7 * crossings, "{name}: {open} open threats over {crossings} crossings");
        assert!(c.analysis.diagnostics.is_empty(), "{name}: {:#?}", c.analysis.diagnostics);
    }
}

#[test]
fn a_street_is_no_caller_and_its_pictures_reach_the_model() {
    let c = case(
        "readings f { personal: true }\ndecisions d\nphysical_environment street\n\
         boundary gate { trust: partner\n iot_sensor cam\n edge_device box { modality: image }\n business_app lock }\n\
         street -> cam { sends: [f] }\ncam -> box { sends: [f] }\nbox -> lock { sends: [d] }",
    );
    let on_street: Vec<_> =
        c.analysis.threats.iter().map(|t| t.id.as_str()).filter(|id| id.ends_with("@street->cam")).collect();
    assert_eq!(on_street, Vec::<&str>::new());
    assert_eq!(c.threat("evasion-blackbox@box").start, Start::Elements([c.element("street")].into()));
}

#[test]
fn a_package_is_no_way_past_the_rate_limit_for_who_queries_a_model() {
    let c = case(
        "readings q\ndecisions d { from: [q] }\npackages k\nanonymous_user v\npackage_registry r\n\
         boundary b { trust: internal\n inference_service m { modality: tabular } }\n\
         v -> m { sends: [q], returns: [d], controls: [rate_limit] }\nm -> r { returns: [k] }",
    );
    assert_eq!(c.credited("evasion-blackbox@m"), ["rate_limit"]);
}

#[test]
fn facts_read_as_sentences_and_are_said_once() {
    let c = case(
        "code k\nboundary b { trust: internal\n notebook n\n gpu_cluster g\n llm m { proprietary: true } }\n\
         prompts p\nanswers a { from: [p] }\nanonymous_user v\nv -> m { sends: [p], returns: [a] }\nn -> g { sends: [k] }",
    );
    let teller = c.teller();
    let facts = |t: &Threat| -> Vec<String> { teller.facts(t).into_iter().map(|(_, text)| text).collect() };
    assert!(facts(c.threat("ml-infra-exposed@g")).contains(&"g is of the kind compute".to_owned()));
    assert!(facts(c.threat("model-extraction@m")).contains(&"m is proprietary".to_owned()));
    for t in &c.analysis.threats {
        let mut texts = facts(t);
        let told = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), told, "{}", t.id);
    }
}

// Properties of the whole

/// The statements of a file, each with its block, in reverse order.
fn reversed(text: &str) -> String {
    let mut statements: Vec<String> = Vec::new();
    let (mut depth, mut open) = (0usize, String::new());
    let mut in_text = false;
    for line in text.lines() {
        open.push_str(line);
        open.push('\n');
        in_text ^= line.matches("\"\"\"").count() % 2 == 1;
        if in_text {
            continue;
        }
        let code = line.split("//").next().unwrap();
        depth = depth + code.matches('{').count() - code.matches('}').count();
        if depth == 0 {
            statements.push(std::mem::take(&mut open));
        }
    }
    statements.reverse();
    statements.concat()
}

#[test]
fn order_of_declarations_changes_no_threat_id_or_rating() {
    for (name, text) in EXAMPLES {
        let key = |c: &Case| -> Vec<_> {
            let all = c.analysis.threats.iter().zip(c.analysis.slugs());
            all.map(|(t, slug)| (t.id.clone(), t.inherent, t.residual, t.forecast, t.status, slug)).collect()
        };
        let turned = reversed(text);
        assert_ne!(&turned, text);
        assert_eq!(key(&case(text)), key(&case(&turned)), "{name}");
    }
}

#[test]
fn a_control_never_raises_a_residual_risk_and_never_removes_a_threat() {
    for (name, text) in EXAMPLES {
        let before = case(text);
        let ids: Vec<_> = before.model.elements.iter().map(|e| e.name.clone()).collect();
        let controls: Vec<_> = before.model.catalog.controls.iter().map(|c| c.name.clone()).collect();
        for (i, control) in controls.iter().enumerate() {
            let on = &ids[i % ids.len()];
            let after = case(&format!("{text}\ncontrol extra_one: {control} \"Extra\" {{ on: [{on}] }}\n"));
            for t in &before.analysis.threats {
                let now = after.threat(&t.id);
                assert!(
                    now.residual.likelihood <= t.residual.likelihood,
                    "{name}: {control} on {on}: {}",
                    t.id
                );
                assert!(now.residual.impact <= t.residual.impact, "{name}: {control} on {on}: {}", t.id);
            }
            assert_eq!(before.analysis.threats.len(), after.analysis.threats.len());
        }
    }
}

// What a review found

/// Two rules with a control that works along the way: one on calls, one on data that leaves.
const WAYS: &str = r#"
threat asked "Asked" { stride: tampering
 on: flow
 when: crosses
 likelihood: 4
 impact: 3
 lowered_by: { rate_limit: 2 }
 scenario: "S"
 mitigation: "M" }
threat leaky "Leaky" { stride: information_disclosure
 on: process
 when: exposes confidential to untrusted
 likelihood: 4
 impact: 3
 lowered_by: { output_filtering: 2 }
 scenario: "S"
 mitigation: "M" }
"#;

#[test]
fn what_no_way_passes_is_not_on_every_way() {
    let c = case(&format!(
        "{WAYS}documents d {{ class: confidential }}\nprompts p {{ class: public }}\nend_user u\nmodel_provider llm\n\
         boundary b {{ trust: internal\n data_ingestion cron\n web_app app\n web_app mid\n database s {{ stores: [d] }}\n\
         web_app other {{ controls: [rate_limit, output_filtering] }} }}\n\
         cron -> app {{ sends: [p] }}\napp -> llm {{ sends: [p] }}\napp -> s {{ returns: [d] }}\n\
         mid -> s {{ returns: [d] }}\nu -> mid {{ returns: [d] }}"
    ));
    // It starts at the far end, to which no call leads back; `other` is connected to nothing.
    assert_eq!(c.threat("asked@app->llm").start, Start::Elements([c.element("llm")].into()));
    assert!(c.credited("asked@app->llm").is_empty());
    // The data arrives outside, but by another way than through `app`.
    assert!(c.credited("leaky@app").is_empty());
}

#[test]
fn data_leaves_by_the_movements_that_carry_it() {
    let text = |second: &str| {
        format!(
            "{WAYS}documents d {{ class: confidential }}\nlogs l {{ class: public }}\nend_user u\n\
             boundary b {{ trust: internal\n database s {{ stores: [d] }}\n web_app app\n web_app side\n\
             web_app front {{ controls: [output_filtering] }} }}\n\
             app -> s {{ returns: [d] }}\nfront -> app {{ returns: [d] }}\nu -> front {{ returns: [d] }}\n\
             app -> side {{ sends: [l] }}\nu -> side {{ returns: [{second}] }}"
        )
    };
    assert_eq!(case(&text("l")).credited("leaky@app"), ["output_filtering"], "logs carry no document");
    let other = text("d").replace("sends: [l]", "sends: [d]");
    assert!(case(&other).credited("leaky@app").is_empty());
}

#[test]
fn calls_start_at_each_less_trusted_zone() {
    let text = |flows: &str| {
        format!(
            "{WAYS}prompts p\nanonymous_user v\nboundary low {{ trust: partner\n web_app plugin }}\n\
             boundary mid {{ trust: internal\n web_app a\n web_app b }}\n\
             boundary high {{ trust: restricted\n web_app vault\n database safe }}\n{flows}"
        )
    };
    let start = |flows: &str| {
        let c = case(&text(flows));
        let Start::Elements(list) = &c.threat("asked@b->vault").start else { panic!("no start") };
        list.iter().map(|e| c.model.elements[e.index()].name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(start("v -> a\na -> b\nb -> vault"), ["v"], "who hands on what others ask starts nothing");
    assert_eq!(start("a <-> b\nb -> vault"), ["a", "b"], "a ring that nobody calls");
    assert_eq!(
        start("a -> plugin\nplugin -> b\nb -> vault"),
        ["plugin", "a"],
        "who is called from higher trust only"
    );
}

#[test]
fn a_copy_that_is_kept_elsewhere_came_there() {
    let text = |kept: &str| {
        format!(
            "documents d {{ class: confidential }}\nboundary b {{ trust: internal\n database s {{ stores: [d] }}\n web_app copier }}\n\
             boundary p {{ trust: partner\n database backup {kept} }}\ncopier -> s {{ returns: [d] }}\ncopier -> backup {{ writes: [d] }}"
        )
    };
    assert_eq!(case(&text("")).exposure("d"), Some(Trust::Partner));
    assert_eq!(case(&text("{ stores: [d] }")).exposure("d"), Some(Trust::Partner));
}

#[test]
fn responses_find_parts_by_their_older_names() {
    let c = case(
        "threat probe \"P\" { stride: tampering\n on: flow\n when: crosses\n likelihood: 3\n impact: 3\n scenario: \"S\"\n mitigation: \"M\" }\n\
         prompts p\nend_user u\nboundary b { trust: internal\n was: [inside]\n web_app app { was: old_app }\n web_app two { was: old_two }\n database s }\n\
         u -> app { sends: [p] }\nu -> two as second { sends: [p], was: [deux] }\nu -> s { sends: [p], was: [u -> gone] }\n\
         dismiss probe on u -> old_app { because: \"x\" }\naccept probe on deux { because: \"x\", by: \"A\", at: high, until: 2027-01-01 }\n\
         transfer probe on u -> gone { to: \"x\", because: \"x\" }\nassumption \"A\" { about: [inside, old_two] }",
    );
    assert_eq!(c.threat("probe@u->app").status, Status::Dismissed);
    assert_eq!(c.threat("probe@u->two#second").status, Status::Accepted);
    assert_eq!(c.threat("probe@u->s").status, Status::Transferred);
    assert_eq!(c.model.assumptions[0].about.len(), 2);
    // What is drawn speaks of today.
    let files = Memory::new([("/m.tm", "web_app app { was: old }\nweb_app b\nb -> old")]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    assert!(resolve(&read).diagnostics.iter().any(|d| d.is_error()));
}

#[test]
fn two_ratings_of_one_threat_are_an_error_and_two_statements_are_one_mistake() {
    let rated = "rated probe on v -> w { likelihood: 1, because: \"x\" }\nrated probe on any flow { likelihood: 5, because: \"y\" }";
    assert_eq!(answered(rated).warns("duplicate-response"), 1);
    let both = "anonymous_user v2\nv2 -> w { sends: [p] }\ndismiss probe on any flow { because: \"x\" }\n\
                transfer probe on * { to: \"x\", because: \"x\" }";
    assert_eq!(answered(both).warns("duplicate-response"), 1);
    let one =
        "rated probe on v -> w { likelihood: 1, because: \"x\" }\ndismiss probe on v -> w { because: \"x\" }";
    assert_eq!(answered(one).warns("duplicate-response"), 0, "a rating is no decision");
}

#[test]
fn the_fix_of_a_stale_response_takes_its_block_too() {
    let text = "web_app w\nanonymous_user v\nv -> w\ndismiss rag-poison on w { because: \"No.\" }\n";
    let c = case(text);
    let d = c.analysis.diagnostics.iter().find(|d| d.code.name() == "stale-response").unwrap();
    let edit = &d.fix.as_ref().unwrap().edits[0];
    let left = format!("{}{}", &text[..edit.span.start as usize], &text[edit.span.end as usize..]);
    assert_eq!(left.trim_end(), "web_app w\nanonymous_user v\nv -> w");
}

#[test]
fn the_lines_of_a_sum_add_up() {
    let mut lines = 0;
    for (name, text) in EXAMPLES {
        let c = case(text);
        let teller = c.teller();
        for t in &c.analysis.threats {
            let (mut now, mut later) = ([0u8; 2], [0u8; 2]);
            let mut started = [false; 2];
            for line in teller.sum(t) {
                let i = usize::from(line.of == "impact");
                if std::mem::replace(&mut started[i], true) {
                    assert_eq!(
                        i16::from(later[i]) + i16::from(line.change),
                        i16::from(line.result),
                        "{name} {}: {line:?}",
                        t.id
                    );
                } else {
                    assert_eq!(line.change, 0, "{name} {}: {line:?}", t.id);
                }
                later[i] = line.result;
                if !line.forecast {
                    now[i] = line.result;
                }
                assert!(!line.because.is_empty());
                lines += 1;
            }
            assert_eq!(now, [t.residual.likelihood, t.residual.impact], "{name} {}", t.id);
            assert_eq!(later, [t.forecast.likelihood, t.forecast.impact], "{name} {}", t.id);
        }
    }
    assert!(lines > 500, "{lines}");
}

#[test]
fn out_of_scope_there_is_no_threat_and_nothing_is_required() {
    let c = answered(
        "web_app x { scope: out, because: \"Theirs.\" }\npublic_web y { scope: out, because: \"Theirs.\" }\n\
         x -> y { sends: [p] }\nrequire tls on any flow { because: \"Policy.\" }",
    );
    assert!(!c.has("probe@x->y"));
    assert!(c.has("probe@v->w"));
    assert_eq!(c.warns("broken-requirement"), 1);
}

#[test]
fn a_model_without_an_edition_is_told_so_once() {
    let said = |text: &str| {
        let files = Memory::new([("/m.tm", text)]);
        let read = read(&files, Entry::File(Path::new("/m.tm")), None);
        let resolved = resolve(&read);
        let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
        let all = || resolved.diagnostics.iter().chain(&analysis.diagnostics);
        assert!(!all().any(|d| d.is_error()));
        all().filter(|d| d.code.name() == "no-edition").count()
    };
    assert_eq!(said("model \"M\" { }\nweb_app w"), 1);
    assert_eq!(said("web_app w"), 1);
    assert_eq!(said("model \"M\" { catalog: 2026.1 }\nweb_app w"), 0);
}

#[test]
fn a_flow_both_ways_that_says_nothing_is_hinted_at_once() {
    assert_eq!(case("web_app w\nanonymous_user v\nv <-> w").warns("undeclared-flow"), 1);
}

// Sentences and paths

#[test]
fn where_a_part_runs_is_said_in_words() {
    let c = case(
        "boundary b { trust: internal\n edge_device cam \"Camera\"\n inference_api api \"API\" }\ncam -> api\n\
         threat near \"Near\" { stride: tampering, on: model_server, likelihood: 1, impact: 1, scenario: \"S\"\n\
         when: element.deployed == device or element.deployed == cloud and not element.deployed == edge }",
    );
    let said =
        |id: &str| c.teller().facts(c.threat(id)).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(said("near@cam"), ["Camera runs on a device"]);
    assert_eq!(said("near@api"), ["API runs in the cloud", "API does not run on the edge"]);
}

#[test]
fn who_may_come_in_is_no_check_of_what_comes_in() {
    let checked = |controls: &str| {
        let c = case(&format!(
            "prompts q\nend_user u\nboundary b {{ trust: internal\n web_app w }}\n\
             u -> w {{ sends: [q], controls: [{controls}] }}"
        ));
        c.analysis.entries[0].checked.clone().map(|(_, controls)| controls.len())
    };
    assert_eq!(checked("auth, mfa, access_control, user_context_authz, rate_limit"), None);
    assert_eq!(checked("auth, input_validation"), Some(1));
}

#[test]
fn a_path_of_content_begins_with_another_than_who_gets_it_if_there_is_one() {
    let text = |web: &str| {
        format!(
            "documents pages \"Pages\" {{ class: confidential }}\nprompts q\nanswers a {{ from: [q, pages] }}\n\
             anonymous_user u \"Visitor\"\npublic_web web \"Web\"\n\
             boundary b {{ trust: internal\n web_app w\n llm m\n agent reader }}\n\
             u -> w {{ sends: [q], returns: [a] }}\nw -> m {{ sends: [q, pages], returns: [a] }}\n{web}"
        )
    };
    let path = |web: &str| {
        let c = case(&text(web));
        let t = c.threat("render-exfil@w->m");
        t.path.iter().map(|s| s.text(&c.model).unwrap()).collect::<Vec<_>>()
    };
    // What the application gets from the model: whoever writes the pages, or who asks.
    assert_eq!(path("w -> web { returns: [pages] }"), ["u->w", "w->m", "w->m (answer)"]);
    let c = case(
        &text("w -> reader { returns: [pages] }\nreader -> web { returns: [pages] }")
            .replace("anonymous_user u \"Visitor\"", "anonymous_user u \"Visitor\" { renders_markup: true }"),
    );
    let t = c.threat("render-exfil@u->w");
    let path: Vec<_> = t.path.iter().map(|s| s.text(&c.model).unwrap()).collect();
    assert_eq!(path, ["reader->web (answer)", "w->reader (answer)", "u->w (answer)"]);
}

#[test]
fn a_language_model_that_generates_nothing_is_none() {
    let c = case(
        "model_provider api { generative: false }\nllm chat\ncode_generator coder { generative: false }\n\
         kind vectors: llm \"Vectors\" { generative: false, about: \"x\" }\nvectors v\nvectors w { generative: true }",
    );
    let llm = c.model.catalog.find_kind("llm").unwrap();
    let is = |n: &str| c.model.is_kind(c.element(n), llm);
    assert_eq!(["api", "chat", "coder", "v", "w"].map(is), [false, true, false, false, true]);
    let provider = c.model.catalog.find_kind("model_provider").unwrap();
    assert!(c.model.is_kind(c.element("api"), provider), "it is a provider all the same");
    let asked = |n: &str| c.analysis.checklist.iter().filter(|x| x.element == c.element(n)).count();
    assert!(asked("v") < asked("w"), "controls of language models are not asked of it");
}
