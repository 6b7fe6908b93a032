// fires: runaway-agent@editor
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, owasp-agentic:T4, owasp-agentic:ASI08, exchange:airesourceexhaustion, saif:riskRunawayAgentToolLoops
//   The editor sends the text back to the author until it finds nothing to change, and the author changes something
//   each time. They are still at it in the morning, at the price of a month.

model "Author and editor" { owner: "Press office", catalog: 2026.1 }

prompts task "Task"
answers draft "Draft" { from: [task] }

model_provider llm "Hosted model"

boundary office "Press office" {
  trust: internal
  staff officer "Press officer"
  agent editor "Editor"
  agent author "Author"
}

officer -> editor "asks" { sends: [task], returns: [draft] }
editor -> author "has it written again" { sends: [task, draft], returns: [draft] }
editor -> llm { sends: [task, draft], returns: [draft], controls: [tls] }
author -> llm { sends: [task, draft], returns: [draft], controls: [tls] }
