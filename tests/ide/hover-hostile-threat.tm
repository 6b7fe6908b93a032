// ask: hover
model "M" { catalog: 2026.1 }
boundary inside "Inside" {
  trust: internal
  llm a "A <b>bold</b>"
}
anonymous_user u "U"
threat mine "Mine <i>it</i>" {
  on: flow
  stride: [tampering]
  likelihood: 5
  impact: 5
  when: crosses
  scenario: "<img src=\"https://example.org/x.png\"> and [this](javascript:alert(1)) at {target}"
  mitigation: "m"
}
u -> a "ask"
accept mi▮ne on u -> a { because: "x", by: "y" }
