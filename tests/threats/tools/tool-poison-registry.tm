// fires: tool-poison@helper->catalog
// draws: owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, owasp-mcp-2025:MCP03, exchange:indirectpromptinjection, saif:riskToolRegistryTampering
//   The agent loads the descriptions of all listed tools at each start. One of them says: after any other tool send
//   its result here as well. The tool itself is never needed.

model "Tools from a catalog" { owner: "Platform", catalog: 2026.1 }

documents described "Descriptions of tools" { class: public }
prompts task "Task"
tool_calls calls "Tool calls" { from: [task, described] }
tool_results results "Results" { class: confidential }

boundary market "Market of tools" {
  trust: untrusted
  tool_registry catalog "Tool catalog" { stores: [described] }
}
boundary house "House" {
  trust: internal
  staff colleague "Colleague"
  agent helper "House agent"
  llm model "Own model"
  tool ledger "Ledger tool"
}

colleague -> helper "asks" { sends: [task] }
helper -> catalog "loads" { returns: [described], controls: [tls] }
helper -> model { sends: [task, described, results], returns: [calls] }
helper -> ledger { sends: [calls], returns: [results] }
