// A threat of the model's own, of the family of harm, on a flow that crosses; and one of STRIDE beside it. Kinds, data and
// controls are the model's own, so nothing of the catalog has a part in it.
model "Shift planner" { owner: "Depot", catalog: 2026.1, appetite: low }

kind plan_maker: process "Planner" { about: "Makes plans." }
kind plan_reader: process "Hand-held" { about: "Shows plans." }
control rest_rule "Rest times" {
  group: oversight
  about: "No plan goes beyond what the law allows."
}

threat long-shift "{receiver} is sent beyond what a person can do" {
  harm: safety
  on: flow
  when: sender is plan_maker and receiver is plan_reader
  likelihood: 4
  impact: 4
  lowered_by: { rest_rule: 3 }
  scenario: "The plan that {sender} makes is best for the parcels, and nobody asks who drives."
  mitigation: "Let {sender} keep rest times whatever the day is like."
}
threat swapped-plan "Somebody swaps the plan" {
  stride: tampering
  on: flow
  when: sender is plan_maker and receiver is plan_reader
  likelihood: 2
  impact: 3
  scenario: "Somebody between {sender} and {receiver} sends another plan."
}

asset plan "Plan" { integrity: high }

boundary depot "Depot" {
  trust: restricted
  plan_maker planner "Planner"
}
boundary road "On the road" {
  trust: internal
  plan_reader hand "Hand-held"
}

planner -> hand "sends" { sends: [plan], one_way: true }

off endpoint-spoof { because: "Not what this case is about." }
off flow-tamper { because: "Not what this case is about." }
off flow-eavesdrop { because: "Not what this case is about." }
off flow-flood { because: "Not what this case is about." }
off flow-repudiation { because: "Not what this case is about." }
off boundary-elevation { because: "Not what this case is about." }
