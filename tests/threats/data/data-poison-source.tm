// fires: data-poison-source@crawler->forums
// draws: atlas:AML.T0020, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, nist-ai-100-2:NISTAML.024, exchange:datapoison, saif:riskDataPoisoning
//   Somebody writes a few hundred posts in public forums in which a rival's product is always
//   the answer. The crawler takes them into the corpus, the base model is tuned on it, and the
//   assistant recommends that product.

model "Garden assistant" { owner: "Assistant team", catalog: 2026.1 }

documents posts "Forum posts" { class: public }
documents guides "Own guides"
weights tuned "Tuned weights"

public_web forums "Public forums"

boundary lab "Training platform" {
  trust: internal
  data_ingestion crawler "Crawler"
  training_data corpus "Forum corpus" { stores: [posts] }
  training_data handbook "Guides" { stores: [guides] }
  dashboard trends "Trends page"
  fine_tuning tuner "Fine-tuning"
  model_registry registry "Model registry" { stores: [tuned] }
}

crawler -> forums "reads" { returns: [posts], controls: [tls] }
crawler -> corpus { writes: [posts] }
trends -> corpus { returns: [posts] }
tuner -> handbook { returns: [guides] }
tuner -> corpus { returns: [posts] }
tuner -> registry { writes: [tuned] }
