// Programs that plan and act: their goals, tools, memory and rights.
//
// has_tools is derived: the element gives tool calls, or calls lead from it to a tool or to something that runs code.

// Conditions: has_tools -> derived, see above. Where no agent stands for it, the tool that a model's words steer and
// that has one account for everybody.
threat excessive-agency "Agent holds more functions and rights than its job needs" {
  stride: elevation_of_privilege
  on: [agent, orchestrator, tool]
  when: (element is agent or element is orchestrator) and element.autonomous
    and (element gives tool_calls or element reaches tool or element reaches code_runner
      or element is agent and element.executes_code)
    or element is tool and element fed_by llm and not element fed_by agent and element reaches database
    and (element holds credentials or element receives credentials)
  likelihood: 4
  impact: 5
  lowered_by: { least_privilege: 2, tool_allowlist: 1, user_context_authz: 1 }
  softened_by: { human_approval: 2 }
  scenario: """
    {element} can reach functions, data and accounts that its task never needs, because a whole tool or a broad
    token was handed to it. A planted text, a wrong plan or a misunderstanding is then enough to use them.
  """
  mitigation: """
    Write down what the task of {element} needs and give it those functions only, with read rights where it reads
    and a token of its own for each tool. Act with the rights of the person it works for. Let a person approve what
    cannot be undone, and decide that outside the model.
  """
  phase: runtime
  layer: agent_frameworks
  test: [promptfoo:excessive-agency, garak:agent_breaker, aitg:AITG-APP-06]
  refs: [
    atlas:AML.T0053,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI02,
    owasp-agentic:T2,
    owasp-agentic:T3,
    owasp-mcp-2025:MCP02,
    owasp-ast:AST03,
    owasp-dsgai-2026:DSGAI16,
    nist-ai-100-2:NISTAML.039,
    cwe:250,
    cwe:272,
    maestro:L3,
    maestro:L7.4,
    exchange:agentescape,
    saif:riskRogueActions
  ]
}

// Conditions: reads_untrusted or public -> tainted. Without tools a changed goal is no more than prompt injection.
threat goal-hijack "Agent's goal or plan is changed to the attacker's" {
  stride: [tampering, elevation_of_privilege]
  on: [agent, orchestrator]
  when: element.autonomous and element tainted
    and (element gives tool_calls or element reaches tool or element reaches code_runner
      or element is agent and element.executes_code)
  likelihood: 4
  floor: 2
  impact: 5
  lowered_by: { input_segregation: 2, prompt_guard: 1, monitoring: 1 }
  softened_by: { human_approval: 2, least_privilege: 1 }
  scenario: """
    Content from {start} gets into the context of {element} and replaces what it was asked to do. {element} plans
    toward the new goal step by step with its own tools, and each step on its own looks reasonable.
  """
  mitigation: """
    Fix goal and plan of {element} before it reads outside content, and let that content change arguments but not
    steps. Check each action against the task given by the user, in a part that does not read the content. Ask a
    person before steps with effects, and stop runs that drift.
  """
  phase: runtime
  layer: ecosystem
  test: [
    agentdojo:ImportantInstructionsAttack,
    promptfoo:goal-misalignment,
    promptfoo:hijacking,
    aitg:AITG-APP-06
  ]
  refs: [
    atlas:AML.T0051,
    atlas:AML.T0080,
    owasp-llm-2025:LLM01,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM01,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI01,
    owasp-agentic:T6,
    owasp-mcp-2025:MCP06,
    nist-ai-100-2:NISTAML.015,
    nist-ai-100-2:NISTAML.018,
    cwe:1427,
    maestro:L7.5,
    maestro:L3.3,
    exchange:indirectpromptinjection,
    saif:riskRogueActions
  ]
}

// Conditions: reads_untrusted -> tainted by untrusted; reads_private -> receives what is confidential, or personal
// from a store; can_send -> calls lead to a place that outsiders read or run.
threat lethal-trifecta "Untrusted input, private data and a way out meet in one agent" {
  stride: information_disclosure
  on: [agent, orchestrator]
  when: element.autonomous and tainted by untrusted
    and (element receives >= confidential or element receives personal from store
      or element receives personal from tool)
    and (element reaches public_web or element reaches email or element reaches mailbox or element reaches ticket_system
      or element reaches search_tool or element reaches third_party_api or element reaches external_service
      or element reaches external_agent or element reaches partner_agent)
  likelihood: 4
  impact: 5
  lowered_by: { egress_control: 2, input_segregation: 1 }
  softened_by: { least_privilege: 2, human_approval: 1 }
  scenario: """
    A text from {start} tells {element} to collect what it can read ({data}) and to put it into a mail, a ticket, a
    search or a web address. {element} may do each of these, so nothing stops it and nobody notices.
  """
  mitigation: """
    Take one of the three away in each run: after {element} has read outside content it gets no private data, or no
    way out but to listed addresses. Split it in two where both are needed, one that reads and one that acts on
    checked fields. Let a person see what is sent before it goes.
  """
  phase: runtime
  layer: ecosystem
  test: [agentdojo:ToolKnowledgeAttack, promptfoo:data-exfil, pyrit:XPIAWorkflow]
  refs: [
    atlas:AML.T0086,
    atlas:AML.T0085,
    atlas:AML.T0051.001,
    owasp-llm-2025:LLM01,
    owasp-llm-2025:LLM02,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM01,
    owasp-llm-2026:LLM02,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI01,
    owasp-agentic:ASI02,
    owasp-agentic:T2,
    owasp-dsgai-2026:DSGAI01,
    nist-ai-100-2:NISTAML.039,
    cwe:200,
    cwe:201,
    maestro:LX.4,
    exchange:indirectpromptinjection,
    saif:riskSensitiveDataDisclosure,
    saif:riskRogueActions,
    linddun:DD
  ]
}

// Conditions: has_side_effects -> property of the target, or something is written there.
threat tool-misuse "Agent is steered into harmful use of an allowed tool" {
  stride: [elevation_of_privilege, tampering]
  on: flow
  when: (moved tainted or tainted by untrusted) and (sends anything or writes anything)
    and (source is agent or source is orchestrator and source.autonomous or source is llm)
    and (target.has_side_effects or writes orders or sends orders
      or writes anything and (target is database or target is code_repo or target is ticket_system or target is mailbox
        or target is file_system or target is config_store))
  refines: [boundary-elevation]
  likelihood: 4
  impact: 5
  lowered_by: { tool_allowlist: 2, input_validation: 1, least_privilege: 1, audit_log: 1 }
  softened_by: { human_approval: 2 }
  scenario: """
    By content from {start} somebody gets {source} to call {target} with other arguments than the user meant:
    another recipient, another account, another amount. The call is allowed, well formed and done.
  """
  mitigation: """
    Check arguments in code between {source} and {target}: allowed recipients, paths and amounts, and no values that
    came from outside content. Let a person confirm calls with effects and see the real arguments. Record each call
    with the request that caused it.
  """
  phase: runtime
  layer: ecosystem
  test: [
    agentdojo:ImportantInstructionsAttack,
    agentdojo:InjecAgentAttack,
    garak:agent_breaker,
    aitg:AITG-INF-04
  ]
  refs: [
    atlas:AML.T0053,
    atlas:AML.T0086,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI02,
    owasp-agentic:T2,
    owasp-mcp-2025:MCP05,
    owasp-dsgai-2026:DSGAI06,
    nist-ai-100-2:NISTAML.039,
    nist-ai-100-2:NISTAML.015,
    cwe:77,
    cwe:441,
    maestro:L7.4,
    exchange:indirectpromptinjection,
    saif:riskRogueActions
  ]
}

// Conditions: can_delete -> property of the target; a shell can always. No attacker is needed.
threat destructive-action "Agent deletes or corrupts data, code or infrastructure" {
  stride: [tampering, denial_of_service]
  on: flow
  when: (source is agent or source is orchestrator and source.autonomous)
    and (target.can_delete or target is shell or target is control_plane)
  likelihood: 3
  impact: 5
  lowered_by: { least_privilege: 2, human_approval: 2, sandboxing: 1 }
  softened_by: { backup: 2 }
  scenario: """
    {source} takes a step in {target} that cannot be undone, because it misread its task, repaired the wrong thing
    or was told to by a planted text. It does so within seconds and perhaps many times.
  """
  mitigation: """
    Give {source} no right to delete or overwrite in {target}; offer a bin, a branch or a copy to work on. Where it
    must be, let a person approve the very command, cap how much one run may change, and rehearse restoring
    {target}.
  """
  phase: runtime
  layer: ecosystem
  test: [aitg:AITG-INF-04]
  refs: [
    atlas:AML.T0101,
    atlas:AML.T0053,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI02,
    owasp-agentic:T2,
    nist-ai-100-2:NISTAML.027,
    cwe:250,
    maestro:L7.4,
    exchange:agentescape,
    saif:riskRogueActions
  ]
}

// Conditions: none but missing controls.
threat memory-poison "False or hostile content is written to long-term memory" {
  stride: tampering
  on: flow
  when: writes anything and receiver is memory_store and moved tainted
  refines: [flow-tamper, store-tamper]
  likelihood: 4
  impact: 4
  lowered_by: { memory_hardening: 2, input_segregation: 1, human_approval: 1 }
  softened_by: { tenant_isolation: 1, retention_limit: 1 }
  scenario: """
    A text from {start} makes {sender} remember something false or an instruction, such as a new address for
    payments. It comes back from {receiver} in later sessions, also for others, long after the text is gone.
  """
  mitigation: """
    Let {sender} write facts in fixed fields to {receiver}, never free text from outside, and store with each who
    caused it and when it expires. Keep users apart, show people what is remembered about their work, and ask before
    a memory changes what is done.
  """
  phase: runtime
  layer: data_operations
  test: [promptfoo:"agentic:memory-poisoning"]
  refs: [
    atlas:AML.T0080.000,
    atlas:AML.T0080,
    owasp-llm-2025:LLM04,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM05,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI06,
    owasp-agentic:T1,
    owasp-mcp-2025:MCP06,
    nist-ai-100-2:NISTAML.015,
    cwe:349,
    cwe:345,
    maestro:L2.1,
    exchange:augmentationdatamanipulation,
    saif:riskRetrievalVectorStorePoisoning
  ]
}

// Conditions: none but missing controls; the agent must have something to lend: keys, data or tools. It is asked by
// who calls it, or by what strangers leave where it takes up its work. A program that only follows a plan counts
// where a model fills in what its tools are called with.
threat confused-deputy "Agent's own rights are used for somebody who lacks them" {
  stride: elevation_of_privilege
  on: flow
  when: sends anything and (source is user or moved tainted)
    and (target is agent or target is orchestrator and (target.autonomous or target reaches tool))
    and (target holds credentials or target reaches database or target reaches data_source
      or target reaches document_store or target reaches tool)
    or returns anything and moved tainted and crosses up and source is agent
    and (target is ticket_system or target is mailbox or target is email or target is message_queue)
    and (source holds credentials or source reaches database or source reaches data_source
      or source reaches document_store or source reaches tool)
  refines: [boundary-elevation]
  likelihood: 4
  impact: 4
  lowered_by: { user_context_authz: 3, audit_log: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    {start} asks {receiver} for something that {start} could not get itself: a colleague's record, a change in a
    system without an account there. {receiver} acts with its own account, which may do it.
  """
  mitigation: """
    Pass the identity of the person who asks through {receiver} to every tool and store, with a token for that person
    and that task, and let the far end decide. Keep the rights of {receiver} itself below those of its weakest user,
    and record for whom it acted.
  """
  phase: runtime
  layer: ecosystem
  test: [promptfoo:rbac, promptfoo:bfla]
  refs: [
    atlas:AML.T0053,
    atlas:AML.T0012,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI03,
    owasp-agentic:T3,
    owasp-agentic:T14,
    owasp-mcp-2025:MCP02,
    nist-ai-100-2:NISTAML.039,
    cwe:441,
    cwe:863,
    maestro:L7.3,
    maestro:LX.3,
    exchange:agentescape,
    saif:riskAgenticDelegationConfusedDeputy
  ]
}

// Conditions: holds_credentials -> holds.
threat agent-credential-theft "Tokens held by an agent or tool are read or reused" {
  stride: [information_disclosure, spoofing]
  on: [agent, orchestrator, tool, code_runner]
  when: element holds credentials
  likelihood: 3
  impact: 5
  lowered_by: { secret_management: 2, sandboxing: 1, monitoring: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    A planted text asks {element} to print its settings, or code that it runs reads them from environment, files or
    logs. The token works from anywhere and for everything that {element} may do.
  """
  mitigation: """
    Keep tokens out of what the model can see and out of the process that runs its code: a broker beside {element}
    adds them to outgoing calls. Issue them for one task and for minutes, bound to {element}, and raise an alarm
    when one is used elsewhere.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0083,
    atlas:AML.T0098,
    atlas:AML.T0091.000,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-agentic:ASI03,
    owasp-agentic:T9,
    owasp-mcp-2025:MCP01,
    owasp-dsgai-2026:DSGAI02,
    nist-ai-100-2:NISTAML.039,
    cwe:522,
    cwe:312,
    maestro:L7.3,
    exchange:genericsecthreats,
    saif:riskCrossTenantCredentialPropagation
  ]
}

// Conditions: executes_code -> property, or the kind. The code must come from a model or from below.
threat agent-code-exec "Generated code runs with real rights" {
  stride: elevation_of_privilege
  on: [code_runner, agent]
  when: element is code_runner
    and (element tainted or element receives anything from agent or element receives anything from llm
      or element receives anything from orchestrator)
    or element is agent and element.executes_code and not element reaches code_runner
  likelihood: 4
  impact: 5
  lowered_by: { sandboxing: 2, output_encoding: 1 }
  softened_by: { least_privilege: 2, human_approval: 1 }
  scenario: """
    Code that a model wrote, perhaps after reading an attacker's text, runs in {element}. It reads files and keys
    there, calls the internal network, or stays for the next run.
  """
  mitigation: """
    Run each piece of code in {element} in a fresh sandbox (a micro-VM or a locked container) without keys, without
    network or with listed addresses only, and with limits on time and memory. Take out results by a checked format,
    and let a person approve code that must touch real systems.
  """
  phase: runtime
  layer: agent_frameworks
  test: [promptfoo:shell-injection, garak:exploitation, aitg:AITG-INF-03]
  refs: [
    atlas:AML.T0050,
    atlas:AML.T0053,
    owasp-llm-2025:LLM05,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM10,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI05,
    owasp-agentic:T11,
    owasp-mcp-2025:MCP05,
    nist-ai-100-2:NISTAML.039,
    cwe:94,
    cwe:95,
    cwe:78,
    maestro:L3.3,
    exchange:agentescape,
    saif:riskInsecureModelOutput,
    saif:riskRogueActions
  ]
}

// Conditions: third_party -> property of tools, or the tool stands below the agent's trust, or comes from a catalog.
threat tool-poison "A tool's description carries hidden instructions" {
  stride: tampering
  on: flow
  when: (receiver is agent or receiver is orchestrator or receiver is llm)
    and moves anything
    and (sender is tool and (crosses up or sender.third_party) or sender is tool_registry)
  refines: [flow-tamper]
  likelihood: 4
  impact: 5
  lowered_by: {
    version_pinning: 2
    tool_allowlist: 2
    signing: 1
    artifact_scanning: 1
    input_segregation: 1
  }
  softened_by: { human_approval: 1, least_privilege: 1 }
  scenario: """
    Whoever runs or can change {sender} writes instructions into the description or the schema of a tool, perhaps
    weeks after it was approved. {receiver} reads them with every request and obeys, even when that tool is never
    called.
  """
  mitigation: """
    Fix the version of each tool that {receiver} may load and compare descriptions with the reviewed ones by hash; a
    change needs a new review. Scan descriptions for instructions, show them to people in full, and do not load
    tools of different trust into one context.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [mcp-scan:scan, promptfoo:mcp]
  refs: [
    atlas:AML.T0110,
    atlas:AML.T0010.005,
    owasp-llm-2025:LLM03,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM04,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI04,
    owasp-agentic:ASI02,
    owasp-agentic:T17,
    owasp-mcp-2025:MCP03,
    owasp-ast:AST04,
    nist-ai-100-2:NISTAML.015,
    cwe:829,
    cwe:345,
    maestro:L3.4,
    maestro:L7.7,
    exchange:indirectpromptinjection,
    saif:riskToolRegistryTampering,
    saif:riskToolSourceProvenance
  ]
}

// Conditions: any. Here: whoever runs the tool stands below the agent, or others have written it. What outsiders
// write and an own tool passes on is prompt-injection-indirect.
threat tool-output-poison "Data returned by a tool mislead or instruct the agent" {
  stride: tampering
  on: flow
  when: (receiver is agent or receiver is orchestrator or receiver is llm) and moves anything
    and (crosses up
      and (sender is tool or sender is third_party_api or sender is external_service or sender is external_agent
        or sender is partner_agent)
      or sender.third_party)
  refines: [flow-tamper]
  likelihood: 4
  floor: 2
  impact: 4
  lowered_by: { input_segregation: 2, input_validation: 1, prompt_guard: 1, output_filtering: 1 }
  softened_by: { least_privilege: 1, human_approval: 1 }
  scenario: """
    {sender} is taken over, careless or hostile, and answers with false values or with text that reads as an
    instruction. {receiver} takes {data} for the result of its own tool and acts on it.
  """
  mitigation: """
    Let {receiver} accept results from {sender} in a fixed schema only, check values for plausibility, and pass
    texts on marked as content. Confirm by a second source what a costly step depends on, and let no result choose
    the next tool.
  """
  phase: runtime
  layer: agent_frameworks
  test: [agentdojo:ImportantInstructionsAttack, agentdojo:InjecAgentAttack]
  refs: [
    atlas:AML.T0099,
    atlas:AML.T0051.001,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI02,
    owasp-agentic:ASI06,
    owasp-agentic:T12,
    owasp-mcp-2025:MCP10,
    owasp-api-2023:API10,
    nist-ai-100-2:NISTAML.015,
    cwe:20,
    cwe:349,
    cwe:1427,
    maestro:L3.3,
    exchange:indirectpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: none but missing controls; the tool must act, hold keys or reach data.
threat mcp-weak-authz "Tool server does not check who calls what" {
  stride: elevation_of_privilege
  on: tool
  when: (element is mcp_server or element receives anything from untrusted) and element receives anything
    and (element reaches store or element reaches third_party or element holds credentials)
  likelihood: 4
  impact: 4
  lowered_by: { auth: 2, access_control: 2, user_context_authz: 1, audit_log: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    {element} answers whoever reaches its port, or takes one shared token for all. Another agent, a local process or
    a web page in a developer's browser calls it and gets everything that it may do behind.
  """
  mitigation: """
    Let {element} ask every caller for a token issued for it, and reject tokens meant for others. Decide by user and
    by tool what may be called, bind local servers to one client instead of a port, and log each call with its user.
  """
  phase: runtime
  layer: deployment
  test: [promptfoo:mcp, promptfoo:bfla]
  refs: [
    atlas:AML.T0049,
    atlas:AML.T0053,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI03,
    owasp-agentic:T3,
    owasp-mcp-2025:MCP07,
    owasp-mcp-2025:MCP02,
    cwe:862,
    cwe:306,
    maestro:L4,
    exchange:genericsecthreats,
    saif:riskMCPTransportHijacking
  ]
}

// Conditions: none but missing controls; arguments must be able to come from below, and end in a command, path or file.
// Queries to databases are nl-to-query.
threat tool-command-injection "Tool builds commands or paths from agent arguments" {
  stride: elevation_of_privilege
  on: tool
  when: tainted by untrusted
    and (element.executes_code or element reaches file_system or element reaches code_runner
      or element reaches code_repo or element reaches control_plane)
  likelihood: 4
  impact: 5
  lowered_by: { input_validation: 2, output_encoding: 1 }
  softened_by: { sandboxing: 1, least_privilege: 1 }
  scenario: """
    Text from {start} makes an agent call {element} with an argument such as a file name with a command or a path in
    it. {element} pastes it into a shell line or a path and does what it says, with the rights of a server.
  """
  mitigation: """
    Let {element} call programs with argument lists and never through a shell, resolve paths and refuse what leaves
    its folder, and accept only values of a strict schema. Run it under an account of its own in a sandbox.
  """
  phase: runtime
  layer: agent_frameworks
  test: [promptfoo:shell-injection, promptfoo:sql-injection]
  refs: [
    atlas:AML.T0050,
    atlas:AML.T0049,
    owasp-llm-2025:LLM05,
    owasp-llm-2026:LLM10,
    owasp-agentic:ASI05,
    owasp-agentic:ASI02,
    owasp-agentic:T11,
    owasp-mcp-2025:MCP05,
    cwe:78,
    cwe:77,
    cwe:22,
    cwe:89,
    maestro:L3.3,
    exchange:outputcontainsconventionalinjection,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: third_party -> the kinds that extensions come from.
threat malicious-skill "An installed plugin or skill does hidden harm" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: (receiver is agent or receiver is orchestrator)
    and (sender is package_registry and moves anything or sender is model_hub and moves anything
      or sender is tool_registry and (moves packages or moves code))
  refines: [flow-tamper, endpoint-spoof]
  likelihood: 3
  impact: 5
  lowered_by: { artifact_scanning: 2, signing: 1, tool_allowlist: 1 }
  softened_by: { sandboxing: 1, least_privilege: 1 }
  scenario: """
    Somebody offers a useful skill at {sender} that also copies keys or adds a hidden instruction, or changes it
    after many have installed it. {receiver} loads it and runs it with everything it may do.
  """
  mitigation: """
    Install into {receiver} only skills that were read and scanned, from a list of your own and by fixed version and
    hash. Run each in a sandbox with declared files and addresses only, and review again at every update.
  """
  phase: [development, runtime]
  layer: agent_frameworks
  test: [mcp-scan:scan]
  refs: [
    atlas:AML.T0011.002,
    atlas:AML.T0010.005,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-ast:AST01,
    owasp-mcp-2025:MCP04,
    owasp-ast:AST08,
    owasp-ast:AST10,
    nist-ai-100-2:NISTAML.05,
    cwe:506,
    cwe:829,
    maestro:L3.4,
    exchange:supplymodelpoison,
    saif:riskToolSourceProvenance
  ]
}
