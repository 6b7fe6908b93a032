//! What conditions ask of ways: `reaches`, `feeds`, `fed_by`, with `another` and without, and what
//! `exposes` asks for. Each is tried on every element of a model, and says why it holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;

use findings::Found;
use std::collections::BTreeMap;
use trustline::analysis::{Teller, Threat, recheck};

/// A visitor asks a bot; two helpers talk to each other, a third only listens. A model is loaded
/// from a store that tuning writes to and that nothing else reads.
const MODEL: &str = r#"
model "M" { catalog: 2026.1 }
prompts question "Question"
answers reply "Reply"
weights base "Base weights"
weights tuned "Tuned weights"
training_set examples "Examples" { personal: true, class: secret }
model_hub hub "Hub"
anonymous_user visitor "Visitor"
partner buyer "Buyer"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Desk"
  agent bot "Bot"
  agent helper "Helper"
  agent listener "Listener"
  agent loner "Loner"
  inference_service server "Server"
  training tune "Tuning"
  model_store shelf "Shelf"
  training_store archive "Archive" { stores: [examples] }
}
visitor -> desk { sends: [question], returns: [reply], controls: [tls] }
desk -> bot { sends: [question], returns: [reply] }
bot -> helper { sends: [question], returns: [reply] }
helper -> bot { sends: [question] }
helper -> listener { sends: [question], one_way: true }
loner -> archive { sends: [question] }
bot -> server { sends: [question], returns: [reply] }
tune -> hub { returns: [base] }
tune -> archive { returns: [examples] }
tune -> shelf { writes: [tuned] }
server -> shelf { returns: [tuned] }
buyer -> shelf { returns: [tuned], controls: [tls] }
"#;

/// The sentence of a threat's first fact.
fn first_fact(found: &Found, t: &Threat) -> String {
    Teller::new(&found.model, &found.analysis).facts(t).swap_remove(0).1
}

/// Where a condition holds, and the sentence of its first fact there.
fn holds(on: &str, condition: &str) -> BTreeMap<String, String> {
    holds_in(MODEL, on, condition)
}

/// The same in another model.
fn holds_in(model: &str, on: &str, condition: &str) -> BTreeMap<String, String> {
    let rule = format!(
        "threat probe \"Probe\" {{ stride: tampering, on: {on}, when: {condition}, likelihood: 4, impact: 4, \
         scenario: \"S\", mitigation: \"M\" }}\n"
    );
    let found = Found::of_text(&format!("{model}{rule}")).expect_good(condition);
    let threats = found.analysis.threats.iter();
    let probes = threats.filter_map(|t| Some((t.id.strip_prefix("probe@")?, t)));
    probes
        .map(|(target, t)| {
            assert!(recheck(&found.model, t), "{condition} on {target}");
            assert_eq!(t.facts.len(), 1, "{condition} is one literal");
            (target.to_owned(), first_fact(&found, t))
        })
        .collect()
}

/// The same, as lines.
fn said(on: &str, condition: &str) -> String {
    holds(on, condition).iter().map(|(target, text)| format!("{target}: {text}\n")).collect()
}

fn at(on: &str, condition: &str) -> Vec<String> {
    holds(on, condition).into_keys().collect()
}

#[test]
fn fed_by_follows_content_backward() {
    assert_eq!(
        said("[model_hub, model_server, training, store]", "element fed_by model_hub"),
        "hub: Hub is a model hub\n\
         server: Content of Hub (model hub) can arrive at Server\n\
         shelf: Content of Hub (model hub) can arrive at Shelf\n\
         tune: Content of Hub (model hub) can arrive at Tuning\n"
    );
}

#[test]
fn what_is_asked_of_a_store_does_not_come_out_of_it() {
    // The loner only asks the archive; what tuning reads there is not the loner's.
    assert_eq!(at("[training_store, training, model_store]", "element fed_by agent"), [""; 0]);
    let fed = at("[training, model_store]", "element fed_by training_store");
    assert_eq!(fed, ["shelf", "tune"]);
}

#[test]
fn calls_do_not_go_on_through_people_and_systems_of_others() {
    let model = r#"
model "M" { catalog: 2026.1 }
answers reply "Reply"
end_user reader "Reader"
third_party_api post "Mail service"
model_provider llm "Hosted model"
boundary cloud "Cloud" {
  trust: internal
  business_app letters "Newsletter"
  web_app chat "Chat"
  tool clock "Clock"
}
letters -> reader { sends: [reply], one_way: true }
reader -> chat
chat -> llm { returns: [reply] }
llm -> clock
chat -> post
post -> letters
"#;
    let reaches =
        |who: &str, kind: &str| !holds_in(model, who, &format!("element reaches {kind}")).is_empty();
    assert!(reaches("business_app", "end_user"), "a call arrives at them");
    assert!(!reaches("business_app", "model_provider"), "what a reader does is no call of the newsletter");
    assert!(reaches("web_app", "tool"), "a hosted model works for whoever asks it");
    assert!(reaches("web_app", "third_party_api") && !reaches("web_app", "business_app"));
}

#[test]
fn fed_by_is_feeds_seen_from_the_other_end() {
    // Both ends are single, so one holds where the other does.
    for (left, right) in [
        ("model_hub", "model_store"),
        ("training_store", "inference_service"),
        ("training_store", "training"),
        ("partner", "agent"),
        ("anonymous_user", "training_store"),
        ("inference_service", "anonymous_user"),
        ("training", "partner"),
        ("web_app", "training_store"),
    ] {
        let feeds = !holds(left, &format!("element feeds {right}")).is_empty();
        let fed = !holds(right, &format!("element fed_by {left}")).is_empty();
        assert_eq!(feeds, fed, "{left} feeds {right}");
    }
    assert!(!holds("training", "element feeds partner").is_empty(), "some of them do");
    assert!(holds("partner", "element feeds agent").is_empty(), "and some do not");
}

#[test]
fn another_does_not_count_the_element_itself() {
    assert_eq!(at("agent", "element reaches agent"), ["bot", "helper", "listener", "loner"]);
    assert_eq!(
        said("[agent, web_app]", "element reaches another agent"),
        "bot: Calls lead from Bot to Helper (agent)\n\
         desk: Calls lead from Desk to Bot (agent)\n\
         helper: Calls lead from Helper to Bot (agent)\n"
    );
    assert_eq!(
        said("agent", "element fed_by another agent"),
        "bot: Content of Helper (agent) can arrive at Bot\n\
         helper: Content of Bot (agent) can arrive at Helper\n\
         listener: Content of Helper (agent) can arrive at Listener\n"
    );
    assert_eq!(
        said("agent", "element feeds another agent"),
        "bot: Content of Bot can arrive at Helper (agent)\n\
         helper: Content of Helper can arrive at Bot (agent)\n"
    );
}

#[test]
fn what_does_not_hold_is_said_as_it_is() {
    assert_eq!(
        said("agent", "not element reaches another agent"),
        "listener: No call leads from Listener to another agent\n\
         loner: No call leads from Loner to another agent\n"
    );
    assert_eq!(
        said("model_store", "not element reaches another agent"),
        "shelf: No call leads from Shelf to an agent\n"
    );
    assert_eq!(
        said("inference_service", "not element fed_by another inference_service"),
        "server: Nothing of another inference service arrives at Server\n"
    );
    assert_eq!(
        said("agent", "not element fed_by training"),
        "loner: Nothing of a part of the kind training arrives at Loner\n"
    );
    assert_eq!(
        said("web_app", "not element reaches training"),
        "desk: No call leads from Desk to a part of the kind training\n"
    );
    assert_eq!(
        said("training", "not element feeds another training"),
        "tune: Nothing of Tuning arrives at another part of the kind training\n"
    );
    assert_eq!(
        said("web_app", "not element receives anything from training"),
        "desk: Desk receives no data from a part of the kind training\n"
    );
}

#[test]
fn exposes_asks_for_a_kind_a_class_or_personal_data() {
    assert_eq!(
        at("[model_store, training, inference_service]", "exposes weights to partner"),
        ["server", "shelf", "tune"]
    );
    // What is trained on secret examples about persons is made from them.
    let of_tuning = |what: &str| said("training", &format!("exposes {what} to partner"));
    let weights =
        |is: &str| format!("tune: Tuned weights{is}, or what is made from it, can arrive at partners\n");
    assert_eq!(of_tuning("weights"), weights(""));
    assert_eq!(of_tuning("anything"), weights(""));
    assert_eq!(of_tuning("personal"), weights(" (personal)"));
    assert_eq!(of_tuning("== secret"), weights(" (secret)"));
    assert_eq!(of_tuning("confidential"), weights(" (secret)"));
    assert_eq!(of_tuning(">= confidential"), weights(" (secret)"));
    let on_flows = holds("flow", "exposes answers to untrusted");
    assert_eq!(
        on_flows.keys().collect::<Vec<_>>(),
        ["bot->helper", "bot->server", "desk->bot", "visitor->desk"]
    );
    assert_eq!(on_flows["desk->bot"], "Reply, or what is made from it, can arrive at untrusted parts");
}

#[test]
fn what_is_not_exposed_is_said_as_it_is() {
    let not = |what: &str| said("training_store", &format!("not exposes {what} to untrusted"));
    assert_eq!(not("weights"), "archive: Nothing of the weights here can arrive at untrusted parts\n");
    assert_eq!(not("personal"), "archive: Nothing of the personal data here can arrive at untrusted parts\n");
    assert_eq!(
        not("secret"),
        "archive: Nothing here that is secret or above can arrive at untrusted parts\n"
    );
    assert_eq!(
        not("== secret"),
        "archive: Nothing of the data that is secret here can arrive at untrusted parts\n"
    );
}

#[test]
fn of_several_the_nearest_is_named_and_then_the_first_of_the_text() {
    assert_eq!(
        holds("anonymous_user", "element reaches agent")["visitor"],
        "Calls lead from Visitor to Bot (agent)"
    );
    let external = &holds("inference_service", "element fed_by external")["server"];
    assert_eq!(external, "Content of Hub (external) can arrive at Server");
}

#[test]
fn a_property_is_said_as_what_a_part_is_or_does() {
    let text = MODEL.replace(
        "  web_app desk",
        "  mcp_server reader \"Reader\" { browses: true, superseded: true }\n  llm old \"Old\" { open_parameters: true }\n  web_app desk",
    );
    let said = |on: &str, condition: &str| {
        let rule = format!(
            "threat probe \"Probe\" {{ stride: tampering, on: {on}, when: {condition}, likelihood: 4, impact: 4, \
             scenario: \"S\", mitigation: \"M\" }}\n"
        );
        let found = Found::of_text(&format!("{text}{rule}")).expect_good(condition);
        let probe = found.analysis.threats.iter().find(|t| t.id.starts_with("probe@")).unwrap();
        first_fact(&found, probe)
    };
    for (on, condition, text) in [
        ("tool", "element.browses", "Reader browses"),
        ("agent", "not element.browses", "Bot does not browse"),
        ("agent", "not element.accepts_files", "Bot does not accept files"),
        ("tool", "not element.can_delete", "Reader cannot delete"),
        ("tool", "element.has_side_effects", "Reader has side effects"),
        ("third_party", "not element.has_side_effects", "Buyer has no side effects"),
        ("tool", "element.superseded", "Reader is superseded"),
        ("tool", "element.third_party", "Reader is of a third party"),
        ("llm", "element.open_parameters", "Old has open parameters"),
        ("llm", "not element.superseded", "Old is not superseded"),
        ("inference_service", "not element.open_parameters", "Server has no open parameters"),
        ("training", "not element.generative", "Tuning is not generative"),
        ("model_hub", "not element.by_reference", "Hub gives no content by reference"),
    ] {
        assert_eq!(said(on, condition), text);
    }
}
