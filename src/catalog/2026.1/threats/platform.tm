// What everything runs on: workspaces, machines, ports and accounts.

// Conditions: public -> people, notebooks or anybody untrusted talk to it directly; to an aggregator, participants. What
// it fetches itself, such as packages and images, says nothing about who reaches it.
threat ml-infra-exposed "Cluster, tracker or store port is open to the network" {
  stride: elevation_of_privilege
  on: [compute, experiment_tracker, vector_store, model_registry, federated_aggregator]
  when: (element is compute or element is experiment_tracker)
      and (element receives anything from user or element gives anything to user
        or element receives anything from notebook)
    or element is federated_aggregator and element receives anything from partner
    or not element is compute and not element reaches model_hub and not element reaches package_registry
      and (element receives anything from untrusted or element gives anything to untrusted)
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

// Conditions: none but missing controls. Only where strangers or other tenants are near: in one's own zone a
// workspace is what its user may do anyway.
threat notebook-exposed "A workspace that others can reach runs their code" {
  stride: elevation_of_privilege
  on: notebook
  when: element.multi_tenant
    or element receives code from untrusted
    or element receives credentials from untrusted
  likelihood: 3
  impact: 4
  lowered_by: { auth: 2, network_segmentation: 2, config_hardening: 1, sandboxing: 1 }
  scenario: """
    {element} runs whatever is typed into it, with the data, keys and machines of its user. Somebody who finds it
    without a log-in, guesses its token, or has an account on the same machine types a line of their own.
  """
  mitigation: """
    Put {element} behind the log-in of the organization, with a second factor, and on no public address. Give each
    person a workspace of their own that ends when it is not used, with short-lived keys for the project at hand, and
    no way to the settings of the platform.
  """
  phase: development
  layer: deployment
  refs: [
    atlas:AML.T0049,
    atlas:AML.T0012,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-api-2023:API8,
    cwe:306,
    cwe:1188,
    cwe:668,
    maestro:L4,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing controls. Only machines that people, workspaces, tenants or strangers can give work to.
threat compute-hijack "Somebody uses the machines for work of their own" {
  stride: denial_of_service
  on: [gpu_cluster, control_plane]
  when: element.multi_tenant or element receives anything from user or element receives anything from notebook
    or element receives code from untrusted
  likelihood: 3
  impact: 3
  lowered_by: { resource_quota: 2, monitoring: 1, auth: 1, network_segmentation: 1 }
  scenario: """
    With a stolen key, a job that looks like any other, or a port without log-in, somebody lets {element} mine coins or
    run their own models. Own jobs wait, and the bill comes at the end of the month.
  """
  mitigation: """
    Cap for each team what {element} may start and spend, and stop at the cap. Accept jobs only from images and
    accounts on a list, with short-lived keys, and raise an alarm on jobs that nobody owns and on use at odd hours.
  """
  phase: [development, runtime]
  layer: deployment
  test: [aitg:AITG-INF-02]
  refs: [
    atlas:AML.T0112,
    atlas:AML.T0034,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    cwe:400,
    cwe:770,
    maestro:L4.5,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls. Only code, settings and results that are said to be worth hiding; keys in a
// repository are secret-in-code.
threat source-config-leak "Code, hyper-parameters or architecture leak" {
  stride: information_disclosure
  on: [code_repo, config_store, experiment_tracker]
  when: element stores >= confidential
    or element is experiment_tracker and (element receives >= confidential or element gives >= confidential)
  refines: [store-read]
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, encryption_at_rest: 1, audit_log: 1, disclosure_limit: 1 }
  scenario: """
    Somebody reads {element} who should not: it is open to the whole house, a copy lies on a stolen laptop, or a link
    for somebody outside was never closed. What stands there ({data}) tells how the system is made, so that it can be
    rebuilt for a fraction of the work, and where to attack it.
  """
  mitigation: """
    Give access to {element} by project, with single sign-on and no public links, and take it away when people move
    on. Look for copies of it in public places, keep keys and data out of it, and record who downloads all of it.
  """
  phase: development
  layer: deployment
  test: [aitg:AITG-INF-06]
  refs: [
    atlas:AML.T0095.000,
    atlas:AML.T0035,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML05,
    owasp-dsgai-2026:DSGAI20,
    cwe:200,
    cwe:732,
    maestro:L4,
    exchange:devcodeleak,
    saif:riskModelExfiltration
  ]
}

// Conditions: none but missing controls. Where strangers' files meet a decoder: uploads, what crawlers and mail
// readers fetch, pictures and sound. Text and numbers alone are boundary-elevation; agents, code runners and
// notebooks have finer rules.
threat process-privilege "A flaw in a service that reads strangers' files gives rights on its host" {
  stride: elevation_of_privilege
  on: [model_server, gateway, web_app, data_ingestion]
  when: element.trust >= internal
    and (element.accepts_files and element receives anything from untrusted
      or element is data_ingestion and element receives documents from untrusted
      or element receives recordings from untrusted
      or (element.modality == image or element.modality == audio or element.modality == video)
        and element receives readings from untrusted)
  likelihood: 2
  impact: 4
  lowered_by: { patching: 2, sandboxing: 1, network_segmentation: 1, input_validation: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    A stranger sends or publishes a file made for a flaw in the libraries with which {element} takes files apart. The
    flaw gives a shell with the rights of {element}: its keys, its mounted data, its way into the inner network, and
    perhaps the host.
  """
  mitigation: """
    Patch the decoders and the serving software of {element} within days; they are a far larger surface than the model.
    Take files apart in a process of its own without network and keys. Run {element} as an ordinary user without extra
    rights, and refuse formats that nobody needs.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0049,
    atlas:AML.T0105,
    owasp-agentic:T3,
    cwe:787,
    cwe:250,
    cwe:269,
    maestro:LX.3,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing controls. From a part that takes in what strangers send, straight to one from which
// others are ruled: keys, builds, machines, the models that are served. Reading counts for keys only; the data that
// an application works with are boundary-elevation and confused-deputy.
threat lateral-movement "From one taken part an attacker goes on to others" {
  stride: elevation_of_privilege
  on: flow
  when: crosses and source.trust >= internal and source receives anything from untrusted
    and (source is gateway or source is web_app or source is tool or source is code_runner or source is notebook
      or source is agent or source is orchestrator or source is model_server or source is data_ingestion)
    and (target is secrets_store
      or (sends anything or writes anything)
        and (target is control_plane or target is build or target is compute or target is model_store
          or target is notebook or target is code_runner))
  refines: [boundary-elevation]
  likelihood: 3
  impact: 4
  lowered_by: { network_segmentation: 2, least_privilege: 1, secret_management: 1, monitoring: 1 }
  scenario: """
    Somebody gets into {source}, which takes in what strangers send or publish, by a flaw in it. From there they use
    the connection and the account that {source} has at {target}, and {target} takes their calls for those of {source}.
    So one lost part becomes many.
  """
  mitigation: """
    Break the straight way: let something inside fetch work from {source}, so that {source} cannot call {target} at
    all. Where it must, allow the one call it needs, with a short-lived key for just that, and raise an alarm on any
    other call from {source}.
  """
  phase: [runtime, development]
  layer: deployment
  refs: [
    atlas:AML.T0112,
    atlas:AML.T0091.000,
    owasp-agentic:T3,
    cwe:284,
    cwe:269,
    maestro:LX.2,
    maestro:L4.6,
    exchange:genericsecthreats,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: deployed -> anywhere but in a cloud, where its owner answers for the hardware. Rare; what is at stake
// raises it.
threat hardware-supply "Accelerator, firmware or device is manipulated before it is used" {
  stride: tampering
  on: [compute, edge_device]
  when: element.deployed != cloud
  likelihood: 1
  impact: 4
  lowered_by: { vendor_assurance: 1, integrity_check: 1, confidential_compute: 1 }
  scenario: """
    On its way from the factory somebody changes firmware or a board of {element}. It runs as ordered, and does
    something else besides: it lets somebody in, copies what it computes, or computes wrongly when told to.
  """
  mitigation: """
    Buy {element} from makers who answer for their chain, and have it start only firmware that is signed, with a
    measured boot that is checked from outside. Seal what stands where others can reach it, and look at it now and then.
  """
  phase: [development, runtime]
  layer: deployment
  refs: [
    atlas:AML.T0010.000,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-ml-2023:ML06,
    nist-ai-100-2:NISTAML.05,
    cwe:1263,
    maestro:L4,
    exchange:genericsecthreats
  ]
}

// Conditions: none but missing controls; others must share the machine or the cache. Low: it takes skill and patience.
threat side-channel "Timing or shared hardware gives prompts or weights away" {
  stride: information_disclosure
  on: [model_server, compute, cache]
  when: element.multi_tenant
    and (element is cache or element receives prompts or element receives weights or element holds weights)
  likelihood: 1
  impact: 3
  lowered_by: { tenant_isolation: 1, confidential_compute: 1, output_minimization: 1 }
  scenario: """
    Another tenant of {element} measures how long answers take, how large they are, or how busy caches and memory get.
    Piece by piece that tells what others work with: that somebody has asked the same before, how long their texts are,
    how their model is built.
  """
  mitigation: """
    Keep caches of {element} by tenant, and give those who must not know of each other machines of their own. Pad or
    bundle what is streamed, and give no timings with the answer.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0024,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI11,
    cwe:208,
    cwe:203,
    cwe:1300,
    maestro:L4,
    exchange:inputdataleak,
    saif:riskAcceleratorAndSystemSideChannels,
    linddun:DD
  ]
}

// Conditions: multi_tenant -> the same property. Low: platforms mostly clear memory, drivers and volumes sometimes
// do not.
threat gpu-residue "Another tenant reads what is left in memory or on disks" {
  stride: information_disclosure
  on: [gpu_cluster, notebook]
  when: element.multi_tenant
  likelihood: 1
  impact: 3
  lowered_by: { tenant_isolation: 2, confidential_compute: 1 }
  scenario: """
    A job on {element} ends, and what it had in accelerator memory, on a scratch disk or in a cached volume is not
    cleared. The next tenant reads it: examples, prompts, weights.
  """
  mitigation: """
    Clear memory and disks of {element} between tenants, and test that it happens. Do not let tenants share an
    accelerator at the same time, and encrypt scratch disks with a key that ends with the job.
  """
  phase: [development, runtime]
  layer: deployment
  refs: [
    atlas:AML.T0037,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    cwe:226,
    maestro:L4,
    exchange:inputdataleak,
    saif:riskAcceleratorAndSystemSideChannels,
    linddun:DD
  ]
}

// Conditions: none but missing controls. What nobody knows of is not drawn; what can be seen is people of the house, or
// their coding agents, who go to somebody else's model, agent or server past the system.
threat shadow-ai "Staff take company data to AI services that nobody registered" {
  stride: information_disclosure
  on: [llm, third_party, mcp_server]
  when: element.trust < internal
    and (element is llm or element is model_provider or element is partner_agent or element is external_agent
      or element is mcp_server)
    and (element receives anything from staff or element is mcp_server and element receives anything from coding_agent)
    and (element receives >= internal or element receives personal)
  likelihood: 3
  impact: 3
  lowered_by: { inventory: 2, egress_control: 1, vendor_assurance: 1, monitoring: 1 }
  scenario: """
    People of the house, or their coding agents, work with {element} directly, with accounts of their own, because it
    is quicker. What they hand over ({data}) lies there without a contract, a retention limit or a record. When
    {element} is broken into or changes its terms, nobody knows what it holds.
  """
  mitigation: """
    Keep a list of the AI services, agents and servers in use, each with an owner, and put {element} on it with a
    contract or end its use. Offer a registered service that is as good, and say plainly what may go where. Close ways
    out to the others, and look in the logs of the proxy for new ones.
  """
  phase: runtime
  layer: ecosystem
  test: [mcp-scan:inspect]
  refs: [
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI03,
    owasp-mcp-2025:MCP09,
    cwe:668,
    maestro:L7,
    exchange:inputdataleak,
    saif:riskShadowAndUnknownAgents,
    linddun:DD,
    linddun:Nc
  ]
}

// Conditions: superseded -> the property; nothing else that is drawn shows it. Somebody must still be able to call it.
threat zombie-endpoint "An old version or test endpoint can still be reached" {
  stride: elevation_of_privilege
  on: [model_server, gateway, agent, tool]
  when: element.superseded and element receives anything
  likelihood: 3
  impact: 4
  lowered_by: { inventory: 1, config_hardening: 1, patching: 1, network_segmentation: 1 }
  scenario: """
    {element} was replaced or only meant for a test, and still answers. Nobody patches it, its log is not read, and the
    filters that came later were never put in front of it. Somebody finds it and goes in that way, with the rights it
    had on its last day.
  """
  mitigation: """
    Switch {element} off: take its address, its keys and its rights to data away on the day it is replaced. Keep a list
    of every endpoint with an owner and a day on which it ends, and scan from outside for ones that are not on it.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0049,
    atlas:AML.T0040,
    owasp-api-2023:API9,
    owasp-mcp-2025:MCP09,
    cwe:1104,
    maestro:L4,
    exchange:genericsecthreats,
    saif:riskZombieShadowMCPServers
  ]
}
