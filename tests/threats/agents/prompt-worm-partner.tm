// fires: prompt-worm@buyer
// draws: owasp-llm-2026:LLM01, owasp-agentic:ASI08, owasp-agentic:T12, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection
//   A tender tells agents to pass it on word by word to each supplier's agent. The buying agent does, theirs read it
//   with their own rights, and it is in their tenders next.

model "Tenders" { owner: "Purchasing", catalog: 2026.1 }

documents tender "Tenders of others" { class: public }
answers request "Request" { from: [tender] }
answers offer "Offer"

public_web board "Public tender board"
partner_agent supplier "Supplier's agent"

boundary company "Company" {
  trust: internal
  agent buyer "Buying agent"
  llm model "Own model"
}

buyer -> board "reads" { returns: [tender], controls: [tls] }
buyer -> model { sends: [tender, offer], returns: [request] }
buyer -> supplier "asks" { sends: [request], returns: [offer], controls: [tls, mutual_auth] }
