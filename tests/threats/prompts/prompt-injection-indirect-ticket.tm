// fires: prompt-injection-indirect@bot->queue
// draws: atlas:AML.T0051.001, owasp-agentic:ASI01, owasp-agentic:ASI06, owasp-agentic:T6, nist-ai-100-2:NISTAML.015, nist-ai-100-2:NISTAML.027, owasp-llm-2025:LLM01, exchange:indirectpromptinjection, maestro:L3.3
//   A customer writes into a ticket that every refund has been approved. The agent reads tickets as its work and
//   takes the sentence for an order; what it then tells the team is wrong, though nobody spoke to it.

model "Ticket triage" { owner: "Support", catalog: 2026.1 }

documents tickets "Tickets"
instructions frame "Instructions"
answers triage "Triage" { from: [tickets] }

end_user customer "Customer"

boundary support "Support systems" {
  trust: internal
  ticket_system queue "Ticket system" { stores: [tickets] }
  agent bot "Triage agent"
  llm model "Own model"
  staff lead "Team lead"
}

customer -> queue "writes" { writes: [tickets], controls: [tls, auth] }
bot -> queue "reads" { returns: [tickets] }
bot -> model { sends: [frame, tickets], returns: [triage] }
lead -> bot "reads" { returns: [triage] }
