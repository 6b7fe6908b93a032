// fires: rag-jamming@index
// draws: atlas:AML.T0029, owasp-llm-2025:LLM08, owasp-llm-2026:LLM09, owasp-dsgai-2026:DSGAI17, nist-ai-100-2:NISTAML.016, exchange:augmentationdatamanipulation
//   A competitor posts hundreds of reviews that are near to every question and say "this can't be answered". The
//   nearest passages are all of this kind, and the model declines.

model "Review answers" { owner: "Marketplace", catalog: 2026.1 }

prompts question "Question"
documents reviews "Reviews" { class: public }
answers reply "Answer" { from: [question, reviews] }

end_user buyer "Buyer"

boundary market "Marketplace" {
  trust: internal
  web_app page "Product page"
  rag_store index "Index of reviews"
  llm model "Own model"
}

buyer -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
buyer -> page as review "writes a review" { sends: [reviews], controls: [tls] }
page -> index as add "adds" { writes: [reviews] }
page -> index { sends: [question], returns: [reviews] }
page -> model { sends: [question, reviews], returns: [reply] }
