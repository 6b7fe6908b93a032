//! The examples, and what experts would find in them.

use super::*;

pub const EXAMPLES: &[(&str, &str)] = &[
    ("first-model", include_str!("../../examples/first-model.tm")),
    ("sentiment-api", include_str!("../../examples/sentiment-api.tm")),
    ("rag-public", include_str!("../../examples/rag-public.tm")),
    ("rag-internal", include_str!("../../examples/rag-internal.tm")),
    ("mlops-platform", include_str!("../../examples/mlops-platform.tm")),
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
