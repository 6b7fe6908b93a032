// fires: rogue-agent@mailer
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI10, owasp-agentic:T13, owasp-agentic:T14, saif:riskRogueActions
//   Somebody writes to the mail agent for weeks until its notes to the others say what they want: it reports
//   invoices as checked and asks the paying agent to hurry. It is one of the team, so nobody doubts it.

model "Office team" { owner: "Office", catalog: 2026.1 }

documents mails "Mails"
answers notes "Notes to colleagues" { from: [mails] }
tool_calls calls "Tool calls" { from: [notes] }
tool_results results "Tool results"

end_user sender "Anybody who writes"

boundary office "Office" {
  trust: internal
  mailbox inbox "Inbox"
  agent mailer "Mail agent"
  agent payer "Paying agent"
  tool payments "Payment tool"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

sender -> inbox "writes" { writes: [mails], controls: [tls] }
mailer -> inbox "reads" { returns: [mails] }
mailer -> model { sends: [mails], returns: [notes] }
mailer -> payer "passes on" { sends: [notes] }
payer -> model { sends: [notes, results], returns: [calls] }
payer -> payments "pays" { sends: [calls], returns: [results] }
