// fires: overreliance@nurse->helper
// draws: owasp-llm-2025:LLM09, owasp-llm-2026:LLM07, owasp-agentic:ASI09, owasp-agentic:T15, plot4ai:P4AI-5.04
//   At the end of a night shift the summary reads well and names a dose. The nurse has seen it be right a hundred times
//   and takes it over; the guideline says another.

model "Ward assistant" { owner: "Nursing", catalog: 2026.1, eu_ai_act: high }

prompts question "Question" { class: internal }
documents guideline "Guidelines"
answers summary "Summary" { from: [question, guideline] }

boundary clinic "Clinic" {
  trust: internal
  staff nurse "Nurse"
  boundary assistant "Assistant" {
    trust: restricted
    llm helper "Ward assistant" { use: decision_support }
    document_store rules "Guideline store" { stores: [guideline] }
  }
}

nurse -> helper "asks" { sends: [question], returns: [summary] }
helper -> rules { returns: [guideline] }
