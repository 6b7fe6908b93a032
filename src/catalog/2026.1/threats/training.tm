// Making a model: the code, the tests and the participants that decide what it becomes.

// Conditions: none but missing controls. Where the test set lies, or the test itself where no set is drawn.
threat eval-tamper "Test sets or metrics are changed so that a bad model passes" {
  stride: tampering
  on: [evaluation, eval_dataset]
  when: element is eval_dataset and (element gives anything or element stores anything)
    or element is evaluation and element receives anything and not element receives anything from eval_dataset
  likelihood: 2
  impact: 4
  lowered_by: { access_control: 2, integrity_check: 2, audit_log: 1 }
  softened_by: { model_validation: 1 }
  scenario: """
    Somebody who wants a model out, or a backdoor in, takes the hard cases out of {element}, adds them to the training
    set, or edits the result. The release step sees good numbers and lets the model through.
  """
  mitigation: """
    Keep {element} where those who train cannot write, and best not read. Fix its content by hash and check the hash
    on each run. Let the release step fetch the result itself, from a signed run, and repeat it now and then with
    fresh cases that nobody has seen.
  """
  phase: development
  layer: observability
  test: [aitg:AITG-MOD-03]
  refs: [
    atlas:AML.T0059,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-dsgai-2026:DSGAI05,
    cwe:345,
    cwe:732,
    maestro:L5.1,
    saif:riskEvaluationBenchmarkManipulation
  ]
}

// Conditions: none but missing controls. Where the code lies that a training step runs, or the notebook that hands it
// over. What the pipeline does with it is cicd-compromise, a repository that an agent obeys agent-config-tamper.
threat training-code-tamper "Training code or hyper-parameters are changed" {
  stride: tampering
  on: [code_repo, notebook]
  when: element is code_repo
      and (element gives code to training or element gives code to build and element feeds training)
    or element is notebook and element gives code to training
  likelihood: 2
  impact: 5
  lowered_by: { change_control: 2, access_control: 1, signing: 1, audit_log: 1 }
  softened_by: { model_validation: 1 }
  scenario: """
    Somebody with access to {element} changes a few lines of what training runs: a loss that learns a trigger, a filter
    that drops one group, a step that sends data away. The data are clean, the review looks at them alone, and the
    model comes out as the attacker wants.
  """
  mitigation: """
    Let no change in {element} reach training without a second person, and start training only from a reviewed and
    signed commit, not from a working copy. Keep hyper-parameters under the same review, and record commit and
    settings beside each model.
  """
  phase: development
  layer: foundation_models
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0018,
    atlas:AML.T0010.001,
    owasp-llm-2025:LLM03,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML10,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.011,
    nist-ai-100-2:NISTAML.026,
    cwe:732,
    cwe:506,
    maestro:L4.3,
    maestro:L3.1,
    exchange:devmodelpoison,
    saif:riskModelSourceTampering
  ]
}

// Conditions: none but missing controls. Only where people or notebooks can put versions in or let them out: what
// one job alone writes can be told from its runs. Which data went in is data-lineage-gap.
threat training-repudiation "Nobody can show who trained or approved a model" {
  stride: repudiation
  on: [model_store, training]
  when: element is model_store and element receives weights
      and (element receives anything from user or element receives anything from notebook)
    or element is training and element gives weights and not element gives weights to model_store
      and element receives anything from user
  likelihood: 3
  impact: 2
  lowered_by: { audit_log: 2, signing: 1, change_control: 1 }
  scenario: """
    A model from {element} does harm, and nobody can show who made it, with which code, or who let it out. What is
    written beside the model is a version and a date, which anybody there could have changed. Whoever did it denies it.
  """
  mitigation: """
    Record each run, approval and promotion at {element} with a person or job of its own, in a log that they cannot
    change. Sign each model with the key of the run that made it, and let nobody approve a model of their own.
  """
  phase: development
  layer: observability
  refs: [
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    cwe:778,
    cwe:223,
    maestro:L5,
    exchange:genericsecthreats
  ]
}

// Conditions: federated or distributed training -> the kind. Not less likely than 2: a bad update cannot be told
// from an unusual one as long as the data behind it are hidden.
threat federated-malicious-client "A participant sends poisoned updates" {
  stride: tampering
  on: flow
  when: crosses and moves weights and sender is federated_client
    and (receiver is training or receiver is federated_client)
  refines: [flow-tamper, boundary-elevation]
  likelihood: 3
  floor: 2
  impact: 4
  lowered_by: { robust_training: 2, data_validation: 1, auth: 1, mutual_auth: 1, monitoring: 1 }
  softened_by: { model_validation: 1 }
  scenario: """
    {sender}, or whoever has taken it over, does not send what its data taught it. It scales {data} up so that it
    outweighs the honest ones and plants a hidden behavior or spoils the result. {receiver} cannot look at the data
    behind an update and adds it in.
  """
  mitigation: """
    Let {receiver} combine updates so that one cannot move the result far: clip each to a norm, and take a median or
    trimmed mean. Admit only participants with a checked identity, one voice each, compare updates with one another,
    and test each round's model on clean data, for triggers as well, before it goes out.
  """
  phase: development
  layer: foundation_models
  test: [art:PoisoningAttackBackdoor, aitg:AITG-MOD-03]
  refs: [
    atlas:AML.T0020,
    atlas:AML.T0018.000,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML10,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    nist-ai-100-2:NISTAML.011,
    nist-ai-100-2:NISTAML.026,
    nist-ai-100-2:NISTAML.023,
    cwe:345,
    maestro:L1.5,
    exchange:datapoison,
    saif:riskDataPoisoning
  ]
}

// Conditions: federated or distributed training -> the kind. Encryption on the way does not help: the one who reads the
// update is the one it is meant for.
threat federated-gradient-leak "Updates give a participant's private data away" {
  stride: information_disclosure
  on: flow
  when: crosses and moves weights and sender is federated_client
    and (moves personal or sender holds personal or sender receives personal
      or sender receives >= confidential from store)
  likelihood: 3
  impact: 4
  lowered_by: {
    differential_privacy: 2
    secure_aggregation: 2
    confidential_compute: 1
    data_minimization: 1
  }
  scenario: """
    Whoever runs or reads {receiver} computes back from {data} what {sender} trained on: records, pictures, or that a
    certain person is among them. With a model prepared for it, one round is enough. The raw data never left {sender},
    and yet somebody has them.
  """
  mitigation: """
    Let {sender} clip its update and add noise with a privacy budget that is agreed on before anything leaves. Use
    secure aggregation, so that {receiver} sees only the sum of many. Train on large batches, let {sender} check the
    model it is sent, and try reconstruction on your own updates first.
  """
  phase: development
  layer: foundation_models
  test: [aitg:AITG-MOD-05]
  refs: [
    atlas:AML.T0024.001,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML03,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.032,
    cwe:201,
    exchange:modelinversionandmembership,
    saif:riskFederatedDistributedTrainingPrivacy,
    linddun:DD,
    linddun:I
  ]
}

// Conditions: code of a coordinator beside a participant's data -> the receiver's kind. Neither side's operators see a
// change of the other, so it is likelier than a changed dependency of one's own.
threat remote-code-on-data "Code from the coordinator runs beside a participant's data" {
  stride: elevation_of_privilege
  on: flow
  when: crosses and moves code and receiver is federated_client
  refines: [flow-tamper, boundary-elevation]
  likelihood: 3
  impact: 5
  lowered_by: { change_control: 2, signing: 2, sandboxing: 2, egress_control: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    What {receiver} runs on data that must not leave comes from {sender}. A careless change there, or somebody who has
    got in, puts a few lines into {data} that copy records into the update, send them elsewhere, or look around in the
    network of {receiver}.
  """
  mitigation: """
    Let those who run {receiver} review {data} and sign what they agree to, and refuse anything else; better, accept
    only settings for code that is installed already. Run it in a sandbox that reads the one data set, and can reach
    nothing but {sender}.
  """
  phase: development
  layer: deployment
  test: [aitg:AITG-INF-01]
  refs: [
    atlas:AML.T0010.001,
    atlas:AML.T0050,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-ml-2023:ML06,
    nist-ai-100-2:NISTAML.05,
    cwe:829,
    cwe:494,
    cwe:250,
    maestro:LX.1,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent,
    linddun:DD
  ]
}

// Conditions: model.generative -> property of the step, or what it makes ends in a language model or an agent. No
// attacker is needed: a few hundred harmless examples do it.
threat finetune-safety-erosion "Fine-tuning weakens the safety of the base model" {
  stride: tampering
  on: fine_tuning
  when: element gives weights and (element.generative or element feeds llm or element feeds agent)
  likelihood: 3
  impact: 4
  lowered_by: { model_validation: 2, model_alignment: 1, red_teaming: 1 }
  softened_by: { output_filtering: 1 }
  scenario: """
    {element} teaches a base model a task, and with it the model forgets part of what it should refuse. The tests of
    the task look better than before, nobody repeats the safety tests, and what was a refusal becomes an answer.
  """
  mitigation: """
    Repeat the safety tests of the base model on what {element} makes, and stop the release where it refuses less than
    before. Mix examples of refusals into the data, change as few weights as the task needs, and keep a filter on the
    answers that does not depend on the model.
  """
  phase: development
  layer: foundation_models
  test: [garak:dan, pyrit:Jailbreak, promptfoo:harmbench, aitg:AITG-MOD-07]
  refs: [
    atlas:AML.T0018.000,
    atlas:AML.T0054,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-ml-2023:ML07,
    nist-ai-100-2:NISTAML.04,
    cwe:693,
    maestro:L1.6,
    exchange:devmodelpoison,
    saif:riskModelSourceTampering
  ]
}
