// silent: agent-action-repudiation
//   The agent only drafts; the colleague makes the change, under a name of the colleague's own.

model "Address agent" { owner: "Customer service", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results results "Tool results" { class: internal }
documents records "Customer records" { class: confidential, personal: true, integrity: high }
answers reply "Answer" { from: [wish] }

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Address agent"
  llm model "Own model"
  mcp_server changes "Record server"
}
boundary core "Core systems" {
  trust: restricted
  database crm "Customer database" { stores: [records] }
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> model "drafts" { sends: [wish], returns: [reply] }
colleague -> changes "changes" { sends: [calls], returns: [results] }
changes -> crm { writes: [records], controls: [tls] }
