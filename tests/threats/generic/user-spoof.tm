// fires: user-spoof@doctor->portal
// draws: owasp-agentic:T9, owasp-api-2023:API2, exchange:genericsecthreats, atlas:AML.T0012
//   A mail that looks like the clinic's leads a doctor to a copy of the log-in page. With the password
//   somebody opens the portal at night, in the doctor's name, and reads what the assistant says about every
//   patient.

model "Ward assistant" { owner: "Clinic", catalog: 2026.1 }
prompts question "Question" { class: confidential, personal: true }
answers summary "Summary of the patient" { class: confidential, personal: true }
logs opened "Opened files"
boundary home "Duty flat" {
  trust: partner
  staff doctor "Doctor on call"
}
boundary ward "Ward" {
  trust: internal
  web_app portal "Ward portal" { controls: [audit_log] }
  llm model "Own model" { proprietary: false }
}
boundary archive "Archive" {
  trust: internal
  log_store records "Access records" { controls: [log_protection] }
}
doctor -> portal { sends: [question], returns: [summary], controls: [tls] }
portal -> model { sends: [question], returns: [summary] }
portal -> records { writes: [opened], controls: [tls] }
