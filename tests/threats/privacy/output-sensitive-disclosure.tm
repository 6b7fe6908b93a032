// fires: output-sensitive-disclosure@client->desk
// draws: atlas:AML.T0057, owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI01, nist-ai-100-2:NISTAML.038, exchange:disclosureinoutput, saif:riskSensitiveDataDisclosure, linddun:DD
//   A client asks what others pay for the same. The price agreements are in the context so that the model can tell
//   the client's own, and it quotes the cheapest.

model "Price questions" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
documents agreements "Price agreements" { class: confidential }
answers reply "Answer" { from: [question, agreements] }

partner client "Client"

boundary sales "Sales systems" {
  trust: internal
  web_app desk "Price desk"
  document_store prices "Agreements" { stores: [agreements] }
  llm model "Own model"
}

client -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
desk -> prices { returns: [agreements] }
desk -> model { sends: [question, agreements], returns: [reply] }
