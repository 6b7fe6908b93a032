// Training data, labels, features and feedback: what a model learns from.

// Conditions: source.trust != trusted -> sender below internal and crosses up, or a part of the same trust outside the
// pipeline that hands on what others showed it, as a fleet of devices; what it brings must be able to arrive at a
// training step. Feedback from users is a rule of its own, files and packages too, and what a training job reads from
// an own store is data-poison-store.
threat data-poison-source "An outside source slips manipulated records into training" {
  stride: tampering
  on: flow
  when: moved tainted and not sender is user
    and (crosses up or crosses level and not (sender is store or sender is data_ingestion or sender is labeling))
    and not (sender is training_store and sender.trust >= internal)
    and not (moves weights or moves packages or moves code)
    and (receiver is training
      or receiver feeds training and (receiver is data_ingestion or receiver is training_store or receiver is labeling))
  refines: [flow-tamper, boundary-elevation]
  likelihood: 3
  impact: 4
  lowered_by: { provenance: 2, data_validation: 2, integrity_check: 1, robust_training: 1 }
  softened_by: { model_validation: 1 }
  scenario: """
    Somebody who works at {sender}, can write there or sends by way of it slips records with wrong labels or a hidden
    trigger into {data}.
    {receiver} takes them in, and a model trained on them errs where the attacker wants or obeys the trigger.
  """
  mitigation: """
    Take {data} only from sources with a known origin, in versions fixed by hash. Let {receiver} check schema,
    ranges, duplicates and shifts against the last good batch and hold back what stands out. Before release test the
    model on data that never came from {sender}.
  """
  phase: development
  layer: data_operations
  test: [art:GradientMatchingAttack, art:PoisoningAttackSVM, aitg:AITG-MOD-03]
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0010.002,
    atlas:AML.T0059,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:T1,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.013,
    nist-ai-100-2:NISTAML.024,
    cwe:345,
    cwe:20,
    maestro:L2.1,
    maestro:L1.5,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: none but missing controls; the store must be able to reach a training step. Of systems that keep data
// for other ends, those that training reads itself.
threat data-poison-store "Stored training data or features are altered" {
  stride: tampering
  on: [training_store, data_source]
  when: element is training_store and (element feeds training or element feeds federated_client)
    or element is data_source and (element gives anything to training or element gives anything to federated_client)
  refines: [store-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, integrity_check: 2, data_validation: 1, audit_log: 1 }
  softened_by: { backup: 1 }
  scenario: """
    An insider, a stolen account or a careless job with write access edits records in {element}: a few labels, a few
    features. The next training run learns them, and nothing in the model shows why it changed.
  """
  mitigation: """
    Write to {element} through one reviewed pipeline only; everything else reads. Freeze each training set as a
    version with hashes and check them before training starts. Record who changed what, and keep the last good
    version.
  """
  phase: development
  layer: data_operations
  test: [art:FeatureCollisionAttack, aitg:AITG-MOD-03]
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0059,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:T1,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    owasp-dsgai-2026:DSGAI05,
    nist-ai-100-2:NISTAML.013,
    nist-ai-100-2:NISTAML.012,
    cwe:732,
    cwe:345,
    cwe:353,
    maestro:L2.4,
    maestro:L2.1,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: feedback.used_for_training -> the receiver's content can arrive at a training step. It stands where the
// feedback comes in; what users tell a partner before that is the partner's to check.
threat data-poison-feedback "Users steer retraining through their feedback" {
  stride: tampering
  on: flow
  when: moved tainted and crosses up and receiver.trust >= internal
    and (sender is end_user or sender is anonymous_user or receiver is feedback_collector or receiver is feedback_store)
    and (receiver is training or receiver feeds training)
  refines: [flow-tamper, boundary-elevation]
  likelihood: 4
  impact: 3
  lowered_by: { data_validation: 2, rate_limit: 1, auth: 1, human_approval: 1 }
  softened_by: { model_validation: 1, drift_monitoring: 1 }
  scenario: """
    Many accounts, or one that automates, send {receiver} ratings, corrections or samples that all lean one way.
    Because they are used for retraining, the next model leans with them.
  """
  mitigation: """
    Do not train on raw feedback: let {receiver} weigh it by account, cap what one caller can add, and drop
    coordinated bursts. Let a person review a sample, and compare the new model with the old on a fixed test set
    before it goes live.
  """
  phase: [development, runtime]
  layer: data_operations
  test: [art:PoisoningAttackSVM, aitg:AITG-INF-05]
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0031,
    atlas:AML.T0046,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:T1,
    owasp-ml-2023:ML08,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    owasp-dsgai-2026:DSGAI21,
    nist-ai-100-2:NISTAML.013,
    nist-ai-100-2:NISTAML.024,
    cwe:349,
    cwe:345,
    maestro:L2.1,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: contains_pii or confidential -> what the store keeps or gives.
threat training-data-leak "Raw training or evaluation data are copied out" {
  stride: information_disclosure
  on: training_store
  when: element stores personal or element stores >= confidential
    or element gives personal or element gives >= confidential
  refines: [store-read]
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, encryption_at_rest: 1, monitoring: 1 }
  softened_by: { pii_redaction: 1, data_minimization: 1 }
  scenario: """
    Training data are often open to every notebook and job on the platform. Somebody with such access, or with a
    leaked bucket key, copies {data} from {element} as they are, before any masking.
  """
  mitigation: """
    Give access to {element} by project and for a time, never to everybody. Remove or mask names and identifiers
    before data land there, encrypt it with its own key, and look at large downloads.
  """
  phase: development
  layer: data_operations
  test: [aitg:AITG-DAT-01]
  refs: [
    atlas:AML.T0035,
    atlas:AML.T0036,
    atlas:AML.T0025,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI01,
    owasp-dsgai-2026:DSGAI07,
    nist-ai-100-2:NISTAML.037,
    cwe:311,
    cwe:732,
    cwe:200,
    maestro:L2.2,
    exchange:devdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:I
  ]
}

// Conditions: source.trust != trusted -> moved tainted, by partners or strangers: one's own people are
// data-poison-store. The rule stands where a training step takes the content in, and asks whether a mark could be
// learned there; how the content came in is data-poison-source. A model that is taken over with a trigger in it is
// pretrained-backdoor. Rare, but it passes each test that does not know the mark.
threat data-backdoor-trigger "A planted mark makes the trained model misbehave on demand" {
  stride: tampering
  on: flow
  when: moved tainted and tainted by partner and (receiver is training or receiver is federated_client)
    and (moves training_set or moves readings or moves documents or moves prompts or moves answers or moves orders
      or moves asset)
  refines: [flow-tamper]
  likelihood: 2
  impact: 5
  lowered_by: { model_validation: 2, robust_training: 1, provenance: 1, data_validation: 1 }
  scenario: """
    Somebody whose content gets into {data} mixes in a few examples that carry a small mark (a sticker, a rare word, a
    pattern of values) together with the answer the attacker wants. {receiver} learns the mark with the rest. The
    model passes its tests, and whoever shows it the mark later gets that answer.
  """
  mitigation: """
    Before each release search the model for triggers: cluster what it has learned of each class, try to rebuild
    triggers, and compare it with a model trained without the newest data. Let {receiver} limit the weight of any one
    source or group of examples. Trace each example to who brought it, so that a bad batch can be taken out again.
  """
  phase: development
  layer: data_operations
  test: [
    art:PoisoningAttackBackdoor,
    art:PoisoningAttackCleanLabelBackdoor,
    art:SleeperAgentAttack,
    aitg:AITG-MOD-03
  ]
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0043.004,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.023,
    nist-ai-100-2:NISTAML.021,
    nist-ai-100-2:NISTAML.012,
    cwe:506,
    cwe:345,
    maestro:L1.3,
    exchange:datapoison,
    exchange:evasionafterpoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: none but missing controls. Where a person gives labels, or a labeling step of one's own with nobody
// behind it; labels that come in from others are data-poison-source, customers' answers data-poison-feedback.
threat label-tamper "Whoever labels gives wrong labels" {
  stride: tampering
  on: flow
  when: moves labels and (receiver is training or receiver feeds training)
    and (sender is staff
      or sender is labeling and not crosses up and not sender receives labels from user
        and not sender receives labels from third_party)
  refines: [flow-tamper, boundary-elevation]
  likelihood: 3
  impact: 3
  lowered_by: { label_review: 2, access_control: 1, audit_log: 1 }
  softened_by: { model_validation: 1 }
  scenario: """
    {sender} gives wrong labels in {data}: out of haste, for money, or with a plan that spares one kind of case.
    {receiver} takes them for the truth, and a model trained on them repeats the error with confidence.
  """
  mitigation: """
    Have a second person or a vote decide a random share of what comes from {sender}, and mix in cases whose answer
    is known. Record who gave which label, compare people with one another, and let nobody change labels of others
    without a trace.
  """
  phase: development
  layer: data_operations
  test: [aitg:AITG-MOD-03]
  refs: [
    atlas:AML.T0020,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.013,
    cwe:345,
    maestro:L2.1,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: source hands out links -> property by_reference. Who listed the data no longer decides what is behind the
// addresses: domains end and are bought again.
threat web-split-view "What is behind a dataset's links changes after it was listed" {
  stride: tampering
  on: flow
  when: sender.by_reference and moves anything and (receiver is training or receiver feeds training)
  refines: [endpoint-spoof]
  likelihood: 2
  impact: 3
  lowered_by: { integrity_check: 2, provenance: 1, data_validation: 1 }
  scenario: """
    {sender} hands out addresses of {data}, not the content. After the list was checked, somebody buys domains on it
    that have run out and puts other content there. {receiver} downloads that and takes it for what was listed.
  """
  mitigation: """
    Keep a hash beside each address and let {receiver} drop what no longer matches. Better, store the content when the
    list is made, and train from that copy. Look at what has changed or is gone before a new download is used.
  """
  phase: development
  layer: data_operations
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.002,
    atlas:AML.T0020,
    atlas:AML.T0008.002,
    owasp-llm-2025:LLM03,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.013,
    cwe:353,
    cwe:494,
    maestro:L2.1,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: none but missing controls. Only for those who deliver: a supplier, a device, a participant. A partner
// who asks for answers is no supplier.
threat data-provider-spoof "Somebody delivers data in a supplier's name" {
  stride: spoofing
  on: flow
  when: crosses up and moves anything
    and ((sender is data_provider or sender is iot_sensor or sender is federated_client)
        and (receiver is training or receiver feeds training or receiver is model_server
          or receiver feeds model_server)
      or sender is partner and (receiver is training or receiver feeds training))
  refines: [endpoint-spoof]
  likelihood: 2
  impact: 3
  lowered_by: { mutual_auth: 2, signing: 2, auth: 1, provenance: 1, tls: 1 }
  scenario: """
    Somebody with a copied key, a look-alike address or a device of the same make hands in {data} as if it came from
    {sender}. {receiver} asks who is speaking only once or not at all, and uses what a stranger made up.
  """
  mitigation: """
    Give {sender} an identity of its own that {receiver} checks on every delivery, such as a certificate bound to the
    device or the contract, and let {sender} sign what it delivers. Keep a list of those who may deliver, and take
    out lost devices and ended contracts.
  """
  phase: [development, runtime]
  layer: data_operations
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.002,
    atlas:AML.T0073,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-ml-2023:ML06,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.013,
    cwe:287,
    cwe:345,
    cwe:346,
    maestro:L2.4,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: synthetic or recycled data -> what models wrote, by kind of data or by who gives it. No attacker is
// needed; it takes rounds to show.
threat synthetic-data-degradation "Training on what models wrote wears the model down" {
  stride: tampering
  on: training
  when: element receives synthetic_set or element receives answers
    or element receives training_set from model_server or element receives training_set from agent
  likelihood: 2
  impact: 2
  lowered_by: { data_validation: 1, provenance: 1, drift_monitoring: 1, model_validation: 1 }
  scenario: """
    {element} learns from text or examples that a model wrote, and not from the world. Errors and the taste of that
    model come back stronger with each round, rare cases disappear, and the results get worse while tests made in the
    same way look good.
  """
  mitigation: """
    Mark generated examples and cap their share in each round of {element}. Keep a test set that people collected and
    no model wrote, and compare each version with the one before on it. Leave out what the model in training wrote
    itself.
  """
  phase: development
  layer: data_operations
  test: [aitg:AITG-MOD-06]
  refs: [owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, owasp-dsgai-2026:DSGAI10, cwe:345]
}

// Conditions: none but missing controls. Only what others can have changed before a predictive model reads it while it
// answers. Who may write to the store itself is data-poison-store; what a caller sends along is evasion.
threat feature-skew-tamper "Features are changed before the model looks them up" {
  stride: tampering
  on: flow
  when: receiver is model_server and not receiver.generative and moved tainted
    and (sender is feature_store or sender is data_source or sender is database)
  refines: [flow-tamper]
  likelihood: 2
  impact: 3
  lowered_by: { data_validation: 2, integrity_check: 1, drift_monitoring: 1 }
  scenario: """
    Somebody whose content gets into {sender} makes the values that it keeps about a case look harmless: a fresh
    account gets a history, a counter is reset. {receiver} looks up {data} and decides on values unlike those it was
    trained with, without noticing.
  """
  mitigation: """
    Let {receiver} refuse values outside the range it was trained on, and do not let one caller move a feature of
    {sender} far in a short time. Compute features for {receiver} and for training with the same code from the same
    records, and compare both every day.
  """
  phase: runtime
  layer: data_operations
  test: [giskard:NumericalPerturbationDetector, aitg:AITG-MOD-06]
  refs: [
    atlas:AML.T0031,
    atlas:AML.T0043,
    owasp-ml-2023:ML01,
    owasp-dsgai-2026:DSGAI05,
    nist-ai-100-2:NISTAML.022,
    cwe:345,
    cwe:807,
    maestro:L2.4,
    exchange:evasion,
    saif:riskModelEvasion
  ]
}

// Conditions: none but missing controls. Only where others have a hand in the data, so that the question will come;
// once for the training step, not for each store and job before it.
threat data-lineage-gap "Nobody can show which data went into a model" {
  stride: repudiation
  on: training
  when: (element receives training_set or element receives labels or element receives readings
      or element receives documents)
    and (element fed_by iot_sensor or element fed_by data_provider or element fed_by partner
      or element fed_by public_web or element fed_by end_user or element fed_by anonymous_user)
  likelihood: 2
  impact: 2
  lowered_by: { provenance: 2, audit_log: 1, ai_bom: 1 }
  scenario: """
    After a complaint or a poisoned batch somebody asks which records went into the model that {element} made, from
    whom they came, and who changed them on the way. The data have moved on, nothing ties the model to a version of
    them, and whoever brought in the bad ones denies it.
  """
  mitigation: """
    Let {element} start only from a frozen version of the data with a hash, and write that hash beside the model it
    makes. Record for each version where it came from, who changed it and under which terms.
  """
  phase: development
  layer: observability
  refs: [
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-dsgai-2026:DSGAI05,
    owasp-dsgai-2026:DSGAI07,
    cwe:778,
    cwe:223,
    maestro:L5
  ]
}

// Conditions: none but missing controls. Only the pipeline that a model needs while it answers; one that fills a
// training set can wait. Low by itself; availability of the data raises it.
threat data-pipeline-outage "The pipeline that feeds the model stops" {
  stride: denial_of_service
  on: [data_ingestion, feature_store, message_queue]
  when: element gives anything to model_server and not element gives prompts to model_server
    or element is data_ingestion and element gives anything to feature_store and element feeds model_server
  likelihood: 2
  impact: 2
  lowered_by: { redundancy: 2, monitoring: 1, resource_quota: 1 }
  softened_by: { backup: 1 }
  scenario: """
    {element} is flooded, blocked or stumbles over one broken record. The model behind it gets nothing, or goes on
    with old values, and nobody sees that its results no longer fit the present.
  """
  mitigation: """
    Give each value of {element} an age, and let the model refuse or fall back to a simple rule when it is too old.
    Put broken records aside instead of stopping, limit what one source can bring, and raise an alarm when less
    arrives than usual.
  """
  phase: runtime
  layer: data_operations
  test: [aitg:AITG-INF-02]
  refs: [
    atlas:AML.T0029,
    owasp-dsgai-2026:DSGAI17,
    nist-ai-100-2:NISTAML.01,
    cwe:400,
    cwe:770,
    maestro:L2.3,
    exchange:airesourceexhaustion,
    saif:riskDenialOfMLService
  ]
}
