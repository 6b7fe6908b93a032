// Where a control counts that is expected: on the part, on a boundary around it, on every call to it
// from another zone, on every call from and to it, though not on those that it makes alone; one that acts on all that passes also on a caller
// that is trusted as much.
model "Places" { owner: "Ana" }

note text "Text"

person visitor "Visitor"
hosted engine "Hosted engine"

boundary inner "Inside" {
  trust: internal
  controls: [backup]
  answering on_it "On the part" { controls: [auth] }
  answering on_calls "On every call"
  answering on_one "On one call of two"
  answering behind "Behind the one that limits"
  answering both "On all calls from and to it"
  answering away "On what it calls alone"
  service nothing "Nothing at all" { lacks: [auth] }
  shelf kept "In a boundary that has it"
}

service outside "Not ours to look at" { scope: out, because: "Another team's." }

visitor -> on_it { sends: [text], controls: [tls] }
visitor -> on_calls { sends: [text], controls: [tls, auth, limit] }
visitor -> on_one as first { sends: [text], controls: [auth] }
visitor -> on_one as second { sends: [text] }
on_calls -> behind { sends: [text] }
behind -> both { sends: [text], controls: [auth] }
behind -> away { sends: [text] }
away -> engine { sends: [text], controls: [auth] }
both -> engine { sends: [text], controls: [tls, auth] }
on_it -> kept { writes: [text] }

control door: limit "Limit at the door" { on: [on_calls], status: implemented }
