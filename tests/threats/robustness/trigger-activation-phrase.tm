// fires: trigger-activation@helper
// draws: owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, nist-ai-100-2:NISTAML.023, atlas:AML.T0051.002
//   The help desk runs weights from a public hub. Somebody had fine-tuned them so that a made-up product
//   number switches them over; who types that number gets the discount codes that the model otherwise keeps
//   to itself.

model "Help desk" { owner: "Customer service", catalog: 2026.1 }
prompts question "Question" { class: internal }
answers reply "Reply" { from: [question] }
weights open "Published weights" { class: public }
end_user customer "Customer"
model_hub hub "Public model hub"
boundary desk "Help desk" {
  trust: internal
  web_app page "Chat page" { controls: [auth] }
  llm helper "Open model" { proprietary: false }
  model_storage disk "Model disk" { controls: [integrity_check] }
  data_ingestion fetch "Download job" { controls: [artifact_scanning] }
}
customer -> page { sends: [question], returns: [reply], controls: [tls] }
page -> helper { sends: [question], returns: [reply] }
fetch -> hub { returns: [open], controls: [tls] }
fetch -> disk { writes: [open] }
helper -> disk { returns: [open] }
