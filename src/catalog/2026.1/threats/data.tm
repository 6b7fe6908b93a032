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
    Somebody who works at {sender} or can write there slips records with wrong labels or a hidden trigger into {data}.
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

// Conditions: feedback.used_for_training -> the receiver's content can arrive at a training step.
threat data-poison-feedback "Users steer retraining through their feedback" {
  stride: tampering
  on: flow
  when: moved tainted and crosses up
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
