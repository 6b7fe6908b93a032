// fires: log-sensitive@traces
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, nist-ai-100-2:NISTAML.036, exchange:inputdataleak, saif:riskSensitiveDataDisclosure, atlas:AML.T0036
//   Every conversation with the counselling service is traced in full to find slow calls. Thirty engineers
//   can search the traces; the account of one of them is taken over, and what people confided is on the
//   internet.

model "Counselling chat" { owner: "Counselling", catalog: 2026.1 }
prompts message "Message" { class: confidential, personal: true }
answers reply "Reply" { from: [message] }
logs trace "Traces" { class: confidential, personal: true }
end_user person "Person in need"
boundary service "Service" {
  trust: internal
  web_app chat "Chat" { controls: [auth, audit_log] }
  llm model "Own model" { proprietary: false }
  log_store traces "Trace store"
}
person -> chat { sends: [message], returns: [reply], controls: [tls] }
chat -> model { sends: [message], returns: [reply] }
chat -> traces { writes: [trace] }
