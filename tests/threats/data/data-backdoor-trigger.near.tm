// silent: data-backdoor-trigger
//   Bought pictures are labeled and kept for comparison, but training reads own test drives
//   only: nobody outside can place a mark in them.

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
trainer -> registry { writes: [reader] }
