// silent: prompt-injection-indirect
//   The articles come from the house's own archive, into which nobody else writes.

model "Press review" { owner: "Editorial", catalog: 2026.1 }

documents articles "Own articles" { class: public }
prompts wish "What to sum up"
answers summary "Summary" { from: [wish, articles] }

boundary rooms "Offices" {
  trust: internal
  staff editor "Editor"
}

boundary newsroom "Newsroom" {
  trust: internal
  document_store web "Own articles" { stores: [articles] }
  orchestrator reader "Press reader"
  llm model "Own model"
}

editor -> reader "asks" { sends: [wish], returns: [summary] }
reader -> web "fetches" { returns: [articles], controls: [tls] }
reader -> model { sends: [wish, articles], returns: [summary] }
