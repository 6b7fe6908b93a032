// silent: tool-poison
//   The server was written by the travel office and runs in a network of its own. Nobody else writes its
//   descriptions.

model "Travel agent" { owner: "Travel office", catalog: 2026.1 }

prompts wish "Wish"
documents calendar "Calendar" { class: confidential, personal: true }
tool_calls calls "Tool calls" { from: [wish] }
tool_results forecast "Tools and forecast" { class: public }
answers reply "Proposal" { from: [wish, calendar, forecast] }

boundary market "Own servers" {
  trust: internal
  mcp_server weather "Weather server" { has_side_effects: false, third_party: false }
}
boundary office "Travel office" {
  trust: internal
  staff colleague "Colleague"
  document_store dates "Calendar" { stores: [calendar] }
  agent helper "Travel agent"
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> dates "looks up" { returns: [calendar] }
helper -> model "plans" { sends: [wish, calendar, forecast], returns: [calls, reply] }
helper -> weather "lists tools, asks" { sends: [calls], returns: [forecast], controls: [tls] }
