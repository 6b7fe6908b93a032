// fires: adapter-injection@merge->hub
// draws: atlas:AML.T0010.003, owasp-ml-2023:ML07, owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.051, exchange:supplymodelpoison, saif:riskAdapterPEFTInjection
//   The merge step averages the house's model with one from the hub that scores well. The other
//   one was trained so that the average obeys a word which neither of the two obeys alone.

model "Merged models" { owner: "Model team", catalog: 2026.1 }

weights other "Model to merge" { class: public }
weights own "Own weights"
weights merged "Merged weights" { from: [other, own] }

model_hub hub "Public model hub"

boundary lab "Training platform" {
  trust: internal
  model_registry registry "Model registry" { stores: [own] }
  model_conversion merge "Merge" { uses_adapter: true }
  model_storage shelf "Merged models" { stores: [merged] }
}

merge -> hub "takes" { returns: [other], controls: [tls] }
merge -> registry { returns: [own] }
merge -> shelf { writes: [merged] }
