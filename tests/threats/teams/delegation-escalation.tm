// fires: delegation-escalation@front->records
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI03, owasp-agentic:T3, owasp-agentic:T14, exchange:agentescape, saif:riskAgenticDelegationConfusedDeputy, saif:riskAgentDelegationChainOpacity
//   A visitor may ask for opening hours. The front agent hands on the question for another guest's booking; the
//   records agent sees a colleague ask, and its account may read all of them.

model "Hotel agents" { owner: "Hotel", catalog: 2026.1 }

prompts question "Question"
documents bookings "Bookings" { class: confidential, personal: true }
answers reply "Answer" { from: [question, bookings] }

anonymous_user guest "Guest"

boundary hotel "Hotel" {
  trust: internal
  agent front "Front agent"
  agent records "Records agent"
  llm model "Own model"
  database book "Booking database" { stores: [bookings] }
}

guest -> front "asks" { sends: [question], returns: [reply], controls: [tls] }
front -> records "asks on" { sends: [question], returns: [reply] }
records -> book "looks up" { returns: [bookings] }
records -> model { sends: [question, bookings], returns: [reply] }
front -> model { sends: [question], returns: [reply] }
