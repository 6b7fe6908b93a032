// Keys, infrastructure and records around the model.

// Conditions: none but missing controls. The rule stands on who keeps or holds a key; agents, tools, code and
// pipelines have rules of their own.
threat api-key-theft "A stolen key is used to call the model or reach its data" {
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
    too much. Whoever finds it calls the model or its administration from anywhere, at the owner's cost and in the
    owner's name.
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

// Conditions: none but missing controls. Code always; the others where keys are drawn.
threat secret-in-code "Keys sit in code, notebooks, images or settings" {
  stride: information_disclosure
  on: [code_repo, notebook, config_store, build, container_registry]
  when: element is code_repo or element stores credentials or element holds credentials
    or element receives credentials
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

// Conditions: public -> people, notebooks or anybody untrusted talk to it directly; to an aggregator, participants.
threat ml-infra-exposed "Cluster, tracker or store port is open to the network" {
  stride: elevation_of_privilege
  on: [compute, experiment_tracker, vector_store, model_registry, federated_aggregator]
  when: (element is compute or element is experiment_tracker)
    and (element receives anything from user or element gives anything to user
      or element receives anything from notebook)
    or element receives anything from untrusted or element gives anything to untrusted
    or element is federated_aggregator and element receives anything from partner
  likelihood: 3
  impact: 5
  lowered_by: { auth: 2, network_segmentation: 2, config_hardening: 1, patching: 1 }
  softened_by: { least_privilege: 1, sandboxing: 1 }
  scenario: """
    {element} was set up for convenience and answers on its management port without a log-in, or with the default
    one. Whoever finds it starts jobs on its machines, reads models and data, and goes on from there.
  """
  mitigation: """
    Put the management port of {element} into a private network behind a log-in of its own, and close it on every
    other interface. Use hardened settings from code, patch on schedule, and scan from outside for what answers.
  """
  phase: [development, runtime]
  layer: deployment
  refs: [
    atlas:AML.T0049,
    atlas:AML.T0112,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-api-2023:API8,
    cwe:306,
    cwe:1188,
    cwe:284,
    maestro:L4.5,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
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
