// An agent with tools: it plans by itself, reads mail and records, and gets things done.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "Service agent" {
  owner: "Service desk" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    The agent reads customers' tickets, looks up their records, proposes an answer and, if a colleague
    agrees, pays back money. A hosted language model does the planning.
  """
}

// What moves. Text that others wrote, and what tools hand back, become part of the next prompt: for a
// model they look like instructions. Orders are what the agent gets done.
documents ticket "Ticket" { personal: true }
instructions policy "Agent's instructions"
tool_calls calls "Tool calls"
tool_results results "Tool results" { class: confidential, personal: true, from: [record] }
asset record "Customer record" { class: confidential, personal: true }
orders refund "Refund"
answers reply "Proposal" { from: [ticket, results, policy] }
credentials token "Agent's token"

end_user customer "Customer"
model_provider llm "Hosted model"
payment_service bank "Payment service"

boundary company "Company network" {
  trust: internal

  boundary desk "Service desk" {
    trust: internal
    ticket_system tickets "Tickets" { controls: [access_control] }
    staff colleague "Service colleague"
  }

  // The agent has a zone of its own: what steers it (text of strangers, a model's whims) must not reach
  // anything but by the tools below.
  boundary agents "Agent runtime" {
    trust: internal
    controls: [audit_log]
    agent helper "Service agent" {
      holds: [token]
      controls: [least_privilege, tool_allowlist, secret_management]
    }
    prompt_store prompts "Instructions" {
      stores: [policy]
      controls: [access_control, change_control]
    }
  }

  // Each tool checks what it is asked: an agent that was talked into something asks politely.
  boundary tools "Tools" {
    trust: internal
    mcp_server records "Records tool" {
      has_side_effects: false
      third_party: false // CHANGE: leave this out if others wrote or run it
      controls: [auth, input_validation]
    }
    tool refunds "Refund tool" { controls: [auth, input_validation] }
  }

  boundary core "Core systems" {
    trust: restricted
    database crm "Customer database" {
      stores: [record]
      controls: [access_control, encryption_at_rest, backup]
    }
  }
}

customer -> tickets "writes" { writes: [ticket], protocol: https, controls: [tls, auth] }
helper -> tickets "reads" { returns: [ticket], controls: [tls] }
helper -> prompts { returns: [policy] }
helper -> llm "plans" { sends: [ticket, results, policy], returns: [reply, calls], controls: [tls] }
helper -> records "looks up" { sends: [calls], returns: [results], controls: [tls] }
helper -> refunds "pays back" { sends: [calls, refund], controls: [tls] }
records -> crm { sends: [calls], returns: [record], controls: [tls] }
refunds -> bank "transfers" { sends: [refund], protocol: https, controls: [tls, mutual_auth] }
helper -> colleague "asks to approve" { sends: [reply], controls: [tls] }

attacker fraudster "Fraudulent customer" {
  from: [customer]
  wants: [refund, record]
  skill: medium
  motive: "Money back for things that were never bought"
}

// CHANGE: an approval counts where the action happens. If the refund tool takes an order without it,
// the approval is a habit and not a control.
control approval: human_approval "A colleague approves each refund" {
  on: [helper -> refunds]
  status: implemented
  owner: "Service desk"
}
control as_customer: user_context_authz "The tool sees this customer's record only" {
  on: [records]
  status: planned
  owner: "CRM team"
}

mitigate tool-misuse on helper -> refunds { with: [approval], owner: "Service desk" }
mitigate mcp-weak-authz on records { with: [as_customer], owner: "CRM team", ticket: "CRM-204" }

assumption "Tickets come from signed-in customers only." { about: [customer -> tickets] }
question "What may the agent do when nobody answers its request for approval?" {
  about: [helper]
  owner: "Service desk"
}
