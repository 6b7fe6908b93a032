// silent: api-key-theft
//   The model is the company's own and known by its place in the network: there is no key that could get out.

model "Summaries by mail" { owner: "Office tools", catalog: 2026.1 }
documents minutes "Minutes"
answers summary "Summary" { from: [minutes] }
boundary center "Data center" {
  trust: internal
  llm llm "Own model"
}
boundary office "Office" {
  trust: internal
  business_app archive "Meeting archive"
  process bridge "Summary bridge"
}
archive -> bridge { sends: [minutes], returns: [summary] }
bridge -> llm { sends: [minutes], returns: [summary], controls: [tls] }
