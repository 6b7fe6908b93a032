// silent: zombie-endpoint
//   The second server is in service for partners, has an owner and gets its patches. That it
//   asks for no log-in is another threat.

model "Board tools" { owner: "Developer experience", catalog: 2026.1 }

tool_calls lookup "Look-up"
tool_results ticket "Ticket"

boundary partners "Partner network" {
  trust: partner
  agent other "Partner's agent"
}

boundary house "Company network" {
  trust: internal
  agent helper "Office agent"
  mcp_server boards "Board server" { controls: [auth] }
  mcp_server old_boards "Partners' board server" { superseded: false }
  ticket_system tickets "Tickets" { stores: [ticket] }
}

helper -> boards { sends: [lookup], returns: [ticket] }
other -> old_boards { sends: [lookup], returns: [ticket], controls: [tls] }
boards -> tickets { returns: [ticket] }
old_boards -> tickets { returns: [ticket] }
