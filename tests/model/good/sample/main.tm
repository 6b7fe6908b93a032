import "platform.tm"                       // relative; what it declares is visible here
import "vendors.tm" as vendor              // or behind a name: vendor.llm

model "Documentation assistant" {
  owner: "Applied AI"
  version: "2.1"
  catalog: 2026.1                          // the edition of the built-in catalog
  appetite: low                            // residual severity that nobody has to sign for
  marking: "TLP:AMBER"                     // stands on every page and picture
  review: every 3 months
  about: """
    Answers questions from company documents for a **public** audience. (Markdown.)
  """
}

documents handbook "Company documents" { class: confidential, integrity: high }
documents pages    "Crawled pages"     { class: public }
prompts   question "User questions"    { personal: true }
answers   reply    "Answers"           { from: [question, handbook, pages] }

anonymous_user visitor "Visitor"           // outside every boundary: a zone of its own
public_web     web     "Public web"
model_provider llm     "Hosted LLM"        // brings its own trust (partner) from the catalog

boundary cloud "Cloud account" {
  trust: internal                          // untrusted < partner < internal < restricted
  controls: [audit_log]
  gateway waf "API gateway" { controls: [auth, rate_limit] }
  boundary app "Application VPC" {
    inference_api chat "Haystack pipeline"
    guardrail guard "Prompt firewall"
    rag_store index "Vector index" { stores: [handbook] }   // written to: stored as well
    data_ingestion crawler "Crawler"
  }
}

visitor -> waf "question" { sends: [question], returns: [reply], protocol: https, controls: [tls] }
waf     -> chat           { sends: [question], returns: [reply] }
chat    -> index "query"  { sends: [question], returns: [handbook, pages] }
chat    -> llm "augmented prompt" { sends: [question, handbook, pages], returns: [reply], via: [guard] }
crawler -> web "fetch"    { returns: [pages] }
crawler -> index          { writes: [pages] }
chat    -> index as feedback "thumbs up and down" { writes: [question] }

attacker anyone "Anonymous user" { from: [visitor], skill: low, wants: [handbook], motive: "Curiosity, resale" }

control prompt_firewall: prompt_guard "Prompt firewall" {   // a control of this system, of a kind in the vocabulary
  on: [guard, visitor -> waf]
  status: planned                                    // planned | implemented | verified (with evidence)
  due: 2027-03-01
}

mitigate prompt-injection-direct on visitor -> waf { with: [prompt_firewall], ticket: "SEC-12", owner: "Ana" }
accept   provider-retention on llm { because: "Contract, clause 7: no retention.", by: "CISO", at: medium, until: 2027-06-30 }
transfer denial-of-wallet on visitor -> waf { to: "CDN provider", because: "Flat-rate contract." }
dismiss  model-extraction on llm   { because: "The weights are the vendor's." }
rated    rag-poison on crawler -> index { likelihood: 2, because: "Own pages only.", by: "Ana" }
require  auth on any gateway       { because: "Policy 7." }          // a rule of the house: broken, it fails the gate
off      confabulation             { because: "Answers quote their passages." }   // a rule of the catalog, switched off

threat style-leak "House style leaks through completions" {     // a rule of this model alone
  stride: information_disclosure
  on: inference_api
  likelihood: 2
  impact: 2
  lowered_by: { output_filtering: 2 }
  scenario: "A competitor samples completions to learn unreleased product names."
  mitigation: "Filter unreleased names from completions."
}

assumption "The CDN terminates TLS 1.3 only." { about: [visitor -> waf] }
question   "Who may re-index the documents?"  { about: [index], owner: "Data team" }
tested     inference-flood on visitor -> waf { date: 2026-09-12, by: "Red team", with: "wrk", result: held, evidence: "runs/41" }
reviewed   2026-10-01 { by: "Security guild", note: "No new crossings." }

view retrieval "Retrieval path" { focus: [index], depth: 1, direction: right }
