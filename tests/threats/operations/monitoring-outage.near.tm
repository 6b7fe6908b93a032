// silent: monitoring-outage
//   Events go to a log that somebody reads once a month: there is no watch that could be put out.

model "Signature check" { owner: "Document services", catalog: 2026.1 }
readings picture "Picture" { class: confidential }
decisions verdict "Genuine or not" { from: [picture] }
logs events "Events" { availability: high }
partner notary "Notary"
boundary office "Document services" {
  trust: internal
  gateway door "Gateway" { controls: [auth] }
  inference_service check "Signature model" { modality: image }
  log_store watch "Event log"
}
notary -> door { sends: [picture], returns: [verdict], controls: [tls] }
door -> check { sends: [picture], returns: [verdict] }
check -> watch { writes: [events] }
