// fires: sponge-input@writer
// draws: nist-ai-100-2:NISTAML.014, nist-ai-100-2:NISTAML.017, owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, owasp-agentic:T4, exchange:airesourceexhaustion, atlas:AML.T0034.001
//   Somebody puts a page on the web with a puzzle that has no end in it. The news desk's assistant fetches it
//   for a question of an editor, its reasoning model thinks until the limit, and the queue behind it grows.
//   No caller did anything wrong.

model "News desk assistant" { owner: "News desk", catalog: 2026.1 }
prompts question "Question" { class: internal }
documents pages "Web pages" { class: public }
answers summary "Summary" { availability: high, from: [question, pages] }
public_web web "Public web"
boundary office "Office" {
  trust: internal
  staff reader "Editor"
}
boundary center "Data center" {
  trust: internal
  orchestrator assistant "Assistant" { controls: [auth] }
  llm writer "Own reasoning model"
}
reader -> assistant { sends: [question], returns: [summary], controls: [tls] }
assistant -> web { returns: [pages], controls: [tls] }
assistant -> writer { sends: [question, pages], returns: [summary], controls: [tls] }
