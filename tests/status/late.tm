// Something of everything that a status speaks of. Today is 2026-12-01.
model "Late" { catalog: 2026.1, review: every 3 months }

prompts question "Question" { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
  database legacy { scope: out, because: "Switched off in May." }
  dashboard board
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
board -> waf

control wire: tls "TLS to the provider" { on: [waf -> llm], status: planned, due: 2026-10-01, owner: "Ana" }
control filter: prompt_guard "Prompt filter" { on: [visitor -> waf], status: planned, due: 2027-03-01 }

mitigate flow-eavesdrop on waf -> llm { with: [wire], due: 2026-11-30, owner: "Ana" }
accept   provider-retention on llm { because: "By contract.", by: "CISO", until: 2026-06-30 }
accept   endpoint-spoof on any flow { because: "Names are pinned.", by: "CISO", until: 2026-12-24 }
dismiss  rag-poison on visitor -> waf { because: "There is no index." }
tested   rag-poison on visitor -> waf { date: 2026-09-12, by: "Red team", result: held }
rated    jailbreak on visitor -> waf { likelihood: 2, because: "Few visitors.", by: "Ana" }
require  auth on any gateway { because: "Policy 7." }

assumption "The provider keeps nothing." { about: [llm], owner: "Legal" }
assumption "The gateway logs every call." { about: [waf], confirmed: "Log of 2026-11-02." }
question   "Who may change the prompt?" { about: [waf], owner: "Data team", due: 2026-11-01 }
question   "Who pays?"
question   "How long are logs kept?" { answer: "90 days." }
reviewed   2026-07-01 { by: "Security guild" }
