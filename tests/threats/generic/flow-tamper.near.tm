// silent: flow-tamper
//   The server for rooms runs beside the agent in one zone: the calls cross no network that others are on.

model "Room booking" { owner: "Facilities", catalog: 2026.1 }
prompts wish "Wish" { class: internal }
tool_calls booking "Booking"
tool_results booked "Result"
answers reply "Reply"
boundary desk "Reception" {
  trust: internal
  staff host "Receptionist"
  mcp_server rooms "Room server" { third_party: false }
  agent agent "Booking agent"
}
boundary house "Building services" {
  trust: internal
  business_app doors "Door control"
}
host -> agent { sends: [wish], returns: [reply] }
agent -> rooms { sends: [booking], returns: [booked] }
doors -> rooms { sends: [booked], controls: [tls] }
