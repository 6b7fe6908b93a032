// What agents and conversations remember, and what of it comes back.

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

// Conditions: contains_pii -> stores personal, or what is confidential; multi_tenant. Between users, not past the
// store's own door, which is store-read: where users are kept apart that one speaks again.
threat memory-leak "Memory content of one user or task is read by another" {
  stride: information_disclosure
  on: memory_store
  when: element stores personal or element stores >= confidential or element.multi_tenant
  refines: [store-read]
  likelihood: 3
  impact: 4
  lowered_by: { tenant_isolation: 2, access_control: 1, encryption_at_rest: 1 }
  softened_by: { retention_limit: 1 }
  scenario: """
    What was remembered in {element} for one person or task fits the question of another, because the search looks
    at meaning and not at whose it is. It comes up in an answer, by chance or because somebody asked for it.
  """
  mitigation: """
    Keep a memory of its own in {element} for each user and task, and filter by it before the search, in code that
    no prompt reaches. Remember no more than the task needs, let it expire, and show people what is remembered of
    them and let them delete it.
  """
  phase: runtime
  layer: data_operations
  test: [promptfoo:cross-session-leak]
  refs: [
    atlas:AML.T0085,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM02,
    owasp-dsgai-2026:DSGAI11,
    owasp-mcp-2025:MCP10,
    nist-ai-100-2:NISTAML.036,
    cwe:488,
    cwe:668,
    maestro:LX.4,
    exchange:augmentationdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    linddun:L
  ]
}

// Conditions: none but a missing integrity check. It must be read again, by a model that goes on from it or by
// people who judge by it; a history that is only written is a log.
threat history-tamper "Conversation history is edited to mislead user or model" {
  stride: tampering
  on: chat_history
  when: element feeds model_server or element feeds agent or element gives anything to user
  likelihood: 2
  impact: 3
  lowered_by: { integrity_check: 2, access_control: 1, audit_log: 1 }
  scenario: """
    Somebody who can write to {element}, or sends a text that looks like the turns of a conversation, adds an answer
    that was never given or takes out what was said. The next reader believes that it happened: a model goes on from
    it, a person decides by it.
  """
  mitigation: """
    Let {element} take each turn once, from the service that held it, with role and number in fields and never out of
    text. Seal what is stored so that a changed turn is noticed, and never take a history back from a client.
  """
  phase: runtime
  layer: data_operations
  refs: [
    atlas:AML.T0092,
    atlas:AML.T0080.001,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM01,
    owasp-agentic:T1,
    owasp-agentic:T8,
    cwe:345,
    cwe:732,
    maestro:L2.4,
    exchange:agentmessagestructuremanipulation,
    saif:riskPromptInjection
  ]
}
