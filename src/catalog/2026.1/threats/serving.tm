// Models that answer calls: theft of the model, load and cost, who may call, and what becomes of model and answer
// where it runs.
//
// Where an endpoint hands calls on to a model server behind it, the model is the one behind: an element that
// gets its answers or decisions from another model server is not meant by the rules on elements.

// Conditions: ip or confidential -> property proprietary of model servers (true unless set); its answers must
// reach less trusted callers. A model that others host is theirs to lose.
threat model-extraction "Systematic queries copy the model" {
  stride: information_disclosure
  on: model_server
  when: element.proprietary and not element is third_party and (element gives answers or element gives decisions)
    and (element is llm
      or not element receives answers from model_server and not element receives decisions from model_server)
    and (exposes answers to untrusted or exposes decisions to untrusted
      or element.trust >= internal and (exposes answers to partner or exposes decisions to partner))
  likelihood: 3
  impact: 4
  lowered_by: { rate_limit: 2, auth: 1, output_minimization: 1, monitoring: 1 }
  softened_by: { watermarking: 1 }
  scenario: """
    A caller asks {element} many thousand well chosen questions, keeps the pairs of question and answer, and trains
    a copy on them. The copy costs a fraction of the original and serves to prepare further attacks.
  """
  mitigation: """
    Limit queries by account and by day in front of {element}, not only by second, and let nobody ask without an
    account. Return the result without scores, logits or more text than needed. Watch for callers who cover the
    input space evenly, and settle copying in the terms of use.
  """
  phase: runtime
  layer: foundation_models
  test: [art:KnockoffNets, art:CopycatCNN, counterfit:art.copycat_cnn, aitg:AITG-APP-09]
  refs: [
    atlas:AML.T0024.002,
    atlas:AML.T0005.001,
    atlas:AML.T0048.004,
    owasp-llm-2025:LLM10,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM06,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML05,
    owasp-dsgai-2026:DSGAI20,
    nist-ai-100-2:NISTAML.031,
    cwe:200,
    cwe:799,
    maestro:L1.2,
    exchange:modelexfiltration,
    saif:riskModelReverseEngineering,
    saif:riskModelExfiltration
  ]
}

// Conditions: none but missing controls. The rule stands at the entry: a caller below internal trust whose
// calls lead to a model, not where it calls a partner who calls in turn. Staff need no flood, and feedback for training
// asks the model nothing.
threat inference-flood "Floods or huge inputs make the model unavailable" {
  stride: denial_of_service
  on: flow
  when: crosses and source.trust < internal and target.trust >= partner and target reaches model_server
    and not source is staff and not source is physical_environment and not target is partner
    and not sends training_set and not sends labels
  refines: [flow-flood]
  likelihood: 4
  impact: 3
  lowered_by: { rate_limit: 2, resource_quota: 1, input_validation: 1 }
  softened_by: { redundancy: 1 }
  scenario: """
    {source} sends {target} many requests at once, or a few that are as long and as slow as possible. Each one
    occupies a model for seconds, so that little traffic is enough to keep everybody else waiting.
  """
  mitigation: """
    Limit requests and tokens by caller at {target}, and refuse inputs over a length before any model sees them. Cap
    time and output of each answer, queue by caller so that one cannot starve the rest, and keep a smaller model or
    a fixed answer for overload.
  """
  phase: runtime
  layer: foundation_models
  test: [promptfoo:reasoning-dos, aitg:AITG-INF-02]
  refs: [
    atlas:AML.T0029,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    owasp-dsgai-2026:DSGAI17,
    owasp-api-2023:API4,
    nist-ai-100-2:NISTAML.01,
    cwe:400,
    cwe:770,
    cwe:799,
    maestro:L1.7,
    maestro:L3.5,
    exchange:airesourceexhaustion,
    saif:riskDenialOfMLService
  ]
}

// Conditions: pay_per_use -> calls lead to a hosted model, or the property on the model called.
threat denial-of-wallet "Paid model usage is driven up on purpose" {
  stride: denial_of_service
  on: flow
  when: crosses and source.trust < internal and target.trust >= internal
    and (target reaches model_provider or target.pay_per_use)
  likelihood: 3
  impact: 3
  lowered_by: { resource_quota: 2, rate_limit: 1, auth: 1, monitoring: 1 }
  scenario: """
    {source} makes {target} spend money: long questions, answers as long as allowed, loops of follow-up calls, from
    accounts that cost nothing. Service stays up while the bill for the model behind {target} grows.
  """
  mitigation: """
    Set a budget by caller and by day at {target} and a hard limit at the provider, with alarms well before it. Cap
    tokens and follow-up calls of one request, ask for an account before the first paid call, and answer repeated
    questions from a cache.
  """
  phase: runtime
  layer: ecosystem
  test: [aitg:AITG-INF-02]
  refs: [
    atlas:AML.T0034,
    atlas:AML.T0034.000,
    atlas:AML.T0034.001,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    owasp-api-2023:API6,
    nist-ai-100-2:NISTAML.01,
    cwe:770,
    cwe:799,
    maestro:L7.12,
    exchange:airesourceexhaustion,
    saif:riskEconomicDenialOfWallet
  ]
}

// Conditions: none but missing controls. Only where a model of ours answers those below its trust itself: where a
// gateway or an application stands between, that decides what goes out. The harm is low: it makes evasion and theft
// cheaper.
threat verbose-output "Scores, logits, stack traces or debug fields help attackers" {
  stride: information_disclosure
  on: model_server
  when: element.trust >= internal
    and (element gives decisions to partner or element gives answers to partner)
  likelihood: 3
  impact: 2
  lowered_by: { output_minimization: 2, config_hardening: 1 }
  scenario: """
    {element} answers with more than was asked for: scores with all their decimals, log-probabilities, its version,
    or a stack trace for an input that it did not expect. Whoever calls learns how near a try came, and what runs
    inside.
  """
  mitigation: """
    Let {element} give the decision and, where it is needed, one rounded score. Turn debug fields and traces off in
    what is served, answer every error with the same short text and a number for the log, and do not name model or
    version.
  """
  phase: runtime
  layer: foundation_models
  test: [promptfoo:debug-access]
  refs: [
    atlas:AML.T0063,
    atlas:AML.T0014,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML05,
    owasp-api-2023:API3,
    nist-ai-100-2:NISTAML.025,
    cwe:209,
    cwe:200,
    maestro:L1.2,
    exchange:zeroknowledgeevasion,
    saif:riskSensitiveDataDisclosure
  ]
}

// Conditions: none but missing controls. Decisions of a model that cross, rated as flow-tamper, whose place it
// takes. Within a device they need not cross: whoever has it in the hand has its bus.
threat output-integrity "Predictions are changed on the way to the consumer" {
  stride: tampering
  on: flow
  when: moves decisions
    and (crosses and (sender is model_server or sender reaches model_server) or sender is edge_device)
  refines: [flow-tamper]
  likelihood: 3
  impact: 3
  lowered_by: { message_integrity: 2, tls: 2 }
  scenario: """
    Somebody between {sender} and {receiver} (a proxy, a shared network, a device on the same bus) puts another
    value in the place of {data}, so that a refusal becomes a pass or an obstacle vanishes. The model was right and
    its log says so; {receiver} acts on the false value.
  """
  mitigation: """
    Let {sender} sign each decision together with the input that it belongs to, a time and a number, and let
    {receiver} refuse what does not verify or is late. Use TLS from end to end, or an authenticated bus on a device,
    and compare now and then what {receiver} acted upon with what {sender} logged.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0048,
    owasp-ml-2023:ML09,
    owasp-api-2023:API10,
    nist-ai-100-2:NISTAML.02,
    cwe:924,
    cwe:345,
    maestro:L4,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls. In our own data centers the registry's rule and those on the platform say
// it; here the model runs where others can lay hands on it.
threat runtime-model-tamper "Weights or serving code are changed in the running environment" {
  stride: tampering
  on: [model_server, mobile_app]
  when: (element holds weights or element receives weights)
    and (element.deployed == device or element.deployed == edge
      or element is model_server and element.trust < internal)
  likelihood: 2
  impact: 5
  lowered_by: { integrity_check: 2, signing: 2, access_control: 1, monitoring: 1 }
  scenario: """
    Whoever has {element} in the hand, or gets in over its maintenance port, opens the file of the model and puts
    another in its place, or changes a few weights. {element} starts as ever, passes its self-test, and decides
    differently where it was meant to.
  """
  mitigation: """
    Let {element} check a signature of model and program at each start, with the key in hardware, and refuse what
    does not verify. Close debug and maintenance ports, keep the model where only the loader may write, measure it
    again while it runs, and report the measure to where somebody compares it.
  """
  phase: runtime
  layer: deployment
  test: [aitg:AITG-MOD-02]
  refs: [
    atlas:AML.T0018,
    atlas:AML.T0031,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML10,
    nist-ai-100-2:NISTAML.026,
    cwe:353,
    cwe:732,
    maestro:L4,
    exchange:runtimemodelpoison,
    saif:riskModelDeploymentTampering
  ]
}

// Conditions: ip or confidential -> property proprietary. Weights in our own data centers are training-side and
// platform matters; here they lie on machines of others, or where others come near.
threat runtime-model-leak "Weights are copied from the serving host, memory or device" {
  stride: information_disclosure
  on: model_server
  when: element.proprietary and (element holds weights or element receives weights)
    and (element.deployed == device or element.deployed == edge or element.trust < internal)
  likelihood: 2
  impact: 4
  lowered_by: {
    confidential_compute: 2
    encryption_at_rest: 1
    access_control: 1
    model_obfuscation: 1
  }
  scenario: """
    Somebody who runs or services the machine that {element} is on copies the weights from its disk or its memory.
    The copy answers as the original does, costs nothing, and can be studied at leisure.
  """
  mitigation: """
    Keep the weights of {element} encrypted, and release the key only to hardware that has proved what runs on it.
    Give those who service the machine no account that reads them, send out a smaller model where that is enough,
    and settle in the contract what happens to copies.
  """
  phase: runtime
  layer: foundation_models
  refs: [
    atlas:AML.T0025,
    atlas:AML.T0044,
    atlas:AML.T0048.004,
    owasp-ml-2023:ML05,
    owasp-dsgai-2026:DSGAI20,
    nist-ai-100-2:NISTAML.031,
    cwe:312,
    cwe:732,
    maestro:L1.2,
    exchange:runtimemodelleak,
    saif:riskModelExfiltration
  ]
}

// Conditions: on_device -> property deployed. The owner has it in the hand, so the likelihood is above that of
// runtime-model-leak, whose place it takes; and that of model-extraction, since who has the file need not ask. On
// an app the weights must be drawn: most apps only call.
threat edge-reverse "On-device model is extracted and studied by the device owner" {
  stride: information_disclosure
  on: [model_server, mobile_app]
  when: element.deployed == device
    and (element is model_server and element.proprietary or element is mobile_app)
    and (element holds weights or element receives weights)
  refines: [runtime-model-leak, model-extraction]
  likelihood: 4
  impact: 3
  lowered_by: { confidential_compute: 2, model_obfuscation: 1 }
  softened_by: { watermarking: 1 }
  scenario: """
    Somebody who owns the device unpacks {element}, finds the file of the model, and loads it with ordinary tools.
    They have what took months to train, and can look inside for inputs that fool every other device.
  """
  mitigation: """
    Put on the device only what may be lost: a smaller model, or the first layers with the rest behind an API. Keep
    the weights of {element} encrypted under a key in hardware and decrypt them only there. Compile and obfuscate
    them to raise the price, and mark the model so that a copy can be told.
  """
  phase: runtime
  layer: foundation_models
  refs: [
    atlas:AML.T0044,
    atlas:AML.T0035,
    owasp-ml-2023:ML05,
    owasp-dsgai-2026:DSGAI20,
    nist-ai-100-2:NISTAML.031,
    cwe:1263,
    cwe:312,
    maestro:L1.2,
    exchange:runtimemodelleak,
    saif:riskModelReverseEngineering
  ]
}

// Conditions: none but missing controls. Programs as callers: people are user-spoof, and the anonymous are meant to
// come in. Who supplies data or takes part in training is data-provider-spoof, agents have a rule of their own.
// What can be done behind the endpoint has its own threats, so the harm is the middle one.
threat api-no-auth "Model, agent or tool endpoint accepts anyone" {
  stride: spoofing
  on: flow
  when: crosses up and source.trust < internal and target.trust >= internal
    and (sends anything or writes anything or returns >= internal)
    and not source is user and not source is email and not source is physical_environment
    and not source is public_web and not source is iot_sensor and not source is data_provider
    and not source is federated_client and not source is agent and not source is partner_agent
    and not source is external_agent and not (source is browser and source fed_by anonymous_user)
    and (target is model_server or target is gateway or target is agent or target is orchestrator
      or target is tool or target is vector_store or target is model_store)
  refines: [boundary-elevation]
  likelihood: 3
  impact: 3
  lowered_by: { auth: 3, mutual_auth: 3, network_segmentation: 1 }
  scenario: """
    {target} was built for {source} and never asks who calls. Somebody finds its address, in a script, a certificate
    log or by a scan, and calls it as {source} does: they get the answers, spend the capacity and do what it can do.
  """
  mitigation: """
    Let {target} refuse every call without a credential that names {source}: a token of short life, or a certificate
    of its own. Do it at {target}, not only at a proxy in front of it, and for every route, those for health and
    metrics too. Close its address to all networks but that of {source}.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0040,
    atlas:AML.T0049,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:ASI03,
    owasp-agentic:T9,
    owasp-ml-2023:ML05,
    owasp-api-2023:API2,
    owasp-mcp-2025:MCP07,
    cwe:306,
    cwe:287,
    maestro:L4,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing controls. At the entry, where something of one user's is given out by a number, and
// there is a place behind it that has everybody's.
threat broken-object-authz "One user reaches another user's jobs, chats, models or files" {
  stride: elevation_of_privilege
  on: [web_app, gateway, inference_api]
  when: element.trust >= internal
    and (element gives personal to end_user or element gives >= confidential to end_user
      or element gives personal to browser or element gives >= confidential to browser
      or element gives personal to mobile_app or element gives >= confidential to mobile_app)
    and (element reaches database or element reaches session_store or element reaches document_store
      or element reaches model_store or element reaches file_system)
  likelihood: 3
  impact: 4
  lowered_by: { user_context_authz: 2, access_control: 2, audit_log: 1 }
  scenario: """
    Somebody with an account changes a number in a call to {element}: of a conversation, a job, a file, a fine-tuned
    model. {element} checks that the caller is signed in, but not that the thing is theirs, and hands it over or
    changes it.
  """
  mitigation: """
    Let {element} look every object up together with the person who asks, so that what is not theirs is not found;
    do it in one place and refuse by default. Let the stores behind it enforce the same. Use numbers that cannot be
    guessed, and test with two accounts that each of them gets nothing of the other's.
  """
  phase: runtime
  layer: security
  test: [promptfoo:bola, promptfoo:bfla, promptfoo:rbac]
  refs: [
    atlas:AML.T0049,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-agentic:T3,
    owasp-api-2023:API1,
    owasp-api-2023:API5,
    cwe:639,
    cwe:862,
    cwe:863,
    maestro:L6,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls -> property open_parameters: nothing else that is drawn shows it. Rated
// above what is said of it in general, since somebody has declared it.
threat inference-params-unsafe "Sampling or inference settings are unsafe or caller-controlled" {
  stride: tampering
  on: model_server
  when: element.open_parameters and element.generative
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner)
  likelihood: 3
  impact: 3
  lowered_by: { config_hardening: 2, input_validation: 2 }
  softened_by: { output_filtering: 1 }
  scenario: """
    A caller sets what the owner should set: forbids the tokens that a refusal begins with, puts the first words of
    the answer into the model's mouth, asks for a high temperature and no end. {element} does as told, and its
    training against such answers counts for little.
  """
  mitigation: """
    Take from callers of {element} only what they need, each within bounds, and drop all other fields: no logit
    bias, no beginning of the answer, no messages in other roles than their own. Set temperature, length and stop
    words on the server, and repeat the tests of refusals with the loosest settings that are allowed.
  """
  phase: runtime
  layer: deployment
  test: [garak:dan]
  refs: [
    atlas:AML.T0054,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    nist-ai-100-2:NISTAML.018,
    cwe:1434,
    maestro:L4,
    exchange:directpromptinjection
  ]
}
