// silent: tool-output-poison
//   The rate comes from the company's own treasury, beside the agent.

model "Booking agent" { owner: "Travel office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results rate "Exchange rate" { class: public }
answers reply "Proposal" { from: [wish, rate] }

boundary office "Travel office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Booking agent"
  tool booking "Booking tool"
  business_app treasury "Treasury"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> treasury "asks for the rate" { returns: [rate] }
helper -> model "plans" { sends: [wish, rate], returns: [calls, reply] }
helper -> booking "books" { sends: [calls] }
colleague -> treasury "looks up" { returns: [rate] }
