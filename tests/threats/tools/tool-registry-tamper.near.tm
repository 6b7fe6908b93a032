// silent: tool-registry-tamper
//   Only developers look into the catalog. The agent's tools are fixed in its code.

model "Tool catalog" { owner: "Platform", catalog: 2026.1 }

documents entries "Entries" { class: internal, integrity: high }
prompts task "Task"
tool_calls calls "Tool calls" { from: [task] }

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
developer -> catalog as lookup "reads" { returns: [entries] }
helper -> model "plans" { sends: [task], returns: [calls] }
helper -> pay "pays" { sends: [calls] }
