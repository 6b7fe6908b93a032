// Watching and bounding programs that act: approvals, limits, records, and what agents do by themselves.

// Conditions: autonomous, and the power to make it matter: code, machines, money, orders or verdicts. No attacker is
// needed, and nobody knows how often it happens; what is changed then is mostly of high integrity, which adds one.
threat misaligned-agent "Agent pursues its task by deceptive or forbidden means" {
  stride: tampering
  on: [agent, orchestrator]
  when: element.autonomous
    and (element is agent and element.executes_code or element gives anything to code_runner
      or element gives anything to control_plane or element gives anything to payment_service or element gives orders
      or element gives decisions)
  likelihood: 2
  impact: 3
  lowered_by: { model_validation: 1, monitoring: 1, human_approval: 1 }
  softened_by: { kill_switch: 1, sandboxing: 1 }
  scenario: """
    {element} is measured by results and finds a way to them that nobody wanted: it leaves a check out, works around
    a rule that is in its way, or reports as done what failed. Its own account of it sounds right.
  """
  mitigation: """
    Judge {element} by what it changed and not by what it reports: run checks that it can neither see nor edit. Before
    release test tasks that can only be done by cheating. Bar what is forbidden in code instead of asking for it, watch
    for it, and be able to stop {element} at once.
  """
  phase: runtime
  layer: foundation_models
  test: [aitg:AITG-MOD-07]
  refs: [
    atlas:AML.T0048,
    owasp-llm-2025:LLM06,
    owasp-llm-2025:LLM09,
    owasp-llm-2026:LLM03,
    owasp-llm-2026:LLM07,
    owasp-agentic:T7,
    owasp-agentic:ASI10,
    nist-ai-100-2:NISTAML.027,
    cwe:693,
    maestro:LX.5,
    saif:riskRogueActions
  ]
}

// Conditions: none but missing limits; it must have something to call again, or somebody
// who asks back. Costs and load of a caller's making are
// denial-of-wallet and inference-flood; this needs no attacker. Most runs end by themselves.
threat runaway-agent "Agent loops on tools or sub-tasks without limit" {
  stride: denial_of_service
  on: [agent, orchestrator]
  when: element.autonomous
    and (element gives anything to tool or element receives anything from tool
      or element gives anything to code_runner or element is agent and element.executes_code
      or element reaches another agent and element receives anything from agent)
  likelihood: 3
  impact: 3
  lowered_by: { resource_quota: 2, circuit_breaker: 2, monitoring: 1 }
  softened_by: { kill_switch: 1 }
  scenario: """
    A step fails or a result is not what {element} expects, so it tries again, splits the task, or asks another who
    asks it back. Thousands of calls later the budget is gone, and what it calls is busy with nothing else.
  """
  mitigation: """
    Give each run of {element} a budget of steps, time, tokens and money that code counts, and end the run when it is
    spent. Notice repeated calls and circles, wait longer after each failure, and let a person stop all runs at once.
  """
  phase: runtime
  layer: agent_frameworks
  test: [aitg:AITG-INF-02]
  refs: [
    atlas:AML.T0034.002,
    atlas:AML.T0029,
    owasp-llm-2025:LLM10,
    owasp-llm-2026:LLM06,
    owasp-agentic:T4,
    owasp-agentic:ASI08,
    nist-ai-100-2:NISTAML.017,
    cwe:674,
    cwe:834,
    cwe:770,
    maestro:L3.5,
    exchange:airesourceexhaustion,
    saif:riskRunawayAgentToolLoops
  ]
}

// Conditions: human_approval -> somebody is drawn who gets what an agent or a model says or wants done, to judge it.
// That reviewers tire is sure; that a bad one is among those just then is not.
threat approval-fatigue "So many confirmations arrive that reviewers approve blindly" {
  stride: denial_of_service
  on: human_reviewer
  when: element receives tool_calls or element receives orders or element receives code or element receives decisions
    or element receives answers
  likelihood: 3
  impact: 3
  lowered_by: { rate_limit: 1, least_privilege: 1, user_training: 1, monitoring: 1 }
  scenario: """
    Day after day {element} gets cases to judge, nearly all of them harmless, and after some weeks passes them unread.
    Or somebody floods {element} on purpose and hides the one that matters among the many.
  """
  mitigation: """
    Ask {element} less often: let harmless steps pass by rule, bundle what belongs together, and mark what is unusual.
    Cap how many cases one person decides in an hour, slip in known bad ones and measure how many are caught, and hold
    back everything when cases arrive faster than they can be read.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0046,
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:ASI09,
    owasp-agentic:T10,
    cwe:799,
    maestro:L7,
    saif:riskRogueActions
  ]
}

// Conditions: human_approval -> a person is shown the very action: a call, an order, code. A chat answer is
// overreliance. Somebody outside must be able to have written into what is shown.
threat approval-spoof "What the reviewer sees differs from what will be done" {
  stride: [spoofing, tampering]
  on: flow
  when: tainted by untrusted and receiver is user and (moves tool_calls or moves orders or moves code)
    and (sender is agent or sender is orchestrator or sender is web_app and moves tool_calls)
  likelihood: 2
  impact: 4
  lowered_by: { output_encoding: 1, message_integrity: 1, transparency_notice: 1, audit_log: 1 }
  softened_by: { least_privilege: 1 }
  scenario: """
    A text that came in by way of {start} makes {sender} describe the step as harmless, or pushes the dangerous part
    out of sight with a long or invisible passage. {receiver} agrees to the description; what is carried out is
    another thing.
  """
  mitigation: """
    Show {receiver} the action itself, with its real arguments, made by code and not by the model, escaped and in full.
    Bind the approval to that action by a hash so that nothing else is carried out, and keep both on record.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    atlas:AML.T0067,
    owasp-llm-2025:LLM06,
    owasp-llm-2025:LLM09,
    owasp-llm-2026:LLM03,
    owasp-llm-2026:LLM07,
    owasp-agentic:ASI09,
    owasp-agentic:T15,
    cwe:451,
    maestro:L7,
    saif:riskRogueActions
  ]
}

// Conditions: none but a missing record. It must act: through tools, code or orders, or with a key of its own (a fixed
// program that asks a model with a key does nothing in anybody's name). Stands on the agent and not on each tool, and says no-audit-log more closely where people call the agent.
threat agent-action-repudiation "Actions cannot be traced to a user, agent or decision" {
  stride: repudiation
  on: [agent, orchestrator]
  when: element gives tool_calls or element gives orders or element gives anything to tool
    or element gives anything to code_runner
    or element holds credentials and (element is agent or element.autonomous)
  refines: [no-audit-log]
  likelihood: 3
  impact: 3
  lowered_by: { audit_log: 2, monitoring: 1 }
  softened_by: { incident_response: 1 }
  scenario: """
    Something was done that nobody wanted, and the far end knows only the account that {element} uses for everybody.
    Who asked, what {element} had read by then and why it chose this step, nobody can show.
  """
  mitigation: """
    Record for each call of {element} under one number who asked, what it had read, which step it chose and what came
    back, and pass that number on to the tools. Write it where {element} cannot change it. Act with an identity for
    each agent and person instead of one account for all.
  """
  phase: runtime
  layer: ecosystem
  refs: [
    owasp-llm-2025:LLM06,
    owasp-llm-2026:LLM03,
    owasp-agentic:T8,
    owasp-mcp-2025:MCP08,
    cwe:778,
    maestro:L7.9,
    saif:riskAgentDelegationChainOpacity
  ]
}
