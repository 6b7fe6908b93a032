// fires: agent-credential-theft@helper
// draws: owasp-agentic:ASI03, saif:riskCrossTenantCredentialPropagation
//   One agent holds the tokens of two customers. A planted text in a repository of the first makes it list what it
//   has, and the token of the second is in the list; it opens the second's repository.

model "Hosted review" { owner: "Review service", catalog: 2026.1 }

code first "Code of the first customer" { class: confidential }
code second "Code of the second customer" { class: confidential }
answers remarks "Remarks" { from: [first, second] }
credentials first_token "Token of the first"
credentials second_token "Token of the second"

boundary one "First customer" {
  trust: partner
  code_repo repo_one "Repository" { stores: [first] }
}
boundary two "Second customer" {
  trust: partner
  code_repo repo_two "Repository of the second" { stores: [second] }
}
boundary service "Review service" {
  trust: internal
  agent helper "Review agent" { multi_tenant: true, holds: [first_token, second_token] }
  llm model "Own model"
}

helper -> repo_one "reads, remarks" { writes: [remarks], returns: [first], controls: [tls] }
helper -> repo_two "reads, remarks" { writes: [remarks], returns: [second], controls: [tls] }
helper -> model { sends: [first, second], returns: [remarks] }
