// Nothing calls the forgotten store, and the tool calls nobody.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  database forgotten
  mcp_server tool
}
visitor -> shop { sends: [question] }
