// Models that answer calls: evasion, theft of the model, load and cost.
//
// Where an endpoint hands calls on to a model server behind it, the model is the one behind: an element that
// gets its answers or decisions from another model server is not meant by the rules on elements.

// Conditions: model.predictive -> gives decisions and not generative. Models of text alone have evasion-text.
// Whoever only queries: its decisions can arrive below the model's trust (what stands on the way of the answers counts
// against it), or else content from there reaches it, as through a camera.
threat evasion-blackbox "Crafted inputs make the model decide wrongly" {
  stride: tampering
  on: model_server
  when: not element.generative and element gives decisions
    and not element receives decisions from model_server
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element tainted)
    and (element.modality == tabular or element.modality == image or element.modality == audio
      or element.modality == video)
  likelihood: 4
  floor: 2
  impact: 3
  lowered_by: {
    adversarial_training: 2
    adversarial_input_detection: 1
    rate_limit: 1
    input_transformation: 1
    ensemble: 1
  }
  softened_by: { human_approval: 2 }
  scenario: """
    Somebody shows {element} one input after another, each a little different, until one that looks the same to people
    gets the wrong result. Once found, it works every time and for everybody.
  """
  mitigation: """
    Train the model of {element} with adversarial samples and measure how little change flips it. Limit how many
    similar queries one caller can make and look for such series. Give no scores that guide the search, and let a
    person or a second, different signal decide where a wrong decision is costly.
  """
  phase: runtime
  layer: foundation_models
  test: [art:HopSkipJump, art:SquareAttack, counterfit:art.hop_skip_jump, aitg:AITG-MOD-01]
  refs: [
    atlas:AML.T0015,
    atlas:AML.T0043.001,
    atlas:AML.T0043.002,
    atlas:AML.T0040,
    owasp-agentic:T6,
    owasp-ml-2023:ML01,
    nist-ai-100-2:NISTAML.022,
    nist-ai-100-2:NISTAML.025,
    cwe:1039,
    maestro:L1.1,
    exchange:zeroknowledgeevasion,
    exchange:transferattack,
    exchange:partialknowledgeevasion,
    saif:riskModelEvasion
  ]
}

// Conditions: modality.text -> property modality; model.predictive -> gives decisions and not generative. As above.
threat evasion-text "Changed spelling or wording flips the classifier" {
  stride: tampering
  on: model_server
  when: not element.generative and element.modality == text and element gives decisions
    and not element receives decisions from model_server
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element tainted)
  likelihood: 4
  floor: 2
  impact: 3
  lowered_by: {
    adversarial_training: 2
    input_validation: 1
    adversarial_input_detection: 1
    ensemble: 1
  }
  softened_by: { human_approval: 2 }
  scenario: """
    Somebody writes what {element} should catch with look-alike letters, invisible characters, typing errors or
    synonyms. People read the same meaning; {element} gives another decision.
  """
  mitigation: """
    Normalize text before {element} reads it: one Unicode form, no invisible characters, look-alikes folded. Train
    with such variants and with paraphrases, and test each release with an attack tool. Send low-confidence and
    odd-looking texts to a person.
  """
  phase: runtime
  layer: foundation_models
  test: [textattack:TextFoolerJin2019, garak:badchars]
  refs: [
    atlas:AML.T0015,
    atlas:AML.T0043.003,
    atlas:AML.T0068,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-ml-2023:ML01,
    nist-ai-100-2:NISTAML.022,
    cwe:1039,
    maestro:L1.1,
    exchange:evasion,
    saif:riskModelEvasion
  ]
}

// Conditions: ip or confidential -> property proprietary of model servers (true unless set); its answers must
// reach less trusted callers. A model that others host is theirs to lose.
threat model-extraction "Systematic queries copy the model" {
  stride: information_disclosure
  on: model_server
  when: element.proprietary and not element is third_party and (element gives answers or element gives decisions)
    and (element is llm
      or not element receives answers from model_server and not element receives decisions from model_server)
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner)
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
// calls lead to a model. Staff need no flood, and feedback for training asks the model nothing.
threat inference-flood "Floods or huge inputs make the model unavailable" {
  stride: denial_of_service
  on: flow
  when: crosses and source.trust < internal and target.trust >= partner and target reaches model_server
    and not source is staff and not source is physical_environment
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
