// silent: user-spoof
//   The doctor sits at a terminal of the ward, in the zone of the portal: nobody gets there with a password
//   alone.

model "Ward assistant" { owner: "Clinic", catalog: 2026.1 }
prompts question "Question" { class: confidential, personal: true }
answers summary "Summary of the patient" { class: confidential, personal: true }
logs opened "Opened files"
boundary ward "Ward" {
  trust: internal
  staff doctor "Doctor on call"
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
