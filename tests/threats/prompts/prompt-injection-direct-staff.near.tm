// silent: prompt-injection-direct
//   Who asks is staff and trusted as much as the agent: there is no line that the words would carry anybody over.

model "Travel helper" { owner: "Travel desk", catalog: 2026.1 }

prompts wish "Wish"
tool_calls filing "Claim to file" { from: [wish] }
tool_results receipt "Receipt"
answers reply "Answer" { from: [wish, receipt] }

boundary floor "Travel desk" {
  trust: internal
  staff clerk "Clerk"
}

boundary office "Office systems" {
  trust: internal
  agent helper "Travel agent"
  llm model "Own model"
  tool claims "Claims tool"
}

clerk -> helper "asks" { sends: [wish], returns: [reply], controls: [tls, auth] }
helper -> model { sends: [wish, receipt], returns: [filing, reply] }
helper -> claims { sends: [filing], returns: [receipt] }
