kind nothing "Under nothing" { about: "x" }
kind fraud_api: inference_apy { icon: "shield", laier: security }
kind gateway: process "Taken" {}
kind twice: process
kind twice: store
kind ring_a: ring_b
kind ring_b: ring_c
kind ring_c: ring_a
kind self_made: self_made
kind under_ring: ring_a { class: secret }
kind mixed: store, documents
kind data_like: documents { trust: internal, about: 3, about: "y" }
kind program: process { personal: true, generative: true, sealed: maybe, colour: red }
kind llm2: llm { generative: perhaps, modality: [text, smell], deployed: clout, pay_per_use: 1, likelihood: 3 }
kind flow: process
kind nested: process {
  kind inner: process
  property a { type: bul }
  property b { type: [x, y, x] }
  property c { type: number, many: true, default: "1" }
  property d { default: 1 }
  property trust { type: bool }
  property e { type: bool, on: llm }
  property generative { type: number }
  requires: auth
}
property f { type: bool }
property g { type: bool, on: [llmm, flow] }
kind "No name" { about: "x" }
kind half: inference_api { only_if: modality }
kind none: inference_api { only_if: nowhere }
kind set: documents { only_if: generative }
kind shop: crm
