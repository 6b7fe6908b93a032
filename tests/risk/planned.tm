// explain: leaked-list@register
// One control is in force and one planned; a floor says that none ends it, and what is at stake is personal and secret. The sum
// has a line for each, and the forecast one of its own.
model "Register" { owner: "Office", catalog: 2026.1, lints: { no-crossing: allow } }

kind register_desk: process "Desk" { about: "Keeps a register." }
control double_check "Double check" { group: oversight, about: "Two people look." }
control short_list "Short list" { group: oversight, about: "The list has what is needed." }
threat leaked-list "The list gets out" {
  stride: information_disclosure
  on: register_desk
  likelihood: 5
  floor: 2
  impact: 4
  lowered_by: { double_check: 1 }
  softened_by: { short_list: 2 }
  scenario: "Somebody sends the list of {element} to the wrong person."
}

asset list "List of names" { class: secret, personal: true }

boundary office "Office" {
  trust: internal
  register_desk register "Register" { stores: [list], controls: [double_check] }
}

control shorter: short_list "Shorter list" { on: [register], status: planned, due: 2027-02-01 }
