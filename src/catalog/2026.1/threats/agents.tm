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
// from a store; can_send -> calls lead to a place that outsiders read or run: mail and tickets only if something is
// written there, while an address that is fetched carries data by itself, and what is called of strangers, itself or
// by a tool that sends messages, gets what the call brings. Who asks the agent and gets its answer is not called.
threat lethal-trifecta "Untrusted input, private data and a way out meet in one agent" {
  stride: information_disclosure
  on: [agent, orchestrator]
  when: element.autonomous and tainted by untrusted
    and (element receives >= confidential or element receives personal from store
      or element receives personal from tool)
    and (element reaches public_web or element reaches email and element feeds email
      or element reaches mailbox and element feeds mailbox
      or element reaches ticket_system and element feeds ticket_system
      or element reaches search_tool or element reaches third_party_api or element reaches external_service
      or element reaches external_agent or element reaches partner_agent or element reaches another untrusted)
  likelihood: 4
  impact: 5
  lowered_by: { egress_control: 2, input_segregation: 1 }
  softened_by: { least_privilege: 2, human_approval: 1 }
  scenario: """
    A text from {start} tells {element} to collect what it can read ({data}) and to put it into what goes out: a mail,
    a message, a ticket, a search, a web address. {element} sends such things every day, so nothing stops it and
    nobody notices.
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

// Conditions: has_side_effects -> property of the target, or something is written there. A person who is shown a
// call or an order is not a tool: that is approval-spoof. Settings that steer an agent are agent-config-tamper.
threat tool-misuse "Agent is steered into harmful use of an allowed tool" {
  stride: [elevation_of_privilege, tampering]
  on: flow
  when: (moved tainted or tainted by untrusted) and (sends anything or writes anything)
    and (source is agent or source is orchestrator and source.autonomous or source is llm) and not target is user
    and (target.has_side_effects or writes orders or sends orders
      or writes anything and (target is database or target is code_repo or target is ticket_system or target is mailbox
        or target is file_system or target is config_store and not target feeds agent and not target feeds orchestrator))
  refines: [boundary-elevation]
  likelihood: 4
  impact: 5
  lowered_by: { tool_allowlist: 2, input_validation: 1, least_privilege: 1, audit_log: 1 }
  softened_by: { human_approval: 2 }
  scenario: """
    By content from {start} somebody gets {source} to call {target} with other arguments than the user meant: another
    recipient, another amount, another text. The call is allowed, well formed and done.
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

// Conditions: none but missing controls; the agent must have something to lend: keys, data or tools. It is asked by
// who calls it, or by what strangers leave where it takes up its work. A program that only follows a plan counts
// where a model fills in what its tools are called with.
threat confused-deputy "Agent's own rights are used for somebody who lacks them" {
  stride: elevation_of_privilege
  on: flow
  when: sends anything
      and (source is user or source fed_by user and not source is agent and not source is orchestrator
        or moved tainted and (source is agent or source is orchestrator or source is external))
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
    A request that comes from {start} is for something that is refused to whoever wrote it: a colleague's record, a
    change in a system without an account there. {receiver} acts with its own account, which may do it.
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
    A planted text gets {element} to give out its settings in an answer or an error, or code that runs there reads
    them from environment, files or logs. The token works from anywhere and for everything that {element} may do.
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

// Conditions: has_tools; reads_untrusted -> tainted by untrusted; can_send -> what it writes it also sends, itself or
// by a tool, to where others' assistants read: mail, tickets, partners' agents, or a knowledge store that gives it out
// again. Own agents hand it on as well; that is agent-message-tamper. Rare so far, but nothing has to be found anew at
// the next reader, so the harm grows by itself.
threat prompt-worm "An injected prompt copies itself to other users or agents" {
  stride: [tampering, elevation_of_privilege]
  on: [agent, orchestrator]
  when: element.autonomous and tainted by untrusted
    and (element reaches email and element feeds email or element reaches mailbox and element feeds mailbox
      or element reaches ticket_system and element feeds ticket_system
      or element reaches partner_agent and element feeds partner_agent
      or element reaches external_agent and element feeds external_agent
      or element gives documents to knowledge_store or element gives answers to knowledge_store)
  likelihood: 2
  impact: 5
  lowered_by: { input_segregation: 2, egress_control: 1, rate_limit: 1, human_approval: 1 }
  softened_by: { monitoring: 1 }
  scenario: """
    A text that came in by way of {start} tells {element} to work its wording into everything that it writes.
    Whoever reads that with an assistant of their own, at once or later out of a store, catches it, and so it goes on
    from one to the next without anybody's help.
  """
  mitigation: """
    Keep what {element} has read apart from what it writes: answers in fields of its own, and nothing quoted that
    reads as an instruction. Let it write only to those who are part of the task, cap how many it may reach in an
    hour, and stop it when many messages look alike.
  """
  phase: runtime
  layer: ecosystem
  test: [agentdojo:ImportantInstructionsAttack]
  refs: [
    atlas:AML.T0061,
    atlas:AML.T0070,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI08,
    owasp-agentic:T12,
    owasp-mcp-2025:MCP06,
    nist-ai-100-2:NISTAML.015,
    cwe:1427,
    maestro:L7.1,
    exchange:indirectpromptinjection,
    saif:riskPromptInjection
  ]
}

// Conditions: browses_web -> property of who fetches the page or the mail; hidden instructions in it are
// prompt-injection-indirect. Here the page looks honest and its buttons and links mislead, as they do people.
threat agent-clickbait "Web page or message design lures a browsing agent into an action" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: receiver.browses and moves anything
    and (sender is public_web or sender is email or sender is mailbox and moved tainted by untrusted)
  likelihood: 3
  impact: 4
  lowered_by: { egress_control: 1, input_segregation: 1, tool_allowlist: 1 }
  softened_by: { human_approval: 1, sandboxing: 1 }
  scenario: """
    Somebody puts a button, a captcha or a notice into {sender} that is made for machines: to go on, copy this line
    and run it, confirm here, sign in again. {receiver} takes it for a step of its task and clicks.
  """
  mitigation: """
    Let {receiver} open only the sites that its task needs, in a browser without saved log-ins, and forbid it to
    download, to run what a page offers and to fill in passwords. Let a person do each log-in, purchase and consent.
  """
  phase: runtime
  layer: ecosystem
  test: [agentdojo:ManualAttack]
  refs: [
    atlas:AML.T0100,
    atlas:AML.T0011.003,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI01,
    owasp-agentic:ASI02,
    nist-ai-100-2:NISTAML.015,
    cwe:1021,
    cwe:451,
    maestro:L7.4,
    exchange:indirectpromptinjection,
    saif:riskRogueActions
  ]
}

// Conditions: has_tools. Anybody can ask what an assistant can do, and alone it harms nobody: it prepares the other
// threats of this file. So it is likely and weighs little; where what is asked is secret it weighs more. Trying out
// what an agent does always tells something.
threat agent-recon "Tools, permissions and call chains are enumerated" {
  stride: information_disclosure
  on: flow
  when: moves prompts and crosses up and sender.trust < partner
    and receiver reaches agent and (receiver reaches tool or receiver reaches code_runner)
  likelihood: 4
  floor: 2
  impact: 1
  lowered_by: { disclosure_limit: 1, output_filtering: 1, monitoring: 1 }
  scenario: """
    {sender} asks what the agent behind {receiver} can do, which tools it has and with which arguments, and reads the
    rest out of error messages. The list says where an attack is worth while.
  """
  mitigation: """
    Let the agent behind {receiver} describe itself by a fixed text, and keep names of tools, arguments and raw
    errors out of answers. Do not build on their being unknown: each tool decides itself about who may call it.
  """
  phase: runtime
  layer: ecosystem
  test: [promptfoo:tool-discovery]
  refs: [
    atlas:AML.T0084,
    atlas:AML.T0084.001,
    atlas:AML.T0084.003,
    atlas:AML.T0069,
    owasp-llm-2026:LLM08,
    nist-ai-100-2:NISTAML.035,
    cwe:200,
    maestro:L7,
    exchange:directpromptinjection,
    saif:riskSensitiveDataDisclosure
  ]
}

// Conditions: none but missing controls. It must be within reach of what the agent does or of strangers: who steers an
// agent by its settings comes back with every start. Settings that only people write are store-tamper, prompts are
// prompt-template-tamper. As likely as what the agent is talked into otherwise.
threat agent-config-tamper "Agent rules, permissions or connected tools are changed for persistence" {
  stride: tampering
  on: [config_store, code_repo, file_system, agent]
  when: (element is config_store or element stores instructions) and not element is agent
      and (element feeds agent or element feeds orchestrator)
      and (element tainted or element receives anything from agent or element receives anything from code_runner)
    or element is agent and element holds instructions
      and (element.executes_code or element reaches code_runner or element reaches file_system)
  refines: [store-tamper]
  likelihood: 4
  impact: 4
  lowered_by: { access_control: 2, change_control: 1, integrity_check: 1, monitoring: 1 }
  softened_by: { backup: 1 }
  scenario: """
    An agent that was talked into it, or somebody who can write to {element}, changes rules there: a step needs no
    approval any more, one more tool server is loaded, a line is added to the standing instructions. It is read at
    every start and outlives the conversation that caused it.
  """
  mitigation: """
    Take the right to write rules, permissions and the list of tools in {element} away from agents and from everything
    that they start. Let a second person approve changes, start only from a version whose hash is known,
    and raise an alarm when the two differ.
  """
  phase: runtime
  layer: agent_frameworks
  refs: [
    atlas:AML.T0081,
    owasp-llm-2025:LLM06,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM03,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI06,
    owasp-agentic:ASI10,
    owasp-ast:AST04,
    cwe:732,
    cwe:345,
    maestro:L3,
    exchange:augmentationdatamanipulation,
    saif:riskRogueActions
  ]
}
