// silent: tool-poison
//   The server stands at the same place, but the office wrote it and nobody else can change it.

model "Travel agent" { owner: "Travel office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results forecast "Tools and forecast" { class: public }
answers reply "Proposal" { from: [wish, forecast] }

boundary office "Travel office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Travel agent"
  mcp_server weather "Weather server" { has_side_effects: false, third_party: false }
  llm planner "Own model"
}
boundary machines "Weather station" {
  trust: internal
  business_app station "Weather station"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> planner "plans" { sends: [wish, forecast], returns: [calls, reply] }
helper -> weather "lists tools, asks" { sends: [calls], returns: [forecast] }
weather -> station "reads" { returns: [forecast] }
