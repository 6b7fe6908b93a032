// silent: input-leak-provider
//   The model runs in the firm; the draft does not leave it.

model "Clause check" { owner: "Legal", catalog: 2026.1 }

documents draft "Draft contract" { class: confidential }
answers notes "Notes" { from: [draft] }

boundary rooms "Offices" {
  trust: internal
  staff lawyer "Lawyer"
}

boundary firm "Law firm" {
  trust: internal
  web_app desk "Clause desk"
  llm llm "Own model"
}

lawyer -> desk "pastes" { sends: [draft], returns: [notes] }
desk -> llm { sends: [draft], returns: [notes], controls: [tls] }
