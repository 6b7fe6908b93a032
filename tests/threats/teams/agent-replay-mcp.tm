// fires: agent-replay@helper->stock
// draws: owasp-llm-2026:LLM03, saif:riskMCPTransportHijacking
//   The agent talks to the server of the warehouse over plain HTTP. A machine in the same network sees an order to
//   ship go by and sends it again with another session's number.

model "Shipping agent" { owner: "Warehouse", catalog: 2026.1 }

prompts wish "Wish"
orders ship "Shipment" { from: [wish] }
tool_results done "Receipt"

boundary office "Office" {
  trust: internal
  staff clerk "Clerk"
  agent helper "Shipping agent"
  llm model "Own model"
}
boundary hall "Warehouse" {
  trust: partner
  mcp_server stock "Warehouse server"
}

clerk -> helper "asks" { sends: [wish] }
helper -> model { sends: [wish, done], returns: [ship] }
helper -> stock "has it shipped" { sends: [ship], returns: [done], protocol: http }
