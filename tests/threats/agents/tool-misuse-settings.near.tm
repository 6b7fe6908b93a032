// silent: tool-misuse
//   What the agent writes are the rules that it starts with. Whoever gets it to change them keeps hold of it, which is
//   agent-config-tamper; there is no call with wrong arguments.

model "Repository agent" { owner: "Tools", catalog: 2026.1 }

documents pages "Pages"
prompts plan "Plan" { from: [pages] }
answers note "Note" { from: [pages] }
instructions rules "Rules of the agent"

public_web web "Web"

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  agent helper "Research agent"
  llm planner "Own model"
  config_store settings "Settings" { stores: [rules] }
}

helper -> web "reads" { returns: [pages], controls: [tls] }
helper -> planner { sends: [plan], returns: [note] }
helper -> settings { returns: [rules], writes: [rules] }
developer -> helper "reads" { returns: [note] }
