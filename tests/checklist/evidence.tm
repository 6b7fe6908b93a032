// What was tried: the newest first; one that is a year old or more is told so; a mitigated threat is not
// among those to be tried.
model "Evidence" { owner: "Ana" }

note text "Text"

person visitor "Visitor"
person guest "Guest"
person passer "Passer-by"

boundary inner "Inside" {
  trust: internal
  service desk "Desk"
  shelf kept "Shelf" { controls: [backup] }
}

visitor -> desk { sends: [text] }
guest -> desk { sends: [text] }
passer -> desk { sends: [text] }
desk -> kept { writes: [text] }

tested listening on visitor -> desk { date: 2024-02-01, result: failed, with: "garak 0.9" }
tested listening on visitor -> desk {
  date: 2026-02-01
  by: "Ana"
  with: "garak 0.16"
  result: held
  evidence: "runs/7"
}
tested listening on guest -> desk { date: 2025-10-01, result: partly, note: "Only once." }
tested loss on kept { result: held }
