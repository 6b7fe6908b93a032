// fires: tool-poison@helper->weather
// draws: owasp-mcp-2025:MCP03, owasp-agentic:ASI04, owasp-agentic:T17, atlas:AML.T0110, saif:riskToolSourceProvenance
//   The server is a community package that was installed beside the agent. A new release describes its tool with an
//   order in it, and the agent reads descriptions with every request.

model "Travel agent" { owner: "Travel office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results forecast "Tools and forecast" { class: public }
answers reply "Proposal" { from: [wish, forecast] }

boundary office "Travel office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Travel agent"
  mcp_server weather "Weather server" { has_side_effects: false }
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
