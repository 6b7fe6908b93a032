// A catalog in which each rule shows one way in which threats carry an attacker on.

kind user: external "User" { about: "A test." }
kind anonymous_user: user "Anonymous user" { about: "A test." }
kind public_web: external "Public web" { about: "A test." }
kind hub: external "Hub" { about: "A test." }
kind third_party: external "Third party" { about: "A test." }
kind model_hub: third_party "Model hub" { about: "A test." }
kind llm: process "Language model" { about: "A test." }
kind provider: external, llm "Provider" { trust: partner, about: "A test." }
kind web_app: process "Web application" { about: "A test." }
kind gateway: process "Gateway" { about: "A test." }
kind agent: process "Agent" { about: "A test." }
kind job: process "Job" { about: "A test." }
kind database: store "Database" { about: "A test." }
kind documents: data "Documents" { about: "A test." }
kind prompts: data "Prompts" { about: "A test." }
kind answers: data "Answers" { about: "A test." }
kind weights: data "Weights" { integrity: high, supplied: true, about: "A test." }
kind code: data "Code" { supplied: true, about: "A test." }
kind packages: data "Packages" { supplied: true, about: "A test." }
kind training_set: data "Training set" { supplied: true, about: "A test." }
kind labels: data "Labels" { supplied: true, about: "A test." }

control auth "Authentication" { group: identity, acts: [door, entry], about: "A test." }
control access_control "Access control" { group: identity, acts: [door, entry], about: "A test." }
control tls "Encrypted transport" { group: data_protection, acts: [wire, door], about: "A test." }
control prompt_guard "Prompt guard" { group: runtime, reach: path, acts: entry, about: "A test." }
control input_segregation "Input segregation" { group: runtime, acts: entry, about: "A test." }
control output_filtering "Output filtering" { group: runtime, reach: path, about: "A test." }
control egress_control "Egress control" { group: runtime, about: "A test." }
control rate_limit "Rate limiting" { group: runtime, reach: path, acts: entry, about: "A test." }
control least_privilege "Least privilege" { group: identity, about: "A test." }
control signing "Signing" { group: supply_chain, acts: entry, verifies: [weights, code, packages, training_set, labels], about: "A test." }
control integrity_check "Integrity check" { group: supply_chain, acts: entry, verifies: [weights, code, packages, training_set, labels], about: "A test." }
control provenance "Provenance" { group: supply_chain, acts: entry, verifies: [training_set, labels], about: "A test." }
control dependency_pinning "Pinned dependencies" { group: supply_chain, verifies: packages, about: "A test." }
control artifact_scanning "Artifact scanning" { group: supply_chain, acts: [entry, goods], about: "A test." }

// By calls: what somebody asks steers a model.
threat injection "Questions steer the model" {
  stride: tampering
  on: flow
  when: crosses up and sends prompts and target reaches llm
  likelihood: 5
  impact: 4
  lowered_by: { prompt_guard: 4, least_privilege: 1 }
  scenario: "A test."
  mitigation: "A test."
}
// With content.
threat planted "Content steers whoever reads it" {
  stride: tampering
  on: flow
  when: moved tainted by untrusted and returns documents and receiver is process
  likelihood: 4
  impact: 4
  lowered_by: { input_segregation: 3 }
  scenario: "A test."
  mitigation: "A test."
}
// Data that leaves.
threat leak "Answers give away what is confidential" {
  stride: information_disclosure
  on: flow
  when: exposes confidential to partner and crosses down
  likelihood: 4
  impact: 4
  lowered_by: { output_filtering: 3 }
  scenario: "A test."
  mitigation: "A test."
}
// The wire: whoever comes by the parts has no need of it.
threat tapped "Somebody on the line reads along" {
  stride: information_disclosure
  on: flow
  when: crosses
  likelihood: 4
  impact: 4
  lowered_by: { tls: 3 }
  scenario: "A test."
  mitigation: "A test."
}
// The door: it lets the rightful caller in.
threat opened "A stranger reads the store" {
  stride: information_disclosure
  on: database
  when: element stores anything
  likelihood: 4
  impact: 4
  lowered_by: { access_control: 3 }
  scenario: "A test."
  mitigation: "A test."
}
// Nobody gets further by it.
threat flooded "Too many calls" {
  stride: denial_of_service
  on: flow
  when: crosses up
  likelihood: 4
  impact: 4
  lowered_by: { rate_limit: 3 }
  scenario: "A test."
  mitigation: "A test."
}
threat three "Private data, content and a way out meet" {
  stride: information_disclosure
  on: agent
  when: element tainted by untrusted and element receives >= confidential and element reaches public_web
  likelihood: 4
  impact: 5
  lowered_by: { egress_control: 3 }
  scenario: "A test."
  mitigation: "A test."
}
