// fires: embedding-inversion@vectors
// draws: atlas:AML.T0024.001, owasp-llm-2025:LLM08, owasp-llm-2025:LLM02, owasp-llm-2026:LLM09, owasp-ml-2023:ML03, nist-ai-100-2:NISTAML.032, exchange:augmentationdataleak, saif:riskInferredSensitiveData
//   A backup of the vectors, thought harmless, lies in an open bucket. Somebody runs an inversion model over it and
//   reads the diagnoses.

model "Like cases" { owner: "Clinic", catalog: 2026.1 }

documents letters "Doctors' letters" { class: confidential, personal: true }
embeddings fingerprints "Letter vectors" { from: [letters] }
embeddings sought "Vector of the case" { from: [letters] }
decisions like "Numbers of like cases" { from: [letters] }

boundary rooms "Offices" {
  trust: internal
  staff doctor "Doctor"
}

boundary clinic "Clinic" {
  trust: internal
  web_app desk "Case desk"
  embedding_service encoder "Encoder"
  vector_store vectors "Vectors" { stores: [fingerprints] }
}

doctor -> desk "asks" { sends: [letters], returns: [like] }
desk -> encoder { sends: [letters], returns: [sought] }
desk -> vectors { sends: [sought], returns: [like] }
encoder -> vectors { writes: [fingerprints] }
