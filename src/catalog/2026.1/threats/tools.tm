// What agents call: tools and their servers, where they come from, and code that runs for a model.

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
  softened_by: { human_approval: 2, least_privilege: 1 }
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

// Conditions: executes_code. Needs an attacker with a flaw of the sandbox, so content from below must get there; what
// code does inside, with the rights that it was given, is agent-code-exec.
threat sandbox-escape "Code or agent breaks out of its isolation" {
  stride: elevation_of_privilege
  on: [code_runner, agent, tool]
  when: element tainted by untrusted
    and (element is code_runner or element is agent and element.executes_code and not element reaches code_runner
      or element is tool and element.executes_code)
  likelihood: 2
  impact: 5
  lowered_by: { sandboxing: 1, patching: 1, monitoring: 1 }
  softened_by: { network_segmentation: 1, least_privilege: 1 }
  scenario: """
    By way of {start} somebody gets code into {element} that uses a flaw of the sandbox, a mounted folder, a socket of
    the container runtime or a reachable metadata service. It ends up on the machine underneath, beside the work of
    others.
  """
  mitigation: """
    Run code in {element} in micro-VMs instead of containers on a shared kernel, with nothing of the host mounted and no
    way to metadata or management addresses. Patch host and runtime within days, throw the machine away after each run,
    and place it where a neighbour holds nothing of worth.
  """
  phase: runtime
  layer: deployment
  test: [aitg:AITG-INF-03]
  refs: [
    atlas:AML.T0105,
    owasp-llm-2025:LLM05,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM10,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI05,
    owasp-agentic:T11,
    owasp-ast:AST06,
    cwe:250,
    cwe:693,
    maestro:L4.6,
    exchange:agentescape,
    saif:riskInsecureIntegratedComponent
  ]
}

// Conditions: none but missing version pinning. Others decide what the tool does tomorrow, and it acts or gets what
// is worth keeping. What it says of itself is tool-poison, what it answers tool-output-poison, and what is installed
// from a registry malicious-skill.
threat tool-rug-pull "A trusted tool or server changes after approval" {
  stride: tampering
  on: flow
  when: (receiver is agent or receiver is orchestrator or receiver is llm) and sender is tool and moves anything
    and (crosses up or sender.third_party)
    and (sender.has_side_effects or sender receives >= confidential or sender receives personal
      or sender receives credentials)
  refines: [flow-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { version_pinning: 2, integrity_check: 1, signing: 1, monitoring: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    {sender} was looked at once and did what it promised. Then its owner, or whoever bought or broke into it, changes
    what it does: it keeps a copy of every call, or answers differently on one day. {receiver} goes on using it under
    the old approval.
  """
  mitigation: """
    Fix the version of {sender} by hash and run it yourself where that can be had; a new version needs a new review. Of
    a server that others run compare the list of tools at each start with the approved one, give {receiver} no more
    there than the task needs, and watch for new addresses and fields.
  """
  phase: runtime
  layer: agent_frameworks
  test: [mcp-scan:scan]
  refs: [
    atlas:AML.T0109,
    atlas:AML.T0110,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-mcp-2025:MCP04,
    owasp-ast:AST07,
    nist-ai-100-2:NISTAML.05,
    cwe:494,
    cwe:345,
    maestro:L3.4,
    exchange:genericsecthreats,
    saif:riskToolSourceProvenance
  ]
}

// Conditions: none but missing authentication or inventory. Where trust changes on the way; beside the agent the
// server is its own process or a neighbour. What the right server does wrong is tool-poison and tool-output-poison.
threat mcp-server-spoof "An unapproved or fake tool server is used" {
  stride: spoofing
  on: flow
  when: target is mcp_server and (source is agent or source is orchestrator or source is llm)
    and (crosses up or crosses down)
  refines: [endpoint-spoof]
  likelihood: 3
  impact: 4
  lowered_by: { mutual_auth: 2, tool_allowlist: 2, inventory: 1, signing: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    Somebody offers a server under the name of {target} or under one much like it, or a colleague connects one that
    nobody has looked at. {source} finds the tools that it needs there, and hands over its calls and tokens.
  """
  mitigation: """
    Let {source} connect only to servers on a list with address, owner and certificate, and let {target} prove who it is
    at each connection. Find servers that are not on the list by scanning machines and traffic, and hand out tokens that
    are good for {target} only.
  """
  phase: runtime
  layer: ecosystem
  test: [mcp-scan:inspect]
  refs: [
    atlas:AML.T0074,
    atlas:AML.T0073,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:ASI07,
    owasp-agentic:T9,
    owasp-mcp-2025:MCP09,
    cwe:346,
    cwe:940,
    maestro:L7.11,
    exchange:genericsecthreats,
    saif:riskZombieShadowMCPServers
  ]
}

// Conditions: none but missing controls; somebody must choose by it. Who is chosen then is tool-poison or agent-spoof.
threat tool-registry-tamper "Agent or tool catalogue entries are changed or ranked falsely" {
  stride: tampering
  on: [tool_registry, agent_registry]
  when: element feeds agent or element feeds orchestrator or element feeds model_server
  likelihood: 2
  impact: 4
  lowered_by: { signing: 2, access_control: 1, artifact_scanning: 1, audit_log: 1 }
  softened_by: { human_approval: 1 }
  scenario: """
    Somebody who may publish in {element}, or breaks into it, changes an entry: another address, a grander description,
    bought ratings. Agents that look there for help pick the false one first.
  """
  mitigation: """
    Let owners sign their entries in {element} and let readers check that, so that an entry changed by others counts for
    nothing. Review before anything is listed, choose by a list of your own and not by rank or description, and keep
    every change with its author.
  """
  phase: [development, runtime]
  layer: ecosystem
  refs: [
    atlas:AML.T0111,
    atlas:AML.T0109,
    owasp-llm-2025:LLM03,
    owasp-llm-2026:LLM04,
    owasp-agentic:ASI04,
    owasp-agentic:T17,
    owasp-mcp-2025:MCP04,
    owasp-ast:AST01,
    cwe:345,
    cwe:732,
    maestro:L7.10,
    maestro:L7.6,
    maestro:L7.13,
    exchange:genericsecthreats,
    saif:riskToolRegistryTampering
  ]
}
