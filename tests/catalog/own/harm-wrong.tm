threat neither "Of no family" {
  on: flow
  likelihood: 3
  impact: 4
  scenario: "Somebody forgot it."
}
threat nearly-nothing "Of no family, and with little else" {
  on: flow
  scenario: "Somebody forgot most of it."
}
threat both "Of both families" {
  stride: tampering
  harm: bias
  on: flow
  likelihood: 3
  impact: 4
  scenario: "Somebody could not decide."
}
threat other "Of a category that there is not" {
  harm: biass
  on: flow
  likelihood: 3
  impact: 4
  scenario: "Somebody mistyped it."
}
threat attack "Of the category that STRIDE has" {
  harm: cybersecurity
  on: flow
  likelihood: 3
  impact: 4
  scenario: "Somebody means an attack."
}
