// silent: tool-misuse
//   The tool only tells what was paid. Whatever the arguments are, a call changes nothing.

model "Refund agent" { owner: "Shop", catalog: 2026.1 }

documents complaint "Complaint" { class: internal }
tool_calls calls "Tool calls" { from: [complaint] }
tool_results results "Tool results"

anonymous_user customer "Customer"
model_provider llm "Hosted model"

boundary shop "Shop" {
  trust: internal
  ticket_system tickets "Complaints"
  agent helper "Refund agent"
  tool refunds "Refunds" { has_side_effects: false }
}

customer -> tickets "complains" { writes: [complaint], controls: [tls] }
helper -> tickets "reads" { returns: [complaint] }
helper -> llm "plans" { sends: [complaint], returns: [calls], controls: [tls] }
helper -> refunds "asks what was paid" { sends: [calls], returns: [results] }
