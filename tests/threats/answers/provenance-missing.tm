// fires: provenance-missing@writer->board
// draws: owasp-llm-2025:LLM09, owasp-llm-2026:LLM07, owasp-agentic:T15, cwe:223
//   The agent posts in the forum under the names of employees. Readers take its false promise for a person's word,
//   and a rival later passes a forged post off as "just the bot".

model "Forum voice" { owner: "Community", catalog: 2026.1 }

documents threads "Forum threads" { class: public }
answers post "Post" { from: [threads] }

public_web board "Public forum"

boundary company "Company" {
  trust: internal
  agent writer "Forum agent"
  llm model "Own model"
}

writer -> board as read "reads" { returns: [threads], controls: [tls] }
writer -> board "posts" { sends: [post], controls: [tls] }
writer -> model { sends: [threads], returns: [post] }
