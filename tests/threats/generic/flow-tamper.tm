// fires: flow-tamper@agent->rooms
// draws: saif:riskMCPTransportHijacking, atlas:AML.T0043
//   The agent calls the server for rooms over plain HTTP, since both are "inside". Somebody on the network
//   between the two changes the room in a call, and what comes back, so that agent and guest see what they
//   expect.

model "Room booking" { owner: "Facilities", catalog: 2026.1 }
prompts wish "Wish" { class: internal }
tool_calls booking "Booking"
tool_results booked "Result"
answers reply "Reply"
boundary desk "Reception" {
  trust: internal
  staff host "Receptionist"
  agent agent "Booking agent"
}
boundary house "Building services" {
  trust: internal
  mcp_server rooms "Room server" { third_party: false }
  business_app doors "Door control"
}
host -> agent { sends: [wish], returns: [reply] }
agent -> rooms { sends: [booking], returns: [booked] }
doors -> rooms { sends: [booked], controls: [tls] }
