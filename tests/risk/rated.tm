// explain: worn-brake@lift
// Somebody who knows the lift has rated it: neither the stakes nor what it lacks move it any more.
model "Lift" { owner: "House", catalog: 2026.1, lints: { no-crossing: allow } }

kind lift_control: process "Lift control" { about: "Moves a lift." }
control inspection "Inspection" { group: oversight, about: "Somebody looks at it every month." }
threat worn-brake "The brake is worn and nobody knows" {
  stride: tampering
  on: lift_control
  likelihood: 3
  impact: 4
  lowered_by: { inspection: 2 }
  scenario: "{element} trusts a brake that nobody has looked at."
}

asset load "Load" { integrity: high }

boundary shaft "Shaft" {
  trust: internal
  lift_control lift "Lift" { stores: [load], lacks: [inspection] }
  lift_control spare "Spare lift" { lacks: [inspection] }
}

rated worn-brake on lift { likelihood: 2, impact: 3, because: "It carries boxes only.", by: "Ana" }
