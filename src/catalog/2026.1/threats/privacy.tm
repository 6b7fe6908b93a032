// Personal and confidential data that come out of models, or go to those who run them.

// Conditions: contains_pii -> the model holds, or gets from where models are kept or made, weights that are
// derived from personal data. Its answers arrive below it, or the model itself stands with others. A model that looks
// through its own sensor is asked by nobody: who sees what it decided cannot put a record to it. Who takes the device
// apart is edge-reverse.
threat membership-inference "Queries show whose records the model was trained on" {
  stride: information_disclosure
  on: model_server
  when: (element holds personal or element receives personal from model_store or element receives personal from training
      or element receives personal from build)
    and (element gives answers or element gives decisions)
    and (element is llm
      or not element receives answers from model_server and not element receives decisions from model_server)
    and (exposes answers to untrusted or exposes decisions to untrusted
      or element.trust >= internal and (exposes answers to partner or exposes decisions to partner)
      or element.trust < internal)
    and (element.trust < internal or not element receives anything from iot_sensor)
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
    and (exposes decisions to untrusted or element.trust >= internal and exposes decisions to partner
      or element.trust < internal)
    and (element.trust < internal or not element receives anything from iot_sensor)
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
    and (receiver is llm or receiver is model_provider
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
    Let {sender} send only what the answer needs, with names, numbers and keys replaced by
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
    and not receiver is llm and not receiver is model_provider
    and (sender reaches llm or sender is agent or sender reaches agent)
  likelihood: 4
  impact: 4
  lowered_by: { output_filtering: 2, user_context_authz: 2, pii_redaction: 1, data_minimization: 1 }
  scenario: """
    Somebody asks in many ways until one answer quotes or paraphrases what should not get to {receiver}: contract
    terms, names, another customer's case. The model cannot tell who may see which part of its context, so {sender}
    passes it on.
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
    linddun:I,
    nist-ai-600-1:GAI-04
  ]
}

// Conditions: contains_pii -> a training step that gets personal data, from where it was gathered for something else or
// by somebody else: records of the business, conversations, logs, the web, a street, suppliers, participants. Where data
// that was collected for training comes from is not drawn, and the rule says nothing.
threat training-data-unlawful "Personal data is used for training without a valid basis" {
  stride: information_disclosure
  on: [training, federated_client]
  when: element receives personal and not element is federated_aggregator
    and (element is federated_client
      or element fed_by physical_environment or element fed_by public_web
      or element fed_by data_provider or element fed_by partner
      or element fed_by end_user or element fed_by anonymous_user or element fed_by data_subject
      or element fed_by data_source or element fed_by database or element fed_by business_app
      or element fed_by chat_history or element fed_by log_store or element fed_by ticket_system
      or element fed_by feedback_collector)
  likelihood: 3
  impact: 3
  lowered_by: { consent_lawful_basis: 3, pii_redaction: 2, data_minimization: 1 }
  scenario: """
    {element} learns from records of people who gave them for something else, or never gave them at all. Somebody
    asks on what basis, or objects. There is no answer, the model cannot forget, and an authority can order it to be
    deleted.
  """
  mitigation: """
    Establish before training why the data may be used for it, put it on record with each source, and leave out
    whose answer is no. Train on masked or aggregated records where that does. Keep track of which model learned
    from what, so that an objection can be followed.
  """
  phase: development
  layer: security
  test: [aitg:AITG-DAT-05]
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI08,
    owasp-dsgai-2026:DSGAI07,
    maestro:L6.4,
    exchange:devdataleak,
    saif:riskUnauthorizedTrainingData,
    linddun:Nc,
    linddun:U,
    nist-ai-600-1:GAI-04,
    nist-ai-600-1:GAI-10
  ]
}

// Conditions: contains_pii. Who labels sees everything; who reviews one case for a decision sees what the job needs,
// so of reviewers only those who look through records.
threat labeler-overexposure "People who label or review see more than the task needs" {
  stride: information_disclosure
  on: flow
  when: moves personal
    and (receiver is annotator
      or receiver is human_reviewer
        and (moves logs or moves readings or moves training_set or sender is chat_history or sender is log_store
          or sender is labeling or sender is feedback_store))
  likelihood: 3
  impact: 3
  lowered_by: { pii_redaction: 2, data_minimization: 1, access_control: 1, audit_log: 1 }
  scenario: """
    {receiver} sees {data} unmasked, far more than the task needs, perhaps at another company or at home. One photo
    of the screen, and it is in a group chat.
  """
  mitigation: """
    Blur faces, cut out names and shorten recordings before {sender} shows them, and show only the part that has to
    be judged. Let {receiver} see one item at a time without search or download, under a contract, and record who
    saw what.
  """
  phase: [development, runtime]
  layer: data_operations
  test: [aitg:AITG-DAT-05]
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI19,
    cwe:359,
    cwe:668,
    maestro:L2.2,
    exchange:devdataleak,
    saif:riskExcessiveDataHandling,
    linddun:DD,
    linddun:I
  ]
}

// Conditions: model.generative -> the property; own weights that come from personal or confidential training data, and
// answers that arrive below. Provider's models have learned from others; what is sent to them is provider-retention.
threat training-data-extraction "Prompts make the model repeat its training data" {
  stride: information_disclosure
  on: model_server
  when: element.generative and element.trust >= internal and element gives answers
    and (element holds personal or element receives personal from model_store or element receives personal from training
      or element receives >= confidential from training)
    and exposes answers to partner
  likelihood: 3
  impact: 3
  lowered_by: { output_filtering: 2, differential_privacy: 1, pii_redaction: 1, rate_limit: 1 }
  scenario: """
    A caller gives {element} the beginning of a record, or has it repeat a word until it loses its thread. It goes
    on with text that it has learned by heart: names, addresses, a letter from its training data.
  """
  mitigation: """
    Compare answers of {element} with the training text before they leave and stop long copies. Remove duplicates
    and personal data before training; what stands there once is seldom learned by heart. Limit callers who ask for
    continuations, and try extraction before each release and count what comes out.
  """
  phase: runtime
  layer: foundation_models
  test: [garak:divergence, garak:leakreplay, promptfoo:divergent-repetition, aitg:AITG-DAT-01]
  refs: [
    atlas:AML.T0057,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.038,
    nist-ai-100-2:NISTAML.037,
    cwe:200,
    cwe:359,
    maestro:L1.4,
    exchange:disclosureinoutput,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:I,
    nist-ai-600-1:GAI-04,
    nist-ai-600-1:GAI-10
  ]
}

// Conditions: contains_pii -> a store in which what is known about persons adds up while the system runs: the features
// of customers, the memory of an agent. Models that judge persons have attribute-inference.
threat data-subject-profiling "What is stored adds up to a profile of a person" {
  stride: information_disclosure
  on: [feature_store, memory_store]
  when: element stores personal and element receives personal
  likelihood: 2
  impact: 3
  lowered_by: { data_minimization: 2, retention_limit: 1, pii_redaction: 1 }
  scenario: """
    Each entry in {element} says little about a person. Put side by side over months they tell where somebody lives,
    what worries them and whom they meet, and whoever can read {element}, or ask what reads it, has all of it.
  """
  mitigation: """
    Keep only what a use has been named for, and drop the rest before it goes into {element}. Let entries expire,
    keep them under numbers that differ from use to use, and let people see and delete what is kept about them.
  """
  phase: runtime
  layer: data_operations
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI18,
    cwe:359,
    maestro:L6.4,
    saif:riskInferredSensitiveData,
    linddun:L,
    linddun:I
  ]
}

// Conditions: contains_pii; !transparency_notice. Where people may not know: they are decided about, their data
// trains a model, they speak to something that answers like a person, or they are no users at all. Who types to an
// assistant sees one. A notice is given to persons, so it is drawn on them.
threat no-user-notice "People are not told that a model is at work" {
  stride: repudiation
  on: [user, data_subject]
  when: element gives personal and not element is staff
    and (element feeds training or element feeds model_server and element receives decisions
      or element gives readings and (element feeds llm or element feeds agent)
      or element is data_subject and (element feeds model_server or element feeds agent))
  likelihood: 3
  impact: 2
  lowered_by: { transparency_notice: 2, consent_lawful_basis: 1 }
  scenario: """
    A model is at work behind what {element} hands over or gets back ({data}), and nobody says so. So nobody objects,
    asks for a person, or asks to be left out, and when it comes out nobody can show that they were told.
  """
  mitigation: """
    Tell {element}, in the place where the data is asked for, that a model is at work, what for, and how to reach a
    person. Keep the wording and its date, so that it can be shown what was said when. Ask before data is used to
    train.
  """
  phase: runtime
  layer: security
  refs: [cwe:223, maestro:L6.4, linddun:U, linddun:Nc]
}

// Conditions: modality.image or modality.audio; contains_pii -> personal pictures and voices on their way in:
// recordings at the first hop from who or what takes them, other readings where a model for pictures or sounds gets
// them. They show more than what they were taken for, and others than who sent them. A recognizer of persons means
// the person.
threat multimodal-capture "Pictures or voices capture more than intended" {
  stride: information_disclosure
  on: flow
  when: moves personal and not receiver is iot_sensor
    and (moves recordings
        and (sender is iot_sensor or sender is physical_environment or sender is browser or sender is mobile_app
          or sender is user and not sender is staff)
      or moves readings and not moves recordings and not receiver.use == biometric
        and (sender is iot_sensor or sender is gateway or sender is web_app or sender is inference_api
          or sender is user and not sender is staff)
        and (receiver.modality == image or receiver.modality == audio or receiver.modality == video))
  likelihood: 3
  impact: 3
  lowered_by: { data_minimization: 2, pii_redaction: 2, transparency_notice: 1 }
  softened_by: { retention_limit: 1 }
  scenario: """
    In {data} from {sender} there is more than was meant: passers-by, a voice in the next room, a letter on the
    table. {receiver} takes it in whole, and it goes on to the parts and logs behind.
  """
  mitigation: """
    Cut, blur or mute before {sender} lets go of it, or as the first thing in {receiver}, and pass on only what the
    model needs. Delete the original when the result is there. Tell people that they are seen or heard.
  """
  phase: runtime
  layer: data_operations
  test: [aitg:AITG-APP-04]
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI09,
    owasp-dsgai-2026:DSGAI16,
    cwe:359,
    maestro:L2.2,
    exchange:inputdataleak,
    saif:riskExcessiveDataHandlingDuringInference,
    linddun:DD,
    linddun:I,
    linddun:U
  ]
}

// Conditions: contains_pii; !differential_privacy -> a model that learns from personal data and whose weights get
// out, to participants, devices or buyers, who can search them at leisure. Behind an interface it is membership-
// inference, model-inversion or training-data-extraction.
threat memorization-overfit "Weights that get out hold records that can be recovered" {
  stride: information_disclosure
  on: training
  when: element receives personal and element gives weights and exposes weights to partner
  likelihood: 3
  impact: 4
  lowered_by: {
    differential_privacy: 2
    pii_redaction: 1
    data_minimization: 1
    model_validation: 1
  }
  scenario: """
    What {element} makes fits the records behind it so closely that single ones stay in the weights. Whoever gets them
    compares how sure the model is of one record and another, or has it complete one, with no limit on tries and
    nobody watching.
  """
  mitigation: """
    Train with differential privacy and a stated budget wherever the weights leave the house. Remove duplicates and
    rare records, stop before the fit to training data departs from the fit to held-out data, and measure membership
    leakage before each release of {element}.
  """
  phase: development
  layer: foundation_models
  test: [garak:leakreplay, ml-privacy-meter:mia]
  refs: [
    atlas:AML.T0024,
    atlas:AML.T0057,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML03,
    owasp-ml-2023:ML04,
    owasp-dsgai-2026:DSGAI18,
    owasp-dsgai-2026:DSGAI01,
    nist-ai-100-2:NISTAML.033,
    nist-ai-100-2:NISTAML.038,
    cwe:359,
    maestro:L1.4,
    exchange:modelinversionandmembership,
    saif:riskSensitiveDataDisclosure,
    saif:riskInferredSensitiveData,
    linddun:DD,
    linddun:L,
    linddun:I
  ]
}

// Conditions: contains_pii -> a model whose output is about persons, which the property `use` says, and arrives below.
// For others it would repeat model-inversion.
threat attribute-inference "Output reveals what a person never told" {
  stride: information_disclosure
  on: model_server
  when: element receives personal and element gives decisions and not element receives decisions from model_server
    and (element.use == biometric or element.use == decision_support)
    and (exposes decisions to untrusted or element.trust >= internal and exposes decisions to partner)
  likelihood: 2
  impact: 3
  lowered_by: { output_minimization: 2, differential_privacy: 1, data_minimization: 1 }
  scenario: """
    A caller knows a few facts about a person and tries values for the one that is missing, until {element} answers
    as it answers for that person. Health, origin or income come out, though the model was asked for something else.
  """
  mitigation: """
    Let {element} return the decision and as little about its sureness as the use allows. Leave out features from
    which protected attributes follow, and train with differential privacy. Try the attack for each protected
    attribute before release, by group.
  """
  phase: runtime
  layer: foundation_models
  test: [art:AttributeInferenceBlackBox]
  refs: [
    atlas:AML.T0024,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML03,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.034,
    cwe:359,
    maestro:L1.4,
    exchange:modelinversionandmembership,
    saif:riskInferredSensitiveData,
    linddun:I,
    linddun:L
  ]
}

// Conditions: contains_pii; !erasure_process -> a copy that personal data comes to from elsewhere: an index, a
// memory, a cache, a prepared set. Where it was first written deletion is seen; conversations are such a place.
threat stale-index-erasure "Deleted personal data lives on in copies" {
  stride: information_disclosure
  on: [vector_store, memory_store, cache, training_data]
  when: element stores personal and element receives personal
  likelihood: 3
  impact: 3
  lowered_by: { erasure_process: 2, retention_limit: 1 }
  scenario: """
    Somebody asks to be forgotten, or a document is withdrawn, and is deleted at the source. {element} keeps its
    copy and goes on giving it out, in answers or to the next training.
  """
  mitigation: """
    Let each deletion at the source reach {element}: store with every entry which record it came from, and remove or
    rebuild by that number. Give entries a date on which they end. Delete a test person each month and search for
    them everywhere.
  """
  phase: runtime
  layer: data_operations
  test: [aitg:AITG-DAT-05]
  refs: [
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI07,
    owasp-dsgai-2026:DSGAI08,
    cwe:212,
    maestro:L6.4,
    saif:riskExcessiveDataHandling,
    linddun:Nc,
    linddun:U
  ]
}

// Conditions: multi_tenant or shared -> the property, on a part that sees what people ask or are told. The memory of an
// agent is memory-leak, an index vector-cross-tenant.
threat cross-session-leak "What one user asked appears for another" {
  stride: information_disclosure
  on: [model_server, chat_history, cache, agent, gateway]
  when: element.multi_tenant
    and (element receives prompts or element receives answers or element stores prompts or element stores answers)
  likelihood: 3
  impact: 4
  lowered_by: { tenant_isolation: 2, access_control: 1, retention_limit: 1 }
  scenario: """
    {element} works for several at once and mixes them up: a cached context, a session number that is used twice, a
    global variable. What one asked, or was answered, stands in the answer to another.
  """
  mitigation: """
    Bind each context in {element} to one caller, with a key made from the caller's token, and clear it at the end.
    Share no cache across clients. Run two users at once against {element} with marked texts, under load, before
    each release.
  """
  phase: runtime
  layer: ecosystem
  test: [promptfoo:cross-session-leak, promptfoo:"pii:session"]
  refs: [
    atlas:AML.T0057,
    atlas:AML.T0085,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-agentic:T3,
    owasp-dsgai-2026:DSGAI11,
    nist-ai-100-2:NISTAML.036,
    cwe:488,
    cwe:668,
    maestro:LX.4,
    exchange:inputdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:L
  ]
}
