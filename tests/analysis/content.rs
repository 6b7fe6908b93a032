//! Movements, crossings, zones, taint and exposure.

use super::*;

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
