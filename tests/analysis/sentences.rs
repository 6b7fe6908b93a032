//! Sentences of threats, and paths of content.

use super::*;

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
