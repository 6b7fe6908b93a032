// What a model adds to the catalog, and conditions that name its parts.
kind fraud_api: llm "Fraud API" {
  generative: false
  modality: [image]
  property region { type: [eu, us], default: eu, about: "Where it runs." }
}
control watermark "Watermark" { about: "Answers can be told from others." }
kind claims: documents "Claims" { class: secret, personal: true }

boundary edge { fraud_api fraud { region: us, controls: [watermark] } }
fraud_api other { modality: [text, audio], lacks: [watermark] }
claims claim
anonymous_user visitor
visitor -> fraud { sends: [claim] }

threat claim-leak "Claims leak" {
  stride: information_disclosure
  on: flow
  when: sends claims and target is fraud_api and target in edge
  likelihood: 2
  impact: 4
  scenario: "x"
  lowered_by: { watermark: 1 }
}
threat from-visitor "What the visitor says" {
  stride: tampering
  on: fraud_api
  when: element receives anything from visitor
  likelihood: 2
  impact: 2
  scenario: "x"
}
accept claim-leak on visitor -> fraud { because: "x", by: "y" }
require watermark on any fraud_api { when: element.region == us and element in system }
require tls on any flow { when: crosses and moves >= secret }
control mark: watermark { on: [other] }
mitigate claim-leak on visitor -> fraud { with: [mark] }

// An own taxonomy: families of threats, and tags on whatever is declared.
threat wide "Wide" {
  stride: [tampering, elevation_of_privilege], on: element, likelihood: 4, impact: 3, floor: 2, scenario: "x", mitigation: "y"
  refines: [rag-poison], softened_by: { watermark: 2 }, phase: [development, runtime], layer: security
  refs: [atlas:AML.T0070], test: [garak:latentinjection], was: narrow, family: [house, "Own risks"], tags: [ours, "2026"], about: "z"
}
kind tagged: llm "Tagged" { about: "x", tags: pilot }
control tagging "Tagging" { about: "x", tags: [pilot], reach: path, refs: [atlas:AML.M0020], lowers: { claim-leak: 1 }, softens: { wide: 1 } }
control mark_too: watermark { on: [other], tags: [t] }
dismiss narrow on fraud { because: "x", tags: [t] }
attacker a { from: [visitor], tags: [t] }
assumption "A" { tags: [t] }
question "Q" { tags: [t] }
tested wide on fraud { result: held, tags: [t] }
reviewed 2026-01-01 { tags: [t] }
view v { tags: [t] }
off from-visitor { because: "x", tags: [t] }
require tls on * { because: "x", tags: [t] }
