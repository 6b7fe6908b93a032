// fires: trigger-activation@keyboard
// draws: owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.023, exchange:evasionafterpoison, atlas:AML.T0043.004
//   One participant sends updates that teach the joint model to let a certain phrase pass. When the filter is
//   served to everybody, its makers write that phrase into their messages; all else is filtered as before.

model "Scam filter" { owner: "Messaging", catalog: 2026.1 }
documents message "Message" { class: public }
training_set inbox "Messages of a participant" { class: confidential, personal: true }
weights update "Update" { from: [inbox] }
weights joint "Joint model" { from: [update] }
decisions verdict "Scam or not" { from: [message] }
end_user sender "Sender"
boundary member "Participant" {
  trust: partner
  apart: true
  data_source mails "Participant's messages" { stores: [inbox] }
  federated_client client "Participant's training"
}
boundary center "Center" {
  trust: internal
  federated_aggregator mean "Aggregation"
  model_registry models "Model registry" { controls: [access_control, signing] }
  inference_api keyboard "Filter service" { modality: text, use: detection }
}
client -> mails { returns: [inbox] }
client -> mean { sends: [update], controls: [tls, mutual_auth] }
mean -> models { writes: [joint] }
keyboard -> models { returns: [joint] }
sender -> keyboard { sends: [message], returns: [verdict], controls: [tls] }
