// fires: render-exfil@reader->mail
// draws: atlas:AML.T0077, owasp-llm-2025:LLM05, owasp-llm-2025:LLM02, owasp-llm-2026:LLM10, owasp-llm-2026:LLM02, owasp-agentic:ASI02, nist-ai-100-2:NISTAML.036, exchange:outputcontainsconventionalinjection, saif:riskCovertChannelsInModelOutputs, cwe:201
//   A mail from a stranger tells the model to end its summary with an image whose address holds the last contract
//   number. The browser loads the image, and the number is in the stranger's log.

model "Mail summary" { owner: "Office IT", catalog: 2026.1 }

documents mails "Mails" { class: confidential, personal: true }
answers summary "Summary" { from: [mails] }

email outside "Mail from outside"

boundary office "Office" {
  trust: internal
  browser reader "Browser"
  mailbox box "Mailbox" { stores: [mails] }
  web_app mail "Summary service" { renders_markup: false }
  llm model "Own model"
}

outside -> box { writes: [mails] }
mail -> box { returns: [mails] }
mail -> model { sends: [mails], returns: [summary] }
reader -> mail { returns: [summary], controls: [tls] }
