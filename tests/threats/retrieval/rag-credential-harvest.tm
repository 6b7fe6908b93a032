// fires: rag-credential-harvest@index
// draws: atlas:AML.T0082, owasp-llm-2025:LLM08, owasp-llm-2025:LLM02, owasp-llm-2026:LLM09, owasp-llm-2026:LLM02, owasp-agentic:ASI03, owasp-dsgai-2026:DSGAI02, nist-ai-100-2:NISTAML.038, saif:riskSensitiveDataDisclosure
//   An old ticket says "log in as admin with …". The index has taken in all tickets; an intern asks how to get into
//   the router, and the answer quotes the ticket.

model "Helpdesk search" { owner: "IT support", catalog: 2026.1 }

prompts question "Question"
documents tickets "Old tickets"
answers reply "Answer" { from: [question, tickets] }

boundary rooms "Offices" {
  trust: internal
  staff intern "Intern"
}

boundary company "Company" {
  trust: internal
  web_app desk "Search desk"
  ticket_system queue "Ticket system" { stores: [tickets] }
  data_ingestion loader "Loader"
  rag_store index "Index"
  llm model "Own model"
}

loader -> queue { returns: [tickets] }
loader -> index { writes: [tickets] }
intern -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [tickets] }
desk -> model { sends: [question, tickets], returns: [reply] }
