// silent: data-poison-source
//   The same upload by the same way, but the clips are drawn by the manufacturer's own simulator: nobody outside
//   chooses what is in them.

model "Sign reader" { owner: "Perception team", catalog: 2026.1 }

recordings clips "Clips of odd scenes"
weights reader "Reader weights" { from: [clips] }

boundary studio "Simulation" {
  trust: internal
  gateway unit "Upload"
  business_app simulator "Simulator"
}
boundary cloud "Manufacturer's cloud" {
  trust: internal
  training_data collected "Collected clips"
  training trainer "Training job"
  model_registry registry "Model registry"
}

unit -> simulator "collects" { returns: [clips] }
unit -> collected "uploads" { writes: [clips], controls: [tls, mutual_auth] }
trainer -> collected { returns: [clips] }
trainer -> registry { writes: [reader] }
