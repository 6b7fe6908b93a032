// A small catalog for the cases of the checklist, so that they do not change with the real one.

kind person: external "Person" { trust: untrusted }
kind supplier: external "Supplier" { trust: partner }
kind service: process "Service"
kind answering: service "Answering service"
// Built elsewhere, and a service all the same.
kind hosted: supplier, answering "Hosted service"
kind shelf: store "Shelf"
kind note: data "Note" { class: internal }

control auth "Authentication" {
  group: identity
  about: "Callers say who they are."
  default_for: [service]
}
control mfa "Second factor" { group: identity, about: "Two proofs.", default_for: [person] }
control tls "Encryption" {
  group: transport
  about: "Nobody listens."
  default_for: [answering, supplier]
}
control limit "Limit" {
  group: transport
  about: "So many calls and no more."
  reach: path
  default_for: [answering]
}
control backup "Backup" { group: care, about: "There is a copy.", default_for: [store] }
control watch "Watch" { group: care, about: "Somebody looks." }

threat listening "Somebody listens" {
  stride: [information_disclosure]
  on: flow
  when: crosses
  likelihood: 4
  impact: 4
  lowered_by: { tls: 3 }
  scenario: "Somebody listens to what {source} sends."
  test: [garak:dan, aitg:AITG-APP-01]
}

threat loss "What is kept is lost" {
  stride: [denial_of_service]
  on: [shelf]
  likelihood: 3
  impact: 4
  lowered_by: { backup: 2 }
  scenario: "A disk of {element} breaks."
}
