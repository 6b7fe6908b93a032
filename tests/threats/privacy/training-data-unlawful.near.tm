// silent: training-data-unlawful
//   The texts were written by the house for this purpose and say nothing of anybody.

model "Tone of the help line" { owner: "Customer care", catalog: 2026.1 }

documents letters "Texts of our own writers" { class: confidential, personal: false }
weights model "Tuned model" { from: [letters] }

boundary care "Customer care" {
  trust: internal
  ticket_system desk "Help line" { stores: [letters] }
}

boundary lab "Model lab" {
  trust: internal
  data_ingestion export "Export"
  training_data set "Prepared letters"
  fine_tuning tuner "Fine-tuning"
  model_registry models "Models"
}

export -> desk { returns: [letters] }
export -> set { writes: [letters] }
tuner -> set { returns: [letters] }
tuner -> models { writes: [model] }
