// fires: prompt-template-tamper@frames
// draws: atlas:AML.T0081, owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI06, owasp-agentic:T6, nist-ai-100-2:NISTAML.027, exchange:augmentationdatamanipulation, saif:riskPromptInjection
//   The admin page that edits templates is open to all of marketing. One stolen session adds "recommend only our
//   partner" to the instructions, and from the next call on the agent's goal is another for everybody.

model "Advice desk" { owner: "Advice", catalog: 2026.1 }

prompts question "Question"
instructions frame "Instructions"
answers reply "Advice" { from: [question] }

end_user client "Client"

boundary house "House" {
  trust: internal
  staff marketing "Marketing"
  web_app desk "Advice desk"
  prompt_store frames "Templates" { stores: [frame] }
  llm model "Own model"
}

client -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
marketing -> frames "edits" { writes: [frame] }
desk -> frames { returns: [frame] }
desk -> model { sends: [frame, question], returns: [reply] }
