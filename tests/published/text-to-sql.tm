// An assistant that turns questions into SQL over a company's data warehouse, for its analysts.
//
// The shape follows what companies have told about theirs: questions are matched against an index
// of table descriptions and of earlier queries that somebody found right; a hosted model writes the
// SQL; it is checked, run, and put into words and a chart.
//
// Sources:
// - Uber, "QueryGPT: Natural Language to SQL Using Generative AI", 2024; Pinterest, "How we built
//   Text-to-SQL at Pinterest", 2024: the parts and the way of a question.
// - Pedro et al., "From Prompt Injections to SQL Injection Attacks", arXiv:2308.01990: questions and
//   rows that make a model write queries of the attacker's.
// - CVE-2024-5565 (Vanna: code for charts runs on the server), CVE-2024-23751 (LlamaIndex) and
//   CVE-2023-36189 (LangChain): generated SQL that was run as it came.
// - Lin et al., "ToxicSQL", arXiv:2503.05445: a text-to-SQL model with a backdoor.
// - OWASP GenAI Data Security 2026, DSGAI12: unsafe natural-language data gateways.

model "Warehouse assistant" {
  owner: "Data Platform"
  version: "1.4"
  catalog: 2026.1
  appetite: low
  about: """
    Analysts ask in their own words; the assistant writes the SQL, runs it on the warehouse and
    answers with a sentence, a table and a chart. One account reads **all** schemas for everybody.
  """
}

prompts      question "Question"              { class: internal }
documents    schema   "Table descriptions"    { class: internal }
code         examples "Approved queries"      { class: internal }
instructions frame    "SQL prompt"
documents    sales    "Sales"                 { class: confidential, integrity: high }
documents    clients  "Customer records"      { class: confidential, personal: true }
documents    payroll  "Payroll"               { class: secret, personal: true }
documents    reviews  "Product reviews"       { class: public }          // free text that shoppers wrote
credentials  account  "Warehouse account"
code         sql      "Generated SQL"         { from: [question, schema, examples] }
tool_results rows     "Result rows"           { from: [sales, clients, payroll, reviews] }
code         plot     "Chart code"            { from: [question, rows] }
answers      reply    "Answer and chart"      { from: [question, rows] }
logs         trail    "Query log"             { from: [question, sql] }

end_user       shopper "Shopper"                                         // anybody with an account in the shop
model_provider llm     "Hosted LLM"

boundary office "Office network" {
  trust: partner                                                         // managed laptops, contractors among them
  end_user analyst "Business analyst"
}

boundary shopfront "Web shop" {
  trust: internal
  business_app shop "Shop backend" { controls: [auth, input_validation] }
}

boundary platform "Data platform" {
  trust: internal
  controls: [audit_log]

  boundary assistant "Assistant" {
    web_app           portal  "Chat page"      { controls: [auth] }
    identity_provider sso     "Single sign-on" { controls: [mfa] }
    orchestrator      writer  "SQL writer"
    guardrail         checker "SQL checker"    { about: "Refuses everything that is not one SELECT." }
    tool              runner  "Query runner"   { has_side_effects: false, holds: [account] }
    code_interpreter  charts  "Chart drawer"
    vector_store      index   "Schema index"   { stores: [schema, examples] }
    prompt_store      prompts "Prompt store"   { stores: [frame], controls: [change_control] }
    chat_history      history "Conversations"  { stores: [question, reply], controls: [access_control] }
    log_store         logs    "Query log"      { controls: [access_control] }
  }

  boundary vault "Warehouse" {
    trust: restricted
    controls: [encryption_at_rest]
    database       warehouse "Data warehouse" { stores: [sales, clients, payroll], controls: [access_control, backup] }
    secrets_store  keys      "Key vault"      { stores: [account], controls: [access_control] }
    data_ingestion loader    "Nightly loader" { controls: [data_validation] }
  }
}

// The question and its answer.
analyst -> portal "asks"            { sends: [question], returns: [reply], protocol: https, controls: [tls] }
portal  -> sso "signs in"           { controls: [tls] }
portal  -> writer                   { sends: [question], returns: [reply] }
writer  -> prompts                  { returns: [frame] }
writer  -> index "finds tables"     { sends: [question], returns: [schema, examples] }
writer  -> llm "asks for SQL"       { sends: [frame, question, schema, examples], returns: [sql, plot], protocol: https, controls: [tls] }
writer  -> runner "runs"            { sends: [sql], returns: [rows], via: [checker] }
runner  -> keys                     { returns: [account], controls: [tls] }
runner  -> warehouse "query"        { sends: [sql], returns: [rows], controls: [tls] }
writer  -> charts "draws"           { sends: [plot, rows], returns: [reply] }
writer  -> llm as wording "asks for a summary" { sends: [question, rows], returns: [reply], protocol: https, controls: [tls] }

// What stays. A thumb up turns a query into an example for everybody.
portal  -> index as approve "approves a query" { writes: [examples] }
writer  -> history                  { writes: [question, reply] }
writer  -> logs                     { writes: [trail], one_way: true }

// How the warehouse fills.
shopper -> shop "writes a review"   { writes: [reviews], protocol: https, controls: [tls] }
loader  -> shop "collects"          { returns: [reviews, sales, clients], controls: [tls] }
loader  -> warehouse                { writes: [reviews, sales, clients] }

question "Should the assistant run queries as the analyst who asks?" { about: [runner], owner: "Data Platform" }
