// fires: secret-in-code@settings
// draws: exchange:devcodeleak, atlas:AML.T0083, owasp-agentic:ASI03, saif:riskCrossTenantCredentialPropagation
//   The settings of the agent list, beside its tools, the token of each customer's account. A support
//   employee may read settings to help; one of them copies the file, and with it the way into every
//   customer's calendar.

model "Calendar agent" { owner: "Assistants", catalog: 2026.1 }
credentials tokens "Customers' tokens"
instructions setup "Settings"
prompts wish "Wish" { class: internal }
answers reply "Reply"
tool_calls change "Change"
end_user customer "Customer"
third_party_api calendar "Calendar service"
boundary service "Service" {
  trust: internal
  agent helper "Calendar agent" { controls: [auth, audit_log] }
  config_store settings "Agent settings" { stores: [setup, tokens] }
}
customer -> helper { sends: [wish], returns: [reply], controls: [tls, mfa] }
helper -> settings { returns: [setup, tokens] }
helper -> calendar { sends: [change, tokens], controls: [tls] }
