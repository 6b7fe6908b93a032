// What is planned counts as nothing now and as done in the forecast; what is in force already is
// named before what is planned; a day that is over is told.
model "Plans" { owner: "Ana" }

note text "Text"

person visitor "Visitor"

boundary inner "Inside" {
  trust: internal
  answering desk "Desk"
  answering other "Other" { controls: [auth] }
  shelf kept "Shelf"
}

visitor -> desk { sends: [text] }
visitor -> other as one { sends: [text], controls: [tls] }
visitor -> other as two { sends: [text] }

control sign_in: auth "Sign-in" {
  on: [desk, other]
  status: planned
  owner: "Ana"
  due: 2026-03-01
}
control copies: backup "Copies" { on: [kept], status: planned, due: 2027-03-01 }
control wire: tls "Wires" { on: [two], status: planned }
