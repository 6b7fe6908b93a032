// Inputs that are made to mislead a model or to wear it out: by trying, from a copy of the model, in front of a
// sensor, or in great numbers.
//
// Where an endpoint hands calls on to a model server behind it, the model is the one behind: an element that
// gets its decisions from another model server is not meant by the rules on evasion.
//
// Where a sensor looks at the world, `tainted` is asked first, so that the way of the threat begins in front of the
// lens and not with those who see what was decided.

// Conditions: model.predictive -> gives decisions and not generative. Models of text alone have evasion-text.
// Whoever only queries: its decisions can arrive below the model's trust (what stands on the way of the answers counts
// against it), or else content from there reaches it, as through a camera; what one's own staff took and hand in is
// none, and what reached the model then came with its weights (pretrained-backdoor).
threat evasion-blackbox "Crafted inputs make the model decide wrongly" {
  stride: tampering
  on: model_server
  when: not element.generative and element gives decisions
    and not element receives decisions from model_server
    and (element tainted and element receives readings from iot_sensor
      or exposes decisions to untrusted or element.trust >= internal and exposes decisions to partner
      or element tainted and (not element receives readings from staff or element receives readings from process))
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
    Somebody shows {element} one input after another, each a little different, until one that means the same to people
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
    and (element tainted and element receives readings from iot_sensor
      or exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element tainted and (not element receives readings from staff or element receives readings from process))
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

// Conditions: model.public or on_device -> weights that are public, or a device that others can lay hands on. As
// evasion-blackbox otherwise, whose place it takes: the search needs no query, so limits on queries do not lower
// it. Nor does adversarial training as much, since whoever has the model searches against that, too.
threat evasion-whitebox "Attacker with a copy of the model computes adversarial inputs" {
  stride: tampering
  on: model_server
  when: not element.generative and element gives decisions
    and not element receives decisions from model_server
    and (element.deployed == device or element.deployed == edge or not element.proprietary)
    and (element tainted and element receives readings from iot_sensor
      or exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element tainted and (not element receives readings from staff or element receives readings from process))
  refines: [evasion-blackbox, evasion-text]
  likelihood: 4
  floor: 2
  impact: 4
  lowered_by: {
    adversarial_training: 1
    adversarial_input_detection: 1
    ensemble: 1
    input_transformation: 1
  }
  softened_by: { human_approval: 2 }
  scenario: """
    Somebody takes a copy of the model of {element}, from where it is published or from a device in their hands, and
    computes with its gradients the smallest change that flips a decision. {element} sees the finished input once;
    no limit and no log notices the search.
  """
  mitigation: """
    Do not count on secrecy. Train the model of {element} against such attacks and measure what is left with the
    strongest of them, not with random noise. Let a second model of another kind, another signal or a person agree
    where a wrong decision is costly, and change inputs a little before they are read. Where it can be had, use
    weights of your own rather than those that everybody has.
  """
  phase: runtime
  layer: foundation_models
  test: [art:ProjectedGradientDescent, art:AutoAttack, aitg:AITG-MOD-01]
  refs: [
    atlas:AML.T0015,
    atlas:AML.T0043.000,
    atlas:AML.T0044,
    owasp-ml-2023:ML01,
    nist-ai-100-2:NISTAML.022,
    cwe:1039,
    maestro:L1.1,
    exchange:perfectknowledgeevasion,
    saif:riskModelEvasion
  ]
}

// Conditions: modality.image or sensor -> readings that come from the world in front of a sensor, pictures or
// sounds. That somebody queries the model is not needed, so it does not ask whose answers it gives. Tape on a sign
// costs nothing and has been shown on cars in the street: it is as likely as an attack that is computed.
threat evasion-physical "Objects or scenes are altered so sensors feed misleading input" {
  stride: tampering
  on: model_server
  when: not element.generative and element gives decisions
    and (element receives readings from iot_sensor and (element tainted or element receives anything from iot_sensor)
      or element receives readings and element fed_by physical_environment)
    and (element.modality == image or element.modality == video or element.modality == audio)
  refines: [evasion-blackbox]
  likelihood: 4
  floor: 2
  impact: 5
  lowered_by: { ensemble: 1, adversarial_training: 1, adversarial_input_detection: 1 }
  softened_by: { human_approval: 1, redundancy: 1 }
  scenario: """
    Somebody puts a sticker on a sign, wears a printed pattern, throws light on the road or plays a sound that
    people hardly notice. The sensor reports truly what is there, {element} takes it for something else, and nothing
    between them was attacked.
  """
  mitigation: """
    Let {element} decide with a second source that the same trick does not reach (a map, radar, the frames before),
    and fall back to what is safe when they disagree. Train and test with printed patches, projections and bad
    weather as they look through the real lens, and keep a person or a hard limit behind decisions that can hurt.
  """
  phase: runtime
  layer: foundation_models
  test: [art:AdversarialPatch, art:DPatch, aitg:AITG-MOD-01]
  refs: [
    atlas:AML.T0041,
    atlas:AML.T0015,
    atlas:AML.T0008.003,
    owasp-ml-2023:ML01,
    nist-ai-100-2:NISTAML.022,
    cwe:1039,
    maestro:L1.1,
    exchange:evasion,
    saif:riskModelEvasion
  ]
}

// Conditions: third_party -> content leads from a model hub, a bought model or a participant of federated training
// to the weights that run here, and whoever knows the trigger can show the model an input. That the backdoor gets
// in is pretrained-backdoor or federated-malicious-client; this is where it goes off, and can be caught.
threat trigger-activation "Input carrying a planted trigger activates a backdoor at run time" {
  stride: tampering
  on: model_server
  when: (element fed_by model_hub or element fed_by third_party_model or element fed_by federated_client)
    and (element holds weights or element receives weights)
    and (element gives decisions or element gives answers)
    and not element receives decisions from model_server and not element receives answers from model_server
    and (element receives readings from iot_sensor and (element tainted or element receives anything from iot_sensor)
      or exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element receives readings and element fed_by physical_environment)
  likelihood: 2
  impact: 4
  lowered_by: {
    model_validation: 2
    adversarial_input_detection: 1
    robust_training: 1
    input_transformation: 1
  }
  softened_by: { human_approval: 1 }
  scenario: """
    Whoever planted a backdoor in the weights that {element} runs shows it the trigger: a sticker, a phrase, a value
    that never occurs otherwise. {element} decides as the planter wishes, and behaves well on everything else, tests
    included.
  """
  mitigation: """
    Search the weights for backdoors before {element} loads them, with trigger reconstruction and with inputs of
    your own that tests do not have. Fine-tune and prune on clean data, which weakens what others planted. At run
    time change inputs a little and compare: a decision that hangs on one small patch or phrase goes to a person.
  """
  phase: runtime
  layer: foundation_models
  test: [art:PoisoningAttackBackdoor]
  refs: [
    atlas:AML.T0043.004,
    atlas:AML.T0051.002,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:T17,
    owasp-ml-2023:ML10,
    nist-ai-100-2:NISTAML.023,
    cwe:506,
    maestro:L1.3,
    exchange:evasionafterpoison,
    saif:riskModelEvasion
  ]
}

// Conditions: use.biometric -> property use of who decides; the evidence itself comes from whoever wants to pass.
// Stands where the recognizer gets it, since a gateway before it judges nothing.
threat identity-deepfake "Synthetic face, voice or document passes an identity check" {
  stride: spoofing
  on: flow
  when: moved tainted and receiver.use == biometric
    and (moves readings or moves documents or moves prompts)
  refines: [user-spoof, endpoint-spoof]
  likelihood: 3
  floor: 2
  impact: 4
  lowered_by: { deepfake_detection: 2, mfa: 2, human_approval: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    Somebody makes the voice, face or papers of another person from what is public about them, and {sender} hands it
    to {receiver} as {data}. It fits the person on record, and who made it is let in under that name.
  """
  mitigation: """
    Do not let one look or one sentence be enough: ask for a second factor that is not a likeness, such as a bound
    device. Check for life and for traces of synthesis before {receiver} compares (a random task, depth, what the
    camera signs), and send doubtful and costly cases to a person who calls back. Let a likeness alone open little.
  """
  phase: runtime
  layer: foundation_models
  test: [aitg:AITG-MOD-01]
  refs: [
    atlas:AML.T0088,
    atlas:AML.T0015,
    atlas:AML.T0073,
    cwe:290,
    exchange:evasion,
    saif:riskModelEvasion
  ]
}

// Conditions: none but missing controls. Only where inference-flood says too little: on a device, which has one
// battery and a deadline for each frame; and at a model of our own that reads what others wrote, where the load comes
// by a document and no limit on callers helps. Low by default: it matters where availability is set to high.
threat sponge-input "Inputs tuned for worst-case compute slow or crash inference" {
  stride: denial_of_service
  on: model_server
  when: (element.deployed == device or element.deployed == edge) and element tainted
    or element.generative and element.trust >= internal and element tainted by untrusted
      and (element receives documents or element receives tool_results)
  likelihood: 2
  impact: 2
  lowered_by: { resource_quota: 2, input_validation: 1, monitoring: 1 }
  scenario: """
    By way of {start} somebody brings in an input that was searched for its cost: a scene with as many candidate
    objects as possible, a text that leads into endless reasoning or repetition. {element} spends many times the
    usual time and power on it, misses its deadline, and keeps others waiting.
  """
  mitigation: """
    Bound what one input may cost {element}: time, steps, tokens put out, candidates kept, and stop there with a
    safe answer. Refuse what is far longer or denser than usual before it is read, watch time and power for each
    input, and measure the worst case rather than the mean before release.
  """
  phase: runtime
  layer: foundation_models
  test: [art:OverloadPyTorch, garak:divergence, promptfoo:reasoning-dos]
  refs: [
    atlas:AML.T0029,
    atlas:AML.T0034.001,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    owasp-ml-2023:ML01,
    nist-ai-100-2:NISTAML.014,
    nist-ai-100-2:NISTAML.017,
    cwe:400,
    cwe:409,
    maestro:L1.7,
    exchange:airesourceexhaustion,
    saif:riskDenialOfMLService
  ]
}

// Conditions: use.detection -> property use. Whoever is to be caught can send as much as they like.
threat chaff-flood "Junk inputs drown a detection model or its human reviewers" {
  stride: denial_of_service
  on: [model_server, web_app, agent]
  when: element.use == detection and element tainted
  likelihood: 2
  impact: 3
  lowered_by: { rate_limit: 2, adversarial_input_detection: 1, resource_quota: 1 }
  scenario: """
    By way of {start} somebody sends masses of harmless cases that look suspicious. {element} raises an alarm at
    each, the people or programs behind it fall behind or turn the threshold up, and the one case that matters
    passes among them.
  """
  mitigation: """
    Limit by source how many cases {element} raises, and put near-equal ones together before anybody looks at them.
    Order what is left by harm rather than by time, give reviewers a budget and an alarm when it is spent, and never
    change a threshold under pressure without a second person.
  """
  phase: runtime
  layer: observability
  refs: [atlas:AML.T0046, owasp-agentic:T10, cwe:799, maestro:L5.3, exchange:airesourceexhaustion]
}
