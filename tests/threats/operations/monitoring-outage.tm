// fires: monitoring-outage@watch
// draws: exchange:airesourceexhaustion, atlas:AML.T0029
//   A caller sends malformed pictures by the thousand, each of which makes the model write a long error
//   event. The monitor's disk is full within the hour; it stops without a word, and the attack that follows
//   is seen by nobody.

model "Signature check" { owner: "Document services", catalog: 2026.1 }
readings picture "Picture" { class: confidential }
decisions verdict "Genuine or not" { from: [picture] }
logs events "Events" { availability: high }
partner notary "Notary"
boundary office "Document services" {
  trust: internal
  gateway door "Gateway" { controls: [auth] }
  inference_service check "Signature model" { modality: image }
  monitoring watch "Monitoring"
}
notary -> door { sends: [picture], returns: [verdict], controls: [tls] }
door -> check { sends: [picture], returns: [verdict] }
check -> watch { sends: [events] }
