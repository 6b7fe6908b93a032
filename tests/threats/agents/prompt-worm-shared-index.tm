// fires: prompt-worm@helper
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI08, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskPromptInjection
//   A letter tells the agent to repeat the letter's last lines in its summary. The summary goes into the index,
//   comes up for other letters, and is in their summaries, too.

model "Summaries" { owner: "Registry", catalog: 2026.1 }

documents letters "Letters" { class: internal }
documents summaries "Summaries" { from: [letters] }
answers drafts "Drafts" { from: [letters, summaries] }

end_user citizen "Citizen"

boundary town "Town hall" {
  trust: internal
  web_app box "Letter box"
  agent helper "Filing agent"
  llm model "Own model"
  rag_store index "Index of summaries" { stores: [summaries] }
}

citizen -> box "writes" { sends: [letters], controls: [tls] }
box -> helper { sends: [letters] }
helper -> model { sends: [letters, summaries], returns: [drafts] }
helper -> index "files" { writes: [summaries], returns: [summaries] }
