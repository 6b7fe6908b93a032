// The vocabulary of controls. Each says what is true of the system when the control is in force;
// a threat names the controls that lower it, and by how much.
//
// `reach: path` is for controls that act on whatever passes: if every way from where a threat
// starts leads through one, it counts for what lies behind. The others count where they stand.
// An input check, a quota or a sign-in at the entry does not have it: what is called further
// in, with which arguments, for how long and as whom, is decided behind the entry.
//
// `acts` says what a control does where ways of attackers, entry points and supply chains ask for it;
// `verifies`, of which data it proves who made it, or that it is unchanged.
//
// `default_for` is the playbook: what a platform team expects of such parts before it looks at any
// threat. It names kinds as far up as it holds for all below, and asks no kind for more than six.
//
// References to NIST AI RMF, ISO/IEC 42001 and the EU AI Act are the nearest match, one each.

// Who may do what.

control auth "Authentication" {
  group: identity
  acts: door
  about: "Every caller proves who it is before it gets anything."
  default_for: [
    partner,
    tool,
    business_app,
    embedding_service,
    inference_service,
    inference_api,
    gateway,
    notebook,
    experiment_tracker
  ]
  refs: [
    atlas:AML.M0019,
    exchange:modelaccesscontrol,
    saif:controlApplicationAccessManagement,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.5,
    eu-ai-act:"Art. 15"
  ]
}

control mfa "Multi-factor authentication" {
  group: identity
  acts: door
  about: "Signing in takes a second proof besides the password."
  default_for: [staff, identity_provider]
  refs: [
    atlas:AML.M0019,
    exchange:modelaccesscontrol,
    exchange:secprogram,
    saif:controlApplicationAccessManagement,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control mutual_auth "Mutual authentication" {
  group: identity
  acts: [wire, door]
  about: "Both ends of a connection prove who they are, for example by certificates on both sides."
  default_for: [partner_agent, federated_client]
  refs: [
    atlas:AML.M0032,
    exchange:modelaccesscontrol,
    saif:controlInterComponentTransportSecurity,
    saif:controlComponentIdentityProvenance,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.10.3,
    eu-ai-act:"Art. 15"
  ]
}

control access_control "Access control" {
  group: identity
  acts: door
  about: "Every access is checked against what this caller may do with this object."
  default_for: [
    business_app,
    labeling,
    control_plane,
    monitoring,
    dashboard,
    experiment_tracker,
    store
  ]
  refs: [
    atlas:AML.M0005,
    atlas:AML.M0019,
    exchange:modelaccesscontrol,
    exchange:devsecurity,
    saif:controlModelAndDataAccessControls,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.3,
    eu-ai-act:"Art. 15"
  ]
}

control least_privilege "Least privilege" {
  group: identity
  about: "A part has only the rights that its task needs, and no others."
  default_for: [agent, orchestrator, code_runner, tool, data_ingestion, build, training]
  refs: [
    atlas:AML.M0026,
    atlas:AML.M0028,
    exchange:leastmodelprivilege,
    saif:controlAgentPluginPermissions,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.9.3,
    eu-ai-act:"Art. 14"
  ]
}

control user_context_authz "Authorization as the user" {
  group: identity
  about: "What is done or fetched for a user is checked against that user's rights, not the system's."
  default_for: [retriever]
  refs: [
    atlas:AML.M0027,
    exchange:leastmodelprivilege,
    saif:controlAgentCredentialIsolation,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.9.3,
    eu-ai-act:"Art. 15"
  ]
}

control tenant_isolation "Tenant isolation" {
  group: identity
  about: "Data and context of one customer, team or session cannot reach another."
  default_for: [gpu_cluster, session_store]
  refs: [
    atlas:AML.M0032,
    exchange:augmentationdataconfidentiality,
    saif:controlUserDataManagement,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 10"
  ]
}

control secret_management "Secret management" {
  group: identity
  about: "Keys and tokens come from a vault, expire soon, and stand in no prompt, code or image."
  default_for: [build, mobile_app, notebook, secrets_store]
  refs: [
    atlas:AML.M0012,
    exchange:devsecurity,
    exchange:secprogram,
    saif:controlAgentCredentialIsolation,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

// Keeping data closed, lawful and short-lived.

control tls "Encrypted transport" {
  group: data_protection
  acts: [wire, door]
  about: "The connection is encrypted, and the server's certificate is checked."
  default_for: [
    data_provider,
    model_provider,
    third_party_api,
    external_service,
    payment_service,
    mcp_server,
    inference_api,
    gateway,
    web_app
  ]
  refs: [
    atlas:AML.M0012,
    exchange:modelinputconfidentiality,
    exchange:runtimemodeliointegrity,
    saif:controlInterComponentTransportSecurity,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control message_integrity "Message integrity" {
  group: data_protection
  acts: [wire, door]
  about: "Messages are signed, so that changed, forged or repeated ones are noticed."
  default_for: [message_queue]
  refs: [
    atlas:AML.M0032,
    exchange:runtimemodeliointegrity,
    saif:controlInterComponentTransportSecurity,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control encryption_at_rest "Encryption at rest" {
  group: data_protection
  acts: door
  about: "What is stored is encrypted, with keys that are kept elsewhere."
  default_for: [
    edge_device,
    database,
    data_source,
    file_system,
    ticket_system,
    mailbox,
    training_store,
    log_store,
    secrets_store,
    knowledge_store,
    session_store,
    model_store
  ]
  refs: [
    atlas:AML.M0012,
    exchange:augmentationdataconfidentiality,
    exchange:runtimemodelconfidentiality,
    exchange:devsecurity,
    saif:controlModelAndDataAccessControls,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control pii_redaction "Redaction of personal data" {
  group: data_protection
  about: "Personal data is removed or masked before it goes on."
  refs: [
    atlas:AML.M0007,
    exchange:dataminimize,
    exchange:obfuscatetrainingdata,
    saif:controlTrainingDataManagement,
    saif:controlUserDataManagement,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

control data_minimization "Data minimization" {
  group: data_protection
  about: "Only the data that the purpose needs is collected, kept and sent."
  default_for: [feedback_collector]
  refs: [
    atlas:AML.M0000,
    exchange:dataminimize,
    exchange:alloweddata,
    saif:controlTrainingDataManagement,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

control retention_limit "Limited retention" {
  group: data_protection
  acts: upkeep
  about: "Data is deleted when its time is up, also where it was copied, embedded or cached."
  default_for: [mailbox, feedback_store, log_store, session_store]
  refs: [
    atlas:AML.M0000,
    exchange:shortretain,
    saif:controlUserDataManagement,
    nist-ai-rmf:"GOVERN 1.7",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

control differential_privacy "Differential privacy" {
  group: data_protection
  about: "Noise bounds what can be learned about any one record."
  refs: [
    atlas:AML.M0003,
    exchange:obfuscatetrainingdata,
    saif:controlModelPrivacyEnhancingTechnologies,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

control secure_aggregation "Secure aggregation" {
  group: data_protection
  about: "Updates of many participants are added up so that nobody sees a single one."
  default_for: [federated_aggregator]
  refs: [
    aidefend:AID-H-008.001,
    exchange:obfuscatetrainingdata,
    saif:controlModelPrivacyEnhancingTechnologies,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

control confidential_compute "Confidential computing" {
  group: data_protection
  about: "Weights and data stay protected while they are in use, also from whoever runs the machine."
  refs: [
    atlas:AML.M0012,
    exchange:confcompute,
    exchange:runtimemodelconfidentiality,
    saif:controlIsolatedConfidentialComputing,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control consent_lawful_basis "Lawful basis" {
  group: data_protection
  acts: upkeep
  about: "Why the data may be used, and for what, is established and on record."
  refs: [
    atlas:AML.M0025,
    exchange:alloweddata,
    exchange:checkcompliance,
    saif:controlTrainingDataManagement,
    nist-ai-rmf:"GOVERN 1.1",
    iso-42001:A.7.3,
    eu-ai-act:"Art. 10"
  ]
}

control erasure_process "Erasure process" {
  group: data_protection
  acts: upkeep
  about: "A request to delete reaches training data, indexes, caches and logs."
  default_for: [knowledge_store]
  refs: [
    atlas:AML.M0025,
    exchange:shortretain,
    exchange:checkcompliance,
    saif:controlUserDataManagement,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.7.2,
    eu-ai-act:"Art. 10"
  ]
}

// Knowing what comes in from others.

control provenance "Provenance" {
  group: supply_chain
  acts: entry
  verifies: [training_set, labels]
  about: "Where content came from is on record, and it is checked before use."
  default_for: [data_provider, data_ingestion, training_store, knowledge_store]
  refs: [
    atlas:AML.M0025,
    atlas:AML.M0023,
    exchange:supplychainmanage,
    exchange:dataqualitycontrol,
    saif:controlModelAndDataInventoryManagement,
    nist-ai-rmf:"MAP 4.1",
    iso-42001:A.7.5,
    eu-ai-act:"Art. 10"
  ]
}

control signing "Signing" {
  group: supply_chain
  acts: entry
  verifies: [weights, code, packages, training_set, labels]
  about: "Artifacts are signed by who made them, and unsigned ones are refused."
  default_for: [
    build,
    model_conversion,
    tool_registry,
    agent_registry,
    container_registry,
    model_store
  ]
  refs: [
    atlas:AML.M0013,
    atlas:AML.M0014,
    exchange:supplychainmanage,
    saif:controlModelAndDataIntegrityManagement,
    nist-ai-rmf:"MAP 4.1",
    iso-42001:A.10.3,
    eu-ai-act:"Art. 15"
  ]
}

control integrity_check "Integrity check" {
  group: supply_chain
  acts: entry
  verifies: [weights, code, packages, training_set, labels]
  about: "Content is compared with a trusted hash or copy before it is used."
  default_for: [model_server, federated_client, model_conversion]
  refs: [
    atlas:AML.M0014,
    exchange:runtimemodelintegrity,
    exchange:supplychainmanage,
    exchange:augmentationdataintegrity,
    saif:controlModelAndDataIntegrityManagement,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.7.5,
    eu-ai-act:"Art. 15"
  ]
}

control artifact_scanning "Artifact scanning" {
  group: supply_chain
  acts: [entry, goods]
  about: "Model files, packages and skills are scanned before they are let in."
  default_for: [third_party_model, code_repo, container_registry]
  refs: [
    atlas:AML.M0016,
    atlas:AML.M0011,
    exchange:supplychainmanage,
    saif:controlVulnerabilityManagement,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.4,
    eu-ai-act:"Art. 15"
  ]
}

control safe_format "Safe file formats" {
  group: supply_chain
  acts: goods
  about: "Models are stored and loaded only in formats that cannot carry code, such as safetensors."
  default_for: [model_store]
  refs: [
    atlas:AML.M0011,
    exchange:supplychainmanage,
    saif:controlSecureByDefaultMLTooling,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.4.4,
    eu-ai-act:"Art. 15"
  ]
}

control dependency_pinning "Pinned dependencies" {
  group: supply_chain
  verifies: packages
  about: "Libraries have fixed versions with hashes, and come from an index that is one's own."
  default_for: [build, training]
  refs: [
    atlas:AML.M0013,
    atlas:AML.M0016,
    exchange:supplychainmanage,
    exchange:devsecurity,
    saif:controlVulnerabilityManagement,
    nist-ai-rmf:"MAP 4.1",
    iso-42001:A.4.4,
    eu-ai-act:"Art. 15"
  ]
}

control ai_bom "Bill of materials" {
  group: supply_chain
  about: "Which models, data, tools and packages the system is made of is on record."
  refs: [
    atlas:AML.M0023,
    exchange:supplychainmanage,
    saif:controlModelAndDataInventoryManagement,
    nist-ai-rmf:"GOVERN 1.6",
    iso-42001:A.4.2,
    eu-ai-act:"Art. 11"
  ]
}

control vendor_assurance "Supplier assurance" {
  group: supply_chain
  acts: upkeep
  about: "The supplier has been reviewed, and the contract says what it may do and must guarantee."
  default_for: [
    data_provider,
    model_provider,
    third_party_api,
    external_service,
    payment_service,
    third_party_model,
    partner,
    partner_agent
  ]
  refs: [
    atlas:AML.M0023,
    exchange:supplychainmanage,
    saif:controlProductGovernance,
    nist-ai-rmf:"GOVERN 6.1",
    iso-42001:A.10.3,
    eu-ai-act:"Art. 25"
  ]
}

control version_pinning "Pinned versions" {
  group: supply_chain
  acts: goods
  about: "Models, tools and prompts change version only after somebody has reviewed the change."
  default_for: [model_provider, mcp_server, plugin, embedding_service, llm_router, prompt_store]
  refs: [
    atlas:AML.M0014,
    exchange:supplychainmanage,
    saif:controlComponentIdentityProvenance,
    nist-ai-rmf:"MANAGE 3.2",
    iso-42001:A.10.3,
    eu-ai-act:"Art. 25"
  ]
}

// Knowing what the data is worth.

control data_validation "Data validation" {
  group: data_quality
  acts: entry
  about: "Data that breaks the schema, repeats itself or stands out is held back."
  default_for: [data_ingestion, feedback_collector, training_store]
  refs: [
    atlas:AML.M0007,
    exchange:dataqualitycontrol,
    saif:controlTrainingDataSanitization,
    nist-ai-rmf:"MEASURE 2.1",
    iso-42001:A.7.4,
    eu-ai-act:"Art. 10"
  ]
}

control label_review "Label review" {
  group: data_quality
  about: "Samples of labels are checked by a second person or by vote."
  default_for: [labeling, label_store]
  refs: [
    atlas:AML.M0007,
    exchange:dataqualitycontrol,
    saif:controlTrainingDataSanitization,
    nist-ai-rmf:"MEASURE 2.1",
    iso-42001:A.7.4,
    eu-ai-act:"Art. 10"
  ]
}

// Making the model itself harder to mislead.

control robust_training "Robust training" {
  group: model
  about: "A few bad examples or participants cannot move the model much."
  default_for: [federated_aggregator]
  refs: [
    atlas:AML.M0003,
    atlas:AML.M0006,
    exchange:poisonrobustmodel,
    exchange:modelensemble,
    exchange:moretraindata,
    saif:controlAdversarialTrainingAndTesting,
    nist-ai-rmf:"MEASURE 2.5",
    iso-42001:A.6.1.3,
    eu-ai-act:"Art. 15"
  ]
}

control adversarial_training "Adversarial training" {
  group: model
  about: "The model was trained on inputs made to mislead it."
  refs: [
    atlas:AML.M0003,
    exchange:trainadversarial,
    exchange:evasionrobustmodel,
    saif:controlAdversarialTrainingAndTesting,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.1.3,
    eu-ai-act:"Art. 15"
  ]
}

control ensemble "Ensemble" {
  group: model
  about: "Several different models must agree on the result."
  refs: [
    atlas:AML.M0006,
    exchange:modelensemble,
    saif:controlAdversarialTrainingAndTesting,
    nist-ai-rmf:"MEASURE 2.5",
    iso-42001:A.6.1.3,
    eu-ai-act:"Art. 15"
  ]
}

control model_alignment "Model alignment" {
  group: model
  about: "The model was tuned to refuse harmful requests and to put its instructions first."
  refs: [
    atlas:AML.M0022,
    exchange:modelalignment,
    saif:controlAdversarialTrainingAndTesting,
    nist-ai-rmf:"MEASURE 2.6",
    iso-42001:A.6.1.3,
    eu-ai-act:"Art. 15"
  ]
}

control model_validation "Model validation" {
  group: model
  about: "No model is released before it has passed tests, for hidden behavior as well."
  default_for: [
    third_party_model,
    inference_service,
    llm,
    edge_device,
    evaluation,
    model_conversion
  ]
  refs: [
    atlas:AML.M0008,
    exchange:continuousvalidation,
    saif:controlRedTeaming,
    nist-ai-rmf:"MEASURE 2.5",
    iso-42001:A.6.2.4,
    eu-ai-act:"Art. 15"
  ]
}

control red_teaming "Red teaming" {
  group: model
  about: "People attack the system regularly, and what they find gets fixed."
  default_for: [guardrail, evaluation]
  refs: [
    atlas:AML.M0008,
    exchange:continuousvalidation,
    saif:controlRedTeaming,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.4,
    eu-ai-act:"Art. 55"
  ]
}

control grounding "Grounding" {
  group: model
  about: "Answers rest on checked sources, which they cite."
  refs: [
    atlas:AML.M0021,
    exchange:continuousvalidation,
    saif:controlOutputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.5",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control model_obfuscation "Model obfuscation" {
  group: model
  about: "The weights are hard to read where others hold the machine."
  default_for: [edge_device]
  refs: [
    atlas:AML.M0001,
    exchange:modelobfuscation,
    saif:controlIsolatedConfidentialComputing,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

// What stands between a caller, a model and the world.

control input_validation "Input validation" {
  group: runtime
  acts: entry
  about: "Input of the wrong type, size, format or encoding is refused."
  default_for: [tool, gateway, web_app]
  refs: [
    atlas:AML.M0033,
    exchange:dosinputvalidation,
    exchange:anomalousinputhandling,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control adversarial_input_detection "Adversarial input detection" {
  group: runtime
  reach: path
  acts: entry
  about: "Inputs that look made to mislead the model are noticed and stopped."
  refs: [
    atlas:AML.M0015,
    exchange:evasioninputhandling,
    exchange:anomalousinputhandling,
    exchange:unwantedinputserieshandling,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control input_transformation "Input transformation" {
  group: runtime
  reach: path
  about: "Inputs are re-encoded or smoothed, which breaks finely tuned manipulations."
  refs: [
    atlas:AML.M0010,
    exchange:inputdistortion,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control prompt_guard "Prompt guard" {
  group: runtime
  reach: path
  acts: entry
  about: "A filter looks for attacks in what goes into the model, and stops what it finds."
  default_for: [llm]
  refs: [
    atlas:AML.M0020,
    exchange:promptinjectioniohandling,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control input_segregation "Input segregation" {
  group: runtime
  acts: entry
  about: "Untrusted content is marked as such and kept apart from instructions."
  default_for: [orchestrator, retriever]
  refs: [
    atlas:AML.M0030,
    atlas:AML.M0021,
    exchange:inputsegregation,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control output_filtering "Output filtering" {
  group: runtime
  reach: path
  about: "Answers are checked for harmful or sensitive content before they go out."
  default_for: [llm]
  refs: [
    atlas:AML.M0020,
    atlas:AML.M0002,
    exchange:sensitiveoutputhandling,
    saif:controlOutputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.6",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control output_encoding "Output encoding" {
  group: runtime
  about: "Model output is escaped and checked against a schema before anything shows or runs it."
  default_for: [web_app]
  refs: [
    atlas:AML.M0033,
    exchange:encodemodeloutput,
    saif:controlOutputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control output_minimization "Output minimization" {
  group: runtime
  about: "Answers carry no more than callers need: no raw scores, no internals."
  refs: [
    atlas:AML.M0002,
    exchange:obscureconfidence,
    saif:controlOutputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control egress_control "Egress control" {
  group: runtime
  about: "Connections go out only to listed destinations, and no remote content is loaded by itself."
  default_for: [code_runner]
  refs: [
    atlas:AML.M0030,
    exchange:leastmodelprivilege,
    saif:controlAgentPluginPermissions,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control rate_limit "Rate limiting" {
  group: runtime
  reach: path
  about: "Each caller can make only so many requests in a given time."
  default_for: [feedback_collector, identity_provider, inference_api, gateway, web_app]
  refs: [
    atlas:AML.M0004,
    exchange:ratelimit,
    saif:controlApplicationAccessManagement,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control resource_quota "Resource quotas" {
  group: runtime
  about: "Tokens, time, depth and spending are capped for each caller and each task."
  default_for: [
    agent,
    orchestrator,
    code_runner,
    gpu_cluster,
    embedding_service,
    inference_service,
    llm
  ]
  refs: [
    atlas:AML.M0004,
    exchange:limitresources,
    exchange:dosinputvalidation,
    saif:controlAgentExecutionBounds,
    nist-ai-rmf:"MANAGE 2.2",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control circuit_breaker "Circuit breaker" {
  group: runtime
  about: "Loops and chains of failures are cut off by themselves."
  refs: [
    atlas:AML.M0004,
    exchange:limitresources,
    exchange:oversight,
    saif:controlAgentExecutionBounds,
    nist-ai-rmf:"MANAGE 2.4",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 14"
  ]
}

control sandboxing "Sandboxing" {
  group: runtime
  about: "Code and tools run shut off from everything that they do not need."
  default_for: [coding_agent, code_runner, notebook]
  refs: [
    atlas:AML.M0032,
    exchange:agentsandboxing,
    exchange:leastmodelprivilege,
    saif:controlAgentExecutionBounds,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control network_segmentation "Network segmentation" {
  group: runtime
  acts: door
  about: "Only the parts that must talk to each other can, and no internal port is open to the public."
  default_for: [compute, notebook]
  refs: [
    atlas:AML.M0032,
    exchange:devsecurity,
    exchange:segregatedata,
    saif:controlIsolatedConfidentialComputing,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control tool_allowlist "Tool allow-list" {
  group: runtime
  about: "Only reviewed tools can be called, and only with allowed parameters."
  default_for: [agent]
  refs: [
    atlas:AML.M0028,
    exchange:leastmodelprivilege,
    saif:controlAgentPluginPermissions,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.9.3,
    eu-ai-act:"Art. 14"
  ]
}

control deepfake_detection "Deepfake detection" {
  group: runtime
  reach: path
  about: "Voices, faces and documents are checked for being genuine and live."
  refs: [
    atlas:AML.M0034,
    atlas:AML.M0009,
    exchange:anomalousinputhandling,
    saif:controlInputValidationAndSanitization,
    nist-ai-rmf:"MEASURE 2.7",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

control memory_hardening "Hardened memory" {
  group: runtime
  about: "What goes into memory is checked, says who wrote it, and expires."
  default_for: [memory_store]
  refs: [
    atlas:AML.M0031,
    exchange:augmentationdataintegrity,
    saif:controlRetrievalAndVectorSystemIntegrity,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 15"
  ]
}

// People who see, decide and stop.

control human_approval "Human approval" {
  group: oversight
  about: "A person who sees the real action must confirm it before it takes effect."
  default_for: [agent]
  refs: [
    atlas:AML.M0029,
    exchange:oversight,
    saif:controlAgentPluginUserControl,
    nist-ai-rmf:"MAP 3.5",
    iso-42001:A.9.3,
    eu-ai-act:"Art. 14"
  ]
}

control kill_switch "Kill switch" {
  group: oversight
  about: "Operators can stop the system at once."
  refs: [
    atlas:AML.M0029,
    exchange:oversight,
    saif:controlIncidentResponseManagement,
    nist-ai-rmf:"MANAGE 2.4",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 14"
  ]
}

control user_training "Training of people" {
  group: oversight
  about: "Users and reviewers know what the system can and cannot do."
  default_for: [annotator, human_reviewer]
  refs: [
    atlas:AML.M0018,
    exchange:seceducate,
    exchange:aitransparency,
    saif:controlUserPoliciesAndEducation,
    nist-ai-rmf:"GOVERN 2.2",
    iso-42001:A.8.2,
    eu-ai-act:"Art. 4"
  ]
}

control transparency_notice "Transparency notice" {
  group: oversight
  acts: upkeep
  about: "Users are told that AI is at work, what it used, and how sure it is."
  refs: [
    atlas:AML.M0018,
    exchange:aitransparency,
    exchange:explainability,
    saif:controlUserTransparencyAndControls,
    nist-ai-rmf:"MEASURE 2.8",
    iso-42001:A.8.2,
    eu-ai-act:"Art. 50"
  ]
}

control watermarking "Watermarking" {
  group: oversight
  about: "Outputs or models carry a mark that shows where they come from."
  refs: [
    atlas:AML.M0002,
    exchange:modelwatermarking,
    saif:controlUserTransparencyAndControls,
    nist-ai-rmf:"MEASURE 2.8",
    iso-42001:A.8.2,
    eu-ai-act:"Art. 50"
  ]
}

// Running it well, and noticing when it does not.

control drift_monitoring "Drift monitoring" {
  group: operations
  about: "Changes in the data or in the quality of results raise an alarm."
  refs: [
    atlas:AML.M0008,
    atlas:AML.M0024,
    exchange:continuousvalidation,
    saif:controlThreatDetection,
    nist-ai-rmf:"MEASURE 2.4",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 72"
  ]
}

control audit_log "Audit log" {
  group: operations
  about: "Who did what, with which input and version, is on a record that cannot be changed unnoticed."
  default_for: [
    agent,
    tool,
    business_app,
    control_plane,
    identity_provider,
    gateway,
    llm_router,
    training,
    database,
    secrets_store,
    config_store,
    model_registry
  ]
  refs: [
    atlas:AML.M0024,
    exchange:monitoruse,
    saif:controlAgentObservability,
    nist-ai-rmf:"MEASURE 2.8",
    iso-42001:A.6.2.8,
    eu-ai-act:"Art. 12"
  ]
}

control log_protection "Log protection" {
  group: operations
  about: "Logs cannot be rewritten, hold no secrets, and are open only to those who need them."
  default_for: [log_store]
  refs: [
    atlas:AML.M0005,
    exchange:monitoruse,
    saif:controlThreatDetection,
    nist-ai-rmf:"MEASURE 2.10",
    iso-42001:A.6.2.8,
    eu-ai-act:"Art. 12"
  ]
}

control monitoring "Monitoring" {
  group: operations
  about: "Use is watched, and somebody answers the alarms."
  default_for: [model_server, guardrail]
  refs: [
    atlas:AML.M0024,
    exchange:monitoruse,
    saif:controlThreatDetection,
    nist-ai-rmf:"MANAGE 4.1",
    iso-42001:A.6.2.6,
    eu-ai-act:"Art. 72"
  ]
}

control incident_response "Incident response" {
  group: operations
  about: "There is a practiced plan for incidents, and somebody in charge of it."
  default_for: [monitoring]
  refs: [
    atlas:AML.M0024,
    exchange:secprogram,
    saif:controlIncidentResponseManagement,
    nist-ai-rmf:"MANAGE 4.3",
    iso-42001:A.8.4,
    eu-ai-act:"Art. 73"
  ]
}

control backup "Backup" {
  group: operations
  about: "Copies exist out of an attacker's reach, and restoring them has been tried."
  default_for: [database, file_system, ticket_system, training_store, code_repo]
  refs: [
    atlas:AML.M0014,
    exchange:secprogram,
    saif:controlModelAndDataIntegrityManagement,
    nist-ai-rmf:"MANAGE 2.3",
    iso-42001:A.4.3,
    eu-ai-act:"Art. 15"
  ]
}

control redundancy "Redundancy" {
  group: operations
  about: "Another model, provider or manual way takes over when this one fails."
  default_for: [model_provider]
  refs: [
    atlas:AML.M0006,
    exchange:limitresources,
    saif:controlIncidentResponseManagement,
    nist-ai-rmf:"GOVERN 6.2",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control inventory "Inventory" {
  group: operations
  about: "Every model, agent, endpoint and server is registered, with an owner."
  default_for: [tool_registry, agent_registry]
  refs: [
    atlas:AML.M0023,
    exchange:aiprogram,
    saif:controlAgentInventoryManagement,
    nist-ai-rmf:"GOVERN 1.6",
    iso-42001:A.4.2,
    eu-ai-act:"Art. 49"
  ]
}

control patching "Patching" {
  group: operations
  about: "Known vulnerabilities are fixed within a set time."
  default_for: [compute, edge_device, mobile_app]
  refs: [
    atlas:AML.M0016,
    exchange:secprogram,
    exchange:devsecurity,
    saif:controlVulnerabilityManagement,
    nist-ai-rmf:"MANAGE 4.2",
    iso-42001:A.4.4,
    eu-ai-act:"Art. 15"
  ]
}

control config_hardening "Hardened configuration" {
  group: operations
  about: "Settings start out safe, and changes to them are reviewed."
  default_for: [compute]
  refs: [
    atlas:AML.M0032,
    exchange:devsecurity,
    exchange:secdevprogram,
    saif:controlSecureByDefaultMLTooling,
    nist-ai-rmf:"MAP 4.2",
    iso-42001:A.4.5,
    eu-ai-act:"Art. 15"
  ]
}

control change_control "Change control" {
  group: operations
  about: "Nobody changes code, prompts, settings or models without a second person's approval."
  default_for: [
    build,
    guardrail,
    training,
    tool_registry,
    agent_registry,
    config_store,
    code_repo,
    prompt_store,
    model_registry
  ]
  refs: [
    atlas:AML.M0014,
    exchange:secdevprogram,
    exchange:devprogram,
    saif:controlAgentIntegrityManagement,
    nist-ai-rmf:"MANAGE 4.2",
    iso-42001:A.6.2.5,
    eu-ai-act:"Art. 17"
  ]
}

control disclosure_limit "Limited disclosure" {
  group: operations
  about: "Little is published about the model, its data and its prompts."
  refs: [
    atlas:AML.M0000,
    atlas:AML.M0001,
    exchange:discrete,
    saif:controlProductGovernance,
    nist-ai-rmf:"MEASURE 2.8",
    iso-42001:A.8.2,
    eu-ai-act:"Art. 13"
  ]
}
