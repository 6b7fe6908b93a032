//! The catalog: the built-in edition as it stands, and words that a model adds.
//!
//! `own/*.tm` are statements of a model, added to the built-in catalog; the `.txt` beside each has
//! what was said of them, and what the catalog holds afterwards that it did not before.
//! `TRUSTLINE_BLESS=1` writes what comes out.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use trustline::catalog::{
    Catalog, Literal, Origin, PropertyType, Reach, Rule, Subject, edition, edition::from_text,
    edition::table, extend, frameworks, icons,
};
use trustline::diagnostic::{Diagnostic, codes};
use trustline::source::{FileId, SourceFile, Sources};
use trustline::syntax::parse;

/// The kinds that every edition has.
const KINDS: &str = "
    end_user anonymous_user admin_user data_scientist annotator human_reviewer data_subject partner
    data_provider public_web email physical_environment iot_sensor model_hub third_party_model
    model_provider third_party_api external_service external_agent partner_agent package_registry
    payment_service browser mobile_app data_ingestion labeling training fine_tuning evaluation
    model_conversion ci_cd deployment notebook experiment_tracker gpu_cluster inference_service llm
    inference_api gateway llm_router web_app guardrail embedding_service retriever orchestrator
    agent coding_agent code_generator tool mcp_server code_interpreter feedback_collector monitoring
    federated_client federated_aggregator edge_device data_source dataset_store training_data
    label_store feature_store eval_dataset model_registry model_artifact model_storage vector_store
    document_store prompt_store memory_store chat_history cache feedback_store log_store
    secrets_store config_store code_repo container_registry tool_registry agent_registry database
    ticket_system file_system rag_store user message_queue identity_provider control_plane
    business_app mailbox plugin dashboard search_tool shell
";
/// The kinds of data that every edition has.
const DATA: &str = "
    documents prompts instructions answers embeddings training_set labels weights code packages
    tool_calls tool_results credentials orders decisions readings logs asset
";
/// The controls that every edition has.
const CONTROLS: &str = "
    auth mfa mutual_auth access_control least_privilege user_context_authz tenant_isolation
    secret_management tls message_integrity encryption_at_rest pii_redaction data_minimization
    retention_limit differential_privacy confidential_compute consent_lawful_basis provenance
    signing integrity_check artifact_scanning safe_format dependency_pinning ai_bom vendor_assurance
    version_pinning data_validation label_review robust_training adversarial_training ensemble
    model_alignment model_validation red_teaming drift_monitoring input_validation
    adversarial_input_detection input_transformation prompt_guard input_segregation output_filtering
    output_encoding output_minimization egress_control rate_limit resource_quota circuit_breaker
    sandboxing network_segmentation tool_allowlist human_approval kill_switch user_training
    transparency_notice grounding watermarking deepfake_detection memory_hardening audit_log
    log_protection monitoring incident_response backup redundancy inventory patching
    config_hardening change_control model_obfuscation disclosure_limit erasure_process
";
/// The threats that every edition has.
const THREATS: &str = "
    adapter-injection agent-action-repudiation agent-clickbait agent-code-exec agent-config-tamper
    agent-credential-theft agent-message-tamper agent-recon agent-replay agent-spoof api-key-theft
    api-no-auth approval-fatigue approval-spoof attribute-inference bias-data bias-feedback
    bias-retrieval boundary-elevation broken-object-authz cache-poison cascading-failure chaff-flood
    cicd-compromise compute-hijack confabulation confused-deputy container-image-compromise
    cross-session-leak data-backdoor-trigger data-lineage-gap data-pipeline-outage
    data-poison-feedback data-poison-source data-poison-store data-provider-spoof
    data-subject-profiling delayed-injection delegation-escalation denial-of-wallet
    dependency-compromise destructive-action dev-model-leak edge-reverse embedding-inversion
    endpoint-spoof eval-tamper evasion-blackbox evasion-physical evasion-text evasion-whitebox
    excessive-agency feature-skew-tamper federated-gradient-leak federated-malicious-client
    finetune-safety-erosion flow-eavesdrop flow-flood flow-repudiation flow-tamper goal-hijack
    gpu-residue guardrail-bypass guardrail-outage guardrail-poison hallucinated-dependency
    hardware-supply harmful-generation history-tamper identity-deepfake inference-flood
    inference-params-unsafe input-leak-provider jailbreak label-tamper labeler-overexposure
    lateral-movement lethal-trifecta log-sensitive log-tamper malicious-model-file malicious-skill
    mcp-server-spoof mcp-weak-authz membership-inference memorization-overfit memory-leak
    memory-poison misaligned-agent ml-infra-exposed model-conversion-tamper model-extraction
    model-inversion model-name-confusion monitoring-blind monitoring-outage multimodal-capture
    nl-to-query no-audit-log no-user-notice notebook-exposed opaque-decision output-injection
    output-integrity output-sensitive-disclosure overreliance pretrained-backdoor process-privilege
    prompt-injection-direct prompt-injection-indirect prompt-injection-multimodal
    prompt-template-tamper prompt-worm provenance-missing provider-outage provider-retention
    provider-silent-change rag-credential-harvest rag-jamming rag-overexposure rag-poison
    remote-code-on-data render-exfil rogue-agent route-hijack runaway-agent runtime-model-leak
    runtime-model-tamper sandbox-escape secret-in-code secret-in-prompt shadow-ai side-channel
    source-config-leak sponge-input stale-index-erasure store-destroy store-read store-tamper
    synthetic-data-degradation system-prompt-leak tool-command-injection tool-misuse
    tool-output-poison tool-poison tool-registry-tamper tool-rug-pull training-code-tamper
    training-data-extraction training-data-leak training-data-unlawful training-repudiation
    trigger-activation unlawful-use unmonitored-drift unsafe-action unsafe-decision user-spoof
    vector-cross-tenant vector-store-tamper verbose-output web-split-view weights-tamper-registry
    zombie-endpoint
";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn bless() -> bool {
    std::env::var_os("TRUSTLINE_BLESS").is_some()
}

/// The newest edition as its texts say it. That the binary's table says the same is a test of its
/// own, so that blessing once is enough.
fn builtin() -> Catalog {
    static LOADED: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    let newest = trustline::catalog::edition::newest();
    LOADED.get_or_init(|| from_text(newest, &texts(newest)).0).clone()
}

/// The texts of an edition, by path, in the order of their names.
fn texts(name: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "tm") {
                out.push(path);
            }
        }
    }
    let folder = root().join("src/catalog").join(name);
    let mut paths = Vec::new();
    walk(&folder, &mut paths);
    let mut texts: Vec<(String, String)> = paths
        .into_iter()
        .map(|p| {
            let name = p.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            (name, std::fs::read_to_string(&p).unwrap())
        })
        .collect();
    texts.sort();
    texts
}

fn said(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for d in diagnostics {
        let place = d.primary.as_ref().and_then(|l| sources.place(l.span));
        let place = place.map_or(String::from("-"), |(n, p)| format!("{n}:{}:{}", p.line, p.column));
        let at = d.primary.as_ref().map_or("", |l| l.text.as_str());
        let _ = writeln!(
            out,
            "{:?} {place} {}{}",
            d.code,
            d.message,
            if at.is_empty() { String::new() } else { format!(" ({at})") }
        );
        for l in &d.labels {
            let p = sources.place(l.span).unwrap().1;
            let _ = writeln!(out, "  at {}:{} {}", p.line, p.column, l.text);
        }
        for h in &d.help {
            let _ = writeln!(out, "  help {h}");
        }
        if let Some(f) = &d.fix {
            let _ = writeln!(out, "  fix {}", f.message);
            for e in &f.edits {
                let _ = writeln!(out, "    {:?} -> {:?}", sources.text(e.span), e.text);
            }
        }
    }
    out
}

#[test]
fn the_built_in_catalog_loads_without_a_word_and_its_table_is_fresh() {
    for edition in trustline::catalog::EDITIONS {
        let (catalog, diagnostics, sources) = from_text(edition.name, &texts(edition.name));
        assert_eq!(said(&diagnostics, &sources), "", "edition {}", edition.name);
        let path = root().join("src/catalog").join(format!("{}.bin", edition.name));
        let bytes = table(&catalog).unwrap();
        if bless() {
            std::fs::write(&path, &bytes).unwrap();
            continue;
        }
        let fresh = std::fs::read(&path).unwrap() == bytes;
        assert!(
            fresh,
            "{} is stale: its texts say something else. Run `TRUSTLINE_BLESS=1 cargo test --test catalog` and commit it",
            path.display()
        );
        assert_eq!(trustline::catalog::edition(Some(edition.name)).unwrap().as_ref(), &catalog);
    }
}

#[test]
fn the_order_of_the_texts_does_not_matter() {
    let mut files = texts("2026.1");
    let (one, ..) = from_text("2026.1", &files);
    files.reverse();
    let (other, diagnostics, sources) = from_text("2026.1", &files);
    assert_eq!(said(&diagnostics, &sources), "");
    assert_eq!((one.kinds.len(), one.rules.len()), (other.kinds.len(), other.rules.len()));
    for kind in &one.kinds {
        let twin = other.kind(other.find_kind(&kind.name).unwrap()).unwrap();
        assert_eq!(
            (kind.root, &kind.icon, kind.trust, kind.class),
            (twin.root, &twin.icon, twin.trust, twin.class)
        );
        let names = |c: &Catalog, k: &trustline::catalog::Kind| {
            let mut above: Vec<String> = k.above.iter().map(|a| c.kind(*a).unwrap().name.clone()).collect();
            above.sort();
            above
        };
        assert_eq!(names(&one, kind), names(&other, twin), "{}", kind.name);
        let defaults = |c: &Catalog, k: &trustline::catalog::Kind| {
            let mut all: Vec<String> =
                k.defaults.iter().map(|(p, v)| format!("{}: {v}", c.property(*p).unwrap().name)).collect();
            all.sort();
            all
        };
        assert_eq!(defaults(&one, kind), defaults(&other, twin), "{}", kind.name);
    }
    for rule in &one.rules {
        let twin = other.rule(other.find_rule(&rule.name).unwrap()).unwrap();
        assert_eq!(rule_text(&one, rule), rule_text(&other, twin));
    }
}

#[test]
fn everything_that_an_edition_promises_is_there() {
    let c = builtin();
    for name in KINDS.split_whitespace() {
        let kind = c.find_kind(name).unwrap_or_else(|| panic!("no kind {name}"));
        assert_ne!(c.kind(kind).unwrap().root.word(), "data", "{name}");
    }
    for name in DATA.split_whitespace() {
        let kind = c.find_kind(name).unwrap_or_else(|| panic!("no kind {name}"));
        assert_eq!(c.kind(kind).unwrap().root.word(), "data", "{name}");
    }
    let missing: Vec<_> = CONTROLS.split_whitespace().filter(|n| c.find_control(n).is_none()).collect();
    assert!(missing.is_empty(), "no control {missing:?}");
    let missing: Vec<_> = THREATS.split_whitespace().filter(|n| c.find_rule(n).is_none()).collect();
    assert!(missing.is_empty(), "no threat {missing:?}");
}

fn is_snake(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[test]
fn kinds_are_sane() {
    let c = builtin();
    for (i, root) in ["external", "process", "store", "data"].into_iter().enumerate() {
        assert_eq!(c.kinds[i].name, root);
        assert!(c.kinds[i].parents.is_empty() && c.kinds[i].above.is_empty());
    }
    for (i, k) in c.kinds.iter().enumerate() {
        assert!(is_snake(&k.name) && !k.label.is_empty(), "{}", k.name);
        assert_eq!(
            c.find_kind(&k.name).map(trustline::catalog::KindId::index),
            Some(i),
            "{} is there twice",
            k.name
        );
        assert!(k.about.ends_with('.') && k.about.len() > 10, "{} does not say what it is", k.name);
        assert!(k.above.is_sorted(), "{}", k.name);
        if i >= 4 {
            let icon = k.icon.as_ref().map(|i| i.text());
            assert!(icon.is_some_and(|i| icons::svg(i).is_some()), "{} has no icon: {icon:?}", k.name);
            assert!(!k.parents.is_empty() && k.parents.iter().all(|p| k.above.contains(p)), "{}", k.name);
            assert_eq!(c.kind(k.parents[0]).unwrap().root, k.root, "{}", k.name);
        }
        if k.root.word() == "data" && i >= 4 {
            assert!(
                k.class.is_some()
                    && k.integrity.is_some()
                    && k.availability.is_some()
                    && k.personal.is_some(),
                "{}",
                k.name
            );
        }
    }
}

#[test]
fn kinds_inherit_from_the_nearest() {
    let c = builtin();
    let kind = |n: &str| c.find_kind(n).unwrap();
    let property = |n: &str| c.find_property(n).unwrap();
    assert!(
        c.is_under(kind("rag_store"), kind("document_store"))
            && c.is_under(kind("rag_store"), kind("vector_store"))
    );
    assert!(c.is_under(kind("model_provider"), kind("llm")));
    assert_eq!(c.kind(kind("model_provider")).unwrap().root.word(), "external");
    assert_eq!(c.kind(kind("model_provider")).unwrap().trust.map(|t| t.word()), Some("partner"));
    assert_eq!(c.default_of(kind("llm"), property("generative")), Some(&Literal::Bool(true)));
    assert_eq!(c.default_of(kind("inference_api"), property("generative")), Some(&Literal::Bool(false)));
    assert_eq!(c.default_of(kind("model_provider"), property("pay_per_use")), Some(&Literal::Bool(true)));
    assert_eq!(c.default_of(kind("orchestrator"), property("autonomous")), Some(&Literal::Bool(false)));
    assert_eq!(c.default_of(kind("coding_agent"), property("autonomous")), Some(&Literal::Bool(true)));
    assert_eq!(c.default_of(kind("gateway"), property("generative")), None);
    assert_eq!(c.default_of(kind("llm"), property("modality")), Some(&Literal::Words(vec!["text".into()])));
}

#[test]
fn properties_are_sane() {
    let c = builtin();
    for p in &c.properties {
        assert!(is_snake(&p.name) && p.about.ends_with('.') && !p.on.is_empty(), "{}", p.name);
        if let PropertyType::OneOf(words) | PropertyType::ManyOf(words) = &p.ty {
            assert!(words.len() > 1 && words.iter().all(|w| is_snake(w)), "{}", p.name);
        }
    }
}

#[test]
fn controls_are_sane() {
    let c = builtin();
    for control in &c.controls {
        assert!(is_snake(&control.name) && !control.label.is_empty(), "{}", control.name);
        assert!(control.about.ends_with('.') && !control.refs.is_empty(), "{}", control.name);
        assert_ne!(control.group, "own", "{} has no group", control.name);
    }
    let reach = |n: &str| c.control(c.find_control(n).unwrap()).unwrap().reach;
    for name in ["rate_limit", "prompt_guard", "output_filtering"] {
        assert_eq!(reach(name), Reach::Path, "{name}");
    }
    assert_eq!(reach("tls"), Reach::Target);
}

/// What is left of `value` when the strongest of `steps` counts in full and all others one more.
fn lowered(value: u8, steps: &[u8], floor: u8) -> u8 {
    let strongest = steps.iter().copied().max().unwrap_or(0);
    let more = u8::from(steps.len() > 1);
    value.saturating_sub(strongest + more).max(floor.min(value))
}

#[test]
fn threats_are_sane() {
    let c = builtin();
    let mut wrong = Vec::new();
    for r in &c.rules {
        let mut must = |ok: bool, what: &str| {
            if !ok {
                wrong.push(format!("{}: {what}", r.name));
            }
        };
        must(
            r.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "its id is not a-z, 0-9, -",
        );
        must(c.rules.iter().filter(|o| o.name == r.name).count() == 1, "is there twice");
        must(
            !r.title.is_empty() && !r.title.ends_with('.') && r.title.len() <= 90,
            "its title is no short line",
        );
        must(r.scenario.len() > 60 && r.mitigation.len() > 60, "has no scenario or mitigation");
        must(
            r.stride.is_empty() == r.harm.is_some() && !r.phase.is_empty() && r.layer.is_some(),
            "has no family, phase or layer",
        );
        must(!r.refs.is_empty(), "refers to nothing");
        must(
            (1..=5).contains(&r.likelihood) && (1..=5).contains(&r.impact),
            "its likelihood or impact is out of range",
        );
        must(!r.lowered_by.is_empty(), "nothing lowers it");
        let steps =
            |list: &[(trustline::catalog::ControlId, u8)]| list.iter().map(|(_, s)| *s).collect::<Vec<_>>();
        let likelihood = lowered(r.likelihood, &steps(&r.lowered_by), r.floor);
        let impact = lowered(r.impact, &steps(&r.softened_by), 1);
        must(likelihood * impact <= 9, &format!("with every control it is still {likelihood} × {impact}"));
        for reference in r.refs.iter().chain(&r.test) {
            must(frameworks::entry(reference).is_some(), &format!("{reference:?} is in no table"));
        }
        let tried = |f: &trustline::catalog::Reference| {
            frameworks::framework(&f.framework)
                .is_some_and(|f| f.kind == frameworks::FrameworkKind::Tool || f.prefix.contains("aitg"))
        };
        must(r.test.iter().all(tried), "a test is no entry of a testing tool or guide");
        if let Some(when) = &r.when {
            must(when.alternatives.iter().all(|a| !a.literals.is_empty()), "has an empty alternative");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_used_of_atlas_is_in_both_editions() {
    let c = builtin();
    let rules = c.rules.iter().map(|r| (&r.name, &r.refs));
    let controls = c.controls.iter().map(|k| (&k.name, &k.refs));
    let mut seen = 0;
    for (name, refs) in rules.chain(controls) {
        for r in refs.iter().filter(|r| r.framework == "atlas") {
            let e = frameworks::entry(r).unwrap();
            assert_eq!(e.edition, "5.6, 2026.09", "{name} refers to {}, which is not in both", r.id);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn references_that_are_in_no_table_do_not_load() {
    let text = "control x \"X\" { refs: [atlas:AML.T9999, nowhere:1, cwe:20] }";
    let (catalog, diagnostics, _) = from_text("test", &[("x.tm", text)]);
    let found: Vec<_> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(found, [codes::UNKNOWN_REFERENCE, codes::UNKNOWN_REFERENCE]);
    assert_eq!(catalog.controls[0].refs.len(), 1);
}

#[test]
fn editions_have_names() {
    use trustline::catalog::edition::EditionError;
    assert_eq!(edition(None).unwrap().edition, trustline::catalog::edition::newest());
    assert_eq!(edition(Some("2026.2")).unwrap_err(), EditionError::Unknown(Some("2026.1".to_owned())));
    assert_eq!(edition(Some("latest")).unwrap_err(), EditionError::Unknown(None));
    assert!(trustline::catalog::edition::read(b"\xff\xff\xff\xff\xff").is_err());
}

fn names<'a>(all: impl Iterator<Item = &'a str>) -> String {
    all.collect::<Vec<_>>().join(", ")
}

fn rule_text(c: &Catalog, r: &Rule) -> String {
    let mut out = String::new();
    let on = match &r.on {
        Subject::Flow => "flow".to_owned(),
        Subject::Element => "element".to_owned(),
        Subject::Boundary => "boundary".to_owned(),
        Subject::Model => "model".to_owned(),
        Subject::Kinds(kinds) => names(kinds.iter().map(|k| c.kind(*k).unwrap().name.as_str())),
    };
    let stride = match r.harm {
        Some(harm) => format!("harm {harm}"),
        None => names(r.stride.iter().map(|s| s.word())),
    };
    let _ = writeln!(out, "threat {} {:?} {stride} on {on}", r.name, r.title);
    let _ = writeln!(out, "  likelihood {} floor {} impact {}", r.likelihood, r.floor, r.impact);
    for (word, list) in [("lowered by", &r.lowered_by), ("softened by", &r.softened_by)] {
        let list: Vec<_> =
            list.iter().map(|(id, n)| format!("{} {n}", c.control(*id).unwrap().name)).collect();
        if !list.is_empty() {
            let _ = writeln!(out, "  {word} {}", list.join(", "));
        }
    }
    if !r.refines.is_empty() {
        let _ =
            writeln!(out, "  refines {}", names(r.refines.iter().map(|o| c.rule(*o).unwrap().name.as_str())));
    }
    if let Some(when) = &r.when {
        let _ = writeln!(out, "  when {}", when.text);
        for a in &when.alternatives {
            let all: Vec<_> = a.literals.iter().map(|l| l.text(c)).collect();
            let _ = writeln!(out, "    {:?}: {}", a.tries, all.join(", "));
        }
    }
    out
}

/// What `after` has that `before` has not.
fn added(before: &Catalog, after: &Catalog) -> String {
    let mut out = String::new();
    for k in &after.kinds {
        let old = before.find_kind(&k.name).and_then(|id| before.kind(id));
        if old.is_some_and(|o| o.defaults == k.defaults) {
            continue;
        }
        let above = names(k.above.iter().map(|a| after.kind(*a).unwrap().name.as_str()));
        let _ = writeln!(out, "kind {} {:?} {} under {above}", k.name, k.label, k.root);
        let text = |v: Option<&str>| v.unwrap_or("-").to_owned();
        let words = [
            ("icon", text(k.icon.as_ref().map(|i| i.text()))),
            ("layer", text(k.layer.as_deref())),
            ("ai", text(k.ai.map(|r| r.word()))),
            ("trust", text(k.trust.map(|t| t.word()))),
            ("class", text(k.class.map(|t| t.word()))),
            ("integrity", text(k.integrity.map(|t| t.word()))),
            ("availability", text(k.availability.map(|t| t.word()))),
            ("personal", k.personal.map_or("-".into(), |p| p.to_string())),
            ("supplied", k.supplied.map_or("-".into(), |p| p.to_string())),
            ("only_if", text(k.only_if.and_then(|p| after.property(p)).map(|p| p.name.as_str()))),
        ];
        let words: Vec<_> = words.iter().filter(|(_, v)| v != "-").map(|(n, v)| format!("{n} {v}")).collect();
        let _ = writeln!(out, "  {}", words.join(", "));
        for (p, value) in &k.defaults {
            let _ = writeln!(out, "  {}: {value}", after.property(*p).unwrap().name);
        }
        let _ = writeln!(out, "  sets {}", k.sets.join(", "));
    }
    for p in &after.properties {
        if before.find_property(&p.name).and_then(|id| before.property(id)) != Some(p) {
            let on = names(p.on.iter().map(|k| after.kind(*k).unwrap().name.as_str()));
            let _ = writeln!(out, "property {} {:?} = {} on {on}", p.name, p.ty, p.default);
        }
    }
    for control in &after.controls {
        if before.find_control(&control.name).is_none() {
            let _ = writeln!(
                out,
                "control {} {:?} group {} reach {} own {}",
                control.name, control.label, control.group, control.reach, control.own
            );
        }
    }
    for r in &after.rules {
        let old = before.find_rule(&r.name).and_then(|id| before.rule(id));
        if old != Some(r) {
            out.push_str(&rule_text(after, r));
        }
    }
    out
}

#[test]
fn words_of_a_model_are_read_like_the_catalogs_own() {
    let folder = root().join("tests/catalog/own");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let before = builtin();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "tm")) {
        seen += 1;
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut sources = Sources::new();
        let file = sources.add(name, text.as_str());
        let parsed = parse(file, &text);
        assert_eq!(said(&parsed.diagnostics, &sources), "", "{name} is a case for tests/syntax");
        let mut after = before.clone();
        let mut diagnostics = Vec::new();
        let statements: Vec<_> = parsed.tree.statements.iter().collect();
        let parts = extend(&mut after, &statements, Origin::Model, &mut diagnostics);
        let mut shown = said(&diagnostics, &sources);
        for p in parts {
            let rule = &after.rule(p.rule).unwrap().name;
            let _ =
                writeln!(shown, "part {} of {rule}{}", p.name, if p.boundary { ", a boundary" } else { "" });
        }
        assert_eq!(sources.iter().count(), 1);
        shown.push_str("---\n");
        shown.push_str(&added(&before, &after));
        let beside = path.with_extension("txt");
        if bless() {
            std::fs::write(&beside, &shown).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != shown {
            wrong.push(format!("{name}:\n{shown}"));
        }
    }
    assert!(seen > 5);
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

/// `when` of a rule on flows, compiled without the rest of a catalog.
fn when(text: &str) -> (Catalog, Vec<Diagnostic>) {
    let text = format!(
        "kind a: process {{ property p {{ type: bool }} }}\nkind d: data\n\
         threat t \"T\" {{ stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: \"S\"\nwhen: {text}\n}}"
    );
    let file = SourceFile::new("x.tm", text.as_str());
    let parsed = parse(FileId(0), &file.text);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let mut catalog = Catalog::roots("test");
    let mut diagnostics = Vec::new();
    let statements: Vec<_> = parsed.tree.statements.iter().collect();
    extend(&mut catalog, &statements, Origin::Catalog, &mut diagnostics);
    (catalog, diagnostics)
}

fn alternatives(text: &str) -> Vec<String> {
    let (c, diagnostics) = when(text);
    assert!(diagnostics.is_empty(), "{text}: {diagnostics:?}");
    let when = c.rules[0].when.as_ref().unwrap();
    when.alternatives
        .iter()
        .map(|a| {
            format!("{:?} {}", a.tries, a.literals.iter().map(|l| l.text(&c)).collect::<Vec<_>>().join(" & "))
        })
        .collect()
}

#[test]
fn conditions_become_alternatives() {
    assert_eq!(
        alternatives("crosses or one_way and crosses up"),
        ["Either crosses", "Either one_way & crosses up"]
    );
    assert_eq!(
        alternatives("(crosses or one_way) and (source is a or target is a)"),
        [
            "Either crosses & source is a",
            "Either crosses & target is a",
            "Either one_way & source is a",
            "Either one_way & target is a",
        ]
    );
    assert_eq!(
        alternatives("not (crosses and (one_way or not source.p))"),
        ["Either not crosses", "Either not one_way & source.p"]
    );
    assert_eq!(alternatives("not not crosses"), ["Either crosses"]);
    // Nothing stands twice, and what contradicts itself is gone.
    assert_eq!(alternatives("crosses and crosses or crosses"), ["Either crosses"]);
    assert_eq!(alternatives("(crosses or one_way) and not crosses"), ["Either one_way & not crosses"]);
    // What asks for more than another asks for nothing new.
    assert_eq!(
        alternatives("crosses and one_way or source is a or crosses"),
        ["Either source is a", "Either crosses"]
    );
}

#[test]
fn alternatives_say_which_movements_they_are_tried_on() {
    assert_eq!(alternatives("sends d"), ["Forward sends d"]);
    assert_eq!(alternatives("crosses and writes anything"), ["Forward crosses & writes anything"]);
    assert_eq!(alternatives("returns >= secret"), ["Back returns >= secret"]);
    assert_eq!(alternatives("sends d and returns d"), ["Either sends d & returns d"]);
    assert_eq!(alternatives("moves d and not writes d"), ["Either moves d & not writes d"]);
    assert_eq!(alternatives("sends d or returns personal"), ["Forward sends d", "Back returns personal"]);
}

#[test]
fn conditions_are_bounded() {
    // Eight free pairs are 256 alternatives, nine are 512.
    let matters = [
        "d",
        "personal",
        "anything",
        ">= secret",
        ">= internal",
        "== public",
        ">= confidential",
        "< secret",
        "!= public",
    ];
    let pairs: Vec<_> = matters.iter().map(|m| format!("(source stores {m} or target holds {m})")).collect();
    assert_eq!(alternatives(&pairs[..8].join(" and ")).len(), 256);
    let (_, diagnostics) = when(&pairs.join(" and "));
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, codes::BAD_EXPRESSION);
    let (_, diagnostics) = when("crosses and not crosses");
    assert_eq!(diagnostics.len(), 1);
    assert!(diagnostics[0].message.contains("never hold"));
}

#[test]
fn the_text_of_a_condition_is_folded() {
    let (c, diagnostics) =
        when("((crosses)) // why\n  and   not (one_way or\n source.p)\n  or source.trust < internal");
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let text = &c.rules[0].when.as_ref().unwrap().text;
    assert_eq!(text, "crosses and not (one_way or source.p) or source.trust < internal");
    // What was folded is the same condition.
    assert_eq!(when(text).0.rules[0].when, c.rules[0].when);
}

/// Adds a text's words to the built-in catalog and gives what was said.
fn own(text: &str) -> Vec<Diagnostic> {
    let parsed = parse(FileId(0), text);
    let mut diagnostics = parsed.diagnostics;
    let statements: Vec<_> = parsed.tree.statements.iter().collect();
    extend(&mut builtin(), &statements, Origin::Model, &mut diagnostics);
    diagnostics
}

#[test]
fn hostile_words_are_read() {
    let many = |n: usize, one: &dyn Fn(usize) -> String| (0..n).map(one).collect::<String>();
    let threat = |name: &str, inner: &str| {
        format!(
            "threat {name} \"T\" {{ stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: \"S\"\n{inner}\n}}\n"
        )
    };
    let pairs: Vec<_> = (0..128)
        .map(|i| format!("(source.trust == internal or target stores >= secret and sender is llm{i})"))
        .collect();
    let texts = [
        many(20_000, &|i| format!("kind k{i}: k{}\n", i + 1)),
        many(20_000, &|i| format!("kind k{i}: k{}\n", (i + 1) % 20_000)),
        many(20_000, &|i| format!("kind k{i}: nowhere{i}\n")),
        many(600, &|i| {
            let properties = many(200, &|p| format!("property p{i}_{p} {{ type: bool }}\n"));
            format!("kind k{i}: k{} {{\n{properties}}}\n", i + 1)
        }),
        format!("kind k: llm {{\n{}}}", many(20_000, &|i| format!("moddality{i}: text\n"))),
        format!("kind k: {}\n", vec!["llm"; 20_000].join(", ")),
        format!("property p {{ on: llm, type: [{}] }}", many(20_000, &|i| format!("w{i}, "))),
        threat("t", &format!("refs: [{}]", many(20_000, &|i| format!("atlas:AML.T{i}x, ")))),
        threat("t", &format!("lowered_by: {{ {} }}", many(20_000, &|i| format!("rate_limit{i}: 1, ")))),
        threat("t", &format!("when: {}", vec!["crosses"; 20_000].join(" and "))),
        threat("t", &format!("when: {}", pairs.join(" and "))),
        many(2_000, &|i| threat(&format!("t{i}"), &format!("refines: t{}", i + 1))),
    ];
    for text in texts {
        let diagnostics = own(&text);
        assert!(
            !diagnostics.is_empty() && diagnostics.len() < 1_100,
            "{} of {:.60}",
            diagnostics.len(),
            text
        );
    }
}
