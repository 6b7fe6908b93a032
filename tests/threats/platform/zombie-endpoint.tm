// fires: zombie-endpoint@old_boards
// draws: atlas:AML.T0049, owasp-mcp-2025:MCP09, exchange:genericsecthreats, saif:riskZombieShadowMCPServers
//   The first board server was replaced in spring and never switched off. Somebody finds its
//   address in an old manual, calls it without the log-in that only the new one asks for, and
//   moves tickets with the rights it still has.

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
  mcp_server old_boards "First board server" { superseded: true }
  ticket_system tickets "Tickets" { stores: [ticket] }
}

helper -> boards { sends: [lookup], returns: [ticket] }
other -> old_boards { sends: [lookup], returns: [ticket], controls: [tls] }
boards -> tickets { returns: [ticket] }
old_boards -> tickets { returns: [ticket] }
