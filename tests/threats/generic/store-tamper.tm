// fires: store-tamper@facts_table
// draws: owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, exchange:augmentationdatamanipulation, owasp-dsgai-2026:DSGAI05
//   Suppliers may write lines on their own products into the table that the assistant looks things up in. One
//   finds that it takes any key and rewrites the lines of a rival; from then on the assistant says that the
//   rival's products were recalled.

model "Product assistant" { owner: "Customer service", catalog: 2026.1 }
documents facts "Product facts" { class: public }
prompts question "Question" { class: internal }
answers reply "Reply" { class: public, from: [facts, question] }
partner supplier "Supplier"
end_user customer "Customer"
boundary service "Customer service" {
  trust: internal
  process intake "Supplier intake" { controls: [auth] }
  database facts_table "Product table" { stores: [facts] }
  web_app page "Assistant" { controls: [auth] }
  llm model "Own model" { proprietary: false }
}
supplier -> intake { sends: [facts], controls: [tls, mutual_auth] }
intake -> facts_table { writes: [facts] }
customer -> page { sends: [question], returns: [reply], controls: [tls] }
page -> facts_table { returns: [facts] }
page -> model { sends: [question, facts], returns: [reply] }
