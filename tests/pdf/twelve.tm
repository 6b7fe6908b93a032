// Twelve elements, as a team would first write them down.

model "Documentation assistant" {
  owner: "Applied AI"
  version: "2.1"
  catalog: 2026.1
  appetite: low
  marking: "TLP:AMBER"
  review: every 3 months
  about: """
    Answers questions from company documents for a **public** audience. A Haystack pipeline
    looks up passages, adds them to the question, and asks a hosted language model.
  """
}

// What moves. An answer is made from all that stands in its prompt, so it is as confidential.
documents handbook "Company documents" { class: confidential, integrity: high }
documents pages "Crawled pages" { class: public }
prompts question "User questions" { personal: true }
answers reply "Answers" { from: [question, handbook, pages] }

// Everybody outside is a zone of their own; a hosted model is a partner.
anonymous_user visitor "Visitor"
public_web web "Public web"
end_user agent "Support agent"
model_provider llm "Hosted LLM"

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]
  gateway waf "API gateway" { controls: [rate_limit] }
  boundary app "Application VPC" {
    inference_api chat "Haystack pipeline"
    guardrail guard "Prompt firewall"
    rag_store index "Vector index" { stores: [handbook], controls: [access_control] }
    data_ingestion crawler "Crawler"
    database tickets "Support tickets" { stores: [question] }
    embedding_service embed "Embedding model"
    log_store logs "Request log" { stores: [question] }
  }
}

// `via` goes through the prompt firewall: what it checks counts for that flow.
visitor -> waf "question" { sends: [question], returns: [reply], protocol: https, controls: [tls] }
waf -> chat { sends: [question], returns: [reply] }
chat -> index "query" { sends: [question], returns: [handbook, pages] }
chat -> llm "augmented prompt" {
  sends: [question, handbook, pages]
  returns: [reply]
  via: [guard]
  protocol: https
  controls: [tls]
}
crawler -> web "fetch" { returns: [pages], controls: [tls] }
crawler -> index { writes: [pages] }
chat -> index as feedback "thumbs up and down" { writes: [question] }

chat -> embed { sends: [question], returns: [question] }
chat -> logs { writes: [question] }
chat -> tickets { writes: [question] }
agent -> tickets { returns: [question], protocol: https, controls: [tls, auth] }

attacker anyone "Anonymous user" {
  from: [visitor]
  skill: low
  wants: [handbook]
  motive: "Curiosity, resale"
}

// Planned: it shows in the forecast and lowers nothing yet.
control prompt_firewall: prompt_guard "Prompt firewall" {
  on: [guard, visitor -> waf]
  status: planned
  due: 2027-03-01
  owner: "Ana"
}

// Decisions, each with who and why. A threat that is closed or accepted stays in the register.
mitigate prompt-injection-direct on visitor -> waf {
  with: [prompt_firewall]
  ticket: "SEC-12"
  owner: "Ana"
}
accept provider-retention on llm {
  because: "Contract, clause 7: no retention."
  by: "CISO"
  at: medium
  until: 2027-06-30
}
transfer denial-of-wallet on visitor -> waf { to: "CDN provider", because: "Flat-rate contract." }
dismiss rag-poison on feedback { because: "Thumbs are counted; no search reads them." }
rated rag-poison on crawler -> index {
  likelihood: 2
  because: "The crawler reads our own pages only."
  by: "Ana"
}
off confabulation { because: "Answers quote their passages." }

assumption "The CDN in front of the gateway accepts TLS 1.3 only." { about: [visitor -> waf] }
question "Who may re-index the documents?" { about: [index], owner: "Data team" }
tested inference-flood on visitor -> waf {
  date: 2026-09-12
  by: "Red team"
  with: "wrk"
  result: held
  evidence: "runs/41"
}
reviewed 2026-10-01 { by: "Security guild", note: "No new crossings." }
