// silent: mcp-server-spoof
//   The server is a program beside the agent, started by it. No name and no address lead to another.

model "Customer agent" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
tool_calls calls "Tool calls" { from: [question] }
tool_results results "Customer data" { class: confidential, personal: true }
answers reply "Answer" { from: [question, results] }

boundary company "Company" {
  trust: internal
  staff seller "Seller"
  agent helper "Customer agent"
  mcp_server crm "Customer server"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

seller -> helper "asks" { sends: [question], returns: [reply] }
helper -> model "plans" { sends: [question, results], returns: [calls, reply] }
helper -> crm "looks up" { sends: [calls], returns: [results] }
