// fires: confabulation@planner
// draws: owasp-agentic:T5, owasp-agentic:ASI08, owasp-llm-2025:LLM09, nist-ai-100-2:NISTAML.027
//   The first agent invents a part number. The second takes it as fact and orders by it; with every step the number
//   looks more certain.

model "Spare parts" { owner: "Workshop", catalog: 2026.1 }

prompts fault "Fault"
answers plan "Repair plan" { from: [fault] }
orders order "Order" { personal: false }

boundary workshop "Workshop" {
  trust: internal
  staff mechanic "Mechanic"
  agent planner "Planning agent"
  agent buyer "Buying agent"
}

partner dealer "Parts dealer"

mechanic -> planner "describes" { sends: [fault], returns: [plan] }
planner -> buyer "hands over" { sends: [plan] }
buyer -> dealer "orders" { sends: [order], controls: [tls, mutual_auth] }
