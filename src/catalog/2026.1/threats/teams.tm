// Agents among agents: who they are to each other, what they hand on, and how one spoils the others.

// Conditions: none but missing authentication. Own agents within one boundary know each other by their place; a false
// entry in a registry is tool-registry-tamper.
threat agent-spoof "A fake agent or agent card joins the system" {
  stride: spoofing
  on: flow
  when: crosses
    and ((source is agent or source is partner_agent or source is external_agent)
        and (target is agent or target is orchestrator or target is partner_agent or target is external_agent)
      or source is orchestrator
        and (target is agent or target is partner_agent or target is external_agent))
  refines: [endpoint-spoof]
  likelihood: 3
  impact: 4
  lowered_by: { mutual_auth: 2, signing: 1, auth: 1, inventory: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    Somebody runs an agent under the name, the card or the address of {source} or of {target}. The other end cannot
    tell, gives it tasks and data, and acts on what it says.
  """
  mitigation: """
    Give {source} and {target} an identity each that is proven at every call, by certificates or signed cards with an
    end date, and never by name or by what they say of themselves. Keep a list of the agents that belong to the system,
    refuse all others, and take identities back when an agent is retired.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0073,
    atlas:AML.T0074,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI07,
    owasp-agentic:ASI03,
    owasp-agentic:T9,
    owasp-agentic:T16,
    cwe:287,
    cwe:290,
    cwe:346,
    maestro:L7.2,
    exchange:genericsecthreats,
    saif:riskStaleAgentIdentityBinding,
    saif:riskShadowAndUnknownAgents
  ]
}

// Conditions: none but missing signatures. Between own agents, or from own ones to a partner's: what a partner's agent
// says is tool-output-poison. On the way only where it crosses; otherwise once, at the member that itself takes in what
// strangers write and hands it on, not at each hop behind it. A signature says who sent it, not that it is harmless.
threat agent-message-tamper "Messages or shared state between agents are altered or poisoned" {
  stride: tampering
  on: flow
  when: moves anything
    and (sender is agent and (receiver is agent or receiver is orchestrator or receiver is partner_agent
        or receiver is external_agent)
      or sender is orchestrator and (receiver is agent or receiver is partner_agent or receiver is external_agent)
      or sender is message_queue and sender receives anything from agent and receiver is agent)
    and (crosses
      or moved tainted by untrusted
        and (sender receives anything from untrusted or sender receives anything from ticket_system
          or sender receives anything from mailbox or sender receives anything from search_tool
          or sender is message_queue))
  refines: [flow-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { input_segregation: 2, message_integrity: 1, mutual_auth: 1, tls: 1 }
  softened_by: { least_privilege: 1, human_approval: 1 }
  scenario: """
    What {receiver} gets from {sender} holds something that no agent meant to say: changed on the way, or copied from
    what a stranger wrote, made up to look like a task, a role or an earlier turn. {receiver} trusts what comes from
    there and acts on it.
  """
  mitigation: """
    Let agents exchange typed fields, task and content apart, and treat content from {sender} as carefully as if it came
    from outside. Sign each message with sender, task and number, and let {receiver} refuse what does not verify or does
    not belong to a task of its own.
  """
  phase: runtime
  layer: agent_frameworks
  refs: [
    atlas:AML.T0051.001,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI07,
    owasp-agentic:T12,
    cwe:924,
    cwe:345,
    maestro:L3.3,
    maestro:L7,
    exchange:agentmessagestructuremanipulation,
    saif:riskMCPTransportHijacking
  ]
}

// Conditions: none but messages that stay valid. Only what has an effect each time that it is heard: a call, an order,
// a key. Whoever repeats it must have heard it first, which encryption makes hard.
threat agent-replay "Old tasks or tokens are sent again" {
  stride: spoofing
  on: flow
  when: crosses and (sends tool_calls or sends orders or sends credentials)
    and (source is agent or source is orchestrator or source is partner_agent or source is external_agent)
    and (target is agent or target is orchestrator or target is partner_agent or target is external_agent
      or target is mcp_server and target.has_side_effects)
  likelihood: 2
  impact: 3
  lowered_by: { message_integrity: 2, mutual_auth: 1, tls: 1 }
  scenario: """
    Somebody who once heard {source} talk to {target}, or runs a part between them, sends {data} again later. It is
    still valid, so {target} does again what it did the first time.
  """
  mitigation: """
    Let each task from {source} carry a number and an end after minutes, under its signature, and let {target} do each
    number once. Bind tokens to {source} and to the one task, so that they are worth nothing elsewhere or later.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0091,
    atlas:AML.T0091.000,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI07,
    owasp-agentic:T16,
    cwe:294,
    maestro:L7.3,
    exchange:genericsecthreats,
    saif:riskMCPTransportHijacking
  ]
}

// Conditions: multi_agent. Where the one that is asked has rights at its hands itself, not where it only asks on. The
// case of confused-deputy in which an agent asks: as likely and as bad, and the same lowers it.
threat delegation-escalation "Rights grow along a chain of delegating agents" {
  stride: elevation_of_privilege
  on: flow
  when: (source is agent or source is orchestrator) and target is agent and sends anything
    and (target holds credentials
      or target gives anything to tool
        and (target reaches database or target reaches business_app or target reaches document_store
          or target reaches file_system or target reaches payment_service or target reaches third_party_api
          or target reaches external_service)
      or target gives anything to database or target receives anything from database
      or target receives anything from data_source or target receives anything from document_store
      or target gives anything to business_app or target gives anything to code_runner)
  refines: [confused-deputy, boundary-elevation]
  likelihood: 4
  impact: 4
  lowered_by: { user_context_authz: 3, audit_log: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    {source} hands a task on to {target}, which has rights that were never meant for whoever asked first. {target} sees
    a colleague's request and does it with these rights; for whom it was, got lost on the way.
  """
  mitigation: """
    Hand on with each task a token for the person and for this task, which every step can only narrow, and let the
    systems behind {target} decide by it. Refuse tasks without one at {target}, bound how far a task may be handed on,
    and record the whole chain.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0053,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI03,
    owasp-agentic:T3,
    owasp-agentic:T14,
    cwe:269,
    cwe:863,
    maestro:LX.3,
    exchange:agentescape,
    saif:riskAgenticDelegationConfusedDeputy,
    saif:riskAgentDelegationChainOpacity
  ]
}

// Conditions: multi_agent. The member that takes content from outside itself, as it is the one to be turned; partners'
// agents are tool-output-poison and agent-spoof. What the others believe of it makes it worse than goal-hijack.
threat rogue-agent "A compromised or drifting agent acts inside the system" {
  stride: [tampering, elevation_of_privilege]
  on: agent
  when: tainted by untrusted and (element gives anything to agent or element gives anything to orchestrator)
    and (element receives anything from untrusted or element receives anything from partner_agent
      or element receives anything from search_tool or element receives anything from ticket_system
      or element receives anything from mailbox)
  likelihood: 2
  impact: 4
  lowered_by: { monitoring: 1, sandboxing: 1, inventory: 1, least_privilege: 1 }
  softened_by: { kill_switch: 1, incident_response: 1 }
  scenario: """
    By what comes from {start} somebody turns {element} for good. It goes on doing its job among the other agents and
    on the side gives them false results, draws more tasks to itself or talks them into steps of their own, and they
    have no reason to doubt it.
  """
  mitigation: """
    Watch what {element} does against what its role allows, in a part that it does not talk to, and cut it off from
    the others by one switch. Start it afresh for each task from a known state, and let the others check what costly
    steps rest on with a second source.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0103,
    atlas:AML.T0048,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI10,
    owasp-agentic:T13,
    owasp-agentic:T14,
    cwe:250,
    maestro:L7.1,
    exchange:agentescape,
    saif:riskRogueActions,
    saif:riskShadowAndUnknownAgents
  ]
}

// Conditions: multi_agent. Stands where results of one agent become the work of others or what people get, once: on
// the one that calls them. Nobody needs to attack; a mistake is enough.
threat cascading-failure "One agent's fault or false output spreads through the chain" {
  stride: [denial_of_service, tampering]
  on: [agent, orchestrator]
  when: element reaches another agent and element receives anything from agent
  likelihood: 3
  impact: 3
  lowered_by: { circuit_breaker: 2, output_filtering: 1, grounding: 1, monitoring: 1 }
  softened_by: { human_approval: 1 }
  scenario: """
    An agent makes something up, or does not answer. {element} takes it as a fact or asks again and again, and hands
    it on; each agent after it builds upon it, and at the end it looks as if many had checked it.
  """
  mitigation: """
    Let {element} check what each agent returns against a schema and a source before it is passed on, with how sure it
    is and where it comes from. Stop the chain when an agent fails or contradicts another, and let a person look at
    results that rest on one agent alone.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0029,
    atlas:AML.T0048,
    owasp-llm-2025:LLM09,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM07,
    owasp-llm-2026:LLM06,
    owasp-agentic:ASI08,
    owasp-agentic:T5,
    cwe:703,
    cwe:755,
    maestro:LX.5
  ]
}

// Conditions: none but missing access control. The choice must be open to strangers' content, or one of those chosen
// from must be somebody else's; between own models by own rules there is nothing to win.
threat route-hijack "Requests are routed to a weaker or hostile model or agent" {
  stride: tampering
  on: llm_router
  when: (element reaches model_server or element reaches agent)
    and (element tainted by untrusted or element reaches third_party)
  likelihood: 2
  impact: 3
  lowered_by: { access_control: 2, config_hardening: 1, mutual_auth: 1, audit_log: 1 }
  scenario: """
    Somebody words a request so that {element} takes it for an easy one, or changes the table that {element} chooses
    by. The request goes to a model with fewer rules, or to one that others run and read along.
  """
  mitigation: """
    Let only a reviewed change alter where {element} sends what, and let it choose by facts about caller and data, not
    by what the text says of itself. Hold every model behind it to the same checks, and record which one answered.
  """
  phase: runtime
  layer: agent_frameworks
  refs: [
    atlas:AML.T0073,
    owasp-agentic:ASI07,
    owasp-agentic:T12,
    cwe:345,
    cwe:807,
    maestro:L4.2,
    exchange:genericsecthreats,
    saif:riskOrchestratorRouteHijacking
  ]
}
