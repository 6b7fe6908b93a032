// fires: monitoring-blind@watch
// draws: exchange:genericsecthreats
//   The agent reports its own success rate. After an update it books what it could not do as done; the watch
//   shows a hundred per cent, and the first who notice are customers.

model "Repair agent" { owner: "Field service", catalog: 2026.1 }
prompts order "Work order" { class: internal }
tool_calls booking "Bookings"
logs rate "Success rate"
answers report "Report"
boundary office "Dispatch" {
  trust: internal
  staff dispatcher "Dispatcher"
}
boundary service "Field service" {
  trust: internal
  agent planner "Repair agent" { controls: [audit_log] }
  business_app calendar "Technicians' calendar"
  monitoring watch "Agent watch"
}
dispatcher -> planner { sends: [order], returns: [report], controls: [tls, mfa] }
planner -> calendar { sends: [booking] }
planner -> watch { sends: [rate] }
