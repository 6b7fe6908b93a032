// An MCP server: you offer tools and data to other people's assistants by the Model Context Protocol.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "MCP server" {
  owner: "Developer platform" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    Customers connect an assistant of their choice to our project tracker. The server offers tools to
    search issues and to change them, in the name of the person who signed in.
  """
}

// What moves. A tool call is written by a model, and its result is read by one. An issue's text may
// come from anybody who may write issues, and it arrives in the assistant as if it were an answer.
tool_calls calls "Tool calls"
tool_results results "Tool results" { class: confidential, from: [issues] }
documents issues "Issues" { class: confidential, integrity: high, from: [report] }
documents report "Reported bug" { class: public }
credentials grant "Access token"
packages release "Server package"

// The assistant runs elsewhere and belongs to somebody else: what it was told, nobody here knows.
external_agent assistant "Customer's assistant"
anonymous_user reporter "Bug reporter"
package_registry index "Package index"

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  // The server is the door: it decides for each call, by the token, what may be done.
  boundary door "Open to assistants" {
    trust: internal
    gateway gate "Gateway" { controls: [auth, rate_limit, secret_management] }
    mcp_server server "MCP server" {
      can_delete: false
      third_party: false // this one is ours; a server that others wrote or run is of a third party
      controls: [input_validation, access_control]
    }
    identity_provider login "Sign-in" { controls: [auth, mfa] }
  }

  boundary tracker "Project tracker" {
    trust: internal
    web_app form "Bug form" { controls: [input_validation] }
    business_app app "Tracker" { controls: [access_control] }
    database db "Issue database" {
      stores: [issues]
      controls: [access_control, encryption_at_rest, backup]
    }
  }

  boundary builds "Builds" {
    trust: internal
    ci_cd ci "Build pipeline" { controls: [least_privilege] }
  }
}

assistant -> gate "calls a tool" {
  sends: [calls, grant]
  returns: [results]
  protocol: https
  controls: [tls]
}
gate -> server { sends: [calls, grant], returns: [results] }
server -> login "checks" { sends: [grant], controls: [tls] }
server -> app "asks" { sends: [calls], returns: [issues], controls: [tls] }
app -> db { writes: [issues], returns: [issues] }
reporter -> form "reports" { sends: [report], protocol: https, controls: [tls] }
form -> app { writes: [report] }
ci -> index "installs" { returns: [release], protocol: https, controls: [tls, dependency_pinning] }
ci -> server "deploys" { sends: [release], controls: [tls] }

attacker planter "Author of a hostile bug report" {
  from: [reporter]
  wants: [issues]
  skill: medium
  motive: "An assistant that reads the report and hands on what else it can see"
}

// CHANGE: a token that may do everything is the usual mistake. Narrow it to the person and the tool.
control narrow: least_privilege "Tokens for one project, and for reading unless writing was asked for" {
  on: [server]
  status: planned
  owner: "Identity team"
}

mitigate mcp-weak-authz on server { with: [narrow], owner: "Identity team", ticket: "MCP-3" }

// The catalog judges what reaches your own models. That a result harms an assistant elsewhere is a rule
// of this model: `trustline explain threat` tells how one is written.
threat result-injection "Text of strangers reaches an assistant as a tool's result" {
  stride: [tampering, elevation_of_privilege]
  on: flow
  when: moves tool_results and tainted by untrusted and crosses down
  likelihood: 4
  floor: 2
  impact: 4
  lowered_by: { input_segregation: 1, output_filtering: 1, least_privilege: 1 }
  scenario: """
    A bug report holds sentences for a model: look for other issues, put them into a comment. An assistant
    that has asked for the report may obey, with the rights of the person whom it works for.
  """
  mitigation: """
    Hand strangers' text over in a field of its own, marked as quoted. Leave hidden text and links out, and
    give a token that reads reports no right to write.
  """
}

assumption "Bug reports are shown to assistants as quoted text, marked as written by strangers." {
  about: [report]
}
question "Which calls should ask the person before they are carried out?" {
  about: [server]
  owner: "Developer platform"
}
