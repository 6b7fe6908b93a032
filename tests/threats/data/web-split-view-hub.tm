// fires: web-split-view@loader->hub
// draws: atlas:AML.T0010.002, atlas:AML.T0008.002, owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   The hub's dataset is a table of picture addresses with captions. Somebody buys some of the
//   domains in it that have run out and serves other pictures; the loader pairs them with the
//   old captions.

model "Captions" { owner: "Vision team", catalog: 2026.1 }

readings pictures "Pictures of the list" { class: public }
weights captioner "Caption weights"

model_hub hub "Public model hub" { by_reference: true }

boundary lab "Training platform" {
  trust: internal
  data_ingestion loader "Loader"
  training_data set "Set" { stores: [pictures] }
  training trainer "Training job"
  llm writer "Caption writer" { modality: image, holds: [captioner] }
}

loader -> hub "downloads" { returns: [pictures], controls: [tls] }
loader -> set { writes: [pictures] }
trainer -> set { returns: [pictures] }
trainer -> writer "rolls out" { sends: [captioner], one_way: true }
