import "data.tm" as d
boundary hall { llm till; database store { stores: [d.word, word] } }
documents word "Another word"
till -> store as sale { sends: [word] }
control lock: access_control { on: [hall] }
threat own-rule "A rule that comes along" { stride: tampering, on: flow, when: source in hall, likelihood: 2, impact: 2, scenario: "x" }
off confabulation { because: "x" }
view nothing { focus: [till] }
reviewed 2026-01-01
