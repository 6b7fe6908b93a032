// A chat assistant: customers write to it, and a language model that somebody else hosts answers.
//
// Go through the file from top to bottom and change what is different with you: names, labels, what is
// confidential, which controls are really there. Every line marked CHANGE is a guess.

model "Chat assistant" {
  owner: "Customer service" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1 // keeps your threats as they are when Trustline is updated
  appetite: low // residual risk that nobody has to sign for
  // review: every 3 months                // from the first review on: `trustline explain reviewed`
  about: """
    Customers with an account ask questions on a web page. A hosted language model answers. It sees the
    conversation and the assistant's instructions, and nothing else.
  """
}

// 1. What moves. A kind brings defaults (`trustline explain prompts`); say where your data differs.
// `from` is what a piece of data is made of: an answer is as confidential as all that went into it.
prompts question "Question" { personal: true }
instructions rules "System prompt"
asset conversation "Conversation" { class: confidential, personal: true, from: [question] }
answers reply "Answer" { from: [question, rules, conversation] }
credentials api_key "Provider key"

// 2. Who takes part from outside. Each is a zone of its own. A customer is untrusted; a model provider
// is a `partner`: known and under contract, but not under your control.
end_user customer "Customer"
model_provider llm "Hosted model"

// 3. Where trust changes. Draw a boundary where another account, network, team or company begins; put
// together what would fall together. A control on a boundary counts for all that is in it.
boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  boundary edge "Open to the internet" {
    trust: internal
    web_app page "Chat page" { controls: [auth, output_encoding] }
  }

  // Nothing in here is reached from the internet but by the chat page.
  boundary app "Application" {
    trust: internal
    orchestrator chat "Chat service" { holds: [api_key], controls: [secret_management] }
    guardrail guard "Content check" { controls: [prompt_guard] }
    prompt_store prompts "Prompts" { stores: [rules], controls: [access_control, change_control] }
    chat_history history "Conversations" {
      stores: [conversation]
      controls: [access_control, encryption_at_rest]
    }
  }
}

boundary office "Office" {
  trust: internal
  staff support "Support team"
}

// 4. Who calls whom. The arrow starts at the caller, also when it only wants to read. What is sent goes
// with the call, what is written stays, what is returned comes back. `via` goes through the guard.
// A control belongs where it is enforced: the second factor at the door, not with the person who has it.
customer -> page "asks" { sends: [question], returns: [reply], protocol: https, controls: [tls] }
page -> chat { sends: [question], returns: [reply], via: [guard], controls: [tls] }
chat -> prompts "reads" { returns: [rules] }
chat -> history "remembers" { writes: [conversation], returns: [conversation] }
chat -> llm "prompt" { sends: [question, rules, conversation], returns: [reply], controls: [tls] }
support -> history "looks up" { returns: [conversation], protocol: https, controls: [tls, mfa] }

// 5. Who attacks. An attacker adds ways to the threats; leaving one out removes none.
attacker prankster "Bored customer" {
  from: [customer]
  wants: [rules, conversation]
  skill: low
  motive: "A screenshot of something that the assistant should not have said"
}

// 6. What you do about it. A planned control shows in the forecast; it lowers nothing until it is there.
control quota: rate_limit "Messages per account" {
  on: [page]
  status: planned
  owner: "Web team"
  // due: 2027-03-31                        // `trustline explain control` lists what else there is
}

mitigate inference-flood on customer -> page { with: [quota], owner: "Web team" }
accept provider-retention on llm { // CHANGE: quote what your contract says
  because: "The contract rules out training on what we send."
  by: "Head of customer service"
  at: medium // open again should it become worse
  // until: 2027-06-30                      // give it a last day: then it is decided anew
}

dismiss prompt-injection-indirect on chat -> history {
  because: "A conversation is read again for the customer who wrote it, and for nobody else."
}

// 7. What you take for granted, and what you do not know yet.
assumption "The model provider deletes prompts after 30 days." { about: [llm] }
question "Who may change the system prompt, and who checks the change?" {
  about: [prompts]
  owner: "Customer service"
}
