// silent: delegation-escalation
//   The second agent only words answers and has no rights of its own; the front agent looks up itself. That it does
//   so for anybody is confused-deputy.

model "Hotel agents" { owner: "Hotel", catalog: 2026.1 }

prompts question "Question"
documents bookings "Bookings" { class: confidential, personal: true }
answers reply "Answer" { from: [question, bookings] }

anonymous_user guest "Guest"

boundary hotel "Hotel" {
  trust: internal
  agent front "Front agent"
  agent records "Wording agent"
  llm model "Own model"
  database book "Booking database" { stores: [bookings] }
}

guest -> front "asks" { sends: [question], returns: [reply], controls: [tls] }
front -> records "has it worded" { sends: [question], returns: [reply] }
front -> book "looks up" { returns: [bookings] }
records -> model { sends: [question], returns: [reply] }
front -> model { sends: [question], returns: [reply] }
