// Personal and confidential data that come out of models, or go to those who run them.

// Conditions: contains_pii -> the model holds, or gets from where models are kept or made, weights that are
// derived from personal data. Those who can ask stand below it, or the model itself stands with others.
threat membership-inference "Queries show whose records the model was trained on" {
  stride: information_disclosure
  on: model_server
  when: (element holds personal or element receives personal from model_store or element receives personal from training
      or element receives personal from build)
    and (element gives answers or element gives decisions)
    and (element is llm
      or not element receives answers from model_server and not element receives decisions from model_server)
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element.trust < internal)
  likelihood: 3
  impact: 3
  lowered_by: { differential_privacy: 2, output_minimization: 1, rate_limit: 1 }
  softened_by: { pii_redaction: 1 }
  scenario: """
    A caller who has somebody's record asks {element} about it and about similar ones. Models are surer of what they
    were trained on, so the answers tell whether that person was in the training data, as a patient or a customer.
  """
  mitigation: """
    Train with differential privacy, or at least stop early and measure membership leakage before release. Let
    {element} return labels or coarse scores only, and limit queries by caller. Keep direct identifiers out of the
    training data.
  """
  phase: runtime
  layer: foundation_models
  test: [
    art:MembershipInferenceBlackBox,
    art:LabelOnlyDecisionBoundary,
    ml-privacy-meter:mia,
    aitg:AITG-MOD-04
  ]
  refs: [
    atlas:AML.T0024.000,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML04,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.033,
    cwe:359,
    cwe:203,
    maestro:L1.4,
    exchange:modelinversionandmembership,
    saif:riskInferredSensitiveData,
    linddun:D,
    linddun:I,
    linddun:L
  ]
}

// Conditions: contains_pii -> as above. Needs scores or decisions; a generative model that recites its
// training data is another threat.
threat model-inversion "Queries rebuild training samples" {
  stride: information_disclosure
  on: model_server
  when: (element holds personal or element receives personal from model_store or element receives personal from training
      or element receives personal from build)
    and not element.generative and element gives decisions
    and not element receives decisions from model_server
    and (exposes public to untrusted or element.trust >= internal and exposes public to partner
      or element.trust < internal)
  likelihood: 2
  impact: 4
  lowered_by: { differential_privacy: 2, output_minimization: 1, rate_limit: 1 }
  softened_by: { pii_redaction: 1 }
  scenario: """
    A caller changes inputs step by step toward the highest score of {element} for one class or person. What comes
    out resembles the records that the model learned from: a face, a text, a set of attributes.
  """
  mitigation: """
    Let {element} return the decision without precise scores, and limit long series of near-equal queries. Train
    with differential privacy or on aggregated, masked records, and try a reconstruction attack before each release.
  """
  phase: runtime
  layer: foundation_models
  test: [art:MIFace, art:DatabaseReconstruction, counterfit:art.mi_face, aitg:AITG-MOD-05]
  refs: [
    atlas:AML.T0024.001,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML03,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.032,
    cwe:359,
    maestro:L1.4,
    exchange:modelinversionandmembership,
    saif:riskInferredSensitiveData,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:I
  ]
}

// Conditions: third_party -> receiver below internal that is a hosted model or a service called by one;
// contains_pii or confidential -> what is moved. TLS does not help against the receiver; it answers flow-eavesdrop.
threat input-leak-provider "Confidential input goes to an outside model provider" {
  stride: information_disclosure
  on: flow
  when: crosses down and receiver.trust < internal and (moves >= confidential or moves personal)
    and (receiver is llm
      or (receiver is third_party_api or receiver is external_service)
      and (sender is agent or sender is orchestrator or sender is tool or sender is model_server))
  likelihood: 4
  impact: 4
  lowered_by: { data_minimization: 2, pii_redaction: 2, vendor_assurance: 1 }
  scenario: """
    {sender} sends {data} to {receiver}, in full and with every call. People at the provider, its subprocessors and
    whoever breaks in there can read what was never meant to leave.
  """
  mitigation: """
    Let {sender} send only the passages that the question needs, with names, numbers and keys replaced by
    placeholders. Choose an offer of {receiver} with a contract on use, place and staff access, or run the model
    yourself for what may not leave.
  """
  phase: runtime
  layer: data_operations
  test: [aitg:AITG-APP-04]
  refs: [
    atlas:AML.T0025,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI01,
    owasp-dsgai-2026:DSGAI15,
    nist-ai-100-2:NISTAML.036,
    cwe:359,
    cwe:200,
    maestro:L2.2,
    exchange:inputdataleak,
    saif:riskExcessiveDataHandlingDuringInference,
    linddun:DD,
    linddun:Nc,
    linddun:U
  ]
}

// Conditions: third_party -> the kind; contains_pii or confidential -> what it receives.
threat provider-retention "The provider keeps or trains on what it is sent" {
  stride: information_disclosure
  on: [model_provider, third_party_api]
  when: element receives >= confidential or element receives personal
  likelihood: 3
  impact: 3
  lowered_by: { vendor_assurance: 2, data_minimization: 1, retention_limit: 1, pii_redaction: 1 }
  scenario: """
    {element} stores requests for debugging, abuse checks or training. They can come up
    long after the answer, in a breach, in a court's order or in answers to other customers, and cannot be deleted
    from here. At stake: {data}.
  """
  mitigation: """
    Agree with {element} on no training and on short or no retention, and check that the setting is on for the
    account and the region in use. Send less, send it masked, and record in the register of processors what goes
    there and why.
  """
  phase: runtime
  layer: security
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM02,
    owasp-llm-2026:LLM04,
    owasp-dsgai-2026:DSGAI08,
    owasp-dsgai-2026:DSGAI07,
    cwe:359,
    maestro:L6.4,
    exchange:inputdataleak,
    saif:riskExcessiveDataHandling,
    linddun:Nc,
    linddun:U
  ]
}

// Conditions: contains_pii or confidential -> answers that derive from confidential data. The rule stands
// where they leave for a lower trust. Personal data count by their class: an answer always derives
// from the question, which is often personal already.
threat output-sensitive-disclosure "Answers give away confidential data" {
  stride: information_disclosure
  on: flow
  when: crosses down and moves answers and moves >= confidential and sender.trust >= internal
    and not receiver is llm
    and (sender reaches llm or sender is agent or sender reaches agent)
  likelihood: 4
  impact: 4
  lowered_by: { output_filtering: 2, user_context_authz: 2, pii_redaction: 1, data_minimization: 1 }
  scenario: """
    {receiver} asks in many ways, and one answer quotes or paraphrases what it should not know: contract terms,
    names, another customer's case. The model cannot tell who may see which part of its context, so {sender} passes
    it on.
  """
  mitigation: """
    Give the model only what {receiver} may see: look documents up with the rights of the person who asks. Scan
    answers for identifiers, secrets and marked passages at {sender} before they leave, and keep data that no answer
    needs out of the context.
  """
  phase: runtime
  layer: ecosystem
  test: [
    garak:propile,
    pyrit:Leakage,
    promptfoo:"pii:direct",
    giskard:LLMInformationDisclosureDetector,
    aitg:AITG-APP-03
  ]
  refs: [
    atlas:AML.T0057,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI01,
    nist-ai-100-2:NISTAML.038,
    nist-ai-100-2:NISTAML.036,
    cwe:200,
    cwe:359,
    maestro:LX.4,
    exchange:disclosureinoutput,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:I
  ]
}
