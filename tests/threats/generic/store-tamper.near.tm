// silent: store-tamper
//   Only the shop's own buyers write to the table: nobody less trusted has a way in that could be widened.

model "Product assistant" { owner: "Customer service", catalog: 2026.1 }
documents facts "Product facts" { class: public }
prompts question "Question" { class: internal }
answers reply "Reply" { class: public, from: [facts, question] }
boundary goods "Goods" {
  trust: internal
  staff supplier "Buyer"
}
end_user customer "Customer"
boundary service "Customer service" {
  trust: internal
  process intake "Buyers' form" { controls: [auth] }
  database facts_table "Product table" { stores: [facts] }
  web_app page "Assistant" { controls: [auth] }
  llm model "Own model" { proprietary: false }
}
supplier -> intake { sends: [facts], controls: [tls, mutual_auth] }
intake -> facts_table { writes: [facts] }
customer -> page { sends: [question], returns: [reply], controls: [tls] }
page -> facts_table { returns: [facts] }
page -> model { sends: [question, facts], returns: [reply] }
