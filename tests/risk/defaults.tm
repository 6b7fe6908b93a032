// explain: worn-brake@lift
// Nobody has rated it, nothing is known to be missing and no control is there: the rule's own values, moved by what is at stake.
model "Lift" { owner: "House", catalog: 2026.1, lints: { no-crossing: allow } }

kind lift_control: process "Lift control" { about: "Moves a lift." }
threat worn-brake "The brake is worn and nobody knows" {
  stride: tampering
  on: lift_control
  likelihood: 3
  impact: 4
  scenario: "{element} trusts a brake that nobody has looked at."
}

asset load "Load" { integrity: high }

boundary shaft "Shaft" {
  trust: internal
  lift_control lift "Lift" { stores: [load] }
}
