// fires: prompt-worm@helper
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI08, owasp-agentic:T12, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskPromptInjection
//   A mail holds a text that tells assistants to put the whole text at the end of their answer. The agent answers by
//   mail, the receiver has such an agent too, and it goes on.

model "Answering machine" { owner: "Sales", catalog: 2026.1 }

documents mails "Mails"
answers reply "Reply" { from: [mails] }
instructions manner "Manner of writing"

email world "Mail from outside"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  gateway inbox "Mail gateway"
  agent helper "Mail agent"
  staff seller "Seller"
}

world -> inbox { sends: [mails] }
seller -> helper "says how to write" { sends: [manner] }
inbox -> helper "hands over" { sends: [mails] }
helper -> llm "drafts" { sends: [mails, manner], returns: [reply], controls: [tls] }
helper -> world "answers" { sends: [reply] }
