// silent: rogue-agent
//   The inbox takes mail of colleagues only. Nobody outside can work on the mail agent.

model "Office team" { owner: "Office", catalog: 2026.1 }

documents mails "Mails"
answers notes "Notes to colleagues" { from: [mails] }
tool_calls calls "Tool calls" { from: [notes] }
tool_results results "Tool results"

boundary office "Office" {
  trust: internal
  staff sender "Colleague"
  mailbox inbox "Inbox"
  agent mailer "Mail agent"
  agent payer "Paying agent"
  tool payments "Payment tool"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

sender -> inbox "writes" { writes: [mails] }
mailer -> inbox "reads" { returns: [mails] }
mailer -> model { sends: [mails], returns: [notes] }
mailer -> payer "passes on" { sends: [notes] }
payer -> model { sends: [notes, results], returns: [calls] }
payer -> payments "pays" { sends: [calls], returns: [results] }
