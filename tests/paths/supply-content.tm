// A training set is made of pages that strangers write: the chain begins with them, and not with the job that collects
// them. What is made of the house's own documents begins where it is made; what checks the set checks the pages too.
model "Collected" {}
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
crawler -> web { returns: [pages] }
crawler -> set { writes: [corpus] }
writer -> shelf { returns: [manuals] }
writer -> set { writes: [own] }
tuning -> set { returns: [corpus, own] }
serving -> tuning { returns: [tuned] }
