// A bot on the telephone line of a shop that looks up orders, takes payments and gives refunds.
//
// A call is turned into text, an agent decides with a hosted model what to say and which tool to
// call, and the answer is spoken. Who calls is told by the number and by the voice. Hard calls go to
// a person. The carrier only carries and is not drawn.
//
// Sources:
// - Public descriptions of contact-center bots, such as those of Amazon Connect with Lex, and of
//   realtime voice agents that call functions: the parts.
// - Carlini and Wagner, "Audio Adversarial Examples", arXiv:1801.01944; Zhang et al., "DolphinAttack",
//   arXiv:1708.09537: sounds that a recognizer hears as other words.
// - Wenger et al., "Hello, It's Me", arXiv:2109.09598: synthetic voices against speaker recognition;
//   MITRE ATLAS AML.CS0033 and AML.CS0034 on deepfakes against identity checks.
// - MITRE ATLAS AML.CS0026 (payments turned elsewhere by way of an assistant), AML.CS0037 (data taken
//   out with an agent's tools).
// - Moffatt v. Air Canada, 2024 BCCRT 149: a company is bound by what its bot promises.
// - OWASP Agentic Applications 2026: ASI01, ASI02, ASI03, ASI09.

model "Telephone assistant" {
  owner: "Customer Service"
  version: "2.0"
  catalog: 2026.1
  appetite: low
  about: """
    Answers calls day and night. It may refund up to 200 EUR **without** asking a person, and take
    payments with a stored card.
  """
}

readings     speech    "Caller's voice"       { class: confidential, personal: true }
prompts      said      "What was said"        { class: internal, personal: true, from: [speech] }
readings     voiceprints "Voiceprints"        { class: secret, personal: true, integrity: high }
decisions    match     "Voice match"          { from: [speech, voiceprints] }
instructions script    "Bot instructions"
documents    articles  "Help articles"        { class: public }
documents    customers "Customers and orders" { class: confidential, personal: true, integrity: high }
documents    notes     "Order notes"          { class: internal }         // free text that customers left with their orders
tool_calls   call      "Tool calls"           { from: [said] }
tool_results result    "Tool results"         { from: [customers, notes] }
orders       payment   "Payments and refunds"
credentials  pspkey    "Payment key"
answers      spoken    "Spoken answer"        { from: [said, articles, customers] }
logs         recording "Recordings and transcripts" { class: confidential, personal: true, from: [speech, said, spoken] }

anonymous_user  caller "Caller"
end_user        buyer  "Customer on the web"
model_provider  llm    "Hosted LLM"
payment_service psp    "Payment provider"

boundary line "Contact center" {
  trust: internal
  controls: [audit_log]
  gateway           media   "Media gateway"     { controls: [rate_limit] }
  inference_service ears    "Speech recognizer" { modality: audio, pay_per_use: true, proprietary: false }
  inference_service voiceid "Voice recognition" { modality: audio, use: biometric, holds: [voiceprints] }
  agent             bot     "Voice bot"
  guardrail         filter  "Answer filter"     { controls: [output_filtering] }
  inference_service mouth   "Speech synthesizer" { generative: true, modality: text, proprietary: false }
  rag_store         help    "Help index"        { stores: [articles] }
  prompt_store      prompts "Bot instructions"  { stores: [script], controls: [change_control] }
  log_store         tapes   "Call recordings"   { controls: [access_control, encryption_at_rest] }
  human_reviewer    person  "Service employee"
  dashboard         quality "Quality desk"      { controls: [auth] }

  boundary tools "Tools" {
    tool lookup  "Order lookup"  { has_side_effects: false }
    tool charge  "Take a payment" { holds: [pspkey] }
    tool refund  "Give a refund" { holds: [pspkey], controls: [input_validation] } // at most 200 EUR a call
  }
}

boundary core "Shop systems" {
  trust: restricted
  database     crm  "Customer database" { stores: [customers], controls: [access_control, encryption_at_rest, backup] }
  business_app shop "Web shop"          { controls: [auth] }
}

// A call.
caller  -> media "calls"               { sends: [speech], returns: [spoken] }
media   -> ears                        { sends: [speech], returns: [said] }
media   -> voiceid "who is it?"        { sends: [speech], returns: [match] }
media   -> bot                         { sends: [said, match], returns: [spoken] }
bot     -> prompts                     { returns: [script] }
bot     -> help                        { sends: [said], returns: [articles] }
bot     -> llm "asks what to do"       { sends: [script, said, articles, result], returns: [call, spoken], via: [filter], controls: [tls] }
bot     -> mouth "speaks"              { sends: [spoken], returns: [spoken] }

// What the bot can do.
bot     -> lookup                      { sends: [call], returns: [result] }
bot     -> charge                      { sends: [call, payment], returns: [result] }
bot     -> refund                      { sends: [call, payment], returns: [result] }
lookup  -> crm                         { returns: [customers, notes] }
charge  -> psp                         { sends: [payment, pspkey], controls: [tls, auth] }
refund  -> psp                         { sends: [payment, pspkey], controls: [tls, auth] }
bot     -> person "hands over"         { sends: [said, result] }

// Where the notes come from, and who listens afterwards.
buyer   -> shop "orders"               { writes: [notes], controls: [tls] }
shop    -> crm                         { writes: [customers, notes] }
media   -> tapes                       { writes: [recording] }
quality -> tapes                       { returns: [recording] }
person  -> quality "listens"           { returns: [recording] }

question "May a voice alone release a refund?" { about: [refund], owner: "Customer Service" }
