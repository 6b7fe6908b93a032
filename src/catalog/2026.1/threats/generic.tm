// What can go wrong at any crossing and with any store. These rules speak when nothing finer
// does: most rules of the other files refine one of them.

// Conditions: none but the crossing. A person at the far end is user-spoof. What is public can be had from anybody.
threat endpoint-spoof "The far end is not the system it claims to be" {
  stride: spoofing
  on: flow
  when: (crosses up or crosses down) and not crosses level
    and (moves >= internal or moves personal or moves packages)
    and not target is public_web and not target is user and not target is email and not source is email
    and not source is physical_environment
  likelihood: 2
  impact: 3
  lowered_by: { mutual_auth: 2, tls: 1 }
  scenario: """
    Somebody who controls a name, a route or a look-alike address answers in place of {target}. {source} hands over
    what it would have sent, and acts on an answer that never came from {target}.
  """
  mitigation: """
    Let {source} check a certificate for {target} on every call, with no switch to turn the check off. Between own
    services use mutual TLS or signed identities, so that {target} knows {source} as well. Pin the name of {target}
    in configuration; never take it from input.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0073,
    atlas:AML.T0074,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:T9,
    owasp-api-2023:API10,
    cwe:346,
    cwe:295,
    maestro:L7.2,
    exchange:genericsecthreats
  ]
}

// Conditions: none but the crossing. Within one level of trust only what is acted upon counts. What is public and
// from anybody can say anything already, and tampering adds nothing to it; what a supplier gives is relied on, public
// or not.
threat flow-tamper "Data are changed on their way" {
  stride: tampering
  on: flow
  when: not sender is public_web and not sender is email and not sender is physical_environment
    and ((crosses up or crosses down) and not crosses level
        and (moves >= internal or moves personal or sender is data_provider)
      or crosses and (moves weights or moves code or moves packages or moves instructions or moves orders
        or moves tool_calls or moves decisions))
  likelihood: 3
  impact: 3
  lowered_by: { tls: 2, message_integrity: 2 }
  scenario: """
    Somebody on the path between {source} and {target} (a shared network, a proxy, a compromised hop) changes {data}
    on the way. {receiver} cannot tell the difference and works with the changed content.
  """
  mitigation: """
    Use TLS from {source} to {target}, also behind the load balancer. Where several hops handle the message, let
    {sender} sign it with a time and a number, and let {receiver} refuse what does not verify.
  """
  phase: [runtime, development]
  layer: deployment
  refs: [
    atlas:AML.T0043,
    owasp-llm-2025:LLM05,
    owasp-llm-2026:LLM10,
    owasp-agentic:T12,
    owasp-ml-2023:ML09,
    cwe:924,
    cwe:345,
    maestro:L4,
    exchange:runtimemodelpoison,
    saif:riskMCPTransportHijacking
  ]
}

// Conditions: none but the crossing. Within one level of trust only what is confidential or about people.
threat flow-eavesdrop "Data are read on their way" {
  stride: information_disclosure
  on: flow
  when: not sender is physical_environment
    and (crosses and (moves >= confidential or moves personal)
      or moves >= internal and (crosses up or crosses down) and not crosses level)
  likelihood: 4
  impact: 3
  lowered_by: { tls: 3 }
  scenario: """
    Somebody who can listen between {source} and {target} (a shared network, a mirrored port, a logging proxy)
    copies {data} without either end noticing.
  """
  mitigation: """
    Encrypt the flow from {source} to {target} with current TLS and refuse plain connections at {target}. Keep keys,
    tokens and personal data out of addresses and headers that proxies write to their logs.
  """
  phase: [runtime, development]
  layer: deployment
  refs: [
    atlas:AML.T0025,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-agentic:T12,
    cwe:319,
    maestro:L4,
    exchange:inputdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD
  ]
}

// Conditions: none but the crossing. Calls that reach a model are inference-flood. The default is low:
// it matters where availability is set to high.
threat flow-flood "A flood of calls shuts others out" {
  stride: denial_of_service
  on: flow
  when: crosses and source.trust < internal and target.trust >= internal
    and not source is physical_environment
  likelihood: 2
  impact: 2
  lowered_by: { rate_limit: 2 }
  softened_by: { redundancy: 1 }
  scenario: """
    {source}, or many who look like it, sends {target} more or larger requests than it can answer. Everybody else
    who depends on {target} waits or gets errors.
  """
  mitigation: """
    Limit requests by caller and bound their size before {target} does any work for them. Keep spare capacity or a
    second way in for the callers that must not wait.
  """
  phase: runtime
  layer: deployment
  refs: [
    atlas:AML.T0029,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    owasp-api-2023:API4,
    cwe:400,
    maestro:L4.4,
    exchange:airesourceexhaustion,
    saif:riskDenialOfMLService
  ]
}

// A crossing's R: only where something is changed or ordered that somebody may deny: a person, somebody outside, or a
// tenant (a stranger of the same trust: both up and down). Own services deny nothing. Low by default.
threat flow-repudiation "Nobody can show who sent or changed it" {
  stride: repudiation
  on: flow
  when: crosses up and (source is user or source.trust < internal or crosses down)
    and not source is anonymous_user and not source is email and not source is physical_environment
    and (writes anything or sends orders or sends instructions or sends labels or sends tool_calls
      or sends weights or sends code or sends packages)
  likelihood: 2
  impact: 2
  lowered_by: { audit_log: 1, message_integrity: 1, auth: 1 }
  scenario: """
    A change arrives at {target} in the name of {source}: {data}. Later somebody denies it, or a stranger used the
    name. Without a record that ties the change to a caller nobody can tell, and nobody knows what else to undo.
  """
  mitigation: """
    Let {target} write who sent what and when to a log that {source} cannot change. Where much depends on it, ask
    for a signature of {source}.
  """
  phase: [runtime, development]
  layer: observability
  refs: [cwe:778, owasp-agentic:T8, maestro:L7.9]
}

// A crossing's E. Finer rules say how it is done with prompts, agents and files. Administrators may do it all already.
threat boundary-elevation "A caller does more than its rights allow" {
  stride: elevation_of_privilege
  on: flow
  when: crosses up and (sends anything or writes anything) and not source is admin_user
    and not source is email and not source is physical_environment
  likelihood: 2
  impact: 3
  lowered_by: {
    access_control: 2
    auth: 1
    mutual_auth: 1
    input_validation: 1
    least_privilege: 1
  }
  scenario: """
    {source} calls functions of {target} that are meant for others: an object with another number, an administrative
    route, a field that should not be accepted. {target} trusts the call because it arrived, and does it with its
    own rights.
  """
  mitigation: """
    Let {target} decide for every call who may do this to that object, and refuse by default. Accept only the fields
    and values that {source} needs, and run {target} with few rights of its own.
  """
  phase: runtime
  layer: deployment
  refs: [
    cwe:862,
    cwe:863,
    cwe:284,
    owasp-api-2023:API1,
    owasp-api-2023:API5,
    exchange:genericsecthreats,
    maestro:LX.3
  ]
}

// Conditions: none but missing controls. Real stakes are asked for instead: what the store keeps or gives.
// Training data, weights and keys have finer rules.
threat store-read "Stored data are read without permission" {
  stride: information_disclosure
  on: store
  when: element stores >= confidential or element stores personal
    or element gives >= confidential or element gives personal
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, encryption_at_rest: 1, audit_log: 1 }
  softened_by: { data_minimization: 1, retention_limit: 1 }
  scenario: """
    Somebody with a foot in the network, too broad a role or a copied snapshot opens {element} past the application
    and reads {data} in bulk.
  """
  mitigation: """
    Give {element} its own roles, one for each service, and no standing access for people. Encrypt it and its copies
    with keys held elsewhere, close its port to all but its callers, and raise an alarm on bulk reads.
  """
  phase: [runtime, development]
  layer: data_operations
  refs: [
    atlas:AML.T0036,
    atlas:AML.T0085,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI01,
    cwe:732,
    cwe:311,
    maestro:L2.2,
    exchange:augmentationdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD
  ]
}

// Conditions: none but missing controls. Prompts and settings steer what others do; other stores count
// when somebody less trusted already has a way to write there. Training data, weights and indexes
// have finer rules.
threat store-tamper "Stored data are changed without permission" {
  stride: tampering
  on: [database, document_store, vector_store, memory_store, prompt_store, config_store]
  when: element is prompt_store or element is config_store or element tainted
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, integrity_check: 1, change_control: 1, audit_log: 1 }
  softened_by: { backup: 1 }
  scenario: """
    Somebody who may write a little to {element}, or finds a way past the service in front of it, changes entries
    that others rely on. What reads {element} afterwards works with false content and looks healthy.
  """
  mitigation: """
    Let only the services that must write to {element}, each to its own part. Keep versions and compare them with a
    trusted copy, and record every change with its author so that it can be undone.
  """
  phase: [runtime, development]
  layer: data_operations
  refs: [
    atlas:AML.T0059,
    atlas:AML.T0081,
    owasp-llm-2025:LLM04,
    owasp-llm-2026:LLM05,
    owasp-agentic:T1,
    owasp-dsgai-2026:DSGAI05,
    cwe:732,
    cwe:345,
    maestro:L2.4,
    exchange:augmentationdatamanipulation,
    saif:riskRetrievalVectorStorePoisoning
  ]
}

// Conditions: none but missing controls. Only stores whose loss stops the system or the next training; an index
// without the documents can be computed again.
threat store-destroy "Data, index or model are deleted or locked up" {
  stride: denial_of_service
  on: [training_store, document_store, model_store, database]
  when: element stores anything or element gives anything or element receives anything
  likelihood: 2
  impact: 4
  lowered_by: { access_control: 1, monitoring: 1 }
  softened_by: { backup: 2 }
  scenario: """
    Ransomware, a stolen administrator's key or a wrong clean-up job deletes or encrypts {element}. What reads from
    it stands still, and what cannot be collected or trained again is gone.
  """
  mitigation: """
    Keep copies of {element} under another account where they cannot be changed, and rehearse restoring them. Keep
    the right to delete away from the services that only read and write, and raise an alarm on mass deletion.
  """
  phase: [runtime, development]
  layer: data_operations
  refs: [
    atlas:AML.T0101,
    atlas:AML.T0059,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-dsgai-2026:DSGAI17,
    cwe:732,
    maestro:L2.3,
    exchange:genericsecthreats,
    saif:riskDenialOfMLService
  ]
}

// Conditions: none but a missing second factor. The rule stands on the flow, where the log-in is checked:
// staff whenever they cross a boundary, other users where something worth stealing comes back or is ordered.
threat user-spoof "Somebody else logs in as this user" {
  stride: spoofing
  on: flow
  when: crosses and source is staff
    or crosses and source is end_user
      and (returns >= confidential and (returns answers or returns documents or returns asset) or sends orders)
  likelihood: 3
  impact: 4
  lowered_by: { mfa: 2, auth: 1, monitoring: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    An attacker phishes or guesses the password of {source}, or steals an open session, and calls {target} in that
    name. {target} gives out and does whatever {source} may see and do.
  """
  mitigation: """
    Ask for a second factor that cannot be phished (passkeys) before {target} serves {source}, first of all for
    staff. Keep sessions short and bound to the device, raise an alarm on log-ins from new places, and hand out
    rights for a task rather than for good.
  """
  phase: [runtime, development]
  layer: security
  refs: [
    atlas:AML.T0012,
    atlas:AML.T0073,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:T9,
    owasp-api-2023:API2,
    cwe:287,
    cwe:294,
    maestro:L6,
    exchange:genericsecthreats
  ]
}
