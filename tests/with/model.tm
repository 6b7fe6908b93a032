// Kinds, controls and threats are the model's own, and nothing crosses a boundary, so nothing of the catalog has a part in it.
model "Meter reading" {
  owner: "Grid"
  catalog: 2026.1
  appetite: low
  lints: { no-crossing: allow }
}

kind meter: process "Meter" { about: "Counts what is used." }
kind head_end: process "Head end" { about: "Collects what meters count." }
control seal "Seal" { group: runtime, about: "Readings carry a seal that only the meter can make." }
control watch "Watch" { group: runtime, about: "Somebody looks at readings that stand out." }
control vault "Vault" { group: runtime, about: "Readings are kept twice." }

threat wrong-reading "A reading is wrong" {
  stride: tampering
  on: flow
  when: sender is meter
  likelihood: 3
  impact: 3
  lowered_by: { watch: 2 }
  scenario: "What arrives is not what was counted."
}
threat forged-reading "Somebody forges a reading" {
  stride: spoofing
  on: flow
  when: sender is meter and receiver is head_end
  refines: [wrong-reading]
  likelihood: 4
  impact: 4
  lowered_by: { seal: 3, watch: 1 }
  scenario: "Somebody sends readings in the name of {sender}."
}
threat lost-reading "Readings are lost" {
  stride: denial_of_service
  on: head_end
  likelihood: 3
  floor: 2
  impact: 4
  lowered_by: { vault: 2 }
  scenario: "{element} stops, and what it held is gone."
}

asset count "Count"

boundary grid "Grid" {
  trust: internal
  meter house "House"
  head_end center "Center"
}

house -> center as hourly { sends: [count], one_way: true }
house -> center as nightly { sends: [count], one_way: true }

control night_watch: watch "Night watch" { on: [nightly], status: planned, due: 2027-03-01 }
require vault on any head_end { because: "Policy 3." }
