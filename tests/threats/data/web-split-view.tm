// fires: web-split-view@loader->list
// draws: atlas:AML.T0010.002, atlas:AML.T0020, atlas:AML.T0008.002, owasp-llm-2025:LLM03, owasp-llm-2025:LLM04, owasp-llm-2026:LLM04, owasp-llm-2026:LLM05, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   The list of addresses was checked a year ago. Since then some of its domains have run out;
//   somebody buys a dozen for a few euros and puts other texts there. The loader downloads them
//   under the old list's good name, and the model is tuned on them.

model "Legal summarizer" { owner: "Text team", catalog: 2026.1 }

documents pages "Pages of the list" { class: public }
weights tuned "Tuned weights"

public_web list "Published list of pages" { by_reference: true }

boundary lab "Training platform" {
  trust: internal
  data_ingestion loader "Loader"
  training_data corpus "Corpus" { stores: [pages] }
  fine_tuning tuner "Fine-tuning"
  llm model_server "Summarizer" { holds: [tuned] }
}

loader -> list "downloads" { returns: [pages], controls: [tls] }
loader -> corpus { writes: [pages] }
tuner -> corpus { returns: [pages] }
tuner -> model_server "rolls out" { sends: [tuned], one_way: true }
