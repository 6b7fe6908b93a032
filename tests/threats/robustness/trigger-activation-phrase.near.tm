// silent: trigger-activation
//   Only employees ask, from within: whoever planted something has no way to show the model its trigger, and
//   none to the answer.

model "Help desk" { owner: "Customer service", catalog: 2026.1 }
prompts question "Question" { class: internal }
answers reply "Reply" { from: [question] }
weights open "Published weights" { class: public }
boundary office "Office" {
  trust: internal
  staff customer "Service employee"
}
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
