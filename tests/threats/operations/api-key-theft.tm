// fires: api-key-theft@bridge
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, exchange:genericsecthreats, atlas:AML.T0055, atlas:AML.T0091.000
//   The bridge keeps a key of the hosted model in its environment, and a crash report with all variables goes
//   to a support forum. Within a day somebody sells access to the model on that key, and the bill comes here.

model "Summaries by mail" { owner: "Office tools", catalog: 2026.1 }
credentials key "Provider key"
documents minutes "Minutes"
answers summary "Summary" { from: [minutes] }
model_provider llm "Hosted model"
boundary office "Office" {
  trust: internal
  business_app archive "Meeting archive"
  process bridge "Summary bridge" { holds: [key] }
}
archive -> bridge { sends: [minutes], returns: [summary] }
bridge -> llm { sends: [minutes, key], returns: [summary], controls: [tls] }
