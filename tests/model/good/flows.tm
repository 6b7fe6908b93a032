prompts q; answers a
anonymous_user visitor; gateway waf; llm bot; guardrail guard; database log
visitor -> waf -> bot "ask" { sends: [q], returns: a, controls: [tls], protocol: HTTPS }
bot <-> log { writes: q, was: [bot -> store] }
bot -> log as audit { one_way: true, sends: [q], lacks: [tls] }
boundary edge {
  documents page
  guard -> visitor as again "twice named" { via: [waf], sends: page }
}
control tls_everywhere: tls { on: [any flow], status: verified, evidence: "scan 12" }
control logs: audit_log { on: [any llm, edge, visitor -> waf -> bot, again, bot <-> log], status: planned, due: 2027-01-31 }
control spare: auth { ticket: "SEC-1" }
accept rag-poison on audit { because: "x", by: "y" }
accept wallet-drain on * { because: "x", by: "y", at: high }
dismiss inference-flood on any llm { because: "x" }
mitigate model-extraction on visitor -> waf -> bot { with: [logs], takes: 1, because: "Alarms." }
rated rag-poison on system { impact: 5 }
require tls on any flow
