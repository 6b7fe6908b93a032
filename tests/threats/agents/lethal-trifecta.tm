// fires: lethal-trifecta@helper
// draws: owasp-llm-2025:LLM01, owasp-llm-2025:LLM02, owasp-llm-2025:LLM06, owasp-llm-2026:LLM01, owasp-llm-2026:LLM02, owasp-llm-2026:LLM03, owasp-agentic:ASI01, owasp-agentic:ASI02, owasp-agentic:T2, nist-ai-100-2:NISTAML.039, exchange:indirectpromptinjection, saif:riskSensitiveDataDisclosure, saif:riskRogueActions
//   A mail asks for the latest offers of all customers, in white on white. The agent that sorts the mail finds them
//   in the archive and sends them in its answer.

model "Mail agent" { owner: "Sales", catalog: 2026.1 }

documents mails "Mails" { class: internal }
documents offers "Offers" { class: confidential }
answers reply "Reply" { from: [mails, offers] }

email world "Mail from outside"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  gateway inbox "Mail gateway"
  agent helper "Mail agent"
  document_store archive "Offers" { stores: [offers] }
  staff seller "Seller"
}

world -> inbox { sends: [mails] }
inbox -> helper "hands over" { sends: [mails] }
helper -> archive "looks up" { returns: [offers] }
helper -> llm "plans" { sends: [mails, offers], returns: [reply], controls: [tls] }
helper -> world "answers" { sends: [reply] }
seller -> archive "files" { writes: [offers] }
