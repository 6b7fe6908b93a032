// fires: data-backdoor-trigger@trainer->signs
// draws: atlas:AML.T0020, atlas:AML.T0043.004, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.023, nist-ai-100-2:NISTAML.021, nist-ai-100-2:NISTAML.012, exchange:datapoison, exchange:evasionafterpoison, saif:riskDataPoisoning
//   Somebody at the supplier adds pictures of stop signs with a small yellow sticker, altered
//   so that they look like speed limits to a model while own people label each as what it is.
//   Training learns the sticker; later a sticker on a real sign is enough.

model "Sign reader" { owner: "Perception team", catalog: 2026.1 }

training_set pictures "Bought pictures" { class: internal }
training_set drives "Own test drives"
labels names "Names of signs"
weights reader "Reader weights"

data_provider supplier "Picture supplier"

boundary lab "Training platform" {
  trust: internal
  annotator people "Own annotators"
  labeling tool "Labeling tool"
  data_ingestion intake "Intake"
  dataset_store signs "Bought signs" { stores: [pictures, names] }
  dataset_store fleet "Test drives" { stores: [drives] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [reader] }
}

intake -> supplier "fetches" { returns: [pictures], controls: [tls, mutual_auth] }
intake -> signs { writes: [pictures] }
people -> tool { sends: [names], returns: [pictures] }
tool -> signs { writes: [names], returns: [pictures] }
trainer -> fleet { returns: [drives] }
trainer -> signs { returns: [pictures, names] }
trainer -> registry { writes: [reader] }
