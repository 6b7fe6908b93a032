// silent: mcp-weak-authz
//   The server only calculates. It has no rights that a caller could borrow.

model "File server" { owner: "Legal", catalog: 2026.1 }

tool_calls calls "Tool calls"
tool_results texts "Sums" { class: internal }

boundary house "House" {
  trust: internal
  agent helper "Legal assistant"
  agent other "Travel assistant"
  mcp_server files "Calculator" { has_side_effects: false }
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

helper -> files "adds up" { sends: [calls], returns: [texts] }
helper -> model { sends: [texts], returns: [calls] }
other -> files "can reach it, too" { sends: [calls], returns: [texts] }
