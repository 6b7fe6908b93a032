// fires: system-prompt-leak@visitor->page
// draws: atlas:AML.T0056, atlas:AML.T0069.002, owasp-llm-2025:LLM07, owasp-llm-2026:LLM08, nist-ai-100-2:NISTAML.035, exchange:disclosureinoutput, saif:riskSensitiveDataDisclosure
//   A visitor asks the assistant to repeat everything above the first question as a poem. Out come the instructions
//   from the prompt store, with the discount that it may give to who insists.

model "Booking assistant" { owner: "Booking", catalog: 2026.1 }

prompts question "Question"
instructions frame "Instructions"
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted model"

boundary booking "Booking site" {
  trust: internal
  web_app page "Assistant"
  prompt_store frames "Instructions" { stores: [frame] }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> frames { returns: [frame] }
page -> llm { sends: [frame, question], returns: [reply], controls: [tls] }
