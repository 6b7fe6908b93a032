// The same with a record of where each page came from, checked before use.
model "Collected with care" {}
documents pages "Pages"
documents manuals "Manuals"
training_set corpus "Corpus" { from: [pages] }
training_set own "Own examples" { from: [manuals] }
weights tuned "Tuned model" { from: [corpus, own] }
public_web web "Web"
boundary lab "Lab" {
  trust: internal
  job crawler "Crawler"
  job writer "Writer"
  database shelf "Manuals" { stores: [manuals] }
  database set "Training data"
  job tuning "Tuning"
}
boundary production "Production" {
  trust: restricted
  llm serving "Serving"
}
crawler -> web { returns: [pages], controls: [provenance] }
crawler -> set { writes: [corpus] }
writer -> shelf { returns: [manuals] }
writer -> set { writes: [own] }
tuning -> set { returns: [corpus, own] }
serving -> tuning { returns: [tuned] }
