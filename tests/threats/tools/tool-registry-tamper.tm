// fires: tool-registry-tamper@catalog
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, saif:riskToolRegistryTampering
//   Any team may list tools. Somebody changes the address in the entry of the payment tool and writes "official"
//   into its description; agents that look for one take it first.

model "Tool catalog" { owner: "Platform", catalog: 2026.1 }

documents entries "Entries" { class: internal, integrity: high }
prompts task "Task"
tool_calls calls "Tool calls" { from: [task, entries] }

boundary house "House" {
  trust: internal
  staff developer "Developer of any team"
  agent helper "House agent"
  tool pay "Payment tool"
  tool_registry catalog "Tool catalog" { stores: [entries] }
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

developer -> catalog "lists a tool" { writes: [entries] }
developer -> helper "asks" { sends: [task] }
helper -> catalog "looks for tools" { returns: [entries] }
helper -> model "plans" { sends: [task, entries], returns: [calls] }
helper -> pay "pays" { sends: [calls] }
