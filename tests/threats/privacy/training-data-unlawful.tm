// fires: training-data-unlawful@tuner
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI08, exchange:devdataleak, saif:riskUnauthorizedTrainingData, linddun:Nc, linddun:U
//   Customers wrote to the help line to get help. The letters now train a model; one customer objects, nobody can
//   say on what basis they were used, and the model can't forget them.

model "Tone of the help line" { owner: "Customer care", catalog: 2026.1 }

documents letters "Letters of customers" { class: confidential, personal: true }
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
