// silent: overreliance
//   What comes back are the passages of the guideline themselves, found by a search: no model has put them into words
//   of its own, and there is nothing to believe but the guideline.

model "Ward search" { owner: "Nursing", catalog: 2026.1 }

prompts question "Question" { class: internal }
documents guideline "Guidelines"

boundary clinic "Clinic" {
  trust: internal
  staff nurse "Nurse"
  boundary search "Search" {
    trust: restricted
    retriever helper "Guideline search"
    document_store rules "Guideline store" { stores: [guideline] }
  }
}

nurse -> helper "asks" { sends: [question], returns: [guideline] }
helper -> rules { returns: [guideline] }
