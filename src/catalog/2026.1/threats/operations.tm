// Keys, records, watching and suppliers around the model.

// Conditions: none but missing controls. The rule stands on who keeps or holds a key; agents, tools, code and
// pipelines have rules of their own.
threat api-key-theft "A stolen key is used in its owner's name" {
  stride: spoofing
  on: element
  when: element is secrets_store
    or (element is gateway or element is inference_api) and element receives credentials from untrusted
    or element holds credentials
      and not (element is agent or element is orchestrator or element is tool or element is code_runner
        or element is code_repo or element is notebook or element is config_store or element is build
        or element is container_registry)
  refines: [store-read]
  likelihood: 4
  impact: 4
  lowered_by: { secret_management: 2, mfa: 1, monitoring: 1 }
  softened_by: { resource_quota: 1, least_privilege: 1 }
  scenario: """
    A key that {element} keeps or uses gets out by a log, a laptop, a client that carries it or a role that reads
    too much. Whoever finds it does from anywhere what the key allows: calls the model at the owner's cost, reads its
    data, or passes for whoever the key was made for.
  """
  mitigation: """
    Hand keys out from a vault for minutes and to one workload each, so that {element} keeps none that last. Ask
    people for a second factor before they read or make keys. Limit each key by function, address and budget, watch
    for use from new places, and rehearse replacing all of them.
  """
  phase: runtime
  layer: security
  refs: [
    atlas:AML.T0055,
    atlas:AML.T0012,
    atlas:AML.T0091.000,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:ASI03,
    owasp-agentic:T9,
    owasp-ml-2023:ML05,
    owasp-api-2023:API2,
    owasp-mcp-2025:MCP01,
    cwe:522,
    cwe:798,
    maestro:L4,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls. Code always; the others where keys are drawn, unless they fetch them from a
// vault, as one should.
threat secret-in-code "Keys sit in code, notebooks, images or settings" {
  stride: information_disclosure
  on: [code_repo, notebook, config_store, build, container_registry]
  when: element is code_repo or element stores credentials or element holds credentials
    or element receives credentials and not element receives credentials from secrets_store
  refines: [store-read]
  likelihood: 4
  impact: 4
  lowered_by: { secret_management: 2, artifact_scanning: 1, access_control: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    A token is pasted into {element} to get something to run, and stays there: in the history, a log, an output cell
    or a layer of an image. Everybody who can read {element}, today or after the next leak, can use it.
  """
  mitigation: """
    Take keys from a vault at run time and keep none in {element}. Scan {element} and its history at every change,
    block what looks like a key, and replace found keys rather than delete them. Give jobs a workload identity
    instead of a key, and keep the rights of each small.
  """
  phase: [development, runtime]
  layer: deployment
  refs: [
    atlas:AML.T0055,
    atlas:AML.T0083,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-agentic:ASI03,
    nist-ai-100-2:NISTAML.039,
    cwe:798,
    cwe:522,
    cwe:312,
    maestro:L4,
    exchange:devcodeleak,
    saif:riskCrossTenantCredentialPropagation
  ]
}

// Conditions: none but missing controls. One threat at the entry, where it is still known who asks.
threat no-audit-log "Model use cannot be reconstructed after an incident" {
  stride: repudiation
  on: [gateway, web_app, inference_api, inference_service, agent, orchestrator]
  when: element.trust >= internal and (element reaches model_server or element is agent)
    and (element receives anything from user or element receives anything from browser
      or element receives prompts from untrusted)
    and not element is dashboard
  refines: [flow-repudiation]
  likelihood: 3
  impact: 3
  lowered_by: { audit_log: 2, monitoring: 1 }
  softened_by: { incident_response: 1 }
  scenario: """
    After a leak, a wrong decision or abuse nobody can say who asked what, which version of the model answered, from
    what, and what else went out. {element} served the calls and kept no record, or one that can be edited.
  """
  mitigation: """
    Record at {element} caller, time, version of the model, sources used, result and calls made under one number for
    each request. Write it where {element} can only append, mask personal data, and name who looks at it
    and how long it is kept.
  """
  phase: runtime
  layer: observability
  refs: [
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T8,
    cwe:778,
    maestro:L5,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls. Only records that somebody can reach who would have a reason: they are
// written by what runs other people's instructions, lie on a device in the hand of its owner, or take text of
// strangers and then steer something. Elsewhere it is store-tamper's kind of matter and low.
threat log-tamper "Logs or traces are changed, deleted or forged" {
  stride: [tampering, repudiation]
  on: log_store
  when: element receives anything from agent or element receives anything from code_runner
    or element receives anything from notebook or element receives anything from edge_device
    or element receives anything from mobile_app or element receives anything from partner
    or element tainted by untrusted and (element feeds monitoring or element feeds training or element feeds llm)
  likelihood: 2
  impact: 3
  lowered_by: { log_protection: 2, access_control: 1 }
  softened_by: { backup: 1 }
  scenario: """
    Among what writes to {element} is a part that others steer, have in the hand, or put their words into. After an
    attack its lines are gone or say something else; or a user's text with a line break in it looks like an entry of
    its own. Whoever reads {element} later, a person or a program, learns what the attacker wants known.
  """
  mitigation: """
    Let writers only append to {element}, under an account that cannot delete, and send a copy at once to where none
    of them has rights. Escape line breaks and control characters of what others wrote, chain or sign entries so
    that a gap shows, and raise an alarm when a writer falls silent.
  """
  phase: runtime
  layer: observability
  refs: [
    owasp-agentic:T8,
    owasp-mcp-2025:MCP08,
    cwe:117,
    cwe:732,
    maestro:L5.6,
    maestro:L5.2,
    exchange:genericsecthreats
  ]
}

// Conditions: contains_pii or confidential -> what is kept there. Rated as store-read, whose place it takes: more
// people read logs than databases, and less is at each place.
threat log-sensitive "Prompts, answers and personal data pile up in logs or traces" {
  stride: information_disclosure
  on: [log_store, chat_history]
  when: element stores personal or element stores >= confidential
  refines: [store-read]
  likelihood: 4
  impact: 3
  lowered_by: {
    pii_redaction: 2
    log_protection: 1
    access_control: 1
    retention_limit: 1
    encryption_at_rest: 1
  }
  scenario: """
    What passes by is written to {element} as it is: {data}. Whoever keeps the system running can search it all, and
    so can whoever gets one of their accounts; and it lies there long after the records that it came from are gone.
  """
  mitigation: """
    Cut names, numbers and keys out before anything is written to {element}, and keep full text only for a named
    purpose and a few days. Let people search it through a tool that records who looked for what, and delete on
    schedule, copies included.
  """
  phase: runtime
  layer: observability
  test: [aitg:AITG-DAT-02]
  refs: [
    atlas:AML.T0036,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI14,
    nist-ai-100-2:NISTAML.036,
    cwe:532,
    cwe:359,
    maestro:L5.5,
    exchange:inputdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:L,
    linddun:I
  ]
}

// Conditions: any -> what is watched is driven by people from outside, or by parts that can report what they like.
threat monitoring-blind "Attackers stay below detection or feed false metrics" {
  stride: tampering
  on: monitoring
  when: element tainted by untrusted or element receives anything from agent
    or element receives anything from edge_device or element receives anything from federated_client
  likelihood: 2
  impact: 3
  lowered_by: { red_teaming: 1, log_protection: 1 }
  scenario: """
    Somebody moves slowly, from many accounts, and with values near the usual ones, so that no threshold of
    {element} is crossed; or what is watched reports fair numbers itself. {element} stays green, and people trust
    it.
  """
  mitigation: """
    Try it: let a red team attack and see whether {element} says anything. Take numbers from where the watched part
    cannot change them, and compare two sources. Look at long windows and at groups of callers as well as at single
    calls, keep thresholds to yourself, and treat silence as an alarm.
  """
  phase: runtime
  layer: observability
  refs: [
    atlas:AML.T0015,
    atlas:AML.T0107,
    cwe:693,
    maestro:L5.4,
    maestro:L5.1,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls. Low by default: it matters where the availability of what is watched is
// high.
threat monitoring-outage "Monitoring or evaluation is overloaded or switched off" {
  stride: denial_of_service
  on: monitoring
  when: element receives anything
  likelihood: 2
  impact: 2
  lowered_by: { redundancy: 2, rate_limit: 1 }
  scenario: """
    A flood of events, a full disk or one setting stops {element}. Nothing else fails, so nobody notices, and what
    happens in the hours until then is seen by no one.
  """
  mitigation: """
    Let something outside {element} expect a sign of life from it and call a person when none comes. Bound what each
    part may report, drop details before whole sources, and ask for two people to switch it off.
  """
  phase: runtime
  layer: observability
  refs: [atlas:AML.T0029, cwe:400, maestro:L5.3, exchange:airesourceexhaustion]
}

// Conditions: none but missing controls. Every model ages; here it is worn down, or nobody would feel it: what it saw
// and decided goes straight back into what it learns from, with nobody between, or it decides about abuse, identity or
// people. The default is a low harm, which the integrity of decisions raises.
threat unmonitored-drift "Model quality decays or is worn down without anybody noticing" {
  stride: tampering
  on: model_server
  when: not element.generative and element gives decisions
    and not element receives decisions from model_server
    and (element gives anything to training_store or element gives anything to training
      or element gives anything to feedback_collector
      or element.use == detection or element.use == biometric or element.use == decision_support)
  likelihood: 3
  impact: 2
  lowered_by: { drift_monitoring: 2, monitoring: 1, model_validation: 1 }
  scenario: """
    The world moves on, or somebody moves it on purpose: each week a few cases a little beyond what is allowed,
    until the odd is usual. {element} stays as sure as ever while more and more of its decisions are wrong, and no
    error is raised anywhere.
  """
  mitigation: """
    Compare inputs and decisions of {element} with those of its training, by group of cases, every day and with an
    owner for the alarm. Keep a labelled set of recent cases that no caller can add to and measure on it, and be
    able to go back to the version before. Let no retrained version out that is worse on the old set.
  """
  phase: runtime
  layer: observability
  test: [aitg:AITG-MOD-06, giskard:PerformanceBiasDetector]
  refs: [
    atlas:AML.T0031,
    owasp-ml-2023:ML08,
    owasp-dsgai-2026:DSGAI05,
    nist-ai-100-2:NISTAML.02,
    maestro:L5.4
  ]
}

// Conditions: third_party -> kinds that others run, and from which something is awaited. Once for each provider.
// Outages are frequent and mostly short: high likelihood, low harm, which high availability of what it gives
// raises.
threat provider-outage "External model or tool provider fails, throttles or withdraws a version" {
  stride: denial_of_service
  on: [model_provider, third_party_api, external_service, payment_service]
  when: element.trust < internal
    and (element gives anything to process or element receives orders)
  likelihood: 4
  impact: 1
  lowered_by: { redundancy: 2, circuit_breaker: 1, vendor_assurance: 1 }
  scenario: """
    {element} is down, answers slowly, cuts the quota or ends the version that is in use. Callers wait and try
    again, which makes it worse, and what depends on the answer stands still though nothing of one's own is broken.
  """
  mitigation: """
    Have something to fall back to when {element} does not answer: a second provider behind the same interface, a
    smaller model of your own, an answer that says so. Set time limits, try again with growing pauses, and stop
    calling for a while when it fails. Have notice of withdrawal in the contract, and rehearse a day without
    {element}.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0029,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI08,
    owasp-dsgai-2026:DSGAI17,
    cwe:703,
    maestro:LX.1,
    saif:riskDenialOfMLService
  ]
}

// Conditions: third_party -> kinds that others run. Only where a program acts on what comes back: decisions, calls,
// queries or code. Text that people read changes its tone and nothing breaks. The harm is raised by the integrity
// of those.
threat provider-silent-change "Provider changes the model behind the same name and behaviour shifts" {
  stride: tampering
  on: [model_provider, third_party_api, external_service]
  when: element.trust < internal
    and (element gives decisions to process or element gives tool_calls to process or element gives orders to process
      or element is model_provider and element gives code to process)
  likelihood: 3
  impact: 2
  lowered_by: { version_pinning: 2, drift_monitoring: 1, model_validation: 1 }
  scenario: """
    One morning {element} answers with another model under the old name: the provider has updated, saves money, or
    somebody got in there. Thresholds, prompts and tests were made for the one before; what acts on {data} goes on
    as if nothing had changed, and does other things than it was tested to do.
  """
  mitigation: """
    Ask {element} for a dated version by name and move to the next one when you have tested it. Run a fixed set of
    cases against it every day and raise an alarm when the answers shift; check the form of each answer before
    acting on it. Have notice of changes in the contract.
  """
  phase: runtime
  layer: foundation_models
  refs: [
    atlas:AML.T0031,
    atlas:AML.T0109,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-api-2023:API10,
    nist-ai-100-2:NISTAML.05,
    cwe:1357,
    maestro:LX.1,
    exchange:supplymodelpoison,
    saif:riskModelSourceTampering,
    nist-ai-600-1:GAI-12
  ]
}
